"""Read how an infinitive is meant, and whom the word before it hands the act to."""

from dataclasses import replace

from onrecord.acts.grammar.lists import is_number
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    ADVERBS,
    ATTEMPTED_TO,
    AUXILIARIES,
    BE,
    CAPABLE_TO,
    DEMANDED_OF,
    DEMANDED_TO,
    DETERMINERS,
    DONE_TO,
    NOT,
    SUBORDINATORS,
    SUPPOSING,
    UNDONE_ADJECTIVES,
    WILL,
    is_past,
    is_thing,
)
from onrecord.acts.lexicon import load_triggers
from onrecord.acts.modality.charging import is_in_charge
from onrecord.acts.modality.governors import (
    INTENDED,
    REAL,
    Meant,
    meant_to,
)
from onrecord.acts.modality.insisting import HESITATING, led_on
from onrecord.acts.modality.negating import auxiliaries_of, is_negated
from onrecord.acts.modality.ranking import NO_NOUN_PHRASE, before_date, is_somebody, read_rank
from onrecord.records import Polarity
from onrecord.text import forms_of

# Who is not willing to do something refuses it.
_WILLING = frozenset("willing willingness open".split())
# Who has not decided to do something may do it yet.
_DECIDING = ("agree", "decide", "promis", "pledg", "vow", "commit", "resolve", "vote", "swor")
_MISSED = 12  # items behind a purpose among which "but" tells that it was missed
_FAILED = frozenset("failed unsuccessful botched abortive ill-fated futile".split())
_LONGEST = 6  # items of a noun phrase
_POLITE = frozenset(
    "ask urge encourage advise call invite appeal caution warn remind recommend thank".split()
)
# Who is urged without a name: "told everybody to".
_ANYBODY = frozenset(
    "it them him her us me you everybody everyone anybody anyone somebody someone people".split()
)
_DROPPING = frozenset(
    forms_of(
        "abandon drop:dropped|dropped scrap:scrapped|scrapped shelve "
        "cancel:cancelled|cancelled ditch renounce withdraw:withdrew|withdrawn "
        "break:broke|broken"
    )
)
_GIVING = frozenset("give gives gave given giving".split())
_OF_PLANS = frozenset("earlier initial previous original long-standing".split())
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
    "convince convinces convinced convincing lobby lobbied lobbying induce induced "
    "dare dares dared daring".split()
)
# Behind these who stands before "to" does it only if it is somebody: "paid a contractor to".
_LETTING = frozenset(
    "push pushed pushing press pressed pressing allow allows allowed allowing enable enables "
    "enabled enabling permit permits permitted help helps helped helping hire hires hired hiring "
    "pay pays paid paying recruit recruited train trains trained training authorise authorised "
    "authorize authorized force forces forced forcing compel compelled get gets got getting lead "
    "leads led prompt prompted encourage encouraged encouraging invite invited want wants "
    "wanted".split()
)
# Acts whose purpose is that of who does them: "visited Peru to discuss", "attacked Peru to show".
_FOR_OWN_ENDS = frozenset({"ACCUSE", "ASSAULT", "CONSULT", "REJECT", "SANCTION"})
# Verbs that have their infinitive behind a phrase, and what opens that.
_VOWING = ("agree", "pledg", "promis", "vow", "refus", "offer", "threaten", "vote", "decide")
_HOW = frozenset("in at during".split())
_ASIDES = frozenset("sidelines margins fringes".split())  # "on the sidelines"
_OUGHT = frozenset("should must ought".split())
_COMPLAINING = frozenset(
    "protest complain convey deliver demand express condemn denounce lodge object voice".split()
)
_LONGEST_SUMMONS = 12  # items from "summoned" to "to protest"
_JOINED = 14  # items from "and to" back to the first "to"
_LONGEST_PHRASE = 7  # items: "agreed | on the sidelines of a meeting | to"
_TURNING_TO = frozenset(forms_of("contact reach approach"))


