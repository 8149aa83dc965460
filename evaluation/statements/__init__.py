"""Scores of the statements step against gold attributions."""
