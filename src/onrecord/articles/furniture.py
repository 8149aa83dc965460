"""Name the well-known kinds of furniture by their wording.

The patterns are phrases that many outlets print, in a few languages; each is anchored at an end of
the line or needs two independent cues, so that a sentence of a story that happens to contain one
of the words stays.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.articles.appeals import READER_WORDS, is_appeal
from onrecord.text import list_tokens

_LONGEST = 600  # characters; furniture that these patterns know is short

# The patterns of whole lines are asked of the line in lower case.
_SHARE = re.compile(
    r"(?:please )?(?:share|tweet|e-?mail|print|copy link|bookmark|teilen|partager|compartir|"
    r"compartilhar|condividi|like|pin it|save)"
    r"(?:[\s:]+(?:this|the|on|via|with|to|by|your|it|us|article|story|page|post|options?|link|"
    r"facebook|twitter|x|whatsapp|linkedin|telegram|reddit|email|pinterest|print|copy|share|tweet|"
    r"friends|close|more|now|tools|save))*\W*"
    r"|(?:follow|like|find|join) (?:us|me|@\w+|our|the)\b.{0,60}\b(?:facebook|twitter|instagram|"
    r"telegram|whatsapp|youtube|tiktok|linkedin|google news|channel)\b.{0,40}"
    r"|(?:facebook|twitter|whatsapp|linkedin|telegram|reddit|pinterest|instagram|youtube|x|e-?mail|"
    r"flipboard|tumblr|messenger|print|copy link|[\s,|/·•])+",
)
_SEE_ALSO = re.compile(
    r"(?:also (?:on|in) (?:the )?[\w’'-]{2,30}(?: [\w’'-]{2,30}){0,3}(?=:)|"
    r"see also|read also|also read|read more|read next|read the full|more on this|"
    r"more like this|more from|more about|more in|"
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
_TAGS = re.compile(
    r"(?:tags?|tagged(?: with| in| as)?|topics?|related topics|filed under|file under|keywords|"
    r"categor(?:y|ies)|posted in|in this (?:article|story)|schlagw(?:o|ö)rter|themen|mots[- ]clés|"
    r"etiquetas|temas|argomenti)\b\s*:?\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_COMMENTS = re.compile(
    r"(?:\d[\d,.]* )?(?:comments?|replies|responses|kommentare?|commentaires?|comentarios?|"
    r"comentários?|commenti)(?: \(\d+\)| \d+)?\W*"
    r"|(?:leave|post|write|add|submit|make) (?:a|your) (?:reply|comment)\b.{0,60}"
    r"|(?:join|start|be part of) (?:the|our|a) (?:conversation|discussion|debate|comment)\b.{0,120}"
    r"|join (?:thought-provoking )?conversations\b.{0,120}"
    r"|(?:view|show|hide|read|see|load|open|close)(?: all| more)?(?: \d+)? comments?\b.{0,40}"
    r"|comments (?:are|have been|on this)\b.{0,80}"
    r"|be the first to comment\b.{0,60}"
    r"|(?:log|sign) in to (?:leave a )?comment\b.{0,60}"
    r"|your email address will not be published\b.{0,80}"
    r"|.{0,60}\b(?:has|have) (?:removed|closed|disabled|turned off) (?:its|their|the|our)?\s*"
    r"comments?(?: section)?\b.{0,240}"
    r"|what do you think\? .{0,80}\bcomments?\b.{0,40}"
    r"|have your say(?:\W*|\W.{0,60}\b(?:comments?|readers?|discuss\w*|below|here)\b.{0,60})"
    r"|required fields are marked\b.{0,40}|.{0,80}\. required fields are marked\b.{0,40}"
    r"|write to the editor\b.{0,100}"
    r"|(?:log|sign) in or (?:create|register|sign up)\b.{0,60}\b(?:comment|discussion|"
    r"conversation)\b.{0,40}",
)
_NEWSLETTER = re.compile(
    r"(?:sign up|subscribe|register|join|get|receive|want|enter your email|stay up to date|stay "
    r"informed|never miss|don['’]t miss|abonnieren sie|inscrivez-vous|suscríb[ae]te|iscriviti)\b"
    r".{0,160}\b(?:newsletters?|inbox|e-?mails?|e-?mail address|alerts?|notifications?|briefing|"
    r"daily digest|top stories)\b.{0,120}"
    r"|(?:manage|turn on|enable|allow|notifications can be)\b.{0,60}\bnotifications?\b.{0,60}"
    r"|notifications (?:can|may) be\b.{0,80}"
    r"|download (?:our|the)\b.{0,40}\bapps?\b.{0,60}"
    r"|(?:thank you|thanks) for (?:registering|subscribing|signing up)\W*"
    r"|please refresh (?:the|your) (?:page|browser)\b.{0,200}"
    r"|(?:already (?:a|have)\b.{0,40}\b(?:log|sign) in|(?:log|sign) in|sign up|register|subscribe"
    r"(?: now)?)\W*",
)
_CLOSING_PROMPT = re.compile(
    r"[^“”\"]{10,260}[.?!] (?:sign up|subscribe|register|join the list)"
    r"(?: (?:for free|free|now|here|today|below))*\W*",
    re.IGNORECASE,
)
_ALERTS = re.compile(
    r"(?:turn on|switch on|enable|allow|activate|get)\b[^,.“”]{0,40}"
    r"\b(?:alerts?|notifications?)\b.{0,160}",
    re.IGNORECASE,
)
_COOKIES = re.compile(
    r"(?=.{0,300}\b(?:consent|accept|agree|preferences|settings|device|"
    r"understood|partners|policy)\b)"
    r"(?:(?:we|this (?:site|website|page)|our (?:site|website|partners)|by (?:using|continuing|"
    r"staying|browsing|reading))\b"
    r".{0,120}\b(?:cookies|browsing data|identifiers|small files\b.{0,20}\bdevice)\b"
    r"|cookies\b.{0,60}\b(?:policy|settings|help us|preferences|notice)\b).{0,300}",
    re.IGNORECASE,
)
_BREADCRUMB = re.compile(
    r"you are (?:here|in)\s?:.{0,160}|(?:home|front page|start)(?:[>›»/][^>›»/.]{2,40}){1,6}"
    r"|(?:home|front page) [>›»/][^.]{2,160}",
    re.IGNORECASE,
)
_MENU = re.compile(r"[^|.!?“”]{2,30}(?:\|[^|.!?“”]{2,30}){2,14}")
_COLUMNS = re.compile(r"\S{1,20}(?: \S{1,20}){0,2}(?:(?: {2,}|\t)\S{1,20}(?: \S{1,20}){0,2}){3,20}")
_MASTHEAD_NOTE = re.compile(
    r"[^.“”\"]{2,80}\b(?:is|are) (?:an? )?(?:(?:proud )?member of|regulated by|signatory (?:to|of))"
    r"\b.{0,60}\b(?:press|standards|editors['’]|complaints|media) .{0,80}(?<![.!?”\"])",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"(?:copyright\b|©|\(c\)\s*(?:19|20)\d\d|all rights reserved|alle rechte vorbehalten|"
    r"tous droits réservés|todos los derechos reservados|"
    r".{0,160}(?:©\s*(?:19|20)\d\d|copyright (?:©|\(c\)|(?:19|20)\d\d)|all rights reserved))"
    r".{0,240}",
)
_ADVERTISEMENT = re.compile(
    r"(?:advertisements?|advert|ad|sponsored(?: content)?|promoted(?: content)?|anzeige|werbung|"
    r"publicité|publicidad|pubblicità|publicidade|story continues below(?: advertisement)?|"
    r"article continues (?:below|after)\b.{0,40}|scroll (?:down )?to continue\b.{0,40}|"
    r"skip (?:to|past)\b.{0,60}|(?:end|start) of\b.{0,40}\bnewsletter\b.{0,40})\W*",
)


class _Kind(NamedTuple):
    """A kind of furniture and the pattern of its lines, which takes its time to say no.

    So it is only asked where the first word of the line is one of `openings`, or any of `words`.
    """

    reason: str
    pattern: re.Pattern[str]
    openings: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_KINDS = (
    _Kind("share prompt", _SHARE, words=_set("mail"), openings=_set(  # "FacebookE-mail"
        "please share tweet e email print copy bookmark teilen partager compartir compartilhar "
        "condividi like pin save follow find join facebook twitter whatsapp linkedin telegram "
        "reddit pinterest instagram youtube x flipboard tumblr messenger")),
    _Kind("comment prompt", _COMMENTS, words=_set(
        "comment comments reply replies response responses conversation conversations discussion "
        "debate email say required kommentar kommentare commentaire commentaires comentario "
        "comentarios comentário comentários commenti write")),
    _Kind("newsletter prompt", _NEWSLETTER, openings=_set(
        "sign subscribe register join get receive want enter stay never don abonnieren inscrivez "
        "suscríbete suscríbate iscriviti manage turn enable allow notifications download thank "
        "thanks please already log")),
    _Kind("newsletter prompt", _CLOSING_PROMPT, words=_set("sign subscribe register join")),
    _Kind("notification prompt", _ALERTS, openings=_set("turn switch enable allow activate get")),
    _Kind("cookie notice", _COOKIES, words=_set("cookies data identifiers files")),
    _Kind("breadcrumb", _BREADCRUMB, openings=_set("you home front start")),
    _Kind("footer", _MASTHEAD_NOTE, words=_set("member regulated signatory")),
    _Kind("copyright", _COPYRIGHT, words=_set(
        "copyright © c reserved vorbehalten réservés reservados")),
    _Kind("advertisement", _ADVERTISEMENT, openings=_set(
        "advertisements advertisement advert ad sponsored promoted anzeige werbung publicité "
        "publicidad pubblicità publicidade story article scroll skip end start")),
)  # fmt: skip
_SEE_ALSO_OPENINGS = _set(
    "see also read more related recommended you don must up trending most top latest editor "
    "lesen mehr lire à sur lea te leia leggi lees watch listen video in gallery explainer "
    "background context load show view continue next previous"
)
_TAG_OPENINGS = _set(
    "tags tag tagged topics topic related filed file keywords category categories posted in "
    "schlagwörter schlagworter themen mots etiquetas temas argomenti"
)
# Few lines of a story open with one of the first or have one of the second.
_OPENINGS = _SEE_ALSO_OPENINGS.union(_TAG_OPENINGS, *(kind.openings for kind in _KINDS))
_WORDS = frozenset().union(*(kind.words for kind in _KINDS))
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*$")
_NAVIGATION_WORDS = 7
_TITLE_WORDS = 20


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
        for kind in _KINDS:
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


def _is_menu(line: str) -> bool:
    barred = "|" in line and _MENU.fullmatch(line) is not None
    return barred or (("  " in line or "\t" in line) and _COLUMNS.fullmatch(line) is not None)


def is_bare_pointer(line: str) -> bool:
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
            and is_bare_pointer(texts[index])
            and len(following.split()) <= _TITLE_WORDS
            and _SENTENCE_END.search(following) is None
            and not following.endswith((":", ",", ";"))
        ):
            in_body[index + 1] = False
            reasons[index + 1] = "related story"


def describe_furniture(line: str) -> str:
    """Return the plainest reason for a line that was found to be furniture by its place."""
    return "navigation" if len(line.split()) <= _NAVIGATION_WORDS else "furniture"


def _is_see_also(line: str) -> bool:
    """Tell "See also  Ministers to meet again" from a sentence that starts with those words."""
    match = _SEE_ALSO.match(line)
    if match is None:
        return False
    rest = line[match.end() :]
    if match[0].lower().startswith("also ") and _SENTENCE_END.search(line):
        return False
    bare = rest.strip(" \u00a0:.|»›→>-–…")
    if not bare:
        return True
    if rest.lstrip(" \u00a0").startswith((":", "|", "»", "›", "→")):
        return len(bare.split()) <= 30
    phrase = match[0].lower()
    explicit = phrase.startswith(("see also", "read ", "also read", "related", "more ", "lire",
                                  "à lire", "lea ", "leia", "leggi", "lees", "lesen"))  # fmt: skip
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
