"""What the class names, ids and roles of an element give away about what is in it."""

import re
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from onrecord.models.block_measures import NAMED

# Fragments that each give a kind away, separated by spaces...
_NAME_FRAGMENTS = {
    "story": (
        "articlebody storytext bodytext bodycopy body-copy body_copy richtext rich-text rich_text "
        "prose paragraph"
    ),
    "content": "content article story entry text body post",
    "navigation": "nav menu breadcrumb masthead topbar toolbar skip",
    "related": (
        "relat recommend trending popular most- most_ promo teaser card latest next outbrain "
        "taboola carousel recirc more- more_ also readmore read-more read_more river feed"
    ),
    "side": "sidebar rail aside widget module column secondary",
    "advert": "advert sponsor banner dfp commercial affiliate",
    "social": "share sharing social follow",
    "comments": "comment disqus reply respond discussion",
    "picture": (
        "caption credit figure image photo media gallery slide video embed player lightbox"
    ),
    "byline": "byline author contributor writer",
    "date": "date time publish updated",
    "tags": "topic categor keyword label kicker eyebrow",
    "summary": "subtitle subhead standfirst summary excerpt description lede intro teaser",
    "title": "title headline heading",
    "footer": "foot copyright legal disclaimer",
    "sign-up": (
        "newsletter subscri signup sign-up sign_up login register paywall cookie consent gdpr "
        "modal popup overlay donat piano promo"
    ),
    "hidden": "sr-only visually screen-reader offscreen assistive",
    "quote": "quote pull",
    "correction": "correction editor note update",
}
# ... and patterns, each asked only where its fragment is there.
_NAME_PATTERNS = (
    ("advert", "ad", r"\bads?\b|\bad[-_]"),
    ("byline", "bio", r"bio\b"),
    ("tags", "tag", r"\btags?\b"),
    ("summary", "dek", r"dek\b"),
    ("hidden", "hidden", r"\bhidden"),
    *(
        ("story", part, rf"(?:article|story|post|entry|news|page|content|main)[-_ ]{{0,2}}{part}")
        for part in ("body", "content", "text", "copy", "detail", "inner")
    ),
)
_FRAGMENTS = sorted(
    {fragment for each in _NAME_FRAGMENTS.values() for fragment in each.split()}, reverse=True
)
# Fragments overlap ("read-more-"), so the pattern only looks ahead. Where several stand in one
# place ("updated") it finds the longest, and the others hold too. By their first letters most are
# not even tried.
_BY_LETTER = (
    f"{letter}(?:{'|'.join(re.escape(fragment[1:]) for fragment in fragments)})"
    for letter, fragments in groupby(_FRAGMENTS, key=itemgetter(0))
)
_FRAGMENT = re.compile(rf"(?=({'|'.join(_BY_LETTER)}))")
_FRAGMENT_BITS = {
    found: sum(
        1 << NAMED.index(name)
        for name, fragments in _NAME_FRAGMENTS.items()
        if found.startswith(tuple(fragments.split()))
    )
    for found in _FRAGMENTS
}
_PATTERN_BITS = tuple(
    (fragment, re.compile(pattern), 1 << NAMED.index(name))
    for name, fragment, pattern in _NAME_PATTERNS
)


@lru_cache(maxsize=4096)
def read_names(words: str) -> int:
    """Return the kinds that `words` name, as a bit set over `NAMED`."""
    words = words.lower()
    bits = 0
    for found in _FRAGMENT.findall(words):
        bits |= _FRAGMENT_BITS[found]
    for fragment, pattern, bit in _PATTERN_BITS:
        if fragment in words and pattern.search(words) is not None:
            bits |= bit
    return bits
