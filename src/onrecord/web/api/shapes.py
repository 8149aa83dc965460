"""What the API takes and gives beside the records of the ledger."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from onrecord.ledger import Answer, DecisionRow
from onrecord.ledger.answers import NOTHING
from onrecord.records import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A page of a list; `next` is the token of the page after it, `None` on the last."""

    items: tuple[Any, ...]
    next: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A row or an article that a search found, and the words in its article's text that match.

    `by` tells by what it was found: "words", "meaning" or "both".
    """

    found: Literal["row", "article"]
    id: str
    article: str
    words: str
    hits: tuple[Span, ...]
    by: str | None = None
    row: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What the rows say to a question; without `rows`, these articles do not say.

    `line` is the sentence of the first row, `short` the name, day or figure that was asked for.
    """

    question: str
    short: str | None = None
    line: str | None = None
    rows: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRef:
    """An actor of an article, by both their ids."""

    article: str
    actor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDecision:
    """A decision to make.

    - `do` "accept", "reject" and "correct" are about `row`; "correct" states `answer`.
    - "same event" and "not same event" are about `row` and `other`.
    - "same person" and "not same person" are about `person` and `person2`; `name` is what both
      are then called.
    - "pin" states that `article` was published between `earliest` and `latest`; "remove" takes
      it out, and "restore" brings it back.
    - "undo" takes `decision` back.

    `who` makes the decision; without it, it is made in the name of who runs the desk.
    """

    do: Literal[
        "accept", "correct", "reject", "same event", "not same event", "same person",
        "not same person", "pin", "remove", "restore", "undo",
    ]  # fmt: skip
    row: str | None = None
    other: str | None = None
    answer: Answer = NOTHING
    person: ActorRef | None = None
    person2: ActorRef | None = None
    name: str | None = None
    article: str | None = None
    earliest: date | None = None
    latest: date | None = None
    decision: str | None = None
    who: str | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What the ledger holds, and in which revision."""

    version: str
    revision: str
    articles: int
    statements: int
    acts: int
    figures: int
    stories: int
    accounts: int
    review: dict[str, int]


def bare(row: DecisionRow) -> DecisionRow:
    """Return a decision without its line of the file, which says the same again."""
    return replace(row, decision=replace(row.decision, words=""))
