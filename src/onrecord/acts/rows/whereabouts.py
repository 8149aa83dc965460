"""Take out of the sides of an act what is only a place in it: where to, where from, told where."""

from collections.abc import Mapping

from onrecord.acts.draft import Draft
from onrecord.acts.grammar.lists import list_behind, name_behind
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import is_past
from onrecord.acts.lexicon import HARMFUL
from onrecord.records import Actor
from onrecord.text.wordclasses import PLATFORMS

_MOVING = ("extradit", "deport")
_TO_AND_FROM = frozenset("to from in".split())
_WAY = 6  # items from a deportation to where it leads: "of his men | to | Kenya"
_VIA = frozenset({"on", "via", "over"})


def drop_destination(sentence: Sentence, draft: Draft) -> None:
    """Take out where somebody is brought: "the extradition of Lund | to Kenya |".

    Where nobody else is told, the act is not lost for it: "escaped extradition to Kenya".
    """
    if not draft.trigger.words.startswith(_MOVING):
        return
    behind = range(draft.last, min(draft.last + _WAY, len(sentence.items)))
    for at in behind:
        if sentence.items[at].kind == "mark":
            return
        if sentence.lower(at) in _TO_AND_FROM:
            there = set(list_behind(sentence, name_behind(sentence, at + 1)))
            others = tuple(each for each in draft.recipients if each not in there)
            draft.recipients = others or draft.recipients


def drop_media(sentence: Sentence, draft: Draft, actors: Mapping[str, Actor]) -> None:
    """Take out where it was only published: "thanked Lund | on Twitter |".

    What is imposed on a firm is done to it: "a raid | on Facebook |".
    """
    media = {each for each in (*draft.actors, *draft.recipients) if actors[each].name in PLATFORMS}
    for medium in media:
        first = next((n for n, each in enumerate(sentence.items) if each.actor == medium), 0)
        told = sentence.is_actor(first - 2) or is_past(sentence.lower(first - 2))
        struck = draft.trigger.type in HARMFUL and not told
        if sentence.lower(first - 1) in _VIA and not struck:
            draft.actors = tuple(each for each in draft.actors if each != medium)
            draft.recipients = tuple(each for each in draft.recipients if each != medium)
