"""The whole edge: standard input, sameness of pages, any bytes at all, and flat memory."""

import gzip
import io
import json
import plistlib
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.pages import Limits, Unreadable, read_bytes, read_file, read_inputs
from onrecord.records import Page

TEXT = "Ferries stop\n\n“We had to,” the harbour office said on Monday.\n".encode()
SAMPLES = (
    TEXT,
    b"<!doctype html><html><head><meta charset=utf-8></head><body><p>x</p></body></html>",
    b'{"text": "a", "title": "b"}\n{"html": "<p>c</p>"}\n',
    b'[{"text": "a"}, {"text": "b"}]',
    b"<rss><channel><title>t</title><item>"
    b"<description>It stopped. Why? The office knew.</description></item>"
    b"</channel></rss>",
    b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: 54\r\n"
    b"\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>abc</p>\r\n\r\n",
    b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
    b"Content-Type: text/html\r\n\r\n<p>x</p>\r\n--b--\r\n",
    b"From: a <a@b.example>\r\nSubject: =?utf-8?Q?a=20b?=\r\nMIME-Version: 1.0\r\n"
    b"Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\nSXQgc3RvcHBlZC4=\r\n",
    b"From a@b.example Fri Jan  3 10:15:01 2031\nFrom: a\nMIME-Version: 1.0\n"
    b"Content-Type: text/html\n\n<p>x</p>\n",
    b'title,text,url\nFerries,"It ""stopped"".\n\nWhy?",https://quay.example/1\n',
    b'{"n": 1, "articles": [{"content": "a", "source": {"name": "b"}, "date": 1925200800}]}',
    b"---\ntitle: Ferries\nauthor:\n  - a\n---\nIt stopped.\n",
    *(
        plistlib.dumps({"WebMainResource": {"WebResourceData": b"<p>x</p>"}}, fmt=fmt)
        for fmt in (plistlib.FMT_BINARY, plistlib.FMT_XML)
    ),
)


def feed_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


@pytest.mark.parametrize("sample", SAMPLES)
def test_page_is_the_same_from_disk_pipe_memory_and_gzip(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sample: bytes
) -> None:
    (tmp_path / "plain.bin").write_bytes(sample)
    (tmp_path / "packed.txt").write_bytes(gzip.compress(sample))
    feed_standard_input(monkeypatch, sample)
    ways = [
        list(read_bytes(sample, origin="x")),
        list(read_file(str(tmp_path / "plain.bin"), origin="x")),
        list(read_inputs([str(tmp_path / "packed.txt")])),
        list(read_inputs(["-"])),
    ]
    pages = [[page.id for page in way if isinstance(page, Page)] for way in ways]
    assert pages[0]
    assert pages == [pages[0]] * 4
    assert ways[0] == ways[1]


def test_records_of_standard_input_are_numbered(monkeypatch: pytest.MonkeyPatch) -> None:
    feed_standard_input(monkeypatch, SAMPLES[2])
    assert [page.origin for page in read_inputs(["-"])] == ["-#1", "-#2"]


def test_empty_standard_input_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    feed_standard_input(monkeypatch, b"")
    [nothing] = read_inputs(["-"])
    assert isinstance(nothing, Unreadable)
    assert nothing.problem.message.startswith("-: is empty")


def test_closed_standard_input_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    [nothing] = read_inputs(["-"])
    assert isinstance(nothing, Unreadable)


def test_bad_input_keeps_the_good_ones(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_bytes(TEXT)
    good = str(tmp_path / "good.txt")
    results = list(read_inputs([good, "https://x.example", str(tmp_path / "none"), good]))
    assert [type(result) for result in results] == [Page, Unreadable, Unreadable, Page]


@settings(deadline=None)
@given(st.sampled_from(SAMPLES), st.data())
def test_spoilt_bytes_end_in_results(sample: bytes, data: st.DataObject) -> None:
    spoilt = bytearray(sample * data.draw(st.integers(1, 3)))
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(spoilt)))
        stop = start + data.draw(st.integers(0, 8))
        spoilt[start:stop] = data.draw(st.binary(max_size=8))
    results = list(read_bytes(bytes(spoilt), origin="x", limits=Limits(max_page_bytes=1000)))
    assert results or b"WARC" in spoilt  # a WARC may hold no page
    for result in results:
        if isinstance(result, Page):
            result.content.encode()
        else:
            assert result.problem.message.isprintable()


MEASURE = """
import resource, sys
from onrecord.pages import read_inputs
from onrecord.records import Page
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
pages = sum(isinstance(page, Page) for page in read_inputs([sys.argv[1]]))
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(pages, (after - before) // 1024)
"""


def measure(path: Path) -> tuple[int, int]:
    """Return the pages of a file, and the megabytes by which reading them grew a process."""
    pytest.importorskip("resource")
    command = [sys.executable, "-c", MEASURE, str(path)]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    pages, megabytes = done.stdout.split()
    return int(pages), int(megabytes)


def test_memory_is_flat_over_many_records(tmp_path: Path) -> None:
    path = tmp_path / "pages.jsonl.gz"
    with gzip.open(path, "wb", compresslevel=1) as file:
        for number in range(2000):
            record = {"text": f"Day {number}. " + "The ferries stopped again. " * 1000}
            file.write(json.dumps(record).encode() + b"\n")
    pages, megabytes = measure(path)
    assert pages == 2000
    assert megabytes < 25  # of 54 MB
