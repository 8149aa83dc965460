"""Find who a verb's subject is, by walking left from its group over what may stand between."""

import re
from dataclasses import dataclass, replace

from onrecord.acts.grammar.contrasts import before_contrast, list_added
from onrecord.acts.grammar.expletives import is_cleft
from onrecord.acts.grammar.groups import Group
from onrecord.acts.grammar.items import Item
from onrecord.acts.grammar.lists import (
    ARTICLES,
    before_tail,
    ends_title,
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
    COURTESY,
    DETERMINERS,
    NOT,
    PAST_FORMS,
    PREPOSITIONS,
    QUOTATION_MARKS,
    RELATIVES,
    SAYINGS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    is_past,
)
from onrecord.acts.parties.agents import is_agent_of_participle
from onrecord.text import inflect

_LONGEST = 40  # items between verb and subject
_LONGEST_INSERT = 30
_FRONT = 4  # items before a clause that is fronted: "just hours | before | Kenya left,"
_FRONTING = frozenset(
    "before after as when while once since until if although though because".split()
)
STRIKING = frozenset(
    "blast blasts explosion explosions bomb bombs fire fires gunfire shell shells shots bullet "
    "bullets quake storm".split()
)
"""What strikes without anybody who is named: "twin | blasts | ripped through the hall"."""
# Behind these a clause is told, and no thing: "said | the blast was strong |".
_STATING = frozenset(
    form for verb in "add believe insist argue".split() for form, _kind in inflect(verb, "")
) | frozenset("say says said saying think thinks thought thinking".split())
_INSERTED = frozenset("however though meanwhile then".split())
_MOST_STEPS = 3  # verbs followed back: "agreed to stop and withdrew"
_OWNED_BY = frozenset("its their our".split())
_SUBJECT_BREAKS = frozenset("; : . ! ?".split())

_BLAMED = frozenset(
    "accused acquitted arrested blamed charged cleared condemned convicted detained fined guilty "
    "held imprisoned indicted jailed punished sentenced sought suspected tried wanted".split()
)
BLAMED_WITH = frozenset("of with for in".split())
"""What stands before the deed that somebody is blamed with: "accused | of | killing"."""
_AT_PLACES = frozenset("in at near across from".split())
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
        elif word in SUBJECT_PRONOUNS:
            return Subject(pronoun=item, at=index)
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
        elif _is_age(sentence, index):
            index -= 2  # "Ida Berg, 19, a student, | was arrested"
        elif item.text in {",", ")", "—", "–"}:
            if (listed := _counted_list(sentence, index)) is not None:
                return listed
            opening = _insert_start(sentence, index)
            if opening is not None and _is_name(sentence, opening, index):
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
        elif (named := before_tail(sentence, index)) != index:
            return _from_actor(sentence, named, steps)  # "Lund of Ohio condemned"
        else:
            return _from_noun(sentence, index)
    return NOBODY


def _is_name(sentence: Sentence, opening: int, closing: int) -> bool:
    """Return whether nothing but a person's name stands between two commas."""
    name = sentence.items[closing - 1]
    title = COURTESY | {"."}
    return (
        sentence.items[closing].text == ","
        and name.person
        and name.actor is not None
        and all(sentence.lower(at) in title for at in range(opening + 1, closing - 1))
    )


def _counted_list(sentence: Sentence, closing: int) -> Subject | None:
    """Return those who are counted and then named: "two envoys, | Ole Lund and Ida Berg |, met"."""
    if not sentence.is_actor(closing - 1):
        return None
    named, first = list_before(sentence, closing - 1)
    head = sentence.items[first]
    counted = len(named) > 1 and head.actor not in named
    return Subject(actors=named, at=first) if counted else None


def _is_age(sentence: Sentence, index: int) -> bool:
    """Return whether the item is an age between commas behind a person's name."""
    named = sentence.item(index - 2)
    return (
        re.fullmatch(r"[1-9]\d", sentence.items[index].text) is not None
        and sentence.lower(index - 1) == sentence.lower(index + 1) == ","
        and named is not None
        and named.person
    )


