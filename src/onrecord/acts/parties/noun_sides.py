"""Find who takes part in what a noun tells: "Kenya’s seizure of the port", "talks between"."""

from onrecord.acts.grammar.items import Item
from onrecord.acts.grammar.lists import Actors, list_before, list_behind, name_behind, people_behind
from onrecord.acts.grammar.places import is_aimed, is_place_of_deed, place_before
from onrecord.acts.grammar.reaching import describes
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import CONJUNCTIONS, OWNERS, RECEIVING_VERBS, is_past
from onrecord.acts.lexicon import TOGETHER, load_triggers
from onrecord.acts.parties.agents import find_agents, find_givers
from onrecord.acts.parties.holders import STOP, holder_at
from onrecord.acts.parties.judging import JUDGING
from onrecord.acts.parties.objects import first_actors
from onrecord.records import ActType
from onrecord.text import forms_of

_LONGEST = 16  # items between a noun and whom it is done to
_OPENING = frozenset("the a an its his her their".split())  # what opens a joined noun phrase
_AWAY_FROM = frozenset({"RETREAT", "COERCE", "SANCTION", "MOBILIZE", "REJECT"})
_ASKED = frozenset("to of from by".split())  # "a request by Peru to Kenya"
_OWN_WORDS = frozenset({"AGREE", "REQUEST"})
# "Mr Lund's arrest", "the journalist's murder": whose it is has it done to them.
_VICTIMS = frozenset(
    "arrest arrests detention deportation killing killings assassination murder kidnapping "
    "abduction execution torture conviction indictment expulsion ouster overthrow removal "
    "dismissal impeachment sacking imprisonment jailing prosecution persecution poisoning "
    "reinstatement rescue suspension eviction lynching nomination appointment confirmation "
    "extradition trial firing release capture captivity beheading slaying liberation hanging "
    "stabbing shooting".split()
)


# Whose doing draws an act is not who does it: "Kenya's decision sparked protests".
CAUSES = frozenset(forms_of("prompt spark trigger provoke ignite inspire fuel cause unleash"))
"""Verbs by which something brings an act about that others do."""
_BEFORE_ADJECTIVE = frozenset("long much most well so more once ever the then never".split())


def owner_pronoun(sentence: Sentence, noun: int) -> Item | None:
    """Return the pronoun that says whose act a noun is: "his refusal"."""
    for index in range(noun - 1, max(-1, noun - 4), -1):
        item = sentence.items[index]
        if item.lower in OWNERS:
            return item
        if item.kind != "word" or item.lower in STOP or _is_verb_of(sentence, index):
            return None
    return None


def find_owner(sentence: Sentence, noun: int) -> Actors:
    """Return whose act a noun is: "Kenya's seizure", "the Peruvian response", "a Peru-led raid"."""
    if _leads(sentence, noun):
        return list_before(sentence, noun - 3)[0]
    for index in range(noun - 1, max(-1, noun - 5), -1):
        item = sentence.items[index]
        if item.kind == "actor":
            adjacent = index == noun - 1 or item.possessive
            if item.possessive or adjacent or _is_attribute(sentence, index, noun):
                return list_before(sentence, index)[0]
            return ()
        if item.kind != "word" or item.lower in STOP or _is_verb_of(sentence, index):
            return ()
    return ()


def _leads(sentence: Sentence, noun: int) -> bool:
    """Return whether a hyphen and "led" tie an actor to the noun: "the Kenya-led | raid |"."""
    hyphen = sentence.item(noun - 2)
    tied = sentence.lower(noun - 1) == "led" and hyphen is not None and hyphen.text in {"-", "–"}
    forms = load_triggers().get(sentence.lower(noun), ())
    deed = not any(form.trigger.type in TOGETHER for form in forms)
    return tied and deed and sentence.is_actor(noun - 3)


def _is_verb_of(sentence: Sentence, index: int) -> bool:
    """Return whether what is owned has a verb here: "Kenya's move | sparked | protests".

    Behind the owner or an adverb a participle tells what the noun is like: "Kenya's newly imposed".
    """
    word, before = sentence.lower(index), sentence.item(index - 1)
    if word in CAUSES and before is not None and before.kind == "word":
        return before.lower not in OWNERS
    if not is_past(word) or before is None or before.kind != "word":
        return False
    return before.lower not in OWNERS | _BEFORE_ADJECTIVE and not before.lower.endswith("ly")


def find_nominal(sentence: Sentence, noun: int, last: int, root: ActType) -> tuple[Actors, Actors]:
    """Return actors and recipients of a noun of action, from the phrases around it.

    "X's seizure of Y", "the seizure of Y by X", "X's attack on Y", "talks between X and Y", "an
    appeal from X"; what is promised or asked for is that of the one behind "of".
    """
    owners = find_owner(sentence, noun)
    place, aimed = place_before(sentence, noun, last), is_aimed(root)
    if place is not None and aimed is not None:
        return find_agents(sentence, last), (place,) if aimed else ()
    agents = () if _is_anothers_agent(sentence, last) else find_agents(sentence, last)
    if root not in _AWAY_FROM:
        agents = agents or find_givers(sentence, last)
    if root in _OWN_WORDS and not owners and not agents and sentence.lower(last) == "of":
        agents = _behind_of(sentence, last)
    between = None if _accuses_of(sentence, last, root) else _between(sentence, last)
    if between is not None:
        return between, ()
    if owned_by_victim(sentence, noun, last) or _names_victim(sentence, noun):
        return agents, tuple(actor for actor in owners if actor not in agents)
    actors = agents or owners
    if root == "REQUEST" and sentence.lower(last) not in _ASKED:
        return actors, ()  # "a demand to bar Kenya", "demands over Kenya": it is not asked
    recipients = first_actors(sentence, last, actors, asked=root == "REQUEST", noun=True)
    if agents and not recipients and sentence.lower(last) in {"from", "of"}:
        behind = next(at for at in range(last, len(sentence.items)) if sentence.is_actor(at))
        recipients = first_actors(sentence, behind + 1, actors, noun=True)
    if not actors and not recipients:
        actors = ()
    return actors, recipients


