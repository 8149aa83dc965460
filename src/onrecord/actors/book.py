"""The actors found so far in an article, each under the key that its mentions share."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.actors.lexicon import Entry
from onrecord.ids import hash_id
from onrecord.records import Actor, ActorKind, Sector, Span

Key = tuple[str, ...]


@dataclass(slots=True, kw_only=True)
class Draft:
    """An actor before all its mentions are known."""

    name: str
    kind: ActorKind
    state: str | None = None
    sector: Sector | None = None
    body: str | None = None
    role: str | None = None
    mentions: set[Span] = field(default_factory=set)


def name_at(text: str, span: Span) -> str:
    """Return the words of `span` as the name of a draft: on one line, if the page breaks it."""
    return " ".join(text[span.start : span.end].split())


@dataclass(slots=True)
class Book:
    """Drafts by key."""

    drafts: dict[Key, Draft] = field(default_factory=dict)

    def note(self, key: Key, draft: Draft, span: Span) -> None:
        """Add a mention to the draft under `key`, which is `draft` the first time."""
        self.drafts.setdefault(key, draft).mentions.add(span)

    def note_person(self, number: int, name: str, span: Span) -> None:
        """Add a mention of a person, known by the number among the people of the article."""
        self.note(("person", str(number)), Draft(name=name, kind="person"), span)

    def note_entry(self, entry: Entry, span: Span) -> None:
        """Add a mention of a state (by any of its forms) or of a body."""
        if entry.kind == "body":
            draft = Draft(
                name=entry.name,
                kind=entry.actor_kind,
                state=entry.state,
                sector=entry.sector,
                body=entry.name,
            )
            self.note(("body", entry.name), draft, span)
        else:
            draft = Draft(name=entry.name, kind="state", state=entry.state, sector="GOV")
            self.note(("state", entry.name), draft, span)

    def actors(self, article_id: str) -> Iterator[Actor]:
        """Yield the actors that have mentions, in the order of their first ones.

        Of two mentions that overlap, the longer one counts, else the one of the first draft.
        """
        owners: list[tuple[Span, Key]] = [
            (span, key) for key, draft in self.drafts.items() for span in draft.mentions
        ]
        owners.sort(key=lambda owner: (owner[0].start, -owner[0].end))
        kept: dict[Key, list[Span]] = {}
        end = -1
        for span, key in owners:
            if span.start >= end:
                kept.setdefault(key, []).append(span)
                end = span.end
        used: set[str] = set()
        for key, spans in kept.items():
            draft = self.drafts[key]
            actor_id = hash_id("a", article_id, draft.name)
            if actor_id in used:  # a state and a person of one name
                actor_id = hash_id("a", article_id, draft.name, *key)
            used.add(actor_id)
            yield Actor(
                id=actor_id,
                name=draft.name,
                kind=draft.kind,
                state=draft.state,
                sector=draft.sector,
                body=draft.body,
                role=draft.role,
                mentions=tuple(spans),
            )
