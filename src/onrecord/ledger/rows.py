"""What the ledger answers with: frozen records that carry everything a view needs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from onrecord.ledger.answers import NOTHING, Answer
from onrecord.ledger.fusing import By
from onrecord.records import (
    UNKNOWN_WHEN,
    Act,
    ActorKind,
    Counts,
    Figure,
    ProblemKind,
    RowCertainty,
    RowKind,
    RowRef,
    Sector,
    Span,
    Statement,
    When,
)

_NOWHERE = Span(0, 0)

# What people may say of one row, and of two rows or two persons.
RowVerdict = Literal["accept", "correct", "reject"]
TieVerdict = Literal["same event", "not same event", "same person", "not same person"]
ReviewState = Literal["accepted", "corrected", "rejected"]
# Of a decision: whether it holds, or was taken back, or a later one took its place, or it
# contradicts what earlier ones come to, or this version does not know its kind.
DecisionState = Literal["holds", "undone", "replaced", "contradicts", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Someone who speaks, acts, or is spoken or done to: an actor of the row's article.

    `named` is how the article names them, and `identity` who that is, where people have told.
    """

    id: str
    name: str
    kind: ActorKind
    state: str | None = None
    sector: Sector | None = None
    body: str | None = None
    role: str | None = None
    named: str | None = None
    identity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What the three kinds of row have in common: who, what to whom, when, in which words.

    `words` are the exact words of the article at `spans`, piece by piece: what a statement
    says, what triggers an act, the whole of a figure. `sentence` is the sentence (or sentences)
    around them, `article.text[sentence_span]`. `when` is the row's own time. `outlet` to
    `published` are the article's; `counts` are the account's.

    `review` is what people have said of the row, `None` where nobody has. Fields that people
    have corrected hold what they said; `read_as` is what the page was read as there.
    """

    id: str
    kind: RowKind
    article: str
    who: tuple[Party, ...] = ()
    act: str | None = None  # the speech act of a statement, the PLOVER type of an act
    to: tuple[Party, ...] = ()
    words: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    sentence: str = ""
    sentence_span: Span = _NOWHERE
    when: When = UNKNOWN_WHEN
    certainty: RowCertainty | None = None  # `None` for a figure
    condition: str | None = None  # the exact words
    hedge: str | None = None  # the exact words
    denied_by: tuple[Party, ...] = ()
    origin: str = ""
    url: str | None = None
    headline: str | None = None
    outlet: str | None = None
    agency: str | None = None
    published: When = UNKNOWN_WHEN
    episode: str | None = None
    saga: str | None = None
    account: str | None = None
    counts: Counts | None = None
    review: ReviewState | None = None
    read_as: Answer = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class RowTime:
    """Where a row belongs: its account, and the days of its own or else of its article."""

    id: str
    kind: RowKind
    account: str | None
    when: When


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRow(Row):
    """A statement: `who` are its speakers, mostly one, `to` its addressee, none or one."""

    record: Statement
    cue: str | None = None  # the exact words
    source: str | None = None  # the exact words
    relayed_by: tuple[Party, ...] = ()  # nearest first


@dataclass(frozen=True, slots=True, kw_only=True)
class ActRow(Row):
    """An act: `who` did it `to` whom. `asserted_by` is `None` in the article's own voice."""

    record: Act
    asserted_by: Party | None = None
    content: str | None = None  # the trigger words of the act that this one is about


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow(Row):
    """A figure: `who` gives it, none or one; `to` is empty."""

    record: Figure


def list_parties(row: Row) -> Iterator[tuple[str, Party]]:
    """Yield everybody in a row with the part taken: "who", "to", "denier" or "relay"."""
    yield from (("who", party) for party in row.who)
    yield from (("to", party) for party in row.to)
    yield from (("denier", party) for party in row.denied_by)
    if isinstance(row, StatementRow):
        yield from (("relay", party) for party in row.relayed_by)
    if isinstance(row, ActRow) and row.asserted_by is not None:
        yield "relay", row.asserted_by


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """An article in a list: everything but its text and rows."""

    id: str
    origin: str  # the first in alphabetical order, where it came under several
    version: str  # of the rules and models that read it
    headline: str | None
    outlet: str | None
    agency: str | None
    byline: str | None
    url: str | None
    language: str | None
    published: When
    episode: str | None
    saga: str | None
    lineage: str | None
    statements: int
    acts: int
    figures: int
    originals: tuple[str, ...]  # SHA-256 of the files in `raw/` that hold it
    added: datetime | None  # when it first came in


