import pytest

from onrecord.web.addresses import address, fragment_link, row_address, safe_link


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example/x",
        "http:evil.example",
        "https://",
        "http://[::1",
        "https://a.example/\u202ex",
        "https://a.example/" + "x" * 3000,
        "",
        None,
    ],
)
def test_what_is_no_plain_web_address_is_no_link(url: str | None) -> None:
    assert safe_link(url) is None
    assert fragment_link(url, "words") is None


def test_web_address_is_a_link() -> None:
    assert safe_link("https://gull.example/lock?a=1#b") == "https://gull.example/lock?a=1#b"


def test_fragment_names_the_words() -> None:
    link = fragment_link("https://gull.example/lock", "stays shut, half-way")
    assert link == "https://gull.example/lock#:~:text=stays%20shut%2C%20half%2Dway"


def test_fragment_of_a_long_passage_names_its_ends() -> None:
    words = "a b c d e f g h i j k l"
    link = fragment_link("https://gull.example/#top", words)
    assert link == "https://gull.example/#top:~:text=a%20b%20c%20d%20e,h%20i%20j%20k%20l"


def test_address_leaves_out_what_is_not_set() -> None:
    assert address("/search", {"q": "a&b", "who": ""}, page=None) == "/search?q=a%26b"
    assert address("/search") == "/search"


def test_ids_are_quoted() -> None:
    assert row_address('s"/><b>') == "/row/s%22%2F%3E%3Cb%3E"
