"""Acts as events in the fields of the PLOVER manual (1.3), one for each act however often reported.

PLOVER has one code for what an act is and whether it came about; the ledger keeps them apart, and
they are put together here. What is denied, negated, hypothetical, under a condition or told as
background is no event, nor is what only is said (STATE), nor an act whose doer belongs to nothing
that has a code, nor one of which no day is known.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from onrecord import __version__
from onrecord.ledger import ActRow, Filter, Ledger, Party
from onrecord.records import DATED_DAYS, ActType
from onrecord.views.happened import is_denied
from onrecord.views.words import ALONE

CODEBOOK = "plover-base-1.3"
# The manual's scale of conflict and cooperation, and its quadrants.
SCALES: dict[ActType, tuple[int, float]] = {
    "AGREE": (1, 4.2),
    "CONSULT": (1, 2.1),
    "SUPPORT": (1, 4.6),
    "CONCEDE": (1, 5.0),
    "COOPERATE": (2, 6.8),
    "AID": (2, 7.4),
    "RETREAT": (2, 7.6),
    "REQUEST": (3, -5.0),
    "ACCUSE": (3, -2.0),
    "REJECT": (3, -4.2),
    "THREATEN": (3, -5.1),
    "PROTEST": (4, -6.6),
    "SANCTION": (4, -5.2),
    "MOBILIZE": (4, -5.3),
    "COERCE": (4, -7.2),
    "ASSAULT": (4, -9.3),
}
# What is only planned is an agreement to do it, or a concession; other plans are no event yet.
_PLANNED: dict[ActType, ActType] = {
    "CONSULT": "AGREE",
    "SUPPORT": "AGREE",
    "COOPERATE": "AGREE",
    "AID": "AGREE",
    "AGREE": "AGREE",
    "RETREAT": "CONCEDE",
    "CONCEDE": "CONCEDE",
}

Event = dict[str, Any]


def make_events(
    ledger: Ledger, filter_: Filter, left_out: Counter[str] | None = None
) -> Iterator[Event]:
    """Yield the events that `filter_` chooses, by day; of an account, its first act that is one.

    `left_out` counts the acts that are no event, by why; what is told again is none of them.
    """
    seen: set[str] = set()
    reasons: Counter[str] = Counter() if left_out is None else left_out
    inner = _list_contents(ledger, filter_)
    for row in ledger.acts(filter_):
        key = row.account or row.id
        if (row.article, row.id) in inner:
            reasons["part of another act"] += 1
            continue
        event = make_event(row)
        if event is None:
            reasons[_explain(row)] += 1
        elif key not in seen:
            seen.add(key)
            yield event


def count_left_out(ledger: Ledger, filter_: Filter) -> Counter[str]:
    """Return how many of the acts that `filter_` chooses are no event, by why."""
    left_out: Counter[str] = Counter()
    for _ in make_events(ledger, filter_, left_out):
        pass
    return left_out


def make_event(row: ActRow) -> Event | None:
    """Return an act as an event; `None` where it is none, or has no day or no code."""
    type_ = collapse(row)
    source = _list_actors(row.who)
    days = _find_days(row)
    if type_ is None or not source or days is None:
        return None
    quad, scale = SCALES[type_]
    counts = row.counts or ALONE
    first, last, by_publication = days
    event: Event = {
        "id": row.id,
        "date": first.isoformat(),
        "source": source,
        "recipient": _list_actors(row.to),
        "event": [type_],
        "event_text": list(row.words),
        "quad_code": quad,
        "event_scale": scale,
        "text_info": {"start": row.spans[0].start, "end": row.spans[-1].end},
        "cite_info": {
            "citation": row.article,
            "url": row.url,
            "title": row.headline,
            "publication": row.outlet or row.agency,
            "coder": f"onrecord {__version__}",
            "codebook": CODEBOOK,
        },
        "reports": counts.reports,
        "outlets": counts.outlets,
        "lineages": counts.lineages,
        "origins": counts.origins,
    }
    if last != first:
        event["enddate"] = last.isoformat()
    if row.account is not None:
        event["link"] = row.account
    if by_publication:
        event["comment"] = "dated by publication"
    return event


def collapse(row: ActRow) -> ActType | None:
    """Return the one code that PLOVER gives an act and its modality; `None` where it gives none."""
    act = row.record
    if is_denied(row) or act.condition is not None or act.background:
        return None
    type_: ActType | None = act.type if act.type in SCALES else None
    match act.modality:
        case "happened" | "ongoing":
            return type_
        case "planned":
            return _PLANNED.get(act.type)
        case "offered":
            return "AGREE"
        case "demanded":
            return "REQUEST"
        case "threatened":
            return "THREATEN"
        case "conditional" | "hypothetical":
            return None


def _explain(row: ActRow) -> str:
    """Return why an act is no event."""
    act = row.record
    if act.background:
        return "background"
    if is_denied(row):
        return "denied or negative"
    if act.condition is not None or act.modality in ("conditional", "hypothetical"):
        return "conditional or hypothetical"
    if collapse(row) is None:
        return "only planned" if act.type in SCALES else "of no PLOVER type"
    return "without a day" if _list_actors(row.who) else "by nobody with a code"


def _list_contents(ledger: Ledger, filter_: Filter) -> set[tuple[str, str]]:
    """Return the acts that another one is about: THREATEN an ASSAULT is one event, not two."""
    everything = replace(filter_, limit=None, offset=0)
    return {
        (row.article, row.record.content)
        for row in ledger.acts(everything)
        if row.record.content is not None and collapse(row) is not None
    }


def _list_actors(parties: Iterable[Party]) -> list[dict[str, str]]:
    """Return those who belong to something that has a code, as the manual's actor objects."""
    actors = []
    for party in parties:
        if party.state is None:
            continue
        fields = {
            "code": party.state,
            "sector": party.sector,
            "actor_text": party.name,
            "office": party.role,
        }
        actors.append({name: value for name, value in fields.items() if value is not None})
    return actors


def _find_days(row: ActRow) -> tuple[date, date, bool] | None:
    """Return the first and last day, and whether they are those of publication.

    One of the days of many years ("between 2014 and 2022") is no day.
    """
    for when, by_publication in ((row.when, False), (row.published, True)):
        first, last = when.earliest, when.latest
        if first is not None and last is not None:
            vague = when.certainty == "bounded" and (last - first).days > DATED_DAYS
            return None if vague else (first, last, by_publication)
    return None
