"""One record, of JSON or of a table, to its pages: which fields are read, under which names."""

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime

from onrecord.errors import InputError
from onrecord.pages.decoding import clean_text, replace_surrogates
from onrecord.pages.limits import Limits
from onrecord.pages.making import Hints, make_page
from onrecord.pages.markup import sniff_markup
from onrecord.pages.names import record_origin, show_name
from onrecord.pages.unreadable import Unreadable, explain
from onrecord.records import Page

# The field's own name, then the names that other tools give it; the first with a value counts.
# Names are compared by their letters in lower case: "Article Text" is "article_text".
EXACT_FIELDS = ("text",)
# Text or HTML: markup tells.
CONTENT_FIELDS = (
    "maintext", "body", "articletext", "fulltext", "storytext", "articlebody", "bodytext",
    "contenttext", "plaintext", "textcontent", "articlecontent", "storybody", "content", "article",
)  # fmt: skip
HTML_FIELDS = ("html", "rawhtml", "contenthtml", "bodyhtml", "articlehtml")
URL_FIELDS = ("url", "link", "uri", "weburl", "articleurl", "permalink")
TITLE_FIELDS = ("title", "headline", "webtitle", "articletitle")
DATE_FIELDS = (
    "date", "published", "datepublished", "publishedat", "publishdate", "datepublish", "pubdate",
    "publicationdate", "webpublicationdate", "publishedtime", "publishedon", "publishtime",
)  # fmt: skip
OUTLET_FIELDS = (
    "outlet", "source", "publisher", "sitename", "medianame", "mediaoutlet", "sourcename",
    "newspaper", "publication", "site",
)  # fmt: skip
BYLINE_FIELDS = ("byline", "authors", "author")
# Where the articles are in the answers of services, and the fields in records inside records.
_LISTS = ("articles", "items", "results", "docs", "response", "data", "stories", "entries", "hits")
_INNER = ("fields", "source", "attributes", "article")
_DEEPEST = 3
# Of objects that stand for their name, their words or their date.
_NAMES_IN = ("name", "title", "date", "main", "original", "rendered", "value")

_SNIFFED = 64 * 1024
_NO_LETTER = re.compile("[^a-z]+")
_CUT = re.compile(r"\[\+\d+ chars\]\s*$")
_SECONDS, _MILLISECONDS = range(10**8, 10**10), range(10**11, 10**13)


def fold_name(name: str) -> str:
    """Return the letters of a field's name in lower case, by which names are compared."""
    return _NO_LETTER.sub("", name.lower())


def read_record(
    record: Mapping[str, object], *, origin: str, limits: Limits, depth: int = 0
) -> Iterator[Page | Unreadable]:
    """Yield the page that `record` describes, those in the list that it holds, or what is wrong.

    `text` is the text of an article, unchanged (a lone surrogate becomes U+FFFD, so that offsets
    hold); without it, `html` is a page to be parsed. Other fields than the above are not looked at.
    """
    fields = _fold(record)
    nested = None if _has_content(fields) else _find_list(fields, depth)
    if nested is not None:
        for number, each in enumerate(nested, start=1):
            name = record_origin(origin, number)
            yield from read_record(each, origin=name, limits=limits, depth=depth + 1)
        return
    try:
        yield _make_page(fields, origin=origin, limits=limits)
    except InputError as error:
        yield explain(origin, error.reason)


def _fold(record: Mapping[str, object]) -> dict[str, tuple[str, object]]:
    """Return name and value of each field by its folded name; the first of one name counts.

    What stands in a record inside the record ("fields") counts where it is not beside it.
    """
    fields: dict[str, tuple[str, object]] = {}
    for name, value in record.items():
        fields.setdefault(fold_name(name), (name, value))
    for inner in () if _has_content(fields) else _INNER:
        _, value = fields.get(inner, (inner, None))
        within = {fold_name(name): (name, each) for name, each in _items(value)}
        if _has_content(within):
            del fields[inner]
            return within | fields
    return fields


def _items(value: object) -> Iterable[tuple[str, object]]:
    return value.items() if isinstance(value, dict) else ()


def _has_content(fields: Mapping[str, tuple[str, object]]) -> bool:
    names = (*EXACT_FIELDS, *CONTENT_FIELDS, *HTML_FIELDS)
    found = (fields[name][1] for name in names if name in fields)
    within = (_find_inside(value) if isinstance(value, dict) else value for value in found)
    return any(not _is_nothing(value) for value in within)


def _find_list(
    fields: Mapping[str, tuple[str, object]], depth: int
) -> list[Mapping[str, object]] | None:
    """Return the records in the first field that holds a list of them, or `None`."""
    for name in _LISTS if depth < _DEEPEST else ():
        value = fields.get(name, ("", None))[1]
        if isinstance(value, dict):
            value = [value]
        if isinstance(value, list):
            records: list[Mapping[str, object]] = [each for each in value if isinstance(each, dict)]
            if records:
                return records
    return None


