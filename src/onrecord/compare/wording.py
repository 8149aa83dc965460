"""How the words of two statements stand to each other."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from itertools import pairwise
from typing import Literal, NamedTuple

from onrecord.compare.spelling import fold_spelling
from onrecord.stories.terms import fold_word, read_rarity

WordingKind = Literal["identical", "cut", "fragment", "altered", "paraphrase"]
IN_OTHER_WORDS: frozenset[WordingKind] = frozenset({"fragment", "paraphrase"})

LEAST_WORDS = 4  # fewer words are a fragment, that has to be borne out by the rest
LONGEST = 250  # words of a statement that are aligned
LEAST_PART = 3  # words of a sentence that is compared on its own
NEAR_WORDS = 3  # a single word in common counts this near to a run
ALTERED_SHARE = 0.70  # of the shorter one's words, in runs of two or more
# Share of the lighter one's rarity that stands in the other. Picked by reading pairs of one
# speaker in the example pages.
PARAPHRASE_SHARE = 0.50
PARAPHRASE_TERMS = 2
LEAST_OF_LONGER = 0.25  # where only so few terms are shared, of the other one's rarity
NAME_SHARE = 0.3
TELLING = 1.5  # rarity from which a term says what a statement is about

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_MARKS = str.maketrans("", "", "'-")
_INSERTED = re.compile(r"\[[^\]\n]{0,80}\]|\([^)\n]{0,40}\)")
_CASE_CHANGED = re.compile(r"\[(\w)\](?=\w)")  # "[W]e hope" is "we hope" at a sentence's start
_SENTENCE_END = re.compile(r"[.!?…;]")
_ELLIPSIS = re.compile(r"(?:\.\s?){3,}|…")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How one wording goes into the other: the kind, how much of the shorter one is in the
    longer, 0 to 1, how many words the shorter one has, and the words of each that the other
    lacks.
    """

    kind: WordingKind
    share: float
    words: int
    only_a: str = ""
    only_b: str = ""


class Verbatim(NamedTuple):
    """A verbatim wording: as printed, and its words without what was put in, in one spelling."""

    text: str
    words: list[str]
    ends: frozenset[int]  # the words that a sentence ends with
    printed: list[str]  # the words as they are spelt there


def split_words(text: str) -> list[str]:
    """Return the words of `text` in lower case with straight apostrophes, marks left out."""
    return [match[0].lower().replace("’", "'") for match in _WORD.finditer(text)][:LONGEST]


def align_verbatim(first: Verbatim, second: Verbatim) -> Wording | None:
    """Return how two verbatim wordings stand to each other, `None` where they are unlike.

    "cut" is one inside the other word by word, where an ellipsis and brackets may stand for
    what was left out or put in; "altered" are runs in common with other words between them.
    """
    smaller = min(len(first.words), len(second.words))
    if smaller < LEAST_WORDS:
        return _align_fragment(first, second)
    if first.words == second.words:
        return Wording(kind="identical", share=1.0, words=smaller)
    if _is_cut(first.text, second.words) or _is_cut(second.text, first.words):
        return Wording(kind="cut", share=1.0, words=smaller)
    return _align_altered(first, second)


def _align_fragment(first: Verbatim, second: Verbatim) -> Wording | None:
    """Return how a fragment of up to three words stands in the other wording.

    Its words must be there in order, with no more than NEAR_WORDS others between them; a single
    word must tell something.
    """
    shorter, longer = sorted((first, second), key=lambda each: len(each.words))
    fragment, whole = shorter.words, longer.words
    if not fragment or (len(fragment) == 1 and read_rarity(fold_word(fragment[0])) < TELLING):
        return None
    if fragment == whole:
        return Wording(kind="identical", share=1.0, words=len(fragment))
    starts = [index for index, word in enumerate(whole) if word == fragment[0]]
    for start in starts:
        window = whole[start : start + len(fragment) + NEAR_WORDS]
        rest = iter(window)
        if all(word in rest for word in fragment):
            end = start + len(window) - len(list(rest))
            between = [at for at in range(start, end) if whole[at] not in fragment]
            kind: WordingKind = "altered" if between else "cut"
            only = _show(longer, between)
            in_first = longer is first
            return Wording(
                kind=kind,
                share=1.0,
                words=len(fragment),
                only_a=only if in_first else "",
                only_b="" if in_first else only,
            )
    return None


def read_verbatim(printed: str) -> Verbatim:
    """Return the wording that is printed; brackets hold what the printer has put in."""
    text = _leave_out_inserted(printed, " ")
    words: list[str] = []
    ends: set[int] = set()
    last = 0
    for match in _WORD.finditer(text):
        if words and _SENTENCE_END.search(text, last, match.start()):
            ends.add(len(words) - 1)
        words.append(match[0].lower().replace("’", "'"))
        last = match.end()
        if len(words) == LONGEST:
            break
    return Verbatim(printed, list(map(fold_spelling, words)), frozenset(ends), words)


def _leave_out_inserted(printed: str, gap: str) -> str:
    return _INSERTED.sub(gap, _CASE_CHANGED.sub(r"\1", printed))


def _is_cut(shorter: str, longer: Sequence[str]) -> bool:
    """Return whether the pieces of `shorter` stand in `longer`, in order, word by word."""
    joined = f" {' '.join(longer)} "
    start = 0
    for piece in _ELLIPSIS.split(_leave_out_inserted(shorter, "…")):
        words = list(map(fold_spelling, split_words(piece)))
        if words:
            at = joined.find(f" {' '.join(words)} ", start)
            if at < 0:
                return False
            start = at + 1
    return True


