"""Mend where contents that the trained reader found start and end, by the grammar of the words."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from onrecord.records import Span
from onrecord.spans import contains, overlaps
from onrecord.statements.drafts import Draft
from onrecord.statements.grammar.shapes import Tokens, has_finite, is_finite, is_noun
from onrecord.statements.grammar.tokens import ABBREVIATIONS, Token, Unit
from onrecord.text.wordclasses import (
    AUXILIARIES,
    COORDINATORS,
    DAY_WORDS,
    DETERMINERS,
    MODALS,
    MONTHS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    is_adverb,
    is_possessive,
)

# No clause ends in one of these words, but for what may stand alone: "that", "more".
_LEANING = (
    POSSESSIVES
    | frozenset("the a an every".split())
    | (PREPOSITIONS - frozenset("in on by over about around before after since across".split()))
    | frozenset("would could will".split())
    | (COORDINATORS - {"so", "yet"})
    | frozenset("he she they we i such".split())
    | frozenset("is are was were".split())
)
_CUT_OFF = frozenset("which who whose while than has have had been because although".split())
_JOINING = frozenset("after before since when while".split())  # a clause to a quotation
# Of these, some end a sentence: "as it once was", "what he would".
_ENDING = MODALS | AUXILIARIES | {"that"}
# "An international | effort": what ends so tells of a noun behind it, if one is there.
_TELLING = re.compile(r"[a-z-]{3,}(?:al|ic|ive|ous|ary|able|ible|ful|less|ian|ese)|\d+-year-old")
_GOING_ON = frozenset("the a an of his her its their than".split())
_BEFORE_TIMES = frozenset("on in at by since until before after last this next late early".split())
_TIMES = frozenset("morning afternoon evening night noon week month year weekend".split())
_STOPS = frozenset(", ; : — – ( )".split())
_TURN = re.compile(
    r",?\s+(?P<word>and|but|or|then)\s+(?:(?:also|later|then|again|has|had|have)\s+)*"
    r"(?:(?:in|on|at|during)\s(?:[\w’'-]+\s){1,4})?$",
    re.IGNORECASE,
)
_IN_BETWEEN = re.compile(
    r", (?:amid|after|before|despite|during|in|on|at|with)\b[^,;:.“”\"\n]{1,60}(?=, (?:and|but) $)"
)
_NEXT = re.compile(r",\s+(?:but|while|and)(?:\s+\w+){0,2}\s*$")
_MOST = 40  # tokens that an end is moved over


def mend_edges(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with whole contents, and those of one source parted at "and" or "but"."""
    starts = {draft.source.start for draft in drafts if draft.source is not None}
    opened = (
        _without_stray_mark(text, _before_participle(text, _open(text, draft))) for draft in drafts
    )
    stopped = (_leave_second_verb(text, _stop(text, draft, starts)) for draft in opened)
    whole = [_finish(text, draft, starts) for draft in stopped]
    return _share(text, _part(text, whole))


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
    cut = _cut(text, first, tokens[joint - 1].start)
    return replace(draft, content=(cut,))


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


def _finish(text: str, draft: Draft, starts: Collection[int]) -> Draft:
    """Return the draft whose last words no longer end in the middle of a phrase: "the results of".

    They go on to the next stop of the clause, or back where source or cue come next, as a relative
    pronoun does: "a charge | that Kenya denies". `starts` are the places of all sources.
    """
    if draft.read is None or draft.kind == "direct" or not draft.content:
        return draft
    *pieces, last = draft.content
    tokens = draft.unit.tokens
    behind = draft.unit.at(last.end)
    at = behind - 1
    if at < 0 or tokens[at].start < last.start:
        return draft
    if tokens[at].quotation is None and tokens[at].end - last.end > 1:  # "left the U|.S. in May"
        last = Span(last.start, tokens[at].end)
        draft = replace(draft, content=(*pieces, last))
    before = draft.cue is not None and last.end <= draft.cue.start
    if before and tokens[at].lower in {"that", "which"} and tokens[at].start > last.start:
        return replace(draft, content=(*pieces, _cut(text, last, tokens[at].start)))
    if _only_leads_on(tokens, at) and tokens[at].start > last.start:
        return replace(draft, content=(*pieces, _cut(text, last, tokens[at].start)))
    whose = tokens[at].lower in {"his", "her"}
    if whose and (behind == len(tokens) or not tokens[behind].is_word):
        return draft  # "that the voice is his", "the bells would ring for her, Baru said"
    if behind == len(tokens) or tokens[behind].text in {".", "?", "!"}:
        return draft  # "that winter was near"
    if (
        _is_governed(text, draft)
        and tokens[at].lower in MODALS
        and has_finite(tokens, draft.unit.at(last.start), at)
    ):
        return replace(draft, content=(*pieces, _cut(text, last, tokens[at].start)))
    if _is_last_noun(tokens, behind, starts):
        return replace(draft, content=(*pieces, Span(last.start, tokens[behind].end)))
    if tokens[at].lower in _BEFORE_TIMES and _is_time(tokens[behind]):
        mended = _mend_time(text, draft.unit, last, behind)
        return replace(draft, content=(*pieces, mended)) if mended.end > mended.start else draft
    if not (
        _leans(tokens, at) or _breaks_off(tokens, at, starts) or _runs_on(tokens, behind, starts)
    ):
        return draft
    own = [span for span in (draft.cue, draft.source) if span is not None]
    end = behind
    while (
        end < len(tokens)
        and end - behind < _MOST
        and tokens[end].text not in _STOPS
        and tokens[end].quotation is None
        and not any(span.start <= tokens[end].start < span.end for span in own)
        and tokens[end].text not in {".", "?", "!"}
    ):
        end += 1
    if end > behind and not any(tokens[each].quoted for each in range(behind, end)):
        return replace(draft, content=(*pieces, Span(last.start, tokens[end - 1].end)))
    if tokens[at].lower in _ENDING:
        return draft
    while at > 0 and tokens[at - 1].lower in _LEANING and tokens[at - 1].start > last.start:
        at -= 1
    left = _cut(text, last, tokens[at].start)
    if left.start == left.end:
        return replace(draft, content=tuple(pieces)) if pieces else draft
    return replace(draft, content=(*pieces, left))


