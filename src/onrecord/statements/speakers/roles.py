"""Role memory: who "the minister" or "the ministry" is in this article."""

import re
from collections.abc import Mapping, Sequence

from onrecord.coreference import Mention, MentionIndex
from onrecord.records import Actor, Span
from onrecord.statements.speakers.pronouns import PronounMemory
from onrecord.statements.speakers.role_words import (
    PLACES,
    WORD,
    apposition_words,
    stands_in_front,
    title_words,
    words_apposed,
    words_of,
    words_of_work,
)
from onrecord.statements.speakers.sources import UNKNOWN, Found
from onrecord.text.party_tags import state_behind
from onrecord.text.wordclasses import BODY_NOUNS, is_person_noun, is_verb_form

_LEADERS = frozenset("president premier chancellor king queen emir ruler".split())


_PAPERS_BACK = 40  # mentions before "the statement" among which its issuer is looked for
_ISSUED_BACK = 1500  # characters before it in which "he said in a statement" is looked for
_STATES_BACK = 400  # mentions before "the country": only where one state is named is it that
_COUNTRY = re.compile(r"(?:the|this|that) (?:country|nation|kingdom)", re.IGNORECASE)
_UNNAMED_BACK = 40  # mentions before "the officer" among which one is looked for
_JOINED = re.compile(r",? and (?:[\w.’'-]+ ){0,3}$")  # "Kenya and Peru": two have issued it
_ISSUER = re.compile(r"\b(?:he|she|it|they)\b", re.IGNORECASE)
_PAPER = re.compile(
    r"(?:the|this|that|its|his|her|their) (statement|letter|report|memo|communiqu[eé]|note|filing|"
    r"release|email|message|resolution|study|appeal|lawsuit|brief|petition|complaint|affidavit|"
    r"article|indictment|opinion|dissent|bulletin)"
    r"(?: (?:to|obtained|released|published|sent|dated)\b.*)?",
    re.IGNORECASE | re.DOTALL,
)


_AGED = re.compile(r"the (\d{1,3})[- ]year[- ]old\b", re.IGNORECASE)
_AGE_BEHIND = re.compile(r"(?:,| \() ?(?:aged )?(\d{1,3})[,.)]|, an? (\d{1,3})-year-old")
_AGE_BEFORE = re.compile(r"\b(\d{1,3})-year-old (?:[\w-]+ ){0,4}$")
_AGE_NEAR = 60  # characters before a name


_NEWSPAPER = re.compile(
    r"\b(?:Times|Post|Journal|Tribune|Herald|Guardian|Gazette|Telegraph|Independent|Chronicle|Mail|"
    r"Globe|Observer|USA Today|Newspaper|NYT|WSJ)$"
)
# "the agency": a bureau or service, or one that is called by its first letters.
_AGENCY = re.compile(
    r"\b(?:Agency|Bureau|Administration|Service|Enforcement)\b|"
    r"^(?:FBI|CIA|NSA|ICE|DEA|ATF|IRS|TSA|FAA|EPA|FEMA|NASA|IAEA|FDA|CDC)$"
)
_NETWORK = re.compile(r"^(?:ABC|CBS|NBC|CNN|MSNBC|BBC|PBS|NPR|CNBC|C-SPAN|Univision|Fox)\b")
# A newspaper that is nobody known: "the headline in the Daily Coast".
_UNKNOWN_PAPER = re.compile(r"\b(?:the|[Tt]abloid|[Dd]aily|[Ww]eekly) (?:[A-Z][\w’'-]+ ?){2,4}")
_KINDS = {
    "newspaper": _NEWSPAPER,
    "paper": _NEWSPAPER,
    "agency": _AGENCY,
    "network": _NETWORK,
    "broadcaster": _NETWORK,
}


