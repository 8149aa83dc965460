"""Find the rows that answer a question, and the line that says so."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.asking.evidence import Evidence, weigh_row
from onrecord.asking.questions import Form, Question, read_question
from onrecord.asking.terms import spread_stem
from onrecord.ledger import FigureRow, Filter, Ledger, Row
from onrecord.ledger.grammar import read_filter
from onrecord.records import RowKind

GATHERED = 300  # rows are looked at
SHOWN = 5  # rows are given at most

# What asks for a figure or for words is answered by rows of one kind.
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
    best = list(_choose(found))[:SHOWN]
    if not best:
        return Answer(question=question, form=asked.form)
    return Answer(
        question=question,
        form=asked.form,
        short=best[0].short,
        line=best[0].row.sentence,
        rows=tuple(evidence.row for evidence in best),
    )


def _gather(ledger: Ledger, asked: Question, base: Filter) -> list[Row]:
    """Return the rows that may answer, those that hold the question's words first."""
    kind = _KINDS.get(asked.form, base.kind)
    narrowed = read_filter({"kind": kind, "limit": GATHERED, "who": asked.who}, base=base)
    names = [term.stem for term in asked.terms if term.name]
    words = [word for term in asked.terms if not term.name for word in spread_stem(term.stem)]
    return ledger.gather(asked.words, names=names, words=words, filter_=narrowed)


def _choose(found: list[Evidence]) -> Iterator[Evidence]:
    """Yield the strongest first, of each sentence once, and of each account what differs in it."""
    seen: set[str | tuple[object, ...]] = set()
    for evidence in sorted(found, key=lambda each: (-each.strength, each.row.id)):
        row = evidence.row
        told: tuple[object, ...] = (row.account or row.id,)
        if isinstance(row, FigureRow):
            told += (row.record.low, row.record.high, row.record.low_open, row.record.high_open)
        if row.sentence not in seen and told not in seen:
            yield evidence
        seen |= {row.sentence, told}