def read_infinitive(sentence: Sentence, first: int) -> Meant:
    """Return how the infinitive is meant whose "to", or the "not" before it, stands at `first`.

    What somebody is "urged to continue to do" is meant as what he is urged to do.
    """
    while sentence.lower(first - 1) == "continue" and sentence.lower(first - 2) == "to":
        first -= 2
    at = before_date(sentence, first - 1)
    at = _before_phrase(sentence, _before_count(sentence, at))
    while sentence.lower(at) in ADVERBS or sentence.lower(at) in NOT:
        at -= 1
    if sentence.headline and _is_headline_subject(sentence, at):
        return Meant(modality="planned", subject=at if sentence.is_actor(at) else None)
    if (verb := _summons(sentence, first)) is not None:
        return Meant(modality="planned", governor=verb)
    if (before := _joined_infinitive(sentence, at)) is not None:
        return read_infinitive(sentence, before)
    told = read_rank(sentence, at) or led_on(sentence, at)
    if told is not None:
        return told
    if _is_kept_from(sentence, at):
        kept = at - 3 if sentence.is_actor(at - 3) else None
        return Meant(modality="hypothetical", governor=at, subject=kept, elsewhere=kept is None)
    governor, subject, elsewhere = _governor(sentence, at)
    word = sentence.lower(governor)
    if subject is not None and (word in {"refuse", "to"} or word.startswith(_OWN_WORD)):
        subject = None
    meant = _negate(sentence, governor, _weaken(sentence, governor, meant_to(word)))
    undone = _is_failed(sentence, governor) or is_in_charge(sentence, governor)
    if undone and meant.polarity == "positive":
        meant = replace(meant, modality="hypothetical", sure=True)
    if not meant.sure and meant.polarity == "positive" and _uses_force(sentence, at):
        meant = replace(meant, modality="planned", sure=True)
    if not meant.sure and meant.polarity == "positive" and _moves(sentence, at):
        missed = any(sentence.lower(each) == "but" for each in range(at, at + _MISSED))
        meant = replace(meant, modality="planned", sure=missed)  # "came to arrest him, but"
    known = governor if governor >= 0 else None
    return replace(meant, governor=known, subject=subject, elsewhere=elsewhere)


def _joined_infinitive(sentence: Sentence, joint: int) -> int | None:
    """Return the "to" that another goes on behind "and": "agreed | to | leave and to free Lund"."""
    if sentence.lower(joint) not in {"and", "or", "but"}:
        return None
    for at in range(joint - 2, max(0, joint - _JOINED), -1):
        verb = sentence.item(at + 1)
        plain = verb is not None and verb.kind == "word" and verb.lower not in DETERMINERS
        if sentence.lower(at) == "to" and plain and meant_to(sentence.lower(at - 1)).sure:
            return at
        if sentence.items[at].kind == "mark" or sentence.lower(at) in AUXILIARIES | {"that"}:
            return None
    return None


def _before_count(sentence: Sentence, at: int) -> int:
    """Return the item before the count of a vote: "| voted | 31 to 9 to expel", "31-9 to"."""
    counted = is_number(sentence, at) and is_number(sentence, at - 2)
    return at - 3 if counted and sentence.lower(at - 1) in {"to", "-", "–"} else at


def _before_phrase(sentence: Sentence, at: int) -> int:
    """Return the verb before a phrase of how or where it was done: "| agreed | in principle to".

    So in "| promised | at a meeting in Oru to free them", but not where a noun of the phrase has
    the infinitive: "agreed in an effort to end the war".
    """
    if meant_to(sentence.lower(at)).sure or sentence.lower(at) in SUBORDINATORS:
        return at
    for index in range(at - 1, max(-1, at - _LONGEST_PHRASE), -1):
        word = sentence.lower(index)
        aside = word == "on" and sentence.lower(index + 2) in _ASIDES
        if (word in _HOW or aside) and sentence.lower(index - 1).startswith(_VOWING):
            return index - 1
        item = sentence.items[index]
        if item.kind != "word" or word in AUXILIARIES | {"to", "that", "and"} or is_past(word):
            break
    return at


def _is_kept_from(sentence: Sentence, at: int) -> bool:
    """Return whether somebody is kept from what he could do: "keep Peru from being | able | to"."""
    words = (sentence.lower(at - 2), sentence.lower(at - 1), sentence.lower(at))
    return words == ("from", "being", "able")


def _is_failed(sentence: Sentence, governor: int) -> bool:
    """Return whether it came to nothing: "a failed secret | mission | to rescue Lund"."""
    told = {sentence.lower(at) for at in (governor - 1, governor - 2)}
    return sentence.lower(governor + 1) == "to" and bool(told & (_FAILED | UNDONE_ADJECTIVES))


