"""How likely two articles tell of one episode, or of one saga, and why."""

from dataclasses import dataclass
from datetime import date
from math import exp, log1p
from typing import TYPE_CHECKING, Protocol, TypeVar

from onrecord.records import Copy
from onrecord.stories.copies import judge_copy
from onrecord.stories.shingles import intersect
from onrecord.stories.sketch import Sketch
from onrecord.stories.terms import cosine, cover

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FEATURES = ("body", "lead", "title", "names", "quoted", "gap")
# Logistic weights in the order of FEATURES, then the intercept, fitted on the development
# stories (`python -m training.stories.fit DATA` prints them again).
DATED = (4.598, 5.923, 4.414, 0.246, 0.692, -1.593, -2.918)
# Where the gap is not known, its feature says whether neither date is; that weight is set by hand
# to halve the odds, since then no day speaks for one episode on either side.
UNDATED = (7.034, 4.020, 1.836, -0.963, 0.796, -0.693, -4.136)

EPISODE_DAYS = 7  # a wider gap between two dated articles makes two episodes
GAP_LIMIT = 4.0  # days; past it the gap adds no more
SAGA_DAYS = 60
LEAST_BODY = 0.06  # pairs of one story below it are pages that hold something else
LEAST_EPISODE = 0.10
LEAST_SAGA = 0.30
ONE_SAGA = 0.50  # from here on two articles are sure enough of one saga


Number = TypeVar("Number", float, "NDArray[np.float64]")


class Dated(Protocol):
    """What has an interval of days."""

    @property
    def earliest(self) -> date | None:
        """Return the first day, `None` where it is not known."""

    @property
    def latest(self) -> date | None:
        """Return the last day, `None` where it is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two articles that may belong together; `a` and `b` are ids in alphabetical order.

    `episode` and `saga` are probabilities, 0 to 1; the reason names what they rest on.
    """

    a: str
    b: str
    episode: float
    saga: float
    copy: Copy | None
    reason: str
    same_page: bool = False


def link_pair(a: Sketch, b: Sketch) -> Link | None:
    """Return the link of two articles, the same for (b, a); `None` where nothing ties them."""
    if b.article < a.article:
        a, b = b, a
    gap = count_gap(a, b)
    if a.page is not None and a.page == b.page:
        return Link(
            a=a.article, b=b.article, episode=1.0, saga=1.0, copy=judge_copy(a, b),
            reason="two versions of one page", same_page=True,
        )  # fmt: skip
    copy = judge_copy(a, b)
    if copy is None and gap is not None and gap > SAGA_DAYS:
        return None
    body = cosine(a.body, b.body)
    if copy is None and body < LEAST_BODY:
        return None
    return link_measured(a.article, b.article, measure_pair(a, b, gap, body=body), gap, copy)


def link_measured(
    a: str, b: str, features: tuple[float, ...], gap: int | None, copy: Copy | None = None
) -> Link | None:
    """Return the link of two articles, `a` before `b`, whose FEATURES are known; `None` where
    they are not alike and nothing is copied."""
    alike = features[0] >= LEAST_BODY and (gap is None or gap <= SAGA_DAYS)
    if copy is None and not alike:
        return None
    episode = score_episode(features, gap)
    if copy is not None and copy.kind in ("whole", "trimmed", "reworded"):
        episode = 1.0 if gap is None or gap <= EPISODE_DAYS else episode
    saga = max(episode, score_saga(features, gap))
    if copy is None and episode < LEAST_EPISODE and saga < LEAST_SAGA:
        return None
    reason = _explain(features, gap, copy)
    return Link(a=a, b=b, episode=episode, saga=saga, copy=copy, reason=reason)


def count_gap(a: Dated, b: Dated) -> int | None:
    """Return the least number of days between the published intervals, 0 where they meet.

    `None` where one of the dates is not known well enough to tell an episode: an interval that
    is open or of more than EPISODE_DAYS, unless it lies further than that from the other.
    """
    gap = 0
    if a.latest is not None and b.earliest is not None:
        gap = max(gap, (b.earliest - a.latest).days)
    if b.latest is not None and a.earliest is not None:
        gap = max(gap, (a.earliest - b.latest).days)
    known = _is_narrow(a) and _is_narrow(b)
    return gap if known or gap > EPISODE_DAYS else None


def _is_narrow(dated: Dated) -> bool:
    if dated.earliest is None or dated.latest is None:
        return False
    return (dated.latest - dated.earliest).days <= EPISODE_DAYS


def measure_pair(
    a: Sketch, b: Sketch, gap: int | None, *, body: float | None = None
) -> tuple[float, ...]:
    """Return the values of FEATURES for a pair; they do not depend on its order.

    `body` is the cosine of the bodies where it is known already.
    """
    quoted, _, _ = intersect(a.handed_on, b.handed_on)
    quoted *= max(a.handed_on.step, b.handed_on.step)
    return (
        cosine(a.body, b.body) if body is None else body,
        cosine(a.lead, b.lead),
        (cover(a.title, b.body) + cover(b.title, a.body)) / 2,
        cosine(a.names, b.names),
        log1p(quoted),
        measure_gap(a, b, gap),
    )


def measure_gap(a: Dated, b: Dated, gap: int | None) -> float:
    """Return the value of "gap": days up to GAP_LIMIT, or whether neither date is known."""
    if gap is None:
        return float(not (_is_narrow(a) or _is_narrow(b)))
    return min(gap, GAP_LIMIT)


def score_episode(features: tuple[float, ...], gap: int | None) -> float:
    """Return the probability that the pair tells of one episode."""
    if gap is None:
        # The undated weights tell episodes of one saga apart, and nothing else.
        if score_saga(features, None) < ONE_SAGA:
            return 0.0
        return _squash(features, UNDATED)
    return _squash(features, DATED) if gap <= EPISODE_DAYS else 0.0


def score_saga(features: tuple[float, ...], gap: int | None) -> float:
    """Return how well the pair's matters and names continue each other, 0 to 1.

    A rule, not a fit: there is no gold for sagas. Body and names must both be alike; the bar
    rises with the gap up to SAGA_DAYS, past which there is no saga link.
    """
    if gap is not None and gap > SAGA_DAYS:
        return 0.0
    body, lead, title, names, quoted, _ = features
    return 1 / (1 + exp(-weigh_saga(body, lead, title, names, quoted, gap or 0)))


def weigh_saga(
    body: Number, lead: Number, title: Number, names: Number, quoted: Number, gap: Number
) -> Number:
    """Return the logarithm of the odds that `score_saga` gives, of one pair or of many."""
    return 6 * body + 2 * lead + title + 3 * names + 0.2 * quoted - 3.0 - gap / SAGA_DAYS


def _squash(features: tuple[float, ...], weights: tuple[float, ...]) -> float:
    total = weights[-1] + sum(x * w for x, w in zip(features, weights, strict=False))
    return 1 / (1 + exp(-max(-50.0, min(50.0, total))))


def _explain(features: tuple[float, ...], gap: int | None, copy: Copy | None) -> str:
    body, _, title, names, quoted, _ = features
    days = "dates not known" if gap is None else f"{gap} days apart" if gap else "same days"
    parts = [f"words alike {body:.2f}, headline {title:.2f}, names {names:.2f}", days]
    if quoted:
        parts.append("shared quoted words")
    if copy is not None:
        parts.append(copy.reason)
    return "; ".join(parts)
