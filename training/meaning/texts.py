"""The texts to score on: headlines and sentences of stories."""

import gzip
import json
from dataclasses import dataclass
from pathlib import Path

from evaluation.stories.data import read_gold

from onrecord.text import outline_text

SHORTEST, LONGEST = 40, 600  # characters of a sentence
EACH = 3  # every third sentence is there to be found


@dataclass(frozen=True, slots=True)
class Passage:
    """A headline or sentence, with its article and its story."""

    words: str
    article: str
    story: int


@dataclass(frozen=True, slots=True)
class Stories:
    """Headlines to ask with, and the sentences to find: those of the same story are right."""

    queries: tuple[Passage, ...]
    sentences: tuple[Passage, ...]


def read_stories(data: Path) -> Stories:
    """Read the development stories: headlines of those told by two articles or more, sentences
    of all articles, a sentence that several articles share once."""
    gold = read_gold(data / "news_stories" / "dev_stories.jsonl")
    sizes: dict[int, int] = {}
    for story in gold.values():
        sizes[story] = sizes.get(story, 0) + 1
    queries, sentences = [], []
    seen: set[str] = set()
    with gzip.open(
        data / "news_stories" / "dev_articles.jsonl.gz", "rt", encoding="utf-8"
    ) as lines:
        for line in lines:
            row = json.loads(line)
            if row["id"] not in gold:
                continue
            story = gold[row["id"]]
            if row["title"] and sizes[story] > 1:
                queries.append(Passage(row["title"], row["id"], story))
            for words in list_sentences(row["text"])[::EACH]:
                if words not in seen:
                    seen.add(words)
                    sentences.append(Passage(words, row["id"], story))
    return Stories(tuple(queries), tuple(sentences))


def list_sentences(text: str) -> list[str]:
    """Return the sentences of usual length, on one line each."""
    spans = outline_text(text).sentences
    sentences = (" ".join(text[span.start : span.end].split()) for span in spans)
    return [words for words in sentences if SHORTEST <= len(words) <= LONGEST]
