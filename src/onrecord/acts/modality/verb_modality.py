"""Read how the act of a verb is meant: finite, infinitive or gerund."""

from collections.abc import Mapping
from dataclasses import replace

from onrecord.acts.grammar.groups import Group, group_at
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    ACQUITTED,
    ADVERBS,
    AUXILIARIES,
    BE,
    DEMANDED_OF,
    DEMANDED_TO,
    DETERMINERS,
    MODALS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    PREVENTED,
    QUOTATION_MARKS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    SUPPOSING,
    WILL,
    is_past,
)
from onrecord.acts.modality.awaiting import is_awaited
from onrecord.acts.modality.charging import read_charge
from onrecord.acts.modality.conditioning import conditioned
from onrecord.acts.modality.doubting import is_open
from onrecord.acts.modality.governors import Meant, gerund_behind, governed
from onrecord.acts.modality.imagining import is_made_up
from onrecord.acts.modality.infinitives import before_actors, is_polite, read_infinitive
from onrecord.acts.modality.insisting import hurried
from onrecord.acts.modality.negating import (
    auxiliaries_of,
    fails_to_prevent,
    has_no_subject,
    is_negated,
    shares_negation,
)
from onrecord.acts.modality.undone import ESCAPING, is_ended
from onrecord.records import Modality, Polarity
from onrecord.text import FormKind, forms_of

# Who is blamed, punished or praised has done it: "criticised Kenya for invading Peru".
_JUDGED = (
    "accus", "arrest", "blam", "charg", "commend", "condemn", "convict", "credit", "criticis",
    "criticiz", "denounc", "detain", "fault", "fine", "hail", "jail", "laud", "prais", "punish",
    "rebuk", "sanction", "sentenc", "slam", "suspect", "thank",
)  # fmt: skip
_SHOULD = frozenset("should must ought mustn't shouldn't".split())
_ASKED = frozenset("appeal request plea petition call".split())
_NEARLY = frozenset("nearly almost".split())
_WAS = frozenset({"was", "were"})
_WANTED = frozenset("wanted intended hoped meant wished".split())
_PLANNED = frozenset("planned agreed promised pledged vowed decided".split())
_LASTING = frozenset("hours days nights weeks months years decades".split())
_LONGEST_FRONT = 24  # items from a participle in front to its comma
_JOINED = 12  # items from one verb to the next that it is joined with
_BEFORE_GERUND = PREPOSITIONS | SUBORDINATORS | {","}
_DEMANDING = frozenset("demand demands demanded insist insists insisted".split())
_WANTING = frozenset("want wants wanted".split())
_WANTED_THING = 5  # items from "want" to what is to be done with a thing
_NO_VERBS = DETERMINERS | PREPOSITIONS
_WITH_MODAL = frozenset("be do have".split())  # behind one: "will | do | so and resign"
_FINITE = AUXILIARIES | RELATIVES | SUBORDINATORS | SUBJECT_PRONOUNS


