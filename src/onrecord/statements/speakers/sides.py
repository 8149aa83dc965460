"""Whether somebody is of the speaker's own side."""

from onrecord.records import Actor

_NO_STATES: frozenset[str | None] = frozenset({None, "IGO", "NGO", "MNC", "WST"})


def is_self(actor: Actor, speaker: Actor) -> bool:
    """Return whether somebody is the speaker, or the body that the speaker is of."""
    return actor.id == speaker.id or actor.name == speaker.body


def are_of_one_state(actor: Actor, speaker: Actor) -> bool | None:
    """Return whether two are of one state, `None` where one is of none."""
    if _NO_STATES & {actor.state, speaker.state}:
        return None
    return actor.state == speaker.state
