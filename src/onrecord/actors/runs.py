"""Find the runs of capitalised words that could be names of people and organisations."""

import re
from dataclasses import dataclass

from onrecord.actors.lexicon import load_lexicon
from onrecord.actors.views import View, is_common, is_name_word
from onrecord.actors.words import (
    COURTESY,
    MONTHS,
    ORGANISATION_WORDS,
    PARTICLES,
    RANKS,
    SHORT_TITLES,
    SPEECH_VERBS,
)
from onrecord.records import Span
from onrecord.text.wordclasses import is_person_noun

_LONGEST = 9
JUNIOR = frozenset({"Jr", "Sr"})
# Before a personal name they say where somebody belongs: "Republican Ada Lund".
PARTISANS = frozenset(
    "Republican Republicans Democrat Democratic Conservative Liberal Tory Socialist Communist "
    "Liberals Conservatives Catholic Muslim Jewish Christian Protestant Sunni Shia Shiite Kurdish "
    "Arab".split()
)
_RULES = frozenset("law laws rules policy regulations custom tradition".split())
_MONTH_SURNAMES = frozenset({"May", "March", "August"})
_TITLES = COURTESY | SHORT_TITLES.keys()
# Common words that some people are called by: "Foreign Minister Oh Seung-min".
_ALSO_GIVEN = frozenset("An Do Long May No Oh So Will Young".split())
# What firms are, and hardly a first word of their names.
_FIRMS = frozenset(
    "retailer lender insurer refiner carmaker automaker steelmaker planemaker chipmaker drugmaker "
    "airline shipbuilder manufacturer conglomerate brewery start-up startup tabloid".split()
)
_ON_AIR = frozenset({"Radio", "Television", "TV"})
# Where a page has lost the space between two texts: "Stuart FrankenTake Trump literally".
_RUN_TOGETHER = re.compile(r"[A-Z][a-z]{4,}[A-Z][a-z]+")
_REGIONAL = frozenset("Asian African European American Eastern Slavic Nordic Baltic".split())
_DIRECTIONS = frozenset(
    "North South East West Central Northern Southern Eastern Western Southeast Northeast Latin "
    "Middle Sub-Saharan Southeastern".split()
)
# What a slogan opens with, and no name: "Impeach Lund".
_SLOGANS = frozenset(
    "Stop Impeach Defend Dump Fire Jail Elect Help Join Save Meet Thank Ask Support Boycott Ban "
    "Block Beat Remove Recall Oust Resist Remember Trust Believe Blame Watch Arrest Protect "
    "Respect Release Reject Investigate Expel Deport Sack".split()
)
_FULL_NAME = 3  # words
_INSIDE_BODY = frozenset("of for on and the in & to".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Tokens `first` up to but not including `last`, without the courtesy title before them.

    `start` is the first token of the title, where there is one.
    """

    first: int
    last: int
    start: int
    words: tuple[str, ...]
    title: str | None = None
    of_state: int | None = None  # the token of a known state inside: "Bank of China"

    @property
    def named_as_body(self) -> bool:
        """Whether the first or last word is one that organisations are called by: "Radio Oru"."""
        on_air = len(self.words) > 1 and self.words[0] in _ON_AIR
        return on_air or any(
            word in ORGANISATION_WORDS and after in _INSIDE_BODY
            for word, after in zip(self.words, (*self.words[1:], "of"), strict=True)
        )


def run_span(view: View, run: Run) -> Span:
    """Return the characters of `run`, without its courtesy title."""
    return view.span_of(run.first, run.last)


def find_runs(view: View) -> list[Run]:
    """Return the runs of one sentence, in order; none overlaps a known phrase or a role.

    An organisation's "of" and "for" are part of it; a personal name keeps its particles.
    """
    runs: list[Run] = []
    index = 0
    while index < len(view.tokens):
        run = _run_at(view, index)
        if run is None:
            index += 1
            continue
        runs.append(run)
        index = run.last
    return runs


def _run_at(view: View, index: int) -> Run | None:
    start, title = index, None
    token = view.tokens[index]
    if index in view.taken:
        return None
    if token.text in RANKS and index + 1 < view.size:
        ranked = view.tokens[index + 1].text in SHORT_TITLES
        index, token = (index + 1, view.tokens[index + 1]) if ranked else (index, token)
    while token.text in COURTESY or token.text in SHORT_TITLES:  # "Lt Gen", "Prof Dr"
        title = token.text
        index += 1
        index += view.lower(index) == "."
        if index >= len(view.tokens):
            return None
        token = view.tokens[index]
    named = is_name_word(token) or _is_given(view, index, titled=title is not None)
    if not named or (title is None and not _opens(view, index)):
        return None
    last = _end(view, index, titled=title is not None)
    if title is None and (
        _opens_with_trade(view, index, last) or _opens_with_kind(view, index, last)
    ):
        index = start = index + 1
    words = _words(view, index, last)
    if view.setting == "title" and len(words) == 1 and words[0].lower() in SPEECH_VERBS:
        return None  # "Governor | Announce |"
    if title is None and words[-1] in _REGIONAL and _DIRECTIONS.issuperset(words[:-1]):
        return None  # "the South Asian nation"
    titled = last < view.size and view.tokens[last].text in _TITLES
    if title is None and words[-1] in PARTISANS and titled:
        return None  # "Ohio Republican | Sen. Ida Berg"
    run = Run(first=index, last=last, start=start, words=words, title=title)
    return _with_tail(view, run)


def _opens_with_trade(view: View, index: int, last: int) -> bool:
    """Return whether a sentence opens with what somebody is and his full name: "Nurse Ida Berg"."""
    token = view.tokens[index]
    trade = view.starts_sentence(index) and is_person_noun(token.lower)
    return (
        trade
        and last - index > 2
        and token.text not in load_lexicon().given_names
        and not any(each.text in ORGANISATION_WORDS for each in view.tokens[index:last])
    )


def _opens_with_kind(view: View, index: int, last: int) -> bool:
    """Return whether a sentence opens with what a firm is and its name: "Insurer | Norcoal |"."""
    token = view.tokens[index]
    kind = token.lower in _FIRMS and token.text not in ORGANISATION_WORDS
    return kind and last - index > 1 and view.starts_sentence(index)


def _opens(view: View, index: int) -> bool:
    """Return whether the capital at `index` is more than that of a sentence's first word."""
    token = view.tokens[index]
    if token.text in _ALSO_GIVEN and index - 1 in view.in_role and view.setting == "normal":
        return _name_follows(view, index + 1)
    if index == 0 and view.lower(1) == ":" and token.text in load_lexicon().given_names:
        return True  # "Bill: We hire people." opens a turn
    if is_common(token) or view.common_start(index) or token.text in COURTESY:
        return False
    if token.text in _SLOGANS and (view.starts_sentence(index) or _opens_quotation(view, index)):
        return False
    if index and _runs_on(view, index) and view.tokens[index - 1].capital:
        return False
    if any(_names_again(view, max(0, at - _FULL_NAME), at) for at in (index, index - 1) if at > 1):
        return False
    if token.text == "Per" and view.starts_sentence(index) and view.lower(index + 2) in _RULES:
        return False  # "Per Lisk law, it is late"
    if token.text == "Charge" and view.lower(index - 1) == "in":
        return False  # "Special Agent in Charge Ida Berg"
    if (
        token.text.endswith("ing")
        and view.starts_sentence(index)
        and _name_follows(view, index + 1)
    ):
        return token.text in load_lexicon().given_names  # "Firing Berg"
    if token.text not in PARTISANS or index + 1 >= view.size:
        return True
    return view.tokens[index + 1].text in ORGANISATION_WORDS


def _end(view: View, index: int, *, titled: bool, in_body: bool = False) -> int:
    last = index + 1
    limit = min(len(view.tokens), index + _LONGEST)
    if titled and index in view.taken:
        known = view.known.get(index)
        # "Mr. Berg’s administration" is no name, which "Mr. Berg" is.
        last = known.last if known and not view.tokens[index].possessive else last
    behind_of = view.lower(index - 1) in {"of", "for"} and index > 0
    in_body = in_body or (behind_of and view.tokens[index].text not in load_lexicon().given_names)
    while last < limit and (not view.tokens[last - 1].possessive or _owns_body(view, last)):
        token = view.tokens[last]
        in_body = in_body or view.tokens[last - 1].text in ORGANISATION_WORDS
        if in_body and _speaker_follows(view, last):
            break
        if view.tokens[index].text in load_lexicon().given_names and _runs_on(view, last):
            break
        if _names_again(view, index, last):
            break
        month = view.tokens[last - 1].text in load_lexicon().given_names and _is_surname(view, last)
        named = is_name_word(token) or month
        if last not in view.taken and named and token.text not in _TITLES:
            last += 1
            if token.text in JUNIOR:
                return last + (view.lower(last) == "." and last + 1 < view.size)
        elif _links(view, last) and _name_follows(view, last + 1):
            last += 2
        else:
            break
    return last


def _runs_on(view: View, index: int) -> bool:
    """Return whether a word is two, of which the second belongs to another text.

    Some companies are called so ("ExxonMobil"), and no person behind a given name.
    """
    return _RUN_TOGETHER.fullmatch(view.tokens[index].text) is not None


def _opens_quotation(view: View, index: int) -> bool:
    return view.lower(index - 1) in {"“", '"', "‘"}


def _names_again(view: View, first: int, index: int) -> bool:
    """Return whether somebody's given name stands there again: "Ada Berg | Ada Marie".

    So some pages give names twice, and it is one name's end; "Abdullah Abdullah" is a name.
    """
    given = view.tokens[index].text
    if given not in load_lexicon().given_names:
        return False
    for at in range(index - 1, first - 1, -1):
        if not view.tokens[at].capital:
            return False
        if view.tokens[at].text == given:
            return index - at > 1
    return False


def _owns_body(view: View, last: int) -> bool:
    """Return whether a body is named by those whose it is: "the Salt Traders' | League"."""
    return (
        last < view.size
        and view.tokens[last - 1].lower.endswith("s")
        and view.tokens[last].text in ORGANISATION_WORDS.keys() - {"House"}
    )


def _is_given(view: View, index: int, *, titled: bool) -> bool:
    """Return whether a month is the first or only name of somebody: "envoy April Ross", "Ms May".

    "Jan" with a name behind it is one without a title too.
    """
    if titled and _is_surname(view, index):
        return True
    month = view.tokens[index].text
    known = month == "Jan" or (month in load_lexicon().given_names and index - 1 in view.in_role)
    linked = view.lower(index + 1) in PARTICLES and _name_follows(view, index + 2)
    return known and month in MONTHS and (linked or _name_follows(view, index + 1))


def _is_surname(view: View, index: int) -> bool:
    """Return whether a month is a surname behind a given name or title: "Theresa | May |"."""
    dated = view.lower(index + 1)[:1].isdigit()
    return view.tokens[index].text in _MONTH_SURNAMES and not dated


def _speaker_follows(view: View, index: int) -> bool:
    """Return whether a body's name ends here: "the head of the Coal Council | Ida Berg said"."""
    behind = view.lower(index + 2)
    return (
        view.tokens[index].text in load_lexicon().given_names
        and _name_follows(view, index + 1)
        and behind in SPEECH_VERBS
    )


def _words(view: View, first: int, last: int) -> tuple[str, ...]:
    """Return the words of a name; the stop of an initial stays with it: "E."."""
    words: list[str] = []
    for token in view.tokens[first:last]:
        if token.text == "." and words:
            words[-1] += "."
        else:
            words.append(token.text)
    return tuple(words)


def _links(view: View, index: int) -> bool:
    """Return whether the token ties two parts of a name: an initial's stop, or a particle."""
    token, before = view.tokens[index], view.tokens[index - 1].text
    if token.text == ".":
        return (len(before) == 1 and before.isupper()) or before in {"Jr", "Sr", "St"}
    return token.text in PARTICLES


def _name_follows(view: View, index: int) -> bool:
    if index >= len(view.tokens) or index in view.taken:
        return False
    return is_name_word(view.tokens[index])


def _with_tail(view: View, run: Run) -> Run:
    """Return `run` with "of Foreign Affairs" behind "Ministry", "of China" behind "Bank"."""
    if run.title or run.words[-1] not in ORGANISATION_WORDS:
        return run
    if view.tokens[run.last - 1].possessive:
        return run
    at, of_state, last = run.last, None, run.last
    while at < min(len(view.tokens), run.first + 2 * _LONGEST) and (view.lower(at) in _INSIDE_BODY):
        if at == run.last and view.lower(at) not in {"of", "for", "on"}:
            break
        after = at + 1
        after += view.lower(after) == "the"
        known = view.known.get(after)
        if view.lower(at) in {"and", "&"} and not _goes_on(view, after, joined=at + 1 == after):
            break
        if known is not None and known.entry.kind in {"state", "adjective"}:
            of_state, last = after, known.last
            if known.entry.kind == "adjective" and _name_follows(view, last):
                last = _end(view, last, titled=False, in_body=True)  # "of Peruvian | Industry |"
        elif _name_follows(view, after) and _is_part(view, after):
            last = _end(view, after, titled=False, in_body=True)
        else:
            break
        at = last
        if view.tokens[last - 1].possessive:
            break
    words = _words(view, run.first, last)
    return Run(first=run.first, last=last, start=run.start, words=words, of_state=of_state)


def _is_part(view: View, index: int) -> bool:
    """Return whether the word belongs to a body's name: of a headline, only one that is rare."""
    return view.setting == "normal" or not is_common(view.tokens[index])


def _goes_on(view: View, index: int, *, joined: bool) -> bool:
    """Return whether a body's name goes on behind "and": no other body or state begins there.

    It does in "Ministry of Health and Social Welfare", not in "Ministry of Health and the Red
    Cross", "... and Kenya", "... and Interior Ministry", "... and Ida Berg".
    """
    if not joined or index in view.known or not _name_follows(view, index):
        return False
    if view.tokens[index].text in load_lexicon().given_names:
        return False
    last = view.tokens[_end(view, index, titled=False) - 1].text
    return last == "Services" or last not in ORGANISATION_WORDS
