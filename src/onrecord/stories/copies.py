"""Tell copies from articles that merely quote the same words.

Method: containment of word 5-grams (Broder 1997) in the narrative alone, on samples. Containment
and not resemblance, because a trimmed wire report inside a longer article resembles it little.
"""

from onrecord.records import Copy, CopyKind
from onrecord.stories.shingles import intersect
from onrecord.stories.sketch import Sketch

# Read by hand on pairs of one story: from .50 up every pair was a copy; from .30 up every pair
# but those that share an unmarked post or transcript.
SURE = 0.50
LIKELY = 0.30
# A run of about 31 words in common has twenty 12-grams.
PARTIAL_PASSAGES = 20
ISSUED_SHINGLES = 30
LEAST_SHARED = 3  # kept 5-grams; fewer may be chance or a stock phrase


def judge_copy(a: Sketch, b: Sketch) -> Copy | None:
    """Return how `a` and `b` share words, `None` where they share no more than chance.

    Kinds: "whole" (either stands in the other nearly complete), "trimmed" (one is a shorter
    form of the other), "reworded" (a good part is left), "partial" (passages of one inside the
    other; not in one outlet, which may print its own background paragraphs again) and "issued
    text" (only quotations, posts or statements are shared: one occasion, told apart).
    """
    if b.article < a.article:
        a, b = b, a
    shared, first, second = intersect(a.shingles, b.shingles)
    smaller, larger = sorted((first, second))
    containment = shared / smaller if smaller else 0.0
    kind = _name_kind(shared, smaller, larger)
    handed_on, _, _ = intersect(a.handed_on, b.handed_on)
    handed_on *= max(a.handed_on.step, b.handed_on.step)
    passages = 0
    if shared >= LEAST_SHARED:  # else there is no long run in common either
        passages, _, _ = intersect(a.passages, b.passages)
        passages *= max(a.passages.step, b.passages.step)
    if kind == "reworded" and containment < SURE and _is_transcript(passages, handed_on):
        kind = None
    same_outlet = a.outlet is not None and a.outlet == b.outlet
    if kind is None and passages >= PARTIAL_PASSAGES and not same_outlet:
        kind = "partial"
    if kind is None and handed_on >= ISSUED_SHINGLES:
        kind = "issued text"
    if kind is None:
        return None
    return Copy(
        a=a.article,
        b=b.article,
        kind=kind,
        containment=round(containment, 3),
        reason=_explain(kind, containment, passages, handed_on),
    )


def _name_kind(shared: int, smaller: int, larger: int) -> CopyKind | None:
    """Return the kind of copy that shared narrative 5-grams make, if they make one."""
    if shared < LEAST_SHARED or shared < LIKELY * smaller:
        return None
    if shared >= 0.8 * larger:
        return "whole"
    return "trimmed" if shared >= 0.75 * smaller else "reworded"


def _is_transcript(passages: int, handed_on: int) -> bool:
    """Return whether what looks like narrative is more likely issued text without marks.

    Rewording breaks long runs, a transcript keeps them: so few breaks beside many shared quoted
    words speak for one text that both took from its issuer.
    """
    return handed_on >= ISSUED_SHINGLES and handed_on > 2 * passages


def _explain(kind: CopyKind, containment: float, passages: int, handed_on: int) -> str:
    share = f"{containment:.0%} of the shorter article's own words stand in the other"
    match kind:
        case "whole":
            return f"the same report: {share}"
        case "trimmed":
            return f"a shorter form of the same report: {share}"
        case "reworded":
            return f"an edited form of the same report: {share}"
        case "partial":
            return f"passages of about {passages + 11} words stand in both"
        case "issued text":
            return f"quoted or issued words in common (about {handed_on + 3}), each told apart"
