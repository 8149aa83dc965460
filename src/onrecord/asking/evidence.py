"""Whether a row answers a question, how well, and with what."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta

from onrecord.asking.questions import SPEECH_VERBS, Question
from onrecord.asking.subjects import find_subject
from onrecord.asking.terms import Term, holds_name, measure_cover, stem_word, stem_words
from onrecord.days import is_day
from onrecord.ledger import ActRow, FigureRow, Ledger, Row, StatementRow
from onrecord.records import Timex, When
from onrecord.spans import contains
from onrecord.views.days import show_days
from onrecord.views.words import show_parties

# Of what the words of a question tell, the share that has to stand in a row that answers it
# (tuned on the first half of evaluation/asking, `python -m evaluation.asking`).
LEAST_COVER = 0.7
_NEAR = 40  # characters around a figure in which what it counts may stand
_LENGTHS = frozenset({"s", "min", "h", "days", "weeks", "months", "years"})
_NEGATION = re.compile(r"\b(?:not|no|never|den(?:y|ies|ied)|refus\w+)\b|n[’']t\b", re.IGNORECASE)
# "An additional 4,000 troops" are not how many there are.
_FURTHER = re.compile(r"\b(?:additional|another|further|extra)\s(?:\w+\s)?$", re.IGNORECASE)
_FURTHER_ASKED = re.compile(r"\b(?:more|additional|another|further|extra)\b", re.IGNORECASE)
_HISTORY = timedelta(days=60)  # before its report: what is told of then is history
_AHEAD = 0.2  # whether it happened is told worse by what only may happen
# What befell those counted: of the wounded is told not how many died.
_FATES = frozenset(
    map(stem_word, "killed wounded arrested detained missing displaced rescued freed".split())
)
_CERTAINTIES = {"clear": 0.1, "likely": 0.05, "unsure": 0.0, None: 0.05}


@dataclass(frozen=True, slots=True)
class Evidence:
    """A row that answers, how strongly, and the name, day or figure that was asked for.

    `past` marks history: it tells of a time before what its report is about, not asked for.
    """

    row: Row
    strength: float
    short: str | None = None
    past: bool = False


def weigh_row(ledger: Ledger, asked: Question, row: Row) -> Evidence | None:
    """Return what `row` says to the question; `None` where it does not answer it.

    A sentence that only asks, an interviewer's say, answers nothing.
    """
    if row.sentence.rstrip("”’\"' ").endswith("?"):
        return None
    strength = _weigh_words(asked, row)
    if strength is None:
        return None
    answer = _answer(ledger, asked, row, strength)
    return answer and replace(answer, past=_is_history(asked, row))


def _answer(ledger: Ledger, asked: Question, row: Row, strength: float) -> Evidence | None:
    match asked.form:
        case "who":
            return _answer_who(asked, row, strength)
        case "what":
            return _answer_what(asked, row, strength)
        case "number" | "length":
            return _answer_number(asked, row, strength)
        case "when":
            return _answer_when(ledger, asked, row, strength)
        case "whether":
            ahead = isinstance(row, ActRow) and row.record.modality not in ("happened", "ongoing")
            return Evidence(row, strength - (_AHEAD if ahead else 0.0))
        case "about":
            return Evidence(row, strength)


def _weigh_words(asked: Question, row: Row) -> float | None:
    """Return how well the words of the question stand in the row; `None` where too few do."""
    text = f"{row.sentence} {_name_parties(row)}"
    strength = 0.0
    for term in asked.terms:
        if not term.name:
            continue
        if holds_name(term.stem, text):
            strength += 0.1
        elif not holds_name(term.stem, row.headline or ""):
            return None
    plain = [term for term in asked.terms if not term.name]
    if asked.form == "about" and not plain:
        return None  # who or what is named is told of anywhere
    cover = measure_cover(plain, stem_words(text))
    if cover < LEAST_COVER:
        return None
    support = min(5, row.counts.lineages) if row.counts else 1
    return cover + strength + _CERTAINTIES[row.certainty] + 0.02 * support


def _is_history(asked: Question, row: Row) -> bool:
    """Return whether a row tells of a time before what its report is about.

    "When did Kenya join the pact?" asks for just that act of Kenya's, however long ago it was.
    """
    last, published = row.when.latest, row.published.earliest
    if last is not None and str(last.year) in asked.words:
        return False
    if isinstance(row, ActRow):
        if _is_asked_for(asked, row):
            return False
        if row.record.background:
            return True
    return last is not None and published is not None and last < published - _HISTORY


def _is_asked_for(asked: Question, row: ActRow) -> bool:
    """Return whether an act is what the question says that somebody does whom it names."""
    parties = _name_parties(row)
    return not {term.stem for term in asked.terms}.isdisjoint(stem_words(row.words[0])) and any(
        term.name and holds_name(term.stem, parties) for term in asked.terms
    )


def _answer_who(asked: Question, row: Row, strength: float) -> Evidence | None:
    """Return who; who denies something has not said it, nor done what only was threatened.

    "Who was fired?" is answered by to whom an act was done, and by nobody else.
    """
    if not asked.acts and not (_is_denial(row) if asked.negated else _stands(row)):
        return None
    if isinstance(row, ActRow) and row.record.modality not in ("happened", "ongoing"):
        return None  # "if Kenya rejects it" tells nobody who rejected it
    assert asked.verb is not None
    verb = stem_word(asked.verb)
    if asked.passive:
        done = isinstance(row, ActRow) and row.to and verb in stem_words(row.words[0])
        done = done and _holds_all(asked.agents, show_parties(row.who))
        return Evidence(row, strength, show_parties(row.to)) if done else None
    does = asked.verb in SPEECH_VERBS and _speaks(asked, row)
    if isinstance(row, ActRow):
        does = verb in stem_words(row.words[0])
    elif isinstance(row, StatementRow) and row.cue is not None:
        does = does or verb in stem_words(row.cue)
    does = does and bool(row.who)
    if does:
        return Evidence(row, strength, show_parties(row.who))
    for text in (row.sentence, *row.words):
        subject = find_subject(text.removeprefix("that "), verb)
        if subject is not None:
            return Evidence(row, strength - 0.2, subject)
    return None


def _stands(row: Row) -> bool:
    """Return whether a row tells that something is so, or was said or done."""
    if isinstance(row, StatementRow):
        return row.record.polarity == "positive" and row.record.act not in ("deny", "dispute")
    if isinstance(row, ActRow):
        act = row.record
        return (
            act.polarity == "positive"
            and act.modality in ("happened", "ongoing")
            and act.condition is None
            and not row.denied_by
        )
    return not row.denied_by


def _is_denial(row: Row) -> bool:
    """Return whether a row says "not": "Lund said it would not come", "denied that it came"."""
    if isinstance(row, StatementRow):
        statement = row.record
        return (
            statement.polarity == "negative"
            or statement.act in ("deny", "dispute")
            or any(_NEGATION.search(words) for words in row.words)
        )
    return isinstance(row, ActRow) and row.record.polarity == "negative"


def _answer_what(asked: Question, row: Row, strength: float) -> Evidence | None:
    return Evidence(row, strength) if _speaks(asked, row) else None


def _speaks(asked: Question, row: Row) -> bool:
    return isinstance(row, StatementRow) and (not asked.acts or row.record.act in asked.acts)


def _answer_number(asked: Question, row: Row, strength: float) -> Evidence | None:
    if not isinstance(row, FigureRow):
        return None
    figure = row.record
    if asked.form == "length":
        fits = figure.unit in _LENGTHS
    elif asked.counted:
        start = row.spans[0].start - row.sentence_span.start
        end = row.spans[0].end - row.sentence_span.start
        near = row.sentence[max(0, start - _NEAR) : end + _NEAR]
        fields = (figure.words, figure.counted, figure.whose, figure.unit)
        fits = _holds_all(asked.counted, " ".join(filter(None, (*fields, near))))
    else:
        fits = figure.unit is not None and len(figure.unit) == 3 and figure.unit.isupper()
    wanted = {term.stem for term in asked.terms} & _FATES
    told = set(stem_words(figure.counted or "")) & _FATES
    if wanted and told and wanted.isdisjoint(told):
        return None
    before = row.sentence[: row.spans[0].start - row.sentence_span.start]
    if row.denied_by or (_FURTHER.search(before) and not _FURTHER_ASKED.search(asked.words)):
        strength -= 0.2
    return Evidence(row, strength, figure.words) if fits else None


def _holds_all(terms: Iterable[Term], text: str) -> bool:
    stems = set(stem_words(text))
    return all(holds_name(term.stem, text) if term.name else term.stem in stems for term in terms)


def _answer_when(ledger: Ledger, asked: Question, row: Row, strength: float) -> Evidence | None:
    """Return the day of an act that the question names, or the time that the sentence tells.

    A day after which something cannot have been is no answer. A sentence that denies or negates
    anything may be about what was not: its time is no answer.
    """
    if not _stands(row):
        return None
    when = row.when
    if isinstance(row, ActRow) and when.earliest and when.latest:
        stems = {term.stem for term in asked.terms}
        if not stems.isdisjoint(stem_words(row.words[0])):
            return Evidence(row, strength + 0.3 + _sharpness(when), show_days(when))
    times = [
        timex
        for timex in ledger.article(row.article).timexes
        if row.sentence_span.start <= timex.span.start < row.sentence_span.end and _is_day(timex)
    ]
    if len(times) != 1 or _NEGATION.search(row.sentence):
        return None  # of several times, which one is meant is not for us to guess
    plain = [term for term in asked.terms if not term.name]
    if not _holds_all(plain, row.sentence) or _is_of_saying(asked, row, times[0]):
        return None  # the time of another thing
    return Evidence(row, strength + _sharpness(times[0]), show_days(times[0]))


def _is_of_saying(asked: Question, row: Row, time: Timex) -> bool:
    """Return whether a time is that of a statement, and what it tells was asked for."""
    if not isinstance(row, StatementRow) or row.cue is None:
        return False
    inside = any(contains(span, time.span) for span in row.spans)
    said = not {term.stem for term in asked.terms}.isdisjoint(stem_words(row.cue))
    return not inside and not said


def _sharpness(days: When | Timex) -> float:
    """Return more for a single day than for a longer time."""
    return 0.2 if days.earliest == days.latest else 0.0


def _is_day(timex: Timex) -> bool:
    return is_day(timex) and timex.earliest is not None


def _name_parties(row: Row) -> str:
    parties = [*row.who, *row.to]
    return " ".join(
        " ".join(filter(None, (party.name, party.body, party.role))) for party in parties
    )
