"""Score which statements of several outlets are found to be one: `statements.jsonl`.

    python -m evaluation.stories.statements [DATA] [--errors]
    python -m evaluation.stories.statements --second-reading   # how far two readings agree

Each line names two passages of two outlets' articles on one story by article and offsets, and
says whether they report one statement, and how the words stand: README.md has the guideline. The
articles are read, and their statements tied into accounts, as in a ledger that holds the story
alone; a pair is found where one account has both. A passage is told by the statement most like it
in extent, if that holds half of the passage at least; one that none tells counts as not tied.
`--errors` shows the development half only.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from evaluation.lines import read_lines
from evaluation.stories.labelled import SPLITS, Passage, answer_by_story, read_options, show_found
from evaluation.stories.readings import read_stories
from onrecord.compare import find_accounts
from onrecord.compare.contents import content_text
from onrecord.compare.same_statement import align_statements, score_statements
from onrecord.compare.tellings import Telling, set_readings, tell_statement
from onrecord.compare.traits import read_statement
from onrecord.compare.wording import split_words
from onrecord.records import Reading, RowRef, Span, Statement, Story
from onrecord.stances import words_said

LABELS = Path(__file__).with_name("statements.jsonl")
SECOND = LABELS.with_name("statements_second.jsonl")
"""The same pairs, judged without a look at the first labels, or "unclear"."""
KINDS = ("identical", "cut", "altered", "paraphrase")
LEAST_HELD = 0.5  # of a passage's characters, by the statement that tells it


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two passages; `kind` is "other" where they are of two statements."""

    split: str
    kind: Literal["identical", "cut", "altered", "paraphrase", "other", "unclear"]
    a: Passage
    b: Passage


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What is found: whether one account has both, by what score, and how the words stand."""

    tied: bool = False
    same_words: bool = False
    score: float = 0.0
    kind: str | None = None
    tellings: tuple[Telling[Statement], Telling[Statement]] | None = None


def main() -> None:
    options = read_options()
    if options.second_reading:
        for split in SPLITS:
            show_agreement(split)
        return
    stories = read_stories(options.data / "news_stories")
    answers = list(answer_by_story(list(read_pairs()), stories, answer_story))
    for split in SPLITS:
        own = [(pair, answer) for pair, answer in answers if pair.split == split]
        if options.errors and split == "development":
            for pair, answer in own:
                show_error(pair, answer)
        show_scores(split, own)


def read_pairs(path: Path = LABELS) -> Iterator[Pair]:
    return read_lines(path, Pair)


def show_agreement(split: str) -> None:
    """Print how the second reading scores by the first labels; unclear is no tie."""
    pairs = [
        (first, second.kind)
        for first, second in zip(read_pairs(), read_pairs(SECOND), strict=True)
        if first.split == split
    ]
    print(f"{split}: {len(pairs)} pairs, {sum(kind == 'unclear' for _, kind in pairs)} unclear")
    told = [(pair.kind != "other", kind not in {"other", "unclear"}) for pair, kind in pairs]
    show_found("found", told)


def answer_story(
    pairs: Sequence[Pair], readings: Sequence[Reading]
) -> Iterator[tuple[Pair, Answer]]:
    names = {r.article.id: r.origin for r in readings if r.article is not None}
    saga = Story(id="st", kind="saga", name="", articles=tuple(sorted(names)))
    accounts: dict[RowRef, set[str]] = {}
    for found in find_accounts(saga, [saga], readings):
        for row in found.rows:
            accounts.setdefault(row, set()).add(found.id)
    tellings: dict[str, list[Telling[Statement]]] = {}
    for reading, setting in set_readings(readings).values():
        rows = words_said(reading.statements)
        tellings[names[setting.article.id]] = [tell_statement(setting, row) for row in rows]
    for pair in pairs:
        a, b = (find_telling(passage, tellings[passage.article]) for passage in (pair.a, pair.b))
        if a is None or b is None:
            yield pair, Answer()
            continue
        wording = align_statements(a, b)
        kind = wording.kind if wording else None
        yield (
            pair,
            Answer(
                tied=not accounts.get(a.ref, set()).isdisjoint(accounts.get(b.ref, ())),
                same_words=split_words(content_text(a)) == split_words(content_text(b)),
                score=score_statements(
                    read_statement(a),
                    read_statement(b),
                    (a.setting.cast, b.setting.cast),
                    together=True,
                ),
                kind="cut" if kind == "fragment" else kind,  # the guideline has but cuts
                tellings=(a, b),
            ),
        )


def find_telling(
    passage: Passage, tellings: Sequence[Telling[Statement]]
) -> Telling[Statement] | None:
    """Return the statement that tells the passage, `None` for none.

    How much more it tells does not matter: where a statement ends, readers draw the line apart.
    """

    def share(span: Span) -> float:
        both = min(passage.end, span.end) - max(passage.start, span.start)
        return both / (max(passage.end, span.end) - min(passage.start, span.start))

    best = max(tellings, key=lambda telling: share(telling.span), default=None)
    if best is None:
        return None
    held = min(passage.end, best.span.end) - max(passage.start, best.span.start)
    return best if held >= LEAST_HELD * (passage.end - passage.start) else None


def show_error(pair: Pair, answer: Answer) -> None:
    if answer.tied == (pair.kind != "other"):
        return
    print(f"{pair.kind}, {'tied' if answer.tied else 'not tied'}: {answer.score:.2f} {answer.kind}")
    for telling in answer.tellings or ():
        speaker = telling.setting.key(telling.row.speaker)
        print(f"    {telling.row.kind} [{speaker}]: {' '.join(content_text(telling).split())}")


def show_scores(split: str, answers: Sequence[tuple[Pair, Answer]]) -> None:
    lost = sum(answer.tellings is None for _, answer in answers)
    print(f"{split}: {len(answers)} pairs, {lost} with a passage that no statement is found for")
    one = [pair.kind != "other" for pair, _ in answers]
    for name, tied in (
        ("the same words", [answer.same_words for _, answer in answers]),
        ("found", [answer.tied for _, answer in answers]),
    ):
        show_found(name, list(zip(one, tied, strict=True)))
    typed: Counter[tuple[str, str | None]] = Counter(
        (pair.kind, answer.kind) for pair, answer in answers if answer.tied
    )
    for kind in KINDS:
        own = [answer for pair, answer in answers if pair.kind == kind]
        found = sum(answer.tied for answer in own)
        named = sum(count for (_, said), count in typed.items() if said == kind)
        right = typed[kind, kind]
        print(
            f"    {kind:<10} {found} of {len(own)} found; of the found, typed so"
            f" P {right / max(1, named):.3f} R {right / max(1, found):.3f}"
        )


if __name__ == "__main__":
    main()
