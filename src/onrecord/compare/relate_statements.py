"""How two tellings of one statement stand to each other."""

from onrecord.compare.contents import content_text
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
_NEGATIONS = frozenset(word for word in _TURNING if word[0] == "n" or word.endswith("n't"))
STEM_LETTERS = 5
ONE_THOUGHT = 40  # words up to which one negation turns the whole statement
CLOSE = 0.85  # of a paraphrase whose yes or no is compared
LEAST_SHARED = 0.15  # of the words of a paraphrase, below which it is not said to agree
_LIGHT = 2.0  # rarity below which a changed word is style ("that", "has")


def relate_statements(a: Telling[Statement], b: Telling[Statement]) -> Verdict:
    """Return how the wordings stand: the same, one cut, altered inside the marks, paraphrased.

    Printing other words as verbatim is flagged "altered wording" and differs if a word that
    carries meaning was changed, put in or left out in the middle.
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
            reason = f"in other words, with {wording.share:.0%} of the shorter one's in both"
            return Verdict(relation="agree", reason=reason, tags=(*tags, "paraphrase"))


def _find_clash(
    a: Telling[Statement], b: Telling[Statement], wording: Wording | None
) -> tuple[tuple[str, ...], str | None]:
    """Return tags and the reason why the two cannot both be right, if there is one.

    Two speakers clash only if both are persons and read clearly: an office and who speaks for
    it may both be named. A denial clashes with a close paraphrase that affirms; of words that
    are the same, neither can deny the other.
    """
    if _are_others(a, b):
        names = [telling.setting.name(telling.row.speaker) for telling in (a, b)]
        reason = f"the words are given to {names[0]} and to {names[1]}"
        sure = a.row.certainty == b.row.certainty == "clear" and all(map(_is_person, (a, b)))
        return ("speaker",), reason if sure else None
    close = wording is not None and wording.kind == "paraphrase" and wording.share >= CLOSE
    close = close and max(len(split_words(content_text(each))) for each in (a, b)) <= ONE_THOUGHT
    if close and _is_negated(a) != _is_negated(b):
        return ("denial",), "one affirms what the other denies"
    return (), None


def _are_others(a: Telling[Statement], b: Telling[Statement]) -> bool:
    """Return whether two speakers are known to be two: a bare surname may be either's."""
    first, second = a.setting.key(a.row.speaker), b.setting.key(b.row.speaker)
    if first is None or second is None or first.split()[-1] == second.split()[-1]:
        return False
    sides = [telling.setting.side(telling.row.speaker or "") for telling in (a, b)]
    return sides[0] != sides[1]


def _is_person(telling: Telling[Statement]) -> bool:
    key = telling.setting.key(telling.row.speaker)
    return key is not None and key.startswith("person ")


def _is_negated(telling: Telling[Statement]) -> bool:
    """Return whether the statement says no: by its act, or by a word in its content."""
    words = _NEGATIONS.intersection(split_words(content_text(telling)))
    return bool(words) != (telling.row.act in ("deny", "dispute"))


def _changes_meaning(wording: Wording) -> bool:
    """Return whether the words that one lacks carry meaning: rare, turning, or numbers.

    Another form of the same word is none: "assess" and "assesses".
    """
    only_a = {fold_word(word) for word in wording.only_a.split()}
    only_b = {fold_word(word) for word in wording.only_b.split()}
    stems = {word[:STEM_LETTERS] for word in only_a} & {word[:STEM_LETTERS] for word in only_b}
    return any(
        word in _TURNING or word[:1].isdigit() or read_rarity(word) >= _LIGHT
        for word in only_a ^ only_b
        if word[:STEM_LETTERS] not in stems or word in _TURNING
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
