"""How two tellings of one statement stand to each other."""

import re
from collections.abc import Iterator

from onrecord.compare.contents import content_text
from onrecord.compare.denials import find_denial, is_one_denial
from onrecord.compare.same_statement import align_statements, say_otherwise
from onrecord.compare.statement_likeness import REPEATED_WORDS, weigh_pair
from onrecord.compare.tellings import Telling
from onrecord.compare.told_days import list_dates, tell_other_days
from onrecord.compare.told_numbers import NUMBERS
from onrecord.compare.traits import read_statement
from onrecord.compare.turning import NEGATIONS, are_opposite
from onrecord.compare.verdicts import Verdict
from onrecord.compare.wording import IN_OTHER_WORDS, Wording
from onrecord.records import Statement
from onrecord.stories.terms import fold_word, read_rarity

# Words that turn a statement round, or change how sure it is.
_TURNING = NEGATIONS | frozenset("unless may might could must all any only".split())
FORM_LETTERS = 5  # that two forms of a word share: "assess", "assesses"
SHORT_LETTERS = 3  # of a word that is short for another
# Printed for the same words: "20" and "twenty", "not one" and "not a single".
_SAME = {"single": "one"} | {word: str(value) for word, value in NUMBERS.items()}
_NOT = re.compile(r"\b(?P<verb>[a-z]+)n't\b", re.IGNORECASE)
_SHORTENED = {"wo": "will", "ca": "can"}
LEAST_SHARED = 0.15  # of the words of a paraphrase, below which it is not said to agree
# Probability from which a paraphrase agrees: of the labelled development pairs that are tied, nine
# in ten are then one statement, below it six in ten.
SURE = 0.75
_LIGHT = 2.0  # rarity below which a changed word is style ("that", "has")


def relate_statements(a: Telling[Statement], b: Telling[Statement]) -> Verdict:
    """Return how the wordings stand: the same, one cut, altered inside the marks, paraphrased.

    Printing other words as verbatim is flagged "altered wording" and differs if a word that
    carries meaning was changed, put in or left out in the middle. What is said in other words
    agrees where it is sure that it says the same.
    """
    wording = align_statements(a, b)
    tags, clash = _find_clash(a, b, wording)
    if clash is not None:
        return Verdict(relation="differ", reason=clash, tags=tags)
    if wording is None:
        reason = "tied by other reports of the same statement; few words in common"
        return Verdict(relation="compatible", reason=reason, tags=tags)
    match wording.kind:
        case "identical":
            return Verdict(relation="agree", reason="the same words", tags=(*tags, "identical"))
        case "cut":
            reason = "one prints a part of what the other prints, word by word"
            return Verdict(relation="agree", reason=reason, tags=(*tags, "cut"))
        case "fragment":
            doubt = _find_contrast(a, b)
            words = "a word" if wording.words == 1 else f"{wording.words} words"
            reason = f"one quotes {words} of what the other prints; the rest is in other words"
            return Verdict(
                relation="agree" if doubt is None else "compatible",
                reason=reason if doubt is None else f"{reason}; {doubt}",
                tags=(*tags, "fragment"),
            )
        case "altered":
            reason = f"printed as verbatim, but with other words: {_say_changes(wording)}"
            return Verdict(
                relation="differ" if _changes_meaning(wording) else "agree",
                reason=reason,
                tags=(*tags, "altered wording"),
            )
        case "paraphrase" if wording.share < LEAST_SHARED:
            reason = "told in quite other words"
            return Verdict(relation="compatible", reason=reason, tags=(*tags, "paraphrase"))
        case "paraphrase":
            doubt = _find_doubt(a, b)
            reason = f"in other words, with {wording.share:.0%} of the shorter one's in both"
            return Verdict(
                relation="agree" if doubt is None else "compatible",
                reason=reason if doubt is None else f"{reason}; {doubt}",
                tags=(*tags, "paraphrase"),
            )


def _find_doubt(a: Telling[Statement], b: Telling[Statement]) -> str | None:
    """Return why two statements in other words may not say the same."""
    contrast = _find_contrast(a, b)
    if contrast is not None:
        return contrast
    likeness = weigh_pair(read_statement(a), read_statement(b), (a.setting.cast, b.setting.cast))
    return None if likeness.probability >= SURE else "perhaps of something else"


def _find_contrast(a: Telling[Statement], b: Telling[Statement]) -> str | None:
    """Return in what two statements in other words do not say the same."""
    otherwise = say_otherwise(read_statement(a), read_statement(b))
    if otherwise is not None:
        return otherwise
    if tell_other_days(content_text(a), content_text(b)):
        return "with other days"
    if is_one_denial(a, b):
        return "one is a denial"
    if a.row.polarity != b.row.polarity and _are_others(a, b):
        return "one says no, and is another speaker's"
    return None


