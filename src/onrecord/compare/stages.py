"""How far a number is from being so: demanded, offered, ordered, planned, or told as it is."""

import re
from typing import Literal

from onrecord.compare.tellings import Telling, once
from onrecord.records import Figure

Stage = Literal["demanded", "offered", "ordered"]
_STAGES: dict[Stage, str] = {
    "demanded": r"demand(?:s|ed|ing)?|ask(?:s|ed|ing)? for|want(?:s|ed|ing)?|seek(?:s|ing)?|sought"
    r"|call(?:s|ed|ing)? for|request(?:s|ed|ing)?|insist(?:s|ed|ing)? on",
    "offered": r"offer(?:s|ed|ing)?|propos(?:e|es|ed|al|als|ing)|bid",
    "ordered": r"order(?:s|ed|ing)?|must|oblig(?:es|ed)|requir(?:es|ed|ing)|rul(?:es|ed)"
    r"|tells?(?=[^.;]* to\b)|told(?=[^.;]* to\b)|is to|are to",
}
_STAGE = re.compile(
    r"\b(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _STAGES.items()) + r")\b",
    re.IGNORECASE,
)
# What is said of another thing than the number: "he ordered an inquiry after 12 had died".
_APART = re.compile(r"[;:]|,|\b(?:after|because|since|when|while|where|who|which|but|said|says)\b")


@once
def read_stage(telling: Telling[Figure]) -> Stage | None:
    """Return what is told of a number by the verb before it: "asks for | 8%", "ordered it to run
    | a quarter of trains"; `None` where it is told as it is."""
    before = telling.sentence.partition(telling.words)[0]
    clause = _APART.split(before)[-1]
    verbs = list(_STAGE.finditer(clause))
    return next((name for name in _STAGES if verbs and verbs[-1][name] is not None), None)
