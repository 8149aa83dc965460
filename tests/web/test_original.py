"""The page as it came in: its text and its source, which never run."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.printed import list_printed
from onrecord.ledger import Filter, Ledger
from onrecord.records import Article, Page, Removed, Span
from onrecord.web.original_page import LONGEST, PART, Printed, sort_printed, split_lines

Browser = Any  # of conftest.py, which cannot be imported


def find_article(browser: Browser) -> str:
    with Ledger(browser.ledger) as ledger:
        return next(ledger.articles(Filter(about="thermos"))).id


def test_all_lines_of_the_page_are_shown_and_told_apart(browser: Browser) -> None:
    article = find_article(browser)
    page = browser.page(f"/article/{article}/original")
    lines = [item.text_content() for item in page.find_class("printed")[0]]
    assert lines[0].startswith("Mara Tolling sat on the gate")
    assert len(lines) == 4
    [link] = browser.page(f"/article/{article}").xpath("//a[text()='Original page']/@href")
    assert link == f"/article/{article}/original"


def test_lines_are_kept_or_left_out_or_neither() -> None:
    html = (
        "<nav>Home</nav><p>The lock is shut.</p><p>Share this</p><p>Elsewhere</p>"
        "<script>alert(1)</script>"
    )
    page = Page(id="p", origin="a.html", kind="html", content=html)
    article = Article(
        id="p",
        text="The lock\n\nThe  lock is shut.",
        body=Span(10, 28),
        removed=(Removed(words="Share this", reason="share prompt"),),
    )
    lines = list_printed(page)
    assert lines == ["Home", "The lock is shut.", "Share this", "Elsewhere"]
    assert [(line.kept, line.reason) for line in sort_printed(lines, article)] == [
        (False, None),
        (True, None),
        (False, "share prompt"),
        (False, None),
    ]


@given(st.lists(st.integers(0, 60_000), max_size=30))
def test_parts_hold_all_lines_and_fit_a_page(lengths: list[int]) -> None:
    lines = [Printed(text="x" * length, kept=True, reason=None) for length in lengths]
    parts = list(split_lines(lines))
    assert [line for part in parts for line in part] == lines
    assert all(sum(min(len(line.text), LONGEST) for line in part) <= PART for part in parts)


def test_source_is_plain_text_to_be_saved(hostile: Browser) -> None:
    response = hostile.get(f"/article/{find_article(hostile)}/source")
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/plain; charset=utf-8"
    assert response.headers["content-disposition"].startswith("attachment")
    assert response.headers["x-content-type-options"] == "nosniff"
    assert "<script>alert(1)</script>" in response.text


def test_hostile_page_is_shown_as_text(hostile: Browser) -> None:
    response = hostile.get(f"/article/{find_article(hostile)}/original")
    assert response.status_code == 200
    assert "<script>alert" not in response.text
    assert "\u202e" not in response.text


def test_page_whose_original_is_gone_says_so(desk: Browser) -> None:
    article = find_article(desk)
    with Ledger(desk.ledger) as ledger:
        [listed] = ledger.articles(Filter(article=article))
    [sha256] = listed.originals
    (desk.ledger / "raw" / sha256[:2] / sha256).unlink()
    assert "cannot be shown as it came in" in desk.text(f"/article/{article}/original")
    assert desk.get(f"/article/{article}/source").status_code == 404
