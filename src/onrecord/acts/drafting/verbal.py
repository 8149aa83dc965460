"""Read an act that a verb tells: its subject, its objects, and how it is meant."""

from dataclasses import replace

from onrecord.acts.draft import Draft
from onrecord.acts.drafting.doers import OBJECTS, subject_of_verb
from onrecord.acts.grammar.groups import Group, group_at
from onrecord.acts.grammar.lists import list_before, name_behind
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    BE,
    MODALS,
    PARTICLES,
    SUBJECT_PRONOUNS,
    WILL,
    is_past,
)
from onrecord.acts.lexicon import (
    HARMFUL,
    WORDS_ONLY,
    Form,
    Trigger,
)
from onrecord.acts.modality.governors import Meant
from onrecord.acts.modality.negating import auxiliaries_of
from onrecord.acts.modality.verb_modality import read_verb
from onrecord.acts.parties.agents import find_agents
from onrecord.acts.parties.antecedents import find_antecedent
from onrecord.acts.parties.fronted import find_told_ahead
from onrecord.acts.parties.objects import (
    find_also,
    find_asked,
    find_author,
    find_behind,
    find_deed,
    find_denied,
    find_disputed,
    find_recipients,
    pronoun_after,
    pronoun_behind,
)
from onrecord.acts.parties.opposing import is_anothers_plan, is_done_for
from onrecord.acts.parties.passives import (
    DONE_TO,
    find_robbed,
    is_apposed_participle,
    is_caused,
    is_counted_sufferer,
    is_harmed,
    is_joined_participle,
    is_reduced_relative,
    lacks_object,
    lacks_was,
    whose_subject,
)
from onrecord.acts.parties.sharing import share_auxiliaries
from onrecord.acts.parties.subjects import (
    Subject,
    subject_before,
)
from onrecord.acts.parties.warning import TOPICS, find_dangerous
from onrecord.acts.triggers.meanings import is_published, means_otherwise
from onrecord.acts.triggers.triggering import is_attributive

# Of "refused to help Kenya" Kenya is refused it; "defends its right to arm Kenya" defends no Kenya.
_LEADING = frozenset({"AGREE", "REJECT", "THREATEN"})
_TO_PARTNER = 16  # items from "discussed" to "with"
_ENVOYS = frozenset("ambassador ambassadors envoy envoys".split())
_POSTED = frozenset({"to", "from", "in"})
_SENDING = frozenset("send deploy dispatch provide lend supply".split())
_SENT = frozenset("sending deploying dispatching providing lending supplying".split())
# Who "was opposed to" something opposed it: it is no passive.
_MINDED = frozenset("opposed committed".split())
# Who "declined to comment on Kenya" refuses Kenya nothing.
_TELLING = frozenset(
    "comment say discuss elaborate identify confirm disclose specify speculate reveal describe "
    "name speak detail".split()
)
_OF_CLAUSES = frozenset({"warn_of", "threaten", "commit"})
_FOR = frozenset("for alongside".split())
_UPON = HARMFUL | {"RETREAT"}  # "the men whom Kenya freed left": nobody else has it done to him
# These verbs have an object, so that who stands before a bare "blamed for" is blamed.
_BLAMED = {
    "accuse": "of", "blame": "for", "charge": "with", "condemn": "for", "convict": "of",
    "criticise": "for", "criticize": "for", "praise": "for", "punish": "for", "thank": "for",
}  # fmt: skip
_STRIKES = frozenset(
    "airstrike airstrikes strike strikes raid raids bombing bombardment shelling ambush operation "
    "offensive attack".split()
)
_OWN = frozenset("his her its their".split())
# Where somebody is attacked in words: "attacked the media in a | tweet |".
_SPOKEN = frozenset(
    "tweet tweets twitter facebook post posts speech interview statement letter column op-ed essay "
    "broadcast message editorial article book memoir television tv air".split()
)
_CRITICISED = Trigger(words="attack", verb=True, type="ACCUSE", speech_act="criticise")
_OPENING_MARKS = frozenset('“ ‘ "'.split())
_TO_WORDS = frozenset({"REJECT", "AGREE"})
_OF_DEEDS = frozenset({"ACCUSE", "SUPPORT"})
# What tells the purpose of each of two objects: "urged Peru | to | wait and Kenya | to | leave".
_LINKS = {"REQUEST": {"to"}, "ACCUSE": {"for", "of"}, "SUPPORT": {"for"}}
_WARNED_AGAINST = Trigger(words="warn", verb=True, type="REQUEST", speech_act="warn_against")


