"""Read how the act of a verb is meant: finite, infinitive or gerund."""

from dataclasses import replace

from onrecord.acts.conditioning import conditioned
from onrecord.acts.governors import Meant, gerund_behind, governed, meant_to
from onrecord.acts.groups import MERELY, Group
from onrecord.acts.sentences import Sentence
from onrecord.acts.words import (
    ADVERBS,
    AUXILIARIES,
    CONTRACTED_NOT,
    DEMANDED_OF,
    DEMANDED_TO,
    DETERMINERS,
    NOT,
    PREPOSITIONS,
    PREVENTED,
    QUOTATION_MARKS,
)
from onrecord.records import Polarity
from onrecord.text.wordclasses import BODY_NOUNS, is_person_noun

_NO = frozenset("no any never".split())
_MOST_AUXILIARIES = 5  # items of a verb before the verb itself
_INTENDED = frozenset({"planned", "offered", "threatened"})
# Who is urged without a name: "told everybody to".
_ANYBODY = frozenset(
    "it them him her us me you everybody everyone anybody anyone somebody someone people".split()
)
_MOVING = frozenset(
    "send sends sent sending fly flies flew flown flying travel travels travelled traveled "
    "travelling traveling go goes went gone going return returns returned returning come comes "
    "came coming rush rushes rushed dispatch dispatched deploy deployed move moved head heads "
    "headed".split()
)
# "promised Kenya to withdraw": who promises does it.
_OWN_WORD = ("promis", "pledg", "vow", "swear", "swore", "threaten")
_URGING = frozenset(
    "told tell tells telling ordered orders ordering order urged urges urge urging asked asks ask "
    "asking instructed commanded begged advised called persuade persuades persuaded persuading "
    "convince convinces convinced convincing lobby lobbied lobbying induce induced".split()
)
# Behind these who stands before "to" does it only if it is somebody: "paid a contractor to".
_LETTING = frozenset(
    "push pushed pushing pressed pressing allow allows allowed allowing enable enables enabled "
    "enabling permit permits permitted help helps helped helping hire hires hired hiring pay pays "
    "paid paying recruit recruited train trains trained training authorise authorised authorize "
    "authorized force forces forced forcing compel compelled get gets got getting lead leads led "
    "prompt prompted encourage encouraged encouraging invite invited want wants wanted".split()
)
_NO_NOUN_PHRASE = (PREPOSITIONS - {"of"}) | AUXILIARIES | {"to", "that"}
# Who is blamed, punished or praised has done it: "criticised Kenya for invading Peru".
_JUDGED = (
    "accus", "arrest", "blam", "charg", "commend", "condemn", "convict", "credit", "criticis",
    "criticiz", "denounc", "detain", "fault", "fine", "hail", "jail", "laud", "prais", "punish",
    "rebuk", "sanction", "sentenc", "slam", "suspect", "thank",
)  # fmt: skip
_SHOULD = frozenset("should must ought mustn't shouldn't".split())
_SUPPOSING = frozenset("would could might may".split())
_CONFIRMING = frozenset(
    "confirm confirmed verify verified evidence proof confirmation sign".split()
)
_HINTS = frozenset("indication sign suggestion hint evidence".split())
_SHOWING = frozenset(
    "show prove mean suggest signal signify indicate demonstrate confirm imply reveal".split()
)
_BELIEVING = frozenset("believe think".split())
_UNCONFIRMED = frozenset("not no yet never neither cannot unable little without".split())


def judges_unknown(sentence: Sentence, group: Group) -> bool:
    """Return whether somebody not known has done it: "convicted a soldier of | killing | Lund"."""
    if group.kind != "ing" or group.auxiliaries or group.to is not None:
        return False
    if sentence.lower(group.first - 1) not in {"of", "for", "from"}:
        return False
    for index in range(group.first - 2, max(-1, group.first - 8), -1):
        item = sentence.items[index]
        if item.lower.startswith(_JUDGED) or item.lower in PREVENTED:
            passive = bool({sentence.lower(k) for k in range(index - 3, index)} & AUXILIARIES)
            return index < group.first - 2 and not passive
        if item.kind != "word" or item.lower in PREPOSITIONS | AUXILIARIES | {"to", "that"}:
            return False
    return False


