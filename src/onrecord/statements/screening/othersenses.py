"""Tell a verb of saying in another sense: "hails from the coast", "a war that claims lives"."""

import re

from onrecord.statements.drafts import Draft
from onrecord.statements.grammar.cue_words import words_of
from onrecord.statements.grammar.lexicon import CUES, NOMINAL_CUES
from onrecord.statements.grammar.shapes import has_finite
from onrecord.text.wordclasses import (
    AUXILIARIES,
    OBJECT_PRONOUNS,
    is_adverb,
    is_communicator,
    is_day_name,
)

_LIVES = re.compile(r"(?:[\w,.’'-]+ ){0,5}(?:lives|life)\b", re.IGNORECASE)
# What shows a scene, and tells nothing: "the video shows the crew at sea".
_PICTURES = frozenset(
    "video videos footage clip clips film photo photos photograph photographs image images picture "
    "pictures tape screenshot".split()
)
_OF_SCENE = re.compile(r"(?:that|which) (?:\w+ )?shows?\b|in which\b|showing\b|of\b", re.IGNORECASE)
# Who does so does not get to say it.
_STRUGGLING = frozenset(
    "struggled struggles struggling struggle failed fails failing unable".split()
)
_RELATIVES = frozenset("who that which".split())
_RULING = re.compile(
    r"(?:the|that|this|its|his|her|their|a|an)\s(?:[\w’'-]+\s){0,3}?"
    r"(?:verdict|decision|ruling|sentence|conviction|judge?ment|order|ban)\b",
    re.IGNORECASE,
)
# "ordered | 30 jets from Kenya", but "300 men to the border"
_GOODS = re.compile(
    r"(?:(?:up to|about|some|another|at least|nearly|an additional) )?"
    r"(?:\d[\d,.]*|two|three|four|five|six|ten|a dozen|dozens|hundreds|thousands|millions)\b"
    r"(?:(?! (?:to|out|back|home|off|into|away|not)\b).)*",
    re.IGNORECASE,
)
_FROM = re.compile(r"from\b", re.IGNORECASE)
# "spoke before | about 100 guests"
_ABOUT_MANY = re.compile(
    r"about (?:\d+|a (?:dozen|hundred|thousand)|half|two|three|four|five|ten|hundreds|thousands)\b",
    re.IGNORECASE,
)
# "denied | them entry", "denied | the crews their pay"
_TWO_OBJECTS = re.compile(
    r"(?:the|these|those|many|some|his|her|its|their) "
    r"(?:(?!(?:of|for|from|in|on|by|to|with|at|that|and|or)\b)[\w’'-]+ ){1,3}?"
    r"(?:their|his|her|its)\b",
    re.IGNORECASE,
)
# What is said with "is": "was adamant that", "has been critical of".
_SAYING = frozenset(
    "adamant outspoken vocal critical clear explicit emphatic blunt frank candid dismissive "
    "skeptical sceptical unequivocal insistent apologetic specific quoted open supportive".split()
)
_BE = frozenset("is are was were be been being s re m am".split())
_POINTING = frozenset("that which this these those what".split())
# Nouns of what cannot act: "its absence threatens to sink the bill".
_THING = re.compile(
    r"(?:[ts]ion|ment|ness|ity|[ea]nce|ism|^(?:move|decision|vote|hand|affair|delay|storm|plan|review|"
    r"law|bill|war|crisis|conflict|dispute|fight|rise|fall|drop|cuts?|case|scandal|change|policy))s?$"
)
_LINK = re.compile(r"\b(?:of|for|in|on|at|to|with|from|by|who|which|that)\b|,")


_CLUE = re.compile(
    r"(?:an?|the|another|some) (?:\w+ ){0,2}(?:clues?|signs?|indications?|hints?|glimpse)\b"
)
_FOR_COMMENT = re.compile(r"(?:[^,;:]{1,40} )?for (?:a |further )?(?:comment|response)\b")
_MEANT = frozenset("intended designed meant".split())
_OTHERWISE = re.compile(r"otherwise\b")
_CLEAR = frozenset("clear evident obvious apparent impossible".split())
_GIVES = re.compile(r"(?:\w+ )*?provid(?:e|es|ed|ing) (?:\w+ )*(?:support|aid|help|assistance)\b")
_SUPPOSES = re.compile(
    r"\b(?:whether|if|unless) (?:(?:the |an? |[A-Z])[\w’'-]* and )?$", re.IGNORECASE
)
_OPEN = frozenset("question wisdom".split())  # "the question | whether", "conventional wisdom"
_RAISES = re.compile(
    r"(?:(?:has|have|had|also|\w+ly) )*"
    r"(?:calls?|called|calling|raises?|raised|raising|throws?|threw) "
    r"(?:\w+ )*(?:question|questions|doubts?)\b"
)
_PLAIN = re.compile(r"(?:underscor|highlight|underlin|illustrat|expos)(?:e|es|s|ed|ing)?$")
_SIGNS = frozenset("indication indications sign signs".split())
_SHOWN = re.compile(r"\b(?:g[ai]v(?:e|es|en|ing)|offer\w*|sen[dt]\w*|show\w*)\b", re.IGNORECASE)
_GIVEN = 30  # characters before a sign in which somebody gives it
_EVENTS_TOO = frozenset("attack attacks violence raid raids blast killing killings it".split())


