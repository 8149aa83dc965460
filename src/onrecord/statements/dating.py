"""When something was said: the time in the clause of the cue, else by the published date."""

from collections.abc import Sequence

from onrecord.records import UNKNOWN_WHEN, Published, Timex, When
from onrecord.spans import contains
from onrecord.statements.drafts import Draft


def find_when(draft: Draft, timexes: Sequence[Timex], published: Published, *, inner: bool) -> When:
    """Return the days on which the statement was made.

    A time of the day or date type in the cue's clause ("said on Wednesday") says it; else an
    outer statement was made by the time it was published, and an `inner` one by then at the latest.
    """
    clause = draft.clause
    if clause is not None:
        for timex in timexes:
            inside = contains(clause, timex.span)
            dated = timex.type in {"DATE", "TIME"} and timex.certainty != "unknown"
            if inside and dated and not any(contains(piece, timex.span) for piece in draft.content):
                return When(
                    earliest=timex.earliest,
                    latest=timex.latest,
                    certainty=timex.certainty,
                    anchor=timex.anchor,
                )
    if published.latest is None:
        return UNKNOWN_WHEN
    earliest = None if inner else published.earliest
    return When(earliest=earliest, latest=published.latest, certainty="bounded", anchor="published")
