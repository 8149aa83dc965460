"""Mend the source that the reader has: who is told or accused says nothing, who is led to does."""

import re
from dataclasses import replace
from itertools import pairwise

from onrecord.records import Span
from onrecord.statements.drafts import Draft
from onrecord.statements.grammar.cue_words import (
    BE,
    JUDGEMENTS,
    RECEIVING,
    base_of,
    lemma_of,
    words_of,
)
from onrecord.statements.grammar.lexicon import CUES
from onrecord.statements.grammar.shapes import has_finite
from onrecord.text.wordclasses import AUXILIARIES, DOCUMENT_NOUNS, PREPOSITIONS, SUBJECT_PRONOUNS

# "underlined to | the miners", but "according to", "attributed to"
_TO_WHOM = re.compile(r"(?:underscored|underlined|proved|signal+ed|meant|showed|suggested) to ")
_TO_HEARER = frozenset(
    "notify brief remind assure reassure ask tell warn urge order inform advise promise "
    "instruct accuse blame thank congratulate".split()
)
_TOLD = frozenset("told notified informed briefed reminded assured reassured".split())
_SUFFERED = (["charged", "with"], ["accused", "of"], ["convicted", "of"], ["suspected", "of"])
_OF_DEED = re.compile(r" (?:of|with)\b")
_URGED = frozenset("urged told ordered instructed commanded warned reminded advised".split())
_WARNED = {"asked": {"to"}, "warned": {"against", "over", "about"}, "told": {"of", "about"}}
# "Lund | blamed for | delay": who judges has whom he judges behind the verb.
_JUDGED = re.compile(
    r"(?:(?:widely|again|roundly|sharply|publicly) )?(?:blamed|accused|faulted|praised|hailed|"
    r"lauded|applauded|commended|thanked|congratulated|rewarded|criticised|criticized|condemned|denounced|"
    r"rebuked|slammed|censured|mocked|ridiculed|berated|lambasted|scolded)"
    r"(?: in report)? (?:for|over|of|by|after|amid|as)\b",
    re.IGNORECASE,
)
_BY = re.compile(r" by (?P<who>(?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3})(?= for| over|$)")
_WORD_BEFORE = re.compile(r"([\w’']+) $")
_OPPOSED_PAPER = re.compile(
    r" [^.;:“”\"\n]{0,40}\b(?:abstain(?:ed|s)|veto(?:ed|es)|reject(?:ed|s)|block(?:ed|s)|"
    r"oppos(?:ed|es)|critici[sz](?:ed|es)|condemn(?:ed|s)|denounc(?:ed|es)|dismiss(?:ed|es)|den(?:ied|ies)|"
    r"disput(?:ed|es)|against)(?: \S+){1,4}? "
    rf"(?:{'|'.join(sorted(DOCUMENT_NOUNS | {'claims', 'motion', 'bill'}))}) "
)
_OWNED = re.compile(r"(?P<words>[’']s(?: [a-z-]+){1,3}) ")
_LED = re.compile(
    r"\b(?:led|leads|leading|lead|prompt(?:s|ed|ing)?|forc(?:es|ed|ing)|compel(?:s|led|ling)|"
    r"caus(?:es|ed|ing)|push(?:es|ed|ing)|spur(?:s|red|ring)|drove|dr(?:ives|iving)) "
    r"(?P<who>[^,.;:()“”\n]{3,60}?)(?P<to> to)? $"
)
# "had heard | her | say", "saw the guard shout"
_HEARD = re.compile(
    r"\b(?:over)?(?:hear|hears|heard|hearing|saw|seen|watched) "
    r"(?P<who>(?:him|her|them|me|us|you)|(?:(?:the|an?|his|her|their|my|our) )?"
    r"(?:[\w’'-]+ ){0,3}?[\w’'-]+) $"
)
# "a video showing | him | saying"
_SHOWN = re.compile(
    r"\b(?:show|shows|showed|shown|showing|captured|recorded|filmed|caught) "
    r"(?!(?:on|in|at|by|with|from|that|off)\b)"
    r"(?P<who>him|her|them|(?:(?:the|an?|his|her) )?(?:[\w’'-]+ ){0,3}?[\w’'-]+) $"
)
_BARE = frozenset("say tell shout yell ask promise threaten admit call whisper order deny".split())


