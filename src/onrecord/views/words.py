"""A row in words: who, does what, to whom, with which figure; never more than the page says."""

from collections.abc import Sequence
from fractions import Fraction

from onrecord.ledger.rows import ActRow, FigureRow, Party, Row, StatementRow
from onrecord.records import NEGATIVE_ACTS, Counts, Figure, Statement
from onrecord.views.days import show_days

_LARGEST_PART, _ROUNDING = 12, 1e-6  # of a share that is told as a fraction
ALONE = Counts(reports=1, outlets=1, lineages=1, origins=1)


def show_parties(parties: Sequence[Party], *, nobody: str = "") -> str:
    """Return the names, or `nobody` where there are none."""
    return ", ".join(party.name for party in parties) or nobody


def show_who(row: Row) -> str:
    """Return who speaks, acts or gives the figure; "unknown" for a statement without a speaker."""
    return show_parties(row.who, nobody="unknown" if isinstance(row, StatementRow) else "")


def show_words(row: Row) -> str:
    """Return the row's exact words; only a direct quotation stands in quotation marks.

    Pieces are joined by " … ": a quotation interrupted by "he said" has two.
    """
    words = " … ".join(row.words)
    if isinstance(row, StatementRow) and row.record.kind == "direct":
        return f"“{words}”"
    return words


def show_act(row: Row) -> str:
    """Return what a row does, with what keeps it from having happened: "THREATEN, conditional"."""
    if isinstance(row, ActRow):
        record = row.record
        marks: list[str] = [record.type]
        if record.polarity == "negative":
            marks.append("not")
        if record.modality != "happened":
            marks.append(record.modality)
        if record.background:
            marks.append("background")
        if record.denied_by:
            marks.append("denied")
        return ", ".join(marks)
    if isinstance(row, StatementRow):
        said = row.record
        act = said.act.replace("_", " ")
        negated = said.polarity == "negative" and said.act not in NEGATIVE_ACTS
        return f"{act}, negative" if negated else act
    return ""


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
    return f"{change}{value} {figure.unit}"


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
        value = value.removesuffix(f" {figure.unit}")
    return value, _join_subject(figure, counted)


def show_when(row: Row) -> str:
    """Return when it was; where nothing says so, when it was published, and that it is that."""
    if row.when.earliest or row.when.latest:
        return show_days(row.when)
    return f"published {show_days(row.published)}"


def show_publisher(outlet: str | None, agency: str | None) -> str:
    """Return outlet and agency: "Harbour Post (AFP)"; "outlet unknown" is a normal answer."""
    name = outlet or "outlet unknown"
    return f"{name} ({agency})" if agency and agency != outlet else name


def show_counts(counts: Counts | None) -> str:
    """Return the four counts in words: "3 reports, 2 outlets, 1 lineage, 1 origin"."""
    counts = counts or ALONE
    return ", ".join(
        f"{number} {noun}{'' if number == 1 else 's'}"
        for number, noun in (
            (counts.reports, "report"),
            (counts.outlets, "outlet"),
            (counts.lineages, "lineage"),
            (counts.origins, "origin"),
        )
    )


def show_chain(row: StatementRow) -> str:
    """Return who carried a statement, from the nearest relay outwards: "via A, via B"."""
    return ", ".join(f"via {party.name}" for party in row.relayed_by)


def is_verbatim(statement: Statement) -> bool:
    """Return whether the statement's content is printed as somebody's exact words."""
    return statement.kind == "direct"


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
