"""Events as pairs of who and to whom, the form of older event data: one line for each pair."""

from collections.abc import Iterable, Iterator
from itertools import product

from onrecord.exports.events import Event

Dyad = dict[str, str | int | float | None]


def make_dyads(events: Iterable[Event]) -> Iterator[Dyad]:
    """Yield the pairs of each event; those who meet are paired with each other, both ways.

    An event without anyone to whom has one line for each who, with nobody across.
    """
    for event in events:
        sources, recipients = event["source"], event["recipient"]
        if recipients or len(sources) == 1:
            pairs = list(product(sources, recipients or [{}]))
        elif event["event"] == ["CONSULT"]:
            pairs = list(product(sources, sources))
        else:
            pairs = list(product(sources, [{}]))
        for source, recipient in pairs:
            if source is not recipient:
                yield _make_dyad(event, source, recipient)


def _make_dyad(event: Event, source: dict[str, str], recipient: dict[str, str]) -> Dyad:
    return {
        "date": event["date"],
        "enddate": event.get("enddate"),
        "source": source["code"],
        "source sector": source.get("sector"),
        "source name": source["actor_text"],
        "recipient": recipient.get("code"),
        "recipient sector": recipient.get("sector"),
        "recipient name": recipient.get("actor_text"),
        "event": event["event"][0],
        "quad": event["quad_code"],
        "scale": event["event_scale"],
        "reports": event["reports"],
        "outlets": event["outlets"],
        "lineages": event["lineages"],
        "origins": event["origins"],
        "id": event["id"],
        "account": event.get("link"),
        "article": event["cite_info"]["citation"],
    }


# Tells which columns there are where there are no pairs.
NO_DYAD = _make_dyad(
    {
        **dict.fromkeys(("date", "quad_code", "event_scale", "id"), ""),
        **dict.fromkeys(("reports", "outlets", "lineages", "origins"), 0),
        "event": [""],
        "cite_info": {"citation": ""},
    },
    {"code": "", "actor_text": ""},
    {},
)
