"""Turn a reading into the rows that views show: names for ids, words for spans."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from onrecord.ledger.overlays import EMPTY, Overlay
from onrecord.ledger.rows import ActRow, FigureRow, Party, Row, StatementRow
from onrecord.records import Act, Actor, Article, Figure, Reading, Span, Statement
from onrecord.spans import cover
from onrecord.stances import words_said
from onrecord.text import Outline, outline_text

# Characters shown before and after a row's words at most: a text without full stops is one
# sentence, and would be written once for each of its rows.
REACH = 1000


def describe_reading(reading: Reading, overlay: Overlay = EMPTY) -> Iterator[Row]:
    """Yield the rows of `reading` in reading order of each kind: statements, acts, figures.

    What belongs to the article, the story and the account is left out: it is joined on when a
    row is asked for. A row without spans, or whose spans leave the text, is no row. `overlay` is
    what people have decided, with which `reading` is corrected.
    """
    article = reading.article
    if article is None:
        return
    outline = outline_text(article.text)
    parties = {
        actor.id: _make_party(actor, overlay.named.get(actor.id)) for actor in reading.actors
    }
    triggers = {act.id: act.trigger for act in reading.acts}
    for statement in words_said(reading.statements):
        if _stands_in(article, statement.content):
            yield _mark(_describe_statement(article, outline, statement, parties), overlay)
    for act in reading.acts:
        if _stands_in(article, (act.trigger,)):
            yield _mark(_describe_act(article, outline, act, parties, triggers), overlay)
    for figure in reading.figures:
        if _stands_in(article, (figure.span,)):
            yield _mark(_describe_figure(article, outline, figure, parties), overlay)


def _mark(row: Row, overlay: Overlay) -> Row:
    mark = overlay.marks.get(row.id)
    return row if mark is None else replace(row, review=mark.review, read_as=mark.read)


def _describe_statement(
    article: Article, outline: Outline, statement: Statement, parties: Mapping[str, Party]
) -> StatementRow:
    around = [*statement.content, *filter(None, (statement.cue, statement.source))]
    span = _find_context(outline, around)
    return StatementRow(
        id=statement.id,
        kind="statement",
        article=article.id,
        who=_pick(parties, statement.speakers),
        act=statement.act,
        to=_pick(parties, [statement.addressee]),
        words=tuple(_quote(article, piece) for piece in statement.content),
        spans=statement.content,
        sentence=_quote(article, span),
        sentence_span=span,
        when=statement.when,
        certainty=statement.certainty,
        condition=_quote_or_none(article, statement.condition),
        record=statement,
        cue=_quote_or_none(article, statement.cue),
        source=_quote_or_none(article, statement.source),
        relayed_by=_pick(parties, statement.relayed_by),
    )


def _describe_act(
    article: Article,
    outline: Outline,
    act: Act,
    parties: Mapping[str, Party],
    triggers: Mapping[str, Span],
) -> ActRow:
    span = _find_context(outline, [act.trigger])
    asserted_by = _pick(parties, [act.asserted_by])
    return ActRow(
        id=act.id,
        kind="act",
        article=article.id,
        who=_pick(parties, act.actors),
        act=act.type,
        to=_pick(parties, act.recipients),
        words=(_quote(article, act.trigger),),
        spans=(act.trigger,),
        sentence=_quote(article, span),
        sentence_span=span,
        when=act.when,
        certainty=act.certainty,
        condition=_quote_or_none(article, act.condition),
        hedge=_quote_or_none(article, act.hedge),
        denied_by=_pick(parties, act.denied_by),
        record=act,
        asserted_by=asserted_by[0] if asserted_by else None,
        content=_quote_or_none(article, triggers.get(act.content or "")),
    )


def _describe_figure(
    article: Article, outline: Outline, figure: Figure, parties: Mapping[str, Party]
) -> FigureRow:
    span = _find_context(outline, [figure.span])
    return FigureRow(
        id=figure.id,
        kind="figure",
        article=article.id,
        who=_pick(parties, [figure.giver]),
        words=(_quote(article, figure.span),),
        spans=(figure.span,),
        sentence=_quote(article, span),
        sentence_span=span,
        when=figure.as_of,
        hedge=figure.hedge,
        denied_by=_pick(parties, figure.denied_by),
        record=figure,
    )


def _make_party(actor: Actor, named: str | None) -> Party:
    return Party(
        id=actor.id,
        name=actor.name,
        kind=actor.kind,
        state=actor.state,
        sector=actor.sector,
        body=actor.body,
        role=actor.role,
        named=named,
        identity=actor.identity,
    )


def _pick(parties: Mapping[str, Party], ids: Iterable[str | None]) -> tuple[Party, ...]:
    return tuple(parties[id_] for id_ in ids if id_ is not None and id_ in parties)


def _quote(article: Article, span: Span) -> str:
    return article.text[span.start : span.end]


def _quote_or_none(article: Article, span: Span | None) -> str | None:
    return None if span is None else _quote(article, span)


def _stands_in(article: Article, spans: Iterable[Span]) -> bool:
    spans = tuple(spans)
    return bool(spans) and all(0 <= span.start < span.end <= len(article.text) for span in spans)


def _find_context(outline: Outline, spans: Iterable[Span]) -> Span:
    """Return the sentences that `spans` touch, joined, as far as `REACH` goes."""
    whole = cover(spans)
    context = cover((whole, *_find_touching(outline.sentences, whole)))
    start = max(context.start, whole.start - REACH)
    return Span(start, min(context.end, whole.end + REACH))


def _find_touching(spans: tuple[Span, ...], span: Span) -> tuple[Span, ...]:
    """Return the ones of the sorted, disjoint `spans` that share a character with `span`."""
    first = bisect_right(spans, span.start, key=lambda other: other.end)
    last = bisect_left(spans, span.end, key=lambda other: other.start)
    return spans[first:last]
