"""Decide which drafts say enough to be acts; a common word without its actors says nothing."""

from collections.abc import Mapping

from onrecord.acts.draft import Draft
from onrecord.acts.grammar.lists import list_behind, name_behind
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import OWNERS, PREPOSITIONS, is_thing
from onrecord.acts.lexicon import HARMFUL, TOGETHER
from onrecord.acts.rows.speech import is_press, who_means
from onrecord.records import ActMention, Actor, Statement
from onrecord.text import forms_of

# What several do to each other: "Kenya and Peru fought".
_MUTUAL = frozenset({"ASSAULT", "CONSULT", "COOPERATE"})
# How sure the reader is of an act in a word like "return", where nobody is returned.
_SURE = 0.8
# And of one on somebody by nobody who is known: "drew criticism of Kenya".
_CERTAIN = 0.9
_ANSWERS = frozenset({"threaten", "warn_of", "warn_against", "commit"})

_DRILLS = frozenset(
    "drill drills exercise exercises manoeuvre manoeuvres maneuver maneuvers wargame wargames "
    "simulated simulation mock practised practiced rehearsed".split()
)
_NEAR = 14  # items between a weapon and the harm that it does
_HARM = frozenset("kill wound injure maim".split())
_WEAPONS = frozenset(
    "airstrike airstrikes ambush artillery attack attacks attackers bomb bombing bombings bombs "
    "bomber bombers drone drones explosives grenade grenades gunfire gunman gunmen missile "
    "missiles mortar mortars raid raids rocket rockets shelling shells shooting sniper snipers "
    "strike strikes".split()
)
_SPEAKING_TO = frozenset({"speak to", "speak with", "talk to", "talk with"})
_FLEEING = frozenset(forms_of("flee:fled|fled"))
_FUGITIVES = frozenset("refugees migrants civilians residents villagers families people".split())
_UNARMED = frozenset({"CVL", "REF", None})
_ON_THINGS = frozenset({"ASSAULT", "COERCE", "REQUEST", "MOBILIZE", "RETREAT"})
_MEANS = frozenset({"MOBILIZE", "RETREAT"})
_FREEING = ("releas", "free", "hand", "return", "repatriat", "liberat", "let go", "swap", "exchang")
_SENDING = ("send", "sent", "dispatch", "ship", "fly", "flew", "lend", "lent")
_ABOUT_TOPICS = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"})
_ON = frozenset("on over about".split())
_DEBATING = frozenset("discussion discussions debate debates".split())
_WHERE = frozenset("at in during".split())
_DEBATES = frozenset(
    "council parliament assembly senate congress hearing debate summit talks un meeting".split()
)
_BREAKS_UP = frozenset(forms_of("break:broke|broken"))
_OF_FORCE = frozenset(
    "police troops soldiers army navy warships boats jets fighters militia militias militants "
    "rebels guards forces protesters demonstrators gangs fans supporters crowds villagers herders "
    "farmers fishermen settlers youths".split()
)
_TO_OTHERS = frozenset("with to between by from for".split())
_COMPANIONS = 14  # items from an act to beside whom it is done
_SHARED = TOGETHER | {"AGREE"}
_BESIDE = frozenset(
    "together along jointly coordination co-ordination concert tandem conjunction consultation "
    "cooperation co-operation partnership league alliance collaboration".split()
)
# What those who protest stand across.
_WAYS = frozenset(
    "road roads street streets avenue highway highways motorway motorways bridge bridges railway "
    "railways tracks crossing crossings intersection intersections junction entrance entrances "
    "traffic port ports gates".split()
)
_TO_WAY = 5  # items from "blocked" to the road
_LOOKING_INTO = frozenset({"inquiry", "investigation"})
_HELD = ("detainees", "prisoners", "hostages", "captives", "inmates")
_OF_OWN = frozenset({"AGREE", "REJECT", "THREATEN"})


