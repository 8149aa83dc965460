"""What pages that are no plain list of rows give as files: facts, positions, names, counts."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

import msgspec
from starlette.requests import Request

from onrecord.ledger import Filter, Ledger
from onrecord.ledger.grammar import ROW_KINDS
from onrecord.ledger.name_queries import NameRow
from onrecord.ledger.rows import Row
from onrecord.records import Counts
from onrecord.views.blank import ROW, STATEMENT
from onrecord.views.cells import Cells, row_cells
from onrecord.views.matrix import State, count_tellers, find_tellers, lay_facts
from onrecord.views.positions import Position
from onrecord.views.side_by_side import SideBySide, lay_side_by_side, rank_accounts
from onrecord.views.words import ALONE, show_words
from onrecord.watches import Watch, list_watches
from onrecord.web.accounts import read_relation
from onrecord.web.desk import look_up
from onrecord.web.questions import read_text
from onrecord.web.who_page import find_matters, find_part, find_sagas

MOST_NAMES = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What one teller says of one fact; `rows` are its rows, the first of which has the words."""

    account: str
    kind: str
    fact: str
    counts: Counts
    teller: str
    agency: bool
    state: State
    words: str | None
    reason: str
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One position of someone, with the matter that it is on."""

    matter: str
    position: Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """How many of something the ledger holds."""

    what: str
    number: int


# What tells which columns there are where there is nothing to list.
NOTHING_GIVEN = Given(
    account="", kind="", fact="", counts=ALONE, teller="", agency=False, state="absent",
    words=None, reason="", rows=(),
)  # fmt: skip
NO_NAME = NameRow(
    name="", kind="person", title="", state="", rows=0, articles=0, article="", actor=""
)
NO_WATCH = Watch(id="", name="", fields={}, since=datetime.fromtimestamp(0, UTC))


def list_differences(ledger: Ledger, request: Request, filter_: Filter) -> Iterator[SideBySide]:
    """Yield the accounts of a story that have a row which fits, those that differ first."""
    relation = read_relation(request.query_params.get("relation", ""))
    fitting = ledger.accounts_with(filter_)
    for account in rank_accounts(ledger, filter_.story or ""):
        if account.id in fitting and (relation is None or account.relations.get(relation)):
            yield lay_side_by_side(ledger, account)


def list_facts(ledger: Ledger, request: Request, filter_: Filter) -> Iterator[Given]:
    """Yield what each teller says of each fact that several could tell, those that differ first."""
    story = filter_.story or ""
    kind = filter_.kind if filter_.kind in ROW_KINDS else None
    articles = {article.id: article for article in ledger.articles(Filter(story=story))}
    tellers = find_tellers(ledger.story(story).lineages, articles)
    fitting = ledger.accounts_with(filter_)
    for account in rank_accounts(ledger, story):
        if account.id not in fitting or kind not in (None, account.kind):
            continue
        if count_tellers(account, tellers) < 2:
            continue
        [fact] = lay_facts(ledger, [account], tellers)
        for teller, cell in zip(tellers, fact.cells, strict=True):
            yield Given(
                account=account.id,
                kind=account.kind,
                fact=account.title,
                counts=account.counts,
                teller=teller.name,
                agency=teller.agency,
                state=cell.state,
                words=show_words(cell.row) if cell.row else None,
                reason=cell.reason,
                rows=tuple(ref.row for ref in cell.refs),
            )


def given_cells(given: Given) -> Cells:
    """Return the cells of what one teller says of one fact."""
    return {
        "fact": given.fact,
        "kind": given.kind,
        "teller": given.teller,
        "agency": given.agency,
        "state": given.state,
        "words": given.words,
        "reason": given.reason,
        **asdict(given.counts),
        "account": given.account,
        "rows": " ".join(given.rows),
    }


def list_of_actor(ledger: Ledger, request: Request, _: Filter) -> Iterator[Taken | Row]:
    """Yield someone's positions in one story, or with `list` the rows of one part in all."""
    actor = look_up(ledger.actor, request.path_params["name"])
    part = find_part(request)
    asked = request.query_params.get("story")
    sagas = find_sagas(ledger, actor)
    saga = next((story for story in sagas if story.id == asked), None)
    if part is not None:
        yield from ledger.rows_of(actor, part.part, part.kind, saga=saga.id if saga else None)
        return
    for matter in find_matters(ledger, actor, saga or next(iter(sagas), None)):
        for position in matter.positions:
            yield Taken(matter=matter.word, position=position)


def actor_cells(item: Taken | Row) -> Cells:
    """Return the cells of a position, or of a row."""
    if not isinstance(item, Taken):
        return row_cells(item)
    step = {"matter": item.matter, "step": item.position.step}
    return {**step, **row_cells(item.position.row)}


def blank_of_actor(request: Request) -> Taken | Row:
    """Return what says nothing and has the columns of `list_of_actor`."""
    if find_part(request) is not None:
        return ROW
    return Taken(matter="", position=Position(row=STATEMENT, step=None, reports=0))


def list_people(ledger: Ledger, request: Request, _: Filter) -> Iterator[NameRow]:
    """Yield the names that hold the words."""
    return ledger.names(read_text(request.query_params, "q"), limit=MOST_NAMES)


def list_saved(ledger: Ledger, _: Request, __: Filter) -> list[Watch]:
    """Return the watches."""
    return list_watches(ledger.path)


def watch_cells(watch: Watch) -> Cells:
    """Return the cells of a watch."""
    fields = "; ".join(f"{name}: {value}" for name, value in watch.fields.items())
    return {
        "name": watch.name,
        "filter": fields,
        "since": watch.since.isoformat(),
        "id": watch.id,
    }


def count_held(ledger: Ledger, _: Request, __: Filter) -> list[Held]:
    """Return what the ledger holds."""
    counts: dict[str, int] = msgspec.to_builtins(ledger.counts())
    return [Held(what=what, number=number) for what, number in counts.items()]


def one_row(ledger: Ledger, request: Request, _: Filter) -> list[Row]:
    """Return the row that the address names."""
    return [look_up(ledger.row, request.path_params["id"])]
