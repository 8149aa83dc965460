"""Resolve the sources of all drafts to actors, in reading order."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.coreference import GENDERS, MentionIndex
from onrecord.records import Actor, PronounScorer, Span
from onrecord.spans import contains
from onrecord.statements.chains.nesting import find_containers
from onrecord.statements.drafts import Draft
from onrecord.statements.speakers.pronouns import PronounMemory
from onrecord.statements.speakers.roles import RoleMemory
from onrecord.statements.speakers.sources import UNKNOWN, Found, name_source
from onrecord.statements.speakers.together import find_they, find_together, find_who_met
from onrecord.statements.speakers.voices import Voices
from onrecord.text import is_only_in
from onrecord.text.wordclasses import SUBJECT_PRONOUNS, is_communicator, is_person_noun

_ASIDE = re.compile(
    r", (?:\d\d, )?(?:(?:an?|the|his|her|its|their|former|chief) (?:[^,.;:“”\"\n]|(?<=[ .][A-Z])\.)"
    r"{3,60}|[RDI]-[A-Z][\w. ]{1,20}), "
)
_AGAIN = re.compile(
    r"(?:the|this|that) (?:(?:same|quoted|unnamed|senior) )?"
    r"(?P<noun>officials?|officers?|diplomats?|sources?|lawmakers?|spokes\w+|executives?|aides?)"
)
_OWN = re.compile(r"(?<=^his|^her|^its) own(?: (?:earlier|previous|recent))?$")
_ASIDES = 4  # mentions before "who", of whom up to three may stand in an aside
FIRST_PERSON = frozenset({"i", "we"})


@dataclass(frozen=True, slots=True)
class Cast:
    """Who the sources of one article are: by the place of their words."""

    text: str
    index: MentionIndex
    roles: RoleMemory
    found: dict[Span, Found]

    def speaker(self, draft: Draft) -> Found:
        """Return the speaker of a draft that is not first person inside somebody's quotation."""
        return UNKNOWN if draft.source is None else self.who(draft.source)

    def who(self, source: Span) -> Found:
        """Return who the source or subject at `source` is."""
        return self.found.get(source, UNKNOWN)

    def name(self, span: Span) -> Actor | None:
        """Return the actor that a noun phrase outside the sources names, by name or by role."""
        named = name_source(self.text, span, self.index).actor
        return named if named is not None else self.roles.find(self.text, span).actor


