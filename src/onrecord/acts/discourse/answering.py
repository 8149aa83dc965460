"""Tie words to those whom they answer: "Peru rejected a Kenyan demand", "Kenya denies it".

What somebody rejects or accepts was said to him, and he answers who said it; who denies an
accusation answers the accuser.
"""

from collections.abc import Iterable, Iterator, Sequence

from onrecord.acts.draft import Draft
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import AUXILIARIES, DETERMINERS, OWNERS, PAST_FORMS, SUBORDINATORS

_REACH = 6  # items from a verb to the noun that it has for its object
_NEAR = 200  # characters back to the request that "refused to" answers
_FAR = 400  # and to the deed that "the move" points to
_REACH_BACK = 10  # items from a noun to the passive that it is the subject of
_WORDS = frozenset({"REQUEST", "AGREE", "PROTEST", "THREATEN", "ACCUSE"})
_ANSWERS = frozenset({"REJECT", "AGREE", "SUPPORT", "ACCUSE"})
_TO_ONESELF = frozenset({"REJECT", "AGREE"})  # others too praise and condemn an offer
_JUDGING = frozenset({"SUPPORT", "ACCUSE"})
# What such a noun in a sentence of its own points back to: "turned down the offer".
_POINTS_TO = {
    "offer": "AGREE", "proposal": "AGREE", "promise": "AGREE", "invitation": "AGREE",
    "demand": "REQUEST", "request": "REQUEST", "call": "REQUEST", "appeal": "REQUEST",
    "plea": "REQUEST", "ultimatum": "REQUEST", "threat": "THREATEN", "accusation": "ACCUSE",
    "allegation": "ACCUSE", "charge": "ACCUSE", "criticism": "ACCUSE", "complaint": "ACCUSE",
}  # fmt: skip
_REQUESTS = {word for word, kind in _POINTS_TO.items() if kind == "REQUEST"} | {"petition"}
_DEEDS = frozenset(
    "action actions aggression assault attack attacks ban decision detention expulsion incident "
    "killing killings measure measures move moves raid raids sanctions seizure step steps strike "
    "strikes".split()
)
_OF_THAT = frozenset("by of to on against in".split())  # then it is told whose it is
_DONE = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "RETREAT"})
_REAL = frozenset({"happened", "ongoing", "planned"})
_KNOWN = frozenset("the that this those these such".split())


def note_answers(sentence: Sentence, drafts: Sequence[Draft], before: Sequence[Draft] = ()) -> None:
    """Fill in the missing recipients of an answer, and of the words that it answers.

    Of "condemned the attack on Peru" Peru is not blamed, but who attacked. `before` are the drafts
    of the last sentences: there stands who made "the offer" that is now turned down.
    """
    for verb, noun in _judged(sentence, drafts):
        verb.recipients = _others(noun.actors, verb)
    for answer, words in _pair(sentence, drafts):
        if not answer.recipients and answer.receiving is None:
            answer.recipients = _others(words.actors, answer)
        if not words.recipients and answer.trigger.type in _TO_ONESELF:
            words.recipients = _others(answer.actors, words)
    for number, answer in enumerate(drafts):
        if answer.trigger.type in _TO_ONESELF and not answer.recipients:
            if answer.passive and not answer.actors:
                _answer_request(sentence, answer, [*before, *drafts[:number]])
            elif answer.actors:
                answer.recipients = _said_before(sentence, answer, [*before, *drafts[:number]])
        if answer.trigger.type in _JUDGING and not answer.recipients and not answer.passive:
            answer.recipients = _done_before(sentence, answer, before)


def note_accuser(denial: Draft, before: Iterable[Draft]) -> None:
    """Give a denial the one who has charged the denier in the drafts `before` it, the last one."""
    for draft in before:
        charged = draft.trigger.type == "ACCUSE" and set(denial.actors) & set(draft.recipients)
        if charged and not denial.recipients and draft.actors:
            denial.recipients = _others(draft.actors, denial)


def _judged(sentence: Sentence, drafts: Sequence[Draft]) -> Iterator[tuple[Draft, Draft]]:
    """Yield verbs that praise or blame, with the deed that is their object and whom it befell."""
    for verb in drafts:
        if verb.group is None or verb.passive or verb.trigger.type not in _JUDGING:
            continue
        for noun in drafts:
            if verb.trigger.words == "blame" and sentence.lower(noun.last) == "on":
                continue  # "blamed the strike on Peru"
            near = verb.last <= noun.at < verb.last + _REACH and not noun.trigger.verb
            named = any(sentence.is_actor(at) for at in range(verb.last, noun.at))
            if not near or named or _parted(sentence, verb.last, noun.at):
                continue
            freed = noun.trigger.type == "RETREAT" and bool(noun.actors)
            if freed or set(verb.recipients) & set(noun.recipients):
                yield verb, noun
                break


