"""Find the cues of a unit: verb groups of the lexicon, with who they belong to."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.statements.lexicon import CUES, Cue
from onrecord.statements.phrases import (
    Tokens,
    apposition_end,
    has_finite,
    is_finite,
    is_name,
    is_noun,
    noun_phrase_at,
    noun_phrase_before,
    skip_adverbials,
    subject_before,
)
from onrecord.statements.tokens import Token, Unit
from onrecord.statements.wordclasses import (
    AUXILIARIES,
    BODY_NOUNS,
    DAY_WORDS,
    DETERMINERS,
    DOCUMENT_NOUNS,
    MODALS,
    NEGATIONS,
    OBJECT_PRONOUNS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    is_adverb,
    is_capital,
    is_communicator,
)

# "sought to reassure", "continued to insist": the infinitive was said.
_LEADING_VERBS = frozenset(
    "sought seeks continued continues rushed moved hastened proceeded used".split()
)
_ALSO_DEEDS = frozenset("agree admit report propose indicate swear".split())
_RARELY_NOUNS = frozenset(
    "say tell argue insist contend warn add write acknowledge admit deny suggest maintain".split()
)
_BE = frozenset("is are was were be been being 's ’s am isn't aren't wasn't weren't".split())
ACCORDING = Cue("according", ("to",), "claim", frozenset({"quote", "clause", "any"}))
COLON = Cue(":", (), "claim", frozenset({"quote", "clause", "any"}))


@dataclass(frozen=True, slots=True)
class Match:
    """A cue in a unit, all positions being token indices.

    The verb group is `[start, end)` with its auxiliaries and particles. `source` is the noun
    phrase that goes with it; where it is `shared`, it stands before an earlier verb of the unit.
    `after` is the first token behind the cue, its hearer and its adverbials: where content starts.
    """

    cues: tuple[Cue, ...]
    form: str
    start: int
    end: int
    source: tuple[int, int] | None = None
    shared: bool = False
    inverted: bool = False
    hearer: tuple[int, int] | None = None
    after: int = 0
    relay: tuple[int, int] | None = None  # "was quoted by the agency as saying"

    @property
    def first(self) -> int:
        """The first token of cue and own source together."""
        if self.source is None or self.shared or self.inverted:
            return self.start
        return min(self.start, self.source[0])

    @property
    def last(self) -> int:
        """The token behind cue and own source together."""
        return max(self.end, self.source[1]) if self.source and self.inverted else self.end

    def cue_with(self, *frames: str) -> Cue | None:
        """Return the first of the lexicon's readings of the cue that has one of the frames."""
        return next((cue for cue in self.cues if not cue.frames.isdisjoint(frames)), None)


def find_matches(unit: Unit) -> tuple[Match, ...]:
    """Return the cues of `unit` in reading order, those without any possible source left out."""
    found: list[Match] = []
    low = 0
    for match in _find_verbs(unit.tokens):
        sourced = _find_source(unit.tokens, match, found, low)
        if sourced is not None:
            found.append(_find_after(unit.tokens, sourced))
    return tuple(found)


# --- verb groups ------------------------------------------------------------------------


def _find_verbs(tokens: Tokens) -> Iterator[Match]:
    taken = 0
    for at, token in enumerate(tokens):
        if at < taken or token.quoted or token.quotation is not None:
            continue
        if token.lower == "according" and at + 2 < len(tokens) and tokens[at + 1].lower == "to":
            yield Match((ACCORDING,), "according", at, at + 2)
            continue
        entries = CUES.get(token.lower)
        if not entries or (is_capital(token.text) and at > 0):
            continue
        match = _read_verb_group(tokens, at, entries)
        if match is not None:
            taken = match.end
            yield match


