"""Which of two statements denies what the other tells."""

import re
from collections.abc import Iterator

from onrecord.compare.contents import content_text
from onrecord.compare.tellings import Setting, Telling
from onrecord.compare.turning import NEGATIONS
from onrecord.compare.wording import IN_OTHER_WORDS, TELLING, Wording, split_words, weigh_content
from onrecord.records import SpeechAct, Statement
from onrecord.stories.terms import fold_word, read_rarity

# Verbs that say that something is not so, or will not be done.
_NEGATING = re.compile(
    r"\b(?:rul(?:e[sd]?|ing) out|refus(?:e[sd]?|al|ing)|reject(?:s|ed|ing)?|declin(?:e[sd]?|ing)"
    r"|den(?:y|ies|ied|ying)|exclud(?:e[sd]?|ing))\b",
    re.IGNORECASE,
)
_DENYING: frozenset[SpeechAct] = frozenset({"deny", "dispute"})
# What somebody wants is neither true nor false.
_WISHES: frozenset[SpeechAct] = frozenset({"demand", "appeal", "offer", "warn_against", "threaten"})
_CLAIMS = frozenset(
    "claim claims accusation accusations allegation allegations assertion assertions charge "
    "charges".split()
)
_NO_NEGATIONS = (["no", "good"], ["no", "doubt"], ["no", "wonder"], ["no", "surprise"])
_RELATIVE = re.compile(r"\b(?:which|who|whom)\s+$")
_RELATIVE_REACH = 10  # characters
CLOSE = 0.85  # of the lighter paraphrase's words, for its yes or no to be compared
CLOSE_LONGER = 0.5  # ... and of the heavier one's
ONE_THOUGHT = 40  # words up to which one negation turns the whole statement
SCOPE = 4  # words after a negation, one of which it turns


def find_denial(
    a: Telling[Statement], b: Telling[Statement], wording: Wording | None
) -> str | None:
    """Return why one of two statements of one account denies the other, `None` if it does not.

    Either somebody denies that the words were said, or disputes them, whose report the other
    article prints; or one of two paraphrases that are nearly the same says no. Of words that are
    the same, neither can deny the other.
    """
    if wording is None:
        return None
    for denial, other in ((a, b), (b, a)):
        if _denies_words(denial, other) or _are_denied_words(denial, other):
            outer = (denial.row, *_climb(denial.setting, denial.row))
            if any(_is_denial(row) and row.act == "deny" for row in outer):
                return "one reports words of which the other says that they were not said"
            return "one disputes what the other reports"
    if wording.kind not in IN_OTHER_WORDS or not _WISHES.isdisjoint((a.row.act, b.row.act)):
        return None
    if _leave_open(a, b) or not _are_close(a, b):
        return None
    if _is_negative(a, b) != _is_negative(b, a):
        return "one affirms what the other denies"
    return None


def is_one_denial(a: Telling[Statement], b: Telling[Statement]) -> bool:
    """Return whether one of two statements denies something, and the other is none of the same
    speaker that does so in its words."""
    denials = sum(each.row.act in _DENYING for each in (a, b))
    return denials == 1 and not _leave_open(a, b)


def _leave_open(a: Telling[Statement], b: Telling[Statement]) -> bool:
    """Return whether a yes or no in the words does not tell what is affirmed: inside a denial,
    and in a speaker's own, which one outlet may tell as a denial and the other by its words.
    """
    if any(map(_is_denial, (*_climb(a.setting, a.row), *_climb(b.setting, b.row)))):
        return True
    return _are_of_one(a, a.row, b) and not _DENYING.isdisjoint((a.row.act, b.row.act))


def _denies_words(denial: Telling[Statement], other: Telling[Statement]) -> bool:
    """Return whether `denial` is of words, by the speaker of `other`, that say what it says."""
    if not _is_denial(denial.row) or _tells_denial(other):
        return False
    inside = any(
        _are_of_one(denial, row, other) and not _is_granted(denial.setting, row)
        for row in _list_inside(denial)
    )
    return inside and _say_alike(denial, other)


