"""How two tellings of one event stand to each other."""

from onrecord.compare.days import count_apart, count_width, fill_days, say_days
from onrecord.compare.tellings import Telling
from onrecord.compare.verdicts import Verdict
from onrecord.records import Act

KNOWN_DAYS = 2  # an interval wider than this puts no event on a day


def relate_events(a: Telling[Act], b: Telling[Act]) -> Verdict:
    """Return how two tellings stand: denial, date conflict, plan and deed, or agreement."""
    denied = a.row.polarity != b.row.polarity or bool(a.row.denied_by) != bool(b.row.denied_by)
    if denied:
        reason = "one reports as done what the other denies or reports as denied"
        return Verdict(relation="differ", reason=reason, tags=("denial",))
    first, second = fill_days(a.days, a.setting.article), fill_days(b.days, b.setting.article)
    widths = count_width(first), count_width(second)
    dated = all(width is not None and width <= KNOWN_DAYS for width in widths)
    apart = count_apart(first, second)
    if apart and dated and _names_day(a) and _names_day(b):
        reason = f"put on {say_days(first)} and on {say_days(second)}"
        return Verdict(relation="differ", reason=reason, tags=("date conflict",))
    if a.row.modality != b.row.modality:
        reason = f"told as {a.row.modality} and as {b.row.modality}"
        return Verdict(relation="compatible", reason=reason)
    if a.row.type == b.row.type and dated and apart == 0:
        return Verdict(relation="agree", reason=f"the same act, {say_days(first)}")
    reason = "the same act, with days that may meet"
    if a.row.type != b.row.type:
        reason = f"one act told as {a.row.type} and as {b.row.type}"
    return Verdict(relation="compatible", reason=reason)


def _names_day(telling: Telling[Act]) -> bool:
    """Return whether the telling's day comes from its own words and not from the page's date."""
    return telling.days.earliest is not None and telling.days.anchor not in (None, "published")
