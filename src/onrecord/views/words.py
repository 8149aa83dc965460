"""A row in words: who, does what, to whom, with which figure; never more than the page says."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from onrecord.ledger.answers import list_set
from onrecord.ledger.rows import ActRow, FigureRow, Party, Row, StatementRow
from onrecord.records import NEGATIVE_ACTS, Counts, Figure, SpeechAct, When
from onrecord.text.wordclasses import PRONOUNS
from onrecord.views.days import UNKNOWN, show_days
from onrecord.views.plain import count_noun

_LARGEST_PART, _ROUNDING = 12, 1e-6  # of a share that is told as a fraction
_SCANT = 3  # words
_ONE = {"people": "person", "days": "day", "weeks": "week", "months": "month", "years": "year"}
ALONE = Counts(reports=1, outlets=1, lineages=1, origins=1)
# Acts that say no. After a cue that says it, "denied", the words are what is denied; after any
# other, "said", they are the no itself.
_SAYING_NO: frozenset[SpeechAct] = frozenset({"deny", "dispute", "refuse", "warn_against"})
_CUE_OF_NO = re.compile(
    r"\b(?:den(?:y|ie[sd]|ying|ials?)|disput|contest|contradict|refut|rebut|dismiss|reject|refus"
    r"|declin|rul(?:e[sd]?|ing) out|turn\w* (?:down|away)|object|question|doubt|oppos|warn|caution"
    r"|not\b|n[’']t\b|never\b)",
    re.IGNORECASE,
)


def show_parties(parties: Sequence[Party], *, nobody: str = "") -> str:
    """Return the names, or `nobody` where there are none."""
    return ", ".join(party.name for party in parties) or nobody


def show_who(row: Row) -> str:
    """Return who speaks, acts or gives the figure; of a statement at least `name_source`, or
    "unknown"."""
    nobody = (name_source(row) or "unknown") if isinstance(row, StatementRow) else ""
    return show_parties(row.who, nobody=nobody)


def name_source(row: StatementRow) -> str | None:
    """Return the page's own words for a speaker without a name: "traders there".

    A pronoun names nobody, and whom people have said to be unknown is.
    """
    if row.who or row.source is None or "who" in dict(list_set(row.read_as)):
        return None
    words = row.source.strip(" ,")
    return None if words.lower() in PRONOUNS else words or None


def show_words(row: Row) -> str:
    """Return the row's exact words; only a direct quotation stands in quotation marks.

    Pieces are joined by " … ": a quotation interrupted by "he said" has two.
    """
    words = " … ".join(row.words)
    if isinstance(row, StatementRow) and row.record.kind == "direct":
        return f"“{words}”"
    return words


def is_scant(row: Row) -> bool:
    """Return whether a row's words say too little alone: "this" of "Lund denied this", "denied"."""
    if isinstance(row, StatementRow):
        return row.record.kind == "indirect" and len(" ".join(row.words).split()) < _SCANT
    return isinstance(row, ActRow)


def show_said(row: Row) -> str:
    """Return the row's exact words, or where they say too little alone, its sentence."""
    return row.sentence if is_scant(row) and row.sentence else show_words(row)


def show_act(row: Row) -> str:
    """Return what a row does, with what keeps it from having happened: "THREATEN, conditional".

    "deny" stands before what is denied, and "deny, saying" before the words of the denial.

    Who tells of an act, where it is not the article itself, and who denies it, stand with it:
    "ASSAULT, says Mira Lund", "COERCE, denied by Tarvia".
    """
    return ", ".join(part for part in (show_deed(row), show_teller(row)) if part)


def show_deed(row: Row) -> str:
    """Return what a row does, as `show_act` does, without those who tell of it or deny it."""
    if isinstance(row, ActRow):
        return ", ".join(_list_marks(row))
    if isinstance(row, StatementRow):
        said = row.record
        act = said.act.replace("_", " ")
        if said.act in _SAYING_NO and _tells_the_no(row):
            return f"{act}, saying"
        negated = said.polarity == "negative" and said.act not in NEGATIVE_ACTS
        return f"{act}, negative" if negated else act
    return ""


def _tells_the_no(row: StatementRow) -> bool:
    """Return whether the words are a denial ("said there was none"), not what is denied."""
    if row.cue is None:
        return row.record.kind == "direct"
    return _CUE_OF_NO.search(row.cue) is None


def show_teller(row: Row) -> str:
    """Return who denies an act, and who tells of it where it is not the article itself."""
    if not isinstance(row, ActRow):
        return ""
    parts = [f"denied by {show_parties(row.denied_by)}"] if row.denied_by else []
    teller = row.asserted_by
    if teller is not None and teller.name not in {party.name for party in row.who}:
        parts.append(f"says {teller.name}")
    return ", ".join(parts)


def _list_marks(row: ActRow) -> Iterator[str]:
    act = row.record
    yield act.type
    if act.polarity == "negative":
        yield "not"
    if act.modality != "happened":
        yield act.modality
    if act.background:
        yield "background"
    if act.denied_by and not row.denied_by:
        yield "denied"


