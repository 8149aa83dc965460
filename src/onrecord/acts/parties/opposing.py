"""Tell what an infinitive says of those around it: who plans, and whom it is promised to.

Who fights "efforts to expel Kenya" expels nobody, and who "promised to expel Kenya" promises Kenya
nothing.
"""

from onrecord.acts.grammar.items import Item
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import ADVERBS, AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, PREVENTED
from onrecord.acts.lexicon import load_triggers
from onrecord.records import ActType
from onrecord.text import forms_of
from onrecord.text.wordclasses import DOCUMENT_NOUNS

_PLANS = frozenset(
    "attempt attempts bid bids campaign campaigns drive effort efforts initiative move moves plan "
    "plans plot plots proposal proposals push scheme schemes".split()
)
# What is done to the plan of another. Who approves, defends or drops a plan may have made it.
_UPON = frozenset({"REJECT", "ACCUSE", "COERCE", "ASSAULT", "SUPPORT"})
_DISMISSING = frozenset({"REJECT", "ACCUSE", "COERCE"})
_PAPERS = DOCUMENT_NOUNS | frozenset(
    "amendment bill bills claims draft law laws measure measures motion motions petition petitions "
    "proposal proposals resolutions".split()
)
_DENYING = frozenset("deny denies denied denying".split())
_ON_OWN = frozenset("defend champion sign ratify".split())
_JUDGING = ("approv", "disapprov")  # who is polled "disapproves of" it
_ALSO_UPON = frozenset(forms_of("thwart foil frustrate hamper hinder"))
# Whoever is for or against doing something does not do it.
_WEIGHING = frozenset(forms_of("support back oppose favour favor advocate recommend endorse"))
_HOLDING = frozenset("hold holds held holding push pushes pushed pushing".split())
_HELPING = frozenset({"AID", "SUPPORT", "COOPERATE", "CONSULT", "CONCEDE", "RETREAT"})
# Who vows to attack or punish threatens with it, so that it is told to whom it is aimed at.
_HARMING = frozenset({"COERCE", "SANCTION", "ACCUSE", "THREATEN", "REJECT", "MOBILIZE", "PROTEST"})
_THREATENING = frozenset("punish retaliate avenge".split())
_GIVING = frozenset("give send let allow join sell pay lend return provide".split())
_REACH = 8  # items from a promise to the infinitive that tells of it
_LONGEST = 4  # items from the verb to the plan: "blocked all such new efforts to"
_STOP = PREPOSITIONS | AUXILIARIES | CONJUNCTIONS | {"to"}


def is_anothers_plan(sentence: Sentence, governor: int) -> bool:
    """Return whether the plan at item `governor` is not that of whoever acts upon it.

    So in "opposed | moves | to expel", "backs a | plan | to invade" and "held back | efforts | to";
    not in "led efforts to expel", "approved a plan to invade", "Peru's plan to invade". Who "denied
    (any) plans" is charged with them.
    """
    if sentence.lower(governor) not in _PLANS:
        return False
    for at in range(governor - 1, max(-1, governor - 1 - _LONGEST), -1):
        if sentence.items[at].kind != "word":
            return False
        if sentence.lower(at) in _DENYING and at >= governor - 2:
            return sentence.lower(governor - 1) not in {sentence.lower(at), "any"}
        if _acts_upon(sentence, at):
            return True
        of = sentence.lower(at) == "of" and sentence.lower(at - 1).startswith(_JUDGING)
        if sentence.lower(at) in _STOP and not of:
            return False
    return False


def is_anothers_paper(sentence: Sentence, paper: int) -> bool:
    """Return whether the words in a paper at item `paper` are not those of whoever acts upon it.

    So in "vetoed a | resolution | condemning Kenya"; not in "adopted a resolution condemning".
    """
    if sentence.lower(paper) not in _PAPERS:
        return False
    for at in range(paper - 1, max(-1, paper - 1 - _LONGEST), -1):
        item = sentence.items[at]
        if item.kind == "mark" or item.kind == "timex":
            return False
        word = item.lower
        if word.startswith("abst") or (item.kind == "word" and _opposes(sentence, at)):
            return True
        if word in PREPOSITIONS - {"on"}:
            return False
    return False


def _opposes(sentence: Sentence, at: int) -> bool:
    return sentence.lower(at) == "against" or any(
        form.trigger.verb and len(form.words) == 1 and form.trigger.type in _DISMISSING
        for form in load_triggers().get(sentence.lower(at), ())
    )


def is_weighed(sentence: Sentence, verb: int) -> bool:
    """Return whether the verb in "-ing" is what somebody is for or against: "backs | banning |"."""
    return sentence.lower(verb).endswith("ing") and sentence.lower(verb - 1) in _WEIGHING


def is_done_for(sentence: Sentence, last: int, root: ActType) -> bool:
    """Return whether whom an infinitive behind item `last` names is promised or refused it.

    So in "promised to | help | Kenya" and "refused to | free | Kenya's crew". Who "promised to |
    ban | Kenya" promises Kenya nothing, nor does who "proposed a council to | govern | Kenya".
    """
    for at in range(last, min(len(sentence.items), last + _REACH)):
        item = sentence.items[at]
        if item.kind in {"actor", "mark"}:
            return True
        verb = sentence.item(at + 1)
        if item.lower != "to" or verb is None or verb.kind != "word" or not verb.text.islower():
            continue
        types = {
            form.trigger.type
            for form in load_triggers().get(verb.lower, ())
            if form.trigger.verb and len(form.words) == 1
        }
        if types & _HELPING or verb.lower in _GIVING | _THREATENING:
            return True
        things = [each for each in sentence.items[last:at] if _is_thing(each)]
        harming = types & _HARMING or verb.lower in PREVENTED
        return not things and (root == "REJECT" or not harming)
    return True


def _is_thing(item: Item) -> bool:
    """Return whether the word may be of a noun phrase: "proposed a | council | to"."""
    return item.kind == "word" and item.lower not in ADVERBS | PREPOSITIONS


def _acts_upon(sentence: Sentence, at: int) -> bool:
    """Return whether the word at `at` tells what is done to a plan: "blocked", "voted against"."""
    word = sentence.lower(at)
    if word in _ALSO_UPON or word == "against" or word.startswith("disapprov"):
        return True
    if word == "back" and sentence.lower(at - 1) in _HOLDING:
        return True
    return any(
        form.trigger.verb
        and len(form.words) == 1
        and form.trigger.type in _UPON
        and form.trigger.words not in _ON_OWN
        for form in load_triggers().get(word, ())
    )