def _make_page(
    fields: Mapping[str, tuple[str, object]], *, origin: str, limits: Limits
) -> Page | Unreadable:
    hints = _read_hints(fields, origin)
    text = _find_text(fields, EXACT_FIELDS, origin)
    html = _find_text(fields, HTML_FIELDS, origin)
    if text is None:
        content = _find_text(fields, CONTENT_FIELDS, origin)
        if content is not None and sniff_markup(content[:_SNIFFED].encode()) == "html":
            html = html or content
        else:
            text = content
    where = f"; save its page ({show_name(hints.url)}) and give that" if hints.url else ""
    if text is not None and (cut := _CUT.search(text)) is not None:
        reason = f"holds no more than the beginning of its text (“{cut[0].strip()}”)"
        return explain(origin, reason + (where or "; give all of it"))
    if text is not None:
        return make_page(text, "exact", origin=origin, limits=limits, hints=hints)
    if html is not None:
        return make_page(clean_text(html), "html", origin=origin, limits=limits, hints=hints)
    if where:
        return explain(origin, f"has neither text nor html{where}")
    return explain(origin, "has neither text nor html; add one of these fields")


def read_hints(record: Mapping[str, object]) -> Hints:
    """Return what `record` says beside a text; fields of another kind than theirs are left out."""
    fields = {fold_name(name): (name, value) for name, value in record.items()}
    said = {name: each for name, each in fields.items() if isinstance(each[1], str)}
    said |= {name: fields[name] for name in BYLINE_FIELDS if name in fields}
    return _read_hints(said, "")


def _read_hints(fields: Mapping[str, tuple[str, object]], origin: str) -> Hints:
    url = _find_words(fields, URL_FIELDS, origin)
    outlet = _find_words(fields, OUTLET_FIELDS, origin)
    if outlet is not None and outlet.startswith(("http://", "https://")):
        url, outlet = url or outlet, None  # trafilatura writes the address as "source"
    return Hints(
        url=url,
        title=_find_words(fields, TITLE_FIELDS, origin),
        outlet=outlet,
        published=_find_words(fields, DATE_FIELDS, origin),
        byline=_find_byline(fields),
    )


def _find_text(
    fields: Mapping[str, tuple[str, object]], names: tuple[str, ...], origin: str
) -> str | None:
    """Return the first of the named fields that has a value; a list of strings is paragraphs.

    Raises `InputError` where that value is neither.
    """
    for name in names:
        given, value = fields.get(name, (name, None))
        if isinstance(value, dict):
            value = _find_inside(value) or value
        if _is_nothing(value):
            continue
        if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
            value = "\n\n".join(value)
        if not isinstance(value, str):
            raise _wrong_type(given, value, origin)
        return replace_surrogates(value)
    return None


def _find_words(
    fields: Mapping[str, tuple[str, object]], names: tuple[str, ...], origin: str
) -> str | None:
    """Return the first of the named fields that has a value; null and "" are none.

    An object stands for its name, and the number of a date for the time since 1970. Raises
    `InputError` where the value is of another kind.
    """
    for name in names:
        given, value = fields.get(name, (name, None))
        if isinstance(value, dict):
            value = _find_inside(value)
            if value is None:
                raise _wrong_type(given, fields[name][1], origin)
        if _is_nothing(value):
            continue
        if names is DATE_FIELDS and (moment := _read_epoch(value)) is not None:
            return moment
        if not isinstance(value, str):
            raise _wrong_type(given, value, origin)
        return replace_surrogates(value)
    return None


def _find_inside(value: Mapping[str, object]) -> object:
    """Return what an object is called: its "name", or the "$date" of a database; `None` if not."""
    inside = {fold_name(name): each for name, each in value.items()}
    return next((inside[name] for name in _NAMES_IN if name in inside), None)


def _find_byline(fields: Mapping[str, tuple[str, object]]) -> str | None:
    """Return the authors on one line; what is no name of anybody is left out."""
    for name in BYLINE_FIELDS:
        value = fields.get(name, (name, None))[1]
        people = value if isinstance(value, list) else [value]
        people = [_find_inside(each) if isinstance(each, dict) else each for each in people]
        names = [" ".join(each.split()) for each in people if isinstance(each, str)]
        names = [each for each in names if each and "://" not in each]
        if names:
            return replace_surrogates(", ".join(dict.fromkeys(names)))
    return None


def _read_epoch(value: object) -> str | None:
    """Return the moment of a number of seconds or milliseconds since 1970, as ISO 8601 has it."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    whole = int(value)
    if whole not in _SECONDS and whole not in _MILLISECONDS:
        return None
    seconds = whole if whole in _SECONDS else whole // 1000
    return datetime.fromtimestamp(seconds, UTC).isoformat()


def _is_nothing(value: object) -> bool:
    return value is None or value == "" or (isinstance(value, float) and math.isnan(value))


def _wrong_type(name: str, value: object, origin: str) -> InputError:
    field = show_name(" ".join(name.split()))
    reason = f'field "{field}" has to be a string and is {_name_type(value)}'
    return InputError(reason, origin=origin)


def _name_type(value: object) -> str:
    match value:
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case list():
            return "an array"
        case _:
            return "an object"
