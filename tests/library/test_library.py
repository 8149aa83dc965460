import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import onrecord
from onrecord.errors import PageError
from onrecord.library import PageReader

PAGES = Path(__file__).parents[2] / "examples" / "strait" / "pages"
TEXT = "Mira Lund said on Tuesday: “The strait stays open.”"


@pytest.fixture(scope="module")
def reader() -> PageReader:
    return onrecord.load()


def test_importing_the_package_imports_nothing_else() -> None:
    check = "import onrecord, sys; print([n for n in sys.modules if n.startswith('onrecord.')])"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_public_names_are_there_and_others_are_not() -> None:
    for name in onrecord.__all__:
        assert getattr(onrecord, name) is not None
        assert name in dir(onrecord)
    with pytest.raises(AttributeError, match="no attribute 'reed'"):
        _ = onrecord.reed


def test_a_text_is_taken_unchanged(reader: PageReader) -> None:
    page = reader.read(f"\n\n {TEXT} \n")
    assert page.article is not None
    assert page.article.text == f"\n\n {TEXT} \n"
    [statement] = page.statements
    [(start, end)] = statement.spans
    assert page.article.text[start:end] == "The strait stays open."


def test_html_is_told_from_text(reader: PageReader) -> None:
    page = reader.read((PAGES / "compass-1.html").read_text(encoding="utf-8"))
    assert page.article is not None
    assert "<p>" not in page.article.text


def test_the_published_date_can_be_given(reader: PageReader) -> None:
    for published in ("2031-03-05", date(2031, 3, 5)):
        article = reader.read(TEXT, published=published, outlet="Gull").article
        assert article is not None
        assert article.published.earliest == date(2031, 3, 5)
        assert article.outlet == "Gull"


def test_a_file_reads_as_it_does_from_the_command_line(reader: PageReader) -> None:
    path = PAGES / "tidewatch-1.txt"
    [many] = reader.read_many([str(path)])
    assert reader.read(path).reading == many.reading
    assert reader.read(path.read_bytes()).rows == many.rows
    assert many.to_json().startswith('{"schema":1')


def test_what_cannot_be_read_says_why(reader: PageReader, tmp_path: Path) -> None:
    with pytest.raises(PageError, match="empty"):
        reader.read("  ")
    with pytest.raises(PageError, match="no such file"):
        reader.read(tmp_path / "missing.html")
    with pytest.raises(PageError, match="holds 2 pages; give it to read_many"):
        reader.read(b'{"text": "One."}\n{"text": "Two."}\n')


def test_texts_are_not_taken_for_files(reader: PageReader, tmp_path: Path) -> None:
    for source in (TEXT, TEXT.encode(), tmp_path):
        with pytest.raises(TypeError, match="read takes one file or text"):
            reader.read_many(source)  # type: ignore[arg-type]
    texts = [TEXT, "<p>Mira Lund spoke.</p>", "One line.\nAnother", "Mira Lund said: “No.”"]
    for page in reader.read_many([*texts, "a name without an end " * 20]):
        assert page.problem is not None
        assert "give texts to read" in page.problem.message
    named = tmp_path / "What now?"
    named.write_text(TEXT)
    pages = list(reader.read_many([str(named), named, "no such file.txt", "*.html"]))
    assert [page.rows != () for page in pages] == [True, True, False, False]
    assert all("give texts" not in page.problem.message for page in pages if page.problem)


def test_a_page_that_fails_does_not_stop_the_others(reader: PageReader, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(TEXT)
    found = list(reader.read_many([str(tmp_path / "missing"), str(tmp_path / "good.txt")]))
    assert [page.problem is None for page in found] == [False, True]
    assert found[0].rows == ()
    assert found[0].article is None
