"""Score which acts of several outlets are found to be one event: `events.jsonl`.

    python -m evaluation.stories.events [DATA] [--errors]
    python -m evaluation.stories.events --second-reading   # how far two readings agree

Each line names the words of an act in two outlets' articles on one story, by article and offsets,
and says whether they tell of one event: README.md has the guideline. The articles are read, and
their acts tied into accounts, as in a ledger that holds the story alone; a pair is found where one
account has both. Words in which no act is read count as not tied. Beside it stand what comes out
where the same word is the same event. `--errors` shows the development half only.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from evaluation.lines import read_lines
from evaluation.stories.labelled import SPLITS, Passage, answer_by_story, read_options, show_found
from evaluation.stories.readings import read_stories
from onrecord.asking.terms import stem_word
from onrecord.compare import find_accounts
from onrecord.compare.tellings import Telling, set_readings, tell_act
from onrecord.records import Act, Reading, RowRef, Story
from onrecord.spans import overlaps

LABELS = Path(__file__).with_name("events.jsonl")
AROUND = 60  # characters on either side that are shown


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """The words of two acts, and whether they are of one event; `second` is as read again."""

    split: str
    same: bool
    second: bool
    a: Passage
    b: Passage


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What is found: whether one account has both, and whether their words are the same."""

    tied: bool = False
    same_word: bool = False
    tellings: tuple[Telling[Act], Telling[Act]] | None = None


def main() -> None:
    options = read_options()
    pairs = list(read_pairs())
    if options.second_reading:
        for split in SPLITS:
            own = [pair for pair in pairs if pair.split == split]
            print(f"{split}: {len(own)} pairs")
            show_found("second reading", [(pair.same, pair.second) for pair in own])
        return
    stories = read_stories(options.data / "news_stories")
    answers = list(answer_by_story(pairs, stories, answer_story))
    for split in SPLITS:
        found = [(pair, answer) for pair, answer in answers if pair.split == split]
        lost = sum(answer.tellings is None for _, answer in found)
        print(f"{split}: {len(found)} pairs, {lost} with words in which no act is read")
        show_found("the same word", [(pair.same, answer.same_word) for pair, answer in found])
        show_found("found", [(pair.same, answer.tied) for pair, answer in found])
        if options.errors and split == "development":
            for pair, answer in found:
                show_error(pair, answer)


def read_pairs() -> Iterator[Pair]:
    return read_lines(LABELS, Pair)


def answer_story(
    pairs: Sequence[Pair], readings: Sequence[Reading]
) -> Iterator[tuple[Pair, Answer]]:
    names = {r.article.id: r.origin for r in readings if r.article is not None}
    saga = Story(id="st", kind="saga", name="", articles=tuple(sorted(names)))
    account: dict[RowRef, str] = {}
    for found in find_accounts(saga, [saga], readings):
        if found.kind == "act":
            account.update(dict.fromkeys(found.rows, found.id))
    acts = tell_acts(readings)
    for pair in pairs:
        a, b = (find_act(passage, acts[passage.article]) for passage in (pair.a, pair.b))
        if a is None or b is None:
            yield pair, Answer()
            continue
        yield (
            pair,
            Answer(
                tied=a.ref in account and account[a.ref] == account.get(b.ref),
                same_word=first_stem(a) == first_stem(b),
                tellings=(a, b),
            ),
        )


def tell_acts(readings: Sequence[Reading]) -> dict[str, list[Telling[Act]]]:
    """Return the acts of each article by the id that it has in the set."""
    return {
        reading.origin: [tell_act(setting, act) for act in reading.acts]
        for reading, setting in set_readings(readings).values()
    }


def find_act(passage: Passage, acts: Sequence[Telling[Act]]) -> Telling[Act] | None:
    """Return the act whose words stand in the passage, the first one of several."""
    return next((act for act in acts if overlaps(act.span, passage.span)), None)


def first_stem(act: Telling[Act]) -> str:
    return stem_word(act.words.split()[0].lower())


def show_error(pair: Pair, answer: Answer) -> None:
    if answer.tied == pair.same:
        return
    print(f"{'one event, not tied' if pair.same else 'two events, tied'}")
    for telling in answer.tellings or ():
        text, span, act = telling.setting.article.text, telling.span, telling.row
        names = [
            ", ".join(telling.setting.name(actor) or "" for actor in side)
            for side in (act.actors, act.recipients)
        ]
        before, behind = text[: span.start][-AROUND:], text[span.end :][:AROUND]
        words = " ".join(f"{before}[{telling.words}]{behind}".split())
        print(f"    {act.type}/{act.modality} {names[0]} -> {names[1]}: {words}")


if __name__ == "__main__":
    main()