def draft_verb(sentence: Sentence, index: int, last: int, form: Form) -> Draft | None:
    """Return the act that the verb at items `index` to `last` tells, if it tells one."""
    minded = form.words[0] in _MINDED and sentence.lower(last) == "to"
    group = group_at(sentence, index, last, "tense" if minded else form.kind)
    if form.trigger.type in DONE_TO:
        group = share_auxiliaries(sentence, group)
    if is_attributive(sentence, group) or means_otherwise(sentence, index, form):
        return None
    if is_published(sentence, group, form.trigger) or sentence.lower(last) in PARTICLES:
        return None  # "lifted off" and "fought off" are other verbs
    meant = read_verb(sentence, group, speech=form.trigger.speech_act is not None)
    if meant.governor is not None and is_anothers_plan(sentence, meant.governor):
        meant = replace(meant, modality="hypothetical", sure=True)  # "opposed moves to expel"
    apposed = is_apposed_participle(sentence, group.first, group.last) and group.bare
    robbed = find_robbed(sentence, group) if form.trigger.type in DONE_TO else None
    if robbed is not None:
        subject = subject_before(sentence, robbed, 2)
    elif apposed:
        subject = _before_comma(sentence, group)
    else:
        subject = subject_of_verb(sentence, group, meant)
    draft = Draft(
        trigger=_meaning(sentence, last, form.trigger),
        span=sentence.span_of(index, last),
        at=index,
        last=last,
        meant=meant,
        group=group,
        relative=subject.relative,
        passive=group.passive
        or apposed
        or robbed is not None
        or _is_unmarked_passive(sentence, group, form.trigger),
    )
    if draft.trigger.speech_act is not None and meant.modality == "ongoing" and group.bare:
        draft.meant = meant = replace(meant, modality="happened")  # "Kenya denies" is said
    if sentence.lower(last) in {"no", "nothing", "none", "neither", "nobody"}:
        draft.meant = replace(meant, polarity="negative")
    if draft.passive and group.to is not None and meant.subject is None:
        return None  # "for the decree to be withdrawn": what is withdrawn has no name
    if draft.passive:
        _fill_passive(sentence, draft, group, subject)
    else:
        _fill_active(sentence, draft, group, subject)
    return draft


def _before_comma(sentence: Sentence, group: Group) -> Subject:
    """Return who stands before the comma in front of a participle: "freed | Lund |, jailed in"."""
    actors, first = list_before(sentence, group.first - 2)
    return Subject(actors=actors, at=first)


def _is_unmarked_passive(sentence: Sentence, group: Group, trigger: Trigger) -> bool:
    """Return whether a participle alone is a passive: "the town seized by Kenya", "blamed for"."""
    if not group.bare or group.kind not in {"past", "participle"}:
        return False
    after = sentence.lower(group.last)
    reduced = after in {"by", "in", "on", "last"} and bool(find_agents(sentence, group.last))
    blamed = after == _BLAMED.get(trigger.words, "?")
    if is_caused(sentence, group) or is_joined_participle(sentence, group.verb, group.last):
        return True
    if reduced or blamed or lacks_was(sentence, group, trigger):
        return True
    harmed = is_harmed(sentence, group.verb, group.last)
    harmed = harmed or is_counted_sufferer(sentence, group.verb, group.last)
    harmed = harmed or lacks_object(sentence, group.verb, group.last)
    return harmed or is_reduced_relative(sentence, group.first, group.last)


def _fill_passive(sentence: Sentence, draft: Draft, group: Group, subject: Subject) -> None:
    """Fill in actors and recipients of a passive: its "by", and its subject or whose that is."""
    kind = draft.trigger.type
    if draft.trigger.words == "blame" and sentence.lower(group.last) == "on":
        draft.recipients = find_behind(sentence, group.last, {"on"}, ())
        return  # "the raid was blamed on Kenya"
    draft.actors = find_agents(sentence, group.last) or _struck_by(sentence, group.last, draft)
    done_to = subject.actors or find_told_ahead(sentence, group)
    if not done_to and subject.pronoun is None and kind in _TO_WORDS | _OF_DEEDS:
        done_to = whose_subject(sentence, group, words=kind in _TO_WORDS)
    draft.recipients = tuple(a for a in done_to if a not in draft.actors)
    draft.receiving = subject.pronoun


