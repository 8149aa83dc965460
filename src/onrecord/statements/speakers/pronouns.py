"""Who "he", "she", "it" and "they" are where somebody speaks.

A person is who fits best of the people named near by (`onrecord.coreference`), weighed by who spoke
last and who was only spoken of; a body is the last source or subject.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from onrecord.coreference import GENDERS, Gender, MentionIndex, People, Rating
from onrecord.coreference.people import REACH
from onrecord.records import Actor, PronounScorer, Span
from onrecord.spans import contains
from onrecord.statements.speakers.focus import Focus
from onrecord.statements.speakers.sources import UNKNOWN, Found
from onrecord.text.wordclasses import BODY_NOUNS, DOCUMENT_NOUNS, is_person_noun

_ONE = re.compile(
    r"(?:an?|the|one|another|his|her|their)\s(?:[\w’'-]+\s){0,3}?(?P<head>[\w’'-]+)"
    r"(?=,|$|\s(?:of|from|in|at|for|who|with|on)\b)",
    re.IGNORECASE,
)
# "was killed in May", "is a port": what the subject before it does not do.
_SUFFERS = re.compile(
    r"[”\"]?(?:,[^,\n]{1,60},)? (?:(?:has|have|had) )?(?:is|are|was|were|been|being)\b"
    # "was selling", "was able to leave", "was more forceful"
    r"(?! (?:\w+ly )?(?:(?!being\b)\w+ing|(?:(?:un)?able|about|willing|ready|free) to|"
    r"(?:even )?(?:more|less) \w+)\b)"
)
_HEARS = re.compile(r"\b(?:hear\w*|overhear\w*|saw|seen|watched) $")
_LONGEST_VERB = 12  # characters
_MALE = frozenset(
    "man boy father son brother husband uncle nephew grandfather grandson boyfriend spokesman "
    "chairman businessman king prince priest".split()
)
_FEMALE = frozenset(
    "woman girl mother daughter sister wife widow aunt niece grandmother granddaughter girlfriend "
    "spokeswoman chairwoman businesswoman queen princess nun".split()
)
_BREAK = len("\n\n")  # characters between two paragraphs
_NEAR = 120  # characters behind a subject in which its verb is looked for
# ", the counsel alleges, when": behind it the clause goes on whose subject stands before it.
_INSERTED = re.compile(
    r", [^,;:\n“”\"]{2,60} [a-z]+(?:s|ed|id|old|ote), "
    r"(?:when|if|that|because|while|after|before|as|although|where|until|since)\b"
)
# What opens a sentence with whom its subject talks or answers.
_FACING = re.compile(
    r"(?:^|[.!?][”\"’']?\s|\n)(?:Under|In|During|After|Following|Asked|Pressed|Questioned|Interviewed"
    r"|Grilled|Quizzed|Challenged|Speaking|Talking|Writing|Responding|Replying|Answering)\b"
    r"[^.;:!?\n]{0,60}?\b(?:from|by|with|to|about)\s(?:[\w’-]+\.?\s){0,4}$"
)
_LONGEST_FACING = 120  # characters from the start of a sentence to a name in it
_ASIDE_ENDS = re.compile(r"[^.;:!?\n,]{0,60},\s")
_FACED = 0.05  # how much likelier it is one whom the subject does not face, twenty to one
_SEVERAL = frozenset("children people men women police clergy media".split())
_LONGEST = 2000  # characters of a paragraph that are looked back over
_LIKELY = 0.5
# How much the last speaker is likelier to speak on; weighed on GUM (evaluation.statements.gum),
# where 1.5 to 12 do alike, and the example pages (evaluation.statements.expected), where
# less than 4 loses.
_SAME_SPEAKER = 6.0
# How much less likely somebody speaks who was last named in what another said (same measures).
_SPOKEN_OF = 0.25
_NESTED = 8  # pieces of content looked back over for one that still runs on


class PronounMemory:
    """What is known of who spoke and acted in one article while it is read from start to end."""

    def __init__(
        self,
        text: str,
        index: MentionIndex,
        contents: Sequence[Span] = (),
        scorer: PronounScorer | None = None,
    ) -> None:
        """`contents` are what is said: who is named in it is spoken of, and seldom speaks next.

        `scorer` is what the trained reader says of pronouns; without it their places decide alone.
        """
        self._text = text
        self._people = People(text, index, scorer)
        self._contents = sorted(contents)
        self._index = index
        self._focus = Focus()

    def note(self, actor: Actor | None, span: Span, *, source: bool) -> None:
        """Remember a source or else a subject; call in reading order.

        Who is unnamed and only told of has not come forward: "Berg said a porter had fled".
        """
        acts = source or _SUFFERS.match(self._text, span.end, span.end + _NEAR) is None
        named = actor is not None and actor.kind != "group"
        if not named and _only_asks(self._text[span.start : span.end]):
            return
        body = actor is not None and _is_one_body(self._text[span.start : span.end], actor)
        if not named and not body and _is_unnamed(self._text[span.start : span.end]):
            if not self._is_told(span):
                self._focus.note_unnamed(actor, span, acts=acts)
        elif actor is not None:
            self._focus.note(actor, span, source=source, acts=acts, body=body)
        elif self._is_told(span) or not acts:
            return
        elif _is_body(self._text[span.start : span.end]):
            self._focus.unknown_body = span.start
        elif _is_paper(self._text[span.start : span.end]):
            self._focus.unknown_paper = span.start
        elif _is_several(self._text[span.start : span.end]):
            self._focus.unknown_group = span.start

    def resolve(self, pronoun: str, span: Span, *, speaks: bool = False) -> Found:
        """Return who the third-person pronoun at `span` means; `speaks`: it is a source."""
        if pronoun in GENDERS:
            found = self._resolve_person(GENDERS[pronoun], span, speaks)
            # "Berg testified that she heard | him | shout": whoever told of it is not "him".
            teller = {self._focus.speaker, self._focus.last_unnamed[0]}
            heard = _HEARS.search(self._text, max(0, span.start - _LONGEST_VERB), span.start)
            return UNKNOWN if heard and found.actor in teller else found
        body = self._focus.body(pronoun) if pronoun in {"it", "they"} else None
        if body is not None and pronoun == "it" and self._is_far(body[0], span):
            return UNKNOWN
        return UNKNOWN if body is None else Found(body[0], "pronoun" if body[1] else "guess")

    def _is_far(self, actor: Actor, pronoun: Span) -> bool:
        """Return whether a group last spoke or acted in an earlier paragraph."""
        seen = max(self._focus.seen_at(actor), 0)
        return actor.kind == "group" and "\n" in self._text[seen : pronoun.start]

    def resume(self, pronoun: str, span: Span) -> Found:
        """Return who is named right before "he" or "she": "The mayor, Ida Berg, she said"."""
        gender = GENDERS.get(pronoun)
        actor = None if gender is None else self._people.resume(gender, span)
        return UNKNOWN if actor is None else Found(actor, "pronoun")

    def _resolve_person(self, gender: Gender, span: Span, speaks: bool) -> Found:
        """Return a name taken up at once, the speaker so far, or who fits the pronoun's place best.

        "A man who says he was there" is no name's "he". The gender of who is meant without a rival
        is remembered.
        """
        if contains(self._focus.unnamed, span):
            return UNKNOWN
        resumed = self._people.resume(gender, span)
        if resumed is not None and resumed.id != self._faced_by(span):
            return Found(resumed, "pronoun")
        rating = self._people.rate(span, gender)
        if speaks:
            rating = self._favour(self._pass_over(rating, span), span, gender)
        if rating.best is None:
            return self._resolve_unnamed(span, gender)
        likely, actor = rating.best
        if self._is_another(actor, span) and self._may_be(self._focus.unnamed, gender):
            return UNKNOWN if self._focus.one is None else Found(self._focus.one, "pronoun")
        if self._people.is_called_otherwise(actor, gender):
            return self._resolve_unnamed(span, gender)
        if speaks and self._has_rival(actor, span, gender):
            return UNKNOWN
        self._people.learn(likely, actor, gender)
        return Found(actor, "pronoun" if likely > _LIKELY else "guess")

    def _may_be(self, phrase: Span, gender: Gender) -> bool:
        """Return whether a noun without a name does not tell the other gender: "her brother"."""
        one = _ONE.match(self._text, *phrase)
        other = _MALE if gender == "she" else _FEMALE
        return one is None or one["head"].lower() not in other

    def _resolve_unnamed(self, pronoun: Span, gender: Gender) -> Found:
        """Return who was told of last without a name, in the paragraph or the one before."""
        one, told = self._focus.last_unnamed
        breaks = self._text.count("\n", told.end, pronoun.start)
        near = one is not None and told.end <= pronoun.start and breaks <= _BREAK
        near = near and self._may_be(told, gender)
        return Found(one, "pronoun") if near else UNKNOWN

    def _has_rival(self, actor: Actor, pronoun: Span, gender: Gender) -> bool:
        """Return whether somebody else alone is named in the paragraph and has just spoken in it.

        Only that one's given name tells another gender, and in many places it tells none.
        """
        speaker = self._focus.speaker
        start = self._text.rfind("\n", max(pronoun.start - _LONGEST, 0), pronoun.start) + 1
        if speaker is None or speaker is actor or self._focus.spoke_at < start:
            return False
        named = {
            each.actor.id
            for each in self._index.before(pronoun.start, REACH)
            if each.span.start >= start and each.actor.kind == "person"
        }
        return named == {speaker.id} and self._people.fits(speaker, gender)

    def _is_another(self, actor: Actor, pronoun: Span) -> bool:
        """Return whether somebody unnamed spoke or acted since the actor was last named.

        Who is named in what another says has not come forward by that.
        """
        named = [
            each.span.start
            for each in self._index.before(pronoun.start, REACH)
            if each.actor.id == actor.id
            and not self._is_told(each.span)
            and not contains(self._focus.unnamed, each.span)
        ]
        return max([self._focus.seen_at(actor), *named]) < self._focus.unnamed.start

    def _pass_over(self, rating: Rating, pronoun: Span) -> Rating:
        """Return the rating with the odds lowered of who was last named in what another said.

        So are those of whom the pronoun faces: "Under questioning from Berg, | he | said".
        """
        faced = self._faced_by(pronoun)

        def weight(actor: Actor) -> float:
            if actor.id == faced:
                return _FACED
            return _SPOKEN_OF if self._is_spoken_of(actor, pronoun) else 1.0

        return rating.weigh(weight)

    def _faced_by(self, pronoun: Span) -> str | None:
        """Return who is named in the phrase that opens the pronoun's sentence as the other side."""
        last = next(iter(self._index.before(pronoun.start, 1)), None)
        if last is None or _ASIDE_ENDS.fullmatch(self._text, last.span.end, pronoun.start) is None:
            return None
        start = max(last.span.start - _LONGEST_FACING, 0)
        return last.actor.id if _FACING.search(self._text[start : last.span.start]) else None

    def _is_spoken_of(self, actor: Actor, pronoun: Span) -> bool:
        last = next(
            (
                mention.span
                for mention in self._index.before(pronoun.start, REACH)
                if mention.actor.id == actor.id
            ),
            None,
        )
        return last is not None and self._is_told(last) and not self._is_told(pronoun)

    def _is_told(self, span: Span) -> bool:
        at = bisect_right(self._contents, span.start, key=lambda piece: piece.start)
        return any(contains(piece, span) for piece in self._contents[max(0, at - _NESTED) : at])

    def _favour(self, rating: Rating, pronoun: Span, gender: Gender) -> Rating:
        """Return the rating with the odds of the last speaker raised, whose name may be so meant.

        Where somebody else has acted since, that speaker has had his say; and who alone acts or
        speaks in a paragraph that is not about the speaker speaks on.
        """
        likelier = self._focus.speaker
        if likelier is not None and self._is_inserted(pronoun):
            teller = likelier.id
            return rating.weigh(lambda actor: _SPOKEN_OF if actor.id == teller else 1.0)
        start = self._text.rfind("\n", max(pronoun.start - _LONGEST, 0), pronoun.start) + 1
        start = start or pronoun.start - _LONGEST
        people = [actor for _, actor in rating.people]
        named = [actor for actor in people if self._focus.seen_at(actor) >= start]
        named = named or self._named_since(start, pronoun, people)
        if self._focus.spoke_at < start and named and likelier not in named:
            likelier = named[0] if len(named) == 1 else None
        elif likelier is not None and any(self._acted_since(likelier, each) for each in people):
            likelier = None
        if likelier is not None and self._people.is_called_otherwise(likelier, gender):
            likelier = None
        return rating.weigh(
            lambda actor: _SAME_SPEAKER if likelier is not None and actor.id == likelier.id else 1.0
        )

    def _is_inserted(self, pronoun: Span) -> bool:
        """Return whether the last source only stands between commas in the pronoun's sentence."""
        source = max(self._focus.spoke_at - len(", "), 0)
        return _INSERTED.match(self._text, source, pronoun.start) is not None

    def _named_since(self, start: int, pronoun: Span, people: Sequence[Actor]) -> list[Actor]:
        """Return who of `people` is named between `start` and the pronoun, and not as told of.

        "It hurt miners like Ode Baru, who lost his job. He said" is Baru.
        """
        named = {
            each.actor.id
            for each in self._index.before(pronoun.start, REACH)
            if each.span.start >= start
            and not self._is_told(each.span)
            and not _is_quoted(self._text[start : each.span.start])
        }
        return [actor for actor in people if actor.id in named]

    def _acted_since(self, speaker: Actor, other: Actor) -> bool:
        """Return whether the other acted later than the speaker, and not as told of."""
        at = self._focus.acted_at(other)
        return at > self._focus.seen_at(speaker) and not self._is_told(Span(at, at + 1))

    def fits(self, pronoun: str, actor: Actor) -> bool:
        """Return whether nothing tells that "he" or "she" is not who somebody is called."""
        gender = GENDERS.get(pronoun)
        return gender is not None and self._people.fits(actor, gender)

    def has_the_floor(self, unnamed: Actor, people: Sequence[Actor]) -> bool:
        """Return whether one without a name spoke or acted later than all of `people`."""
        at = self._focus.seen_at(unnamed)
        if self._focus.one is unnamed:
            at = max(at, self._focus.unnamed.start)
        return at >= 0 and all(self._focus.seen_at(actor) < at for actor in people)

    def latest(self, actors: Sequence[Actor]) -> Actor | None:
        """Return the one of `actors` that was a source or subject last."""
        return self._focus.latest(actors)


