"""Scores of the figures grammar."""
