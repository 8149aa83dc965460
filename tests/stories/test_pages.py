from datetime import date

import pytest

from onrecord.records import Published, Witness
from onrecord.stories.pages import find_version_day, name_page


@pytest.mark.parametrize(
    "url",
    [
        "https://www.lantern.example/2031/dam-closes/",
        "http://lantern.example/2031/dam-closes?utm_source=feed#top",
        "https://m.lantern.example/2031/Dam-Closes?fbclid=1",
    ],
)
def test_versions_of_an_address_name_one_page(url: str) -> None:
    assert name_page(url) == "lantern.example/2031/dam-closes"


def test_articles_in_the_query_stay_apart() -> None:
    assert name_page("https://x.example/?id=1") != name_page("https://x.example/?id=2")


@pytest.mark.parametrize("url", ["https://lantern.example/", "", "not an address", "http://["])
def test_a_front_page_is_no_article(url: str) -> None:
    assert name_page(url) is None


def test_a_version_is_as_late_as_the_page_says() -> None:
    published = Published(
        earliest=date(2031, 3, 1),
        latest=date(2031, 3, 1),
        witnesses=(
            Witness(kind="json-ld", words="", latest=date(2031, 3, 1)),
            Witness(kind="stamp", words="", latest=date(2031, 3, 4)),
            Witness(kind="text", words="", latest=date(2031, 12, 1)),
        ),
    )
    assert find_version_day(published) == date(2031, 3, 4)
