"""An answer in words: what was asked for, and the sentence that says so with where it stands."""

from onrecord.asking import Answer
from onrecord.views.plain import one_line
from onrecord.views.words import show_publisher, show_when

NOT_SAID = "These articles do not say."


def show_answer(answer: Answer) -> str:
    """Return the answer on one or two lines, or that these articles do not say."""
    if not answer.rows or answer.line is None:
        return NOT_SAID
    row = answer.rows[0]
    publisher = show_publisher(row.outlet, row.agency)
    line = f"{one_line(answer.line)} — {one_line(publisher)}, {show_when(row)} [{row.id[:10]}]"
    return f"{one_line(answer.short)}\n{line}" if answer.short else line
