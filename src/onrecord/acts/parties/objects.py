"""Find who an act is done to: by the verb's objects, and by what stands behind a noun."""

from collections.abc import Collection

from onrecord.acts.grammar.contrasts import behind_contrast
from onrecord.acts.grammar.groups import Group
from onrecord.acts.grammar.items import Item
from onrecord.acts.grammar.lists import Actors, ends_title, list_behind, name_behind, tells_whose
from onrecord.acts.grammar.reaching import RESTING, describes, ends_phrase, is_in_compound
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    ADVERBS,
    AGENTS,
    AUXILIARIES,
    CLAUSE_SUBJECTS,
    CLAUSES,
    CONJUNCTIONS,
    COURTESY,
    DETERMINERS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    QUOTATION_MARKS,
    is_thing,
)
from onrecord.acts.lexicon import HARMFUL, load_triggers
from onrecord.acts.parties.antecedents import opens_object_relative
from onrecord.acts.parties.holders import STOP, holder_at, holder_behind, names_holder
from onrecord.acts.parties.opposing import is_anothers_paper
from onrecord.coreference.candidates import is_object_before

_LONGEST = 16  # items between an act and whom it is done to
_TARGET = 5  # items from a verb to the "at" of a weapon's target
_OF_THINGS = frozenset("of into against on over at".split())
_OF_RECIPIENT = frozenset("to with against on at from of for over upon into between".split())
_OTHER = frozenset(
    "in near inside outside during after before since despite under as through across within "
    "without amid along around behind beyond including than like because until about by via "
    "toward towards unlike alongside following surrounding involving regarding concerning".split()
)
_ABOUT = frozenset({"over", "between"})
_BEFORE_OBJECT = frozenset("in during alongside".split())  # "fought alongside Peru against"
_QUESTIONS = frozenset("how why".split())
WORDS = frozenset(
    "claim accusation allegation report charge assertion statement concern reservation objection "
    "criticism complaint warning suggestion argument demand call request appeal offer proposal "
    "threat fear worry plea plan idea".split()
)
"""Nouns of what somebody says, who is answered: "a Peruvian demand"."""


# What is granted to somebody, or denied.
_GRANTED = frozenset(
    "visa entry permit permission passport asylum licence license bail parole citizenship "
    "residency refuge help aid treatment care loan credit pension refund visit exit "
    "passage".split()
)


def find_recipients(
    sentence: Sentence, group: Group, acting: Actors, *, direct: bool = False, asked: bool = False
) -> Actors:
    """Return the actors behind the verb that the act is done to, in order; none of `acting`.

    With `direct`, an actor that only another noun belongs to is none: "the ruling of Kenya"; with
    `asked`, neither is one behind the "to" of what somebody is asked to do.
    """
    return first_actors(sentence, group.last, acting, direct=direct, asked=asked)


def find_object(sentence: Sentence, last: int, acting: Actors) -> Actors:
    """Return who stands right behind the verb, or owns what does: "contacted | Kenya's crews |".

    Who only describes a thing is neither: "tightened Kenya sanctions".
    """
    at = name_behind(sentence, last)
    if not sentence.is_actor(at) or is_in_compound(sentence, at):
        return ()
    item, behind = sentence.items[at], sentence.item(holder_at(sentence, at) + 1)
    hyphen = behind is not None and behind.text == "-"  # "the Kenya-led talks"
    if hyphen or (not item.possessive and behind is not None and _is_attributed(behind)):
        return ()
    return _those_at(sentence, at, acting)


def _is_attributed(item: Item) -> bool:
    """Return whether a name before the item may only describe it: "Kenya | sanctions |"."""
    return (
        _is_thing(item) and item.lower not in STOP and not item.lower.endswith(("ed", "ing", "ly"))
    )


def find_author(sentence: Sentence, last: int, acting: Actors) -> Actors:
    """Return whose the thing is that is praised or blamed: "hailed the new efforts | of Kenya".

    Of a deed he may be the victim: "condemned the killing of Lund".
    """
    for index in range(last, last + _TARGET):
        item = sentence.item(index)
        if item is None or item.kind != "word":
            return ()
        if item.lower in {"of", "by"} and index > last:
            deed = sentence.lower(index - 1) in load_triggers()
            at = name_behind(sentence, index + 1)
            owner = sentence.is_actor(at) and sentence.items[at].possessive
            return () if deed or owner else find_object(sentence, index + 1, acting)
        if item.lower in PREPOSITIONS | CLAUSES | CONJUNCTIONS | AUXILIARIES | {"to"}:
            return ()
    return ()