def has_other_sense(text: str, draft: Draft, verb: str, words: list[str]) -> bool:
    """Return whether the cue `words` of `verb` tell no saying where they stand."""
    assert draft.cue is not None
    first = draft.content[0]
    if words[-2:] == ["find", "out"]:
        return True
    if _is_meant_to(words) or _is_made_public(text, draft) or _is_clue(text, draft, words):
        return True
    if _OTHERWISE.match(text, *first) and words[0] == "to":
        return True  # "to suggest | otherwise is wrong"
    if (
        _is_only_so(text, draft, words)
        or _is_seen(text, draft, words)
        or _is_sign(text, draft, words)
    ):
        return True
    if _STRUGGLING & set(words) and "to" in words:
        return True  # "struggled to explain"
    if _is_picture(text, draft, verb, words):
        return True
    if verb in {"observe", "ask"} and draft.kind != "direct" and _is_looked_at(text, draft, verb):
        return True
    if verb in {"press", "lobby"} and draft.kind == "indirect" and _is_pushed(text, draft):
        return True
    if verb == "claim" and text.startswith("as ", first.start):
        return True  # "which both claim | as their capital"
    if verb == "claim":
        return _LIVES.match(text, *first) is not None  # "a war which has claimed 70,000 lives"
    if verb == "appeal":
        return _RULING.match(text, *first) is not None  # "appealed the verdict to the High Court"
    if verb == "order":
        return _GOODS.fullmatch(text, *first) is not None
    if verb == "hail":
        return words[-1] == "from" or _FROM.match(text, *first) is not None
    if verb in {"speak", "talk"} and words[-1] != "about":
        return _ABOUT_MANY.match(text, *first) is not None
    if verb == "deny" and draft.kind == "indirect":
        return _has_two_objects(text, draft)
    if verb == "threaten":
        return _is_thing(text, draft, words) if draft.frame == "to" else _is_danger(text, draft)
    return _is_a_name(text, draft) or _is_so(words)


def _is_meant_to(words: list[str]) -> bool:
    """Return whether something is only for saying so: "a panel | was intended to advise | them"."""
    at = next((at for at, word in enumerate(words) if word in _MEANT), None)
    return at is not None and at > 0 and words[at - 1] in _BE and words[at + 1 : at + 2] == ["to"]


def _is_clue(text: str, draft: Draft, words: list[str]) -> bool:
    """Return whether only a thing gives a sign: "the delay offered | a clue that it is shut"."""
    if draft.source is None or words[-1:] not in (["offered"], ["gave"], ["provided"]):
        return False
    head = _head(text[slice(*draft.source)])
    given = _CLUE.match(text, *draft.content[0]) is not None
    return given and head.islower() and not is_communicator(head)


def _is_pushed(text: str, draft: Draft) -> bool:
    """Return whether a plan is pressed, and nobody told to do something: "pressed | a plan"."""
    first = words_of(text, draft.content[0])[:1]
    return draft.frame not in {"to", "that", "question"} and first not in (["for"], ["on"])


def _is_looked_at(text: str, draft: Draft, verb: str) -> bool:
    """Return whether somebody only watches it, or a paper asks for a word: "for comment"."""
    if verb == "ask":
        return _FOR_COMMENT.match(text, *draft.content[0]) is not None
    unit, first = draft.unit, draft.content[0]
    low, high = unit.at(first.start), unit.at(first.end)
    joint = next((at for at in range(low, high) if unit.tokens[at].lower == "and"), high)
    return draft.frame == "clause" and not has_finite(unit.tokens, low, joint)


def _is_made_public(text: str, draft: Draft) -> bool:
    return draft.source is not None and text[slice(*draft.source)].lower() == "public"


