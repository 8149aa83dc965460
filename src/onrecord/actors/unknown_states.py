"""States that no table has, told from the page itself: "the Republic of X", "Xian navy"."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from onrecord.actors.lexicon import Entry, EntryKind, Lexicon
from onrecord.actors.tokens import without_article
from onrecord.actors.views import View, is_common, is_name_word
from onrecord.actors.words import (
    ACT_NOUNS,
    BEFORE_VERB,
    COURTESY,
    LOCATIVE,
    ORGANISATION_WORDS,
    SHORT_TITLES,
    SPEECH_VERBS,
    STATE_HEADS,
    STATE_KINDS,
    STATE_NOUNS,
    WILL_VERBS,
)
from onrecord.text.wordclasses import DETERMINERS

_ADJECTIVE = re.compile(r"\w{2,}(?:ian|an|ese|ish|ic|i|er|ch|ite|ine|ean)$")
_OFFICES_OF = frozenset("president minister king queen emir chancellor ambassador envoy".split())
_NO_NOUN = (
    SPEECH_VERBS
    | WILL_VERBS
    | LOCATIVE
    | BEFORE_VERB
    | frozenset("and or but of to from with for by as who that which than when if".split())
)
# A president has these, too: "the Berg administration".
_OF_PEOPLE = frozenset("presidency administration regime".split())
# A town has these, too: "Norwich police", but hardly "Vessarian police".
_OF_TOWNS = frozenset("police authorities intelligence lawmakers".split())
_UNSURE = -1  # the place of a name that has no more than officials
_OF_STATES = ("ian", "ean", "ese", "ish", "ic")
_STATE_OF = frozenset("parliament government army navy ambassador".split())


@dataclass(slots=True)
class UnknownStates:
    """The states of one page that the tables lack, each form with the name it stands for.

    `seats` are their capitals as the page tells them: "Dorvik, the Vessarian capital".
    """

    names: dict[str, str] = field(default_factory=dict)
    adjectives: dict[str, str] = field(default_factory=dict)
    seats: dict[str, str] = field(default_factory=dict)

    def state_of(self, word: str) -> str | None:
        """Return the name of the state that `word` (a name, adjective or people) is a form of."""
        return self.names.get(word) or self.adjectives.get(word)

    def entries(self) -> Iterator[Entry]:
        """Yield the forms as entries of a lexicon; they have no state code."""
        tables: tuple[tuple[EntryKind, dict[str, str]], ...] = (
            ("state", self.names),
            ("adjective", self.adjectives),
            ("seat", self.seats),
        )
        for kind, forms in tables:
            for form, name in forms.items():
                plural = kind == "adjective" and form.endswith(("ers", "ans", "is"))
                if kind == "state" and form in self.adjectives:
                    continue
                yield Entry(
                    kind="people" if plural else kind,
                    name=name,
                    state=None,
                    sector="GOV",
                    words=(form.lower(),),
                    written=form,
                )


def find_unknown_states(views: Iterable[View], lexicon: Lexicon) -> UnknownStates:
    """Return the states that `views` give evidence of, with adjective and name tied by stem.

    An adjective alone is a state under its own form, until its name is seen.
    """
    views = tuple(views)
    nouns: dict[str, int] = {}
    adjectives: dict[str, int] = {}
    hints: set[str] = set()
    words: Counter[str] = Counter()
    surnames = {word for view in views for word in _named_people(view, lexicon)}
    for view in views:
        if view.setting == "normal":
            _collect(view, lexicon, surnames, nouns, adjectives, hints, words)
    for town in [name for name, at in nouns.items() if at == _UNSURE and name in hints]:
        del nouns[town]  # "Norwich officials" beside "Norwich police"
    people = {form[:-1] for form in words if form.endswith("s") and form[:-1] in adjectives}
    states = UnknownStates()
    by_stem: dict[str, list[str]] = {}
    for noun in words:
        by_stem.setdefault(noun[:3], []).append(noun)
    for hint in sorted(hints - nouns.keys() - adjectives.keys()):
        forms = [form for form in by_stem.get(hint[:3], ()) if form != hint]
        forms = [form for form in forms if form not in lexicon.given_names]
        shorter = [form for form in forms if len(form) <= len(hint)]
        if _ADJECTIVE.match(hint) and any(_tied(hint, form) for form in shorter):
            adjectives[hint] = 0
        elif any(_tied(form, hint) for form in forms):
            nouns[hint] = 0
    for adjective in adjectives:
        noun = _name_of(adjective, by_stem.get(adjective[:3], ()), nouns)
        states.adjectives[adjective] = noun
        if adjective in people:
            states.adjectives[adjective + "s"] = noun
        states.names.setdefault(noun, noun)
    for noun in nouns:
        states.names.setdefault(noun, noun)
        for form in by_stem.get(noun[:3], ()):
            if form == noun or form in states.names:
                continue
            if _tied(form, noun) or _tied(form.removesuffix("s"), noun):
                states.adjectives.setdefault(form, noun)
    for view in views:
        _collect_seats(view, states)
    return states


def _named_people(view: View, lexicon: Lexicon) -> Iterator[str]:
    """Yield the words of names behind a title, an office or a given name: "President Ida Berg".

    An office in small letters with a comma tells of a name of several words: "its president, Ida
    Berg".
    """
    named = False
    for index, token in enumerate(view.tokens):
        name = index not in view.taken and is_name_word(token) and not token.text.isupper()
        if name and named:
            yield token.text
            yield without_article(token.text)
        given = name and token.text in lexicon.given_names
        office = token.capital and _is_office(view, index, lexicon)
        titled = office or token.text in COURTESY or token.text in SHORT_TITLES
        stop = token.text == "." and named
        apposed = name and view.lower(index - 1) == "," and _is_office(view, index - 2, lexicon)
        going_on = given or titled or stop or apposed or (name and named)
        named = not token.possessive and going_on


def _is_office(view: View, index: int, lexicon: Lexicon) -> bool:
    return any(role.kind == "person" for _, role in lexicon.roles.get(view.lower(index), ()))


def _collect(
    view: View,
    lexicon: Lexicon,
    surnames: Collection[str],
    nouns: dict[str, int],
    adjectives: dict[str, int],
    hints: set[str],
    words: Counter[str],
) -> None:
    """Note the forms that one sentence shows to be a state's; `hints` count with a second form."""
    tokens = view.tokens
    for index, token in enumerate(tokens):
        if index in view.taken or not is_name_word(token) or not token.text.isalpha():
            continue
        if len(token.text) < 3 or token.text.isupper() or token.text in ORGANISATION_WORDS:
            continue
        if token.lower in DETERMINERS:
            continue  # "“The army will stay": a quotation opens with it
        words[token.text] += 1
        if view.starts_sentence(index) and is_common(token):
            continue
        if token.lower in lexicon.modifiers or token.lower in lexicon.roles:
            continue
        if token.text in surnames or token.text in lexicon.given_names:
            continue
        head = _head_after(view, index + 1, lexicon)
        local = head in _OF_TOWNS and not token.text.endswith(_OF_STATES)
        alone = index == 0 or not is_name_word(tokens[index - 1]) or view.starts_sentence(index)
        if token.possessive:
            if alone and (head in _OF_PEOPLE or local):
                hints.add(token.text)
            elif alone and (head in STATE_HEADS or view.lower(index + 1) in STATE_NOUNS):
                nouns.setdefault(token.text, index)
            elif alone and view.lower(index + 1) in ACT_NOUNS:
                hints.add(token.text)
        elif head in STATE_HEADS and alone:
            if local:
                hints.add(token.text)
            elif _ADJECTIVE.match(token.text):
                adjectives.setdefault(token.text, index)
            elif head in _OF_PEOPLE:
                hints.add(token.text)
            else:
                nouns.setdefault(token.text, _UNSURE if head == "officials" else index)
        elif _named_as_state(view, index):
            nouns.setdefault(token.text, index)
        elif _could_be_state(view, index) or _describes(view, index, lexicon):
            hints.add(token.text)


