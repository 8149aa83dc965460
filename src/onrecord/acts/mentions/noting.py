"""Note whom the trained reader has where the grammar has a pronoun or nobody."""

from onrecord.acts.draft import Draft
from onrecord.acts.grammar.items import Item
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import AUXILIARIES, OBJECT_PRONOUNS, OWNERS, SUBJECT_PRONOUNS
from onrecord.acts.lexicon import WORDS_ONLY
from onrecord.acts.mentions.participants import reached, who
from onrecord.acts.parties.antecedents import has_antecedent, opens_object_relative
from onrecord.acts.parties.causing import note_blame, note_cause, note_claim
from onrecord.acts.parties.clauses import find_in_clause
from onrecord.acts.parties.objects import is_object
from onrecord.acts.parties.passives import is_apposed_participle, lacks_was
from onrecord.acts.parties.suffering import note_receiver, note_sufferer
from onrecord.records import ActMention, Span

_OF_WORDS = frozenset({"ACCUSE", "SUPPORT", "REJECT", "AGREE", "REQUEST"})
_PRONOUNS = SUBJECT_PRONOUNS | OBJECT_PRONOUNS | frozenset("who whom which that some".split())
_SURE = 0.9  # how sure the reader is of an act whose recipients it knows better
_AMONG = frozenset({"between", "among"})


def note_mention(sentence: Sentence, draft: Draft) -> None:
    """Note whom the trained reader has where the grammar has a pronoun or nobody.

    Who is named goes before "their" in "Kenya's envoys made their appeal"; what stands before a
    passive has it done to it; "it" behind the verb is a thing or what was said.
    """
    # Whom "it" mediates between it acts on; the sides of a noun are told behind that.
    nobody = not draft.actors and not (draft.pronoun and draft.trigger.verb and draft.group)
    if _is_gerund_noun(sentence, draft):
        behind = {item.actor for item in sentence.items[draft.last :]}
        draft.actors, draft.pronoun = tuple(a for a in draft.actors if a in behind), None
        draft.recipients = (*draft.recipients, *draft.actors)
        nobody = True
    if draft.recipients and nobody and sentence.lower(draft.last) in _AMONG:
        draft.actors, draft.recipients = draft.recipients, ()  # "fighting between Kenya and Peru"
    note_cause(sentence, draft)
    note_claim(sentence, draft)
    note_blame(sentence, draft)
    note_sufferer(sentence, draft)
    mention = draft.mention
    if mention is None:
        return
    told = has_antecedent(sentence, draft.group) or _is_told_of(sentence, draft)
    told = told or draft.trigger.speech_act == "warn_of"  # "warned Peru about Kenya's raid"
    told = told or is_apposed_participle(sentence, draft.at, draft.last)  # "Lund, jailed in May"
    told = told or (draft.group is not None and lacks_was(sentence, draft.group, draft.trigger))
    if draft.recipients and not told and _reaches_others(sentence, draft, mention):
        found = who(sentence, reached(sentence, mention))[0]
        draft.recipients = tuple(actor for actor in found if actor not in draft.actors)
    if draft.pronoun is not None and draft.pronoun.lower in OWNERS and not draft.actors:
        draft.actors = who(sentence, mention.actors)[0]
        draft.pronoun = None if draft.actors else draft.pronoun
    if draft.passive and draft.pronoun is not None and draft.pronoun.start < draft.span.start:
        draft.receiving, draft.pronoun = draft.receiving or draft.pronoun, None
    known = draft.recipients or draft.receiving is not None
    if not known and not draft.passive:
        subject, draft.receiving = find_in_clause(
            sentence, draft.at, draft.last, draft.trigger.type
        )
        draft.recipients = tuple(actor for actor in subject if actor not in draft.actors)
        known = draft.recipients or draft.receiving is not None
    if not known and draft.trigger.speech_act not in WORDS_ONLY:
        draft.receiving = _receiving(sentence, mention)
    note_receiver(sentence, draft)


def _is_gerund_noun(sentence: Sentence, draft: Draft) -> bool:
    """Return whether a gerund is a noun by what is behind it: "to prevent | fighting between"."""
    group = draft.group
    gerund = group is not None and group.kind == "ing" and not group.auxiliaries
    return gerund and sentence.lower(draft.last) in _AMONG


def _is_told_of(sentence: Sentence, draft: Draft) -> bool:
    """Return whether a verb of the reader tells of somebody before: "Lund, whom Peru | fired |"."""
    subject = sentence.skip(draft.at - 1, AUXILIARIES, -1)
    own = draft.group is None and draft.trigger.verb
    return own and sentence.is_actor(subject) and opens_object_relative(sentence, subject)


def _reaches_others(sentence: Sentence, draft: Draft, mention: ActMention) -> bool:
    """Return whether the reader is sure of recipients, and none is one that the grammar has.

    A pronoun may stand for anybody, and whose decision is praised may be praised as well.
    """
    if not mention.recipients or mention.sure < _SURE:
        return False
    words = draft.trigger.type in _OF_WORDS
    if words and all(_only_owns(sentence, span) for span in mention.recipients):
        return False
    for number, item in enumerate(sentence.items):
        # "Kenya's rival | Peru" may be cut before the name
        inside = any(span.start <= item.start <= span.end + 1 for span in mention.recipients)
        if sentence.lower(number - 1) == ",":  # "the editor, | Lund |"
            comma = sentence.items[number - 1]
            inside = inside or any(
                span.end in {comma.start, comma.end} for span in mention.recipients
            )
        if inside and (item.lower in _PRONOUNS or item.actor in draft.recipients):
            return False
        if words and item.possessive and item.actor in draft.recipients:
            return False
    return True


def _only_owns(sentence: Sentence, span: Span) -> bool:
    """Return whether the span ends with "'s": "blamed | Kenya's | woes on Peru"."""
    inside = sentence.inside(span)
    return bool(inside) and inside[-1].possessive


def _receiving(sentence: Sentence, mention: ActMention) -> Item | None:
    starts = {span.start for span in reached(sentence, mention)}
    for index, item in enumerate(sentence.items):
        suffers = item.lower in SUBJECT_PRONOUNS and item.start < mention.trigger.start
        if item.start in starts and (suffers or is_object(sentence, index)):
            return item
    return None
