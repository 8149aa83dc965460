"""Which way a statement goes: "the border would close" and "the border would stay open".

Words that say a thing of a matter are listed with those that say its opposite; a negation before
them turns them round, and so does who "ruled out" what follows.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.text import forms_of

# Of each matter the words that say that it is so, and those that say that it is not. Verbs of two
# words have a hyphen.
_MATTERS = (
    ("open reopen", "close shut:shut|shut"),
    (
        "continue resume proceed go-on go-ahead run:ran|run",
        "stop halt suspend cancel scrap abandon freeze:froze|frozen pause end call-off",
    ),
    ("allow permit", "ban forbid:forbade|forbidden bar block prohibit"),
    ("accept agree approve endorse", "reject refuse veto oppose"),
    ("stay remain", "leave:left|left withdraw:withdrew|withdrawn quit:quit|quit resign step-down"),
    ("respect obey comply honour", "ignore defy flout breach violate"),
    ("win:won|won", "lose:lost|lost"),
    ("rise:rose|risen increase raise", "fall:fell|fallen decrease cut:cut|cut reduce lower"),
    ("impose maintain keep:kept|kept", "lift drop ease"),
    ("attend join", "boycott skip"),
    ("deploy", "pull-out"),
    ("support", "oppose"),
)
# Verbs without such a word: who says that he will sign, and then that he will not, says two things.
# But of what is said on one day the one may be of another treaty.
_ALONE = (
    "sign", "send:sent|sent", "pay:paid|paid", "order", "attack", "release free",
    "extradite hand-over", "negotiate talk meet:met|met", "vote", "deliver", "build:built|built",
    "apologise apologize", "fire sack dismiss", "charge prosecute", "evacuate",
)  # fmt: skip
NEGATIONS = frozenset(
    "not no never none neither nor cannot can't won't don't doesn't didn't isn't aren't wasn't "
    "weren't wouldn't shouldn't couldn't hasn't haven't hadn't without".split()
)
"""Words that turn what stands behind them."""
# Verbs that turn what follows: "refused to close", "ruled out closing".
_TURNING = frozenset(forms_of("refuse decline exclude deny dispute reject")) | {"refusal", "denial"}
_RULING = frozenset(forms_of("rule"))
_BREAKS = frozenset("but and because while although if unless until".split())
# What stands before a verb of the clause itself: "would | stay", not "the wish to | join".
_AUXILIARIES = frozenset(
    "will would shall should must may might can could 'll we'll i'll they'll he'll she'll it'll "
    "has have had is are was were been be do does did won't wouldn't can't cannot isn't aren't "
    "wasn't weren't hasn't haven't hadn't don't doesn't didn't".split()
)
_BETWEEN = frozenset("not never also now still again soon ever".split())
_STATES = frozenset("stays remains keeps".split())  # with a subject, not after an auxiliary
_KEEPING = frozenset("keep keeps kept keeping".split())
_SCOPE = 4  # words that a negation turns


class Bearing(NamedTuple):
    """A bit for each matter that a statement says is so, and for each that it says is not."""

    so: int
    not_so: int


def read_bearing(cue: Sequence[str], words: Sequence[str]) -> Bearing:
    """Return which way the `words` of a content go behind its cue, both in small letters."""
    if _SPEAKING.isdisjoint(words):
        return Bearing(0, 0)
    turned = any(_turns(cue, at) for at in range(len(cue)))
    sides = [0, 0]
    for at in range(len(words)):
        for matter, affirms in _list_matters(words, at) if _is_predicate(words, at) else ():
            negations = _count_negations(words, at) + turned + (not affirms)
            sides[negations % 2] |= 1 << matter
    return Bearing(*sides)


def are_opposite(a: Bearing, b: Bearing, *, surely: bool = False) -> bool:
    """Return whether one says of a matter that it is so, and the other that it is not.

    `surely`: of a matter that has words for both.
    """
    plain = ~(a.so & a.not_so) & ~(b.so & b.not_so)
    if surely:
        plain &= (1 << len(_MATTERS)) - 1
    return (a.so & b.not_so | a.not_so & b.so) & plain != 0


def _is_predicate(words: Sequence[str], at: int) -> bool:
    """Return whether the word at `at` is what the clause says: "would | stay", "| closed | it".

    So is what opens the content, as "to close" and "closing" do, and what an auxiliary leads to.
    A participle only describes: "rescinded limits | imposed | by Berg".
    """
    describes = words[at + 1 : at + 2] == ["by"]
    if at == 0 or (at == 1 and words[0] == "to") or (words[at].endswith("ed") and not describes):
        return True
    if words[at].endswith("ing") and not _KEEPING.isdisjoint(words[max(0, at - _SCOPE) : at]):
        return True  # "keep the ferry | running"
    before = at - 1
    while before > 0 and words[before] in _BETWEEN:
        before -= 1
    return words[before] in _AUXILIARIES | {"and", "or"} or _is_led(words, before)


def _is_led(words: Sequence[str], at: int) -> bool:
    """Return whether a verb of state or of turning stands before: "stay | open", "stays | open",
    "ruled out"."""
    known = words[at] in _KNOWN and (words[at] in _STATES or _is_predicate(words, at))
    return known or words[at] == "out" or words[at] in _TURNING


def _count_negations(words: Sequence[str], at: int) -> int:
    """Return how many words turn the one at `at`: those before it ("did not rule out | closing |"),
    and its object ("| impose | no duty")."""
    count = 0
    for before in range(at - 1, max(-1, at - 1 - _SCOPE), -1):
        if words[before] in _BREAKS:
            break
        count += words[before] in NEGATIONS or _turns(words, before)
    return count + (words[at + 1 : at + 2] in (["no"], ["nothing"], ["nobody"]))


def _turns(words: Sequence[str], at: int) -> bool:
    out = words[at] in _RULING and "out" in words[at + 1 : at + 2]
    return words[at] in _TURNING or out


def _list_matters(words: Sequence[str], at: int) -> Iterator[tuple[int, bool]]:
    """Yield the matters of which the word at `at` speaks, and whether it affirms them."""
    yield from _KNOWN.get(words[at], ())
    if at + 1 < len(words):
        yield from _KNOWN.get(f"{words[at]}-{words[at + 1]}", ())


def _list_forms(verbs: str) -> Iterator[str]:
    for entry in verbs.split():
        verb, hyphen, particle = entry.partition("-")
        yield from (f"{form}{hyphen}{particle}" for form in forms_of(_IRREGULAR.get(verb, verb)))


_IRREGULAR = {"go": "go:went|gone"}


def _index_matters() -> dict[str, tuple[tuple[int, bool], ...]]:
    known: dict[str, tuple[tuple[int, bool], ...]] = {}
    for matter, pair in enumerate((*_MATTERS, *((verbs, "") for verbs in _ALONE))):
        for affirms, verbs in zip((True, False), pair, strict=True):
            for form in _list_forms(verbs):
                known[form] = (*known.get(form, ()), (matter, affirms))
    return known


_KNOWN = _index_matters()
_SPEAKING = frozenset(form.partition("-")[0] for form in _KNOWN)
