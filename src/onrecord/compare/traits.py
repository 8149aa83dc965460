"""What of a row is compared with the rows of other articles.

It is read once from the row and its article, and then kept: comparing two articles needs the text
of neither.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from math import fsum, sqrt
from typing import Any, NamedTuple

from onrecord.compare.act_index import ActIndex, index_acts
from onrecord.compare.answers import list_answered
from onrecord.compare.casts import Cast
from onrecord.compare.contents import content_text
from onrecord.compare.contexts import weigh_context, weigh_surroundings
from onrecord.compare.corrections import list_amended
from onrecord.compare.days import Days, fill_days
from onrecord.compare.deed_words import DEED_LETTERS
from onrecord.compare.intervals import Values, allow_values, measure_size
from onrecord.compare.quantity_index import QuantityIndex, index_quantities
from onrecord.compare.slots import Slot, read_slot
from onrecord.compare.statement_index import StatementIndex, index_statements
from onrecord.compare.tellings import TERM_LETTERS, Setting, Telling, Told, once, once_a_sentence
from onrecord.compare.told_numbers import list_numbers
from onrecord.compare.turning import Bearing, read_bearing
from onrecord.compare.wording import LEAST_PART, LONGEST, TELLING, split_words
from onrecord.records import Act, ActType, Figure, Modality, Span, Statement
from onrecord.stories.terms import find_terms, fold_word, read_rarity
from onrecord.text.wordclasses import DETERMINERS, PREPOSITIONS, PRONOUNS, RELATIVES

BYGONE_DAYS = 90  # what is further back is no news, but told of another matter or another year
SENTENCE_LENGTH = 1500  # characters that are read
# Words that say nothing of who a source is.
_UNTELLING = DETERMINERS | PREPOSITIONS | PRONOUNS | RELATIVES | {"mr", "and"}

Weights = Mapping[str, float]  # of terms or their stems, in the order of the alphabet


class StatementTraits(NamedTuple):
    """A statement: `words` are those of its content, and `sentence` the weights of the stems of
    the sentence around, as shares of the vector's length.

    `parts` says how many of the words each sentence of the content has, where these are several;
    `source` has the stems of the words that name or describe who speaks.
    """

    row: str
    days: Days
    speaker: str | None  # an actor id
    verbatim: bool  # all of it is printed as the speaker's very words
    words: tuple[str, ...]
    sentence: Weights
    names: frozenset[str]  # the stems among those of the sentence that are of names
    weight: float  # of the content: the sum of its stems' weights in the sentence
    parts: tuple[int, ...] = ()
    source: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    bearing: Bearing = Bearing(0, 0)


class ActTraits(NamedTuple):
    """An act: `verbs` are the first letters of its words, `context` the stems around it."""

    row: str
    type: ActType
    modality: Modality
    place: str | None
    actors: tuple[str, ...]  # ids
    recipients: tuple[str, ...]
    days: Days
    verbs: frozenset[str]
    context: Mapping[str, int]


class FigureTraits(NamedTuple):
    """A figure: `days` are those as of which it holds, where they are known; `bygone`
    says that these are named and long past; `answers` is the row of the one of its article that it
    puts right, or that it answers with another number."""

    row: str
    giver: str | None  # an actor id
    slot: Slot
    days: Days
    size: float | None
    values: Values
    context: Mapping[str, int]
    bygone: bool = False
    answers: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """All of one article; `index` is of its statements, `act_index` of its acts, and
    `quantity_index` of its figures."""

    cast: Cast
    statements: Sequence[StatementTraits]
    acts: Sequence[ActTraits]
    figures: Sequence[FigureTraits]
    index: StatementIndex
    act_index: ActIndex
    quantity_index: QuantityIndex


def read_traits(told: Told) -> Traits:
    """Return what of the rows of an article is compared."""
    statements = tuple(read_statement(told.tell(row)) for row in told.statements)
    acts = tuple(read_act(told.tell(row)) for row in told.acts)
    amounts = [told.tell(row) for row in told.figures]
    answered = {**list_answered(amounts), **list_amended(amounts)}
    figures = tuple(
        read_figure(each)._replace(answers=answered.get(each.ref.row)) for each in amounts
    )
    return Traits(
        cast=told.setting.cast,
        statements=statements,
        acts=acts,
        figures=figures,
        index=index_statements(
            statements,
            [_list_telling(each.words) for each in statements],
            list(map(list_shares, statements)),
            told.setting.cast,
        ),
        act_index=index_acts(acts),
        quantity_index=index_quantities(figures),
    )


def recall_telling(told: Told, traits: Traits, row: str) -> Telling[Any]:
    """Return the telling of a row of an article, of which its `traits` are known already."""
    place, found = told.rows[row]
    telling = told.tell(found)
    match found:
        case Statement():
            telling.known[read_statement] = traits.statements[place]
        case Act():
            telling.known[weigh_surroundings] = traits.acts[place].context
        case Figure():
            amount = traits.figures[place]
            telling.known[read_slot] = amount.slot
            telling.known[weigh_context] = amount.context
    return telling


@once
def read_statement(telling: Telling[Statement]) -> StatementTraits:
    """Return what of a statement is compared."""
    return measure_words(telling, split_parts(telling, telling.row.content))


def split_parts(telling: Telling[Statement], content: Sequence[Span]) -> list[list[str]]:
    """Return the words of a content in its article, sentence by sentence."""
    text = telling.setting.article.text
    sentences = telling.setting.sentences
    parts: list[list[str]] = []
    last = -1
    for piece in content:
        at = bisect_right(sentences, piece.start, key=lambda sentence: sentence.end)
        start = piece.start
        while start < piece.end:
            end = min(piece.end, sentences[at].end) if at < len(sentences) else piece.end
            words = split_words(text[start:end])
            if at == last and parts:
                parts[-1] += words
            elif words:
                parts.append(words)
            start, last, at = end, at, at + 1
    return parts


def measure_words(telling: Telling[Statement], parts: Sequence[Sequence[str]]) -> StatementTraits:
    """Return what of a statement would be compared if `parts` were its content by sentences."""
    words = [word for part in parts for word in part][:LONGEST]
    sentence = _weigh_sentence(telling.setting, telling.sentence)
    return StatementTraits(
        row=telling.ref.row,
        days=fill_days(telling.row.when, telling.setting.article),
        speaker=telling.row.lone_speaker,
        verbatim=telling.row.kind == "direct",
        words=tuple(words),
        sentence=sentence,
        names=telling.setting.names & sentence.keys(),
        weight=fsum(sentence.get(stem, 0.0) for stem in list_stems(tuple(words))),
        parts=_count_parts(parts) if len(parts) > 1 else (),
        source=_list_source(telling),
        numbers=list_numbers(content_text(telling)),
        bearing=_read_bearing(telling),
    )


def _read_bearing(telling: Telling[Statement]) -> Bearing:
    """Return which way a statement goes; what its condition says is none of it."""
    text, row = telling.setting.article.text, telling.row
    cue = "" if row.cue is None else text[row.cue.start : row.cue.end]
    content = content_text(telling)
    if row.condition is not None:
        content = content.replace(text[row.condition.start : row.condition.end], " … ")
    return read_bearing(split_words(cue), split_words(content))


def _list_source(telling: Telling[Statement]) -> frozenset[str]:
    source, setting = telling.row.source, telling.setting
    named = setting.name(telling.row.lone_speaker) or ""
    cited = "" if source is None else setting.article.text[source.start : source.end]
    words = split_words(f"{named} {cited}")
    return list_stems(tuple(word for word in words if word not in _UNTELLING))


def _count_parts(parts: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """Return how many words each of `parts` has, of the first LONGEST."""
    ends = [min(LONGEST, end) for end in accumulate(map(len, parts))]
    return tuple(end - start for start, end in pairwise((0, *ends)) if end > start)


@lru_cache(maxsize=8192)
def list_parts(words: tuple[str, ...], parts: tuple[int, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the words of a content by sentences, those of LEAST_PART words or more."""
    ends = accumulate(parts or (len(words),), initial=0)
    return tuple(words[a:b] for a, b in pairwise(ends) if b - a >= LEAST_PART)


