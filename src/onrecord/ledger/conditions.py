"""Turn a `Filter` into SQL: conditions whose values are always bound, never written in."""

# ruff: noqa: S608 (conditions are joined from the constants below; values are bound)

from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.ledger.codec import FIRST, LAST
from onrecord.ledger.filters import Filter
from onrecord.ledger.grammar import ROW_KINDS
from onrecord.ledger.search_words import match_all, match_name

Value = str | int


@dataclass(frozen=True, slots=True)
class Where:
    """Conditions that all must hold, with their values in the order of the question marks."""

    clauses: list[str] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)

    def add(self, clause: str, *values: Value) -> None:
        """Add one condition. What SQLite cannot take for text matches nothing."""
        self.clauses.append(clause)
        self.values.extend(
            value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
            for value in values
        )

    def join(self) -> str:
        """Return "WHERE ..." or, without conditions, nothing."""
        return "WHERE " + " AND ".join(self.clauses) if self.clauses else ""


def choose_rows(filter_: Filter, kind: str | None = None) -> Where:
    """Return the conditions on `rows` that `filter_` sets; `kind` is the kind of row asked for.

    `filter_.kind` is a kind of row, or of statement.
    """
    where = Where()
    if kind is not None:
        where.add("rows.kind = ?", kind)
    if filter_.kind is not None:
        where.add(f"rows.{find_kind_column(filter_.kind)} = ?", filter_.kind.lower())
    _add_row_conditions(where, filter_)
    _add_article_conditions(where, filter_)
    if filter_.about is not None:
        where.add(
            "rows.number IN (SELECT rowid FROM rows_index WHERE rows_index MATCH ?)",
            match_all(filter_.about),
        )
    _add_days(where, filter_, "rows")
    return where


def find_kind_column(kind: str) -> str:
    """Return the column in which a kind of row, or of statement, stands."""
    return "kind" if kind.lower() in ROW_KINDS else "form"


def choose_articles(filter_: Filter) -> Where:
    """Return the conditions on `articles` that `filter_` sets.

    Those about rows hold for an article that has a row for which all of them hold.
    """
    where = Where()
    if filter_.article is not None:
        where.add("articles.id = ?", filter_.article)
    if filter_.story is not None:
        where.add("(articles.episode = ? OR articles.saga = ?)", filter_.story, filter_.story)
    if filter_.outlet is not None:
        where.add("(articles.outlet = ? OR articles.agency = ?)", filter_.outlet, filter_.outlet)
    _add_arrival(where, filter_, "articles.id")
    if filter_.about is not None:
        where.add(
            "articles.number IN (SELECT rowid FROM articles_index WHERE articles_index MATCH ?)",
            match_all(filter_.about),
        )
    rows = Where()
    _add_row_conditions(rows, filter_)
    if rows.clauses:
        where.add(f"articles.id IN (SELECT article FROM rows {rows.join()})", *rows.values)
    _add_days(where, filter_, "articles")
    return where


def choose_stories(filter_: Filter) -> Where:
    """Return the conditions on `stories` that `filter_` sets: those about articles and rows hold
    for a story that has such an article."""
    where = Where()
    if filter_.kind is not None:
        where.add("stories.kind = ?", filter_.kind.lower())
    if filter_.story is not None:
        where.add("(stories.id = ? OR stories.parent = ?)", filter_.story, filter_.story)
    articles = choose_articles(_only_articles(filter_))
    if articles.clauses:
        chosen = f"FROM articles {articles.join()}"
        where.add(
            f"stories.id IN (SELECT episode {chosen} UNION SELECT saga {chosen})",
            *articles.values,
            *articles.values,
        )
    _add_days(where, filter_, "stories")
    return where


def page_of(filter_: Filter) -> tuple[str, Sequence[Value]]:
    """Return the LIMIT clause of `filter_` and its values."""
    limit = -1 if filter_.limit is None else max(0, filter_.limit)
    return "LIMIT ? OFFSET ?", (limit, max(0, filter_.offset))


def _only_articles(filter_: Filter) -> Filter:
    return Filter(
        who=filter_.who,
        to=filter_.to,
        act=filter_.act,
        outlet=filter_.outlet,
        article=filter_.article,
        account=filter_.account,
        added=filter_.added,
        about=filter_.about,
        modality=filter_.modality,
        state=filter_.state,
        certainty=filter_.certainty,
        review=filter_.review,
        lineages=filter_.lineages,
    )