def read_verb(sentence: Sentence, group: Group, *, speech: bool = False) -> Meant:
    """Return how the act of a verb is meant, conditions of its sentence included.

    A verb of `speech` is not held up by a condition behind it: that is part of what is said.
    """
    if group.to is not None:
        meant = _infinitive(sentence, group)
    elif group.kind == "ing" and not group.auxiliaries:
        meant = _gerund(sentence, group)
    else:
        meant = _finite(sentence, group)
    if sentence.question and meant.modality in {"offered", "planned", "ongoing"}:
        meant = replace(meant, modality="hypothetical")  # "Is Kenya ready to talk?"
    if group.negative and not (group.to is not None and meant.polarity == "negative"):
        meant = replace(meant, polarity="negative")
    return conditioned(sentence, group.verb, meant, open_verb=not speech and not _is_past(group))


def _finite(sentence: Sentence, group: Group) -> Meant:
    if sentence.question or is_open(sentence, group.first):
        return Meant(modality="hypothetical")
    if "being" in group.auxiliaries and sentence.lower(group.first - 1) == "from":
        return Meant(modality="hypothetical")  # "kept Lund from being deported"
    if group.future:
        return Meant(modality="planned")
    if group.auxiliaries & _SHOULD:
        return Meant(modality="demanded")
    if group.modal:
        return Meant(modality="hypothetical")
    if group.progressive:
        return Meant(modality="ongoing")
    if group.kind in {"base", "s"} and not group.auxiliaries:
        if sentence.headline:
            return Meant(modality="happened", sure=group.kind == "s")
        if group.kind == "base" and _is_wish(sentence, group):
            return Meant(modality="demanded")
        return Meant(modality="ongoing", sure=group.kind == "s")
    return Meant(modality="happened")


def is_open(sentence: Sentence, first: int) -> bool:
    """Return whether the clause is left open: "whether it", "has yet to confirm that".

    So is what something would show: "an attack would mean that talks had failed".
    """
    for index in range(first - 1, max(-1, first - 14), -1):
        word = sentence.lower(index)
        if sentence.items[index].kind == "mark" and word not in QUOTATION_MARKS:
            return False
        if word == "whether":
            return True
        if word in _SHOWING and sentence.lower(index - 1) in _SUPPOSING:
            return True
        if word in _SHOWING | _BELIEVING and _is_denied(sentence, index):
            return True
        if word in _HINTS and sentence.lower(index - 1) == "any":
            return True
        if word in _CONFIRMING:
            before = {sentence.lower(k) for k in range(max(0, index - 8), index)}
            return bool(before & _UNCONFIRMED)
    return False


def _is_denied(sentence: Sentence, index: int) -> bool:
    """Return whether "not" stands before the verb: "it does not mean that", "don't believe"."""
    before = {sentence.lower(at) for at in range(index - 2, index)}
    return bool(before & (NOT | CONTRACTED_NOT))


def _is_wish(sentence: Sentence, group: Group) -> bool:
    """Return whether a demand stands before the clause: "demanded that it withdraw"."""
    for index in range(group.first - 1, max(-1, group.first - 12), -1):
        if sentence.lower(index) == "that":
            before = sentence.lower(index - 1)
            return before in DEMANDED_OF or before in DEMANDED_TO
    return False


def _is_past(group: Group) -> bool:
    """Return whether the group tells of something past, which no condition of now can hold up."""
    if group.to is not None or group.future or group.modal:
        return False
    return group.kind in {"past", "tense", "participle"}


def _infinitive(sentence: Sentence, group: Group) -> Meant:
    at = _before_date(sentence, group.first - 1)
    while sentence.lower(at) in ADVERBS or sentence.lower(at) in NOT:
        at -= 1
    governor, subject, elsewhere = _governor(sentence, at)
    word = sentence.lower(governor)
    if subject is not None and (word in {"refuse", "to"} or word.startswith(_OWN_WORD)):
        subject = None
    meant = meant_to(word)
    if sentence.lower(governor - 1) in _NO and meant.modality in _INTENDED:
        meant = replace(meant, modality="hypothetical")  # "no plan to invade"
    if _is_negated(sentence, governor):
        planned = meant.modality == "planned"  # "is not expected to withdraw"
        polarity: Polarity = "negative" if planned else "positive"
        meant = replace(meant, modality="hypothetical", polarity=polarity)
    known = governor if governor >= 0 else None
    return replace(meant, governor=known, subject=subject, elsewhere=elsewhere)


def _governor(sentence: Sentence, at: int) -> tuple[int, int | None, bool]:
    """Return the word that governs an infinitive behind item `at`, and whom it hands the act to.

    The actor that does what is told, if that is one; whether it is somebody who is not known.
    """
    if sentence.is_actor(at):
        return _governor_of_actor(sentence, at)
    if sentence.lower(at) in _ANYBODY:
        return at - 1, None, False
    verb = _past_noun(sentence, at)
    return verb, None, verb != at


