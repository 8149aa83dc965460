"""Score the reader's acts, and the rows made of them, on open text.

    python -m evaluation.acts.open_text [--split end] [--rows] [--errors]
    python -m evaluation.acts.open_text --second-reading   # how far two readings agree

The texts are 20 news pages of Wikinews that GUM keeps, the acts those of
`open_set/wikinews.jsonl`, places and labels without words. The measures are those of
`evaluation.acts.own`. With `--rows` a page goes through every step (`pipeline.read_page`), so that
errors of earlier steps count; what is only said (STATE) is no row and counts on neither side, and
roles are not scored, since a row names who acts and not where. The end half is for deliveries:
nothing but its scores is shown.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from training.acts.marked import ActPassage
from training.acts.standoff import read_documents

from evaluation.acts.own import count_passage, report, row_as_mention
from evaluation.acts.readings import as_mentions
from evaluation.sets import need
from evaluation.statements.own_set.compile import DEFAULT_TEXTS
from evaluation.statements.scores import Tally
from evaluation.statements.wikinews import read_document
from onrecord.models import Models, load_models
from onrecord.pipeline import read_page
from onrecord.records import ActMention, Page
from onrecord.text import outline_text

ROLES = ("with actors and recipients right", "actors right", "recipients right")
LABELS = Path(__file__).parent / "open_set" / "wikinews.jsonl"
SECOND = LABELS.with_name("second.jsonl")
"""The development half, marked without a look at the first marks."""


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--split", choices=("development", "end"), default="development")
    parser.add_argument("--rows", action="store_true", help="what the whole reading makes of it")
    parser.add_argument("--second-reading", action="store_true", help="how far two agree")
    parser.add_argument("--errors", action="store_true", help="print what is wrong")
    parser.add_argument("--data", type=Path, default=DEFAULT_TEXTS, help="GUM's folder dep")
    options = parser.parse_args(arguments)
    if options.errors and options.split == "end":
        sys.exit("the end half stays unread: only its scores are shown; leave out --errors")
    need(options.data)  # GUM's folder of .conllu files
    if options.second_reading and options.split == "end":
        sys.exit("the end half was read once; leave out --split")
    models = load_models()
    theirs = read_passages(options.data, options.split, SECOND) if options.second_reading else ()
    second = {each.id: each for each in theirs}
    tally, types = Tally(), Counter[tuple[str, str]]()
    for passage in read_passages(options.data, options.split):
        found: Sequence[ActMention]
        if options.second_reading:
            found = list(as_mentions(second[passage.id], passage))
        elif options.rows:
            found = list(read_rows(passage, models))
        else:
            found = models.reader.read(passage.text, outline_text(passage.text)).acts
        for line in count_passage(tally, types, keep_rows(passage, options.rows), found):
            if options.errors and not (options.rows and line.startswith(("actors", "recipients"))):
                print(line)
    report(tally, types, without=ROLES if options.rows else ())


def read_passages(data: Path, split: str, labels: Path = LABELS) -> Iterator[ActPassage]:
    """Yield the marked pages of a half: by name order the odd ones are to develop on."""
    names = sorted(path.stem for path in data.glob("GUM_news_*.conllu"))
    texts = {name: read_document(data, name) for name in names}
    chosen = names[split == "end" :: 2]
    for document in read_documents(labels, texts):
        if document.id not in chosen:
            continue
        yield ActPassage(
            id=document.id, text=texts[document.id], acts=dict(enumerate(document.acts))
        )


def keep_rows(passage: ActPassage, rows: bool) -> ActPassage:
    """Return the passage without what gives no row, where rows are scored."""
    acts = {n: act for n, act in passage.acts.items() if not rows or act.type != "STATE"}
    return ActPassage(id=passage.id, text=passage.text, acts=acts)


def read_rows(passage: ActPassage, models: Models) -> Iterator[ActMention]:
    """Yield the act rows of a page as mentions without roles."""
    page = Page(id=passage.id, origin=passage.id, kind="exact", content=passage.text)
    reading = read_page(page, models)
    if reading.article is None or reading.article.text != passage.text:
        raise ValueError("the reading is not of the text that was marked")
    for act in reading.acts:
        if act.type != "STATE":
            yield row_as_mention(act)


if __name__ == "__main__":
    main()