def _is_anothers_agent(sentence: Sentence, last: int) -> bool:
    """Return whether the next "by" is another noun's: "raids in aid of the fall of Oru by Kenya".

    A noun right behind which "of" stands has its own agent.
    """
    if is_joined_nouns_agent(sentence, last):
        return True
    if sentence.lower(last) == "of":
        return False
    for index in range(last, min(len(sentence.items), last + _LONGEST)):
        word = sentence.lower(index)
        if word == "by":
            return False
        if word == "of" and sentence.items[index - 1].kind == "word":
            return True
    return False


def is_joined_nouns_agent(sentence: Sentence, last: int) -> bool:
    """Return whether the next "by" goes with a noun joined to the one that ends before `last`.

    So in "the raid on Oru and the | answer | by Peru" and "the raid sparked | protests | by
    farmers"; not in "the arrest and the beating of Lund by Kenya".
    """
    for index in range(last, min(len(sentence.items), last + _LONGEST)):
        word = sentence.lower(index)
        if word == "by" or (index == last and word in CONJUNCTIONS):
            return False
        if word in CAUSES or (word in CONJUNCTIONS and sentence.lower(index + 1) in _OPENING):
            return True
    return False


def owned_by_victim(sentence: Sentence, noun: int, last: int) -> bool:
    """Return whether the one whose act the noun seems to be has it done: "Mr Lund's arrest".

    So has what it is aimed at: "new Kenya sanctions".
    """
    if is_place_of_deed(sentence, noun - 1, aimed=True):
        return True
    owned = any(
        item.possessive and (item.person or _are_people(item))
        for item in sentence.items[max(0, noun - 4) : noun]
    ) or owner_pronoun(sentence, noun)
    return bool(owned) and sentence.lower(noun) in _VICTIMS and sentence.lower(last) != "of"


def _are_people(item: Item) -> bool:
    """Return whether several without a name are told of: "the | hostages |’ release"."""
    return item.actor is not None and item.text.islower() and item.text.endswith(("s", "men"))


def _names_victim(sentence: Sentence, noun: int) -> bool:
    """Return whether who is named right before the noun has it done: "the Lund assassination"."""
    before = sentence.item(noun - 1)
    named = before is not None and before.person and not before.possessive
    return named and sentence.lower(noun) in _VICTIMS


def _behind_of(sentence: Sentence, last: int) -> Actors:
    """Return the actors right behind "of": "the commitment of the Kenyan side"."""
    at = people_behind(sentence, last + 1)
    return list_behind(sentence, at) if sentence.is_actor(at) else ()


def _between(sentence: Sentence, last: int) -> Actors | None:
    """Return who does it to each other: "talks between Kenya and Peru"; `None` without "between".

    Of "clashes between Lund voters and opponents" Lund is no part.
    """
    for index in range(last, min(len(sentence.items), last + 4)):
        word = sentence.lower(index)
        if word == "between" or (word == "among" and index == last):
            at = name_behind(sentence, index + 1)
            at = holder_at(sentence, at) if sentence.is_actor(at) else at
            if sentence.is_actor(at) and describes(sentence, at):
                return ()
            return _both_behind(sentence, at) if sentence.is_actor(at) else None
        if sentence.items[index].kind == "mark" or word == "into":
            return None  # "an inquiry into ties between Kenya and Peru"
    return None


def _accuses_of(sentence: Sentence, last: int, root: ActType) -> bool:
    """Return whether what is alleged is "between" two: "claims of ties between Lund and Peru"."""
    return root == "ACCUSE" and sentence.lower(last) == "of"


def _both_behind(sentence: Sentence, first: int) -> Actors:
    """Return the list at `first`, of two at least: "the deal between | Kenya and Peru | was"."""
    found = list_behind(sentence, first)
    second = name_behind(sentence, first + 2)
    joined = sentence.lower(first + 1) == "and" and sentence.is_actor(second)
    if len(found) > 1 or not joined or sentence.items[first].possessive:
        return found
    return tuple(dict.fromkeys([*found, *list_behind(sentence, second)]))


def _is_attribute(sentence: Sentence, index: int, noun: int) -> bool:
    """Return whether only plain words stand between an actor and the noun: "Kenyan naval raid".

    A verb is none: "nuns condemn murder of priest", "an arrest by police drew protests".
    """
    return noun - index <= 3 and all(
        sentence.items[k].kind == "word"
        and sentence.lower(k) not in STOP | JUDGING | RECEIVING_VERBS
        and not sentence.lower(k).endswith(("s", "ed", "ing"))
        for k in range(index + 1, noun)
    )