def with_heard(text: str, draft: Draft) -> Draft:
    """Return the draft with whom another heard for its source: "he heard | her | say"."""
    cue = draft.cue
    first = "" if cue is None else text[slice(*cue)].split()[0]
    if cue is None or not (first in _BARE or first.endswith("ing")):
        return draft
    pattern = _HEARD if first in _BARE else _SHOWN
    heard = pattern.search(text, max(draft.unit.span.start, cue.start - 60), cue.start)
    return draft if heard is None else replace(draft, source=Span(*heard.span("who")))


def with_owner(text: str, draft: Draft) -> Draft:
    """Return the draft with the whole of a source that only owns it: "Berg's sudden decision"."""
    source, cue = draft.source, draft.cue
    if source is None or cue is None or not source.end < cue.start:
        return draft
    owned = _OWNED.fullmatch(text, source.end, cue.start)
    if owned is None or text[slice(*source)].lower() in SUBJECT_PRONOUNS:  # "he’s also"
        return draft
    return replace(draft, source=Span(source.start, owned.end("words")))


def with_led(text: str, draft: Draft) -> Draft:
    """Return the draft with who is led to say it as its source: "led Norland to threaten war"."""
    if draft.source is not None or draft.cue is None:
        return draft
    led = _LED.search(text, max(0, draft.cue.start - 80), draft.cue.start)
    if led is None or not (led["to"] or text.startswith("to ", draft.cue.start)):
        return draft
    return replace(draft, source=Span(*led.span("who")))


def is_passive(text: str, draft: Draft) -> bool:
    """Return whether what stands before the cue is told or denied something: "was asked about"."""
    cue, source = draft.cue, draft.source
    if cue is None:
        return False
    words = words_of(text, cue)
    if _is_raised(words):
        return False
    if _TOLD & set(words) and BE & set(words) and "by" not in words:
        return True
    behind = [*words, *words_of(text, draft.content[0])[:1]]
    if (words[-2:] in _SUFFERED or behind[-2:] == ["charged", "with"]) and not BE & set(words):
        return True  # "Officer charged with murder"
    if _is_told_so(text, draft, behind):
        return True
    if _is_judged(text, draft):
        return True
    if words in (["accused"], ["suspected"]) and _opens_clause(text, source):
        return _OF_DEED.match(text, cue.end) is not None  # "a nurse | accused | of theft"
    if draft.entry is None or draft.entry.lemma == ":":
        return False
    at = next((at for at, word in enumerate(words) if word in CUES), None)
    if at is None or "saying" in words or "by" in words:
        return False
    kinds = {kind for kind, entry in CUES[words[at]] if entry.lemma == draft.entry.lemma}
    if not kinds & {"past", "participle"}:
        return False
    if any(word in BE for word in words[:at]):
        return True
    # "Baru said, asked about the delay, that ...": a participle without its auxiliary.
    before = text[source.end if source else cue.start : cue.start].rstrip()
    aside = source is not None and text[source.end : cue.start].strip() == ","
    asked = draft.entry.lemma == "ask" and ("about" in words or aside)
    return asked and before.lower().endswith((",", "when", "if"))


def _is_raised(words: list[str]) -> bool:
    """Return whether who is talked of says it: "is believed to have told", not "to have been"."""
    return (
        not BE.isdisjoint(words[:1])
        and "been" not in words
        and any(pair == ("to", "have") for pair in pairwise(words))
    )


def _is_told_so(text: str, draft: Draft, words: list[str]) -> bool:
    """Return whether the verb needs somebody told, and only the source can be: "Peru urged to".

    What may stand alone, as "asked to" and "warned against", tells so in a headline only.
    """
    source, cue = draft.source, draft.cue
    if source is None or cue is None or draft.hearer is not None or draft.kind == "direct":
        return False
    if not source.end < cue.start or text[source.end : cue.start].strip():
        return False
    for before, verb, behind in zip(["", *words], words, words[1:], strict=False):
        if verb in _URGED and behind == "to" and before not in AUXILIARIES:
            return True
        if behind in _WARNED.get(verb, ()) and _is_headline(text, draft.unit.span):
            return before not in AUXILIARIES
    return False