def show_value(figure: Figure) -> str:
    """Return a figure's interval with its unit: "> 13,000 people", "about 14,000 people", "2–3 h".

    An approximate figure is told by its bound words, which stand before its value.
    """
    low, high = figure.low, figure.high
    number = _fraction if figure.unit == "share" else _number
    if low is not None and high is not None:
        value = number(low) if low == high else f"{number(low)}–{number(high)}"
        if figure.bound is not None:
            value = f"{figure.bound.lower()} {value}"
    elif low is not None:
        value = f"{'>' if figure.low_open else '≥'} {number(low)}"
    elif high is not None:
        value = f"{'<' if figure.high_open else '≤'} {number(high)}"
    else:
        value = "?"
    change = {"up": "up ", "down": "down ", None: ""}[figure.change]
    if figure.unit is None or (figure.unit == "share" and "/" in value):
        return f"{change}{value}"
    return f"{change}{value} {_name_unit(figure)}"


def _name_unit(figure: Figure) -> str | None:
    """Return the unit as it stands behind the value: one of "people" is a "person"."""
    alone = figure.low == figure.high == 1
    return _ONE.get(figure.unit or "", figure.unit) if alone else figure.unit


def show_figure_subject(row: FigureRow) -> str:
    """Return what a figure counts, and where: "Ostran troops, Ostra"."""
    return _join_subject(row.record, row.record.counted)


def show_measure(row: FigureRow) -> tuple[str, str]:
    """Return a figure's value and what it counts, to stand side by side: the unit is told once.

    "60 observers" and nothing, "25" and "Tarvian patrol boats", "6 h" and "Skarn".
    """
    figure = row.record
    counted, value = figure.counted, show_value(figure)
    if figure.unit and counted == figure.unit:
        counted = None
    elif figure.unit and counted and figure.unit in counted.split():
        value = value.removesuffix(f" {_name_unit(figure)}")
    return value, _join_subject(figure, counted)


def show_when(row: Row) -> str:
    """Return when it was; where nothing says so, when it was published, and that it is that."""
    if row.when.earliest or row.when.latest:
        return show_days(row.when)
    return f"published {show_days(row.published)}"


def show_published(published: When) -> str:
    """Return the day of publication, or "undated"."""
    days = show_days(published)
    return "undated" if days == UNKNOWN else days


def show_report(row: Row) -> str:
    """Return in which report a row stands: "Harbour Post (AFP), 16 May 2031".

    The day is that of the paper; when something was said or done has a place of its own.
    """
    return f"{show_publisher(row.outlet, row.agency)}, {show_published(row.published)}"


def show_place(row: Row) -> str:
    """Return who says it, of which day, and in which report: "Lund, 14 May 2031; Harbour Post,
    16 May 2031". A day that is that of the report is told once."""
    day = show_own_day(row)
    day = "" if day == show_published(row.published) else day
    own = ", ".join(part for part in (show_who(row), day) if part)
    return f"{own}; {show_report(row)}" if own else show_report(row)


def show_own_day(row: Row) -> str:
    """Return when something was said or done, or as of when a figure holds; "" if not known."""
    return show_days(row.when) if row.when.earliest or row.when.latest else ""


def show_publisher(outlet: str | None, agency: str | None) -> str:
    """Return outlet and agency: "Harbour Post (AFP)"; "outlet unknown" is a normal answer."""
    name = outlet or "outlet unknown"
    return f"{name} ({agency})" if agency and agency != outlet else name


def show_counts(counts: Counts | None) -> str:
    """Return the four counts in words: "3 reports, 2 outlets, 1 lineage, 1 origin"."""
    counts = counts or ALONE
    return ", ".join(
        count_noun(number, noun)
        for number, noun in (
            (counts.reports, "report"),
            (counts.outlets, "outlet"),
            (counts.lineages, "lineage"),
            (counts.origins, "origin"),
        )
    )


def show_support(counts: Counts) -> str:
    """Return the four counts as short as they can be: "1 report" has one of each."""
    return count_noun(1, "report") if counts == ALONE else show_counts(counts)


def show_chain(row: StatementRow) -> str:
    """Return who carried a statement, from the nearest relay outwards: "via A, via B"."""
    return ", ".join(f"via {party.name}" for party in row.relayed_by)


def _join_subject(figure: Figure, counted: str | None) -> str:
    parts = (counted, figure.whose, figure.place)
    return ", ".join(dict.fromkeys(part for part in parts if part))


def _fraction(value: float) -> str:
    """Return a part of a whole as people say it: "2/3"."""
    part = Fraction(value).limit_denominator(_LARGEST_PART)
    told = 0 < part < 1 and abs(part - Fraction(value)) < _ROUNDING
    return f"{part.numerator}/{part.denominator}" if told else _number(value)


def _number(value: float) -> str:
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.4g}" if abs(value) < 1000 else f"{value:,.2f}"