def _is_quoted(before: str) -> bool:
    """Return whether a quotation of a paragraph that opens with `before` has not been closed."""
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


_ASKER = re.compile(
    r"(?:an?|the|one|another) (?:\w+ )?(?:reporter|journalist|interviewer|moderator|host)"
)


def _only_asks(phrase: str) -> bool:
    """Return whether the phrase is somebody of the press, whom another answers: "a reporter"."""
    return _ASKER.fullmatch(phrase.lower()) is not None


_BODY = re.compile(
    r"(?:an?|the|its|their|his|her)\s(?:[\w’'-]+\s){0,3}?(?P<head>[\w’'-]+)", re.IGNORECASE
)


def _is_body(phrase: str) -> bool:
    """Return whether the phrase is one body: "the union", "its regional court"."""
    match = _BODY.fullmatch(phrase)
    return match is not None and match["head"].lower() in BODY_NOUNS


def _is_paper(phrase: str) -> bool:
    """Return whether the phrase is one paper: "the cable", "a draft resolution of the council"."""
    match = _BODY.fullmatch(_BEHIND_HEAD.split(phrase, maxsplit=1)[0])
    return match is not None and match["head"].lower() in DOCUMENT_NOUNS


def _is_one_body(phrase: str, actor: Actor) -> bool:
    """Return whether a group is one body by its noun or name: "the company", "Hamas"."""
    if actor.kind != "group":
        return False
    named = phrase[:1].isupper() and phrase.isalpha() and phrase not in {"Police", "People"}
    single = named and (phrase == "Hamas" or not _is_several(phrase))
    return single or _is_body(phrase)


_BEHIND_HEAD = re.compile(r",| (?:of|from|in|at|for|who|with|on|that|led)\b")
_JOINED = re.compile(r"\b(?:and|both)\b", re.IGNORECASE)


def _is_several(phrase: str) -> bool:
    """Return whether the phrase is several people or bodies: "foreign ministers of the bloc"."""
    head = _BEHIND_HEAD.split(phrase, maxsplit=1)[0].lower()
    word = head.rsplit(maxsplit=1)[-1:] or [""]
    plural = word[0].endswith("s") and not word[0].endswith(("ss", "us", "is", "’s", "'s"))
    return plural or word[0] in _SEVERAL or _JOINED.search(phrase) is not None


def _is_unnamed(phrase: str) -> bool:
    """Return whether the phrase is one person without a name: "a young man from the ministry"."""
    match = _ONE.match(re.sub(r"[“”\"]", "", phrase))
    head = "" if match is None else match["head"].lower()
    plural = head in _SEVERAL or (head.endswith("s") and not head.endswith("ss"))
    return not plural and is_person_noun(head)
