"""What linking needs to know of an article: a few kilobytes in place of its text."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from onrecord.dates import solve_alone
from onrecord.records import DATED_DAYS, Reading
from onrecord.stories.credits import find_credits, list_credits, list_helpers, name_agency
from onrecord.stories.keys import make_keys
from onrecord.stories.mentions import count_names
from onrecord.stories.pages import find_version_day, name_page
from onrecord.stories.shingles import NO_SHINGLES, Sample, sample_shingles
from onrecord.stories.terms import NO_TERMS, Vector, find_terms, weigh_terms
from onrecord.stories.told_days import ToldDay, list_told_days
from onrecord.stories.voices import part_voices
from onrecord.text import Outline, outline_text

BODY_TERMS = 96
LEAD_TERMS = 32
TITLE_TERMS = 16
NAME_TERMS = 32
LEAD_WORDS = 120
TEXT_LIMIT = 200_000  # characters that are read; a longer text is linked by its beginning


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """An article as linking sees it: terms, names and samples of its word n-grams.

    `keys` are for candidate look-up: two articles that may be linked share at least one.
    """

    article: str
    keys: tuple[str, ...] = ()
    outlet: str | None = None
    agency: str | None = None
    credits: tuple[str, ...] = ()  # agencies and outlets that its report rests on
    helpers: tuple[str, ...] = ()  # agencies that contributed to its report
    page: str | None = None  # the address without what differs between visits
    version: date | None = None  # when this version of the page was made, as far as it says
    headline: str = ""
    earliest: date | None = None
    latest: date | None = None
    title: Vector = NO_TERMS
    lead: Vector = NO_TERMS
    body: Vector = NO_TERMS
    names: Vector = NO_TERMS
    told_days: tuple[ToldDay, ...] = ()
    shingles: Sample = NO_SHINGLES  # narrative 5-grams
    passages: Sample = NO_SHINGLES  # narrative 12-grams
    handed_on: Sample = NO_SHINGLES  # 4-grams of quotations and issued text


def is_dated(sketch: Sketch) -> bool:
    """Return whether the published days are known well enough to place the article in a month."""
    if sketch.earliest is None or sketch.latest is None:
        return False
    return (sketch.latest - sketch.earliest).days <= DATED_DAYS


def sketch_reading(reading: Reading, outline: Outline | None = None) -> Sketch:
    """Return the sketch of `reading`; one without an article has an empty sketch.

    A pure function of the page: nothing else in the ledger bears on it, and the days are those
    that the page itself tells. `outline` is that of its text, where it is known already.
    """
    article = reading.article
    if article is None:
        return Sketch(article="")
    text = article.text[:TEXT_LIMIT]
    if outline is None or len(article.text) > TEXT_LIMIT:
        outline = outline_text(text)
    voices = part_voices(text, outline)
    narrative = [word for paragraph in voices.narrative for word in paragraph]
    headline = article.headline or text.partition("\n")[0][:200]
    terms = list(find_terms(text))
    body = weigh_terms(Counter(terms), limit=BODY_TERMS)
    names = weigh_terms(count_names(reading, article, outline), limit=NAME_TERMS)
    shingles = sample_shingles([narrative], size=5, step=4)
    page = name_page(article.url) if article.url else None
    published = solve_alone(article)
    credited = find_credits(article)
    earliest, latest = published.earliest, published.latest
    return Sketch(
        article=article.id,
        keys=make_keys(body, names, shingles, page=page, earliest=earliest, latest=latest),
        outlet=article.outlet,
        agency=name_agency(article.agency) if article.agency else None,
        credits=list_credits(credited),
        helpers=list_helpers(article, credited),
        page=page,
        version=find_version_day(published),
        headline=headline,
        earliest=earliest,
        latest=latest,
        title=weigh_terms(Counter(find_terms(headline)), limit=TITLE_TERMS),
        lead=weigh_terms(Counter(terms[:LEAD_WORDS]), limit=LEAD_TERMS),
        body=body,
        names=names,
        told_days=tuple(list_told_days(reading, outline, published)),
        shingles=shingles,
        passages=sample_shingles([narrative], size=12, step=4),
        handed_on=sample_shingles(voices.handed_on, size=4, step=2, limit=192),
    )
