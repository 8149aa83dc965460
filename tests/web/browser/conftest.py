"""The browser that the tests here need; they are skipped without it (see headless.py)."""

import pytest
from tests.web.browser.headless import Headless, find_headless


@pytest.fixture(scope="module")
def headless() -> Headless:
    found = find_headless()
    if isinstance(found, str):
        pytest.skip(found)
    return found
