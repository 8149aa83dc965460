"""Score the statements step on PolNeAR (Newell et al., LREC 2018).

Run it with: python -m evaluation.statements.polnear

PolNeAR marks only the outermost attribution, marks attitudes and plans as well as statements, and
counts quotation marks as content, and the comma that closes an apposition as source (nine times of
ten); so nested statements are left out here, and direct contents are widened by their marks and
such sources by their comma. Nobody is resolved in it: only spans and links are scored.
"""

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from evaluation.sets import need
from evaluation.statements.scores import (
    Attribution,
    Spans,
    Tally,
    count_spans,
    link,
    shares,
)
from onrecord.models import Reader, load_models
from onrecord.records import Article, Span
from onrecord.spans import contains, trim
from onrecord.statements import find_statements
from onrecord.text import outline_text

DEFAULT_DATA = Path(__file__).parents[3] / "shared" / "data" / "polnear"
KINDS = ("direct", "mixed", "indirect")
_MARKS = "\"“”‘’'«»"


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--split", default="dev", choices=("dev", "train"))
    parser.add_argument("--limit", type=int, help="only the first articles")
    parser.add_argument("--show", choices=("wrong", "missed"), help="print examples to stdout")
    parser.add_argument("--kind", choices=KINDS)
    parser.add_argument("--rules", action="store_true", help="without the trained reader")
    parser.add_argument("--spans", action="store_true", help="the reader's spans, without rules")
    parser.add_argument("--sample", type=int, default=60)
    options = parser.parse_args(arguments)
    path = need(options.data / f"{options.split}.jsonl")
    reader = None if options.rules else load_models().reader
    tally = Tally()
    shown: list[str] = []
    for record in read_records(path, options.limit):
        if options.spans and reader is not None:
            predicted = predict_spans(record["text"], reader)
        else:
            predicted = predict(record["text"], reader)
        shown += score_article(tally, record, predicted, options.show, options.kind)
    if options.show:
        for line in random.Random(1).sample(shown, min(options.sample, len(shown))):
            print(line)
    report(tally)


def read_records(path: Path, limit: int | None) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if limit is not None and number >= limit:
                return
            yield json.loads(line)


def score_article(
    tally: Tally,
    record: dict[str, Any],
    predicted: list[Attribution],
    show: str | None,
    kind: str | None,
) -> list[str]:
    """Add the counts of one article; return its errors as lines, if they are asked for."""
    text = record["text"]
    gold = [read_gold(text, each) for each in record["attributions"]]
    for role in ("source", "cue", "content"):
        count_spans(
            tally,
            role,
            [getattr(each, role) for each in gold],
            [getattr(each, role) for each in predicted],
        )
    links = link(gold, predicted)
    count_links(tally, gold, predicted, links)
    lines: list[str] = []
    matched = {i for i, _ in links.values()}
    if show == "wrong":
        for j, each in enumerate(predicted):
            pair = links.get(j)
            good = pair is not None and same_source(gold[pair[0]], each)
            if not good and kind in {None, each.kind}:
                lines.append(f"[{'source' if pair else 'content'}] {quote(text, each)}")
    if show == "missed":
        lines += [
            quote(text, each)
            for i, each in enumerate(gold)
            if i not in matched and kind in {None, each.kind}
        ]
    return lines


def count_links(
    tally: Tally,
    gold: list[Attribution],
    predicted: list[Attribution],
    links: dict[int, tuple[int, float]],
) -> None:
    with_source = {j for j, (i, _) in links.items() if same_source(gold[i], predicted[j])}
    tally.add("linked content", len(links), len(predicted), len(gold))
    tally.add("linked content + source", len(with_source), len(predicted), len(gold))
    tally.add("source right given content", len(with_source), len(links), len(links))
    for kind in KINDS:
        gold_of = {i for i, each in enumerate(gold) if each.kind == kind}
        predicted_of = [j for j, each in enumerate(predicted) if each.kind == kind]
        for name, right in (("content", set(links)), ("content + source", with_source)):
            found = sum(links[j][0] in gold_of for j in right)
            tally.add(f"recall {kind} {name}", found, len(gold_of), len(gold_of))
            kept = sum(j in right for j in predicted_of)
            tally.add(f"precision {kind} {name}", kept, len(predicted_of), len(predicted_of))


