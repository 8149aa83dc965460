"""Find who a verb's subject is, by walking left from its group over what may stand between."""

from dataclasses import dataclass, replace

from onrecord.acts.grammar.contrasts import before_contrast, list_added
from onrecord.acts.grammar.expletives import is_cleft
from onrecord.acts.grammar.groups import Group
from onrecord.acts.grammar.items import Item
from onrecord.acts.grammar.lists import (
    are_several,
    before_tail,
    is_number,
    list_before,
    list_behind,
    name_behind,
    tells_whose,
    title_start,
)
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    ADVERBS,
    AGENTS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    NOT,
    PLAIN_DETERMINERS,
    PREPOSITIONS,
    QUOTATION_MARKS,
    RELATIVES,
    SAYINGS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    is_past,
)
from onrecord.acts.lexicon import load_triggers
from onrecord.acts.parties.agents import is_agent_of_participle
from onrecord.acts.parties.insertions import (
    breaks_off,
    insert_start,
    is_age,
    is_name_between,
    saying_inside,
)
from onrecord.acts.parties.parts import find_those_whose, find_whole, is_part_of
from onrecord.acts.parties.postmodified import find_postmodified
from onrecord.acts.parties.verbs import (
    STATING,
    STRIKING,
    accused_before,
    clause_of,
    is_past_verb,
    is_said_by_unknown,
    is_verb_like,
    opens_content,
    verb_before,
)

