"""Bytes read in order, with a look ahead and with caps."""

from collections.abc import Callable

from onrecord.errors import InputError

CHUNK = 64 * 1024

Read = Callable[[int], bytes]


class Stream:
    """A buffered reader over `read(size)`, which returns b"" at the end.

    Every method reads no further than it has to. An `InputError` from `read` (a damaged gzip
    member) is kept back until all that was read before it has been handed out; it is then raised
    once, with the incomplete rest dropped, and reading goes on behind the damage.
    """

    def __init__(self, read: Read) -> None:
        self._read = read
        self._buffer = bytearray()
        self._start = 0  # of what has not been handed out
        self._damage: InputError | None = None

    def peek(self, size: int) -> bytes:
        """Return the next bytes without taking them: `size`, or fewer before an end or damage.

        Raises `InputError` where damage stands right at the start.
        """
        self._fill(size)
        if not self._available():
            self._raise_damage()
        return bytes(self._buffer[self._start : self._start + size])

    def read(self, size: int) -> bytes:
        """Return `size` bytes, or fewer only at the end."""
        self._fill(size)
        if self._available() < size:
            self._raise_damage()
        return self._take(size)

    def read_some(self, size: int) -> bytes:
        """Return 1 to `size` bytes as they come; b"" only at the end."""
        if not self._available():
            self._fill(1)
        if not self._available():
            self._raise_damage()
        return self._take(size)

    def read_line(self, limit: int) -> bytes:
        """Return the bytes up to and with the next line feed, at most `limit` of them."""
        searched = 0
        while True:
            found = self._buffer.find(b"\n", self._start + searched, self._start + limit)
            if found >= 0:
                return self._take(found + 1 - self._start)
            searched = self._available()
            if searched >= limit:
                return self._take(limit)
            if not self._fill(searched + 1):
                self._raise_damage()
                return self._take(searched)

    def skip(self, size: int) -> int:
        """Pass over `size` bytes; return how many there were."""
        skipped = 0
        while skipped < size:
            data = self.read_some(min(CHUNK, size - skipped))
            if not data:
                break
            skipped += len(data)
        return skipped

    def skip_line(self) -> None:
        """Pass over everything up to and with the next line feed."""
        while True:
            line = self.read_line(CHUNK)
            if not line or line.endswith(b"\n"):
                return

    def unread(self, data: bytes) -> None:
        """Put `data` back in front of what comes next."""
        self._buffer[: self._start] = data
        self._start = 0

    def _available(self) -> int:
        return len(self._buffer) - self._start

    def _take(self, size: int) -> bytes:
        data = bytes(self._buffer[self._start : self._start + size])
        self._start += len(data)
        return data

    def _fill(self, size: int) -> bool:
        """Buffer `size` bytes; return whether there are as many."""
        if self._available() >= size:
            return True
        del self._buffer[: self._start]
        self._start = 0
        while len(self._buffer) < size and self._damage is None:
            try:
                data = self._read(CHUNK)
            except InputError as error:
                self._damage = error
                break
            if not data:
                break
            self._buffer += data
        return len(self._buffer) >= size

    def _raise_damage(self) -> None:
        if self._damage is None:
            return
        damage, self._damage = self._damage, None
        self._buffer.clear()
        self._start = 0
        raise damage
