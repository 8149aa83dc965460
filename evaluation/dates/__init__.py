"""Scores of `onrecord.dates` on public sets of time expressions and publication dates."""