def drop_means(sentence: Sentence, draft: Draft, actors: Mapping[str, Actor]) -> None:
    """Take out what is only moved: the troops of "Kenya massed troops", "put troops on standby".

    Of "Kenyan troops were withdrawn" they are who acts, where nobody else is told.

    Ships, arms and vehicles are things: only force and orders reach who sails or drives them. Who
    is freed is not moved; what is promised of one's own people is not promised to them.
    """
    groups = {each for each in (*draft.actors, *draft.recipients) if actors[each].kind == "group"}
    things = {each for each in groups if is_thing(actors[each].name)}
    forces = things | {each for each in groups if actors[each].sector == "MIL"}
    if draft.trigger.type not in _ON_THINGS:
        draft.recipients = tuple(actor for actor in draft.recipients if actor not in things)
    if draft.trigger.type == "AID" and draft.trigger.words.startswith(_SENDING):
        helped = tuple(each for each in draft.recipients if each not in groups)
        draft.recipients = helped or draft.recipients  # "sent ten doctors to Kenya"
    if draft.moves_own:  # "recalled its ambassador to Peru"
        behind = sentence.items[draft.last :]
        named = {item.actor for item in behind if item.text[:1].isupper()}
        draft.recipients = tuple(each for each in draft.recipients if each in named)
    if draft.trigger.type == "SUPPORT":
        # "Troops backed by tanks": arms and ships back nobody.
        backing = tuple(actor for actor in draft.actors if actor not in things)
        draft.recipients = draft.recipients if backing or not draft.actors else ()
        draft.actors = backing
    if draft.trigger.type in _OF_OWN:
        own = {item.actor for at, item in enumerate(sentence.items) if _is_own(sentence, at)}
        draft.recipients = tuple(a for a in draft.recipients if a not in own & groups)
    if draft.trigger.type in _MEANS and not draft.trigger.words.startswith(_FREEING):
        draft.actors = tuple(a for a in draft.actors if a not in forces) or draft.actors
        moved = draft.recipients
        told = draft.actors or draft.pronoun is not None
        moves = draft.passive or (draft.group is None and sentence.lower(draft.last) == "of")
        if moves and not told and not things:
            draft.actors = tuple(actor for actor in moved if actor in forces)
        draft.recipients = tuple(
            actor for actor in moved if actor not in groups or _is_held(actors[actor].name)
        )
        draft.moves_own = bool(moved) and not draft.recipients


def drop_topic(sentence: Sentence, draft: Draft) -> None:
    """Take out whom talks are about: "talks on | Peru |'s debt", "a deal over | Peru |"."""
    link = sentence.lower(draft.last)
    debated = sentence.lower(draft.at) in _DEBATING and link == "of"  # "a discussion of | Peru |"
    if debated:
        topics = set(list_behind(sentence, name_behind(sentence, draft.last + 1)))
        draft.actors = tuple(each for each in draft.actors if each not in topics)
        draft.recipients = tuple(each for each in draft.recipients if each not in topics)
        return
    if draft.trigger.type not in _ABOUT_TOPICS or link not in _ON or not draft.recipients:
        return
    for at in range(draft.last + 1, len(sentence.items)):
        item = sentence.items[at]
        if item.lower in _TO_OTHERS or item.kind in {"mark", "timex"}:
            return
        if item.actor is not None:
            draft.recipients = tuple(each for each in draft.recipients if each != item.actor)
            return


def drop_companions(sentence: Sentence, draft: Draft) -> None:
    """Take out beside whom it is done: "imposed sanctions in concert with | Peru |".

    Right behind whom it is done to stands another: "arrested Lund along with | Berg |".
    """
    if draft.trigger.type in _SHARED:
        return
    for at in range(draft.last + 1, min(draft.last + _COMPANIONS, len(sentence.items))):
        beside = sentence.lower(at) == "with" and sentence.lower(at - 1) in _BESIDE
        if (beside and not sentence.is_actor(at - 2)) or sentence.lower(at) == "alongside":
            others = set(list_behind(sentence, name_behind(sentence, at + 1)))
            draft.recipients = tuple(each for each in draft.recipients if each not in others)


def drop_audience(draft: Draft, actors: Mapping[str, Actor]) -> None:
    """Take out the press to whom somebody only speaks: "Lund, speaking to | reporters |".

    Who gives a paper an interview speaks to it.
    """
    if draft.trigger.words in _SPEAKING_TO or draft.trigger.words.startswith("speaking"):
        draft.recipients = tuple(
            each
            for each in draft.recipients
            if actors[each].kind != "group" or not is_press(actors[each])
        )


