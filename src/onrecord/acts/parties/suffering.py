"""Turn the sides where a verb tells of somebody what others did: "Kenya lost the town to Peru"."""

from onrecord.acts.draft import Draft
from onrecord.acts.grammar.groups import group_at, is_finite
from onrecord.acts.grammar.lists import Actors
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import BE, DETERMINERS
from onrecord.acts.lexicon import HARMFUL
from onrecord.acts.parties.agents import find_agents
from onrecord.acts.parties.causing import is_attribute
from onrecord.acts.parties.objects import find_behind
from onrecord.acts.parties.subjects import find_subject
from onrecord.text import FormKind, forms_of

_GIVEN = frozenset({"AID", "SUPPORT", "AGREE", "CONCEDE"})
_CARRIED = 5  # items from a verb to its noun
_GIFT = 8  # items from "received" to "from": "generators and tents | from"
_AVOIDING = frozenset(forms_of("avert avoid escape survive withstand evade"))
# Who does one of these has it done to him.
_ENDURING = frozenset(forms_of("endure suffer sustain weather"))
_DEALT = frozenset("threatened hit slapped punished".split())  # "was threatened with a lawsuit"
_TARGETS = frozenset("target targets victim victims".split())
_BECOMING = (BE - {"'m", "am"}) | frozenset("become becomes became remain remains remained".split())
_MEASURES = frozenset("days weeks months years hours waves wave".split())
# Of the verbs that the reader alone finds: who gets something, and who loses it, and the words
# behind which the other side stands.
_GETTING = frozenset(forms_of("receive obtain get:got|gotten secure gain extract borrow"))
_LOSING = frozenset(forms_of("lose:lost|lost"))


def note_sufferer(sentence: Sentence, draft: Draft) -> None:
    """Let who avoids or endures the deed of another be whom it would befall, or does.

    So in "Peru averted a Kenyan | attack |", "Peru endured months of | shelling | by Kenya", "Peru
    was the target of an | attack | by Kenya", "Peru was threatened with | sanctions |".
    """
    if draft.recipients or draft.trigger.type not in HARMFUL | {"ACCUSE"}:
        return
    verb = _verb_before(sentence, draft.at)
    if verb is None:
        return
    avoids = sentence.lower(verb) in _AVOIDING
    suffering = _subject_of(sentence, verb)
    if not avoids and set(draft.actors) <= set(suffering):
        draft.actors = find_agents(sentence, draft.last)
    if draft.actors or not avoids:
        draft.recipients = tuple(actor for actor in suffering if actor not in draft.actors)


def note_receiver(sentence: Sentence, draft: Draft) -> None:
    """Turn who gets or loses something to the one it is done to: "Peru | received | aid from".

    So in "Peru | lost | the port to Kenya", of the verbs that only the reader finds.
    """
    if draft.group is not None or not draft.trigger.verb or draft.passive:
        return
    word, kind = sentence.lower(draft.at), draft.trigger.type
    loses = word in _LOSING and kind in HARMFUL
    gets = (word in _GETTING and kind in _GIVEN) or (word in _ENDURING and kind in HARMFUL)
    if not (gets or loses):
        return
    others = find_behind(sentence, draft.last, {"to"} if loses else {"from", "by"}, ())
    if draft.recipients and not set(draft.recipients) & set(others):
        return  # "Peru secured the envoys from harm"
    given = range(draft.last, min(len(sentence.items), draft.last + _GIFT))
    if gets and not others and all(sentence.lower(at) not in {"from", "by"} for at in given):
        return  # "Peru received two thousand refugees"
    draft.recipients = tuple(actor for actor in draft.actors if actor not in others)
    draft.receiving, draft.actors, draft.pronoun = draft.pronoun, others, None


def _verb_before(sentence: Sentence, noun: int) -> int | None:
    """Return the verb that tells whom the deed befalls: "| averted | a Kenyan attack"."""
    at = noun - 1
    while at > max(-1, noun - _CARRIED) and sentence.lower(at) not in _AVOIDING | _ENDURING:
        if sentence.lower(at) == "with" and sentence.lower(at - 1) in _DEALT:
            return at - 1 if sentence.lower(at - 2) in BE else None
        if sentence.lower(at) == "of" and sentence.lower(at - 1) in _TARGETS:
            at = sentence.skip(at - 2, DETERMINERS | {"main", "latest"}, -1)
            return at if sentence.lower(at) in _BECOMING else None
        of = sentence.lower(at) == "of" and sentence.lower(at - 1) in _MEASURES
        told = sentence.items[at].kind in {"actor", "timex"}
        if not (of or told or is_attribute(sentence, at)):
            return None
        at -= 1
    return at if sentence.lower(at) in _AVOIDING | _ENDURING else None


def _subject_of(sentence: Sentence, verb: int) -> Actors:
    """Return who is the subject of the finite verb at `verb`."""
    word = sentence.lower(verb)
    base = not word.endswith(("ed", "s"))
    kind: FormKind = "base" if base else "past" if word.endswith("ed") else "s"
    group = group_at(sentence, verb, verb + 1, kind)
    return find_subject(sentence, group).actors if is_finite(group) else ()
