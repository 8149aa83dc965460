"""Tell what is decided or written from what is said: "introduced a bill", "the court ordered"."""

import re
from collections.abc import Collection
from dataclasses import replace
from itertools import takewhile

from onrecord.statements.drafts import Draft
from onrecord.statements.grammar.cue_words import ANNOUNCING, words_of
from onrecord.statements.grammar.freestanding import WORD
from onrecord.statements.screening.bare_contents import is_bare
from onrecord.text.wordclasses import DETERMINERS, DOCUMENT_NOUNS, PREPOSITIONS, RELATIVES

_WRITING = frozenset("write writes wrote written writing draft drafts drafted drafting".split())
_WORKS = frozenset("bill law legislation book novel song letter memo speech amendment".split())
_REFERRING = frozenset("refer refers referred referring".split())
_AS = re.compile(r"\bas\b")
_TOLD_NOUNS = frozenset(
    "claim report allegation accusation assertion account version suggestion notion idea rumour "
    "rumor finding figure estimate statement remark view argument charge".split()
)
# What somebody thinks is said by whoever passes it on: "shared the union's concerns about the dam".
_HELD_NOUNS = frozenset(
    "concern worry worries fear view misgiving grievance anger outrage frustration condolence "
    "assessment reservation disappointment".split()
)
# Of decisions, those that come as a sentence: "found that he had lied", not "decided that".
_FINDING = frozenset(
    "rule rules ruled ruling found finding determined concluded ordered decreed agreed states "
    "stated stating stipulates stipulated specifies specified".split()
)
_ORDERING = frozenset("ordered orders instructed instructs commanded directed".split())
_SAID = frozenset("said says added adds wrote writes".split())
# What a paper or an inquiry has found it tells; a person only comes to know it.
_SHOWING = frozenset(
    "found finds find shows show showed shown showing reveals revealed concluded concludes "
    "established establishes determined suggests suggested indicates indicated".split()
)
# Whoever does so lets others know.
_VOICED = frozenset(
    "welcome welcomes welcomed welcoming condemn condemns condemned condemning praise praises "
    "praised praising applaud applauds applauded thank thanks thanked reject rejects rejected "
    "denounce denounces denounced".split()
)
_PAPERS = (DOCUMENT_NOUNS - {"video", "videos"}) | frozenset(
    "inquiry inquiries inquest inquests investigation investigations probe analyses reviews audits "
    "assessments census index ranking autopsy autopsies log logs diary minutes papers files paper "
    "research evaluation inspection inspections".split()
)
_BEHIND_HEAD = re.compile(r",| (?:of|from|in|at|for|on|by|into|to|that|which|with|published) ")
# "gave Kesh | two days to leave", "gave Kesh | until Friday to leave"
_DEADLINE = re.compile(
    r"(?:(?:until|till) [^,.;:“”\"]{3,40}?|"
    r"(?:[\w-]+ ){0,3}?(?:minute|hour|day|week|month|year)s?(?: [\w-]+){0,3}?) to [a-z]"
)
_GAVE = frozenset("gave gives give given giving set".split())


def as_decision(text: str, draft: Draft) -> Draft:
    """Return the draft as a decision where something is done, not said: "introduced a bill"."""
    read, cue = draft.read, draft.cue
    if read is None or cue is None or read.stance != "said" or not is_bare(draft):
        return draft
    words = words_of(text, cue)
    if _WRITING & set(words) and _is_work(text, draft):
        return replace(draft, read=replace(read, stance="decision"))
    if any(word in ANNOUNCING for word in words) or _sets_deadline(text, draft, words):
        return draft
    if _REFERRING & set(words) and any(_AS.search(text, *piece) for piece in draft.content):
        return draft  # "referred to Oru | as a ruin"
    if read.act in {"dispute", "deny"} and _has_head(draft, _TOLD_NOUNS):
        return draft
    if _has_head(draft, _HELD_NOUNS):
        return draft
    return replace(draft, read=replace(read, stance="decision"))


def _sets_deadline(text: str, draft: Draft, words: list[str]) -> bool:
    """Return whether somebody is told by when to do it: "gave Kesh | until Friday to leave"."""
    if draft.hearer is None or draft.read is None:
        return False
    demanded = draft.read.act in {"demand", "threaten"}
    return demanded and bool(_GAVE & set(words)) and bool(_DEADLINE.match(text, *draft.content[0]))


def _has_head(draft: Draft, nouns: Collection[str]) -> bool:
    """Return whether the content is one of `nouns`: "challenged | Oslo's claim that"."""
    inside = (token.lower for piece in draft.content for token in draft.unit.inside(piece))
    head = takewhile(lambda word: word not in RELATIVES | PREPOSITIONS, inside)
    return any(word in nouns or word.removesuffix("s") in nouns for word in head)


def _is_work(text: str, draft: Draft) -> bool:
    """Return whether what is written is a work, and not its words: "is writing a bill to"."""
    first = draft.content[0]
    words = [word for word in words_of(text, first)[:4] if word not in DETERMINERS]
    return any(word in _WORKS for word in words[:3])


def as_said(text: str, draft: Draft) -> Draft:
    """Return the draft as said where a decision is put in words: "ruled that the ban may stay".

    So it is behind "said", "the court said the ban was void", and with an order to somebody: "the
    court ordered Norland to pay"; and so is what a paper has found, "a study found it was late",
    and what is welcomed.
    """
    read, cue = draft.read, draft.cue
    if read is None or cue is None or draft.source is None:
        return draft
    words = set(words_of(text, cue))
    told = read.stance == "attitude" and bool(words & _VOICED)
    if read.stance in {"perception", "decision"} and not is_bare(draft):
        told = bool(words & _SHOWING) and _is_paper(text, draft)
    if read.stance == "decision":
        told |= bool(words & _SAID) and not is_bare(draft)
        told |= draft.frame == "to" and bool(words & _ORDERING) and read.addressee is not None
        told |= draft.frame == "that" and bool(words & _FINDING)
    return replace(draft, read=replace(read, stance="said")) if told else draft


def _is_paper(text: str, draft: Draft) -> bool:
    """Return whether the source is a paper or an inquiry, which tells what it found."""
    assert draft.source is not None
    source = text[slice(*draft.source)].lower()
    head = WORD.findall(_BEHIND_HEAD.split(source, maxsplit=1)[0])[-1:]
    return bool(head) and head[0] in _PAPERS
