"""What the header of a mail says of the text in it."""

import re

from onrecord.pages.decoding import replace_surrogates
from onrecord.pages.making import Hints
from onrecord.pages.mime_headers import Headers, parse_mail_date

_FORWARDED = re.compile(r"(?:(?:fwd?|re|aw|wg|tr|rv)\s?:\s*)+", re.IGNORECASE)
_SENDER = re.compile(r"\s*\"?(?P<name>[^<>@\"]{2,80}?)\"?\s*<[^<>]*>\s*")
_LONGEST = 1000  # characters of a subject or a sender
_LIST_FIELDS = ("list-unsubscribe", "list-id")


def is_mail(top: Headers) -> bool:
    """Return whether a message with this header was sent, and not saved by a browser."""
    if "snapshot-content-location" in top or "content-location" in top:
        return False
    return "<saved by" not in top.get("from", "").lower() and ("received" in top or "from" in top)


def describe_mail(top: Headers) -> Hints:
    """Return the subject as title, and when the mail was sent.

    What goes to a list is a newsletter: it was published then, by its sender. Any other mail may
    bring a text that is older, from somebody else.
    """
    subject = _decode_words(top.get("subject", ""))
    title = _FORWARDED.sub("", subject, count=1) if _FORWARDED.match(subject) else subject
    sent = top.get("date")
    if not any(name in top for name in _LIST_FIELDS):
        return Hints(title=title or None, captured=parse_mail_date(sent))
    sender = _SENDER.fullmatch(_decode_words(top.get("from", "")))
    return Hints(
        title=title or None,
        outlet=sender["name"].strip() if sender else None,
        published=sent if parse_mail_date(sent) is not None else None,
    )


def _decode_words(value: str) -> str:
    """Return a field with its encoded words (RFC 2047) decoded, as they stand where damaged."""
    from email.errors import MessageError
    from email.header import decode_header, make_header

    try:
        decoded = str(make_header(decode_header(value[:_LONGEST])))
    except (MessageError, LookupError, ValueError):
        decoded = value[:_LONGEST]
    return " ".join(replace_surrogates(decoded.replace("\x00", "")).split())