class RoleMemory:
    """The roles that an article gives people: by `Actor.role` and by the words around them."""

    def __init__(
        self,
        text: str,
        actors: Sequence[Actor],
        index: MentionIndex,
        pronouns: PronounMemory,
        found: Mapping[Span, Found],
    ) -> None:
        """`found` is who the sources and subjects read so far are, and grows while reading."""
        self._text = text
        self._found = found
        self._index = index
        self._pronouns = pronouns
        self._roles: dict[str, set[str]] = {}
        for actor in actors:
            if actor.kind == "person":
                self._roles[actor.id] = words_of(actor.role or "") | words_of(actor.body or "")
        for mention in index.mentions:
            if mention.actor.id in self._roles:
                # What stands in the paragraph before, as a headline does, is no title.
                before = text[max(0, mention.span.start - 60) : mention.span.start]
                before = before.rpartition("\n")[2]
                after = text[mention.span.end : mention.span.end + 80].partition("\n")[0]
                self._roles[mention.actor.id] |= title_words(before)
                if not _acts(after):  # "It was signed by the mayor, Lund said"
                    self._roles[mention.actor.id] |= words_apposed(before)
                if not stands_in_front(text, mention.span):
                    self._roles[mention.actor.id] |= apposition_words(after)
                self._roles[mention.actor.id] -= _past_words(before)
                state = state_behind(after)
                self._roles[mention.actor.id] |= set() if state is None else {state}
                self._roles[mention.actor.id] |= words_of_work(after)
        for words in self._roles.values():
            # "Lund, the mayor’s daughter": the role that an actor is given may be the owner's.
            words -= {word.removesuffix("'s") for word in words if word.endswith("'s")}

    def find(self, text: str, source: Span) -> Found:
        """Return who the described source is: the one person before it whose roles hold its words.

        Of two who fit, the one who spoke or acted last is a guess.
        """
        phrase = text[source.start : source.end]
        core = PLACES.split(phrase.split(",")[0])[0]
        if not re.match(r"(?:the|this|that|his|her|its|their)\b", phrase, re.IGNORECASE):
            return UNKNOWN
        aged = _AGED.match(phrase)
        if aged is not None:
            return self._find_aged(text, aged[1], source.start)
        words = words_of(core)
        if not words:
            return UNKNOWN
        if any(is_person_noun(word) for word in words):
            known = self._find_person(words, source.start)
            if known.actor is None or self._is_another_since(text, core, known.actor, source.start):
                return self._find_unnamed(text, core, source.start)
            if self._has_another_spoken(text, core, source.start):
                return UNKNOWN
            return known
        if _COUNTRY.fullmatch(phrase):
            return self._find_state(source.start)
        if words & BODY_NOUNS:
            return self._find_body(words, source.start)
        paper = _PAPER.fullmatch(phrase)
        return UNKNOWN if paper is None else self._find_issuer(text, paper[1], source.start)

    def _find_person(self, words: set[str], position: int) -> Found:
        wanted = words - {"spokesman", "spokeswoman", "spokesperson"}
        if wanted != words:
            wanted |= {"spokes"}
        found: dict[str, Actor] = {}
        for mention in self._index.before(position, 400):
            actor = mention.actor
            if actor.kind == "person" and _holds(self._roles.get(actor.id, set()), wanted):
                found.setdefault(actor.id, actor)
        if not found:
            return UNKNOWN
        return self._choose(list(found.values()))

    def _find_aged(self, text: str, age: str, position: int) -> Found:
        """Return who "the 31-year-old" is: who alone is told to be so old, or alone named near by.

        Near by is the paragraph, or the one before where nobody is named in it.
        """
        people = [
            each
            for each in self._index.before(position, _UNNAMED_BACK)
            if each.actor.kind == "person"
        ]
        ages = {each.actor.id: told for each in people if (told := _age_at(text, each.span))}
        of_age = {each.actor.id: each.actor for each in people if ages.get(each.actor.id) == age}
        if len(of_age) == 1:
            return Found(next(iter(of_age.values())), "role")
        near = _in_paragraph(text, people, position)
        named = {each.actor.id: each.actor for each in near}
        alone = len(named) == 1 and not named.keys() & ages.keys()
        return Found(next(iter(named.values())), "role") if alone else UNKNOWN

    def _find_unnamed(self, text: str, phrase: str, position: int) -> Found:
        """Return the one without a name whom "the officer" takes up: "a Norland navy officer".

        If somebody with a name has spoken or acted since, it may be that one, and so it may be
        another officer.
        """
        words = [word.lower() for word in WORD.findall(phrase)]
        near = self._index.before(position, _UNNAMED_BACK)
        for mention in near:
            actor = mention.actor
            name = [word.lower() for word in WORD.findall(actor.name)]
            if actor.kind != "group" or name[-1:] != words[-1:] or not set(words[1:]) <= set(name):
                continue
            another = rf"\b(?:an?|another|one) (?:[\w.’'-]+ ){{0,4}}{words[-1]}\b"
            if re.search(another, text[mention.span.end : position], re.IGNORECASE):
                return UNKNOWN
            people = [each.actor for each in near if each.actor.kind == "person"]
            return Found(actor, "role") if self._pronouns.has_the_floor(actor, people) else UNKNOWN
        return UNKNOWN

    def _is_another_since(self, text: str, phrase: str, known: Actor, position: int) -> bool:
        """Return whether one without a name is told of since the one known: "his minister said"."""
        *qualities, head = [word.lower() for word in WORD.findall(phrase)][1:] or [""]
        near = self._index.before(position, _UNNAMED_BACK)
        far = min((each.span.start for each in near), default=position)
        last = next((each.span.end for each in near if each.actor is known), far)
        another = rf"\b(?:an?|another|one|his|her|their) (?:[\w.’'-]+ ){{0,4}}?{re.escape(head)}\b"
        found = re.search(another, text[last:position], re.IGNORECASE)
        apposed = found is not None and found.start() <= len(", ")  # "Berg, a judge,"
        return bool(head) and not qualities and found is not None and not apposed

    def _has_another_spoken(self, text: str, phrase: str, position: int) -> bool:
        """Return whether one without a name is a source before: "a lawyer who knew him said"."""
        *qualities, head = [word.lower() for word in WORD.findall(phrase)][1:] or [""]
        another = re.compile(
            rf"(?:an?|another|one) (?:[\w.’'-]+ ){{0,4}}?{re.escape(head)}\b", re.IGNORECASE
        )
        return not qualities and any(
            span.start < position and another.match(text, *span) for span in self._found
        )

    def _find_state(self, position: int) -> Found:
        """Return the state that alone is named before "the country", if it is."""
        states = {
            each.actor.id: each.actor
            for each in self._index.before(position, _STATES_BACK)
            if each.actor.kind == "state"
        }
        return Found(next(iter(states.values())), "role") if len(states) == 1 else UNKNOWN

    def _find_issuer(self, text: str, paper: str, position: int) -> Found:
        """Return whose statement "the statement" is: who last issued one, or said so in one."""
        before = re.compile(rf"\b{paper} (?:by|from) (?:[\w.’'-]+ ){{0,6}}$", re.IGNORECASE)
        behind = _issues(paper)
        low = max(0, position - _ISSUED_BACK)
        told = _last(
            re.compile(rf"\b(?:an?|its|his|her|their) (?:\w+ )?{paper}\b"), text, low, position
        )
        pronoun = _last(_ISSUER, text, low, position, behind)
        near = self._index.before(position, _PAPERS_BACK)
        ends = {mention.span.end for mention in near}
        for mention in near:
            start, end = mention.span
            if start < pronoun.start:
                break
            by = before.search(text[max(0, start - 90) : start])
            issued = behind.match(text, end)
            if by or issued:
                later = issued is not None and issued.end() < told.end
                link = _JOINED.search(text, max(0, start - 60), start)
                joined = link is not None and link.start() in ends
                return UNKNOWN if later or joined else Found(mention.actor, "body")
        issuer = self._found.get(pronoun, UNKNOWN)
        issued = behind.match(text, pronoun.end)
        later = issued is None or issued.end() < told.end
        return UNKNOWN if later or issuer.actor is None else Found(issuer.actor, "body")

    def _choose(self, actors: Sequence[Actor]) -> Found:
        """Return the only one, or as a guess the one who spoke or acted last."""
        if len(actors) == 1:
            return Found(actors[0], "role")
        latest = self._pronouns.latest(actors)
        return UNKNOWN if latest is None else Found(latest, "guess")

    def _find_body(self, words: set[str], position: int) -> Found:
        found: dict[str, Actor] = {}
        for mention in self._index.before(position, 200):
            actor = mention.actor
            if actor.kind == "organisation" and words <= words_of(
                f"{actor.name} {actor.body or ''}"
            ):
                found.setdefault(actor.id, actor)
        if not found:
            return self._find_of_kind(words, position)
        return self._choose(list(found.values()))

    def _find_of_kind(self, words: set[str], position: int) -> Found:
        """Return the body last named that "the newspaper" or "the agency" can mean by its name."""
        kind = _KINDS.get(" ".join(words))
        if kind is None:
            return UNKNOWN
        for mention in self._index.before(position, _PAPERS_BACK):
            actor = mention.actor
            if actor.kind == "organisation" and kind.search(actor.name):
                since = self._text[mention.span.end : position]
                unknown = kind is _NEWSPAPER and _UNKNOWN_PAPER.search(since)
                return UNKNOWN if unknown else Found(actor, "body")
        return UNKNOWN


