"""Whom a statement was said to."""

import re

from onrecord.records import Actor, ActorKind, Span
from onrecord.statements.drafts import Draft
from onrecord.statements.speakers.cast import Cast, is_heard
from onrecord.text.wordclasses import DETERMINERS, POSSESSIVES, PREPOSITIONS, is_possessive

# "in a phone call with", "during talks with", "in a letter to": who comes next was spoken to.
_TALK = re.compile(
    r"\b(?:in|at|during|on)\s+(?:an?|the|his|her|its|their|separate)?\s*(?:[\w-]+\s){0,3}?"
    r"(?:calls?|meetings?|talks|conversations?|letters?|message|note|address|testimony|interview)\s+"
    r"(?:on \w+ )?(?:with|to)\s+",
    re.IGNORECASE,
)
_SPEAKING = re.compile(
    r"\b(?:speaking|talking|writing)\s+(?:\w+\s){0,2}?(?:to|with)\s+", re.IGNORECASE
)
_ASKED = re.compile(r"\basked by\s+", re.IGNORECASE)
_ANSWERING = re.compile(r"\b(?:responding|replying) to\s+", re.IGNORECASE)
_ADDRESSING = re.compile(r"\baddress(?:ed|ing)\s+", re.IGNORECASE)
# Verbs that aim at the first person or state in their content.
_BEFORE_SPEAKING = frozenset("while when after before in and is was are were later".split())
_OF_SPEAKER = frozenset({"from", "by"})  # "complaints from Norland"
_OPENS_NOUN = frozenset({"the", "a", "an"}) | POSSESSIVES | PREPOSITIONS
_AIMED = frozenset("accuse blame charge demand thank congratulate threaten".split())
_FIRST = re.compile(
    r"\s*(?:that\s+)?(?:(?:the|president|prime|foreign|minister|mr|mrs|ms|dr|general)\b\.?\s*)*",
    re.IGNORECASE,
)
_WHOM = re.compile(r",? whom (?:the )?$")
# "the governor, | Ida Berg |, of fraud"
_IN_APPOSITION = re.compile(
    r"\s*(?:that\s+)?(?:the|an?|its|his|her|their|[A-Z][\w-]+[’']s)"
    r"(?: (?!(?:that|and|or|who|which|of \w+ing)\b)[\w’'-]+){1,6}, "
)
_SUFFERS = re.compile(r" (?:never |not |no longer |at once )?be (?!\w+ing\b)")
# "the | envoy of the guild", "Ida | Berg"
_REST = re.compile(r" (?:(?P<name>[A-Z][\w’'-]+)|[\w’'-]+)[^,.;:()“”\"\n]{0,80}?(?=,| that\b)")
# Behind these another than who is spoken to is named: "speaking to reporters in Oru, where Lund".
_GOES_ON = re.compile(
    r"[.;”“\"]|\b(?:and|on|about|reporters|journalists|where|who|which|when|while|as|after|before)\b"
)
_WHERE = (" in ", " in the ")  # "apologised in | court"
_ONE: frozenset[ActorKind] = frozenset({"person"})
_SEVERAL: frozenset[ActorKind] = frozenset({"group"})
_PRONOUN_REACH = 150  # characters before "him" in which another man would leave it open
_NEAR = 90  # characters between "with" and the name: "his counterpart in Norland, Ida Berg"


def _first_named(draft: Draft, cast: Cast, speaker: str | None) -> str | None:
    """Return who stands first in the content: "accused Norland of", "demanded that Norland"."""
    content = draft.content[0]
    for number, mention in enumerate(cast.index.inside(content)[:2]):
        before = cast.text[content.start : mention.span.start]
        follows = cast.text[mention.span.end : mention.span.end + 20]
        other = mention.actor.id if mention.actor.id != speaker else None
        if follows.startswith(",") and _IN_APPOSITION.fullmatch(before):
            return other
        if _SUFFERS.match(follows):
            return None  # "demanded that troops be sent"
        if not number and _FIRST.fullmatch(before) and not follows.startswith(("’s", "'s")):
            return other
    return None


