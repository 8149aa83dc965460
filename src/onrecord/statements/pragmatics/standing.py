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
# "I cannot in good conscience vote for it"
_CANNOT_BACK = re.compile(
    rf"{_OPEN}(?:I|we|he|she|it|they) (?:can ?not|can[’']t|could not|couldn[’']t) "
    r"(?:in good conscience )?(?:support|back|vote for|endorse|accept|agree to|go along with)\b"
    r"(?! (?:my|our|his|her|their) (?:famil|child|weight))",
    re.IGNORECASE,
)
# "He’s absolutely right": who says so of another confirms him.
_RIGHT = re.compile(
    rf"{_OPEN}(?!(?:I|we|it|that|this|there|what)\b)(?:[\w’'-]+ ){{0,3}}?(?:[\w-]+[’']s|(?:[\w-]+ )"
    r"(?:is|was|are|were)) (?:[“\"‘])?(?:absolutely |quite |\w+ly )?right"
    r"(?=[.,;!”\"’]|$| (?:when|that|about|in saying)\b)",
    re.IGNORECASE,
)

# "The ruling is ridiculous": what somebody calls a thing outright in the first clause.
_IS = (
    rf"{_OPEN}(?:(?!(?:whether|if|when|unless|because|who|which) )[\w’'-]+ ){{1,14}}?"
    r"(?:is|are|was|were|[\w]+[’'](?:s|re)) "
    r"(?!not\b|no\b|never\b)[“\"‘]?(?:(?:an?|so|very|just|simply|such|really|truly|\w+ly|total|"
    r"complete|real|sad and) )*[“\"‘]?"
)
_WORDS_BAD = (
    r"(?:ridiculous|disgrac\w+|disaster|disastrous|shameful|outrag\w+|appalling|pathetic|"
    r"horrible|horrific|terrible|unacceptable|reprehensible|despicable|deplorable|dishonest|"
    r"irresponsible|reckless|incompetent|hypocrit\w+|embarrassment|cowardly|absurd|unfair|stupid|"
    r"insult\w*|mistake|betrayal|travesty|sham|hoax|failure|wrong-headed|unconscionable)\b"
)
_BAD = re.compile(_IS + _WORDS_BAD, re.IGNORECASE)
# "Once again he is wrong, wrong, wrong"
_WRONG = re.compile(
    rf"{_OPEN}(?!(?:I|we|it|that|this|there|what)\b)(?:[\w’'-]+ ){{0,6}}?(?:[\w-]+[’']s|[\w-]+ "
    r"(?:is|was|are|were)) [“\"‘]?(?:absolutely |dead |simply |\w+ly )?wrong"
    r"(?=[.,;!”\"’]|$| (?:on|about)\b)",
    re.IGNORECASE,
)
# "The judge has let them in. A terrible decision!"
_EXCLAIMED = re.compile(
    rf"[.!?–—-] ?(?:(?:an?|so|very|totally|such|truly|absolutely) )*{_WORDS_BAD}"
    r"(?: [\w-]+)?[\W_]*$",
    re.IGNORECASE,
)
_GREAT = re.compile(
    rf"{_IS}(?:wonderful|fantastic|brilliant|excellent|outstanding|remarkable|terrific|superb|"
    r"courageous|hero(?:es|ic)?|magnificent|exemplary)\b",
    re.IGNORECASE,
)


def stand(words: str) -> SpeechAct | None:
    """Return the act of a plain "said" whose content tells where the speaker stands, else `None`.

    "She backed the treaty" praises it, "they oppose it" criticises, "Lund was right" confirms.
    """
    if _CANNOT_BACK.match(words):
        return "refuse"
    if _FOR.match(words):
        return "praise"
    blamed = (_AGAINST.match(words), _BAD.match(words), _WRONG.match(words))
    if any(blamed) or _EXCLAIMED.search(words):
        return "criticise"
    if _GREAT.match(words):
        return "praise"
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


_INNOCENCE = re.compile(r"\W*(?:my|our|his|her|its|their) (?:own |complete |full )?innocence\W*")


def is_innocence(words: str) -> bool:
    """Return whether somebody stands by "his innocence": claimed, and nothing that is denied."""
    return _INNOCENCE.fullmatch(words) is not None
