"""Draft the acts that only the trained reader found: "sang the praises of Kenya"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from onrecord.acts.draft import Draft
from onrecord.acts.drafting.doers import subject_of_verb
from onrecord.acts.drafting.nominal import find_host
from onrecord.acts.grammar.groups import Group, group_at
from onrecord.acts.grammar.items import Item
from onrecord.acts.grammar.lists import Actors, list_before, name_behind, title_start
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import AUXILIARIES, DETERMINERS, PARTICIPLES, PAST_FORMS, SOUGHT
from onrecord.acts.lexicon import TOGETHER, Trigger
from onrecord.acts.mentions.participants import acting, reached, who
from onrecord.acts.mentions.refusing import tells_no_act
from onrecord.acts.mentions.standing import item_at
from onrecord.acts.modality.charging import read_charge
from onrecord.acts.modality.doubting import is_open
from onrecord.acts.modality.governors import Meant
from onrecord.acts.modality.imagining import is_made_up
from onrecord.acts.modality.infinitives import hands_on
from onrecord.acts.modality.insisting import is_done_all_the_same
from onrecord.acts.modality.noun_modality import is_supposed, read_noun
from onrecord.acts.modality.ranking import is_somebody
from onrecord.acts.modality.undone import is_ended, read_undone
from onrecord.acts.modality.verb_modality import read_verb
from onrecord.acts.parties.agents import find_agents
from onrecord.acts.parties.antecedents import find_antecedent
from onrecord.acts.parties.fronted import subject_ahead
from onrecord.acts.parties.gerunds import gerund_before
from onrecord.acts.parties.noun_sides import owned_by_victim
from onrecord.acts.parties.objects import find_behind, find_object, find_target, is_weapon
from onrecord.acts.parties.passives import DONE_TO, lacks_was
from onrecord.acts.parties.sharing import share_auxiliaries
from onrecord.acts.parties.subjects import NOBODY, Subject, find_subject, subject_of_participle
from onrecord.acts.triggers.triggering import is_attributive
from onrecord.records import ActMention, ActType, Span
from onrecord.text import FormKind, forms_of

# How sure the reader is of a trigger and of its type: where both sides are known, where one is.
_LEAST_BOTH = (0.7, 0.6)
_LEAST_ALONE = (0.75, 0.8)
_SURE_TYPE = 0.75
_CERTAIN = 0.8
_SURE_MODALITY = 0.75
# Who "was enraged at" something blames, and is not blamed.
_FELT = frozenset(
    "angered angry appalled disappointed disgusted dismayed enraged furious horrified incensed "
    "infuriated outraged shocked".split()
)
# Who is chosen for an office has it done to him.
_CHOSEN = frozenset("appointed nominated named chosen elected picked tapped".split())
# What one does only of one's own deeds: "denied burning it", "thought of sending it".
_OWN_GERUND = frozenset(
    forms_of("deny consider contemplate mull weigh avoid risk resume admit:admitted|admitted")
)
_SAME_FORMS = frozenset(
    "beat bet cast cost cut hit hurt let put quit set shut split spread".split()
)
_LETTING = frozenset({"let", "lets", "letting"})
_LONG = 9  # items from "designated" to "terrorist"
_LET = 7  # items from "let" to "go"
_THINKING = frozenset("think thinks thought thinking dream dreams dreamed dreaming".split())
_CONDITIONAL = frozenset(
    "if unless until should provided providing as so once had were without on in assuming when "
    "whenever only even failing barring pending subject".split()
)


def propose(sentence: Sentence, mention: ActMention) -> Iterator[Draft]:
    """Yield the draft of an act that only the reader found, if who takes part in it is known."""
    places = [
        index
        for index, item in enumerate(sentence.items)
        if item.start < mention.trigger.end and item.end > mention.trigger.start
    ]
    if not places or mention.type == "STATE":
        return
    at, last = places[0], places[-1] + 1
    if all(item.kind == "timex" for item in sentence.items[at:last]):
        return  # "Kenya | earlier this week | hailed it"
    if sentence.is_actor(at) and " " in sentence.items[at].text:
        return  # "| bombing suspect | moved", but "the | opposition | of Kenya to the plan"
    while last < len(sentence.items) and sentence.items[last - 1].text.endswith("-"):
        last += 1  # "co-" of "co-ordination"
    words = [item.lower or item.text for item in sentence.items[at:last]]
    if mention.type == "RETREAT" and words[-1] in _LETTING and _lets_go(sentence, last):
        words.append("go")  # "| let | the sailors go"
    if tells_no_act(sentence, mention, at, words):
        return
    group = _group(sentence, at, words)
    if group is not None and is_attributive(sentence, group):
        return
    trigger = Trigger(
        words=" ".join(words),
        verb=True,
        type=_type_of(sentence, mention, last),
        speech_act=None,
    )
    if group is not None and (lacks_was(sentence, group, trigger) or _is_chosen(sentence, group)):
        group = replace(group, auxiliaries=frozenset({"was"}))
    sides = _sides(sentence, mention, (at, last), group)
    both = sides.recipients and (sides.actors or sides.pronoun is not None)
    sure, type_sure = _LEAST_BOTH if both else _LEAST_ALONE
    if mention.sure < sure or mention.type_sure < type_sure:
        return
    yield Draft(
        trigger=trigger,
        span=sentence.span_of(at, last),
        at=at,
        last=last,
        meant=_meant(sentence, mention, (at, last), group),
        group=None,
        actors=sides.actors,
        recipients=sides.recipients,
        pronoun=sides.pronoun,
        unclear=mention.type_sure < _SURE_TYPE,
        passive=group is not None and group.passive,
        mention=mention,
    )


def _is_chosen(sentence: Sentence, group: Group) -> bool:
    """Return whether a participle tells who somebody is: "Lund, | appointed | to the bench by"."""
    apposed = sentence.lower(group.first - 1) == "," and sentence.is_actor(group.first - 2)
    behind = sentence.lower(group.last) in {"to", "by", "as", "in"}
    return group.bare and apposed and behind and sentence.lower(group.verb) in _CHOSEN


def _type_of(sentence: Sentence, mention: ActMention, last: int) -> ActType:
    """Return the reader's type, but that who lets others do something frees nobody: "let go".

    Who is called a sponsor of terrorism is fined, not praised.
    """
    listed = sentence.lower(last - 1).startswith("designat")
    if listed and any(sentence.lower(at).startswith("terror") for at in range(last, last + _LONG)):
        return "SANCTION"
    lets = sentence.lower(last - 1) in _LETTING and mention.type == "RETREAT"
    return "CONCEDE" if lets and not _lets_go(sentence, last) else mention.type


def _lets_go(sentence: Sentence, last: int) -> bool:
    return any(sentence.lower(at) in {"go", "free", "loose"} for at in range(last, last + _LET))


class _Sides(NamedTuple):
    """Who acts, or the pronoun for whom, and on whom."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    pronoun: Item | None


