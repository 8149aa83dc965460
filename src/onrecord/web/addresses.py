"""Addresses: of our own pages, and of the pages that articles came from."""

from collections.abc import Mapping
from urllib.parse import quote, urlencode, urlsplit

_LONGEST = 2_000
_LONGEST_NAME = 120  # characters
_WORDS_AT_END = 5


def address(path: str, params: Mapping[str, object] | None = None, **more: object) -> str:
    """Return `path` with a query of all that is set in `params` and `more`."""
    query = {**(params or {}), **more}
    chosen = {name: str(value) for name, value in query.items() if value not in (None, "")}
    return f"{path}?{urlencode(chosen)}" if chosen else path


def row_address(row: str) -> str:
    """Return the address of a row's page."""
    return f"/row/{quote(row, safe='')}"


def article_address(article: str, row: str | None = None) -> str:
    """Return the address of an article's page, at the words of `row` if it is given."""
    path = f"/article/{quote(article, safe='')}"
    return f"{path}?row={quote(row, safe='')}#{quote(row, safe='')}" if row else path


def story_address(story: str, tab: str = "", **params: object) -> str:
    """Return the address of a story's page or of one of its tabs."""
    path = f"/story/{quote(story, safe='')}"
    return address(f"{path}/{tab}" if tab else path, params)


def who_address(name: str, **params: object) -> str | None:
    """Return the address of someone's page, `None` for a name that is too long to be one."""
    if len(name) > _LONGEST_NAME or not name.strip():
        return None
    return address(f"/who/{quote(name.encode('utf-8', 'replace'), safe='')}", params)


def safe_link(url: str | None) -> str | None:
    """Return `url` if a browser may be sent there: a plain http or https address, else `None`.

    Pages say what they like about their own address; what could run as script is never a link.
    """
    if not url or len(url) > _LONGEST or not url.isprintable() or any(map(str.isspace, url)):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and host else None


def fragment_link(url: str | None, words: str) -> str | None:
    """Return the link to `words` on the live page: a text fragment, which browsers may ignore.

    Long passages are named by their first and last words.
    """
    link = safe_link(url)
    if link is None or not words.strip():
        return link
    pieces = words.split()
    ends = [pieces]
    if len(pieces) > 2 * _WORDS_AT_END:
        ends = [pieces[:_WORDS_AT_END], pieces[-_WORDS_AT_END:]]
    named = ",".join(quote(" ".join(end), safe="").replace("-", "%2D") for end in ends)
    mark = ":~:text=" if "#" in link else "#:~:text="
    return f"{link}{mark}{named}"
