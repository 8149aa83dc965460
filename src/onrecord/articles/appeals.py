"""Find appeals for support: where an outlet asks its readers for money in the middle of a story."""

import re
from collections.abc import Sequence

from onrecord.text import list_tokens

# The patterns of cues and openings are asked of the line in lower case.
_CUES = re.compile(
    r"\b(?:your (?:support|donation|contribution|generosity|gift)|support (?:us|our (?:journalism|"
    r"work|reporting|newsroom)|independent journalism|quality journalism)|donat(?:e|ion|ing)|"
    r"become an? (?:member|supporter|subscriber|patron)|paywalls?|our (?:journalism|reporting|"
    r"reporters|newsroom|journalists|readers|mission)|we (?:rely|depend) on|"
    r"(?:keep|help)(?: us)? (?:send|fund|report|sending|funding|reporting|tell|telling)|"
    r"quality journalism|independent journalism|journalism should be|reader-funded|"
    r"make a (?:gift|contribution)|chip in|helps us to?|we need (?:your|reporters)|"
    r"makes all the difference|trusted by|available to everyone|lock \w+ out|"
    r"on the ground|(?:give|donate|contribute) (?:now|today|what you can|monthly)|"
    r"no (?:billionaire |rich |wealthy |corporate )?(?:owners?|shareholders?|proprietor)"
    r"(?: (?:but|except|other than) (?:you|our readers))?|no advertisers?|"
    r"every (?:gift|donation|contribution|subscription|pound|dollar|euro|penny|cent)|"
    r"price of a (?:cup of )?(?:coffee|tea|newspaper|beer)|however (?:small|big|large)|"
    r"if you (?:can (?:spare|afford|give|help)|value|are able)|keep the lights on|"
    r"(?:in)?to (?:our )?reporting|"
    r"keep (?:\w+ ){0,2}(?:reporters?|correspondents?|journalists?))\b",
)
# Every cue holds one of these words, which are cheap to ask for: of its words the rarest.
_CUE_WORDS = frozenset(
    (
        "support donate donation donating contribution generosity gift member supporter subscriber "
        "patron paywall paywalls journalism work reporting newsroom reporters journalists readers "
        "mission rely depend keep help funded chip helps need difference trusted everyone lock "
        "ground give contribute owner owners shareholder shareholders proprietor advertiser "
        "advertisers subscription pound dollar euro penny cent price however spare afford value "
        "able"
    ).split()
)
_OPENING = re.compile(
    r"(?:your (?:support|gift|donation)\b.{0,80}|(?:please )?(?:support|donate|help us|become a "
    r"(?:member|supporter))\b.{0,80}|before you go\W*|a message from\b.{0,60})",
)
_OPENINGS = ("your ", "please ", "support", "donate", "help us", "become a ", "before you go",
             "a message from")  # fmt: skip
READER_WORDS = frozenset(("you", "your", "us", "we", "our"))  # an appeal speaks to its reader
_REPORTED = re.compile(r"\b(?:said|says|told|asked|added|according)\b|[“”\"]")
_QUOTED = ("“", '"', "‘", "«", "„")
_REACH = 8  # lines between two parts of one appeal for support
_BESIDE = 2  # lines above and below a sure line that belong to it where they have a cue
_SHORT_WORDS = 6
_REASON = "donation appeal"


def count_appeal_cues(line: str) -> int:
    """Return how many different phrases of appeals for money and support `line` holds."""
    if count_cue_words(line) == 0:
        return 0
    return len({match[0] for match in _CUES.finditer(line.lower())})


def count_cue_words(line: str) -> int:
    """Return how many words of cues `line` has; it cannot have more cues."""
    return sum(map(_CUE_WORDS.__contains__, list_tokens(line)))


def _opens_appeal(line: str) -> bool:
    """Return whether `line` could be the heading of an appeal for support."""
    if len(line) >= 120:
        return False
    lowered = line.lower()
    return lowered.startswith(_OPENINGS) and _OPENING.fullmatch(lowered) is not None


def is_appeal(line: str) -> bool:
    """Return whether `line` alone asks the reader for support, in the outlet's own voice."""
    if line.startswith(_QUOTED) or len(line.split()) <= _SHORT_WORDS or not _is_addressed(line):
        return False
    cues = count_appeal_cues(line) if count_cue_words(line) > 1 else 0
    return cues > 2 or (cues == 2 and _REPORTED.search(line) is None)


def _is_addressed(line: str) -> bool:
    return not READER_WORDS.isdisjoint(list_tokens(line))


def mark_appeals(texts: Sequence[str], reasons: list[str | None], in_body: list[bool]) -> None:
    """Mark an appeal for support as a whole: from its heading to the last line that has a cue.

    Without a heading, lines with a cue right beside a line that surely is an appeal belong to it.
    """
    for index, text in enumerate(texts):
        if _opens_appeal(text):
            reach = range(index + 1, min(index + 1 + _REACH, len(texts)))
            cued = [at for at in reach if count_appeal_cues(texts[at]) or _opens_appeal(texts[at])]
            _mark(range(index, cued[-1] + 1 if cued else index), reasons, in_body)
    for index in [at for at, reason in enumerate(reasons) if reason == _REASON]:
        for step in (-1, 1):
            _mark(_list_beside(texts, index, step), reasons, in_body)


def _list_beside(texts: Sequence[str], index: int, step: int) -> list[int]:
    """Return the lines next to `index`, in one direction, that go on with the appeal."""
    beside: list[int] = []
    for at in range(index + step, index + step * (_BESIDE + 1), step):
        if not 0 <= at < len(texts) or texts[at].startswith(_QUOTED):
            break
        cues = count_appeal_cues(texts[at])
        addressed = cues > 0 and _is_addressed(texts[at])
        if not (addressed or cues > 1) or _REPORTED.search(texts[at]):
            break
        beside.append(at)
    return beside


def _mark(indices: Sequence[int], reasons: list[str | None], in_body: list[bool]) -> None:
    for at in indices:
        reasons[at] = reasons[at] or _REASON
        in_body[at] = False
