"""One JSON object to its pages."""

import json
from collections.abc import Iterator

from onrecord.pages.decoding import decode_page
from onrecord.pages.limits import Limits
from onrecord.pages.record_fields import read_record
from onrecord.pages.unreadable import Unreadable, explain
from onrecord.records import Page


def read_object(data: bytes, *, origin: str, limits: Limits) -> Iterator[Page | Unreadable]:
    """Yield the pages that the JSON object `data` describes, mostly one, or what is wrong."""
    try:
        record = _parse_json(data)
    except ValueError as error:
        yield explain(origin, f"is broken JSON ({error}); correct or leave out this record")
        return
    except RecursionError:
        yield explain(origin, "is nested too deeply; correct or leave out this record")
        return
    if isinstance(record, dict):
        yield from read_record(record, origin=origin, limits=limits)
    else:
        yield explain(origin, "is JSON, but no object; write one object for each page")


def _parse_json(data: bytes) -> object:
    """Return the value of `data`; raise `ValueError` or `RecursionError` where there is none.

    The slower second way takes what the first refuses: other charsets and lone surrogates.
    """
    import msgspec  # as long to load as the rest of this package

    try:
        return msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        try:
            return json.loads(decode_page(data))
        except json.JSONDecodeError:
            raise ValueError(str(error)) from error