def _struck_by(sentence: Sentence, last: int, draft: Draft) -> tuple[str, ...]:
    """Return whose strike somebody was hit in: "was killed in a recent Kenyan airstrike"."""
    if draft.trigger.type != "ASSAULT" or sentence.lower(last) not in {"in", "during"}:
        return ()
    at = last + 1
    while at < last + 4 and not sentence.is_actor(at):
        at += 1
    strike = any(sentence.lower(each) in _STRIKES for each in range(at + 1, at + 4))
    return list_before(sentence, at)[0] if strike and sentence.is_actor(at) else ()


def _fill_active(sentence: Sentence, draft: Draft, group: Group, subject: Subject) -> None:
    """Fill in actors and recipients of an active verb.

    What is demanded without saying of whom ("a demand to bar Kenya") has no actor.
    """
    meant, trigger = draft.meant, draft.trigger
    draft.on_pronoun = sentence.lower(group.last) in OBJECTS
    draft.moves_own = _moves_envoy(sentence, group.last, trigger)
    asked = subject.pronoun is not None and subject.at == group.first - 1  # "urging it to leave"
    known = meant.subject is not None or asked or _is_urged(sentence, meant)
    if meant.modality != "demanded" or group.to is None or known:
        draft.actors, draft.pronoun = subject.actors, subject.pronoun
    he_denies = subject.pronoun is not None and trigger.speech_act in WORDS_ONLY
    words = trigger.prepositions or he_denies  # "accused by women, which he denies"
    told = None if words else find_antecedent(sentence, group, subject.at)
    if told or (told is not None and trigger.type in _UPON):
        draft.recipients = tuple(actor for actor in told if actor not in draft.actors)
        return  # "Lund, whom Kenya held"
    if trigger.prepositions:
        draft.receiving = pronoun_after(sentence, group.last, trigger.prepositions)
    elif trigger.speech_act not in WORDS_ONLY:
        direct = trigger.needs_recipient
        draft.receiving = pronoun_behind(sentence, group.last, direct=direct)
    if draft.moves_own:
        # "recalled its ambassador to Peru", "recalled its envoy, Lund"
        posted = find_behind(sentence, group.last, _POSTED, subject.actors)
        draft.recipients = posted or _first_objects(sentence, group, trigger, subject.actors)
        return
    if trigger.type == "AID" and sentence.lower(group.last) == "it":
        draft.receiving = sentence.items[group.last]  # "asked Peru to help it fight rebels"
    if draft.receiving is None:
        first = _first_objects(sentence, group, trigger, subject.actors)
        links = _LINKS.get(trigger.type)
        also = find_also(sentence, group.last, links, subject.actors) if first and links else ()
        draft.recipients = tuple(dict.fromkeys([*first, *also]))


def _is_urged(sentence: Sentence, meant: Meant) -> bool:
    """Return whether the subject is who is to do it: "Kenya | was urged | by Peru to leave"."""
    if meant.governor is None or not is_past(sentence.lower(meant.governor)):
        return False
    return bool(auxiliaries_of(sentence, meant.governor) & BE)


