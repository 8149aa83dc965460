"""The first page: the largest story as far as it fits a screen, and the list of all."""

from itertools import islice

from starlette.requests import Request
from starlette.responses import Response

from onrecord.ledger import Filter, Ledger
from onrecord.views.side_by_side import rank_accounts, sketch_side_by_side
from onrecord.web.desk import Desk
from onrecord.web.questions import read_question
from onrecord.web.row_lists import take_page

PAGE = 40  # stories
LEADS = 4  # accounts of the largest story


def show_stories(desk: Desk, request: Request, ledger: Ledger) -> Response:
    """Show the stories, largest first; without any, how to begin."""
    counts = ledger.counts()
    question = read_question(request.query_params, fields=())
    if not counts.articles:
        problems = tuple(islice(ledger.problems(), 10))
        return desk.show("empty.html", counts=counts, problems=problems, folder=ledger.path)
    stories, more = take_page(ledger.stories(Filter(kind="saga")), question.page, PAGE)
    leads = []
    if stories and question.page == 1:
        accounts = rank_accounts(ledger, stories[0].id)[:LEADS]
        leads = [
            sketch_side_by_side(ledger, account, rows=1, comparisons=1) for account in accounts
        ]
    return desk.show(
        "stories.html", counts=counts, stories=stories, more=more, page=question.page, leads=leads
    )
