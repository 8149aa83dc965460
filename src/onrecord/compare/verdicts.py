"""What comparing two rows finds."""

from dataclasses import dataclass

from onrecord.records import Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A relation with its reason; `swapped` where it runs from the second row to the first."""

    relation: Relation
    reason: str
    tags: tuple[str, ...] = ()
    swapped: bool = False