@dataclass(frozen=True, slots=True, kw_only=True)
class PageVersion:
    """An article as one version of the page at its address, and when that was saved or came in.

    Of a page without an address the versions are told by what they have in common.
    """

    article: str
    url: str | None
    origin: str
    headline: str | None
    lineage: str | None
    captured: datetime | None
    added: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRow:
    """A story in a list, with its sizes.

    `differences` counts the comparisons "differ" between its articles.
    """

    id: str
    kind: Literal["episode", "saga"]
    name: str
    parent: str | None
    earliest: date | None
    latest: date | None
    articles: int
    outlets: int
    lineages: int
    statements: int
    acts: int
    figures: int
    differences: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRow:
    """One statement, event or quantity as several rows tell it, and how these compare.

    `rows` are in the order of the record, with `guests`, the ids of those that tell more and have
    another account. `relations` counts the comparisons by their relation.
    """

    id: str
    kind: RowKind
    story: str
    title: str
    rows: tuple[RowRef, ...]
    counts: Counts
    relations: dict[str, int]
    guests: tuple[str, ...] = ()


# What someone does in a row: speaks, acts or gives it; is spoken or done to; passes on a
# statement or tells of an act; denies it.
ActorPart = Literal["who", "to", "relay", "denier"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorForm:
    """One form in which an actor is named; `title` is body and role. `rows` counts the rows."""

    name: str
    title: str
    state: str | None
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow:
    """Someone as the rows of all articles name them, with how many rows there are.

    `name` is the longest form of the name; `forms` come with the most used first. `parts` counts
    rows by the part in them and their kind, `sagas` by the story, the one with the most first.
    `several` says that different ones may be meant: "the Foreign Ministry", which states all have.
    """

    name: str
    kind: ActorKind
    state: str | None
    forms: tuple[ActorForm, ...]
    parts: dict[tuple[ActorPart, RowKind], int]
    sagas: dict[str, int]
    several: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RowHit:
    """A row that a search found; `hits` are the words that match, in the article's text.

    `by` says by what it was found: its words, its meaning, or both; `None` where nothing but a
    filter was asked.
    """

    row: Row
    hits: tuple[Span, ...]
    by: By | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleHit:
    """An article that a search found, with the part of its text around the first match.

    Found by the meaning of its title alone, it has no match, and the start of its text. `snippet`
    is `article.text[snippet_span]`; `hits` lie in it and count from the start of the text.
    """

    article: ArticleRow
    snippet: str
    snippet_span: Span
    hits: tuple[Span, ...]
    by: By | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    """What a search found, best first; `more` says that there are rows beyond the limit."""

    rows: tuple[RowHit, ...]
    articles: tuple[ArticleHit, ...]
    more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemRow:
    """An input or page that gave no reading: where it came from, and why."""

    origin: str
    kind: ProblemKind
    message: str


FoundKind = Literal["article", "statement", "act", "figure", "story", "account"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What an abbreviated id stands for."""

    kind: FoundKind
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerCounts:
    """How much the ledger holds."""

    articles: int
    outlets: int
    statements: int
    acts: int
    figures: int
    episodes: int
    sagas: int
    accounts: int
    comparisons: int
    problems: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far adding is; all that is counted here is committed."""

    read: int
    known: int
    problems: int
    origin: str  # the last one dealt with


@dataclass(frozen=True, slots=True, kw_only=True)
class AddReport:
    """What adding did: pages read, known before, and removed before, and what could not be read.

    `foreign` counts those read that are not in English, of which hardly a row is found.
    `linking_seconds` is the part of `seconds` that was spent tying them into stories and
    accounts.
    """

    read: int
    known: int
    removed: int
    problems: tuple[ProblemRow, ...]
    seconds: float
    linking_seconds: float
    foreign: int = 0
