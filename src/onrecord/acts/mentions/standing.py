"""Tell by where it stands whether a span of the trained reader takes part in an act.

The reader marks who is near a deed; the grammar knows who only reports it, suffers it, or belongs
to another verb.
"""

from onrecord.acts.grammar.lists import is_number
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    DETERMINERS,
    OBJECT_PRONOUNS,
    PAST_FORMS,
    PREPOSITIONS,
    SAYINGS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    is_past,
)
from onrecord.acts.parties.agents import is_others_agent
from onrecord.acts.parties.noun_sides import is_joined_nouns_agent
from onrecord.acts.parties.passives import is_reduced_relative
from onrecord.records import ActMention, Span
from onrecord.text import forms_of

_ONESELF = frozenset("himself herself itself themselves".split())
_IF = frozenset({"if", "unless"})
_CARRIED = 5  # items from a verb to the noun that it carries
_INFORMING = frozenset(forms_of("tell:told|told inform assure remind notify warn"))
_TELLING = frozenset(forms_of("disclose reveal describe investigate commemorate mourn witness"))

_SUFFERERS = frozenset("target targets victim victims casualty casualties".split())
_BECOME = BE | frozenset("become becomes became becoming remain remains remained fell fall".split())
_COMING = frozenset("come comes came coming stay stayed".split())
_FORCE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
_STIRRING = frozenset(
    forms_of(
        "anger upset:upset|upset worry alarm enrage infuriate irritate annoy dismay disappoint "
        "frustrate embarrass outrage offend shock stun surprise please delight relieve reassure "
        "unsettle unnerve rattle displease frighten scare baffle bewilder puzzle"
    )
)
_DRIVING = frozenset(
    forms_of("force drive:drove|driven compel displace uproot prompt push leave:left|left")
)
_SPYING = frozenset("spy spies spied spying espionage".split())
_HELPING = frozenset(
    "protect protecting defend defending save saving help helping rescue rescuing support "
    "supporting shield shielding aid aiding assist assisting".split()
)


def item_at(sentence: Sentence, position: int) -> int:
    """Return the first item that starts at or behind a character, 0 where none does."""
    return next((n for n, item in enumerate(sentence.items) if item.start >= position), 0)


