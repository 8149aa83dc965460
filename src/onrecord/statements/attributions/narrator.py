"""Leave out of a content what the narrator adds: ", as talks began", ", but none has begun"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.records import Span
from onrecord.spans import contains
from onrecord.statements.drafts import Draft
from onrecord.statements.grammar.clauses import starts_clause
from onrecord.statements.grammar.shapes import Tokens, has_finite, is_finite
from onrecord.text.wordclasses import (
    AUXILIARIES,
    COORDINATORS,
    MODALS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)

# ", a charge it denies", ", which the junta rejects"
_DENIED = re.compile(
    r"(?:,\s+)?(?:(?:an?|the) (?:charge|claim|allegation|accusation|assertion|account|report)|"
    r"(?:charges|claims|allegations|accusations|which))\s(?P<who>[^,;:“”\"]{1,40})\s"
    r"(?:(?:has|have|had) )?(?:(?:repeatedly|strongly|always|flatly) )?"
    r"(?:den(?:y|ies|ied)|rejects?|rejected|disputes?|disputed|dismiss(?:es|ed)?)\b"
)
# " during a trip to the region", where it was said.
_WHERE_SAID = re.compile(
    r",? (?:during|in|at|after) (?:an?|his|her|its|their) (?:[\w-]+ ){0,2}(?:trip|visit|interview|"
    r"speech|conference|briefing|tour|rally|hearing|address|appearance|debate)\b"
)
_EVEN_AS = re.compile(r",? even (?:as|while) (?:he|she|they|it) ")  # "did so, even as he did not"
_IN_PAPER = re.compile(
    r"(?<=\w) in (?:an?|his|her|its|their) (?:[\w-]+ ){0,2}(?:statement|interview|letter|tweet|"
    r"email|post|speech|memo|message)(?: (?:to|with|on|from|for|late|earlier|this|last)\b[^,;:]*)?$"
)
_AS = re.compile(r", as (?!(?:if|though|well|long|soon|far|much|many)\b)")
# Verbs of a content that is so now or will be: nothing in it has happened during a visit.
_NOW = frozenset("is are ’s 's will must can cannot should would has have remains remain".split())
# ", but the board has not met", ", but not that it had fired"
_BUT = re.compile(r", (?:but|although|though|whereas) ")
_NOT_THAT = re.compile(r", (?:but|although|though) not (?:that|the|having|any)\b")
_PAST = frozenset("said told wrote found held swore".split())
_WAS = frozenset("was were had would could might did".split())
_IS = frozenset("is are has have does do will can may must remains remain".split())
_NAMING = re.compile(
    r"\b(?:refer(?:s|red|ring)?|describ(?:es?|ed|ing)|portray(?:s|ed|ing)?|"
    r"characteri[sz](?:es?|ed|ing))\b"
)
_CALLED_SO = re.compile(
    r"(?P<what>[^,.;:“”\"\n]{2,60}), (?:which|who|that|an?|the|its|his|her|their)\b"
    r"[^.;:“”\"\n]{2,120}?, (?P<so>as [^,.;:“”\"\n]{2,100})"
)
_PASSIVE = re.compile(r"\bby\s+(?:the |an? )?$")


def leave_to_narrator(text: str, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the drafts without what the narrator adds in or behind their contents."""
    for draft in drafts:
        draft = _without_apposed(text, draft)
        inside = contains(draft.unit.span, draft.whole)
        if draft.read is None or draft.kind == "direct" or draft.quoted or not inside:
            yield draft
            continue
        yield _before_addition(text, _within_relative(_within_participle(text, draft)))


def _without_apposed(text: str, draft: Draft) -> Draft:
    """Return what is called so without what is told of it: "referred to Oru, a port, as lost"."""
    if draft.read is None or draft.cue is None or draft.kind != "indirect":
        return draft
    first = draft.content[0]
    if not _NAMING.search(text, *draft.cue) or draft.cue.end >= first.start + 1:
        return draft
    found = _CALLED_SO.match(
        text, first.start, draft.unit.span.end if not draft.quoted else len(text)
    )
    if found is None:
        return draft
    return replace(draft, content=(Span(*found.span("what")), Span(*found.span("so"))))


def _before_addition(text: str, draft: Draft) -> Draft:
    """Return the draft up to a denial, a clause with "as" or the place where it was said."""
    *pieces, last = draft.content
    ends = [
        found.start()
        for found in (
            _find_denied(text, last, draft.unit.span.end),
            _find_as(text, draft, last),
            _find_where_said(text, draft, last),
            _find_contrast(text, draft, last),
            _EVEN_AS.search(text, *last) if draft.cue and draft.cue.end <= last.start else None,
        )
        if found is not None
    ]
    if not ends:
        return draft
    if min(ends) > last.start:
        return replace(draft, content=(*pieces, Span(last.start, min(ends))))
    return replace(draft, content=tuple(pieces)) if pieces else draft


def _find_denied(text: str, last: Span, stop: int) -> re.Match[str] | None:
    """Return who denies it, told behind a comma or in a piece of its own, up to `stop`."""
    return next(
        (
            found
            for found in _DENIED.finditer(text, last.start, max(last.end, stop))
            if found.start() < last.end
            and (found[0].startswith(",") or found.start() == last.start)
        ),
        None,
    )


