"""Tell whether the words say that something was said: not in "nobody said", "failed to admit"."""

import re

from onrecord.records import Attribution, Span

# "If he said so", "let’s say", "had he said so, she would", "rumours that he said so".
_SUPPOSING = re.compile(
    r"\b(?:if|unless|should|let us|let[’']s|(?-i:Had)|"
    r"(?:rumou?rs?|speculations?|suggestions?)(?: that)?)\s+$",
    re.IGNORECASE,
)
_NOT = r"not(?! (?:only|just|merely|simply)\b)"
_LEAVES_UNSAID = (
    r"(?:fail(?:s|ed|ing)? to|avoid(?:s|ed|ing)?|stop(?:s|ped|ping)? short of|without|instead of|"
    r"rather than)"
)
# "is close to agreeing", "was on the verge of a promise"
_ALMOST = (
    r"(?:(?:is|are|was|were|be|been|come|came|comes|coming|get|getting|[’'](?:s|re)) "
    r"(?:(?:very|so|now|ever|\w+ly) )?(?:close|closer|near|nearer) to|"
    r"on the (?:verge|brink|cusp|point) of|nowhere near)"
)
_UNSAID = re.compile(
    rf"\b(?:{_NOT}|never|cannot|neither|nobody|no one|none|yet to)\b|n[’']t\b|"
    rf"\b(?:would|could|might|may|should|can|{_LEAVES_UNSAID}|{_ALMOST})\b|"
    # "maintained silence on"
    r"\b(?:maintain|remain|kept|keep|stay)\w* (?:\w+ )?(?:silen(?:ce|t)|mum|quiet|tight-lipped)\b|"
    # "was no claim of", "is expected to announce"
    r"\b(?:is|are|was|were|been|[’'](?:s|re)) (?:\w+ly )?"
    r"(?:no\b|(?:expected|certain|likely|unlikely|set|due|scheduled|bound|poised|about|meant|"
    r"supposed(?! to have\b)) to\b)|"
    r"\bma(?:ke|kes|de|king) no (?:mention|reference)\b",
    re.IGNORECASE,
)
# Who "will refuse" or "will pay" means it now; who "will say" so has not said it.
_TO_BE_SAID = re.compile(
    r"(?:will|[’']ll|shall) (?:(?:be|have|also|\w+ly) ){0,2}(?:say|said|tell|told|explain|"
    r"stress|announc|signal|suggest|argu|outlin|reveal|claim|know|ask|urge|recommend|testif|appeal|"
    r"apologi|reaffirm|emphasi)",
    re.IGNORECASE,
)
# "avoids | talking about the war"
_LEFT_UNSAID = re.compile(
    rf"\b(?:{_LEAVES_UNSAID}|{_ALMOST}|too (?:early|soon|late) to) (?:\w+ly )?$", re.IGNORECASE
)
# "Baru | did not, however, | apologise"
_NOT_BEFORE = re.compile(
    rf" (?:(?:has|have|had|did|do|does|will|is|are|was|were) )?(?:{_NOT}|never|\w+n[’']t)"
    r"(?:,[^,.;:“”\"\n]{1,40},)? (?:\w+ly |yet |ever )?",
    re.IGNORECASE,
)
# "It is time for | Baru | to admit"
_TIME_FOR = re.compile(r"(?:\b(?:is|was|be)|[’']s)\b[^.;:“”\"\n]{0,40} for $", re.IGNORECASE)
# Who nobody is: "none of them said", not "residents, who had not slept, said".
_NOBODY = re.compile(
    rf"\b(?:{_NOT}|neither|nobody|no one|none)\b|^(?:no|(?:very )?few) \w", re.IGNORECASE
)
_ANYBODY = re.compile(r"any(?:one|body|\b)", re.IGNORECASE)
# "why won’t | anyone", "denied that | anyone"
_DENIED = re.compile(
    r"(?:n[’']t|\b(?:not|never)|\bden(?:y|ies|ied|ying)(?: that)?) $", re.IGNORECASE
)
_ASKED = re.compile(r"(?:when |if |after being )?(?:asked|pressed|questioned)\b", re.IGNORECASE)
_BEFORE_ASKED = re.compile(
    r"(?:^|[.!?”\"\n,]\s*|\b(?:when|while|if|being|repeatedly) )$", re.IGNORECASE
)
_QUESTION = re.compile(
    r"(?:by [^,]{2,40} )?(?:whether|if|what|how|why|when|where|who|about|on)\b", re.IGNORECASE
)
_US = re.compile(r"let(?: us|[’']s)", re.IGNORECASE)
_ASIDE = re.compile(r",| who\b| which\b| that\b")
# "Has Kenya threatened to leave?": asked, and not said to be so.
_OPENS_QUESTION = re.compile(
    r"[“\"‘']?(?:Has|Have|Had|Is|Are|Was|Were|Do|Does|Did|Can|Could|Will|Would|Should|May|Might)\b"
)
_BEHALF = re.compile(r"\b(?:on behalf|in the name) of $", re.IGNORECASE)
_NOTHING = re.compile(r"(?:to |of |about |for )?nothing[.,]?", re.IGNORECASE)
# "has told us | nothing that was new |", but not "said nothing had changed"
_NOTHING_NEW = re.compile(r"nothing (?:that|about|new|more|else|of)\b", re.IGNORECASE)
# "would say only that", "could only confirm that": it is said.
_NO_MORE = re.compile(
    r"(?:would|could|will|can) (?:only (?:say|confirm|tell|add)|(?:say|confirm|tell \w+) only)\b",
    re.IGNORECASE,
)
# "Not a word in | it | says so"
_NO_WORD = re.compile(
    r"\b(?:not (?:a|one)(?: single)? \w+|nothing|nowhere) (?:in|of) $", re.IGNORECASE
)
_UNNAMED = re.compile(
    r"(?:not )?(?:to )?(?:be (?:named|identified|quoted)|(?:remain|stay|be) (?:anonymous|unnamed|"
    r"unidentified)|(?:giv(?:e|ing)|disclos(?:e|ing)|reveal(?:ing)?) (?:his|her|their|its|a) "
    r"(?:full |last |real )?(?:names?|identit(?:y|ies))|(?:for )?anonymity)\b",
    re.IGNORECASE,
)
_OF_PRESS = re.compile(r"(?:for )?(?:anonymity|(?:a |any |further )?comments?)")
_SENTENCE_START = re.compile(r"(?:^|[\n.!?:][”\"’')]?\s)\s*(?=\S)")
_LONGEST_SENTENCE = 400  # characters


