"""Write decisions down, and do to the tables what people have decided."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path

from onrecord.errors import LedgerError
from onrecord.ledger.adding import Adder, take_out
from onrecord.ledger.decisions import (
    Decision,
    Draft,
    append_decision,
    parse_decisions,
    read_decisions,
    read_file,
)
from onrecord.ledger.grouping import draw_waiting, replace_rows, tie_replaced
from onrecord.ledger.inputs import Kept
from onrecord.ledger.judging import check_days
from onrecord.ledger.linking import Linker
from onrecord.ledger.opening import transaction
from onrecord.ledger.overlays import EMPTY, make_overlay
from onrecord.ledger.persons import Name
from onrecord.ledger.queries import load_overlay, load_reading
from onrecord.ledger.raw import Came, find_original, read_origins
from onrecord.ledger.readers import Read
from onrecord.ledger.standing import Standing, weigh_decisions
from onrecord.ledger.store import mark_rows, touch

Clock = Callable[[], datetime]


def decide(
    connection: sqlite3.Connection,
    ledger: Path,
    draft: Draft,
    *,
    clock: Clock,
    read: Read | None = None,
) -> str:
    """Write `draft` down, do what it says, and return the decision's id.

    Pages that have to be read again for it are read with `read`; without, with the next `add`.
    Raises `LedgerError` where there is nothing for it to decide about; it is then not written.
    """
    apply_decisions(connection, ledger)
    _check_draft(connection, ledger, draft)
    [moment] = connection.execute("SELECT max(moment) FROM decisions").fetchone()
    latest = datetime.fromisoformat(moment) if moment else datetime.min.replace(tzinfo=UTC)
    id_ = append_decision(ledger, draft, now=clock(), latest=latest)
    apply_decisions(connection, ledger)
    if read is not None:
        settle(connection, ledger, read=read)
    return id_


def _check_draft(connection: sqlite3.Connection, ledger: Path, draft: Draft) -> None:
    """Raise `LedgerError` where `draft` is about something that is not there or not so."""
    if draft.kind == "restore":
        found = connection.execute("SELECT 1 FROM removed WHERE article = ?", (draft.article,))
        if found.fetchone() is None:
            raise LedgerError(
                f"no article {draft.article!r} was removed; there is nothing to restore"
            )
    elif draft.article is not None:
        found = connection.execute("SELECT 1 FROM articles WHERE id = ?", (draft.article,))
        if found.fetchone() is None:
            raise LedgerError(
                f"there is no article {draft.article!r} in the ledger; list them first"
            )
    if draft.kind == "pin":
        _check_days(draft)
    if draft.kind == "undo":
        _check_undo(connection, draft)
    if draft.person is not None:
        _check_people(read_decisions(ledger), draft)


def _check_days(draft: Draft) -> None:
    if draft.earliest is None or draft.latest is None:
        raise LedgerError("state the first and the last day on which it may have been published")
    check_days(draft.earliest, draft.latest)


def _check_undo(connection: sqlite3.Connection, draft: Draft) -> None:
    found = connection.execute(
        "SELECT state FROM decisions WHERE id = ?", (draft.undoes,)
    ).fetchone()
    if found is None:
        raise LedgerError(f"there is no decision {draft.undoes!r}; list them first")
    if found[0] == "undone":
        raise LedgerError(f"the decision {draft.undoes!r} is undone already")


def _check_people(decisions: Iterable[Decision], draft: Draft) -> None:
    """Raise `LedgerError` where `draft` contradicts what other decisions come to."""
    assert draft.person is not None
    assert draft.person2 is not None
    if draft.kind == "same person" and draft.person.kind != draft.person2.kind:
        raise LedgerError(
            f"a {draft.person.kind} and a {draft.person2.kind} are not the same;"
            " choose two of a kind"
        )
    trial = Decision(
        id="",
        when=datetime.max.replace(tzinfo=UTC),
        who="",
        kind=draft.kind,
        person=draft.person,
        person2=draft.person2,
    )
    people = weigh_decisions(decisions).people
    people.take(trial)
    if trial.id in people.contradicting:
        raise LedgerError(
            "this contradicts what was decided before about these or other names; undo that first"
        )


def apply_decisions(connection: sqlite3.Connection, ledger: Path) -> None:
    """Do to the tables what people have decided, and note what is to be read again.

    Does nothing where no decision was made since the last time.
    """
    data = read_file(ledger)
    digest = blake2b(data, digest_size=16)
    seen = connection.execute("SELECT value FROM meta WHERE key = 'decisions'").fetchone()
    if seen is not None and seen[0] == digest.hexdigest():
        return
    decisions = parse_decisions(data)
    standing = weigh_decisions(decisions)
    with transaction(connection):
        linker = Linker(connection)
        _apply_to_pages(connection, linker, standing)
        changed = _note_decisions(connection, decisions, standing)
        touched = _list_touched(connection, changed, standing)
        replaced = [each for each in touched if _lay_over(connection, linker, each, standing)]
        tie_replaced(connection, linker, replaced)
        draw_waiting(connection, linker)
        connection.execute(
            "INSERT OR REPLACE INTO meta (key, value) VALUES ('decisions', ?)",
            (digest.hexdigest(),),
        )
        touch(connection)


def _note_decisions(
    connection: sqlite3.Connection, decisions: Iterable[Decision], standing: Standing
) -> list[Decision]:
    """Bring the table of decisions up to date; return those that are new or stand otherwise."""
    before = dict(connection.execute("SELECT id, state FROM decisions"))
    present = {each.id: each for each in decisions}
    changed = [each for each in present.values() if before.get(each.id) != standing.states[each.id]]
    # Lines never go, but people may restore an older file.
    connection.executemany(
        "DELETE FROM decisions WHERE id = ?", [(id_,) for id_ in before if id_ not in present]
    )
    gone = before.keys() - present.keys()
    if gone:
        changed = list(present.values())
    connection.executemany(
        "INSERT OR REPLACE INTO decisions (id, moment, kind, state, article, record)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        [
            (
                each.id,
                each.when.isoformat(timespec="microseconds"),
                each.kind,
                standing.states[each.id],
                each.article or (each.row.article if each.row else None),
                each.words,
            )
            for each in changed
        ],
    )
    return changed


def _list_touched(
    connection: sqlite3.Connection, changed: Iterable[Decision], standing: Standing
) -> list[str]:
    """Return the articles for which `changed` decisions may mean something, by id."""
    articles: set[str] = set()
    names: set[Name] = set()
    for decision in changed:
        articles.update(anchor.article for anchor in (decision.row, decision.other) if anchor)
        for person in (decision.person, decision.person2):
            if person is not None:
                articles.add(person.article)
                names.update(
                    (
                        Name(person.article, person.kind, person.name),
                        Name("", person.kind, person.name),
                        Name("", person.kind, decision.name or person.name),
                    )
                )
    names.update(list(standing.people.list_names(names)))
    articles.update(name.article for name in names if name.article)
    for name in {name.name for name in names}:
        found = connection.execute(
            "SELECT DISTINCT rows.article FROM names JOIN row_names ON row_names.name ="
            " names.number JOIN rows ON rows.number = row_names.row WHERE names.name = ?",
            (name,),
        )
        articles.update(article for (article,) in found)
    return sorted(articles)


def _lay_over(
    connection: sqlite3.Connection, linker: Linker, article: str, standing: Standing
) -> bool:
    """Make the rows of `article` what people have decided, if it is in the ledger.

    Returns whether they are others now.
    """
    found = connection.execute("SELECT 1 FROM articles WHERE id = ?", (article,)).fetchone()
    if found is None:
        return False
    reading = load_reading(connection, article, as_read=True)
    before = load_overlay(connection, article) or EMPTY
    after = make_overlay(reading, standing)
    if after == before:
        return False
    if after.effect == before.effect:
        mark_rows(connection, article, after)
        return False
    replace_rows(connection, linker, reading, after)
    return True


def settle(connection: sqlite3.Connection, ledger: Path, *, read: Read) -> None:
    """Read again the pages that decisions call for, or of whose date other articles say more.

    What is read again may date others in its turn; each is read once for each such reason.
    """
    tried: set[tuple[str, str | None]] = set()
    while owed := set(connection.execute("SELECT article, neighbours FROM owed")) - tried:
        tried |= owed
        adder = Adder(
            connection,
            read=read,
            version=None,
            limits=None,
            progress=None,
            standing=weigh_decisions(read_decisions(ledger)),
        )
        adder.run(_list_owed(connection, ledger), only=frozenset(article for article, _ in owed))


def _apply_to_pages(connection: sqlite3.Connection, linker: Linker, standing: Standing) -> None:
    """Take out what people removed, and note what they restored or dated, to be read again."""
    before = {article for (article,) in connection.execute("SELECT article FROM removed")}
    for article in sorted(standing.removed - before):
        take_out(connection, linker, article)
        connection.execute("INSERT INTO removed (article) VALUES (?)", (article,))
    owed = before - standing.removed
    for article in owed:
        connection.execute("DELETE FROM removed WHERE article = ?", (article,))
    pins = standing.pins
    dated = dict(connection.execute("SELECT id, pinned FROM articles WHERE pinned <> ''"))
    for article in {*pins, *dated}:
        found = connection.execute("SELECT pinned FROM articles WHERE id = ?", (article,))
        if found.fetchone() not in (None, (pins.get(article, ""),)):
            owed.add(article)
    connection.executemany(
        "INSERT OR IGNORE INTO owed (article) SELECT DISTINCT article FROM sources"
        " WHERE article = ?",
        [(article,) for article in owed],
    )


def _list_owed(connection: sqlite3.Connection, ledger: Path) -> Iterator[Kept]:
    """Yield the originals in which owed pages stand, with all their origins."""
    rows = connection.execute(
        "SELECT DISTINCT original FROM sources JOIN owed USING (article) ORDER BY original"
    ).fetchall()
    for (sha256,) in rows:
        original = find_original(ledger, sha256)
        if original is None:
            raise LedgerError(f"{ledger}: raw/{sha256[:2]}/{sha256} is missing; put it back")
        origins = read_origins(original) or _load_origins(connection, sha256)
        yield Kept(original=original, origins=origins)


def _load_origins(connection: sqlite3.Connection, sha256: str) -> tuple[Came, ...]:
    rows = connection.execute(
        "SELECT origin, added FROM origins WHERE original = ? ORDER BY added, origin", (sha256,)
    )
    return tuple(Came(origin=origin, added=datetime.fromisoformat(added)) for origin, added in rows)
