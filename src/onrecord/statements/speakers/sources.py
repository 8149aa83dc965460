"""From the words of a source to the actor they name: by name, by body, or by role."""

import re
from dataclasses import dataclass
from typing import Literal

from onrecord.coreference import Mention, MentionIndex
from onrecord.records import Actor, Span
from onrecord.statements.speakers.joint import list_several
from onrecord.statements.speakers.several import are_several
from onrecord.statements.speakers.source_words import LINK, LONGEST_TITLE, RELATION, WORD, is_head
from onrecord.text.wordclasses import BODY_NOUNS, PREPOSITIONS, is_person_noun

# How an actor was found, from the surest to the least sure.
How = Literal["name", "role", "body", "pronoun", "carried", "guess", "unknown"]

# "a spokeswoman for | Ida Berg |", where what speaks is cut.
_SPOKEN_FOR = re.compile(r"\bspokes\w+ (?:for|of) (?:the )?$", re.IGNORECASE)
_BEFORE = 40  # characters before a source that are looked at
# "Ida Berg, Norland Democrat and a critic of the mine": what is told of her, and no other person.
_APPOSED_TWICE = re.compile(
    r", [^,]{2,40} and (?:an?|the|one of the|former) (?P<noun>[^,]*?)"
    r"(?: (?:of|in|for|on) [^,]*)?,?\W*"
)


# "Twelve senators — six Republicans and six Democrats —": what kind they are.
_COUNTED_ASIDE = re.compile(
    r"(?P<head>[^—–]{3,60}) [—–] (?:all|an?|half|most|mostly|some|one|two|three|four|five|six|"
    r"seven|eight|nine|ten|\d+) [^—–]+ [—–]\W*"
)
# "Norland and Kesh, the guarantors of the truce": what is told of both.
_BEHIND_TWO = re.compile(
    r"(?P<two>[^,]{2,60} and [^,]{2,60}), (?:the|both|two|three|on behalf of) (?!.*, and )[^,]*,?"
)


@dataclass(frozen=True, slots=True)
class Found:
    """The actor that a source means, and how that was found out.

    `several` are those who speak together; then no single one of them is `actor`.
    """

    actor: Actor | None
    how: How
    several: tuple[Actor, ...] = ()


UNKNOWN = Found(None, "unknown")


def name_source(text: str, source: Span, index: MentionIndex) -> Found:
    """Return the actor that the words of `source` name.

    The head of the phrase counts: not the owner ("Baru’s lawyer"), not who stands behind "for" or
    "of" ("a spokesman for Baru"), and not who stands in a relative clause.
    """
    if _SPOKEN_FOR.search(text, max(0, source.start - _BEFORE), source.start):
        return UNKNOWN
    of_two = _ELDER.match(text, *source)
    if of_two is not None:
        return _of_two(index, of_two["name"], of_two["age"] == "younger")
    counted = _COUNTED_ASIDE.fullmatch(text, *source)
    if counted is not None:
        source = Span(source.start, counted.end("head"))
    one = next((each for each in index.inside(source) if _is_one_of(text, source, each)), None)
    if one is not None:
        return Found(one.actor, "name")
    apposed = _BEHIND_TWO.fullmatch(text, *source)
    if apposed is not None:
        source = Span(source.start, apposed.end("two"))
    mentions = [each for each in index.inside(source) if not _is_left(text, source, each)]
    bearer = (
        _bearer(text, source, index)
        or _last_name(text, source, mentions)
        or _apposed(text, source, mentions)
    )
    if bearer is not None:
        return Found(bearer, "name")
    heads = [mention for mention in mentions if is_head(text, source, mention)]
    if len(mentions) == len(heads) == 1 and _is_whole(text, source, heads[0]):
        return Found(heads[0].actor, "name")  # "the Rail, Tram and Bus Union"
    people = _without_role(text, source, [each for each in heads if each.actor.kind == "person"])
    if people and _is_one(text, source, mentions, people[0]):
        return Found(people[0].actor, "name")
    if are_several(text, source, mentions, heads):
        several = list_several(text, source, mentions, heads)
        return Found(None, "name", several) if several else UNKNOWN
    if people:
        return Found(people[0].actor, "name")
    if heads:
        return Found(heads[0].actor, "name" if _fills(text, source, heads[0]) else "body")
    author = _author(text, source, mentions)
    if author is not None:
        return Found(author, "body")
    spoken_for = _spoken_for(text, source, mentions)
    if spoken_for is not None:
        return Found(spoken_for, "body")
    by_surname = None if mentions else index.by_surname(text[slice(*source)].split(",")[0])
    return UNKNOWN if by_surname is None else Found(by_surname, "name")