def _sides(
    sentence: Sentence, mention: ActMention, items: tuple[int, int], group: Group | None
) -> _Sides:
    """Return who takes part in the act of some items, by the reader's spans and the grammar."""
    agents = list(acting(sentence, mention, verb=group is not None))
    if group is not None and group.to is not None:
        urged = [span for span in agents if _is_urged(sentence, span, group.to)]
        agents = urged or agents  # "Kenya pressed | its neighbours | to disarm"
    actors, pronoun = who(sentence, agents)
    recipients, _ = who(sentence, reached(sentence, mention))
    freed = mention.type == "CONCEDE" and sentence.headline  # "Lund acquitted of fraud"
    chosen = sentence.lower(items[0]) in _CHOSEN
    done_to = mention.type in DONE_TO or freed or chosen
    done_to = done_to and sentence.lower(items[0]) not in _FELT
    if group is not None and group.passive and done_to and not recipients:
        # "Lund was named and demoted": what stands before a passive has it done to it
        recipients, _ = who(sentence, (s for s in agents if s.end <= mention.trigger.start))
        actors = tuple(actor for actor in actors if actor not in recipients)
    if group is None:
        actors, recipients = _nominal_sides(sentence, mention, items, actors, recipients)
    elif not recipients and not group.passive and mention.type != "MOBILIZE":
        target = mention.type == "ASSAULT" and find_target(sentence, group.last, actors)
        thrown = mention.type == "ASSAULT" and is_weapon(sentence, group.last)
        recipients = target or (() if thrown else find_object(sentence, group.last, actors))
    if group is not None and sentence.lower(group.first - 1) in {"who", "which"}:
        told = find_subject(sentence, group).actors  # "stoned police, who fired"
        actors = actors if group.passive else told or actors
    if group is not None and not group.passive and sentence.is_actor(group.first - 1):
        told_of = find_antecedent(sentence, group, find_subject(sentence, group).at)
        recipients = recipients if told_of is None else told_of  # "Lund, whom Kenya fired, left"
    if group is not None and group.kind == "ing" and _is_own(sentence, group.first):
        own = subject_of_verb(sentence, group, read_verb(sentence, group)).actors
        actors = own or actors  # "rebels backed by Kenya, which denies | sending | troops"
    unknown = not actors and pronoun is None
    if unknown and group is not None and not group.passive:
        subject = _subject(sentence, group, alone=not recipients, mention=mention)
        if not set(subject.actors) & set(recipients):  # "nine sailors died"
            actors, pronoun = subject.actors, subject.pronoun
    return _Sides(actors, tuple(a for a in recipients if a not in actors), pronoun)


