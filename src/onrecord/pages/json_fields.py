"""One JSON object to one page: which fields are read, under which names."""

import json
from collections.abc import Mapping

from onrecord.errors import InputError
from onrecord.pages.decoding import clean_text, decode_page, replace_surrogates
from onrecord.pages.limits import Limits
from onrecord.pages.making import Hints, make_page
from onrecord.pages.sniffing import sniff_markup
from onrecord.pages.unreadable import Unreadable, explain
from onrecord.records import Page

# The field's own name, then the names that other tools give it; the first with a value counts.
TEXT_FIELDS = ("text", "body", "maintext")
HTML_FIELDS = ("html", "raw_html")
CONTENT_FIELDS = ("content",)  # either of the two above: markup tells
URL_FIELDS = ("url", "link", "uri")
TITLE_FIELDS = ("title", "headline")
DATE_FIELDS = (
    "date", "published", "date_published", "published_at", "publishedAt", "publish_date",
    "date_publish", "pubDate",
)  # fmt: skip
OUTLET_FIELDS = ("outlet", "source", "publisher", "sitename", "site_name")
_SNIFFED = 64 * 1024


def read_object(data: bytes, *, origin: str, limits: Limits) -> Page | Unreadable:
    """Return the page that the JSON object `data` describes, or what is wrong with it.

    `text` is the text of an article, unchanged (a lone surrogate becomes U+FFFD, so that
    offsets hold); without it, `html` is a page to be parsed. Other fields than the above are
    not looked at.
    """
    try:
        record = parse_json(data)
        if not isinstance(record, dict):
            return explain(origin, "is JSON, but no object; write one object for each page")
        return _make_page(record, origin=origin, limits=limits)
    except InputError as error:
        return explain(origin, error.reason)
    except ValueError as error:
        return explain(origin, f"is broken JSON ({error}); correct or leave out this record")
    except RecursionError:
        return explain(origin, "is nested too deeply; correct or leave out this record")


def parse_json(data: bytes) -> object:
    """Return the value of `data`; raise `ValueError` or `RecursionError` where there is none.

    The slower second way takes what the first refuses: other charsets and lone surrogates.
    """
    import msgspec  # as long to load as the rest of this package

    try:
        return msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        try:
            return json.loads(decode_page(data))
        except json.JSONDecodeError:
            raise ValueError(str(error)) from error


def _make_page(record: Mapping[str, object], *, origin: str, limits: Limits) -> Page | Unreadable:
    hints = _read_hints(record, origin)
    text = _find_field(record, TEXT_FIELDS, origin)
    html = _find_field(record, HTML_FIELDS, origin)
    if text is None and html is None:
        content = _find_field(record, CONTENT_FIELDS, origin)
        if content is not None and sniff_markup(content[:_SNIFFED].encode()) == "html":
            html = content
        else:
            text = content
    if text is not None:
        return make_page(text, "exact", origin=origin, limits=limits, hints=hints)
    if html is not None:
        return make_page(clean_text(html), "html", origin=origin, limits=limits, hints=hints)
    raise InputError("has neither text nor html; add one of these fields", origin=origin)


def _read_hints(record: Mapping[str, object], origin: str) -> Hints:
    url = _find_field(record, URL_FIELDS, origin)
    outlet = _find_field(record, OUTLET_FIELDS, origin)
    if outlet is not None and outlet.startswith(("http://", "https://")):
        url, outlet = url or outlet, None  # trafilatura writes the address as "source"
    return Hints(
        url=url,
        title=_find_field(record, TITLE_FIELDS, origin),
        outlet=outlet,
        published=_find_field(record, DATE_FIELDS, origin),
    )


def _find_field(record: Mapping[str, object], names: tuple[str, ...], origin: str) -> str | None:
    """Return the first of the named fields that has a value; null and "" are none.

    Raises `InputError` where that value is no string.
    """
    for name in names:
        value = record.get(name)
        if value is None or value == "":
            continue
        if not isinstance(value, str):
            raise InputError(
                f'field "{name}" has to be a string and is {_name_type(value)}', origin=origin
            )
        return replace_surrogates(value)
    return None


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
