"""What people decided, laid over what one page was read as."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from hashlib import blake2b

from onrecord.ledger.anchors import find_row, list_places
from onrecord.ledger.answering import (
    Record,
    find_record,
    keep_differences,
    read_answer,
    state_answer,
)
from onrecord.ledger.answers import NOTHING, Answer, list_set, merge_answers, pick_fields
from onrecord.ledger.codec import encode_json
from onrecord.ledger.decisions import Decision
from onrecord.ledger.persons import Person
from onrecord.ledger.rows import ReviewState
from onrecord.ledger.standing import Standing
from onrecord.records import Actor, Reading, Statement
from onrecord.stances import words_said


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What people said of one row: `answer` is what differs from what it was read as, `read`."""

    review: ReviewState
    answer: Answer = NOTHING
    read: Answer = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The row that one anchor of a decision found: `part` 0 is its `row`, 1 its `other`."""

    decision: str
    part: int
    row: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """All that decisions say about one article, by the ids of its rows and actors.

    `people` is who somebody is and `named` how the article itself names them. `ties` are the
    decisions that tie or part a row: (decision, row, whether they tie).
    """

    marks: Mapping[str, Mark] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    named: Mapping[str, str] = field(default_factory=dict)
    ties: tuple[tuple[str, str, bool], ...] = ()
    found: tuple[Found, ...] = ()

    @property
    def effect(self) -> str:
        """A word for all in it that changes rows, accounts or names; "" where nothing does."""
        changes = {
            row: (mark.review == "rejected", mark.answer)
            for row, mark in self.marks.items()
            if mark.review == "rejected" or mark.answer != NOTHING
        }
        if not (changes or self.people or self.ties):
            return ""
        content = encode_json((changes, self.people, sorted(self.ties)))
        return blake2b(content.encode(), digest_size=8).hexdigest()


EMPTY = Overlay()


def make_overlay(reading: Reading, standing: Standing) -> Overlay:
    """Return what `standing` says about the article of `reading`, which is as it was read."""
    assert reading.article is not None
    article = reading.article.id
    verdicts = standing.verdicts.get(article, [])
    ties = standing.ties.get(article, [])
    found: list[Found] = []
    by_row: dict[str, list[Decision]] = {}
    tied: list[tuple[str, str, bool]] = []
    if verdicts or ties:
        places = list(list_places(reading))
        for decision in verdicts:
            assert decision.row is not None
            row = find_row(places, decision.row)
            found.append(Found(decision=decision.id, part=0, row=row))
            if row is not None:
                by_row.setdefault(row, []).append(decision)
        for tie in ties:
            for part, anchor in enumerate((tie.row, tie.other)):
                if anchor.article == article:
                    row = find_row(places, anchor)
                    found.append(Found(decision=tie.decision, part=part, row=row))
                    if row is not None:
                        tied.append((tie.decision, row, tie.same))
    marks = {row: _make_mark(decisions, row, reading) for row, decisions in by_row.items()}
    # With those whom people have named and the page was not read to name. Who is in no row is
    # left as he is: nothing is shown of him, and no index would find him when that changes.
    corrected = correct_reading(reading, Overlay(marks=marks))
    in_rows = set(_list_in_rows(corrected))
    actors = [actor for actor in corrected.actors if actor.id in in_rows]
    people = {
        actor.id: person
        for actor in actors
        if (person := standing.people.find(article, actor.kind, actor.name)) is not None
    }
    return Overlay(
        marks=marks,
        people=people,
        named={
            actor.id: actor.name
            for actor in actors
            if actor.id in people and people[actor.id].name != actor.name
        },
        ties=tuple(tied),
        found=tuple(found),
    )


def correct_reading(reading: Reading, overlay: Overlay, *, keep_rejected: bool = False) -> Reading:
    """Return `reading` with what people decided; rows that they rejected are left out."""
    if overlay == EMPTY:
        return reading
    added: dict[str, Actor] = {}
    statements = [_correct(each, overlay, reading, added) for each in reading.statements]
    acts = [_correct(each, overlay, reading, added) for each in reading.acts]
    figures = [_correct(each, overlay, reading, added) for each in reading.figures]
    if not keep_rejected:
        gone = {row for row, mark in overlay.marks.items() if mark.review == "rejected"}
        statements = list(_leave_out(statements, gone))
        acts = [
            replace(act, content=None) if act.content in gone else act
            for act in acts
            if act.id not in gone
        ]
        figures = [figure for figure in figures if figure.id not in gone]
    actors = (*reading.actors, *added.values())
    return replace(
        reading,
        actors=tuple(_identify(actor, overlay.people.get(actor.id)) for actor in actors),
        statements=tuple(statements),
        acts=tuple(acts),
        figures=tuple(figures),
    )


def _list_in_rows(reading: Reading) -> Iterator[str | None]:
    """Yield the ids of those who are in a row of `reading`."""
    for statement in words_said(reading.statements):
        yield from (*statement.speakers, statement.addressee, *statement.relayed_by)
    for act in reading.acts:
        yield from (*act.actors, *act.recipients, act.asserted_by, *act.denied_by)
    for figure in reading.figures:
        yield from (figure.giver, *figure.denied_by)


def _correct(record: Record, overlay: Overlay, reading: Reading, added: dict[str, Actor]) -> Record:
    mark = overlay.marks.get(record.id)
    if mark is None or mark.answer == NOTHING:
        return record
    return state_answer(record, mark.answer, reading, added)


def _identify(actor: Actor, person: Person | None) -> Actor:
    if person is None:
        return actor
    return replace(actor, name=person.name, identity=person.identity)


def _leave_out(statements: Sequence[Statement], gone: Set[str]) -> Iterator[Statement]:
    """Yield those that are not `gone`; what was within one of these is within what it was in."""
    around = {each.id: each.within for each in statements if each.id in gone}
    for each in statements:
        if each.id in gone:
            continue
        within, seen = each.within, set[str]()
        while within in around and within not in seen:
            seen.add(within)
            within = around[within]
        answers = None if each.answers in gone else each.answers
        changed = within != each.within or answers != each.answers
        yield replace(each, within=within, answers=answers) if changed else each


_STATES: dict[str, ReviewState] = {
    "accept": "accepted", "correct": "corrected", "reject": "rejected",
}  # fmt: skip


def _make_mark(decisions: Sequence[Decision], row: str, reading: Reading) -> Mark:
    """Return what `decisions`, oldest first, come to: their answers add up, the last one names
    the state."""
    read = read_answer(find_record(reading, row), reading)
    answer = NOTHING
    for decision in decisions:
        answer = merge_answers(answer, decision.after)
    answer = keep_differences(answer, read, reading)
    return Mark(
        review=_STATES[decisions[-1].kind],
        answer=answer,
        read=pick_fields(read, frozenset(name for name, _ in list_set(answer))),
    )
