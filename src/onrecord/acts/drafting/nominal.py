"""Read an act that a noun tells, with the verb that carries it: "imposed sanctions"."""

from collections.abc import Collection
from dataclasses import replace

from onrecord.acts.draft import Draft
from onrecord.acts.drafting.doers import subject_of_verb
from onrecord.acts.drafting.planning import note_planner, planning_verb
from onrecord.acts.grammar.groups import group_at
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.sides import BOTH
from onrecord.acts.grammar.words import (
    ADVERBS,
    AUXILIARIES,
    COURTESY,
    DETERMINERS,
    DO,
    ENDING_VERBS,
    HAVE,
    LIGHT_VERBS,
    MEDIATING,
    MODALS,
    PARTICLES,
    PREPOSITIONS,
    PREVENTED,
    RECEIVING_VERBS,
    SAYINGS,
    WILL,
)
from onrecord.acts.lexicon import TOGETHER, Form
from onrecord.acts.modality.noun_modality import MEASURES, read_noun
from onrecord.acts.modality.verb_modality import read_verb
from onrecord.acts.parties.agents import find_agents, find_givers
from onrecord.acts.parties.noun_sides import (
    find_nominal,
    find_owner,
    owned_by_victim,
    owner_pronoun,
)
from onrecord.acts.parties.objects import find_behind, pronoun_behind
from onrecord.acts.parties.subjects import subject_of_clause
from onrecord.acts.triggers.meanings import means_otherwise
from onrecord.text import FormKind, forms_of

# Base forms among the verbs that carry a noun.
_BASES = frozenset(
    "hold have launch impose carry conduct make give send provide deliver offer sign reach mount "
    "stage begin start open pay host issue commit lodge file enter declare announce put take place "
    "resume continue order approve extend receive secure win suffer face join attend lead "
    "negotiate broker conclude levy slap voice deploy level tender submit draw attract earn garner "
    "lift plan prepare plot obtain gain extract endure get".split()
)
_AT_WORK = frozenset(
    "workers teachers doctors nurses drivers pilots miners dockers staff employees unions union "
    "teachers' workers' doctors' nurses' drivers' miners' students lecturers".split()
)
_WITHOUT_WORK = frozenset("general hunger labour labor rail wildcat nationwide work mass".split())
_LIGHT_REACH = 7
_NOT_CARRYING = PREPOSITIONS | {"that", "and", "but", "to"}
_GIVEN = frozenset({"AID", "SUPPORT"})
# What one party hands to another, which is CONSULT whatever it says, and the verbs for it.
_MESSAGES = frozenset("reply response".split())
_DELIVERING = frozenset(
    "deliver delivers delivered delivering hand hands handed handing submit submits submitted "
    "convey conveys conveyed conveying transmit transmitted send sends sent sending present "
    "presents presented pass passes passed".split()
)
# "Handed in a complaint": who hands it over makes it.
_HANDING = _DELIVERING - frozenset("present presents pass passes passed".split())
_NOTES = frozenset("note letter message".split())
_DELIVERED = frozenset("delivered handed submitted conveyed transmitted sent presented".split())
_AUXILIARIES_BEHIND = 4  # items between a message and "was delivered"
_LINKS = frozenset("on against of to with for".split())
_LONGEST_FRONT = 4  # items before "after": "In a speech hours | after | the talks, Peru said"
_READY = frozenset({"standby", "high"})  # what troops are put on: "standby", "high alert"
_PUT_REACH = 12  # items before "put" among which "to" or "will" would make it the base
_PROCEEDING = forms_of("go:went|gone proceed press push move forge plough")
_ANSWERING = frozenset(forms_of("answer respond retaliate react reply counter"))
_FORWARD = frozenset("ahead forward through on".split())
_LOOKING_INTO = frozenset("inquiry inquiries investigation investigations".split())
_SETTING = frozenset({"set", "sets", "setting"})
_FRONTED = frozenset("in during at after before".split())


def draft_noun(sentence: Sentence, index: int, last: int, form: Form) -> Draft | None:
    """Return the act that the noun at items `index` to `last` tells, if it tells one."""
    if means_otherwise(sentence, index, form):
        return None
    if form.trigger.words == "war" and sentence.lower(index - 1) == "of":
        return None  # "the minister of war"
    if form.trigger.words in _MESSAGES:
        handed = _draft_message(sentence, index, last, form)
        if handed is not None or form.trigger.type == "CONSULT":
            return handed  # "a reply" alone is no act, "a response" alone may be
    if any(sentence.lower(k) in ENDING_VERBS for k in range(max(0, index - 4), index)):
        return None  # "lifted the ban": the verb tells that it ended
    if form.trigger.words == "strike" and _is_of_work(sentence, index, last):
        form = replace(form, trigger=replace(form.trigger, type="PROTEST"))
    actors, recipients = find_nominal(sentence, index, last, form.trigger.type)
    if recipients and not actors and form.trigger.type in TOGETHER:
        actors = find_host(sentence, index, last, recipients)
        if not actors and sentence.lower(last) == "of":
            actors, recipients = recipients, ()  # "a meeting of the two leaders"
    suffered = owned_by_victim(sentence, index, last)
    if (
        not actors
        and not suffered
        and sentence.lower(last) not in {"on", "against", "of", "to", "with"}
    ):
        recipients = ()
    light = _light_verb(sentence, index)
    draft = Draft(
        trigger=form.trigger,
        span=sentence.span_of(index, last),
        at=index,
        last=last,
        meant=read_noun(sentence, index, last),
        group=None,
        actors=actors,
        recipients=recipients,
        passive=suffered,
    )
    _note_pronouns(sentence, draft, suffered=suffered)
    planner = planning_verb(sentence, index) if light is None and not draft.actors else None
    if light is not None:
        _carry(sentence, draft, light)
    elif planner is not None and draft.pronoun is None:
        note_planner(sentence, draft, planner, _kind_of(sentence, planner))
    return draft


