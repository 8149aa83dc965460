"""Find who is meant by the spans that the trained reader has for actors and recipients."""

from collections.abc import Iterable, Iterator

from onrecord.acts.sentences import Sentence
from onrecord.acts.words import DETERMINERS, SUBJECT_PRONOUNS
from onrecord.records import ActMention, Span

_TITLES = frozenset("mr mrs ms dr . president minister secretary".split())
# Who stands behind one of these words is not whom the act is done to.
_ASIDE = frozenset(
    "before despite during since amid until without unlike because alongside".split()
)


def who(sentence: Sentence, spans: Iterable[Span]) -> tuple[tuple[str, ...], str | None]:
    """Return the actors that the spans name, the first of each, and a pronoun where none does."""
    actors: dict[str, None] = {}
    pronoun: str | None = None
    for span in spans:
        inside = [item for item in sentence.items if span.start <= item.start < span.end]
        named = next((item.actor for item in inside if item.actor is not None), None)
        if named is not None:
            actors[named] = None
        elif pronoun is None:
            pronoun = next((i.lower for i in inside[:1] if i.lower in SUBJECT_PRONOUNS), None)
    return tuple(actors), None if actors else pronoun


def acting(sentence: Sentence, mention: ActMention, *, verb: bool) -> Iterator[Span]:
    """Yield the actors but, of a `verb`, who only owns its subject: "Kenya's decision angered"."""
    for span in mention.actors:
        inside = [item for item in sentence.items if span.start <= item.start < span.end]
        named = next((item for item in inside if item.actor is not None), None)
        owner = named is not None and named.possessive and named is inside[-1]
        if not (verb and owner):
            yield span


def reached(sentence: Sentence, mention: ActMention) -> Iterator[Span]:
    """Yield the recipients but those of a time or reason: "to invade despite the Kenyan pleas"."""
    for span in mention.recipients:
        at = next((n for n, item in enumerate(sentence.items) if item.start >= span.start), 0)
        while at > 0 and sentence.lower(at - 1) in DETERMINERS | _TITLES:
            at -= 1
        if span.start < mention.trigger.start or sentence.lower(at - 1) not in _ASIDE:
            yield span
