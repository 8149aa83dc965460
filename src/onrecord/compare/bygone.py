"""Numbers of what is over, which does not change: how fast it went, how long it lasted."""

import re

from onrecord.compare.slots import read_slot
from onrecord.compare.tellings import Telling, once
from onrecord.records import Figure

# Units in which single deeds are measured, and not what rises and falls.
_OF_DEEDS = frozenset("km/h mph knots s min h days weeks km mi nmi m ft t kg".split())
_PAST = re.compile(
    r"\b(?:was|were|had|lasted|took|ran|weighed|measured|covered|held|sent|went|met|travell?ed"
    r"|spoke|talked|fell|carried|seized|captured|impounded|confiscated|destroyed|launched"
    r"|fired|stole|sank)\b",
    re.IGNORECASE,
)
_NOT_OVER = re.compile(
    r"\b(?:is|are|has|have|will|would|now|so far|still|yet|today|risen|rose|rises?|reached)\b"
    r"|[’']s\b(?=\s\w+ing)",
    re.IGNORECASE,
)

_WHERE = re.compile(r"\b(?:where|which|who|while|but)\b")
# Of a sentence the clauses up to a number; the nearest that has a verb of either kind is its own.
_CLAUSE = re.compile(r"\b(?:after|when|while|that|because|which|who|but)\b|[;:]|,\s")
AFTER = 40  # characters behind a number that are read


def are_of_what_is_over(a: Telling[Figure], b: Telling[Figure], *, near: bool) -> bool:
    """Return whether two figures are of a single deed that is told as past, and so stays as it was:
    "the train was doing 120 km/h", "there had been 60 life jackets".

    Of two givers within some days of each other (`near`) one may tell the number alone: "Ostra put
    the number of boats at 12".
    """
    over = _is_over(a), _is_over(b)
    return all(over) or (near and any(over) and None in over)


@once
def _is_over(telling: Telling[Figure]) -> bool | None:
    """Return whether a figure is of what is over; `None` where nothing shows it or the reverse."""
    slot = read_slot(telling)
    of_deed = slot.measure and telling.row.unit in _OF_DEEDS
    if slot.fate is not None or slot.delta or (not of_deed and (slot.measure or slot.rate)):
        return False
    end = telling.span.end - telling.sentence_span.start
    behind = _WHERE.split(telling.sentence[end : end + AFTER])[0]
    told = telling.sentence[:end] + behind
    for clause in reversed(_CLAUSE.split(told)):
        if _NOT_OVER.search(clause) is not None:
            return False
        if _PAST.search(clause) is not None:
            return True
    return None