def _is_judged(text: str, draft: Draft) -> bool:
    """Return whether who opens a headline or stands before a comma is praised or blamed.

    So it is in "Lund blamed for delay" and "Lund, blamed for the delay, left".
    """
    source, cue = draft.source, draft.cue
    if source is None or cue is None or not source.end < cue.start:
        return False
    between = text[source.end : cue.start].strip()
    opens = source.start == draft.unit.span.start and _is_headline(text, draft.unit.span)
    return between in ({"", ","} if opens else {","}) and _JUDGED.match(text, cue.start) is not None


def _is_headline(text: str, sentence: Span) -> bool:
    """Return whether a sentence fills its line and ends without a stop."""
    before, last = text[max(0, sentence.start - 1) : sentence.start], text[sentence.end - 1]
    return (
        before in {"", "\n"}
        and text[sentence.end : sentence.end + 1] in {"", "\n"}
        and last.isalnum()
    )


def _opens_clause(text: str, source: Span | None) -> bool:
    """Return whether no noun or "whom" stands before, of which the source could tell something."""
    if source is None or text[slice(*source)].lower() in SUBJECT_PRONOUNS:
        return False
    before = _WORD_BEFORE.search(text, 0, source.start)
    new = text.startswith(("a ", "an "), source.start)
    return new or before is None or before[1].lower() in PREPOSITIONS | {"and", "but", "that"}


def without_hearer(text: str, draft: Draft, *, passive: bool) -> Draft:
    """Return the draft without a source that is told, asked, praised: "Baru was asked about".

    "It was underlined to the miners" is not the miners' word.
    """
    source, cue = draft.source, draft.cue
    if source is None or cue is None:
        return draft
    if source.start > cue.start:  # of the cues that end in "to", most are as "according to"
        told = _TO_WHOM.fullmatch(text, cue.start, source.start) is not None
        return replace(draft, source=None, hearer=source) if told else draft
    verb = lemma_of(text, cue)
    if passive:
        hearer = draft.hearer or (source if verb in _TO_HEARER else None)
        agent = _BY.match(text, cue.end, draft.unit.span.end)
        by = None if agent is None else Span(*agent.span("who"))
        return replace(draft, source=by, shared=False, hearer=hearer)
    words = words_of(text, cue)
    if JUDGEMENTS & set(words) and any(base_of(word) in RECEIVING for word in words):
        return replace(draft, source=None, shared=False)
    return draft


def with_hearer(text: str, draft: Draft) -> Draft:
    """Return the draft with who is told as its hearer: "“Go,” Baru shouted back at | the king"."""
    *pieces, last = draft.content
    cue, tokens = draft.cue, draft.unit.tokens
    if cue is None or draft.hearer is not None or draft.kind == "indirect":
        return draft
    if not pieces or pieces[-1].end > cue.start:
        return draft
    low, high = draft.unit.at(last.start), draft.unit.at(last.end)
    told = words_of(text, cue)[-1:] in (["at"], ["to"]) and last.start == cue.end + 1
    if not told or has_finite(tokens, low, high):
        return draft
    return replace(draft, hearer=last, content=tuple(pieces))


def without_opponent(text: str, draft: Draft) -> Draft:
    """Return the draft without a source that only rejects the paper whose words these are.

    "Kesh criticised a report accusing the guild" is not Kesh's accusation.
    """
    if draft.source is None or draft.cue is None or not draft.source.end < draft.cue.start:
        return draft
    opposed = _OPPOSED_PAPER.fullmatch(text, draft.source.end, draft.cue.start) is not None
    gerund = text[slice(*draft.cue)].endswith("ing")
    return replace(draft, source=None, shared=False) if opposed and gerund else draft