def _is_urged(sentence: Sentence, span: Span, to: int) -> bool:
    """Return whether the span stands between a verb of urging and the "to" of what is urged."""
    first = item_at(sentence, span.start)
    first = title_start(sentence, first) if sentence.is_actor(first) else first
    before = sentence.skip(first - 1, DETERMINERS, -1)
    return item_at(sentence, span.end) == to and hands_on(sentence.lower(before))


def _nominal_sides(
    sentence: Sentence,
    mention: ActMention,
    items: tuple[int, int],
    actors: Actors,
    recipients: Actors,
) -> tuple[Actors, Actors]:
    """Return the sides of a noun, by who owns it, who meets, and the agent behind it."""
    at, last = items
    owner = sentence.item(at - 1)
    if owner is not None and owner.possessive and owner.actor in actors:
        actors = list_before(sentence, at - 1)[0]  # "Kenya was tired of Peru's reluctance"
        if owned_by_victim(sentence, at, last):
            actors, recipients = (), actors  # "Lund's ouster"
    if mention.type in TOGETHER and not recipients:
        actors, recipients = _apart(sentence, at, last, actors)
        to = name_behind(sentence, last + 1)
        if sentence.lower(last) == "to" and sentence.is_actor(to):
            owned = sentence.items[to].possessive  # "did not come to Lund's funeral"
            recipients = () if owned else find_behind(sentence, last, {"to"}, actors)
    if not actors:
        actors = find_agents(sentence, last)  # "the liberation of Oru by Kenya"
        recipients = tuple(actor for actor in recipients if actor not in actors)
    return actors, recipients


def _meant(
    sentence: Sentence, mention: ActMention, items: tuple[int, int], group: Group | None
) -> Meant:
    """Return how the act is meant: by the reader where that is sure, else by the verb's grammar.

    The grammar is followed where it has what the reader takes for done only tried, planned or
    supposed: "tried to | derail | the talks", "if Lund had | voted |". What a noun tells has not
    happened where that is only sought: "a reward for his | capture |".
    """
    meant = Meant(
        modality=mention.modality,
        polarity="negative" if mention.negative else "positive",
        condition=_condition(sentence, mention),
        sure=mention.modality_sure >= _SURE_MODALITY,
        denied=mention.denied,
    )
    undone = read_undone(sentence, *items) if group is None or group.kind == "ing" else None
    if undone is not None and meant.real:
        return replace(meant, modality=undone.modality, polarity=undone.polarity)
    if is_made_up(sentence):
        return replace(meant, modality="hypothetical")
    if group is None:
        noun = read_noun(sentence, *items)
        governor = -1 if noun.governor is None else noun.governor
        if sentence.lower(governor) in SOUGHT:
            return replace(meant, modality="hypothetical")
        if meant.real and is_supposed(sentence, items[0]):
            return replace(meant, modality="hypothetical")
        ended = noun.real and is_ended(sentence, governor)  # "to end | attacks |"
        return replace(noun, condition=None) if ended else meant
    if is_open(sentence, group):
        return replace(meant, modality="hypothetical", denied=False)
    verb = read_verb(sentence, group)
    if meant.polarity == "negative" and is_done_all_the_same(sentence, verb.governor):
        meant = replace(meant, polarity=verb.polarity)
    if verb.condition is not None and meant.condition is None and not meant.real:
        planned = meant.modality == "planned"
        meant = replace(
            meant,
            condition=verb.condition,
            modality="conditional" if planned else meant.modality,
        )
    only_tried = group.to is not None and _is_only_meant(sentence, verb)
    supposed = verb.modality == "conditional" and verb.condition is None  # in the "if" clause
    charged = group.kind == "ing" and read_charge(sentence, group.first - 1) is not None
    ahead = verb.modality == "planned" and verb.governor is None  # "will do so and | leave |"
    left_open = meant.real and (only_tried or supposed or charged or ahead)
    if meant.denied and verb.governor is not None and _accuses(sentence, verb.governor):
        return replace(verb, sure=True)
    if not verb.sure or (meant.sure and not left_open):
        return meant
    return replace(meant, modality=verb.modality, polarity=verb.polarity, sure=True)


