"""Score the trained reader on our own held-out passages.

    python -m evaluation.statements.own [--show WHAT] [--rows] [--second-reading]

The passages are those of `training/reader/own/held-out.txt`, by other hands and with other names
than what the reader learned from. Statements are linked one to one by the overlap of their
contents (at least half), as in PolNeAR's scores; then the source must share a character. An inner
statement stands in another one's content; a relay only passes a statement on.

With `--rows` it is the statements of the whole reading, as they are shown, where what is said of
them by span can be compared; without, the reader alone.

With `--second-reading` what two readings take the same marked statements for is compared, and the
reader's scores on these passages stand below: by each of the two, and by the labels as settled.
Then the same of passages that were marked twice, the second time from the text alone.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import get_args

from training.reader.passages import Passage, read_passages, read_relays

from evaluation.readings import pair_readings
from evaluation.statements.polnear_acts import as_attribution, read_statements
from evaluation.statements.readings import HELD_OUT, read_marks, read_readings
from evaluation.statements.scores import Attribution as Spans
from evaluation.statements.scores import Tally, link, shares
from onrecord.models import load_models
from onrecord.models.reader import Reader
from onrecord.records import Attribution, Span, SpeechAct
from onrecord.spans import contains
from onrecord.text import outline_text

KINDS = ("act", "stance", "polarity")
ROW_KINDS = ("content", "content + source", "inner", "condition", *KINDS)

Pairs = Iterable[tuple[Passage, list[Attribution]]]


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, default=[HELD_OUT])
    parser.add_argument("--show", choices=("missed", "extra", "act", "stance", "condition"))
    parser.add_argument("--second-reading", action="store_true", help="how far two readings agree")
    parser.add_argument("--rows", action="store_true", help="score the whole reading, not it alone")
    options = parser.parse_args(arguments)
    reader = load_models().reader
    if options.second_reading:
        for title, pairs in compare_readings(reader):
            print(f"\n-- {title}")
            report(*score(pairs, options.show), only=KINDS)
        for title, pairs in compare_marks(reader):
            print(f"\n-- {title}")
            report(*score(pairs, options.show))
        return
    passages = (
        passage for path in options.files for passage in read_passages(path, fills=1, held_out=True)
    )
    find = find_rows if options.rows else find_attributions
    scores = score(((each, find(reader, each)) for each in passages), options.show)
    report(*scores, only=ROW_KINDS if options.rows else None)


def find_attributions(reader: Reader, passage: Passage) -> list[Attribution]:
    return list(reader.read(passage.text, outline_text(passage.text)).attributions)


def find_rows(reader: Reader, passage: Passage) -> list[Attribution]:
    """Return the statements of the whole reading, in the form of the reader's own."""
    return [
        Attribution(
            cue=each.cue or each.content[0],
            content=tuple(Span(*p) for p in as_attribution(passage.text, each).content),
            source=each.source,
            condition=each.condition,
            stance=each.stance,
            act=each.act,
            negative=each.polarity == "negative",
        )
        for each in read_statements(passage.text, reader)
    ]


def compare_readings(reader: Reader) -> Iterator[tuple[str, Pairs]]:
    """Return what is compared, with its pairs."""
    readings = list(read_readings())
    theirs = [read_gold(each.second) for each in readings]
    found = [find_attributions(reader, each.settled) for each in readings]
    return pair_readings(readings, theirs=theirs, found=found, marks="labels")


def compare_marks(reader: Reader) -> Iterator[tuple[str, Pairs]]:
    """Return what is compared of the passages that were marked twice, with its pairs."""
    settled, second = zip(*read_marks(), strict=True)
    found = [find_attributions(reader, each) for each in settled]
    marked = [read_gold(each) for each in second]
    for title, gold, given in (
        (f"{len(settled)} passages, marked a second time by marked as settled", settled, marked),
        ("the reader, by the marks as settled", settled, found),
        ("the reader, by the second marks", second, found),
    ):
        yield title, zip(gold, given, strict=True)


def score(pairs: Pairs, show: str | None) -> tuple[Tally, Counter[tuple[str, str]]]:
    """Return the counts over passages; print what is asked for with `show`."""
    tally, acts = Tally(), Counter[tuple[str, str]]()
    for passage, found in pairs:
        for line in score_passage(tally, acts, passage, found, show):
            print(line)
    return tally, acts


