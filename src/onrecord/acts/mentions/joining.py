"""Join the acts that the trained reader found with those that the table of triggers found.

The reader knows what an act is without knowing its word, and how it is meant; the clause grammar
knows whose mention stands where. A draft of both has the table's type, unless the reader is certain
of another for a verb, and the reader's meaning where that is sure; one of the reader alone gets its
actors by the reader's spans; one of the table alone stays as it is.
"""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.acts.draft import Draft
from onrecord.acts.drafting.carrying import drop_carriers
from onrecord.acts.grammar.groups import MERELY
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    CONTRACTED_NOT,
    DETERMINERS,
    NOT,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    is_past,
)
from onrecord.acts.lexicon import WORDS_ONLY
from onrecord.acts.mentions.participants import acting, reached, who
from onrecord.acts.mentions.proposing import propose
from onrecord.acts.modality.governors import REAL, Meant
from onrecord.acts.modality.insisting import is_done_all_the_same
from onrecord.acts.modality.undone import is_ended
from onrecord.acts.parties.antecedents import has_antecedent, opens_object_relative
from onrecord.acts.parties.passives import is_counted_sufferer
from onrecord.records import ActMention, Span
from onrecord.spans import overlaps

# How sure it is of what it says otherwise than the grammar of verbs does.
_SURE_MODALITY = 0.75
_DOUBTING_MODALITY = 0.9
_CERTAIN_MODALITY = 0.95
_NEVER = 2.0
_CERTAIN_TYPE = 0.95
# "Will stop deporting": it is not done any more.
_ENDING = frozenset("stop stops stopped stopping cease ceases ceased quit halted".split())
_TO_NOT = 20  # items before a verb among which "not" may take it back
_SAID = frozenset({"accuse", "criticise", "praise", "demand", "appeal", "threaten"})
_PARTICLES = frozenset("off up out down away back".split())
_LONGEST = 6  # items of a noun phrase
_NO_NOUN = PREPOSITIONS | CONJUNCTIONS | ADVERBS | AUXILIARIES | RELATIVES | SUBJECT_PRONOUNS
_REFUSING = ("fail", "refus", "declin")


def join_mentions(
    sentence: Sentence, drafts: Sequence[Draft], mentions: Sequence[ActMention]
) -> list[Draft]:
    """Return the acts of one sentence, of the table and of the reader, in reading order.

    `mentions` are those whose trigger stands in the sentence.
    """
    left = list(drafts)
    found: list[Draft] = []
    for mention in mentions:
        same = [draft for draft in left if overlaps(draft.span, mention.trigger)]
        if same:
            left = [draft for draft in left if draft not in same]
            if not (_means_otherwise(same[0], mention) and mention.type == "STATE"):
                found.append(_confirm(sentence, same[0], mention))
        elif not any(overlaps(draft.span, mention.trigger) for draft in found):
            found += propose(sentence, mention)
    return drop_carriers(sentence, sorted([*found, *left], key=lambda draft: draft.span))


def _means_otherwise(draft: Draft, mention: ActMention) -> bool:
    """Return whether the reader is certain of another type than the table has for a verb.

    The table has the commonest meaning: "dismissed the claim", and not "dismissed the man".
    """
    verb = draft.trigger.verb and draft.group is not None
    refuses = draft.trigger.words.startswith(_REFUSING)  # "declined to criticise" blames nobody
    # The reader has but the verb of "| handed | the men over".
    parted = " " in draft.trigger.words and draft.last == draft.at + 1
    return (
        verb
        and not (refuses or parted)
        and mention.type != draft.trigger.type
        and mention.type_sure >= _CERTAIN_TYPE
    )


def _confirm(sentence: Sentence, draft: Draft, mention: ActMention) -> Draft:
    """Return the draft with what the reader says of it."""
    draft.mention = mention
    if _means_otherwise(draft, mention):
        draft.trigger = replace(draft.trigger, type=mention.type, speech_act=None)
    if (draft.trigger.words, draft.trigger.verb, mention.type) == ("strike", False, "PROTEST"):
        draft.trigger = replace(draft.trigger, type="PROTEST")  # of workers, and no air strike
    _turn(sentence, draft, mention)
    if mention.modality_sure >= _needed(sentence, draft.meant, mention):
        held = draft.meant.condition is not None and draft.group is not None
        held = held and (mention.modality, mention.negative) == ("planned", False)
        draft.meant = replace(
            draft.meant,
            modality="conditional" if held else mention.modality,
            polarity="negative" if _is_negative(sentence, draft, mention) else "positive",
            sure=True,
        )
    if not draft.actors and draft.pronoun is None:
        acts, draft.pronoun = who(sentence, acting(sentence, mention, verb=draft.trigger.verb))
        draft.actors = tuple(actor for actor in acts if actor not in draft.recipients)
    told = _helps_it(sentence, draft) or has_antecedent(
        sentence, draft.group
    )  # "the man whom Kenya freed attacked Peru"
    told = told or is_counted_sufferer(sentence, draft.at, draft.last)  # "40 held in Peru"
    told = told or draft.trigger.words == "discuss"  # "discussed Peru" is about it
    if not (draft.recipients or told) and draft.trigger.speech_act not in WORDS_ONLY:
        spans = list(reached(sentence, mention))
        spans = [
            span
            for span in spans
            if not (_is_told(sentence, draft, span) or _is_of_another(sentence, draft, span))
        ]
        if _has_object(draft):
            before = [span for span in spans if span.start < draft.span.start]
            spans = [span for span in spans if span not in before]
            draft.actors = draft.actors or who(sentence, before)[0]
        recipients, _ = who(sentence, spans)
        draft.recipients = tuple(a for a in recipients if a not in draft.actors)
    return draft


