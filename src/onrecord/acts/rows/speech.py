"""The acts that statements themselves are, and what a statement makes of the acts told in it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from onrecord.acts.grammar.places import find_adjectives
from onrecord.acts.modality.governors import (
    INTENDED,
    Meant,
)
from onrecord.records import Actor, ActType, Modality, Span, SpeechAct, Statement
from onrecord.spans import overlaps

# The PLOVER root of each speech act; what only states something is no act of its own.
ROOTS: dict[SpeechAct, ActType] = {
    "claim": "STATE",
    "confirm": "STATE",
    "deny": "REJECT",
    "dispute": "REJECT",
    "warn_of": "ACCUSE",
    "warn_against": "REQUEST",
    "threaten": "THREATEN",
    "demand": "REQUEST",
    "appeal": "REQUEST",
    "offer": "AGREE",
    "commit": "AGREE",
    "accept": "AGREE",
    "refuse": "REJECT",
    "accuse": "ACCUSE",
    "criticise": "ACCUSE",
    "praise": "SUPPORT",
}

_CONTENT: dict[SpeechAct, Modality] = {
    "threaten": "threatened",
    "demand": "demanded",
    "appeal": "demanded",
    "offer": "offered",
    "commit": "planned",
    "accept": "planned",
    "warn_of": "hypothetical",
    "warn_against": "hypothetical",
}
_OWN_WILL = frozenset({"threaten", "offer", "commit"})
# Whose content opens with who is meant, and what may stand before the name there.
_OF_SOMEBODY: frozenset[SpeechAct] = frozenset({"accuse", "criticise", "praise"})
_OPENING = re.compile(
    r"(?:that |as )?(?:the |an? |his |her |its |their )?"
    r"(?:(?!(?:I|As|After|Amid|While|When|Before|Despite|Until|If) )[A-Z][\w.’'-]* ){0,3}"
)
# A clause of condition up to its subject, and what follows there that is no deed of the subject.
_IF = re.compile(r"(?:if|should|unless|once) (?:the )?", re.IGNORECASE)
_NO_DEED = re.compile(
    r"['’]|,| (?:is|are|was|were|be|gets?|got|ha(?:s|d|ve) been|"
    r"wins?|won|loses?|lost|dies?|died)\b"
)
_REACH = 300  # characters from "not" to what is told beside it
_NESTED = 24  # pieces of content looked back over for one that still runs on


class Layers:
    """Which statement the words at a place belong to."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._pieces = sorted(
            (
                (span, number)
                for number, statement in enumerate(statements)
                for span in statement.content
            ),
            key=lambda piece: (piece[0].start, -piece[0].end),
        )
        self._starts = [span.start for span, _ in self._pieces]
        self._statements = statements

    def at(self, span: Span, *, outside: str | None = None) -> Statement | None:
        """Return the innermost statement whose content covers `span`, but for the one `outside`.

        What nobody known says within a denial is denied: "dismissed rumours that it had left".
        """
        around = list(self._around(span, outside))
        inner = around[0] if around else None
        if inner is None or inner.speaker is not None:
            return inner
        denials = (each for each in around[1:] if each.act == "deny" and each.speaker is not None)
        return next(denials, inner)

    def deniers(self, span: Span, inner: Statement | None) -> tuple[str, ...]:
        """Return who denies what another, the speaker of `inner`, says at `span`: "Berg denied a
        claim by Lund that he had paid"."""
        return tuple(
            each.speaker
            for each in self._around(span, inner.id if inner else None)
            if each.act == "deny" and each.kind != "direct" and each.speaker is not None
            if inner is not None and inner.speaker not in (None, each.speaker)
        )

    def _around(self, span: Span, outside: str | None) -> Iterator[Statement]:
        """Yield the statements whose content covers `span`, the innermost first."""
        index = bisect_right(self._starts, span.start) - 1
        for at in range(index, max(-1, index - _NESTED), -1):
            piece, number = self._pieces[at]
            if span.end <= piece.end and self._statements[number].id != outside:
                yield self._statements[number]


_TELLING = re.compile(r"\b(?:told|tells?|telling)\b", re.IGNORECASE)
_PRESS = ("reporters", "journalists", "correspondents", "newsmen", "media", "press")


def is_press(actor: Actor) -> bool:
    """Return whether somebody only passes on what is said: a paper, an agency, reporters."""
    return actor.sector in {"JRN", "MED"} or actor.name.lower().endswith(_PRESS)


