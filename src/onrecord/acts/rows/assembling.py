"""Make acts of drafts and statements: one row for each trigger, the layers tied by ids."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.acts.draft import Draft
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import AUXILIARIES, PREPOSITIONS
from onrecord.acts.modality.doubting import is_contact_clause
from onrecord.acts.modality.governors import Meant
from onrecord.acts.rows.dating import (
    is_told_by_noun,
    misleads,
    place_in_time,
)
from onrecord.acts.rows.keeping import needs_actor
from onrecord.acts.rows.layers import (
    Row,
    drop_repeated,
    drop_told,
    find_contents,
    make_rows,
    tie_governed,
)
from onrecord.acts.rows.placing import find_hedge, find_place, is_background
from onrecord.acts.rows.speech import (
    ROOTS,
    Layers,
    Named,
    is_told_beside,
    tells_act,
    told_in,
    who_means,
)
from onrecord.acts.rows.threatened import aim_threats
from onrecord.acts.rows.whens import (
    date_act,
    date_statement,
    find_own_date,
    lies_back,
    statement_when,
    was_planned,
)
from onrecord.ids import row_id
from onrecord.records import (
    Act,
    Article,
    Published,
    RowCertainty,
    Span,
    Statement,
    Timex,
)
from onrecord.spans import overlaps
from onrecord.text import forms_of

_VERB_REACH = 6  # items from a verb to the noun of action that is its object
_ON_OTHERS = frozenset(
    forms_of("support back oppose favour favor approve endorse reject resist prevent end")
) | {"stop", "stopping"}
_VOWING = re.compile(r"\b(?:vow|promis|pledg|threat|plan|swor|swear|prepar)", re.IGNORECASE)
_CHARGING = frozenset({"accuse", "criticise", "warn_of"})
_GIVING = frozenset({"accept", "commit", "offer"})
_MAYBE = frozenset({"might", "may"})
_DATES = frozenset(
    "January February March April May June July August September October November December Monday "
    "Tuesday Wednesday Thursday Friday Saturday Sunday".split()
)


def assemble(
    article: Article,
    drafts: Sequence[tuple[Sentence, Draft]],
    statements: Sequence[Statement],
    layers: Layers,
    named: Named,
) -> Iterator[Act]:
    """Yield the acts in the order of their triggers, but for those of nobody."""
    found = list(_assemble(article, drafts, statements, layers, named))
    yield from aim_threats(found, named)


def _assemble(
    article: Article,
    drafts: Sequence[tuple[Sentence, Draft]],
    statements: Sequence[Statement],
    layers: Layers,
    named: Named,
) -> Iterator[Act]:
    rows = [
        row
        for row in make_rows(article.text, drafts, statements)
        if row.draft is None or not needs_actor(row.draft) or _has_actor(row, layers)
    ]
    rows = drop_repeated(rows, layers)
    contents = find_contents(article.id, rows, layers)
    tie_governed(article.id, rows, contents)
    for row in drop_told(rows, contents):
        act = _without_told(_act(article, row, contents.get(row.span), layers), row, named)
        blamed = named.at_opening(row.statement) if row.statement is not None else None
        if act.recipients or blamed is None or blamed in act.actors or act.type == "STATE":
            yield act
        else:
            yield replace(act, recipients=(blamed,))


def _without_told(act: Act, row: Row, named: Named) -> Act:
    """Return the act without who is but told: the press, and Peru of "warned Peru of Kenya"."""
    statement = row.statement
    if statement is None:
        return act
    of_another = statement.act == "warn_of" and named.other_than(statement)
    if not of_another and not named.is_for_readers(statement):
        return act
    others = tuple(actor for actor in act.recipients if actor != statement.addressee)
    return replace(act, recipients=others)


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
    meant = draft.meant
    if around is not None and not (_is_aside(sentence, draft) or _is_weighed(draft, around)):
        beside = is_told_beside(article.text, around, row.span)
        said = replace(around, act="claim") if beside else around
        meant = told_in(meant, said, draft.actors, row.span)
        if _is_unreal(draft):
            meant = replace(meant, modality="hypothetical")  # "would not have signed"
        if draft.trigger.type == "REQUEST" and draft.group is not None and draft.group.future:
            meant = draft.meant  # "“He will urge them to wait,” said Lund"
        if draft.trigger.type == "REJECT" and _is_vowed(article.text, around):
            meant = replace(meant, polarity=draft.meant.polarity)  # "vowed to veto the law"
    deniers = layers.deniers(row.span, around)
    if deniers and meant.real:
        meant = replace(meant, modality="hypothetical")
    own = find_own_date(
        sentence, draft, meant, lambda span: layers.at(span) is around, article.published
    )
    timex = own or draft.retold
    when = date_act(sentence, draft, meant, own, article.published)
    spoken = statement is not None and tells_act(statement)
    actors, recipients = _parties(sentence, draft, statement, around)
    hedge = _hedge(sentence, draft, around)
    if meant.real:
        background = _is_history(sentence, draft, article.published, timex, around, statement)
    else:
        background = was_planned(sentence, draft, meant, own, article.published, layers)
    return Act(
        id=row_id("e", article.id, row.span),
        trigger=row.span,
        type=ROOTS[statement.act] if spoken and statement else draft.trigger.type,
        speech_act=statement.act if spoken and statement else draft.trigger.speech_act,
        actors=actors,
        recipients=recipients,
        modality=meant.modality,
        polarity=meant.polarity,
        condition=_condition(row.span, meant, around, plain=draft.trigger.speech_act is None),
        when=when
        if statement is None
        else date_statement(sentence, draft, statement, when, background=background),
        place=find_place(sentence, draft.at, _DATES),
        background=background,
        asserted_by=_asserted_by(around, meant, actors),
        denied_by=tuple(dict.fromkeys((*_denied_by(draft, meant, around), *deniers))),
        content=content,
        hedge=hedge,
        certainty=_certainty(draft, meant, hedge, around),
    )


def _is_vowed(text: str, statement: Statement) -> bool:
    """Return whether who refuses says what they will do: "vowed to veto", not "declined to"."""
    cue = statement.cue
    return cue is not None and _VOWING.search(text, *cue) is not None


def _is_aside(sentence: Sentence, draft: Draft) -> bool:
    """Return whether the act only tells which thing is meant: "stop the raids that killed ten".

    What is demanded, offered or planned there is another act.
    """
    group = draft.group
    if group is None or group.to is not None or group.modal or group.future:
        return False
    if group.kind == "ing" and group.bare:
        before = sentence.item(group.first - 1)
        if before is None or before.kind != "word" or not before.lower.endswith("s"):
            return False
        return before.lower not in AUXILIARIES | PREPOSITIONS
    relative = draft.relative or is_contact_clause(sentence, group.first)
    return relative and group.kind in {"past", "tense"}


def _is_unreal(draft: Draft) -> bool:
    """Return whether it could have been done and was not: "he would have | signed |"."""
    return draft.group is not None and {"would", "have"} <= draft.group.auxiliaries


def _is_weighed(draft: Draft, around: Statement) -> bool:
    """Return whether a speaker only says what he may do: "told envoys he might | accept |"."""
    group = draft.group
    return group is not None and around.act in _GIVING and bool(group.auxiliaries & _MAYBE)


def _is_anothers(sentence: Sentence, draft: Draft) -> bool:
    """Return whether a noun tells what others do: "pledged to support the strikes".

    So it does of what was done already: "promised a report on the raid".
    """
    before = range(max(0, draft.at - _VERB_REACH), draft.at)
    done = draft.meant.real and draft.meant.sure and not draft.trigger.verb
    return draft.group is None and (done or any(sentence.lower(at) in _ON_OTHERS for at in before))


def _has_actor(row: Row, layers: Layers) -> bool:
    """Return whether it is known who acts, by the draft or by a statement, or who is only told."""
    if row.draft is None or row.sentence is None:
        return False
    statement = row.statement
    around = layers.at(row.span, outside=statement.id if statement else None)
    told = statement is not None and statement.addressee in row.draft.actors
    return told or bool(_parties(row.sentence, row.draft, statement, around)[0])


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
    believed = draft.mention is not None and draft.mention.background and not dated
    said_long_ago = statement is not None and lies_back(statement.when, published)
    if draft.lies_back or said_long_ago:
        return True
    if believed and not misleads(sentence, draft.at, noun=is_told_by_noun(sentence, draft)):
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
    sentence: Sentence,
    draft: Draft,
    statement: Statement | None,
    around: Statement | None,
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return actors and recipients, with what the act's own statement or that around it adds.

    Who is only told does not tell: "Peru urged to free two miners" is done by nobody known.
    """
    actors, recipients = draft.actors, draft.recipients
    if not actors and not _is_aside(sentence, draft) and not _is_anothers(sentence, draft):
        meaning = who_means(draft.meant, around, draft.span)
        actors = (meaning,) if meaning is not None else ()
    done_to = draft.passive and statement is not None and statement.speaker in recipients
    if statement is not None and not done_to:  # "Lund blamed for the delay" blames nobody
        if statement.joint or statement.speaker not in (None, *actors):
            actors = statement.speakers
        elif statement.speaker is None and statement.addressee in actors:
            actors, recipients = (), actors
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
    if around.act == "refuse" and around.speaker not in actors:
        return None
    if around.act == "accept" and actors and around.speaker not in actors:
        return None
    return around.speaker