def drop_fugitives(draft: Draft, actors: Mapping[str, Actor]) -> None:
    """Take out people who flee, which only forces do as an act: "residents | fled |".

    So with refugees who cross a border.

    Whoever is somebody may flee as well: "the ousted president | fled |".
    """
    if draft.trigger.type == "RETREAT" and draft.trigger.words.partition(" ")[0] in _FLEEING:
        draft.actors = tuple(
            each
            for each in draft.actors
            if actors[each].kind != "group" or actors[each].sector not in _UNARMED
        )
    if draft.trigger.words.startswith("cross"):
        fleeing = {each for each in draft.actors if _are_fleeing(actors[each])}
        draft.actors = tuple(each for each in draft.actors if each not in fleeing)


def _are_fleeing(actor: Actor) -> bool:
    """Return whether a group is of those who flee: "refugees"."""
    return actor.sector == "REF" or actor.name.lower().split()[-1] in _FUGITIVES


def _is_held(name: str) -> bool:
    """Return whether a group is of those who were held: "transferred five Taliban detainees"."""
    return name.lower().endswith(_HELD)


def _is_own(sentence: Sentence, at: int) -> bool:
    """Return whether a pronoun owns who stands at item `at`: "its (own) troops"."""
    before = at - 1 - (sentence.lower(at - 1) == "own")
    return sentence.is_actor(at) and sentence.lower(before) in OWNERS


def _blocks_way(sentence: Sentence, draft: Draft, mention: ActMention) -> bool:
    """Return whether people are in the way of others: "farmers | blocked | two main roads"."""
    protests = mention.type == "PROTEST" and draft.trigger.words in {"block", "close"}
    near = range(draft.last, draft.last + _TO_WAY)
    return protests and any(sentence.lower(at) in _WAYS for at in near)


def keeps(
    sentence: Sentence, draft: Draft, statement: Statement | None, *, confirmed: bool = True
) -> bool:
    """Return whether `draft` is an act; `statement` is the one that its trigger stands in.

    What the trained reader found as well is one where anybody who takes part is known.
    """
    if _is_drill(sentence, draft) or _is_quarrel(sentence, draft) or _ends(sentence, draft):
        return False
    enough = _says_enough(sentence, draft, statement, confirmed=confirmed)
    return enough or _is_of_weapons(sentence, draft)


def _is_drill(sentence: Sentence, draft: Draft) -> bool:
    """Return whether force is only practised: "warplanes made bombing runs in the drills"."""
    words = {item.lower for item in sentence.items}
    return draft.trigger.type == "ASSAULT" and not draft.recipients and bool(words & _DRILLS)


def _is_quarrel(sentence: Sentence, draft: Draft) -> bool:
    """Return whether those who clash only do so in words: "MPs | clash | over the budget".

    So do those who clash where one speaks: "Kenya | clashes | with Peru at the UN council".
    """
    if not draft.trigger.words.startswith("clash"):
        return False
    if sentence.lower(draft.last) not in _ON and not _is_in_debate(sentence, draft.last):
        return False
    before = {word.lower() for item in sentence.items[: draft.at] for word in item.text.split()}
    return before.isdisjoint(_OF_FORCE)


def _is_in_debate(sentence: Sentence, last: int) -> bool:
    """Return whether "at the council" stands behind: not "at the council building"."""
    place = False
    for at in range(last, len(sentence.items)):
        words = sentence.lower(at).split()
        after = sentence.item(at + 1)
        if sentence.items[at].kind == "mark":
            return False
        if place and words and words[-1] in _DEBATES:
            return after is None or after.kind != "word" or after.lower in PREPOSITIONS
        place = sentence.lower(at) in _WHERE or (place and sentence.lower(at) not in PREPOSITIONS)
    return False


def _ends(sentence: Sentence, draft: Draft) -> bool:
    """Return whether a meeting is over and nobody driven apart: "parliament | broke up | in"."""
    up = draft.at + 1
    if sentence.lower(draft.at) not in _BREAKS_UP or sentence.lower(up) != "up" or draft.passive:
        return False
    item = sentence.item(up + 1)
    return item is None or item.kind in {"mark", "timex"} or item.lower in PREPOSITIONS


def _is_of_weapons(sentence: Sentence, draft: Draft) -> bool:
    """Return whether weapons harm somebody, nobody told of behind them: "a drone hit it, killing".

    What kills without them may be a sickness or a storm.
    """
    near = sentence.items[max(0, draft.at - _NEAR) : draft.last + _NEAR]
    armed = _WEAPONS.intersection(item.lower for item in near)
    return draft.trigger.words in _HARM and bool(draft.recipients and armed)


