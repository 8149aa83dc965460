"""What the name finder knows of a sentence before it looks for names: tokens and known phrases."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Literal

from onrecord.actors.lexicon import Entry, Lexicon, Role
from onrecord.actors.tokens import Token, find_tokens
from onrecord.actors.words import COMMON, DAYS, MONTHS, ROLE_STARTS
from onrecord.records import Span
from onrecord.text.wordclasses import BODY_NOUNS, PRESENT_VERBS, is_person_noun

# How a sentence is set: a capital says nothing in a headline where every word has one.
Setting = Literal["normal", "title", "caps"]
# Abbreviations that are common words once everything stands in capitals.
_COMMON_IN_CAPS = frozenset("us is it who un ap au sana ansa bild fox diet mod pa rsf".split())
_OF_OFFICE = re.compile(
    r"^(?:vice|deputy|ex|co|then|former)-|-(?:elect|designate|general|in-office)$"
)
# With a capital these are the last word of a name: "the Labour Party", "the State Bank".
_LAST_OF_NAMES = frozenset(
    {"party", "court", "coalition", "national bank", "reserve bank", "advocates"}
)
_NAMES_IN_LY = frozenset("Anatoly Vitaly Sally Kelly Emily Billy Polly Molly Lily Beverly".split())
# States and capitals that people are called by, too.
_GIVEN_NAMES = frozenset("Jordan Chad Paris Sofia Israel Georgia Vienna Washington London".split())
_SURNAMES = _GIVEN_NAMES | frozenset(
    "Ireland France England Holland Lima Berlin German French English Irish Moscow Cuba Havana "
    "Jerusalem Mali Benin Niger Roman Austria Poland Spain Norway Montenegro Santiago Guinea "
    "Turkey Greece Swiss Dutch Dane Nassau Belize Polish Welsh India Malta Rome Monaco Scotland "
    "Wales".split()
)
_TITLES = frozenset("Sheriff Judge Justice Officer Detective Inspector Sergeant Captain".split())

_MOST_MODIFIERS = 4  # tokens between a name and the noun of those who are its people
_MOST_HYPHENS = 2  # "Doctor-turned-Energy-Secretary" is no name

_CLOSING = frozenset("” ’ \" ')".split())
_SEAT = re.compile(r"[RDI]-[A-Z]")  # "Ida Berg D-N.Y., said"
# "New Mexico" is none of them.
_NEW = frozenset("Mexico England Jersey Ireland London Britain Guinea".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Tokens `first` up to but not including `last` that a table has."""

    entry: Entry
    first: int
    last: int


