"""Give each cue of a unit the source that goes with it."""

from dataclasses import replace
from itertools import islice

from onrecord.statements.grammar.cues import Match
from onrecord.statements.grammar.phrases import apposition_end, noun_phrase_at, skip_adverbials
from onrecord.statements.grammar.shapes import Tokens, has_finite, is_finite, is_name
from onrecord.statements.grammar.subjects import main_subject, noun_phrase_before, subject_before
from onrecord.statements.grammar.tokens import Unit
from onrecord.statements.grammar.verbs import find_verbs, is_progressive
from onrecord.text.wordclasses import (
    AUXILIARIES,
    DAY_WORDS,
    DETERMINERS,
    DOCUMENT_NOUNS,
    OBJECT_PRONOUNS,
    SUBJECT_PRONOUNS,
    is_capital,
    is_communicator,
)

MAX_CUES = 16  # in one sentence; what has more is no sentence
_ALSO_DEEDS = frozenset("agree admit report propose indicate swear".split())
_BEFORE_PARTICIPLES = frozenset("and but then by before after while".split())


def find_matches(unit: Unit) -> tuple[Match, ...]:
    """Return the cues of `unit` in reading order, those without any possible source left out."""
    found: list[Match] = []
    low = 0
    for match in islice(find_verbs(unit.tokens), MAX_CUES):
        sourced = _find_source(unit.tokens, match, found, low)
        if sourced is not None:
            found.append(_find_after(unit.tokens, sourced))
    return tuple(found)


# --- verb groups ------------------------------------------------------------------------


def _find_source(tokens: Tokens, match: Match, found: list[Match], low: int) -> Match | None:
    if match.form == "according":
        return _source_after(tokens, match)
    if match.form == "ing" and not is_progressive(tokens, match):
        return _participle_source(tokens, match, found)
    before = tokens[match.start - 1] if match.start > 0 else None
    if before is None:
        # "Says Baru: ..." is inverted; "Asked about the talks, Baru ..." is passive.
        return _source_after(tokens, match) if match.form == "s" else None
    if before.quotation is not None:
        return _source_after(tokens, match)
    if before.lower in {"and", "but", "or", "then"}:
        return _share(tokens, match, found)
    if before.text == ",":
        inverted = _source_after(tokens, match)
        if match.start >= 2 and tokens[match.start - 2].quotation is not None:
            return inverted
        if inverted is not None and _is_inverted(tokens, inverted):
            return inverted
    subject = subject_before(tokens, match.start, low)
    if subject is None:
        if before.text == ",":
            return _share(tokens, match, found)
        return None
    if _is_supposed(tokens, subject[0], match) or not _can_speak(tokens, subject, match):
        return None
    if _is_noun_reading(tokens, match, subject):
        return None
    return replace(match, source=subject)


def _is_supposed(tokens: Tokens, start: int, match: Match) -> bool:
    """Return whether the clause only supposes that it was said: "if they say", "what they say"."""
    opener = tokens[start - 1].lower if start > 0 else ""
    if opener == "what":
        return match.cue_with("called") is None
    return opener in {"if", "unless", "whether"}


def _is_noun_reading(tokens: Tokens, match: Match, subject: tuple[int, int]) -> bool:
    """Return whether "claims" is a plural noun, having no singular subject: "rebel claims"."""
    if match.form != "s":
        return False
    head = tokens[subject[1] - 1].lower
    subject_head = tokens[subject[1] - 1]
    speaks = (
        is_name(subject_head)
        or head in SUBJECT_PRONOUNS
        or is_communicator(head)
        or not subject_head.is_word
        or match.cues[0].lemma in {"say", "tell", "add", "argue", "insist", "write"}
    )
    if not speaks:
        return True  # "his early-morning tweets"
    plural = (
        head.endswith("s")
        and not head.endswith(("’s", "'s", "ss", "us", "is"))
        and not is_capital(tokens[subject[1] - 1].text)
    )
    possessive = head.endswith(("’s", "'s", "s’"))
    return (
        plural
        or possessive
        or head in {"they", "we", "i", "you"}
        or head.endswith(("ian", "ish", "ese"))
    )


