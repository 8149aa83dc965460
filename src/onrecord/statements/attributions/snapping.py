"""Turn what the trained reader found into drafts, with direct words cut at their marks."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from onrecord.records import Attribution, Span, StatementKind
from onrecord.spans import contains, overlaps, trim
from onrecord.statements.chains.quoting import find_quoted
from onrecord.statements.drafts import Draft
from onrecord.statements.grammar.cue_words import entry_of
from onrecord.statements.grammar.tokens import Unit
from onrecord.text import Outline, Quotation, span_at
from onrecord.text.wordclasses import (
    BODY_NOUNS,
    POSSESSIVES,
    TITLES,
    is_communicator,
    is_day_name,
    is_person_noun,
)

_WHOLE = 0.8  # of a quotation that a piece of content has to cover to be that quotation
_NO_SOURCE = frozenset(
    "the a an his her its their our my your of in on and to mr mrs ms dr president there".split()
)
_OWNED = re.compile(r" (?P<noun>[a-z]+)\b")
# "Ida Berg, 52, | and her lawyer | said": the second of those who speak.
_SECOND = re.compile(
    r"(?P<and>,? and)? (?:his|her|their|two|three|several)(?: [\w’'-]+){1,4}"
    r"(?:, [A-Z][\w .’'-]{1,30}(?=,))?(?P<gap>,? )"
)
# "President Berg and", "photographs from": no source ends so.
_LEANING = re.compile(
    r"(?:,? (?:and|or|but|of|the|an?|for|to|with|by|from|as|at|in|his|her|its|their))+$"
)
_REST = re.compile(r"(?P<rest>(?: [\w’'.-]+){1,5}?)(?: (?:\w+ly|also|ha[sd]|have))? ")
_BEFORE_CUE = re.compile(r"(?: [\w-]+){0,3} ")
# "said | in", "wrote | in a", where the rest of the phrase stands outside.
_CUT_CUE = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|adds?|added|wr(?:o|i)tes?|writing|told|tells?|tweeted|posted|announced|"
    r"argued|testified|claimed|insisted|explained|recalled)"
    r"(?P<cut>(?: (?:in|on|at|during|from))?(?: (?:an?|the|his|her|its|their))?)$",
    re.IGNORECASE,
)
# "the mayor | on Friday", "a spokesman | late Monday"
_ON_DAY = re.compile(
    r"(?<!ed)(?<! on),?(?: (?:on|late|early|earlier|last|this))* "
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday)"
    r"(?: (?:morning|afternoon|evening|night))?$"
)
# What a paragraph goes on with behind a break: in small letters, to the end of its sentence.
_BROKEN = re.compile(r"\s*\n\s*(?P<rest>[a-z][^\n“”\"]*?)(?=[.?!](?:\s|$)|\n|$)")
_CLOSES = re.compile(r"[.,;]|,? (?:and|but)\b")  # behind "that" alone
# "Republicans | for seven years"
_FOR_YEARS = re.compile(
    r" (?:for|over|in) (?:the )?(?:last |past |recent )?(?:\w+ ){0,2}"
    r"(?:years|months|weeks|decades)$"
)
# "Berg’s aides, who have", "the mayor, in 2012": what only begins behind a source.
_TRAILING = re.compile(
    r"(?:,? (?:who|which)(?: (?:has|have|had))?|, who \w+ed|, (?:back )?in \d{4})$"
)
# "Kenya’s hard|-won": a word is cut, and goes with what is owned.
_CUT_WORD = re.compile(r"(?<=[’']s)(?: [a-z]+)+$")
_ENDS_IN_RELATIVE = re.compile(r" (?:that|which|whom?)$")
_BEHIND_RELATIVE = re.compile(r"(?:that|which|whom?) (?P<own>(?:the |an? )?(?P<noun>[\w’'-]+))")
_MARK = re.compile(r"[“”\"]")
_WORDS = re.compile(r"\w")
_NEXT_TO = 2  # characters between two parts that go together: "a | “path”"
# "In the | meantime, Berg said": the rest of what leads in.
_LEADING_IN = re.compile(r"(?: [\w’'-]+){1,4}(?=,)")
# Words that are no content alone: "But", "To".
_LEADS = frozenset(
    "and but or so yet for to of in on at by with since rather according meanwhile moreover "
    "his her its their".split()
)
_RELATIVE = re.compile(r"\b(?:who|which|that)\b")
# "In a call to Ida Berg, | Mr Lind | said"
_NEARER = re.compile(
    r", (?P<who>he|she|they|(?:(?:Mr|Mrs|Ms|Dr)\.? )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})"
    r"(?: (?:also|later|\w+ly|ha[sd]|have))? "
)
# "Based on what | the police | told us, | we | confirmed"
_NEAREST = re.compile(r", (?P<who>I|we|he|she|they) (?:(?:also|later|\w+ly|ha[sd]|have) )?$")
# "Vice | President Ida Berg", "A DOD | spokesman": the rest of the title and name.
_REST_OF_NAME = re.compile(
    r"(?: of(?= [A-Z]))?(?: [A-Z][\w’-]*\.?){1,5}(?=[ ,(])|(?P<noun> [a-z]+)(?=[ ,(])"
)
_ADJECTIVE = re.compile(r"(?:an?|the) [a-z-]+", re.IGNORECASE)  # "A combative | Mr. Berg"
_DATE = re.compile(
    r" (?:\w+day|January|February|March|April|May|June|July|August|October|\w+ember)\b"
)
# "Sources | quoted by Norwire | said"
_QUOTED_BY = re.compile(
    r"(?:^|[.;:,“”\"\n]\s*|\b(?:and|but)\s)(?P<who>(?:[\w’'-]+ ){1,5})"
    r"(?:quoted|cited|interviewed|contacted|polled|surveyed) by $"
)
# "shouted “you will be sorry” | before driving away": what the speaker does besides.
_AND_DID = re.compile(r"\s*(?:before|after|while) (?:\w+ly )?\w{2,}ing\b")
_SHORT_REST = 60  # characters
_SENTENCE_END = re.compile(r"[.?!] ")
_NEXT_SPEAKER = 3  # words
_EDGES = " \t\n,;:–—-"


class Snapper:
    """Drafts attributions of one text, whose units are given in reading order."""

    def __init__(self, text: str, outline: Outline, units: Sequence[Unit]) -> None:
        self._text = text
        self._units = units
        self._paragraphs = outline.paragraphs
        self._sentences = outline.sentences
        self._quotations = [each for each in outline.quotations if each.depth == 0]
        self._inner = {
            start: each
            for each in outline.quotations
            if each.depth == 1 and each.closed
            for start in (each.span.start, each.inner.start)
        }

    def draft(self, attribution: Attribution) -> Draft | None:
        """Return the draft of an attribution, `None` where nothing of its content is left."""
        unit = self._unit_at(attribution.cue.start)
        content, kind = self._snap(attribution)
        content = self._over_break(content, attribution)
        if unit is None or not content:
            return None
        spans = [attribution.cue, *([attribution.source] if attribution.source else [])]
        source, hearer = self._source(attribution), attribution.addressee
        quoted = find_quoted(self._text, attribution.cue, content[0], unit.span.end)
        relays: tuple[Span, ...] = ()
        if quoted is not None and source is not None and kind == "direct":
            source, hearer, relays = quoted, None, (source,)
        last = max(span.end for span in spans)
        stops = [unit.span.end, *(piece.start for piece in content if piece.start >= last)]
        return Draft(
            kind=kind,
            content=content,
            unit=unit,
            cue=self._cue(attribution.cue, content),
            source=source,
            hearer=hearer,
            relays=relays,
            entry=entry_of(self._text, attribution.cue),
            frame="quote" if kind == "direct" else _find_frame(self._text, content[0]),
            quoted=self._is_quoted(attribution.cue),
            clause=Span(min(span.start for span in spans), max(last, min(stops))),
            read=attribution,
        )

    def _over_break(self, content: tuple[Span, ...], attribution: Attribution) -> tuple[Span, ...]:
        """Return a content that is but "that" with the sentence behind the break in which it ends.

        Some pages break a paragraph in the middle: "Baru said that\n\nthe port was shut." In "Baru
        disputes that and says" it points at what another said.
        """
        if len(content) != 1 or self._text[slice(*content[0])].lower() != "that":
            return content
        if attribution.act != "claim" and _CLOSES.match(self._text, content[0].end):
            return content
        rest = _BROKEN.match(self._text, content[0].end)
        return () if rest is None else (Span(*rest.span("rest")),)

    def quotes(self, relay: Attribution) -> bool:
        """Return whether a relay is but whom the speaker quotes: "Baru said, quoting | a poet"."""
        behind = relay.source is not None and relay.source.start > relay.cue.start
        return behind and self._text[slice(*relay.cue)].lower() == "quoting"

    def _cue(self, cue: Span, content: Sequence[Span]) -> Span:
        """Return the cue without the first word of a phrase behind it: "said | in | an interview".

        What leads over to the content belongs to the cue: "insisted on".
        """
        cut = _CUT_CUE.search(self._text, *cue)
        if cut is None or any(0 <= piece.start - cue.end <= 1 for piece in content):
            return cue
        return Span(cue.start, cut.start("cut"))

    def _source(self, attribution: Attribution) -> Span | None:
        """Return the source, if it is more than an article or a possessive without its noun.

        A name that ends in "'s" is that of an owner, and so is "his": a person or body behind it
        is the source, and else who owns the cue: "his sudden decision". So it is with a word that
        describes a person: "Norlandic | lawmakers".
        """
        source, cue = attribution.source, attribution.cue
        if source is None:
            return None
        words = self._text[source.start : source.end].lower()
        if words.count("(") < words.count(")"):
            return None  # the end of an aside: "Kenya (May 3) and said"
        owned = _OWNED.match(self._text, source.end)
        cut = self._text[source.start].isupper() and self._is_word(source)
        if (
            owned is not None
            and (cut or words in POSSESSIVES or words.endswith(("'s", "’s")))
            and (owned["noun"] in BODY_NOUNS or is_person_noun(owned["noun"]))
            and not overlaps(cue, Span(*owned.span("noun")))
        ):
            return Span(source.start, owned.end())
        if words in POSSESSIVES and _BEFORE_CUE.fullmatch(self._text, source.end, cue.start):
            return source
        second = _SECOND.fullmatch(self._text, source.end, cue.start)
        if second is not None and (second["and"] or words.endswith(" and")):
            return Span(source.start, second.start("gap"))
        if words in _NO_SOURCE or is_day_name(words):
            return None
        if _ENDS_IN_RELATIVE.search(words) and source.end + 1 < cue.start:
            return None  # "A drone that | Peru | says"
        own = _BEHIND_RELATIVE.fullmatch(self._text, *source)
        if own is not None and (own["noun"][0].isupper() or is_communicator(own["noun"])):
            return Span(own.start("own"), source.end)
        behind = source.end - words.endswith(",")
        nearer = _NEARER.fullmatch(self._text, behind, cue.start)
        nearer = nearer or _NEAREST.search(self._text, behind, cue.start)
        if nearer is not None:
            return Span(*nearer.span("who"))
        return self._whole(self._upright(source, cue), cue)

    def _whole(self, source: Span, cue: Span) -> Span:
        """Return a source with the rest of its name, and without the day that stands behind it.

        "Vice | President Ida Berg"; of "miners quoted by Norwire | said" the miners are the source.
        """
        trailing = _TRAILING.search(self._text, *source)
        if trailing is None and self._text.startswith("-", source.end):
            trailing = _CUT_WORD.search(self._text, *source)
        if trailing is not None and trailing.start() > source.start:
            return Span(source.start, trailing.start())
        day = _ON_DAY.search(self._text, *source) or _FOR_YEARS.search(self._text, *source)
        if day is not None and not _RELATIVE.search(self._text, *source):
            source = Span(source.start, day.start())
        if source.end >= cue.start or self._text[cue.start].isupper():  # a headline
            return source
        asked = _QUOTED_BY.search(self._text, max(0, source.start - 90), source.start)
        if asked is not None:
            return Span(asked.start("who"), source.end)
        last = self._text[source.start : source.end].rpartition(" ")[2]
        rest = _REST_OF_NAME.match(self._text, source.end, cue.start)
        words = self._text[source.start : source.end]
        described = _ADJECTIVE.fullmatch(words) and not is_communicator(last)
        if rest is None or last.endswith(",") or not (last[:1].isupper() or described):
            return source
        if rest[0].startswith(" of ") and last.lower() not in TITLES:
            return source
        if _DATE.match(self._text, source.end):
            return source
        noun = rest["noun"]
        if noun is not None and not is_person_noun(noun.strip()):
            return source
        return Span(source.start, rest.end())

    def _upright(self, source: Span, cue: Span) -> Span:
        """Return a source that ends in the middle of a phrase to its end, or to where it starts.

        "U.N. and | Norlandic officials | said"; what stands right before the cue may be a clause's
        own: "the firm he left with | said".
        """
        leaning = _LEANING.search(self._text, *source)
        if leaning is None or source.end + 1 == cue.start:
            return source
        rest = _REST.fullmatch(self._text, source.end, cue.start)
        return Span(source.start, leaning.start() if rest is None else rest.end("rest"))

    def _snap(self, attribution: Attribution) -> tuple[tuple[Span, ...], StatementKind]:
        """Return the pieces, whole quotations without their marks, and the kind of the content.

        A paraphrase does not leave the paragraph of its cue, nor a part of a sentence that one.
        """
        paragraph = span_at(self._paragraphs, attribution.cue.start)
        found = [
            (part if is_quotation else self._lead_in(part, attribution), is_quotation)
            for piece in attribution.content
            for part, is_quotation in self._snap_piece(self._over_fragments(piece, attribution.cue))
            if is_quotation or (paragraph is not None and contains(paragraph, part))
        ]
        found = list(dict.fromkeys(found))
        whole = [each for each in found if each[1] or not self._is_stray(each[0], attribution.cue)]
        if not whole:  # the reader's only words
            whole = [each for each in found if not self._is_word(each[0])]
        snapped = self._without_leads(self._join(whole))
        if all(is_quotation for _, is_quotation in snapped):
            return tuple(part for part, _ in snapped), "direct"
        plain = tuple(
            self._with_marks(part) if is_quotation else part for part, is_quotation in snapped
        )
        marked = any(
            overlaps(each.span, piece) and not contains(each.inner, piece)
            for piece in plain
            for each in self._near(piece)
        )
        return plain, "mixed" if marked else "indirect"

    def _over_fragments(self, piece: Span, cue: Span) -> Span:
        """Return the quotation of which a piece is but some sentences: who speaks beside it says
        all of it."""
        quotation = self._quotation_at(piece.start)
        if quotation is None or not quotation.closed or overlaps(quotation.span, cue):
            return piece
        inside = piece.start > quotation.inner.start and piece.end <= quotation.span.end
        behind = self._text[quotation.inner.start : piece.start].rstrip()
        return quotation.span if inside and behind.endswith((".", "!", "?")) else piece

    def _lead_in(self, part: Span, attribution: Attribution) -> Span:
        """Return what opens a sentence, to the comma before the speaker: "| In the meantime |"."""
        sentence = span_at(self._sentences, part.start)
        if sentence is None or _WORDS.search(self._text, sentence.start, part.start):
            return part
        spans = (attribution.cue, attribution.source, *attribution.content)
        stop = min((each.start for each in spans if each and each.start >= part.end), default=0)
        rest = _LEADING_IN.match(self._text, part.end, stop)
        return part if rest is None else Span(part.start, rest.end())

    def _without_leads(self, parts: Sequence[tuple[Span, bool]]) -> list[tuple[Span, bool]]:
        """Return the parts without one that only leads over: "| But |, he said, | it was late"."""
        left: list[tuple[Span, bool]] = []
        for number, (part, is_quotation) in enumerate(parts):
            apart = number + 1 < len(parts) and parts[number + 1][0].start - part.end > _NEXT_TO
            word = self._text[part.start : part.end].lower()
            if is_quotation or not apart or word not in _LEADS:
                left.append((part, is_quotation))
        return left

    def _join(self, parts: Sequence[tuple[Span, bool]]) -> list[tuple[Span, bool]]:
        """Return the parts, two of them that nothing but white space stands between as one."""
        joined: list[tuple[Span, bool]] = []
        for part, is_quotation in parts:
            before = joined[-1] if joined else None
            if before is not None and not (before[1] or is_quotation):
                between = self._text[before[0].end : part.start]
                if before[0].end <= part.start and not between.strip():
                    joined[-1] = Span(before[0].start, part.end), False
                    continue
            joined.append((part, is_quotation))
        return joined

    def _is_word(self, part: Span) -> bool:
        return not re.search(r"\s", self._text[part.start : part.end])

    def _is_stray(self, part: Span, cue: Span) -> bool:
        """Return whether a part is torn out of a sentence that the cue does not stand in.

        Words in marks and those beside them may be: "It will be shut. If so, | “we leave”".
        """
        sentence = span_at(self._sentences, part.start)
        if sentence is None or sentence == span_at(self._sentences, cue.start):
            return False
        if self._is_word(part):
            return True
        if _MARK.search(self._text, max(0, part.start - 3), part.end + 3):
            return False
        opens = not _WORDS.search(self._text, sentence.start, part.start)
        closes = not _WORDS.search(self._text, part.end, sentence.end)
        return not (opens and closes)

    def _snap_piece(self, piece: Span) -> Iterator[tuple[Span, bool]]:
        """Yield a piece of content, and whether it is a whole quotation without its marks."""
        piece = trim(self._text, piece, _EDGES)
        if piece.end <= piece.start:
            return
        told = self._inner.get(piece.start)  # "“He said, ‘I will go,’” she testified"
        if told is not None and piece.end <= told.span.end:
            yield trim(self._text, told.inner), True
            return
        quotation = self._quotation_at(piece.start)
        if quotation is not None:
            inner = quotation.inner
            shared = min(piece.end, inner.end) - max(piece.start, inner.start)
            rest = self._text[quotation.span.end : piece.end].strip("., ")
            if shared >= _WHOLE * (inner.end - inner.start) and (
                not rest or _AND_DID.match(self._text, quotation.span.end)
            ):
                words = trim(self._text, inner)
                if words.end > words.start:
                    yield words, True
                return
        yield self._keep_marks(self._to_end(piece)), False

    def _to_end(self, piece: Span) -> Span:
        """Return the piece to its sentence's end, if only who speaks next is told behind it.

        So in "it met at the U.N. | Berg said:".
        """
        sentence = span_at(self._sentences, piece.start)
        if sentence is None or sentence.end >= piece.end:
            return piece
        rest = self._text[sentence.end : piece.end].split()
        return Span(piece.start, sentence.end) if len(rest) <= _NEXT_SPEAKER else piece

    def _keep_marks(self, piece: Span) -> Span:
        """Return the piece with the mark outside it whose other one stands inside.

        Words in marks that it breaks off a little before their end are taken to their end.
        """
        start, end = piece
        first, last = self._quotation_at(start), self._quotation_at(end - 1)
        if first is not None and start == first.inner.start and end >= first.span.end:
            start = first.span.start
        if last is not None and start <= last.span.start and end < last.span.end:
            rest = self._text[end : last.inner.end]
            if len(rest) <= _SHORT_REST and _SENTENCE_END.search(rest) is None:
                end = last.span.end
        return Span(start, end)

    def _unit_at(self, position: int) -> Unit | None:
        at = bisect_right(self._units, position, key=lambda unit: unit.span.start) - 1
        return self._units[at] if at >= 0 else None

    def _quotation_at(self, position: int) -> Quotation | None:
        at = bisect_right(self._quotations, position, key=lambda each: each.span.start) - 1
        if at >= 0 and position < self._quotations[at].span.end:
            return self._quotations[at]
        return None

    def _is_quoted(self, cue: Span) -> bool:
        quotation = self._quotation_at(cue.start)
        return quotation is not None and contains(quotation.inner, cue)

    def _near(self, piece: Span) -> Iterator[Quotation]:
        """Yield the quotations that may share characters with the piece."""
        at = bisect_right(self._quotations, piece.start, key=lambda each: each.span.start) - 1
        for number in range(max(at, 0), len(self._quotations)):
            if self._quotations[number].span.start >= piece.end:
                return
            yield self._quotations[number]

    def _with_marks(self, inner: Span) -> Span:
        quotation = self._quotation_at(inner.start)
        return inner if quotation is None else quotation.span


def _find_frame(text: str, piece: Span) -> str:
    """Return what kind of clause the content is, by its first word."""
    first = text[piece.start : piece.end].split(maxsplit=1)[0].lower().strip("“\"'‘")
    if first in {"that", "to", "against"}:
        return first
    if first in {"whether", "if", "what", "how", "why", "when", "where", "who", "which"}:
        return "question"
    return "clause"