def _denied_by(draft: Draft, meant: Meant, around: Statement | None) -> tuple[str, ...]:
    """Return who denies the act: in the same sentence, by the statement around it, or itself."""
    denied = list(draft.denied_by)
    # "Lund accused Kenya of firing, which it denies": who charges it does not deny it.
    charges = around is not None and around.act in _CHARGING
    if meant.denied and around is not None and around.speaker and not charges:
        denied.append(around.speaker)
    elif meant.denied and not (charges and denied):
        denied += draft.actors
    return tuple(dict.fromkeys(denied))


def _hedge(sentence: Sentence, draft: Draft, around: Statement | None) -> Span | None:
    """Return the hedge before the act, or the cue by which somebody unnamed says it."""
    hedge = find_hedge(sentence, draft.at)
    if hedge is None and around is not None and around.speaker is None:
        return around.cue
    return hedge


def _condition(
    trigger: Span, meant: Meant, around: Statement | None, *, plain: bool
) -> Span | None:
    """Return the condition of the act, its own or that of the statement it stands in.

    Where both are one clause it is told as the statement has it.
    """
    if meant.condition is not None and meant.modality == "happened" and meant.sure and plain:
        return None  # "a raid that tests whether": what was done hangs on nothing
    told = None if around is None else around.condition
    if meant.condition is not None and told is not None and told.start == meant.condition.start:
        return told
    if meant.condition is not None or around is None or around.condition is None:
        return meant.condition
    open_act = not meant.real
    return around.condition if open_act and not overlaps(trigger, around.condition) else None


def _spoken(article: Article, row: Row, content: str | None, around: Statement | None) -> Act:
    """Return the act that a statement is whose cue tells no act by itself: "said", "added"."""
    statement = row.statement
    if statement is None or statement.speaker is None:
        raise ValueError("a row without a draft has a statement with a speaker")
    when = statement_when(statement, place_in_time(None, "happened", article.published))
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
        certainty="likely" if statement.certainty == "clear" else statement.certainty,
    )


def _certainty(
    draft: Draft, meant: Meant, hedge: Span | None, around: Statement | None
) -> RowCertainty:
    """Return how far the row can be trusted: clear where grammar and actors are plain."""
    if hedge is not None or not meant.sure or not draft.actors or draft.unclear:
        return "unsure"
    if around is not None and around.speaker is None:
        return "unsure"
    named = draft.pronoun is None and draft.receiving is None and not draft.understood
    plain = draft.group is not None and draft.group.to is None and named
    known = draft.recipients or draft.moves_own
    if plain and draft.trigger.verb and known and not draft.relative:
        return "clear"
    return "likely"