def same_source(gold: Attribution, predicted: Attribution) -> bool:
    """Return whether the sources share a character, or neither has one."""
    if not gold.source:
        return not predicted.source
    return shares(gold.source, predicted.source)


def read_gold(text: str, record: dict[str, Any]) -> Attribution:
    content = tuple((start, end) for start, end in record["content"])
    return Attribution(
        source=tuple((start, end) for start, end in record["source"]),
        cue=tuple((start, end) for start, end in record["cue"]),
        content=content,
        kind=kind_of(text, content),
    )


def kind_of(text: str, content: Spans) -> str:
    """Return direct where every piece is a whole quotation, mixed where marks stand inside."""
    pieces = [text[start:end].strip(" ,.") for start, end in content]
    if (
        pieces
        and all(piece[:1] in '"“' or piece[:2] == "''" for piece in pieces)
        and all(piece[-1:] in '"”' or piece[-2:] == "''" for piece in pieces)
    ):
        return "direct"
    return (
        "mixed"
        if any(mark in piece for piece in pieces for mark in ('"', "“", "''"))
        else "indirect"
    )


def predict(text: str, reader: Reader | None) -> list[Attribution]:
    """Return the outermost statements of `text` as attributions, direct contents with marks.

    Without a reader they are those of the rules alone.
    """
    article = Article(id="polnear", text=text, body=Span(0, len(text)))
    found: list[Attribution] = []
    outline = outline_text(text)
    attributions = None if reader is None else reader.read(text, outline).attributions
    for statement in find_statements(
        article, outline, actors=(), timexes=(), attributions=attributions
    ):
        if statement.within is not None:
            continue
        content = tuple(
            widen(text, piece) if statement.kind == "direct" else piece
            for piece in statement.content
        )
        found.append(
            Attribution(
                source=(close(text, statement.source),) if statement.source else (),
                cue=(statement.cue,) if statement.cue else (),
                content=content,
                kind=statement.kind,
            )
        )
    return found


def close(text: str, source: Span) -> Span:
    """Return a source that has an apposition in it with the comma that closes it."""
    apposed = ", " in text[source.start : source.end] and text.startswith(", ", source.end)
    return Span(source.start, source.end + 1) if apposed else source


def predict_spans(text: str, reader: Reader) -> list[Attribution]:
    """Return the reader's own outermost attributions, before any rule has looked at them."""
    found = reader.read(text, outline_text(text)).attributions
    return [
        Attribution(
            source=(each.source,) if each.source else (),
            cue=(each.cue,),
            content=each.content,
            kind=kind_of(text, each.content),
        )
        for each in found
        if not any(
            contains(piece, each.cue)
            for other in found
            if other is not each
            for piece in other.content
        )
    ]


def widen(text: str, piece: Span) -> Span:
    """Return the piece with the quotation marks around it."""
    start, end = trim(text, piece)
    while start > 0 and text[start - 1] in _MARKS:
        start -= 1
    while end < len(text) and text[end] in _MARKS:
        end += 1
    return Span(start, end)


def quote(text: str, each: Attribution) -> str:
    """Return the text around one attribution with its spans in brackets."""
    marks = sorted(
        [(s, e, "S") for s, e in each.source]
        + [(s, e, "C") for s, e in each.cue]
        + [(s, e, "K") for s, e in each.content]
    )
    at = max(0, marks[0][0] - 60)
    shown = ""
    for start, end, letter in marks:
        shown += text[at:start] + f"[{letter} {text[start:end]}]"
        at = end
    return f"{each.kind}: {shown}{text[at : at + 80]}".replace("\n", "¶")


def report(tally: Tally) -> None:
    names = list(dict.fromkeys(name for name, _ in tally.counts))
    for name in names:
        rate = tally.rate(name)
        if name.startswith(("recall", "precision", "source right")):
            print(f"{name:40} {rate.recall:6.1%}  ({rate.right} of {rate.gold})")
        else:
            print(f"{name:40} {rate}")


if __name__ == "__main__":
    main()
