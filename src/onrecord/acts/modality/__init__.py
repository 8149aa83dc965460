"""How an act is meant: whether it happened, is planned, offered, denied, under a condition."""
