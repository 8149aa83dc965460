"""Find the people of an article: who is named, in full or not, and which office each holds."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from onrecord.actors.book import Book, Draft
from onrecord.actors.evidence import (
    acts_like_person,
    could_be_person,
    descriptor_before,
    find_listed,
    has_given_name,
    has_kin,
    is_aged,
    is_kin,
    is_partisan,
    is_relative,
    labels_turn,
    speaks,
)
from onrecord.actors.links import OF
from onrecord.actors.parties import Parties
from onrecord.actors.people import People, Person, take_office
from onrecord.actors.reading import Sentence
from onrecord.actors.retold import tell_retold
from onrecord.actors.roles import RolePhrase, State
from onrecord.actors.runs import Run, run_span
from onrecord.actors.single_names import find_names_acting
from onrecord.actors.views import View, is_common
from onrecord.actors.words import ALSO_BODIES, LOCATIVE, MONTHS, SHORT_TITLES
from onrecord.records import Span
from onrecord.text.wordclasses import is_person_noun

_LED = frozenset("presidency administration aides advisers".split())
_FAMILY = frozenset("brothers sisters twins family couple".split())
_OPENING = 3  # sentences
_NEAR = 8  # tokens from "spokesman for" to the name


def find_people(
    sentences: Sequence[Sentence],
    parties: Parties,
    bodies: Collection[tuple[str, ...]] = (),
    *,
    paragraphs: Sequence[Span] = (),
) -> People:
    """Return the people of `sentences` with their offices; only the first mentions are noted.

    The names of `bodies` are nobody's.
    """
    people = People(paragraphs=paragraphs)
    labels = _turn_labels(sentences)
    places = _places(sentences)
    titled = _name_in_full(sentences, people, labels, parties, bodies, places=places)
    titled |= find_names_acting(sentences, parties) - places
    _name_single(sentences, people, titled, labels, bodies, places=places)
    _tell_offices(sentences, people)
    tell_retold(sentences, people)
    _tell_president(sentences, people)
    return people


def note_people(
    sentences: Sequence[Sentence], people: People, book: Book, parties: Parties
) -> None:
    """Note every mention of `people` by name, in headlines too."""
    for sentence in sentences:
        if sentence.view.setting != "normal":
            _note_in_headline(sentence, people, book)
        else:
            _note_by_word(sentence, people, book, parties)
        for run in sentence.runs:
            person = _person_of(sentence, run, people)
            if person is None and is_partisan(sentence.view, run):
                person = people.last_legislator(run_span(sentence.view, run).start)
            if person is not None and not _note_family(sentence.view, run, book):
                _note(person, run_span(sentence.view, run), book)
                if (office := _office_apposed(sentence, run)) is not None:
                    _note(person, office, book)


def _office_apposed(sentence: Sentence, run: Run) -> Span | None:
    """Return the words of the office that a name explains: "the | mayor of Oru |, Ida Berg,".

    Whose office it is would else be taken for who is meant: "arrested the head of the guild, X".
    """
    phrase, view = sentence.linked.get(run.first), sentence.view
    if phrase is None or phrase.last != run.start - 1 or view.lower(phrase.last) != ",":
        return None
    if not any(view.lower(at) in OF for at in range(phrase.chain, phrase.last)):
        return None
    return view.span_of(phrase.first, phrase.last)


def _note_family(view: View, run: Run, book: Book) -> bool:
    """Note "the Berg brothers", who are not one Berg, and return whether they are named."""
    if view.lower(run.last) not in _FAMILY or view.lower(run.start - 1) != "the":
        return False
    if view.tokens[run.last - 1].possessive or len(run.words) > 1:
        return False
    name = f"{run.words[0]} {view.lower(run.last)}"
    span = view.span_of(run.first, run.last + 1)
    book.note(("family", name), Draft(name=name, kind="group", sector="CVL"), span)
    return True


def fill_people(people: People, book: Book) -> None:
    """Write what is known of each person into the drafts."""
    for person in people.all:
        draft = book.drafts.get(("person", str(person.number)))
        if draft is None:
            continue
        for title in sorted(person.titles & SHORT_TITLES.keys()):
            role, sector = SHORT_TITLES[title]
            person.role, person.sector = person.role or role, person.sector or sector
        draft.name = " ".join(person.words)
        draft.role = person.role
        draft.sector = person.sector
        draft.body = person.body
        draft.state = person.state.code if person.state is not None else None


def _name_in_full(
    sentences: Sequence[Sentence],
    people: People,
    labels: Collection[tuple[str, ...]],
    parties: Parties,
    bodies: Collection[tuple[str, ...]],
    *,
    places: set[str],
) -> set[str]:
    """Add the people named in full; return the single names with a title or an office.

    A pair of capitalised words is a person's name with a title or an office beside it, as the
    subject of a verb of speech or will, as one of `parties`, in a list with a person's, or where
    its last word comes back alone.
    """
    singles: Counter[str] = Counter()
    titled = {words[0] for words in labels if len(words) == 1}
    for sentence in sentences:
        for run in sentence.runs:
            if len(run.words) == 1:
                singles[run.words[0]] += 1
                if run.title is not None:
                    people.tell_title(run.words[0], run.title)
                if run.title or _has_office(sentence, run):
                    titled.add(run.words[0])
            elif run.words[0] == "Team":
                titled.add(run.words[-1])  # "Team Berg" is that of somebody called Berg
    full: set[tuple[str, ...]] = set()
    for sentence in sentences:
        for run in sentence.runs:
            if sentence.view.setting != "normal" or len(run.words) == 1 or run.words in bodies:
                continue
            again = singles[run.words[-1]] > 0 and run.words[-1] not in places
            if _is_person(sentence, run, parties, label=run.words in labels, again=again):
                full.add(run.words)
    for sentence in sentences:
        for run in find_listed(sentence.view, sentence.runs, full):
            if not _is_described(sentence, run) and run.words not in bodies:
                full.add(run.words)
    for sentence in sentences:
        for run in sentence.runs:
            if has_kin(sentence.view, run):
                people.tell_kin(run.words[-1], sentence.view.tokens[run.first].start)
            if run.words in full:
                _add_in_full(sentence, run, people)
    return titled


def _is_person(sentence: Sentence, run: Run, parties: Parties, *, label: bool, again: bool) -> bool:
    """Return whether the pair of words is a person's name where it stands.

    `label` says that it is a speaker's in a transcript, `again` that its last word comes back.
    """
    view = sentence.view
    beside = run.title is not None or _has_office(sentence, run)
    if not could_be_person(run, office=beside) or _is_described(sentence, run):
        return False
    if beside or label or has_given_name(view, run) or _has_trade(view, run):
        return True
    if view.lower(run.start - 1) == "the":
        return False  # "the Lisk Rovers said"
    span = run_span(view, run)
    told = acts_like_person(view, run) or again
    return told or parties.holds(span) or parties.apposes(span)


def _has_trade(view: View, run: Run) -> bool:
    """Return whether right before a full name stands what one person is: "the driver | Ida Berg |".

    Bodies are champions, hosts and rivals, too.
    """
    if run.start == 0 or len(run.words) < 2:
        return False
    trade = view.tokens[run.start - 1]
    plain = trade.text.islower() or view.starts_sentence(run.start - 1)
    one = not trade.lower.endswith(("s", "men", "women", "people"))
    return (
        plain
        and one
        and not trade.possessive
        and is_person_noun(trade.lower)
        and trade.lower not in ALSO_BODIES
    )


def _places(sentences: Sequence[Sentence]) -> set[str]:
    """Return the single names that stand behind "in" or "near"."""
    return {
        run.words[0]
        for sentence in sentences
        for run in sentence.runs
        if len(run.words) == 1 and sentence.view.lower(run.start - 1) in LOCATIVE
    }


def _turn_labels(sentences: Sequence[Sentence]) -> set[tuple[str, ...]]:
    """Return the names that open two or more sentences before a colon: those of a transcript."""
    labels = Counter(
        run.words
        for sentence in sentences
        for run in sentence.runs
        if labels_turn(sentence.view, run)
    )
    return {words for words, count in labels.items() if count > 1}


def _name_single(
    sentences: Sequence[Sentence],
    people: People,
    titled: set[str],
    labels: Collection[tuple[str, ...]],
    bodies: Collection[tuple[str, ...]],
    *,
    places: set[str],
) -> None:
    """Add the people who are never named in full: those with a title, and who speaks."""
    for sentence in sentences:
        for run in sentence.runs:
            if len(run.words) != 1:
                continue
            if people.has(run.words[0]):
                if _is_not_relative(sentence, run, people):
                    _add(sentence, run, people, apart=True)
                continue
            if not could_be_person(run) and run.words not in labels:
                continue
            if _is_described(sentence, run) or run.words in bodies:
                continue
            word = run.words[0]
            normal = sentence.view.setting == "normal"
            # "The Lantern tells of a ghost", "Gov. Ida Berg of Oru said", "New Kent said".
            thing = sentence.view.lower(run.start - 1) in {"the", "of", "from", "in", "new"}
            thing = thing or _is_person_at_start(sentence.view, run)
            told = speaks(sentence.view, run) and not thing
            told = told or is_kin(sentence.view, run) or _leads(sentence.view, run)
            told = told or is_aged(sentence.view, run)
            speaking = normal and word not in places and told
            if run.title is not None or word in titled or speaking:
                _add(sentence, run, people)


def _is_person_at_start(view: View, run: Run) -> bool:
    """Return whether a noun of persons has its capital from its place: "Source said no"."""
    return is_person_noun(view.lower(run.first)) and view.starts_sentence(run.first)


def _leads(view: View, run: Run) -> bool:
    """Return whether what a politician has stands behind the name: "the Berg presidency".

    "Congressional aides" has an adjective.
    """
    word = view.lower(run.last - 1)
    if view.starts_sentence(run.first) and word.endswith(("ional", "ial", "ary")):
        return False
    return view.lower(run.last) in _LED and not view.tokens[run.last - 1].possessive


def _is_not_relative(sentence: Sentence, run: Run, people: People) -> bool:
    """Return whether a surname is not that of the relatives who alone are named in full.

    So is "President Berg" beside "first lady Ida Berg", and "Mr. Berg" beside "his wife, Ida Berg".
    """
    namesakes = people.namesakes(run.words[0])
    full = [person for person in namesakes if len(person.words) > 1]
    if not full or not all(person.is_relative for person in full):
        return False
    office = _office_before(sentence, run)
    if office is not None:
        return not any(office in person.named_as for person in full)
    found = people.find(run.words[0], run_span(sentence.view, run).start, run.title)
    return run.title is not None and found is None


def _office_before(sentence: Sentence, run: Run) -> str | None:
    """Return the head of the office right before a name: "President"."""
    phrase = sentence.linked.get(run.first)
    before = phrase is not None and phrase.role.kind == "person" and phrase.last == run.start
    return phrase.head if phrase is not None and before else None


def _add(sentence: Sentence, run: Run, people: People, *, apart: bool = False) -> Person:
    span = run_span(sentence.view, run)
    person = people.add(run.words, span.start, run.title, apart=apart)
    person.mentions.add(span)
    return person


def _add_in_full(sentence: Sentence, run: Run, people: People) -> None:
    person = _add(sentence, run, people)
    phrase = sentence.linked.get(run.first)
    if len(person.named_at) == 1:
        start = phrase.first if phrase is not None and phrase.last == run.start else run.start
        told = is_relative(sentence.view, replace(run, start=start))
        person.is_relative = told or people.is_kin_told(person)
    if phrase is not None and phrase.owner is None:
        person.named_as.add(phrase.head)


def _is_described(sentence: Sentence, run: Run) -> bool:
    return run.title is None and descriptor_before(sentence.view, run) is not None


def _has_office(sentence: Sentence, run: Run) -> bool:
    phrase = sentence.linked.get(run.first)
    return phrase is not None and phrase.role.kind == "person"


def _tell_offices(sentences: Sequence[Sentence], people: People) -> None:
    """Give people the offices that stand beside their names, in reading order.

    Those that rest on another person ("his Kenyan counterpart") come after the rest.
    """
    late: list[tuple[Sentence, Run, RolePhrase, Person]] = []
    for sentence in sentences:
        for run in sentence.runs:
            phrase = sentence.linked.get(run.first)
            person = _person_of(sentence, run, people) if phrase is not None else None
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


def _tell_president(sentences: Sequence[Sentence], people: People) -> None:
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


def _state_behind(sentence: Sentence, run: Run) -> State | None:
    """Return the state of "President X of Kenya"."""
    known = sentence.view.known.get(run.last + 1)
    if known is None or sentence.view.lower(run.last) != "of" or known.entry.kind != "state":
        return None
    return State(name=known.entry.name, code=known.entry.state)


def _person_of(sentence: Sentence, run: Run, people: People) -> Person | None:
    """Return who `run` names: the person it was added for, or the one its single word means."""
    span = run_span(sentence.view, run)
    for person in people.namesakes(run.words[-1]):
        if span in person.mentions:
            return person
    if len(run.words) == 1:
        return people.find(
            run.words[0], span.start, run.title, office=_office_before(sentence, run)
        )
    return None


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
        return _person_of(sentence, served, people) if served is not None else None
    for other in sorted(sentence.runs, key=lambda other: abs(other.first - run.first)):
        introduced = sentence.linked.get(other.first)
        if introduced is not None and introduced.owner is not None:
            continue
        found = _person_of(sentence, other, people)
        if found is not None and found is not person:
            return found
    return people.last_before(view.span.start, person)


def _note_in_headline(sentence: Sentence, people: People, book: Book) -> None:
    """Note the surnames that the text has made known, where all words have capitals."""
    view = sentence.view
    for index, token in enumerate(view.tokens):
        word = token.text.title() if view.setting == "caps" else token.text
        if index in view.taken or not people.has(word):
            continue
        person = people.find(word, token.start)
        if person is not None and word == person.surname:
            whole = view.lower(index - 1) == person.words[0].lower()
            first = view.tokens[index - 1 if whole else index]
            _note(person, Span(first.start, token.end), book)


def _note_by_word(sentence: Sentence, people: People, book: Book, parties: Parties) -> None:
    """Note the surname that is also a month or a word, where it is all of a party: "May said".

    Somebody of that surname is named in full, so that "Odo Long said" is told from "Long before".
    """
    view = sentence.view
    for index, token in enumerate(view.tokens):
        span = Span(token.start, token.end)
        word = token.text in MONTHS or (is_common(token) and token.capital)
        if not word or index in view.taken or not parties.is_whole(span):
            continue
        full = any(len(person.words) > 1 for person in people.namesakes(token.text))
        person = people.find(token.text, token.start) if full else None
        if person is not None and person.surname == token.text:
            _note(person, span, book)


def _note(person: Person, span: Span, book: Book) -> None:
    person.mentions.add(span)
    draft = Draft(name=" ".join(person.words), kind="person")
    book.note(("person", str(person.number)), draft, span)