def is_asserted(text: str, attribution: Attribution) -> bool:
    """Return whether the words say that something was said.

    They do not in "if he asked for talks", "has yet to confirm", "nobody said", "could say",
    "avoids saying".
    """
    cue, source = attribution.cue, attribution.source
    if _is_unsaid(text, cue) or _is_quoted_by(text, cue) or _stays_unnamed(text, attribution):
        return False
    if _is_nothing(text, attribution) or _reacts(text, attribution):
        return False
    start = cue.start
    if source is not None:
        if _is_for_another(text, source, cue):
            return False
        if _is_nobody(text, source) or _NOT_BEFORE.fullmatch(text, source.end, cue.start):
            return False
        start = min(start, source.start)
    if (
        _asks_who(text, attribution)
        or _is_asked(text, start, attribution)
        or _answers(text, attribution)
    ):
        return False
    return _SUPPOSING.search(text[max(0, start - 24) : start]) is None


def _is_unsaid(text: str, cue: Span) -> bool:
    """Return whether cue or the words before it leave it unsaid: "failed to admit"."""
    if _NO_MORE.match(text, cue.start):
        return False
    if _UNSAID.search(text, *cue) or _TO_BE_SAID.match(text, *cue):
        return True
    return _LEFT_UNSAID.search(text, max(0, cue.start - 40), cue.start) is not None


def is_on_behalf(text: str, attribution: Attribution) -> bool:
    """Return whether the source is but who somebody speaks for: "on behalf of the crews, Baru"."""
    source = attribution.source
    before = "" if source is None else text[max(0, source.start - 20) : source.start]
    return attribution.relay and _BEHALF.search(before) is not None


def _is_nothing(text: str, attribution: Attribution) -> bool:
    """Return whether it was nothing: "she agreed to nothing", not "“Nothing,” she said"."""
    first, *rest = attribution.content
    if first.start <= attribution.cue.end:
        return False
    whole = not rest and _NOTHING.fullmatch(text, *first) is not None
    return whole or _NOTHING_NEW.match(text, first.start) is not None


