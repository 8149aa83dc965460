"""Texts with a cast of their own, what the trained reader finds in them, and the acts they give."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from onrecord.acts import find_acts
from onrecord.ids import hash_id
from onrecord.records import (
    Act,
    ActMention,
    Actor,
    ActorKind,
    ActType,
    Article,
    Published,
    Sector,
    Span,
    SpeechAct,
    Statement,
    Timex,
)
from onrecord.text import outline_text

DAY = date(2031, 5, 14)
PUBLISHED = Published(earliest=DAY, latest=DAY, certainty="exact")
KINDS: dict[str, ActorKind] = {
    "Kenya": "state", "Peru": "state", "Norland": "state", "Kenyan": "state", "Peruvian": "state",
    "Lund": "person", "Baru": "person", "troops": "group", "frigates": "group",
}  # fmt: skip
SECTORS: dict[str, Sector] = {"troops": "MIL"}
SAME = {"Kenyan": "Kenya", "Peruvian": "Peru"}


def span_of(text: str, words: str) -> Span:
    """Return where `words` first stand in `text`."""
    start = text.index(words)
    return Span(start, start + len(words))


def find_all(text: str, word: str) -> list[Span]:
    """Return where `word` stands in `text` alone, not inside another."""
    spans, at = [], text.find(word)
    while at >= 0:
        end = at + len(word)
        if not text[end : end + 1].isalpha() and not text[max(0, at - 1) : at].isalpha():
            spans.append(Span(at, end))
        at = text.find(word, end)
    return spans


def cast_of(text: str) -> list[Actor]:
    """Return those of the cast whom `text` names; a state's adjective is the state."""
    mentions: dict[str, list[Span]] = {}
    for word in KINDS:
        mentions.setdefault(SAME.get(word, word), []).extend(find_all(text, word))
    return [
        Actor(
            id=name,
            name=name,
            kind=KINDS[name],
            sector=SECTORS.get(name),
            mentions=tuple(sorted(spans)),
        )
        for name, spans in mentions.items()
        if spans
    ]


def said(text: str, speaker: str, content: str, *, act: SpeechAct, cue: str) -> Statement:
    """Return the paraphrase of `content` by `speaker`."""
    return Statement(
        id=hash_id("s", content),
        kind="indirect",
        content=(span_of(text, content),),
        cue=span_of(text, cue),
        speaker=speaker,
        act=act,
    )


def year(text: str, words: str) -> Timex:
    """Return the year in `text` that is the number `words`."""
    number = int(words)
    return Timex(
        span=span_of(text, words),
        words=words,
        type="DATE",
        value=words,
        earliest=date(number, 1, 1),
        latest=date(number, 12, 31),
        certainty="exact",
        anchor="explicit",
    )


def acts_of(
    text: str,
    *,
    statements: Sequence[Statement] = (),
    timexes: Sequence[Timex] = (),
    mentions: Sequence[ActMention] | None = None,
    headline: bool = False,
) -> list[Act]:
    """Return the acts of `text`, which is all body, or all headline; without a trained reader."""
    body = Span(len(text), len(text)) if headline else Span(0, len(text))
    article = Article(id="x", text=text, body=body, published=PUBLISHED)
    return list(
        find_acts(
            article,
            outline_text(text),
            actors=cast_of(text),
            statements=statements,
            timexes=timexes,
            mentions=mentions,
        )
    )


def act(text: str, trigger: str, **more: Sequence[object]) -> Act:
    """Return the one act that the words `trigger` tell."""
    acts = acts_of(text, **more)  # type: ignore[arg-type]
    [found] = [a for a in acts if text[a.trigger.start : a.trigger.end] == trigger]
    return found


def parties(found: Act) -> tuple[list[str], list[str]]:
    """Return who did it, and to whom."""
    return list(found.actors), list(found.recipients)


def read_by(
    text: str,
    *mentions: ActMention,
    statements: Sequence[Statement] = (),
    timexes: Sequence[Timex] = (),
) -> list[Act]:
    """Return the acts of `text` where the trained reader found `mentions`."""
    return acts_of(text, statements=statements, timexes=timexes, mentions=mentions)


def mention(text: str, trigger: str, root: ActType, **more: Any) -> ActMention:
    """Return what the reader finds at `trigger`; `more` are places and what else it says."""
    place = span_of(text, trigger)
    return ActMention(trigger=place, type=root, sure=0.99, type_sure=0.99, **more)


def seen(text: str, trigger: str, root: ActType, **sides: str) -> ActMention:
    """Return what the reader finds at `trigger`, with the words of one actor and one recipient."""
    places = {f"{side}s": (span_of(text, words),) for side, words in sides.items()}
    return mention(text, trigger, root, **places)
