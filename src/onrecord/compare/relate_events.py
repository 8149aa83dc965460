"""How two tellings of one event stand to each other."""

from onrecord.compare.actor_keys import name_groups
from onrecord.compare.days import Days, count_apart, count_width, fill_days, say_days
from onrecord.compare.event_bars import DONE, MUTUAL, SAME_DAYS
from onrecord.compare.runs import measure_runs
from onrecord.compare.statement_likeness import REPEATED_WORDS
from onrecord.compare.tellings import Telling
from onrecord.compare.traits import read_act
from onrecord.compare.verdicts import Verdict
from onrecord.compare.wording import split_words
from onrecord.records import Act, Span, Statement
from onrecord.spans import cover

SUPPOSED = frozenset({"conditional", "hypothetical", "offered", "demanded"})  # not asserted
FORETOLD = frozenset({"planned", "offered", "demanded", "threatened"})  # what may come to pass
# What days are counted from that the row's own words do not give.
_NOT_NAMED = frozenset({None, "published", "previous", "speech"})
PERIOD_DAYS = 366  # a wider interval says nothing of when
SAME_SENTENCE = 0.8  # of its words
KNOWN_DAYS = 2  # an interval wider than this puts no event on a day


_DENIAL = Verdict(relation="differ", reason="one reports what the other denies", tags=("denial",))


def relate_events(a: Telling[Act], b: Telling[Act]) -> Verdict:
    """Return how two tellings stand: denial, date conflict, plan and deed, or agreement."""
    asserted = {a.row.modality, b.row.modality}.isdisjoint(SUPPOSED)
    denied = a.row.polarity != b.row.polarity
    if asserted and denied and (a.row.modality in DONE) == (b.row.modality in DONE):
        if not _is_one_deed(a, b):
            reason = "one tells of it as not done, perhaps by somebody else"
            return Verdict(relation="not comparable", reason=reason)
        return _DENIAL if a.row.modality in DONE else _relate_intentions(a, b)
    if _is_denied(a) != _is_denied(b) and _is_one_deed(a, b) and not _are_one_sentence(a, b):
        denial, other = (a, b) if _is_denied(a) else (b, a)
        if _is_claimed(other, denial):
            return _DENIAL
    first, second = fill_days(a.days, a.setting.article), fill_days(b.days, b.setting.article)
    widths = count_width(first), count_width(second)
    dated = all(width is not None and width <= KNOWN_DAYS for width in widths)
    apart = count_apart(first, second)
    if apart is not None and apart > SAME_DAYS and dated and _names_day(a) and _names_day(b):
        reason = f"put on {say_days(first)} and on {say_days(second)}"
        if not _is_one_deed(a, b):
            return Verdict(relation="not comparable", reason=f"{reason}, perhaps of two acts")
        return Verdict(relation="differ", reason=reason, tags=("date conflict",))
    if (a.row.modality in DONE) != (b.row.modality in DONE):
        return _relate_plan(a, b)
    placed = all(width is not None and width <= PERIOD_DAYS for width in widths)
    if a.row.type == b.row.type and placed and apart is not None and apart <= SAME_DAYS:
        return Verdict(relation="agree", reason=f"the same act, {_say_both(first, second)}")
    reason = "the same act, with days that may meet"
    if a.row.type != b.row.type:
        reason = f"one act told as {a.row.type} and as {b.row.type}"
    return Verdict(relation="compatible", reason=reason)


def _is_denied(telling: Telling[Act]) -> bool:
    """Return whether the act is told as what somebody denies, if another claims it."""
    act = telling.row
    return bool(act.denied_by) and act.asserted_by not in act.denied_by and act.modality not in DONE


def _are_one_sentence(a: Telling[Act], b: Telling[Act]) -> bool:
    """Return whether both outlets print one sentence, which was only read in two ways."""
    first, second = (set(split_words(each.sentence)) for each in (a, b))
    return len(first & second) >= SAME_SENTENCE * max(len(first), len(second))


def _are_one_quotation(a: Telling[Act], b: Telling[Act]) -> bool:
    """Return whether both are told in the same words of a statement, which was only read in two
    ways: nothing has come to pass between the two."""
    if not (_list_around(a) and _list_around(b)):
        return False
    _, run = measure_runs(split_words(a.sentence), split_words(b.sentence))
    return run >= REPEATED_WORDS


def _is_claimed(telling: Telling[Act], denial: Telling[Act]) -> bool:
    """Return whether the act is told as done, by the article or by another than who denies it."""
    act = telling.row
    if act.modality not in DONE or act.polarity != "positive":
        return False
    deniers = {denial.setting.key(actor) for actor in denial.row.denied_by} - {None}
    return act.asserted_by is None or telling.setting.key(act.asserted_by) not in deniers


