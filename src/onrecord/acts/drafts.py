"""Read the acts of one sentence: each trigger with who, to whom and how it is meant."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from onrecord.acts.groups import Group, group_at, is_finite
from onrecord.acts.lexicon import Form, Trigger
from onrecord.acts.modality import Meant, read_noun, read_verb
from onrecord.acts.objects import find_agents, find_behind, find_nominal, find_recipients
from onrecord.acts.sentences import Sentence
from onrecord.acts.subjects import NOBODY, Subject, actors_at, find_subject, subject_before
from onrecord.acts.words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    HAVE,
    LIGHT_VERBS,
    PAST_FORMS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)
from onrecord.records import Span

_ADJECTIVE_ENDINGS = ("ian", "ish", "ese", "ean", "ic", "ch", "can", "san", "i", "yan", "nan")
_LIGHT_REACH = 7
_BEHIND_NOUN = (
    PREPOSITIONS | AUXILIARIES | ADVERBS | DETERMINERS | SUBORDINATORS | RELATIVES | CONJUNCTIONS
) | {"to"}
_NOT_CARRYING = PREPOSITIONS | {"that", "and", "to"}
_ABSTRACT = frozenset(
    "bill bills deal deals council councils plan plans program programme programmes proposal "
    "proposals measure measures project projects law laws amendment amendments agreement "
    "agreements talks idea ideas legislation policy policies record credibility character "
    "reputation argument reform reforms nomination rumour rumor problem problems sentence order "
    "orders duties search warrant".split()
)
_PARTICLES = frozenset("off up out away".split())
_FRONTED = frozenset("in during at after before".split())


@dataclass(slots=True, kw_only=True)
class Draft:
    """An act before its place in statements is known.

    `pronoun` stands for actors still to be found; `at` is the trigger's first item.
    """

    trigger: Trigger
    span: Span
    at: int
    last: int
    meant: Meant
    group: Group | None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    pronoun: str | None = None
    relative: bool = False
    unclear: bool = False  # the pronoun could stand for somebody else
    passive: bool = False
    denied_by: list[str] = field(default_factory=list)


_WARNED_AGAINST = Trigger(words="warn", verb=True, type="REQUEST", speech_act="warn_against")
_WITHDRAWN_WORDS = frozenset(
    "statement remark remarks accusation claim complaint motion bill candidacy bid application "
    "support demand offer proposal comment comments lawsuit appeal".split()
)


def draft_acts(sentence: Sentence, triggers: Mapping[str, tuple[Form, ...]]) -> Iterator[Draft]:
    """Yield the drafts of one sentence in reading order; no two share a word."""
    index = 0
    previous: Draft | None = None
    while index < len(sentence.items):
        form = _form_at(sentence, index, triggers)
        if form is None:
            index += 1
            continue
        last = index + len(form.words)
        draft = (
            _draft_verb(sentence, index, last, form)
            if form.trigger.verb
            else _draft_noun(sentence, index, last, form)
        )
        if draft is not None:
            if draft.trigger.verb:
                _follow(sentence, draft, previous)
                previous = draft
            yield draft
            index = last
        else:
            index += 1


def _follow(sentence: Sentence, draft: Draft, previous: Draft | None) -> None:
    """Give a bare verb behind "and" what the one before it has: "will withdraw and disarm"."""
    group = draft.group
    if previous is None or group is None or group.kind != "base" or not group.bare:
        return
    if sentence.lower(group.first - 1) in {"and", "or", ","}:
        draft.meant = previous.meant
        draft.actors = draft.actors or previous.actors
        draft.pronoun = draft.pronoun or previous.pronoun


def _form_at(
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
    if len({form.trigger.verb for form in forms}) < 2:
        return forms[0] if forms and not _is_nominal(sentence, index, forms[0]) else None
    noun = _is_noun(sentence, index, index + len(forms[0].words), forms[0])
    return next(form for form in forms if form.trigger.verb != noun)


def _is_nominal(sentence: Sentence, index: int, form: Form) -> bool:
    """Return whether a word the tables have as verb only is a noun here: "Kenya's fault"."""
    before = sentence.item(index - 1)
    if not form.trigger.verb or form.kind not in {"base", "s"} or before is None:
        return False
    return before.possessive or before.lower in DETERMINERS


def _is_noun(sentence: Sentence, index: int, last: int, form: Form) -> bool:
    """Return whether the word is a noun here, by what stands before and behind it."""
    if form.kind in {"past", "tense", "participle"}:
        return False
    before = sentence.item(index - 1)
    if before is None or before.kind in {"mark", "timex"}:
        word = sentence.lower(last)
        return form.kind != "ing" and (word in PREPOSITIONS or word in AUXILIARIES)
    if before.kind == "actor":
        return _noun_behind_actor(sentence, before.text, before.possessive, last, form)
    if before.lower == "to":
        return form.kind != "base"
    if before.lower in AUXILIARIES or before.lower in SUBJECT_PRONOUNS:
        return before.lower in {"have", "has", "had", "get", "got"} and form.kind != "ing"
    if before.lower in {"who", "which", "and", "or", "but", "that", "not"}:
        after = sentence.item(last)
        return form.kind != "ing" and (
            after is None or after.kind == "mark" or after.lower in {"of", "on", "by", "against"}
        )
    if before.lower in ADVERBS or before.lower.endswith("ly"):
        return False
    if form.kind == "ing":
        after = sentence.item(last)
        ends = after is None or after.kind == "mark" or after.lower in {"of", "in", "by", "at"}
        return before.lower in DETERMINERS and ends
    return True


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
        return after is None or after.kind == "mark" or after.lower in PREPOSITIONS
    plural = words.split()[-1].endswith("s") and not words.isupper() and not words.endswith("us")
    return not plural


def _draft_verb(sentence: Sentence, index: int, last: int, form: Form) -> Draft | None:
    group = group_at(sentence, index, last, form.kind)
    if _is_attributive(sentence, group) or _takes_back_words(sentence, last, form.trigger):
        return None
    if sentence.lower(last) in _PARTICLES or _is_figurative(sentence, last, form.trigger):
        return None  # "lifted off" and "fought off" are other verbs
    meant = read_verb(sentence, group, speech=form.trigger.speech_act is not None)
    reduced = (
        group.kind in {"past", "participle"}
        and group.bare
        and bool(find_agents(sentence, last))
        and sentence.lower(last) in {"by", "in", "on", "last"}
    )
    passive = group.passive or reduced
    subject = _subject_of(sentence, group, meant)
    draft = Draft(
        trigger=_warning(sentence, last, form.trigger),
        span=sentence.span_of(index, last),
        at=index,
        last=last,
        meant=meant,
        group=group,
        relative=subject.relative,
        passive=passive,
    )
    if sentence.lower(last) in {"no", "nothing", "none", "neither", "nobody"}:
        draft.meant = replace(meant, polarity="negative")
    if passive and group.to is not None and meant.subject is None:
        return None  # "for the decree to be withdrawn": what is withdrawn has no name
    if passive:
        draft.actors = find_agents(sentence, last)
        draft.recipients = tuple(a for a in subject.actors if a not in draft.actors)
    else:
        handed = meant.modality == "demanded" and group.to is not None and meant.subject is None
        draft.actors = () if handed else subject.actors
        draft.pronoun = None if handed else subject.pronoun
        if not form.trigger.prepositions:
            direct = form.trigger.needs_recipient
            draft.recipients = find_recipients(sentence, group, subject.actors, direct=direct)
        else:
            behind = form.trigger.prepositions
            draft.recipients = find_behind(sentence, last, behind, subject.actors)
    return draft


def _warning(sentence: Sentence, last: int, trigger: Trigger) -> Trigger:
    """Return the trigger of "warned Kenya against" and "not to": a request, not an accusation."""
    if trigger.speech_act != "warn_of":
        return trigger
    words = [sentence.lower(k) for k in range(last, last + 6)]
    against = "against" in words or ("not" in words and "to" in words)
    return _WARNED_AGAINST if against else trigger


def _takes_back_words(sentence: Sentence, last: int, trigger: Trigger) -> bool:
    """Return whether only words are withdrawn: "withdrew his remarks"."""
    return trigger.words == "withdraw" and any(
        sentence.lower(k) in _WITHDRAWN_WORDS for k in range(last, last + 3)
    )


def _is_figurative(sentence: Sentence, last: int, trigger: Trigger) -> bool:
    """Return whether force is used on words alone: "killed the bill", "rallied the crowd"."""
    if trigger.words == "rally":
        after = sentence.item(last)
        return after is not None and (after.kind == "actor" or after.lower in DETERMINERS)
    if trigger.type != "ASSAULT":
        return False
    for index in range(last, last + 5):
        word = sentence.lower(index)
        if word in _ABSTRACT:
            return True
        if word in PREPOSITIONS or not word:
            return False
    return False


def _is_attributive(sentence: Sentence, group: Group) -> bool:
    """Return whether a participle only describes a noun: "the seized ship"."""
    if group.kind not in {"past", "participle", "ing"} or not group.bare:
        return False
    before = sentence.lower(group.first - 1)
    after = sentence.item(group.last)
    described = after is not None and after.kind == "word" and after.lower not in PREPOSITIONS
    return before in DETERMINERS and described and after is not None and after.lower != "to"


def _subject_of(sentence: Sentence, group: Group, meant: Meant) -> Subject:
    if meant.subject is not None:
        actors, first = actors_at(sentence, meant.subject)
        return Subject(actors=actors, at=first)
    if is_finite(group):
        return find_subject(sentence, group)
    start = meant.governor if meant.governor is not None else group.first - 1
    return _controller(sentence, start)


def _controller(sentence: Sentence, governor: int) -> Subject:
    """Return who does what a governing word speaks of: its subject, or whose plan it is."""
    for index in range(governor, max(-1, governor - 6), -1):
        item = sentence.items[index]
        if item.kind == "actor" and item.possessive:
            return Subject(actors=actors_at(sentence, index)[0], at=index)
        if item.kind == "mark":
            break
    start = governor
    for index in range(governor, max(-1, governor - 12), -1):
        item = sentence.items[index]
        if item.kind == "actor" or item.lower in SUBJECT_PRONOUNS:
            return subject_before(sentence, index + 1, 2)
        if item.kind == "mark" and item.text != ",":
            break
        start = index
    return subject_before(sentence, start, 2) if start < governor else NOBODY


def _draft_noun(sentence: Sentence, index: int, last: int, form: Form) -> Draft | None:
    danger = form.trigger.type == "THREATEN" and sentence.lower(last) == "of"
    if danger or _starts_compound(sentence, last):
        return None  # "the threat of an attack" is nobody's threat
    actors, recipients = find_nominal(sentence, index, last)
    if recipients and not actors and form.trigger.type == "CONSULT":
        actors = tuple(a for a in _fronted_for(sentence, index, last) if a not in recipients)
    if not actors and sentence.lower(last) not in {"on", "against", "of", "to", "with"}:
        recipients = ()
    light = _light_verb(sentence, index)
    draft = Draft(
        trigger=form.trigger,
        span=sentence.span_of(index, last),
        at=index,
        last=last,
        meant=read_noun(sentence, index, last),
        group=None,
        actors=actors,
        recipients=recipients,
    )
    if light is not None:
        _carry(sentence, draft, light)
    return draft


def _starts_compound(sentence: Sentence, last: int) -> bool:
    """Return whether the noun only describes another: "attack helicopters", "aid workers"."""
    item = sentence.item(last)
    if item is None or item.kind != "word" or not item.text[0].islower():
        return False
    if item.lower in PAST_FORMS or item.lower.endswith(("ed", "ing", "ly")):
        return False
    return item.lower not in _BEHIND_NOUN


def _fronted_for(sentence: Sentence, index: int, last: int) -> tuple[str, ...]:
    """Return the subject that "In talks with Kenya on Monday," stands in front of."""
    start = index - 1
    while sentence.lower(start) in DETERMINERS or sentence.lower(start) in {"phone", "telephone"}:
        start -= 1
    if sentence.lower(start) not in _FRONTED or start > 1:
        return ()
    for at in range(last, min(len(sentence.items), last + 16)):
        if sentence.lower(at) == ",":
            after = at + 1
            while sentence.lower(after) in {"the", "mr", "mrs", "ms", "dr", "."}:
                after += 1
            item = sentence.item(after)
            if item is not None and item.actor is not None:
                return (item.actor,)
    return ()


def _light_verb(sentence: Sentence, noun: int) -> int | None:
    """Return the verb that carries the noun: "imposed (harsh new) sanctions"."""
    for index in range(noun - 1, max(-1, noun - _LIGHT_REACH), -1):
        item = sentence.items[index]
        if item.lower in LIGHT_VERBS and sentence.lower(index + 1) not in _PARTICLES | {"back"}:
            return index if item.lower not in HAVE or index >= noun - 2 else None
        if item.kind in {"mark", "timex"} or item.lower in _NOT_CARRYING:
            if item.lower in {"out", "on"} and sentence.lower(index - 1) in LIGHT_VERBS:
                continue
            return None
    return None


def _carry(sentence: Sentence, draft: Draft, verb: int) -> None:
    """Take subject and modality from the verb that carries the noun."""
    word = sentence.lower(verb)
    kind = "ing" if word.endswith("ing") else "past"
    if word in {"hold", "have", "launch", "impose", "carry", "conduct", "make", "give", "send",
                "provide", "deliver", "offer", "sign", "reach", "put", "take", "resume", "lift",
                "begin", "start", "open", "pay", "host", "issue", "commit", "order"}:  # fmt: skip
        kind = "base"
    elif word.endswith("s"):
        kind = "s"
    group = group_at(sentence, verb, verb + 1, kind)  # type: ignore[arg-type]
    meant = read_verb(sentence, group)
    subject = _subject_of(sentence, group, meant)
    draft.group = group
    draft.relative = subject.relative
    negative = "negative" in {draft.meant.polarity, meant.polarity}
    if draft.meant.modality == "happened" or meant.modality != "happened":
        draft.meant = replace(meant, polarity="negative" if negative else "positive")
    if group.passive:
        return
    own = draft.actors
    draft.actors = subject.actors or own
    draft.pronoun = subject.pronoun if not subject.actors else None
    draft.recipients = tuple(
        dict.fromkeys(a for a in (*draft.recipients, *own) if a not in draft.actors)
    )
