"""Whether what is said is negated."""

import re

from onrecord.records import Polarity

NEGATION = re.compile(
    r"not\b(?! (?:only|just|merely|simply)\b)|never|nobody|nothing|none|neither|cannot|"
    r"no\b(?! (?:matter|doubt|wonder|uncertain)\b)|\w+n[’']t",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w’'.-]*\w[\w’']*")
_NEGATED_WITHIN = 10  # words of the content
_SUPPOSES = frozenset("if unless whether because although though while".split())
_NEW_CLAUSE = frozenset("who whom whose which where and but or".split())
_ASIDE_OF = frozenset("by with".split())  # "by not asking"
# Behind these the negation is that of what is shown: "it shows they did not know".
_SHOWS = re.compile(
    r"(?:show|confirm|reveal)(?:s|ed)|(?:prove|demonstrate|illustrate)[sd]|means|shown|meant"
)
_FINITE = re.compile(
    r"(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|may|might|shall|should|must)"
    r"|(?:i|you|he|she|it|we|they|that|there|what|who)[’'](?:s|re|ve|ll|d|m)"
)
_CLAUSE_END = re.compile(r"[,;:—–]|(?<=[a-z]{3})[.?!] ")
_NOT_DOING = re.compile(r"[\W_]*(?:that\s+)?not\s(?:\w+ly\s)?\w+ing\b", re.IGNORECASE)


def find_polarity(words: str) -> Polarity:
    """Return whether the main clause of the content is negated.

    A negation behind "who" is that of a clause inside it, once the main verb has come: "he was a
    mayor who could not wait". So it is behind a verb of showing, and "not waiting would be worse"
    denies nothing.
    """
    clause = _CLAUSE_END.split(words, maxsplit=1)[0][:160]
    if _NOT_DOING.match(clause):
        return "positive"
    verb = shown = False
    last = ""
    for number, match in enumerate(_WORD.finditer(clause)):
        word = match[0].lower()
        inner = shown or (verb and word in _NEW_CLAUSE)
        if number > _NEGATED_WITHIN or word in _SUPPOSES or inner:
            break
        if _is_negation(clause, match) and last not in _ASIDE_OF:
            return "negative"
        verb = verb or _FINITE.fullmatch(word) is not None
        shown = number > 1 and _SHOWS.fullmatch(last) is not None  # not in "shows no fear"
        last = word
    return "positive"


def _is_negation(clause: str, word: re.Match[str]) -> bool:
    """Return whether a word negates, and is not all that stands in marks: "his “no” vote"."""
    negation = NEGATION.match(clause, word.start())
    marked = clause[max(0, word.start() - 1) : word.start()] in {"“", '"', "‘", "'"}
    alone = marked and clause[word.end() : word.end() + 1] in {"”", '"', "’", "'", "."}
    return negation is not None and negation.end() >= word.end() and not alone