def _is_headline_subject(sentence: Sentence, last: int) -> bool:
    """Return whether only somebody stands before the "to" of a headline: "Peru, | Chile | to meet".

    Who is to do it has planned it, or others have for him.
    """
    if not (sentence.is_actor(last) or is_somebody(sentence, last)):
        return False
    for at in range(last, -1, -1):
        if sentence.lower(at) == ":":
            return True
        joint = sentence.lower(at) in {",", "and", "&"} | DETERMINERS
        if not (joint or sentence.is_actor(at) or is_somebody(sentence, at)):
            return False
    return True


def _moves(sentence: Sentence, at: int) -> bool:
    """Return whether the infinitive is what somebody goes for: "flew to Peru | to meet Lund"."""
    for index in range(at, max(-1, at - _LONGEST), -1):
        word = sentence.lower(index)
        if word in _MOVING:
            return not auxiliaries_of(sentence, index) & (SUPPOSING | {"to"})
        if sentence.items[index].kind == "mark" or word in AUXILIARIES | {"that"}:
            return False
    return False


def _uses_force(sentence: Sentence, at: int) -> bool:
    """Return whether the infinitive is what force is used for: "stormed a camp | to free Lund"."""
    for index in range(at, max(-1, at - _LONGEST), -1):
        forms = load_triggers().get(sentence.lower(index), ())
        if any(form.trigger.verb and form.trigger.type == "ASSAULT" for form in forms):
            real = not auxiliaries_of(sentence, index) & (SUPPOSING | WILL | {"to"})
            return real and index < at and is_past(sentence.lower(index))
        if sentence.items[index].kind == "mark" or sentence.lower(index) in AUXILIARIES | {"that"}:
            return False
    return False


def _negate(sentence: Sentence, governor: int, meant: Meant) -> Meant:
    """Return `meant` with the "no" or "not" of the governing word: "has no plans to invade"."""
    word, before = sentence.lower(governor), sentence.lower(governor - 1)
    if before == "any" and meant.modality in INTENDED:
        return replace(meant, modality="hypothetical")  # "denied any plan to invade"
    none = before == "no"
    if meant.modality in INTENDED and _is_given_up(sentence, governor):
        return replace(meant, modality="hypothetical")
    if not none and not is_negated(sentence, governor):
        return meant
    if word in HESITATING:
        return replace(meant, polarity="positive", sure=True)  # "did not hesitate to expel"
    if word in _WILLING | ATTEMPTED_TO | CAPABLE_TO | DONE_TO and meant.modality != "planned":
        weak = _weaken(sentence, governor, replace(meant, modality="happened"))
        return replace(weak, polarity="negative")
    if meant.modality == "planned" and (none or not word.startswith(_DECIDING)):
        return replace(meant, polarity="negative")  # "is not expected to withdraw"
    negative = none or meant.modality == "planned"
    polarity: Polarity = "negative" if negative else "positive"
    return replace(meant, modality="hypothetical", polarity=polarity, sure=True)


def _is_given_up(sentence: Sentence, plan: int) -> bool:
    """Return whether the plan at item `plan` is none any more: "dropped its | plan | to"."""
    verb = sentence.skip(plan - 1, DETERMINERS | _OF_PLANS, -1)
    given_up = sentence.lower(verb) == "up" and sentence.lower(verb - 1) in _GIVING
    return given_up or sentence.lower(verb) in _DROPPING


def _weaken(sentence: Sentence, governor: int, meant: Meant) -> Meant:
    """Return `meant` under the modal of the governing verb: "might need to", "will refuse to"."""
    weakening = _weakening(sentence, governor)
    if weakening and meant.modality not in {"offered", "threatened"}:
        return replace(meant, modality="hypothetical")
    if meant.modality in REAL and auxiliaries_of(sentence, governor) & _OUGHT:
        return replace(meant, modality="demanded")  # "should continue to"
    begun = meant.modality == "happened" or sentence.lower(governor) in {"begin", "start"}
    if begun and auxiliaries_of(sentence, governor) & (WILL | {"won't"}):
        return replace(meant, modality="planned")
    return meant


