"""Those whom a whole phrase of the trained reader names: "the Kesh refugee agency", "Oru’s judge".

Tables and rules of names come first; this is for the bodies and people whom none of them has.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator

from onrecord.actors.book import Book, Draft, name_at
from onrecord.actors.kinds import BODIES
from onrecord.actors.parties import Parties
from onrecord.actors.words import ORGANISATION_WORDS
from onrecord.records import Sector, Span
from onrecord.text.wordclasses import DETERMINERS, PREPOSITIONS, is_person_noun

_WORD = r"[A-Z][\w’'.&-]*"
# "University of Cape Lisk", "Rail, Tram and Bus Union": capitals, and what joins them.
_NAME = re.compile(
    rf"(?:[Bb]oth )?(?:[Tt]he )?(?:{_WORD}[’']s )?"
    rf"(?P<name>{_WORD}(?:,? (?:(?:of|for|and|on|the|&) )*{_WORD})+)"
    r"(?=$|,| (?:which|who|that|in|at)\b)"
)
# "Kesh’s | maritime registry", "the union’s | general secretary": an owner and what is owned.
_OWNED = re.compile(
    rf"(?:[Tt]he )?(?P<owner>{_WORD}(?: {_WORD})*|(?<=[Tt]he )(?:[a-z-]+ ){{0,2}}[a-z-]+)[’']s? "
    r"(?P<owned>(?:[a-z-]+ ){0,3}?(?P<head>[a-z-]+)(?: of staff)?)"
    r"(?=$|,| (?:which|who|that|in|at|for|on)\b)"
)
# "the Lisk Union | refugee agency": a body that a name tells, but not "Ida Berg outside the court".
_NO_PART = PREPOSITIONS | DETERMINERS | {"and", "or"}
_TOLD = re.compile(
    rf"(?:[Tt]he )?(?P<name>{_WORD}(?: {_WORD})* "
    rf"(?:(?!(?:{'|'.join(sorted(_NO_PART))}) )[a-z-]+ ){{0,3}}?(?P<head>[a-z-]+))"
    r"(?=$|,| (?:which|who|that|in|at|for|on)\b)"
)
# "The Post" and "the Union-led House" are named elsewhere; "No Democrats" are nobody.
_NO_NAME = re.compile(
    r"^(?:The|Both|All|No|Most|Some|Many|Few|Several|Two|Three|Other|Every|Each|An?|Another|One|"
    r"Any|Neither|Either|None|Such|This|That|These|Those|My|Our|Your|His|Her|Its|Their)\b|"
    r"-(?:\w+ed|led|run)\b|\bDemocrats$"
)
_JOINED = re.compile(r",? (?:and|&) |, ")
_NAMED_BEHIND = re.compile(r",? (?:\w+ ){0,2}[A-Z]")
_MORE_BODIES: dict[str, Sector | None] = {
    "command": "MIL", "directorate": "GOV", "embassy": "GOV", "inspectorate": "GOV",
    "league": None, "ministry": "GOV", "mission": None, "ombudsman": "GOV", "parliament": "LEG",
    "prosecutor": "JUD", "registry": "GOV", "senate": "LEG", "treasury": "GOV", "watchdog": None,
}  # fmt: skip
_ALL_BODIES = BODIES | _MORE_BODIES
# Who speaks for somebody is nobody beside him, a family may be anybody's, a network a thing.
_NO_HEADS = frozenset(
    "spokesman spokeswoman spokesperson family side team group party people network station "
    "service".split()
)
_LONGEST = 300  # characters of a mention, as of a phrase of the reader
_SPOKEN_FOR = re.compile(r"(?:[Aa]n?|[Tt]he) (?:[a-z-]+ )?spokes\w+ (?:for|of|from|at) ")
# Nouns that open a name as "Union" does, and are not its last word.
_OPENING = ORGANISATION_WORDS.keys() | {"Chamber", "Community", "League", "Confederation"}


def note_whole(text: str, book: Book, parties: Parties, roles: Collection[str]) -> None:
    """Note bodies and people whom only the reader's whole phrase names.

    `roles` are the offices that people with a name hold in the article: who has one of them may be
    one of those.
    """
    known = _Known(book)
    for party in parties:
        spokes = _SPOKEN_FOR.match(text, *party)
        party = party if spokes is None else Span(spokes.end(), party.end)
        _note_name(text, party, book, known)
        for match in (_OWNED.match(text, *party), _TOLD.match(text, *party)):
            if match is None or match["head"] in _NO_HEADS or known.ends_at(match.end("head")):
                continue
            state = known.state_at(match.start(1))
            if match.re is _OWNED:
                _note_owned(text, match, book, roles, state)
            elif match["head"] in _ALL_BODIES and not _NO_NAME.search(match["name"]):
                _note_body(text, Span(*match.span("name")), match, book, state)
            break


class _Known:
    """The mentions that there are before whole phrases are noted, by where they stand."""

    def __init__(self, book: Book) -> None:
        mentions = [(span, draft) for draft in book.drafts.values() for span in draft.mentions]
        self._mentions = sorted(mentions, key=lambda each: each[0])
        self._ends = {span.end for span, _ in mentions}

    def ends_at(self, end: int) -> bool:
        return end in self._ends

    def state_at(self, start: int) -> str | None:
        """Return the state of what is mentioned at character `start`."""
        found = self._between(start, start + 1)
        return next((draft.state for span, draft in found if span.start == start), None)

    def names(self, text: str, span: Span) -> bool:
        """Return whether somebody has all of the span, or a part of it that is none of its name.

        Who is joined to another is none: "| the Senate | and the Coal Board".
        """
        for each, draft in self._between(span.start - _LONGEST, span.end):
            if each.start <= span.start and span.end <= each.end:
                return True
            inside = span.start <= each.start and each.end <= span.end
            if inside and (
                draft.kind in {"person", "state"} or _JOINED.match(text, each.end, span.end)
            ):
                return True
        return False

    def _between(self, first: int, last: int) -> Iterator[tuple[Span, Draft]]:
        """Yield what is mentioned from character `first` on and before `last`."""
        at = bisect_left(self._mentions, first, key=lambda each: each[0].start)
        while at < len(self._mentions) and self._mentions[at][0].start < last:
            yield self._mentions[at]
            at += 1


def _note_name(text: str, party: Span, book: Book, known: _Known) -> None:
    """Note a body by its whole name, of which a part is known so far: "University of | Cape |"."""
    match = _NAME.match(text, *party)
    if match is None or not _is_body_name(match["name"]):
        return
    span = Span(*match.span("name"))
    if known.names(text, span):
        return
    words = reversed(match["name"].split())
    told = (ORGANISATION_WORDS[word] for word in words if word in ORGANISATION_WORDS)
    sector = next((each for each in told if each is not None), None)
    name = name_at(text, span)
    draft = Draft(name=name, kind="organisation", sector=sector, body=name)
    book.note(("named", *name.lower().split()), draft, span)


def _is_body_name(name: str) -> bool:
    """Return whether a word such as "Union" ends the name, or stands before "of" or "for"."""
    if _NO_NAME.search(name):
        return False
    told = any(word in _OPENING for word in re.findall(r"(\w+) (?:of|for|on) ", name))
    return told or name.split()[-1] in ORGANISATION_WORDS or name.endswith(" School District")


def _note_owned(
    text: str, match: re.Match[str], book: Book, roles: Collection[str], state: str | None
) -> None:
    owned = Span(*match.span("owned"))
    if match["head"] in _ALL_BODIES:
        office = match["head"] == "office" and is_person_noun(match["owner"].split()[-1])
        if match["owner"][0].isupper() or " " in match["owned"] or office:
            _note_body(text, owned, match, book, state)
        return
    named = _NAMED_BEHIND.match(text, match.end()) is not None  # "the bank’s owner, Ida Berg"
    if is_person_noun(match["head"]) and match["head"] not in roles and not named:
        name = name_at(text, Span(match.start("owner"), owned.end))
        draft = Draft(name=name, kind="group", state=state)
        book.note(("unnamed", name.lower(), ""), draft, owned)


def _note_body(text: str, span: Span, match: re.Match[str], book: Book, state: str | None) -> None:
    name = name_at(text, Span(match.start(1), span.end))
    sector = _ALL_BODIES[match["head"]]
    draft = Draft(name=name, kind="organisation", state=state, sector=sector, body=name)
    book.note(("named", *name.lower().split()), draft, span)
