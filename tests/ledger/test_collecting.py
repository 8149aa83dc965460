import gc

import pytest

from onrecord.ledger.collecting import pause_collection


def test_no_search_for_garbage_inside_and_again_after() -> None:
    with pause_collection():
        assert not gc.isenabled()
        with pause_collection():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_fails_inside_leaves_the_search_on() -> None:
    with pytest.raises(ValueError, match="inside"), pause_collection():
        raise ValueError("inside")
    assert gc.isenabled()


def test_a_search_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with pause_collection():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
