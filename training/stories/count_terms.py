"""Count in how many documents of the permitted corpora each term stands.

    python -m training.stories.count_terms DATA

DATA is the folder that holds polnear, gum, re3d, unscon and ecbplus. Writes
`src/onrecord/stories/data/frequencies.tsv.gz`: document frequencies alone, no text. Documents of
one topic (an ECB+ topic, the speeches on one country) share their words because they were picked
that way: a topic counts as at most TOPIC_CAP documents, for a term and for the total.
"""

import csv
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from onrecord.stories.terms import find_terms, write_table

TOPIC_CAP = 3
LEAST = 2  # a term of one document says no more than an unseen one
TARGET = Path("src/onrecord/stories/data/frequencies.tsv.gz")


def read_documents(data: Path) -> Iterator[tuple[str | None, str]]:
    """Yield (topic or None, text) of every document."""
    for line in (data / "polnear/train.jsonl").open(encoding="utf-8"):
        yield None, json.loads(line)["text"]
    for path in sorted((data / "gum/dep").glob("GUM_*.conllu")):
        if path.name.split("_")[1] in {"letter", "podcast"}:
            continue  # these genres may not be used for anything that is shipped
        yield (
            None,
            " ".join(
                line.removeprefix("# text = ")
                for line in path.read_text(encoding="utf-8").splitlines()
                if line.startswith("# text = ")
            ),
        )
    for path in sorted((data / "re3d").glob("*/documents.json")):
        for line in path.open(encoding="utf-8"):
            yield path.parent.name, json.loads(line)["text"]
    speeches: dict[tuple[str, str], list[str]] = {}
    source = data / "unscon/conflict_annotations_sentences.csv"
    for row in csv.DictReader(source.open(encoding="utf-8")):
        key = row["basename"].split("_")[1] + row["A2"], row["filename"]
        speeches.setdefault(key, []).append(row["sentence_text"])
    for _, sentences in sorted(speeches.items()):
        yield "unscon", " ".join(sentences)
    for path in sorted((data / "ecbplus").glob("*/*.xml")):
        words = [token.text or "" for token in ElementTree.parse(path).getroot().iter("token")]
        yield f"ecbplus {path.parent.name}", " ".join(words)


def main() -> None:
    frequencies: Counter[str] = Counter()
    by_topic: Counter[tuple[str, str]] = Counter()
    documents = 0
    topics: Counter[str] = Counter()
    for topic, text in read_documents(Path(sys.argv[1])):
        if topic is not None:
            topics[topic] += 1
        documents += topic is None or topics[topic] <= TOPIC_CAP
        for term in set(find_terms(text)):
            if topic is not None:
                by_topic[topic, term] += 1
                if by_topic[topic, term] > TOPIC_CAP:
                    continue
            frequencies[term] += 1
    kept = {term: count for term, count in frequencies.items() if count >= LEAST}
    text = "\n".join(write_table(documents, kept)) + "\n"
    TARGET.write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))
    print(f"{documents} documents, {len(kept)} terms, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
