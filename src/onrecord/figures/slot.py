"""Who gives a figure, as of when, where, whose, and how sure the words are."""

import re
from collections.abc import Sequence

from onrecord.records import (
    UNKNOWN_WHEN,
    Actor,
    Article,
    Span,
    Statement,
    Timex,
    When,
)
from onrecord.spans import contains, cover, overlaps

_HEDGE = re.compile(
    r"\b(?:reportedly|allegedly|estimated|estimates?|believed to|thought to|said to|apparently|"
    r"unconfirmed|purported(?:ly)?|claimed|preliminary)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:in|near|around|along|across|outside|off|at|on|inside|from|to)\s(?:and around\s)?"
    r"(?:the\s)?(?:(?:eastern|western|northern|southern|central|north|south|east|west|city of|"
    r"region of|border with|coast of|province of)\s)*(?P<name>[A-Z][\w’'-]*(?:\s[A-Z][\w-]*){0,2})"
)
_POSSESSIVE = re.compile(r"[’']s?\s[^.,;]*$")
_NO_PLACE = frozenset(
    "January February March April May June July August September October November December "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
)
# Days between a figure's sentence and the words "as of" it may borrow from the same sentence.
_DATED = frozenset({"DATE", "TIME"})


def find_statement(statements: Sequence[Statement], span: Span) -> Statement | None:
    """Return the innermost statement that holds `span` in one of its content pieces."""
    holding = [
        statement
        for statement in statements
        if any(contains(piece, span) for piece in statement.content)
    ]
    return min(holding, key=_content_length, default=None)


def find_denials(statements: Sequence[Statement], span: Span, sentence: Span) -> tuple[str, ...]:
    """Return the actors whose denial covers the figure: in its words, or "denies this" behind."""
    deniers = [
        statement.speaker
        for statement in statements
        if statement.speaker is not None
        and statement.act in ("deny", "dispute")
        and (
            any(contains(piece, span) for piece in statement.content)
            or (
                statement.cue is not None
                and contains(sentence, statement.cue)
                and statement.cue.start >= span.end
            )
        )
    ]
    return tuple(dict.fromkeys(deniers))


def find_as_of(
    article: Article,
    timexes: Sequence[Timex],
    statement: Statement | None,
    span: Span,
    sentence: Span,
) -> When:
    """Return the days for which a figure is given.

    A date with a day in the same sentence, the nearest one; else the time of the statement that
    gives it; else the article's published days. Unknown where all of these are.
    """
    near = [
        timex
        for timex in timexes
        if timex.type in _DATED
        and timex.earliest is not None
        and timex.latest is not None
        and (timex.latest - timex.earliest).days < 7
        and overlaps(timex.span, sentence)
        and not overlaps(timex.span, span)
    ]
    published = article.published
    if published.latest is not None:
        near = [
            timex for timex in near if timex.latest is not None and timex.latest <= published.latest
        ]
    if near:
        timex = min(near, key=lambda timex: abs(timex.span.start - span.start))
        return When(
            earliest=timex.earliest,
            latest=timex.latest,
            certainty=timex.certainty,
            anchor=timex.anchor,
        )
    if statement is not None and statement.when.earliest is not None:
        return statement.when
    if published.earliest is None and published.latest is None:
        return UNKNOWN_WHEN
    return When(
        earliest=published.earliest,
        latest=published.latest,
        certainty=published.certainty,
        anchor="published",
    )


def find_hedge(text: str, span: Span, sentence: Span) -> str | None:
    """Return the word near the figure that makes it less than sure: "reportedly"."""
    window = text[max(sentence.start, span.start - 60) : min(sentence.end, span.end + 30)]
    match = _HEDGE.search(window)
    return match[0] if match else None


def find_place(text: str, span: Span, sentence: Span) -> str | None:
    """Return the place named right after the figure: "in Ostra", "along the border with Ostra"."""
    match = _PLACE.search(text, span.end, min(sentence.end, span.end + 80))
    if match is None or match["name"].split()[0] in _NO_PLACE:
        return None
    if re.search(r"[.;:!?“”\"]", text[span.end : match.start()]):
        return None
    return match["name"].removesuffix("’s").removesuffix("'s")


def find_whose(text: str, actors: Sequence[Actor], span: Span) -> str | None:
    """Return whose the counted things are: the state (or else the actor) that the words name.

    "150,000 Ostran troops" are Ostra's where the article names it, and so are "Ostra's 40 ships":
    an actor whose mention stands in the figure, or ends in a possessive right before it. Troops
    of nobody in particular are nobody's.
    """
    for actor in actors:
        owns = any(
            overlaps(mention, span) or _possesses(text, mention, span) for mention in actor.mentions
        )
        if owns and actor.kind == "group" and actor.state is not None:
            states = (a.name for a in actors if a.kind == "state" and a.state == actor.state)
            return next(states, actor.name)
        if owns and actor.kind != "group":
            return actor.name
    return None


def _possesses(text: str, mention: Span, span: Span) -> bool:
    gap = text[mention.end : span.start] if mention.end <= span.start <= mention.end + 24 else ""
    return _POSSESSIVE.match(gap) is not None


def _content_length(statement: Statement) -> int:
    whole = cover(statement.content)
    return whole.end - whole.start
