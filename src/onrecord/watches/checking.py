"""One watch over the ledger as it is now."""

from collections.abc import Callable
from datetime import UTC, datetime

from onrecord.ledger import Ledger
from onrecord.ledger.grammar import read_filter
from onrecord.watches.contents import look
from onrecord.watches.matching import find_news
from onrecord.watches.memory import Check, Memory
from onrecord.watches.saved import Watch, list_watches

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


def check(ledger: Ledger, watch: Watch, memory: Memory, *, clock: Clock = utc_now) -> bool:
    """Look at the rows that `watch` chooses; write down what is news, and return whether any is.

    The first look only takes note of what is there. Where the ledger has not changed since the
    last look, nothing is looked at.
    """
    with memory.transaction():
        revision = ledger.revision()
        last = memory.last_check(watch.id)
        if last is not None and last.revision == revision:
            return False
        now = look(ledger, read_filter(watch.fields))
        news = None if last is None else find_news(memory.list_seen(watch.id), now)
        memory.note_check(watch.id, Check(clock(), revision), now.rows, news)
        return bool(news)


def check_all(ledger: Ledger, *, clock: Clock = utc_now) -> list[Watch]:
    """Check all watches of `ledger`; return those that have news."""
    watches = list_watches(ledger.path)
    if not watches:
        return []
    with Memory.open(ledger.path) as memory:
        return [watch for watch in watches if check(ledger, watch, memory, clock=clock)]
