"""Tell what the trained reader took for a statement although nobody says anything in it.

A verb with a bare noun phrase behind it is the hard case: "denied the report" says something,
"denied them a visa", "addressed the nation" and "was asked about the delay" do not.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from onrecord.records import Span
from onrecord.spans import contains, cover
from onrecord.statements.doings import is_doing
from onrecord.statements.drafts import Draft
from onrecord.statements.lexicon import CUES, NOMINAL_CUES
from onrecord.statements.othersenses import has_other_sense
from onrecord.statements.shapes import has_finite
from onrecord.text.wordclasses import (
    AUXILIARIES,
    DETERMINERS,
    DOCUMENT_NOUNS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    is_adverb,
    is_communicator,
    is_possessive,
)

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_BE = frozenset("is are was were be been being am get gets got getting".split())
# With these verbs only somebody or something else is met, or given something.
_MEETING = frozenset("address greet meet visit contact face approach brief".split())
_GIVING = frozenset(
    "provide supply give grant deliver send hand award donate ship allocate distribute "
    "collect".split()
)
# "criticism that he drew": who gets it does not say it.
_RECEIVING = frozenset(
    "draw drew drawn receive win won earn attract garner face spark prompt provoke trigger invite "
    "meet met get got".split()
)
_JUDGEMENTS = frozenset(
    "praise criticism condemnation rebuke rebukes condemnations complaint complaints warning "
    "warnings accusation accusations protest protests applause support blame question "
    "questions".split()
)
# Words of cues that the table of cues lacks, by which somebody is praised, blamed or told to.
_JUDGING = frozenset(
    "compare compares compared comparing liken likens likened insult insults insulted insulting "
    "ultimatum ultimatums deadline deadlines according attack attacks attacked attacking credit "
    "credits credited debunk debunks debunked "
    "downplay downplays downplayed downplaying lash lashes lashed lashing aim doubled doubling "
    "hammer hammers hammered slam slams slammed slamming campaigned campaigning outspoken "
    "portray portrays portrayed portraying frame frames framed framing contrasted hail hails "
    "champion champions championed counted turned".split()
)
_TOLD_NOUNS = frozenset(
    "claim report allegation accusation assertion account version suggestion notion idea rumour "
    "rumor finding figure estimate statement remark view argument charge".split()
)
_REFERRING = frozenset("refer refers referred referring".split())
_AS = re.compile(r"\bas\b")
_STRIKING = frozenset("fire shoot".split())
_PARTICLES = frozenset("back off down".split())  # "fired off a letter", "shot down the idea"
_NAMING = frozenset("name nickname title entitle codename style".split())
_CALLING = frozenset("label dub call".split())
_CALLED = frozenset("called labelled labeled dubbed".split())
_LONGEST_NAME = 3  # words
_IN_NAMES = frozenset("the al el bin ibn abu de da del di la van von der".split())
_RELATIVE = re.compile(r"\b(?:who|which|that)\b")
# Nouns of what happens or is done: they announce nothing with a noun phrase behind the verb.
_EVENTS = frozenset(
    "move step decision vote visit trip meeting talks deal agreement strike attack blast clash "
    "protest rally law bill plan policy change rise fall drop growth crisis war conflict test "
    "launch ban sanctions cut delay victory defeat win loss election sale event incident case "
    "arrest death killing action measure effort gesture situation number rate price market "
    "outfit product weather storm fire".split()
)
_WRITING = frozenset("write writes wrote written writing draft drafts drafted drafting".split())
_WORKS = frozenset("bill law legislation book novel song letter memo speech amendment".split())
_OWNED = re.compile(r"(?P<words>[’']s(?: [a-z-]+){1,3}) ")
# Of decisions, those that come as a sentence: "found that he had lied", not "decided that".
_FINDING = frozenset(
    "rule rules ruled ruling found finding determined concluded ordered decreed agreed states "
    "stated stating stipulates stipulated specifies specified".split()
)
_ORDERING = frozenset("ordered orders instructed instructs commanded directed".split())
_SAID = frozenset("said says added adds wrote writes".split())
_OF_DEED = re.compile(r" (?:of|with)\b")
_WORD_BEFORE = re.compile(r"([\w’']+) $")
_OPPOSED_PAPER = re.compile(
    r" [^.;:“”\"\n]{0,40}\b(?:abstain(?:ed|s)|veto(?:ed|es)|reject(?:ed|s)|block(?:ed|s)|"
    r"oppos(?:ed|es)|critici[sz](?:ed|es)|condemn(?:ed|s)|denounc(?:ed|es)|dismiss(?:ed|es)|den(?:ied|ies)|"
    r"disput(?:ed|es)|against)(?: \S+){1,4}? "
    rf"(?:{'|'.join(sorted(DOCUMENT_NOUNS | {'claims', 'motion', 'bill'}))}) "
)
_WHILE = re.compile(
    r"(?<!soon)(?<!long)(?<!far)(?<!much)(?<!well)(?<!just),? (?:as|while) (?:he|she|they)\b"
)
# "underlined to | the miners", but "according to", "attributed to"
_TO_WHOM = re.compile(r"(?:underscored|underlined|proved|signal+ed|meant|showed|suggested) to ")
_LED = re.compile(
    r"\b(?:led|leads|leading|lead|prompt(?:s|ed|ing)?|forc(?:es|ed|ing)|compel(?:s|led|ling)|"
    r"caus(?:es|ed|ing)|push(?:es|ed|ing)|spur(?:s|red|ring)|drove|dr(?:ives|iving)) "
    r"(?P<who>[^,.;:()“”\n]{3,60}?)(?P<to> to)? $"
)
_POINTED_AT = frozenset("question issue point claim charge idea report".split())
_SUFFERED = (["charged", "with"], ["accused", "of"], ["convicted", "of"], ["suspected", "of"])
_URGED = frozenset("urged told ordered instructed commanded warned reminded advised".split())
_WARNED = {"asked": {"to"}, "warned": {"against", "over", "about"}, "told": {"of", "about"}}
_TOLD = frozenset("told notified informed briefed reminded assured reassured".split())
_ANSWERING = frozenset("answer answers answered answering field fielded fielding dodged".split())
_TO_HEARER = frozenset(
    "notify brief remind assure reassure ask tell warn urge order inform advise promise "
    "instruct".split()
)
_WITHHELD = frozenset("deny refuse ask".split())
_EMPTY = AUXILIARIES | frozenset("to for in over the past last now weeks days months years".split())
_CERTAIN = 0.5
_NESTED = 24  # pieces of content looked back over for one that still runs on
_CLAUSE_OF_SOURCE = re.compile(r", (?:which|who) [^,.;:“”\"\n]{1,40}")
_SAID_OF = frozenset("alleged suspected reported purported supposed rumoured rumored".split())
_SO_CALLED = frozenset("alleged purported reported supposed claimed".split())
_PARTING = frozenset(',;:.—–)”"')
# "had “slammed the door": marks open inside the cue, so that its words are somebody's already.
_QUOTED_CUE = re.compile(r"\s[“\"‘]\w[^”\"’]*$")
_ASIDE = re.compile(r"\bas\s+(?:also\s+)?$", re.IGNORECASE)


def screen_drafts(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts that say something, each without a source that only hears or gets it.

    `drafts` are in reading order; what the rules alone found is not touched.
    """
    kept: list[Draft] = []
    for draft in drafts:
        if draft.read is not None and draft.cue is not None:
            if _is_own_words(draft) or _is_deed(text, draft):
                continue
            draft = _with_led(text, _with_owned(text, draft))
            passive = _is_passive(text, draft)
            draft = _without_hearer(text, draft, passive=passive)
            if not _says_something(text, draft, passive=passive):
                continue
            draft = _without_source_clause(text, _without_while(text, draft))
            draft = _without_opponent(text, draft)
            draft = _as_told(text, _as_deed(text, _without_source_in_content(draft)))
        kept.append(draft)
    return list(_without_asides(text, _part_openings(kept)))


