"""A story's facts by outlets, as a table whose cells open their sentences."""

from collections.abc import Sequence
from math import ceil

from starlette.requests import Request
from starlette.responses import Response

from onrecord.ledger import Ledger, Row
from onrecord.ledger.grammar import ROW_KINDS
from onrecord.records import RowKind
from onrecord.views.matrix import Cell, Fact, Teller, count_tellers, find_tellers, lay_facts
from onrecord.web.accounts import choose_accounts
from onrecord.web.desk import Desk
from onrecord.web.questions import read_question
from onrecord.web.row_lists import take_page
from onrecord.web.story_head import TABS, open_story, within

FACTS = 12  # to a page
SENTENCES = 6  # of one teller of an open fact
COLUMNS = 8  # tellers beside each other; the others have pages of their own
_FIELDS = ("who", "outlet", "since", "until", "added", "about", "certainty", "kind")


def show_compare(desk: Desk, request: Request, ledger: Ledger) -> Response:
    """Show the facts that several tellers could give; `open` names the account that is open."""
    head = open_story(desk, request, ledger)
    question = read_question(request.query_params, fields=_FIELDS)
    kind: RowKind | None = next((k for k in ROW_KINDS if k == question.filter.kind), None)
    tellers = find_tellers(head.story.lineages, head.articles)
    accounts = choose_accounts(desk, ledger, head, within(question, head), question, kind=kind)
    shared = [account for account in accounts if count_tellers(account, tellers) > 1]
    page, more = take_page(shared, question.page, FACTS)
    part = min(_read_columns(request), max(1, ceil(len(tellers) / COLUMNS)))
    columns, others = take_page(tellers, part, COLUMNS)
    facts = lay_facts(ledger, page, columns)
    opened = request.query_params.get("open", "")
    return desk.show(
        "compare.html",
        tab="compare",
        tabs=TABS,
        head=head,
        question=question,
        acts_of=(),
        kinds=ROW_KINDS,
        facts=facts,
        sentences=[
            _open_cells(ledger, fact, columns) for fact in facts if fact.account.id == opened
        ],
        tellers=columns,
        all_tellers=len(tellers),
        columns=part,
        more_columns=others,
        total=len(shared),
        alone=len(accounts) - len(shared),
        opened=opened,
        more=more,
    )


def _open_cells(
    ledger: Ledger, fact: Fact, tellers: Sequence[Teller]
) -> list[tuple[Teller, Cell, list[Row]]]:
    """Return the tellers of a fact with their first rows."""
    return [
        (teller, cell, ledger.rows_by_id([ref.row for ref in cell.refs[:SENTENCES]]))
        for teller, cell in zip(tellers, fact.cells, strict=True)
        if cell.refs
    ]


def _read_columns(request: Request) -> int:
    text = request.query_params.get("columns", "1")
    return int(text) if text.isascii() and text.isdigit() and 0 < len(text) < 4 else 1
