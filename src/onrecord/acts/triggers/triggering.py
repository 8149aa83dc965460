"""Find the triggers in a sentence: forms of the table that are the right part of speech."""

from collections.abc import Mapping, Sequence

from onrecord.acts.grammar.groups import Group
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    ORDINALS,
    OWNERS,
    PAST_FORMS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    WILL,
)
from onrecord.acts.lexicon import Form, load_triggers
from onrecord.acts.triggers.parted import parted_form
from onrecord.text.wordclasses import PRESENT_VERBS

_ADJECTIVE_ENDINGS = ("ian", "ish", "ese", "ean", "ic", "ch", "can", "san", "i", "yan", "nan")
_BEHIND_NOUN = (
    PREPOSITIONS | AUXILIARIES | ADVERBS | DETERMINERS | SUBORDINATORS | RELATIVES | CONJUNCTIONS
) | frozenset(
    "outside inside beside opposite aboard atop to overnight early late abroad nearby alone "
    "worldwide nationwide".split()
)
_ADJECTIVES = frozenset("clear strong firm full new old long common joint big small bold".split())
_RESTING = frozenset("rest rests lie lies fall falls hinge hinges depend depends".split())
_ADJECTIVAL = ("al", "ful", "ive", "ous", "ic", "less", "able", "ible")
_BEHIND_MEETING = frozenset("of in by at with between from".split())
_OPENS_RELATIVE = RELATIVES | {"what"}
_IS = frozenset("is are was were be been am".split())
# How an adjective ends before a noun that has the form of a verb.
_LIKE = ("ing", "ed", "al", "ic", "ive", "ous", "ense", "reat", "ew")
# "close ties": an adjective.
_CLOSE = frozenset(
    "ties collaboration cooperation co-operation relations relationship links contact contacts "
    "ally allies friend friends aide aides partner partners family watch look attention".split()
)
# Verbs in their base form that go with "back" and "down".
_WITH_PARTICLE = frozenset(
    "walk dial call claw beat draw hand roll pull push scale cut hold bring come go give turn "
    "get take step fight hit shoot put lay set break shut close track hunt calm send wind slow "
    "tone strike".split()
)
# Behind one of these and an actor stands a verb without ending.
_BEFORE_BARE = AUXILIARIES | frozenset(
    "and or let lets letting make makes made making help helps helped helping see sees saw seen "
    "watch watched hear heard".split()
)
_OPENING = OWNERS | frozenset("the a an this these those".split())
_COUNTING = frozenset("single one two three four five six seven eight nine ten".split())
_BEFORE_PAST = BE | HAVE | {"he", "she", "it", "who", "which"}


def form_at(
    sentence: Sentence, index: int, triggers: Mapping[str, tuple[Form, ...]]
) -> Form | None:
    """Return the longest form at `index` that is the right part of speech here."""
    if sentence.items[index].kind != "word":
        return None
    forms = [
        form
        for form in triggers.get(sentence.lower(index), ())
        if all(sentence.lower(index + k) == word for k, word in enumerate(form.words))
    ]
    if not forms and (parted := parted_form(sentence, index, triggers)) is not None:
        forms = [parted]
    if not forms:
        return None
    if len({form.trigger.verb for form in forms}) < 2:
        form = _tense_of(sentence, index, forms)
        other = _is_nominal(sentence, index, form) or _is_verbal(sentence, index, form)
        return None if other else form
    if sentence.lower(index - 1) == "to" and any(form.kind == "base" for form in forms):
        return next(form for form in forms if form.kind == "base")
    noun = _is_noun(sentence, index, index + len(forms[0].words), forms[0])
    return next(form for form in forms if form.trigger.verb != noun)


def _tense_of(sentence: Sentence, index: int, forms: Sequence[Form]) -> Form:
    """Return the form that a word has which is base and past alike: "has | quit |", "he | quit |".

    Where nothing tells, it is the first, the base.
    """
    at = sentence.skip(index - 1, ADVERBS, -1)
    before = sentence.item(at)
    if before is None:
        return forms[0]
    owner = before.possessive or _is_plural(before.text)
    told = (before.kind == "actor" and not owner) or before.lower in _BEFORE_PAST
    past = (form for form in forms if form.kind in {"past", "participle", "tense"})
    same = forms[0].kind == "base" and sentence.lower(at - 1) not in _BEFORE_BARE
    return next(past, forms[0]) if told and same else forms[0]


