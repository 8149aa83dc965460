"""The phrases that the trained reader has for somebody who acts, speaks or is acted on."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from onrecord.records import Span
from onrecord.text.wordclasses import BODY_NOUNS, PREPOSITIONS, is_person_noun

_LONGEST = 300  # characters of a phrase that is looked at
# "outside experts", "over 600 people", and "outside the city".
_ALSO_ADJECTIVES = frozenset("outside inside near over under around like".split())
# Behind such a word another noun than the phrase's own stands: "the leader of | students |".
_BEHIND = re.compile(
    rf"\b(?:{'|'.join(sorted(PREPOSITIONS - _ALSO_ADJECTIVES))}|who|which|that|including|and|or)\b"
    rf"|\b(?:{'|'.join(sorted(_ALSO_ADJECTIVES))}) (?:the|an?|[A-Z]\w*)\b|[;:(]|,(?!\d)"
)
# What counts those who take part, and is not they: "hundreds of | students |".
_PARTITIVE = re.compile(
    r"(?:[\w-]+ ){0,3}?(?:(?:tens|hundreds) of )?(?:thousands|hundreds|dozens|scores|millions|"
    r"groups?|numbers?|chorus|pair|trio|slew|host|string|collection|majority|handful|most|many|some|several|few|two|three|four|five|"
    r"all) of "
    r"(?:the |its |their |his |her |these |those )?"
    r"(?:(?:about|around|some|nearly|almost|at least|more than|up to) )?(?:\d[\d,]* )?",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"(?:at (?:least|most)|up to|as many as|more than|fewer than|close to|around|about|over) "
    r"(?=\d)",
    re.IGNORECASE,
)
_LIST = re.compile(r",? and |, ")  # what joins the members of a list
_PLURAL = re.compile(r"s$|(?:men|women|people|children|police)$")
_DETERMINED = re.compile(r"(?:the|its|his|her|their|our)\b|.*[’']s\b", re.IGNORECASE)
_NOUN = re.compile(r" ([a-z][\w-]*)")
# What tells more of a person: "an aide | travelling with the envoy", "aides | close to her".
_PARTICIPLE = re.compile(
    r" (?:\w+(?:ing|ed)|familiar|close|loyal|opposed|critical) "
    r"(?:with|on|in|at|by|to|from|for|about|of|the|a)\b"
)
# So does one at whose end the reader's phrase ends: "a man accused | of theft".
_CUT_PARTICIPLE = re.compile(
    r" (?:\w+ed (?:with|on|in|at|by|to|from|for|of)|\w+ing (?:the|an?|his|her))\b"
)
_ALONE = frozenset(
    "himself herself itself themselves alone too both all north south east west".split()
)
# What a name behind which it stands can only be the place or time of: "the Norport Regatta blast".
_EVENTS = frozenset(
    "affair blast bombing bombings case conference crash crisis disaster explosion festival "
    "killings massacre murders race riot riots scandal shooting shootings siege summit "
    "trial".split()
)
_ROLE = re.compile(r"(?P<role>[^,;:()]+), $")
_ONE_OF = re.compile(r"(?:one|another) of (?:the|them|those|its|his|her|their)\b", re.IGNORECASE)


def _is_somebodys(role: str, head: str) -> bool:
    """Return whether a full name behind the phrase may be who it means: "the guild's amin"."""
    owned = _DETERMINED.match(role) is not None
    return owned and head.islower() and head not in BODY_NOUNS


def _members(text: str, party: Span) -> Iterator[Span]:
    """Yield the members of a list, where the party is one: "Kenya, Peru and two clubs".

    Behind a preposition it is not told who is joined: "the heads of Kenya and the clubs".
    """
    words = text[party.start : party.end]
    parts = _LIST.split(words)
    if len(parts) < 2 or any(_BEHIND.search(part) for part in parts[:-1]):
        return
    at = party.start
    for part in parts:
        at = text.index(part, at)
        yield Span(at, at + len(part))
        at += len(part)


class Parties:
    """Tells whether a noun phrase is somebody who takes part, as the trained reader has it."""

    def __init__(self, text: str, spans: Iterable[Span] = ()) -> None:
        self._text = text
        short = [span for span in spans if span.end - span.start <= _LONGEST]
        self._spans = sorted({*short, *(each for span in short for each in _members(text, span))})

    def __iter__(self) -> Iterator[Span]:
        """Yield the phrases in reading order, and the members of those that are lists."""
        return iter(self._spans)

    def holds(self, phrase: Span) -> bool:
        """Return whether `phrase` is the head of a party, and not only inside one.

        A name before another noun only describes it: "the Norport Regatta robbers".
        """
        return any(
            not _BEHIND.search(self._text, self._behind_count(phrase, party), phrase.start)
            and not self._describes(phrase, party)
            for party in self._around(phrase)
        )

    def is_whole(self, phrase: Span) -> bool:
        """Return whether `phrase` is all of a party: "jails | former bishop | for theft"."""
        at = bisect_left(self._spans, phrase)
        return self._spans[at : at + 1] == [phrase]

    def around(self, phrase: Span) -> Span | None:
        """Return the longest party that opens with `phrase`, with or without an article before."""
        parties = (party for party in self._around(phrase) if self.holds(phrase))
        opening = (
            party for party in parties if " " not in self._text[party.start : phrase.start].rstrip()
        )
        return max(opening, key=lambda party: party.end, default=None)

    def _behind_count(self, phrase: Span, party: Span) -> int:
        """Return where the party's noun phrase starts, behind the "a group of" that counts many.

        So it starts behind what bounds a number: "at least | 20 people".
        """
        bound = _BOUND.match(self._text, party.start, phrase.start)
        if bound is not None:
            return bound.end()
        if not _PLURAL.search(self._text, phrase.start, phrase.end):
            return party.start
        counted = _PARTITIVE.match(self._text, party.start, phrase.start)
        return counted.end() if counted is not None else party.start

    def _describes(self, phrase: Span, party: Span) -> bool:
        noun = _NOUN.match(self._text, phrase.end)
        if noun is None or noun.end() > party.end:
            return noun is not None and noun[1] in _EVENTS
        last = self._text[phrase.start : phrase.end].split()[-1].lower()
        told = _PARTICIPLE.match(self._text, phrase.end, party.end)
        if is_person_noun(last) and (told or _CUT_PARTICIPLE.match(self._text, phrase.end)):
            return False
        if noun[1].endswith("ed") and _PLURAL.search(self._text, phrase.start, phrase.end):
            return False  # "three | envoys | injured in the raid"
        behind = _BEHIND.match(self._text, noun.start(1), party.end)
        return behind is None and noun[1] not in _ALONE

    def apposes(self, phrase: Span) -> bool:
        """Return whether `phrase` names who the party is: "the chair of the meeting, Ida Berg"."""
        for party in self._around(phrase):
            match = _ROLE.fullmatch(self._text[party.start : phrase.start])
            if match is not None:
                if _ONE_OF.match(match["role"]):
                    return True
                link = _BEHIND.search(match["role"])
                head = match["role"][: link.start() if link else None].split()[-1:]
                full = " " in self._text[phrase.start : phrase.end]
                return bool(head) and (
                    is_person_noun(head[0].lower())
                    or (full and _is_somebodys(match["role"], head[0]))
                )
        return False

    def _around(self, phrase: Span) -> Iterator[Span]:
        at = bisect_right(self._spans, phrase.start, key=lambda span: span.start)
        return (party for party in self._spans[max(0, at - 4) : at] if phrase.end <= party.end)