def _says_enough(
    sentence: Sentence, draft: Draft, statement: Statement | None, *, confirmed: bool
) -> bool:
    """Return whether who takes part, or the reader, makes an act of the draft."""
    if draft.mention is not None and (
        _sees_the_same(draft, draft.mention) or _blocks_way(sentence, draft, draft.mention)
    ):
        return bool(draft.actors or draft.recipients) or _is_meant_by(draft, statement)
    if draft.trigger.type == "UNSPECIFIED":
        return _keeps_unspecified(draft, statement)
    if draft.trigger.verb:
        return _keeps_verb(draft)
    if not confirmed and draft.mention is None:
        led = draft.trigger.type == "CONSULT" or draft.trigger.words in _LOOKING_INTO
        held = draft.group is not None and led
        return bool(draft.actors) and (held or bool(draft.recipients))
    if draft.actors:
        carried = draft.group is not None
        return carried or bool(draft.recipients) or len(draft.actors) > 1 or _owned(draft)
    return bool(draft.recipients) and draft.trigger.type in HARMFUL


def _sees_the_same(draft: Draft, mention: ActMention) -> bool:
    """Return whether the reader sees the act in a word that needs more to tell one by itself."""
    if draft.trigger.type == "UNSPECIFIED":
        return draft.trigger.verb and draft.group is None  # the reader's own: "may pounce"
    speaks = draft.trigger.type == "CONSULT" and bool(draft.trigger.prepositions)
    if speaks and len(draft.actors) < 2 and not (draft.recipients or draft.receiving):
        return min(mention.sure, mention.type_sure) >= _CERTAIN  # "the minister spoke in Lima"
    if not draft.trigger.needs_recipient or draft.recipients or draft.trigger.speech_act:
        return True
    if draft.on_pronoun:
        return True
    together = draft.trigger.type in _MUTUAL and len(draft.actors) > 1
    sure = mention.type != "STATE" and min(mention.sure, mention.type_sure) >= _SURE
    return together or sure


def _is_meant_by(draft: Draft, statement: Statement | None) -> bool:
    """Return whether it is what the speaker means to do: "said it would be shut", "threatened a
    strike"."""
    real = draft.meant.real
    harm = draft.group is None and draft.trigger.type in HARMFUL | {"PROTEST"}
    threatened = harm and draft.meant.modality == "threatened"
    meant = who_means(draft.meant, statement, draft.span) is not None
    return (draft.passive or threatened) and not real and meant


def needs_actor(draft: Draft) -> bool:
    """Return whether the act says nothing without its actor, as "was freed" or a raid does.

    So does somebody's release, and what the reader is certain of, if it is done to somebody.
    """
    freed = draft.trigger.type == "RETREAT" and draft.trigger.words.startswith(_FREEING)
    done_to = draft.passive or freed or draft.trigger.type in HARMFUL
    return not done_to and not (draft.recipients and _is_certain(draft))


def _is_certain(draft: Draft) -> bool:
    mention = draft.mention
    if mention is None or mention.type != draft.trigger.type:
        return False
    return min(mention.sure, mention.type_sure) >= _CERTAIN


def _keeps_verb(draft: Draft) -> bool:
    if draft.trigger.words in _SPEAKING_TO and not (draft.recipients or draft.on_pronoun):
        return False
    if draft.trigger.prepositions and (draft.passive or not draft.recipients):
        return False
    if draft.trigger.needs_recipient and not draft.recipients and not draft.moves_own:
        together = draft.trigger.type in _MUTUAL and len(draft.actors) > 1
        return together or (draft.passive and bool(draft.actors))
    if draft.meant.modality == "demanded" and draft.recipients:
        return True
    return bool(draft.actors) or (draft.passive and bool(draft.recipients))


def _owned(draft: Draft) -> bool:
    """Return whether one actor is enough: "Kenya's refusal", but not "the Kenyan talks"."""
    return draft.trigger.type not in {"CONSULT", "AGREE", "SUPPORT", "COOPERATE", "AID"}


def _keeps_unspecified(draft: Draft, statement: Statement | None) -> bool:
    """Return whether "measures" or "a response" is what somebody threatens or promises."""
    meant = draft.meant
    unreal = not meant.real or not meant.sure
    told = statement is not None and statement.act in _ANSWERS
    intended = meant.modality in {"planned", "threatened", "offered"}
    own = draft.trigger.verb and intended and meant.polarity == "positive"
    return unreal and (told or (own and bool(draft.actors)))
