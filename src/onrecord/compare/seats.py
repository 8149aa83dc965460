"""Capitals and their states: what is told of Muscat may be what is told of Oman."""

import csv
from functools import cache
from importlib.resources import files


def is_seat(place: str, state: str) -> bool:
    """Return whether a place is the capital of a state, both in small letters."""
    return state in _load_seats().get(place, ())


@cache
def _load_seats() -> dict[str, frozenset[str]]:
    table = files("onrecord.data").joinpath("states.csv").read_text(encoding="utf-8")
    return {
        seat.lower(): frozenset(row["names"].lower().split("|"))
        for row in csv.DictReader(table.splitlines())
        for seat in row["seats"].split("|")
        if seat
    }