def _acts(after: str) -> bool:
    """Return whether a verb stands right behind a name: "Lund | said"."""
    word = WORD.match(after.lstrip())
    return word is not None and word[0].islower() and is_verb_form(word[0])


def _past_words(before: str) -> set[str]:
    """Return the words of an office that was somebody's at the time: "the then premier, | Lund"."""
    past = _PAST_OFFICE.search(before)
    return set() if past is None else words_of(past["office"])


_PAST_OFFICE = re.compile(r"\b[Tt]hen[- ](?P<office>(?:[\w’'-]+ ){0,4}[\w’'-]+),? $")


def _in_paragraph(text: str, people: Sequence[Mention], position: int) -> list[Mention]:
    """Return who is named before `position` in its paragraph, else who is in the one before."""
    start = text.rfind("\n", 0, position) + 1
    near = [each for each in people if each.span.start >= start]
    if near or not start:
        return near
    end = len(text[:start].rstrip("\n"))
    start = text.rfind("\n", 0, end) + 1
    return [each for each in people if each.span.start >= start]


def _age_at(text: str, name: Span) -> str | None:
    """Return how old somebody is told to be next to the name: "Berg, 31,", "31-year-old Berg"."""
    behind = _AGE_BEHIND.match(text, name.end)
    before = _AGE_BEFORE.search(text, max(0, name.start - _AGE_NEAR), name.start)
    found = behind or before
    return None if found is None else next(filter(None, found.groups()))


