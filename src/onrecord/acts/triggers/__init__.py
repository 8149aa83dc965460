"""Which words tell an act, of which type, and which of them mean another thing."""
