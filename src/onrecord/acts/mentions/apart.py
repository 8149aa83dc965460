"""Tell whom the trained reader takes for who acts, and grammar shows to be apart from the act.

It is the object of the verb, the partner it is done with, the speaker, who only makes use of a
deed, or the subject of another clause.
"""

from onrecord.acts.grammar.lists import title_start
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    BE,
    COURTESY,
    DEMANDED_OF,
    DETERMINERS,
    MEDIATING,
    OWNERS,
    PLAIN_DETERMINERS,
    PREPOSITIONS,
    SAYINGS,
    SOUGHT,
)
from onrecord.acts.lexicon import TOGETHER
from onrecord.acts.mentions.standing import item_at, only_reports, under_before
from onrecord.acts.modality.noun_modality import brings_about
from onrecord.acts.parties.noun_sides import CAUSES
from onrecord.acts.parties.opposing import is_weighed
from onrecord.records import ActMention, Span
from onrecord.text import forms_of

_HARM = frozenset({"ASSAULT", "COERCE", "SANCTION", "ACCUSE", "PROTEST"})
# A deed before or after which something else is done: "prior | to | the attack, Kenya asked".
_AROUND = frozenset("before after since until following amid despite to of".split())
_SETTING = 5  # items from such a word to the deed
# Whose object the deed is has not done it: "considered | recommendations", "survived a raid".
_UPON = frozenset(
    forms_of(
        "consider weigh await review study ignore survive witness film watch see:saw|seen "
        "hear:heard|heard remember recall fear mark ban:banned|banned "
        "outlaw:outlawed|outlawed prohibit confront "
        "contain crush disperse foil "
        "manage quash quell repel:repelled|repelled suppress tamp thwart"
    )
)
_USING = frozenset(forms_of("use exploit"))
_KNOWN = frozenset("the this that these those".split())
_GIVEN = frozenset({"AID", "CONCEDE", "RETREAT", "SUPPORT"})
_SIGNED = frozenset({"AGREE", "SUPPORT"})


def is_apart(sentence: Sentence, span: Span, mention: ActMention, *, verb: bool) -> bool:
    """Return whether the place of the span shows that it names nobody who acts.

    `verb` tells that a verb tells the act, and no noun.
    """
    gerund = sentence.lower(item_at(sentence, mention.trigger.start)).endswith("ing")
    over = (gerund or not verb) and _is_over(sentence, span, mention)
    if over or _is_excepted(sentence, span):
        return True
    if verb:
        return (
            is_object_of_verb(sentence, span, mention)
            or _says_of_others(sentence, span, mention)
            or _inspires(sentence, span, mention)
            or _weighs(sentence, span, mention)
            or is_partner(sentence, span, mention)
            or is_mediated(sentence, span, mention)
        )
    if span.end <= mention.trigger.start and under_before(sentence, mention) is not None:
        return True  # "lawyers of Peru and others under investigation"
    return (
        _mediates(sentence, span, mention)
        or _is_in_main_clause(sentence, span, mention)
        or _is_upon(sentence, span, mention)
        or _asks_for(sentence, span, mention)
        or _answers(sentence, span, mention)
    )


