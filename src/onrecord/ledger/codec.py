"""How records are written into `ledger.sqlite` and read back."""

import zlib
from dataclasses import replace
from datetime import date
from typing import Any

import msgspec

from onrecord.ledger.answers import NOTHING
from onrecord.ledger.rows import ActRow, FigureRow, Row, StatementRow
from onrecord.records import DATED_DAYS, Reading, When

# Unknown is an empty interval: it meets no day (see tables.sql).
FIRST, LAST = "", "~"
UNKNOWN_DAYS = (LAST, FIRST)

_ROW_CLASSES: dict[str, type[Row]] = {"statement": StatementRow, "act": ActRow, "figure": FigureRow}
_row_decoders = {kind: msgspec.json.Decoder(class_) for kind, class_ in _ROW_CLASSES.items()}
_reading_decoder = msgspec.msgpack.Decoder(Reading)
_to_msgpack = msgspec.msgpack.Encoder(order="deterministic")
_to_json = msgspec.json.Encoder(order="deterministic")


def encode_json(record: object) -> str:
    """Return `record` as JSON; the same record always gives the same text."""
    return _to_json.encode(record).decode()


def encode_row(row: Row) -> str:
    """Return `row` as JSON without its sentence and words, which stand in other columns.

    What says nothing is left out, at less than half the length: every such field of a row, and
    of what is in it, has that same nothing for its default.
    """
    bare = replace(row, sentence="", words=(), read_as=NOTHING)
    pruned = _drop_nothing(msgspec.to_builtins(bare))
    read_as = msgspec.to_builtins(row.read_as)  # where nothing can be what is said
    pruned.pop("read_as")
    return encode_json({**pruned, "read_as": read_as} if read_as else pruned)


def decode_row(kind: str, record: str, sentence: str, **known: Any) -> Row:
    """Return the row that `encode_row` wrote, with what is `known` of its article, story and
    account."""
    row = _row_decoders[kind].decode(record)
    start = row.sentence_span.start
    words = tuple(sentence[span.start - start : span.end - start] for span in row.spans)
    return replace(row, sentence=sentence, words=words, **known)


def encode_reading(reading: Reading) -> bytes:
    """Return `reading` packed, without its article's text, which stands in its own column."""
    assert reading.article is not None
    bare = replace(reading, origin="", article=replace(reading.article, text=""))
    return zlib.compress(_to_msgpack.encode(bare), 6)


def decode_reading(data: bytes, *, text: str, origin: str) -> Reading:
    """Return the reading that `encode_reading` packed."""
    reading = _reading_decoder.decode(zlib.decompress(data))
    assert reading.article is not None
    return replace(reading, origin=origin, article=replace(reading.article, text=text))


def pack(record: object) -> bytes:
    """Return any record as MessagePack; the same record always gives the same bytes."""
    return _to_msgpack.encode(record)


def to_days(earliest: date | None, latest: date | None) -> tuple[str, str]:
    """Return an interval of days as the two texts that the tables hold."""
    if earliest is None and latest is None:
        return UNKNOWN_DAYS
    return (
        earliest.isoformat() if earliest else FIRST,
        latest.isoformat() if latest else LAST,
    )


def to_day(earliest: date | None, latest: date | None) -> str:
    """Return the text that puts an interval in order: its first day; what is no date is behind
    all that are, and what is unknown the last."""
    first, _ = to_days(earliest, latest)
    dated = earliest and latest and (latest - earliest).days <= DATED_DAYS
    return first if dated else f"{LAST}{first}"


def from_day(text: str) -> date | None:
    """Return the day that one end of an interval names, if it names one."""
    return date.fromisoformat(text) if text not in (FIRST, LAST) else None


def from_days(earliest: str, latest: str, certainty: str) -> When:
    """Return the interval that `to_days` wrote."""
    assert certainty in ("exact", "bounded", "unknown")
    return When(
        earliest=from_day(earliest),
        latest=from_day(latest),
        certainty=certainty,  # type: ignore[arg-type]
    )


def _drop_nothing(value: Any) -> Any:
    if isinstance(value, dict):
        pruned = {name: _drop_nothing(each) for name, each in value.items()}
        return {name: each for name, each in pruned.items() if not _says_nothing(each)}
    if isinstance(value, list | tuple):
        return [_drop_nothing(each) for each in value]
    return value


def _says_nothing(value: Any) -> bool:
    return value is None or value is False or value in ("", [])