def _weakening(sentence: Sentence, governor: int) -> frozenset[str]:
    if is_polite(sentence, governor):
        return frozenset()
    return auxiliaries_of(sentence, governor) & SUPPOSING


def is_polite(sentence: Sentence, verb: int) -> bool:
    """Return whether "would" only makes words polite: "we would (gladly) | urge | Kenya"."""
    at = verb - 1
    while sentence.lower(at) in ADVERBS or sentence.lower(at).endswith("ly"):
        at -= 1
    would = sentence.lower(at) in {"would", "'d"} and sentence.lower(at - 1) in {"i", "we"}
    return would and sentence.lower(verb) in _POLITE


def hands_on(verb: str) -> bool:
    """Return whether who stands behind the verb is to do what follows: "pressed", "allowed"."""
    return verb in _URGING | _LETTING | DEMANDED_TO


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
    at = before_actors(sentence, actor)
    link = sentence.lower(at)
    before = {sentence.lower(k) for k in range(at - 4, at)}
    subject: int | None = actor
    sent = _sent_at(sentence, actor)
    if sent is not None:
        return sent, None, False
    if link == "to" and _MOVING & before and not DEMANDED_TO & before:
        subject = None  # "sent crews to Kenya to help"
    if link in {"on", "upon", "with", "for", "to"}:
        at -= 1
    elif link in {"by", "from"} and sentence.lower(at - 1) in DEMANDED_OF:
        urged = bool(auxiliaries_of(sentence, at - 1) & BE)  # "Peru was urged by Kenya to"
        return at - 1, None, not urged  # "requests by Kenya to free the crew"
    elif link == "by" and sentence.lower(at - 1) in ATTEMPTED_TO:
        return at - 1, actor, False  # "an attempt by Kenya to join"
    if _is_done_to(sentence.lower(at)):
        subject = None  # "met Kenya to discuss"
    if link == "with" and meant_to(sentence.lower(at)).modality == "planned":
        subject = None  # "agreed with Kenya to withdraw"
    return at, subject, False


def _summons(sentence: Sentence, to: int) -> int | None:
    """Return the verb of who summons somebody to complain: "| summoned | Lund to protest"."""
    if sentence.lower(to) != "to" or sentence.lower(to + 1) not in _COMPLAINING:
        return None
    near = range(to - 1, max(-1, to - _LONGEST_SUMMONS), -1)
    return next((at for at in near if sentence.lower(at).startswith("summon")), None)


def _sent_at(sentence: Sentence, actor: int) -> int | None:
    """Return the verb by which ships or the like are sent, who do nothing by themselves.

    In "Peru | sent | three boats to free the crew" Peru does.
    """
    if not is_thing(sentence.items[actor].text):
        return None
    return next((k for k in range(actor - 1, actor - 4, -1) if sentence.lower(k) in _MOVING), None)


def _is_done_to(word: str) -> bool:
    """Return whether who does this to somebody does it for a purpose of his own: "visited"."""
    if word in DEMANDED_TO:
        return False
    forms = load_triggers().get(word, ())
    known = any(form.trigger.verb and form.trigger.type in _FOR_OWN_ENDS for form in forms)
    return known or word in _TURNING_TO


def _past_noun(sentence: Sentence, index: int) -> int:
    """Return the urging verb whose object ends at `index`: "told the crews | to", else `index`.

    Who is urged is nobody that is known, and who urges does not do it.
    """
    if sentence.lower(index) in DEMANDED_TO or meant_to(sentence.lower(index)).sure:
        return index
    for at in range(index - 1, max(-1, index - 5), -1):
        item = sentence.items[at]
        if item.lower in _URGING or (item.lower in _LETTING and is_somebody(sentence, index)):
            return at
        if item.kind != "word" or item.lower in NO_NOUN_PHRASE:
            break
    return index


def before_actors(sentence: Sentence, index: int) -> int:
    """Return the item before the actor at `index` and those joined to it."""
    at = index - 1
    while (
        sentence.lower(at) in DETERMINERS
        or sentence.lower(at) in {"and", ",", "both"}
        or (sentence.is_actor(at) and sentence.lower(at + 1) in {"and", ","})
        or (sentence.is_actor(at) and at == index - 1)
    ):
        at -= 1
    return at
