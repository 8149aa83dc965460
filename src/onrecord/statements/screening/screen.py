"""Tell what the trained reader took for a statement although nobody says anything in it.

A verb with a bare noun phrase behind it is the hard case: "denied the report" says something,
"denied them a visa", "addressed the nation" and "was asked about the delay" do not.
"""

import re
from collections.abc import Sequence

from onrecord.records import Span
from onrecord.spans import contains
from onrecord.statements.drafts import Draft
from onrecord.statements.grammar.cue_words import (
    ANNOUNCING,
    BE,
    GIVING,
    JUDGEMENTS,
    MEETING,
    NAMING,
    base_of,
    lemma_of,
    words_of,
)
from onrecord.statements.grammar.lexicon import CUES, NOMINAL_CUES
from onrecord.statements.screening.asides import is_aside, with_noun
from onrecord.statements.screening.bare_contents import is_bare
from onrecord.statements.screening.decided import as_decision, as_said
from onrecord.statements.screening.doings import is_doing
from onrecord.statements.screening.evidence import is_only_shown
from onrecord.statements.screening.hearsay import is_hearsay
from onrecord.statements.screening.misread_sources import (
    is_passive,
    with_heard,
    with_hearer,
    with_led,
    with_owner,
    without_hearer,
    without_opponent,
)
from onrecord.statements.screening.others_words import (
    part_openings,
    without_answers,
    without_asides,
    without_source,
    without_source_clause,
    without_while,
)
from onrecord.statements.screening.othersenses import has_other_sense
from onrecord.statements.screening.repeated import without_repeated
from onrecord.text.wordclasses import (
    AUXILIARIES,
    DETERMINERS,
    MODALS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    is_adverb,
    is_communicator,
    is_possessive,
)

_STRIKING = frozenset("fire shoot".split())
_PARTICLES = frozenset("back off down".split())  # "fired off a letter", "shot down the idea"
_CALLING = frozenset("label dub call".split())
_CALLED = frozenset("called labelled labeled dubbed".split())
_LONGEST_NAME = 3  # words
_IN_NAMES = frozenset("the al el bin ibn abu de da del di la van von der".split())
_RELATIVE = re.compile(r"\b(?:who|which|that)\b")
# Nouns of what happens or is done: they announce nothing with a noun phrase behind the verb.
_EVENTS = frozenset(
    "move step decision vote visit trip meeting talks deal agreement strike attack blast clash "
    "protest rally law bill plan policy change rise fall drop growth crisis war conflict test "
    "launch ban sanctions cut delay victory defeat win loss election sale event incident case "
    "arrest death killing action measure effort gesture situation number rate price market "
    "outfit product weather storm fire".split()
)
_ANSWERING = frozenset("answer answers answered answering field fielded fielding dodged".split())
_WITHHELD = frozenset("deny refuse ask".split())
_EMPTY = AUXILIARIES | frozenset(
    "both all each to for in over the past last now weeks days months years".split()
)
_CERTAIN = 0.5  # of an act that is more than a claim
_SAID_OF = frozenset("alleged suspected reported purported supposed rumoured rumored".split())
_AFORESAID = re.compile(r"\b(?:for|of|in|to|with|by|on|from|at) $")
_OF_IT = frozenset("said believed thought reported rumoured rumored understood".split())
_SO_CALLED = frozenset("alleged purported reported supposed claimed".split())
# "had “slammed the door": marks open inside the cue, so that its words are somebody's already.
_QUOTED_CUE = re.compile(r"\s[“\"‘]\w[^”\"’]*$")