def _before_whom(draft: Draft, cast: Cast, speaker: str | None) -> str | None:
    """Return of whom a clause tells that he is accused: "Lund, whom Norland accuses of theft"."""
    if draft.source is None:
        return None
    opens = _WHOM.search(cast.text, draft.unit.span.start, draft.source.start)
    if opens is None:
        return None
    for mention in cast.index.before(opens.start() + 1, 1):
        if mention.span.end == opens.start() and mention.actor.id != speaker:
            return mention.actor.id
    return None


def _belongs(draft: Draft, position: int) -> bool:
    """Return whether words at `position` go with the cue: before all content or right behind."""
    first = draft.content[0].start if draft.cue is None else draft.whole.start
    if position < first:
        return True
    source, cue = draft.source, draft.cue
    if source is not None and cue is not None and source.end <= position < cue.start:
        return True  # "Berg addressed Congress and said"
    behind = draft.clause is not None and draft.clause.start <= position <= draft.clause.end + 2
    return behind and not any(piece.start <= position < piece.end for piece in draft.content)


def _opens(before: str) -> bool:
    """Return whether a participle behind these words is of who speaks: "Lund, | speaking | to".

    In "a promise to keep talking to Norland" it is not.
    """
    words = before.split()
    if not words or not words[-1][-1].isalnum():
        return True
    return words[-1].lower() in _BEFORE_SPEAKING


def _is_closed(text: str, draft: Draft, position: int) -> bool:
    """Return whether a comma ends the phrase before the source: "Asked by Lund about it, Berg".

    In "Asked by Lund about Berg’s claim" Berg does not answer.
    """
    start = draft.whole.start if draft.source is None else draft.source.start
    return position > start or "," in text[position:start]


def _find_hearer(draft: Draft, hearer: Span, cast: Cast, speaker: str | None) -> Actor | None:
    """Return who is told: by name, by role, or "him" or "them" who alone is named near by.

    That is as against the speaker: in "Berg phoned Lund and urged him to" it is Lund.
    """
    if cast.text[slice(*hearer)].lower() == "them":
        near = _named_before(draft, hearer, cast, speaker, _SEVERAL)
        return next(iter(near.values())) if len(near) == 1 else None
    if cast.text[slice(*hearer)].lower() in {"me", "us"}:
        return cast.who(hearer).actor
    if not is_heard(cast.text, hearer):
        return cast.name(hearer) or cast.name(_whole(cast.text, hearer))
    found = cast.who(hearer)
    between = _named_between(draft, hearer, cast, speaker)
    here = Span(draft.unit.span.start, hearer.start)
    if len(between) == 1 and not (
        found.actor is not None and found.actor.id in _named_in(here, cast, speaker, _ONE)
    ):
        return next(iter(between.values()))  # "called Lund and warned | him |"
    near = same = _named_before(draft, hearer, cast, speaker, _ONE)
    if not same:
        before = Span(max(0, hearer.start - _PRONOUN_REACH), draft.unit.span.start)
        near = _named_in(before, cast, speaker, _ONE)
    alone = found.actor is not None and set(near) == {found.actor.id}
    return found.actor if alone and (same or found.how == "pronoun") else None


def _named_between(draft: Draft, hearer: Span, cast: Cast, speaker: str | None) -> dict[str, Actor]:
    """Return the people named between the source and who is told, in the same sentence."""
    source = draft.source
    if source is None or not draft.unit.span.start <= source.start < source.end <= hearer.start:
        return {}
    return _named_in(Span(source.end, hearer.start), cast, speaker, _ONE)


def _named_before(
    draft: Draft, hearer: Span, cast: Cast, speaker: str | None, kinds: frozenset[ActorKind]
) -> dict[str, Actor]:
    """Return who but the speaker is named between source and hearer, or else in the sentence."""
    first = draft.unit.span.start
    behind = hearer.start if draft.source is None else draft.source.end
    found = _named_in(Span(max(first, behind), hearer.start), cast, speaker, kinds)
    return found or _named_in(Span(first, hearer.start), cast, speaker, kinds)


