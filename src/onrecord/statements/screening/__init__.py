"""What is taken for a statement and is none, and words that a source does not say."""
