"""Whether the words bear out the act that the reader takes a plain verb of saying for.

"The gunmen had crossed the river, she said" blames nobody, whatever the reader makes of gunmen:
behind "said" an accusation needs a wrong, a denial something held against the speaker's side, and
a warning more than what has been done already.
"""

import re

from onrecord.records import SpeechAct
from onrecord.statements.drafts import Draft
from onrecord.text.wordclasses import is_communicator, is_person_noun

# How sure of an accusation without any word of wrong the reader has to be: below, five of
# seven are claims in our held-out passages and PolNeAR (python -m evaluation.statements.own).
_BLAME_SURE = 0.95
_TELLING = frozenset(
    "say tell add state write testify read reply respond answer report note explain".split()
)
WRONG = re.compile(
    r"\b(?:li(?:e|ed|es|ars?)|lying|false\w*|fak\w+|forg(?:ed|ing|ery)|fraud\w*|cheat\w*|corrupt\w*|"
    r"brib\w*|steal\w*|stole\w*|theft|thie\w+|loot\w*|rob(?:bed|s|bing|bery)|embezzl\w*|launder\w*|"
    r"smuggl\w*|traffick\w*|kill\w*|murder\w*|massacr\w*|slaughter\w*|execut(?:ed|ing)|shot|"
    r"shoot\w*|shell(?:ed|ing)|bomb\w*|attack\w*|assault\w*|raid\w*|rap(?:ed?|ing)|tortur\w*|"
    r"beat\w*|abus\w*|harass\w*|threaten\w*|intimidat\w*|forced|forcing|illegal\w*|unlawful\w*|"
    r"violat\w*|br(?:oke|oken|eaking)|breach\w*|crim\w+|guilty|blam\w*|responsib\w*|behind|fault|"
    r"conspir\w*|plot\w*|betray\w*|trait\w+|hid|hidden|hiding|conceal\w*|misle\w+|deceiv\w*|"
    r"trick\w*|sp(?:y|ies|ying)|interfer\w*|meddl\w*|sabotag\w*|hack\w*|provok\w*|"
    r"orchestrat\w*|instigat\w*|incit\w*|terror\w*|genocid\w*|ignor\w*|fail(?:ed|s|ing|ure)|"
    r"neglect\w*|careless\w*|negligen\w*|reckless\w*|refus\w*|manipulat\w*|rigg(?:ed|ing)|"
    r"falsif\w*|poison\w*|destroy\w*|exploit\w*|knew|wrong\w*|racis\w*|harm\w*|fired|firing|"
    r"hitting|struck|burn\w*|seiz\w*|kidnap\w*|abduct\w*|arrest\w*|detain\w*|jailed|weapons|"
    r"misconduct|coerc\w*|collu\w+|cover(?:ed|ing)? up|punish\w*|expel\w*|evict\w*|demoted|"
    r"silenc\w*|carried out|staged|distort\w*|oppress\w*|occup(?:y|ied))\b",
    re.IGNORECASE,
)
# "the cable had been cut on purpose": nobody is blamed without "by" or "of".
_DONE_BY_NOBODY = re.compile(
    r"[\W_]*(?:that )?(?:[\w’'-]+ ){1,9}?(?:(?:is|are|was|were)|(?:has|have|had) been) (?:\w+ly )?"
    r"(?:\w+ed|\w+en|cut|sold|put|lost|made|told|built|held|sent|paid|kept|bought|left|found|"
    r"shut|set|hit|brought|caught|taught|spent|won)\b(?!.*\b(?:by|of)\b)",
    re.IGNORECASE,
)
# "the mine | had no second shaft"
_LACKS = re.compile(
    r"[\W_]*(?:that )?(?:the|an?) (?P<what>(?:[\w’'-]+ ){1,3}?)(?:ha[sd]|have) no\b",
    re.IGNORECASE,
)
# What may be a danger: what is to come, or may, or already lies in wait.
_IMPENDS = re.compile(
    r"\b(?:will|would|could|may|might|can|cannot|should|shall|must|to|if|unless|until|before|"
    r"next|soon|likely|inevitabl\w*|imminent|not|never|more|worse\w*|too|only|risk\w*|danger\w*|"
    r"threat\w*|unsafe|hazard\w*|peril\w*|deadly|fatal\w*|(?!morning|evening)\w+ing)\b|"
    r"(?:n[’']t|[’'](?:ll|d|re))\b",
    re.IGNORECASE,
)


