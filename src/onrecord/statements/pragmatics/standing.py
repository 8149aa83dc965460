"""Where a speaker says outright what he is for or against, or whom he thinks right."""

import re

from onrecord.records import SpeechAct

_OPEN = r"[\W_]*(?:that[\s“\"‘]+)?"
_I = rf"{_OPEN}(?:I|we|he|she|it|they)(?: (?:also|still|now|both|all|\w+ly))? "
_FOR = re.compile(
    rf"{_I}(?:supports?|supported|backs?|backed|endorses?|endorsed|applauds?|applauded|admires?|"
    r"admired|(?:is|was|are|were|am)(?: very| so)? (?:proud of|grateful|thankful)) "
    r"(?!up\b|down\b|off\b|away\b)",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    rf"{_I}(?:opposes?|opposed|deplores?|objects? to|objected to) ", re.IGNORECASE
)
# "He’s absolutely right": who says so of another confirms him.
_RIGHT = re.compile(
    rf"{_OPEN}(?!(?:I|we|it|that|this|there|what)\b)(?:[\w’'-]+ ){{0,3}}?(?:[\w-]+[’']s|(?:[\w-]+ )"
    r"(?:is|was|are|were)) (?:[“\"‘])?(?:absolutely |quite |\w+ly )?right"
    r"(?=[.,;!”\"’]|$| (?:when|that|about|in saying)\b)",
    re.IGNORECASE,
)


def stand(words: str) -> SpeechAct | None:
    """Return the act of a plain "said" whose content tells where the speaker stands, else `None`.

    "She backed the treaty" praises it, "they oppose it" criticises, "Lund was right" confirms.
    """
    if _FOR.match(words):
        return "praise"
    if _AGAINST.match(words):
        return "criticise"
    return "confirm" if _RIGHT.match(words) else None


# "I’ll build it if you get the planks": what somebody else has to do first makes it an offer.
_IN_EXCHANGE = re.compile(
    r"\b(?:if (?:you|anyone|anybody|someone|somebody|others)\b|provided(?: that)? |"
    r"(?:as|so) long as (?!it\b)|the moment |in (?:exchange|return) for |"
    r"if (?-i:[A-Z])[\w’'-]+ (?!were\b|was\b|is\b|are\b))",
    re.IGNORECASE,
)
_HARM = re.compile(
    r"\b(?:retaliat\w*|consequences|punish\w*|respond\w*|response|sanctions?|strike|attack\w*|force|"
    r"fire|resign\w*|veto\w*|sue|fight|defend\w*|withdraw\w*|cut|end|leave|quit|expel\w*)\b",
    re.IGNORECASE,
)


def is_bargain(words: str) -> bool:
    """Return whether a promise hangs on what another does, and does no harm."""
    return _IN_EXCHANGE.search(words) is not None and _HARM.search(words) is None