def _align_altered(a: Verbatim, b: Verbatim) -> Wording | None:
    first, second = a.words, b.words
    smaller = min(len(first), len(second))
    least = max(LEAST_WORDS, ALTERED_SHARE * smaller)
    if (Counter(first) & Counter(second)).total() < least:
        return None  # in whatever order: spares the alignment
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    blocks = _keep_runs(matcher.get_matching_blocks())
    shared = sum(block.size for block in blocks)
    if shared < least:
        return None
    left, right = blocks[0], blocks[-1]
    starts = _count_before(a, left.a), _count_before(b, left.b)
    ends = _count_after(a, right.a + right.size), _count_after(b, right.b + right.size)
    # Where both go on past the common part inside a sentence, one of them was altered; where
    # only one does, the other was cut.
    begin = starts if all(starts) else (0, 0)
    finish = ends if all(ends) else (0, 0)
    kept_a = {index for block in blocks for index in range(block.a, block.a + block.size)}
    kept_b = {index for block in blocks for index in range(block.b, block.b + block.size)}
    for block, following in pairwise(blocks):  # whole sentences left out are a cut
        gap_a = range(block.a + block.size, following.a)
        gap_b = range(block.b + block.size, following.b)
        if not gap_a and gap_a.start - 1 in a.ends:
            kept_b.update(gap_b)
        elif not gap_b and gap_b.start - 1 in b.ends:
            kept_a.update(gap_a)
    range_a = range(left.a - begin[0], right.a + right.size + finish[0])
    range_b = range(left.b - begin[1], right.b + right.size + finish[1])
    lost_a = [index for index in range_a if index not in kept_a]
    lost_b = [index for index in range_b if index not in kept_b]
    if _join(first, lost_a) == _join(second, lost_b):
        lost_a, lost_b = [], []  # "fire power", "firepower"
    return Wording(
        kind="altered" if lost_a or lost_b else "cut",
        share=min(1.0, shared / smaller),
        words=smaller,
        only_a=_show(a, lost_a),
        only_b=_show(b, lost_b),
    )


def _join(words: Sequence[str], places: Sequence[int]) -> str:
    return "".join(words[place] for place in places).translate(_MARKS)


def _show(text: Verbatim, places: Sequence[int]) -> str:
    """Return the words at `places` as printed, with an ellipsis where others stand between."""
    shown = ""
    for before, place in zip((None, *places), places, strict=False):
        gap = "" if before is None else " " if place == before + 1 else " … "
        shown += gap + text.printed[place]
    return shown


def _keep_runs(blocks: Sequence[Match]) -> list[Match]:
    """Return the blocks of two words or more, and single words near one of these."""
    long = [block for block in blocks if block.size >= 2]
    return [
        block
        for block in blocks
        if block.size >= 2 or (block.size == 1 and any(_are_near(block, run) for run in long))
    ]


def _are_near(block: Match, run: Match) -> bool:
    gap_a = max(run.a - block.a - block.size, block.a - run.a - run.size)
    gap_b = max(run.b - block.b - block.size, block.b - run.b - run.size)
    return max(gap_a, gap_b) <= NEAR_WORDS


def _count_before(text: Verbatim, index: int) -> int:
    """Return how many words of its sentence stand before the word at `index`."""
    count = 0
    while index - count > 0 and index - count - 1 not in text.ends:
        count += 1
    return count


def _count_after(text: Verbatim, index: int) -> int:
    """Return how many words of the sentence that is under way stand from `index` on."""
    count = 0
    while index + count < len(text.words) and index + count - 1 not in text.ends:
        count += 1
    return count


def align_content(first: Mapping[str, float], second: Mapping[str, float]) -> Wording | None:
    """Return whether one of two wordings says in other words what the other says.

    Both are given by the weights of their terms (`weigh_content`).

    A measure of shared rare terms, in which names weigh less: two statements on one matter share
    its names. It cannot tell a statement from its opposite: polarity and speech act have to be
    compared beside it.
    """
    shared = first.keys() & second.keys()
    telling = [term for term in shared if min(first[term], second[term]) >= TELLING]
    smaller, larger = sorted((sum(first.values()), sum(second.values())))
    common = sum(min(first[term], second[term]) for term in shared)
    if len(telling) < PARAPHRASE_TERMS or common < PARAPHRASE_SHARE * smaller:
        return None
    if len(telling) == PARAPHRASE_TERMS and common < LEAST_OF_LONGER * larger:
        return None
    return describe_paraphrase(first, second)


def describe_paraphrase(first: Mapping[str, float], second: Mapping[str, float]) -> Wording:
    """Return how two wordings that say one thing stand to each other, by their terms."""
    smaller = min(sum(first.values()), sum(second.values()))
    shared = sorted(first.keys() & second.keys())
    common = sum(min(first[term], second[term]) for term in shared)
    return Wording(
        kind="paraphrase",
        share=min(1.0, common / smaller) if smaller else 0.0,
        words=min(len(first), len(second)),
        only_a=" ".join(sorted(first.keys() - second.keys())),
        only_b=" ".join(sorted(second.keys() - first.keys())),
    )


def weigh_content(text: str) -> dict[str, float]:
    """Return the rarity of each term of `text`; that of a name cut to NAME_SHARE."""
    weights: dict[str, float] = {}
    for match in list(_WORD.finditer(text))[:LONGEST]:
        term = fold_word(match[0])
        named = match.start() > 0 and match[0][0].isupper()
        weights[term] = read_rarity(term) * (NAME_SHARE if named else 1.0)
    return weights