def _from_actor(sentence: Sentence, index: int, steps: int) -> Subject:
    """Return the actor as subject, unless it only belongs to a noun before it."""
    actors, first = list_before(sentence, index)
    if (kept := before_contrast(sentence, first)) != first:
        return _from_actor(sentence, kept, steps)  # "Kenya rather than Peru left"
    if tells_whose(sentence, first):
        return NOBODY  # "a spokeswoman for Prime Minister Ole Lund"
    verb = verb_before(sentence, first)
    if len(actors) > 1 and _is_past_verb(sentence, verb):
        return Subject(actors=actors[-1:], at=index)  # "hit Peru and Norland condemned it"
    if (accused := _accused_before(sentence, verb)) is not None:
        return replace(subject_before(sentence, accused, steps - 1), relative=False)
    clause = _clause_of(sentence, verb)
    if clause is not None:
        return _past_object(sentence, clause, steps)
    before = sentence.skip(first - 1, DETERMINERS | ADVERBS, -1)
    before = _before_names(sentence, before)
    word = sentence.lower(before)
    if word in {"of", "from", "in", "with", "to", "for", "on", "at", "by", "against", "near"}:
        return _behind_preposition(sentence, before, index, actors, steps)
    if word in {
        "between",
        "among",
        "including",
        "except",
        "besides",
        "than",
        "over",
        "about",
        "like",
    }:
        return NOBODY
    return Subject(actors=actors, at=first)


def _accused_before(sentence: Sentence, gerund: int) -> int | None:
    """Return where "accused" stands, where the item tells of what: "accused of | killing | Lund".

    Who "was arrested" behind it is the accused, not the victim.
    """
    while is_number(sentence, gerund):
        gerund -= 1
    told = sentence.lower(gerund).endswith("ing") and sentence.lower(gerund - 1) in BLAMED_WITH
    at = gerund - 2
    if not told or sentence.lower(at) not in _BLAMED:
        return None
    while sentence.lower(at - 1) in AUXILIARIES:
        at -= 1
    return at


def verb_before(sentence: Sentence, first: int) -> int:
    """Return where the verb stands whose object starts at `first`, if it is one."""
    return sentence.skip(title_start(sentence, first) - 1, ARTICLES, -1)


def _is_past_verb(sentence: Sentence, at: int) -> bool:
    """Return whether a past form with a subject before it stands here, and no verb of saying."""
    word, before = sentence.lower(at), sentence.item(at - 1)
    past = is_past(word)
    return past and before is not None and before.kind != "mark" and word not in SAYINGS


def _clause_of(sentence: Sentence, verb: int) -> int | None:
    """Return the "to" or relative pronoun of the verb at `verb`: "the plan | to | invade Peru"."""
    word = sentence.lower(verb)
    if not word.isalpha() or word in SAYINGS | DETERMINERS | PREPOSITIONS | AUXILIARIES:
        return None
    at = sentence.skip(verb - 1, AUXILIARIES | ADVERBS, -1)
    if sentence.lower(at) == "to" and at == verb - 1:
        return at
    past = word in PAST_FORMS or word.endswith(("ed", "s"))
    return at if past and sentence.lower(at) in RELATIVES else None


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
        opens = sentence.lower(preposition) in {"with", "of", "by", "from"}
        return (
            Subject(actors=actors, at=index)
            if opens and sentence.lower(preposition) == "with"
            else NOBODY
        )
    if head.kind == "actor" and not head.possessive:
        if sentence.lower(preposition) == "from" and len(actors) > 1:
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
        return Subject(actors=actors[-1:], relative=not is_cleft(sentence, at), at=first)
    if sentence.lower(index) == "that" or steps <= 0:
        return NOBODY
    return Subject(relative=True, at=index)


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
    """Return who owns the common noun before the verb, if it acts for its owner: "Peru's navy"."""
    if sentence.lower(index) not in AGENTS:
        return NOBODY
    for at in range(index - 1, max(-1, index - 5), -1):
        item = sentence.items[at]
        if item.lower in _OWNED_BY:
            return Subject(pronoun=item, at=at)
        if item.kind == "actor":
            actors, first = list_before(sentence, at)
            return Subject(actors=actors, at=first)
        if item.kind != "word" or item.lower in PREPOSITIONS or item.lower in SUBORDINATORS:
            break
    return NOBODY


