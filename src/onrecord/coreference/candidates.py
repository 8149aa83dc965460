"""How well a person fits a pronoun, by where the names and the pronoun stand in their sentences."""

import json
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

from onrecord.records import PronounScorer, Span
from onrecord.text.wordclasses import (
    AUXILIARIES,
    IRREGULAR_PASTS,
    MODALS,
    NOT_PAST,
    PREPOSITIONS,
    PRESENT_VERBS,
    is_adverb,
)

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*|[^\w\s]")
_SENTENCE_END = re.compile(r"[.!?][”\"’')]*\s+(?=[\"“‘']?[A-Z])|\n+")
_SHORT = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|vs|Lt|Col|Gen|Sgt|No)|\b[A-Z])$")
_CLAUSE_WORDS = frozenset(
    "and but or who which that when while after before as because if although though where since "
    "until so whom ; : — –".split()
)
_HE = frozenset("he him his himself".split())
_SHE = frozenset("she her hers herself".split())
_SAYING = frozenset("said says told asked replied wrote added explained claimed stated".split())
_BARE = frozenset(
    "to for in on at by with from as and or but that when who while after before because if until "
    "about into out up down off over back away again too a an the this his her".split()
)


class Sentences:
    """The words of a text by place and by sentence."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = [Span(*match.span()) for match in _WORD.finditer(text)]
        self._word_starts = [word.start for word in self.words]
        self.starts = [0] + [
            match.end()
            for match in _SENTENCE_END.finditer(text)
            if "\n" in match[0] or not _SHORT.search(text, max(0, match.start() - 5), match.start())
        ]

    def number(self, position: int) -> int:
        """Return the number of the sentence that holds `position`."""
        return bisect_left(self.starts, position + 1) - 1

    def end(self, position: int) -> int:
        """Return where the sentence that holds `position` ends, with the space behind it."""
        after = bisect_left(self.starts, position + 1)
        return self.starts[after] if after < len(self.starts) else len(self.text)

    def word_at(self, position: int) -> int:
        """Return the number of the first word that starts at or after `position`."""
        return bisect_left(self._word_starts, position)

    def lower(self, number: int) -> str:
        """Return a word in lower case, "" outside the text."""
        if not 0 <= number < len(self.words):
            return ""
        return self.text[slice(*self.words[number])].lower()


def pronoun_case(sentences: Sentences, pronoun: Span) -> str:
    """Return "subject", "object" or "own" (his, and her before a noun)."""
    word = sentences.text[slice(*pronoun)].lower()
    if word in {"he", "she"}:
        return "subject"
    if word == "her":
        after = sentences.lower(sentences.word_at(pronoun.end))
        return "object" if is_object_before(after) else "own"
    return "own" if word in {"his", "hers"} else "object"


def is_object_before(after: str) -> bool:
    """Return whether "her" before the lower-case word `after` is an object: "met her in May"."""
    return not after[:1].isalnum() or after in _BARE


def _is_verb(word: str) -> bool:
    """Return whether the lower-case word is likely to be a finite verb."""
    return (
        word in AUXILIARIES
        or word in MODALS
        or word in IRREGULAR_PASTS
        or word in PRESENT_VERBS
        or (word.endswith("ed") and word not in NOT_PAST)
        or (word.endswith("s") and not word.endswith("ss") and len(word) > 4)
    )


def place_of(sentences: Sentences, mention: Span) -> str:
    """Return what a name is in its sentence: subject, owner, object, after a preposition."""
    after = sentences.word_at(mention.end)
    follows = sentences.text[mention.end : mention.end + 2]
    if follows[:1] in "’'" and follows[:1]:
        return "owner"
    while is_adverb(sentences.lower(after)) or sentences.lower(after) in {"also", "himself"}:
        after += 1
    before = sentences.lower(sentences.word_at(mention.start) - 1)
    if before in PREPOSITIONS:
        return "preposition"
    if _is_verb(sentences.lower(after)):
        return "subject"
    if sentences.lower(after) in {"who", ","} and (
        mention.start in sentences.starts or before in {",", "."} or before in _CLAUSE_WORDS
    ):
        return "subject"
    if sentences.lower(after) == "and" or before == "and":
        return "joined"
    return "object" if before.isalpha() else "other"


def find_features(
    sentences: Sentences, pronoun: Span, names: Sequence[Span], rivals: Sequence[Span]
) -> Iterator[tuple[str, float]]:
    """Yield what speaks for and against that the pronoun means who is named at `names`.

    `rivals` are the names of other people near by. Both are in reading order.
    """
    case = pronoun_case(sentences, pronoun)
    earlier = [span for span in names if span.start < pronoun.start]
    mention = earlier[-1] if earlier else names[0]
    place = place_of(sentences, mention)
    apart = sentences.number(pronoun.start) - sentences.number(mention.start)
    for name in _position(sentences, pronoun, mention, place, apart):
        yield f"{case} {name}", 1.0
    yield f"{case} {place}", 1.0
    yield f"{case} {place} near", float(apart == 0)
    yield f"{case} {place} before", float(apart == 1)
    yield "mentions", min(len(earlier), 4) / 4
    yield "full name", float(" " in sentences.text[slice(*mention)])
    yield "opens the text", float(names[0].start < 3)
    yield f"{case} opens the sentence", float(mention.start in sentences.starts)
    between = sentences.text[mention.end : pronoun.start].lower()
    same = _HE if sentences.text[slice(*pronoun)].lower() in _HE else _SHE
    words = _WORD.findall(between) if earlier else []
    chain = sum(word in same for word in words)
    yield f"{case} pronouns between", min(chain, 3) / 3
    yield "other gender between", float(any(word in (_HE | _SHE) - same for word in words))
    yield f"{case} {place} pronoun between", float(chain > 0)
    nearer = [span for span in rivals if mention.start < span.start < pronoun.start]
    yield f"{case} rival between", float(bool(nearer))
    yield (
        f"{case} rival between is subject",
        float(any(place_of(sentences, span) == "subject" for span in nearer[-1:])),
    )
    number = sentences.number(pronoun.start)
    subjects = [
        span
        for span in earlier
        if 0 <= number - sentences.number(span.start) <= 1
        and place_of(sentences, span) == "subject"
    ]
    yield f"{case} acts near", float(bool(subjects))
    if chain:
        first = re.search(r"\b(?:" + "|".join(same) + r")\b", between)
        at = mention.end + (first.start() if first else 0)
        yield (
            "last name before the chain",
            float(not any(mention.start < span.start < at for span in rivals)),
        )
    yield f"{case} words between", min(len(words), 60) / 60


def _position(
    sentences: Sentences, pronoun: Span, mention: Span, place: str, apart: int
) -> Iterator[str]:
    if mention.start > pronoun.start:
        yield "follows" if apart == 0 else "follows in another sentence"
        return
    yield f"sentences {min(apart, 4)}"
    if apart:
        return
    words = [
        sentences.lower(number)
        for number in range(sentences.word_at(mention.end), sentences.word_at(pronoun.start))
    ]
    if not _CLAUSE_WORDS & set(words):
        yield f"same clause {place}"
        if "," not in words:
            yield f"same clause {place} no comma"
    if "," in words:
        yield f"comma between {place}"
    if {"and", "but"} & set(words):
        yield f"coordination between {place}"
    if {"that", "who", "when", "while", "after", "before", "as", "because"} & set(words):
        yield f"subordination between {place}"
    if _SAYING & set(words):
        yield f"saying between {place}"


@dataclass(frozen=True, slots=True)
class Fitness:
    """The weights of what speaks for a name, and the score of "none of them".

    `beside` are the weights of the same where the trained reader scores the words themselves.
    """

    weights: Mapping[str, float]
    neither: float
    beside: Mapping[str, float]

    def rate(
        self,
        sentences: Sentences,
        pronoun: Span,
        people: Mapping[str, Sequence[Span]],
        scorer: PronounScorer | None = None,
    ) -> dict[str, float]:
        """Return for each person, by id, how likely the pronoun means them and no one else.

        With a `scorer` its scores are added to those of the places.
        """
        read = None if scorer is None else scorer.score(pronoun, list(people.values()))
        weights = self.weights if read is None else self.beside
        scores = {"": self.neither if read is None else read.none}
        own = [0.0] * len(people) if read is None else read.people
        for (person, names), start in zip(people.items(), own, strict=True):
            if start is None:
                continue
            rivals = [span for other in people if other != person for span in people[other]]
            features = find_features(sentences, pronoun, names, sorted(rivals))
            scores[person] = start + sum(weights.get(name, 0.0) * value for name, value in features)
        most = max(scores.values())
        odds = {person: exp(score - most) for person, score in scores.items()}
        total = sum(odds.values())
        return {person: odds.get(person, 0.0) / total for person in people}


@cache
def load_fitness() -> Fitness:
    """Return the weights fitted on GAP: `python -m training.pronouns.train`."""
    table = json.loads(files("onrecord.data").joinpath("pronouns.json").read_text("utf-8"))
    return Fitness(weights=table["weights"], neither=table["neither"], beside=table["beside"])