def find_deed(sentence: Sentence, last: int) -> int | None:
    """Return the item behind the deed that is condemned: "condemned the arrest | of Lund by Kenya".

    Whom it befell stands behind its "of", and is not blamed.
    """
    at = last + (sentence.lower(last) in _OF_RECIPIENT)
    at = sentence.skip(at, DETERMINERS)
    deeds = {form.trigger.type for form in load_triggers().get(sentence.lower(at), ())}
    done = bool(deeds & HARMFUL) and sentence.lower(at + 1) == "of"
    return at + 1 if done else None


def find_target(sentence: Sentence, last: int, acting: Actors) -> Actors:
    """Return at whom a weapon is used: "fired shells | at Kenya"."""
    for index in range(last, last + _TARGET):
        item = sentence.item(index)
        weapon = item is not None and item.kind == "actor" and is_thing(item.text)
        if item is None or not (weapon or item.kind == "word"):
            return ()
        if item.lower == "at":
            at = name_behind(sentence, index + 1)
            return _those_at(sentence, at, acting) if sentence.is_actor(at) else ()
    return ()


def is_weapon(sentence: Sentence, last: int) -> bool:
    """Return whether the object behind the verb is what is thrown: "launched | 200 drones | at"."""
    at = name_behind(sentence, last)
    aimed = sentence.lower(at + 1) in {"at", "on", "against", "into", "toward", "towards"}
    return sentence.is_actor(at) and is_thing(sentence.items[at].text) and aimed


def find_asked(sentence: Sentence, last: int, acting: Actors) -> Actors:
    """Return who is asked: "urged Kenya", "demanded of Kenya", "sought an answer from Kenya".

    Who stands in what is asked for is not: "an inquiry into the killing of farmers".
    """
    found = first_actors(sentence, last, acting, asked=True)
    at = next((at for at in range(last, len(sentence.items)) if sentence.is_actor(at)), last)
    between = sentence.items[last:at]
    things = [n for n, item in enumerate(between) if _is_thing(item)]
    into = {item.lower for item in between[things[0] + 1 :]} if things else set()
    if into & _OF_THINGS or into & {"with", "for"}:
        return find_behind(sentence, last, {"from"}, acting)
    return found


def find_also(sentence: Sentence, last: int, links: Collection[str], acting: Actors) -> Actors:
    """Return a second object with its own purpose: "urged Peru to wait and Norland | to leave".

    The first has one of the same `links` behind it.
    """
    linked = False
    for index in range(last, min(len(sentence.items) - 1, last + _LONGEST)):
        word = sentence.lower(index)
        if sentence.items[index].kind == "mark" or word in CLAUSES:
            return ()
        if word == "and" and linked:
            at = name_behind(sentence, index + 1)
            if sentence.is_actor(at) and sentence.lower(at + 1) in links:
                return tuple(a for a in list_behind(sentence, at) if a not in acting)
        linked = linked or (word in links and sentence.is_actor(index - 1))
    return ()


def _is_thing(item: Item) -> bool:
    return item.kind == "word" and item.lower not in DETERMINERS | PREPOSITIONS | AGENTS | ADVERBS


def find_disputed(sentence: Sentence, last: int, acting: Actors) -> Actors:
    """Return whose words are denied: "Peru's claim", "a claim by Peru", not "that Peru fired"."""
    for index in range(last, min(len(sentence.items), last + _LONGEST)):
        item = sentence.items[index]
        if item.kind == "mark" or item.lower in CLAUSES or item.lower.endswith("ing"):
            return ()
        if item.kind == "actor" and (item.possessive or _says_words(sentence, index)):
            return tuple(actor for actor in list_behind(sentence, index) if actor not in acting)
        if item.kind == "actor":
            return ()
    return ()


def find_denied(sentence: Sentence, last: int, acting: Actors) -> Actors:
    """Return to whom a thing is not given: "denied a visa to | Lund |", not "any link to Lund".

    So in "denied | Lund | a visa".
    """
    name = name_behind(sentence, last)
    if sentence.is_actor(name):
        things = (sentence.lower(at).removesuffix("s") for at in range(name + 1, name + _TARGET))
        given = not sentence.items[name].possessive and not _GRANTED.isdisjoint(things)
        return _those_at(sentence, name, acting) if given else ()
    for at in range(last, min(len(sentence.items), last + _TARGET)):
        item = sentence.items[at]
        if item.lower == "to":
            given = sentence.lower(at - 1).removesuffix("s") in _GRANTED
            name = name_behind(sentence, at + 1)
            found = given and sentence.is_actor(name)
            return _those_at(sentence, name, acting) if found else ()
        if item.kind != "word" or item.lower in PREPOSITIONS | CLAUSES | AUXILIARIES:
            return ()
    return ()


