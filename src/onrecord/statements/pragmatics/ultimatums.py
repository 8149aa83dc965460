"""Threats by an imperative: "Stay, and you will die", "Leave, or they will be shot"."""

import re

from onrecord.records import Span

_ULTIMATUM = re.compile(
    r"(?:^|[.!?:;,”\"] )[“\"]?"
    r"(?P<order>(?!(?:I|We|He|She|It|They|You|If|When|Yes|No|The|This|That)\b)"
    r"[A-Z][a-z’']+(?: [\w’'-]+){0,6}?),? (?P<turn>and|or) "
    r"(?:you|your \w+|(?<=or )they)(?: all| both)?(?: will|[’']ll| shall) (?:all |both )?"
    r"(?:be (?:hunted|shot|killed|crushed|destroyed|punished|arrested|jailed|hanged|executed|"
    r"expelled|bombed|attacked|sunk|buried|treated as (?:an? )?(?:enem|trait|terroris)\w+)|"
    r"die|regret|suffer|perish|pay (?:for|dearly|with|the price))\b"
)


def is_ultimatum(words: str) -> bool:
    """Return whether the words threaten whoever does, or does not do, what an imperative says."""
    return _ULTIMATUM.search(words) is not None


def find_defiance(text: str, piece: Span) -> Span | None:
    """Return what brings the harm: "| Refuse |, and you will be hunted"."""
    found = _ULTIMATUM.search(text[slice(*piece)])
    if found is None or found["turn"] == "or":
        return None
    return Span(piece.start + found.start("order"), piece.start + found.end("order"))
