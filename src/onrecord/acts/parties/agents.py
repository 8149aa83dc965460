"""Find the agents that "by" and "from" name: "was seized by Kenya", "praise from Peru"."""

from onrecord.acts.grammar.lists import Actors, list_behind, name_behind, people_behind
from onrecord.acts.grammar.reaching import is_in_compound
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    ADVERBS,
    AGENTS,
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    LIGHT_VERBS,
    MEDIATING,
    NOT,
    PARTICIPLES,
    PAST_FORMS,
    PREPOSITIONS,
    SUBORDINATORS,
    is_past,
)
from onrecord.acts.lexicon import load_triggers
from onrecord.acts.parties.holders import STOP, holder_at

_LONGEST = 16  # items between an act and who does it
_CONTENT = 5  # items from "of" to "from": "of cheap Kenyan fuel from"
# With these, and with who is quoted, who stands behind "by" does not bring the others to act.
_ALONGSIDE = frozenset("joined accompanied flanked followed quoted cited interviewed".split())
_PARTICLES = frozenset("out off up down".split())


def find_agents(sentence: Sentence, last: int) -> Actors:
    """Return the actors behind the next "by" in the clause: "was seized in May by Kenya".

    The "by" of another verb on the way is not the act's: "a raid after the talks led by Kenya".
    """
    for index in range(last, min(len(sentence.items), last + _LONGEST)):
        word = sentence.lower(index)
        if sentence.items[index].text in {";", ":", ".", ","} or word in SUBORDINATORS:
            return ()
        if word == "by" and not is_others_agent(sentence, last, index):
            at = _agent_at(sentence, index + 1)
            return list_behind(sentence, holder_at(sentence, at)) if sentence.is_actor(at) else ()
        if word == "by" or word in AUXILIARIES:
            return ()
    return ()


def is_others_agent(sentence: Sentence, last: int, by: int) -> bool:
    """Return whether "by" goes with a participle on the way: "killed in riots set off | by |".

    One that only carries the act does not count: "an attack carried out by Kenya"; but it is
    another's in "was | asked | to free the men held by". What it happened during has its own: "a
    raid during the visit by Peru".
    """
    if any(_opens_other(sentence, at) for at in range(last, by)):
        return True
    if _is_of_next_noun(sentence, last, by):
        return True
    at = by - 1
    while at > last and sentence.lower(at) in _PARTICLES | ADVERBS:
        at -= 1
    word, joined = sentence.lower(at), sentence.lower(at - 1) in {"and", "or", ","}
    past = word.endswith("ed") or word in PAST_FORMS or word in PARTICIPLES
    if word in MEDIATING:
        return at >= last  # "a truce mediated by Kenya"
    carries = word in LIGHT_VERBS | {"claimed"} and not _is_handed_on(sentence, last)
    return at > last and past and not joined and not carries


def _is_of_next_noun(sentence: Sentence, last: int, by: int) -> bool:
    """Return whether "by" goes with a noun that comes of the act: "a raid led to strikes | by |".

    Not so in "the suppression of (banned) protests by police".
    """
    forms = load_triggers().get(sentence.lower(by - 1), ())
    if not any(form.kind == "noun" for form in forms):
        return False
    return any(
        is_past(sentence.lower(at))
        and not (at == by - 2 and sentence.lower(at - 1) in PREPOSITIONS | DETERMINERS)
        for at in range(last, by - 1)
    )


def _is_handed_on(sentence: Sentence, last: int) -> bool:
    """Return whether a passive that ends before `last` hands on a deed: "was | asked | to free"."""
    to = sentence.skip(last, NOT)
    verb = sentence.skip(last - 2, ADVERBS, -1)
    return sentence.lower(to) == "to" and sentence.lower(verb) in BE


def is_agent_of_participle(sentence: Sentence, by: int) -> bool:
    """Return whether "by" goes with a participle that tells of those before: "backed | by |".

    Who is there as well takes part ("joined by"), and a passive is no participle: "was backed by".
    """
    word = sentence.lower(by - 1)
    told = (is_past(word) or word == "armed") and word not in _ALONGSIDE
    return sentence.lower(by) == "by" and told and sentence.lower(by - 2) not in AUXILIARIES


def is_passive_agent(sentence: Sentence, first: int) -> bool:
    """Return whether the actor at `first` stands behind a passive and "by": "was forced by Kenya".

    So not in "a plan by Kenya".
    """
    by = sentence.skip(first - 1, DETERMINERS, -1)
    verb = sentence.skip(by - 2, ADVERBS, -1)
    return (
        sentence.lower(by) == "by"
        and is_past(sentence.lower(by - 1))
        and sentence.lower(verb) in AUXILIARIES
    )


def _opens_other(sentence: Sentence, index: int) -> bool:
    """Return whether something else begins here that an act happened during."""
    item = sentence.item(sentence.skip(index + 1, DETERMINERS))
    return sentence.lower(index) in {"during", "amid"} and item is not None and item.kind == "word"


def _agent_at(sentence: Sentence, start: int) -> int:
    """Return where the actor of the phrase at `start` stands: "illegal migrant | Ole Lund |".

    Before a person's name plain words tell what he is; "Kenya-backed" tells whose they are.
    """
    at = name_behind(sentence, start)
    if sentence.is_actor(at) and is_in_compound(sentence, at):
        at = name_behind(sentence, at + 3)
    if sentence.is_actor(at):
        thing = sentence.lower(at + 1) and sentence.lower(at + 1) not in AGENTS
        person = sentence.items[at].person and sentence.items[at].possessive
        return at + 1 if person and thing else at  # "by Mr Lund's decree"
    for index in range(at, at + 4):
        item = sentence.item(index)
        if item is None or item.lower in STOP | CONJUNCTIONS or item.kind in {"mark", "timex"}:
            return at
        if item.kind == "actor":
            return index if item.person and not item.possessive else at
    return at


def find_givers(sentence: Sentence, last: int, *, content: bool = False) -> Actors:
    """Return the actors right behind "from": "an appeal from Kenya", "praise from Peru".

    With `content`, what is given may stand between: "a pledge | of cheap fuel | from Kenya".
    """
    at = last
    while sentence.items[at : at + 1] and sentence.items[at].text in {"”", '"', "’", "'"}:
        at += 1
    if content and sentence.lower(at) == "of":
        at = next((k for k in range(at, at + _CONTENT) if sentence.lower(k) == "from"), at)
    if sentence.lower(at) != "from":
        return ()
    at = people_behind(sentence, at + 1)
    return list_behind(sentence, at) if sentence.is_actor(at) else ()
