"""What a site asks crawlers to leave alone: robots.txt, as RFC 9309 reads it.

The standard library's reader knows neither wildcards nor the rule that the longest match counts,
on which sites rely.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, unquote

AGENT = "onrecord"
MOST_BYTES = 500 * 1024  # what stands behind is not read, as the RFC allows
_MOST_RULES = 5_000
_LONGEST_DELAY = 60.0  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots:
    """The rules of one site for us; `delay` is the seconds it asks for between requests."""

    rules: tuple[tuple[str, bool], ...] = ()  # a pattern, and whether it allows
    delay: float = 0.0

    def allow(self, target: str) -> bool:
        """Return whether a path with its query may be fetched.

        The longest pattern that fits decides; of two as long, the one that allows.
        """
        path = _normal(target)
        fitting = ((len(rule), allows) for rule, allows in self.rules if _fits(rule, path))
        return max(fitting, default=(0, True))[1]


ALLOW_ALL = Robots()


def read_robots(text: str) -> Robots:
    """Return the rules in `text` for AGENT; those for "*" where none name it."""
    own: list[tuple[str, str]] = []
    others: list[tuple[str, str]] = []
    named = False
    chosen: list[list[tuple[str, str]]] = []
    in_agents = False
    for name, value in _list_fields(text):
        if name == "user-agent":
            if not in_agents:
                chosen = []
            in_agents = True
            product = re.split(r"[^a-z_-]", value.lower(), maxsplit=1)[0]
            if product == AGENT:
                named = True
                chosen.append(own)
            elif value == "*":
                chosen.append(others)
        else:
            in_agents = False
            for group in chosen:
                group.append((name, value))
    return _gather(own if named else others)


def _list_fields(text: str) -> Iterable[tuple[str, str]]:
    for line in text.lstrip("\ufeff").splitlines():
        name, colon, value = line.partition("#")[0].partition(":")
        name = name.strip().lower()
        if colon and name in ("user-agent", "allow", "disallow", "crawl-delay"):
            yield name, value.strip()


def _gather(fields: Iterable[tuple[str, str]]) -> Robots:
    rules: list[tuple[str, bool]] = []
    delay = 0.0
    for name, value in fields:
        if name == "crawl-delay":
            if re.fullmatch(r"\d{1,6}(?:\.\d{1,3})?", value):
                delay = min(float(value), _LONGEST_DELAY)
        elif value and len(rules) < _MOST_RULES:  # an empty rule forbids nothing
            rules.append((_normal(value), name == "allow"))
    return Robots(rules=tuple(rules), delay=delay)


def _fits(rule: str, path: str) -> bool:
    """Return whether `path` starts as `rule` says: "*" is any characters, "$" at its end the end.

    Goes through the path once: a rule of many wildcards costs no more than one of few.
    """
    ends = rule.endswith("$")
    first, *rest = rule.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    if ends and rest:
        *rest, last = rest
        if len(path) - len(last) < at or not path.endswith(last):
            return False
        path = path[: len(path) - len(last)]
    elif ends:
        return path == first
    for piece in rest:
        at = path.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return True


def _normal(path: str) -> str:
    """Return `path` with the same characters escaped, whoever wrote it."""
    plain = unquote(path, errors="surrogateescape")
    return quote(plain, safe="/*$?&=:;,@+!~'()", errors="surrogateescape")