# A gerund is meant as these are: "will | begin | shelling", "will not | involve | troops fighting".
_PHASES = forms_of("keep:kept|kept continue resume begin:began|begun start")
_HAVING = forms_of("involve include see:saw|seen")
_GETTING = forms_of("get:got|got")
_HELPING = forms_of("help let:let|let make:made|made")
_JOINING = forms_of("join succeed participate")


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

    A verb of `speech` is not held up by a condition behind it: that is part of what is said. It is
    by one before it: "if Kenya attacked, Peru would protest".
    """
    if group.to is not None:
        meant = read_infinitive(sentence, group.first)
        undone = "have" in group.auxiliaries and _came_to_nothing(sentence, meant)
        if undone or _was_only_wanted(sentence, group, meant):
            meant = replace(meant, modality="hypothetical", sure=True)
    elif group.kind == "ing" and not group.auxiliaries:
        meant = _gerund(sentence, group)
    elif speech and is_polite(sentence, group.verb) and not _is_held(sentence, group):
        return Meant(modality="happened")
    else:
        opening = _opening_joined(sentence, group)
        if sentence.lower(opening) == "to":
            meant = read_infinitive(sentence, opening)
        else:
            shared = frozenset({sentence.lower(opening)} if opening >= 0 else ())
            meant = _finite(sentence, replace(group, auxiliaries=group.auxiliaries | shared))
        if has_no_subject(sentence, group.first) or shares_negation(sentence, group):
            meant = replace(meant, polarity="negative")
    if sentence.question and meant.modality in {"offered", "planned", "ongoing"}:
        meant = replace(meant, modality="hypothetical")  # "Is Kenya ready to talk?"
    if group.negative and not (group.to is not None and meant.polarity == "negative"):
        meant = replace(meant, polarity="negative")
    if meant.modality == "happened" and _is_nearly(sentence, group.verb):
        meant = replace(meant, modality="hypothetical")  # "Kenya nearly attacked Peru"
    held = _is_held(sentence, group) if speech else not group.past
    held = held or (group.to is not None and not _leads_on(sentence, group))
    return conditioned(sentence, group.verb, meant, open_verb=held)


def _is_nearly(sentence: Sentence, verb: int) -> bool:
    """Return whether the verb is almost done: "nearly | attacked |", "all but | attacked |"."""
    before = sentence.lower(verb - 1)
    return before in _NEARLY or (sentence.lower(verb - 2), before) == ("all", "but")


def _came_to_nothing(sentence: Sentence, meant: Meant) -> bool:
    """Return whether "to have" tells of a plan that was not kept: "was to have | met | Peru".

    "Is due to have met Peru by May" is a plan yet, and "is said to have met Peru" none.
    """
    if meant.governor is None:
        return False
    word = sentence.lower(meant.governor)
    if word in _WAS:
        return True
    past = is_past(word) or bool(auxiliaries_of(sentence, meant.governor) & (_WAS | {"had"}))
    return past and meant.modality in {"planned", "demanded"}


def _was_only_wanted(sentence: Sentence, group: Group, meant: Meant) -> bool:
    """Return whether others kept somebody from what he wanted: "wanted to go, but Peru refused".

    So did he himself what he "had planned to do but dropped".

    Who "wanted to go, but gave no date" may want it yet.
    """
    if meant.governor is None:
        return False
    had = "had" in auxiliaries_of(sentence, meant.governor) and meant.modality == "planned"
    if sentence.lower(meant.governor) not in _WANTED | (_PLANNED if had else frozenset()):
        return False
    for at in range(group.last, len(sentence.items) - 1):
        if sentence.lower(at) == "but":
            other = sentence.item(at + 1)
            subject = other is not None and (other.kind == "actor" or other.lower in DETERMINERS)
            return had or (subject and sentence.lower(at - 1) == ",")
        if sentence.lower(at) in _FINITE:
            return False
    return False


def _is_held(sentence: Sentence, group: Group) -> bool:
    """Return whether a condition before it holds up what somebody would say."""
    before = any(condition.last <= group.first for condition in sentence.conditions)
    return before and bool(group.future or group.auxiliaries & SUPPOSING)


def _leads_on(sentence: Sentence, group: Group) -> bool:
    """Return whether what is said has a verb of its own: "to | warn | that it would, if"."""
    behind = range(group.last, len(sentence.items))
    first = next((k for k in behind if sentence.lower(k) in {"if", "unless"}), group.last)
    between = {sentence.lower(k) for k in range(group.last, first)}
    return bool(between & (_FINITE | {"to"}))


def _opening_joined(sentence: Sentence, group: Group) -> int:
    """Return the "to" or the modal that a bare verb goes on with "and" or "or", -1 if none.

    So in "wants | to | find or | seize | him", "would | cross the river, burn it and | attack |".
    """
    joint = sentence.skip(group.first - 1, ADVERBS, -1)
    if group.kind != "base" or not group.bare or sentence.lower(joint) not in {"or", "and"}:
        return -1
    for at in range(joint - 1, max(0, joint - _JOINED), -1):
        word, after = sentence.lower(at), sentence.item(at + 1)
        if after is None or is_past(word):
            return -1
        plain = after.kind == "word" and after.lower not in _NO_VERBS and after.text.islower()
        if word == "to" and after.kind == "word":
            return at if plain else -1
        if word in _FINITE and word not in _WITH_MODAL:
            return at if word in MODALS | WILL and after.kind == "word" else -1
        listed = word == "," and plain and after.lower not in _FINITE | ADVERBS
        if sentence.items[at].kind == "mark" and word not in QUOTATION_MARKS and not listed:
            return -1
    return -1


def _finite(sentence: Sentence, group: Group) -> Meant:
    if sentence.question or is_open(sentence, group) or is_made_up(sentence):
        return Meant(modality="hypothetical")
    if group.bare and group.past:
        wanted = _as_wanted(sentence, group)
        if wanted is not None:
            return wanted
        got = _as_brought_about(sentence, group)
        if got is not None:
            return got
    if is_awaited(sentence, group):
        return Meant(modality="planned")
    if group.bare and group.kind == "base" and sentence.is_actor(group.first - 1):
        helped = _as_verb(sentence, before_actors(sentence, group.first - 1), _HELPING)
        if helped is not None:
            sure = helped.sure or helped.polarity == "negative"  # "never let Kenya | attack |"
            return replace(helped, governor=None, subject=None, sure=sure)
    if group.auxiliaries & BE == {"being"}:
        before = sentence.lower(group.first - 1)
        if before == "from" or before in ESCAPING:
            return Meant(modality="hypothetical")  # "kept Lund from being deported"
        found = governed(before)
        if found is not None:
            return found  # "avoided being deported"
    if group.future:
        return Meant(modality="planned")
    if group.auxiliaries & _SHOULD:
        missed = "have" in group.auxiliaries  # "should have signed" and did not
        return Meant(modality="hypothetical" if missed else "demanded")
    if group.modal:
        return Meant(modality="hypothetical")
    if group.progressive:
        return Meant(modality="ongoing")
    if group.kind in {"base", "s"} and not group.auxiliaries:
        if sentence.headline:
            plain = group.kind == "s" or _has_several(sentence, group.first)
            return Meant(modality="happened", sure=plain)
        if group.kind == "base" and _is_wish(sentence, group):
            return Meant(modality="demanded")
        if group.kind == "base" and _goes_on_wish(sentence, group):
            return Meant(modality="demanded", elsewhere=True)
        return Meant(modality="ongoing", sure=group.kind == "s")
    return Meant(modality="happened")


def _as_wanted(sentence: Sentence, group: Group) -> Meant | None:
    """Return how it is meant that a thing is wanted: "do not want the duties | lifted |"."""
    for at in range(group.first - 1, max(-1, group.first - 1 - _WANTED_THING), -1):
        word = sentence.lower(at)
        if word in _WANTING:
            negative = is_negated(sentence, at)
            return Meant(modality="demanded", polarity="negative" if negative else "positive")
        item = sentence.items[at]
        plain = item.kind == "word" and word not in PREPOSITIONS | _FINITE | {"to", "and"}
        if not plain or is_past(word):
            return None
    return None


def _as_brought_about(sentence: Sentence, group: Group) -> Meant | None:
    """Return how it is meant that others do it: "tried to get the crew | released |", "threatened
    to have him | shot |"."""
    before = group.first - 1
    if sentence.is_actor(before):
        before = before_actors(sentence, before)
    elif sentence.lower(before) in OBJECT_PRONOUNS:
        before -= 1
    else:
        return None
    if sentence.lower(before) == "have" and sentence.lower(before - 1) == "to":
        return read_infinitive(sentence, before - 1)
    return _as_verb(sentence, before, _GETTING)


