"""Read paraphrased statements: a cue and the clause, infinitive or noun phrase it governs."""

from collections.abc import Iterator

from onrecord.statements.drafts import Draft
from onrecord.statements.grammar.clauses import (
    content_end,
    is_parenthetical,
    is_subordinate,
    phrase_end,
    trim_end,
)
from onrecord.statements.grammar.cues import Match
from onrecord.statements.grammar.frames import match_frame
from onrecord.statements.grammar.lexicon import Cue
from onrecord.statements.grammar.shapes import Tokens
from onrecord.statements.grammar.tokens import Unit
from onrecord.statements.rules.building import build_draft, is_plain

_TIME = 5  # tokens of a clause in which it opens as one of time: "a month after"


def read_indirect(
    text: str, unit: Unit, matches: tuple[Match, ...], taken: set[int]
) -> Iterator[Draft]:
    """Yield the paraphrases of `unit`; matches in `taken` already announce a quotation."""
    for number, match in enumerate(matches):
        if number in taken:
            continue
        if match.form == "according":
            draft = _read_according(text, unit, match, matches)
        elif is_parenthetical(unit.tokens, match):
            draft = _read_around(text, unit, match, matches)
        else:
            draft = _read_complement(text, unit, match, matches)
        if draft is not None:
            yield draft


# --- "The talks failed, Baru said." ------------------------------------------------------


def _read_around(text: str, unit: Unit, match: Match, matches: tuple[Match, ...]) -> Draft | None:
    """Read a clause that its attribution stands in or after."""
    tokens = unit.tokens
    entry = match.cue_with("quote", "clause")
    start = _clause_start(tokens, match)
    end = trim_end(tokens, start, match.first)
    if end > start and tokens[end - 1].lower == "as":
        end = trim_end(tokens, start, end - 1)  # "..., as Baru noted"
    pieces = [(start, end)] if end > start else []
    if (
        match.after < len(tokens)
        and tokens[match.after].text == ","
        and match.after + 1 < len(tokens)
    ):
        further = match.after + 1
        if tokens[further].quotation is None and not _is_cue_start(further, matches):
            stop = content_end(tokens, further, matches)
            quoted = any(token.quoted for token in tokens[further:stop])
            if stop > further and (quoted or _goes_on(tokens, further)):
                pieces.append((further, stop))
    pieces = [piece for piece in pieces if is_plain(tokens, *piece)]
    if not pieces or entry is None or _only_tells_when(tokens, entry, pieces):
        return None
    return build_draft(text, unit, match, entry, pieces, "around")


def _only_tells_when(tokens: Tokens, entry: Cue, pieces: list[tuple[int, int]]) -> bool:
    """Return whether the clause tells when somebody answered: "A month after it sank, Baru | "."""
    [(start, end), *further] = pieces
    opens = {token.lower for token in tokens[start : start + _TIME]}
    parted = any(token.text == "," for token in tokens[start:end])
    answers = entry.lemma in {"reply", "answer", "respond"}
    return answers and not further and not parted and bool(opens & {"after", "before", "since"})


def _goes_on(tokens: Tokens, at: int) -> bool:
    lower = tokens[at].lower
    return lower not in {
        "who",
        "which",
        "while",
        "as",
        "but",
        "and",
        "citing",
        "referring",
        "speaking",
    }


def _clause_start(tokens: Tokens, match: Match) -> int:
    start = 0
    for at in range(match.first - 1, -1, -1):
        if tokens[at].quotation is not None or tokens[at].text == ";":
            start = at + 1
            break
    while (
        start < match.first
        and (not tokens[start].is_word or tokens[start].lower in {"but", "and", "however"})
        and tokens[start].text not in "$€£("
    ):
        start += 1
    return start


def _is_cue_start(at: int, matches: tuple[Match, ...]) -> bool:
    return any(match.start == at for match in matches)


def _read_according(
    text: str, unit: Unit, match: Match, matches: tuple[Match, ...]
) -> Draft | None:
    tokens = unit.tokens
    assert match.source is not None
    behind = match.source[1]
    entry = match.cues[0]
    if match.start == 0 or (match.start == 1 and tokens[0].lower in {"and", "but"}):
        start = behind + 1 if behind < len(tokens) and tokens[behind].text == "," else behind
        end = content_end(tokens, start, matches)
        if start >= len(tokens) or not is_plain(tokens, start, end):
            return None
        return build_draft(text, unit, match, entry, [(start, end)], "around")
    start = _clause_start(tokens, match)
    end = trim_end(tokens, start, match.start)
    if not is_plain(tokens, start, end) or tokens[end - 1].lower == "that":
        return None
    pieces = [(start, end)]
    if behind + 1 < len(tokens) and tokens[behind].text == "," and _goes_on(tokens, behind + 1):
        stop = content_end(tokens, behind + 1, matches)
        if is_plain(tokens, behind + 1, stop):
            pieces.append((behind + 1, stop))
    return build_draft(text, unit, match, entry, pieces, "around")


# --- "Baru said that the talks had failed." ------------------------------------------------


def _read_complement(
    text: str, unit: Unit, match: Match, matches: tuple[Match, ...]
) -> Draft | None:
    tokens = unit.tokens
    for cue in match.cues:
        found = match_frame(tokens, match, cue)
        if found is not None:
            frame, start = found
            inner = is_subordinate(tokens, match)
            end = content_end(tokens, start, matches, subordinate=inner)
            if frame in {"object", "against"}:
                end = phrase_end(tokens, start, end)
                if end == start + 1 and tokens[start].lower in {"him", "her", "them", "us", "me"}:
                    continue  # "criticised him" tells no words
            if end > start and is_plain(tokens, start, end):
                return build_draft(text, unit, match, cue, [(start, end)], frame)
    return None
