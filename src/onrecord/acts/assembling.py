"""Make acts of drafts and statements: one row for each trigger, the layers tied by ids."""

from collections.abc import Iterator, Sequence

from onrecord.acts.draft import Draft
from onrecord.acts.governors import Meant
from onrecord.acts.keeping import needs_actor
from onrecord.acts.placing import (
    find_hedge,
    find_place,
    find_timex,
    is_background,
    place_in_time,
)
from onrecord.acts.rows import Row, drop_told, find_contents, make_rows, tie_governed
from onrecord.acts.sentences import Sentence
from onrecord.acts.speech import ROOTS, Layers, tells_act, told_in, who_means
from onrecord.ids import row_id
from onrecord.records import (
    Act,
    Article,
    Published,
    RowCertainty,
    Span,
    Statement,
    Timex,
    When,
)
from onrecord.spans import overlaps

_DATES = frozenset(
    "January February March April May June July August September October November December Monday "
    "Tuesday Wednesday Thursday Friday Saturday Sunday".split()
)


def assemble(
    article: Article,
    drafts: Sequence[tuple[Sentence, Draft]],
    statements: Sequence[Statement],
    layers: Layers,
) -> Iterator[Act]:
    """Yield the acts in the order of their triggers, but for those of nobody."""
    rows = [
        row
        for row in make_rows(article.text, drafts, statements)
        if row.draft is None or not needs_actor(row.draft) or _has_actor(row.draft, row, layers)
    ]
    contents = find_contents(article.id, rows, layers)
    tie_governed(article.id, rows, contents)
    for row in drop_told(rows, contents):
        yield _act(article, row, contents.get(row.span), layers)


def _act(
    article: Article,
    row: Row,
    content: str | None,
    layers: Layers,
) -> Act:
    statement = row.statement
    around = layers.at(row.span, outside=statement.id if statement else None)
    if row.draft is None or row.sentence is None:
        return _spoken(article, row, content, around)
    draft, sentence = row.draft, row.sentence
    meant = (
        told_in(draft.meant, around, draft.actors, row.span) if around is not None else draft.meant
    )
    timex = find_timex(sentence, draft.at, lambda span: layers.at(span) is around)
    when = place_in_time(timex, meant.modality, article.published)
    spoken = statement is not None and tells_act(statement)
    actors, recipients = _parties(draft, statement, around)
    hedge = _hedge(sentence, draft, around)
    return Act(
        id=row_id("e", article.id, row.span),
        trigger=row.span,
        type=ROOTS[statement.act] if spoken and statement else draft.trigger.type,
        speech_act=statement.act if spoken and statement else draft.trigger.speech_act,
        actors=actors,
        recipients=recipients,
        modality=meant.modality,
        polarity=meant.polarity,
        condition=_condition(row.span, meant, around),
        when=_statement_when(statement, when) if statement is not None else when,
        place=find_place(sentence, draft.at, _DATES),
        background=meant.modality in {"happened", "ongoing"}
        and _is_history(sentence, draft, article.published, timex, around, statement),
        asserted_by=_asserted_by(around, meant, actors),
        denied_by=_denied_by(draft, meant, around),
        content=content,
        hedge=hedge,
        certainty=_certainty(draft, meant, hedge, around),
    )


def _has_actor(draft: Draft, row: Row, layers: Layers) -> bool:
    """Return whether it is known who acts: by the draft, or by a statement."""
    statement = row.statement
    around = layers.at(row.span, outside=statement.id if statement else None)
    return bool(_parties(draft, statement, around)[0])


def _is_history(
    sentence: Sentence,
    draft: Draft,
    published: Published,
    timex: Timex | None,
    around: Statement | None,
    statement: Statement | None,
) -> bool:
    """Return whether the act is told as history, by its date and tense or as the reader has it."""
    dated = timex is not None and bool(timex.earliest or timex.latest)
    if draft.mention is not None and draft.mention.background and not dated:
        return True
    return is_background(
        sentence,
        draft.at,
        draft.group,
        timex=timex,
        published=published,
        relative=draft.relative and statement is None,
        told=around is not None or statement is not None,
    )