def _has_several(sentence: Sentence, first: int) -> bool:
    """Return whether joined actors stand before the verb: "Kenya, Peru | sign |"."""
    several = sentence.lower(first - 2) in {",", "and", "&"} and sentence.is_actor(first - 3)
    return several and sentence.is_actor(first - 1)


def _is_wish(sentence: Sentence, group: Group) -> bool:
    """Return whether a demand stands before the clause: "demanded that it withdraw"."""
    for index in range(group.first - 1, max(-1, group.first - 12), -1):
        if sentence.lower(index) == "that":
            before = sentence.lower(index - 1)
            return before in DEMANDED_OF or before in DEMANDED_TO
    return False


def _goes_on_wish(sentence: Sentence, group: Group) -> bool:
    """Return whether the verb goes on what is demanded: "demanded the league meet and | pay |".

    Who is to do it is nobody known.
    """
    joint = sentence.skip(group.first - 1, ADVERBS, -1)
    if sentence.lower(joint) not in {"and", "or"}:
        return False
    for at in range(joint - 1, max(-1, joint - _JOINED), -1):
        word = sentence.lower(at)
        if word in _DEMANDING:
            return True
        if sentence.items[at].kind == "mark" or word in _FINITE | {"to"} or is_past(word):
            return False
    return False