def _is_left(text: str, source: Span, mention: Mention) -> bool:
    """Return whether who speaks has left the body: "a former | Harbour Board | official"."""
    body = mention.actor.kind in {"organisation", "state"}
    return body and _LEFT.search(text, source.start, mention.span.start) is not None


_LEFT = re.compile(
    r"\b(?:former|onetime|one-time|retired|ex)[ -](?:(?:top|senior|\w+ly) )?$", re.IGNORECASE
)


def _is_one_of(text: str, source: Span, mention: Mention) -> bool:
    """Return whether a name tells who "one of them" is: "One of them, Ida Berg, a nurse, said"."""
    if mention.actor.kind != "person" or text[mention.span.end : mention.span.end + 1] != ",":
        return False
    return _ONE_OF_THEM.fullmatch(text, source.start, mention.span.start) is not None


_ONE_OF_THEM = re.compile(
    r"(?:one|another) of (?:them|these|those|(?:the|his|her|its|their) [^,]{2,40}), "
    r"(?:[A-Z][\w.’'-]* )*",
    re.IGNORECASE,
)
# "the younger Mr Berg", "the elder Berg"
_ELDER = re.compile(
    r"(?:[Tt]he )(?P<age>younger|elder|older) (?:(?:Mr|Mrs|Ms|Dr)\.? )?(?P<name>[A-Z][\w’'-]+)\W*$"
)


def _of_two(index: MentionIndex, name: str, younger: bool) -> Found:
    """Return which of two of one name it is, if the page calls one of them "Jr."."""
    of_name = {
        each.actor.id: each.actor
        for each in index.mentions
        if each.actor.kind == "person" and name in each.actor.name.split()
    }
    juniors = [actor for actor in of_name.values() if _JUNIOR.search(actor.name)]
    seniors = [actor for actor in of_name.values() if actor not in juniors]
    meant = juniors if younger else seniors
    known = bool(juniors) and len(meant) == 1
    return Found(meant[0], "name") if known else UNKNOWN


_JUNIOR = re.compile(r"\bJr\b")


def _is_whole(text: str, source: Span, mention: Mention) -> bool:
    """Return whether the source is no more than the mention and its article."""
    before = text[source.start : mention.span.start].strip().lower()
    return before in {"", "the"} and not text[mention.span.end : source.end].strip(" ,")


def _is_one(text: str, source: Span, mentions: list[Mention], person: Mention) -> bool:
    """Return whether all that stands behind a person tells of that one: "Ida Berg, D-Oru and a
    critic of the mine"."""
    behind = [mention for mention in mentions if mention.span.start >= person.span.end]
    if any(mention.actor.kind == "person" for mention in behind):
        return False
    told = _APPOSED_TWICE.fullmatch(text, person.span.end, source.end)
    return told is not None and any(
        map(is_person_noun, re.findall(r"[a-z]+", told["noun"].lower()))
    )


def _without_role(text: str, source: Span, people: list[Mention]) -> list[Mention]:
    """Return the people without the first where it is but the role of who is named behind it.

    So it is in "Peru’s navy chief, Admiral Ole Lind", where the chief is known as somebody, and in
    "Ranking Member Rep. Ole Lind".
    """
    if len(people) != 2:
        return people
    role, name = (mention.span for mention in people)
    noun = text[slice(*role)].split()[-1]
    if is_person_noun(noun.lower()) and _TITLED.fullmatch(text, role.end, name.start):
        return people[1:]
    if not noun.islower() or not is_person_noun(noun):
        return people
    apposed = _APPOSED_TITLE.fullmatch(text, role.end, name.start) is not None
    return people[1:] if apposed and _BEHIND_NAME.fullmatch(text, name.end, source.end) else people


_TITLED = re.compile(r" (?:[A-Z][a-z]+\. )?")
_APPOSED_TITLE = re.compile(r", (?:[A-Z][\w.’'-]* ){0,5}")


def _bearer(text: str, source: Span, index: MentionIndex) -> Actor | None:
    """Return who is named right behind a role that the source ends with: "Oslo’s coach", Ole Lind.

    Sources end there when the name is read as an apposition. The role's time may stand
    between, and the state of who has it: "the head for May, Peru’s Ole Lind".
    """
    words = text[source.start : source.end].rstrip(" ,")
    end = source.start + len(words)
    owner = _OF_STATE.match(text, end)
    role = WORD.findall((_ROLES_TIME if owner is None else _ROLES_PLACE).sub("", words))[-1:]
    if not role or not is_person_noun(role[0].lower()) or not words[-1].isalnum():
        return None
    start = end if owner is None else owner.end("owner")
    behind = index.inside(Span(start, start + 12))
    if not behind or behind[0].actor.kind != "person":
        return None
    between = _APPOSES.fullmatch(text, end, behind[0].span.start)
    if between is None:
        return None
    # "According to police, Ole Lind was hurt": a name that no comma closes is somebody else.
    if between["comma"] is not None and (
        _SEVERAL.search(role[0]) or not _CLOSED.match(text, behind[0].span.end)
    ):
        return None
    return behind[0].actor


