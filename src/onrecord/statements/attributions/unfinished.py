"""Go on with a content that breaks off before its clause, or leave what only begins behind it."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from onrecord.records import Span
from onrecord.statements.drafts import Draft
from onrecord.statements.grammar.shapes import Tokens, has_finite, is_finite, is_noun
from onrecord.statements.grammar.tokens import ABBREVIATIONS, Token, Unit
from onrecord.text.wordclasses import (
    AUXILIARIES,
    COORDINATORS,
    DAY_WORDS,
    MODALS,
    MONTHS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    is_adverb,
    is_possessive,
)

# No clause ends in one of these words, but for what may stand alone: "that", "more".
_LEANING = (
    POSSESSIVES
    | frozenset("the a an every".split())
    | (PREPOSITIONS - frozenset("in on by over about around before after since across".split()))
    | frozenset("would could will".split())
    | (COORDINATORS - {"so", "yet"})
    | frozenset("he she they we i such".split())
    | frozenset("is are was were".split())
)
_CUT_OFF = frozenset("which who whose while than has have had been because although".split())
_JOINING = frozenset("after before since when while".split())  # a clause to a quotation
# Of these, some end a sentence: "as it once was", "what he would".
_ENDING = MODALS | AUXILIARIES | {"that"}
# "An international | effort": what ends so tells of a noun behind it, if one is there.
_TELLING = re.compile(r"[a-z-]{3,}(?:al|ic|ive|ous|ary|able|ible|ful|less|ian|ese)|\d+-year-old")
_GOING_ON = frozenset("the a an of his her its their than".split())
_BEFORE_TIMES = frozenset("on in at by since until before after last this next late early".split())
_TIMES = frozenset("morning afternoon evening night noon week month year weekend".split())
_STOPS = frozenset(", ; : — – ( )".split())
_MOST = 40  # tokens that an end is moved over


def finish(text: str, draft: Draft, starts: Collection[int]) -> Draft:
    """Return the draft whose last words no longer end in the middle of a phrase: "the results of".

    They go on to the next stop of the clause, or back where source or cue come next, as a relative
    pronoun does: "a charge | that Kenya denies". `starts` are the places of all sources.
    """
    if draft.read is None or draft.kind == "direct" or not draft.content:
        return draft
    *pieces, last = draft.content
    tokens = draft.unit.tokens
    behind = draft.unit.at(last.end)
    at = behind - 1
    if at < 0 or tokens[at].start < last.start:
        return draft
    if tokens[at].quotation is None and tokens[at].end - last.end > 1:  # "left the U|.S. in May"
        last = Span(last.start, tokens[at].end)
        draft = replace(draft, content=(*pieces, last))
    before = draft.cue is not None and last.end <= draft.cue.start
    if before and tokens[at].lower in {"that", "which"} and tokens[at].start > last.start:
        return replace(draft, content=(*pieces, cut(text, last, tokens[at].start)))
    if _only_leads_on(tokens, at) and tokens[at].start > last.start:
        return replace(draft, content=(*pieces, cut(text, last, tokens[at].start)))
    whose = tokens[at].lower in {"his", "her"}
    if whose and (behind == len(tokens) or not tokens[behind].is_word):
        return draft  # "that the voice is his", "the bells would ring for her, Baru said"
    if behind == len(tokens) or tokens[behind].text in {".", "?", "!"}:
        return draft  # "that winter was near"
    if (
        _is_governed(text, draft)
        and tokens[at].lower in MODALS
        and has_finite(tokens, draft.unit.at(last.start), at)
    ):
        return replace(draft, content=(*pieces, cut(text, last, tokens[at].start)))
    if _is_last_noun(tokens, behind, starts):
        return replace(draft, content=(*pieces, Span(last.start, tokens[behind].end)))
    if tokens[at].lower in _BEFORE_TIMES and _is_time(tokens[behind]):
        mended = _mend_time(text, draft.unit, last, behind)
        return replace(draft, content=(*pieces, mended)) if mended.end > mended.start else draft
    if not (
        _leans(tokens, at) or _breaks_off(tokens, at, starts) or _runs_on(tokens, behind, starts)
    ):
        return draft
    own = [span for span in (draft.cue, draft.source) if span is not None]
    end = behind
    while (
        end < len(tokens)
        and end - behind < _MOST
        and tokens[end].text not in _STOPS
        and tokens[end].quotation is None
        and not any(span.start <= tokens[end].start < span.end for span in own)
        and tokens[end].text not in {".", "?", "!"}
    ):
        end += 1
    if end > behind and not any(tokens[each].quoted for each in range(behind, end)):
        return replace(draft, content=(*pieces, Span(last.start, tokens[end - 1].end)))
    if tokens[at].lower in _ENDING:
        return draft
    while at > 0 and tokens[at - 1].lower in _LEANING and tokens[at - 1].start > last.start:
        at -= 1
    left = cut(text, last, tokens[at].start)
    if left.start == left.end:
        return replace(draft, content=tuple(pieces)) if pieces else draft
    return replace(draft, content=(*pieces, left))


def _only_leads_on(tokens: Tokens, at: int) -> bool:
    """Return whether a word behind a comma opens what is told by another: "the ban, | which |"."""
    if at < 1 or at + 1 >= len(tokens) or tokens[at - 1].text != ",":
        return False
    word, after = tokens[at].lower, tokens[at + 1].lower
    if word in {"thus", "thereby"}:
        return after.endswith("ing")
    return word in {"which", "who", "whom"} and after in SUBJECT_PRONOUNS


def _is_governed(text: str, draft: Draft) -> bool:
    """Return whether a noun tells the words, so that a verb is behind: "his claim that A | may"."""
    source, cue = draft.source, draft.cue
    if source is None or cue is None or source.end > cue.start:
        return False
    return is_possessive(text[slice(*source)]) and cue.end <= draft.content[0].start


def _is_last_noun(tokens: Tokens, behind: int, starts: Collection[int]) -> bool:
    """Return whether only the last noun of the sentence is cut off: "after the power | grab"."""
    word, before = tokens[behind], tokens[behind - 1]
    if behind + 1 >= len(tokens) or tokens[behind + 1].text != "." or word.start in starts:
        return False
    plain = word.is_word and word.text.isalpha() and word.text.islower()
    times = word.lower in DAY_WORDS | _TIMES or is_adverb(word.lower)
    counted = before.text.isdigit()  # "20 | wounded"
    noun = counted or (is_noun(tokens, behind) and before.text.islower())
    return plain and not times and noun


def _mend_time(text: str, unit: Unit, piece: Span, behind: int) -> Span:
    """Return the piece without the time that is cut off at token `behind`, or with all of it.

    "Accepted the offer late on | Thursday" is what was done on Thursday; in a clause the time is
    that of its verb, "that the bay was annexed in | 2014", and so is a deadline, "by | Friday".
    """
    tokens, first = unit.tokens, unit.at(piece.start)
    due = behind > first and tokens[behind - 1].lower in {"by", "until"}
    if due or has_finite(tokens, first, behind):
        while behind + 1 < len(tokens) and _is_time(tokens[behind + 1]):
            behind += 1
        return Span(piece.start, tokens[behind].end)
    while behind > first and tokens[behind - 1].lower in _BEFORE_TIMES:
        behind -= 1
    return cut(text, piece, tokens[behind].start)


def _is_time(token: Token) -> bool:
    """Return whether the token is a day, month or year, or a number: "Thursday", "2014"."""
    month = token.lower in MONTHS and token.text[0].isupper()
    return token.lower in DAY_WORDS or month or token.text.isdigit()


def cut(text: str, piece: Span, end: int) -> Span:
    """Return the piece up to `end`, without the space and commas before that."""
    words = text[piece.start : end].rstrip(" \t\u00a0,")
    return Span(piece.start, piece.start + len(words))


def _leans(tokens: Sequence[Token], at: int) -> bool:
    """Return whether what follows belongs to the token: "of", "Gov.", "after" behind marks."""
    lower = tokens[at].lower
    if lower == "by" and tokens[at + 1].is_word:
        return True
    if tokens[at].text.removesuffix(".") in ABBREVIATIONS and tokens[at + 1].text[0].isupper():
        return True
    return lower in _LEANING or (lower in _JOINING and at > 0 and tokens[at - 1].quoted)


def _breaks_off(tokens: Tokens, at: int, starts: Collection[int]) -> bool:
    """Return whether a clause or an owner is cut off behind `at`: "who has | left", "Peru’s | war".

    In "more than he has." nothing is.
    """
    if at + 1 >= len(tokens) or tokens[at + 1].quoted or tokens[at + 1].start in starts:
        return False
    word, after = tokens[at], tokens[at + 1]
    if not after.is_word or not after.text[0].islower():
        return False
    if word.lower == "that":
        return after.lower in SUBJECT_PRONOUNS or is_finite(tokens, at + 1)
    owner, mark, _ = word.lower.replace("’", "'").rpartition("'s")
    owns = mark and owner not in SUBJECT_PRONOUNS | RELATIVES | {"there", "let", "here"}
    return bool(owns) or word.lower in _CUT_OFF or _tells_of_next(tokens, at)


def _tells_of_next(tokens: Tokens, at: int) -> bool:
    """Return whether an adjective is cut off from its noun: "an international | effort"."""
    if (
        at == 0
        or tokens[at - 1].lower not in {"a", "an"}
        or not _TELLING.fullmatch(tokens[at].lower)
    ):
        return False
    after = tokens[at + 1].lower
    return is_noun(tokens, at + 1) and not is_finite(tokens, at + 1) and not is_adverb(after)


def _runs_on(tokens: Sequence[Token], behind: int, starts: Collection[int]) -> bool:
    """Return whether the word behind cannot begin anything else: "lost | the election"."""
    if behind >= len(tokens) or tokens[behind].quoted or tokens[behind].start in starts:
        return False
    word = tokens[behind]
    return word.lower in _GOING_ON and tokens[behind - 1].text not in _STOPS
