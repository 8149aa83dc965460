"""Common given names, and whose they are."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def load_given_names() -> Mapping[str, str]:
    """Return for each name "f", "m", or "" where both have it or it is not known."""
    path = files("onrecord.data") / "given_names.csv"
    rows = csv.DictReader(path.read_text(encoding="utf-8").splitlines())
    return MappingProxyType({row["name"]: row["gender"] for row in rows})
