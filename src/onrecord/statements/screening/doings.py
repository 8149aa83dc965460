"""Tell what is done and not said: "sent ships to stop them", "attacked the port", "read a book"."""

import re

from onrecord.statements.drafts import Draft
from onrecord.statements.grammar.freestanding import WORD, is_title
from onrecord.text.wordclasses import AUXILIARIES, DOCUMENT_NOUNS, is_adverb

_SENDING = frozenset(
    "send sends sent sending scramble scrambles scrambled scrambling dispatch dispatches "
    "dispatched despatched rush rushed deploy deploys deployed deploying fail fails failed "
    "failing".split()
)
_RECITING = frozenset("read reads reading sing sings sang sung singing watch watched".split())
_BEARING = DOCUMENT_NOUNS | frozenset(
    "sign signs banner banners placard placards poster posters plaque caption label slogan "
    "graffiti sticker stickers inscription it".split()
)
# What is attacked with weapons: "the town of Oru", "Norland’s port", "an oil tanker".
_TARGET = re.compile(
    r"(?:(?:the|an?|its|their|his|her|two|three|several|some|\d+) |[\w’'-]+[’']s? )?"
    r"(?:[\w’'-]+ ){0,2}(?:towns?|cit(?:y|ies)|villages?|ports?|bases?|camps?|ships?|boats?|"
    r"tankers?|vessels?|convoys?|airports?|airfields?|checkpoints?|outposts?|posts?|barracks|"
    r"positions?|troops|soldiers|forces|trucks?|buses|trains?|bridges?|refiner(?:y|ies)|"
    r"hospitals?|schools?|markets?|mosques?|church(?:es)?|islands?|farms?|pipelines?|"
    r"prisons?|police stations?|power (?:plants?|stations?))\b"
    r"(?:$| (?:of|in|at|on|near|with)\b)",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}")
_EVENT = re.compile(
    r"(?:an?|the|its|fresh|new) (?:[\w-]+ ){0,2}(?:strikes?|elections?|votes?|meetings?|polls?|"
    r"referendums?|protests?|rally|summit|truce|ceasefire|boycott|session)\b"
    r"(?=$|,| (?:on|in|at|for|to|of|by|over|after|next|this|with)\b)",
    re.IGNORECASE,
)
_SURE = 0.9  # of an act: below it, what is attacked with weapons is not criticised


def is_doing(text: str, draft: Draft, verb: str, words: list[str]) -> bool:
    """Return whether the cue `words` of `verb` tell a deed that nobody puts in words."""
    first = draft.content[0]
    told = text[slice(*first)]
    if draft.frame == "to" and draft.kind == "indirect":
        doing = [word for word in words if word not in AUXILIARIES and not is_adverb(word)]
        if doing and all(word in _SENDING for word in doing):
            return True
    if words[-1:] and words[-1] in {"attack", "attacks", "attacked", "attacking"}:
        sure = draft.read is not None and draft.read.act_sure >= _SURE
        aimed = _TARGET.match(told) is not None or _NAME.fullmatch(told) is not None
        return aimed and not sure and draft.kind == "indirect"
    if draft.frame == "to" and words[-1:] and words[-1] in {"sue", "sues", "sued", "suing"}:
        return True  # "sued the mine | to stop the sale"
    if verb == "call" and words[-1] in {"call", "calls", "called", "calling"}:
        return draft.kind == "indirect" and _EVENT.match(told) is not None
    return not _RECITING.isdisjoint(words) and _is_recited(text, draft)


def _is_recited(text: str, draft: Draft) -> bool:
    """Return whether somebody reads or sings what bears a title: "read | “The Last Winter”".

    A sign reads what it says, and behind a colon somebody’s words come.
    """
    source, first = draft.source, draft.content[0]
    marked = _MARKED.match(text, max(0, first.start - 1))
    if source is None or marked is None or not is_title(WORD.findall(marked["words"])):
        return False
    if text[max(0, marked.start() - 2) : marked.start()].rstrip().endswith(":"):
        return False
    return _BEARING.isdisjoint(text[slice(*source)].lower().split())


_MARKED = re.compile(r"[\s]?[“\"‘'](?P<words>[^“”\"\n]{2,80})[”\"’']")
