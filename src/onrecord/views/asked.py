"""An answer in words: what was asked for, and the sentence that says so with where it stands."""

from onrecord.asking import Answer
from onrecord.views.plain import one_line
from onrecord.views.words import (
    ALONE,
    show_own_day,
    show_published,
    show_report,
    show_support,
)

NOT_SAID = "These articles do not say."


def show_answer(answer: Answer, *, contested: bool = False) -> str:
    """Return the answer on two or three lines, or that these articles do not say.

    The last line tells how many say so, and of what is `contested` that others say otherwise.
    """
    if not answer.rows or answer.line is None:
        return NOT_SAID
    row = answer.rows[0]
    report, day = show_report(row), show_own_day(row)
    if day and day != show_published(row.published):
        report += f"; {'as of' if row.kind == 'figure' else 'when'}: {day}"
    line = f"{one_line(answer.line)} — {one_line(report)} [{row.id[:10]}]"
    told = f"In {show_support(row.counts or ALONE)}"
    if contested:
        told += f"; others differ or changed it: onrecord show {row.id[:10]}"
    return "\n".join(part for part in (one_line(answer.short or ""), line, f"{told}.") if part)
