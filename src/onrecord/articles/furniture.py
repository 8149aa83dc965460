"""Name the well-known kinds of furniture by their wording.

The patterns are phrases that many outlets print, in a few languages; each is anchored at an end of
the line or needs two independent cues, so that a sentence of a story that happens to contain one
of the words stays.
"""

import re
from collections.abc import Sequence

from onrecord.articles.appeals import READER_WORDS, is_appeal
from onrecord.articles.captions import is_caption
from onrecord.articles.drafts import Line
from onrecord.articles.furniture_kinds import KINDS, word_set
from onrecord.text import list_tokens

_LONGEST = 600  # characters; furniture that these patterns know is short

_SEE_ALSO = re.compile(
    r"(?:also (?:on|in) (?:the )?[\w’'-]{2,30}(?: [\w’'-]{2,30}){0,3}(?=:)|"
    r"see also|see more(?=:)|click here (?:to read|for) more|read also|also read|read more|"
    r"read next|read the full|more on this|"
    r"more like this|more from|more about|more in|more(?=:)|"
    r"more coverage(?: (?:of|on|about|from) [^:.!?“”\"]{2,60})?(?=:)|"
    r"related(?: (?:stories|articles|content|posts|news|coverage|"
    r"topics|links|reading))?|recommended|"
    r"you may also like|you might also like|don['’]t miss|must[- ]read|up next|trending(?: now)?|"
    r"most (?:popular|read|viewed|shared)|top stories|latest (?:news|stories)|editor['’]s picks?|"
    r"lesen sie auch|mehr zum thema|lire aussi|à lire aussi|sur le même sujet|lea también|"
    r"te puede interesar|leia (?:também|mais)|leggi anche|lees ook|watch(?: now| live)?|listen|"
    r"video|in pictures|gallery|explainer|background|context|load more|show more|view more|see all|"
    r"continue reading|next article|previous article|next|previous)",
    re.IGNORECASE,
)
# These point at another story without a colon too.
_EXPLICIT = (
    "see also", "click here", "read ", "also read", "related", "more ", "lire", "à lire", "lea ",
    "leia", "leggi", "lees", "lesen",
)  # fmt: skip
_TAGS = re.compile(
    r"(?:tags?|tagged(?: with| in| as)?|topics?|related topics|filed under|file under|keywords|"
    r"categor(?:y|ies)|posted in|in this (?:article|story)|schlagw(?:o|ö)rter|themen|mots[- ]clés|"
    r"etiquetas|temas|argomenti)\b\s*:?\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_MENU = re.compile(r"[^|.!?“”]{2,30}(?:\|[^|.!?“”]{2,30}){2,14}")
_COLUMNS = re.compile(r"\S{1,20}(?: \S{1,20}){0,2}(?:(?: {2,}|\t)\S{1,20}(?: \S{1,20}){0,2}){3,20}")
_SEE_ALSO_OPENINGS = word_set(
    "see click also read more related recommended you don must up trending most top latest editor "
    "lesen mehr lire à sur lea te leia leggi lees watch listen video in gallery explainer "
    "background context load show view continue next previous"
)
_TAG_OPENINGS = word_set(
    "tags tag tagged topics topic related filed file keywords category categories posted in "
    "schlagwörter schlagworter themen mots etiquetas temas argomenti"
)
# Few lines of a story open with one of the first or have one of the second.
_OPENINGS = _SEE_ALSO_OPENINGS.union(_TAG_OPENINGS, *(kind.openings for kind in KINDS))
_WORDS = frozenset().union(*(kind.words for kind in KINDS))
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*$")
_NAVIGATION_WORDS = 7
_TITLE_WORDS = 20
_FEWEST_TITLE_WORDS = 5  # shorter ones head the story's own parts
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})


def name_furniture(line: str) -> str | None:
    """Return the kind of furniture that the wording of `line` gives away, or `None`.

    A kind is only named where the whole line has that form.
    """
    if len(line) > _LONGEST:
        return None
    words = list_tokens(line)
    first = next(filter(str.isalnum, words), "")
    telling = _WORDS.intersection(words)
    if telling or first in _OPENINGS:
        lowered = line.lower()
        for kind in KINDS:
            asked = first in kind.openings or not kind.words.isdisjoint(telling)
            if asked and kind.pattern.fullmatch(lowered) is not None:
                return kind.reason
        if first in _SEE_ALSO_OPENINGS and _is_see_also(line):
            return "see also"
        if first in _TAG_OPENINGS and _is_tag_list(line):
            return "tag list"
    if not READER_WORDS.isdisjoint(words) and is_appeal(line):
        return "donation appeal"
    return "navigation" if _is_menu(line) else None


