"""Those whom a whole phrase of the trained reader names: "the Kesh refugee agency", "Oru’s judge".

Tables and rules of names come first; this is for the bodies and people whom none of them has.
"""

import re
from collections.abc import Collection

from onrecord.actors.book import Book, Draft, name_at
from onrecord.actors.kinds import BODIES
from onrecord.actors.parties import Parties
from onrecord.actors.words import ORGANISATION_WORDS
from onrecord.records import Sector, Span
from onrecord.text.wordclasses import is_person_noun

_WORD = r"[A-Z][\w’'.&-]*"
# "University of Cape Lisk", "Rail, Tram and Bus Union": capitals, and what joins them.
_NAME = re.compile(
    rf"(?:[Tt]he )?(?:{_WORD}[’']s )?(?P<name>{_WORD}(?:,? (?:(?:of|for|and|on|the|&) )*{_WORD})+)"
    r"(?=$|,| (?:which|who|that|in|at)\b)"
)
# "Kesh’s | maritime registry", "the union’s | general secretary": an owner and what is owned.
_OWNED = re.compile(
    rf"(?:[Tt]he )?(?P<owner>{_WORD}(?: {_WORD})*|(?<=[Tt]he )(?:[a-z-]+ ){{0,2}}[a-z-]+)[’']s? "
    r"(?P<owned>(?:[a-z-]+ ){0,3}?(?P<head>[a-z-]+)(?: of staff)?)"
    r"(?=$|,| (?:which|who|that|in|at|for|on)\b)"
)
# "the Lisk Union | refugee agency": a body that a name tells.
_TOLD = re.compile(
    rf"(?:[Tt]he )?(?P<name>{_WORD}(?: {_WORD})* (?:(?!and |or |their |its )[a-z-]+ ){{0,3}}?"
    r"(?P<head>[a-z-]+))"
    r"(?=$|,| (?:which|who|that|in|at|for|on)\b)"
)
# "The Post" and "the Union-led House" are named elsewhere; "No Democrats" are nobody.
_NO_NAME = re.compile(
    r"^(?:The|Both|All|No|Most|Some|Many|Few|Several|Two|Three|Other|Every|Each)\b|"
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
_SPOKEN_FOR = re.compile(r"(?:[Aa]n?|[Tt]he) (?:[a-z-]+ )?spokes\w+ (?:for|of|from|at) ")
# Nouns that open a name as "Union" does, and are not its last word.
_OPENING = ORGANISATION_WORDS.keys() | {"Chamber", "Community", "League", "Confederation"}


def note_whole(text: str, book: Book, parties: Parties, roles: Collection[str]) -> None:
    """Note bodies and people whom only the reader's whole phrase names.

    `roles` are the offices that people with a name hold in the article: who has one of them may be
    one of those.
    """
    ends = {span.end for draft in book.drafts.values() for span in draft.mentions}
    for party in parties:
        spokes = _SPOKEN_FOR.match(text, *party)
        party = party if spokes is None else Span(spokes.end(), party.end)
        _note_name(text, party, book)
        for match in (_OWNED.match(text, *party), _TOLD.match(text, *party)):
            if match is None or match.end("head") in ends or match["head"] in _NO_HEADS:
                continue
            if match.re is _OWNED:
                _note_owned(text, match, book, roles)
            elif match["head"] in _ALL_BODIES:
                _note_body(text, Span(*match.span("name")), match, book)
            break


def _note_name(text: str, party: Span, book: Book) -> None:
    """Note a body by its whole name, of which a part is known so far: "University of | Cape |"."""
    match = _NAME.match(text, *party)
    if match is None or not _is_body_name(match["name"]):
        return
    span = Span(*match.span("name"))
    if any(_is_known(text, draft, span) for draft in book.drafts.values()):
        return
    sectors = (ORGANISATION_WORDS.get(word) for word in reversed(match["name"].split()))
    sector = next(filter(None, sectors), None)
    name = name_at(text, span)
    draft = Draft(name=name, kind="organisation", sector=sector, body=name)
    book.note(("named", *name.lower().split()), draft, span)


def _is_body_name(name: str) -> bool:
    """Return whether a word such as "Union" ends the name, or stands before "of" or "for"."""
    if _NO_NAME.search(name):
        return False
    told = any(word in _OPENING for word in re.findall(r"(\w+) (?:of|for|on) ", name))
    return told or name.split()[-1] in ORGANISATION_WORDS


def _is_known(text: str, draft: Draft, span: Span) -> bool:
    """Return whether the draft has all of the span, or one in it that is no part of its name.

    Who is joined to another is none: "| the Senate | and the Coal Board".
    """
    whole = any(each.start <= span.start and span.end <= each.end for each in draft.mentions)
    inside = [each for each in draft.mentions if span.start <= each.start and each.end <= span.end]
    joined = any(_JOINED.match(text, each.end, span.end) for each in inside)
    return whole or joined or (bool(inside) and draft.kind in {"person", "state"})


def _note_owned(text: str, match: re.Match[str], book: Book, roles: Collection[str]) -> None:
    owned = Span(*match.span("owned"))
    if match["head"] in _ALL_BODIES:
        office = match["head"] == "office" and is_person_noun(match["owner"].split()[-1])
        if match["owner"][0].isupper() or " " in match["owned"] or office:
            _note_body(text, owned, match, book)
        return
    named = _NAMED_BEHIND.match(text, match.end()) is not None  # "the bank’s owner, Ida Berg"
    if is_person_noun(match["head"]) and match["head"] not in roles and not named:
        name = name_at(text, Span(match.start("owner"), owned.end))
        draft = Draft(name=name, kind="group", state=_state_of(match, book))
        book.note(("unnamed", name.lower(), ""), draft, owned)


def _note_body(text: str, span: Span, match: re.Match[str], book: Book) -> None:
    name = name_at(text, Span(match.start(1), span.end))
    sector = _ALL_BODIES[match["head"]]
    draft = Draft(
        name=name, kind="organisation", state=_state_of(match, book), sector=sector, body=name
    )
    book.note(("named", *name.lower().split()), draft, span)


def _state_of(match: re.Match[str], book: Book) -> str | None:
    """Return the state that the phrase opens with, if it does."""
    at = match.start(1)
    opening = (
        draft.state
        for draft in book.drafts.values()
        if draft.state is not None and any(span.start == at for span in draft.mentions)
    )
    return next(opening, None)
