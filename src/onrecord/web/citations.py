"""A row as one would cite it: words, speaker, day, outlet, address, support."""

from onrecord.ledger import ActRow, FigureRow, Row, StatementRow
from onrecord.views.answers import show_review
from onrecord.views.days import show_days
from onrecord.views.markup import harmless
from onrecord.views.plain import shorten
from onrecord.views.words import (
    ALONE,
    show_act,
    show_chain,
    show_counts,
    show_parties,
    show_published,
    show_publisher,
    show_words,
)
from onrecord.web.addresses import fragment_link

_TELLING = 4  # words that a page has once


def cite(row: Row, *, original: str | None = None) -> str:
    """Return the citation of `row` as plain text of a few lines.

    Only what is printed as somebody's exact words stands in quotation marks; a paraphrase is
    called one. `original` is the SHA-256 of the saved copy.
    """
    lines = [
        f"{_words(row)} — {_who(row)}, {_when(row)}.",
        _publication(row),
        f"{show_counts(row.counts or ALONE).capitalize()}. {_review(row)}. {_place(row, original)}",
    ]
    return "\n".join(" ".join(harmless(line).split()) for line in lines)


def words_to_find(row: Row) -> str:
    """Return the words by which a row is found on its live page: its sentence, unless it quotes.

    The trigger of an act, a bare number or a short “No,” would be found in the first place that
    has it.
    """
    if isinstance(row, StatementRow) and row.words:
        words = max(row.words, key=len)
        if len(words.split()) >= _TELLING:
            return words
    return row.sentence


def _review(row: Row) -> str:
    said = show_review(row)
    return said[0].upper() + said[1:]


def _words(row: Row) -> str:
    if isinstance(row, StatementRow):
        kind = row.record.kind
        return show_words(row) if kind == "direct" else f"{show_words(row)} [{kind}, not verbatim]"
    return f"{row.sentence} [words of the article]"


def _who(row: Row) -> str:
    if isinstance(row, StatementRow):
        who = _named(row) or (
            f"unnamed: {shorten(row.source)}" if row.source else "speaker unknown"
        )
        cue = f" ({row.cue})" if row.cue else ""
        to = f" to {shorten(show_parties(row.to))}" if row.to else ""
        relay = f", {shorten(show_chain(row))}" if row.relayed_by else ""
        return f"{who}{cue}{to}{relay}"
    if isinstance(row, ActRow):
        to = f" → {shorten(show_parties(row.to))}" if row.to else ""
        return f"{shorten(show_parties(row.who, nobody='actor not stated'))}: {show_act(row)}{to}"
    assert isinstance(row, FigureRow)
    return f"{row.record.words}, given by {_named(row) or 'the article'}"


def _named(row: Row) -> str:
    return shorten(
        ", ".join(f"{party.name}, {party.role}" if party.role else party.name for party in row.who)
    )


def _when(row: Row) -> str:
    days = show_days(row.when)
    return f"{days} [{row.when.certainty}]" if row.when.certainty == "bounded" else days


def _publication(row: Row) -> str:
    link = fragment_link(row.url, words_to_find(row))
    headline = shorten(row.headline) if row.headline else "no headline"
    publisher = shorten(show_publisher(row.outlet, row.agency))
    return f"{publisher}, {headline}, {show_published(row.published)}. {link or row.origin}"


def _place(row: Row, original: str | None) -> str:
    spans = ", ".join(f"{start}–{end}" for start, end in row.spans)
    saved = f", saved copy sha256 {original}" if original else ""
    return f"On Record {row.id}, characters {spans} of {row.article}{saved}."
