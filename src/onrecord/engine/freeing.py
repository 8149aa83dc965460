"""Give memory that is free back to the system, which the C library would keep.

While it computes, the reader takes some tens of megabytes in pieces of a few; what is small and
stays comes to lie between them, so that the process grows beyond what it ever needs at once.
"""

import ctypes
from collections.abc import Callable
from functools import cache


def free_memory() -> None:
    """Give back what is free; without an effect where the C library is not glibc."""
    trim = _find_trim()
    if trim is not None:
        trim(0)


@cache
def _find_trim() -> Callable[[int], int] | None:
    try:
        return ctypes.CDLL(None).malloc_trim
    except (OSError, TypeError, AttributeError):  # no C library by that way, or none with it
        return None