_OF_STATE = re.compile(r", (?P<owner>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}[’']s )(?=[A-Z])")
_ROLES_PLACE = re.compile(r" (?:for|in|at) (?:(?:the|this) )?[^\s,]+$")
_ROLES_TIME = re.compile(
    r" (?:for|since|until) (?:\d{4}|(?:January|February|March|April|May|June|July|"
    r"August|September|October|November|December))$"
)
_APPOSES = re.compile(r"(?P<comma>,)? (?:[A-Z][\w ’'-]*[’']s )?(?:(?:Mr|Mrs|Ms|Dr|Sir)\.? )?")
_SEVERAL = re.compile(r"(?:(?<!s)s|police|people|\bmen|women)$", re.IGNORECASE)
_CLOSED = re.compile(r"\s*(?:[^\w\s(“\"‘']|[”\"’]?\s*$)")


def _last_name(text: str, source: Span, mentions: list[Mention]) -> Actor | None:
    """Return who is named at the end of a source behind an office and its place or body.

    "Governor of Norland Ida Berg", "director of the Harbour Board Ida Berg" are one person; "a
    spokesman for President Berg" is not Berg.
    """
    if not mentions or mentions[-1].actor.kind != "person":
        return None
    last = mentions[-1]
    before = text[source.start : last.span.start]
    link = re.match(r"(?P<role>[^,]*?) (?:of|for|at|in) (?P<place>[^,]*?)$", before)
    if text[last.span.end : source.end].strip() or link is None:
        return None
    role = WORD.findall(link["role"])[-1:]
    if not role or RELATION.search(role[0]):
        return None
    title = WORD.findall(link["place"])[-1:] or [""]
    if role[0].lower() in BODY_NOUNS and title[0].islower() and is_person_noun(title[0]):
        return last.actor  # "Oru Board of Trustees chairman | Ida Berg"
    if not link["place"]:  # the place is taken for a part of the name
        return last.actor if role[0] in _OFFICES and last.actor.name.count(" ") > 1 else None
    place = [word for word in WORD.findall(link["place"]) if word not in _COURTESY]
    named = [word for word in place if word[0].isupper() and not is_person_noun(word.lower())]
    return last.actor if named and is_person_noun(role[0].lower()) else None


def _apposed(text: str, source: Span, mentions: list[Mention]) -> Actor | None:
    """Return who is named behind a role of a body: "a spokesman for the union in Oslo, Ole Lind".

    A title may stand before the name: "her colleague in the north, Judge Ida Berg". Behind "a
    spokesman for the minister, Ida Berg" she may be the minister.
    """
    if not mentions or mentions[-1].actor.kind != "person":
        return None
    last = mentions[-1]
    role, comma, title = text[source.start : last.span.start].rpartition(",")
    link = LINK.search(role)
    title = _AGED.sub("", _FORMER.sub("", title))
    if not comma or "," in role or link is None or not _is_title(title.split()):
        return None
    if not _BEHIND_NAME.fullmatch(text, last.span.end, source.end):
        return None
    if _ONE_OF.match(role):
        return last.actor
    head, behind = WORD.findall(role[: link.start()])[-1:], WORD.findall(role[link.end() :])
    if not head or not behind or not is_person_noun(head[0].lower()):
        return None
    people = any(
        is_person_noun(part) and not _is_many(part)
        for word, after in zip(behind, [*behind[1:], ""], strict=True)
        if not (word.lower() == "general" and after.lower() in _GENERAL)
        for part in word.lower().split("-")
    )
    named = any(
        each.actor.kind == "person" and text[each.span.start].isupper() for each in mentions[:-1]
    )
    return None if people or named else last.actor


def _is_many(noun: str) -> bool:
    """Return whether a noun is of several, none of whom is named behind it: "pilots", "women"."""
    return noun.endswith(("s", "people", "men")) and not noun.endswith("ss")