def _head_after(view: View, index: int, lexicon: Lexicon) -> str:
    """Return the head of the role or body that follows: "defence minister" -> "minister"."""
    for at in range(index, min(index + 4, len(view.tokens))):
        word = view.lower(at)
        if at in view.known or word not in lexicon.modifiers:
            return word
        if word in STATE_HEADS:
            return word
    return ""


def _named_as_state(view: View, index: int) -> bool:
    """Return whether "the Republic of" or "parliament of" stands before the token."""
    if view.lower(index - 1) != "of" or index < 2:
        return False
    kind = view.tokens[index - 2]
    return kind.text in STATE_KINDS or kind.lower in _STATE_OF


def _could_be_state(view: View, index: int) -> bool:
    """Return whether the token stands as a state does: "president of X", "X and Kenya"."""
    if view.lower(index - 1) in {"of", "to"} and view.lower(index - 2) in _OFFICES_OF:
        return True
    if view.lower(index + 1) in ACT_NOUNS and _ADJECTIVE.match(view.tokens[index].text):
        return True
    after = view.known.get(index + 2) if view.lower(index + 1) == "and" else None
    before = view.ending_at(index - 1) if view.lower(index - 1) == "and" else None
    beside = after or before
    return beside is not None and beside.entry.kind in {"state", "adjective"}