def cast_sources(
    text: str,
    drafts: Sequence[Draft],
    subjects: Iterable[Span],
    actors: Sequence[Actor],
    scorer: PronounScorer | None = None,
    *,
    history: tuple[Span, ...] = (),
) -> Cast:
    """Return who the sources of `drafts` are.

    `subjects` are the subjects of the article's sentences: with the sources they are what a
    pronoun may stand for. Sources inside quotations and paraphrases are read, but do not count as
    such: in "Berg said Lund had refused. The mayor added" Lund has not spoken. "Him" who is told
    is found, too.
    `scorer` is what the trained reader says of pronouns. Who is named only in the sentences of
    `history` holds no office any more.
    """
    index = MentionIndex(actors)
    told = [piece for draft in drafts for piece in draft.content]
    pronouns = PronounMemory(text, index, told, scorer)
    serving = [each for each in actors if not is_only_in(history, each.mentions)]
    quoted = {draft.source for draft in drafts if draft.quoted and draft.source is not None}
    inner = {drafts[number].source for number in find_containers(drafts)}
    sources = {draft.source for draft in drafts if draft.source is not None}
    sources |= {
        relay
        for draft in drafts
        for relay in draft.relays
        if text[slice(*relay)].lower() in GENDERS
    }
    heard = {
        draft.hearer
        for draft in drafts
        if draft.hearer is not None and not draft.quoted and is_heard(text, draft.hearer)
    } - sources
    spans = sources | set(subjects) | heard
    found: dict[Span, Found] = {}
    roles = RoleMemory(text, serving, index, pronouns, found)
    spoken = [draft.hearer for draft in drafts if draft.hearer and _is_me(text, draft.hearer)]
    for span in sorted(spans):
        word = text[span.start : span.end]
        word = "WHO" if word == "WHO" else word.lower()  # the body is no pronoun
        word = _OWN.sub("", word)
        if word in FIRST_PERSON or word == "you":
            spoken.append(span)
            continue
        if span in quoted and word in SUBJECT_PRONOUNS:
            found[span] = pronouns.resume(word, span)
            if found[span] is UNKNOWN:
                found[span] = _last_told(text, span, word, drafts, index, pronouns)
            continue
        speaks = span in sources
        if span in heard:
            found[span] = pronouns.resolve(word, span)
            continue
        if word not in {"who", "which"} and (word in SUBJECT_PRONOUNS or word in GENDERS):
            met = find_who_met(text, span, index) if word == "they" else UNKNOWN
            found[span] = met if met is not UNKNOWN else pronouns.resolve(word, span, speaks=speaks)
            if word == "they" and found[span] is UNKNOWN:
                found[span] = find_they(text, span, index)
        else:
            found[span] = _resolve(text, span, word, index, roles)
            if speaks and found[span].actor is None and not found[span].several:
                found[span] = _recall(text, span, word, sources, found)
        if span not in quoted and span not in inner:
            pronouns.note(found[span].actor, span, source=speaks)
    found.update(_resolve_spoken(text, spoken, drafts, found, index))
    return Cast(text, index, roles, found)


def _recall(
    text: str, here: Span, word: str, sources: set[Span], found: Mapping[Span, Found]
) -> Found:
    """Return who "the official" is: the body that the last such one has spoken for.

    "A Norland official said ... The official added" is Norland's again; others of the kind who
    spoke for nobody known make it unclear.
    """
    again = _AGAIN.fullmatch(word)
    if again is None:
        return UNKNOWN
    noun = again["noun"]
    known = [
        who
        for span, who in sorted(found.items())
        if span in sources
        and span < here
        and re.search(rf"\b{noun}\b", text[slice(*span)], re.IGNORECASE)
    ]
    actors = {None if who.actor is None else who.actor.id for who in known}
    return known[-1] if len(actors) == 1 and known[-1].how == "body" else UNKNOWN


_GOVERNED = re.compile(
    r"\b(?:against|of|to|with|for|about|from|on|over|by|than) (?:the )?(?:[A-Z]\w*\.? )?$"
)


def _last_told(
    text: str,
    here: Span,
    word: str,
    drafts: Sequence[Draft],
    index: MentionIndex,
    pronouns: PronounMemory,
) -> Found:
    """Return who "he" is in somebody's words: the only person whom they name before.

    "Mr Lund wrote to us. “It is safe,” | he | writes", says the host. In "a threat to Mr Lund" he
    does nothing.
    """
    around = [
        piece
        for draft in drafts
        if draft.kind == "direct"
        for piece in draft.content
        if contains(piece, here)
    ]
    start = min((piece.start for piece in around), default=here.start)
    people = [each for each in index.inside(Span(start, here.start)) if each.actor.kind == "person"]
    if any(_GOVERNED.search(text, start, each.span.start) for each in people):
        return UNKNOWN
    named = {each.actor.id: each.actor for each in people}
    only = next(iter(named.values())) if len(named) == 1 else None
    fits = only is not None and pronouns.fits(word, only)
    return Found(only, "pronoun") if fits else UNKNOWN


def _is_me(text: str, hearer: Span) -> bool:
    """Return whether who is told is who speaks there: "The crews told | me |"."""
    return text[slice(*hearer)].lower() in {"me", "us"}


