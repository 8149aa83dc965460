"""Who gives a figure, whose the counted things are, who denies it, and how sure the words are."""

import re
from collections.abc import Sequence

from onrecord.records import Actor, Span, Statement
from onrecord.spans import contains, cover, overlaps
from onrecord.text import find_words
from onrecord.text.wordclasses import is_verb_form

_HEDGE = re.compile(
    r"\b(?:reportedly|allegedly|(?:is|are|was|were)\s(?:believed|thought|said|feared)\sto"
    r"|believed to|thought to|apparently|unconfirmed|purported(?:ly)?|preliminary|provisional)\b",
    re.IGNORECASE,
)
_TO_BE = re.compile(r"^(?:is|are|was|were)\s", re.IGNORECASE)
# "Ostra's lira slid by 7 percent", but "Ostra's navy said 40": that is of others.
_POSSESSIVE = re.compile(
    r"[’']s?\s(?!(?:[^.,;]*\s)?(?:said|says?|told|puts?|gave|gives|reported|counted|found|saw"
    r"|estimated|estimates|claimed|claims|denied|asked|wants)\s)[^.,;\d]*$"
)
_LEVEL = re.compile(r"\b(?:to|by|from)\b")
_IN_PHRASE = re.compile(r"\b(?:for|to|with)\s(?:the\s)?$")
# Verbs by which their subject gives a figure: "the union put the number at 40".
_GIVES = re.compile(
    r"\b(?:count(?:s|ed)|puts?|estimat(?:es|ed)|sp(?:oke|eaks) of|document(?:s|ed)|"
    r"g(?:ives?|ave) (?:a|the) (?:figure|number|toll|total)|"
    r"list(?:s|ed)|record(?:s|ed)|report(?:s|ed)|says|confirm(?:s|ed)|register(?:s|ed)|"
    r"talked of|cited|cites|expect(?:s|ed)?|forecasts?|predict(?:s|ed)?|project(?:s|ed))"
    r"\b[^.;:,!?“”\"]{0,60}$"
)
# "The union put the crowd at 9,000, police at 3,000": the name stands right before "at".
_ANONYMOUS = re.compile(
    r"(?:(?:the|some|local|senior|other|many)\s)*"
    r"(?:officials?|authorities|sources?|reporters|journalists|protesters|demonstrators|leaders)",
    re.IGNORECASE,
)
_SAYS = frozenset({"say", "says", "said"})
# "The ministry's figure is 24": the name stands right before it.
_FIGURE_IS = re.compile(
    r"[’']s (?:figure|number|count|estimate|toll|tally) (?:is|was|stands at|stood at)\s$"
)
_CALLED_WRONG = re.compile(r",\s(?:and\s)?not\s(?:the\s)?$")
_PUT = re.compile(r"\bputs?\b")
_PUT_SECOND = re.compile(r"(?<=\w)\sat\s(?:only\s|just\s)?$")
# "Ostra speaks of 14 boats, Kesh of 12."
_SPEAKS = re.compile(r"\b(?:sp(?:oke|eaks?)|talk(?:s|ed)?) of\b")
_SPEAKS_SECOND = re.compile(r"(?<=\w)\sof\s(?:only\s|just\s)?$")
_THAT_HARMED = re.compile(
    r"\s(?:that|which|who)\s(?:has\s|have\s|had\s)?"
    r"(?:killed|left|wounded|injured|claimed|maimed|displaced|destroyed)\b"
)
_GIVER_REACH = 110
_ARTICLE_REACH = 8  # "the other two", "at least"
_HAS = re.compile(
    r"\s(?:(?:now|still|also|already|has|have|had|will|would|is|says it|said it|to)\s){0,3}"
    r"(?:has|have|had|keeps?|kept|holds?|held|sen[dt]s?|sending|deploy(?:s|ed)?|mov(?:es|ed)|lost"
    r"|tests?|tested|fir(?:es|ed)|launch(?:es|ed)?|order(?:s|ed)|b(?:uys|ought)|operates?|fields?"
    r"|stations?|stationed|mass(?:es|ed)|mobili[sz](?:es|ed)|w(?:ins|on)|spends?|spent|withdr\w+"
    r"|pledged?|contributed?)\s(?:up\s|another\s|the\s|its\s|only\s|just\s)?"
    # "accused Ostra | of massing | 40,000 troops"
    r"|\sof\s(?:having|hiding|keeping|holding|massing|stationing|deploying|sending|moving"
    r"|mobili[sz]ing)\s"
)
# Before a number, what takes up people told of: "the 40 soldiers". Any other are not yet known.
_KNOWN = re.compile(r"\b(?:the|these|those|its|their)\s(?:[a-z]+\s)?$", re.IGNORECASE)
_HAS_REACH = 48
_KNOWN_REACH = 24


