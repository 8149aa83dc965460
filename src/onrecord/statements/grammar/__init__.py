"""Tokens, phrases, clauses and the words that announce a statement."""
