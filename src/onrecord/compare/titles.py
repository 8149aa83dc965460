"""Title an account in its rows' own words."""

from collections import Counter
from collections.abc import Iterable, Sequence

from onrecord.compare.contents import content_text
from onrecord.compare.fates import read_fate
from onrecord.compare.tellings import Row, Telling
from onrecord.records import Act, Figure, Statement
from onrecord.text import cut_words

SHOWN = 90  # characters of a statement's words
_TIMES = {"s": "seconds", "min": "minutes", "h": "hours"}


def title_statement(tellings: Sequence[Telling[Statement]]) -> str:
    """Return who said it and the longest form of the words, cut to SHOWN characters."""
    fullest = max(tellings, key=lambda t: (len(content_text(t)), t.ref))
    who = _most(_names(telling, telling.row.speakers) for telling in tellings)
    words = cut_words(content_text(fullest), SHOWN)
    if fullest.row.kind == "direct":
        words = f"“{words}”"
    return f"{who}: {words}" if who else words


def title_act(tellings: Sequence[Telling[Act]]) -> str:
    """Return actors, verb and recipients, each in the form that most of the articles use."""
    verb = _most(telling.words for telling in tellings)
    actors = _most(_names(telling, telling.row.actors) for telling in tellings)
    recipients = _most(_names(telling, telling.row.recipients) for telling in tellings)
    places = _most(telling.row.place for telling in tellings)
    title = " – ".join(part for part in (actors, verb, recipients) if part)
    return f"{title} ({places})" if places else title


def title_figure(tellings: Sequence[Telling[Figure]]) -> str:
    """Return what is counted, whose and where, in the form that most of the articles use."""
    counted = _most(telling.row.counted for telling in tellings)
    unit = _most(telling.row.unit for telling in tellings)
    parts = [counted or _TIMES.get(unit or "", unit) or "figure"]
    if counted and unit and unit.lower() not in counted.lower():
        parts = [f"{unit} {counted}" if read_fate(counted) else f"{counted} ({unit})"]
    whose = _most(telling.row.whose for telling in tellings)
    if whose and whose.lower() not in parts[0].lower() and parts[0].lower() not in whose.lower():
        parts.append(whose)
    place = _most(telling.row.place for telling in tellings)
    if place:
        parts.append(place)
    return ", ".join(parts)


def _names(telling: Telling[Row], actors: Iterable[str]) -> str | None:
    names = [name for actor in actors if (name := telling.setting.name(actor)) is not None]
    return ", ".join(names) or None


def _most(words: Iterable[str | None]) -> str | None:
    """Return the most frequent of `words`, the longest and then the first by letters on a tie."""
    counts = Counter(word for word in words if word)
    return min(counts, key=lambda word: (-counts[word], -len(word), word), default=None)