def _answers(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether the span is of who would answer it: "a raid would draw strikes by Peru"."""
    behind = range(item_at(sentence, mention.trigger.end), item_at(sentence, span.start))
    return any(brings_about(sentence, each) for each in behind)


def _is_excepted(sentence: Sentence, span: Span) -> bool:
    """Return whether the span is who did not do it: "the first state other than | Peru | to"."""
    than = sentence.skip(item_at(sentence, span.start) - 1, DETERMINERS, -1)
    return sentence.lower(than) == "than" and sentence.lower(than - 1) in {"other", "rather"}


def is_object_of_verb(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether an active verb has the span right behind it: "should be | sending | troops".

    Behind a mark it may be its subject: "“Go,” urged Lund".
    """
    first, at = item_at(sentence, span.start), item_at(sentence, mention.trigger.start)
    before, last = sentence.item(at - 1), item_at(sentence, mention.trigger.end)
    if sentence.skip(first - 1, DETERMINERS, -1) + 1 > last or first < last:
        return False
    if sentence.lower(at).endswith("ing"):
        return sentence.lower(at - 1) not in DETERMINERS
    inverted = before is None or before.kind == "mark" or before.lower in BE
    return not inverted


def is_partner(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether a pact is made with the span: "struck a deal | with Peru |"."""
    first = item_at(sentence, span.start)
    at = title_start(sentence, first) - 1
    behind = span.start >= mention.trigger.end
    return (
        behind
        and mention.type in _SIGNED
        and "with" in {sentence.lower(at), sentence.lower(first - 1)}
    )


def is_mediated(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether the span is one of those "between" whom somebody mediates."""
    verb = sentence.lower(item_at(sentence, mention.trigger.start))
    before = sentence.skip(item_at(sentence, span.start) - 1, PLAIN_DETERMINERS, -1)
    by = sentence.lower(before) == "by"
    mediator = any(other.end <= mention.trigger.start for other in mention.actors)
    behind = span.start >= mention.trigger.end and not by
    return verb in MEDIATING and mediator and behind


def _mediates(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether the span brings others to a pact: "| Kenya | brokered a truce".

    So does who stands behind "by": "a truce mediated by | Kenya |".
    """
    if span.start >= mention.trigger.end:
        by = sentence.skip(item_at(sentence, span.start) - 1, DETERMINERS, -1)
        return sentence.lower(by) == "by" and sentence.lower(by - 1) in MEDIATING
    verb, _ = _before_phrase(sentence, mention)
    with_whom = sentence.lower(item_at(sentence, mention.trigger.end)) == "with"
    return sentence.lower(verb) in MEDIATING and not with_whom


def _is_over(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether the act is only what the span does another over: "Peru leaves over | raid |".

    What stands between is no clause of its own.
    """
    at = item_at(sentence, mention.trigger.start) - 1
    while at > 0 and sentence.items[at].kind != "mark" and sentence.lower(at) not in PREPOSITIONS:
        at -= 1
    over = sentence.lower(at) == "over" and span.end <= sentence.items[at].start
    return over and mention.type in _HARM


def _says_of_others(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether the span says what another did: "Lund said | the blast | destroyed"."""
    behind = item_at(sentence, span.end) + 1
    behind += sentence.lower(behind) == "that"
    told = sentence.lower(behind - 1).startswith(("tell", "told"))
    content = sentence.lower(behind) in PLAIN_DETERMINERS and not told
    return content and only_reports(sentence, span, mention)


def _inspires(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether the span only has brought on who acts: "an attack inspired | by Kenya |"."""
    by = item_at(sentence, span.start) - 1
    before = span.end <= mention.trigger.start
    return before and sentence.lower(by) == "by" and sentence.lower(by - 1) in CAUSES


def _weighs(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether the span is for or against what is told: "Lund backs | banning | Peru"."""
    before = span.end <= mention.trigger.start
    return before and is_weighed(sentence, item_at(sentence, mention.trigger.start))


def _is_in_main_clause(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether the act only tells when the span did another: "after the raid, Kenya left"."""
    if mention.type not in _HARM or span.start < mention.trigger.end:
        return False
    at = item_at(sentence, mention.trigger.start)
    first, last = item_at(sentence, span.start), item_at(sentence, mention.trigger.end)
    comma = any(sentence.lower(k) == "," for k in range(last, first))
    before = {sentence.lower(k) for k in range(max(0, at - _SETTING), at)}
    around = bool(before & (_AROUND - {"of", "to"})) or {"prior", "to"} <= before
    return comma and around and sentence.lower(first - 1) not in {"by", "of"}


def _is_upon(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether the span has the deed of another for its object: "feared | an attack"."""
    if mention.type in TOGETHER or span.end > mention.trigger.start:
        return False
    at, opening = _before_phrase(sentence, mention)
    if opening in OWNERS:
        return False
    at -= sentence.lower(at) == "down"  # "tamped | down | protests"
    word = sentence.lower(at)
    return word in _UPON or (word in _USING and opening in _KNOWN)


def _asks_for(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether the span only asks for what others would give: "Kenya asked for | help |"."""
    at, _ = _before_phrase(sentence, mention)
    sought = sentence.lower(at) == "for"
    at -= sought
    word = sentence.lower(at)
    asked = mention.type in _GIVEN and (word in DEMANDED_OF or (sought and word in SOUGHT))
    return asked and span.end <= sentence.items[at].start


def _before_phrase(sentence: Sentence, mention: ActMention) -> tuple[int, str]:
    """Return the item before the phrase of the act, and the determiner that opens the phrase."""
    at, opening = item_at(sentence, mention.trigger.start) - 1, ""
    while at > 0 and (sentence.lower(at) in DETERMINERS or _is_plain(sentence, at)):
        opening = sentence.lower(at) if sentence.lower(at) in DETERMINERS else opening
        at -= 1
    return at, opening


def _is_plain(sentence: Sentence, at: int) -> bool:
    """Return whether the item may be an adjective before the noun: "a | deadly | attack"."""
    word = sentence.lower(at)
    return (
        word.isalpha()
        and word not in PREPOSITIONS | SAYINGS | _UPON | _USING | BE | COURTESY | {"to"}
        and word.endswith(("al", "ed", "ly", "ous", "ic", "ive", "ist", "or"))
    )