def _read_verb_group(tokens: Tokens, at: int, entries: tuple[tuple[str, Cue], ...]) -> Match | None:
    cues: list[Cue] = []
    end = at + 1
    form = entries[0][0]
    for kind, cue in entries:
        tail = cue.tail
        if tuple(token.lower for token in tokens[at + 1 : at + 1 + len(tail)]) == tail:
            cues.append(cue)
            end = max(end, at + 1 + len(tail))
            form = kind
    if not cues:
        return None
    start = at
    words: list[str] = []
    while start > 0 and (
        tokens[start - 1].lower in AUXILIARIES | MODALS | NEGATIONS
        or (is_adverb(tokens[start - 1].lower) and not is_capital(tokens[start - 1].text))
    ):
        start -= 1
        words.append(tokens[start].lower)
    while start < at and is_adverb(tokens[start].lower) and tokens[start].lower not in NEGATIONS and not _opens_cue(tokens[start].lower):
        start += 1
    if not _asserts(tokens, at, start, form, words):
        return None
    if form == "base" and start > 1 and tokens[start - 1].lower == "to":
        start -= 2
    return Match(tuple(cues), form, start, end)


def _opens_cue(lower: str) -> bool:
    return lower in {"also", "later", "then", "again", "repeatedly", "previously", "once"}


def _asserts(tokens: Tokens, at: int, start: int, form: str, before: list[str]) -> bool:
    """Return whether the verb group says that somebody did say something.

    Infinitives, passives, negated, modal and conditional groups do not.
    """
    words = set(before)
    if words & NEGATIONS or words & MODALS:
        return False
    if start > 0 and tokens[start - 1].lower in {"to", "n't", "not"}:
        return form == "base" and start > 1 and tokens[start - 2].lower in _LEADING_VERBS
    perfect = bool(words & {"has", "have", "had", "having", "'ve", "’ve"})
    passive = bool(words & _BE) and not perfect and form in {"past", "participle"}
    if passive or {"been", "being"} & words and form != "ing":
        return False
    if form == "base":
        return not words & AUXILIARIES and _follows_plural(tokens, start, at)
    if form == "participle":
        return perfect
    return True


def _follows_plural(tokens: Tokens, start: int, at: int) -> bool:
    """Return whether a base form is a finite plural: "officials say", "I note"."""
    if start == 0:
        return False
    token = tokens[start - 1]
    if token.text in {",", ")"}:
        return tokens[at].lower in _RARELY_NOUNS
    return (
        token.lower in {"they", "we", "i", "who", "people", "police", "you"}
        or (token.lower in {"others", "some", "many"} and tokens[at].lower in _RARELY_NOUNS)
        or (token.lower.endswith("s") and not token.lower.endswith(("’s", "'s", "ss")))
    )


# --- sources ----------------------------------------------------------------------------


def _find_source(tokens: Tokens, match: Match, found: list[Match], low: int) -> Match | None:
    if match.form == "according":
        return _source_after(tokens, match)
    if match.form == "ing" and not _is_progressive(tokens, match):
        return _participle_source(tokens, match, found)
    before = tokens[match.start - 1] if match.start > 0 else None
    if before is None:
        # "Says Baru: ..." is inverted; "Asked about the talks, Baru ..." is passive.
        return _source_after(tokens, match) if match.form == "s" else None
    if before.quotation is not None:
        return _source_after(tokens, match)
    if before.lower in {"and", "but", "or", "then"}:
        return _share(tokens, match, found)
    if before.text == "," :
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
    if subject[0] > 0 and tokens[subject[0] - 1].lower in {"if", "unless", "whether", "what"}:
        if tokens[subject[0] - 1].lower != "what" or match.cue_with("called") is None:
            return None  # nobody says that it was said
    if not _can_speak(tokens, subject, match):
        return None
    if _is_noun_reading(tokens, match, subject):
        return None
    return replace(match, source=subject)


def _is_progressive(tokens: Tokens, match: Match) -> bool:
    return any(token.lower in _BE for token in tokens[match.start : match.end])


