"""Tell whether the rows of a page are what a line expects."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files

from evaluation.sentences.items import ANY, NOBODY, UNKNOWN, Done, Said
from onrecord.ledger.rows import ActRow, Party, StatementRow
from onrecord.library import ReadPage
from onrecord.records import Span
from onrecord.spans import overlaps

_HALF = 0.5  # of the words together, as in PolNeAR's scores
_MUTUAL = ("AGREE", "CONSULT", "COOPERATE")
_SMALL = frozenset("a an the of and in on at to for mr mrs ms".split())


def judge(expected: Said | Done, page: ReadPage) -> str | None:
    """Return what is wrong, or `None`: a line of `never` is right where no row is like it."""
    if isinstance(expected, Said):
        return _judge_said(expected, page)
    return _judge_done(expected, page)


def _judge_said(expected: Said, page: ReadPage) -> str | None:
    rows = [row for row in page.statements if _same_words(expected, row)]
    if expected.never:
        wrong = [
            row for row in rows
            if row.record.stance == "said" and _fits_speaker(expected.who, row)
        ]  # fmt: skip
        return "read all the same" if wrong else None
    if not rows:
        return "no such statement"
    return _best(_wrongs_of_said(expected, row) for row in rows)


def _wrongs_of_said(expected: Said, row: StatementRow) -> Iterator[str]:
    if not _fits_speaker(expected.who, row):
        yield f"who: {_show(row.who)}"
    if expected.act not in (ANY, row.record.act):
        yield f"act: {row.record.act}"
    if expected.to is not None and not same_parties(expected.to, row.to):
        yield f"to: {_show(row.to)}"
    if expected.via is not None and not same_parties(expected.via, row.relayed_by):
        yield f"via: {_show(row.relayed_by)}"
    if expected.condition is not None and row.record.condition is None:
        yield "no condition"
    if expected.negative and row.record.polarity != "negative":
        yield "polarity"


def _judge_done(expected: Done, page: ReadPage) -> str | None:
    rows = [row for row in page.acts if _same_trigger(expected, row, page)]
    if expected.never:
        wrong = [row for row in rows if _is_like(expected, row)]
        return "read all the same" if wrong else None
    if not rows:
        return "no such act"
    return _best(_wrongs_of_done(expected, row) for row in rows)


def _is_like(expected: Done, row: ActRow) -> bool:
    """Return whether a row is what a line forbids: what did happen is one that nobody denies."""
    record = row.record
    meant = expected.modality in (ANY, record.modality)
    if expected.modality == "happened":
        meant = meant and record.polarity == "positive" and not record.denied_by
    return (
        meant
        and expected.actors in (ANY, *_matched(expected.actors, row.who))
        and expected.recipients in (ANY, *_matched(expected.recipients, row.to))
    )


def _matched(wanted: str, parties: Sequence[Party]) -> tuple[str, ...]:
    """Return `wanted` where it is among the parties: forbidden is each of those it names."""
    if wanted == NOBODY:
        return () if parties else (wanted,)
    found = any(_same(one, party) for one in wanted.split(" + ") for party in parties)
    return (wanted,) if found else ()


def _wrongs_of_done(expected: Done, row: ActRow) -> Iterator[str]:
    record = row.record
    if expected.type not in (ANY, record.type):
        yield f"type: {record.type}"
    if expected.modality not in (ANY, record.modality):
        yield f"modality: {record.modality}"
    if expected.negative is not (record.polarity == "negative"):
        yield f"polarity: {record.polarity}"
    if not _are_partners(expected, row):
        if not same_parties(expected.actors, row.who):
            yield f"who: {_show(row.who)}"
        if not same_parties(expected.recipients, row.to):
            yield f"to: {_show(row.to)}"
    if expected.background and not record.background:
        yield "not background"
    if expected.denied is not None and not record.denied_by:
        yield "nobody denies it"


def _are_partners(expected: Done, row: ActRow) -> bool:
    """Return whether those of both sides are the right ones in what is done together: "talks"."""
    sides = [side for side in (expected.actors, expected.recipients) if side != NOBODY]
    together = ANY if ANY in sides else " + ".join(sides) or NOBODY
    return row.record.type in _MUTUAL and same_parties(together, (*row.who, *row.to))


def _best(verdicts: Iterable[Iterator[str]]) -> str | None:
    """Return what is wrong with the row that has least wrong."""
    least = min((list(verdict) for verdict in verdicts), key=len)
    return "; ".join(least) or None


def same_parties(wanted: str, parties: Sequence[Party]) -> bool:
    """Return whether the parties are those of a line, each of them one."""
    if wanted == ANY:
        return True
    if wanted in (NOBODY, UNKNOWN):
        return not parties
    each = wanted.split(" + ")
    return len(each) == len(parties) and all(
        any(_same(one, party) for party in parties) for one in each
    )


def _fits_speaker(wanted: str, row: StatementRow) -> bool:
    """Return whether a row has the speakers; where nobody is named it shows the source's words."""
    shown = _words(row.source or "")
    named = wanted not in (NOBODY, UNKNOWN, ANY) and not row.who and _words(wanted) <= shown
    return named or same_parties(wanted, row.who)


def _same(wanted: str, party: Party) -> bool:
    """Return whether a party is meant: by a state's name, or all words of the one's names."""
    if (state := _states().get(wanted)) is not None:
        return party.state == state
    ours = _words(wanted)
    return any(
        ours <= theirs or theirs <= ours
        for name in (party.name, party.role, party.body)
        if (theirs := _words(name or ""))
    )


@cache
def _states() -> dict[str, str]:
    """Return the states by their names."""
    with (files("onrecord.data") / "states.csv").open(encoding="utf-8") as lines:
        return {
            name: line["code"]
            for line in csv.DictReader(lines)
            for name in line["names"].split("|")
        }


def _words(name: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[\w’'.-]+", name)} - _SMALL


def _show(parties: Sequence[Party]) -> str:
    return " + ".join(party.name for party in parties) or "nobody"


def _same_words(expected: Said, row: StatementRow) -> bool:
    """Return whether half of the words of both are the same; one piece of a row is enough."""
    wanted = _list_words(" ".join(expected.words))
    return any(
        len(wanted & given) >= _HALF * len(wanted | given)
        for given in map(_list_words, (" ".join(row.words), *row.words))
    )


def _list_words(piece: str) -> set[str]:
    return {word.lower() for word in re.findall(r"\w+", piece)}


def _same_trigger(expected: Done, row: ActRow, page: ReadPage) -> bool:
    assert page.article is not None
    text, trigger = page.article.text, row.record.trigger
    return any(
        overlaps(trigger, Span(*match.span()))
        for match in re.finditer(rf"\b{re.escape(expected.trigger)}\b", text)
    )
