"""Scores of stories, copies and comparisons on labelled pairs, groups and written stories."""