def _says_words(sentence: Sentence, index: int) -> bool:
    """Return whether the words are the actor's: "a claim by Peru", "Peruvian claims"."""
    before = sentence.skip(index - 1, DETERMINERS | COURTESY | {"."}, -1)
    named = sentence.lower(index + 1).removesuffix("s") in WORDS
    return sentence.lower(before) in {"by", "from"} or named


def find_behind(
    sentence: Sentence, last: int, prepositions: Collection[str], acting: Actors
) -> Actors:
    """Return the actors behind one of `prepositions` in the clause: "spoke in May to Peru"."""
    for index in range(last, min(len(sentence.items), last + _LONGEST)):
        word = sentence.lower(index)
        if sentence.items[index].text in {";", ":", "."} or word in CLAUSES:
            return ()
        if word in RESTING and sentence.lower(index + 1) in prepositions:
            return ()  # "the raid rests with Kenya"
        if word in CONJUNCTIONS and sentence.lower(index + 1) == ",":
            return ()  # "spoke on Monday and, to Peru's surprise, left"
        if word == "to" and word in prepositions and _is_infinitive(sentence, index + 1):
            return first_actors(sentence, last, acting, asked=True)
        if word in prepositions:
            found = first_actors(sentence, index + 1, acting)
            if found:
                return found
    return ()


def pronoun_behind(sentence: Sentence, last: int, *, direct: bool = False) -> Item | None:
    """Return the pronoun behind the verb or noun that an act is done to: "met with her".

    It stands before anybody named there; with `direct` it is the object of the verb itself.
    """
    for index in range(last, min(len(sentence.items), last + (1 if direct else _LONGEST))):
        item = sentence.items[index]
        if item.kind != "word" or item.lower in CLAUSES | AUXILIARIES | CONJUNCTIONS | _OTHER:
            return None
        if is_object(sentence, index):
            return item
    return None


def pronoun_after(sentence: Sentence, last: int, prepositions: Collection[str]) -> Item | None:
    """Return the pronoun behind one of `prepositions`, nobody named before: "spoke to him"."""
    item = pronoun_behind(sentence, last)
    if item is None:
        return None
    at = sentence.items.index(item)
    return item if sentence.lower(at - 1) in prepositions else None


def is_object(sentence: Sentence, index: int) -> bool:
    """Return whether "him", "them" or a "her" that owns nothing stands here."""
    if sentence.lower(index) != "her":
        return sentence.lower(index) in OBJECT_PRONOUNS and sentence.items[index].text != "US"
    after = sentence.item(index + 1)
    return after is None or after.kind == "timex" or is_object_before(after.text.lower())


def _is_infinitive(sentence: Sentence, index: int) -> bool:
    item = sentence.item(index)
    return (
        item is not None
        and item.kind == "word"
        and item.text.islower()
        and item.lower not in DETERMINERS
    )


def first_actors(
    sentence: Sentence,
    start: int,
    acting: Actors,
    *,
    direct: bool = False,
    asked: bool = False,
    noun: bool = False,
) -> Actors:
    """Return the first actors behind `start` in reach of an object or its preposition.

    `noun` tells that the act is told by a noun, behind which a verb may follow.
    """
    start = behind_contrast(sentence, start)
    index = name_behind(sentence, start)
    index = index if sentence.is_actor(index) else start
    if (holder := holder_behind(sentence, start)) is not None:
        return _those_at(sentence, holder, acting)
    while index < min(len(sentence.items), start + _LONGEST):
        item = sentence.items[index]
        if item.kind == "actor" and is_in_compound(sentence, index):
            index += 3  # "Kenya-backed rebels"
            continue
        if item.kind == "actor" and opens_object_relative(sentence, index):
            return ()  # "freed the man | police | had held"
        if item.kind == "actor":
            return _those_at(sentence, index, acting)
        if item.text == "," and names_holder(sentence, index):
            index += 1
            continue
        if _ends_search(sentence, index, direct=direct, asked=asked):
            return ()
        if ends_phrase(sentence, start, index, noun=noun):
            return ()
        index = _step(sentence, index, start)
    return ()


