"""Rows that say nothing: what columns there are does not hang on there being rows."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from onrecord.ledger.decisions import Decision
from onrecord.ledger.history import DecisionRow
from onrecord.ledger.rows import (
    AccountRow,
    ActRow,
    ArticleRow,
    FigureRow,
    Row,
    RowHit,
    StatementRow,
    StoryRow,
)
from onrecord.records import UNKNOWN_WHEN, Act, Comparison, Figure, RowRef, Span, Statement
from onrecord.views.words import ALONE

_NOWHERE = Span(0, 0)
_REF = RowRef("", "")

STATEMENT = StatementRow(
    id="", kind="statement", article="", record=Statement(id="", kind="direct", content=())
)
ACT = ActRow(id="", kind="act", article="", record=Act(id="", trigger=_NOWHERE, type="STATE"))
FIGURE = FigureRow(id="", kind="figure", article="", record=Figure(id="", span=_NOWHERE, words=""))
ROW: Row = STATEMENT
HIT = RowHit(row=STATEMENT, hits=())
ARTICLE = ArticleRow(
    id="", origin="", version="", headline=None, outlet=None, agency=None, byline=None,
    url=None, language=None, published=UNKNOWN_WHEN, episode=None, saga=None, lineage=None,
    statements=0, acts=0, figures=0, originals=(), added=None,
)  # fmt: skip
STORY = StoryRow(
    id="", kind="saga", name="", parent=None, earliest=None, latest=None, articles=0,
    outlets=0, lineages=0, statements=0, acts=0, figures=0, differences=0,
)  # fmt: skip
ACCOUNT = AccountRow(id="", kind="act", story="", title="", rows=(), counts=ALONE, relations={})
COMPARISON = Comparison(
    account="", a=_REF, b=_REF, relation="agree", reason="", a_span=_NOWHERE, b_span=_NOWHERE
)
DECISION = DecisionRow(
    decision=Decision(id="", kind="", who="", when=datetime.fromtimestamp(0, UTC)), state="holds"
)

# By the nouns of the command line and of exports.
BLANK: Mapping[str, Any] = {
    "statements": STATEMENT,
    "acts": ACT,
    "figures": FIGURE,
    "articles": ARTICLE,
    "stories": STORY,
    "accounts": ACCOUNT,
    "comparisons": COMPARISON,
}
