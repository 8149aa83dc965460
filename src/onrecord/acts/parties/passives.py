"""Tell a passive that shows no auxiliary, and whose its subject is: "troops held in Peru were"."""

from onrecord.acts.grammar.groups import Group
from onrecord.acts.grammar.lists import is_counted, is_number, list_before
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    HAVE,
    OWNERS,
    PAST_FORMS,
    PLAIN_DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SAYINGS,
    SUBORDINATORS,
    is_past,
)
from onrecord.acts.lexicon import HARMFUL, Trigger
from onrecord.acts.parties.antecedents import opens_object_relative
from onrecord.acts.parties.insertions import breaks_off
from onrecord.acts.parties.noun_sides import owned_by_victim
from onrecord.acts.parties.objects import WORDS
from onrecord.acts.parties.verbs import verb_before

# Forms of verbs that have an object, so that those before one without any are it.
_WITH_OBJECT = frozenset(
    "abducted arrested assassinated banned captured caught convicted deployed deported detained "
    "dismissed evicted executed exiled expelled extradited freed held imprisoned indicted injured "
    "jailed killed kidnapped murdered ousted poisoned released sanctioned seized sent sentenced "
    "shot stabbed tortured wounded".split()
)
# Of these nobody tells without saying whom: who stands alone with one has suffered it.
_NEVER_ALONE = frozenset(
    "abducted arrested assassinated beheaded deported detained hospitalised hospitalized "
    "imprisoned injured jailed kidnapped killed maimed massacred murdered slain wounded".split()
)
_TO_DATE = 3  # items from a verb to a date before its object: "killed | on Monday | ten men"
_NO_NOUNS = DETERMINERS | PREPOSITIONS | CONJUNCTIONS
_NO_OBJECT = frozenset(
    "in at by near outside inside during on from for since when while as after before because and "
    "or but".split()
)
DONE_TO = frozenset({"COERCE", "SANCTION", "ASSAULT", "ACCUSE"})
"""What a passive tells is done to its subject ("was arrested and deported"): troops that "are sent"
move, and "was freed and resigned" goes on otherwise."""
_NOT_OBJECT = PREPOSITIONS | SUBORDINATORS | CONJUNCTIONS | SAYINGS | {"", ","}
_BEHIND_PARTICIPLE = frozenset("in at by to from on for since during".split())
_HARMED = frozenset("injured wounded hurt".split())
_AT = frozenset("at in by during when while as before after near outside".split())
# What those who are held do: "journalists held in Kenya | plead | for help".
_ASKING = frozenset("call ask plead appeal beg urge say tell describe await remain face".split())
_OFFENCES = frozenset("suspicion charges accusations allegations".split())
_COUNTED = 4  # items from those counted to their number: "ten Kenyan aid workers"
_ROUGHLY = frozenset("at least most more fewer less than about around some nearly over".split())
_CLOSING = frozenset(". ;".split())
_JOINTS = frozenset({"and", "or"})
_LONGEST = 40  # items between a passive and its subject
_OWNED = 5  # items from a participle to whose it is: "his press card | seized"
_LONGEST_TAIL = 14  # items behind a participle to the verb of those it tells of
_BEHIND_PASSIVE = frozenset("over after as by for amid during".split())
_NAMING_WHOM = frozenset(
    "accused acquitted blamed blasted charged cleared condemned criticised criticized denounced "
    "exonerated honored honoured impeached indicted mocked pardoned praised prosecuted rebuked "
    "slammed sued".split()
)
_FREED = frozenset({"freed", "released"})  # "Hostages freed in Oru"
_CAUSING = frozenset(
    "get gets got getting have had having want wants wanted wanting see seeing".split()
)


def lacks_was(sentence: Sentence, group: Group, trigger: Trigger) -> bool:
    """Return whether a headline leaves "was" out: "Kenyan minister jailed over bribes".

    Who blames or clears somebody tells whom: "Lund sued over the dam", "Lund acquitted of fraud".
    """
    if not sentence.headline or not group.bare or group.kind not in {"past", "participle"}:
        return False
    after = sentence.item(group.last)
    alone = after is None or after.kind in {"mark", "timex"}
    if sentence.lower(group.verb) in _NAMING_WHOM:
        near = {
            sentence.lower(group.last - 1),
            sentence.lower(group.last),
        }  # "cleared of", "sued in"
        known = not _is_small_noun(sentence, group.first - 1)
        charged = sentence.lower(group.verb) != "charged" or "with" in near
        return known and charged and (alone or bool(PREPOSITIONS & near))
    whom = sentence.lower(group.verb) in _WITH_OBJECT  # "shot in Oru", but "shot at the police"
    behind = PREPOSITIONS - {"at"} if whom else _BEHIND_PASSIVE
    done_to = trigger.type in HARMFUL or sentence.lower(group.verb) in _FREED
    return done_to and (alone or sentence.lower(group.last) in behind)


def _is_small_noun(sentence: Sentence, at: int) -> bool:
    """Return whether a word that is nobody known stands there: "a Norcoal | hopeful | charged"."""
    item = sentence.item(at)
    return item is not None and item.kind == "word" and not item.lower.endswith("ly")


