"""What linking needs to know of a page alone, made where the page is read.

Pages are linked one after the other, by the one process that owns the ledger. What of this follows
from the page alone is made before, by whoever reads it, and packed as the tables keep it.
"""

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from onrecord.ledger.codec import pack
from onrecord.ledger.tie_store import RowTie, score_ties
from onrecord.records import Page, Reading, Span
from onrecord.text import outline_text

if TYPE_CHECKING:
    from onrecord.models import Models
    from onrecord.pages import Unreadable

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What of an article's rows is compared: their traits, packed, and their ties to each other."""

    traits: bytes
    ties: tuple[RowTie, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """What of one article is linked, packed: where its sentences start and end, its sketch, and
    the digest of that; then what of its rows is compared."""

    sentences: bytes
    sketch: bytes
    digest: bytes
    compared: Compared


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A reading with what linking needs of it, where it has an article."""

    reading: Reading
    preparation: Preparation | None


def read_prepared(
    pages: "Iterable[Page | Unreadable]", **how: Any
) -> "Iterator[Reading | Prepared]":
    """Yield what `engine.read_all` does, told `how`, each reading with what linking needs of it."""
    from onrecord.engine import read_all

    return read_all(pages, read=read_and_prepare, answer=Prepared, **how)


def read_and_prepare(page: Page, models: "Models") -> Prepared:
    """Return the reading of `page` with what linking needs of it.

    A fault of ours in this is left to linking, which meets it again and can tell it.
    """
    from onrecord.pipeline import read_or_explain

    reading = read_or_explain(page, models)
    preparation = None
    if reading.article is not None:
        try:
            preparation = prepare(reading)
        except Exception:
            _log.debug("%s: could not be prepared", reading.origin, exc_info=True)
    return Prepared(reading=reading, preparation=preparation)


def prepare(reading: Reading) -> Preparation:
    """Return what linking needs of a reading that has an article: a pure function of it."""
    from onrecord.stories import digest_sketch, sketch_reading

    assert reading.article is not None
    outline = outline_text(reading.article.text)
    sketch = sketch_reading(reading, outline)
    return Preparation(
        sentences=pack([edge for span in outline.sentences for edge in span]),
        sketch=pack(sketch),
        digest=pack(digest_sketch(sketch)),
        compared=compare_rows(reading, outline.sentences),
    )


def compare_rows(reading: Reading, sentences: Sequence[Span]) -> Compared:
    """Return what of the rows of a reading is compared; `sentences` are those of its text."""
    from onrecord.compare import read_traits, tell_reading, tie_rows

    told = tell_reading(reading, sentences)
    assert told is not None
    traits = read_traits(told)
    ties = score_ties(tie_rows(traits, traits, together=True))
    return Compared(traits=pack(traits), ties=tuple(ties))
