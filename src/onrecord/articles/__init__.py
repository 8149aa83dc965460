"""From a page to an article: the story without what the page puts around it."""

from onrecord.articles.covering import cover_furniture
from onrecord.articles.reading import read_article

__all__ = ["cover_furniture", "read_article"]
