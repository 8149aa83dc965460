"""One row or one article in full, as text: all that stands behind it, with the exact words."""

from collections.abc import Iterator

from onrecord.ledger import ActRow, FigureRow, Ledger, Row, StatementRow
from onrecord.records import Article, Reading
from onrecord.stances import words_said
from onrecord.views.answers import show_answer, show_change, show_done, show_moment
from onrecord.views.days import UNKNOWN, show_days
from onrecord.views.pairs import show_reason
from onrecord.views.plain import count_noun, one_line, printable, shorten
from onrecord.views.words import (
    ALONE,
    show_act,
    show_chain,
    show_counts,
    show_figure_subject,
    show_parties,
    show_place,
    show_publisher,
    show_said,
    show_value,
    show_who,
    show_words,
)

_UNREAD = "rows are read in English"


def row_details(ledger: Ledger, row: Row) -> Iterator[str]:
    """Yield the lines that tell all about one row, the other reports of it last."""
    yield show_words(row)
    yield ""
    yield from _pairs(
        ("who", show_who(row) + _roles(row)),
        ("does", show_act(row)),
        ("to", show_parties(row.to)),
        *_own_pairs(row),
        ("condition", row.condition),
        ("hedge", row.hedge),
        ("denied by", show_parties(row.denied_by)),
        ("when", tell_when(row)),
        ("sentence", row.sentence),
        ("stands at", ", ".join(f"{start}–{end}" for start, end in row.spans)),
        ("article", f"{row.headline or 'no headline'} ({row.article})"),
        ("published by", show_publisher(row.outlet, row.agency)),
        ("published", show_days(row.published)),
        ("address", row.url or row.origin),
        ("how sure", row.certainty),
        ("review", row.review),
        ("read as", "; ".join(map(": ".join, show_answer(row.read_as, row.kind)))),
        ("reported", show_counts(row.counts or ALONE)),
        ("id", row.id),
    )
    yield from _history(ledger, row)
    if row.account is None:
        return
    comparisons = list(ledger.account_comparisons(row.account))
    touching = [c for c in comparisons if row.id in (c.a.row, c.b.row)]
    if touching:
        yield ""
        yield "Other reports of it:"
    for comparison in touching:
        other = ledger.row(comparison.b.row if comparison.a.row == row.id else comparison.a.row)
        words = other.record.words if isinstance(other, FigureRow) else show_said(other)
        yield (
            f"  {comparison.relation}: {one_line(words)} — {one_line(show_place(other))} "
            f"({one_line(show_reason(comparison, row, other))}) {other.id}"
        )


def tell_when(row: Row) -> str:
    """Return "20 Mar 2024 (bounded, counted from: published)", or "date unknown" alone."""
    days = show_days(row.when)
    return days if days == UNKNOWN else f"{days} ({row.when.certainty}{_anchor(row)})"


def article_details(reading: Reading, article: Article, *, text: bool) -> Iterator[str]:
    """Yield the lines that tell about one article: dates, what was removed, and its text."""
    published = article.published
    yield one_line(article.headline or "no headline")
    yield ""
    yield from _pairs(
        ("published by", show_publisher(article.outlet, article.agency)),
        ("byline", article.byline),
        ("dateline", article.dateline.place if article.dateline else None),
        ("published", f"{show_days(published)} ({published.certainty})"),
        *((f"  {w.kind}", f"{one_line(w.words)}: {show_days(w)}") for w in published.witnesses),
        *(("  conflict", conflict) for conflict in published.conflicts),
        ("address", article.url or reading.origin),
        ("language", f"{article.language} ({_UNREAD})" if article.is_foreign else article.language),
        (
            "rows",
            ", ".join(
                (
                    count_noun(len(words_said(reading.statements)), "statement"),
                    count_noun(len(reading.acts), "act"),
                    count_noun(len(reading.figures), "figure"),
                )
            ),
        ),
        ("read by", reading.version),
        ("id", article.id),
    )
    if article.removed:
        yield ""
        yield "Removed from the page:"
        for removed in article.removed:
            yield f"  {removed.reason}: {shorten(one_line(removed.words), 100)}"
    if text:
        yield ""
        yield printable(article.text)


def _history(ledger: Ledger, row: Row) -> Iterator[str]:
    history = list(ledger.history(row.id))
    if history:
        yield ""
        yield "Decisions:"
    for one in history:
        decision = one.decision
        changes = "".join(
            f", {name}: {one_line(before)} → {one_line(after)}"
            if before
            else f", {one_line(after)}"
            for name, before, after in show_change(decision)
        )
        state = "" if one.state == "holds" else f" ({one.state})"
        why = f" — {one_line(decision.why)}" if decision.why else ""
        yield (
            f"  {show_moment(decision)}  {show_done(decision)} by {one_line(decision.who)}{state}"
            f"{changes}{why} {decision.id}"
        )


def _own_pairs(row: Row) -> Iterator[tuple[str, str | None]]:
    if isinstance(row, StatementRow):
        yield "kind", row.record.kind
        yield "source", row.source
        yield "cue", row.cue
        yield "carried", show_chain(row)
    elif isinstance(row, ActRow):
        yield "asserted by", row.asserted_by.name if row.asserted_by else "the article"
        yield "about", row.content
    elif isinstance(row, FigureRow):
        yield "value", show_value(row.record)
        yield "of", show_figure_subject(row)


def _pairs(*pairs: tuple[str, str | None]) -> Iterator[str]:
    for name, value in pairs:
        if value:
            yield f"{name + ':':<14}{one_line(value)}"


def _roles(row: Row) -> str:
    roles = [
        ", ".join(part for part in (party.role, party.state) if part)
        for party in row.who
        if party.role or party.state
    ]
    return f" ({'; '.join(roles)})" if roles else ""


def _anchor(row: Row) -> str:
    return f", counted from: {row.when.anchor}" if row.when.anchor else ""
