"""Read what a page says about itself to machines: JSON-LD, Open Graph, meta and time elements."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from lxml import etree  # type: ignore[import-untyped]

from onrecord.articles.html_tree import Element
from onrecord.articles.own_times import find_times, is_own
from onrecord.text import read_archived

_TELLING = ("meta", "script", "title", "link", "time")  # elements
# The second is an hCard's name, as WordPress writes it.
_AUTHOR_LINKS = etree.XPath("//a[@rel='author' or contains(concat(' ', @class, ' '), ' fn ')]")
_ARTICLE_TYPES = ("Article", "Posting", "Report", "LiveBlog", "WebPage")
_MAX_BLOCK = 600_000  # characters of one JSON-LD block that are read
_MAX_NODES = 400
_MAX_DEPTH = 12
_SHORTEST_STORY = 250  # characters
_MARKUP = re.compile("<[a-zA-Z/]")
_LEAST_SECONDS = 1_000_000_000  # of a number that is a time since 1970
_MOST_AUTHORS, _LONGEST_NAME = 8, 60
_AUTHOR_META = ("author", "parsely-author", "sailthru.author", "dc.creator", "article:author")
_DECODER = json.JSONDecoder(strict=False)  # many a headline has a line break in it

_PUBLISHED_META = (
    "article:published_time datepublished date dc.date dc.date.issued dcterms.created dcterms.date "
    "dcterms.issued pubdate publishdate publish-date publish_date parsely-pub-date sailthru.date "
    "published_time published_at cxenseparse:recs:publishtime article.published "
    "og:published_time citation_publication_date originalpublicationdate timestamp creation_date "
    "release_date og:article:published_time article_date_original"
).split()
_MODIFIED_META = (
    "article:modified_time datemodified dcterms.modified last-modified lastmod og:updated_time "
    "article:updated_time updated_time dc.date.modified article.updated"
).split()


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfDescription:
    """What a page's markup says about the page; every value in the page's own words.

    `dates` hold pairs of a witness kind and words that name the field. `archived` is when a web
    archive copied the page, where its address is that of such a copy; `url` is then the page's.
    """

    titles: tuple[str, ...] = ()  # most trusted first
    site_names: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    url: str | None = None
    language: str | None = None
    dates: tuple[tuple[str, str], ...] = ()
    times: tuple[str, ...] = ()  # of its first time elements
    other_times: frozenset[str] = frozenset()  # words of those of comments and other articles
    archived: datetime | None = None
    story: str | None = None  # the text of the article, where JSON-LD holds it


def describe_page(root: Element) -> SelfDescription:
    """Return what the head of the page, its JSON-LD blocks and its time elements say."""
    found: dict[str, list[Element]] = {tag: [] for tag in _TELLING}
    for element in root.iter(*_TELLING):
        found[element.tag].append(element)
    metas = _read_metas(found["meta"])
    nodes = list(_read_article_nodes(found["script"]))
    title = _clean(found["title"][0].text) if found["title"] else None
    link = next((each for each in found["link"] if each.get("rel") == "canonical"), None)
    url = next(
        iter(_present(None if link is None else link.get("href"), metas.get("og:url"))), None
    )
    copy = read_archived(url) if url else None
    site_names = _present(
        metas.get("og:site_name"),
        *(name for node in nodes for name in _names(node.get("publisher"))),
        metas.get("application-name"),
        metas.get("publisher"),
    )
    if url and copy is not None:
        site_names = tuple(name for name in site_names if name != urlsplit(url).hostname)
    times = find_times(root, found["time"])
    return SelfDescription(
        titles=_present(
            *(_clean(node.get("headline")) for node in nodes),
            *(metas.get(name) for name in ("og:title", "twitter:title", "dc.title", "title")),
            title,
        ),
        site_names=site_names,
        authors=_find_authors(root, metas, nodes),
        url=url if copy is None else copy.url,
        archived=None if copy is None else copy.made,
        language=root.get("lang") or metas.get("og:locale") or metas.get("language"),
        dates=tuple(_find_dates(metas, nodes)),
        story=_find_story(nodes),
        times=times.own,
        other_times=times.others,
    )


def _find_story(nodes: list[dict[str, Any]]) -> str | None:
    """Return the longest text of an article in JSON-LD that holds no markup."""
    texts = [
        html.unescape(text) for node in nodes if isinstance(text := node.get("articleBody"), str)
    ]
    plain = [
        text for text in texts if len(text) >= _SHORTEST_STORY and _MARKUP.search(text) is None
    ]
    return max(plain, key=len, default=None)


def _find_authors(
    root: Element, metas: dict[str, str], nodes: list[dict[str, Any]]
) -> tuple[str, ...]:
    """Return the authors by the first of these that names any: JSON-LD, a link marked so, meta."""
    known = _present(*(name for node in nodes for name in _names(node.get("author"))))
    fields = (metas.get(name) for name in _AUTHOR_META)
    return (known or _find_linked_authors(root))[:_MOST_AUTHORS] or _present(
        *(name for name in fields if name and "/" not in name)
    )[:1]


def _find_linked_authors(root: Element) -> tuple[str, ...]:
    """Return the words of the links to the author, outside menus, lists and side boxes."""
    links = (element for element in _AUTHOR_LINKS(root) if is_own(element))
    names = (_clean("".join(element.itertext())) for element in links)
    return _present(*(name for name in names if name and len(name) <= _LONGEST_NAME))


def _find_dates(metas: dict[str, str], nodes: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    seen: set[tuple[str, str]] = set()
    for node in nodes:
        for key in ("datePublished", "dateModified"):
            value = node.get(key)
            if isinstance(value, int) and value >= _LEAST_SECONDS:
                value = str(value)
            if isinstance(value, str) and value.strip() and (key, value) not in seen:
                seen.add((key, value))
                yield "json-ld", f"{key} {_clean(value)}"
    for names in (_PUBLISHED_META, _MODIFIED_META):
        for name in names:
            if name in metas:
                yield "meta", f"{name} {metas[name]}"


def _read_metas(elements: list[Element]) -> dict[str, str]:
    """Return the content of each meta element by its name in lower case; the first one counts."""
    metas: dict[str, str] = {}
    for element in elements:
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content and content.strip():
            metas.setdefault(name.lower(), _clean(content[:4000]) or "")
    return metas


def _read_article_nodes(scripts: list[Element]) -> Iterator[dict[str, Any]]:
    """Yield the JSON-LD nodes that describe an article, a real article before a web page."""
    found: list[dict[str, Any]] = []
    for script in scripts:
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            found.extend(_walk(_load(script.text), 0))
    articles = [node for node in found[:_MAX_NODES] if _is_article(node)]
    yield from sorted(articles, key=lambda node: "WebPage" in _types(node))


def _load(text: str) -> Any:
    if len(text) > _MAX_BLOCK:
        return None
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    try:
        return _DECODER.decode(text)
    except (ValueError, RecursionError):
        return None


def _walk(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for item in value[:100]:
            yield from _walk(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "liveBlogUpdate"):
            if key != "liveBlogUpdate":
                yield from _walk(value.get(key), depth + 1)


def _types(node: dict[str, Any]) -> str:
    kind = node.get("@type")
    return " ".join(map(str, kind)) if isinstance(kind, list) else str(kind)


def _is_article(node: dict[str, Any]) -> bool:
    return any(kind in _types(node) for kind in _ARTICLE_TYPES)


def _names(value: Any) -> list[str]:
    """Return the names in an author or publisher value: a string, an object, or a list."""
    if isinstance(value, str):
        return [] if "://" in value else [_clean(value) or ""]
    if isinstance(value, dict):
        return _names(value.get("name"))
    if isinstance(value, list):
        return [name for item in value[:20] for name in _names(item)]
    return []


def _clean(value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    return " ".join(html.unescape(value).split()) or None


def _present(*values: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