def _is_nominal(sentence: Sentence, index: int, form: Form) -> bool:
    """Return whether a word the tables have as verb only is a noun here: "Kenya's fault"."""
    before = sentence.item(index - 1)
    if not form.trigger.verb or form.kind not in {"base", "s"} or before is None:
        return False
    opens = before.kind == "mark" and before.text != ","
    if not sentence.headline and sentence.items[index].text.istitle() and not opens:
        return True  # a name or a place
    last = index + len(form.words)
    if sentence.items[index].text.istitle() and sentence.lower(last) == ".":
        return True  # "Cambridge, Mass., is"
    if form.kind == "s" and _joins_noun(sentence, index):
        return True
    if form.kind == "base" and before.lower in _IS | HAVE | PREPOSITIONS:
        return True  # "are close to a deal", "have close ties"
    if form.kind == "base" and before.lower.endswith(_LIKE) and sentence.lower(last) == "from":
        return True  # "mounting pressure from"
    if is_near(sentence, index):
        return True
    if form.words in {("back",), ("down",)} and (
        not _has_object(sentence, last) or _is_verb_form(before.lower.removesuffix("s"))
    ):
        return True  # "fires back", "rolling back the law": a particle
    if before.kind == "actor" and not before.possessive and not _is_plural(before.text):
        after = sentence.item(last)
        name = after is not None and after.text[:1].isupper()  # "Boston station WFXT"
        compound = starts_compound(sentence, last) or (name and not sentence.headline)
        bare = sentence.lower(index - 2) in _BEFORE_BARE  # "will Kenya attack", "let Kenya attack"
        ends = _is_of_noun(sentence, index - 1) and not _has_object(sentence, last)
        return form.kind == "base" and (compound or ends) and not bare  # "Kenya press secretary"
    counted = before.lower in _COUNTING or before.text.isdigit()  # "fired a single shell"
    return before.possessive or before.lower in DETERMINERS or counted


def _joins_noun(sentence: Sentence, index: int) -> bool:
    """Return whether "and" ties the word to a noun of action: "of criticism and | calls | for"."""
    behind = sentence.lower(index - 3) in PREPOSITIONS
    forms = load_triggers().get(sentence.lower(index - 2), ())
    nouns = any(form.kind == "noun" for form in forms)
    return sentence.lower(index - 1) in {"and", "or"} and behind and nouns


def _is_subject(sentence: Sentence, last: int) -> bool:
    """Return whether a verb stands behind whose subject the word is: "but talks | go | on"."""
    word = sentence.lower(last)
    return word in AUXILIARIES or (word in PRESENT_VERBS and not word.endswith("s"))


def _is_of_noun(sentence: Sentence, actor: int) -> bool:
    """Return whether a noun has its determiner before the actor: "a (nearby) | Kenya | annex"."""
    at = actor - 1
    at -= at > 0 and sentence.items[at].text.islower() and sentence.lower(at) not in _BEHIND_NOUN
    return sentence.lower(at) in DETERMINERS and sentence.lower(at - 1) not in AUXILIARIES


def is_near(sentence: Sentence, index: int) -> bool:
    """Return whether "close" is an adjective: "have close ties", "a port | close | to Lima"."""
    before, after = sentence.item(index - 1), sentence.lower(index + 1)
    aside = before is not None and sentence.lower(index - 1) != "to" and after == "to"
    return sentence.lower(index) == "close" and (
        sentence.lower(index - 1) in HAVE or after in _CLOSE or aside
    )


def _is_verbal(sentence: Sentence, index: int, form: Form) -> bool:
    """Return whether a word the tables have as noun only is a verb here: "would deal with"."""
    before = sentence.lower(index - 1)
    if form.words == ("deal",) and before == "to":
        return sentence.lower(index + 1) == "with"
    return not form.trigger.verb and before in (MODALS | WILL | DO | SUBJECT_PRONOUNS) - {"it"}


def _is_verb_form(word: str) -> bool:
    return word.endswith(("ing", "ed")) or word in PAST_FORMS or word in _WITH_PARTICLE


def _has_object(sentence: Sentence, last: int) -> bool:
    """Return whether a noun phrase can start at item `last`."""
    after = sentence.item(last)
    if after is None or after.kind in {"mark", "timex"}:
        return False
    return after.lower not in PREPOSITIONS | ADVERBS | SUBORDINATORS | CONJUNCTIONS | {"to"}


def _is_plural(words: str) -> bool:
    last = words.split()[-1]
    plain = last.endswith("s") and not words.isupper() and not words.endswith("us")
    return plain or last == "people" or (last.islower() and last.endswith("men"))


