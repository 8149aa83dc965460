"""The table of the API: every operation with its address, its parameters, and what it gives.

The routes and the OpenAPI document are both made from it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.ledger import (
    AccountRow,
    ActRow,
    ArticleRow,
    DecisionRow,
    FigureRow,
    StatementRow,
    StoryRow,
)
from onrecord.ledger.grammar import CHOICES
from onrecord.ledger.review import Due, Sample
from onrecord.records import Comparison, Reading, Story
from onrecord.views.side_by_side import RELATIONS
from onrecord.web.api import correcting, reading
from onrecord.web.api.shapes import Answered, Hit, NewDecision, Status

ROOT = "/api/v1"
ROW = (StatementRow, ActRow, FigureRow)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One field of the query."""

    name: str
    about: str
    schema: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One thing that can be asked or done.

    `gives` are the types of what comes back (of a list's items, if `listed`); `takes` is that of
    the body of one that changes something. The first line of what answers is its summary.
    """

    path: str
    answer: Callable[..., Any]
    gives: tuple[type, ...]
    listed: bool = False
    parameters: tuple[Parameter, ...] = ()
    takes: type | None = None

    @property
    def method(self) -> str:
        """The method of HTTP."""
        return "GET" if self.takes is None else "POST"


def _text(name: str, about: str) -> Parameter:
    return Parameter(name=name, about=about, schema={"type": "string", "maxLength": 200})


def _choice(name: str, about: str, choices: tuple[str, ...]) -> Parameter:
    return Parameter(name=name, about=about, schema={"type": "string", "enum": list(choices)})


def _flag(name: str, about: str) -> Parameter:
    return _choice(name, about, ("1", "true"))


def _day(name: str, about: str) -> Parameter:
    return Parameter(name=name, about=about, schema={"type": "string", "format": "date"})


LIMIT = Parameter(
    name="limit",
    about="How many items a page has.",
    schema={
        "type": "integer",
        "minimum": 1,
        "maximum": reading.MOST,
        "default": reading.DEFAULT,
    },
)
PAGE = (LIMIT, _text("page", "The `next` of the page before."))
KIND = _choice("kind", "The kind of row.", ("statement", "act", "figure"))
RELATION = _choice("relation", "How two rows stand to each other.", RELATIONS)
FILTER = (
    _text("who", "Who speaks, acts or gives the figure: words of a name, or a state's code."),
    _text("to", "Who is spoken or done to."),
    _choice("act", "A speech act or a PLOVER type.", CHOICES["act"]),
    _choice("kind", "The kind of row; of statements, of statement.", CHOICES["kind"]),
    _text("outlet", "The outlet, or the agency whose report it is."),
    _text("story", "A story's id."),
    _text("article", "An article's id."),
    _text("account", "An account's id."),
    _text("about", "Words in the row's sentence or names."),
    _day("since", "From this day on."),
    _day("until", "Up to this day."),
    _text("added", "Came into the ledger after this moment: 2024-03-05T14:30:00Z."),
    _choice("modality", "The status of an act.", CHOICES["modality"]),
    _text("state", "The code of a state to which someone in the row belongs."),
    Parameter(
        name="lineages",
        about="Told by at least so many lineages.",
        schema={"type": "integer", "minimum": 1},
    ),
    _choice("certainty", "How sure the row is.", CHOICES["certainty"]),
    _choice("review", "What people have said of the row.", CHOICES["review"]),
)

OPERATIONS = (
    Operation(path="/status", answer=reading.get_status, gives=(Status,)),
    Operation(
        path="/stories",
        answer=reading.list_stories,
        gives=(StoryRow,),
        listed=True,
        parameters=(
            _choice("kind", "The kind of story.", ("saga", "episode")),
            _text("story", "A saga, with its episodes."),
            *PAGE,
        ),
    ),
    Operation(path="/stories/{id}", answer=reading.get_story, gives=(Story,)),
    Operation(
        path="/stories/{id}/accounts",
        answer=reading.list_story_accounts,
        gives=(AccountRow,),
        listed=True,
        parameters=(KIND, *PAGE),
    ),
    Operation(
        path="/stories/{id}/relations",
        answer=reading.list_story_relations,
        gives=(Comparison,),
        listed=True,
        parameters=(RELATION, *PAGE),
    ),
    Operation(
        path="/articles",
        answer=reading.list_articles,
        gives=(ArticleRow,),
        listed=True,
        parameters=(*FILTER, *PAGE),
    ),
    Operation(
        path="/articles/{id}",
        answer=reading.get_article,
        gives=(Reading,),
        parameters=(_flag("as_read", "Without what people corrected."),),
    ),
    Operation(
        path="/rows",
        answer=reading.list_rows,
        gives=ROW,
        listed=True,
        parameters=(*FILTER, *PAGE),
    ),
    Operation(
        path="/statements",
        answer=reading.list_statements,
        gives=(StatementRow,),
        listed=True,
        parameters=(*FILTER, *PAGE),
    ),
    Operation(
        path="/acts",
        answer=reading.list_acts,
        gives=(ActRow,),
        listed=True,
        parameters=(*FILTER, *PAGE),
    ),
    Operation(
        path="/figures",
        answer=reading.list_figures,
        gives=(FigureRow,),
        listed=True,
        parameters=(*FILTER, *PAGE),
    ),
    Operation(path="/rows/{id}", answer=reading.get_row, gives=ROW),
    Operation(
        path="/rows/{id}/decisions",
        answer=reading.list_row_decisions,
        gives=(DecisionRow,),
        listed=True,
        parameters=PAGE,
    ),
    Operation(path="/accounts/{id}", answer=reading.get_account, gives=(AccountRow,)),
    Operation(
        path="/accounts/{id}/relations",
        answer=reading.list_account_relations,
        gives=(Comparison,),
        listed=True,
        parameters=(RELATION, *PAGE),
    ),
    Operation(
        path="/search",
        answer=reading.search,
        gives=(Hit,),
        listed=True,
        parameters=(
            _text("q", "Words, and “words that stand together” in quotation marks."),
            _choice("by", "By what to find: both unless one is named.", reading.BY),
            *FILTER,
            *PAGE,
        ),
    ),
    Operation(
        path="/ask",
        answer=reading.ask_question,
        gives=(Answered,),
        parameters=(_text("q", "A question."), *FILTER),
    ),
    Operation(
        path="/review/queue",
        answer=reading.list_queue,
        gives=(Due,),
        listed=True,
        parameters=(*FILTER, *PAGE),
    ),
    Operation(
        path="/review/sample",
        answer=reading.get_sample,
        gives=(Sample,),
        parameters=(KIND, _text("seed", "Draws another sample."), LIMIT),
    ),
    Operation(
        path="/decisions",
        answer=reading.list_decisions,
        gives=(DecisionRow,),
        listed=True,
        parameters=(_flag("lost", "Only those that hold and do not apply any more."), *PAGE),
    ),
    Operation(path="/decisions/{id}", answer=reading.get_decision, gives=(DecisionRow,)),
    Operation(
        path="/decisions",
        answer=correcting.make_decision,
        gives=(DecisionRow,),
        takes=NewDecision,
    ),
)