def is_reduced_relative(sentence: Sentence, first: int, last: int) -> bool:
    """Return whether the past form at items `first` to `last` tells what was done to those before.

    It has no object, and their own verb follows ("fighters held at the port | can | leave"), or
    what else was done to them then: "troops killed while held by Peru".
    """
    before, after = sentence.item(first - 1), sentence.item(last)
    if sentence.lower(last - 1) not in _WITH_OBJECT or before is None or after is None:
        return False
    if before.actor is None or before.possessive:
        return False
    if after.lower in {"while", "when"}:
        return is_past(sentence.lower(last + 1)) or sentence.lower(last + 1).endswith("ing")
    if after.kind != "timex" and after.lower not in _BEHIND_PARTICIPLE:
        return False
    if after.lower == "for" and sentence.lower(last + 1).endswith("ing"):
        return True  # "a Peruvian arrested for beating Lund"
    if after.lower == "on" and sentence.lower(last + 1) in _OFFENCES:
        return True
    if sentence.lower(last + 1) in {"least", "most", "to"}:
        return False  # "Kenya held at least ten"
    clause = verb_before(sentence, first - 1)
    if _is_verb_of_object(sentence, clause):
        return True
    if sentence.lower(first - 2) in PLAIN_DETERMINERS and sentence.lower(clause) not in _NOT_OBJECT:
        return False  # "the men the police held in May were"
    if opens_object_relative(sentence, first - 1):
        return False  # "the men whom police held in May were"
    for at in range(last + 1, min(len(sentence.items), last + _LONGEST_TAIL)):
        word = sentence.lower(at)
        if breaks_off(sentence, at) or word in SUBORDINATORS | RELATIVES | CONJUNCTIONS:
            return False
        if _is_main_verb(sentence, at):
            return sentence.lower(at - 1) not in DETERMINERS
    return False


def is_apposed_participle(sentence: Sentence, first: int, last: int) -> bool:
    """Return whether a comma parts the past form from whom it was done to: "Lund, | jailed | in".

    It has no object: "Kenya raided the house of Lund, | held | him in Oru".
    """
    bare = sentence.lower(last - 1) in _WITH_OBJECT and last == first + 1
    if not bare or sentence.lower(first - 1) != "," or not sentence.is_actor(first - 2):
        return False
    if sentence.items[first - 2].possessive:
        return False
    after, behind = sentence.item(last), sentence.item(last + 1)
    if after is None or after.kind == "timex" or after.text in _CLOSING:
        return after is not None
    dated = behind is not None and behind.kind == "timex"
    when = after.lower in {"in", "since", "during"}
    return when or (dated and after.lower in _BEHIND_PARTICIPLE)


def _is_verb_of_object(sentence: Sentence, at: int) -> bool:
    """Return whether those told of are the object of the verb before: "| freed | a priest"."""
    word = sentence.lower(at)
    past = is_past(word) and word not in SAYINGS and sentence.lower(at - 1) not in SUBORDINATORS
    return past or sentence.lower(at - 1) == "to"


def _is_main_verb(sentence: Sentence, at: int) -> bool:
    """Return whether the word behind a participle is the verb of those that it tells of."""
    word, after = sentence.lower(at), sentence.item(at + 1)
    if word in AUXILIARIES:
        return sentence.items[at].text != "May"
    if word in _ASKING:
        return True
    plain = after is not None and (after.kind == "actor" or after.lower in DETERMINERS | {"for"})
    past = word in PAST_FORMS or (is_past(word) and plain)
    return past and sentence.lower(at - 1) != ","


def is_harmed(sentence: Sentence, first: int, last: int) -> bool:
    """Return whether those before are hurt: "ten were killed and two Kenyans | injured | in Oru".

    Who hurts somebody has an object: "wounded at least ten".
    """
    after = sentence.item(last)
    behind = after is None or after.lower in _AT or after.text in {".", ";", ","}
    counted = sentence.lower(last + 1) in {"least", "most"}
    return sentence.lower(first) in _HARMED and last == first + 1 and behind and not counted


def lacks_object(sentence: Sentence, first: int, last: int) -> bool:
    """Return whether it befell those before, since no object stands behind: "relatives of the men
    | killed | and said"."""
    before, after = sentence.lower(first - 1), sentence.item(last)
    if sentence.lower(first) not in _NEVER_ALONE or last != first + 1:
        return False
    if not (sentence.is_actor(first - 1) or before in {"those", "others"}):
        return False
    if opens_object_relative(sentence, first - 1):
        return False
    if after is None or after.text in _CLOSING:
        return True
    if after.text == "," or after.lower in {"and", "or"}:
        return not is_past(sentence.lower(last + 1)) or sentence.lower(last + 1) in SAYINGS
    plain = after.kind == "timex" or after.lower in _NO_OBJECT | AUXILIARIES
    counted = sentence.lower(last + 1) in {"least", "most"}
    return plain and not counted and not _has_object_behind_date(sentence, last)