def _insert_start(sentence: Sentence, closing: int) -> int | None:
    """Return where the insertion that ends at `closing` starts: ", who was ill," "(Jan 3)"."""
    pairs = {")": "(", ",": ",", "—": "—", "–": "–"}
    wanted = pairs[sentence.items[closing].text]
    for at in range(closing - 1, max(-1, closing - _LONGEST_INSERT), -1):
        if sentence.items[at].text == wanted:
            return at
        if breaks_off(sentence, at):
            return None
    return None


def breaks_off(sentence: Sentence, at: int) -> bool:
    """Return whether a clause ends at the mark here, which the dot of "Mr." does not."""
    return sentence.items[at].text in _SUBJECT_BREAKS and not ends_title(sentence, at)


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
        joined = at == index - 1 and is_past(word) and sentence.lower(index) in CONJUNCTIONS
        if joined or _verb_like(sentence, at):
            if word in _STATING and _opens_content(sentence, at + 1):
                return NOBODY  # "said the blast was strong and destroyed"
            start = at
            while sentence.lower(start - 1) in AUXILIARIES | ADVERBS | NOT | {"either"}:
                start -= 1
            found = subject_before(sentence, start, steps - 1)
            return replace(found, relative=found.relative)
    return NOBODY


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
        if _is_said_by_unknown(sentence, at):
            return NOBODY
        if _verb_like(sentence, at):
            found = subject_before(sentence, at, steps - 1)
            if found.actors or found.pronoun:
                return found
    return NOBODY


def _is_said_by_unknown(sentence: Sentence, at: int) -> bool:
    """Return whether a noun that is nobody known says something: "the editorial | said | Peru"."""
    noun = sentence.item(at - 1)
    plain = noun is not None and noun.kind == "word" and noun.text.islower()
    named = plain and sentence.lower(at - 2) in ARTICLES
    return named and sentence.lower(at) in _STATING and _opens_content(sentence, at + 1)


def _past_aside(sentence: Sentence, end: int, steps: int) -> Subject:
    """Return the subject that ", and" goes back to past a clause of time.

    So in "| Kenya | left one day before Peru was attacked, and rejected".
    """
    found = _coordinated_verb(sentence, end, steps)
    opening = verb_before(sentence, found.at)
    if found.at < 0 or opening < _FRONT or sentence.lower(opening) not in _FRONTING:
        return found
    return _coordinated_verb(sentence, opening, steps)


def _opens_content(sentence: Sentence, at: int) -> bool:
    """Return whether a clause with its own subject may begin here: "said | the blast was"."""
    at += sentence.lower(at) == "that"
    return sentence.is_actor(at) or sentence.lower(at) in ARTICLES


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


def _verb_like(sentence: Sentence, index: int) -> bool:
    """Return whether the item looks like a finite verb: its subject stands right before it."""
    word = sentence.lower(index)
    if word in AUXILIARIES:
        return True
    before = sentence.item(index - 1)
    if before is None or not word or not word.isalpha():
        return False
    after_subject = (
        (before.kind == "actor" and not before.possessive)
        or before.lower in SUBJECT_PRONOUNS
        or before.lower in {"who", "which"}
        or before.lower in AUXILIARIES | {"neither", "either"}
        or before.kind == "timex"
        or (before.lower == "first" and sentence.is_actor(index - 2))
        or (before.lower.endswith("ly") and len(before.lower) > 4)
    )
    return after_subject and (word.endswith(("ed", "s")) or word in PAST_FORMS)
