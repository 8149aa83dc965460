"""An answer in words: what was asked for, and the sentence that says so with where it stands."""

from onrecord.asking import Answer
from onrecord.views.plain import one_line
from onrecord.views.words import show_own_day, show_published, show_report

NOT_SAID = "These articles do not say."


def show_answer(answer: Answer) -> str:
    """Return the answer on one or two lines, or that these articles do not say."""
    if not answer.rows or answer.line is None:
        return NOT_SAID
    row = answer.rows[0]
    report, day = show_report(row), show_own_day(row)
    if day and day != show_published(row.published):
        report += f"; {'as of' if row.kind == 'figure' else 'when'}: {day}"
    line = f"{one_line(answer.line)} — {one_line(report)} [{row.id[:10]}]"
    return f"{one_line(answer.short)}\n{line}" if answer.short else line
