"""Numbers of what is over, which does not change: how fast it went, how long it lasted."""

import re

from onrecord.compare.slots import read_slot
from onrecord.compare.tellings import Telling, once
from onrecord.records import Figure

# Units in which single deeds are measured, and not what rises and falls.
_OF_DEEDS = frozenset("km/h mph knots s min h days weeks km mi nmi m ft t kg".split())
_PAST = re.compile(
    r"\b(?:was|were|had|lasted|took|ran|weighed|measured|covered|held|sent|went|met|travell?ed"
    r"|spoke|talked|fell|carried)\b",
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


@once
def is_of_what_is_over(telling: Telling[Figure]) -> bool:
    """Return whether a figure is of a single deed that is told as past, and so stays as it was:
    "the train was doing 120 km/h", "there had been 60 life jackets".
    """
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
    return False
