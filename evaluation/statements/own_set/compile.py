"""Turn hand-written statements, which quote words, into labels without a word of the text.

Run it with: python -m evaluation.statements.own_set.compile WORDS

WORDS is a folder with one NAME.jsonl for each document, as the README beside this file says. The
labels are written to first.jsonl here. Words are kept out of the repository.
"""

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from evaluation.statements.wikinews import read_document

HERE = Path(__file__).parent
DEFAULT_TEXTS = Path(__file__).parents[4] / "shared" / "data" / "gum" / "dep"
DEFAULT_LABELS = HERE / "first.jsonl"
GENRES = (("news", 20), ("interview", 8))
ACTS = frozenset(
    "claim confirm deny dispute warn_of warn_against threaten demand appeal offer commit accept"
    " refuse accuse criticise praise".split()
)
STANCES = frozenset({"said", "attitude", "plan", "perception", "decision"})
KINDS = frozenset({"direct", "indirect", "mixed"})
POLARITIES = frozenset({"positive", "negative"})

Place = tuple[int, int]  # characters [start, end) of the document's text


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", type=Path, help="folder of the files that quote words")
    parser.add_argument("--texts", type=Path, default=DEFAULT_TEXTS, help="GUM's folder dep")
    parser.add_argument("--labels", type=Path, default=DEFAULT_LABELS)
    options = parser.parse_args(arguments)
    if not options.texts.is_dir():
        sys.exit(f"{options.texts}: not there; give GUM's folder of .conllu files with --texts")
    lines: list[str] = []
    for name, split in list_documents(options.texts):
        words = options.words / f"{name}.jsonl"
        if not words.exists():
            print(f"{name}: no statements written yet: left out", file=sys.stderr)
            continue
        text = read_document(options.texts, name)
        try:
            statements = compile_document(text, words.read_text(encoding="utf-8"))
        except ValueError as error:
            sys.exit(f"{words}: {error}")
        record = {
            "document": name,
            "split": split,
            "sha256": hashlib.sha256(text.encode()).hexdigest(),
            "statements": statements,
        }
        lines.append(json.dumps(record, separators=(",", ":")) + "\n")
    options.labels.write_text("".join(lines), encoding="utf-8")


def list_documents(texts: Path) -> Iterator[tuple[str, str]]:
    """Yield the documents by name with their split: odd ones to develop on, even for the end."""
    for genre, count in GENRES:
        names = sorted(path.stem for path in texts.glob(f"GUM_{genre}_*.conllu"))[:count]
        for number, name in enumerate(names, start=1):
            yield name, "development" if number % 2 else "end"


def compile_document(text: str, words: str) -> list[dict[str, Any]]:
    """Return the statements of one document as labels, in the order written.

    Raises ValueError, with the statement's number, for words that are not there and unknown labels.
    """
    written = [json.loads(line) for line in words.splitlines() if line.strip()]
    statements: list[dict[str, Any]] = []
    for index, each in enumerate(written):
        try:
            statements.append(compile_statement(text, each, count=len(written)))
        except ValueError as error:
            raise ValueError(f"statement {index}: {error}") from error
    return statements


def compile_statement(text: str, each: dict[str, Any], *, count: int) -> dict[str, Any]:
    """Return one statement with places for words; links may point below `count` only."""
    for field, known in (
        ("act", ACTS),
        ("stance", STANCES),
        ("kind", KINDS),
        ("polarity", POLARITIES),
    ):
        if each[field] not in known:
            raise ValueError(f"{field} {each[field]!r} is none of {sorted(known)}")
    for field in ("within", "answers"):
        link = each.get(field)
        if link is not None and not 0 <= link < count:
            raise ValueError(f"{field} {link} points to no statement")
    content = [find_words(text, *piece) for piece in each["content"]]
    if not content:
        raise ValueError("no content")
    cue, source, condition = (
        find_words(text, *each[field]) if each[field] else None
        for field in ("cue", "source", "condition")
    )
    anchor = cue or content[0]
    return {
        "content": content,
        "cue": cue,
        "source": source,
        # A mention that names the speaker: the first one, so that equal speakers have equal places.
        "speaker": find_words(text, each["speaker"], 1) if each["speaker"] else None,
        "addressee": find_nearest(text, each["addressee"], anchor) if each["addressee"] else None,
        "relay": find_nearest(text, each["relay"], anchor) if each["relay"] else None,
        "within": each["within"],
        "answers": each.get("answers"),
        "act": each["act"],
        "condition": condition,
        "polarity": each["polarity"],
        "stance": each["stance"],
        "kind": each["kind"],
    }


def find_words(text: str, words: str, occurrence: int) -> Place:
    """Return where `words` stand for the `occurrence`th time, counted from 1, as whole words.

    Where they do not stand and hold " ... ", its sides are the first and the last words.
    """
    starts = list_starts(text, words)
    if starts:
        if not 0 < occurrence <= len(starts):
            raise ValueError(f"{words!r} stands {len(starts)} times, not {occurrence}")
        start = starts[occurrence - 1]
        return start, start + len(words)
    first, mark, last = words.partition(" ... ")
    if not mark:
        raise ValueError(f"{words!r} is not in the text")
    start, after = find_words(text, first, occurrence)
    ends = [each + len(last) for each in list_starts(text, last) if each >= after]
    if not ends:
        raise ValueError(f"{last!r} does not follow {first!r}")
    return start, ends[0]


def find_nearest(text: str, words: str, anchor: Place) -> Place:
    """Return the place of `words` nearest to `anchor`."""
    starts = list_starts(text, words)
    if not starts:
        raise ValueError(f"{words!r} is not in the text")
    start = min(starts, key=lambda each: max(anchor[0] - each - len(words), each - anchor[1]))
    return start, start + len(words)


def list_starts(text: str, words: str) -> list[int]:
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    return [match.start() for match in re.finditer(f"(?={before}{re.escape(words)}{after})", text)]


if __name__ == "__main__":
    main()