def find_statement(statements: Sequence[Statement], span: Span) -> Statement | None:
    """Return the innermost statement that holds `span` in one of its content pieces."""
    holding = [
        statement
        for statement in statements
        if any(contains(piece, span) for piece in statement.content)
    ]
    return min(holding, key=_content_length, default=None)


def is_source(statements: Sequence[Statement], span: Span) -> bool:
    """Return whether the words at `span` open the words for who speaks: "two diplomats"."""
    return any(
        s.source is not None
        and contains(s.source, span)
        and span.start - s.source.start <= _ARTICLE_REACH
        for s in statements
    )


def find_giver(
    text: str,
    span: Span,
    sentence: Span,
    statement: Statement | None,
    mentions: Sequence[tuple[Span, Actor]],
) -> str | None:
    """Return the id of the actor who gives the figure.

    Who is named beside it as the second of two who give numbers; else the speaker of the statement
    around it, who does not deny it; else the subject of a verb of counting before it. "Officials"
    of nowhere in particular are nobody.
    """
    begin = max(sentence.start, span.start - _GIVER_REACH)
    for first, second in ((_PUT, _PUT_SECOND), (_SPEAKS, _SPEAKS_SECOND)):
        put = second.search(text, begin, span.start)
        if put is not None and first.search(text, begin, put.start()):
            for mention, actor in mentions:
                if mention.end == put.start():
                    return actor.id
    if statement is not None:
        source = statement.source and text[statement.source.start : statement.source.end]
        nobody = source is not None and _ANONYMOUS.fullmatch(source) is not None
        told = nobody or _denies(text, statement) or _is_told_beside(text, span, statement)
        return None if told else statement.speaker
    own = _FIGURE_IS.search(text, begin, span.start)
    if own is not None:
        return next((actor.id for mention, actor in mentions if mention.end == own.start()), None)
    verb = _GIVES.search(text, begin, span.start)
    if verb is None:
        return None
    before = [
        (mention, actor)
        for mention, actor in mentions
        if begin <= mention.start and mention.end <= verb.start()
    ]
    if not before:
        return None
    mention, actor = before[-1]
    gap = text[mention.end : verb.start()]
    apposed = re.fullmatch(r"\s(?:has\s|have\s|had\s|also\s|now\s)*|,[^,.;:]{0,60},\s", gap)
    return actor.id if apposed else None


def _is_told_beside(text: str, span: Span, statement: Statement) -> bool:
    """Return whether the figure is only told of a deed that is meant: "condemned the raid | that
    killed 40".

    What somebody says in a clause of their own is theirs: "said that the raid killed 40".
    """
    piece = next(each for each in statement.content if contains(each, span))
    harm = _THAT_HARMED.search(text, piece.start, span.start)
    cue = text[slice(*statement.cue)].lower() if statement.cue else ""
    if harm is None or statement.kind != "indirect" or cue in _SAYS:
        return False
    opening = [word.lower() for word, _ in find_words(text, Span(piece.start, harm.start()))]
    return opening[:1] != ["that"] and not any(map(is_verb_form, opening))


def _denies(text: str, statement: Statement) -> bool:
    """Return whether a statement denies what it tells: not "Peru says that it lost six"."""
    if statement.act not in ("deny", "dispute"):
        return False
    cue = text[statement.cue.start : statement.cue.end].lower() if statement.cue else ""
    return statement.polarity == "negative" or cue not in _SAYS


