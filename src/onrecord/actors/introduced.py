"""The offices that stand beside names: "President Ole Lund of Kenya", "his envoy Ida Berg"."""

from collections.abc import Sequence

from onrecord.actors.people import People, Person, take_office
from onrecord.actors.reading import Sentence
from onrecord.actors.roles import RolePhrase, State
from onrecord.actors.runs import Run, run_span

_OPENING = 3  # sentences
_NEAR = 8  # tokens from "spokesman for" to the name


def tell_offices(sentences: Sequence[Sentence], people: People) -> None:
    """Give people the offices that stand beside their names, in reading order.

    Those that rest on another person ("his Kenyan counterpart") come after the rest.
    """
    late: list[tuple[Sentence, Run, RolePhrase, Person]] = []
    for sentence in sentences:
        for run in sentence.runs:
            phrase = sentence.linked.get(run.first)
            person = person_of(sentence, run, people) if phrase is not None else None
            if phrase is None or person is None:
                continue
            if phrase.owner is not None:
                late.append((sentence, run, phrase, person))
            else:
                take_office(person, phrase)
                if person.state is None and phrase.sector in {"GOV", "LEG", "MIL", "JUD"}:
                    person.state = _state_behind(sentence, run)
    for sentence, run, phrase, person in late:
        take_office(person, phrase, _owner(sentence, run, phrase, person, people))


def tell_president(sentences: Sequence[Sentence], people: People) -> None:
    """Give the office to the only one whose administration is named, where nobody else has it.

    A past one may be named in passing, so it must come up again or open the page.
    """
    named: dict[str, list[int]] = {}
    for number, sentence in enumerate(sentences):
        for known in sentence.view.known.values():
            words = known.entry.written.split()
            if known.entry.kind == "body" and words[1:] == ["administration"]:
                named.setdefault(words[0], []).append(number)
    if len(named) != 1 or people.holding("president"):
        return
    [(surname, places)] = named.items()
    at = sentences[places[0]].view.span.start
    if len(places) > 1 or places[0] < _OPENING:
        person = people.find(surname, at) or people.add((surname,), at)
        person.heads.add("president")


def person_of(sentence: Sentence, run: Run, people: People) -> Person | None:
    """Return who `run` names: the person it was added for, or the one its single word means."""
    span = run_span(sentence.view, run)
    for person in people.namesakes(run.words[-1]):
        if span in person.mentions:
            return person
    if len(run.words) == 1:
        return people.find(run.words[0], span.start, run.title, office=office_before(sentence, run))
    return None


def office_before(sentence: Sentence, run: Run) -> str | None:
    """Return the head of the office right before a name: "President"."""
    phrase = sentence.linked.get(run.first)
    before = phrase is not None and phrase.role.kind == "person" and phrase.last == run.start
    return phrase.head if phrase is not None and before else None


def _owner(
    sentence: Sentence, run: Run, phrase: RolePhrase, person: Person, people: People
) -> Person | None:
    """Return who "his" or "Mr Lund's" means: the owner named, else the nearest other person.

    Who is introduced as another's ("her spokesman Ole Lund") is not the one.
    """
    view = sentence.view
    token = view.tokens[phrase.owner] if phrase.owner is not None else None
    if token is not None and token.possessive:
        return people.find(token.text, token.start)
    if token is not None and token.lower in {"for", "to"}:
        after = (r for r in sentence.runs if phrase.last < r.first <= phrase.last + _NEAR)
        served = next(after, None)
        return person_of(sentence, served, people) if served is not None else None
    for other in sorted(sentence.runs, key=lambda other: abs(other.first - run.first)):
        introduced = sentence.linked.get(other.first)
        if introduced is not None and introduced.owner is not None:
            continue
        found = person_of(sentence, other, people)
        if found is not None and found is not person:
            return found
    return people.last_before(view.span.start, person)


def _state_behind(sentence: Sentence, run: Run) -> State | None:
    """Return the state of "President X of Kenya"."""
    known = sentence.view.known.get(run.last + 1)
    if known is None or sentence.view.lower(run.last) != "of" or known.entry.kind != "state":
        return None
    return State(name=known.entry.name, code=known.entry.state)
