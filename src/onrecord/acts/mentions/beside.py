"""Tell which span of the reader stands beside the act: in another phrase, or as a likeness."""

from onrecord.acts.grammar.items import Item
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    AUXILIARIES,
    DASHES,
    DETERMINERS,
    OWNERS,
    QUOTATION_MARKS,
    is_past,
)
from onrecord.acts.lexicon import TOGETHER
from onrecord.acts.mentions.standing import is_noun, item_at
from onrecord.records import ActMention, Span
from onrecord.text.wordclasses import PRESENT_VERBS

_CALLED = frozenset("is are was were".split())
_QUOTED = frozenset({"a", "an"}) | QUOTATION_MARKS
_WHEN = frozenset("during amid despite since following".split())
_FRONT = 4  # items from the comma behind a phrase in front to the subject
_LIKENING = ("compar", "liken", "equat")


def is_likened(sentence: Sentence, at: int, mention: ActMention) -> bool:
    """Return whether somebody is only likened to who stands at `at`: "compared Peru | to | him"."""
    first = item_at(sentence, mention.trigger.start)
    behind = range(item_at(sentence, mention.trigger.end), at)
    likens = sentence.lower(first).startswith(_LIKENING)
    return likens and any(sentence.lower(each) in {"to", "with"} for each in behind)


def is_beside(sentence: Sentence, span: Span, mention: ActMention, *, verb: bool) -> bool:
    """Return whether the span behind a noun of action stands in what is told beside it.

    So it does in an aside about it ("the raid — by what Norcoal built — was"), as the owner of
    another noun ("the raid and | Kenya's | reply"), in what is done in it ("help in holding |
    Peru |") and in the next clause ("clashes went on and | envoys | were held").
    """
    if verb or span.start < mention.trigger.end:
        return False
    first = item_at(sentence, span.start)
    if _is_behind_front(sentence, first, mention):
        return True
    between = range(item_at(sentence, mention.trigger.end), first)
    if between and sentence.items[between[0]].text in DASHES:
        return True
    before = sentence.skip(first - 1, DETERMINERS, -1)
    called = bool(between) and sentence.lower(between[0]) in _CALLED
    if called and sentence.lower(before) != "by" and sentence.lower(between[0] + 1) in _QUOTED:
        return True  # "the shootings were “an attack on | the men | "
    named = next((item for item in sentence.inside(span) if item.actor is not None), None)
    if named is not None and named.possessive and sentence.lower(before) in {"and", "or"}:
        return True
    owned = sentence.skip(before, OWNERS, -1)
    if sentence.lower(owned).endswith("ing") and sentence.lower(owned - 1) in {"in", "for"}:
        return True
    return any(_joins_clause(sentence, at) for at in between)


def _is_behind_front(sentence: Sentence, first: int, mention: ActMention) -> bool:
    """Return whether the act only tells when or why: "During the curfew, | members | met"."""
    if mention.type in TOGETHER or sentence.lower(0) not in _WHEN:
        return False
    comma = next((at for at in range(first) if sentence.items[at].text == ","), None)
    trigger = item_at(sentence, mention.trigger.start)
    return comma is not None and trigger < comma and comma + _FRONT > first


def is_among(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether the span stands in a list of those it is done to: "Peru, | Chad | and".

    So is the last of those behind a noun: "jabs at Peru and its | envoy |".
    """
    first = item_at(sentence, span.start)
    joint = sentence.skip(first - 1, DETERMINERS | OWNERS, -1)
    before = sentence.item(sentence.skip(joint, {",", "and"}, -1))
    after = sentence.item(sentence.skip(item_at(sentence, span.end), {",", "and"}))
    if before is None or before.kind != "actor" or not _suffers(before, mention):
        return False
    if after is not None and after.kind == "actor" and _suffers(after, mention):
        return True
    behind = before.start >= mention.trigger.end and is_noun(sentence, mention)
    return behind and mention.type not in TOGETHER and sentence.lower(joint) == "and"


def _suffers(item: Item, mention: ActMention) -> bool:
    return any(span.start <= item.start < span.end for span in mention.recipients)


def owns_sufferer(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether the span only owns whom it is done to: "fought | Kenya's | guard"."""
    last = item_at(sentence, span.end) - 1
    item, owned = sentence.items[last], sentence.item(last + 1)
    return item.possessive and owned is not None and _suffers(owned, mention)


def _joins_clause(sentence: Sentence, at: int) -> bool:
    """Return whether "and" opens a clause behind a finite verb: "talks go on | and | Peru is"."""
    verb = sentence.lower(at - 1)
    finite = verb in PRESENT_VERBS | AUXILIARIES or is_past(verb)
    after = sentence.lower(at + 1)
    goes_on = is_past(after) or after in AUXILIARIES | PRESENT_VERBS
    return sentence.lower(at) in {"and", "but", "while"} and finite and not goes_on
