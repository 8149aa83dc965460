"""Common given names, and whose they mostly are."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from onrecord.data import read_table


@cache
def load_given_names() -> frozenset[str]:
    """Return the names with which a capitalised pair is a person's."""
    return frozenset(row["name"] for row in read_table("given_names.csv"))


@cache
def load_genders() -> Mapping[str, str]:
    """Return "f" or "m" for each name that mostly one of them has, also for rarer names."""
    common = {row["name"]: row["gender"] for row in read_table("given_names.csv")}
    rarer = {row["name"]: row["gender"] for row in read_table("name_genders.csv")}
    return MappingProxyType({name: sex for name, sex in (rarer | common).items() if sex})
