"""Organisations that no table has: by a word such as "Council", or by their capitals."""

import re
from collections.abc import Collection, Mapping, Sequence

from onrecord.actors.apposed import Apposed
from onrecord.actors.book import Book, Draft, name_at
from onrecord.actors.evidence import descriptor_before, is_partisan, medium_behind, speaks
from onrecord.actors.parties import Parties
from onrecord.actors.reading import Sentence
from onrecord.actors.runs import PARTISANS, Run, run_span
from onrecord.actors.views import View
from onrecord.actors.words import (
    DESCRIPTORS,
    LOCATIVE,
    NO_BODY,
    ORGANISATION_WORDS,
    SPEECH_VERBS,
    WILL_VERBS,
)
from onrecord.records import Sector, Span
from onrecord.text.wordclasses import PREPOSITIONS, is_person_noun, is_verb_form

_CAPITALS = re.compile(r"[A-Z][A-Z&-]{1,7}")
_MOST_MODIFIERS = 5
_HOUSE = "House of Representatives"
_BEFORE_HOUSE = frozenset({"the", "led", "controlled"})
_REGION = Apposed(sector="GOV", state=None)
# States of the United States that are called as no other state or capital is.
_US_STATES = frozenset(
    tuple(name.split())
    for name in "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|"
    "Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|"
    "Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|"
    "New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|"
    "Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|"
    "West Virginia|Wisconsin|Wyoming".split("|")
)
_CENTRAL = frozenset("Central National Reserve Federal State".split())
_FOLLOWS = frozenset("in on at to of for from by with and or as that who which after".split())


def note_organisations(
    text: str,
    sentences: Sequence[Sentence],
    book: Book,
    parties: Parties,
    apposed: Mapping[tuple[str, ...], Apposed],
) -> None:
    """Note the organisations among the runs of all sentences, and those that are `apposed` to.

    A name followed by capitals in brackets lends them its identity: "Kesh Relief Agency (KRA)".
    """
    acronyms = _acronyms(sentences)
    used = _capitals_used(sentences)
    speaking = _bodies_speaking(sentences, parties)
    regions = _regions(sentences)
    for sentence in sentences:
        for run in sentence.runs:
            if run.title is not None or sentence.view.setting == "caps":
                continue
            if is_partisan(sentence.view, run):
                continue
            described = descriptor_before(sentence.view, run) or medium_behind(sentence.view, run)
            if run.named_as_body:
                _note_named(text, sentence.view, run, book)
            elif described is not None and run.first not in sentence.linked:
                _note_described(text, sentence.view, run, described, book)
            elif run.words in apposed and run.first not in sentence.linked:
                _note_apposed(text, sentence.view, run, apposed[run.words], book)
            elif _is_region(sentence.view, run, regions, parties):
                _note_apposed(text, sentence.view, run, _REGION, book)
            elif run.words in speaking:
                _note_described(text, sentence.view, run, None, book)
            elif len(run.words) == 1 and run.first not in sentence.linked:
                _note_capitals(sentence.view, run, acronyms, used, book)
    if _names_state(sentences, "USA"):
        _note_house(sentences, book, parties)


def _acronyms(sentences: Sequence[Sentence]) -> dict[str, tuple[str, ...]]:
    """Return the keys of the bodies that capitals in brackets stand for."""
    acronyms: dict[str, tuple[str, ...]] = {}
    for sentence in sentences:
        for run in sentence.runs:
            if run.named_as_body and run.title is None:
                short = _bracketed(sentence.view, run.last)
                if short is not None:
                    acronyms.setdefault(short, _key(run.words))
    return acronyms


