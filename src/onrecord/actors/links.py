"""Tie role phrases to the names they stand beside: before a name, or behind it after a comma."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.actors.lexicon import Role, load_lexicon
from onrecord.actors.roles import RELATIONS, RolePhrase
from onrecord.actors.runs import Run
from onrecord.actors.views import View
from onrecord.actors.words import ALSO_BODIES, LOCATIVE
from onrecord.text.wordclasses import (
    AUXILIARIES,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    is_person_noun,
    is_verb_form,
)

_ARTICLES = frozenset("the a an his her its their".split())
_LEADS = frozenset("heads headed leads led commands commanded runs ran chairs chaired".split())
_HEAD = Role(word="head", sector=None, kind="person")
# "Ida Berg | is now | mayor", "was | sworn in as | president", "has been | named | envoy".
_HAVE = frozenset("has had have".split())
_IS = frozenset("is was became becomes remains".split())
_HAD_BEEN = frozenset({"been", "become", "remained"})
_MADE = frozenset(
    "elected re-elected reelected appointed named made chosen sworn confirmed".split()
)
_BEHIND_IS = frozenset("now also still currently again recently - in as".split())
_LEADS_IN = frozenset(", ( — – -".split())
OF = frozenset("of for at in on".split())
_LONGEST_TAIL = 8  # tokens
_OF_MATTER = re.compile(r" (?:for|of) [a-z]+$")  # "spokesman for health | and housing"
# Behind one of these no noun phrase runs on.
_ENDS = RELATIVES | AUXILIARIES | SUBORDINATORS | frozenset("by to with from and but".split())


def link_roles(
    view: View, roles: Sequence[RolePhrase], runs: Sequence[Run]
) -> dict[int, RolePhrase]:
    """Return for the first token of each run the role phrase that belongs to it.

    A role right before a name is its own; behind a name it must stand after a comma, a dash or
    in brackets, and must not lead up to another name.
    """
    by_end = {phrase.last: phrase for phrase in roles if _of_person(view, phrase)}
    by_start = {phrase.first: phrase for phrase in roles if phrase.role.kind == "person"}
    linked: dict[int, RolePhrase] = {}
    used: set[int] = set()
    for run in runs:
        phrase = by_end.get(run.start)
        if phrase is None and view.lower(run.start - 1) == ",":
            phrase = by_end.get(run.start - 1)
            if phrase is None or phrase.role.kind != "person":
                phrase = _of_something(view, run, by_end) or phrase
            if phrase is not None and not _introduces(view, phrase, run):
                phrase = None
        if phrase is not None and phrase.role.kind == "person":
            linked[run.first] = _with_office(phrase, _behind(view, run, by_start))
            used.add(phrase.first)
        elif phrase is not None:
            linked[run.first] = phrase
    for run in runs:
        if run.first not in linked and not (_is_home(view, run, runs) or _is_place(view, run)):
            phrase = _behind(view, run, by_start)
            if phrase is not None and phrase.first not in used:
                linked[run.first] = phrase
                used.add(phrase.first)
            elif phrase is None:
                led = _led_by(view, run, roles)
                told = _predicated(view, run, by_start) if led is None else None
                if told is not None and told.first not in used:
                    used.add(told.first)
                    linked[run.first] = _without_lead(told)
                elif led is not None:
                    linked[run.first] = led
    return linked


def _of_something(view: View, run: Run, by_end: dict[int, RolePhrase]) -> RolePhrase | None:
    """Return the role that leads up to a name over whose it is: "the mayor of Oru, | Ida Berg |".

    "A spokesman for the mayor, Ida Berg" may be either's, and no office is found.
    """
    comma = run.start - 1
    if len(run.words) < 2:
        return None
    for at in range(comma - 1, max(0, comma - 1 - _LONGEST_TAIL), -1):
        word = view.lower(at)
        if word == "and" and comma - at == 2 and (phrase := by_end.get(at)) is not None:
            return _in_office(phrase, comma) if _OF_MATTER.search(phrase.words) else None
        several = word.endswith("s") and not word.endswith("ss")  # "the leader of the drivers"
        one = is_person_noun(word) and not several
        if not view.tokens[at].text[0].isalnum() or word in _ENDS or one:
            return None
        if word in OF and (phrase := by_end.get(at)) is not None:
            return _in_office(phrase, comma)
    return None


def _in_office(phrase: RolePhrase, last: int) -> RolePhrase | None:
    """Return the office up to token `last`, if it is one person's and no relation."""
    single = phrase.role.kind == "person" and phrase.head not in RELATIONS
    return replace(phrase, last=last) if single else None


def _is_home(view: View, run: Run, runs: Sequence[Run]) -> bool:
    """Return whether the run is where the one before it is from: "Ida Berg of Lisk, a judge"."""
    if view.lower(run.start - 1) not in {"of", "from"} or run.title is not None:
        return False
    return any(other.last == run.start - 1 and len(other.words) > 1 for other in runs)


