"""Find whose a gerund is that tells of a noun before it: "a man | accused of killing | Lund".

It is the man's, and of "vetoed a resolution | condemning | Lund" it is nobody's who is known.
"""

from onrecord.acts.draft import Draft
from onrecord.acts.grammar.lists import Actors
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    RELATIVE_PRONOUNS,
    SUBJECT_PRONOUNS,
)
from onrecord.acts.parties.antecedents import opens_object_relative
from onrecord.acts.parties.opposing import is_anothers_paper
from onrecord.acts.parties.verbs import BLAMED_WITH
from onrecord.text import forms_of

_BLAMING = frozenset(forms_of("accuse suspect blame charge convict acquit clear"))


def note_whose(sentence: Sentence, draft: Draft) -> None:
    """Give a deed to whom somebody accuses of it, and the accusation to him.

    Of "jailed a man | it accused of killing | two nurses" the man is accused, and kills; "a nurse |
    accused of | theft" is accused, and accuses nobody. Who rejects a paper does not do what
    it does.
    """
    if sentence.lower(draft.at) in _BLAMING and sentence.lower(draft.at + 1) in BLAMED_WITH:
        accused = _find_accused(sentence, draft.at)
        if accused is not None:
            draft.recipients, draft.passive = accused, False
            item = sentence.items[_subject_of(sentence, draft.at)]
            draft.actors = () if item.actor is None else (item.actor,)
            draft.pronoun = item if item.actor is None else None
        elif draft.actors and not draft.passive and sentence.lower(draft.at).endswith("ed"):
            draft.recipients, draft.actors, draft.pronoun = draft.actors, (), None
        return
    if is_anothers_paper(sentence, draft.at - 1) and sentence.lower(draft.at).endswith("ing"):
        draft.actors, draft.pronoun = (), None
        return
    link = draft.at - 1
    link -= sentence.lower(link) in AUXILIARIES  # "of | having | killed"
    if sentence.lower(link) in BLAMED_WITH and sentence.lower(link - 1) in _BLAMING:
        accused = _find_accused(sentence, link - 1)
        if accused is not None:
            draft.actors, draft.pronoun = accused, None
            return
        item = sentence.items[_subject_of(sentence, link - 1)]
        if item.actor is not None and draft.pronoun is None:
            draft.actors = draft.actors or (item.actor,)  # "a man suspected of | setting fire | to"
            draft.recipients = tuple(each for each in draft.recipients if each != item.actor)


def _find_accused(sentence: Sentence, verb: int) -> Actors | None:
    """Return whom the clause of the blaming verb is told of, `None` where of nobody before it."""
    subject = _subject_of(sentence, verb)
    if any(sentence.lower(at) in BE for at in range(subject + 1, verb)):
        return None  # "said he was accused of"
    pronoun = sentence.lower(subject) in SUBJECT_PRONOUNS
    if not pronoun and not (
        sentence.is_actor(subject) and opens_object_relative(sentence, subject)
    ):
        return None
    noun = subject - 1
    if sentence.lower(noun) in RELATIVE_PRONOUNS:
        noun -= 1
        noun -= sentence.lower(noun) == ","
    item = sentence.item(noun)
    if item is None or item.kind not in {"word", "actor"}:
        return None
    return (item.actor,) if item.actor is not None else ()


def _subject_of(sentence: Sentence, verb: int) -> int:
    return sentence.skip(verb - 1, AUXILIARIES | ADVERBS, -1)
