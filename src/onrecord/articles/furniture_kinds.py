"""The kinds of furniture that the wording of a whole line gives away, and their patterns."""

import re
from typing import NamedTuple

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
_MAILING = re.compile(
    r"you(?: are|['’]re)? (?:received?|receiving|getting|subscribed to) (?:this|our) "
    r"(?:e-?mail|message|newsletter)\b.{0,240}"
    r"|this (?:e-?mail|message|newsletter) (?:was|is) sent to (?:you\b|\S{1,80}@).{0,200}"
    r"|(?:click here to )?unsubscribe\b[^.“”]{0,80}\W*"
    r"|(?:manage|update|change) (?:your |my )?(?:e-?mail |newsletter )?preferences\W*"
    r"|(?:view|read|open|see)(?: (?:this|it))?(?: (?:e-?mail|newsletter|message))? "
    r"(?:in|on) (?:your|a|the)?\s?(?:web )?(?:browser|web)\W*"
    r"|(?:add|having trouble|trouble|problems?|can['’]t) .{0,40}\b(?:address book|(?:viewing|"
    r"reading|see|view|read) (?:this|the) (?:e-?mail|message|newsletter))\b.{0,80}",
)
_PAYWALL = re.compile(
    r"(?![^“”\"]*[“”\"])(?:"
    r"(?:to |want to |please )?(?:continue|keep) reading\b.{0,100}\b(?:subscri\w+|log ?in|sign ?in|"
    r"register|account|free trial)\b.{0,80}"
    r"|(?:subscribe|sign in|log in|register|join|create an? (?:free )?account)\b.{0,60}\bto "
    r"(?:continue|keep reading|read (?:the|this|more|on|our|all|full|it)|unlock|access (?:this|the|"
    r"all|our))\b.{0,120}"
    r"|this (?:article|story|content|post|page|piece) is (?:only |exclusively )?(?:for|available "
    r"(?:only |exclusively )?(?:to|for)|reserved for|exclusive to|limited to|free for) (?:our |"
    r"paid |paying |premium |registered )*(?:subscribers|members|users|readers)\b.{0,80}"
    r"|you(?: have|['’]ve) (?:reached|used|read|hit)\b.{0,40}\b(?:free (?:articles?|stories)|"
    r"(?:article|monthly|free) limit)\b.{0,120}"
    r"|.{0,200}\bcancel any\s?time\W*)",
)
_REPRINT = re.compile(r"the post .{1,300} appeared first on\b.{0,120}")
# What the archives of newspapers print around a text: Nexis, Factiva.
_ARCHIVE = re.compile(
    r"(?:section|length|load-date|language|publication[- ]type|document[- ]type|journal[- ]code|"
    r"acc-no|distribution|dateline)\s?:.{0,160}|body\s?:?|end of document|classification"
    r"|document [a-z]{4,8}0{0,3}(?:19|20)\d{6}[a-z0-9]{5,12}|\d[\d,]{0,6} words"
    r"|(?:subject|company|organi[sz]ation|person|city|state|country|geographic|industry)\s?:"
    r".{0,400}\(\d\d%\).{0,180}",
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
# "Ministers meet in Arden Read more", "Play Video 0:52 Ferry sinks", "Ferry sinks Listen · 3:56"
_READ_MORE = re.compile(r"[^\n]{8,200}[^\s.,;:!?] read more[^.\w]*")
_RECORDING = re.compile(
    r"(?:play|watch) video \d{1,2}:\d\d\b.{0,200}"
    r"|.{4,300} listen(?: ·)? \d{1,2}:\d\d(?: \d{1,2}:\d\d)?"
    r"|just watched .{4,200}\bmust watch\b.{0,200}",
)


class Kind(NamedTuple):
    """A kind of furniture and the pattern of its lines, which takes its time to say no.

    So it is only asked where the first word of the line is one of `openings`, or any of `words`.
    """

    reason: str
    pattern: re.Pattern[str]
    openings: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


def word_set(words: str) -> frozenset[str]:
    """Return the words between the spaces of `words`."""
    return frozenset(words.split())


KINDS = (
    Kind("share prompt", _SHARE, words=word_set("mail"), openings=word_set(  # "FacebookE-mail"
        "please share tweet e email print copy bookmark teilen partager compartir compartilhar "
        "condividi like pin save follow find join facebook twitter whatsapp linkedin telegram "
        "reddit pinterest instagram youtube x flipboard tumblr messenger")),
    Kind("comment prompt", _COMMENTS, words=word_set(
        "comment comments reply replies response responses conversation conversations discussion "
        "debate email say required kommentar kommentare commentaire commentaires comentario "
        "comentarios comentário comentários commenti write")),
    Kind("newsletter prompt", _NEWSLETTER, openings=word_set(
        "sign subscribe register join get receive want enter stay never don abonnieren inscrivez "
        "suscríbete suscríbate iscriviti manage turn enable allow notifications download thank "
        "thanks please already log")),
    Kind("newsletter prompt", _MAILING, openings=word_set(
        "you this click unsubscribe manage update change view read open see add having trouble "
        "problem problems can")),
    Kind("newsletter prompt", _CLOSING_PROMPT, words=word_set("sign subscribe register join")),
    Kind("notification prompt", _ALERTS, openings=word_set(
        "turn switch enable allow activate get")),
    Kind("cookie notice", _COOKIES, words=word_set("cookies data identifiers files")),
    Kind("subscription prompt", _PAYWALL, words=word_set("cancel"), openings=word_set(
        "to want please continue keep subscribe sign log register join create this you")),
    Kind("footer", _REPRINT, words=word_set("appeared")),
    Kind("archive label", _ARCHIVE, words=word_set("words"), openings=word_set(
        "section length load language publication document journal acc distribution dateline body "
        "end classification subject company organisation organization person city state country "
        "geographic industry")),
    Kind("breadcrumb", _BREADCRUMB, openings=word_set("you home front start")),
    Kind("footer", _MASTHEAD_NOTE, words=word_set("member regulated signatory")),
    Kind("copyright", _COPYRIGHT, words=word_set(
        "copyright © c reserved vorbehalten réservés reservados")),
    Kind("see also", _READ_MORE, words=word_set("more")),
    Kind("recording", _RECORDING, words=word_set("listen watched video")),
    Kind("advertisement", _ADVERTISEMENT, openings=word_set(
        "advertisements advertisement advert ad sponsored promoted anzeige werbung publicité "
        "publicidad pubblicità publicidade story article scroll skip end start")),
)  # fmt: skip
