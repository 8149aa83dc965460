"""What is announced and does nobody harm: "will lift the ban", "will raise the matter"."""

import re

from onrecord.records import SpeechAct

_WILL = (
    r"(?:\b(?:will|would|shall)|[’']ll) "
    r"(?!\w*n[’']t\b)(?!not\b|never\b)(?:\w+ly |also |then |only )?"
)
# What weighs on others is taken off, or those who are held go free.
_RELIEVES = re.compile(
    rf"{_WILL}(?:be )?(?:(?:lift|eas|relax|remov|waiv|end|drop)(?:e|ed|ped)? "
    r"(?:(?:the|its|all|any|some|most|these|those) )?(?:[\w’'-]+ ){0,3}?(?:restrictions?|sanctions|"
    r"bans?|embargo(?:es)?|blockades?|tariffs?|duties|siege|curfew|limits?|quotas?)\b"
    r"|(?:release|free|reopen|restore|resume)d?\b)",
    re.IGNORECASE,
)
_RAISES = re.compile(
    rf"{_WILL}(?:raise|discuss|bring up|address) "
    r"(?:the|this|that|these|those|its|his|her|their|it)\b"
    r"(?! (?:tariffs?|tax\w*|dut\w+|prices?|fees?|rents?|tolls?))",
    re.IGNORECASE,
)

# "If they leave, the raids will end": harm is held out to end, and none threatened.
_ENDS = re.compile(
    r"\b(?:inspections?|blockades?|siege|sanctions|restrictions|bans?|embargo|shelling|strikes?|"
    r"attacks?|raids?|bombing|operations?|offensive|fighting|war|occupation|boycott|curfew|tariffs)"
    rf" {_WILL}(?:end|stop|cease|be (?:lifted|ended|halted|suspended|over))\b",
    re.IGNORECASE,
)
_IF = re.compile(r"\b(?:if|once|when|as soon as)\b", re.IGNORECASE)


def without_harm(act: SpeechAct, words: str) -> SpeechAct:
    """Return the act, but for a threat of what harms nobody: that is a promise, or a plan told."""
    if act != "threaten":
        return act
    if _ENDS.search(words) and _IF.search(words):
        return "offer"
    if _RELIEVES.search(words):
        return "commit"
    return "claim" if _RAISES.search(words) else act
