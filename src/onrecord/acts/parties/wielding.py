"""Tell who strikes with arms or aircraft that are told of first: "drones sent by Kenya struck"."""

from onrecord.acts.draft import Draft
from onrecord.acts.grammar.lists import list_behind, name_behind
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import is_past, is_thing

_LONGEST = 12  # items from the arms to the verb


def note_wielder(sentence: Sentence, draft: Draft) -> None:
    """Let who sent them act for the arms that are the subject of a verb of force.

    In "a ship sent by Kenya was hit" they suffer it, and Kenya does nothing.
    """
    if draft.trigger.type != "ASSAULT" or not draft.trigger.verb or draft.passive:
        return
    for at in range(max(0, draft.at - _LONGEST), draft.at):
        item = sentence.items[at]
        sent = is_past(sentence.lower(at + 1)) and sentence.lower(at + 2) == "by"
        if (item.actor,) == draft.actors and is_thing(item.text) and sent:
            agent = name_behind(sentence, at + 3)
            if sentence.is_actor(agent) and agent < draft.at:
                senders = list_behind(sentence, agent)
                draft.actors = tuple(each for each in senders if each not in draft.recipients)
            return
