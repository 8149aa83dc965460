"""How often one client may ask: a bucket of requests that fills again with time."""

import time
from collections import OrderedDict
from collections.abc import Callable

CLIENTS = 1_000  # remembered at once; the one longest silent is forgotten first


class Rate:
    """Lets a client make `burst` requests at once and `per_second` from then on."""

    def __init__(
        self, *, per_second: float, burst: int, now: Callable[[], float] = time.monotonic
    ) -> None:
        self.per_second = per_second
        self.burst = burst
        self._now = now
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, client: str) -> float:
        """Count a request; return 0 if it may be made, else the seconds until the next may."""
        now = self._now()
        left, since = self._left.pop(client, (float(self.burst), now))
        left = min(self.burst, left + (now - since) * self.per_second)
        seconds = 0.0 if left >= 1 else (1 - left) / self.per_second
        self._left[client] = (left - 1 if left >= 1 else left, now)
        if len(self._left) > CLIENTS:
            self._left.popitem(last=False)
        return seconds
