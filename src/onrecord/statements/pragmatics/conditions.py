"""The condition inside a statement: "if ...", "unless ...", "should the council refuse"."""

import re

from onrecord.records import Span
from onrecord.statements.pragmatics.ultimatums import find_defiance
from onrecord.text.wordclasses import DAY_WORDS

_OPENER = re.compile(
    r"\b(?:(?i:(?<!even )(?<!as )(?<!what )(?<!only )"
    r"if(?! (?:not|any|ever|only|possible|necessary)\b)|"
    r"unless|as long as|so long as|"
    r"provided(?: that)?(?= (?:the|that|it|he|she|they|its|his|[A-Z]))|on condition that|"
    r"on the condition that|in the event (?:of|that)|in case|assuming that|until)|"
    r"[Ss]hould(?= (?:the|a|an|it|he|she|they|we|any|his|its|their|[A-Z]\w+)\s))",
)
# A full stop behind an initial or a title ends nothing, nor does a comma inside a number.
_END = re.compile(
    r"(?<!\d),|,(?!\d)|[;:—–?!]|(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bMrs)"
    r"(?<!\bGen)(?<!\bSen)(?<!\bGov)\.(?=[\s”\"’]|$)|[”\"](?=\s|$)|$"
)
_CLOSING = re.compile(r"[.,!?]?[”\"]")
_NEED = re.compile(r"if (?:need be|necessary|needed|required)\b(?= to\b)", re.IGNORECASE)
_ADDED = re.compile(r",\s+(?:including|such as|among them)\b")
# Whose verb stands behind what was taken for the condition is in what hangs on it.
_VERB_NEXT = re.compile(r"\s+(?:will|would|may|might|can|could|shall)\s")
# The verb of the clause stands behind what is told aside of its subject.
_ASIDE = re.compile(
    r"(?P<subject>[^,.;:—–?!“”\"]{3,60}), [^,.;:—–?!“”\"]{3,60},"
    r"(?= (?:was|were|is|are|has|had|does|did|fell|left|went|came|wins?|[a-z]+ed|[a-z]{3,}[^s]s)\b)"
)
_FINITE = re.compile(
    r"\b(?:was|were|is|are|has|have|had|does|do|did|will|would|can|could|[a-z]+ed)\b"
)
_OPENING = re.compile(
    r"(?:only |even )?(?:if|unless|until|provided|providing|as long as|so long as|once|should|had|"
    r"were|without|on (?:the )?condition|in case|in the event|assuming|when|whenever|as soon as|"
    r"failing|barring|but for|pending|subject to|in exchange for|in return for)\b",
    re.IGNORECASE,
)
_PROVIDED = re.compile(r"provid(?:ed|ing)\b", re.IGNORECASE)
# "For as long as it has been a member", "as long as I can remember": how long it was so.
_HOW_LONG = re.compile(r"(?:as|so) long as\b(?P<clause>.{0,60})", re.IGNORECASE | re.DOTALL)
_SO_FAR = re.compile(
    r"\s[^,.;]{1,40}?\b(?:has|have|[’'](?:s|ve)) (?:been|had|existed|lived|known|worked)\b"
    r"|\s\w+ can remember\b"
)
_WHEN = re.compile(r"(?:when|once)\b", re.IGNORECASE)
_UNTIL = re.compile(r"until\s+(?:the )?(?P<word>\w+)", re.IGNORECASE)
# "at a time when": the clause only says which time is meant.
_TIME_BEFORE = re.compile(
    r"\b(?:time|times|moment|day|days|year|years|period|point|month|week|era|age|hour)\s+$",
    re.IGNORECASE,
)
_GIVEN_BEFORE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|has|have|had|having|also|and|by|it|he|she|they|"
    r"who|which|that)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
# "when they meet on Friday": that day will come.
_DATED = re.compile(
    rf"\b(?:on (?:{'|'.join(sorted(DAY_WORDS))})|tomorrow|later (?:on|today|this \w+)|"
    r"(?:next|this) (?:week|month|year|morning|afternoon|evening|\w+day))\b",
    re.IGNORECASE,
)
_CLAUSES_REST = re.compile(r"[^,.;:“”\"\n]{0,40}")
_CLAUSE = re.compile(
    r"\s+(?:that\b|(?:it|he|she|they|we|I|you)\s|[^,;:.]{1,60}?\s(?:is|are|was|were|has|have|does|"
    r"do|did|can|could|will|would|may|might|must|should|agrees?|accepts?|stays?|remains?|"
    r"(?!\w*ss\b)(?-i:[a-z]{3,}(?:ws|ts|ns|ps|lls|kes|ves|ses|ds))\s(?:the|a|an|its|their|his|her|"
    r"to|in|on|from)\b)\b)",
    re.IGNORECASE,
)
_PAST_TIMES = frozenset(
    "last this next now then recently lately late early end day days week month year years "
    "morning evening night noon midnight summer winter spring autumn fall "
    "just shortly after before at about around no".split()
)
# "it was shut until the crew came": what was so, and not what will be.
_CAME = re.compile(
    r"until\s+[^,.;:“”\"]{1,60}?\b(?:(?P<now>is|are|has|have|do|does|can)|was|were|had|did|saw|found|"
    r"got|said|came|went|left|began|took|made|[a-z]+ed)\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:will|would|shall|can|cannot|could|must|should|may|might|to)\b|n[’']t\b|[’'](?:ll|d)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n]*$")