def _is_place(view: View, run: Run) -> bool:
    """Return whether the run is where something is, and nobody: "in Lima Bay, Japan’s envoy said".

    Who has a given name may stand there: "trust in Ida Berg, the mayor".
    """
    before = run.start - 1
    before -= view.lower(before) == "the"
    named = run.title is not None or run.words[0] in load_lexicon().given_names
    return view.lower(before) in LOCATIVE and not named


def _led_by(view: View, run: Run, roles: Sequence[RolePhrase]) -> RolePhrase | None:
    """Return the office of "X, who heads the Kenyan army"; the army stays an actor of its own."""
    if view.lower(run.last) != "," or view.lower(run.last + 1) != "who":
        return None
    at = run.last + 3 + (view.lower(run.last + 3) in _ARTICLES)
    led = next((phrase for phrase in roles if phrase.first == at), None)
    if led is None or view.lower(run.last + 2) not in _LEADS or led.role.kind == "person":
        return None
    return replace(led, role=_HEAD, words=_HEAD.word, head=_HEAD.word, first=run.first)


def _predicated(view: View, run: Run, by_start: dict[int, RolePhrase]) -> RolePhrase | None:
    """Return the office that a clause says somebody has: "Ida Berg became | mayor of Oru |".

    So does "was elected mayor", not "may become mayor" or "was mayor", which is past.
    """
    if len(run.words) < 2 or view.tokens[run.last - 1].possessive:
        return None
    at = run.last
    at += 2 * (view.lower(at) == "," and view.lower(at + 1) == "who")
    had = view.lower(at) in _HAVE
    at += had
    verb = view.lower(at)
    if verb not in (_HAD_BEEN if had else _IS):
        return None
    at += 1
    made = False
    while view.lower(at) in _MADE | _BEHIND_IS:
        made = made or view.lower(at) in _MADE
        if at in by_start:
            break
        at += 1
    at += view.lower(at) in _ARTICLES
    phrase = by_start.get(at)
    past = verb in {"was", "been"} and not (made or (phrase is not None and _is_made(phrase)))
    return None if phrase is None or past or phrase.head in ALSO_BODIES else phrase


def _is_made(phrase: RolePhrase) -> bool:
    """Return whether the office opens with how it was got: "elected mayor"."""
    return phrase.words.partition(" ")[0].lower() in _MADE


def _without_lead(phrase: RolePhrase) -> RolePhrase:
    """Return the office without how it was got: "mayor" of "elected mayor"."""
    return replace(phrase, words=phrase.words.partition(" ")[2]) if _is_made(phrase) else phrase


def _with_office(phrase: RolePhrase, behind: RolePhrase | None) -> RolePhrase:
    """Return "Mr Lund's rival" with what stands behind the name: "the opposition leader"."""
    if behind is None or phrase.head not in RELATIONS:
        return phrase
    return replace(
        phrase,
        role=behind.role,
        words=behind.words,
        head=behind.head,
        sector=behind.sector,
        states=behind.states or phrase.states,
        body=behind.body,
        body_words=behind.body_words,
    )


def _of_person(view: View, phrase: RolePhrase) -> bool:
    """Return whether the phrase can stand before a name: "ministers Ida Berg and Ole Lind"."""
    if view.tokens[phrase.last - 1].possessive:
        return False
    return phrase.role.kind == "person" or phrase.head.endswith("s")


def _introduces(view: View, phrase: RolePhrase, run: Run) -> bool:
    """Return whether "Russia's ambassador, X," names the holder, and is no list."""
    known = bool(phrase.states or phrase.body or phrase.definite or phrase.owner is not None)
    singular = phrase.role.kind == "person"
    return singular and known and view.lower(run.last) in {",", "", "(", ".", "—", "–", "who"}


def _behind(view: View, run: Run, by_start: dict[int, RolePhrase]) -> RolePhrase | None:
    if view.tokens[run.last - 1].possessive:
        return None
    last = run.last
    if len(run.words) > 1 and view.lower(last) in {"of", "from"}:
        last += 1
        while last < view.size and view.tokens[last].capital:
            last += 1
    if view.lower(last) not in _LEADS_IN:
        return None
    at = last + 1
    for _ in range(3):
        if at in by_start:
            return None if _acts_behind(view, run, by_start[at]) else by_start[at]
        if view.lower(at) in _ARTICLES or view.lower(at) in {"former", "then", "who", "is", "was"}:
            at += 1
        else:
            return None
    return None


def _acts_behind(view: View, run: Run, phrase: RolePhrase) -> bool:
    """Return whether the role is the subject behind a phrase in front: "After a call with Lund,
    the mayor | said |".

    Lund would be the mayor if a comma stood behind: "with Lund, the mayor, Berg said".
    """
    opens = view.lower(0) in PREPOSITIONS or view.lower(0).endswith("ing")
    parted = any(view.lower(at) == "," for at in range(run.first))
    last = phrase.last + (view.lower(phrase.last) in OF)
    while last < view.size and view.tokens[last].capital:
        last += 1  # "the mayor of | Oru | said"
    return opens and not parted and is_verb_form(view.lower(last))
