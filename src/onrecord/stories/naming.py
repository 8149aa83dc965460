"""Name a story in its articles' own words."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import permutations

from onrecord.stories.sketch import Sketch
from onrecord.stories.terms import MILLE, cover, fold_word
from onrecord.text import cut_words

SHOWN = 120  # characters of a headline
SAMPLE = 60  # articles that a name is made of: the first ones by id, which is as good as by lot
SAGA_WORDS = 3
FORM_LETTERS = 4  # terms alike so far are forms of one name: "Korea", "Korean"


def name_episode(articles: Sequence[str], sketches: Mapping[str, Sketch]) -> str:
    """Return the headline whose words stand most in the other articles; ties by the words."""
    sampled = sample_articles(articles)
    headlines = [sketches[article] for article in sampled if sketches[article].headline.strip()]
    if not headlines:
        return ", ".join(sketches[sampled[0]].body.terms[:SAGA_WORDS]) or "without a name"

    def centrality(sketch: Sketch) -> int:
        others = (sketches[article] for article in sampled if article != sketch.article)
        return sum(round(MILLE * cover(sketch.title, other.body)) for other in others)

    best = min(
        headlines, key=lambda sketch: (-centrality(sketch), len(sketch.headline), sketch.headline)
    )
    return cut_words(best.headline, SHOWN)


def sample_articles(articles: Iterable[str]) -> list[str]:
    """Return the articles that a name is made of: it stays as long as these do."""
    return sorted(articles)[:SAMPLE]


def name_saga(articles: Sequence[str], sketches: Mapping[str, Sketch]) -> str:
    """Return the weightiest names and matters that the headlines of SAMPLE articles share.

    A term counts by the sum of its weights over the articles and is shown in the form in which
    a headline first has it; terms of a single headline do not count.
    """
    sampled = [sketches[article] for article in sample_articles(articles)]
    forms: dict[str, Counter[str]] = {}
    for sketch in sampled:
        for word in _split_headline(sketch.headline):
            forms.setdefault(fold_word(word), Counter())[word] += 1
    weights = {term: 0 for term, counts in forms.items() if sum(counts.values()) >= 2}
    shared = list(weights)
    for sketch in sampled:
        named = frozenset(sketch.names.terms)
        for term, weight in zip(sketch.body.terms, sketch.body.weights, strict=True):
            if term in weights:
                weights[term] += weight * (2 if term in named else 1)
    chosen: list[str] = []
    for term in sorted(shared, key=lambda term: (-weights[term], term)):
        known = any(term[:FORM_LETTERS] == other[:FORM_LETTERS] for other in chosen)
        if weights[term] > 0 and not known and len(chosen) < SAGA_WORDS:
            chosen.append(term)
    best = [_pick_form(forms[term]) for term in chosen]
    if len(best) < 2:
        return name_episode(articles, sketches)
    return ", ".join(_join_neighbours(best, [sketch.headline for sketch in sampled]))


def _join_neighbours(words: Sequence[str], headlines: Sequence[str]) -> list[str]:
    """Return `words`, two that stand side by side in several headlines as one: "Port Kesh"."""
    for first, second in permutations(words, 2):
        both = f"{first} {second}"
        if sum(both in headline for headline in headlines) >= 2:
            joined = [both if word == first else word for word in words]
            return [word for word in joined if word != second]
    return list(words)


def _split_headline(headline: str) -> list[str]:
    words = (word.strip(".,:;!?\"“”‘’'()[]") for word in headline.split())
    plain = (word.removesuffix("'s").removesuffix("’s") for word in words)
    return [word for word in plain if len(word) > 2 or word.isupper()]  # "EU", and no "Jr"


def _pick_form(counts: Counter[str]) -> str:
    return min(counts, key=lambda word: (-counts[word], word))
