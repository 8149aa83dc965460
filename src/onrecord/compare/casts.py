"""Who the actors of one article are, and of several articles together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.compare.actor_keys import (
    Person,
    Place,
    find_surname,
    has_name,
    key_people,
    key_side,
    split_name,
    to_person,
)
from onrecord.records import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The actors of one article by id: the key and the side of each (see `key_side`), and the
    persons among them by surname, with their ids.
    """

    article: str
    keys: Mapping[str, str]
    sides: Mapping[str, str]
    persons: Mapping[str, tuple[tuple[str, Person], ...]]

    def key(self, actor: str | None) -> str | None:
        """Return the key of an actor id, `None` for none or one that is not there."""
        return self.keys.get(actor) if actor is not None else None

    def side(self, actor: str | None) -> str | None:
        """Return for which side an actor acts, `None` for none or one that is not there."""
        return self.sides.get(actor) if actor is not None else None


def read_cast(article: str, actors: Sequence[Actor], keys: Mapping[str, str]) -> Cast:
    """Return the cast of an article's `actors`, whose `keys` are given by their ids."""
    states = [actor for actor in actors if actor.kind == "state"]
    persons: dict[str, tuple[tuple[str, Person], ...]] = {}
    for actor in actors:
        if has_name(actor):
            surname = find_surname(actor.name)
            persons[surname] = (*persons.get(surname, ()), (actor.id, to_person(actor)))
    return Cast(
        article=article,
        keys=keys,
        sides={actor.id: key_side(actor, keys[actor.id], states) for actor in actors},
        persons=persons,
    )


def share_casts(casts: Sequence[Cast]) -> list[Cast]:
    """Return `casts` with keys by which an actor is the same in all of them.

    The keys are those of `key_actors` over all of the articles. A cast whose own keys hold
    already is returned itself.
    """
    changed: dict[str, dict[str, str]] = {}
    for surname in _list_unsettled(casts):
        bearers: list[tuple[Place, Person]] = [
            ((cast.article, actor), person)
            for cast in casts
            for actor, person in cast.persons.get(surname, ())
        ]
        for (article, actor), key in key_people(surname, bearers).items():
            changed.setdefault(article, {})[actor] = key
    return [_rekey(cast, changed.get(cast.article, {})) for cast in casts]


def _list_unsettled(casts: Iterable[Cast]) -> list[str]:
    """Return the surnames that several casts have, not all for one and the same person."""
    seen: set[str] = set()
    shared: set[str] = set()
    for cast in casts:
        surnames = cast.persons.keys()
        shared |= seen & surnames
        seen |= surnames
    unsettled = []
    for surname in sorted(shared):
        found = (person for cast in casts for _, person in cast.persons.get(surname, ()))
        persons = {(person.name, person.identity) for person in found}
        names = {name for name, _ in persons}
        if len(persons) > 1 or not split_name(*names)[0]:
            unsettled.append(surname)
    return unsettled


def _rekey(cast: Cast, changed: Mapping[str, str]) -> Cast:
    if all(cast.keys[actor] == key for actor, key in changed.items()):
        return cast
    # Who acts for nobody else is a side of their own, by their key.
    sides = {actor: key for actor, key in changed.items() if cast.sides[actor] == cast.keys[actor]}
    return replace(cast, keys={**cast.keys, **changed}, sides={**cast.sides, **sides})