def _is_of_work(sentence: Sentence, index: int, last: int) -> bool:
    """Return whether a strike is of those who work: "a general strike", "strikes by nurses"."""
    before = {sentence.lower(at) for at in range(index - 3, index)}
    behind = {word for item in sentence.items[last + 1 : last + 6] for word in item.text.split()}
    by = sentence.lower(last) == "by" and bool(behind & _AT_WORK)
    return bool(before & (_AT_WORK | _WITHOUT_WORK)) or by


def _draft_message(sentence: Sentence, index: int, last: int, form: Form) -> Draft | None:
    """Return the act of handing a reply over: "delivered its reply to Kenya"."""
    behind = last
    while behind < last + _AUXILIARIES_BEHIND and (
        sentence.lower(behind) in AUXILIARIES or sentence.lower(behind) in {",", "which"}
    ):
        behind += 1
    before = next(
        (
            at
            for at in range(index - 1, max(-1, index - _LIGHT_REACH), -1)
            if sentence.lower(at) in _DELIVERING
        ),
        None,
    )
    passive = sentence.lower(behind) in _DELIVERED
    if before is None and not passive:
        return None
    draft = Draft(
        trigger=replace(form.trigger, type="CONSULT"),
        span=sentence.span_of(index, last),
        at=index,
        last=last,
        meant=read_noun(sentence, index, last),
        group=None,
    )
    if passive:
        group = group_at(sentence, behind, behind + 1, "participle")
        draft.meant = read_verb(sentence, group)
        draft.actors = find_owner(sentence, index) or find_agents(sentence, behind + 1)
    elif before is not None:
        _carry(sentence, draft, before)
    draft.recipients = find_behind(
        sentence, behind + 1 if passive else last, {"to"}, draft.actors
    ) or tuple(actor for actor in draft.recipients if actor not in draft.actors)
    return draft


def _note_pronouns(sentence: Sentence, draft: Draft, *, suffered: bool) -> None:
    """Note the pronouns around the noun: "his attack on them", "her arrest"."""
    owner = owner_pronoun(sentence, draft.at)
    both = sentence.item(draft.last + 1)
    if sentence.lower(draft.last) in {"between", "among"} and both and both.lower == BOTH:
        draft.pronoun = both
        return
    if suffered:
        draft.receiving = None if draft.recipients else owner
        return
    if not draft.actors:
        draft.pronoun = owner
    if not draft.recipients and sentence.lower(draft.last) in _LINKS:
        draft.receiving = pronoun_behind(sentence, draft.last)


def find_host(
    sentence: Sentence, index: int, last: int, partners: Collection[str]
) -> tuple[str, ...]:
    """Return who meets the partners of a phrase: the subject that it stands in front of or behind.

    "In talks with Kenya on Monday, Peru said"; "Peru replied in consultation with Kenya".
    """
    start = sentence.skip(index - 1, DETERMINERS | {"phone", "telephone"}, -1)
    if sentence.lower(start) not in _FRONTED:
        return ()
    if start > 1:
        found = subject_of_clause(sentence, start).actors
        if found or start > _LONGEST_FRONT:
            return tuple(actor for actor in found if actor not in partners)
    for at in range(last, min(len(sentence.items), last + 16)):
        if sentence.lower(at) == ",":
            after = at + 1
            while sentence.lower(after) in COURTESY | {"the", "."}:
                after += 1
            item = sentence.item(after)
            if item is not None and item.actor is not None and item.actor not in partners:
                return (item.actor,)
    return ()