def _is_only_so(text: str, draft: Draft, words: list[str]) -> bool:
    """Return whether nobody says it: "it was clear", "the question is", "also known as".

    Who "provides support" says nothing, either, nor who is but supposed to: "whether Peru accepts".
    """
    if words[-2:] == ["known", "as"] or _GIVES.match(" ".join(words)):
        return True
    if draft.source is not None and draft.kind == "indirect":
        before = text[max(0, draft.source.start - _GIVEN) : draft.source.start]
        if _SUPPOSES.search(before):
            return True
    if draft.source is None and words[-2:] in (["questions", "about"], ["doubts", "about"]):
        return True  # "a defeat that raises | more questions about | it"
    return draft.source is None and bool(words) and bool(_CLEAR & set(words) or words[-1] in _OPEN)


def _is_seen(text: str, draft: Draft, words: list[str]) -> bool:
    """Return whether what happened only makes something plain: "the attack underscored"."""
    if not (_RAISES.match(" ".join(words)) or (words and _PLAIN.match(words[-1]))):
        return False
    if draft.source is None:
        return draft.kind == "indirect"
    head = _head(text[draft.source.start : draft.source.end])
    happened = head.lower() in _EVENTS_TOO or is_day_name(head)
    return happened or _cannot_act(head)


def _is_sign(text: str, draft: Draft, words: list[str]) -> bool:
    """Return whether somebody only sees a sign of it: "we see every indication that he will".

    Who gives one lets others know.
    """
    assert draft.cue is not None
    before = text[max(0, draft.cue.start - _GIVEN) : draft.cue.end]
    return bool(words) and words[-1] in _SIGNS and _SHOWN.search(before) is None


def _head(source: str) -> str:
    """Return the head of a source: its last word before "of" or "which", else its first."""
    core = _LINK.split(source, maxsplit=1)[0].split()
    return core[-1] if core else source.split()[0]


def _has_two_objects(text: str, draft: Draft) -> bool:
    """Return whether somebody is denied something: "denied them entry"."""
    first = draft.content[0]
    words = text[first.start : first.end].lower().split()
    if len(words) > 1 and words[0] in OBJECT_PRONOUNS - {"it", "you"}:
        return True
    return _TWO_OBJECTS.match(text, *first) is not None


def _is_thing(text: str, draft: Draft, words: list[str]) -> bool:
    """Return whether what "threatens to" do something is a thing: "the delay threatens to"."""
    if draft.source is None:
        return words == ["threatens"]
    return _cannot_act(_head(text[draft.source.start : draft.source.end]))


def _cannot_act(head: str) -> bool:
    """Return whether the head of a source is a thing, or points at one: "the delay", "this"."""
    if head.lower() in _POINTING:
        return True
    return head.islower() and _THING.search(head) is not None and not is_communicator(head)


def _is_picture(text: str, draft: Draft, verb: str, words: list[str]) -> bool:
    """Return whether a picture shows it, or nothing that is told: "the video shows a ship".

    So it does where somebody "released a video showing a ship", or "a video that shows a ship".
    """
    if verb in _PICTURES:
        return _OF_SCENE.match(text, *draft.content[0]) is not None
    if verb != "show":
        return False
    if draft.source is None:
        return draft.frame not in {"that", "question"}
    head = _head(text[draft.source.start : draft.source.end]).lower()
    return head in _PICTURES or bool(_PICTURES & set(words))


def _is_danger(text: str, draft: Draft) -> bool:
    """Return whether nobody is told anything: "gunmen who threaten us"."""
    source = text[slice(*draft.source)].lower() if draft.source is not None else ""
    return source in _RELATIVES and text[slice(*draft.content[0])].lower() in OBJECT_PRONOUNS


def _is_a_name(text: str, draft: Draft) -> bool:
    """Return whether the cue is a part of a name: "the brothers Ali and | Said | Baru"."""
    assert draft.cue is not None
    cue = draft.cue
    if not text[cue.start].isupper() or " " in text[slice(*cue)]:
        return False
    if not text[slice(*cue)].isascii():
        return True  # "the brothers, Saïd and Ali"
    before = text[max(0, cue.start - 20) : cue.start].split()
    between = text[cue.start - 1 : cue.start] == " " and text[cue.end : cue.end + 1] == " "
    named = text[cue.end + 1 : cue.end + 2].isupper()
    return between and named and bool(before) and before[-1].isalpha() and before[-1].islower()


def _is_so(words: list[str]) -> bool:
    """Return whether somebody only is so: "are gung-ho about the war", not "was adamant that"."""
    if words[-1:] not in (["about"], ["on"]) or not _BE & set(words):
        return False
    left = [word for word in words[:-1] if word not in AUXILIARIES | _BE and not is_adverb(word)]
    told = CUES.keys() | NOMINAL_CUES.keys() | _SAYING
    return bool(left) and not any(
        word in told or word.endswith(("ing", "ed")) or is_communicator(word) for word in left
    )
