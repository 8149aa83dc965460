"""What users type: paths, directories, patterns, and all that is no file."""

import os
import socket
import stat
import sys
from pathlib import Path

import pytest

from onrecord.errors import InputError
from onrecord.pages import Unreadable, read_file, read_inputs
from onrecord.pages.names import show_name
from onrecord.pages.opening import open_file
from onrecord.records import Page

as_user = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions do not bind root"
)


@pytest.fixture(autouse=True)
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a directory that holds `pages` with a few files in it."""
    for name in ("b.txt", "a.html", "deep/er/c.txt", "deep/d.txt", ".hidden", ".git/x", "deep/.e"):
        path = tmp_path / "pages" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Page {name}.")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def origins(*inputs: str) -> list[str]:
    return [page.origin for page in read_inputs(inputs) if isinstance(page, Page)]


def problem(*inputs: str) -> str:
    [unreadable] = read_inputs(inputs)
    assert isinstance(unreadable, Unreadable)
    assert unreadable.problem.message.startswith(f"{unreadable.origin}: ")
    assert unreadable.problem.message.isprintable()
    return unreadable.problem.message


def test_directory_is_read_recursively_in_order() -> None:
    assert origins("pages") == [
        "pages/a.html", "pages/b.txt", "pages/deep/d.txt", "pages/deep/er/c.txt"
    ]  # fmt: skip


@pytest.mark.parametrize("typed", ["pages", "pages/**", "pages/**/*.txt", "pages/*"])
def test_folder_of_the_parts_of_a_saved_page_is_left_out(tree: Path, typed: str) -> None:
    for name in ("a_files", "other_files"):
        (tree / "pages" / name).mkdir()
        (tree / "pages" / name / "frame.txt").write_text("Buy now.")
    found = origins(typed)
    assert "pages/other_files/frame.txt" in found
    assert "pages/a_files/frame.txt" not in found
    assert origins("pages/a_files") == ["pages/a_files/frame.txt"]


def test_origins_are_as_typed(tree: Path) -> None:
    assert origins("./pages/deep/../b.txt") == ["./pages/deep/../b.txt"]
    assert origins("./pages/deep/er") == ["./pages/deep/er/c.txt"]
    assert origins(f"{tree}/pages/b.txt") == [f"{tree}/pages/b.txt"]


def test_inputs_come_in_their_order() -> None:
    assert origins("pages/b.txt", "pages/a.html", "pages/b.txt") == [
        "pages/b.txt", "pages/a.html", "pages/b.txt"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("pages/*.txt", ["pages/b.txt"]),
        ("pages/[ab].*", ["pages/a.html", "pages/b.txt"]),
        ("pages/**/*.txt", ["pages/b.txt", "pages/deep/d.txt", "pages/deep/er/c.txt"]),
        ("**/c.txt", ["pages/deep/er/c.txt"]),
        ("pages/**/**/**/c.txt", ["pages/deep/er/c.txt"]),
        ("pages/deep/**", ["pages/deep/d.txt", "pages/deep/er/c.txt"]),
        ("pages/d*", ["pages/deep/d.txt", "pages/deep/er/c.txt"]),
        ("*/?eep/er/*", ["pages/deep/er/c.txt"]),
        ("pages/.h*", ["pages/.hidden"]),
        ("./pag*/b.txt", ["./pages/b.txt"]),
    ],
)
def test_pattern_finds_files_in_order(pattern: str, found: list[str]) -> None:
    assert origins(pattern) == found


def test_absolute_pattern_is_matched(tree: Path) -> None:
    assert origins(f"{tree}/pages/*.txt") == [f"{tree}/pages/b.txt"]


def test_file_whose_name_is_a_pattern_is_read(tree: Path) -> None:
    (tree / "a[1]*.txt").write_text("Page.")
    assert origins("a[1]*.txt") == ["a[1]*.txt"]


def test_pattern_without_match_is_said() -> None:
    assert "matches no file" in problem("pages/*.pdf")


@pytest.mark.parametrize("pattern", ["*/" * 3000, "**/" * 3000 + "*", "[" * 5000, "*a" * 40 + "b"])
def test_excessive_pattern_ends_soon(pattern: str) -> None:
    assert problem(pattern)


@pytest.mark.parametrize(
    "address", ["https://quay.example/1", "http://x", "ftp://x/y", "file:///etc/hosts"]
)
def test_address_is_refused(address: str) -> None:
    message = problem(address)
    assert "not fetched" in message
    assert "save the page" in message


def test_missing_path_is_said() -> None:
    assert problem("pages/none.txt") == ("pages/none.txt: there is no such file; check the path")


@pytest.mark.parametrize("path", ["pages/b.txt/c", "x" * 300, "x/" * 5000, "", "a\x00b"])
def test_impossible_path_is_said(path: str) -> None:
    assert problem(path)


def test_empty_directory_is_said(tree: Path) -> None:
    (tree / "empty").mkdir()
    assert "holds no files" in problem("empty")
    (tree / "empty" / ".hidden").touch()
    assert "holds no files" in problem("empty")


def test_empty_file_is_said(tree: Path) -> None:
    (tree / "empty.html").touch()
    assert "is empty" in problem("empty.html")


def test_loop_of_links_is_not_followed(tree: Path) -> None:
    (tree / "pages" / "loop").symlink_to(tree / "pages", target_is_directory=True)
    (tree / "pages" / "up").symlink_to("..", target_is_directory=True)
    assert len(origins("pages")) == 4
    assert len(origins("pages/**/*.txt")) == 3
    assert origins("pages/loop/b.txt") == ["pages/loop/b.txt"]


def test_link_to_itself_is_said(tree: Path) -> None:
    (tree / "self").symlink_to("self")
    assert "leads back to itself" in problem("self")


def test_link_to_nothing_is_said(tree: Path) -> None:
    (tree / "pages" / "dead").symlink_to("nowhere")
    assert len(origins("pages")) == 4
    assert "no such file" in problem("pages/dead")


def test_link_to_a_file_is_read(tree: Path) -> None:
    (tree / "link").symlink_to("pages/b.txt")
    assert origins("link") == ["link"]


def test_linked_directory_is_read_where_it_is_typed(tree: Path) -> None:
    (tree / "link").symlink_to("pages/deep", target_is_directory=True)
    assert origins("link") == ["link/d.txt", "link/er/c.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_pipe_is_refused_without_waiting(tree: Path) -> None:
    os.mkfifo(tree / "pages" / "pipe")
    assert "is a pipe" in problem("pages/pipe")
    assert len(origins("pages")) == 4


def test_socket_is_refused(tree: Path) -> None:
    with socket.socket(socket.AF_UNIX) as unix:
        unix.bind("socket")
        assert "is a socket" in problem("socket")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs devices")
def test_device_is_refused() -> None:
    assert "is a device" in problem("/dev/zero")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_pipe_that_takes_the_place_of_a_file_is_refused(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tree / "pipe")
    file = Path("pages/b.txt").stat()
    monkeypatch.setattr(Path, "stat", lambda _: file)
    with pytest.raises(InputError, match="is a pipe"):
        open_file("pipe", origin="pipe")


@as_user
def test_file_without_permission_is_said(tree: Path) -> None:
    (tree / "pages/b.txt").chmod(0)
    assert "may not be read" in problem("pages/b.txt")


@as_user
def test_directory_without_permission_keeps_the_rest(tree: Path) -> None:
    (tree / "pages/deep").chmod(0)
    results = list(read_inputs(["pages"]))
    (tree / "pages/deep").chmod(stat.S_IRWXU)
    assert [type(result) for result in results] == [Page, Page, Unreadable]


@pytest.mark.parametrize("number", [13, 1, 5, 24])  # EACCES EPERM EIO EMFILE
def test_refusal_of_the_system_is_said(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def refuse(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "open", refuse)
    assert ";" in problem("pages/b.txt")


def test_file_that_vanishes_midway_is_said(tree: Path) -> None:
    results = read_inputs(["pages"])
    assert isinstance(next(results), Page)
    (tree / "pages/b.txt").unlink()
    (tree / "pages/deep/er/c.txt").unlink()
    (tree / "pages/deep/er").rmdir()
    kinds = [type(result) for result in results]
    assert kinds == [Unreadable, Page]


def test_directory_that_fails_while_reading_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> bytes:
        raise OSError(5, "Input/output error")

    class Disk:
        closed = False
        buffer = type("Buffer", (), {"read1": staticmethod(fail), "read": staticmethod(fail)})()

    monkeypatch.setattr(sys, "stdin", Disk())
    assert "Input/output error" in problem("-")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("two\nlines.txt", "two\\x0alines.txt"),
        ("red\x1b[31m.txt", "red\\x1b[31m.txt"),
        ("turn\u202etxt.html", "turn\\u202etxt.html"),
        ("bad\udcff.txt", "bad\\xff.txt"),
        ("Zürich 会議.txt", "Zürich 会議.txt"),
    ],
)
def test_name_is_shown_on_one_line(tree: Path, name: str, shown: str) -> None:
    try:
        (tree / name).write_text("Page.")
    except (OSError, UnicodeError):
        pytest.skip("the file system does not take this name")
    assert origins(name) == [shown]
    shown.encode()


def test_long_name_is_cut_in_its_middle() -> None:
    name = show_name("a" * 3000 + "z" * 3000)
    assert len(name) < 510
    assert name.startswith("aaa")
    assert name.endswith("zzz")


def test_origin_may_differ_from_the_path() -> None:
    [page] = read_file("pages/b.txt", origin="where/it/came.from")
    assert page.origin == "where/it/came.from"