class Named:
    """Who is named in the content of a statement: whom it blames or praises, or tells of."""

    def __init__(self, text: str, actors: Sequence[Actor]) -> None:
        self._text = text
        self._named = sorted((span, actor.id) for actor in actors for span in actor.mentions)
        self._told = sorted([*self._named, *find_adjectives(text, actors)])
        self._states = {actor.id: actor.state for actor in actors}
        self._press = {actor.id for actor in actors if is_press(actor)}

    def other_than(self, statement: Statement) -> bool:
        """Return whether another is told of than speaker and hearer: "warned Peru of Kenya".

        So is a state by its adjective ("of a Kenyan raid"), but not that of the hearer: "told Lund
        that Norland's moves".
        """
        states = {self._states.get(statement.addressee or "")} - {None}
        for piece in statement.content:
            first = bisect_left(self._told, ((piece.start, piece.start), ""))
            for span, actor in islice(self._told, first, None):
                if span.start >= piece.end:
                    break
                known = actor in {*statement.speakers, statement.addressee}
                if not known and self._states.get(actor) not in states:
                    return True
        return False

    def is_for_readers(self, statement: Statement) -> bool:
        """Return whether the press is told, and only hears it: "told reporters he would leave"."""
        cue = statement.cue
        told = cue is not None and _TELLING.search(self._text, *cue) is not None
        return told and statement.addressee in self._press

    def at_opening(self, statement: Statement) -> str | None:
        """Return whom a statement blames or praises: "that Kenya’s order was wrong"."""
        if statement.act not in _OF_SOMEBODY or statement.content[0].start >= len(self._text):
            return None
        start, end = statement.content[0]
        at = bisect_left(self._named, ((start, start), ""))
        if at == len(self._named) or self._named[at][0].end > end:
            return None
        span, actor = self._named[at]
        opens = _OPENING.fullmatch(self._text, start, span.start) is not None
        return actor if opens and actor != statement.speaker else None

    def as_subject(self, condition: Span) -> str | None:
        """Return who does something in a clause of condition: "if | Kenya | goes on like this"."""
        opening = _IF.match(self._text, condition.start)
        if opening is None:
            return None
        at = bisect_left(self._named, ((condition.start, condition.start), ""))
        if at == len(self._named) or self._named[at][0].start > opening.end():
            return None
        span, actor = self._named[at]
        return None if _NO_DEED.match(self._text, span.end) else actor


def tells_act(statement: Statement) -> bool:
    """Return whether the statement is an act of its own: more than a claim, by someone known."""
    return statement.speaker is not None and ROOTS[statement.act] != "STATE"


def who_means(meant: Meant, statement: Statement | None, trigger: Span) -> str | None:
    """Return who means to do what `statement` tells at `trigger`: "the port will be closed".

    Nobody in what it is conditional on: "if a ship is stopped, the port will be closed".
    """
    if statement is None or statement.act not in _OWN_WILL:
        return None
    condition = statement.condition
    if condition is not None and overlaps(trigger, condition):
        return None
    if meant.modality == "conditional" and meant.condition is None and condition is None:
        return None
    return statement.speaker


# "said it had | not attacked Peru and that it had | freed Lund"
_BESIDE = re.compile(
    r".*(?:\b(?:not|never|no|nobody|none|nothing)|n[’']t)\b.*\b(?:and|but),? (?:that|it|he|she|"
    r"they) (?:(?!\b(?:claim|report|allegation|accusation|charge|suggestion|rumou?r)s?\b)[^,;])*",
    re.DOTALL,
)
_SAYING = re.compile(
    r"(?:(?:has|have|had|also) )*(?:said|says?|saying|told|tells?|telling|add(?:s|ed|ing)|wrote|"
    r"stat(?:es|ed)|insist(?:s|ed|ing)|maintain(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)


def is_told_beside(text: str, statement: Statement, trigger: Span) -> bool:
    """Return whether only another clause is denied: "said it had not fired and that it had left".

    So it is where the words themselves say "not", and no verb of denying stands over them.
    """
    cue = statement.cue
    if statement.act != "deny" or cue is None or _SAYING.match(text, *cue) is None:
        return False
    return any(
        _BESIDE.fullmatch(text, max(piece.start, trigger.start - _REACH), trigger.start)
        for piece in statement.content
        if piece.start < trigger.start < piece.end
    )


def told_in(meant: Meant, statement: Statement, actors: Collection[str], trigger: Span) -> Meant:
    """Return how an act by `actors` is meant that `statement` tells at `trigger`.

    What is denied in a paraphrase is not told as done; what is threatened, demanded, offered or
    promised is so far only that, unless its own verb says that it happened; so is not what is only
    supposed beside a demand: "we might need to attack". Somebody refuses acts of his own; the
    demand of another that he refuses was made.
    """
    real = meant.real
    if statement.act in {"deny", "dispute"} and statement.kind != "direct":
        open_ = meant.modality in INTENDED and meant.polarity == "positive"
        modality: Modality = "hypothetical" if real or open_ else meant.modality
        return replace(meant, modality=modality, denied=meant.polarity == "positive")
    if statement.act in {"refuse", "accept"} and statement.speaker not in actors:
        return meant
    if statement.act == "refuse" and statement.kind != "direct" and not (real and meant.sure):
        return replace(meant, modality="planned", polarity="negative")
    told = _CONTENT.get(statement.act)
    supposed = told == "demanded" and meant.modality in {"hypothetical", "conditional"}
    # "threatened to keep Peru from attacking": it is not the attack that is threatened
    kept = told == "threatened" and meant.modality == "hypothetical" and meant.subject is not None
    supposed = supposed or kept
    if told is None or (meant.sure and (real or supposed)):
        return meant
    if statement.condition is not None and overlaps(trigger, statement.condition):
        return replace(meant, modality="conditional")  # the condition's own act
    if meant.modality == "conditional" and meant.condition is None and statement.condition is None:
        return meant  # the condition itself: "if Kenya attacks"
    return replace(meant, modality=told)