def score_passage(
    tally: Tally,
    acts: Counter[tuple[str, str]],
    passage: Passage,
    found: list[Attribution],
    show: str | None,
) -> list[str]:
    """Add the counts of one passage; return what is asked for with `show`, a line each."""
    gold = read_gold(passage)
    links = link([as_spans(each) for each in gold], [as_spans(each) for each in found])
    right = {j for j, (i, _) in links.items() if same_source(gold[i], found[j])}
    tally.add("content", len(links), len(found), len(gold))
    tally.add("content + source", len(right), len(found), len(gold))
    for name, choose in (("inner", is_inner), ("relay", is_relay)):
        wanted = {i for i, each in enumerate(gold) if choose(each, gold)}
        given = {j for j, each in enumerate(found) if choose(each, found)}
        good = sum(links[j][0] in wanted for j in given & right)
        tally.add(name, good, len(given), len(wanted))
    for field in ("addressee", "condition"):
        pairs = [(getattr(gold[i], field), getattr(found[j], field)) for j, (i, _) in links.items()]
        good = sum(bool(a and b and shares((a,), (b,))) for a, b in pairs)
        tally.add(
            field, good, sum(bool(getattr(each, field)) for each in found),
            sum(bool(getattr(each, field)) for each in gold),
        )  # fmt: skip
    lines: list[str] = []
    for j, (i, _) in links.items():
        a, b = gold[i], found[j]
        if a.relay or b.relay:
            continue
        tally.add("act", int(a.act == b.act), 1, 1)
        tally.add("stance", int(a.stance == b.stance), 1, 1)
        tally.add("polarity", int(a.negative == b.negative), 1, 1)
        acts[a.act, b.act] += 1
        if show in {"act", "stance", "condition"} and getattr(a, show) != getattr(b, show):
            lines.append(f"{passage.id}: {getattr(a, show)} != {getattr(b, show)}: {passage.text}")
    if show == "missed":
        reached = {links[j][0] for j in right}
        lines += [describe(passage, each) for i, each in enumerate(gold) if i not in reached]
    if show == "extra":
        lines += [describe(passage, each) for j, each in enumerate(found) if j not in right]
    return lines


def read_gold(passage: Passage) -> list[Attribution]:
    """Return the passage's statements that have a cue, and its relays, as attributions."""
    gold = []
    for marked in passage.statements.values():
        spans = {label: [Span(*each) for each in found] for label, found in marked.spans.items()}
        if "C" in spans:
            gold.append(
                Attribution(
                    cue=spans["C"][0],
                    content=tuple(spans["K"]),
                    source=next(iter(spans.get("S", [])), None),
                    addressee=next(iter(spans.get("A", [])), None),
                    condition=next(iter(spans.get("IF", [])), None),
                    stance=marked.stance,  # type: ignore[arg-type]  # checked with the passage
                    act=marked.act,  # type: ignore[arg-type]
                    negative=marked.negative,
                )
            )
        gold += [
            Attribution(
                cue=Span(*cue),
                source=Span(*source),
                content=tuple(Span(*each) for each in content),
                relay=True,
            )
            for cue, source, content in read_relays(marked)
        ]
    return gold


def is_inner(each: Attribution, others: Sequence[Attribution]) -> bool:
    return not each.relay and any(
        contains(piece, each.cue)
        for other in others
        if other is not each and not other.relay
        for piece in other.content
    )


def is_relay(each: Attribution, _: Sequence[Attribution]) -> bool:
    return each.relay


def same_source(gold: Attribution, found: Attribution) -> bool:
    if gold.source is None or found.source is None:
        return gold.source == found.source
    return shares((gold.source,), (found.source,))


def as_spans(each: Attribution) -> Spans:
    return Spans((), (), tuple(each.content), "")


def describe(passage: Passage, each: Attribution) -> str:
    def words(span: Span | None) -> str:
        return "-" if span is None else passage.text[span.start : span.end]

    content = " ... ".join(words(piece) for piece in each.content)
    relay = "relay, " if each.relay else ""
    return f"{passage.id}: {relay}[{words(each.source)}] [{words(each.cue)}] {content}"


def report(
    tally: Tally, acts: Counter[tuple[str, str]], *, only: Sequence[str] | None = None
) -> None:
    for name in only or dict.fromkeys(name for name, _ in tally.counts):
        print(f"{name:20} {tally.rate(name)}")
    rates = rate_acts(acts)
    print(f"{'act, macro F1':20} {sum(rates.values()) / len(rates):.1%}")
    print("  " + ", ".join(f"{act} {rate:.2f}" for act, rate in rates.items()))


def rate_acts(acts: Counter[tuple[str, str]]) -> dict[str, float]:
    """Return the F1 of each speech act; their mean is macro F1."""
    rates = {}
    for act in get_args(SpeechAct):
        wanted = sum(count for (a, _), count in acts.items() if a == act)
        given = sum(count for (_, b), count in acts.items() if b == act)
        rates[act] = 2 * acts[act, act] / (wanted + given) if wanted + given else 0.0
    return rates


if __name__ == "__main__":
    main()
