"""Tell which span of the reader stands beside the act: in another phrase, or as a likeness."""

from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import AUXILIARIES, DETERMINERS, OWNERS, is_past
from onrecord.acts.mentions.standing import item_at
from onrecord.records import ActMention, Span
from onrecord.text.wordclasses import PRESENT_VERBS

_DASHES = frozenset({"—", "–", "--"})
_LIKENING = ("compar", "liken", "equat")


def is_likened(sentence: Sentence, at: int, mention: ActMention) -> bool:
    """Return whether somebody is only likened to who stands at `at`: "compared Peru | to | him"."""
    first = item_at(sentence, mention.trigger.start)
    behind = range(item_at(sentence, mention.trigger.end), at)
    likens = sentence.lower(first).startswith(_LIKENING)
    return likens and any(sentence.lower(each) in {"to", "with"} for each in behind)


def is_beside(sentence: Sentence, span: Span, mention: ActMention, *, verb: bool) -> bool:
    """Return whether the span behind a noun of action stands in what is told beside it.

    So it does in an aside behind a dash ("the raid — by what Norcoal built — was"), as the owner of
    another noun ("the raid and | Kenya's | reply"), in what is done in it ("help in holding |
    Peru |") and in the next clause ("clashes went on and | envoys | were held").
    """
    if verb or span.start < mention.trigger.end:
        return False
    first = item_at(sentence, span.start)
    between = range(item_at(sentence, mention.trigger.end), first)
    if any(sentence.items[at].text in _DASHES for at in between):
        return True
    before = sentence.skip(first - 1, DETERMINERS, -1)
    named = next((item for item in sentence.inside(span) if item.actor is not None), None)
    if named is not None and named.possessive and sentence.lower(before) in {"and", "or"}:
        return True
    owned = sentence.skip(before, OWNERS, -1)
    if sentence.lower(owned).endswith("ing") and sentence.lower(owned - 1) in {"in", "for"}:
        return True
    return any(_joins_clause(sentence, at) for at in between)


def _joins_clause(sentence: Sentence, at: int) -> bool:
    """Return whether "and" opens a clause behind a finite verb: "talks go on | and | Peru is"."""
    verb = sentence.lower(at - 1)
    finite = verb in PRESENT_VERBS | AUXILIARIES or is_past(verb)
    after = sentence.lower(at + 1)
    goes_on = is_past(after) or after in AUXILIARIES | PRESENT_VERBS
    return sentence.lower(at) in {"and", "but", "while"} and finite and not goes_on