def _stays_unnamed(text: str, attribution: Attribution) -> bool:
    """Return whether a clause only tells that a speaker is not named: "who refused to be named".

    So in "who asked for anonymity".
    """
    source, content = attribution.source, attribution.content[0]
    whose = source is None or text[slice(*source)].lower() == "who"
    if _OF_PRESS.fullmatch(text, *content):
        return True  # "requests by the Herald | for comment |", "demanded | anonymity |"
    return whose and _UNNAMED.match(text, content.start) is not None


def _is_for_another(text: str, source: Span, cue: Span) -> bool:
    """Return whether it is only judged that somebody should say it: "time for Baru to admit"."""
    if source.end + 1 != cue.start or not text.startswith("to ", cue.start):
        return False
    return _TIME_FOR.search(text, max(0, source.start - 60), source.start) is not None


def _is_nobody(text: str, source: Span) -> bool:
    """Return whether the source is nobody: "none of them", "let us", "why won’t | anyone"."""
    words = text[source.start : source.end]
    if _NOBODY.search(_ASIDE.split(words, maxsplit=1)[0]) or _US.fullmatch(words):
        return True
    if _NO_WORD.search(text, max(0, source.start - 40), source.start):
        return True
    anybody = _ANYBODY.match(words) is not None
    return anybody and _DENIED.search(text, max(0, source.start - 16), source.start) is not None


def _asks_who(text: str, attribution: Attribution) -> bool:
    """Return whether it is only asked who said so: "Who denied them that?"."""
    if attribution.source is None or text[slice(*attribution.source)] != "Who":
        return False
    end = max(piece.end for piece in attribution.content)
    return re.compile(r"[^.!?\n]{0,80}\?").match(text, end) is not None


def _reacts(text: str, attribution: Attribution) -> bool:
    """Return whether only what somebody answers is told: "Responding to | claims that"."""
    told = _CLAIMED.match(text, *attribution.content[0]) is not None
    return told and _REACTING.fullmatch(text, *attribution.cue) is not None


_REACTING = re.compile(r"(?:respond|reply|react)(?:ing|ed|s)? to|in response to", re.IGNORECASE)
_CLAIMED = re.compile(
    r"(?:the |those |these |such |[\w’'-]+[’']s? )?(?:[\w-]+ ){0,2}?(?:claims?|criticism|"
    r"accusations?|allegations?|reports?|questions?|suggestions?|rumou?rs?|complaints?)\b"
)


def _answers(text: str, attribution: Attribution) -> bool:
    """Return whether the cue tells only what somebody was asked: "When asked if it was shut"."""
    cue, content = attribution.cue, attribution.content[0]
    if not _ASKED.match(text, *cue) or not _QUESTION.match(text, *content):
        return False
    if _BEFORE_ASKED.search(text[max(0, cue.start - 12) : cue.start]) is None:
        return False
    source = attribution.source  # "Baru, the mayor, asked why." ends there; ", asked why, said" not
    apposed = source is not None and "," in text[slice(*source)].rstrip(",")
    return not apposed or text.startswith(",", attribution.content[-1].end)


def _is_quoted_by(text: str, cue: Span) -> bool:
    """Return whether the cue only tells who has quoted the speaker: "an aide quoted by Norwire"."""
    passive = text[cue.start : cue.end].lower().removesuffix(" by") in {"quoted", "cited"}
    return passive and " by " in text[cue.end - 3 : cue.end + 4]


def _is_asked(text: str, start: int, attribution: Attribution) -> bool:
    """Return whether the sentence that starts at or before `start` asks whether it was said."""
    low = max(0, start - _LONGEST_SENTENCE)
    opens = [match.end() for match in _SENTENCE_START.finditer(text, low, start + 1)]
    opening = opens[-1] if opens else low
    if not _OPENS_QUESTION.match(text, opening):
        return False
    end = max(attribution.cue.end, *(piece.end for piece in attribution.content))
    stop = re.compile(r"[.?!\n]|$").search(text, max(opening, end - 1), end + _LONGEST_SENTENCE)
    return stop is not None and stop[0] == "?"