@once
def read_act(telling: Telling[Act]) -> ActTraits:
    """Return what of an act is compared."""
    act = telling.row
    return ActTraits(
        row=telling.ref.row,
        type=act.type,
        modality=act.modality,
        place=act.place,
        actors=act.actors,
        recipients=act.recipients,
        days=fill_days(act.when, telling.setting.article),
        verbs=frozenset(term[:DEED_LETTERS] for term in find_terms(telling.words) if len(term) > 2),
        context=weigh_surroundings(telling),
    )


@once
def read_figure(telling: Telling[Figure]) -> FigureTraits:
    """Return what of a figure is compared."""
    figure = telling.row
    return FigureTraits(
        row=telling.ref.row,
        giver=figure.giver,
        slot=read_slot(telling),
        days=(telling.days.earliest, telling.days.latest),
        size=measure_size(figure),
        values=allow_values(figure),
        context=weigh_context(telling),
        bygone=_is_bygone(telling),
    )


def tells_of_one_year(a: FigureTraits, b: FigureTraits) -> bool:
    """Return whether two figures are for one day or year that both name, long past."""
    return a.bygone and b.bygone and a.days == b.days


def _is_bygone(telling: Telling[Figure]) -> bool:
    """Return whether a figure is for a day or a year that its sentence names, long past."""
    last, published = telling.days.latest, telling.setting.article.published.earliest
    if telling.days.anchor != "explicit" or last is None or published is None:
        return False
    return (published - last).days > BYGONE_DAYS


@lru_cache(maxsize=8192)
def list_stems(words: tuple[str, ...]) -> frozenset[str]:
    """Return the stems of a content; one content is compared with many."""
    return frozenset(term[:TERM_LETTERS] for term in map(fold_word, words))


def _list_telling(words: Sequence[str]) -> list[str]:
    """Return the stems of `words` that tell what a statement is about, each once."""
    telling = (term for term in map(fold_word, words) if read_rarity(term) >= TELLING)
    return sorted({term[:TERM_LETTERS] for term in telling})


def list_shares(statement: StatementTraits) -> list[float]:
    """Return of each stem of the sentence what share of the content it is, 0 for a name."""
    told = list_stems(statement.words) - statement.names if statement.weight else frozenset()
    return [
        weight / statement.weight if stem in told else 0.0
        for stem, weight in statement.sentence.items()
    ]


@once_a_sentence
def _weigh_sentence(article: Setting, sentence: str) -> Weights:
    weights = _weigh_stems(article, split_words(sentence[:SENTENCE_LENGTH]))
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return _sort({stem: weight / length for stem, weight in weights.items() if length})


def _weigh_stems(article: Setting, words: Sequence[str]) -> dict[str, float]:
    """Return the rarity of each stem of `words`, less where the article has it all over."""
    weights: dict[str, float] = {}
    for term in dict.fromkeys(map(fold_word, words)):  # whose order the sums over it have
        stem = term[:TERM_LETTERS]
        weight = read_rarity(term) * article.measure_novelty(stem)
        if weight >= weights.get(stem, 0.0):
            weights[stem] = weight
    return weights


def _sort(weights: Weights) -> Weights:
    return {stem: weights[stem] for stem in sorted(weights)}
