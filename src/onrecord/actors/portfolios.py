"""What ministries are for, before and behind their noun: "roads ministry", "Ministry of Health"."""

from onrecord.actors.lexicon import load_lexicon
from onrecord.actors.views import View, is_name_word, role_at
from onrecord.actors.words import SPEECH_VERBS, WILL_VERBS
from onrecord.text.wordclasses import DETERMINERS

JOINTS = frozenset({"and", "&", "-"})
_PORTFOLIO = frozenset(
    "state defence defense foreign affairs interior justice finance trade health education war "
    "energy agriculture commerce labor labour economy environment transport culture security "
    "intelligence treasury exchequer staff operations policy cabinet homeland the and".split()
)
# ... of ministries and those at their head alone: elsewhere these words are of other names.
_MINISTRIES = frozenset("ministry minister ministers secretary".split())
# "The roads ministry" is that of roads, "the same ministry" is no other one.
_PORTFOLIO_HEADS = frozenset("ministry minister ministries ministers".split())
_TELL_NO_PORTFOLIO = frozenset("same said other whole entire own relevant responsible line".split())
_OF_MINISTRIES = frozenset(
    "science sanitation social welfare sports tourism industry mines mining water fisheries "
    "information communications technology planning development infrastructure works lands "
    "housing youth gender women children veterans immigration migration religious regional "
    "petroleum oil climate innovation employment services human resources economic communication "
    "sport family solidarity reconstruction integration cooperation relations territorial "
    "decentralisation budget taxation revenue aviation ports maritime shipping forestry forests "
    "wildlife nature natural heritage antiquities arts media broadcasting post "
    "telecommunications research universities skills training civil public administration "
    "constitutional home internal external overseas diaspora refugees reconciliation peace "
    "disaster emergency emergencies relief food livestock rural urban consumer enterprises "
    "business investment minorities pilgrimage prisons situations".split()
)


def tells_portfolio(view: View, at: int) -> bool:
    """Return whether a noun tells which ministry or minister: "the | roads | ministry", "Kenya's |
    water | and sanitation minister"."""
    joined = view.lower(at + 1) in JOINTS
    head = at + 3 if joined else at + 1
    token = view.tokens[at] if at < view.size else None
    if token is None or token.possessive or not token.text.isalpha() or not token.text.islower():
        return False
    if view.lower(head) not in _PORTFOLIO_HEADS or token.lower in _TELL_NO_PORTFOLIO:
        return False
    before = view.lower(at - 1)
    return before in DETERMINERS | JOINTS or view.ending_at(at) is not None


def is_portfolio(view: View, at: int, head: str) -> bool:
    """Return whether the token says for what an office `head` is: "Education and Wildlife".

    No table has what a ministry alone may be for, behind "and": behind a minister's portfolio his
    name may follow.
    """
    if view.lower(at) in _PORTFOLIO:
        return True
    if head not in _MINISTRIES or at in view.known or at >= view.size:
        return False
    if view.lower(at) in _OF_MINISTRIES or _is_plain_portfolio(view, at, head):
        return True
    return (
        head == "ministry"
        and view.setting == "normal"
        and view.lower(at - 1) == "and"
        and is_name_word(view.tokens[at])
        and view.tokens[at].text not in load_lexicon().given_names
        and role_at(view, at, load_lexicon()) is None
        and not (at + 1 < view.size and is_name_word(view.tokens[at + 1]))
    )


def _is_plain_portfolio(view: View, at: int, head: str) -> bool:
    """Return whether a common noun tells what a ministry is for: "ministry of fuel and ports"."""
    word, before = view.tokens[at].text, view.lower(at - 1)
    if head != "ministry" or not word.isalpha() or not word.islower() or word in DETERMINERS:
        return False
    if before == "and":
        return word.endswith("s") and word not in SPEECH_VERBS | WILL_VERBS
    return before == "of" and view.lower(at - 2) == "ministry"
