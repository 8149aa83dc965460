"""Short ordinary sentences, each with what must be read and what must not."""
