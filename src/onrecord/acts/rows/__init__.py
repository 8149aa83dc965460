"""Rows made of drafts and statements: which are kept, their layers, times and places."""