def _describes(view: View, index: int, lexicon: Lexicon) -> bool:
    """Return whether the token is an adjective before a common noun: "Xian ports"."""
    word, after = view.tokens[index].text, view.lower(index + 1)
    return (
        word.endswith(("ian", "ean", "ran", "san", "lan", "nan", "tan", "dan", "ese"))
        and word not in lexicon.given_names
        and after.isalpha()
        and view.tokens[index + 1].text.islower()
        and after not in _NO_NOUN
    )


def _name_of(adjective: str, candidates: Iterable[str], nouns: dict[str, int]) -> str:
    """Return the state's name that `adjective` is made from, or `adjective` where none is seen."""
    tied = [word for word in candidates if word != adjective and _tied(adjective, word)]
    tied = [word for word in tied if not _ADJECTIVE.match(word) or word in nouns] or tied
    tied = [word for word in tied if len(word) <= len(adjective)]
    return min(tied, key=lambda word: (word not in nouns, len(word), word), default=adjective)


def _tied(adjective: str, noun: str) -> bool:
    """Return whether the two share a stem: Vessarian and Vessaria, Norlandic and Norland."""
    shared = 0
    for a, b in zip(adjective, noun, strict=False):
        if a != b:
            break
        shared += 1
    return (
        shared >= max(3, len(noun) - 2)
        and shared >= len(adjective) - 5
        and (len(noun) - shared <= 1 or _ADJECTIVE.match(adjective) is not None)
        and abs(len(adjective) - len(noun)) <= 5
    )


def _collect_seats(view: View, states: UnknownStates) -> None:
    """Note "the Vessarian capital, Dorvik", "Dorvik, the capital of Vessaria"."""
    tokens = view.tokens
    for index, token in enumerate(tokens):
        if token.lower != "capital":
            continue
        owner = states.state_of(tokens[index - 1].text) if index else None
        if owner is None and view.lower(index + 1) == "of" and index + 2 < len(tokens):
            owner = states.state_of(tokens[index + 2].text)
        if owner is None:
            continue
        after = index + 1 + (view.lower(index + 1) == ",")
        first = index - 1
        while first > 0 and tokens[first].lower in {"the"} | {tokens[index - 1].lower}:
            first -= 1
        if after < len(tokens) and _could_be_seat(view, after):
            states.seats.setdefault(tokens[after].text, owner)
        elif first > 0 and view.lower(first) == "," and _could_be_seat(view, first - 1):
            states.seats.setdefault(tokens[first - 1].text, owner)


def _could_be_seat(view: View, index: int) -> bool:
    token = view.tokens[index]
    return is_name_word(token) and index not in view.taken and token.text.isalpha()
