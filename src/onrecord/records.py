"""The records that the parts of On Record pass to each other: frozen, and without behaviour.

    bytes -> Page -> Article -> Reading -> ledger -> Story -> Account, Comparison -> views

A `Reading` is what one page reports. Encoded as JSON it is the public contract of
`onrecord read --format jsonl` (docs/json-contract.md): fields may be added, none renamed.

What holds everywhere:

- Offsets are characters `[start, end)` of `article.text`; `article.text[start:end]` is the words.
- Sequences are tuples. `None` means "the page does not say".
- Ids are content hashes (see `onrecord.ids`): the same page gives the same ids.
- A day interval is closed; an open end is `None`. Unknown stays unknown: both ends `None`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, NamedTuple, Protocol

# --- positions and days -----------------------------------------------------------------


class Span(NamedTuple):
    """Characters `start` up to but not including `end` of one article's `text`."""

    start: int
    end: int


DateCertainty = Literal["exact", "bounded", "unknown"]
Anchor = Literal["explicit", "calendar", "published", "speech", "previous", "story", "pinned"]


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The days on one of which (or during which) something was: `[earliest, latest]`.

    `anchor` says what the days were counted from: nothing ("explicit"), a weekday with its
    day and month ("calendar"), the published date, the time of the statement around it
    ("speech"), the date before it in the text ("previous"), other articles of the story, or a
    person's decision ("pinned").
    """

    earliest: date | None = None
    latest: date | None = None
    certainty: DateCertainty = "unknown"
    anchor: Anchor | None = None


UNKNOWN_WHEN = When()
# Days that lie further apart than this, or miss an end, are no date to put something in order by.
DATED_DAYS = 31

# --- pages and articles -----------------------------------------------------------------

PageKind = Literal["html", "text", "exact"]


WitnessKind = Literal[
    "given", "json-ld", "meta", "time", "url", "stamp", "text", "feed", "server", "capture",
    "htmldate", "footer", "story", "pinned",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """One piece of evidence for the published date, as an interval of days."""

    kind: WitnessKind
    words: str  # exactly as the page or container prints it
    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page as it came in, decoded, with where it came from.

    `kind` "html" is parsed, "text" is cleaned line by line, and "exact" (JSON Lines `text`) is
    taken as the article's text unchanged. The hints are what the container says beside the
    content: JSON Lines fields, feed entries, WARC headers.
    """

    id: str
    origin: str  # path or address, with `#n` for the n-th record of a container
    kind: PageKind
    content: str
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None  # as the container prints it
    byline: str | None = None
    captured: datetime | None = None  # when a crawler or browser saved it
    witnesses: tuple[Witness, ...] = ()  # further dates that stand beside the content


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The published date solved from all witnesses, with the conflicts among them.

    Each conflict is one sentence for people: which witnesses disagree, and about what.
    """

    earliest: date | None = None
    latest: date | None = None
    certainty: DateCertainty = "unknown"
    witnesses: tuple[Witness, ...] = ()
    conflicts: tuple[str, ...] = ()


UNPUBLISHED = Published()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The place an agency report is filed from: "WASHINGTON (AFP) –"."""

    place: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """Words of the page that are not the story, and why they were taken out.

    Captions are removed with the reason "caption", so that they can be shown apart.
    """

    words: str
    reason: str  # a short plain noun: "share prompt", "caption", "tag list", "navigation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The story on one page, without the page's menus, notices and links.

    `text` is the headline (where the page shows one), the standfirst and the body, paragraphs
    parted by an empty line, in the page's own characters. `body` is where the body stands in it.
    """

    id: str  # the page's id
    text: str
    body: Span
    headline: str | None = None
    standfirst: str | None = None
    outlet: str | None = None
    agency: str | None = None
    byline: str | None = None
    dateline: Dateline | None = None
    url: str | None = None
    language: str | None = None  # ISO 639-1
    published: Published = UNPUBLISHED
    removed: tuple[Removed, ...] = ()

    @property
    def is_foreign(self) -> bool:
        """Whether it is known to be in another language than English, in which rows are read."""
        return self.language not in (None, "en")


# --- what an article reports ------------------------------------------------------------

RowCertainty = Literal["clear", "likely", "unsure"]
Polarity = Literal["positive", "negative"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression, its TIMEX3 value, and the days it means."""

    span: Span
    words: str
    type: TimexType
    value: str  # "2022-01-26", "P8H", "PAST_REF"; "XXXX-WXX-3" where the week is not known
    earliest: date | None = None
    latest: date | None = None
    certainty: DateCertainty = "unknown"
    anchor: Anchor | None = None


