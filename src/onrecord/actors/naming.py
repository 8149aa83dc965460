"""Find the people of an article: who is named, in full or by a single name."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from onrecord.actors.evidence import (
    acts_like_person,
    could_be_person,
    descriptor_before,
    find_listed,
    has_given_name,
    has_kin,
    is_aged,
    is_kin,
    is_relative,
    labels_turn,
    signs_post,
    speaks,
)
from onrecord.actors.introduced import office_before, tell_offices, tell_president
from onrecord.actors.parties import Parties
from onrecord.actors.people import People, Person, titles_agree
from onrecord.actors.reading import Sentence
from onrecord.actors.retold import tell_retold
from onrecord.actors.runs import JUNIOR, Run, run_span
from onrecord.actors.single_names import find_names_acting
from onrecord.actors.views import View
from onrecord.actors.words import ALSO_BODIES, LOCATIVE
from onrecord.records import Span
from onrecord.text.wordclasses import is_person_noun

_LED = frozenset("presidency administration aides advisers".split())


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
    places = find_places(sentences)
    titled = _name_in_full(sentences, people, labels, parties, bodies, places=places)
    titled |= find_names_acting(sentences, parties) - places
    _name_single(sentences, people, titled, labels, bodies, places=places)
    tell_offices(sentences, people)
    tell_retold(sentences, people)
    tell_president(sentences, people)
    return people


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
            if len(run.words) == 1 or run.words in bodies:
                continue
            if sentence.view.setting != "normal" and not signs_post(sentence.view, run):
                continue
            again = singles[run.words[-1]] > 0 and run.words[-1] not in places
            if _is_person(sentence, run, parties, label=run.words in labels, again=again):
                full.add(run.words)
    for sentence in sentences:
        for run in find_listed(sentence.view, sentence.runs, full):
            if not _is_described(sentence, run) and run.words not in bodies:
                full.add(run.words)
    opening = sentences[0].view.span.end if sentences else 0
    for sentence in sentences:
        for run in sentence.runs:
            if has_kin(sentence.view, run):
                people.tell_kin(run.words[-1], sentence.view.tokens[run.first].start)
            if run.words in full:
                _add_in_full(sentence, run, people, opening=opening)
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


def find_places(sentences: Sequence[Sentence]) -> set[str]:
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
    """Return whether a surname is not that of those who alone are named in full.

    So is "President Berg" beside "first lady Ida Berg", "Mr. Berg" beside "his wife, Ida Berg", and
    "Mrs. Berg" beside Bill Berg.
    """
    namesakes = people.namesakes(run.words[0])
    full = [person for person in namesakes if len(person.words) > 1]
    if not full:
        return False
    if run.title is not None and not any(titles_agree(person, run.title) for person in namesakes):
        return True
    if not all(person.is_relative for person in full):
        return False
    office = office_before(sentence, run)
    if office is not None:
        return not any(office in person.named_as for person in full)
    found = people.find(run.words[0], run_span(sentence.view, run).start, run.title)
    return run.title is not None and found is None


def _add(sentence: Sentence, run: Run, people: People, *, apart: bool = False) -> Person:
    span = run_span(sentence.view, run)
    person = people.add(run.words, span.start, run.title, apart=apart)
    person.mentions.add(span)
    return person


def _add_in_full(sentence: Sentence, run: Run, people: People, *, opening: int) -> None:
    """Add who is named in full; a headline, which ends before `opening`, introduces nobody."""
    person = _add(sentence, run, people)
    phrase = sentence.linked.get(run.first)
    start = phrase.first if phrase is not None and phrase.last == run.start else run.start
    told = is_relative(sentence.view, replace(run, start=start))
    first = len(person.named_at) == 1
    introduced = first or (len(person.named_at) == 2 and person.named_at[0] < opening)
    told = told or (first and people.is_kin_told(person))
    elder = not first and not JUNIOR.isdisjoint(run.words)  # "his son, Odo Lund Jr."
    person.is_relative = person.is_relative or (introduced and told and not elder)
    if phrase is not None and phrase.owner is None:
        person.named_as.add(phrase.head)


def _is_described(sentence: Sentence, run: Run) -> bool:
    return run.title is None and descriptor_before(sentence.view, run) is not None


def _has_office(sentence: Sentence, run: Run) -> bool:
    phrase = sentence.linked.get(run.first)
    return phrase is not None and phrase.role.kind == "person"