def _is_inverted(tokens: Tokens, match: Match) -> bool:
    """Return whether a cue after a comma precedes its subject: "The talks failed, said Baru"."""
    if match.source is None or match.cue_with("hearer") is not None:
        return False
    first = tokens[match.source[0]]
    if first.lower in OBJECT_PRONOUNS | DAY_WORDS | {"so", "that", "this"}:
        return False
    if not has_finite(tokens, 0, match.start) or not _names_speaker(tokens, match.source):
        return False
    end = skip_adverbials(tokens, match.last, len(tokens))
    return end >= len(tokens) or not tokens[end].is_word


def _names_speaker(tokens: Tokens, source: tuple[int, int]) -> bool:
    """Return whether the phrase starts with a name, or has a noun that can speak near its start."""
    start, end = source
    head = range(start, min(end, start + 4))
    return (
        is_name(tokens[start])
        or tokens[start].lower in SUBJECT_PRONOUNS
        or any(is_communicator(tokens[at].lower) for at in head)
    )


def _source_after(tokens: Tokens, match: Match) -> Match | None:
    """Return the match with the noun phrase right of it as source: "said Ode Baru, a minister"."""
    high = len(tokens)
    start = match.end
    end = noun_phrase_at(tokens, start, high)
    if end == start:
        return None
    if match.form == "according":
        if not (is_name(tokens[start]) or tokens[start].lower in OBJECT_PRONOUNS):
            nouns = range(start, end)
            if not any(is_name(tokens[at]) or is_communicator(tokens[at].lower) for at in nouns):
                return None  # "according to plan"
        while end < high and tokens[end].lower in {
            "to",
            "in",
            "on",
            "by",
            "from",
            "released",
            "published",
            "obtained",
            "seen",
            "familiar",
            "briefed",
            "for",
            "at",
            "with",
        }:
            further = noun_phrase_at(tokens, end + 1, high)
            if further == end + 1:
                break
            end = further
    if end < high and tokens[end].text == "(":
        closing = (at for at in range(end, min(high, end + 12)) if tokens[at].text == ")")
        end = next(closing, end - 1) + 1
    further = apposition_end(tokens, end, high)
    leads = match.form == "according" and match.start <= 1
    if not leads or (further < high and tokens[further].text == ","):
        end = further
    return replace(match, source=(start, end), inverted=True)


def _participle_source(tokens: Tokens, match: Match, found: list[Match]) -> Match | None:
    before = tokens[match.start - 1] if match.start > 0 else None
    if before is None:
        return None
    if before.lower == "as" and (quoted := _find_quoted(tokens, match.start - 1)) is not None:
        start = quoted
        while start > 0 and tokens[start - 1].lower in AUXILIARIES:
            start -= 1
        subject = subject_before(tokens, start, 0)
        by = next((at for at in range(quoted, match.start) if tokens[at].lower == "by"), None)
        relay = None if by is None else (by + 1, match.start - 1)
        return None if subject is None else replace(match, start=start, source=subject, relay=relay)
    if before.text in {",", "—", "–"} or before.lower in _BEFORE_PARTICIPLES:
        if match.cue_with("document") is not None or (
            before.lower == "by" and match.cue_with("any", "clause") is None
        ):
            return None
        return _share(tokens, match, found)
    opener = noun_phrase_before(tokens, match.start, 0)
    if opener is None:
        return None
    if tokens[match.start - 1].lower in DOCUMENT_NOUNS:
        return _share(tokens, match, found)
    if opener > 0 and tokens[opener - 1].lower == "with":
        return replace(match, source=(opener, match.start))
    return None