def _governor_of_actor(sentence: Sentence, actor: int) -> tuple[int, int | None, bool]:
    at = _before_actors(sentence, actor)
    link = sentence.lower(at)
    before = {sentence.lower(k) for k in range(at - 4, at)}
    subject: int | None = actor
    if link == "to" and _MOVING & before and not DEMANDED_TO & before:
        subject = None  # "sent crews to Kenya to help"
    if link in {"on", "upon", "with", "for", "to"}:
        at -= 1
    elif link in {"by", "from"} and sentence.lower(at - 1) in DEMANDED_OF:
        return at - 1, None, True  # "requests by Kenya to free the crew"
    if link == "with" and meant_to(sentence.lower(at)).modality == "planned":
        subject = None  # "agreed with Kenya to withdraw"
    return at, subject, False


def _before_date(sentence: Sentence, index: int) -> int:
    """Return the item before a date at `index`: "decided | on Monday | to", else `index`."""
    item = sentence.item(index)
    if item is None or item.kind != "timex":
        return index
    return index - 1 - (sentence.lower(index - 1) in PREPOSITIONS)


def _is_negated(sentence: Sentence, governor: int) -> bool:
    """Return whether "not" or "yet to" stands with the governing verb: "has not agreed to"."""
    at = governor - 1
    while at >= 0 and governor - at <= _MOST_AUXILIARIES:
        word = sentence.lower(at)
        if word in MERELY or (word in NOT | CONTRACTED_NOT and word not in _NO):
            return word not in MERELY and sentence.lower(at + 1) not in MERELY
        if word == "to":
            return sentence.lower(at - 1) == "yet"
        if word not in AUXILIARIES | ADVERBS:
            return False
        at -= 1
    return False


def _past_noun(sentence: Sentence, index: int) -> int:
    """Return the urging verb whose object ends at `index`: "told the crews | to", else `index`.

    Who is urged is nobody that is known, and who urges does not do it.
    """
    if sentence.lower(index) in DEMANDED_TO or meant_to(sentence.lower(index)).sure:
        return index
    for at in range(index - 1, max(-1, index - 5), -1):
        item = sentence.items[at]
        if item.lower in _URGING or (item.lower in _LETTING and _is_somebody(sentence, index)):
            return at
        if item.kind != "word" or item.lower in _NO_NOUN_PHRASE:
            break
    return index


def _is_somebody(sentence: Sentence, index: int) -> bool:
    word = sentence.lower(index)
    return is_person_noun(word) or word in BODY_NOUNS


def _before_actors(sentence: Sentence, index: int) -> int:
    """Return the item before the actor at `index` and those joined to it."""
    at = index - 1
    while (
        sentence.lower(at) in DETERMINERS
        or sentence.lower(at) in {"and", ",", "both"}
        or (sentence.is_actor(at) and sentence.lower(at + 1) in {"and", ","})
    ):
        at -= 1
    return at


def _gerund(sentence: Sentence, group: Group) -> Meant:
    at = group.first - 1
    if sentence.lower(at) in {"and", "or"} and sentence.lower(at - 1).endswith("ing"):
        at -= 2  # "after seizing and holding"
    word = sentence.lower(at)
    if sentence.is_actor(at):
        return Meant(modality="hypothetical", sure=False, subject=at)
    if word in {"of", "from", "about", "against", "for", "on", "to", "into"}:
        governor = at - 1
        if sentence.is_actor(governor):
            subject = governor
            governor = _before_actors(sentence, governor)
            blamed = sentence.lower(governor)
            if blamed.startswith(_JUDGED):
                return Meant(modality="happened", governor=governor, subject=subject)
            if blamed in PREVENTED or word in {"from", "against"}:
                return Meant(modality="hypothetical", governor=governor, subject=subject)
        found = governed(sentence.lower(governor))
        if found is not None and sentence.lower(governor - 1) in _NO:
            return Meant(modality="hypothetical", governor=governor)  # "no intention of attacking"
        if found is not None:
            return replace(found, governor=governor)
        return gerund_behind(sentence.lower(governor), word, governor)
    if word == "without":
        return Meant(modality="happened", polarity="negative")
    if word in {"before", "instead", "than"}:
        return Meant(modality="hypothetical")
    if word in {"after", "by", "since", "while", "in", "when", ","}:
        return Meant(modality="happened", sure=word in {"after", "by", "since"})
    found = governed(word)
    if found is not None:
        return replace(found, governor=at)
    if word in {"keep", "keeps", "kept", "continue", "continued", "resumed", "began", "started"}:
        return Meant(modality="ongoing", governor=at)
    return Meant(modality="hypothetical", sure=False)