def _are_denied_words(denied: Telling[Statement], other: Telling[Statement]) -> bool:
    """Return whether `denied` stands inside a denial, and `other` tells it as said."""
    if _tells_denial(other) or not _are_of_one(denied, denied.row, other):
        return False
    inside = any(map(_is_denial, _climb(denied.setting, denied.row)))
    return inside and not _is_granted(denied.setting, denied.row) and _say_alike(denied, other)


def _is_granted(setting: Setting, row: Statement) -> bool:
    """Return whether the denial around `row` leaves it that these words were said.

    Who rejects "Berg's claim that he paid" denies the payment, and what a relative clause adds to
    the denial ("which she called a rumour") is none of it.
    """
    cue, text = row.cue, setting.article.text
    if cue is None:
        return False
    if text[cue.start : cue.end].lower().rpartition(" ")[2] in _CLAIMS:
        return True
    start = cue.start if row.source is None else min(cue.start, row.source.start)
    return _RELATIVE.search(text, max(0, start - _RELATIVE_REACH), start) is not None


def _are_of_one(telling: Telling[Statement], row: Statement, other: Telling[Statement]) -> bool:
    """Return whether `row`, of the article of `telling`, has the speaker that `other` has."""
    speaker = telling.setting.key(row.lone_speaker)
    return speaker is not None and speaker == other.setting.key(other.row.lone_speaker)


def _is_denial(row: Statement) -> bool:
    """Return whether what a statement says is denied: in its own words nobody denies these."""
    return row.act in _DENYING and row.kind != "direct" and row.certainty != "unsure"


def _tells_denial(telling: Telling[Statement]) -> bool:
    rows = (telling.row, *_climb(telling.setting, telling.row))
    return any(row.act in _DENYING for row in rows)


def _climb(setting: Setting, row: Statement) -> Iterator[Statement]:
    """Yield the statements that `row` is inside of, the nearest first."""
    outer = setting.statements.get(row.within or "")
    while outer is not None:
        yield outer
        outer = setting.statements.get(outer.within or "")


def _list_inside(telling: Telling[Statement]) -> Iterator[Statement]:
    """Yield the statements inside of one, at any depth."""
    for row in telling.setting.statements.values():
        if any(outer.id == telling.row.id for outer in _climb(telling.setting, row)):
            yield row


def _say_alike(a: Telling[Statement], b: Telling[Statement]) -> bool:
    """Return whether both words say yes, or both say no; who refuses says no in any words."""
    return _says_no(a) == _says_no(b)


def _says_no(telling: Telling[Statement]) -> bool:
    """Return whether the words say no an odd number of times: "ruled out", "never"."""
    row, text = telling.row, content_text(telling)
    if row.cue is not None and row.act not in _DENYING:
        article = telling.setting.article.text
        text = f"{article[row.cue.start : row.cue.end]} {text}"
    count = len(_NEGATING.findall(text)) + sum(word in NEGATIONS for word in split_words(text))
    return row.act == "refuse" or count % 2 == 1


def _are_close(a: Telling[Statement], b: Telling[Statement]) -> bool:
    """Return whether two contents say the same but for a yes or no, each a single thought."""
    if max(len(split_words(content_text(each))) for each in (a, b)) > ONE_THOUGHT:
        return False
    first, second = weigh_content(content_text(a)), weigh_content(content_text(b))
    common = sum(min(first[term], second[term]) for term in sorted(first.keys() & second.keys()))
    lighter, heavier = sorted((sum(first.values()), sum(second.values())))
    return common >= CLOSE * lighter and common >= CLOSE_LONGER * heavier


def _is_negative(telling: Telling[Statement], other: Telling[Statement]) -> bool:
    """Return whether a statement says no: by its act, or to something that `other` speaks of."""
    if telling.row.act in _DENYING:
        return True
    words = split_words(content_text(telling))
    known = {fold_word(word) for word in split_words(content_text(other))}
    for at, word in enumerate(words):
        if word in NEGATIONS and words[at : at + 2] not in _NO_NEGATIONS:
            turned = (fold_word(each) for each in words[at + 1 : at + 1 + SCOPE])
            if next((term in known for term in turned if read_rarity(term) >= TELLING), False):
                return True
    return False