def _pair(sentence: Sentence, drafts: Sequence[Draft]) -> Iterator[tuple[Draft, Draft]]:
    """Yield verbs that answer with the nouns of words that are their objects.

    A passive has them for its subject: "Peru's demand was rejected by Kenya".
    """
    nouns = [
        draft
        for draft in drafts
        if not draft.trigger.verb and draft.group is None and draft.trigger.type in _WORDS
    ]
    for verb in drafts:
        if verb.trigger.type not in _ANSWERS or not _is_verb(sentence, verb):
            continue
        for noun in nouns:
            if verb.passive:
                first = verb.group.first if verb.group is not None else verb.at
                paired = noun.last <= first < noun.last + _REACH_BACK
                paired = paired and not _ends_clause(sentence, noun.last, first)
            else:
                paired = verb.last <= noun.at < verb.last + _REACH
                paired = paired and not _parted(sentence, verb.last, noun.at)
                paired = paired and not _defends_from(sentence, verb, noun)
            if paired:
                yield verb, noun
                break


def _defends_from(sentence: Sentence, verb: Draft, noun: Draft) -> bool:
    """Return whether something else is praised: "defended the plan against criticism by Kenya"."""
    between = {sentence.lower(at) for at in range(verb.last, noun.at)}
    return verb.trigger.type == "SUPPORT" and "against" in between


def _is_verb(sentence: Sentence, draft: Draft) -> bool:
    """Return whether a verb tells the act, to the reader alone too: "granted Kenya's request"."""
    if draft.group is not None:
        return True
    word = sentence.lower(draft.at)
    return draft.trigger.verb and (word.endswith("ed") or word in PAST_FORMS)


def _parted(sentence: Sentence, start: int, end: int) -> bool:
    """Return whether another clause or phrase begins between the two items."""
    phrase = {"to", "by", "with", "over", "for", "of"}
    between = sentence.items[start:end]
    return _ends_clause(sentence, start, end) or any(
        item.kind == "timex" or item.lower in phrase for item in between
    )


def _ends_clause(sentence: Sentence, start: int, end: int) -> bool:
    """Return whether a mark, a conjunction or another verb stands between the two items."""
    return any(
        item.kind == "mark" or item.lower in AUXILIARIES | SUBORDINATORS
        for item in sentence.items[start:end]
    )


def _said_before(sentence: Sentence, answer: Draft, before: Sequence[Draft]) -> tuple[str, ...]:
    """Return who said last, to the one who answers or to nobody in particular, what is answered."""
    if sentence.lower(answer.last) == "to":
        return _asked_before(sentence, answer, before)
    if sentence.lower(answer.last) not in _KNOWN:
        return ()
    at = sentence.skip(answer.last, DETERMINERS)
    wanted = _POINTS_TO.get(sentence.lower(at).removesuffix("s"))
    for draft in reversed(before):
        told = not draft.recipients or bool(set(draft.recipients) & set(answer.actors))
        if draft.trigger.type == wanted and told and _others(draft.actors, answer):
            return _others(draft.actors, answer)
    return ()


def _asked_before(sentence: Sentence, answer: Draft, before: Sequence[Draft]) -> tuple[str, ...]:
    """Return who asked last what is agreed or refused: "asked Peru to sign. Peru refused to"."""
    for draft in reversed(before):
        if draft.span.start < sentence.span.start - _NEAR:
            return ()
        if draft.trigger.type == "REQUEST" and set(answer.actors) & set(draft.recipients):
            return _others(draft.actors, answer)
    return ()


def _answer_request(sentence: Sentence, answer: Draft, before: Sequence[Draft]) -> None:
    """Fill in both sides where only what is answered is told: "but its request was rejected".

    Who was asked answers, and who asked is answered.
    """
    group = answer.group
    if group is None or sentence.lower(group.first - 1).removesuffix("s") not in _REQUESTS:
        return
    for draft in reversed(before):
        if draft.trigger.type == "REQUEST" and draft.actors and draft.recipients:
            if answer.receiving is None or sentence.lower(group.first - 2) in _KNOWN | OWNERS:
                answer.actors, answer.recipients = draft.recipients, draft.actors
                answer.receiving = None
            return


def _done_before(sentence: Sentence, answer: Draft, before: Sequence[Draft]) -> tuple[str, ...]:
    """Return who has done what is judged, told in the sentence before: "condemned the move".

    Where two have done something it may be either's.
    """
    at = answer.last
    if sentence.lower(at) not in _KNOWN or (answer.group and answer.trigger.speech_act is None):
        return ()  # "investigated the attack"
    at += 1
    at += sentence.lower(at + 1) in _DEEDS
    if sentence.lower(at) not in _DEEDS or sentence.lower(at + 1) in _OF_THAT:
        return ()
    done = {
        draft.actors
        for draft in before
        if draft.trigger.type in _DONE
        and draft.meant.modality in _REAL
        and draft.actors
        and draft.span.start >= sentence.span.start - _FAR
    }
    [actors, *others] = done or {()}
    return _others(actors, answer) if len(actors) == 1 and not others else ()


def _others(actors: tuple[str, ...], draft: Draft) -> tuple[str, ...]:
    return tuple(actor for actor in actors if actor not in draft.actors)
