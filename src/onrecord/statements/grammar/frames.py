"""Match what follows a cue with what its entry in the lexicon can go with."""

from onrecord.statements.grammar.clauses import starts_clause
from onrecord.statements.grammar.cues import Match
from onrecord.statements.grammar.lexicon import Cue
from onrecord.statements.grammar.shapes import Tokens, is_noun
from onrecord.text.wordclasses import DETERMINERS, PREPOSITIONS

_QUESTION = frozenset("whether if how why what when where who which".split())
_SILENT = frozenset(
    "comment say answer respond speak talk discuss elaborate disclose give name".split()
)

Frame = tuple[str, int]  # its name, and the token at which the content starts


def match_frame(tokens: Tokens, match: Match, cue: Cue) -> Frame | None:
    """Return the first frame of `cue` that fits behind `match`, with the start of the content."""
    if "only" in cue.frames:
        return None
    matchers = (
        _match_that,
        _match_question,
        _match_topic,
        _match_infinitive,
        _match_clause,
        _match_called,
        _match_object,
    )
    return next(filter(None, (find(tokens, match, cue) for find in matchers)), None)


def _match_that(tokens: Tokens, match: Match, cue: Cue) -> Frame | None:
    """Match "that the talks had failed", a comma or colon before it stepped over."""
    at = match.after
    if at + 1 < len(tokens) and tokens[at].text in {",", ":"}:
        at += 1
    if at + 1 >= len(tokens) or tokens[at].lower != "that" or not cue.frames & {"that", "clause"}:
        return None
    follows = tokens[at + 1].is_word or tokens[at + 1].text in {",", "$", "€", "£"}
    return ("that", at) if follows else None


def _match_question(tokens: Tokens, match: Match, cue: Cue) -> Frame | None:
    """Match "whether the road was open"."""
    at = match.after
    fits = "question" in cue.frames and at < len(tokens) and tokens[at].lower in _QUESTION
    return ("question", at) if fits else None


def _match_topic(tokens: Tokens, match: Match, cue: Cue) -> Frame | None:
    """Match "of a long winter" behind a hearer: "warned the council of a long winter"."""
    if match.hearer is None or "of" not in cue.frames:
        return None
    at = match.hearer[1]
    if at + 1 >= len(tokens) or tokens[at].lower not in {"of", "about", "against"}:
        return None
    return ("against" if tokens[at].lower == "against" else "object"), at + 1


def _match_infinitive(tokens: Tokens, match: Match, cue: Cue) -> Frame | None:
    """Match "to reply" and "not to reply"; to refuse a comment is to say nothing."""
    if "to" not in cue.frames:
        return None
    if "hearer" in cue.frames and match.hearer is None and "object" not in cue.frames:
        return None
    at = to = match.after
    if to + 1 < len(tokens) and tokens[to].lower == "not":
        to += 1
    if to + 1 >= len(tokens) or tokens[to].lower != "to" or not tokens[to + 1].is_word:
        return None
    return None if tokens[to + 1].lower in _SILENT else ("to", at)


def _match_clause(tokens: Tokens, match: Match, cue: Cue) -> Frame | None:
    """Match a clause without "that", behind the adverbials or right behind the cue."""
    if not cue.frames & {"clause", "that"} or "document" in cue.frames:
        return None
    if "hearer" in cue.frames and match.hearer is None and cue.lemma not in {"warn", "promise"}:
        return None
    high = len(tokens)
    if starts_clause(tokens, match.after, high):
        return "clause", match.after
    skipped = match.after > match.last and match.hearer is None
    if skipped and tokens[match.last].lower not in PREPOSITIONS:
        return ("clause", match.last) if starts_clause(tokens, match.last, high) else None
    return None


def _match_called(tokens: Tokens, match: Match, cue: Cue) -> Frame | None:
    """Match "called the plan “a gift to smugglers”": only a quotation makes it a statement."""
    if "called" not in cue.frames:
        return None
    # "what it called a “path”" gives the thing its name and does not judge it.
    named = match.first > 0 and tokens[match.first - 1].lower == "what"
    for at in range(match.end, min(len(tokens), match.end + 30)):
        if tokens[at].quoted:
            return ("term" if named else "called"), match.end
        if tokens[at].text in {",", ";"}:
            return None
    return None


def _match_object(tokens: Tokens, match: Match, cue: Cue) -> Frame | None:
    """Match a noun phrase as content, with "of" or "for" in it where the cue needs them."""
    if not cue.frames & {"object", "of", "for"} or {"of", "hearer"} <= cue.frames:
        return None
    at = match.last
    if match.hearer is not None and _opens_phrase(tokens, match.after):
        at = match.after  # "promised the miners a reply"
    if not _opens_phrase(tokens, at):
        return None
    if "of" in cue.frames or "for" in cue.frames:
        wanted = {"of", "for"} & cue.frames
        stretch = [tokens[each].lower for each in range(at, min(len(tokens), at + 25))]
        if not wanted & set(stretch) and "object" not in cue.frames:
            return None
    return "object", at


def _opens_phrase(tokens: Tokens, at: int) -> bool:
    if at >= len(tokens):
        return False
    token = tokens[at]
    return (
        token.lower in DETERMINERS
        or is_noun(tokens, at)
        or token.quoted
        or token.lower in {"it", "him", "her", "them", "what"}
    )
