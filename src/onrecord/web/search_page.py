"""Search: rows first, then articles."""

from dataclasses import replace

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from onrecord.asking import Answer, ask
from onrecord.ledger import ArticleHit, Filter, Ledger, SearchResult
from onrecord.ledger.fusing import By
from onrecord.ledger.grammar import ACT_TYPES, ROW_KINDS, SPEECH_ACTS
from onrecord.ledger.rows import RowHit
from onrecord.records import Span
from onrecord.web.desk import Desk
from onrecord.web.passages import Piece, cut
from onrecord.web.questions import read_question, read_text
from onrecord.web.row_lists import find_accounts_of, fold_copies, take_page

PAGE = 30  # rows
_FIELDS = (
    "who", "to", "act", "kind", "outlet", "since", "until", "added", "about", "certainty",
    "state", "lineages",
)  # fmt: skip


def show_search(desk: Desk, request: Request, ledger: Ledger) -> Response:
    """Show what holds the words, or is about them, and fits the filter; with a filter alone, the
    rows by day; for a question, also one among the words, the rows that answer it."""
    words = read_text(request.query_params, "q")
    asked = read_text(request.query_params, "ask")
    by = read_by(request.query_params)
    question = read_question(request.query_params, fields=_FIELDS)
    filter_ = question.filter
    found = SearchResult(rows=(), articles=(), more=False)
    answer = ask(ledger, asked, filter_) if asked else _answer_words(ledger, words, filter_)
    if answer is not None:
        hits = tuple(RowHit(row=row, hits=()) for row in answer.rows)
        found = SearchResult(rows=hits, articles=(), more=False)
    elif words:
        page = replace(filter_, limit=PAGE, offset=(question.page - 1) * PAGE)
        found = ledger.search(words, page, by=by)
    elif question.narrows:
        rows, more = take_page(ledger.rows(filter_), question.page, PAGE)
        hits = tuple(RowHit(row=row, hits=()) for row in rows)
        found = SearchResult(rows=hits, articles=(), more=more)
    return desk.show(
        "search.html",
        words=words,
        by=by,
        answer=answer,
        unanswered=answer is None and words.endswith("?"),
        question=question,
        found=found,
        told=fold_copies(hit.row for hit in found.rows),
        hit_of={hit.row.id: hit for hit in found.rows},
        asked=bool(words or asked or question.narrows),
        accounts=find_accounts_of(ledger, [hit.row for hit in found.rows]),
        kinds=ROW_KINDS,
        acts_of=(("Statements", SPEECH_ACTS), ("Acts", ACT_TYPES)),
        snippet=_cut_snippet,
        articles=0 if found.rows or found.articles else ledger.counts().articles,
    )


def _answer_words(ledger: Ledger, words: str, filter_: Filter) -> Answer | None:
    """Return the answer to a question that was typed as words, if there is one: "Who ...?"."""
    if not words.endswith("?"):
        return None
    answer = ask(ledger, words, filter_)
    return answer if answer.rows else None


def read_by(params: QueryParams) -> By:
    """Return by what rows are to be found: by words and meaning, unless one of them is named."""
    match params.get("by"):
        case "words":
            return "words"
        case "meaning":
            return "meaning"
        case _:
            return "both"


def _cut_snippet(hit: ArticleHit) -> list[Piece[str]]:
    """Return an article's snippet cut at the words that match."""
    shift = hit.snippet_span.start
    marks = [(Span(span.start - shift, span.end - shift), "hit") for span in hit.hits]
    return list(cut(hit.snippet, Span(0, len(hit.snippet)), marks))
