"""Give memory that is free back to the system, which the C library would keep.

While it computes, the reader takes some tens of megabytes in pieces of a few; what is small and
stays comes to lie between them, so that the process grows beyond what it ever needs at once.
"""

import contextlib
import ctypes
import mmap
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path


def free_memory() -> None:
    """Give back what is free; without an effect where the C library is not glibc."""
    trim = _find_trim()
    if trim is not None:
        trim(0)


def free_code() -> None:
    """Let go of the pages of libraries' code; what is asked for again is mapped again.

    Loading models runs some twenty megabytes of code that reading pages never does. Without an
    effect elsewhere than on Linux.
    """
    if sys.platform != "linux":
        return
    madvise = ctypes.CDLL(None).madvise
    with contextlib.suppress(OSError):  # no /proc
        for line in Path("/proc/self/maps").read_text("utf-8", "replace").splitlines():
            addresses, permissions, _, _, inode, *_ = line.split(maxsplit=5)
            # Code is never written to, so that its pages are as they are in the file. What is
            # only read may have been written while it was loaded, and has to stay.
            if permissions == "r-xp" and inode != "0":
                start, end = (int(address, 16) for address in addresses.split("-"))
                size = ctypes.c_size_t(end - start)
                madvise(ctypes.c_void_p(start), size, mmap.MADV_DONTNEED)


@cache
def _find_trim() -> Callable[[int], int] | None:
    try:
        return ctypes.CDLL(None).malloc_trim
    except (OSError, TypeError, AttributeError):  # no C library by that way, or none with it
        return None
