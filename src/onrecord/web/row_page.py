"""One row with all that stands behind it."""

from collections.abc import Iterator
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from onrecord.ledger import AccountRow, ActRow, ArticleRow, Filter, Ledger, Row, StatementRow
from onrecord.ledger.grammar import ROW_KINDS
from onrecord.records import Comparison, Span, Story
from onrecord.views.side_by_side import RELATIONS
from onrecord.views.words import show_parties, show_publisher
from onrecord.web.desk import Desk, find_whole, look_up, show_json
from onrecord.web.judging import prepare_judging
from onrecord.web.near_rows import find_near
from onrecord.web.passages import Piece, cut
from onrecord.web.questions import read_question
from onrecord.web.row_lists import take_page
from onrecord.web.support import Support, find_support

REPORTS = 40  # to a page
AROUND = 220  # characters of context on either side


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One hand through which the words went: who, and in which part."""

    part: str
    name: str
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Another row of the same account, and how it stands to this one where they were compared."""

    row: Row
    comparison: Comparison | None


def show_row(desk: Desk, request: Request, ledger: Ledger) -> Response:
    """Show a row, also by the start of its id."""
    whole = find_whole(ledger, request, ROW_KINDS)
    if whole is not None:
        return whole
    row = look_up(ledger.row, request.path_params["id"])
    reading = ledger.article(row.article)
    assert reading.article is not None
    [article] = ledger.articles(Filter(article=row.article))
    told = list(ledger.rows(Filter(account=row.account))) if row.account else [row]
    story = ledger.story(row.saga) if row.saga else None
    page = read_question(request.query_params, fields=()).page
    reports, more = take_page(_find_reports(ledger, row, told), page, REPORTS)
    return desk.show(
        "row.html",
        row=row,
        article=article,
        context=find_context(reading.article.text, row),
        chain=list(find_chain(row)),
        support=_support(ledger, row, told, story),
        story_name=story.name if story else "",
        reports=reports,
        page=page,
        more=more,
        account=ledger.account(row.account) if row.account else None,
        hosts=list(_find_hosts(ledger, row)),
        original=article.originals[0] if article.originals else None,
        judging=prepare_judging(request, ledger, row),
        done=desk.find_done(request, ledger),
        reviewer=desk.reviewer(request),
        near=find_near(row, list(ledger.rows(Filter(article=row.article)))),
    )


def show_row_json(desk: Desk, request: Request, ledger: Ledger) -> Response:
    """Return the row as JSON."""
    return show_json(look_up(ledger.row, request.path_params["id"]))


def find_context(text: str, row: Row) -> list[Piece[str]]:
    """Return the sentence with its surroundings, cut at what the row rests on.

    Marks are "sentence", "words", "cue", "source", "condition" and "hedge".
    """
    whole = row.sentence_span
    start, end = max(0, whole.start - AROUND), min(len(text), whole.end + AROUND)
    start = text.find(" ", start, whole.start) + 1 if start else 0
    end = text.rfind(" ", whole.end, end) if end < len(text) else end
    end = max(end, whole.end)
    start = start if 0 <= start <= whole.start else whole.start
    # Of a paragraph that is cut nothing is shown where a whole one is left.
    if start and (first := text.find("\n\n", start, whole.start)) >= 0:
        start = first + 2
    if end < len(text) and (last := text.rfind("\n\n", whole.end, end)) >= 0:
        end = last
    marks = [(whole, "sentence"), *((span, "words") for span in row.spans), *_find_marks(row)]
    return list(cut(text, Span(start, end), marks))


def find_chain(row: Row) -> Iterator[Link]:
    """Yield the hands through which the words went, from who said it to who printed it."""
    if isinstance(row, StatementRow):
        if row.who:
            role = row.who[0].role if len(row.who) == 1 else None
            yield Link(part="said by", name=show_parties(row.who), role=role)
        else:
            yield Link(part="said by", name=row.source or "speaker unknown")
        for party in row.relayed_by:
            yield Link(part="relayed by", name=party.name, role=party.role)
    elif isinstance(row, ActRow) and row.asserted_by is not None:
        yield Link(part="according to", name=row.asserted_by.name, role=row.asserted_by.role)
    elif row.kind == "figure" and row.who:
        yield Link(part="given by", name=row.who[0].name, role=row.who[0].role)
    if row.agency and row.agency != row.outlet:
        yield Link(part="reported by the agency", name=row.agency)
    yield Link(part="published by", name=show_publisher(row.outlet, None))


def _find_marks(row: Row) -> Iterator[tuple[Span, str]]:
    record = getattr(row, "record", None)
    for name in ("cue", "source", "condition", "hedge"):
        span = getattr(record, name, None)
        if isinstance(span, Span):
            yield span, name


def _find_reports(ledger: Ledger, row: Row, told: list[Row]) -> Iterator[Report]:
    compared: dict[str, Comparison] = {}
    if row.account is not None:
        for comparison in ledger.account_comparisons(row.account, article=row.article):
            if row.id in (comparison.a.row, comparison.b.row):
                ref = comparison.b if comparison.a.row == row.id else comparison.a
                compared[ref.row] = comparison
    others = [other for other in told if other.id != row.id]
    others.sort(key=lambda other: _rank(compared.get(other.id)))
    for other in others:
        yield Report(row=other, comparison=compared.get(other.id))


def _find_hosts(ledger: Ledger, row: Row) -> Iterator[tuple[AccountRow, str]]:
    """Yield the other accounts that the row is in, each with a row that is at home there."""
    for host in ledger.hosts(row.id):
        yield host, next(ref.row for ref in host.rows if ref.row not in host.guests)


def _rank(comparison: Comparison | None) -> int:
    return RELATIONS.index(comparison.relation) if comparison else len(RELATIONS)


def _support(ledger: Ledger, row: Row, told: list[Row], story: Story | None) -> Support:
    articles: dict[str, ArticleRow] = {}
    for id_ in dict.fromkeys(other.article for other in told):
        articles.update({a.id: a for a in ledger.articles(Filter(article=id_))})
    return find_support(row, told, articles, story.lineages if story else ())