def _find_as(text: str, draft: Draft, last: Span) -> re.Match[str] | None:
    """Return ", as" before a clause that tells an event: ", as a deal brought them hope".

    Somebody said before it what will be done; a reason is mostly a state: ", as it was late".
    """
    found = _AS.search(text, *last)
    if found is None or draft.cue is None or last.start < draft.cue.start:
        return None
    tokens, unit = draft.unit.tokens, draft.unit
    low, at, high = unit.at(last.start), unit.at(found.end()), unit.at(last.end)
    planned = any(token.lower in {"would", "will"} for token in tokens[low:at])
    if not planned or not starts_clause(tokens, at, high):
        return None
    verb = next((each for each in range(at + 1, high) if is_finite(tokens, each)), None)
    state = verb is None or tokens[verb].lower in AUXILIARIES | MODALS
    return None if state else found


def _find_contrast(text: str, draft: Draft, last: Span) -> re.Match[str] | None:
    """Return ", but" before what is so now, as against what somebody said was so.

    In "Baru said it was late, but the board has not met" only the narrator tells of the board. So
    does what is not denied: "denied the report, but not that it had fired".
    """
    if draft.cue is None or last.start < draft.cue.end:
        return None
    excepted = _NOT_THAT.search(text, *last)
    if excepted is not None:
        return excepted
    unit, tokens = draft.unit, draft.unit.tokens
    cue = text[slice(*draft.cue)].split()[-1].lower()
    for found in _BUT.finditer(text, *last):
        low, at, high = (unit.at(each) for each in (last.start, found.end(), last.end))
        if any(token.quoted or token.quotation for token in tokens[low:high]):
            return None
        before = [tokens[n].lower for n in range(low, at) if is_finite(tokens, n)]
        behind = next((tokens[n].lower for n in range(at, high) if is_finite(tokens, n)), "")
        past = (cue in _PAST or cue.endswith("ed")) and bool(before) and before[0] in _WAS
        if past and behind in _IS and tokens[at].lower not in SUBJECT_PRONOUNS:
            return found
    return None


def _find_where_said(text: str, draft: Draft, last: Span) -> re.Match[str] | None:
    """Return where it was said behind what is so: "is firm | during a visit"."""
    if draft.cue is None or last.start < draft.cue.start:
        return None
    unit, tokens = draft.unit, draft.unit.tokens
    paper = _IN_PAPER.search(text, *last)
    if paper is not None and draft.frame in {"object", "clause"}:
        low, high = unit.at(last.start), unit.at(last.end)
        if not has_finite(tokens, low, high) and not any(each.quoted for each in tokens[low:high]):
            return paper  # "denied the charges | in a letter to the paper"
    found = _WHERE_SAID.search(text, *last)
    if found is None:
        return None
    inside = range(unit.at(last.start), unit.at(found.start()))
    if any(token.quoted for token in tokens[inside.stop : unit.at(found.end())]):
        return None
    verbs = [tokens[at].lower for at in inside if is_finite(tokens, at)]
    return found if verbs and all(verb in _NOW for verb in verbs) else None


def _within_participle(text: str, draft: Draft) -> Draft:
    """Return the draft without the main verb: "The crews, warned by Berg of ice, | left".

    What stands behind the comma that closes the participle is told of the crews.
    """
    cue, source = draft.cue, draft.source
    if cue is None or source is None or source.start < cue.end or len(draft.content) == 1:
        return draft
    aside = text[: cue.start].endswith(", ") and _PASSIVE.search(text, cue.end, source.start)
    last = draft.content[-1]
    if not aside or last.start < source.end or not text[: last.start].endswith(", "):
        return draft
    tokens, at = draft.unit.tokens, draft.unit.at(last.start)
    verb = at < len(tokens) and is_finite(tokens, at)
    return replace(draft, content=draft.content[:-1]) if verb else draft


def _within_relative(draft: Draft) -> Draft:
    """Return the draft without the main verb: "A ship that Berg says they attacked | sank".

    So it is where the relative clause stands before any other verb.
    """
    source, cue, last = draft.source, draft.cue, draft.content[-1]
    if source is None or cue is None or not source.start < cue.start < last.start:
        return draft
    tokens, unit = draft.unit.tokens, draft.unit
    at, low, high = unit.at(source.start), unit.at(last.start), unit.at(last.end)
    if at == len(tokens):
        return draft  # the source stands inside a quotation, which is one token
    opener = at if tokens[at].lower in RELATIVES else at - 1
    if opener < 1 or tokens[opener].lower not in RELATIVES or unit.at(cue.end) != low:
        return draft
    if any(is_finite(tokens, each) for each in range(opener)):
        return draft
    end = _main_verb(tokens, low, high)
    if end is None:
        return draft
    return replace(draft, content=(*draft.content[:-1], Span(last.start, tokens[end - 1].end)))


def _main_verb(tokens: Tokens, low: int, high: int) -> int | None:
    """Return where the second verb stands that nothing joins to the first, if one does."""
    first: int | None = None
    for at in range(low, high):
        word = tokens[at]
        if word.lower in COORDINATORS | SUBORDINATORS | RELATIVES or not word.is_word:
            return None
        if not is_finite(tokens, at) or (at > low and tokens[at - 1].lower in AUXILIARIES | MODALS):
            continue
        if first is not None:
            return at
        first = at
    return None
