"""Score readings against the expected ones: rows found, and what is right in the matched rows.

Both readings are of one text: `aligning` moves a reading of another onto it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tests.golden.matching import (
    Pairing,
    R,
    article_of,
    find_actor,
    has_speaker,
    is_mostly_one,
    is_same_actor,
    pair_rows,
    same_value,
)

from onrecord.records import Reading, Span, Statement
from onrecord.stances import words_said

_VAGUE = {"PRESENT_REF", "PAST_REF", "FUTURE_REF"}


@dataclass(slots=True)
class Score:
    """How many rows of one kind were expected, found and matched, and what was right in them."""

    expected: int = 0
    found: int = 0
    matched: int = 0
    right: dict[str, list[int]] = field(default_factory=dict)  # name -> [right, asked]

    def count(self, name: str, *, right: bool) -> None:
        """Note whether the matched row has `name` right."""
        tally = self.right.setdefault(name, [0, 0])
        tally[0] += right
        tally[1] += 1

    def rates(self) -> dict[str, float]:
        """Return recall, precision and the share of matched rows with each field right."""
        rates = {
            "recall": self.matched / self.expected if self.expected else 1.0,
            "precision": self.matched / self.found if self.found else 1.0,
        }
        return rates | {name: right / asked for name, (right, asked) in self.right.items()}


def score_pages(pages: Iterable[tuple[Reading, Reading]]) -> dict[str, Score]:
    """Return the scores of (expected, found) readings by kind of row."""
    scores = {kind: Score() for kind in ("timexes", "statements", "acts", "figures")}
    for expected, found in pages:
        _score_timexes(scores["timexes"], expected, found)
        _score_statements(scores["statements"], expected, found)
        _score_acts(scores["acts"], expected, found)
        _score_figures(scores["figures"], expected, found)
    return scores


def _pair_counted(score: Score, text: str, expected: Sequence[R], found: Sequence[R]) -> Pairing[R]:
    pairing = pair_rows(text, expected, found)
    score.expected += len(expected)
    score.found += len(found)
    score.matched += len(pairing.pairs)
    return pairing


def _score_timexes(score: Score, expected: Reading, found: Reading) -> None:
    given = [timex for timex in found.timexes if timex.value not in _VAGUE]
    text = article_of(expected).text
    pairing = _pair_counted(score, text, expected.timexes, given)
    for wanted, timex in pairing.pairs:
        score.count("value", right=wanted.value == timex.value)
        if wanted.type in ("DATE", "TIME"):
            days = (wanted.earliest, wanted.latest) == (timex.earliest, timex.latest)
            score.count("days", right=days)


def _score_statements(score: Score, expected: Reading, found: Reading) -> None:
    text = article_of(expected).text
    pairing = _pair_counted(score, text, expected.statements, words_said(found.statements))
    for wanted, given in pairing.pairs:
        score.count("kind", right=wanted.kind == given.kind)
        score.count("act", right=wanted.act == given.act)
        score.count("speaker", right=has_speaker(expected, wanted, found, given))
        if wanted.addressee:
            both = (find_actor(expected, wanted.addressee), find_actor(found, given.addressee))
            score.count("addressee", right=is_same_actor(*both))
        if wanted.relayed_by:
            score.count("relay", right=_same_actors(expected, found, wanted.relayed_by, given))
        if wanted.within:
            score.count("within", right=given.within is not None)
        if wanted.answers:
            score.count("answers", right=given.answers is not None)
        if wanted.condition:
            score.count("condition", right=_meets(wanted.condition, given.condition))


def _same_actors(
    expected: Reading, found: Reading, wanted: tuple[str, ...], given: Statement
) -> bool:
    return len(wanted) == len(given.relayed_by) and all(
        is_same_actor(find_actor(expected, a), find_actor(found, b))
        for a, b in zip(wanted, given.relayed_by, strict=True)
    )


def _meets(wanted: Span, given: Span | None) -> bool:
    return given is not None and is_mostly_one(wanted, given)


def _score_acts(score: Score, expected: Reading, found: Reading) -> None:
    text = article_of(expected).text
    stated = [act for act in found.acts if act.type != "STATE"]  # plain saying is no act here
    pairing = _pair_counted(score, text, expected.acts, stated)
    for wanted, given in pairing.pairs:
        score.count("type", right=wanted.type == given.type)
        score.count("modality", right=wanted.modality == given.modality)
        score.count("polarity", right=wanted.polarity == given.polarity)
        score.count("background", right=wanted.background == given.background)
        if wanted.actors:
            score.count("actor", right=_shares_actor(expected, wanted.actors, found, given.actors))
        if wanted.recipients:
            given_ids = given.recipients
            score.count(
                "recipient", right=_shares_actor(expected, wanted.recipients, found, given_ids)
            )


def _shares_actor(
    expected: Reading, wanted: tuple[str, ...], found: Reading, given: tuple[str, ...]
) -> bool:
    return any(
        is_same_actor(find_actor(expected, a), find_actor(found, b)) for a in wanted for b in given
    )


def _score_figures(score: Score, expected: Reading, found: Reading) -> None:
    text = article_of(expected).text
    pairing = _pair_counted(score, text, expected.figures, found.figures)
    for wanted, given in pairing.pairs:
        score.count("value", right=same_value(wanted, given))
        score.count("bound", right=_same_words(wanted.bound, given.bound))
        if wanted.giver:
            both = (find_actor(expected, wanted.giver), find_actor(found, given.giver))
            score.count("giver", right=is_same_actor(*both))


def _same_words(a: str | None, b: str | None) -> bool:
    return (a or "").casefold() == (b or "").casefold()


def show_scores(scores: dict[str, Score]) -> str:
    """Return the scores as aligned lines, one for each kind of row."""
    lines = []
    for kind, score in scores.items():
        rates = "  ".join(f"{name} {rate:.3f}" for name, rate in score.rates().items())
        lines.append(
            f"{kind:11}{score.matched:4} of {score.expected:4}, {score.found:4} found  {rates}"
        )
    return "\n".join(lines)
