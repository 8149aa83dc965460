"""Join what the trained reader found with what the rules of quotation marks found.

Marks decide where direct speech starts and ends, so its words are exact by construction; the
reader decides everything else: paraphrases, who goes with them, who is told, who passes it on.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.records import Attribution, Span
from onrecord.spans import contains, overlaps, trim
from onrecord.statements.attributions.own_cues import leave_to_own_cues
from onrecord.statements.attributions.passing_on import pass_on, passes_on, shares
from onrecord.statements.attributions.quoted_by import credit_quoted
from onrecord.statements.attributions.snapping import Snapper
from onrecord.statements.certainty import is_credible
from onrecord.statements.drafts import Draft
from onrecord.statements.grammar.tokens import Unit
from onrecord.statements.rules.nominal import is_announced_by
from onrecord.statements.screening.asserting import is_asserted, is_on_behalf
from onrecord.text import Outline

_EDGE = re.compile(r"[\s.,;”\"’']*")
# "offered this advice to the young: “...”" says nothing beside the quotation.
_ANNOUNCES = re.compile(r"(?:this|these|the following|the same)\b", re.IGNORECASE)
_COLON = re.compile(r"\s*:")
_ACCORDING = re.compile(r"according to", re.IGNORECASE)
_LEADS_ON = re.compile(r"[:,]?\s*[“\"‘']")
# A word that a noun phrase goes on with: "the Republican | hopeful".
_BROKEN_OFF = re.compile(r"[-\w]|\s+(?!(?:who|whose|which|that|when|where|in|at|on|of|for)\b)\w")
_MARK = 1  # character that a quotation starts later without its mark
_FEWEST = 2  # words of a paraphrase before a quotation
_LONGEST = 60  # characters of a cue; two that overlap do not start farther apart


def merge_attributions(
    text: str,
    outline: Outline,
    units: Sequence[Unit],
    drafts: Sequence[Draft],
    attributions: Sequence[Attribution],
) -> list[Draft]:
    """Return the drafts of both, in reading order.

    `drafts` are those of the rules. Of theirs, direct speech is kept, with what the reader says of
    it; a paraphrase is kept where the reader has its cue too, with the reader's words.
    """
    attributions = list(_close_chains(text, list(credit_quoted(text, units, attributions))))
    snapper = Snapper(text, outline, units)
    rules = _Rules(text, drafts)
    relays: list[Attribution] = []
    found: list[Draft] = []
    for attribution in attributions:
        if is_on_behalf(text, attribution):
            continue
        if passes_on(text, attribution, attributions):
            relays.append(_within_sentence(attribution, units))
            continue
        rules.leave_to(attribution, attributions)
        attribution = rules.part(attribution)
        if is_asserted(text, attribution) and not rules.complete(attribution):
            draft = snapper.draft(attribution)
            if draft is None:
                continue
            if is_credible(draft) or is_announced_by(text, draft) or rules.confirm(draft):
                draft = rules.give_way(draft)
                found += [] if draft is None else [draft]
    joined = leave_to_own_cues(pass_on(text, snapper, [*rules.direct(), *found], relays))
    return sorted(joined, key=lambda draft: draft.start)


def _close_chains(text: str, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield the attributions, what ends "Baru reported, according to Norwire" put right.

    Baru says so, and Norwire passes it on.
    """
    tags = {each.cue.start: each for each in attributions if _ACCORDING.fullmatch(text, *each.cue)}
    passed: dict[int, Span] = {}
    closed: list[Attribution] = []
    for each in attributions:
        tag = tags.get(each.cue.end + len(", "))
        source, told = each.source, each.content[0]
        if tag is None or source is None or not told.end <= source.start < each.cue.start:
            closed.append(each)
            continue
        passed[tag.cue.start] = Span(told.start, each.cue.end)
        said = tuple(piece for piece in each.content if piece.end <= source.start)
        closed.append(replace(each, relay=False, content=said))
    for each in closed:
        whole = passed.get(each.cue.start)
        yield each if whole is None else replace(each, relay=True, content=(whole,))


