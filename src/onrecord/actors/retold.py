"""Tell who is told of again by an office: "Ida Berg came. The Kenyan minister said ..."."""

from collections.abc import Sequence
from itertools import pairwise

from onrecord.actors.people import People, Person, take_office
from onrecord.actors.reading import Sentence
from onrecord.actors.roles import RolePhrase
from onrecord.actors.runs import run_span

# What happened to somebody, others speak of: "Ida Berg was killed. The Kenyan minister said ..."
_TOLD_OF = frozenset("was were has had , died".split())


def tell_retold(sentences: Sequence[Sentence], people: People) -> None:
    """Give their office to those of whom the next sentence tells by nothing else.

    In "Ida Berg arrived on Monday. The Kenyan minister will meet ..." the minister is Berg, unless
    she has another office, somebody else holds this one, or a second person without an office
    stands beside her.
    """
    for one, other in pairwise(sentences):
        phrase = _find_opening_office(other)
        person = _find_subject(one, people) if phrase is not None else None
        if phrase is not None and person is not None and not _is_held(phrase, people):
            take_office(person, phrase)


def _find_opening_office(sentence: Sentence) -> RolePhrase | None:
    """Return the office with its state that opens the sentence: "The Kenyan minister"."""
    view = sentence.view
    if view.lower(0) != "the" or view.setting != "normal":
        return None
    opening = (phrase for phrase in sentence.unlinked() if phrase.first == 1)
    return next(
        (
            phrase
            for phrase in opening
            if phrase.role.kind == "person" and phrase.sector is not None
            if len(phrase.states) == 1 and not phrase.former
            if not view.tokens[phrase.last - 1].possessive
        ),
        None,
    )


def _find_subject(sentence: Sentence, people: People) -> Person | None:
    """Return the person whose full name opens the sentence, and who has no office."""
    unknown = [
        (run, person)
        for run in sentence.runs
        for person in people.namesakes(run.words[-1])
        if person.role is None and run_span(sentence.view, run) in person.mentions
    ]
    if len(unknown) != 1:
        return None
    [(run, person)] = unknown
    view = sentence.view
    opens = run.start == 0 and len(run.words) > 1 and view.setting == "normal"
    told = view.tokens[run.last - 1].possessive or view.lower(run.last) in _TOLD_OF
    return person if opens and not told else None


def _is_held(phrase: RolePhrase, people: People) -> bool:
    """Return whether the article names somebody with the office, of that state or of no state."""
    [state] = phrase.states
    return any(
        person.state is None or person.state.name == state.name
        for person in people.holding(phrase.head)
    )
