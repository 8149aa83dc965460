"""Those who only pass on what others say: "Baru refused, her office said"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.records import Attribution, Span
from onrecord.spans import contains, overlaps
from onrecord.statements.attributions.snapping import Snapper
from onrecord.statements.drafts import Draft
from onrecord.statements.grammar.cue_words import ANNOUNCING, words_of
from onrecord.statements.screening.decided import as_decision
from onrecord.statements.screening.screen import screen_draft

_MOST = 0.4  # of what a relay passes on that is the content of one statement in it
_RELAY_CUE = re.compile(
    r"(?:according to|as reported by|via|per|reported|reports)\b", re.IGNORECASE
)
_SAYS = re.compile(
    r"(?:has |have |had |also |later )*(?:said|says|say|told|tells|added|adds)", re.IGNORECASE
)
# Who takes a stand on another's words does not pass them on: "a claim Baru denied".
_TAKES_A_STAND = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|disput|reject|contest|question|refut|rebut|dismiss|challeng|"
    r"criticis|criticiz|condemn|mock|echo|support|endors|welcom|prais)",
    re.IGNORECASE,
)
_FOR_OTHERS = re.compile(
    r"spokes|\b(?:office|campaign|presidency|palace|kremlin|white house|aide|aides|"
    r"adviser|advisor|lawyer|lawyers|envoy|agency|news|press|media|television|radio|statement|"
    r"transcript|report|reports|officials?|sources?|diplomats?)\b|"
    r"(?-i:\b[A-Z]{2,}\b)",
    re.IGNORECASE,
)
_IN_CLAUSE = re.compile(r"\w+ \w+ (?:after|because|when|while|although|though|since|before|if) $")
_MARK = 1  # character that a quotation starts later without its mark


def passes_on(text: str, attribution: Attribution, others: Sequence[Attribution]) -> bool:
    """Return whether the attribution only passes a statement of somebody else's on.

    "Baru refused to sail, according to his spokesman" is Baru's where the reader found him too.
    """
    if attribution.relay:
        return not _speaks(text, attribution)
    if not _RELAY_CUE.match(text, *attribution.cue):
        return False
    size = _size(attribution.content)
    return any(
        other is not attribution
        and not other.relay
        and other.stance == "said"
        and _is_inside(attribution, other.cue, other.content)
        and not _is_beside(text, attribution, other)
        and _size(other.content) > _MOST * size
        for other in others
    )


def _is_beside(text: str, relay: Attribution, other: Attribution) -> bool:
    """Return whether the other one is only told of in a clause of what the relay tells.

    In "According to Baru, it left after | Lund | promised to pay" Baru tells that it left.
    """
    start = other.cue.start if other.source is None else min(other.source.start, other.cue.start)
    piece = next((each for each in relay.content if each.start < start < each.end), None)
    return piece is not None and _IN_CLAUSE.search(text, piece.start, start) is not None


def _is_inside(relay: Attribution, cue: Span, content: Sequence[Span]) -> bool:
    """Return whether the relay's content has the cue in it, or only the last words of `content`.

    "He said the port was shut for good, the agency reported": it passes on the whole.
    """
    if any(contains(piece, cue) for piece in relay.content):
        return True
    last, own = relay.content[-1], content[-1]
    behind = cue.end <= last.start and own.start < last.start and last.end <= relay.cue.start
    return behind and abs(own.end - last.end) <= 1


def _is_read_out(relay: Attribution, draft: Draft) -> bool:
    """Return whether what the relay passes on are direct words of a later sentence with a cue.

    "Baru read out a letter. “I am well,” his wife wrote".
    """
    content, words = relay.content[0], draft.content[0]
    later = draft.unit.span.start > relay.cue.end and draft.kind == "direct"
    return later and len(relay.content) == 1 and abs(content.start - words.start) <= _MARK


def _speaks(text: str, attribution: Attribution) -> bool:
    """Return whether somebody says so: a plain verb of saying, and no one who speaks for others.

    Who denies or welcomes what another says speaks too.
    """
    if _TAKES_A_STAND.search(text, *attribution.cue):
        return True
    if attribution.source is None or not _SAYS.fullmatch(text, *attribution.cue):
        return False
    return _FOR_OTHERS.search(text, *attribution.source) is None


def _size(content: Sequence[Span]) -> int:
    return sum(piece.end - piece.start for piece in content)


def _is_said(text: str, draft: Draft, relay: Attribution) -> bool:
    """Return whether it is words that a relay passes on: none in "Baru wants a vote, they said".

    Who does something "through a spokesman" has not let him speak. Nor is "Oslo has ordered ships,
    they said" anything but what they said.
    """
    if screen_draft(text, draft) is None:
        return False
    speaks = any(word in ANNOUNCING for word in words_of(text, relay.cue))
    read = as_decision(text, draft).read if speaks else draft.read
    return read is None or read.stance == "said"


def pass_on(
    text: str, snapper: Snapper, drafts: Sequence[Draft], relays: Sequence[Attribution]
) -> list[Draft]:
    """Return the drafts with those who pass them on, and relays that pass on no other's words."""
    found = list(drafts)
    for relay in relays:
        same = [draft for draft in found if shares(draft.cue, relay.cue)]
        inside = [
            number
            for number, draft in enumerate(found)
            if draft.cue is not None
            # "Lund said that Berg had been told of it": nobody’s words that Lund passes on.
            and (draft.source is not None or draft.kind == "direct")
            and _is_said(text, draft, relay)
            and (
                _is_inside(relay, draft.cue, draft.content)
                or (not shares(draft.cue, relay.cue) and _is_read_out(relay, draft))
            )
        ]
        if not inside:
            if not same and (draft := snapper.draft(relay)) is not None:
                found.append(draft)
            continue
        for number in inside:
            draft = found[number]
            if relay.source is None or relay.source in {draft.source, *draft.relays}:
                continue
            told = any(draft.cue and contains(piece, draft.cue) for piece in relay.content)
            if draft.source is not None and snapper.quotes(relay) and not told:
                found[number] = replace(
                    draft, source=relay.source, relays=(*draft.relays, draft.source)
                )
            else:
                found[number] = replace(draft, relays=(*draft.relays, relay.source))
        found = [draft for draft in found if draft.kind == "direct" or draft not in same]
    return found


def shares(a: Span | None, b: Span) -> bool:
    """Return whether the cue of a draft, if it has one, shares characters with another."""
    return a is not None and overlaps(a, b)