def _is_noun(sentence: Sentence, index: int, last: int, form: Form) -> bool:
    """Return whether the word is a noun here, by what stands before and behind it."""
    if form.kind in {"past", "tense", "participle"}:
        return False
    before = sentence.item(index - 1)
    dated = before is not None and before.kind == "timex" and form.kind != "ing"
    if dated and sentence.lower(index - 2) in DETERMINERS:
        return True  # "the September attack"
    if before is None or before.kind in {"mark", "timex"}:
        word = sentence.lower(last)
        return form.kind != "ing" and (word in PREPOSITIONS or word in AUXILIARIES)
    if before.kind == "actor":
        if sentence.lower(index - 2) in {"a", "an"}:
            return True  # "an Iran sanctions expert"
        return _noun_behind_actor(sentence, before.text, before.possessive, last, form)
    if before.lower == "to":
        return form.kind != "base"
    if before.lower in AUXILIARIES or before.lower in SUBJECT_PRONOUNS:
        return before.lower in {"have", "has", "had", "get", "got"} and form.kind != "ing"
    if before.lower in {"who", "which", "and", "or", "nor", "but", "that", "not"}:
        after = sentence.item(last)
        if form.kind == "s" and (_joins_noun(sentence, index) or _is_subject(sentence, last)):
            return True
        return form.kind != "ing" and (
            after is None or after.kind == "mark" or after.lower in {"of", "on", "by", "against"}
        )
    if before.lower in ADVERBS or before.lower.endswith("ly"):
        # "the deadly attack", "last week's deadly attacks"
        return form.kind in {"base", "s"} and _opens_noun_phrase(sentence, index - 2)
    if form.kind == "ing":
        after = sentence.item(index + 1)
        ends = after is None or after.kind == "mark" or after.lower in _BEHIND_MEETING
        return before.lower in DETERMINERS | ORDINALS and ends
    return True


def _opens_noun_phrase(sentence: Sentence, index: int) -> bool:
    """Return whether an article or owner stands here: "| the | deadly", "| Monday’s | deadly"."""
    item = sentence.item(index)
    if item is None:
        return False
    owns = item.possessive or item.text.endswith(("’s", "'s")) or item.text in {"’", "'"}
    return owns or item.lower in _OPENING


def _noun_behind_actor(
    sentence: Sentence, words: str, possessive: bool, last: int, form: Form
) -> bool:
    after = sentence.item(last)
    if possessive:
        return True
    if form.kind == "ing":
        return sentence.lower(last) in {"of", "in", "on", "by", "at"}
    if words.lower().endswith(_ADJECTIVE_ENDINGS) and " " not in words.strip():
        return True
    if form.kind == "s":
        verb = sentence.lower(last) in AUXILIARIES | _RESTING  # "UN sanctions | rest | with Kenya"
        return after is None or after.kind == "mark" or after.lower in PREPOSITIONS or verb
    return not _is_plural(words)


def starts_compound(sentence: Sentence, last: int) -> bool:
    """Return whether the noun only describes another: "attack helicopters", "aid workers"."""
    item = sentence.item(last)
    if item is None or item.kind != "word" or not item.text[0].islower():
        return False
    if item.lower in PAST_FORMS or item.lower.endswith(("ed", "ing", "ly")):
        return False
    return item.lower not in _BEHIND_NOUN


def _is_second_adjective(sentence: Sentence, first: int) -> bool:
    """Return whether the participle is the second that describes: "a clear and | agreed |"."""
    word = sentence.lower(first - 2)
    adjective = word in _ADJECTIVES or word.endswith(_ADJECTIVAL)
    return sentence.lower(first - 1) in {"and", "or"} and adjective


_SUFFERERS = frozenset("victim victims survivor survivors".split())


def is_attributive(sentence: Sentence, group: Group) -> bool:
    """Return whether a participle only describes a noun: "the seized ship".

    So does one in "-ing" behind "have", which has no such verb: "had | encouraging | talks", and
    one before who suffered it: "flowers for | shooting | victims".
    """
    after = sentence.item(group.last)
    if group.kind == "ing" and group.bare and after is not None and after.text in _SUFFERERS:
        return True
    described = (
        after is not None and after.kind == "word" and after.lower not in PREPOSITIONS | AUXILIARIES
    )
    if group.kind == "ing" and described and group.auxiliaries and group.auxiliaries <= HAVE:
        return True
    if group.kind not in {"past", "participle", "ing"} or not group.bare:
        return False
    before = sentence.item(group.first - 1)
    opening = before
    if group.kind != "ing" and _is_second_adjective(sentence, group.first):
        opening = sentence.item(group.first - 3)  # "a clear and | coordinated | message"
    owned = opening is not None and (
        opening.possessive or opening.lower in DETERMINERS - _OPENS_RELATIVE
    )
    return owned and described and after is not None and after.lower != "to"
