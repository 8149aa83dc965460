"""Tell copies from articles that merely quote the same words.

Method: containment of word 5-grams (Broder 1997) in the narrative alone, on samples. Containment
and not resemblance, because a trimmed wire report inside a longer article resembles it little.
"""

from onrecord.records import Copy, CopyKind
from onrecord.stories.shingles import intersect
from onrecord.stories.sketch import Sketch

# Of 12,300 natural pairs of different outlets within two days seven reach it, all of them two
# printings of one agency report (`python -m evaluation.stories.copies DATA --show`).
LIKELY = 0.30
# Editing breaks runs, handing on a post or a speech keeps them: less will do where at most half
# of the shared 5-grams stand in shared runs of twelve words.
EDITED = 0.20
BROKEN = 0.5
# A run of about 39 words in common has 28 12-grams; by chance of sampling a shorter one seems to,
# such as a list of names or a sentence of a document.
PARTIAL_PASSAGES = 28
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
    handed_on, _, _ = intersect(a.handed_on, b.handed_on)
    handed_on *= max(a.handed_on.step, b.handed_on.step)
    passages = 0
    if shared >= LEAST_SHARED:  # else there is no long run in common either
        passages, _, _ = intersect(a.passages, b.passages)
        passages *= max(a.passages.step, b.passages.step)
    broken = passages <= BROKEN * shared * max(a.shingles.step, b.shingles.step)
    kind = _name_kind(shared, smaller, larger, least=EDITED if broken else LIKELY)
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


def _name_kind(shared: int, smaller: int, larger: int, *, least: float) -> CopyKind | None:
    """Return the kind of copy that shared narrative 5-grams make, if they make one."""
    if shared < LEAST_SHARED or shared < least * smaller:
        return None
    if shared >= 0.8 * larger:
        return "whole"
    return "trimmed" if shared >= 0.75 * smaller else "reworded"


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
