"""Threats by an imperative: "Stay, and you will die", and of what nobody may do any more: "If they
stay, not one ship will pass"."""

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
# "If they are not home, | not one lorry will cross |"
_STOPPED = (
    r"(?:not (?:one|a single)|no) (?!one\b|longer\b|more than\b)(?:[\w’'-]+ ){1,4}?"
    r"(?:will|would|shall) (?:be (?:allowed|let|sold|shipped|delivered|permitted|unloaded)|cross|"
    r"pass|leave|enter|sail|fly|land|move|reach|flow|dock|come|go)\b"
)
_CUT_OFF = re.compile(
    rf"\b(?:if|unless|until)\b[^.;]{{3,160}}?, {_STOPPED}|"
    rf"\b{_STOPPED}[^.;]{{0,160}}? (?:if|unless|until)\b",
    re.IGNORECASE,
)


def is_ultimatum(words: str) -> bool:
    """Return whether the words threaten whoever does, or does not do, what an imperative says, or
    tell what will be let through no more under a condition."""
    return _ULTIMATUM.search(words) is not None or _CUT_OFF.search(words) is not None


def find_defiance(text: str, piece: Span) -> Span | None:
    """Return what brings the harm: "| Refuse |, and you will be hunted"."""
    found = _ULTIMATUM.search(text[slice(*piece)])
    if found is None or found["turn"] == "or":
        return None
    return Span(piece.start + found.start("order"), piece.start + found.end("order"))
