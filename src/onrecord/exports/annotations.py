"""Rows as W3C Web Annotations: what a row says, at its words.

Positions count in the article's text, which the ledger keeps. On the live page only the words can
be looked for, so that it is named, where its address is known, with a quote selector alone.
"""

from collections.abc import Iterator
from typing import Any

from onrecord import __version__
from onrecord.ledger import ActRow, FigureRow, Filter, Ledger, Row
from onrecord.records import Span
from onrecord.views.words import (
    show_act,
    show_measure,
    show_parties,
    show_who,
)

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # characters of prefix and suffix

Annotation = dict[str, Any]


def make_annotations(ledger: Ledger, filter_: Filter) -> Iterator[Annotation]:
    """Yield an annotation for each row, by day."""
    kept: tuple[str, str] = ("", "")  # rows of one article mostly stand together
    for row in ledger.rows(filter_):
        if kept[0] != row.article:
            article = ledger.article(row.article).article
            kept = (row.article, article.text if article else "")
        yield make_annotation(row, kept[1])


def make_annotation(row: Row, text: str) -> Annotation:
    """Return `row` as an annotation of `text`, its article's."""
    return {
        "@context": CONTEXT,
        "id": f"urn:onrecord:row:{row.id}",
        "type": "Annotation",
        "motivation": "describing",
        "generator": {
            "id": "urn:onrecord:software",
            "type": "Software",
            "name": f"On Record {__version__}",
        },
        "body": [
            {
                "type": "TextualBody",
                "purpose": "describing",
                "format": "text/plain",
                "value": _say(row),
            },
            {
                "type": "TextualBody",
                "purpose": "tagging",
                "format": "text/plain",
                "value": row.kind,
            },
        ],
        "target": [target for span in row.spans for target in _list_targets(row, text, span)],
    }


def _list_targets(row: Row, text: str, span: Span) -> Iterator[dict[str, Any]]:
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[span.start : span.end],
        "prefix": text[max(0, span.start - AROUND) : span.start],
        "suffix": text[span.end : span.end + AROUND],
    }
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    yield {
        "type": "SpecificResource",
        "source": f"urn:onrecord:article:{row.article}",
        "selector": [position, quote],
    }
    if row.url is not None:
        yield {"type": "SpecificResource", "source": row.url, "selector": [quote]}


def _say(row: Row) -> str:
    """Return the row in words: "Mira Lund, refuse, to Tarvia"."""
    if isinstance(row, FigureRow):
        parts = list(show_measure(row))
        if row.who:
            parts.append(f"given by {show_parties(row.who)}")
    else:
        who = show_parties(row.who, nobody="someone") if isinstance(row, ActRow) else show_who(row)
        parts = [who, show_act(row)]
        if row.to:
            parts.append(f"to {show_parties(row.to)}")
    return ", ".join(filter(None, parts))
