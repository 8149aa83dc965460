"""When an act was: on its own date, on that of its statement, or by its publication."""

from collections.abc import Callable
from dataclasses import replace

from onrecord.acts.draft import Draft
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.modality.governors import Meant
from onrecord.acts.rows.dating import (
    PENDING,
    dates_plan,
    find_timex,
    is_told_by_noun,
    lie_ahead,
    place_in_time,
    runs_since,
)
from onrecord.acts.rows.placing import is_old_plan
from onrecord.acts.rows.speech import Layers
from onrecord.days import STORY_DAYS, when_of
from onrecord.records import UNKNOWN_WHEN, Published, Span, Statement, Timex, When

_NOW = frozenset("is are am".split())


def find_own_date(
    sentence: Sentence,
    draft: Draft,
    meant: Meant,
    same_layer: Callable[[Span], bool],
    published: Published,
) -> Timex | None:
    """Return the date of the act; that of what is to be done stands rather behind it.

    In "agreed on Monday to | leave | by July" it is July. What goes on now has no date of long ago:
    "are probing meddling in the 2016 election".
    """
    noun = is_told_by_noun(sentence, draft)
    found = find_timex(sentence, draft.at, same_layer, noun=noun)
    if found is not None and _goes_on_now(draft, meant) and lies_back(when_of(found), published):
        return found if runs_since(sentence, found, draft.at) else None
    if found is None or found.span.start > draft.span.start or meant.modality not in PENDING:
        return found
    return find_timex(sentence, draft.at, same_layer, noun=noun, steps=(1,)) or found


def _goes_on_now(draft: Draft, meant: Meant) -> bool:
    now = draft.group is not None and bool(draft.group.auxiliaries & _NOW)
    return meant.modality == "ongoing" and now


def lies_back(when: When, published: Published) -> bool:
    """Return whether the days of something lie before those of the article's story."""
    if when.latest is None or published.earliest is None:
        return False
    return when.latest < published.earliest - STORY_DAYS


def date_act(
    sentence: Sentence, draft: Draft, meant: Meant, own: Timex | None, published: Published
) -> When:
    """Return when the act was by its `own` date, or by that of another telling of it."""
    if own is None:
        when = place_in_time(draft.retold, meant.modality, published)
        told = draft.retold is not None and when.anchor == draft.retold.anchor
        return replace(when, anchor="previous") if told else when
    if not meant.real and dates_plan(sentence, own, draft.at, published):
        return UNKNOWN_WHEN
    when = place_in_time(own, meant.modality, published)
    behind = draft.group is None and own.span.start > draft.span.start
    if meant.modality == "planned" and (behind or not draft.trigger.verb):
        return lie_ahead(when, own, published)  # "announced a march on Saturday"
    if meant.real and runs_since(sentence, own, draft.at):
        return replace(when, latest=published.latest, certainty="bounded")
    return when


def was_planned(
    sentence: Sentence,
    draft: Draft,
    meant: Meant,
    own: Timex | None,
    published: Published,
    layers: Layers,
) -> bool:
    """Return whether an act was promised or demanded long ago: "vowed in 2019 to expel them"."""
    if meant.modality not in PENDING:
        return False
    governor = draft.meant.governor
    if own is not None and dates_plan(sentence, own, draft.at, published):
        return is_old_plan(own, published)
    if governor is None:
        return False
    around = layers.at(sentence.span_of(governor, governor + 1))
    timex = find_timex(sentence, governor, lambda span: layers.at(span) is around, noun=False)
    return is_old_plan(timex, published)


def date_statement(
    sentence: Sentence, draft: Draft, statement: Statement, when: When, *, background: bool
) -> When:
    """Return when a statement's own act was: on its day, or at the act's own time `when`.

    Of what is only told by a noun, or as history, nobody says that it was on the day of
    publication: "is working on Lund's | promise |".
    """
    of_report = statement.when.anchor in {"published", "speech"}
    of_report = of_report and statement.when.certainty == "bounded"
    told = background or is_told_by_noun(sentence, draft)
    if of_report and told:
        return when
    return statement_when(statement, when)


def statement_when(statement: Statement, when: When) -> When:
    """Return when a statement was made, or `when` where that is not known."""
    known = statement.when.earliest is not None or statement.when.latest is not None
    return statement.when if known else when
