"""Print precision and recall of the names found: python -m evaluation.actors [--errors] [DATA].

As in a reading, the trained reader tells the rules who takes part.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from evaluation.actors.corpora import Marked, read_crossner, read_gum, read_re3d
from evaluation.sets import need
from onrecord.actors import find_actors
from onrecord.models import Reader, load_models
from onrecord.records import Article, Span
from onrecord.spans import overlaps
from onrecord.text import outline_text

KINDS = {"person": "person", "state": "state", "organisation": "body", "group": "group"}


def main(arguments: list[str]) -> None:
    errors = "--errors" in arguments
    reader = load_models().reader
    paths = [argument for argument in arguments if not argument.startswith("--")]
    data = Path(paths[0]) if paths else Path("../shared/data")
    for name, documents in corpora(data):
        for kind, (right, found, gold) in score(documents, reader, errors=errors).items():
            precision, recall = right / max(found, 1), right / max(gold, 1)
            print(f"{name:22} {kind:7} P {precision:.3f} R {recall:.3f} gold {gold} found {found}")


def corpora(data: Path) -> Iterator[tuple[str, list[Marked]]]:
    crossner = need(data / "crossner_politics")
    yield (
        "crossner train+dev",
        [
            sentence
            for part in ("train", "dev")
            for sentence in read_crossner(crossner / f"{part}.txt")
        ],
    )
    gum = sorted((data / "gum" / "dep").glob("GUM_news_*.conllu"))
    yield "gum news", [document for path in gum for document in read_gum(path)]
    for folder in sorted((data / "re3d").iterdir()):
        if (folder / "documents.json").exists():
            yield f"re3d {folder.name[:17]}", list(read_re3d(folder))


def score(
    documents: Iterable[Marked], reader: Reader, *, errors: bool
) -> dict[str, tuple[int, int, int]]:
    """Return right, found and gold counts of people and of bodies (with states).

    A name is right where it overlaps a gold name of its type. What the corpora do not mark
    (groups) and what they call a place is left out of both counts.
    """
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    missed: Counter[tuple[str, str]] = Counter()
    for document in documents:
        mentions = list(find_mentions(document.text, reader))
        places = [span for kind, span in document.spans if kind in {"place", "state", "other"}]
        for kind in ("person", "body"):
            wanted = {span for k, span in document.spans if k == kind}
            mine = {span for k, span in mentions if k == kind}
            hit = {span for span in wanted if any(overlaps(span, other) for other in mine)}
            right[kind] += len(hit)
            gold[kind] += len(wanted)
            for span in mine:
                if any(overlaps(span, other) for other in places):
                    if kind == "person":
                        found[kind] += 1
                elif any(overlaps(span, other) for other in wanted):
                    pass
                else:
                    found[kind] += 1
                    missed["+" + kind, document.text[span.start : span.end]] += 1
            found[kind] += len(hit)
            for span in wanted - hit:
                missed["-" + kind, document.text[span.start : span.end]] += 1
    if errors:
        for (kind, words), count in missed.most_common(120):
            print(f"   {kind:9} {count:3} {words!r}")
    return {kind: (right[kind], found[kind], gold[kind]) for kind in ("person", "body")}


def find_mentions(text: str, reader: Reader) -> Iterator[tuple[str, Span]]:
    article = Article(id="x", text=text, body=Span(0, len(text)))
    outline = outline_text(text)
    parties = tuple(reader.read(text, outline).parties())
    for actor in find_actors(article, outline, parties=parties):
        for span in actor.mentions:
            kind = "body" if actor.kind in {"state", "organisation"} else actor.kind
            words = text[span.start : span.end]
            if kind == "person" and not words.split()[-1][:1].isupper():
                continue  # "the president": the corpora mark names alone
            if kind == "group":
                if not all(word[:1].isupper() for word in words.split()):
                    continue
                kind = "body"
            if kind == "body" and not any(map(str.isupper, words)):
                continue
            yield kind, span


if __name__ == "__main__":
    main(sys.argv[1:])
