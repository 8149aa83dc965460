"""Find who is meant by the spans that the trained reader has for actors and recipients."""

from collections.abc import Iterable, Iterator

from onrecord.acts.draft import Draft
from onrecord.acts.items import Item
from onrecord.acts.lexicon import WORDS_ONLY
from onrecord.acts.sentences import Sentence
from onrecord.acts.words import DETERMINERS, OBJECT_PRONOUNS, OWNERS, SUBJECT_PRONOUNS
from onrecord.records import ActMention, Span

_TITLES = frozenset("mr mrs ms dr . president minister secretary".split())
_IT = frozenset({"it", "its"})  # behind the verb it is a thing or what was said
# Who stands behind one of these words is not whom the act is done to.
_ASIDE = frozenset(
    "before despite during since amid until without unlike because alongside".split()
)


def who(sentence: Sentence, spans: Iterable[Span]) -> tuple[tuple[str, ...], Item | None]:
    """Return the actors that the spans name, the first of each, and a pronoun where none does."""
    actors: dict[str, None] = {}
    pronoun: Item | None = None
    for span in spans:
        inside = [item for item in sentence.items if span.start <= item.start < span.end]
        named = next((item.actor for item in inside if item.actor is not None), None)
        if named is not None:
            actors[named] = None
        elif pronoun is None:
            pronoun = next((item for item in inside[:1] if _stands(item, len(inside))), None)
    return tuple(actors), None if actors else pronoun


def _stands(item: Item, count: int) -> bool:
    """Return whether the pronoun stands for who is meant: "his" does alone, not in "his family"."""
    alone = count == 1 and item.lower in OBJECT_PRONOUNS | OWNERS and item.text != "US"
    return item.lower in SUBJECT_PRONOUNS or alone


def note_receiving(sentence: Sentence, draft: Draft) -> None:
    """Note the pronoun that the trained reader has for whom the act is done to."""
    mention = draft.mention
    known = draft.recipients or draft.receiving is not None
    if mention is not None and not known and draft.trigger.speech_act not in WORDS_ONLY:
        pronoun = who(sentence, reached(sentence, mention))[1]
        suffers = pronoun is not None and pronoun.start < mention.trigger.start
        if pronoun is not None and (suffers or pronoun.lower not in _IT):
            draft.receiving = pronoun


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
