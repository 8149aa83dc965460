"""The tabs of a story."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from onrecord.ledger import ArticleRow, Filter, Ledger, RowTime
from onrecord.records import RowKind
from onrecord.views.charts import MOST
from onrecord.views.side_by_side import RELATIONS, SideBySide, sketch_side_by_side
from onrecord.web.accounts import (
    choose_accounts,
    count_relations,
    fold_tellings,
    read_relation,
    recall_accounts,
)
from onrecord.web.desk import Desk
from onrecord.web.figure_subjects import LEGEND, REASONS, SUBJECTS, list_subjects
from onrecord.web.questions import Question, read_question
from onrecord.web.row_days import PARTS, Part, count_days, part_places, read_part
from onrecord.web.row_lists import find_accounts_of, group_by_day, take_page
from onrecord.web.story_head import ACTS_OF, TABS, StoryHead, open_story, within
from onrecord.web.strips import draw_strips

CONTESTS = 3  # accounts beside the episodes
EPISODES = 9
SIDES = 6  # accounts of the page of differences, each with some of its rows and pairs
TOLD, PAIRS = 12, 10
_LAST = date.max
_FIELDS = ("who", "act", "outlet", "since", "until", "added", "about", "certainty")


def show_timeline(desk: Desk, request: Request, ledger: Ledger) -> Response:
    """Show the story's days as a strip, and its rows by day."""
    return _show_by_day(desk, request, ledger, "", None)


def show_statements(desk: Desk, request: Request, ledger: Ledger) -> Response:
    """Show who said what, by day."""
    return _show_by_day(desk, request, ledger, "statements", "statement")


def show_acts(desk: Desk, request: Request, ledger: Ledger) -> Response:
    """Show who did what to whom, by day."""
    return _show_by_day(desk, request, ledger, "acts", "act")


def show_figures(desk: Desk, request: Request, ledger: Ledger) -> Response:
    """Show a chart for each quantity that several reports give, or all figures as a table."""
    head, question = _open(desk, request, ledger)
    accounts = choose_accounts(desk, ledger, head, within(question, head), question, kind="figure")
    as_table = request.query_params.get("view") == "table" or not accounts
    if as_table:
        rows, more = take_page(ledger.figures(within(question, head)), question.page)
        shared: dict[str, Any] = {
            "told": [each for day in group_by_day(rows) for each in day.told],
            "accounts": find_accounts_of(ledger, rows),
        }
    else:
        chosen, more = take_page(accounts, question.page, SUBJECTS)
        shared = {"subjects": list_subjects(ledger, chosen, head.lineage_of)}
    return _show(
        desk,
        "figures.html",
        "figures",
        head,
        question,
        more=more,
        as_table=as_table,
        quantities=len(accounts),
        legend=LEGEND,
        most=MOST,
        reasons=REASONS,
        **shared,
    )


def show_differences(desk: Desk, request: Request, ledger: Ledger) -> Response:
    """Show what several reports tell, side by side, those that differ first."""
    head, question = _open(desk, request, ledger)
    accounts = choose_accounts(desk, ledger, head, within(question, head), question)
    relation = read_relation(request.query_params.get("relation", ""))
    chosen = [a for a in accounts if relation is None or a.relations.get(relation)]
    page, more = take_page(chosen, question.page, SIDES)
    sides = [sketch_side_by_side(ledger, account, rows=TOLD, comparisons=PAIRS) for account in page]
    return _show(
        desk,
        "differences.html",
        "differences",
        head,
        question,
        sides=[(side, fold_tellings(side, head)) for side in sides],
        relation=relation,
        relations=[(name, count_relations(accounts, name)) for name in RELATIONS],
        total=len(accounts),
        differing=count_relations(accounts, "differ"),
        more=more,
    )


def show_articles(desk: Desk, request: Request, ledger: Ledger) -> Response:
    """Show the story's articles by lineage: which are copies of which, and why."""
    head, question = _open(desk, request, ledger)
    kept = head.articles
    if question.narrows:
        kept = {article.id: article for article in ledger.articles(within(question, head))}
    lineages = [
        (lineage, sorted((kept[id_] for id_ in lineage.articles if id_ in kept), key=_published))
        for lineage in head.story.lineages
    ]
    shown = [(lineage, articles) for lineage, articles in lineages if articles]
    shown.sort(key=lambda each: (-len(each[0].articles), _published(each[1][0])))
    page, more = take_page(shown, question.page)
    return _show(desk, "articles.html", "articles", head, question, lineages=page, more=more)


def _published(article: ArticleRow) -> tuple[date, str]:
    """Return the order of an article by its day; what has only a day before which it cannot be
    comes last."""
    published = article.published
    day = published.earliest if published.latest else None
    return day or published.latest or _LAST, article.id


def _show_by_day(
    desk: Desk, request: Request, ledger: Ledger, tab: str, kind: RowKind | None
) -> Response:
    """Show rows under their days: those of the story's days first, others on pages of their own."""
    head, question = _open(desk, request, ledger)
    chosen = replace(within(question, head), kind=kind)
    parts = _part(desk, ledger, head, chosen)
    part = read_part(request.query_params.get("part", ""))
    places, more = take_page(parts[part], question.page)
    first = not tab and not question.narrows and question.page == 1 and part == "days"
    rows = ledger.rows_by_id([place.id for place in places])
    return _show(
        desk,
        "rows.html",
        tab,
        head,
        question,
        leads=_find_contests(desk, ledger, head) if first else (),
        most_episodes=EPISODES,
        strips=() if tab else _draw_strips(desk, ledger, head),
        part=part,
        parts=[(name, PARTS[name], len(parts[name])) for name in PARTS],
        more=more,
        groups=list(group_by_day(rows)),
        accounts=find_accounts_of(ledger, rows),
    )


def _find_contests(desk: Desk, ledger: Ledger, head: StoryHead) -> list[SideBySide]:
    """Return the accounts that differ or changed most."""
    accounts = [
        account
        for account in recall_accounts(desk, ledger, head.story.id)[:CONTESTS]
        if not account.relations.keys().isdisjoint(("differ", "changed"))
    ]
    return [sketch_side_by_side(ledger, account, rows=1, comparisons=1) for account in accounts]


def _draw_strips(desk: Desk, ledger: Ledger, head: StoryHead) -> tuple[Markup, ...]:
    """Return the strip of all the story's rows: it leads to days, whatever the filter."""
    parts = _part(desk, ledger, head, Filter(story=head.story.id))
    return draw_strips(head.story, count_days(parts["days"]))


def _part(
    desk: Desk, ledger: Ledger, head: StoryHead, filter_: Filter
) -> Mapping[Part, Sequence[RowTime]]:
    """Return where the rows that `filter_` chooses in a story belong, by part."""
    return desk.remembered.ask(
        ledger,
        ("places", filter_),
        lambda: part_places(ledger.places(filter_), head.story),
    )


def _open(desk: Desk, request: Request, ledger: Ledger) -> tuple[StoryHead, Question]:
    return open_story(desk, request, ledger), read_question(request.query_params, fields=_FIELDS)


def _show(
    desk: Desk, template: str, tab: str, head: StoryHead, question: Question, **values: Any
) -> Response:
    return desk.show(
        template,
        tab=tab,
        tabs=TABS,
        head=head,
        question=question,
        acts_of=ACTS_OF.get(tab, ()),
        **values,
    )
