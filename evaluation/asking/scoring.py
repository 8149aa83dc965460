"""What the questions expect, and whether an answer is that."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from onrecord.asking import Answer, ask
from onrecord.ledger import Ledger

QUESTIONS = Path(__file__).with_name("questions.toml")
HALVES = ["first", "second"]


@dataclass(frozen=True, slots=True)
class Expected:
    """A question, words of which its line holds one, and words of which its short answer does."""

    ask: str
    line: tuple[str, ...] = ()
    says: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    right: int
    wrong: int  # answered, but with another line
    silent: int  # not answered, though the pages say
    unanswerable: int
    refused: int  # of these, not answered


def answer_half(folder: Path, half: str) -> list[tuple[Expected, Answer]]:
    """Return the questions of a half with what the ledger in `folder` answers."""
    with Ledger(folder) as ledger:
        return [(each, ask(ledger, each.ask)) for each in read_questions(half)]


def read_questions(half: str) -> list[Expected]:
    """Return every second question of the file, from the first or from the second on."""
    rows = tomllib.loads(QUESTIONS.read_text(encoding="utf-8"))["question"]
    return [
        Expected(row["ask"], tuple(row.get("line", ())), tuple(row.get("says", ())))
        for row in rows[HALVES.index(half) :: 2]
    ]


def judge(expected: Expected, answer: Answer) -> str:
    """Return what an answer is: right, wrong, silent, refused or invented."""
    if not expected.line:
        return "invented" if answer.rows else "refused"
    if answer.line is None:
        return "silent"
    short = (answer.short or "").casefold()
    said = not expected.says or any(word.casefold() in short for word in expected.says)
    line = " ".join(answer.line.split())  # pages have spaces that do not break
    return "right" if said and any(words in line for words in expected.line) else "wrong"


def count(answers: list[tuple[Expected, Answer]]) -> Score:
    found = [judge(expected, answer) for expected, answer in answers]
    return Score(
        right=found.count("right"),
        wrong=found.count("wrong"),
        silent=found.count("silent"),
        unanswerable=found.count("refused") + found.count("invented"),
        refused=found.count("refused"),
    )