def is_borne_out(act: SpeechAct, draft: Draft, words: str) -> bool:
    """Return whether the content, which reads `words`, can do the reader's act.

    Only behind a plain verb of saying it may be doubted: "alleged" accuses whatever follows.
    """
    if draft.entry is None or draft.entry.lemma not in _TELLING:
        return True
    if act in {"accuse", "deny"} and draft.source is None and _IS_SAID.fullmatch(_cue(draft)):
        return False
    match act:
        case "accept":
            return _MAY.match(words) is None or _IF.search(words) is not None
        case "confirm" | "dispute":
            return _CANNOT_TELL.search(words) is None
        case "demand":
            return not _is_wish_of_another(draft, words)
        case "accuse":
            return WRONG.search(words) is not None or not _blames_nobody(draft, words)
        case "deny":
            lacks = _LACKS.match(words)
            return lacks is None or any(map(is_communicator, lacks["what"].lower().split()))
        case "refuse":
            return _UNABLE.match(words) is None and _CANNOT_BE.match(words) is None
        case "warn_of":
            return _IMPENDS.search(words) is not None or not _DONE_BY_NOBODY.match(words)
        case _:
            return True


# "we may have to accept half": who may do so has not yet, nor who is "sorry for your loss".
_MAY = re.compile(
    r"[\W_]*(?:that )?(?:(?:I|he|she|it|we|they) (?:may|might|could)\b(?! not\b)|"
    r"(?:I|we)(?: am| are|[’'](?:m|re)) (?:\w+ly |so |very )?sorry\b)",
    re.IGNORECASE,
)
_IF = re.compile(r"\b(?:if|unless|provided)\b", re.IGNORECASE)
# "it had seen the reports but could not confirm them"
_CANNOT_TELL = re.compile(
    r"\b(?:(?:can|could|would) ?not|(?:was|were|is|are) (?:not able|unable) to) "
    r"(?:\w+ly |yet |itself )?(?:confirm|verify|corroborate|comment)\b(?! whether)",
    re.IGNORECASE,
)
# "| the premier | wants a vote"
_WANTS = re.compile(
    r"[\W_]*(?:that )?(?P<who>he|she|they|(?:the |his |her |its |their |our )?"
    r"[\w’'-]+(?: [A-Z][\w’'-]+){0,2}) (?:wants?|wanted)\b",
    re.IGNORECASE,
)
_THEY = frozenset("he she they".split())
_ME = frozenset("i we it".split())
_FOR_ANOTHER = re.compile(
    r"spokes|\b(?:aides?|advis[eo]rs?|lawyers?|office|envoys?|officials?|sources?|secretary)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:ministers?|ministry|president|premier|chancellor|ambassador|government)\b", re.IGNORECASE
)
# "she could no longer walk": who cannot do so does not refuse it.
_UNABLE = re.compile(
    r"[\W_]*(?:that )?(?:[\w’'-]+ ){1,4}?(?:can|could) (?:no longer|not) (?:\w+ly )?"
    r"(?:walk|see|hear|move|stand|eat|breathe|sleep|remember|swim|fly|feel|swallow|recall)\b",
    re.IGNORECASE,
)
# "no court can work when": nobody could, whoever wants to.
_CANNOT_BE = re.compile(
    r"[\W_]*(?:that\W+)?no (?:[\w’'-]+ ){1,4}?can (?!(?:accept|allow|agree)\b)", re.IGNORECASE
)


# "it is said": nobody who could be held to account speaks.
_IS_SAID = re.compile(
    r"(?:it )?(?:is|was|has been|had been) (?:often |also |widely )?said|reports?|rumou?rs?",
    re.IGNORECASE,
)


def _is_wish_of_another(draft: Draft, words: str) -> bool:
    """Return whether a third person wants it: "“He wants it tonight,” she said".

    A paraphrase's "it wants" may be the speaker's own, and who speaks for another demands for it.
    """
    wants = _WANTS.match(words)
    if wants is None or draft.source is None:
        return False
    source = " ".join(token.text for token in draft.unit.inside(draft.source))
    who = wants["who"].lower()
    if who in _ME or _FOR_ANOTHER.search(source):
        return False
    if _OFFICE.search(source) and who not in _THEY and not is_person_noun(who.split()[-1]):
        return False  # "the government wants a vote, the minister said"
    if who in _THEY:
        return draft.kind == "direct"
    return who.split()[-1] not in source.lower().replace("’s", "").split()


def _cue(draft: Draft) -> str:
    """Return the words of the cue."""
    inside = () if draft.cue is None else draft.unit.inside(draft.cue)
    return " ".join(token.text for token in inside)


def _blames_nobody(draft: Draft, words: str) -> bool:
    """Return whether the reader is not sure of the blame, or nobody is told to have done it."""
    sure = draft.read is not None and draft.read.act_sure >= _BLAME_SURE
    return not sure or _DONE_BY_NOBODY.match(words) is not None