def _find_clash(
    a: Telling[Statement], b: Telling[Statement], wording: Wording | None
) -> tuple[tuple[str, ...], str | None]:
    """Return tags and the reason why the two cannot both be right, if there is one.

    Two speakers clash only if both are persons and read clearly, and the words are the same: an
    office and who speaks for it may both be named, and two may think alike.
    """
    denial = find_denial(a, b, wording)
    if denial is not None:
        return ("denial",), denial
    if _give_other_dates(a, b, wording):
        return ("dates",), "one gives another date than the other"
    if _go_other_ways(a, b, wording):
        return ("denial",), "one says the opposite of what the other says"
    if _are_others(a, b):
        names = [telling.setting.name(telling.row.lone_speaker) for telling in (a, b)]
        reason = f"the words are given to {names[0]} and to {names[1]}"
        sure = a.row.certainty == b.row.certainty == "clear" and all(map(_is_person, (a, b)))
        return ("speaker",), reason if sure and _are_same_words(wording) else None
    return (), None


def _give_other_dates(
    a: Telling[Statement], b: Telling[Statement], wording: Wording | None
) -> bool:
    """Return whether what is surely said by one, in other words, is given one date by each."""
    one = a.setting.key(a.row.lone_speaker)
    if one is None or one != b.setting.key(b.row.lone_speaker):
        return False
    if wording is None or wording.kind not in IN_OTHER_WORDS:
        return False
    dates = [list_dates(content_text(telling)) for telling in (a, b)]
    if [len(found) for found in dates] != [1, 1] or dates[0] == dates[1]:
        return False
    casts = a.setting.cast, b.setting.cast
    return weigh_pair(read_statement(a), read_statement(b), casts).probability >= SURE


def _go_other_ways(a: Telling[Statement], b: Telling[Statement], wording: Wording | None) -> bool:
    """Return whether two outlets have one speaker say opposite things, in other words."""
    one = a.setting.key(a.row.lone_speaker)
    same = one is not None and one == b.setting.key(b.row.lone_speaker)
    otherwise = wording is not None and wording.kind in IN_OTHER_WORDS
    first, second = read_statement(a).bearing, read_statement(b).bearing
    return same and otherwise and are_opposite(first, second, surely=True)


def _are_same_words(wording: Wording | None) -> bool:
    if wording is None or wording.kind in IN_OTHER_WORDS:
        return False
    return wording.words >= REPEATED_WORDS


def _are_others(a: Telling[Statement], b: Telling[Statement]) -> bool:
    """Return whether two speakers are known to be two: a bare surname may be either's."""
    first, second = a.setting.key(a.row.lone_speaker), b.setting.key(b.row.lone_speaker)
    if first is None or second is None or first.split()[-1] == second.split()[-1]:
        return False
    sides = [telling.setting.side(telling.row.lone_speaker or "") for telling in (a, b)]
    return sides[0] != sides[1]


def _is_person(telling: Telling[Statement]) -> bool:
    key = telling.setting.key(telling.row.lone_speaker)
    return key is not None and key.startswith("person ")


def _changes_meaning(wording: Wording) -> bool:
    """Return whether the words that one lacks carry meaning: rare, turning, or numbers.

    Another form of the same word is none: "assess" and "assesses", "Gen" and "General", "20" and
    "twenty".
    """
    only_a, only_b = _fold_words(wording.only_a), _fold_words(wording.only_b)
    return any(
        word in _TURNING or word[:1].isdigit() or read_rarity(word) >= _LIGHT
        for word, others in _list_changes(only_a, only_b)
        if word in _TURNING or not any(_are_forms(word, other) for other in others)
    )


def _list_changes(a: set[str], b: set[str]) -> Iterator[tuple[str, set[str]]]:
    """Yield each word that one lacks, with all of the other's."""
    yield from ((word, b) for word in a - b)
    yield from ((word, a) for word in b - a)


def _fold_words(words: str) -> set[str]:
    parts = _NOT.sub(_part_not, words.replace("-", " ").replace("…", " ")).split()
    return {_SAME.get(word, word) for word in map(fold_word, parts)}


def _part_not(match: re.Match[str]) -> str:
    verb = match["verb"].lower()
    return f"{_SHORTENED.get(verb, verb)} not"


def _are_forms(a: str, b: str) -> bool:
    """Return whether one is another form of the other, or short for it."""
    shorter, longer = sorted((a, b), key=len)
    return a[:FORM_LETTERS] == b[:FORM_LETTERS] or (
        len(shorter) >= SHORT_LETTERS and longer.startswith(shorter)
    )


def _say_changes(wording: Wording) -> str:
    def show(words: str) -> str:
        listed = words.split()
        return "“" + " ".join(listed[:12]) + (" …”" if len(listed) > 12 else "”")

    if not wording.only_a:
        return f"{show(wording.only_b)} is in one only"
    if not wording.only_b:
        return f"{show(wording.only_a)} is in one only"
    return f"{show(wording.only_a)} against {show(wording.only_b)}"