def is_targeted(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether the span has the act done to it by a participle: "rebels hunted by Peru".

    So has who stands before one without an object: "rebels held in Oru were freed", and who is said
    to be its target: "doctors are becoming targets of violence".
    """
    if _is_called_target(sentence, span, mention) or _is_under(sentence, span, mention):
        return True
    at = item_at(sentence, mention.trigger.start)
    behind = item_at(sentence, mention.trigger.end)
    last = sentence.item(at - 1)
    adjacent = last is not None and last.end == span.end
    agent = mention.type == "ASSAULT" or any(
        other.start > mention.trigger.end for other in mention.actors
    )
    by = agent and sentence.lower(behind) == "by" and sentence.lower(at).endswith(("ed", "n"))
    return adjacent and (by or is_reduced_relative(sentence, at, behind))


def _is_called_target(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether the span is called its victim: "doctors | are victims of | raids"."""
    trigger = mention.trigger.start
    between = [item.lower for item in sentence.items if span.end <= item.start < trigger]
    called = next((n for n, word in enumerate(between) if word in _SUFFERERS), None)
    if called is None or not _BECOME & set(between[:called]):
        return False
    return between[called + 1 : called + 2] == ["of"]


def _is_under(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether the span is under what is done: "two men | under | investigation"."""
    inside = {item.lower for item in sentence.inside(mention.trigger)}
    if "under" in inside and inside & _COMING:
        return span.end <= mention.trigger.start  # "troops | came under fire |"
    under = under_before(sentence, mention)
    before = None if under is None else sentence.item(under - 1)
    called = before is not None and (
        before.end == span.end or before.lower in _BECOME | _COMING | _ONESELF
    )
    return called and span.end <= mention.trigger.start


def under_before(sentence: Sentence, mention: ActMention) -> int | None:
    """Return the "under" before the act: "| under | criminal investigation"."""
    at = item_at(sentence, mention.trigger.start) - 1
    at -= sentence.lower(at).endswith(("al", "ic", "ive"))
    return at if sentence.lower(at) == "under" else None


def is_in_next_clause(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether a clause with its own subject has the span: "as they hunted | a suspect |"."""
    between = [n for n, item in enumerate(sentence.items) if item.end <= span.start]
    between = [n for n in between if sentence.items[n].start >= mention.trigger.end]
    return any(
        sentence.lower(n + 1) in SUBJECT_PRONOUNS
        and (sentence.lower(n) in SUBORDINATORS or _opens_contact(sentence, n))
        for n in between
    )


def _opens_contact(sentence: Sentence, noun: int) -> bool:
    """Return whether a clause without "that" tells of the noun: "a | town | it lost to Kenya"."""
    item, verb = sentence.items[noun], sentence.lower(noun + 2)
    plain = item.kind == "word" and item.text.islower() and item.lower not in PREPOSITIONS
    return plain and not is_past(item.lower) and (is_past(verb) or verb in AUXILIARIES)


def is_helped(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether force is used for the span: "fought | for | Peru", "force to protect Peru"."""
    if mention.type not in _FORCE or span.start < mention.trigger.end:
        return False
    between = [
        item.lower
        for item in sentence.items
        if mention.trigger.end <= item.start < span.start and item.kind == "word"
    ]
    served = mention.type == "ASSAULT" or _is_spying(sentence, mention)
    fought_for = served and between[:1] == ["for"] and "against" not in between
    return fought_for or bool(_HELPING & set(between))


def _is_spying(sentence: Sentence, mention: ActMention) -> bool:
    """Return whether somebody spies, which is done for a state: "| spying | for Kenya"."""
    return sentence.lower(item_at(sentence, mention.trigger.start)) in _SPYING


def find_self_harming(sentence: Sentence, mention: ActMention) -> list[Span]:
    """Return who does it to himself, whom the reader has as one who suffers it only.

    In "Lund is said to have killed himself and two guards" Lund acts.
    """
    behind = item_at(sentence, mention.trigger.end)
    if sentence.lower(behind) not in _ONESELF:
        return []
    return [span for span in mention.recipients if span.end <= mention.trigger.start]


def is_object_behind(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether another verb behind a passive has the span: "that was hit housed | Lund |"."""
    at, trigger = item_at(sentence, span.start), item_at(sentence, mention.trigger.start)
    if sentence.lower(trigger - 1) not in BE or sentence.lower(at - 1) == "by":
        return False
    between = (sentence.lower(k) for k in range(trigger + 1, at))
    return any(word.endswith("ed") or word in PAST_FORMS for word in between)


def only_reports(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether the span is the subject of a verb of saying, which does not carry the act."""
    at = item_at(sentence, span.end)
    near = [item.start for item in sentence.items[at : at + _CARRIED]]
    return sentence.lower(at) in SAYINGS and mention.trigger.start not in near


def only_tells(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether the span only speaks of the deed: "Kenya disclosed where the | raid | was"."""
    between = [i for i in sentence.items if span.end <= i.start < mention.trigger.start]
    return any(item.lower in _TELLING for item in between)


def is_agent(sentence: Sentence, span: Span, mention: ActMention, *, verb: bool) -> bool:
    """Return whether the span stands behind the trigger and right behind its "by"."""
    by = sentence.lower(item_at(sentence, span.start) - 1) == "by"
    behind = span.start > mention.trigger.start
    return by and behind and not has_others_by(sentence, span, mention, verb=verb)


def has_others_by(sentence: Sentence, span: Span, mention: ActMention, *, verb: bool) -> bool:
    """Return whether "by" before the span goes with another verb or noun behind the trigger."""
    by = item_at(sentence, span.start) - 1
    if sentence.lower(by) != "by" or span.start < mention.trigger.end:
        return False
    inside = (n for n, item in enumerate(sentence.items) if item.end >= mention.trigger.end)
    last = next(inside, by) + 1
    return is_others_agent(sentence, last, by) or (
        not verb and is_joined_nouns_agent(sentence, last)
    )


def is_in_condition(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether the span stands in an "if" clause that the trigger does not stand in."""
    places = [n for n, item in enumerate(sentence.items) if span.start <= item.start < span.end]
    if not places:
        return False
    first = places[0]
    while first > 0 and sentence.items[first - 1].kind != "mark":
        first -= 1
    opens = next((n for n in range(first, places[0]) if sentence.lower(n) in _IF), None)
    if opens is None:
        return False
    last = places[-1]
    while last + 1 < len(sentence.items) and sentence.items[last + 1].kind != "mark":
        last += 1
    start, end = sentence.items[opens].start, sentence.items[last].end
    return not start <= mention.trigger.start < end


def is_label(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether the span stands before a colon, behind which another actor of the act is."""
    colons = [
        item.start
        for item in sentence.items
        if item.text == ":" and span.end <= item.start < mention.trigger.start
    ]
    return bool(colons) and any(
        colons[-1] < other.start < mention.trigger.start for other in mention.actors
    )


def is_of_participle(sentence: Sentence, at: int) -> bool:
    """Return whether who stands at `at` is the object of a participle behind a comma."""
    return sentence.lower(at - 1).endswith("ing") and sentence.lower(at - 2) == ","


def is_listed(sentence: Sentence, at: int, mention: ActMention) -> bool:
    """Return whether somebody stands between the act and the comma before item `at`.

    Whoever acts does not: "an appeal from Kenya's senate, | its upper house |".
    """
    between = [
        item
        for item in sentence.items[:at]
        if item.start >= mention.trigger.end
        and not any(span.start <= item.start < span.end for span in mention.actors)
    ]
    return any(item.actor is not None or item.lower in OBJECT_PRONOUNS for item in between)


def is_moved(sentence: Sentence, at: int, mention: ActMention) -> bool:
    """Return whether the act only stirs who stands at `at`: "Kenya's refusal angered | Peru |"."""
    verb = at - 1
    stirred = sentence.lower(verb) in _STIRRING and sentence.lower(verb - 1) not in BE
    return stirred and sentence.items[verb].start >= mention.trigger.end


def is_driven(sentence: Sentence, at: int, mention: ActMention) -> bool:
    """Return whether the act drives who stands at `at` to something: "shelling forced | men | to".

    It is no deed of theirs.
    """
    verb = at - 1
    while is_number(sentence, verb) or sentence.lower(verb) in DETERMINERS:
        verb -= 1
    driven = sentence.lower(verb) in _DRIVING and sentence.lower(verb - 1) not in BE
    return driven and sentence.items[verb].start >= mention.trigger.end


def is_noun(sentence: Sentence, mention: ActMention) -> bool:
    """Return whether the trigger is a noun by the determiner or owner before it."""
    at = item_at(sentence, mention.trigger.start) - 1
    while sentence.items[at : at + 1] and sentence.lower(at).endswith(("al", "ed", "ly", "ous")):
        at -= 1
    before = sentence.item(at)
    owned = before is not None and (before.possessive or before.kind == "timex")
    return sentence.lower(at) in DETERMINERS or owned


def speaks_before(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether the span is a "we" or "I" right before the verb and its auxiliaries."""
    at = item_at(sentence, span.start)
    if sentence.lower(at) not in {"we", "i"}:
        return False
    return sentence.skip(at + 1, AUXILIARIES | ADVERBS) == item_at(sentence, mention.trigger.start)


def is_told_right_behind(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether the verb tells of the span right before: "appealed to voters | backing |"."""
    at = sentence.skip(item_at(sentence, span.end), ADVERBS)
    verb = item_at(sentence, mention.trigger.start)
    return at == verb and sentence.lower(verb).endswith("ing")


def is_only_told(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether the span is told that another does it: "told | Peru | that Kenya must go"."""
    end = item_at(sentence, span.end)
    before = sentence.skip(item_at(sentence, span.start) - 1, DETERMINERS, -1)
    if sentence.lower(end) != "that" or sentence.lower(before) not in _INFORMING:
        return False
    return any(span.end < other.start < mention.trigger.start for other in mention.actors)
