"""Furniture is covered where a text has to stay as it came."""

from onrecord.articles import cover_furniture
from onrecord.records import Article, Span

_STORY = "Watch: ferries stop\n\nSpeaker Ida Berg{box} said no.\n\n{link}\n\nTalks go on."


def _article(**parts: str) -> Article:
    text = _STORY.format(**parts)
    return Article(id="x", text=text, body=Span(0, len(text)))


def test_what_is_covered_moves_nothing() -> None:
    box = " Ida Maria BergFerries stop again in Baru: report MORE"
    link = "READ MORE: Why the ferries stopped"
    covered = cover_furniture(_article(box=box, link=link))
    assert covered.text == _STORY.format(box=" " * len(box), link=" " * len(link))


def test_a_text_without_furniture_stays_itself() -> None:
    article = _article(box="", link="The union is content.")
    assert cover_furniture(article) is article
