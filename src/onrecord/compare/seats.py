"""Capitals and their states: what is told of Muscat may be what is told of Oman."""

from functools import cache

from onrecord.data import read_table


def is_seat(place: str, state: str) -> bool:
    """Return whether a place is the capital of a state, both in small letters."""
    return state in _load_seats().get(place, ())


@cache
def _load_seats() -> dict[str, frozenset[str]]:
    return {
        seat.lower(): frozenset(row["names"].lower().split("|"))
        for row in read_table("states.csv")
        for seat in row["seats"].split("|")
        if seat
    }