def _is_own_words(draft: Draft) -> bool:
    """Return whether a quotation is taken for what its own "I think" tells."""
    cue = draft.cue
    own = cue is not None and any(contains(piece, cue) for piece in draft.content)
    return own and draft.kind == "direct"


def _is_deed(text: str, draft: Draft) -> bool:
    """Return whether all that is told is the verb with its object: "overran the base"."""
    cue, content, read = draft.cue, draft.content, draft.read
    if cue is None or read is None or draft.kind != "indirect":
        return False
    if read.act != "claim" and read.act_sure > _CERTAIN:
        return False  # "vowing to fight", whatever the verb, is a promise to the reader
    known = CUES.keys() | NOMINAL_CUES.keys()
    return cue.start == content[0].start and not known & set(_words(text, cue))


def _part_openings(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, those that open a sentence parted from what its verb tells.

    "Saying it was late, Baru said the mine was shut" tells two things, and both are Baru's.
    """
    parted = list(drafts)
    opening = {draft.cue.start: at for at, draft in enumerate(drafts) if draft.cue is not None}
    for at, draft in enumerate(parted):
        first, source = draft.content[0], draft.source
        number = opening.get(first.start)
        if number in {None, at} or source is None or len(draft.content) == 1:
            continue
        other = parted[number]
        inside = all(contains(first, piece) for piece in other.content)
        if inside and first.end <= source.start and other.source in {None, source}:
            parted[at] = replace(draft, content=draft.content[1:])
            parted[number] = replace(other, source=source, shared=True)
    return parted


def _without_hearer(text: str, draft: Draft, *, passive: bool) -> Draft:
    """Return the draft without a source that is told, asked, praised: "Baru was asked about".

    "It was underlined to the miners" is not the miners' word.
    """
    source, cue = draft.source, draft.cue
    if source is None or cue is None:
        return draft
    if source.start > cue.start:  # of the cues that end in "to", most are as "according to"
        told = _TO_WHOM.fullmatch(text, cue.start, source.start) is not None
        return replace(draft, source=None, hearer=source) if told else draft
    verb = _lemma(text, cue)
    if passive:
        hearer = draft.hearer or (source if verb in _TO_HEARER else None)
        return replace(draft, source=None, shared=False, hearer=hearer)
    words = _words(text, cue)
    if _JUDGEMENTS & set(words) and any(_base(word) in _RECEIVING for word in words):
        return replace(draft, source=None, shared=False)
    return draft


def _without_opponent(text: str, draft: Draft) -> Draft:
    """Return the draft without a source that only rejects the paper whose words these are.

    "Kesh criticised a report accusing the guild" is not Kesh's accusation.
    """
    if draft.source is None or draft.cue is None or not draft.source.end < draft.cue.start:
        return draft
    opposed = _OPPOSED_PAPER.fullmatch(text, draft.source.end, draft.cue.start) is not None
    gerund = text[slice(*draft.cue)].endswith("ing")
    return replace(draft, source=None, shared=False) if opposed and gerund else draft


def _with_owned(text: str, draft: Draft) -> Draft:
    """Return the draft with the whole of a source that only owns it: "Berg's sudden decision"."""
    source, cue = draft.source, draft.cue
    if source is None or cue is None or not source.end < cue.start:
        return draft
    owned = _OWNED.fullmatch(text, source.end, cue.start)
    if owned is None or text[slice(*source)].lower() in SUBJECT_PRONOUNS:  # "he’s also"
        return draft
    return replace(draft, source=Span(source.start, owned.end("words")))


def _with_led(text: str, draft: Draft) -> Draft:
    """Return the draft with who is led to say it as its source: "led Norland to threaten war"."""
    if draft.source is not None or draft.cue is None:
        return draft
    led = _LED.search(text, max(0, draft.cue.start - 80), draft.cue.start)
    if led is None or not (led["to"] or text.startswith("to ", draft.cue.start)):
        return draft
    return replace(draft, source=Span(*led.span("who")))


def _without_source_in_content(draft: Draft) -> Draft:
    """Return the draft without pieces of content that are but the source's own words."""
    if draft.source is None:
        return draft
    source = draft.source
    left = tuple(piece for piece in draft.content if not contains(source, piece))
    return replace(draft, content=left) if left and left != draft.content else draft


def _is_passive(text: str, draft: Draft) -> bool:
    """Return whether what stands before the cue is told or denied something: "was asked about"."""
    cue, source = draft.cue, draft.source
    if cue is None:
        return False
    words = _words(text, cue)
    if _TOLD & set(words) and _BE & set(words) and "by" not in words:
        return True
    behind = [*words, *_words(text, draft.content[0])[:1]]
    if (words[-2:] in _SUFFERED or behind[-2:] == ["charged", "with"]) and not _BE & set(words):
        return True  # "Officer charged with murder"
    if _is_told_so(text, draft, behind):
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
    if any(word in _BE for word in words[:at]):
        return True
    # "Baru said, asked about the delay, that ...": a participle without its auxiliary.
    before = text[source.end if source else cue.start : cue.start].rstrip()
    aside = source is not None and text[source.end : cue.start].strip() == ","
    asked = draft.entry.lemma == "ask" and ("about" in words or aside)
    return asked and before.lower().endswith((",", "when", "if"))


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


def _is_headline(text: str, sentence: Span) -> bool:
    """Return whether a sentence fills its line and ends without a stop."""
    before, last = text[max(0, sentence.start - 1) : sentence.start], text[sentence.end - 1]
    return (
        before in {"", "\n"}
        and text[sentence.end : sentence.end + 1] in {"", "\n"}
        and (last.isalnum())
    )


def _opens_clause(text: str, source: Span | None) -> bool:
    """Return whether no noun or "whom" stands before, of which the source could tell something."""
    if source is None or text[slice(*source)].lower() in SUBJECT_PRONOUNS:
        return False
    before = _WORD_BEFORE.search(text, 0, source.start)
    new = text.startswith(("a ", "an "), source.start)
    return new or before is None or before[1].lower() in PREPOSITIONS | {"and", "but", "that"}


def _says_something(text: str, draft: Draft, *, passive: bool) -> bool:
    cue = draft.cue
    assert cue is not None
    verb = _lemma(text, cue)
    words = _words(text, cue)
    if text.startswith("-", cue.end):
        return False  # "gave the go|-ahead"
    if words not in ([], ["in"]) and all(word in _EMPTY or is_adverb(word) for word in words):
        return False  # "has for weeks", but not "in a poll he had"
    if _QUOTED_CUE.search(text[slice(*cue)]):
        return False
    if draft.source is not None and _is_of_others(text, draft.source, words):
        return False
    if draft.source is None and (_describes(text, cue, words) or not _tells(draft, words)):
        return False
    if _ANSWERING & set(words) and {"question", "questions"} & set(words):
        return False  # what was asked is not what is said
    if _is_judged(text, draft, words):
        return False  # "described Baru's warning as an act of madness"
    if words and words[-1] in {"to", "with"} and _is_bare(draft) and _names(text, draft):
        return False  # "issued an ultimatum to Norland"
    if _is_done_by(draft, words):
        return False
    if has_other_sense(text, draft, verb, words) or is_doing(text, draft, verb, words):
        return False
    if verb in _NAMING or (verb in _CALLING and draft.kind == "direct" and _is_name(text, draft)):
        return False
    if verb in _CALLING and words[0] in _CALLED and _names(text, draft, described=True):
        return not _is_bare(draft)  # "a miner called Ode Baru who left"
    if verb in _GIVING and draft.source is None and draft.kind == "indirect":
        return draft.frame in {"that", "to", "question"}  # "is reported to have provided boots"
    if not _is_bare(draft):
        return True
    if _is_blow(words):
        return False
    if verb in _MEETING or (verb in {"speak", "talk"} and words[-1] in {"to", "with", "for"}):
        return False
    if (
        verb in _GIVING
        and draft.hearer is None
        and not any(is_communicator(word) or word in CUES for word in words[:-1])
    ):
        return False
    if verb in _WITHHELD and draft.source is None and not draft.shared:
        return not passive
    return _can_mean(text, draft)


def _is_blow(words: list[str]) -> bool:
    """Return whether a verb that tells a sharp answer with "back" only strikes: "fired gas at"."""
    return _PARTICLES.isdisjoint(words) and any(_base(word) in _STRIKING for word in words)


def _is_done_by(draft: Draft, words: list[str]) -> bool:
    """Return whether a passive tells by whom something was done: "was drafted by the guild"."""
    source, cue = draft.source, draft.cue
    if source is None or cue is None or source.start < cue.end or not _BE & set(words):
        return False
    known = CUES.keys() | NOMINAL_CUES.keys() | _JUDGEMENTS | _JUDGING
    return not any(word in known or is_communicator(word) for word in words)


def _is_judged(text: str, draft: Draft, words: list[str]) -> bool:
    """Return whether "as" behind somebody's "warning" tells what another makes of it."""
    if draft.source is None or not is_possessive(text[slice(*draft.source)]):
        return False
    judged = bool(words) and words[-1] in NOMINAL_CUES.keys() | _JUDGEMENTS
    return judged and _words(text, draft.content[0])[:1] == ["as"]


def _as_deed(text: str, draft: Draft) -> Draft:
    """Return the draft as a decision where something is done, not said: "introduced a bill"."""
    read, cue = draft.read, draft.cue
    if read is None or cue is None or read.stance != "said" or not _is_bare(draft):
        return draft
    words = _words(text, cue)
    if _WRITING & set(words) and _is_work(text, draft):
        return replace(draft, read=replace(read, stance="decision"))
    announces = CUES.keys() | NOMINAL_CUES.keys() | _JUDGEMENTS | _JUDGING
    if any(word in announces for word in words):
        return draft
    if _REFERRING & set(words) and any(_AS.search(text, *piece) for piece in draft.content):
        return draft  # "referred to Oru | as a ruin"
    if read.act in {"dispute", "deny"} and _is_told(draft):
        return draft
    return replace(draft, read=replace(read, stance="decision"))


def _is_told(draft: Draft) -> bool:
    """Return whether the content is what another says: "challenged | Oslo's claim that"."""
    inside = (token.lower for piece in draft.content for token in draft.unit.inside(piece))
    head = takewhile(lambda word: word not in RELATIVES | PREPOSITIONS, inside)
    return any(word.removesuffix("s") in _TOLD_NOUNS for word in head)


def _without_while(text: str, draft: Draft) -> Draft:
    """Return the draft without the narrator's clause: "condemned the raid | as he began a tour"."""
    *pieces, last = draft.content
    found = _WHILE.search(text, *last)
    if found is None or draft.kind != "indirect" or _has_verb(draft, last, found.start()):
        return draft
    return replace(draft, content=(*pieces, Span(last.start, found.start())))


def _without_source_clause(text: str, draft: Draft) -> Draft:
    """Return the draft without what a clause tells of its source, and the commas close it off.

    "According to the memo, which warns | it was late, | the port is shut".
    """
    source, (first, *rest) = draft.source, draft.content
    if source is None or not rest:
        return draft
    if _CLAUSE_OF_SOURCE.fullmatch(text, source.end, first.start) is None:
        return draft
    return replace(draft, content=tuple(rest)) if text.startswith(",", first.end) else draft


def _as_told(text: str, draft: Draft) -> Draft:
    """Return the draft as said where a decision is put in words: "ruled that the ban may stay".

    So it is behind "said", "the court said the ban was void", and with an order to somebody: "the
    court ordered Norland to pay".
    """
    read, cue = draft.read, draft.cue
    if read is None or cue is None or draft.source is None or read.stance != "decision":
        return draft
    words = set(_words(text, cue))
    plain = bool(words & _SAID) and not _is_bare(draft)
    plain |= draft.frame == "to" and bool(words & _ORDERING) and read.addressee is not None
    if not plain and (draft.frame != "that" or not _FINDING & words):
        return draft
    return replace(draft, read=replace(read, stance="said"))


def _tells(draft: Draft, words: list[str]) -> bool:
    """Return whether a cue without a source has a word of saying: not "a month of", "so-called"."""
    if draft.read is None or draft.read.stance != "said":
        return True
    known = any(
        word in CUES or word in NOMINAL_CUES or word in _JUDGEMENTS or word in _BE for word in words
    )
    return known or draft.frame in {"that", "question"}


def _describes(text: str, cue: Span, words: list[str]) -> bool:
    """Return whether the cue is a participle before its noun: "the alleged crime"."""
    if len(words) != 1 or not words[0].endswith("ed") or text[cue.start - 1 : cue.start] != " ":
        return False
    before = _words(text, Span(max(0, cue.start - 16), cue.start))[-1:] or [""]
    owned = before[0].endswith(("’s", "'s")) and before[0][:-2] not in SUBJECT_PRONOUNS
    over = words[0] in _SO_CALLED and before[0] in PREPOSITIONS - {"as"}
    return before[0] in DETERMINERS or owned or over


def _is_of_others(text: str, source: Span, words: list[str]) -> bool:
    """Return whether the owner is whom something is said of: "Kenya’s | alleged | attack"."""
    owned = is_possessive(text[source.start : source.end])
    return owned and len(words) == 1 and words[0] in _SAID_OF


def _can_mean(text: str, draft: Draft) -> bool:
    """Return whether the source is more than an event or a relative pronoun: "the move affirms"."""
    if draft.source is None:
        return True
    words = _words(text, draft.source)
    head = next((at for at, word in enumerate(words) if word in PREPOSITIONS), len(words)) - 1
    if head < 0:
        return True
    if words[head] in {"which", "that"}:
        return draft.entry is not None or _follows_name(text, draft.source)
    return words[head] not in _EVENTS and words[head].removesuffix("s") not in _EVENTS


def _follows_name(text: str, source: Span) -> bool:
    """Return whether a capital opens the word before "which": "Norwire, which attacked"."""
    before = text[max(0, source.start - 40) : source.start].rstrip(" ,").split()
    return bool(before) and before[-1][:1].isupper()


def _is_bare(draft: Draft) -> bool:
    """Return whether the content is a noun phrase alone, none of it quoted."""
    if draft.kind != "indirect" or draft.frame in {"to", "question"}:
        return False
    if draft.frame == "that" and not _points(draft):
        return False
    for piece in draft.content:
        numbers = [
            number
            for number, token in enumerate(draft.unit.tokens)
            if piece.start <= token.start and token.end <= piece.end
        ]
        if not numbers:
            continue
        clause = next(
            (n for n in numbers if draft.unit.tokens[n].lower in RELATIVES), numbers[-1] + 1
        )
        if has_finite(draft.unit.tokens, numbers[0], clause):
            return False
    return True


def _has_verb(draft: Draft, piece: Span, end: int) -> bool:
    """Return whether a finite verb or infinitive stands in a piece of content before `end`."""
    tokens = draft.unit.tokens
    inside = [n for n, token in enumerate(tokens) if piece.start <= token.start < end]
    if not inside:
        return True
    verbal = any(tokens[n].lower in {"to", "that", "who", "which"} for n in inside)
    return verbal or has_finite(tokens, inside[0], inside[-1] + 1)


def _is_work(text: str, draft: Draft) -> bool:
    """Return whether what is written is a work, and not its words: "is writing a bill to"."""
    first = draft.content[0]
    words = [word for word in _words(text, first)[:4] if word not in DETERMINERS]
    return any(word in _WORKS for word in words[:3])


def _points(draft: Draft) -> bool:
    """Return whether "that" only points at a noun: "addressed that question"."""
    first = draft.content[0]
    inside = [token for token in draft.unit.tokens if first.start <= token.start < first.end]
    return len(inside) > 1 and inside[0].lower == "that" and inside[1].lower in _POINTED_AT


def _names(text: str, draft: Draft, *, described: bool = False) -> bool:
    """Return whether the content is no more than a name: "the Norland Guard".

    If it is `described`, a relative clause may go with it: "Ode Baru, who left".
    """
    words = " ".join(text[piece.start : piece.end] for piece in draft.content)
    name = _RELATIVE.split(words, maxsplit=1)[0] if described else words
    found = [word for word in name.split() if word not in _IN_NAMES]
    return 0 < len(found) <= _LONGEST_NAME + 1 and all(word[:1].isupper() for word in found)


def _is_name(text: str, draft: Draft) -> bool:
    """Return whether the quoted words are but a name: "a user labelled “Anonymous”"."""
    [first, *rest] = draft.content
    words = text[first.start : first.end].split()
    capitals = all(word[:1].isupper() for word in words)
    return not rest and len(words) <= _LONGEST_NAME and capitals


def _without_asides(text: str, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the drafts without "as Baru said" in what somebody else says.

    The words around such an aside are not Baru's alone; whose they are is not told.
    """
    pieces = sorted(
        (piece, number)
        for number, draft in enumerate(drafts)
        if draft.source is not None
        for piece in draft.content
    )
    for number, draft in enumerate(drafts):
        if draft.source is None or draft.cue is None or (draft.read is None and not draft.quoted):
            yield draft
            continue
        whole = cover([draft.source, draft.cue])
        at = bisect_right(pieces, whole.start, key=lambda each: each[0].start)
        around = pieces[max(0, at - _NESTED) : at]
        inside = any(other != number and contains(piece, whole) for piece, other in around)
        if not inside or not _is_aside(text, whole):
            yield draft


def _is_aside(text: str, whole: Span) -> bool:
    """Return whether source and cue are put in with "as", and nothing goes with them."""
    behind = text[whole.end : whole.end + 2].lstrip()
    before = text[max(0, whole.start - 12) : whole.start]
    return (not behind or behind[0] in _PARTING) and _ASIDE.search(before) is not None


def _words(text: str, span: Span) -> list[str]:
    return [word.lower() for word in _WORD.findall(text[span.start : span.end])]


def _lemma(text: str, cue: Span) -> str:
    """Return the verb of the cue in its base form: its last word but for particles and nouns."""
    words = [word for word in _words(text, cue) if word not in PREPOSITIONS and word != "that"]
    words = [word for word in words if not is_adverb(word)]
    return _base(words[-1]) if words else ""


def _base(word: str) -> str:
    if word in CUES:
        return CUES[word][0][1].lemma
    return _IRREGULAR.get(word) or _stem(word)


_IRREGULAR = {
    "gave": "give", "given": "give", "sent": "send", "met": "meet", "drew": "draw",
    "drawn": "draw", "won": "win", "got": "get",
}  # fmt: skip


def _stem(word: str) -> str:
    """Return a regular verb without its ending, by the verbs that are asked for here."""
    for ending, put in (("ies", "y"), ("ied", "y"), ("es", ""), ("ed", ""), ("ing", ""), ("s", "")):
        if word.endswith(ending):
            stem = word[: -len(ending)] + put
            known = _MEETING | _GIVING | _NAMING | _RECEIVING
            return stem if stem in known or stem + "e" not in known else stem + "e"
    return word
