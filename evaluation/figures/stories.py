"""Score how figures of several outlets are related, in the development stories and our own pairs.

    python -m evaluation.figures.stories [DATA] [--errors]

`story_pairs.jsonl` names two figures of two outlets' articles on one story by article and offsets
(in title, empty line and text), and how they stand to each other; what the relations mean is in
README.md. The articles are read, and the two figures compared where they are found to give one
quantity. Prints the scores of these pairs, then of them and the pairs of `pairs.jsonl` together;
and how pairs of figures stand in the accounts of a ledger that holds a story alone. Of those that
"differ" one that is not labelled "differ" counts as false. `--errors` shows the development half,
and every false "differ" in stories of that half.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

import msgspec

from evaluation.figures import pairs as own_pairs
from evaluation.figures.pairs import RELATIONS, SPLITS, Answer, score_relations
from evaluation.lines import read_lines
from evaluation.stories.labelled import Passage
from evaluation.stories.readings import read_stories
from onrecord.compare import compare_account, find_accounts
from onrecord.compare.accounts import ACCOUNT_BARS
from onrecord.compare.relate_figures import relate_figures
from onrecord.compare.same_quantity import score_quantities
from onrecord.compare.tellings import Telling, set_readings, tell_figure
from onrecord.compare.traits import read_figure
from onrecord.records import Figure, Reading, Story
from onrecord.spans import overlaps

LABELS = Path(__file__).with_name("story_pairs.jsonl")


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two figures and their relation; `later` is the side that a change leads to."""

    split: str
    relation: str
    a: Passage
    b: Passage
    later: str | None = None


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path, nargs="?", default=Path("../shared/data"))
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    stories = read_stories(options.data / "news_stories")
    pairs = list(read_pairs())
    tellings = tell_figures(stories)
    answers = [(pair, answer_pair(pair, tellings)) for pair in pairs]
    for split in SPLITS:
        own = [(pair, answer) for pair, answer in answers if pair.split == split]
        if options.errors and split == "development":
            for pair, answer in own:
                show_error(pair, answer, tellings)
        show_scores(f"{split}, stories", own)
        made = [(pair, own_pairs.relate_pair(pair)) for pair in own_pairs.read_pairs(split)]
        show_scores(f"{split}, stories and own pairs", [*own, *made])
    show_conflicts(stories, pairs, show=options.errors)


def read_pairs() -> Iterator[Pair]:
    return read_lines(LABELS, Pair)


def tell_figures(
    stories: Mapping[int, Mapping[str, Reading]],
) -> dict[str, list[Telling[Figure]]]:
    """Return the figures of each article by the id that it has in the set."""
    return {
        reading.origin: [tell_figure(setting, figure) for figure in reading.figures]
        for readings in stories.values()
        for reading, setting in set_readings(list(readings.values())).values()
    }


def answer_pair(pair: Pair, tellings: Mapping[str, Sequence[Telling[Figure]]]) -> Answer:
    a, b = (find_figure(place, tellings) for place in (pair.a, pair.b))
    if a is None or b is None:
        return Answer("not comparable", None, "one of the two figures is not found")
    score = score_quantities(read_figure(a), read_figure(b), together=True)
    if score < ACCOUNT_BARS["threshold"]:
        return Answer("not comparable", None, f"two quantities ({score:.2f})")
    verdict = relate_figures(a, b)
    later = "a" if verdict.swapped else "b"
    return Answer(
        verdict.relation, later if verdict.relation == "changed" else None, verdict.reason
    )


def find_figure(
    place: Passage, tellings: Mapping[str, Sequence[Telling[Figure]]]
) -> Telling[Figure] | None:
    """Return the figure that stands where the label does, `None` for none."""
    return next((t for t in tellings[place.article] if overlaps(t.span, place.span)), None)


def show_error(
    pair: Pair, answer: Answer, tellings: Mapping[str, Sequence[Telling[Figure]]]
) -> None:
    if (pair.relation, pair.later) == (answer.relation, answer.later):
        return
    print(f"is {pair.relation}, read as {answer.relation}: {answer.reason}")
    for place in (pair.a, pair.b):
        telling = find_figure(place, tellings)
        if telling is not None:
            print(f"    {telling.words} | {' '.join(telling.sentence.split())[:200]}")


def show_scores(name: str, answers: Sequence[tuple[own_pairs.Labelled, Answer]]) -> None:
    right = sum(own_pairs.is_right(pair, answer) for pair, answer in answers)
    scores = score_relations(answers)
    macro = sum(f1 for *_, f1 in scores.values()) / len(scores)
    each = ", ".join(f"{relation} {scores[relation][2]:.1%}" for relation in RELATIONS)
    print(f"{name}: {right} of {len(answers)} right, macro F1 {macro:.1%} ({each})")


def show_conflicts(
    stories: Mapping[int, Mapping[str, Reading]], pairs: Sequence[Pair], *, show: bool
) -> None:
    """Print how pairs of figures of two articles stand by the accounts of all stories, how many
    differ, and how many of these falsely."""
    true = {
        frozenset((pair.a.article, pair.b.article)): pair
        for pair in pairs
        if pair.relation == "differ"
    }
    found = false = 0
    counts: Counter[str] = Counter()
    for story, by_article in stories.items():
        readings = list(by_article.values())
        names = {r.article.id: r.origin for r in readings if r.article is not None}
        texts = {r.article.id: r.article.text for r in readings if r.article is not None}
        saga = Story(id="st", kind="saga", name="", articles=tuple(sorted(names)))
        for account in find_accounts(saga, [saga], readings):
            if account.kind != "figure":
                continue
            for each in compare_account(account, readings):
                counts[each.relation] += each.a.article != each.b.article
                if each.relation != "differ":
                    continue
                found += 1
                places = {names[each.a.article]: each.a_span, names[each.b.article]: each.b_span}
                pair = true.get(frozenset(places))
                if pair is not None and all(
                    overlaps(places[place.article], place.span) for place in (pair.a, pair.b)
                ):
                    continue
                false += 1
                if show and is_development(story):
                    print(f"    false differ in {story}: {each.reason}")
                    for ref, span in ((each.a, each.a_span), (each.b, each.b_span)):
                        around = texts[ref.article][max(0, span.start - 80) : span.end + 60]
                        print(f"        {' '.join(around.split())}")
    told = ", ".join(f"{relation} {counts[relation]}" for relation in RELATIONS)
    print(f"{counts.total()} pairs of two articles in one account: {told}")
    rate = 100 * false / len(stories)
    print(f"{found} differ in {len(stories)} stories, {false} falsely: {rate:.1f} per 100 stories")


def is_development(story: int) -> bool:
    return int(sha256(f"figure {story}".encode()).hexdigest(), 16) % 2 == 0


if __name__ == "__main__":
    main()
