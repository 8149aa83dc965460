"""Questions and their answers."""

from collections.abc import Sequence

from onrecord.statements.drafts import Draft

_ANSWER_CUES = frozenset("say reply respond answer retort add insist".split())


def find_answers(text: str, drafts: Sequence[Draft]) -> dict[int, int]:
    """Return for each direct statement that answers a question the index of that question.

    A question ends in a question mark or is introduced by "asked"; its answer is the next direct
    statement, by another source, in the same or the next paragraph. What others are told to have
    said in between shows that nobody answers.
    """
    answers: dict[int, int] = {}
    asked: int | None = None
    for number, draft in enumerate(drafts):
        if draft.kind != "direct" or draft.quoted:
            between = asked is not None and draft.unit is not drafts[asked].unit
            asked = None if between and draft.source is not None else asked
            continue
        if asked is not None and not _is_question(text, draft):
            question = drafts[asked]
            near = draft.unit.paragraph - question.unit.paragraph <= 1
            lemma = None if draft.entry is None else draft.entry.lemma
            if near and lemma in _ANSWER_CUES | {None} and not _same_source(text, draft, question):
                answers[number] = asked
        asked = number if _is_question(text, draft) else None
    return answers


def _same_source(text: str, a: Draft, b: Draft) -> bool:
    """Return whether both have the same words as source, "he" and "he" or a shared one."""
    if a.source is None or b.source is None:
        return False
    return text[a.source.start : a.source.end] == text[b.source.start : b.source.end]


def _is_question(text: str, draft: Draft) -> bool:
    if draft.entry is not None and draft.entry.lemma in {"ask", "inquire", "enquire", "wonder"}:
        return True
    last = draft.content[-1]
    return text[last.start : last.end].rstrip().endswith("?")
