"""Tie role phrases to the names they stand beside: before a name, or behind it after a comma."""

from collections.abc import Sequence

from onrecord.actors.roles import RolePhrase
from onrecord.actors.runs import Run
from onrecord.actors.views import View

_ARTICLES = frozenset("the a an its their".split())
_LEADS_IN = frozenset(", ( — – -".split())


def link_roles(
    view: View, roles: Sequence[RolePhrase], runs: Sequence[Run]
) -> dict[int, RolePhrase]:
    """Return for the first token of each run the role phrase that belongs to it.

    A role right before a name is its own; behind a name it must stand after a comma, a dash or
    in brackets, and must not lead up to another name.
    """
    by_end = {phrase.last: phrase for phrase in roles if _of_person(view, phrase)}
    by_start = {phrase.first: phrase for phrase in roles if phrase.role.kind == "person"}
    linked: dict[int, RolePhrase] = {}
    used: set[int] = set()
    for run in runs:
        phrase = by_end.get(run.start)
        if phrase is None and view.lower(run.start - 1) == ",":
            phrase = by_end.get(run.start - 1)
            if phrase is not None and not _introduces(view, phrase, run):
                phrase = None
        if phrase is not None and phrase.role.kind == "person":
            linked[run.first] = phrase
            used.add(phrase.first)
        elif phrase is not None:
            linked[run.first] = phrase
    for run in runs:
        if run.first not in linked:
            phrase = _behind(view, run, by_start)
            if phrase is not None and phrase.first not in used:
                linked[run.first] = phrase
                used.add(phrase.first)
    return linked


def _of_person(view: View, phrase: RolePhrase) -> bool:
    """Return whether the phrase can stand before a name: "ministers Ida Berg and Ole Lind"."""
    if view.tokens[phrase.last - 1].possessive:
        return False
    return phrase.role.kind == "person" or phrase.head.endswith("s")


def _introduces(view: View, phrase: RolePhrase, run: Run) -> bool:
    """Return whether "Russia's ambassador, X," names the holder, and is no list."""
    known = bool(phrase.states or phrase.body or phrase.definite or phrase.owner is not None)
    singular = phrase.role.kind == "person"
    return singular and known and view.lower(run.last) in {",", "", "(", ".", "—", "–", "who"}


def _behind(view: View, run: Run, by_start: dict[int, RolePhrase]) -> RolePhrase | None:
    if view.lower(run.last) not in _LEADS_IN or view.tokens[run.last - 1].possessive:
        return None
    at = run.last + 1
    for _ in range(3):
        if at in by_start:
            return by_start[at]
        if view.lower(at) in _ARTICLES or view.lower(at) in {"former", "then", "who", "is", "was"}:
            at += 1
        else:
            return None
    return None