class _Rules:
    """The drafts of the rules, which the reader's take up or displace one by one."""

    def __init__(self, text: str, drafts: Sequence[Draft]) -> None:
        self._text = text
        self._drafts = dict(enumerate(drafts))
        self._cues: dict[int, list[int]] = defaultdict(list)  # by where they start, roughly
        for number, draft in self._drafts.items():
            if draft.cue is not None:
                self._cues[draft.cue.start // _LONGEST].append(number)
        self._words = sorted(
            (piece, number)
            for number, draft in self._drafts.items()
            if draft.kind == "direct"
            for piece in draft.content
            if draft.frame not in {"turn", "apart"}
        )
        self._parted: set[int] = set()  # direct speech behind a paraphrase of the same cue
        self._labels = {
            draft.source for draft in self._drafts.values() if draft.frame == "turn"
        } - {None}

    def direct(self) -> Iterator[Draft]:
        """Yield the direct speech that is left."""
        return (draft for draft in self._drafts.values() if draft.kind == "direct")

    def part(self, attribution: Attribution) -> Attribution:
        """Return what the reader found without the direct speech that a colon parts from it.

        "Said that they were poor: “Pay us.”" is a paraphrase and a quotation. Where no colon
        stands between ("urged them to hurry, “or else”") the quotation is given up for the whole.
        """
        for number in self._with_cue(attribution.cue):
            draft = self._drafts[number]
            if draft.kind != "direct" or len(draft.content) != 1:
                continue
            for at, piece in enumerate(attribution.content):
                told = _before_quotation(self._text, piece, draft.content[0])
                if told is None or _ANNOUNCES.match(self._text, told.start, told.end):
                    continue
                if draft.source is not None and contains(told, draft.source):
                    continue  # "quoted | the poet Ida Berg |: “...”"
                if not _COLON.match(self._text, told.end):
                    del self._drafts[number]
                    return attribution
                if told.end < draft.content[0].end < attribution.cue.start:
                    # "It rained: “We are wet,” Baru said": the writer leads up to it
                    return replace(attribution, content=draft.content)
                self._parted.add(number)
                behind = _behind_quotation(self._text, piece, draft.content[0])
                parts = (told,) if behind is None else (told, behind)
                pieces = (*attribution.content[:at], *parts, *attribution.content[at + 1 :])
                return replace(attribution, content=pieces)
        return attribution

    def leave_to(self, attribution: Attribution, others: Sequence[Attribution]) -> None:
        """Give up direct speech of the same cue that the reader has for what another one told.

        Of "Baru testified that it was late and that he heard Lund say: “Go”" Baru only tells.
        """
        for number in self._with_cue(attribution.cue):
            draft = self._drafts[number]
            if draft.kind != "direct" or _holds_any(attribution, draft):
                continue
            start = draft.content[0].start
            between = (each for each in others if attribution.cue.end < each.cue.start < start)
            if any(_holds_any(each, draft) for each in between):
                del self._drafts[number]

    def complete(self, attribution: Attribution) -> bool:
        """Give direct speech of the same cue what the reader says of it; tell whether there was.

        A turn of a transcript is whole already.
        """
        if attribution.source in self._labels and _is_colon(self._text, attribution.cue):
            return True
        direct = [
            number
            for number in self._with_cue(attribution.cue)
            if self._drafts[number].kind == "direct"
        ]
        for number in direct:
            draft = self._drafts[number]
            self._drafts[number] = replace(
                draft,
                source=_pick_source(self._text, draft, attribution),
                hearer=draft.hearer or attribution.addressee,
                read=attribution,
            )
        return bool(direct) and not self._parted & set(direct)

    def confirm(self, draft: Draft) -> bool:
        """Return whether the rules found a clause with "that" behind the same cue and source.

        The reader is not always sure of what stands between: "Baru, whom some call “a saint,” said
        on his own site that".
        """
        if draft.cue is None or draft.source is None or draft.frame != "that":
            return False
        return any(
            rule.frame == "that" and rule.source is not None and overlaps(rule.source, draft.source)
            for rule in map(self._drafts.__getitem__, self._with_cue(draft.cue))
        )

    def give_way(self, draft: Draft) -> Draft | None:
        """Return the reader's draft with what the rules know of its cue, and drop theirs.

        Words in marks that have a cue of their own belong to that: then it is `None`.
        """
        for number in self._with_words(draft):
            rule = self._drafts[number]
            if rule.cue is not None and any(contains(piece, rule.cue) for piece in draft.content):
                continue  # a quotation that is told in the content: “A said B had told her, “No””
            if rule.cue is not None and not self._announces(draft, rule):
                return None
            before = _before_sentence(self._text, draft, rule)
            if before is not None:
                draft = before
                continue
            del self._drafts[number]
        assert draft.cue is not None
        for number in self._with_cue(draft.cue):
            if number in self._parted:
                continue
            rule = self._drafts.pop(number)
            draft = replace(
                draft,
                source=draft.source or rule.source,
                hearer=draft.hearer or rule.hearer,
                entry=rule.entry,
                frame=rule.frame,
                shared=rule.shared and draft.source in {None, rule.source},
                quoted=rule.quoted or draft.quoted,
                relays=rule.relays,
                clause=rule.clause or draft.clause,
            )
        return draft

    def _announces(self, draft: Draft, rule: Draft) -> bool:
        """Return whether the reader's cue stands between that of the rules and the quotation.

        "Baru demanded an apology from the port, which replied: “No”".
        """
        if draft.cue is None or rule.cue is None or draft.cue.start <= rule.cue.end:
            return False
        between = self._text[draft.cue.end : rule.content[0].start]
        return _LEADS_ON.fullmatch(between) is not None

    def _with_cue(self, cue: Span) -> list[int]:
        """Return the drafts whose cue shares characters with `cue`."""
        bucket = cue.start // _LONGEST
        return [
            number
            for near in (bucket - 1, bucket, bucket + 1)
            for number in self._cues[near]
            if number in self._drafts and shares(self._drafts[number].cue, cue)
        ]

    def _with_words(self, draft: Draft) -> list[int]:
        """Return the direct speech that the draft's words are part of, or that is part of them."""
        if draft.kind == "indirect":
            return []
        found: dict[int, None] = {}
        for piece in draft.content:
            at = max(bisect_right(self._words, piece.start, key=lambda each: each[0].start) - 1, 0)
            while at < len(self._words) and self._words[at][0].start < piece.end:
                words, number = self._words[at]
                at += 1
                if (
                    number in self._drafts
                    and overlaps(words, piece)
                    and (draft.cue is None or not contains(words, draft.cue))
                ):
                    found[number] = None
        return list(found)


def _within_sentence(relay: Attribution, units: Sequence[Unit]) -> Attribution:
    """Return a relay without what it is read to pass on of other sentences than its own, if it has
    words of its own: "Baru called for calm. | Through an aide | she offered to help"."""
    at = bisect_right(units, relay.cue.start, key=lambda unit: unit.span.start) - 1
    span = units[max(at, 0)].span
    own = tuple(piece for piece in relay.content if span.start <= piece.start < span.end)
    return replace(relay, content=own) if own else relay


def _holds_any(attribution: Attribution, draft: Draft) -> bool:
    """Return whether a piece of the reader's content has words of the draft's."""
    return any(overlaps(piece, words) for piece in attribution.content for words in draft.content)


def _pick_source(text: str, draft: Draft, attribution: Attribution) -> Span | None:
    """Return whose the direct speech is: of two readings of one source the trained reader's.

    It takes in what stands behind a name ("an envoy of the bloc, who had been there") and leaves
    out what is none of it ("In an interview Baru said"). Where the two name different sources the
    rules are right, but for a second verb, whose subject stands far off: "Baru left, telling ...".
    """
    rule, read = draft.source, attribution.source
    if rule is None or read is None:
        return rule or read
    if not overlaps(rule, read):
        return read if _is_second_verb(text, attribution.cue) else rule
    read = trim(text, read, " \n\t,")
    if read.end < rule.end and _BROKEN_OFF.match(text, read.end):
        return rule
    return read


def _is_second_verb(text: str, cue: Span) -> bool:
    """Return whether the cue is a participle, or the second of two verbs: "laughed and said"."""
    before = text[max(0, cue.start - 8) : cue.start].rstrip()
    words = text[cue.start : cue.end].split()
    return before.endswith((" and", " or", " but")) or words[0].endswith("ing")


def _before_sentence(text: str, draft: Draft, quotation: Draft) -> Draft | None:
    """Return the draft without a quotation of a later sentence, where it is only mixed with it."""
    start = quotation.content[0].start
    if draft.kind != "mixed" or quotation.unit.span.start < draft.unit.span.end:
        return None
    pieces = [
        trim(text, Span(piece.start, min(piece.end, start)), " \n\t“\"‘'")
        for piece in draft.content
        if piece.start < start
    ]
    pieces = [piece for piece in pieces if piece.start < piece.end]
    return replace(draft, content=tuple(pieces)) if pieces else None


def _before_quotation(text: str, piece: Span, quoted: Span) -> Span | None:
    """Return the words of a piece before the quotation in it, where they are of its sentence."""
    if not contains(piece, quoted):
        return None
    before = text[piece.start : quoted.start].rstrip(" ,:“\"‘'")
    if len(before.split()) < _FEWEST or re.search(r"[.?!”\"]\s", before + " "):
        return None
    return Span(piece.start, piece.start + len(before))


def _behind_quotation(text: str, piece: Span, quoted: Span) -> Span | None:
    """Return the words of a piece behind the quotation in it, if they are more than one."""
    edge = _EDGE.match(text, quoted.end, piece.end)
    start = quoted.end if edge is None else edge.end()
    return Span(start, piece.end) if len(text[start : piece.end].split()) >= _FEWEST else None


def _is_colon(text: str, cue: Span) -> bool:
    return text[cue.start : cue.end].strip() == ":"