def _accuses(sentence: Sentence, governor: int) -> bool:
    """Return whether a word accuses: what somebody is accused of the accuser does not deny."""
    return sentence.lower(governor).startswith("accus")


def _is_only_meant(sentence: Sentence, verb: Meant) -> bool:
    """Return whether the infinitive tells what is tried or meant: "sought to", "a vote to".

    A "decision to" may have been carried out.
    """
    decided = verb.governor is not None and sentence.lower(verb.governor) == "decision"
    return not verb.real and verb.modality != "conditional" and not decided


def _apart(
    sentence: Sentence, at: int, last: int, together: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return who meets and who is met, where only those behind "with" are known to meet."""
    behind = {item.actor for item in sentence.items[last:]}
    if sentence.lower(last) != "with" or not set(together) <= behind:
        return together, ()
    hosts = find_host(sentence, at, last, together)
    return (hosts, together) if hosts else (together, ())


def _group(sentence: Sentence, at: int, words: Sequence[str]) -> Group | None:
    """Return the verb's group where the trigger is a verb by its form or by what is before it."""
    first = words[0]
    before = sentence.lower(at - 1)
    kind: FormKind
    if before == "to" and first in _SAME_FORMS:
        return group_at(sentence, at, at + len(words), "base")  # "to | put | Kenya on a list"
    if first.endswith("ed") or first in PAST_FORMS | PARTICIPLES:
        kind = "past"
        return share_auxiliaries(sentence, group_at(sentence, at, at + len(words), kind))
    if first.endswith("ing"):
        if before in DETERMINERS:
            return None  # "the downgrading of ties"
        kind = "ing"
    elif before == "to" or before in AUXILIARIES:
        kind = "base"
    else:
        return None
    return group_at(sentence, at, at + len(words), kind)


def _subject(sentence: Sentence, group: Group, *, alone: bool, mention: ActMention) -> Subject:
    """Return the subject of the verb: "Kenya gave an undertaking to | house | the crew".

    Where it would be `alone` in the act, it is who plainly means or has to do it: "agreed to |
    scrap | the tolls"; or, where the reader is certain of the act, who does it or is told to.
    """
    gerund = group.kind == "ing" and not group.auxiliaries
    if gerund and not (_is_own(sentence, group.first) or _is_led(sentence, group)):
        return NOBODY
    meant = read_verb(sentence, group)
    if gerund:
        return subject_of_verb(sentence, group, meant)
    if "having" in group.auxiliaries and sentence.lower(group.first - 1) == ",":
        return subject_of_participle(sentence, group.first - 1)  # "Kenya left, having | sent | men"
    certain = _is_certain(mention)
    plain = certain if group.to is None or mention.modality == "demanded" else meant.sure
    if alone and not (plain and (certain or not _is_others(sentence, meant.governor))):
        return NOBODY
    return subject_of_verb(sentence, group, meant)


def _is_certain(mention: ActMention) -> bool:
    return min(mention.sure, mention.type_sure) >= _CERTAIN


def _is_own(sentence: Sentence, gerund: int) -> bool:
    """Return whether the verb before a gerund is of who would do it: "is considering | sending |".

    So it is in "denied | burning | farms" and "thought of | sending | it".
    """
    before = sentence.lower(gerund - 1)
    if before in {"of", "about"}:
        return sentence.lower(gerund - 2) in _THINKING
    return before in _OWN_GERUND


def _is_led(sentence: Sentence, group: Group) -> bool:
    """Return whether another gerund or the clause behind shows whose a gerund is.

    So in "accused of killing two and | robbing | them" and "after | visiting | Peru, Kenya left".
    """
    lead = gerund_before(sentence, group)
    # "Moved away | from | hunting and holding them": neither is done.
    told = lead is not None and sentence.lower(lead - 1) not in {"from", ","}
    return told or subject_ahead(sentence, group).at >= 0


def _is_others(sentence: Sentence, governor: int | None) -> bool:
    """Return whether the governing verb has a subject that is not known: "two men tried to"."""
    if governor is None:
        return True
    at = governor - 1
    while sentence.lower(at) in AUXILIARIES:
        at -= 1
    return is_somebody(sentence, at)


def _condition(sentence: Sentence, mention: ActMention) -> Span | None:
    """Return the condition that the reader found, if it opens like one."""
    span = mention.condition
    if span is None:
        return None
    at = item_at(sentence, span.start)
    if sentence.lower(at - 1) == "even":
        return None  # "even if it fell short"
    return span if sentence.lower(at) in _CONDITIONAL else None