def _light_verb(sentence: Sentence, noun: int) -> int | None:
    """Return the verb that carries the noun: "imposed (harsh new) sanctions"."""
    for index in range(noun - 1, max(-1, noun - _LIGHT_REACH), -1):
        item = sentence.items[index]
        if item.lower in {"or", "nor"} and sentence.items[noun - 1].possessive:
            return None  # "neither approved nor rejected Kenya's | request |"
        if item.lower in SAYINGS and item.lower.endswith("ing"):
            return None  # "issued a statement saying the | raid | was"
        particle = sentence.lower(index + 1) in PARTICLES | {"back"}
        carries = not particle or item.lower.startswith("carr")  # "carried out a raid"
        looks_into = sentence.lower(noun) in _LOOKING_INTO
        if looks_into and item.lower in _SETTING and sentence.lower(index + 1) == "up":
            return index  # "voted to set up an inquiry"
        if item.lower in LIGHT_VERBS | RECEIVING_VERBS | _HANDING | MEDIATING and carries:
            near = index >= noun - 2 and sentence.lower(noun - 1) not in PREVENTED
            return index if item.lower not in HAVE or near else None  # not "has banned protests"
        if item.kind in {"mark", "timex"} or item.lower in _NOT_CARRYING:
            before = sentence.lower(index - 1)
            if item.lower in {"out", "on"} and before in LIGHT_VERBS:
                continue
            if item.lower in {"in", "over"} and before in _HANDING:
                continue
            if item.lower == "of" and before in MEASURES | _NOTES:
                continue  # "will hold a round of talks", "handed over a letter of protest"
            if item.lower == "with":
                return _proceeding(sentence, index)
            if item.lower == "on" and sentence.lower(noun) in _READY:
                continue  # "put two brigades on standby"
            return None
    return None


def _proceeding(sentence: Sentence, link: int) -> int | None:
    """Return the verb by which somebody goes on to do something: "| go | ahead with the raid"."""
    if sentence.lower(link - 1) in _ANSWERING:
        return link - 1  # "retaliated with sanctions"
    verb = link - 1 - (sentence.lower(link - 1) in _FORWARD)
    word = sentence.lower(verb)
    alone = word.startswith("proceed") and verb == link - 1
    return verb if alone or (word in _PROCEEDING and verb < link - 1) else None


def _kind_of(sentence: Sentence, verb: int) -> FormKind:
    """Return which form of a carrying verb stands at `verb`.

    "Put" and "set" are past in "warned of it and | put | troops on alert", and the base behind "to"
    or "will".
    """
    word = sentence.lower(verb)
    if word in _PROCEEDING:
        return _PROCEEDING[word]
    if word in {"put", "set"}:
        before = sentence.lower(sentence.skip(verb - 1, ADVERBS, -1))
        joined = {sentence.lower(at) for at in range(verb - _PUT_REACH, verb)}
        to = joined if before in {"and", "or"} else {before}
        return "base" if to & (WILL | MODALS | DO | {"to"}) else "past"
    if word in _BASES:
        return "base"
    if word.endswith("ing"):
        return "ing"
    return "s" if word.endswith("s") else "past"


def _carry(sentence: Sentence, draft: Draft, verb: int) -> None:
    """Take subject and modality from the verb that carries the noun."""
    word = sentence.lower(verb)
    group = group_at(sentence, verb, verb + 1, _kind_of(sentence, verb))
    meant = read_verb(sentence, group)
    if word.startswith("order") and draft.trigger.type != "ASSAULT" and meant.real:
        meant = replace(meant, modality="demanded", sure=True)  # "ordered the arrest of Lund"
    subject = subject_of_verb(sentence, group, meant)
    draft.group = group
    draft.relative = subject.relative
    negative = "negative" in {draft.meant.polarity, meant.polarity}
    told = draft.meant.modality == "happened" or not draft.meant.sure
    loose = sentence.lower(draft.at - 1) == "the" and not meant.sure  # "making the raid a pretext"
    # "Faces deportation" is as open as the noun, while what is "announced" may be done.
    faced = meant.modality == "ongoing" and draft.meant.modality == "hypothetical"
    if not loose and (told or (meant.modality != "happened" and not faced)):
        draft.meant = replace(meant, polarity="negative" if negative else "positive")
    between = word in MEDIATING and sentence.lower(draft.last) != "with"
    if group.passive or between:
        return  # "Kenya brokered a truce": it is no party
    own = draft.actors
    has = word in HAVE and draft.trigger.type in _GIVEN  # "has Peru's support"
    if has or (word in RECEIVING_VERBS and draft.trigger.type not in TOGETHER):
        of = draft.recipients if has and sentence.lower(draft.last) == "of" else ()
        givers = own or find_givers(sentence, draft.last, content=True) or of
        given = tuple(actor for actor in givers if actor not in subject.actors)
        if word.startswith(("get", "got")) and not given:
            return  # "got the sanctions lifted"
        for_others = draft.trigger.type == "RETREAT" and bool(draft.recipients)
        draft.actors = given
        if not for_others:  # "secured the release of the crew"
            draft.recipients = subject.actors
        return
    draft.actors = subject.actors or own
    if draft.actors or subject.pronoun is not None:
        draft.pronoun = subject.pronoun if not subject.actors else None
    draft.recipients = tuple(
        dict.fromkeys(a for a in (*draft.recipients, *own) if a not in draft.actors)
    )