# Only where something is not done is "without" more than how it is done.
_WITHOUT = re.compile(r"without\b", re.IGNORECASE)
_NOT_DONE = re.compile(
    r"\b(?:not|never|no|nothing|nobody|cannot|impossible)\b|n[’']t\b", re.IGNORECASE
)
_OPENS = re.compile(r"(?:^|[\n.!?,;:“”\"‘—–]|\bthat)\s*$")


def opens_condition(text: str, span: Span) -> bool:
    """Return whether words that were taken for a condition open like one, and go on."""
    match = _OPENING.match(text, *span)
    return match is not None and match.end() < span.end and _is_real(text, span.start, span.end)


def close_condition(text: str, span: Span, content: tuple[Span, ...]) -> Span:
    """Return a condition that was cut short up to the end of its clause, inside its content.

    What is only added to what hangs on it is no part: "if it invades, including sanctions". Nor is
    the subject of that: "should Peru refuse, the union | may impose sanctions", nor what force is
    used for: "if need be | to stop it".
    """
    need = _NEED.match(text, *span)
    if need is not None:
        return Span(*need.span())
    added = _ADDED.search(text, *span)
    if added is not None:
        return Span(span.start, added.start())
    comma = text.rfind(",", *span)
    if (
        comma > span.start
        and text[comma + 1 : span.end].strip()
        and _VERB_NEXT.match(text, span.end)
    ):
        return Span(span.start, comma)
    stop = next((piece.end for piece in content if piece.start <= span.start < piece.end), span.end)
    opener = _OPENING.match(text, *span)
    past = span.start if opener is None else _past_aside(text, opener.end(), stop)
    last = max(span.end - 1, past)
    end = _END.search(text, last, stop) if last < stop else None
    closed = span.end if end is None else end.start()
    return _with_closing_mark(text, Span(span.start, max(span.end, closed)), stop)


def _past_aside(text: str, start: int, stop: int) -> int:
    """Return where the verb of a clause is behind an aside of its subject, else `start`.

    So in "unless their leader, known as Ole, | was freed".
    """
    aside = _ASIDE.match(text, start, stop)
    subject = None if aside is None else aside["subject"]
    own = subject is not None and _FINITE.search(subject) is None
    return aside.end() if aside is not None and own else start


def find_condition(text: str, content: tuple[Span, ...], *, question: bool) -> Span | None:
    """Return the first condition in the content, from its opening word to the end of its clause.

    A content that is itself an indirect question ("asked if ...") does not open with one.
    """
    for number, piece in enumerate(content):
        for match in _OPENER.finditer(text, piece.start, piece.end):
            if question and number == 0 and match.start() == piece.start:
                continue
            need = _NEED.match(text, match.start(), piece.end)
            if need is not None:
                return Span(*need.span())
            end = _END.search(text, _past_aside(text, match.end(), piece.end), piece.end)
            stop = piece.end if end is None else end.start()
            if stop > match.end() and _is_real(text, match.start(), stop):
                return _with_closing_mark(text, Span(match.start(), stop), piece.end)
    return next(filter(None, (find_defiance(text, piece) for piece in content)), None)


def _with_closing_mark(text: str, span: Span, stop: int) -> Span:
    """Return `span` with the mark that closes a quotation opened in it: "if it was “free”"."""
    words = text[span.start : span.end]
    mark = _CLOSING.match(text, span.end, stop)
    opened = words.count("“") > words.count("”") or words.count('"') % 2 == 1
    return span if mark is None or not opened else Span(span.start, mark.end())


def _is_real(text: str, start: int, end: int) -> bool:
    """Return whether the opening word of a condition is one here, and no verb or time.

    "Provided" is a verb in "had provided the army with food", "when" tells the time in "at a time
    when", "for as long as it was open" how long, "without a sound" how, and "until last week" and
    "until they came" are times.
    """
    before = text[max(0, start - 24) : start]
    sentence = text[max(0, start - 200) : start]
    sentence = sentence[len(_SENTENCE.sub("", sentence)) :]
    if _WITHOUT.match(text, start):
        return _OPENS.search(before) is not None or _NOT_DONE.search(sentence) is not None
    if _PROVIDED.match(text, start):
        behind = _CLAUSE.match(text, start + len("provided"), end)
        return behind is not None and _GIVEN_BEFORE.search(before) is None
    if _WHEN.match(text, start):
        clause = _CLAUSES_REST.match(text, end)
        last = end if clause is None else clause.end()
        return _TIME_BEFORE.search(before) is None and _DATED.search(text, start, last) is None
    lasting = _HOW_LONG.match(text, start, end)
    if lasting is not None:
        return not (before.lower().endswith("for ") or _SO_FAR.match(lasting["clause"]))
    until = _UNTIL.match(text, start, end)
    if until is None:
        return True
    word = until["word"].lower()
    dated = word in DAY_WORDS or word in _PAST_TIMES or word.isdigit()
    came = _CAME.match(text, start, end)
    past = came is not None and came["now"] is None and _TO_COME.search(sentence) is None
    return not dated and not past