def _those_at(sentence: Sentence, index: int, acting: Actors) -> Actors:
    """Return the actors of the list that starts at `index`, where they are whom is meant."""
    index = holder_at(sentence, index)
    if tells_whose(sentence, index) or describes(sentence, index):
        return ()
    return tuple(a for a in list_behind(sentence, index) if a not in acting)


def _ends_search(sentence: Sentence, index: int, *, direct: bool, asked: bool) -> bool:
    """Return whether no object stands behind the item at `index`: another clause begins, or ends.

    "Discussed how Kenya could" names no partner, "asked a jury to investigate Kenya" asks no Kenya,
    and neither do "mayors opposed to the toll not to use Kenya's delay".
    """
    item, after = sentence.items[index], sentence.lower(index + 1)
    if item.lower in CLAUSE_SUBJECTS and index > 0 and _is_thing(sentence.items[index - 1]):
        return True  # "bombed a town | it | lost to Kenya"
    if item.kind == "mark":
        return item.lower not in QUOTATION_MARKS | {"-", "&"} and not ends_title(sentence, index)
    if item.lower in CLAUSES | AUXILIARIES | _QUESTIONS | {"not"}:
        return True
    if item.lower in CONJUNCTIONS:
        return after not in DETERMINERS and not _is_of_both(sentence, index)
    if direct and item.lower in {"of", "from", "at"}:
        return True
    if item.lower.endswith("ing") and is_anothers_paper(sentence, index - 1):
        return True  # "blocked a statement condemning Kenya"
    return asked and item.lower == "to" and _is_infinitive(sentence, index + 1)


def _is_of_both(sentence: Sentence, joint: int) -> bool:
    """Return whether "of" behind two joined nouns goes with both: "the peace and unity of Kenya".

    A deed has its own: "the flight and the arrest of Lund".
    """
    of = next((k for k in range(joint + 2, joint + 4) if sentence.lower(k) == "of"), None)
    if (
        of is None
        or sentence.lower(joint) != "and"
        or not sentence.is_actor(name_behind(sentence, of + 1))
    ):
        return False
    joined = [sentence.items[k] for k in (joint - 1, *range(joint + 1, of))]
    return all(_is_thing(item) and item.lower not in load_triggers() for item in joined)


def _step(sentence: Sentence, index: int, start: int) -> int:
    """Return the item to look at next: past "in Paris", "than Kenya" and "over Kenya"."""
    word, before = sentence.lower(index), sentence.lower(index - 1)
    if word in _OTHER and before not in {"more", "less", "fewer"}:
        return _past_phrase(sentence, index)
    if word in _ABOUT and index > start and sentence.items[index - 1].kind == "word":
        return _past_phrase(sentence, index)
    return index + 1


def _past_phrase(sentence: Sentence, preposition: int) -> int:
    """Return the item behind "in Paris", "after talks with Kenya": none of it receives the act."""
    index = preposition + 1
    while index < len(sentence.items):
        item = sentence.items[index]
        if sentence.lower(preposition) == "by" and (closing := _apposition_end(sentence, index)):
            index = closing  # "a visit by her envoy, Lund, to Kenya"
            continue
        if sentence.lower(preposition) == "by" and _joins_agents(sentence, index):
            index += 1  # "a raid by Kenya and Peru on Norland"
            continue
        if item.kind in {"mark", "timex"}:
            return index + (item.kind == "timex")
        if item.lower in CLAUSES | CONJUNCTIONS | AUXILIARIES:
            return index
        to = item.lower == "to" and not _is_infinitive(sentence, index + 1)
        if sentence.lower(preposition) == "by" and (to or item.lower in {"on", "against"}):
            return index  # "attacks by members of the army on Kenya"
        of_agents = item.lower == "of" and sentence.is_actor(index - 1)
        if index > preposition + 1 and item.lower in _OF_RECIPIENT and not of_agents:
            return index if sentence.lower(preposition) in _BEFORE_OBJECT else index + 2
        index += 1
    return index


def _joins_agents(sentence: Sentence, at: int) -> bool:
    """Return whether "and" stands between two who are named: "by Kenya | and | Peru"."""
    behind = sentence.is_actor(name_behind(sentence, at + 1))
    return sentence.lower(at) == "and" and sentence.is_actor(at - 1) and behind


def _apposition_end(sentence: Sentence, comma: int) -> int | None:
    """Return the item behind a person named between two commas, the first at `comma`."""
    named = sentence.item(comma + 1)
    person = named is not None and named.person
    closed = sentence.lower(comma) == sentence.lower(comma + 2) == ","
    return comma + 3 if person and closed else None
