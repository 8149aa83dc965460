"""A story's brief as Markdown."""

from collections.abc import Iterator

from onrecord.ledger import FigureRow, StatementRow
from onrecord.views.answers import show_review
from onrecord.views.brief import Brief, Difference
from onrecord.views.brief_lines import Line, Sources
from onrecord.views.days import show_days
from onrecord.views.formats import markdown_row, markdown_text
from onrecord.views.pairs import show_reason
from onrecord.views.plain import count_noun
from onrecord.views.words import (
    show_act,
    show_chain,
    show_figure_subject,
    show_parties,
    show_place,
    show_published,
    show_publisher,
    show_said,
    show_support,
    show_value,
    show_when,
)

OTHERS = 4  # values beside the one that is shown


def brief_markdown(brief: Brief) -> str:
    """Return `brief` as Markdown; every line ends in the numbers of its sources."""
    return "\n".join(_lines(brief)) + "\n"


def _lines(brief: Brief) -> Iterator[str]:
    story = brief.story
    yield f"# {markdown_text(story.name)}"
    yield ""
    yield (
        f"{show_days(story)}. {count_noun(len(brief.sources), 'article')}, "
        f"{count_noun(brief.outlets, 'outlet')}{_nameless(brief)}, "
        f"{count_noun(len(story.lineages), 'independent telling')}."
    )
    if brief.happened:
        yield from ("", "## What happened", "")
        for acts in brief.happened:
            yield from _event(acts)
    if brief.said:
        yield from ("", "## Who said what", "")
        for name, lines in brief.said:
            yield f"- **{markdown_text(name)}**"
            for line in lines:
                yield f"  - {_saying(line)} {_cite(line)}"
    if brief.figures:
        yield from ("", "## Figures", "")
        yield from _figure_table(brief.figures)
    if brief.differ:
        yield from ("", "## Where sources differ", "")
        yield from map(_difference, brief.differ)
    if brief.changed:
        yield from ("", "## What changed", "")
        yield from map(_difference, brief.changed)
    if brief.more:
        yield from ("", "There are more than fit here: `onrecord compare` lists them all.")
    yield from ("", "## Sources", "")
    for source in brief.sources:
        article = source.article
        publisher = show_publisher(article.outlet, article.agency)
        yield (
            f"{source.number}. {markdown_text(article.headline or 'no headline')}. "
            f"{markdown_text(publisher)}, "
            f"{show_published(article.published)}. {markdown_text(article.url or article.origin)}"
        )


def _nameless(brief: Brief) -> str:
    articles = count_noun(brief.nameless, "article")
    return f" ({articles} of none that is known)" if brief.nameless else ""


def _event(acts: tuple[Line, ...]) -> Iterator[str]:
    """Yield the lines of what one sentence tells: of one act, or of several below it."""
    first, *others = acts
    day, sentence = f"- **{show_days(first.row.when)}**", markdown_text(first.row.sentence)
    if not others:
        yield f"{day} {_deed(first)}: {sentence} {_cite(first)}"
        return
    told = tuple(sorted({each for line in acts for each in line.sources}))
    yield f"{day} {sentence} {_number(told)}"
    for line in acts:
        own = show_days(line.row.when)
        when = "" if own == show_days(first.row.when) else f", {own}"
        yield f"  - {_deed(line)}{when} {_cite(line)}"


def _deed(line: Line) -> str:
    row = line.row
    to = f" → {show_parties(row.to)}" if row.to else ""
    return markdown_text(f"{show_parties(row.who)}{to} ({show_act(row)})")


def _saying(line: Line) -> str:
    row = line.row
    assert isinstance(row, StatementRow)
    to = f" to {markdown_text(show_parties(row.to))}" if row.to else ""
    relay = f", {markdown_text(show_chain(row))}" if row.relayed_by else ""
    return f"{show_when(row)}, {show_act(row)}{to}: {markdown_text(show_said(row))}{relay}"


def _figure_table(lines: tuple[Line, ...]) -> Iterator[str]:
    header = ("of", "value", "given by", "as of", "words", "sources")
    yield markdown_row(header).decode().rstrip()
    yield "|" + " --- |" * len(header)
    for line in lines:
        row = line.row
        assert isinstance(row, FigureRow)
        cells = (
            show_figure_subject(row),
            show_value(row.record),
            show_parties(row.who, nobody="not stated"),
            show_when(row),
            row.record.words,
        )
        escaped = markdown_row(cells).decode().rstrip()
        yield f"{escaped} {_cite(line)} |"


def _difference(difference: Difference) -> str:
    a, b = difference.a, difference.b
    reason = show_reason(difference.comparison, a.row, b.row)
    return (
        f"- {markdown_text(reason)}: {_side(a)} {_cite(a, counts=False)}; "
        f"{_side(b)} {_cite(b, counts=False)}"
    )


def _side(line: Line) -> str:
    row = line.row
    words = row.record.words if isinstance(row, FigureRow) else show_said(row)
    act = show_act(row)
    return markdown_text(f"{act + ': ' if act else ''}{words} ({show_place(row)})")


def _cite(line: Line, *, counts: bool = True) -> str:
    numbers = _number(line.sources)
    if not counts:
        return numbers
    reviewed = f" ({show_review(line.row)})" if line.row.review == "corrected" else ""
    denied = f", denied in {_number(line.denials)}" if line.denials else ""
    others = f"; other values: {_values(line.others)}" if line.others else ""
    return f"{numbers} ({show_support(line.counts)}{denied}{others}){reviewed}"


def _values(values: tuple[tuple[str, Sources], ...]) -> str:
    shown = [f"{markdown_text(value)} {_number(sources)}" for value, sources in values[:OTHERS]]
    rest = {each for _, sources in values[OTHERS:] for each in sources}
    return ", ".join((*shown, f"more in {_number(tuple(sorted(rest)))}") if rest else shown)


def _number(sources: Sources) -> str:
    return "".join(f"[{number}]" for number in sources)
