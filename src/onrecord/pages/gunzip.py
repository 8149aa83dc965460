"""Decompress gzip in order, past damaged members and without giving in to bombs."""

import re
import zlib
from typing import TYPE_CHECKING

from onrecord.errors import InputError
from onrecord.pages.limits import Limits, show_size
from onrecord.pages.streams import CHUNK, Stream

if TYPE_CHECKING:
    from zlib import _Decompress as Inflater

GZIP_MAGIC = b"\x1f\x8b\x08"
# The header of a member: magic, flags, time, compression level, operating system. It is strict,
# because it is looked for in the middle of data after damage.
_MEMBER = re.compile(rb"\x1f\x8b\x08[\x00-\x1f].{4}[\x00\x02\x04][\x00-\x0d\xff]", re.DOTALL)
_MEMBER_LENGTH = 10


class Gunzip:
    """The expanded bytes of a gzip file of any number of members.

    A member that is cut short, damaged, or expands beyond the limits raises `InputError` once;
    the next `read` goes on at the next member. Bytes behind the last member are left out, as
    gzip itself does.
    """

    def __init__(self, stream: Stream, *, origin: str, limits: Limits) -> None:
        self._stream = stream
        self._origin = origin
        self._limits = limits
        self._inflater: Inflater | None = None
        self._tail = b""  # compressed bytes that the inflater has not taken yet
        self._taken = 0  # compressed bytes of this member
        self._given = 0  # expanded bytes of this member
        self._damage: InputError | None = None  # raised once what stands before it is given out

    def read(self, size: int) -> bytes:
        """Return 1 to `size` bytes; b"" at the end."""
        while True:
            if self._damage is not None:
                damage, self._damage = self._damage, None
                raise damage
            if self._inflater is None and not self._open_member():
                return b""
            data = self._expand(size)
            if data:
                return data

    def _open_member(self) -> bool:
        """Start at the next member; return whether there is one."""
        if not _MEMBER.match(self._stream.peek(_MEMBER_LENGTH)) and not self._find_member():
            return False
        self._inflater = zlib.decompressobj(zlib.MAX_WBITS | 16)
        self._tail, self._taken, self._given = b"", 0, 0
        return True

    def _find_member(self) -> bool:
        while len(head := self._stream.peek(CHUNK)) >= _MEMBER_LENGTH:
            match = _MEMBER.search(head)
            if match is not None:
                self._stream.skip(match.start())
                return True
            self._stream.skip(len(head) - _MEMBER_LENGTH + 1)
        return False

    def _expand(self, size: int) -> bytes:
        """Return up to `size` bytes of the open member; b"" where it gives none just now."""
        inflater = self._inflater
        assert inflater is not None
        compressed = self._tail or self._stream.read_some(CHUNK)
        if not compressed:
            self._inflater = None
            raise self._damaged("the gzip data ends early; the file was cut short")
        before = inflater.copy()
        try:
            data = inflater.decompress(compressed, size)
        except zlib.error:
            self._close_damaged(compressed)
            self._damage = self._damaged("the gzip data is damaged from here on")
            return _salvage(before, compressed)
        rest = inflater.unused_data if inflater.eof else inflater.unconsumed_tail
        self._taken += len(compressed) - len(rest)
        self._given += len(data)
        if inflater.eof:
            self._stream.unread(rest)
            self._inflater = None
        else:
            self._tail = rest
            self._check_expansion()
        return data

    def _check_expansion(self) -> None:
        if self._given <= self._limits.max_record_bytes:
            return
        if self._given > self._taken * self._limits.max_expansion:
            self._close_damaged(self._tail)
            self._damage = self._damaged(
                f"expands from {show_size(self._taken)} to more than {show_size(self._given)}, "
                "as a gzip bomb does; unpack it yourself if you trust it"
            )

    def _close_damaged(self, rest: bytes) -> None:
        """Leave the open member, so that the search for the next one starts inside it."""
        # Its own header must not be found again.
        self._stream.unread(rest[1:] if _MEMBER.match(rest) else rest)
        self._inflater = None

    def _damaged(self, reason: str) -> InputError:
        return InputError(reason, origin=self._origin)


def _salvage(inflater: "Inflater", compressed: bytes) -> bytes:
    """Return what the bytes before the damage in `compressed` expand to."""
    data = bytearray()
    try:
        for position in range(len(compressed)):
            data += inflater.decompress(compressed[position : position + 1])
    except zlib.error:
        pass
    return bytes(data)
