"""Find the times that the markup of a page gives for its article, and not for other things."""

import html
import itertools
import re
from typing import NamedTuple

from lxml import etree  # type: ignore[import-untyped]

from onrecord.articles.html_tree import Element

_MARKED = etree.XPath("//*[@itemprop][not(self::meta or self::time)]")
_MICRODATA = ("datepublished", "datemodified")
_LINKED_HEADING = etree.XPath("boolean(.//h2//a[@href] | .//h3//a[@href] | .//h4//a[@href] |"
                              " .//a[@href]//h2 | .//a[@href]//h3 | .//a[@href]//h4)")  # fmt: skip
_OTHERS = re.compile(r"comment|\brelated|recommend|\bteaser|\bread-?(?:more|next)\b")
_CARD_REACH = 3  # elements around a time that may be the card of another story
_CARD_PARTS = 6  # children of a card at most
_MOST_TIMES = 3
_LONGEST = 80  # characters
_BESIDE = ("li", "aside", "nav", "footer")
_REACH_UP = 6  # elements around a time element that are looked at


class FoundTimes(NamedTuple):
    """The times of the article itself, and the words of those of comments and other articles."""

    own: tuple[str, ...]
    others: frozenset[str]


def find_times(root: Element, elements: list[Element]) -> FoundTimes:
    """Return the dates of the page's first `<time>` elements outside menus, lists and side boxes.

    The machine-readable value where there is one, else the words, after "dateModified" where the
    element is marked so; three at most. Other elements that are marked as the date (microdata)
    come behind.
    """
    found: list[str] = []
    others: set[str] = set()
    title = next(root.iter("h1"), None)
    marked = [
        element
        for element in _MARKED(root)
        if any(name in element.get("itemprop").lower() for name in _MICRODATA)
    ]
    for element in (*elements, *marked):
        value = element.get("datetime") or element.get("content") or "".join(element.itertext())
        words = " ".join(html.unescape(value).split())
        if len(words) > _LONGEST or not any(map(str.isdigit, words)):
            continue
        if is_own(element) and not _is_in_other_article(element, title):
            found.append(f"{_name_field(element)}{words}")
        elif not _is_in_list(element):
            others.add(" ".join("".join(element.itertext()).split()))
        if len(found) == _MOST_TIMES:
            break
    return FoundTimes(tuple(dict.fromkeys(found)), frozenset(others))


def is_own(element: Element) -> bool:
    """Tell the article's own time from those of comments and of other articles beside it."""
    for level, outer in enumerate(itertools.islice(element.iterancestors(), _REACH_UP)):
        if outer.tag in _BESIDE:
            return False
        if outer.tag in ("main", "body"):
            return True
        if _OTHERS.search(f"{outer.get('id') or ''} {outer.get('class') or ''}".lower()):
            return False
        if level < _CARD_REACH and outer.tag != "header" and _is_card(outer):
            return False
    return True


def _is_in_list(element: Element) -> bool:
    """Return whether `element` stands in a list, as the date of the article itself may do, too."""
    around = itertools.islice(element.iterancestors(), _REACH_UP)
    return next((outer.tag for outer in around if outer.tag in _BESIDE), "") == "li"


def _is_in_other_article(element: Element, title: Element | None) -> bool:
    """Return whether `element` is in an `<article>` with a heading, and `title` in none around it.

    Pages that scroll on have the next story below their own.
    """
    articles = list(element.iterancestors("article"))
    if title is None or not articles or next(articles[0].iter("h1", "h2"), None) is None:
        return False
    own = set(title.iterancestors("article"))
    return bool(own) and own.isdisjoint(articles)


def _is_card(element: Element) -> bool:
    """Return whether `element` is nothing but the linked title of a story and what is beside it."""
    few = len(element) <= _CARD_PARTS and element.find(".//h1") is None
    return few and bool(_LINKED_HEADING(element))


def _name_field(element: Element) -> str:
    """Return "dateModified " where the element's names say that and nothing else."""
    names = f"{element.get('itemprop') or ''} {element.get('class') or ''}".lower()
    if "publish" in names:
        return "" if element.tag == "time" else "datePublished "
    return "dateModified " if "modified" in names or "updated" in names else ""