def _has_object_behind_date(sentence: Sentence, last: int) -> bool:
    """Return whether an object stands behind a date: "killed on Monday | ten | men".

    So in "detained for a week | two | men", and not in "killed in two raids".
    """
    for at in range(last, last + _TO_DATE):
        behind = sentence.item(at + 1)
        if behind is None:
            return False
        counted = is_number(sentence, at + 1)
        if _is_timex(sentence, at):
            return behind.kind == "actor" or counted or behind.lower in DETERMINERS | {"at"}
        noun = sentence.items[at].kind == "word" and sentence.items[at].lower not in _NO_NOUNS
        if counted and noun:
            return True
    return False


def _is_timex(sentence: Sentence, at: int) -> bool:
    item = sentence.item(at)
    return item is not None and item.kind == "timex"


def is_counted_sufferer(sentence: Sentence, first: int, last: int) -> bool:
    """Return whether it befell those counted at the head of a clause: "200 people | killed | in".

    So in "Kenya says at least 200 | killed | in a raid".
    """
    after = sentence.lower(last)
    if sentence.lower(first) not in _WITH_OBJECT or last != first + 1 or after not in _AT:
        return False
    at = first - 1
    while first - at < _COUNTED and not is_counted(sentence, at):
        item = sentence.item(at)
        if item is None or item.kind in {"mark", "timex"}:
            return False
        if item.kind == "word" and item.lower in _NOT_OBJECT:
            return False
        at -= 1
    opening = sentence.item(sentence.skip(at - 1, _ROUGHLY, -1))
    told = opening is None or opening.kind == "mark" or opening.lower in SAYINGS | {"that"}
    return is_counted(sentence, at) and told


def is_joined_participle(sentence: Sentence, first: int, last: int) -> bool:
    """Return whether it is one of two participles without an object: "| killed | and wounded in".

    Who "shot and killed Peru" has one.
    """
    other = last + 1 if sentence.lower(last) in _JOINTS else first - 2
    if other < first and sentence.lower(first - 1) not in _JOINTS:
        return False
    lead = min(first, other) - 1
    if sentence.is_actor(lead) and opens_object_relative(sentence, lead):
        return False  # "Lund, whom Kenya arrested and deported in May"
    both = {sentence.lower(last - 1), sentence.lower(other)} <= _WITH_OBJECT
    return both and sentence.lower(max(last, other + 1)) in _BEHIND_PARTICIPLE


def is_caused(sentence: Sentence, group: Group) -> bool:
    """Return whether somebody wants it done to who stands before: "to get Kenya's crew | freed"."""
    at = group.first - 1
    after = sentence.item(group.last)
    ends = after is None or after.kind in {"mark", "timex"} or after.lower in PREPOSITIONS
    if not ends or not sentence.is_actor(at) or sentence.items[at].possessive:
        return False
    at -= 1
    while sentence.lower(at) in PLAIN_DETERMINERS or is_number(sentence, at):
        at -= 1
    return sentence.lower(at) in _CAUSING and not sentence.question


def find_robbed(sentence: Sentence, group: Group) -> int | None:
    """Return the "had" of whose own has something done to it: "Lund | had | his post seized"."""
    if not group.bare or group.kind not in {"past", "participle"}:
        return None
    for at in range(group.first - 1, max(0, group.first - _OWNED), -1):
        item = sentence.items[at]
        if item.lower in OWNERS:
            return at - 1 if sentence.lower(at - 1) in HAVE else None
        if item.kind != "word" or item.lower in PREPOSITIONS | AUXILIARIES:
            return None
    return None


def whose_subject(sentence: Sentence, group: Group, *, words: bool) -> tuple[str, ...]:
    """Return whose the subject of a passive is: "Kenya's plan to invade Peru was condemned".

    With `words` it is what somebody said, and may be "of" him: "the demand of Peru was rejected";
    who suffers something does not answer for it: "Mr Lund's arrest was condemned".
    """
    start = group.first
    while start > max(0, group.first - _LONGEST) and not _opens_clause(sentence, start - 1):
        start -= 1
    start = sentence.skip(start, DETERMINERS)
    links = {"by", "from", "of"} if words else {"by"}
    for at in range(start, min(start + 5, group.first)):
        item = sentence.items[at]
        if item.kind == "actor":
            if any(owned_by_victim(sentence, k, k + 1) for k in range(at + 1, at + 4)):
                return ()
            owner = item.possessive or (words and _says(sentence, at + 1))
            linked = sentence.lower(verb_before(sentence, at)) in links
            return list_before(sentence, at)[0] if owner or linked else ()
        if item.lower in PREPOSITIONS and item.lower not in links:
            return ()
    return ()


def _says(sentence: Sentence, noun: int) -> bool:
    """Return whether the noun is one of what is said: "a Peruvian | demand |"."""
    return sentence.lower(noun).removesuffix("s") in WORDS


def _opens_clause(sentence: Sentence, at: int) -> bool:
    return sentence.items[at].kind == "mark" or sentence.lower(at) in SUBORDINATORS | CONJUNCTIONS