def _parties(
    draft: Draft,
    statement: Statement | None,
    around: Statement | None,
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return actors and recipients, with what the act's own statement or that around it adds."""
    actors, recipients = draft.actors, draft.recipients
    if not actors:
        meaning = who_means(draft.meant, around, draft.span)
        actors = (meaning,) if meaning is not None else ()
    if statement is not None:
        if statement.speaker is not None and statement.speaker not in actors:
            actors = (statement.speaker,)
        if not recipients and statement.addressee is not None:
            recipients = (statement.addressee,)
    return actors, tuple(actor for actor in recipients if actor not in actors)


def _asserted_by(around: Statement | None, meant: Meant, actors: tuple[str, ...]) -> str | None:
    """Return the speaker of the statement around the act, where the speaker stands for it.

    Who denies an act does not, nor who refuses what another has demanded: that is told by the
    article.
    """
    if around is None or (meant.denied and around.act in {"deny", "dispute"}):
        return None
    if around.act in {"refuse", "accept"} and actors and around.speaker not in actors:
        return None
    return around.speaker


def _denied_by(draft: Draft, meant: Meant, around: Statement | None) -> tuple[str, ...]:
    """Return who denies the act: in the same sentence, by the statement around it, or itself."""
    denied = list(draft.denied_by)
    if meant.denied and around is not None and around.speaker:
        denied.append(around.speaker)
    elif meant.denied:
        denied += draft.actors
    return tuple(dict.fromkeys(denied))


def _hedge(sentence: Sentence, draft: Draft, around: Statement | None) -> Span | None:
    """Return the hedge before the act, or the cue by which somebody unnamed says it."""
    hedge = find_hedge(sentence, draft.at)
    if hedge is None and around is not None and around.speaker is None:
        return around.cue
    return hedge


def _condition(trigger: Span, meant: Meant, around: Statement | None) -> Span | None:
    """Return the condition of the act, its own or that of the statement it stands in."""
    if meant.condition is not None or around is None or around.condition is None:
        return meant.condition
    open_act = meant.modality not in {"happened", "ongoing"}
    return around.condition if open_act and not overlaps(trigger, around.condition) else None


def _spoken(article: Article, row: Row, content: str | None, around: Statement | None) -> Act:
    """Return the act that a statement is whose cue tells no act by itself: "said", "added"."""
    statement = row.statement
    if statement is None or statement.speaker is None:
        raise ValueError("a row without a draft has a statement with a speaker")
    when = _statement_when(statement, place_in_time(None, "happened", article.published))
    addressee = statement.addressee
    return Act(
        id=row_id("e", article.id, row.span),
        trigger=row.span,
        type=ROOTS[statement.act],
        speech_act=statement.act,
        actors=(statement.speaker,),
        recipients=(addressee,) if addressee is not None else (),
        when=when,
        asserted_by=around.speaker if around is not None else None,
        content=content,
        condition=statement.condition if content is None else None,
        certainty=statement.certainty,
    )


def _statement_when(statement: Statement, when: When) -> When:
    known = statement.when.earliest is not None or statement.when.latest is not None
    return statement.when if known else when


def _certainty(
    draft: Draft, meant: Meant, hedge: Span | None, around: Statement | None
) -> RowCertainty:
    """Return how far the row can be trusted: clear where grammar and actors are plain."""
    if hedge is not None or not meant.sure or not draft.actors or draft.unclear:
        return "unsure"
    if around is not None and around.speaker is None:
        return "unsure"
    named = draft.pronoun is None and draft.receiving is None
    plain = draft.group is not None and draft.group.to is None and named
    known = draft.recipients or draft.moves_own
    if plain and draft.trigger.verb and known and not draft.relative:
        return "clear"
    return "likely"