def _gerund(sentence: Sentence, group: Group) -> Meant:
    at = _before_gerund(sentence, group)
    word = sentence.lower(at)
    charged = read_charge(sentence, at)
    if charged is not None:
        return charged
    if sentence.is_actor(at):
        told = _as_verb(sentence, before_actors(sentence, at), _HAVING)
        meant = told or Meant(modality="hypothetical", sure=False)
        return replace(meant, governor=None, subject=at)
    hurry = hurried(sentence, at)
    if hurry is not None:
        return hurry
    if word == "in":
        joined = next((k for k in range(at - 1, at - 4, -1) if sentence.lower(k) in _JOINING), at)
        told = _as_verb(sentence, joined, _JOINING)
        if told is not None:
            return replace(told, governor=joined)  # "will join Kenya in attacking"
    if word in {"of", "from", "about", "against", "for", "on", "to", "into"}:
        return _behind_preposition(sentence, at)
    if word == "without":
        return Meant(modality="happened", polarity="negative")
    if word in {"before", "instead", "than"}:  # "shot two before | killing | himself" is both
        return Meant(modality="hypothetical", sure=word != "before")
    if word == "while" and _is_supposed_before(sentence, at):
        return Meant(modality="hypothetical")
    if word in {"after", "by", "since", "while", "in", "when", ","}:
        return Meant(modality="happened", sure=word in {"after", "by", "since"})
    if _opens_clause(sentence, group):
        return Meant(modality="happened", sure=False)
    if word in _ASKED and sentence.lower(at - 1) in DETERMINERS:
        return Meant(modality="happened", sure=False)  # "filed an appeal asking"
    found = governed(word)
    if found is not None:
        return replace(found, governor=at)
    if is_ended(sentence, at):
        return Meant(modality="happened", governor=at)  # "an effort to end | fighting |"
    phase = _as_verb(sentence, at, _PHASES)
    if phase is not None:
        going_on = phase.modality == "happened"  # "began shelling", and "will begin shelling"
        return replace(phase, modality="ongoing" if going_on else phase.modality, governor=at)
    return Meant(modality="hypothetical", sure=False)


def _is_supposed_before(sentence: Sentence, at: int) -> bool:
    """Return whether the clause before "while" supposes: "it would save Peru | while | freeing"."""
    for index in range(at - 1, -1, -1):
        word = sentence.lower(index)
        if word in AUXILIARIES:
            return word in SUPPOSING
        if sentence.items[index].kind == "mark" or is_past(word):
            return False
    return False


