"""What the reader is not sure of, and the words bear out: "They killed my brother" accuses."""

import re

from onrecord.records import Attribution, SpeechAct
from onrecord.statements.pragmatics.borne_out import WRONG

# How sure of an act the reader has to be that the words bear out.
_LEANS = 0.45
_OWN = r"(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey)"
_BEARING: dict[SpeechAct, re.Pattern[str]] = {
    "accuse": WRONG,
    "praise": re.compile(
        r"\b(?:welcome|thank(?:s|ful)?|grateful|decent|honest|brave|courag\w+|admir\w+|proud|"
        r"excellent|outstanding|wonderful|brilliant|remarkable|kept (?:his|her|their|its) word|"
        r"great|impressive|hero\w*)\b",
        re.IGNORECASE,
    ),
    "criticise": re.compile(
        r"\b(?:mistakes?|blunders?|failures?|disasters?|trage\w+|disgrac\w+|asham\w+|shame\w*|fraud|"
        r"outrag\w+|insults?|betray\w+|farce|joke|mess|nonsense|injustices?|scandal\w*|"
        r"hypocri\w+|provocations?|unaccept\w+|reckless|absurd|cruel|weak|incompeten\w+|useless|"
        r"no (?:plan|idea)|too (?:late|little|slow))\b",
        re.IGNORECASE,
    ),
    "commit": re.compile(rf"(?:^|, ){_OWN}(?: will|[’']ll| would| shall) (?!not\b|be\b)"),
    "refuse": re.compile(
        rf"\bno intention\b|\b{_OWN} (?:(?:will|would|shall) (?:not|never)|won[’']t|"
        r"(?:am|are|is|was|were) not going to)\b",
    ),
    "warn_against": re.compile(
        r"\b(?:should|must|ought) (?:not|never)\b|\bnot to\b", re.IGNORECASE
    ),
    "appeal": re.compile(
        r"\b(?:should|please|let us|let[’']s|(?:would|must|want to) (?:ask|urge))\b",
        re.IGNORECASE,
    ),
    "demand": re.compile(r"\b(?:must|ha(?:s|ve) to) (?!be \w+ing|have)\b", re.IGNORECASE),
    "dispute": re.compile(
        r"\b(?:nonsense|untrue|false|incorrect|not (?:true|so|the case))\b",
        re.IGNORECASE,
    ),
}  # fmt: skip


def lean(act: SpeechAct, read: Attribution, words: str) -> SpeechAct:
    """Return the reader's act in place of a claim where the words bear it out."""
    if act != "claim" or read.act_sure < _LEANS:
        return act
    bearing = _BEARING.get(read.act)
    return read.act if bearing is not None and bearing.search(words) else act
