import os
from pathlib import Path

import numpy as np
import pytest

from onrecord.engine import freeing

STATM = Path("/proc/self/statm")


def resident_bytes() -> int:
    return int(STATM.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.skipif(
    not STATM.exists() or freeing._find_trim() is None, reason="needs Linux and glibc"
)
def test_what_lies_free_between_kept_pieces_is_given_back() -> None:
    pieces = [bytearray(2000) for _ in range(40_000)]
    kept = pieces[::1000]
    del pieces
    before = resident_bytes()
    freeing.free_memory()
    assert before - resident_bytes() > 40_000_000
    assert len(kept) == 40


def shared_bytes() -> int:
    return int(STATM.read_text().split()[2]) * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.skipif(not STATM.exists(), reason="needs Linux")
def test_code_is_let_go_and_runs_again() -> None:
    product = np.ones((20, 20)) @ np.ones((20, 20))
    before = shared_bytes()
    freeing.free_code()
    assert shared_bytes() < before - 2_000_000
    assert (np.ones((20, 20)) @ np.ones((20, 20)) == product).all()


def test_nothing_happens_without_glibc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(freeing, "_find_trim", lambda: None)
    freeing.free_memory()
