"""Mails: newsletters, texts that people sent themselves, and whole mailboxes."""

import quopri
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from onrecord.pages import Limits, Unreadable, read_bytes
from onrecord.records import Page

ReadOne = Callable[..., Page]
Refuse = Callable[..., str]

TEXT = "“We stop,” the harbour office said.\n"
HTML = "<html><body><p>“We stop,” the harbour office said.</p></body></html>"
TOP = (
    "From: The Tide <news@tide.example>\r\nSubject: =?utf-8?Q?Ferries_stop_=E2=80=93_again?=\r\n"
    "Date: Fri, 03 Jan 2031 10:15:00 +0100\r\nMIME-Version: 1.0\r\n"
)
LISTED = "List-Unsubscribe: <https://tide.example/out>\r\n"


def part(kind: str, body: str) -> bytes:
    encoded = quopri.encodestring(body.encode()).decode()
    return (
        f"Content-Type: {kind}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        f"\r\n{encoded}\r\n"
    ).encode()


def both(top: str = TOP) -> bytes:
    return (
        f"{top}Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n".encode()
        + part("text/plain", TEXT) + b"--b\r\n" + part("text/html", HTML) + b"--b--\r\n"
    )  # fmt: skip


def test_text_of_a_mail_is_decoded(read_one: ReadOne) -> None:
    page = read_one(TOP.encode() + part("text/plain", TEXT))
    assert (page.kind, page.content.strip(), page.title) == (
        "text",
        TEXT.strip(),
        "Ferries stop – again",
    )


def test_html_of_a_mail_goes_before_its_text(read_one: ReadOne) -> None:
    page = read_one(both())
    assert (page.kind, page.content.strip()) == ("html", HTML)


def test_mail_was_published_when_it_was_sent_or_before(read_one: ReadOne) -> None:
    page = read_one(both())
    assert page.captured == datetime(2031, 1, 3, 9, 15, tzinfo=UTC)
    assert (page.published, page.outlet) == (None, None)


def test_newsletter_was_published_when_it_was_sent_by_its_sender(read_one: ReadOne) -> None:
    page = read_one(both(LISTED + TOP))
    assert (page.published, page.outlet) == ("Fri, 03 Jan 2031 10:15:00 +0100", "The Tide")


def test_marks_of_forwarding_are_no_title(read_one: ReadOne) -> None:
    assert (
        read_one(both(TOP.replace("Subject: ", "Subject: Fwd: Re: "))).title
        == "Ferries stop – again"
    )


@pytest.mark.parametrize(
    "subject", ["=?utf-8?B?x?=", "=?nowhere?Q?x?=", "=?utf\ufffd-8?Q?x?=", "\x00", ""]
)
def test_damaged_subject_keeps_the_mail(read_one: ReadOne, subject: str) -> None:
    mail = f"From: a@b.example\r\nSubject: {subject}\r\nMIME-Version: 1.0\r\n".encode()
    assert TEXT.strip() in read_one(mail + part("text/plain", TEXT)).content


def test_mail_without_a_text_is_said(refuse: Refuse) -> None:
    mail = (
        TOP + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: image/png\r\n"
    )
    assert "a mail without a text" in refuse(f"{mail}\r\nabc\r\n--b--\r\n".encode())


FROM = b"From news@tide.example Fri Jan  3 10:15:01 2031\n"


def test_each_mail_of_a_mailbox_is_a_page() -> None:
    second = TOP.encode() + part("text/plain", ">From Arden: " + TEXT)
    pages = list(read_bytes(FROM + both() + b"\n" + FROM + second, origin="box"))
    assert [page.origin for page in pages] == ["box#1", "box#2"]
    assert [page.content.strip() for page in pages if isinstance(page, Page)] == [
        HTML, "From Arden: " + TEXT.strip(),
    ]  # fmt: skip


def test_large_mail_is_said_and_the_next_is_read() -> None:
    large = TOP.encode() + part("text/plain", "x" * 5000)
    results = list(
        read_bytes(FROM + large + FROM + both(), origin="box", limits=Limits(max_record_bytes=3000))
    )
    assert [type(result) for result in results] == [Unreadable, Page]
