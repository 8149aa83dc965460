"""Score what statements do in political news: python -m evaluation.statements.polnear_acts

The attributions of some articles of PolNeAR's development part, labelled by us with what each does
(`polnear_acts.jsonl`: numbers and labels, none of the words); those that are no words said, or no
statement, are left out. Statements are linked to them by the overlap of their contents, as in
`evaluation.statements.polnear`. With `--second-reading` a second reader's labels stand for what is
found: how far two readers agree.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from training.reader.attributions import Label, read_labels

from evaluation.sets import need
from evaluation.statements.polnear import DEFAULT_DATA, read_gold, read_records, widen
from evaluation.statements.scores import Attribution, link
from onrecord.actors import find_actors
from onrecord.models import Reader, load_models
from onrecord.records import Article, Span, Statement
from onrecord.statements import find_statements
from onrecord.text import outline_text

FIRST = Path(__file__).with_name("polnear_acts.jsonl")
SECOND = Path(__file__).with_name("polnear_acts_second.jsonl")


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--errors", action="store_true", help="print what is wrong")
    parser.add_argument("--second-reading", action="store_true", help="how far two readers agree")
    options = parser.parse_args(arguments)
    path = need(options.data / "dev.jsonl")
    gold = read_labels(FIRST)
    pairs: list[tuple[Label, Label, str]] = []
    if options.second_reading:
        second = read_labels(SECOND)
        for document, labels in gold.items():
            theirs = second[document]
            pairs += [(label, theirs[n], "") for n, label in labels.items() if n in theirs]
    else:
        reader = load_models().reader
        for record in read_records(path, None):
            if record["id"] in gold:
                pairs += pair_labels(record, gold[record["id"]], reader)
    report([pair for pair in pairs if pair[0].stance == "said"], errors=options.errors)


def pair_labels(
    record: Mapping[str, Any], labels: Mapping[int, Label], reader: Reader
) -> Iterator[tuple[Label, Label, str]]:
    """Yield the label of each attribution that is found, with what is read, and its words."""
    text, attributions = record["text"], record["attributions"]
    numbers = sorted(labels)
    wanted = [read_gold(text, attributions[number]) for number in numbers]
    found = list(read_statements(text, reader))
    links = link(wanted, [as_attribution(text, each) for each in found])
    for j, (i, _) in links.items():
        each = found[j]
        shown = (each.cue, *each.content) if each.cue else each.content
        words = " … ".join(text[piece.start : piece.end] for piece in shown)
        read = Label(act=each.act, negative=each.polarity == "negative", stance=each.stance)
        yield labels[numbers[i]], read, words.replace("\n", " ")


def read_statements(text: str, reader: Reader) -> Iterator[Statement]:
    article = Article(id="polnear", text=text, body=Span(0, len(text)))
    outline = outline_text(text)
    found = reader.read(text, outline)
    actors = tuple(find_actors(article, outline, parties=tuple(found.parties())))
    yield from find_statements(
        article, outline, actors=actors, timexes=(), attributions=found.attributions
    )


def as_attribution(text: str, statement: Statement) -> Attribution:
    return Attribution(
        source=(statement.source,) if statement.source else (),
        cue=(statement.cue,) if statement.cue else (),
        content=tuple(
            widen(text, piece) if statement.kind == "direct" else piece
            for piece in statement.content
        ),
        kind=statement.kind,
    )


def report(pairs: Sequence[tuple[Label, Label, str]], *, errors: bool) -> None:
    """Print how often the act and polarity are right, and F1 by act."""
    wrong = Counter((gold.act, read.act) for gold, read, _ in pairs if gold.act != read.act)
    if errors:
        for gold, read, words in pairs:
            if gold.act != read.act:
                print(f"{gold.act}, read {read.act}: {words}")
    right = len(pairs) - wrong.total()
    same = sum(gold.negative == read.negative for gold, read, _ in pairs)
    print(f"act       {right / len(pairs):6.1%}  ({right} of {len(pairs)})")
    print(f"polarity  {same / len(pairs):6.1%}")
    scores: dict[str, float] = {}
    for act in sorted({gold.act for gold, _, _ in pairs}):
        hits = sum(gold.act == read.act == act for gold, read, _ in pairs)
        both = sum((gold.act == act) + (read.act == act) for gold, read, _ in pairs)
        scores[act] = 2 * hits / both
    print(f"macro F1  {sum(scores.values()) / len(scores):6.1%}")
    print("  " + ", ".join(f"{act} {score:.2f}" for act, score in scores.items()))
    print("most confused:", ", ".join(f"{a}>{b} {n}" for (a, b), n in wrong.most_common(10)))


if __name__ == "__main__":
    main()
