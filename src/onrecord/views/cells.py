"""Rows as flat cells: one mapping a row, the same columns for every row of a kind."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from onrecord.ledger.history import DecisionRow
from onrecord.ledger.rows import (
    AccountRow,
    ActRow,
    ArticleHit,
    ArticleRow,
    FigureRow,
    Row,
    RowHit,
    StatementRow,
    StoryRow,
)
from onrecord.records import Comparison, When
from onrecord.views.answers import show_answer, show_change, show_moment
from onrecord.views.days import show_days
from onrecord.views.words import (
    ALONE,
    show_act,
    show_chain,
    show_figure_subject,
    show_parties,
    show_publisher,
    show_value,
    show_when,
    show_who,
    show_words,
)

Cell = str | int | float | bool | None
Cells = Mapping[str, Cell]
T = TypeVar("T")
ToCells = Callable[[T], Cells]

# What a terminal shows of each kind; files have every column.
TABLE_COLUMNS = {
    "statements": ("when", "who", "does", "to", "words", "published by", "r·o·l·o", "id"),
    "acts": ("when", "who", "does", "to", "words", "published by", "r·o·l·o", "id"),
    "figures": ("as of", "value", "of", "given by", "words", "published by", "r·o·l·o", "id"),
    "articles": ("published", "headline", "published by", "rows", "id"),
    "decisions": ("when", "by", "decision", "state", "after", "words", "id"),
    "stories": ("days", "story", "kind", "articles", "outlets", "lineages", "differences", "id"),
}
COUNTS_LEGEND = "r·o·l·o: reports, outlets, lineages (independent tellings), origins"


def statement_cells(row: StatementRow) -> Cells:
    """Return the cells of a statement."""
    return {
        "when": show_when(row),
        "who": show_who(row),
        "does": show_act(row),
        "to": show_parties(row.to),
        "words": show_words(row),
        **_shared_cells(row),
        "kind": row.record.kind,
        "act": row.record.act,
        "polarity": row.record.polarity,
        "cue": row.cue,
        "source": row.source,
        "relayed by": show_chain(row),
        "within": row.record.within,
        "condition": row.condition,
        "certainty": row.certainty,
    }


def act_cells(row: ActRow) -> Cells:
    """Return the cells of an act."""
    return {
        "when": show_when(row),
        "who": show_parties(row.who),
        "does": show_act(row),
        "to": show_parties(row.to),
        "words": row.sentence,
        **_shared_cells(row),
        "trigger": show_words(row),
        "type": row.record.type,
        "speech act": row.record.speech_act,
        "modality": row.record.modality,
        "polarity": row.record.polarity,
        "background": row.record.background,
        "asserted by": row.asserted_by.name if row.asserted_by else None,
        "denied by": show_parties(row.denied_by),
        "content": row.content,
        "condition": row.condition,
        "hedge": row.hedge,
        "certainty": row.certainty,
    }


def figure_cells(row: FigureRow) -> Cells:
    """Return the cells of a figure."""
    figure = row.record
    return {
        "as of": show_when(row),
        "value": show_value(figure),
        "of": show_figure_subject(row),
        "given by": show_parties(row.who),
        "words": row.sentence,
        **_shared_cells(row),
        "figure": figure.words,
        "low": figure.low,
        "high": figure.high,
        "low open": figure.low_open,
        "high open": figure.high_open,
        "bound": figure.bound,
        "change": figure.change,
        "unit": figure.unit,
        "counted": figure.counted,
        "whose": figure.whose,
        "place": figure.place,
        "hedge": figure.hedge,
        "denied by": show_parties(row.denied_by),
    }


def row_cells(row: Row) -> Cells:
    """Return the cells that all kinds of rows have, so that they fit in one table."""
    return {
        "kind": row.kind,
        "when": show_when(row),
        "who": show_who(row),
        "does": show_act(row),
        "to": show_parties(row.to),
        "words": show_words(row) if isinstance(row, StatementRow) else row.sentence,
        "value": show_value(row.record) if isinstance(row, FigureRow) else None,
        **_shared_cells(row),
        "certainty": row.certainty,
    }


def decision_cells(row: DecisionRow) -> Cells:
    """Return the cells of a decision."""
    decision = row.decision
    return {
        "when": show_moment(decision),
        "by": decision.who,
        "decision": decision.kind,
        "state": row.state,
        "before": "; ".join(f"{name}: {was}" for name, was, _ in show_change(decision) if was),
        "after": "; ".join(f"{name}: {now}" for name, _, now in show_change(decision)),
        "words": " … ".join(decision.row.words) if decision.row else None,
        "why": decision.why,
        "id": decision.id,
        "row": row.row,
        "other": row.other,
        "article": decision.article or (decision.row.article if decision.row else None),
        "undoes": decision.undoes,
        "no longer applies": row.lost,
    }


def article_cells(row: ArticleRow) -> Cells:
    """Return the cells of an article."""
    return {
        "published": show_days(row.published),
        "headline": row.headline,
        "published by": show_publisher(row.outlet, row.agency),
        "rows": row.statements + row.acts + row.figures,
        "id": row.id,
        "outlet": row.outlet,
        "agency": row.agency,
        "byline": row.byline,
        **_day_cells(row.published),
        "language": row.language,
        "url": row.url,
        "origin": row.origin,
        "episode": row.episode,
        "saga": row.saga,
        "lineage": row.lineage,
        "statements": row.statements,
        "acts": row.acts,
        "figures": row.figures,
    }


def story_cells(row: StoryRow) -> Cells:
    """Return the cells of a story."""
    return {
        "days": show_days(row),
        "story": row.name,
        "kind": row.kind,
        "articles": row.articles,
        "outlets": row.outlets,
        "lineages": row.lineages,
        "differences": row.differences,
        "id": row.id,
        "saga": row.parent,
        "earliest": row.earliest.isoformat() if row.earliest else None,
        "latest": row.latest.isoformat() if row.latest else None,
        "statements": row.statements,
        "acts": row.acts,
        "figures": row.figures,
    }


def account_cells(account: AccountRow) -> Cells:
    """Return the cells of an account."""
    counts = account.counts
    return {
        "id": account.id,
        "kind": account.kind,
        "story": account.story,
        "title": account.title,
        "rows": " ".join(ref.row for ref in account.rows),
        "reports": counts.reports,
        "outlets": counts.outlets,
        "lineages": counts.lineages,
        "origins": counts.origins,
    }


def comparison_cells(comparison: Comparison) -> Cells:
    """Return the cells of a comparison."""
    return {
        "account": comparison.account,
        "relation": comparison.relation,
        "reason": comparison.reason,
        "tags": "; ".join(comparison.tags),
        "a": comparison.a.row,
        "a article": comparison.a.article,
        "a start": comparison.a_span.start,
        "a end": comparison.a_span.end,
        "b": comparison.b.row,
        "b article": comparison.b.article,
        "b start": comparison.b_span.start,
        "b end": comparison.b_span.end,
    }


def _shared_cells(row: Row) -> Cells:
    counts = row.counts or ALONE
    return {
        "published by": show_publisher(row.outlet, row.agency),
        "r·o·l·o": f"{counts.reports}·{counts.outlets}·{counts.lineages}·{counts.origins}",
        "id": row.id,
        "sentence": row.sentence,
        "start": row.spans[0].start if row.spans else None,
        "end": row.spans[-1].end if row.spans else None,
        **_day_cells(row.when),
        "outlet": row.outlet,
        "agency": row.agency,
        "headline": row.headline,
        "published earliest": _iso(row.published)[0],
        "published latest": _iso(row.published)[1],
        "article": row.article,
        "url": row.url,
        "origin": row.origin,
        "episode": row.episode,
        "saga": row.saga,
        "account": row.account,
        "reports": counts.reports,
        "outlets": counts.outlets,
        "lineages": counts.lineages,
        "origins": counts.origins,
        "review": row.review,
        "read as": "; ".join(
            f"{name}: {said}" for name, said in show_answer(row.read_as, row.kind)
        ),
    }


def _day_cells(when: When) -> Cells:
    earliest, latest = _iso(when)
    return {
        "earliest": earliest,
        "latest": latest,
        "date certainty": when.certainty,
        "date anchor": when.anchor,
    }


def _iso(when: When) -> tuple[str | None, str | None]:
    return (
        when.earliest.isoformat() if when.earliest else None,
        when.latest.isoformat() if when.latest else None,
    )


def _show_what(row: Row) -> str:
    """Return what a row says in a few words: an act, or a value and who denies it."""
    if not isinstance(row, FigureRow):
        return show_act(row)
    denied = f", denied by {show_parties(row.denied_by)}" if row.denied_by else ""
    return show_value(row.record) + denied


def hit_cells(hit: RowHit | ArticleHit) -> Cells:
    """Return the cells of what a search found: a row, or an article with its snippet."""
    if isinstance(hit, ArticleHit):
        article = hit.article
        return {
            "when": show_days(article.published),
            "found": "article",
            "by": hit.by,
            "who": None,
            "what": None,
            "words": hit.snippet,
            "published by": show_publisher(article.outlet, article.agency),
            "id": article.id,
        }
    row = hit.row
    return {
        "when": show_when(row),
        "found": row.kind,
        "by": hit.by,
        "who": show_who(row),
        "what": _show_what(row),
        "words": show_words(row) if isinstance(row, StatementRow) else row.sentence,
        "published by": show_publisher(row.outlet, row.agency),
        "id": row.id,
    }
