"""The tables of states, bodies and roles that names are looked up in (see data/README.md)."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, cast, get_args

from onrecord.actors.tokens import phrase_words
from onrecord.data import read_table
from onrecord.records import ActorKind, Sector
from onrecord.text.given_names import load_genders, load_given_names

EntryKind = Literal["state", "seat", "adjective", "people", "body"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a name in the tables stands for.

    `name` is the form shown to people, and with `kind` what two forms of one actor share.
    """

    kind: EntryKind
    name: str
    state: str | None
    sector: Sector | None = None
    actor_kind: ActorKind = "state"
    words: tuple[str, ...] = ()  # in small letters, as `phrase_words` parts them
    written: str = ""  # the form as the table writes it


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A noun for an office, a group or a kind of body: "minister", "troops", "navy"."""

    word: str
    sector: Sector | None
    kind: ActorKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All tables; the entries of one first word stand with the longest first."""

    entries: Mapping[str, tuple[Entry, ...]]
    roles: Mapping[str, tuple[tuple[tuple[str, ...], Role], ...]]
    modifiers: Mapping[str, Sector | None]
    state_names: Mapping[str, str]  # ISO 3166 alpha-3 -> name
    given_names: frozenset[str]
    genders: Mapping[str, str]  # of the given names that tell it: "m" or "f"


@cache
def load_lexicon() -> Lexicon:
    """Return the tables that come with the package; they are read once."""
    states = list(read_table("states.csv"))
    entries = [*_state_entries(states), *_body_entries(read_table("bodies.csv"))]
    by_word: dict[str, dict[tuple[tuple[str, ...], str], Entry]] = {}
    for entry in entries:
        # The first table that has a form keeps it: "Congo" is the larger state of that name.
        by_word.setdefault(entry.words[0], {}).setdefault((entry.words, entry.written), entry)
    return Lexicon(
        entries={
            word: tuple(sorted(found.values(), key=lambda entry: -len(entry.words)))
            for word, found in by_word.items()
        },
        roles=_roles(read_table("roles.csv")),
        modifiers={row["word"]: _sector(row["sector"]) for row in read_table("role_modifiers.csv")},
        given_names=load_given_names(),
        genders=load_genders(),
        state_names={row["code"]: row["names"].split("|")[0] for row in states},
    )


def extend_lexicon(lexicon: Lexicon, entries: Iterable[Entry]) -> Lexicon:
    """Return `lexicon` with `entries` of one page, behind those it has."""
    table = dict(lexicon.entries)
    for entry in entries:
        found = (*table.get(entry.words[0], ()), entry)
        table[entry.words[0]] = tuple(sorted(found, key=lambda entry: -len(entry.words)))
    return replace(lexicon, entries=table)


def without_names(lexicon: Lexicon, names: Collection[str]) -> Lexicon:
    """Return `lexicon` without the states and seats that are called by one of these words alone."""
    table = dict(lexicon.entries)
    for name in names:
        word = name.lower()
        kept = tuple(entry for entry in table[word] if entry.written != name)
        table[word] = kept
    return replace(lexicon, entries=table)


def _state_entries(rows: Iterable[dict[str, str]]) -> Iterable[Entry]:
    kinds: tuple[tuple[str, EntryKind], ...] = (
        ("names", "state"),
        ("seats", "seat"),
        ("adjectives", "adjective"),
        ("people", "people"),
    )
    for row in rows:
        name = row["names"].split("|")[0] or row["adjectives"]
        for column, kind in kinds:
            for form in filter(None, row[column].split("|")):
                yield Entry(
                    kind=kind,
                    name=name,
                    state=row["code"],
                    sector="GOV",
                    words=phrase_words(form),
                    written=form,
                )


def _body_entries(rows: Iterable[dict[str, str]]) -> Iterable[Entry]:
    for row in rows:
        forms = [row["name"], *filter(None, row["aliases"].split("|"))]
        if f"The {row['name']}" in forms and " " not in row["name"]:
            forms.remove(row["name"])  # "independent" and "guardian" are words of their own
        for form in forms:
            yield Entry(
                kind="body",
                name=row["name"],
                state=row["state"] or None,
                sector=_sector(row["sector"]),
                actor_kind=cast(ActorKind, row["kind"]),
                words=phrase_words(form),
                written=form,
            )


def _roles(
    rows: Iterable[dict[str, str]],
) -> dict[str, tuple[tuple[tuple[str, ...], Role], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], Role]]] = {}
    for row in rows:
        words = phrase_words(row["word"])
        role = Role(
            word=row["word"], sector=_sector(row["sector"]), kind=cast(ActorKind, row["kind"])
        )
        found.setdefault(words[0], []).append((words, role))
    return {
        first: tuple(sorted(forms, key=lambda form: -len(form[0])))
        for first, forms in found.items()
    }


def _sector(code: str) -> Sector | None:
    if code and code not in get_args(Sector):
        raise ValueError(f"no such sector: {code}")
    return cast(Sector, code) if code else None