def _note_house(sentences: Sequence[Sentence], book: Book, parties: Parties) -> None:
    """Note "the House" of an article about the United States, where it acts.

    A headline leaves the article out: "House passes budget".
    """
    house = Draft(name=_HOUSE, kind="organisation", state="USA", sector="LEG", body=_HOUSE)
    for sentence in sentences:
        view = sentence.view
        opening = Span(view.tokens[0].start, view.tokens[0].end)
        if view.tokens[0].text == "House" and parties.is_whole(opening):
            book.note(("body", _HOUSE), house, opening)
        for run in sentence.runs:
            if run.words == ("House",) and _is_house(view, run, parties):
                book.note(("body", _HOUSE), house, run_span(view, run))


def _note_named(text: str, view: View, run: Run, book: Book) -> None:
    first, state = run.first, None
    before = view.ending_at(run.first)
    if before is not None and before.entry.kind != "body" and before.first not in view.in_role:
        if not view.tokens[before.last - 1].possessive:
            first = before.first
        state = before.entry.state
    if run.of_state is not None:
        state = view.known[run.of_state].entry.state
    described = descriptor_before(view, run)
    if state is None and described is not None:
        state = _state_before(view, run.start)
    generic = all(word in ORGANISATION_WORDS for word in run.words)
    if generic and first == run.first and state is None:
        return  # "the Council" alone names nothing
    span = view.span_of(first, run.last)
    name = name_at(text, span)
    sector = _sector(run.words) or (DESCRIPTORS[described] if described else None)
    draft = Draft(name=name, kind="organisation", state=state, sector=sector, body=name)
    view.taken.update(range(first, run.last))
    view.in_role.update(range(first, run.last))
    book.note(("named", *_key(run.words)), draft, span)


def _bodies_speaking(sentences: Sequence[Sentence], parties: Parties) -> set[tuple[str, ...]]:
    """Return the names that have an article and yet speak or act: "the Northern Pact said"."""
    return {
        run.words
        for sentence in sentences
        for run in sentence.runs
        if len(run.words) > 1
        and run.first not in sentence.linked
        and sentence.view.setting == "normal"
        and sentence.view.lower(run.start - 1) == "the"
        and (
            speaks(sentence.view, run)
            or sentence.view.lower(run.last) in {"has", "will"}
            or parties.holds(run_span(sentence.view, run))
        )
    }


def _note_described(text: str, view: View, run: Run, described: str | None, book: Book) -> None:
    """Note "rights group Open Door", with the sector of a group of that kind."""
    span = run_span(view, run)
    name = name_at(text, span)
    draft = Draft(
        name=name,
        kind="organisation",
        state=_state_before(view, run.start) if described else None,
        sector=DESCRIPTORS[described] if described else None,
        body=name,
    )
    book.note(("named", *_key(run.words)), draft, span)


def _names_state(sentences: Sequence[Sentence], state: str) -> bool:
    """Return whether the article names the state, or a body of it."""
    return any(
        known.entry.state == state
        for sentence in sentences
        for known in sentence.view.known.values()
    )


def _is_house(view: View, run: Run, parties: Parties) -> bool:
    """Return whether "the House" acts alone, and does not only tell whose members do.

    It may be "the Republican-led House".
    """
    if view.lower(run.start - 1) not in _BEFORE_HOUSE or view.tokens[run.last - 1].possessive:
        return False
    acts = view.lower(run.last) in WILL_VERBS or speaks(view, run)
    return acts or parties.holds(run_span(view, run))


def _regions(sentences: Sequence[Sentence]) -> set[tuple[str, ...]]:
    """Return the names of counties, and those of places that speak elsewhere in the article."""
    places: set[tuple[str, ...]] = set()
    speaking: set[tuple[str, ...]] = set()
    for sentence in sentences:
        for run in sentence.runs:
            if run.title is not None or run.first in sentence.linked:
                continue
            if run.words[-1] == "County" or sentence.view.lower(run.start - 1) in LOCATIVE:
                places.add(run.words)
            noun = f"{sentence.view.lower(run.last)}s" in SPEECH_VERBS  # "Oru blame"
            if run.words[-1] == "County" or (speaks(sentence.view, run) and not noun):
                speaking.add(run.words)
    return places & speaking


