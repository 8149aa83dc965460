"""Two texts of one telling against each other."""

from starlette.requests import Request
from starlette.responses import Response

from onrecord.ledger import Filter, Ledger
from onrecord.views.changes import LONGEST, compare_rows, compare_texts
from onrecord.web.desk import Desk, look_up

ROWS = 40  # to a list


def show_changes(desk: Desk, request: Request, ledger: Ledger) -> Response:
    """Show what the article `other` has that `id` has not, and the other way round."""
    ids = (request.path_params["id"], request.path_params["other"])
    articles = []
    for id_ in ids:
        article = look_up(ledger.article, id_).article
        assert article is not None
        articles.append(article)
    older, newer = articles
    rows = [list(ledger.rows(Filter(article=id_))) for id_ in ids]
    return desk.show(
        "changes.html",
        older=older,
        newer=newer,
        listed=[next(iter(ledger.articles(Filter(article=id_)))) for id_ in ids],
        paragraphs=compare_texts(older.text, newer.text),
        rows=compare_rows(*rows),
        most=ROWS,
        cut=max(len(older.text), len(newer.text)) > LONGEST,
    )