def _is_noun_reading(tokens: Tokens, match: Match, subject: tuple[int, int]) -> bool:
    """Return whether "claims" in "the rebel claims" is a plural noun: it has no singular subject."""
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
    plural = head.endswith("s") and not head.endswith(("’s", "'s", "ss", "us", "is")) and not is_capital(tokens[subject[1] - 1].text)
    possessive = head.endswith(("’s", "'s", "s’"))
    return plural or possessive or head in {"they", "we", "i", "you"} or head.endswith(("ian", "ish", "ese"))


def _is_inverted(tokens: Tokens, match: Match) -> bool:
    """Return whether a cue after a comma comes before its subject: "The talks failed, said Baru"."""
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
        while end < high and tokens[end].lower in {"to", "in", "on", "by", "from", "released", "published", "obtained", "seen", "familiar", "briefed", "for", "at", "with"}:
            further = noun_phrase_at(tokens, end + 1, high)
            if further == end + 1:
                break
            end = further
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
    if before.text in {",", "—", "–"} or before.lower in {"and", "but", "then", "by"}:
        if match.cue_with("document") is not None or (before.lower == "by" and match.cue_with("any") is None):
            return None
        return _share(tokens, match, found)
    start = noun_phrase_before(tokens, match.start, 0)
    if start is None:
        return None
    if tokens[match.start - 1].lower in DOCUMENT_NOUNS:
        return _share(tokens, match, found)
    if start > 0 and tokens[start - 1].lower == "with":
        return replace(match, source=(start, match.start))
    return None


def _find_quoted(tokens: Tokens, before: int) -> int | None:
    return next((at for at in range(before - 1, max(0, before - 8) - 1, -1) if tokens[at].lower == "quoted"), None)


def _share(tokens: Tokens, match: Match, found: list[Match]) -> Match | None:
    """Return the match with the source of the last cue before it, or the unit's subject.

    After a clause, a verb that is no plain saying goes with that clause's own subject: "police say
    he drew a gun and refused to drop it".
    """
    plain = match.form == "ing" or match.cue_with("any", "that") is not None
    if found and not (plain and match.cues[0].lemma not in _ALSO_DEEDS):
        return None
    for earlier in reversed(found):
        relative = earlier.source is not None and tokens[earlier.source[0]].lower in {"who", "which"}
        if earlier.source is not None and earlier.form != "according" and not relative:
            return replace(match, source=earlier.source, shared=True)
    subject = main_subject(tokens, match.start)
    if subject is None or not _can_speak(tokens, subject, match):
        return None
    return replace(match, source=subject, shared=True)


def main_subject(tokens: Tokens, high: int) -> tuple[int, int] | None:
    """Return the subject of the first clause that has a finite verb, before token `high`."""
    for at in range(min(high, len(tokens), 60)):
        if is_finite(tokens, at) and not tokens[at].quoted:
            start = at
            while start > 0 and (tokens[start - 1].lower in AUXILIARIES or is_adverb(tokens[start - 1].lower)):
                start -= 1
            subject = subject_before(tokens, start, 0)
            if subject is not None and not _is_subordinate(tokens, subject[0]):
                return subject
    return None


def _is_subordinate(tokens: Tokens, start: int) -> bool:
    return tokens[start].lower in {"who", "which", "that"} or (
        start > 0 and tokens[start - 1].lower in SUBORDINATORS | {"who", "which", "whose"}
    )


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
    return any(
        is_capital(tokens[at].text) and is_noun(tokens, at) or is_communicator(tokens[at].lower)
        for at in range(start, end)
    )


# --- what follows the cue ---------------------------------------------------------------


def _find_after(tokens: Tokens, match: Match) -> Match:
    """Return the match with its hearer, and with `after` set behind both and the adverbials."""
    high = len(tokens)
    at = match.last
    hearer: tuple[int, int] | None = None
    if match.cue_with("hearer") is not None and not match.inverted:
        end = _hearer_end(tokens, at, high)
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
