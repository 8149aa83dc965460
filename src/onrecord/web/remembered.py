"""What was worked out from a ledger, kept as long as the ledger stays as it is."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

from onrecord.ledger import Ledger

_KEPT = 32
T = TypeVar("T")


class Remembered:
    """Remembers a few answers by the revision that they are of; any number of threads may ask."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()

    def ask(self, ledger: Ledger, question: Hashable, work_out: Callable[[], T]) -> T:
        """Return the answer to `question`, which `work_out` gives where it is not known.

        The revision is read first: where another process writes meanwhile, a newer answer stands
        under the older revision, for which nobody asks again.
        """
        key = (ledger.revision(), question)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                kept: T = self._kept[key]
                return kept
        answer = work_out()
        with self._lock:
            self._kept[key] = answer
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return answer