def name_by_wording(line: str) -> str | None:
    """Return the kind of furniture that the wording of `line` gives away, a caption among them."""
    return name_furniture(line) or ("caption" if is_caption(line) else None)


def _is_menu(line: str) -> bool:
    barred = "|" in line and _MENU.fullmatch(line) is not None
    return barred or (("  " in line or "\t" in line) and _COLUMNS.fullmatch(line) is not None)


def _is_bare_pointer(line: str) -> bool:
    """Return whether `line` only announces other stories ("Read more", "Related:")."""
    match = _SEE_ALSO.match(line)
    return match is not None and not line[match.end() :].strip(" \u00a0:.|»›→>-–…")


def mark_pointed_at(texts: Sequence[str], reasons: list[str | None], in_body: list[bool]) -> None:
    """Take the title under a bare "Read more" out of the body: one line that is no sentence."""
    for index in range(len(texts) - 2):
        following = texts[index + 1]
        if (
            reasons[index] == "see also"
            and in_body[index + 1]
            and _is_bare_pointer(texts[index])
            and _is_no_sentence(following)
            and not following.endswith((":", ",", ";"))
        ):
            in_body[index + 1] = False
            reasons[index + 1] = "related story"


def mark_links(
    lines: Sequence[Line], reasons: list[str | None], in_body: list[bool], start: int
) -> None:
    """Take titles that are all a link out of the body from line `start` on.

    Headings stay: a story's own title may be a link to itself.
    """
    for index in range(start, len(lines)):
        line = lines[index]
        if in_body[index] and line.linked and line.tag not in _HEADINGS and _is_title(line.text):
            in_body[index] = False
            reasons[index] = "related story"


def mark_capitals(
    texts: Sequence[str], reasons: list[str | None], in_body: list[bool], start: int
) -> None:
    """Take titles in capitals out of the body from line `start` on: links to other stories.

    A story that is itself in capitals keeps its lines.
    """
    titles = [
        index
        for index in range(start, len(texts))
        if in_body[index] and texts[index].isupper() and _is_title(texts[index])
    ]
    capitals = sum(body and text.isupper() for text, body in zip(texts, in_body, strict=True))
    if capitals * 3 > sum(in_body):
        return
    for index in titles:
        in_body[index] = False
        reasons[index] = "related story"


def _is_title(line: str) -> bool:
    return len(line.split()) >= _FEWEST_TITLE_WORDS and _is_no_sentence(line)


def _is_no_sentence(line: str) -> bool:
    return len(line.split()) <= _TITLE_WORDS and _SENTENCE_END.search(line) is None


def describe_furniture(line: str) -> str:
    """Return the plainest reason for a line that was found to be furniture by its place."""
    return "navigation" if len(line.split()) <= _NAVIGATION_WORDS else "furniture"


def _is_see_also(line: str) -> bool:
    """Tell "See also  Ministers to meet again" from a sentence that starts with those words."""
    match = _SEE_ALSO.match(line)
    if match is None or "(@" in line:  # a post's signature: "MORE: … — Ida Berg (@idaberg)"
        return False
    rest = line[match.end() :]
    if match[0].lower().startswith("also ") and _SENTENCE_END.search(line):
        return False
    bare = rest.strip(" \u00a0:.|»›→>-–…")
    if not bare:
        return True
    if match[0].lower() == "more" and bare[0].islower():
        return False  # "More: the minister called it theft."
    if rest.lstrip(" \u00a0").startswith((":", "|", "»", "›", "→")):
        return len(bare.split()) <= 30
    phrase = match[0].lower()
    explicit = phrase.startswith(_EXPLICIT)
    return explicit and _SENTENCE_END.search(line) is None and len(bare.split()) <= 30


def _is_tag_list(line: str) -> bool:
    """Tell "Tags Harbour Council Ferries" from a sentence: no end mark, names or commas."""
    match = _TAGS.fullmatch(line)
    if match is None or _SENTENCE_END.search(line):
        return False
    words = match["rest"].split()
    if not words:
        return True
    capitalised = sum(word[:1].isupper() or not word[:1].isalpha() for word in words)
    separated = match["rest"].count(",") + match["rest"].count("|") + match["rest"].count("#")
    return capitalised * 2 > len(words) or separated * 3 >= len(words)