def _helps_it(sentence: Sentence, draft: Draft) -> bool:
    """Return whether who is helped is only called "it": "asked Kenya to | help | it fight"."""
    return draft.trigger.type == "AID" and sentence.lower(draft.last) == "it"


def _is_told(sentence: Sentence, draft: Draft, span: Span) -> bool:
    """Return whether the span stands right before who has it done: "told | men | that he was"."""
    if not draft.passive or draft.receiving is None or draft.receiving.lower == "they":
        return False
    at = sentence.items.index(draft.receiving) - 1
    while sentence.lower(at) in {"that", ","}:
        at -= 1
    return sentence.items[at].end == span.end


def _is_of_another(sentence: Sentence, draft: Draft, span: Span) -> bool:
    """Return whether a participle tells of a noun that is not the span: "a firm | fined | by"."""
    if draft.group is None or not (draft.passive and draft.group.bare):
        return False
    last = draft.group.first - 1
    noun = sentence.item(last)
    if noun is None or noun.kind != "word" or not noun.text.islower():
        return False
    if noun.lower in _NO_NOUN or noun.lower.endswith("ly") or is_past(noun.lower):
        return False
    first = next((at for at in range(last, last - _LONGEST, -1) if _opens(sentence, at)), last)
    named = sentence.item(first - 2)
    apposed = sentence.lower(first - 1) == "," and named is not None and named.end == span.end
    return not (apposed or span.start <= noun.start < span.end)


def _opens(sentence: Sentence, at: int) -> bool:
    return sentence.lower(at) in DETERMINERS


def _is_negative(sentence: Sentence, draft: Draft, mention: ActMention) -> bool:
    """Return whether the act is not done: as the reader, "not" or a verb that ends it tells.

    "Failed to agree" is a refusal, and no refusal that was not made.
    """
    ended = draft.group is not None and sentence.lower(draft.group.first - 1) in _ENDING
    own = draft.trigger.words.startswith(_REFUSING) and draft.meant.polarity == "positive"
    told = draft.meant.sure and draft.meant.polarity == "negative"
    done = _merely(sentence, draft) or is_done_all_the_same(sentence, draft.meant.governor)
    done = done or _is_weighed(sentence, draft) or _says_plainly(sentence, draft)
    positive = own or (done and draft.meant.polarity == "positive")
    return ended or told or (mention.negative and not positive)


def _says_plainly(sentence: Sentence, draft: Draft) -> bool:
    """Return whether somebody has said so, as no word takes back: "has long | accused | Peru"."""
    group = draft.group
    plain = group is not None and group.kind in {"past", "tense"} and not group.modal
    said = draft.trigger.speech_act in _SAID and draft.meant.real and draft.meant.sure
    words = (sentence.lower(at) for at in range(max(0, draft.at - _TO_NOT), draft.at))
    return plain and said and (NOT | CONTRACTED_NOT | {"without"}).isdisjoint(words)


def _is_weighed(sentence: Sentence, draft: Draft) -> bool:
    """Return whether it is only open: "failed to agree on whether to | recognise |"."""
    return draft.group is not None and sentence.lower(draft.group.first - 1) == "whether"


def _merely(sentence: Sentence, draft: Draft) -> bool:
    """Return whether more was done than this: "did not merely sign"."""
    return draft.group is not None and any(
        sentence.lower(at) in MERELY for at in range(draft.group.first, draft.at)
    )


def _turn(sentence: Sentence, draft: Draft, mention: ActMention) -> None:
    """Let the subject have the act done to it where the reader has it so, and nobody who acts.

    It acts on who stands behind the verb: "Police also | held | two men".
    """
    if not draft.trigger.verb or draft.passive or draft.recipients or mention.actors:
        return
    if draft.group is not None and draft.group.to is not None:
        return  # "Lund seems set to | attack |"
    subject = draft.at - 1 if draft.group is None else draft.group.first - 1
    if sentence.is_actor(subject) and opens_object_relative(sentence, subject):
        return  # "the man police held"
    after = sentence.item(draft.last)
    ends = after is None or after.kind == "mark"
    behind = any(span.start >= draft.span.end for span in mention.recipients)
    if _has_object(draft) or (behind and not ends):
        return
    suffering, _ = who(sentence, reached(sentence, mention))
    if draft.actors and set(draft.actors) <= set(suffering):
        draft.actors, draft.recipients, draft.passive = (), draft.actors, True


def _has_object(draft: Draft) -> bool:
    """Return whether an active verb has its object in its words: "opened fire".

    Its subject acts, whatever the reader says.
    """
    if not draft.trigger.verb or draft.passive:
        return False
    _verb, *others = draft.trigger.words.split()
    return any(word not in PREPOSITIONS | _PARTICLES for word in others)


def _needed(sentence: Sentence, meant: Meant, mention: ActMention) -> float:
    """Return how sure the reader has to be to be followed against the grammar of verbs.

    It is followed most easily where it doubts that something happened: an act that did not happen
    is the worse mistake. What is to end goes on, however the end is meant: "to end | fighting |".
    """
    if meant.real and meant.governor is not None and is_ended(sentence, meant.governor):
        return _NEVER
    if not meant.sure:
        return _SURE_MODALITY
    doubts = mention.modality not in REAL or mention.negative
    if meant.real and meant.polarity == "positive":
        return _DOUBTING_MODALITY if doubts else _CERTAIN_MODALITY
    return _CERTAIN_MODALITY if doubts else _NEVER
