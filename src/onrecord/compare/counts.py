"""How many say so: reports, outlets, lineages and origins of an account."""

from collections.abc import Collection, Sequence

from onrecord.compare.actor_keys import may_be_one, may_be_several
from onrecord.compare.givers import OFFICIAL
from onrecord.compare.tellings import Row, Telling
from onrecord.records import Act, Actor, Counts, Lineage, Statement
from onrecord.stories.credits import count_outlets, fold_outlet
from onrecord.stories.pages import name_page


def count_support(tellings: Sequence[Telling[Row]], lineages: Sequence[Lineage]) -> Counts:
    """Return the four counts of an account's rows.

    Reports are pages, so versions of one page are one. An outlet that is not known adds none to
    those that are. Origins of a statement are its speakers; of a figure or an act those who
    are cited for it, and for what an article tells in its own voice its lineage's agency or the
    lineage itself: so where no other row of the lineage names who said it. A state is no origin
    beside one who speaks for it, nor a body beside one of its people, nor "the hospital" beside
    one that is named.
    """
    home = {article: lineage for lineage in lineages for article in lineage.articles}
    reports, tellers = set(), set()
    cited: dict[str, set[str]] = {}  # by lineage
    own: dict[str, set[str]] = {}
    for telling in tellings:
        article = telling.setting.article
        lineage = home.get(article.id)
        tell = lineage.id if lineage is not None else article.id
        page = name_page(article.url) if article.url else None
        reports.add(page or article.id)
        tellers.add(tell)
        name = _find_cited(telling)
        if name is not None:
            cited.setdefault(tell, set()).add(name)
        else:
            own.setdefault(tell, set()).add(_find_relay(telling, lineage) or f"? {tell}")
    origins = {origin for tell in tellers for origin in cited.get(tell) or own[tell]}
    origins -= _find_spoken_for(tellings, origins)
    origins -= _find_told_in_full(origins)
    return Counts(
        reports=len(reports),
        outlets=count_outlets(telling.setting.article.outlet for telling in tellings),
        lineages=len(tellers),
        origins=len(origins),
    )


def _find_cited(telling: Telling[Row]) -> str | None:
    """Return by their keys who is cited for a row, but for outlets that pass on a figure or act."""
    cited = _list_cited(telling)
    keys = [key for each in cited if (key := telling.setting.key(each)) is not None]
    return " and ".join(sorted(keys)) or None


def _list_cited(telling: Telling[Row]) -> tuple[str, ...]:
    row = telling.row
    if isinstance(row, Statement):
        return row.speakers
    giver = row.asserted_by if isinstance(row, Act) else row.giver
    return () if giver is None or _is_relay(telling, giver) else (giver,)


def _find_spoken_for(tellings: Sequence[Telling[Row]], origins: Collection[str]) -> set[str]:
    """Return those of `origins` for whom others of them speak: "Norland" beside its minister."""
    found: dict[str, tuple[Actor, str | None]] = {}  # with whose side they act for
    for telling in tellings:
        for id_ in _list_cited(telling):
            key, actor = telling.setting.key(id_), telling.setting.actors.get(id_)
            if key is not None and key in origins and actor is not None:
                found.setdefault(key, (actor, telling.setting.side(id_)))
    return {
        key
        for key, (whole, side) in found.items()
        if any(
            (own == side and _speaks_for_state(actor, whole))
            or _is_of_body(actor, whole)
            or _is_of_police(actor, whole)
            for actor, own in found.values()
        )
    }


def _find_told_in_full(origins: Collection[str]) -> set[str]:
    """Return those of `origins` whom others of them name in full: "the Health Ministry" beside
    "Ostra's Health Ministry", "the hospital" beside "Velbrook General Hospital"."""
    return {key for key in origins if any(_is_vaguer(key, other) for other in origins)}


def _is_vaguer(key: str, other: str) -> bool:
    if key.startswith("group ") and other.startswith("organisation "):
        return key.removeprefix("group ").strip() == other.split()[-1]
    may = key != other and not key.startswith("person ") and may_be_several(key)
    return may and not may_be_several(other) and may_be_one(key, other)


def _speaks_for_state(actor: Actor, whole: Actor) -> bool:
    """Return whether one of two actors of a side is its state or government, the other not."""
    ruling = [_is_state(each) for each in (actor, whole)]
    return ruling == [False, True] and actor.sector in OFFICIAL


def _is_state(actor: Actor) -> bool:
    governs = actor.kind == "organisation" and _fold(actor).endswith("government")
    return actor.kind == "state" or governs


def _is_of_body(actor: Actor, whole: Actor) -> bool:
    """Return whether an actor is a person of a body of the same state."""
    kinds = actor.kind, whole.kind
    if kinds != ("person", "organisation") or actor.body is None or actor.state != whole.state:
        return False
    return _fold(whole) == actor.body.lower().removeprefix("the ")


def _is_of_police(actor: Actor, whole: Actor) -> bool:
    """Return whether an actor is an officer, and the other the police, of no other state."""
    if (actor.kind, whole.kind) != ("person", "group") or {actor.sector, whole.sector} != {"COP"}:
        return False
    return actor.state == whole.state or None in (actor.state, whole.state)


def _fold(actor: Actor) -> str:
    return (actor.body or actor.name).lower().removeprefix("the ")


def _find_relay(telling: Telling[Row], lineage: Lineage | None) -> str | None:
    """Return the outlet that passes a row on, or the agency of its lineage."""
    row = telling.row
    giver = row.asserted_by if isinstance(row, Act) else getattr(row, "giver", None)
    if lineage is not None and lineage.agency is not None:
        return f"agency {fold_outlet(lineage.agency)}"
    return telling.setting.key(giver)


def _is_relay(telling: Telling[Row], actor: str) -> bool:
    found = telling.setting.actors.get(actor)
    return found is not None and found.sector == "MED"