def _is_region(
    view: View, run: Run, regions: Collection[tuple[str, ...]], parties: Parties
) -> bool:
    """Return whether a region acts: one of the article's, or an American state before its verb.

    "A Texas senator" is not the state, and what is done in or to Texas may only be there.
    """
    verb = view.lower(run.last)
    acts = is_verb_form(verb) or (verb.endswith("s") and not is_person_noun(verb))
    acts = acts and view.lower(run.start - 1) not in PREPOSITIONS
    state = run.words in _US_STATES and acts and parties.is_whole(run_span(view, run))
    return (state or run.words in regions) and _governs(view, run, parties)


def _governs(view: View, run: Run, parties: Parties) -> bool:
    """Return whether a region acts or is acted on, as its government does: "Kern County sued"."""
    if view.setting != "normal" or view.lower(run.start - 1) in LOCATIVE | {"from", "of", "the"}:
        return False
    span = run_span(view, run)
    return run.first not in view.in_role and parties.holds(span)


def _note_apposed(text: str, view: View, run: Run, told: Apposed, book: Book) -> None:
    """Note "Norcoal", with the sector of the "oil firm" that it is said to be."""
    before = run.start and view.tokens[run.start - 1].text in PARTISANS  # "| Muslim | Relief"
    span = Span(view.tokens[run.first - bool(before)].start, run_span(view, run).end)
    name = name_at(text, span)
    draft = Draft(name=name, kind="organisation", state=told.state, sector=told.sector, body=name)
    book.note(("named", *_key(run.words)), draft, span)


def _capitals_used(sentences: Sequence[Sentence]) -> set[str]:
    """Return the abbreviations that some sentence uses as a body: with an article, or acting."""
    used: set[str] = set()
    for sentence in sentences:
        view = sentence.view
        for run in sentence.runs if view.setting == "normal" else ():
            word = run.words[0]
            if len(run.words) > 1 or not _CAPITALS.fullmatch(word) or word in NO_BODY:
                continue
            article = view.lower(run.first - 1) == "the"
            verb = view.lower(run.last) in WILL_VERBS or speaks(view, run)
            ends = view.lower(run.last)[:1].isalpha() and view.lower(run.last) not in _FOLLOWS
            if verb or (article and not ends) or view.tokens[run.last - 1].possessive:
                used.add(word)
    return used


def _note_capitals(
    view: View,
    run: Run,
    acronyms: Mapping[str, tuple[str, ...]],
    used: Collection[str],
    book: Book,
) -> None:
    """Note an abbreviation that the page spells out, or that is used as a body is."""
    word = run.words[0]
    span = view.span_of(run.first, run.last)
    if word in acronyms:
        book.note(("named", *acronyms[word]), Draft(name=word, kind="organisation"), span)
    elif word in used:
        book.note(("named", word.lower()), Draft(name=word, kind="organisation", body=word), span)


def _bracketed(view: View, index: int) -> str | None:
    if view.lower(index) != "(" or view.lower(index + 2) != ")":
        return None
    word = view.tokens[index + 1].text
    return word if _CAPITALS.fullmatch(word) else None


def _state_before(view: View, last: int) -> str | None:
    """Return the state named before the small words that end at `last`: "Kenyan oil company"."""
    for first in range(last, max(0, last - _MOST_MODIFIERS), -1):
        known = view.ending_at(first)
        if known is not None:
            return known.entry.state if known.entry.kind != "body" else None
        word = view.tokens[first - 1]
        if not word.text[0].islower() or word.lower in _FOLLOWS or word.possessive:
            return None
    return None


def _sector(words: tuple[str, ...]) -> Sector | None:
    """Return the sector that the last or the first word tells, else that of one between."""
    if "Bank" in words and _CENTRAL & set(words):
        return "GOV"
    told = (ORGANISATION_WORDS.get(word) for word in (words[-1], words[0], *words[-2:0:-1]))
    return next(filter(None, told), None)


def _key(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.lower() for word in words if word.lower() != "the")
