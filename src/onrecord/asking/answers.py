"""Find the rows that answer a question, and the line that says so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from onrecord.asking.evidence import Evidence, weigh_row
from onrecord.asking.questions import Form, Question, read_question
from onrecord.asking.terms import spread_stem
from onrecord.ledger import ActRow, FigureRow, Filter, Ledger, Row, StatementRow
from onrecord.ledger.grammar import read_filter
from onrecord.records import Article, RowKind
from onrecord.stories.pages import find_version_day, name_page

GATHERED = 300  # rows are looked at
SHOWN = 5  # rows that answer are given at most, and as many that say something else of the same
_AS_WELL = 0.2  # what certainty and support alone make of a difference
_RETRACTED = 0.3  # what an older version of a page says counts less than what the newer does

Told = tuple[object, ...]

# What asks for a figure or for words is answered by rows of one kind.
_WITH_OTHERS: frozenset[Form] = frozenset({"number", "length", "whether"})
_KINDS: dict[Form, RowKind] = {"what": "statement", "number": "figure", "length": "figure"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the rows say to a question; without `rows`, these articles do not say.

    `line` is the sentence of the first row as its article prints it. `short` is the name, day or
    figure that was asked for, from that row; `None` where the question asks for none of these.
    """

    question: str
    form: Form
    short: str | None = None
    line: str | None = None
    rows: tuple[Row, ...] = ()


def ask(ledger: Ledger, question: str, filter_: Filter | None = None) -> Answer:
    """Return what the rows that `filter_` chooses say to `question`."""
    asked = read_question(question)
    if not asked.terms and asked.who is None:
        return Answer(question=question, form=asked.form)
    base = filter_ or Filter()
    found = [
        evidence
        for row in _gather(ledger, asked, base)
        if (evidence := weigh_row(ledger, asked, row)) is not None
    ]
    best = list(_choose(_lower_retracted(ledger, found)))[:SHOWN]
    if asked.first:
        best = _put_earliest_first(best, found)
    if not best:
        return Answer(question=question, form=asked.form)
    rows = [evidence.row for evidence in best if not evidence.past or best[0].past]
    if asked.form in _WITH_OTHERS:
        rows += islice(_list_others(ledger, base, [each.row for each in best]), SHOWN)
    rows += [evidence.row for evidence in best if evidence.row not in rows]
    return Answer(
        question=question,
        form=asked.form,
        short=best[0].short,
        line=best[0].row.sentence,
        rows=tuple(rows),
    )


def _gather(ledger: Ledger, asked: Question, base: Filter) -> list[Row]:
    """Return the rows that may answer, those that hold the question's words first."""
    kind = _KINDS.get(asked.form, base.kind)
    narrowed = read_filter({"kind": kind, "limit": GATHERED, "who": asked.who}, base=base)
    names = [term.stem for term in asked.terms if term.name]
    words = [word for term in asked.terms if not term.name for word in spread_stem(term.stem)]
    return ledger.gather(asked.words, names=names, words=words, filter_=narrowed)


def _lower_retracted(ledger: Ledger, found: list[Evidence]) -> Iterator[Evidence]:
    """Yield `found`, figures that only the older version of a page gives with less strength."""
    pages: dict[str, set[str]] = {}
    for row in (evidence.row for evidence in found):
        if isinstance(row, FigureRow) and row.url and (page := name_page(row.url)):
            pages.setdefault(page, set()).add(row.article)
    newest: dict[str, Article] = {}
    for versions in pages.values():
        if len(versions) > 1:
            articles = [ledger.article(id_).article for id_ in versions]
            last = max((each for each in articles if each is not None), key=_order_version)
            newest.update(dict.fromkeys(versions, last))
    for evidence in found:
        version = newest.get(evidence.row.article) if evidence.row.kind == "figure" else None
        if version is None or evidence.row.sentence in version.text:
            yield evidence
        else:
            yield replace(evidence, strength=evidence.strength - _RETRACTED)


def _order_version(article: Article) -> tuple[date, str]:
    """Return what puts the versions of one page in order: when each was made, as far as known."""
    published = article.published
    return (find_version_day(published) or published.latest or date.min, article.id)


def _list_others(ledger: Ledger, base: Filter, rows: list[Row]) -> Iterator[Row]:
    """Yield what other reports of the answer's account give, the latest first, and what else its
    article gives of the same: "The organisers spoke of 10,000"."""
    first = rows[0]
    told = {_name_telling(row) for row in rows} | {row.sentence for row in rows}
    others: list[Row] = []
    if first.account is not None:
        others += ledger.rows(replace(base, account=first.account, limit=GATHERED))
        others.sort(key=lambda row: (row.published.latest or date.min, row.id), reverse=True)
    if isinstance(first, FigureRow) and first.record.counted is not None:
        beside = ledger.figures(replace(base, article=first.article, limit=GATHERED))
        others += [row for row in beside if _name_subject(row) == _name_subject(first)]
    for row in others:
        if row.kind == first.kind and not told & {_name_telling(row), row.sentence}:
            yield row
            told |= {_name_telling(row), row.sentence}


def _put_earliest_first(best: list[Evidence], found: list[Evidence]) -> list[Evidence]:
    """Return `best` behind the earliest of those that answer as well as its first one.

    Days decide, not what a page says of itself; of one day, the better evidence is taken.
    """
    enough = max((each.strength for each in best), default=0.0) - _AS_WELL
    told = [each for each in found if each.strength >= enough]
    told.sort(key=lambda each: (_find_day(each.row), -each.strength, each.row.id))
    first = told[:1]
    return [*first, *(each for each in best if each not in first)][:SHOWN]


def _find_day(row: Row) -> date:
    """Return the last day on which a row's statement or act may have been."""
    return row.when.latest or row.published.latest or date.max


def _name_subject(row: FigureRow) -> Told:
    """Return what a figure counts, whose and where."""
    figure = row.record
    return (figure.counted, figure.whose, figure.place, figure.unit)


def _name_telling(row: Row) -> Told:
    """Return what a row tells: its account, and of a figure the value that it gives."""
    told: Told = (row.account or row.id,)
    if isinstance(row, FigureRow):
        told = (*told, row.record.low, row.record.high, row.record.low_open, row.record.high_open)
    elif isinstance(row, ActRow | StatementRow):
        told = (*told, row.record.polarity, row.act, bool(row.denied_by))
    return told


def _choose(found: Iterable[Evidence]) -> Iterator[Evidence]:
    """Yield the strongest first, behind them history and rows that are not sure; of each sentence
    once, and of each account what differs in it."""
    seen: set[str | Told] = set()
    for evidence in sorted(found, key=lambda each: (_is_late(each), -each.strength, each.row.id)):
        row = evidence.row
        told = _name_telling(row)
        if row.sentence in seen:
            seen.add(told)
        elif told not in seen:
            seen |= {row.sentence, told}
            yield evidence


def _is_late(evidence: Evidence) -> bool:
    """Return whether it answers only where nothing else does: history, or what is not sure."""
    return evidence.past or evidence.row.certainty == "unsure"