def _relate_plan(a: Telling[Act], b: Telling[Act]) -> Verdict:
    """Return the relation of an act ahead and the act done: changed, if it was done later."""
    swapped = a.row.modality in DONE
    ahead, done = (b, a) if swapped else (a, b)
    told = _say_intention(ahead), _say_intention(done)
    first, then = ahead.setting.article.published.latest, done.setting.article.published.earliest
    known = first is not None and then is not None and first <= then
    foretold = known and ahead.row.modality in FORETOLD
    came_to_pass = foretold and a.row.polarity == b.row.polarity and _is_one_deed(a, b)
    if came_to_pass and not _are_one_quotation(a, b):
        return Verdict(relation="changed", reason=", then ".join(told), swapped=swapped)
    reason = f"told as {told[0]} and as {told[1]}"
    return Verdict(relation="compatible", reason=reason)


def _relate_intentions(a: Telling[Act], b: Telling[Act]) -> Verdict:
    """Return the relation of what would be done and what would not: who threatens to close a road
    and later says that it stays open has not denied the threat."""
    sides = {a.setting.side(a.row.asserted_by), b.setting.side(b.row.asserted_by)} - {None}
    first, second = _find_said_days(a), _find_said_days(b)
    apart = count_apart(first, second)
    if len(sides) > 1 or apart == 0:
        return _DENIAL
    if apart is None:
        reason = "one says that it would be done, the other that it would not, perhaps later"
        return Verdict(relation="not comparable", reason=reason)
    swapped = first[0] is not None and second[1] is not None and first[0] > second[1]
    earlier, later = (b, a) if swapped else (a, b)
    told = f"{_say_intention(earlier)}, then {_say_intention(later)}"
    return Verdict(relation="changed", reason=told, swapped=swapped)


def _say_intention(telling: Telling[Act]) -> str:
    act = telling.row
    return act.modality if act.polarity == "positive" else f"not {act.modality}"


def _find_said_days(telling: Telling[Act]) -> Days:
    """Return when it was said what would be done: the days of the shortest statement around the
    act, or else those of the article."""
    article = telling.setting.article
    around = _list_around(telling)
    if not around:
        return article.published.earliest, article.published.latest
    _, said = min(around, key=lambda each: (each[0].end - each[0].start, each[1].id))
    return fill_days(said.when, article)


def _list_around(telling: Telling[Act]) -> list[tuple[Span, Statement]]:
    """Return the statements that tell the act, each with where its content stands."""
    trigger = telling.row.trigger
    return [
        (cover(row.content), row)
        for row in telling.setting.statements.values()
        if row.content
        and cover(row.content).start <= trigger.start
        and trigger.end <= cover(row.content).end
    ]


def _is_one_deed(a: Telling[Act], b: Telling[Act]) -> bool:
    """Return whether both are of one type and verb and say who acts, on one side, or neither does.

    So much is needed for saying that one takes back what the other says, or that it came to pass:
    "police did not shoot him" leaves it open who did.
    """
    if a.row.type != b.row.type or read_act(a).verbs.isdisjoint(read_act(b).verbs):
        return False
    first, second = _list_doers(a), _list_doers(b)
    return not first.isdisjoint(second) or not (first or second) or _may_be_of_one(a, b)


def _may_be_of_one(a: Telling[Act], b: Telling[Act]) -> bool:
    """Return whether people without a name are called alike ("soldiers", "Ostran soldiers"), or who
    denies the one is of the side that does the other: "Ostra denied that its troops did it"."""
    first, second = (
        name_groups(filter(None, map(each.setting.key, each.row.actors))) for each in (a, b)
    )
    if not first.isdisjoint(second):
        return True
    return any(
        not frozenset(map(one.setting.side, one.row.denied_by)).isdisjoint(_list_doers(other))
        for one, other in ((a, b), (b, a))
    )


def _list_doers(telling: Telling[Act]) -> frozenset[str | None]:
    act = telling.row
    doers = (*act.actors, *act.recipients) if act.type in MUTUAL else act.actors
    return frozenset(map(telling.setting.side, doers))


def _say_both(first: Days, second: Days) -> str:
    if first == second:
        return say_days(first)
    return f"{say_days(first)} and {say_days(second)}"


def _names_day(telling: Telling[Act]) -> bool:
    """Return whether the telling's day comes from its own words and not from the page's date."""
    return telling.days.earliest is not None and telling.days.anchor not in _NOT_NAMED