def _only_leads_on(tokens: Tokens, at: int) -> bool:
    """Return whether a word behind a comma opens what is told by another: "the ban, | which |"."""
    if at < 1 or at + 1 >= len(tokens) or tokens[at - 1].text != ",":
        return False
    word, after = tokens[at].lower, tokens[at + 1].lower
    if word in {"thus", "thereby"}:
        return after.endswith("ing")
    return word in {"which", "who", "whom"} and after in SUBJECT_PRONOUNS


def _is_governed(text: str, draft: Draft) -> bool:
    """Return whether a noun tells the words, so that a verb is behind: "his claim that A | may"."""
    source, cue = draft.source, draft.cue
    if source is None or cue is None or source.end > cue.start:
        return False
    return is_possessive(text[slice(*source)]) and cue.end <= draft.content[0].start


def _is_last_noun(tokens: Tokens, behind: int, starts: Collection[int]) -> bool:
    """Return whether only the last noun of the sentence is cut off: "after the power | grab"."""
    word, before = tokens[behind], tokens[behind - 1]
    if behind + 1 >= len(tokens) or tokens[behind + 1].text != "." or word.start in starts:
        return False
    plain = word.is_word and word.text.isalpha() and word.text.islower()
    times = word.lower in DAY_WORDS | _TIMES or is_adverb(word.lower)
    counted = before.text.isdigit()  # "20 | wounded"
    noun = counted or (is_noun(tokens, behind) and before.text.islower())
    return plain and not times and noun


def _mend_time(text: str, unit: Unit, piece: Span, behind: int) -> Span:
    """Return the piece without the time that is cut off at token `behind`, or with all of it.

    "Accepted the offer late on | Thursday" is what was done on Thursday; in a clause the time is
    that of its verb, "that the bay was annexed in | 2014", and so is a deadline, "by | Friday".
    """
    tokens, first = unit.tokens, unit.at(piece.start)
    due = behind > first and tokens[behind - 1].lower in {"by", "until"}
    if due or has_finite(tokens, first, behind):
        while behind + 1 < len(tokens) and _is_time(tokens[behind + 1]):
            behind += 1
        return Span(piece.start, tokens[behind].end)
    while behind > first and tokens[behind - 1].lower in _BEFORE_TIMES:
        behind -= 1
    return _cut(text, piece, tokens[behind].start)


def _is_time(token: Token) -> bool:
    """Return whether the token is a day, month or year, or a number: "Thursday", "2014"."""
    month = token.lower in MONTHS and token.text[0].isupper()
    return token.lower in DAY_WORDS or month or token.text.isdigit()


def _cut(text: str, piece: Span, end: int) -> Span:
    """Return the piece up to `end`, without the space and commas before that."""
    words = text[piece.start : end].rstrip(" \t\u00a0,")
    return Span(piece.start, piece.start + len(words))


def _leans(tokens: Sequence[Token], at: int) -> bool:
    """Return whether what follows belongs to the token: "of", "Gov.", "after" behind marks."""
    lower = tokens[at].lower
    if lower == "by" and tokens[at + 1].is_word:
        return True
    if tokens[at].text.removesuffix(".") in ABBREVIATIONS and tokens[at + 1].text[0].isupper():
        return True
    return lower in _LEANING or (lower in _JOINING and at > 0 and tokens[at - 1].quoted)


def _breaks_off(tokens: Tokens, at: int, starts: Collection[int]) -> bool:
    """Return whether a clause or an owner is cut off behind `at`: "who has | left", "Peru’s | war".

    In "more than he has." nothing is.
    """
    if at + 1 >= len(tokens) or tokens[at + 1].quoted or tokens[at + 1].start in starts:
        return False
    word, after = tokens[at], tokens[at + 1]
    if not after.is_word or not after.text[0].islower():
        return False
    if word.lower == "that":
        return after.lower in SUBJECT_PRONOUNS or is_finite(tokens, at + 1)
    owner, mark, _ = word.lower.replace("’", "'").rpartition("'s")
    owns = mark and owner not in SUBJECT_PRONOUNS | RELATIVES | {"there", "let", "here"}
    return bool(owns) or word.lower in _CUT_OFF or _tells_of_next(tokens, at)


def _tells_of_next(tokens: Tokens, at: int) -> bool:
    """Return whether an adjective is cut off from its noun: "an international | effort"."""
    if (
        at == 0
        or tokens[at - 1].lower not in {"a", "an"}
        or not _TELLING.fullmatch(tokens[at].lower)
    ):
        return False
    after = tokens[at + 1].lower
    return is_noun(tokens, at + 1) and not is_finite(tokens, at + 1) and not is_adverb(after)


def _runs_on(tokens: Sequence[Token], behind: int, starts: Collection[int]) -> bool:
    """Return whether the word behind cannot begin anything else: "lost | the election"."""
    if behind >= len(tokens) or tokens[behind].quoted or tokens[behind].start in starts:
        return False
    word = tokens[behind]
    return word.lower in _GOING_ON and tokens[behind - 1].text not in _STOPS
