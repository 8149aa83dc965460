"""The first page: the largest story as far as it fits a screen, and the list of all."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import islice

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.ledger import Filter, Ledger, StoryRow
from onrecord.views.side_by_side import sketch_side_by_side
from onrecord.web.accounts import recall_accounts
from onrecord.web.desk import Desk
from onrecord.web.questions import read_question
from onrecord.web.row_lists import take_page
from onrecord.web.visits import Visit, keep_visit

PAGE = 40  # stories
LEADS = 3  # accounts of the largest story
PARTS = 6  # of its episodes
NAMED = 2  # headlines of a story whose own name is none
NEWEST = 5  # stories with something new that are named


def show_stories(desk: Desk, request: Request, ledger: Ledger) -> Response:
    """Show the stories, largest first; without any, how to begin."""
    counts = desk.remembered.ask(ledger, "counts", ledger.counts)
    question = read_question(request.query_params, fields=("added",))
    since = desk.visit(request).since
    fresh = ledger.count_by_saga(Filter(added=since))
    if not counts.articles:
        problems = tuple(islice(ledger.problems(), 10))
        return desk.show("empty.html", counts=counts, problems=problems, folder=ledger.path)
    filter_ = replace(question.filter, kind="saga")
    stories, more = take_page(ledger.stories(filter_), question.page, PAGE)
    leads = []
    if stories and question.page == 1 and not question.narrows:
        accounts = recall_accounts(desk, ledger, stories[0].id)[:LEADS]
        leads = [
            sketch_side_by_side(ledger, account, rows=1, comparisons=1) for account in accounts
        ]
    return desk.show(
        "stories.html",
        counts=counts,
        stories=stories,
        more=more,
        question=question,
        leads=leads,
        parts={story.id: _find_parts(ledger, story) for story in stories},
        most_parts=PARTS,
        most_named=NAMED,
        since=since,
        fresh=fresh,
        newest=_name_newest(ledger, fresh),
    )


def see(desk: Desk, request: Request, ledger: Ledger, form: Mapping[str, str]) -> Response:
    """Take what there is for seen, and go back to the stories."""
    now = datetime.now(UTC)
    response = RedirectResponse("/", status_code=303)
    keep_visit(request, response, Visit(since=now, latest=now))
    return response


def _find_parts(ledger: Ledger, story: StoryRow) -> list[StoryRow]:
    """Return the episodes of a story by day, if it has more than one: their names are headlines."""
    _, *episodes = ledger.stories(Filter(story=story.id))
    return sorted(episodes, key=lambda each: each.earliest or date.max) if episodes[1:] else []


def _name_newest(ledger: Ledger, fresh: Mapping[str, int]) -> list[StoryRow]:
    """Return the stories in which most is new."""
    first = list(fresh)[:NEWEST]
    return [story for id_ in first for story in ledger.stories(Filter(story=id_, kind="saga"))]
