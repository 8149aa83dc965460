"""Who is told, where the trained reader leaves it out: "asked | the minister, Ida Berg, | to"."""

import re
from dataclasses import replace

from onrecord.records import Span
from onrecord.spans import trim
from onrecord.statements.drafts import Draft

# "him of theft", "her for the delay"
_CHARGED = re.compile(r"(?P<who>him|her|them) (?:of|for)\b")
# "the minister for defence, Ida Berg,": a phrase and the name behind its comma.
_APPOSED = re.compile(
    r"\s*(?:the|an?|its|his|her|their|[A-Z][\w-]+[’']s?)"
    r"(?: (?!(?:that|who|which|to)\b)[\w’'-]+){1,6}, (?:[A-Z][\w.’'-]+ ?){1,4},?\s*"
)
_PRONOUN = re.compile(r"\s*(?:him|her|them)\s*")


def note_hearer(text: str, draft: Draft) -> Draft:
    """Return the draft with who stands between cue and content, or opens what he is charged with.

    Of "asked the envoy to" a later step finds who it is, where the page names the envoy.
    """
    cue, entry = draft.cue, draft.entry
    if cue is None or entry is None or not draft.content:
        return draft
    start, hearer = draft.content[0].start, draft.hearer
    if hearer is not None and not cue.end + 1 < hearer.start < hearer.end <= start:
        return draft
    if "of" in entry.frames or "for" in entry.frames:
        charged = _CHARGED.match(text, start)
        if charged is not None:
            return replace(draft, hearer=Span(*charged.span("who")))
    between = text[cue.end : start]
    told = _APPOSED.fullmatch(between) or _PRONOUN.fullmatch(between)
    if told is None or ("hearer" not in entry.frames and draft.frame != "to"):
        return draft
    return replace(draft, hearer=trim(text, Span(cue.end, start), " ,"))
