"""What a statement does, to whom it is said or aimed, and on what condition."""