def screen_drafts(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts that say something, each without a source that only hears or gets it.

    `drafts` are in reading order; what the rules alone found is not touched.
    """
    screened = (screen_draft(text, draft) for draft in drafts)
    kept = [draft for draft in screened if draft is not None]
    whole = list(without_asides(text, part_openings(kept)))
    return without_repeated(text, without_answers(text, whole))


def screen_draft(text: str, draft: Draft) -> Draft | None:
    """Return the draft without a source that only hears it, `None` where it says nothing."""
    if draft.read is None or draft.cue is None:
        return draft
    if _is_own_words(draft) or _is_deed(text, draft):
        return None
    draft = with_noun(text, with_heard(text, with_led(text, with_owner(text, draft))))
    passive = is_passive(text, draft)
    draft = with_hearer(text, without_hearer(text, draft, passive=passive))
    if not _says_something(text, draft, passive=passive):
        return None
    draft = without_source_clause(text, without_while(text, draft))
    draft = without_opponent(text, draft)
    return as_said(text, as_decision(text, without_source(draft)))


def _is_own_words(draft: Draft) -> bool:
    """Return whether a quotation is taken for what its own "I think" tells."""
    cue = draft.cue
    own = cue is not None and any(contains(piece, cue) for piece in draft.content)
    return own and draft.kind == "direct"


def _is_deed(text: str, draft: Draft) -> bool:
    """Return whether all that is told is the verb with its object: "overran the base"."""
    cue, content, read = draft.cue, draft.content, draft.read
    if cue is None or read is None or draft.kind != "indirect":
        return False
    if read.act != "claim" and read.act_sure > _CERTAIN:
        return False  # "vowing to fight", whatever the verb, is a promise to the reader
    known = CUES.keys() | NOMINAL_CUES.keys()
    return cue.start == content[0].start and not known & set(words_of(text, cue))


def _says_something(text: str, draft: Draft, *, passive: bool) -> bool:
    """Return whether the draft's cue announces words; `passive` tells that its subject hears."""
    cue = draft.cue
    assert cue is not None
    verb, words = lemma_of(text, cue), words_of(text, cue)
    if not _is_whole_cue(text, cue, words):
        return False
    if draft.source is not None and _is_of_others(text, draft.source, words):
        return False
    if draft.source is None and (_describes(text, cue, words) or not _tells(draft, words)):
        return False
    if (
        words == ["said"]
        and is_bare(draft)
        and _AFORESAID.search(text, max(0, cue.start - 8), cue.start)
    ):
        return False  # "chief for | said | inquiry"
    if _is_said_of_it(text, draft, words) or _is_told_of(text, draft):
        return False
    if is_hearsay(text, draft, words) or is_aside(text, draft):
        return False
    if is_only_shown(text, draft, words):
        return False
    if _ANSWERING & set(words) and {"question", "questions"} & set(words):
        return False  # what was asked is not what is said
    if _is_judged(text, draft, words):
        return False  # "described Baru's warning as an act of madness"
    if words and words[-1] in {"to", "with"} and is_bare(draft) and _names(text, draft):
        return False  # "issued an ultimatum to Norland"
    if _is_done_by(draft, words):
        return False
    if has_other_sense(text, draft, verb, words) or is_doing(text, draft, verb, words):
        return False
    if verb in NAMING or (verb in _CALLING and draft.kind == "direct" and _is_name(text, draft)):
        return False
    first = next((word for word in words if not is_adverb(word)), "")
    if verb in _CALLING and first in _CALLED and _names(text, draft, described=True):
        return not is_bare(draft)  # "a miner called Ode Baru who left"
    if verb in GIVING and draft.source is None and draft.kind == "indirect":
        return draft.frame in {"that", "to", "question"}  # "is reported to have provided boots"
    return not is_bare(draft) or _says_bare(text, draft, verb, words, passive=passive)


def _is_told_of(text: str, draft: Draft) -> bool:
    """Return whether the content is what the sentence tells of somebody's "plan": "would help"."""
    source, cue, first = draft.source, draft.cue, draft.content[0]
    if source is None or cue is None or draft.kind == "direct" or len(draft.content) > 1:
        return False
    own = text[slice(*source)].lower()
    if not (is_possessive(own) or own in POSSESSIVES) or first.start != cue.end + 1:
        return False
    tokens, at = draft.unit.tokens, draft.unit.at(first.start)
    return at < len(tokens) and tokens[at].lower in MODALS | AUXILIARIES


def _is_said_of_it(text: str, draft: Draft, words: list[str]) -> bool:
    """Return whether a participle tells what is said of a noun: "a man | said | to have fled"."""
    to_be = text.startswith(("to have ", "to be "), draft.content[0].start)
    return to_be and len(words) == 1 and words[0] in _OF_IT and draft.kind == "indirect"


def _is_whole_cue(text: str, cue: Span, words: list[str]) -> bool:
    """Return whether the cue has a word of its own, and is no piece of a word or quotation."""
    if text.startswith("-", cue.end) or text[: cue.start].endswith("-"):
        return False  # "gave the go|-ahead", "a Panama-|flagged tanker"
    if words in (["through"], ["via"]):
        return False  # "found their way into the press | through | sources"
    if words not in ([], ["in"]) and all(word in _EMPTY or is_adverb(word) for word in words):
        return False  # "has for weeks", but not "in a poll he had"
    return _QUOTED_CUE.search(text[slice(*cue)]) is None


def _says_bare(text: str, draft: Draft, verb: str, words: list[str], *, passive: bool) -> bool:
    """Return whether a cue with a bare noun phrase announces it: not in "addressed the nation"."""
    if _is_blow(words):
        return False
    if verb in MEETING or (verb in {"speak", "talk"} and words[-1] in {"to", "with", "for"}):
        return False
    told = any(is_communicator(word) or word in CUES for word in words[:-1])
    if verb in GIVING and draft.hearer is None and not told:
        return False
    if verb in _WITHHELD and draft.source is None and not draft.shared:
        return not passive
    return _can_mean(text, draft)


def _is_blow(words: list[str]) -> bool:
    """Return whether a verb that tells a sharp answer with "back" only strikes: "fired gas at"."""
    return _PARTICLES.isdisjoint(words) and any(base_of(word) in _STRIKING for word in words)


def _is_done_by(draft: Draft, words: list[str]) -> bool:
    """Return whether a passive tells by whom something was done: "was drafted by the guild"."""
    source, cue = draft.source, draft.cue
    if source is None or cue is None or source.start < cue.end or not BE & set(words):
        return False
    return not any(word in ANNOUNCING or is_communicator(word) for word in words)


def _is_judged(text: str, draft: Draft, words: list[str]) -> bool:
    """Return whether "as" behind somebody's "warning" tells what another makes of it."""
    if draft.source is None or not is_possessive(text[slice(*draft.source)]):
        return False
    judged = bool(words) and words[-1] in NOMINAL_CUES.keys() | JUDGEMENTS
    return judged and words_of(text, draft.content[0])[:1] == ["as"]


def _tells(draft: Draft, words: list[str]) -> bool:
    """Return whether a cue without a source has a word of saying: not "a month of", "so-called"."""
    if draft.read is None or draft.read.stance != "said":
        return True
    known = any(
        word in CUES or word in NOMINAL_CUES or word in JUDGEMENTS or word in BE for word in words
    )
    return known or draft.frame in {"that", "question"}


def _describes(text: str, cue: Span, words: list[str]) -> bool:
    """Return whether the cue is a participle before its noun: "the alleged crime"."""
    if len(words) != 1 or not words[0].endswith("ed") or text[cue.start - 1 : cue.start] != " ":
        return False
    before = words_of(text, Span(max(0, cue.start - 16), cue.start))[-1:] or [""]
    owned = before[0].endswith(("’s", "'s")) and before[0][:-2] not in SUBJECT_PRONOUNS
    over = words[0] in _SO_CALLED and before[0] in PREPOSITIONS - {"as"}
    return before[0] in DETERMINERS or owned or over


def _is_of_others(text: str, source: Span, words: list[str]) -> bool:
    """Return whether the owner is whom something is said of: "Kenya’s | alleged | attack"."""
    owned = is_possessive(text[source.start : source.end])
    return owned and len(words) == 1 and words[0] in _SAID_OF


def _can_mean(text: str, draft: Draft) -> bool:
    """Return whether the source is more than an event or a relative pronoun: "the move affirms"."""
    if draft.source is None:
        return True
    words = words_of(text, draft.source)
    head = next((at for at, word in enumerate(words) if word in PREPOSITIONS), len(words)) - 1
    if head < 0:
        return True
    if words[head] in {"which", "that"}:
        return draft.entry is not None or _follows_name(text, draft.source)
    return words[head] not in _EVENTS and words[head].removesuffix("s") not in _EVENTS


def _follows_name(text: str, source: Span) -> bool:
    """Return whether a capital opens the word before "which": "Norwire, which attacked"."""
    before = text[max(0, source.start - 40) : source.start].rstrip(" ,").split()
    return bool(before) and before[-1][:1].isupper()


def _names(text: str, draft: Draft, *, described: bool = False) -> bool:
    """Return whether the content is no more than a name: "the Norland Guard".

    If it is `described`, a relative clause may go with it: "Ode Baru, who left".
    """
    words = " ".join(text[piece.start : piece.end] for piece in draft.content)
    name = _RELATIVE.split(words, maxsplit=1)[0] if described else words
    found = [word for word in name.split() if word not in _IN_NAMES]
    return 0 < len(found) <= _LONGEST_NAME + 1 and all(word[:1].isupper() for word in found)


def _is_name(text: str, draft: Draft) -> bool:
    """Return whether the quoted words are but a name: "a user labelled “Anonymous”"."""
    [first, *rest] = draft.content
    words = text[first.start : first.end].split()
    capitals = all(word[:1].isupper() for word in words)
    return not rest and len(words) <= _LONGEST_NAME and capitals