def _find_quoted(tokens: Tokens, before: int) -> int | None:
    return next(
        (
            at
            for at in range(before - 1, max(0, before - 8) - 1, -1)
            if tokens[at].lower == "quoted"
        ),
        None,
    )


def _share(tokens: Tokens, match: Match, found: list[Match]) -> Match | None:
    """Return the match with the source of the last cue before it, or the unit's subject.

    After a clause, a verb that is no plain saying goes with that clause's own subject: "police say
    he drew a gun and refused to drop it".
    """
    start = match.start
    turned = start > 1 and tokens[start - 1].lower == "but" and tokens[start - 2].text == ","
    plain = match.form == "ing" or turned or match.cue_with("any", "that") is not None
    if found and not turned and not (plain and match.cues[0].lemma not in _ALSO_DEEDS):
        return None
    for earlier in reversed(found):
        relative = earlier.source is not None and tokens[earlier.source[0]].lower in {
            "who",
            "which",
        }
        if match.form == "ing" and _is_deed_told(tokens, earlier, found):
            continue
        if earlier.source is not None and earlier.form != "according" and not relative:
            return replace(match, source=earlier.source, shared=True)
    subject = main_subject(tokens, match.start)
    if subject is None or not _can_speak(tokens, subject, match):
        return None
    return replace(match, source=subject, shared=True)


def _is_deed_told(tokens: Tokens, match: Match, found: list[Match]) -> bool:
    """Return whether a cue is but a deed that another tells: "Baru said Lund | has begun |, "."""
    if match.source is None or not all(
        "only" in cue.frames or cue.lemma in _ALSO_DEEDS for cue in match.cues
    ):
        return False
    start = match.source[0]
    start -= tokens[start - 1].lower == "that"
    return any(other.after == start for other in found if other is not match)


def _can_speak(tokens: Tokens, source: tuple[int, int], match: Match) -> bool:
    """Return whether the noun phrase can be a speaker for this cue."""
    start, end = source
    if match.cue_with("called") is not None:
        return True  # only quoted words will make it a statement
    if match.cue_with("document") is not None:
        return any(tokens[at].lower in DOCUMENT_NOUNS for at in range(start, end))
    if end - start == 1 and tokens[start].lower in {"i", "we", "you"}:
        # Outside quotations they are the author and the readers.
        return tokens[start].quoted or tokens[start].inside
    if any("any" in cue.frames for cue in match.cues):
        return True
    if end - start == 1 and tokens[start].lower in SUBJECT_PRONOUNS | {"some", "many", "others"}:
        return tokens[start].lower != "it" or "that" in match.cues[0].frames
    return any(is_name(tokens[at]) or is_communicator(tokens[at].lower) for at in range(start, end))


# --- what follows the cue ---------------------------------------------------------------


def _find_after(tokens: Tokens, match: Match) -> Match:
    """Return the match with its hearer, and with `after` set behind both and the adverbials."""
    high = len(tokens)
    at = match.last
    hearer: tuple[int, int] | None = None
    if match.cue_with("hearer") is not None and not match.inverted:
        end = _hearer_end(tokens, at, high)
        if match.cue_with("of") is not None:  # "warned the council | of a long winter"
            topics = (each for each in range(at + 1, end) if tokens[each].lower == "of")
            end = next(topics, end)
        if end > at:
            hearer = (at, end)
            at = end
    if match.form != "according":
        at = skip_adverbials(tokens, at, high)
    return replace(match, hearer=hearer, after=at)


def _hearer_end(tokens: Tokens, at: int, high: int) -> int:
    """Return the end of the hearer at `at`, or `at` where a clause starts right away."""
    if at >= high or tokens[at].quoted or tokens[at].lower in SUBJECT_PRONOUNS - {"it", "you"}:
        return at
    end = noun_phrase_at(tokens, at, high, attach=False)
    if end == at:
        return at
    verb = end < high and is_finite(tokens, end)
    if verb and tokens[at].lower in DETERMINERS | SUBJECT_PRONOUNS:
        return at
    return end
