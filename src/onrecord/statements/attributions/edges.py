"""Mend where contents that the trained reader found start and end, by the grammar of the words."""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import replace

from onrecord.records import Actor, Span
from onrecord.spans import contains, overlaps
from onrecord.statements.attributions.unfinished import cut, finish
from onrecord.statements.drafts import Draft
from onrecord.statements.grammar.shapes import Tokens, has_finite, is_finite
from onrecord.text.wordclasses import (
    DETERMINERS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    is_adverb,
)

_TURN = re.compile(
    r",?\s+(?P<word>and|but|or|then)\s+(?:(?:also|later|then|again|has|had|have)\s+)*"
    r"(?:(?:in|on|at|during)\s(?:[\w’'-]+\s){1,4})?$",
    re.IGNORECASE,
)
_IN_BETWEEN = re.compile(
    r", (?:amid|after|before|despite|during|in|on|at|with)\b[^,;:.“”\"\n]{1,60}(?=, (?:and|but) $)"
)
_NEXT = re.compile(r",\s+(?:but|while|and)(?:\s+\w+){0,2}\s*$")


def mend_edges(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with whole contents, and those of one source parted at "and" or "but"."""
    starts = {draft.source.start for draft in drafts if draft.source is not None}
    opened = (
        _without_stray_mark(text, _before_participle(text, _open(text, draft))) for draft in drafts
    )
    stopped = (_leave_second_verb(text, _stop(text, draft, starts)) for draft in opened)
    whole = [finish(text, draft, starts) for draft in stopped]
    return _share(text, _part(text, whole))


def keep_names_whole(text: str, drafts: Sequence[Draft], actors: Sequence[Actor]) -> list[Draft]:
    """Return the drafts with no content that ends inside a name: "over | Roy | Berg".

    What stands between quotation marks ends there.
    """
    names = sorted(
        span
        for actor in actors
        if actor.kind in {"person", "organisation"}
        for span in actor.mentions
        if text[span.start].isupper() and text[span.end - 1 : span.end].isalpha()
    )

    def whole(piece: Span, taken: Sequence[Span]) -> Span:
        at = bisect_left(names, Span(piece.end, 0)) - 1
        if at < 0 or not piece.start < names[at].start < piece.end < names[at].end:
            return piece
        longer = Span(piece.start, names[at].end)
        return piece if any(overlaps(longer, span) for span in taken) else longer

    found = []
    for draft in drafts:
        taken = [span for span in (draft.cue, draft.source) if span is not None]
        content = draft.content
        if draft.kind != "direct":
            content = tuple(whole(piece, taken) for piece in content)
        found.append(draft if content == draft.content else replace(draft, content=content))
    return found


# "After talks with Ida Berg, | the foreign minister |, the envoy said"
_FRONT = re.compile(
    r"(?:In|At|On|During|After|Before|Following|Since|With|Speaking|Talking)\b[^,;:“”\"]*, "
)
_SUBJECT = re.compile(r", (?P<who>(?:the|an?|its|his|her|their) (?:[\w’'-]+ ){0,3}[\w’'-]+) ")


def leave_apposition(text: str, draft: Draft) -> Draft:
    """Return the draft with the subject for its source, and not what somebody in front is."""
    source, cue = draft.source, draft.cue
    if source is None or cue is None or source.end >= cue.start:
        return draft
    subject = _SUBJECT.fullmatch(text, source.end, cue.start)
    if subject is None or not _FRONT.fullmatch(text, draft.unit.span.start, source.start):
        return draft
    return replace(draft, source=Span(*subject.span("who")))


def _share(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Give a second verb the source of the first: "Baru said A, but | warned against B".

    Of a statement and one inside it that both end there it is the outer one, unless only the
    inner verb has the tense of the second: "it shows that Baru refused, and | left".
    """
    shared: list[Draft] = []
    unit: list[Draft] = []
    for draft in drafts:
        if unit and unit[-1].unit is not draft.unit:
            unit = []
        if draft.read is not None and (draft.source is None or draft.shared):
            firsts = [each for each in unit if _goes_on(text, each, draft)]
            if firsts:
                present = _is_present(text, draft)
                same = (each for each in firsts if _is_present(text, each) is present)
                first = next(same, firsts[0])
                draft = replace(draft, source=first.source, shared=True)
        shared.append(draft)
        unit.append(draft)
    return shared


def _is_present(text: str, draft: Draft) -> bool:
    """Return whether the first verb of a cue ends in an "s", as one of the present does."""
    words = [] if draft.cue is None else text[slice(*draft.cue)].split()
    return bool(words) and words[0].endswith("s")


def _goes_on(text: str, first: Draft, second: Draft) -> bool:
    """Return whether the second cue is another verb of the first one's subject."""
    if first.source is None or first.cue is None or second.cue is None:
        return False
    if first.source.start > first.cue.start or second.cue.start > second.content[0].start:
        return False
    end = max(first.cue.end, *(piece.end for piece in first.content))
    if text[end : second.cue.start] in {", ", "; "} and _is_headline(text, first.unit.span):
        return _is_present(text, first) and _is_present(text, second)
    return _TURN.fullmatch(_IN_BETWEEN.sub("", text[end : second.cue.start])) is not None


def _is_headline(text: str, sentence: Span) -> bool:
    """Return whether a sentence is all of its line, and no stop ends it."""
    opens = text[max(0, sentence.start - 1) : sentence.start] in {"", "\n"}
    return opens and _LINE_ENDS.match(text, sentence.end - 1) is not None


_LINE_ENDS = re.compile(r"[^.?!][”’\"']?(?:\n|$)")


def _open(text: str, draft: Draft) -> Draft:
    """Return the draft with the noun whose article was read: "a | charge | Chad rejected"."""
    first, *rest = draft.content
    source = draft.source
    if source is None or first.end >= source.start or text[slice(*first)].lower() not in _ARTICLES:
        return draft
    noun = _NOUN.fullmatch(text, first.end, source.start)
    if noun is None:
        return draft
    left = [piece for piece in rest if piece.start > source.start]
    return replace(draft, content=(Span(first.start, noun.end(1)), *left))


def _before_participle(text: str, draft: Draft) -> Draft:
    """Return the draft without a participle that it ends in and more follows: "it, | referring | to
    him"."""
    *pieces, last = draft.content
    participle = _PARTICIPLE.search(text, *last)
    if draft.read is None or draft.kind == "direct" or participle is None:
        return draft
    if not text[last.end : last.end + 1].isspace() or participle.start() <= last.start:
        return draft
    return replace(draft, content=(*pieces, Span(last.start, participle.start())))


def _without_stray_mark(text: str, draft: Draft) -> Draft:
    """Return the draft without a closing mark at its end that no mark in it opens."""
    *pieces, last = draft.content
    words = text[slice(*last)]
    if draft.kind == "direct" or draft.read is None or words[-1:] not in {"”", '"'}:
        return draft
    opened = "“" in words or words.count('"') > 1 or last.end - last.start < _SHORTEST
    return draft if opened else replace(draft, content=(*pieces, Span(last.start, last.end - 1)))


_SHORTEST = 2  # characters
_PARTICIPLE = re.compile(r"(?:,|(?<=,[”\"])) [a-z]+ing$")
_ARTICLES = frozenset("a an the".split())
_NOUN = re.compile(r"((?: (?!that |which )[a-z-]+){1,3}) (?:that |which )?")


def _stop(text: str, draft: Draft, starts: Collection[int]) -> Draft:
    """Return the draft without the first words of the next source's clause: ", but Oslo"."""
    if draft.read is None or draft.kind == "direct" or not draft.content:
        return draft
    *pieces, last = draft.content
    match = _NEXT.search(text, last.start, last.end)
    if match is None or match.start() == last.start:
        return draft
    if not any(at in starts for at in range(match.start(), last.end + 3)):
        return draft
    return replace(draft, content=(*pieces, Span(last.start, match.start())))


def _leave_second_verb(text: str, draft: Draft) -> Draft:
    """Return the draft without what its subject does besides: "denied the charges | and would go".

    A bare object and an infinitive have no finite verb of their own behind which "and" goes on.
    """
    first, tokens = draft.content[0], draft.unit.tokens
    if draft.read is None or draft.kind != "indirect" or draft.cue is None or draft.quoted:
        return draft
    if draft.source is None or not draft.source.end <= draft.cue.start <= first.start:
        return draft
    low, high = draft.unit.at(first.start), draft.unit.at(first.end)
    thing = draft.entry is not None and "object" in draft.entry.frames
    if low == len(tokens):
        return draft  # it stands inside a quotation, which is one token
    if tokens[low].lower != "to" and not (thing and tokens[low].lower in DETERMINERS):
        return draft
    joint = next((at for at in range(low, high) if _is_verb(tokens, at)), low)
    between = {token.lower for token in tokens[low:joint]}
    while joint > low and is_adverb(tokens[joint - 1].lower) and tokens[joint - 1].text.islower():
        joint -= 1
    if joint - 1 <= low or tokens[joint - 1].lower not in {"and", "but"}:
        return draft
    if between & (RELATIVES | SUBJECT_PRONOUNS | {"that", "whether", "if"}):
        return draft
    before = cut(text, first, tokens[joint - 1].start)
    return replace(draft, content=(before,))


def _is_verb(tokens: Tokens, at: int) -> bool:
    """Return whether a finite verb stands at `at`, and no participle: "and wounded | soldiers"."""
    word = tokens[at].lower
    if not is_finite(tokens, at) or not word.endswith("ed"):
        return has_finite(tokens, at, at + 1)
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return tokens[at - 1].lower not in {"and", "but"} or after in DETERMINERS | {"to", "that"}


def _part(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Part "said A, but warned against B": each has its own content, and both one source.

    Of a verb without a source of its own only ", but" tells whose it is: the speaker's.
    """
    mended = list(drafts)
    by_unit: dict[Span, list[int]] = {}
    for number, draft in enumerate(mended):
        by_unit.setdefault(draft.unit.span, []).append(number)
    for numbers in by_unit.values():
        for outer in numbers:
            for inner in numbers:
                if inner != outer and mended[outer].kind != "direct":
                    _part_two(text, mended, outer, inner)
    return mended


def _part_two(text: str, drafts: list[Draft], outer: int, inner: int) -> None:
    around, within = drafts[outer], drafts[inner]
    if around.source is None or around.cue is None or within.cue is None:
        return
    if around.cue.end > within.cue.start or around.source.start > around.cue.start:
        return
    cue = within.cue
    for number, piece in enumerate(around.content):
        if not contains(piece, cue):
            continue
        same = within.source is not None and overlaps(within.source, around.source)
        if number and same and piece.start == cue.start:  # "said A and | said B": that is the next
            left = (*around.content[:number], *around.content[number + 1 :])
            drafts[outer] = replace(around, content=left)
            return
        match = _TURN.search(text[piece.start : cue.start])
        if match is None or match.start() == 0:
            return
        if within.source is None:
            if match["word"].lower() != "but" or not match[0].startswith(","):
                return
        elif not overlaps(within.source, around.source):
            return
        cut = Span(piece.start, piece.start + match.start())
        drafts[outer] = replace(around, content=(*around.content[:number], cut))
        shared = replace(within, source=around.source, shared=True)
        drafts[inner] = shared
        return
