"""Statements that pass on or hold others, as spans."""
