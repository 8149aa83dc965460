"""Read words set apart without marks: a signed post, the paragraph behind "Baru said:"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.records import Span
from onrecord.spans import trim
from onrecord.statements.drafts import Draft
from onrecord.statements.grammar.cues import Match
from onrecord.statements.grammar.freestanding import WORD
from onrecord.statements.grammar.matches import find_matches
from onrecord.statements.grammar.shapes import has_finite
from onrecord.statements.grammar.tokens import Unit
from onrecord.statements.rules.building import clause_of
from onrecord.text.wordclasses import DETERMINERS, SUBJECT_PRONOUNS

# "— Ida Berg (@idaberg) May 3, 2023" behind a post, or in a paragraph of its own under it.
_SIGNATURE = re.compile(
    r"(?P<cue>[—–―-]{1,2}) ?(?P<name>[^\n—–(]{2,60}?) \(@\w{1,30}\)[^.:\n]{0,40}$"
)
# "Ida Berg (@idaberg) It is late": in a biography small letters go on, "is a reporter".
_HEAD = re.compile(
    r"(?P<name>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}) \(@\w{1,30}\)[ :]{1,2}"
    r"(?=[A-Z@#“\"‘.])(?!(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December|Follow) )"
)
_SIGNED_WITHIN = 160  # characters before the end of a paragraph
_LINKS = re.compile(r"(?:\s*(?:https?://\S+|pic\.twitter\.com/\S+))+\s*$")
_FEWEST = 3  # words of a post: less is a link or a greeting
_MARKS = frozenset("\"“”„«»'‘’`•*-–—►")  # a quotation, or an item of a list


def find_signature(text: str, paragraph: Span) -> re.Match[str] | None:
    """Return the signature of a post that `paragraph` ends with."""
    start = max(paragraph.start, paragraph.end - _SIGNED_WITHIN)
    return _SIGNATURE.search(text, start, paragraph.end)


def draft_apart(text: str, units: Sequence[Unit], paragraphs: Sequence[Span]) -> list[Draft]:
    """Return the statements that are set apart, each all of one paragraph or of what is signed
    there; `unit` is the first of the paragraph.

    How many paragraphs were set apart a text does not show, so it is only the one that stands next
    to the signature or the colon.
    """
    first: dict[int, Unit] = {}
    for unit in units:
        first.setdefault(unit.paragraph, unit)
    found = {draft.unit.paragraph: draft for draft in _read_headed(text, first, paragraphs)}
    found |= {draft.unit.paragraph: draft for draft in _read_posts(text, first, paragraphs)}
    for leading, unit in pairwise(units):
        if unit.paragraph == leading.paragraph + 1 and unit.paragraph not in found:
            draft = _read_block(text, leading, unit, paragraphs[unit.paragraph])
            if draft is not None:
                found[unit.paragraph] = draft
    return list(found.values())


def _read_headed(text: str, first: dict[int, Unit], paragraphs: Sequence[Span]) -> Iterator[Draft]:
    """Yield the posts that open with their author: "Ida Berg (@idaberg) It is late."."""
    for number, paragraph in enumerate(paragraphs):
        headed = _HEAD.match(text, *paragraph)
        if headed is None or number not in first or find_signature(text, paragraph) is not None:
            continue
        links = _LINKS.search(text, headed.end(), paragraph.end)
        words = trim(text, Span(headed.end(), links.start() if links else paragraph.end))
        if len(WORD.findall(text, *words)) >= _FEWEST:
            yield Draft(
                kind="direct",
                content=(words,),
                unit=first[number],
                source=Span(*headed.span("name")),
                clause=Span(paragraph.start, headed.end()),
                frame="apart",
            )


def _read_posts(text: str, first: dict[int, Unit], paragraphs: Sequence[Span]) -> Iterator[Draft]:
    for number, paragraph in enumerate(paragraphs):
        signed = find_signature(text, paragraph)
        if signed is None:
            continue
        home, words = number, trim(text, Span(paragraph.start, signed.start()))
        if words.start >= words.end and number > 0:
            home, words = number - 1, paragraphs[number - 1]
        links = _LINKS.search(text, words.start, words.end)
        words = trim(text, Span(words.start, links.start() if links else words.end))
        if home in first and len(WORD.findall(text, words.start, words.end)) >= _FEWEST:
            yield Draft(
                kind="direct",
                content=(words,),
                unit=first[home],
                cue=Span(*signed.span("cue")),
                source=Span(*signed.span("name")),
                clause=Span(signed.start("name"), signed.end()),
                frame="apart",
            )


def _read_block(text: str, leading: Unit, unit: Unit, paragraph: Span) -> Draft | None:
    """Return what `paragraph` says, if `leading` is but a source and a cue, and a colon.

    A paragraph that names the source itself is the writer's again: what was set apart is lost.
    """
    tokens = leading.tokens
    if not tokens or tokens[-1].text != ":" or text[paragraph.start] in _MARKS:
        return None
    if text[paragraph.end - 1].isalnum():
        return None  # a heading, or the names of links: sentences end in a stop
    match = find_leading(leading)
    if match is None or match.source is None or match.shared or match.inverted:
        return None
    cue = match.cue_with("quote")
    if cue is None or has_finite(tokens, 0, match.first):
        return None
    source = leading.cover(*match.source)
    if not _named(text, source).isdisjoint(WORD.findall(text, *paragraph)):
        return None
    return Draft(
        kind="direct",
        content=(trim(text, paragraph),),
        unit=unit,
        cue=leading.cover(match.start, match.end),
        source=source,
        hearer=None if match.hearer is None else leading.cover(*match.hearer),
        entry=cue,
        carried=True,
        certain=True,
        clause=clause_of(leading, match),
        frame="apart",
    )


def _named(text: str, source: Span) -> set[str]:
    """Return the words of a source that are names."""
    words = WORD.findall(text, *source)
    return {
        word
        for word in words
        if word[0].isupper() and word.lower() not in DETERMINERS | SUBJECT_PRONOUNS
    }


def find_leading(leading: Unit) -> Match | None:
    """Return the last cue, if nothing stands between it and the colon but a remark in brackets.

    "The contract states (emphasis added):" leads up to the next paragraph.
    """
    tokens = leading.tokens
    end = len(tokens) - 1
    if end > 0 and tokens[end - 1].text == ")":
        end = max((at for at in range(end) if tokens[at].text == "("), default=end)
    before = [match for match in find_matches(leading) if match.last <= end]
    return before[-1] if before and before[-1].after >= end else None