def _named_in(
    span: Span, cast: Cast, speaker: str | None, kinds: frozenset[ActorKind]
) -> dict[str, Actor]:
    """Return who of these kinds is named in the span, but for the speaker."""
    named = (mention.actor for mention in cast.index.inside(span))
    return {each.id: each for each in named if each.kind in kinds and each.id != speaker}


def _core(text: str, hearer: Span) -> Span:
    """Return a hearer without when and where: "reporters | before a lunch with members"."""
    rest = _WHEN_TOLD.search(text, *hearer)
    return hearer if rest is None else Span(hearer.start, rest.start())


_WHEN_TOLD = re.compile(r" (?:before|after|during|ahead of|outside|while|aboard) ")


def _whole(text: str, hearer: Span) -> Span:
    """Return the whole phrase of a hearer that breaks off in it: "a call with the | envoy".

    It goes on to the next comma or stop.
    """
    words = text[slice(*hearer)]
    leans = words.lower() in DETERMINERS
    rest = _REST.match(text, hearer.end)
    if rest is None or not (leans or (words.istitle() and words.isalpha() and rest["name"])):
        return hearer
    return Span(hearer.start, rest.end())


def _told_behind(draft: Draft, cast: Cast, speaker: str | None) -> str | None:
    """Return who is named right behind a cue that tells somebody: "alerted | Norland | to".

    So whoever the speaker met meanwhile: "In a call with Berg, Lund alerted Norland to".
    """
    cue, entry = draft.cue, draft.entry
    if cue is None or entry is None or "hearer" not in entry.frames or entry.lemma in _AIMED:
        return None
    if draft.hearer is not None and draft.hearer.start >= cue.start:
        return None
    for mention in cast.index.inside(Span(cue.end, max(cue.end, draft.content[0].start)))[:1]:
        between = cast.text[cue.end : mention.span.start]
        alone = not cast.text[mention.span.end : draft.content[0].start].strip()
        if alone and _FIRST.fullmatch(between) and mention.actor.id != speaker:
            return mention.actor.id
    return None


def _is_noun(draft: Draft) -> bool:
    """Return whether a noun announces it: whom its sentence tells of was told something else.

    "He spoke to the press after complaints from Norland that" has them told to somebody else.
    """
    if draft.cue is None:
        return False
    tokens, first = draft.unit.tokens, draft.unit.at(draft.cue.start)
    before = tokens[first - 1].lower if first else ""
    behind = tokens[first + 1].lower if first + 1 < len(tokens) else ""
    noun = before in _OPENS_NOUN or is_possessive(before)
    return noun or behind in _OF_SPEAKER


def find_addressee(draft: Draft, cast: Cast, speaker: str | None) -> str | None:
    """Return the id of the actor that is told, warned, asked, called or met, if one is named."""
    told = _told_behind(draft, cast, speaker)
    if told is not None:
        return told
    if draft.hearer is not None and not cast.text.endswith(_WHERE, 0, draft.hearer.start):
        actor = _find_hearer(draft, _core(cast.text, draft.hearer), cast, speaker)
        return actor.id if actor is not None and actor.id != speaker else None
    if draft.entry is not None and draft.entry.lemma in _AIMED:
        return _before_whom(draft, cast, speaker) or _first_named(draft, cast, speaker)
    if _is_noun(draft):
        return None
    unit = draft.unit.span
    for pattern in (_TALK, _SPEAKING, _ASKED, _ANSWERING, _ADDRESSING):
        for match in pattern.finditer(cast.text, unit.start, unit.end):
            if not _belongs(draft, match.start()):
                continue
            if pattern is _ASKED and not _is_closed(cast.text, draft, match.end()):
                continue
            if pattern is _SPEAKING and not _opens(cast.text[unit.start : match.start()]):
                continue
            for mention in cast.index.inside(Span(match.end(), min(unit.end, match.end() + _NEAR))):
                between = cast.text[match.end() : mention.span.start]
                if mention.actor.kind == "state" and re.match(
                    r"\s+[a-z]", cast.text[mention.span.end : mention.span.end + 3]
                ):
                    continue  # "his Norland counterpart Ida Berg"
                if _GOES_ON.search(between) is None and mention.actor.id != speaker:
                    return mention.actor.id
                break
    return None
