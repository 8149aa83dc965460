"""Keys for candidate look-up: articles that may belong together share at least one."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from onrecord.stories.shingles import Sample
from onrecord.stories.terms import Vector

WEEK_TERMS = 16  # of the heaviest body terms
WEEK_NAMES = 6
PAIR_TERMS = 8
PAIR_NAMES = 8  # with fewer, most pairs of one crisis a month apart are never compared
FORM_LETTERS = 4  # terms alike in so many first letters are forms of one ("Iran", "Iranian")
COPY_STEP = 64  # of the narrative 5-grams, one in so many is a key
COPY_KEYS = 24
NEAR = 2  # two articles are compared where the keys that they share weigh so much
WIDE = 35  # days; an interval wider than this counts as no date for look-up


def make_keys(
    body: Vector,
    names: Vector,
    shingles: Sample,
    *,
    page: str | None,
    earliest: date | None,
    latest: date | None,
) -> tuple[str, ...]:
    """Return the keys of an article, sorted.

    `u:` the page's address; `t:` a heavy term and a week, for episodes; `c:` a sampled narrative
    5-gram and a week, for copies; `p:` a pair of the heaviest terms or names whatever the date,
    for sagas and for articles whose date is not known. Phrases that an outlet prints under every
    report would tie all its articles together: so copies have their week in the key.
    """
    keys = {f"u:{page}"} if page is not None else set()
    terms = dict.fromkeys(body.terms[:WEEK_TERMS] + names.terms[:WEEK_NAMES])
    copies = [value for value in shingles.hashes if value % COPY_STEP == 0][:COPY_KEYS]
    for week in _list_weeks(earliest, latest):
        keys.update(f"t:{week}:{term}" for term in terms)
        keys.update(f"c:{week}:{value:08x}" for value in copies)
    for heavy in (body.terms[:PAIR_TERMS], names.terms[:PAIR_NAMES]):
        pairs = combinations(sorted(heavy), 2)
        keys.update(f"p:{a}:{b}" for a, b in pairs if not b.startswith(a[:FORM_LETTERS]))
    return tuple(sorted(keys))


def weigh_key(key: str) -> int:
    """Return how much one shared key counts towards NEAR: a page or copied words are enough."""
    return NEAR if key.startswith(("u:", "c:")) else 1


def _list_weeks(earliest: date | None, latest: date | None) -> Iterator[str]:
    """Yield the weeks of an interval in two partitions, half a week apart.

    Two articles three days apart may fall into two calendar weeks, but share a week of at least
    one of the partitions.
    """
    if earliest is None or latest is None or (latest - earliest).days > WIDE:
        return
    for name, shift in (("a", 0), ("b", 4)):
        first, last = ((day.toordinal() + shift) // 8 for day in (earliest, latest))
        for week in range(first, last + 1):
            yield f"{name}{week}"