def _is_title(words: list[str]) -> bool:
    """Return whether the words before a name are at most its title: "Brigadier"."""
    if len(words) > LONGEST_TITLE:
        return False
    post = len(words) < LONGEST_TITLE and bool(words) and is_person_noun(words[-1].lower())
    plain = post and all(word.isalpha() and word not in PREPOSITIONS for word in words)
    return plain or all(word[0].isupper() or is_person_noun(word.lower()) for word in words)


_AGED = re.compile(r"^\s*\d{1,3}-year-old ")
_FORMER = re.compile(r"^\s*(?:the )?(?:late|former|then) ")
_BEHIND_NAME = re.compile(
    r"(?: of (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*(?: [a-z]+)?)?[ ,]*(?:who\b.*)?", re.DOTALL
)
_ONE_OF = re.compile(r"(?:one|another|two|some) of\b", re.IGNORECASE)
_GENERAL = frozenset("staff assembly secretariat council directorate hospital".split())
_OFFICES = frozenset("Governor Mayor Senator governor mayor senator".split())
_COURTESY = frozenset("Mr Mrs Ms Dr Sir Lord".split())


def _fills(text: str, source: Span, mention: Mention) -> bool:
    """Return whether little but the mention stands in the source."""
    rest = (
        text[source.start : mention.span.start] + text[mention.span.end : source.end].split(",")[0]
    )
    return all(
        word.lower() in {"the", "a", "an", "on"} or not word.islower()
        for word in WORD.findall(rest)
    )


def _author(text: str, source: Span, mentions: list[Mention]) -> Actor | None:
    """Return whose paper speaks: "the Coal Board’s report", "a letter from Mayor Ida Berg".

    A paper about somebody is not theirs, but "Berg’s account" is, and so is "the report, written
    by the judge Ida Berg".
    """
    words = text[source.start : source.end]
    link = LINK.search(words)
    opening = words[: link.start()] if link else words
    head = WORD.findall(_MADE.sub("", opening))[-1:]
    if not head or head[0].lower() not in _PAPERS:
        return None
    for mention in mentions:
        if link is not None and _is_by(text, source.start + link.start(), mention):
            return mention.actor
        if mention.actor.kind == "person":
            end = source.start + len(opening.rstrip(" ,"))
            owned = _OWNED.match(text[mention.span.end : end])
            if owned is not None and owned[1] == head[0]:
                return mention.actor
            continue
        if mention.actor.kind not in {"organisation", "state"}:
            continue
        if text[mention.span.start : mention.span.end].lower() == "court":
            continue  # a "court filing" is somebody's at a court
        if link is None or mention.span.end <= source.start + link.start():
            return mention.actor
    return None


def _is_by(text: str, start: int, mention: Mention) -> bool:
    """Return whether who is named has written the paper: "by Mayor | Berg".

    Of "by the | Norland | Board of Mines" it is not the state.
    """
    if mention.actor.kind == "state" and text[mention.span.end + 1 :][:1].isupper():
        return False
    found = _BY.fullmatch(text, start, mention.span.start)
    return found is not None and (found["role"] is None or is_person_noun(found["role"]))


_BY = re.compile(
    r"(?:by|from) (?:the )?(?:former )?(?:(?P<role>(?!former\b)[a-z]+) )?(?:[A-Z][\w.’'-]* )*"
)
# "the report, written | by". A newspaper may publish whose letter it likes, but no study.
_MADE = re.compile(
    r",? (?:written|prepared|compiled|drafted|drawn up|authored|signed|issued) $"
    r"|(?<=\breport|.\bstudy|\breview),? (?:published|released) $"
)
_OWNED = re.compile(
    r"[’']s? (?:[A-Z][a-z]{2,8}\.? \d{1,2} )?(?:(?!(?:of|for|to|on|in|by)\b)[a-z-]+ ){0,2}?(\w+)$"
)
_PAPERS = frozenset(
    "account statement report letter document memo release communique communiqué filing study "
    "analysis review assessment declaration announcement tweet email message bulletin website site "
    "blog newsletter editorial filings sheet cable".split()
)


def _spoken_for(text: str, source: Span, mentions: list[Mention]) -> Actor | None:
    """Return the body that an unnamed spokesman speaks for, and not one of his chief's.

    Of "a spokesman for Mr Berg, who leads the fleet" the fleet does not speak.
    """
    if re.search(r"\bspokes\w+", text[source.start : source.end], re.IGNORECASE) is None:
        return None
    bodies: list[Actor] = []
    for mention in mentions:
        if _CLAUSE.search(text, source.start, mention.span.start):
            break
        if mention.actor.kind in {"organisation", "state"}:
            bodies.append(mention.actor)
    return bodies[-1] if bodies else None


_CLAUSE = re.compile(r", (?:who|which|whose)\b")