_LONGEST = 40  # items between verb and subject
_FRONT = 4  # items before a clause that is fronted: "just hours | before | Kenya left,"
_FRONTING = frozenset(
    "before after as when while once since until if although though because".split()
)
_INSERTED = frozenset("however though meanwhile then".split())
_MOST_STEPS = 3  # verbs followed back: "agreed to stop and withdrew"
_OWNED_BY = frozenset("its their our".split())
# Behind one of these an actor mostly tells of the noun before it: "troops | from | Kenya".
_TELLS_OF_NOUN = frozenset("of from in with to for on at by against near".split())
# ... and behind one of these it is no subject.
_PUTS_ASIDE = frozenset("between among including except besides than over about like".split())
_AT_PLACES = frozenset("in at near across from".split())
# What sails and flies for its state, one by one.
_CRAFT = frozenset(
    "ship vessel boat gunboat warship frigate destroyer submarine cutter plane jet warplane "
    "helicopter drone drones bomber coastguard".split()
)
_BEFORE_PHRASE = SUBORDINATORS | CONJUNCTIONS | SAYINGS
_OPENS_ASIDE = frozenset("who which whose whom".split())
_ANYBODY = frozenset("someone somebody anyone anybody people those man woman leader".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Who stands as the subject: actors, a pronoun, or neither.

    `relative` tells that "who" or "which" stood between; `at` is the item it was found at.
    """

    actors: tuple[str, ...] = ()
    pronoun: Item | None = None
    relative: bool = False
    at: int = -1


NOBODY = Subject()


def find_subject(sentence: Sentence, group: Group) -> Subject:
    """Return the subject in front of a finite group."""
    return subject_before(sentence, group.first, _MOST_STEPS)


def subject_before(sentence: Sentence, first: int, steps: int) -> Subject:
    """Return the subject of the verb group that starts at item `first`.

    "Nor" goes on a verb: "Kenya neither sent troops | nor recalled | its envoy".
    """
    if sentence.lower(first) == "nor":
        return _coordinated_verb(sentence, first, steps)
    index = first - 1
    limit = max(-1, first - _LONGEST)
    while index > limit:
        item = sentence.items[index]
        word = item.lower
        if item.kind == "timex":
            index -= 1
            index -= sentence.lower(index) in PREPOSITIONS
        elif item.kind == "actor":
            return _from_actor(sentence, index, steps)
        elif word in SUBJECT_PRONOUNS or (word == "them" and is_part_of(sentence, index)):
            return Subject(pronoun=item, at=index)
        elif word in {"whom", "which"} and (whole := find_whole(sentence, index))[0]:
            return Subject(actors=whole[0], at=whole[1], relative=True)
        elif word in {"who", "which", "that"}:
            return _from_relative(sentence, index, steps)
        elif word == "there" and sentence.lower(index + 1) in AUXILIARIES:
            return NOBODY  # "there would be no time to"
        elif word in ADVERBS or (word.endswith("ly") and len(word) > 4):
            index -= 1
        elif word == "first" and sentence.is_actor(index - 1):
            index -= 1  # "Kenya first warned and then fined"
        elif word in QUOTATION_MARKS and sentence.lower(index - 1) in CONJUNCTIONS:
            index -= 1  # "was blamed and “banned” in May"
        elif is_age(sentence, index):
            index -= 2  # "Ida Berg, 19, a student, | was arrested"
        elif item.text in {",", ")", "—", "–"}:
            if (listed := _counted_list(sentence, index)) is not None:
                return listed
            opening = insert_start(sentence, index)
            if opening is not None and is_name_between(sentence, opening, index):
                apposed, first = list_before(sentence, index - 1)
                return Subject(actors=apposed, at=first)  # "its head, Ole Lind, met"
            if opening is None:
                return _coordinated_verb(sentence, index, steps)
            if added := list_added(sentence, opening + 1):
                found = subject_before(sentence, opening, steps)
                together = tuple(dict.fromkeys([*found.actors, *added]))
                return replace(found, actors=together) if found.actors else found
            index = opening - 1
        elif word in CONJUNCTIONS:
            if sentence.lower(index - 1) == ",":
                return _main_subject(sentence, index - 1, steps)
            return _coordinated_verb(sentence, index, steps)
        elif (relative := saying_inside(sentence, index)) is not None:
            return _from_relative(sentence, relative, steps)  # "Lund, who police said left"
        elif (named := before_tail(sentence, index)) != index:
            return _from_actor(sentence, named, steps)  # "Lund of Ohio condemned"
        else:
            return _from_noun(sentence, index)
    return NOBODY


def _counted_list(sentence: Sentence, closing: int) -> Subject | None:
    """Return those who are counted and then named: "two envoys, | Ole Lund and Ida Berg |, met"."""
    if not sentence.is_actor(closing - 1):
        return None
    named, first = list_before(sentence, closing - 1)
    head = sentence.items[first]
    counted = len(named) > 1 and head.actor not in named
    return Subject(actors=named, at=first) if counted else None


def _from_actor(sentence: Sentence, index: int, steps: int) -> Subject:
    """Return the actor as subject, unless it only belongs to a noun before it."""
    actors, first = list_before(sentence, index)
    if (kept := before_contrast(sentence, first)) != first:
        return _from_actor(sentence, kept, steps)  # "Kenya rather than Peru left"
    several, opening = find_those_whose(sentence, first)
    if len(several) > 1:
        return Subject(actors=several, at=opening, relative=True)
    if tells_whose(sentence, first):
        return NOBODY  # "a spokeswoman for Prime Minister Ole Lund"
    if steps > 0 and (told := find_postmodified(sentence, first)) is not None:
        return _from_actor(sentence, told, steps - 1)  # "| troops | guarding Peru left"
    verb = verb_before(sentence, first)
    if len(actors) > 1 and is_past_verb(sentence, verb):
        return Subject(actors=actors[-1:], at=index)  # "hit Peru and Norland condemned it"
    if (accused := accused_before(sentence, verb)) is not None:
        return replace(subject_before(sentence, accused, steps - 1), relative=False)
    clause = clause_of(sentence, verb)
    if clause is not None:
        return _past_object(sentence, clause, steps)
    before = sentence.skip(first - 1, DETERMINERS | ADVERBS, -1)
    if is_number(sentence, before) and sentence.lower(before - 1) in _AT_PLACES:
        before -= 1  # "protesters | in 21 | cities"
    before = _before_names(sentence, _before_title(sentence, first) or before)
    word = sentence.lower(before)
    if word in _TELLS_OF_NOUN:
        return _behind_preposition(sentence, before, index, actors, steps)
    return NOBODY if word in _PUTS_ASIDE else Subject(actors=actors, at=first)


def _before_title(sentence: Sentence, name: int) -> int | None:
    """Return the "of" before the title of whose people act: "guards | of | President Lund hit"."""
    if not sentence.items[name].person:
        return None
    before = title_start(sentence, name) - 1
    return before if sentence.lower(before) == "of" and sentence.is_actor(before - 1) else None


def _past_object(sentence: Sentence, opening: int, steps: int) -> Subject:
    """Return the subject before the clause at `opening`, at whose end an object stands.

    "The troops who attacked Peru were": the troops; "the plan to invade Peru was": nobody.
    """
    if sentence.lower(opening) in RELATIVES and steps > 0:
        return replace(_from_relative(sentence, opening, steps - 1), relative=False)
    return NOBODY


def _before_names(sentence: Sentence, index: int) -> int:
    """Return the item before names of nobody known that "and" joins: "in | Alby and Peru"."""
    at = index
    if sentence.lower(at) not in {"and", "or"}:
        return index
    while sentence.lower(at) in {"and", "or", ","}:
        at -= 1
        named = at
        while (item := sentence.item(at)) is not None and item.text[:1].isupper() and at > 0:
            at -= 1
        if at == named:
            return index
    return at if sentence.lower(at) in _AT_PLACES else index


def _behind_preposition(
    sentence: Sentence, preposition: int, index: int, actors: tuple[str, ...], steps: int
) -> Subject:
    """Return the subject of "troops from Kenya", "the leader of Peru, who", else of "in Kenya, X".

    A phrase that opens its clause ("with Kenya pulling back") has the actor as its subject.
    """
    head = sentence.item(preposition - 1)
    if head is None or head.text in {",", "“", '"', "("}:
        opens = sentence.lower(preposition) == "with"
        return Subject(actors=actors, at=index) if opens else NOBODY
    if head.kind == "actor" and not head.possessive:
        of_several = sentence.lower(preposition) == "of" and are_several(sentence, preposition - 1)
        if (sentence.lower(preposition) == "from" or of_several) and len(actors) > 1:
            return Subject(actors=actors, at=preposition - 1)  # "envoys from Kenya and Peru"
        return _from_actor(sentence, preposition - 1, steps)
    told = sentence.item(preposition - 2)
    named = told is not None and told.kind == "actor" and not told.possessive
    if named and is_agent_of_participle(sentence, preposition):
        return _from_actor(sentence, preposition - 2, steps)  # "rebels backed by Kenya left"
    if head.lower in AGENTS and sentence.lower(preposition) in {"of", "from"}:
        return Subject(actors=actors, at=preposition - 1)
    return NOBODY


def _from_relative(sentence: Sentence, index: int, steps: int) -> Subject:
    """Return who the relative pronoun at `index` stands for: the actor right before it."""
    at = index - 1
    if sentence.lower(at) in {"of", "in", "with", "by", "from", "to"}:
        return NOBODY
    while sentence.lower(at) == ",":
        at -= 1
    item = sentence.item(at)
    if item is not None and item.kind == "actor" and not item.possessive:
        actors, first = list_before(sentence, at)
        if (kept := before_contrast(sentence, first)) != first:
            actors, first = list_before(sentence, kept)  # "It was Kenya, not Peru, that left"
        if _is_place_of_somebody(sentence, first) or _is_owned_by(sentence, first, index):
            return NOBODY
        whole = len(actors) > 1 and _opens_with_list(sentence, first, index)
        told = actors if whole else actors[-1:]
        return Subject(actors=told, relative=not is_cleft(sentence, at), at=first)
    if sentence.lower(index) == "that" or steps <= 0:
        return NOBODY
    return Subject(relative=True, at=index)


def _opens_with_list(sentence: Sentence, first: int, relative: int) -> bool:
    """Return whether several open the sentence, who all did it: "Kenya and Peru, which | met |".

    A verb in "-s" or "has" would be of the last one: "Kenya and Peru, which has left".
    """
    opens = sentence.skip(first - 1, DETERMINERS, -1) < 0
    verb = sentence.lower(relative + 1)
    one = verb in {"has", "is", "was", "does"} or any(
        form.kind == "s" for form in load_triggers().get(verb, ())
    )
    return opens and sentence.lower(relative - 1) == "," and not one


def _is_owned_by(sentence: Sentence, first: int, relative: int) -> bool:
    """Return whether "which" may be the noun's that the actor owns: "the fall of Kenya, which".

    So it may be the noun's that is for him: "visas for Peruvians, which".
    """
    at = verb_before(sentence, first)
    return sentence.lower(relative) == "which" and sentence.lower(at) in {"of", "for"}


def _is_place_of_somebody(sentence: Sentence, first: int) -> bool:
    """Return whether the actor at `first` is where somebody is: "someone in the Kremlin who"."""
    at = sentence.skip(first - 1, DETERMINERS, -1)
    return sentence.lower(at) in _AT_PLACES and sentence.lower(at - 1) in _ANYBODY


def _from_noun(sentence: Sentence, index: int) -> Subject:
    """Return who owns the common noun before the verb, if it acts for its owner: "Peru's navy".

    So does the state by whose adjective it is called: "a | Kenyan | coast guard ship".
    """
    if sentence.lower(index) not in AGENTS | _CRAFT:
        return NOBODY
    for at in range(index - 1, max(-1, index - 5), -1):
        item = sentence.items[at]
        if item.lower in _OWNED_BY:
            return Subject(pronoun=item, at=at)
        if item.of_state is not None and _opens_phrase(sentence, at):
            return Subject(actors=(item.of_state,), at=at)
        if item.kind == "actor":
            actors, first = list_before(sentence, at)
            return Subject(actors=actors, at=first)
        if item.kind != "word" or item.lower in PREPOSITIONS or item.lower in SUBORDINATORS:
            break
    return NOBODY


def _opens_phrase(sentence: Sentence, at: int) -> bool:
    """Return whether an adjective opens its clause: "two | Kenyan | ships", "| Kenyan | ships"."""
    before = sentence.skip(at - 1, PLAIN_DETERMINERS, -1)
    before -= is_number(sentence, before)
    item = sentence.item(before)
    return item is None or item.kind == "mark" or item.lower in _BEFORE_PHRASE


def subject_of_participle(sentence: Sentence, comma: int) -> Subject:
    """Return who does what a participle behind a comma tells: "rebels hit the envoys, killing".

    It is the subject of the verb before, or who stands right there: "said Lund, urging Peru".
    """
    if sentence.is_actor(comma - 1):
        before = sentence.item(verb_before(sentence, comma - 1))
        if before is None or before.kind == "mark" or before.lower in SAYINGS:
            return NOBODY
    return subject_of_clause(sentence, comma)


def subject_of_clause(sentence: Sentence, index: int) -> Subject:
    """Return the subject of the last verb before item `index`."""
    return _coordinated_verb(sentence, index, _MOST_STEPS)


def _coordinated_verb(sentence: Sentence, index: int, steps: int) -> Subject:
    """Return the subject of the verb before "and": "Kenya seized the port and shelled the town".

    Right before "and" it may be a participle: "the hundreds killed and wounded".
    """
    if steps <= 0:
        return NOBODY
    for at in range(index - 1, max(-1, index - _LONGEST), -1):
        word = sentence.lower(at)
        if breaks_off(sentence, at):
            return NOBODY
        if word in SUBORDINATORS and word != "that":
            return NOBODY
        if is_past(word) and sentence.lower(at - 1) in STRIKING:
            return NOBODY
        if is_past(word) and sentence.lower(at + 1) == "by" and sentence.is_actor(at - 1):
            continue  # "shot down drones | fired | by Kenya and will"
        joined = at == index - 1 and is_past(word) and sentence.lower(index) in CONJUNCTIONS
        if joined or is_verb_like(sentence, at) or _is_behind_aside(sentence, at):
            if word in STATING and opens_content(sentence, at + 1):
                return NOBODY  # "said the blast was strong and destroyed"
            if (relative := saying_inside(sentence, at)) is not None:
                return _from_relative(sentence, relative, steps)
            start = at
            while sentence.lower(start - 1) in AUXILIARIES | ADVERBS | NOT | {"either"}:
                start -= 1
            return subject_before(sentence, start, steps - 1)
    return NOBODY


def _is_behind_aside(sentence: Sentence, at: int) -> bool:
    """Return whether the main verb stands behind an aside: "Kenya, which borders it, | left |".

    So it does behind a name: "the firm, Norcoal, | denies | it and".
    """
    if sentence.lower(at - 1) != "," or not sentence.lower(at).isalpha():
        return False
    opening = insert_start(sentence, at - 1)
    if opening is None:
        return False
    if opening == at - 3 and sentence.is_actor(at - 2) and _tells(sentence.lower(at)):
        return True
    return is_past(sentence.lower(at)) and sentence.lower(opening + 1) in _OPENS_ASIDE


def _tells(word: str) -> bool:
    """Return whether it is a verb of saying, or one in "-s" that tells an act: "said", "denies"."""
    return word in SAYINGS or any(form.kind == "s" for form in load_triggers().get(word, ()))


def _main_subject(sentence: Sentence, end: int, steps: int) -> Subject:
    """Return the subject of the sentence's first verb, which ", but" goes back to."""
    if steps <= 0:
        return NOBODY
    for at in range(max(0, end - 2 * _LONGEST), end):
        if sentence.items[at].text in {";", ":"}:
            return NOBODY
        if sentence.lower(at) in SUBORDINATORS:
            if at < _FRONT and sentence.lower(at) in _FRONTING:
                return _behind_fronted(sentence, at, end, steps)
            return _past_aside(sentence, end, steps)
        if is_said_by_unknown(sentence, at):
            return NOBODY
        if is_verb_like(sentence, at) or _is_behind_aside(sentence, at):
            found = subject_before(sentence, at, steps - 1)
            if found.actors or found.pronoun:
                return found
    return NOBODY


def _past_aside(sentence: Sentence, end: int, steps: int) -> Subject:
    """Return the subject that ", and" goes back to past a clause of time.

    So in "| Kenya | left one day before Peru was attacked, and rejected".
    """
    found = _coordinated_verb(sentence, end, steps)
    opening = verb_before(sentence, found.at)
    if found.at < 0 or opening < _FRONT or sentence.lower(opening) not in _FRONTING:
        return found
    return _coordinated_verb(sentence, opening, steps)


def _behind_fronted(sentence: Sentence, opening: int, end: int, steps: int) -> Subject:
    """Return the subject of the clause that follows a fronted one: "After Lund spoke, | Peru |"."""
    comma = next((at for at in range(opening, end) if sentence.lower(at) == ","), None)
    if comma is None:
        return _coordinated_verb(sentence, end, steps)
    if sentence.lower(comma + 1) in _INSERTED and sentence.lower(comma + 2) == ",":
        comma += 2
    at = name_behind(sentence, comma + 1)
    if sentence.is_actor(at) and not sentence.items[at].possessive:
        return Subject(actors=list_behind(sentence, at), at=at)
    found = _coordinated_verb(sentence, end, steps)
    return found if found.at > comma else NOBODY