def _add_row_conditions(where: Where, filter_: Filter) -> None:
    if filter_.account is not None:
        where.add(
            "(rows.account = ? OR rows.id IN (SELECT row FROM guests WHERE account = ?))",
            filter_.account,
            filter_.account,
        )
    if filter_.act is not None:
        where.add("rows.act IN (?, ?)", filter_.act.upper(), filter_.act.lower().replace(" ", "_"))
    if filter_.modality is not None:
        where.add("rows.modality = ?", filter_.modality)
    if filter_.certainty is not None:
        where.add("rows.certainty = ?", filter_.certainty)
    if filter_.review == "open":
        where.add("rows.review IS NULL")
    elif filter_.review is not None:
        where.add("rows.review = ?", filter_.review)
    if filter_.lineages is not None and filter_.lineages > 1:
        # A row without an account is told once.
        where.add("rows.account IN (SELECT id FROM accounts WHERE lineages >= ?)", filter_.lineages)
    if filter_.who is not None:
        _add_name(where, "who", filter_.who)
    if filter_.to is not None:
        _add_name(where, "to", filter_.to)
    if filter_.state is not None:
        where.add(
            "rows.number IN (SELECT row FROM names JOIN row_names ON row_names.name = names.number"
            " WHERE names.state = ?)",
            filter_.state.upper(),
        )


def _add_name(where: Where, part: str, name: str) -> None:
    """Choose rows with a party whose name or body holds the words of `name`, or of that state."""
    where.add(
        "rows.number IN (SELECT row FROM row_names WHERE part = ? AND name IN"
        " (SELECT rowid FROM names_index WHERE names_index MATCH ?"
        " UNION SELECT number FROM names WHERE state = ?))",
        part,
        match_name(name),
        name.strip().upper(),
    )


def _add_article_conditions(where: Where, filter_: Filter) -> None:
    if filter_.article is not None:
        where.add("rows.article = ?", filter_.article)
    _add_arrival(where, filter_, "rows.article")
    about_articles = Where()
    if filter_.story is not None:
        about_articles.add("(episode = ? OR saga = ?)", filter_.story, filter_.story)
    if filter_.outlet is not None:
        about_articles.add("(outlet = ? OR agency = ?)", filter_.outlet, filter_.outlet)
    if about_articles.clauses:
        where.add(
            f"rows.article IN (SELECT id FROM articles {about_articles.join()})",
            *about_articles.values,
        )


def _add_arrival(where: Where, filter_: Filter, column: str) -> None:
    """Choose articles that came in after a moment, and under no origin before."""
    if filter_.added is None:
        return
    moment = filter_.added.isoformat()
    came = "FROM sources JOIN origins USING (original) WHERE"
    where.add(f"{column} IN (SELECT article {came} added > ?)", moment)
    where.add(f"NOT EXISTS (SELECT 1 {came} article = {column} AND added <= ?)", moment)


def _add_days(where: Where, filter_: Filter, table: str) -> None:
    """Choose intervals that share a day with [since, until].

    What is only known not to be after a day, or not before one, is there where all that it leaves
    open is; elsewhere such a row stands on the day of its article.
    """
    if filter_.since is None and filter_.until is None:
        return
    known, values = _meet_days(filter_, table)
    if table != "rows":
        where.add(known, *values)
        return
    published, its_values = _meet_days(filter_, "articles")
    half_open = f"((rows.earliest = '{FIRST}') + (rows.latest = '{LAST}') = 1)"
    where.add(
        f"({known} OR {half_open} AND EXISTS"
        f" (SELECT 1 FROM articles WHERE articles.id = rows.article AND {published}))",
        *values,
        *its_values,
    )


def _meet_days(filter_: Filter, table: str) -> tuple[str, list[Value]]:
    """Return the condition that what is known of an interval meets [since, until]."""
    since = filter_.since.isoformat() if filter_.since else FIRST
    until = filter_.until.isoformat() if filter_.until else LAST
    earliest, latest = f"{table}.earliest", f"{table}.latest"
    # What is unknown runs from LAST to FIRST, and so meets nothing.
    ways = [
        f"{earliest} > '{FIRST}' AND {latest} < '{LAST}'"
        f" AND {earliest} <= ? AND {latest} >= ? AND {earliest} <= {latest}"
    ]
    values: list[Value] = [until, since]
    if filter_.since is None:
        ways.append(f"{earliest} = '{FIRST}' AND {latest} <= ?")
        values.append(until)
    if filter_.until is None:
        ways.append(f"{latest} = '{LAST}' AND {earliest} >= ?")
        values.append(since)
    return f"({' OR '.join(ways)})", values