def _opens_clause(sentence: Sentence, group: Group) -> bool:
    """Return whether it is a participle in front of what happened: "| Meeting | Lund, Berg said".

    What would come of it is open ("| Attacking | Kenya, Peru would"), and so is a subject with an
    aside: "| Attacking | Kenya, Lund said, was".
    """
    if any(sentence.lower(at) not in QUOTATION_MARKS for at in range(group.first)):
        return False
    commas = [at for at, item in enumerate(sentence.items) if item.text == ","]
    commas = [at for at in commas if group.last <= at <= group.last + _LONGEST_FRONT]
    clause = AUXILIARIES | RELATIVES | SUBJECT_PRONOUNS
    if not commas or any(sentence.lower(at) in clause for at in range(group.last, commas[0])):
        return False
    end = commas[1] if len(commas) > 1 else len(sentence.items)
    verb = next((at for at in range(commas[0], end) if _is_finite(sentence, at)), None)
    if verb is None or auxiliaries_of(sentence, verb) & (SUPPOSING | WILL):
        return False
    return sentence.lower(verb) not in SUPPOSING | WILL and not (
        len(commas) > 1 and sentence.lower(commas[1] + 1) in AUXILIARIES
    )


def _is_finite(sentence: Sentence, at: int) -> bool:
    """Return whether the item is a finite verb by its form: "said", "would", "met"."""
    word = sentence.lower(at)
    return word in AUXILIARIES or is_past(word)


def _before_gerund(sentence: Sentence, group: Group) -> int:
    """Return the item before a gerund, or before the one that it is joined with.

    So the comma in ", killing one and | injuring | two" and "after" in "after seizing and holding".
    """
    joint = group.first - 1
    if sentence.lower(joint) not in {"and", "or"}:
        return joint
    if sentence.lower(joint - 1).endswith("ing"):
        return joint - 2  # "will keep shelling and raiding"
    for at in range(joint - 1, max(0, joint - _JOINED), -1):
        word = sentence.lower(at)
        if word.endswith("ing") and sentence.lower(at - 1) in _BEFORE_GERUND:
            return at - 1
        if sentence.items[at].kind == "mark" or word in _FINITE or is_past(word):
            break
    return joint


def _behind_preposition(sentence: Sentence, at: int) -> Meant:
    """Return how a gerund behind a preposition is meant: "accused Kenya | of | firing"."""
    word = sentence.lower(at)
    governor = at - 1
    if sentence.is_actor(governor):
        subject = governor
        governor = before_actors(sentence, governor)
        blamed = sentence.lower(governor)
        if blamed.startswith(_JUDGED):
            return Meant(modality="happened", governor=governor, subject=subject)
        if (word, blamed) == ("for", "against"):  # "action against Peru for defying Kenya"
            return Meant(modality="happened", governor=governor, subject=subject)
        if fails_to_prevent(sentence, governor):
            return Meant(modality="happened", governor=governor, subject=subject)
        if blamed in PREVENTED | ACQUITTED or word in {"from", "against"}:
            return Meant(modality="hypothetical", governor=governor, subject=subject)
    if word == "of" and "within" in {sentence.lower(each) for each in range(at - 4, at)}:
        return Meant(modality="hypothetical", governor=governor)  # "within an hour of capturing"
    item = sentence.item(at - 1)
    lasting = item is not None and (item.kind == "timex" or item.lower in _LASTING)
    if word == "of" and lasting:
        return Meant(modality="happened", sure=False)  # "four weeks of | fighting |"
    found = governed(sentence.lower(governor))
    if found is not None and sentence.lower(governor - 1) == "no":
        planned = found.modality == "planned"  # "no intention of attacking"
        modality: Modality = "planned" if planned else "hypothetical"
        polarity: Polarity = "negative" if planned else "positive"
        return Meant(modality=modality, polarity=polarity, governor=governor)
    if found is not None:
        return replace(found, governor=governor)
    return gerund_behind(sentence.lower(governor), word, governor)


def _as_verb(sentence: Sentence, at: int, forms: Mapping[str, FormKind]) -> Meant | None:
    """Return how the verb at item `at` is meant, if it is one of `forms`."""
    kind = forms.get(sentence.lower(at))
    return read_verb(sentence, group_at(sentence, at, at + 1, kind)) if kind else None
