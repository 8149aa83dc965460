"""Common given names, and whose they mostly are."""

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def load_given_names() -> frozenset[str]:
    """Return the names with which a capitalised pair is a person's."""
    return frozenset(row["name"] for row in _read("given_names.csv"))


@cache
def load_genders() -> Mapping[str, str]:
    """Return "f" or "m" for each name that mostly one of them has, also for rarer names."""
    common = {row["name"]: row["gender"] for row in _read("given_names.csv")}
    rarer = {row["name"]: row["gender"] for row in _read("name_genders.csv")}
    return MappingProxyType({name: sex for name, sex in (rarer | common).items() if sex})


def _read(name: str) -> Iterator[dict[str, str]]:
    path = files("onrecord.data") / name
    yield from csv.DictReader(path.read_text(encoding="utf-8").splitlines())
