"""Make acts of drafts and statements: one row for each trigger, the layers tied by ids."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.acts.drafts import Draft
from onrecord.acts.modality import Meant
from onrecord.acts.placing import (
    find_hedge,
    find_place,
    find_timex,
    is_background,
    place_in_time,
)
from onrecord.acts.sentences import Sentence
from onrecord.acts.speech import ROOTS, Layers, tells_act, told_in
from onrecord.ids import row_id
from onrecord.records import Act, ActorKind, Article, RowCertainty, Span, Statement, When
from onrecord.spans import overlaps

_DATES = frozenset(
    "January February March April May June July August September October November December Monday "
    "Tuesday Wednesday Thursday Friday Saturday Sunday".split()
)


@dataclass(slots=True, kw_only=True)
class Row:
    """What is known of one trigger: a draft, a statement whose cue it is, or both."""

    span: Span
    sentence: Sentence | None = None
    draft: Draft | None = None
    statement: Statement | None = None
    governs: list[Span] = field(default_factory=list)


def assemble(
    article: Article,
    drafts: Sequence[tuple[Sentence, Draft]],
    statements: Sequence[Statement],
    layers: Layers,
    kinds: Mapping[str, ActorKind],
) -> Iterator[Act]:
    """Yield the acts in the order of their triggers; `kinds` has that of each actor."""
    rows = _rows(drafts, statements, layers)
    contents = _contents(article.id, rows, layers)
    _tie_governed(article.id, rows, contents)
    for row in rows:
        yield _act(article, row, contents.get(row.span), layers, kinds)


def _rows(
    drafts: Sequence[tuple[Sentence, Draft]], statements: Sequence[Statement], layers: Layers
) -> list[Row]:
    """Return one row a trigger; a statement's act joins the draft that its cue is."""
    rows = {
        draft.span: Row(span=draft.span, sentence=sentence, draft=draft)
        for sentence, draft in drafts
    }
    starts = {span.start: row for span, row in rows.items()}
    for statement in statements:
        cue = statement.cue or statement.content[0]
        row = starts.get(cue.start)
        if row is None and statement.cue is not None:
            row = next((starts[k] for k in range(cue.start, cue.end) if k in starts), None)
        if row is not None and row.statement is None and statement.cue is not None:
            row.statement = statement
        elif row is None and tells_act(statement):
            rows[cue] = Row(span=cue, statement=statement)
    return [rows[span] for span in sorted(rows) if not _only_replies(rows[span])]


def _only_replies(row: Row) -> bool:
    """Return whether the row is but the cue of a claim: "responded"."""
    return (
        row.statement is not None
        and row.draft is not None
        and row.draft.trigger.type == "UNSPECIFIED"
        and not tells_act(row.statement)
    )


def _contents(article_id: str, rows: Sequence[Row], layers: Layers) -> dict[Span, str]:
    """Return for each statement's own trigger the id of the first act that it tells of."""
    first: dict[str, str] = {}
    for row in rows:
        inner = layers.at(row.span, outside=row.statement.id if row.statement else None)
        if inner is not None:
            first.setdefault(inner.id, row_id("e", article_id, row.span))
    return {
        row.span: first[row.statement.id]
        for row in rows
        if row.statement is not None and row.statement.id in first
    }


def _tie_governed(article_id: str, rows: Sequence[Row], contents: dict[Span, str]) -> None:
    """Tie an act to the one whose word governs it: "agreed to withdraw" outside statements."""
    at = {
        (id(row.sentence), row.draft.at): row
        for row in rows
        if row.draft is not None and row.sentence is not None
    }
    for row in rows:
        if row.draft is None or row.draft.meant.governor is None:
            continue
        governor = at.get((id(row.sentence), row.draft.meant.governor))
        if governor is not None and governor is not row:
            contents.setdefault(governor.span, row_id("e", article_id, row.span))


def _act(
    article: Article,
    row: Row,
    content: str | None,
    layers: Layers,
    kinds: Mapping[str, ActorKind],
) -> Act:
    statement = row.statement
    around = layers.at(row.span, outside=statement.id if statement else None)
    if row.draft is None or row.sentence is None:
        return _spoken(article, row, content, around)
    draft, sentence = row.draft, row.sentence
    meant = told_in(draft.meant, around, draft.actors) if around is not None else draft.meant
    timex = find_timex(sentence, draft.at, lambda span: layers.at(span) is around)
    denied = list(draft.denied_by)
    if meant.denied and around is not None and around.speaker:
        denied.append(around.speaker)
    elif meant.denied:
        denied += [a for a in draft.actors if a not in denied]
    when = place_in_time(timex, meant.modality, article.published)
    act_type, speech_act = draft.trigger.type, draft.trigger.speech_act
    actors, recipients = draft.actors, draft.recipients
    if not actors and around is not None and around.act in {"threaten", "commit", "offer"}:
        actors = (around.speaker,) if around.speaker else ()
    if statement is not None:
        when = _statement_when(statement, when)
        if tells_act(statement):
            act_type, speech_act = ROOTS[statement.act], statement.act
        if statement.speaker is not None:
            actors = actors if statement.speaker in actors else (statement.speaker,)
            recipients = tuple(a for a in recipients if a not in actors)
        if not recipients and statement.addressee is not None:
            recipients = (statement.addressee,)
    asserted = around.speaker if around is not None and asserts(around, meant, actors) else None
    if act_type in {"MOBILIZE", "RETREAT"}:  # "massed troops": they are its means
        recipients = tuple(a for a in recipients if kinds.get(a) != "group")
    hedge = find_hedge(sentence, draft.at)
    if hedge is None and around is not None and around.speaker is None:
        hedge = around.cue  # somebody unnamed says so: "a claim", "is said to"
    return Act(
        id=row_id("e", article.id, row.span),
        trigger=row.span,
        type=act_type,
        speech_act=speech_act,
        actors=actors,
        recipients=recipients,
        modality=meant.modality,
        polarity=meant.polarity,
        condition=_condition(row.span, meant, around),
        when=when,
        place=find_place(sentence, draft.at, _DATES),
        background=meant.modality in {"happened", "ongoing"}
        and is_background(
            sentence,
            draft.at,
            draft.group,
            timex=timex,
            published=article.published,
            relative=draft.relative and statement is None,
            told=around is not None or statement is not None,
        ),
        asserted_by=asserted,
        denied_by=tuple(dict.fromkeys(denied)),
        content=content,
        hedge=hedge,
        certainty=_certainty(draft, meant, hedge, around),
    )


def _condition(trigger: Span, meant: Meant, around: Statement | None) -> Span | None:
    """Return the condition of the act, its own or that of the statement it stands in."""
    if meant.condition is not None or around is None or around.condition is None:
        return meant.condition
    open_act = meant.modality not in {"happened", "ongoing"}
    return around.condition if open_act and not overlaps(trigger, around.condition) else None


def asserts(around: Statement, meant: Meant, actors: Sequence[str]) -> bool:
    """Return whether the speaker of the statement around an act stands for it.

    Who denies an act does not, nor who refuses what another has demanded: that is told by the
    article.
    """
    if meant.denied and around.act in {"deny", "dispute"}:
        return False
    return around.act not in {"refuse", "accept"} or not actors or around.speaker in actors


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
    plain = draft.group is not None and draft.group.to is None and draft.pronoun is None
    if plain and draft.trigger.verb and draft.recipients and not draft.relative:
        return "clear"
    return "likely"
