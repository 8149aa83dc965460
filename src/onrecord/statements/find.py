"""Find statements: drafts by the words, then speakers, relays, addressees, acts and times."""

from collections.abc import Iterator, Sequence

from onrecord.ids import row_id
from onrecord.records import Actor, Article, Statement, Timex
from onrecord.statements.addressees import find_addressee
from onrecord.statements.conditions import find_condition
from onrecord.statements.dating import find_when
from onrecord.statements.drafting import draft_statements
from onrecord.statements.exchanges import find_answers
from onrecord.statements.nesting import find_containers
from onrecord.statements.relays import credit_cited, relay_ids
from onrecord.statements.sources import Found
from onrecord.statements.speakers import cast_sources, certainty_of, container_speaker
from onrecord.statements.speech_acts import find_act, find_polarity
from onrecord.text import Outline


def find_statements(
    article: Article, outline: Outline, *, actors: Sequence[Actor], timexes: Sequence[Timex]
) -> Iterator[Statement]:
    """Yield the statements of `article` in reading order.

    Contents of direct statements stand between the quotation marks, exactly; paraphrases include
    "that" and "to", and mixed ones the marks inside them. What somebody thinks, plans or saw is no
    statement. A speaker who is not clear stays `None`; the source then still shows the words.

    Method: cues and clauses by a lexicon and closed word classes, quotation marks first, after
    Pareti et al. (EMNLP 2013) and Citron (BBC); no parser.
    """
    text = article.text
    mentions = [span for actor in actors for span in actor.mentions]
    drafts, subjects = draft_statements(text, outline, mentions, _headline_starts(article, outline))
    cast = cast_sources(text, drafts, subjects, actors)
    drafts = credit_cited(drafts, cast)
    containers = find_containers(drafts)
    answers = find_answers(text, drafts)
    ids = [row_id("s", article.id, *draft.content) for draft in drafts]
    speakers: list[Found] = []
    for number, draft in enumerate(drafts):
        container = containers.get(number)
        outer = None if container is None or container >= number else speakers[container]
        speakers.append(container_speaker(draft, cast, outer))
    for number, draft in enumerate(drafts):
        container, question = containers.get(number), answers.get(number)
        found = speakers[number]
        speaker = None if found.actor is None else found.actor.id
        words = " ".join(text[piece.start : piece.end] for piece in draft.content)
        addressee = find_addressee(draft, cast, speaker)
        if addressee is None:
            addressee = _other_side(number, answers, speakers)
        yield Statement(
            id=ids[number],
            kind=draft.kind,
            content=draft.content,
            cue=draft.cue,
            source=draft.source,
            speaker=speaker,
            addressee=addressee if addressee != speaker else None,
            relayed_by=relay_ids(draft, cast, speaker),
            within=None if container is None else ids[container],
            answers=None if question is None else ids[question],
            act=find_act(draft, words, found.actor),
            polarity=find_polarity(words),
            condition=find_condition(text, draft.content, question=draft.frame == "question"),
            when=find_when(draft, timexes, article.published, inner=container is not None),
            certainty=certainty_of(draft, found),
        )


def _headline_starts(article: Article, outline: Outline) -> frozenset[int]:
    """Return where the paragraphs start that stand before the body, and the first one."""
    return frozenset(
        paragraph.start
        for number, paragraph in enumerate(outline.paragraphs[:4])
        if number == 0 or paragraph.end <= article.body.start
    )


def _other_side(number: int, answers: dict[int, int], speakers: Sequence[Found]) -> str | None:
    """Return who asked the question that statement `number` answers, or who answers it."""
    question = answers.get(number)
    if question is None:
        question = next((answer for answer, asked in answers.items() if asked == number), None)
    if question is None or speakers[question].actor is None:
        return None
    actor: Actor | None = speakers[question].actor
    return None if actor is None else actor.id