ActorKind = Literal["person", "state", "organisation", "group"]
# PLOVER's sector codes; MED stands for outlets and agencies as speakers.
Sector = Literal[
    "GOV", "MIL", "LEG", "JUD", "COP", "SPY", "OPP", "REB", "PRM", "PTY", "UAF", "AGR", "BUS",
    "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "REL", "SOC",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Someone who speaks or acts, as one article names them.

    A "group" are people who have no name, several or one: "protesters", "a gunman".
    """

    id: str
    name: str  # the fullest form in the article, without titles: "Antony Blinken"
    kind: ActorKind
    state: str | None = None  # ISO 3166 alpha-3, or IGO, NGO, MNC, WST ("the West")
    sector: Sector | None = None
    body: str | None = None  # "State Department"
    role: str | None = None  # "Secretary of State"
    mentions: tuple[Span, ...] = ()
    identity: str | None = None  # where people decided who it is: one word, one person


StatementKind = Literal["direct", "indirect", "mixed"]
SpeechAct = Literal[
    "claim", "confirm", "deny", "dispute", "warn_of", "warn_against", "threaten", "demand",
    "appeal", "offer", "commit", "accept", "refuse", "accuse", "criticise", "praise",
]  # fmt: skip

# Negative whatever the words: "denied the charge", "refused to sign", "our guns were silent".
NEGATIVE_ACTS: frozenset[SpeechAct] = frozenset({"deny", "refuse"})

# Whether the words report something said, or what somebody thinks, plans, saw or decided.
Stance = Literal["said", "attitude", "plan", "perception", "decision"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """A cue that the reader found, with the words that go with it; nobody is resolved yet.

    `relay` says that source and cue only pass on what others say ("Reuters reported"), `content`
    then holds their whole statement. `sure`, `source_sure` and `act_sure`, 0 to 1, are the
    reader's own scores of the spans of cue and content, of the source, and of the act.
    """

    cue: Span
    content: tuple[Span, ...]
    source: Span | None = None
    addressee: Span | None = None
    condition: Span | None = None
    relay: bool = False
    stance: Stance = "said"
    act: SpeechAct = "claim"
    negative: bool = False
    sure: float = 0.0
    source_sure: float = 0.0
    act_sure: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Someone's words, or a paraphrase of them.

    `content` holds its pieces in reading order (a quotation interrupted by "he said" has two),
    without the quotation marks around a direct piece. `speaker`, `addressee` and `relayed_by`
    are actor ids; `relayed_by` runs from the nearest relay outwards. `speaker` is `None` when
    it is unknown or the words do not say; `source` is then still the words, if there are any.
    `joint` are the others who say it with the speaker, in the order of the words: "Berg and Lund".
    Only a `stance` of "said" reports words; the others are kept apart and not shown as words said.
    `polarity` is negative where what is said is negated in its main clause, denied, refused or
    warned against.
    """

    id: str
    kind: StatementKind
    content: tuple[Span, ...]
    cue: Span | None = None
    source: Span | None = None
    speaker: str | None = None
    joint: tuple[str, ...] = ()
    addressee: str | None = None
    relayed_by: tuple[str, ...] = ()
    within: str | None = None  # the statement that contains this one
    answers: str | None = None  # the question (a statement) that this one answers
    stance: Stance = "said"
    act: SpeechAct = "claim"
    polarity: Polarity = "positive"
    condition: Span | None = None
    when: When = UNKNOWN_WHEN
    certainty: RowCertainty = "unsure"

    @property
    def speakers(self) -> tuple[str, ...]:
        """Those who say it, mostly one; nobody where the speaker is unknown."""
        return () if self.speaker is None else (self.speaker, *self.joint)

    @property
    def lone_speaker(self) -> str | None:
        """The speaker, where nobody else says it, too."""
        return None if self.joint else self.speaker


ActType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    "STATE", "UNSPECIFIED",
]  # fmt: skip
Modality = Literal[
    "happened", "ongoing", "planned", "offered", "demanded", "threatened", "conditional",
    "hypothetical",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Someone did, would do, or did not do something to someone (PLOVER).

    Two layers: "Russia warned it would take measures" is a THREATEN that happened, whose
    `content` is the id of an UNSPECIFIED act that is threatened.
    """

    id: str
    trigger: Span
    type: ActType
    speech_act: SpeechAct | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    modality: Modality = "happened"
    polarity: Polarity = "positive"
    condition: Span | None = None
    when: When = UNKNOWN_WHEN
    place: str | None = None
    background: bool = False  # dated before the story's days, or told as history
    asserted_by: str | None = None  # an actor id; `None` is the article's own voice
    denied_by: tuple[str, ...] = ()
    content: str | None = None
    hedge: Span | None = None
    certainty: RowCertainty = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActMention:
    """An act that the reader found, as spans of words; nobody is resolved yet.

    `sure`, `type_sure` and `modality_sure`, 0 to 1, are the reader's own scores of the trigger, of
    its type and of its modality.
    """

    trigger: Span
    type: ActType
    actors: tuple[Span, ...] = ()
    recipients: tuple[Span, ...] = ()
    place: Span | None = None
    condition: Span | None = None
    modality: Modality = "happened"
    negative: bool = False
    background: bool = False
    denied: bool = False
    sure: float = 0.0
    type_sure: float = 0.0
    modality_sure: float = 0.0


class PronounScores(NamedTuple):
    """How well each person fits a pronoun, in their order, and nobody of them: log odds.

    A person who is not named near the pronoun has no score.
    """

    people: tuple[float | None, ...]
    none: float


class PronounScorer(Protocol):
    """Scores the pronouns of one text by its words."""

    def score(self, pronoun: Span, people: Sequence[Sequence[Span]]) -> PronounScores | None:
        """Return how well each of `people`, by their names' places, fits; None if none is near."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What the trained reader found in one text, in reading order."""

    attributions: tuple[Attribution, ...] = ()
    acts: tuple[ActMention, ...] = ()
    pronouns: PronounScorer | None = field(default=None, compare=False)

    def parties(self) -> Iterator[Span]:
        """Yield who acts, is acted on, speaks or is spoken to, as the reader's spans have it."""
        for act in self.acts:
            yield from (*act.actors, *act.recipients)
        for each in self.attributions:
            yield from (span for span in (each.source, each.addressee) if span is not None)


Change = Literal["up", "down"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A reported quantity: every value in `[low, high]` is what the words allow.

    An end that the words leave out is `None`; `low_open` says that `low` itself is excluded:
    "more than 13,000" is low 13000, high None, low_open. An approximate number ("some 14,000")
    keeps the printed value at both ends; its `bound` says that it is approximate. Values are in
    single `unit`s: "90 thousand troops" is 90000.0 "troops".
    """

    id: str
    span: Span
    words: str
    low: float | None = None
    high: float | None = None
    low_open: bool = False
    high_open: bool = False
    bound: str | None = None  # the exact words: "more than"
    change: Change | None = None
    unit: str | None = None  # "people", "USD", "%", "h"
    counted: str | None = None  # "killed", "Russian troops"
    giver: str | None = None  # an actor id
    whose: str | None = None
    place: str | None = None
    as_of: When = UNKNOWN_WHEN
    hedge: str | None = None
    denied_by: tuple[str, ...] = ()


ProblemKind = Literal["input", "page", "article", "time limit", "model"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Why an input gave no reading: where, what, and what to do, in one sentence."""

    kind: ProblemKind
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that one page reports, or the problem that kept it from being read."""

    schema: int = 1
    version: str  # of the rules and models that read it
    origin: str
    problem: Problem | None = None
    article: Article | None = None
    timexes: tuple[Timex, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    acts: tuple[Act, ...] = ()
    figures: tuple[Figure, ...] = ()


# --- across articles --------------------------------------------------------------------

CopyKind = Literal["whole", "trimmed", "reworded", "partial", "issued text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Words that two articles share, and what kind of sharing it is.

    `containment` is the share of the shorter article's own narrative (quotations taken out)
    that stands in the other, 0 to 1. `a` and `b` are article ids in alphabetical order.
    """

    a: str
    b: str
    kind: CopyKind
    containment: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """Articles that go back to one telling: a wire report and its copies, or one article alone."""

    id: str
    articles: tuple[str, ...]
    agency: str | None = None
    basis: tuple[str, ...] = ()  # why, a sentence for each joined article


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles about one matter: an episode of days, or a saga of episodes."""

    id: str
    kind: Literal["episode", "saga"]
    name: str
    articles: tuple[str, ...]
    parent: str | None = None  # an episode's saga
    earliest: date | None = None
    latest: date | None = None
    lineages: tuple[Lineage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many say so, four ways, always shown together.

    `origins` are those who first said or saw it; a quotation in five outlets has one.
    """

    reports: int
    outlets: int
    lineages: int
    origins: int


RowKind = Literal["statement", "act", "figure"]


class RowRef(NamedTuple):
    """One row of one article."""

    article: str
    row: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One statement, event or quantity, as several rows of several articles tell it."""

    id: str
    kind: RowKind
    story: str  # the saga's id
    title: str  # from the rows' own words: "Paris talks, length"
    rows: tuple[RowRef, ...]
    counts: Counts
    guests: tuple[str, ...] = ()  # ids of those rows that tell more, and have another account


Relation = Literal["agree", "compatible", "differ", "changed", "not comparable"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How two rows of one account stand to each other, with the reason in words.

    "changed" runs from `a` to the later `b`; every other relation has no direction.
    """

    account: str
    a: RowRef
    b: RowRef
    relation: Relation
    reason: str
    a_span: Span
    b_span: Span
    tags: tuple[str, ...] = field(default=())  # "altered wording", "denial"
