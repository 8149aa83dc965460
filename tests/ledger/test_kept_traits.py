from types import ModuleType

from onrecord.compare import Traits, read_traits, recall_telling, tell_reading
from onrecord.ledger.codec import pack
from onrecord.ledger.kept_traits import decode_traits
from onrecord.records import Page

TEXT = """Lake Vanna answers

At Lake Vanna guards struck 104 sailors, said Ada Venn. “We shall not leave the strait,” she said.

Ada Venn met Bram Oke. “Nobody in the strait had asked for it,” Bram Oke told her, and left."""


def test_what_was_packed_comes_back_row_by_row(reader: ModuleType) -> None:
    reading = reader.read_one(Page(id="p", origin="p.txt", kind="text", content=TEXT))
    told = tell_reading(reading)
    assert told is not None
    traits = read_traits(told)
    kept = decode_traits(pack(traits))
    assert len(kept.statements) == len(traits.statements) > 1
    assert kept.statements[-1] == traits.statements[-1]
    assert kept.statements[:1] == list(traits.statements[:1])
    assert list_rows(kept) == list_rows(traits)
    assert pack(kept.index) == pack(traits.index)
    assert pack(kept.quantity_index) == pack(traits.quantity_index)
    assert kept.cast == traits.cast
    again = tell_reading(reading)
    assert again is not None
    for row in again.rows:
        telling = recall_telling(again, kept, row)
        assert telling.known.items() <= told.by_row[row].known.items()


def list_rows(traits: Traits) -> list[object]:
    return [*traits.statements, *traits.acts, *traits.figures]