def find_denials(
    text: str, statements: Sequence[Statement], span: Span, sentence: Span
) -> tuple[str, ...]:
    """Return the actors whose denial covers the figure: in its words, or "denies this" behind."""
    deniers = [
        statement.speaker
        for statement in statements
        if statement.speaker is not None
        and _denies(text, statement)
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


def is_called_wrong(text: str, span: Span, sentence: Span) -> bool:
    """Return whether somebody says that the number is not so: "38 were arrested, not | 22 |"."""
    return _CALLED_WRONG.search(text, sentence.start, span.start) is not None


def find_hedge(text: str, span: Span, sentence: Span) -> str | None:
    """Return the word near the figure that makes it less than sure: "reportedly"."""
    window = text[max(sentence.start, span.start - 60) : min(sentence.end, span.end + 30)]
    match = _HEDGE.search(window)
    return _TO_BE.sub("", match[0]) if match else None


# "Berg reported | $5,000 | in lobbying income": one's own.
_REPORTS = re.compile(
    r" (?:(?:has|have|had) )?(?:reported|posted|disclosed|declared|recorded|booked) ", re.IGNORECASE
)
_OWN_MONEY = re.compile(
    r" in (?:[\w-]+ ){0,2}(?:income|revenues?|profits?|losses|earnings|sales|takings|turnover|"
    r"donations|contributions|debts?|fees|expenses)\b"
)


def find_whose(
    text: str,
    span: Span,
    mentions: Sequence[tuple[Span, Actor]],
    states: dict[str, str],
) -> str | None:
    """Return whose the counted things are: the state (or else the actor) that the words name.

    "150,000 Ostran troops" are Ostra's where the article names it (`states`: names by code), and
    so are "Ostra's 40 ships" and the 40 that "Ostra has": an actor whose mention stands in the
    figure, ends in a possessive right before it, or is the subject of a verb of having; so is
    the income that somebody reports. Troops of nobody in particular are nobody's.
    """
    own = _OWN_MONEY.match(text, span.end) is not None
    for mention, actor in mentions:
        owns = _names_owner(text, mention, span) or _possesses(text, mention, span)
        owns = owns or (own and _REPORTS.fullmatch(text, mention.end, span.start) is not None)
        if not owns and not _has(text, mention, actor, span):
            continue
        if actor.kind != "group":
            return actor.name
        if actor.state is not None:
            # "40 Republicans" are nobody else's; "two Indian jets" are India's.
            themselves = actor.sector == "PTY" and overlaps(mention, span)
            return states.get(actor.state, None if themselves else actor.name)
    return None


def _names_owner(text: str, mention: Span, span: Span) -> bool:
    """Return whether a mention inside the figure says whose they are: "40 Ostran soldiers".

    A common noun that another sentence used of somebody's ("40 soldiers") does not, unless the
    words take these up ("the 40 soldiers").
    """
    if not overlaps(mention, span):
        return False
    words = (word.span.start for word in find_words(text, mention))
    if any(text[start].isupper() for start in words if start != span.start):
        return True
    return _KNOWN.search(text, max(0, span.start - _KNOWN_REACH), span.start) is not None


def _possesses(text: str, mention: Span, span: Span) -> bool:
    gap = text[mention.end : span.start] if mention.end <= span.start <= mention.end + 32 else ""
    if _LEVEL.search(gap) and _IN_PHRASE.search(text[max(0, mention.start - 12) : mention.start]):
        return False  # "raised its aid for Peru's farmers to $40 million"
    return _POSSESSIVE.match(gap) is not None


def _has(text: str, mention: Span, actor: Actor, span: Span) -> bool:
    """Return whether a state or a body has what is counted: "Ostra keeps 40 ships"."""
    if actor.kind == "person" or not mention.end < span.start <= mention.end + _HAS_REACH:
        return False
    return _HAS.fullmatch(text, mention.end, span.start) is not None


def _content_length(statement: Statement) -> int:
    whole = cover(statement.content)
    return whole.end - whole.start
