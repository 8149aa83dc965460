"""Read back what is compared of an article's rows: of each row when it is first asked for.

Of the rows of a linked article few have to be looked at to tie those of a new one to them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, overload

import msgspec

from onrecord.compare import (
    ActIndex,
    ActTraits,
    Cast,
    FigureTraits,
    QuantityIndex,
    StatementIndex,
    StatementTraits,
    Traits,
)

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """`Traits` whose rows are still packed."""

    cast: Cast
    statements: tuple[msgspec.Raw, ...]
    acts: tuple[msgspec.Raw, ...]
    figures: tuple[msgspec.Raw, ...]
    index: StatementIndex
    act_index: ActIndex
    quantity_index: QuantityIndex


_kept = msgspec.msgpack.Decoder(_Kept)
_statements = msgspec.msgpack.Decoder(StatementTraits)
_acts = msgspec.msgpack.Decoder(ActTraits)
_figures = msgspec.msgpack.Decoder(FigureTraits)


class _Late(Sequence[Row], Generic[Row]):
    """Rows that are unpacked one by one, each once."""

    def __init__(self, packed: Sequence[msgspec.Raw], decoder: Any) -> None:
        self._packed = packed
        self._decode = decoder.decode
        self._rows: list[Row | None] = [None] * len(packed)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> list[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | list[Row]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        row = self._rows[place]
        if row is None:
            row = self._rows[place] = self._decode(self._packed[place])
        return row

    def __iter__(self) -> Iterator[Row]:
        for place, row in enumerate(self._rows):
            yield self[place] if row is None else row

    def __len__(self) -> int:
        return len(self._rows)


def decode_traits(data: bytes) -> Traits:
    """Return the traits that were packed."""
    kept = _kept.decode(data)
    return Traits(
        cast=kept.cast,
        statements=_Late(kept.statements, _statements),
        acts=_Late(kept.acts, _acts),
        figures=_Late(kept.figures, _figures),
        index=kept.index,
        act_index=kept.act_index,
        quantity_index=kept.quantity_index,
    )