def is_heard(text: str, hearer: Span) -> bool:
    """Return whether who is told is "him" or "her", and not "her | brother"."""
    behind = re.match(r" ([\w’'-]+)", text[hearer.end : hearer.end + 30])
    owns = behind is not None and is_communicator(behind[1].lower())
    return text[slice(*hearer)].lower() in {"him", "her"} and not owns


def _resolve_spoken(
    text: str,
    spans: Sequence[Span],
    drafts: Sequence[Draft],
    known: Mapping[Span, Found],
    index: MentionIndex,
) -> dict[Span, Found]:
    """Return who "I", "we" and "you" are: who speaks there, and who is asked.

    In a quotation it is the speaker of the quotation, elsewhere who has the turn or the floor.
    """
    voices = Voices(text, index)
    quotations = sorted(
        (piece.start, -piece.end, number)
        for number, draft in enumerate(drafts)
        if draft.kind != "indirect" and draft.frame != "turn"
        for piece in draft.content
    )
    found: dict[Span, Found] = {}
    around: list[tuple[int, int]] = []  # the quotations that a span stands in, the inmost last
    at = 0
    for span in spans:
        while at < len(quotations) and quotations[at][0] <= span.start:
            around.append((-quotations[at][1], quotations[at][2]))
            at += 1
        around = [each for each in around if each[0] >= span.end]
        you = text[span.start : span.end].lower() == "you"
        if around:
            source = drafts[around[-1][1]].source
            who = UNKNOWN if source is None else known.get(source) or found.get(source, UNKNOWN)
            found[span] = UNKNOWN if you or who.actor is None else Found(who.actor, "pronoun")
        else:
            actor = voices.addressed(span.start) if you else voices.at(span.start)
            found[span] = UNKNOWN if actor is None else Found(actor, "pronoun")
    return found


def _resolve(text: str, span: Span, word: str, index: MentionIndex, roles: RoleMemory) -> Found:
    if word.partition(" ")[0] in {"who", "which"}:
        return _resolve_relative(text, span, index)
    together = find_together(text, span, index)
    if together.several:
        return together
    named = name_source(text, span, index)
    if named.actor is not None or named.several:
        return named
    # "That official" is the unnamed one right before, whoever else is one.
    return (
        UNKNOWN if word.startswith("that ") and _AGAIN.fullmatch(word) else roles.find(text, span)
    )


def _resolve_relative(text: str, span: Span, index: MentionIndex) -> Found:
    """Return who "who" stands for: the name right before it, or before an aside.

    "Ida Berg, R-Ohio, who said", "Ida Berg, the U.S. envoy to Oslo, who said". No place is "who",
    and no person "which"; a body right before "who" is so only if no person stands before it.
    """
    who = text[span.start : span.end].lower().startswith("who")
    body = UNKNOWN
    for mention in index.before(span.start, _ASIDES):
        between = text[mention.span.end : span.start]
        person = mention.actor.kind == "person"
        if person is not who and mention.actor.kind in {"person", "state"}:
            continue
        if not who and _are_people(text[slice(*mention.span)]):
            return UNKNOWN  # "given to former officials, which has raised fears"
        if not between.strip(" ,—–") or _ASIDE.fullmatch(between):
            found = Found(mention.actor, "name")
            if person or not who:
                return found
            body = found if body is UNKNOWN else body
    return body


def _are_people(words: str) -> bool:
    """Return whether a noun of several people ends the words: "former officials"."""
    last = words.rpartition(" ")[2].lower()
    return last.endswith("s") and is_person_noun(last)


def container_speaker(draft: Draft, cast: Cast, outer: Found | None) -> Found:
    """Return the speaker of a draft; inside a quotation "I" and "we" are its speaker, `outer`."""
    if draft.source is not None and draft.quoted:
        words = cast.text[draft.source.start : draft.source.end].lower()
        if words in FIRST_PERSON:
            return cast.speaker(draft) if outer is None else Found(outer.actor, "pronoun")
    return cast.speaker(draft)
