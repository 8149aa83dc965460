"""Between records and answers: what a row was read as, and the row as people have corrected it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from onrecord.ids import hash_id
from onrecord.ledger.anchors import find_actor
from onrecord.ledger.answers import Answer, Days, Named, Value, list_set, name_bound
from onrecord.records import Act, Actor, Figure, Reading, Span, Statement, When

Record = TypeVar("Record", Statement, Act, Figure)


def find_record(reading: Reading, id_: str) -> Statement | Act | Figure:
    """Return the row `id_` of `reading`, which must be there."""
    rows: tuple[Statement | Act | Figure, ...] = (
        *reading.statements,
        *reading.acts,
        *reading.figures,
    )
    return next(row for row in rows if row.id == id_)


def read_answer(record: Statement | Act | Figure, reading: Reading) -> Answer:
    """Return what `record`, a row of `reading`, says in all its fields."""
    if isinstance(record, Statement):
        return Answer(
            who=_name_actors(reading, record.speakers),
            to=_name_actors(reading, (record.addressee,)),
            kind=record.kind,
            act=record.act,
            polarity=record.polarity,
            when=_days(record.when),
        )
    if isinstance(record, Act):
        return Answer(
            who=_name_actors(reading, record.actors),
            to=_name_actors(reading, record.recipients),
            act=record.type,
            modality=record.modality,
            polarity=record.polarity,
            when=_days(record.when),
        )
    return Answer(
        who=_name_actors(reading, (record.giver,)),
        value=Value(
            low=record.low,
            high=record.high,
            low_open=record.low_open,
            high_open=record.high_open,
            bound=record.bound,
        ),
        unit=record.unit,
        counted=record.counted,
        when=_days(record.as_of),
    )


def _name_actors(reading: Reading, ids: Iterable[str | None]) -> tuple[Named, ...]:
    """Return how the article names the actors `ids`; those that are not there are left out."""
    actors = {actor.id: actor for actor in reading.actors}
    return tuple(_name_actor(reading, actors[id_]) for id_ in ids if id_ in actors)


def _name_actor(reading: Reading, actor: Actor) -> Named:
    """Return how the article names `actor`, with the first mention that has a word of the name."""
    return Named(name=actor.name, kind=actor.kind, mention=find_mention(reading, actor))


def find_mention(reading: Reading, actor: Actor) -> Span | None:
    """Return the first mention of `actor` that has a word of its name: not "he"."""
    assert reading.article is not None
    words = set(actor.name.casefold().split())
    for span in actor.mentions:
        if words & set(reading.article.text[span.start : span.end].casefold().split()):
            return span
    return None


def keep_differences(answer: Answer, read: Answer, reading: Reading) -> Answer:
    """Return what of `answer` differs from `read`, which is what `reading` says itself."""
    own = dict(list_set(read))
    return Answer(
        **{
            name: value
            for name, value in list_set(answer)
            if name in own and _plain(value, reading) != _plain(own[name], reading)
        }
    )


def state_answer(
    record: Record, answer: Answer, reading: Reading, added: dict[str, Actor]
) -> Record:
    """Return `record` with what `answer` says.

    Someone whom the page was not read to name is put into `added`, by id.
    """
    values = {
        name: _resolve(value, reading, added) if name in ("who", "to") else value
        for name, value in list_set(answer)
    }
    changes: dict[str, Any] = {}
    for name, value in values.items():
        changes.update(_state(record, name, value))
    return replace(record, **changes)


def _state(record: Statement | Act | Figure, name: str, value: Any) -> Mapping[str, Any]:
    """Return the fields of `record` that state `value` for the field `name` of an answer."""
    if name == "when":
        return {"as_of" if isinstance(record, Figure) else "when": _when(value)}
    if name == "value":
        return {
            "low": value.low,
            "high": value.high,
            "low_open": value.low_open,
            "high_open": value.high_open,
            "bound": value.bound,
        }
    if isinstance(record, Act):
        named = {"who": "actors", "to": "recipients", "act": "type"}
        return {named.get(name, name): value}
    if name == "who" and isinstance(record, Statement):
        return {"speaker": value[0] if value else None, "joint": value[1:]}
    if name in ("who", "to"):
        named = {"who": "giver", "to": "addressee"}
        return {named[name]: value[0] if value else None}
    return {name: value}


def _resolve(named: Sequence[Named], reading: Reading, added: dict[str, Actor]) -> tuple[str, ...]:
    """Return the ids of those who are `named`."""
    assert reading.article is not None
    ids = []
    for one in named:
        found = find_actor(reading, one.name, one.kind, one.mention)
        if found is None:
            id_ = hash_id("a", reading.article.id, "stated", one.kind, one.name)
            found = added.setdefault(id_, Actor(id=id_, name=one.name, kind=one.kind))
        ids.append(found.id)
    return tuple(dict.fromkeys(ids))


def _plain(value: Any, reading: Reading) -> Any:
    """Return `value` in a form in which what means the same is the same."""
    if isinstance(value, tuple):
        return _resolve(value, reading, {})
    if isinstance(value, Value):
        return value.low, value.high, name_bound(value)
    return value


def _days(when: When) -> Days:
    return Days(earliest=when.earliest, latest=when.latest)


def _when(days: Days) -> When:
    if days.earliest is None and days.latest is None:
        return When()
    exact = days.earliest == days.latest
    return When(
        earliest=days.earliest,
        latest=days.latest,
        certainty="exact" if exact else "bounded",
        anchor="pinned",
    )