@dataclass(slots=True, kw_only=True)
class View:
    """One sentence: its tokens, and at each token the known phrase that starts there.

    `taken` marks tokens that belong to a known phrase, and later to a role or a name.
    """

    span: Span
    tokens: Sequence[Token]
    setting: Setting
    words: tuple[str, ...]  # the tokens in small letters
    size: int
    known: dict[int, Known] = field(default_factory=dict)
    ends: dict[int, Known] = field(default_factory=dict)  # by the token behind the phrase
    taken: set[int] = field(default_factory=set)
    in_role: set[int] = field(default_factory=set)  # those of a role or an organisation's name

    def lower(self, index: int) -> str:
        """Return the word at `index` in small letters; "" outside the sentence."""
        return self.words[index] if 0 <= index < self.size else ""

    def ending_at(self, last: int) -> Known | None:
        """Return the known phrase whose last token stands before `last`, if there is one."""
        return self.ends.get(last)

    def span_of(self, first: int, last: int) -> Span:
        """Return the characters of the tokens from `first` up to but not including `last`."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def common_start(self, index: int) -> bool:
        """Return whether the token has its capital only from its place: "Meanwhile", "Sadly"."""
        token = self.tokens[index]
        if not self.starts_sentence(index):
            return False
        return is_common(token) or (token.text.endswith("ly") and token.text not in _NAMES_IN_LY)

    def starts_sentence(self, index: int) -> bool:
        """Return whether the token is where any word would have a capital."""
        before = self.tokens[max(0, index - 3) : index]
        return all(not token.text[0].isalnum() for token in before)


def view_sentence(text: str, span: Span, lexicon: Lexicon, names: Collection[str]) -> View:
    """Return the view of one sentence, with the longest known phrases marked."""
    tokens = tuple(find_tokens(text, span, names=names))
    words = tuple(token.lower for token in tokens)
    view = View(span=span, tokens=tokens, setting=_setting(tokens), words=words, size=len(tokens))
    index = 0
    while index < len(tokens):
        known = _known_at(view, index, lexicon)
        if known is None or _is_another_states(view, known, lexicon):
            index += 1
            continue
        view.known[index] = view.ends[known.last] = known
        view.taken.update(range(index, known.last))
        index = known.last
    return view


def role_at(view: View, index: int, lexicon: Lexicon) -> tuple[Role, int] | None:
    """Return the longest role noun that starts at `index`, and where it ends."""
    first = _OF_OFFICE.sub("", view.lower(index))
    for words, role in lexicon.roles.get(first, ()):
        last = index + len(words)
        if all(view.lower(index + k) == word for k, word in enumerate(words[1:], 1)):
            if role.word.isupper() and not view.tokens[index].text.isupper():
                continue
            if role.word in _LAST_OF_NAMES and view.tokens[last - 1].capital:
                continue
            return role, last
    return None


_CONTRACTED = re.compile(
    r"(?:i|you|we|they|he|she|it|that|there|here|what|who|where|how|let)'(?:ve|m|ll|d|s|re)"
)


def is_name_word(token: Token) -> bool:
    """Return whether `token` could be part of a name by its shape alone."""
    text = token.text
    if not token.capital or not text[0].isalpha() or text.count("-") > _MOST_HYPHENS:
        return False
    if _CONTRACTED.fullmatch(token.lower) or _SEAT.match(text):
        return False  # "I’ve"
    return text not in MONTHS and text not in DAYS


def is_common(token: Token) -> bool:
    """Return whether `token` is a common word that starts sentences and headings."""
    return token.lower in COMMON


def _setting(tokens: Sequence[Token]) -> Setting:
    """Tell a headline in capitals, or with a capital on each word, from a sentence.

    Short words (of, to, and) keep a small letter in a headline, so only longer ones count; what
    ends in a full stop is a sentence however many names it has: "Lund, Berg and Holm voted ‘no.’"
    """
    words = [token.text for token in tokens if token.text[0].isalpha()]
    long = [word for word in words if len(word) > 3]
    if len(long) >= 2 and all(word.isupper() for word in long):
        return "caps"
    ends = [token.text for token in tokens if token.text not in _CLOSING][-1:]
    if len(long) < 3 or ends in (["."], ["!"]):
        return "normal"
    capital = sum(word[0].isupper() for word in long)
    small = [word for word in long if word[0].islower()]
    return "title" if capital >= 0.75 * len(long) and len(small) <= 2 else "normal"


def _known_at(view: View, index: int, lexicon: Lexicon) -> Known | None:
    token = view.tokens[index]
    caps = view.setting == "caps"
    for entry in lexicon.entries.get(token.lower, ()):
        last = index + len(entry.words)
        if view.words[index:last] == entry.words and (
            _fits_caps(entry) if caps else _fits(view, index, entry, lexicon)
        ):
            return Known(entry=entry, first=index, last=last)
    return None


def _is_another_states(view: View, known: Known, lexicon: Lexicon) -> bool:
    """Return whether a body with a common name is that of the state before it.

    The table's Coast Guard is the American one; "the Japanese Coast Guard" is left to the roles.
    """
    if known.entry.kind != "body" or known.entry.written.isupper():
        return False
    owner = view.ending_at(known.first)
    if owner is None or owner.entry.kind == "body" or owner.entry.state == known.entry.state:
        return False
    found = role_at(view, known.first, lexicon)
    at = known.first
    while found is None and view.lower(at) in lexicon.modifiers and at < known.last:
        at += 1
        found = role_at(view, at, lexicon)
    return found is not None and found[1] == known.last


def _fits(view: View, index: int, entry: Entry, lexicon: Lexicon) -> bool:
    """Return whether the words at `index` are written as a name is."""
    token = view.tokens[index]
    if len(entry.words) == 1:
        if index + 1 < view.size and view.tokens[index + 1].text == "$":
            return False  # "US$ 20,000"
        if entry.kind != "body" and _inside_name(view, index, token, lexicon):
            return False
        if token.text in _NEW and index and view.tokens[index - 1].text == "New":
            return False
        if entry.written.replace("’", "'") != token.text.replace("’", "'"):
            return False
        if token.text.isupper() and len(token.text) > 1:
            return True  # "WHO" is no "who", "US" no "us"
        return not (is_common(token) and view.starts_sentence(index))
    if token.lower == "the":
        behind = index + len(entry.words)
        longer = behind < view.size and view.tokens[behind].capital  # "the North Sea"
        return view.tokens[index + 1].capital and not (longer and entry.kind == "state")
    return token.capital or entry.written[0].islower()


def _inside_name(view: View, index: int, token: Token, lexicon: Lexicon) -> bool:
    """Return whether a state's or capital's name is part of a person's: "Michael Jordan"."""
    if view.setting != "normal":
        return False
    after = view.tokens[index + 1] if index + 1 < len(view.tokens) else None
    if (
        token.text in _GIVEN_NAMES
        and after is not None
        and not token.possessive
        and after.text[1:].islower()
        and is_name_word(after)
        and after.lower not in ROLE_STARTS
    ):
        return True
    if index == 0 or index - 1 in view.taken:
        return False
    before = view.tokens[index - 1]
    named = before.text in lexicon.given_names or before.text in _TITLES
    return (
        is_name_word(before)
        and before.text[1:].islower()
        and not before.possessive
        and (named or not view.starts_sentence(index - 1))
        and not is_common(before)
        and before.lower not in ROLE_STARTS
        and token.text in _SURNAMES
    )


def _fits_caps(entry: Entry) -> bool:
    return len(entry.words) > 1 or entry.words[0] not in _COMMON_IN_CAPS


def _are_others(view: View, at: int, noun: int) -> bool:
    """Return whether persons stand before the noun who only have it for an object.

    Those of "the teachers union leaders" tell whose leaders they are.
    """
    plural = view.words[at].endswith("s") and is_person_noun(view.words[at])
    return plural and at + 1 < noun and view.words[at + 1] not in BODY_NOUNS


def named_start(view: View, noun: int, outside: Collection[str]) -> int:
    """Return where a name before the noun starts that tells whose they are: "Berg’s parents".

    No such phrase goes through a word that is `outside` of it, nor to a name through a verb, nor
    through other persons: "the Front kidnapped | four engineers |", "Berg's aides push lawmakers".
    """
    first = noun
    for at in range(noun - 1, max(-1, noun - 1 - _MOST_MODIFIERS), -1):
        token = view.tokens[at]
        if token.lower in outside or not token.text[0].isalpha() or _are_others(view, at, noun):
            break
        if token.capital and (token.possessive or not view.starts_sentence(at)):
            between = view.words[at + 1 : first]
            verb = any(word.endswith("ed") or word in PRESENT_VERBS for word in between)
            if verb and not token.possessive:
                break
            known = view.ending_at(at + 1)
            first = known.first if known is not None else at  # "Papua New Guinea's victims"
        elif first < noun:
            break
        if token.possessive:
            break
    return first
