"""How two tellings of one statement stand to each other."""

from onrecord.compare.same_statement import align_statements
from onrecord.compare.tellings import Telling
from onrecord.compare.verdicts import Verdict
from onrecord.compare.wording import Wording, split_words
from onrecord.records import Statement
from onrecord.stories.terms import fold_word, read_rarity

# Words that turn a statement round, or change how sure it is.
_TURNING = frozenset(
    "not no never none neither nor cannot can't won't don't doesn't didn't isn't aren't wasn't "
    "without unless may might could must all any only".split()
)
_LIGHT = 2.0  # rarity below which a changed word is style ("that", "has")


def relate_statements(a: Telling[Statement], b: Telling[Statement]) -> Verdict:
    """Return how the wordings stand: the same, one cut, altered inside the marks, paraphrased.

    Printing other words as verbatim is flagged "altered wording" and differs if a word that
    carries meaning was changed, put in or left out in the middle.
    """
    wording = align_statements(a, b)
    tags, clash = _find_clash(a, b)
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
        case "altered":
            reason = f"printed as verbatim, but with other words: {_say_changes(wording)}"
            return Verdict(
                relation="differ" if _changes_meaning(wording) else "agree",
                reason=reason,
                tags=(*tags, "altered wording"),
            )
        case "paraphrase":
            reason = f"in other words, with {wording.share:.0%} of the shorter one's in both"
            return Verdict(relation="agree", reason=reason, tags=(*tags, "paraphrase"))


def _find_clash(a: Telling[Statement], b: Telling[Statement]) -> tuple[tuple[str, ...], str | None]:
    """Return tags and the reason why the two cannot both be right, if there is one."""
    speakers = a.setting.key(a.row.speaker), b.setting.key(b.row.speaker)
    sides = [
        telling.setting.side(telling.row.speaker) if telling.row.speaker else None
        for telling in (a, b)
    ]
    if _are_others(*speakers) and sides[0] != sides[1]:
        names = [telling.setting.name(telling.row.speaker) for telling in (a, b)]
        return ("speaker",), f"the words are given to {names[0]} and to {names[1]}"
    denials = [telling.row.act in ("deny", "dispute") for telling in (a, b)]
    if a.row.polarity != b.row.polarity and denials[0] == denials[1]:
        return ("denial",), "one affirms what the other has denied"
    return (), None


def _are_others(a: str | None, b: str | None) -> bool:
    """Return whether two speakers are known to be two: a bare surname may be either's."""
    return a is not None and b is not None and a.split()[-1] != b.split()[-1]


def _changes_meaning(wording: Wording) -> bool:
    """Return whether the words that one lacks carry meaning: rare, turning, or numbers."""
    only_a = {fold_word(word) for word in wording.only_a.split()}
    only_b = {fold_word(word) for word in wording.only_b.split()}
    changed = only_a ^ only_b
    return any(
        word in _TURNING or word[:1].isdigit() or read_rarity(word) >= _LIGHT for word in changed
    )


def _say_changes(wording: Wording) -> str:
    def show(words: str) -> str:
        listed = split_words(words)
        return "“" + " ".join(listed[:12]) + (" …”" if len(listed) > 12 else "”")

    if not wording.only_a:
        return f"{show(wording.only_b)} is in one only"
    if not wording.only_b:
        return f"{show(wording.only_a)} is in one only"
    return f"{show(wording.only_a)} against {show(wording.only_b)}"