def _issues(paper: str) -> re.Pattern[str]:
    """Return what stands behind who issues a paper: "Berg | issued a statement"."""
    return re.compile(
        rf"[’']s? (?:[\w-]+ ){{0,2}}{paper}\b"
        r"| (?:(?:later|also|then|\w+ly) )?(?:said|says|saying|announced|wrote|added|warned|"
        rf"confirmed|urged|pressed|asked|demanded|complained)\b[^.“”\"]{{0,60}}? in "
        rf"(?:an?|its|his|her|their) (?:[\w-]+ ){{0,2}}{paper}\b"
        r"| (?:ha(?:s|d|ve) )?(?:(?:later|also|then|\w+ly) )?(?:issued|released|published|sent|"
        r"put out|posted|circulated|filed) "
        rf"(?:an?|its|his|her|their) (?:[\w-]+ ){{0,3}}{paper}\b",
        re.IGNORECASE,
    )


def _last(
    pattern: re.Pattern[str], text: str, low: int, high: int, behind: re.Pattern[str] | None = None
) -> Span:
    """Return the last place of a pattern with another one `behind` it, before the text if none."""
    found = Span(-1, -1)
    for match in pattern.finditer(text, low, high):
        if behind is None or behind.match(text, match.end()):
            found = Span(*match.span())
    return found


def _holds(roles: set[str], wanted: set[str]) -> bool:
    """Return whether roles are those that are wanted; "the Norland leader" is its president."""
    if wanted <= roles:
        return True
    rest = wanted - {"leader"}
    return bool(rest) and rest < wanted and rest <= roles and bool(roles & _LEADERS)
