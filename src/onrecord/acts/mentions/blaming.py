"""Find whose a gerund is that tells of a noun before it: "a man | accused of killing | Lund".

It is the man's, and of "vetoed a resolution | condemning | Lund" it is nobody's who is known. A
deed that a noun tells is his too: "a man was charged with | murder | by prosecutors".
"""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.acts.draft import Draft
from onrecord.acts.grammar.lists import Actors
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    RELATIVE_PRONOUNS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)
from onrecord.acts.lexicon import HARMFUL
from onrecord.acts.modality.charging import read_charge
from onrecord.acts.parties.antecedents import opens_object_relative
from onrecord.acts.parties.opposing import is_anothers_paper
from onrecord.acts.parties.verbs import BLAMED_WITH
from onrecord.text import forms_of

_BLAMING = frozenset(forms_of("accuse suspect blame charge convict acquit clear"))
_ALLEGED = frozenset(
    "allegation allegations accusation accusations charge charges case trial probe inquiry "
    "investigation suspect suspects conviction".split()
)
_NO_PHRASE = AUXILIARIES | CONJUNCTIONS | SUBORDINATORS | {"to"}
_DEED = 5  # items from "of" to the deed: "accused of the brutal and unprovoked | murder | of"
_NAMED = 4  # items from an allegation to whom it is against: "allegation made | against | Lund"


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


def part_charges(sentence: Sentence, drafts: Sequence[Draft]) -> None:
    """Give a deed that a noun tells to whom it is laid to, and take it from who lays it to him.

    Of "a man was accused of | rape | by a nurse" and "a nurse accused a man of | rape |" the man is
    said to have done it; so is Lund of "a | rape | allegation against Lund".
    """
    for deed in drafts:
        gerund = sentence.lower(deed.at).endswith("ing")
        if deed.trigger.type not in HARMFUL or deed.group is not None or gerund:
            continue
        if sentence.lower(deed.last) in _ALLEGED:
            _note_alleged(sentence, deed)
        link = _link_before(sentence, deed.at)
        charge = None if link is None else _charge_before(sentence, drafts, link)
        if link is None or charge is None:
            continue
        deed.actors, deed.pronoun = charge.recipients, charge.receiving
        deed.recipients = tuple(
            each for each in deed.recipients if each not in (*charge.recipients, *charge.actors)
        )
        if read_charge(sentence, link) is not None:
            deed.meant = replace(deed.meant, modality="hypothetical")


def _link_before(sentence: Sentence, deed: int) -> int | None:
    """Return the preposition whose phrase the deed ends: "charged | with | attempted murder"."""
    for at in range(deed - 1, max(-1, deed - _DEED), -1):
        if sentence.lower(at) in BLAMED_WITH:
            return at
        plain = sentence.items[at].kind == "word" and sentence.lower(at) not in _NO_PHRASE
        if not plain and sentence.items[at].text != "-":
            return None
    return None


def _charge_before(sentence: Sentence, drafts: Sequence[Draft], link: int) -> Draft | None:
    """Return the verb that lays the phrase at `link` to somebody: "| accused | a man of"."""
    charges = [
        draft
        for draft in drafts
        if draft.at < link <= draft.last
        or (draft.last <= link and not _breaks(sentence, draft.last, link))
    ]
    charge = charges[-1] if charges else None
    return charge if charge and sentence.lower(charge.at) in _BLAMING else None


def _breaks(sentence: Sentence, first: int, last: int) -> bool:
    """Return whether more than whom a verb reaches stands between: a mark, or a preposition."""
    return any(
        item.kind == "mark" or item.lower in BLAMED_WITH | AUXILIARIES
        for item in sentence.items[first:last]
    )


def _note_alleged(sentence: Sentence, deed: Draft) -> None:
    """Give the deed to whom the allegation behind it is against: it is only alleged."""
    near = range(deed.last + 1, deed.last + 1 + _NAMED)
    against = next((at for at in near if sentence.lower(at) == "against"), None)
    if against is None:
        return
    named = sentence.skip(against + 1, DETERMINERS)
    behind = {item.actor for item in sentence.items[named:]}
    accused = tuple(each for each in deed.recipients if each in behind)
    deed.actors, deed.pronoun = accused or deed.actors, None if accused else deed.pronoun
    deed.recipients = tuple(each for each in deed.recipients if each not in accused)
    deed.meant = replace(deed.meant, modality="hypothetical")


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
