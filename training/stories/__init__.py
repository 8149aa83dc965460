"""Fits what joins articles to stories, and rows to accounts."""
