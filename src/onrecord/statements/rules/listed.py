"""Read lists of what somebody said: "Here is what she said:", and below it one item a paragraph."""

import re
from collections.abc import Iterator, Sequence

from onrecord.records import Attribution, Span, StatementKind
from onrecord.spans import contains, overlaps, trim
from onrecord.statements.drafts import Draft
from onrecord.statements.grammar.cue_words import entry_of
from onrecord.statements.grammar.subjects import main_subject
from onrecord.statements.grammar.tokens import Unit
from onrecord.statements.rules.apart import find_leading
from onrecord.text.wordclasses import DETERMINERS, POSSESSIVES

_BULLET = re.compile(r"(?:[-–•*·▪►●○]|\(?(?:\d{1,2}|[a-z])[.)])\s+(?=\S)")
_FEWEST = 2  # items of a list
_FEWEST_WORDS = 2  # of an item that says something
_TO = re.compile(r"\bto\s*:\s*$")
_MARK = re.compile(r"[“”\"]")
_QUOTATION = re.compile(r"[“\"](?P<words>[^“”\"]+)[”\"]?[.;,]?")


def add_listed(
    text: str,
    units: Sequence[Unit],
    drafts: Sequence[Draft],
    attributions: Sequence[Attribution],
) -> list[Draft]:
    """Return the drafts with those of lists, whose items are said by who leads up to them.

    Each item is one statement, but for its sentences that have a source of their own.
    """
    listed: list[Draft] = []
    left = list(drafts)
    for number, leading in enumerate(units):
        items = _find_items(text, units, number)
        if len(items) < _FEWEST:
            continue
        lead = _read_lead(text, leading, attributions)
        if lead is None:
            continue
        left = [each for each in left if each.cue != lead.cue or each.kind == "direct"]
        listed += (draft for item in items for draft in _draft_item(text, item, lead, left))
    return left + listed


def _find_items(text: str, units: Sequence[Unit], number: int) -> list[list[Unit]]:
    """Return the units of each item of the list below a unit that ends in a colon."""
    leading = units[number]
    if not text[slice(*leading.span)].rstrip().endswith(":"):
        return []
    items: list[list[Unit]] = []
    paragraph = leading.paragraph
    for unit in units[number + 1 :]:
        if unit.paragraph == paragraph + 1:
            if not _BULLET.match(text, unit.span.start):
                break
            items.append([unit])
            paragraph += 1
        elif items and unit.paragraph == paragraph:
            items[-1].append(unit)
        else:
            break
    return items


def _read_lead(text: str, leading: Unit, attributions: Sequence[Attribution]) -> Draft | None:
    """Return who says what is listed, and by which cue: the last one before the colon."""
    read = [
        each
        for each in attributions
        if each.source is not None
        and each.stance == "said"
        and contains(leading.span, each.cue)
        and contains(leading.span, each.source)
    ]
    if read:
        last = max(read, key=lambda each: each.cue.end)
        return Draft(
            kind="indirect",
            content=(),
            unit=leading,
            cue=last.cue,
            source=_whole_source(text, leading, last.source),
            hearer=last.addressee,
            entry=entry_of(text, last.cue),
        )
    match = find_leading(leading)
    if match is None or match.source is None:
        return None
    return Draft(
        kind="indirect",
        content=(),
        unit=leading,
        cue=leading.cover(match.start, match.end),
        source=leading.cover(*match.source),
        hearer=None if match.hearer is None else leading.cover(*match.hearer),
        entry=match.cues[0],
    )


def _whole_source(text: str, leading: Unit, source: Span | None) -> Span | None:
    """Return the source, for an owner the subject: "The mayor listed | her | conditions"."""
    owner = source is not None and text[slice(*source)].lower() in POSSESSIVES | DETERMINERS
    subject = main_subject(leading.tokens, len(leading.tokens)) if owner else None
    return source if subject is None else leading.cover(*subject)


def _draft_item(
    text: str, item: Sequence[Unit], lead: Draft, drafts: Sequence[Draft]
) -> Iterator[Draft]:
    """Yield the statement of an item up to the first sentence that tells who says it."""
    told: list[Unit] = []
    for unit in item:
        if any(_tells_all(unit, draft) for draft in drafts):
            break
        told.append(unit)
    if not told:
        return
    bullet = _BULLET.match(text, told[0].span.start)
    start = told[0].span.start if bullet is None else bullet.end()
    content = trim(text, Span(start, told[-1].span.end), " \t\n;.,")
    quotation = _QUOTATION.fullmatch(text, start, told[-1].span.end)
    content = content if quotation is None else Span(*quotation.span("words"))
    words = text[slice(*content)]
    taken = quotation is not None and any(
        overlaps(content, piece) for draft in drafts for piece in draft.content
    )
    if taken or len(words.split()) < _FEWEST_WORDS:
        return
    marked: StatementKind = "mixed" if _MARK.search(words) else "indirect"
    yield Draft(
        kind=marked if quotation is None else "direct",
        content=(content,),
        unit=told[0],
        cue=lead.cue,
        source=lead.source,
        hearer=lead.hearer,
        entry=lead.entry,
        frame="to" if _TO.search(text, lead.unit.span.start, lead.unit.span.end) else "listed",
        carried=True,
        certain=True,
        clause=lead.clause,
    )


def _tells_all(unit: Unit, draft: Draft) -> bool:
    """Return whether a draft is the main clause of a sentence, with its own source."""
    if draft.unit is not unit or draft.source is None or draft.quoted:
        return False
    whole = draft.whole
    return 2 * (whole.end - whole.start) > unit.span.end - unit.span.start