def _first_objects(
    sentence: Sentence, group: Group, trigger: Trigger, acting: tuple[str, ...]
) -> tuple[str, ...]:
    """Return whom an active verb has for its object, or behind the preposition it needs."""
    last = group.last
    if trigger.speech_act in _OF_CLAUSES and _opens_content(sentence, last):
        return ()
    if trigger.speech_act == "warn_of" and (author := find_dangerous(sentence, last, acting)):
        return author
    if trigger.type in {"ACCUSE", "PROTEST"} and (deed := find_deed(sentence, last)) is not None:
        return tuple(actor for actor in find_agents(sentence, deed) if actor not in acting)
    if trigger.prepositions:
        return find_behind(sentence, last, trigger.prepositions, acting)
    if trigger.words == "discuss":
        return _find_partner(sentence, last, acting)
    if trigger.speech_act in WORDS_ONLY:
        return find_disputed(sentence, last, acting) or find_denied(sentence, last, acting)
    to, verb = sentence.lower(last), sentence.lower(last + 1)
    if trigger.type == "AGREE" and to == "to" and verb in _SENDING:
        # "offered to send troops to Kenya": the troops are offered nothing
        return find_behind(sentence, last + 2, {"to"}, acting)
    if trigger.type == "REJECT" and to in _SENT:
        return find_behind(sentence, last + 1, {"to"}, acting)  # "ruled out sending troops to"
    if trigger.type == "REQUEST":
        return find_asked(sentence, last, acting)
    if trigger.words in {"fight", "spy"} and sentence.lower(last) in _FOR:
        return find_behind(sentence, last, {"against"}, acting)  # "fights for Peru"
    if trigger.words == "blame" and _blames_on(sentence, last):
        return find_behind(sentence, last, {"on"}, acting)
    if trigger.type in _TO_WORDS and sentence.lower(last) in _OPENING_MARKS:
        return ()  # "vows “Kenya will not bend”"
    if trigger.type == "REJECT" and to == "to" and verb in _TELLING:
        return find_behind(sentence, last + 2, {"to", "with"}, acting)
    if trigger.words == "sue" and to == "to":
        return find_recipients(sentence, group, acting)  # "sued to stop Kenya"
    asked = trigger.type not in _LEADING or (
        trigger.type in _TO_WORDS and not is_done_for(sentence, last, trigger.type)
    )
    direct = trigger.needs_recipient
    found = find_recipients(sentence, group, acting, direct=direct, asked=asked)
    if not found and trigger.type in _OF_DEEDS:
        return find_author(sentence, last, acting)
    return found


def _opens_content(sentence: Sentence, last: int) -> bool:
    """Return whether who stands behind the verb is only told of: "warned | Peru | would"."""
    at = name_behind(sentence, last)
    return sentence.is_actor(at) and sentence.lower(at + 1) in MODALS | WILL


def _find_partner(sentence: Sentence, last: int, acting: tuple[str, ...]) -> tuple[str, ...]:
    """Return with whom something is discussed: "discussed Kenya with | Peru |", not "talks he had
    with Peru"."""
    found = next((k for k in range(last, last + _TO_PARTNER) if sentence.lower(k) == "with"), None)
    if found is None or any(sentence.lower(k) in SUBJECT_PRONOUNS for k in range(last, found)):
        return ()
    return find_behind(sentence, found, {"with"}, acting)


def _blames_on(sentence: Sentence, last: int) -> bool:
    """Return whether something is blamed on somebody: "blamed the crisis on Kenya"."""
    for index in range(last, min(len(sentence.items), last + 8)):
        item = sentence.items[index]
        if item.lower == "on":
            after = sentence.item(index + 1)
            return after is not None and after.kind != "timex"
        if item.kind == "mark" or item.lower in {"for", "that"}:
            return False
    return False


def _moves_envoy(sentence: Sentence, last: int, trigger: Trigger) -> bool:
    """Return whether an envoy is called home: "recalled its ambassador"."""
    words = " ".join(item.text.lower() for item in sentence.items[last : last + 3]).split()
    return trigger.words == "recall" and not _ENVOYS.isdisjoint(words)


def _gives_reason(sentence: Sentence, last: int) -> bool:
    """Return whether "for lying", "over his record" or "in a tweet" follows in the clause."""
    for index in range(last, last + 8):
        word, after = sentence.lower(index), sentence.lower(index + 1)
        if word in {"for", "over"} and (after.endswith("ing") or after in _OWN):
            return True
        behind = {sentence.lower(at) for at in range(index + 1, index + 4)}
        if word in {"in", "on", "via"} and behind & _SPOKEN:
            return True
        item = sentence.item(index)
        if item is None or item.kind == "mark":
            return False
    return False


def _meaning(sentence: Sentence, last: int, trigger: Trigger) -> Trigger:
    """Return the trigger by what is behind it: "warned Kenya against", "attacked her for lying".

    The one is a request and no accusation, the other words and no force.
    """
    if trigger.words == "attack" and _gives_reason(sentence, last):
        return _CRITICISED
    if trigger.speech_act != "warn_of":
        return trigger
    words = [sentence.lower(k) for k in range(last, last + 6)]
    topic = next((n for n, word in enumerate(words) if word in TOPICS), len(words))
    words = words[:topic]  # "warned Kenya about Peru's aggression against Norland"
    against = "against" in words or ("not" in words and "to" in words)
    return _WARNED_AGAINST if against else trigger
