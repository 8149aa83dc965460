"""Tell whether a run of capitalised words is a person's name."""

import re
from collections.abc import Collection, Iterator, Sequence

from onrecord.actors.lexicon import load_lexicon
from onrecord.actors.runs import Run
from onrecord.actors.views import View
from onrecord.actors.words import (
    ALSO_OF_THINGS,
    BEFORE_VERB,
    DESCRIPTORS,
    LOCATIVE,
    NOT_A_PERSON,
    NUMERALS,
    ORGANISATION_WORDS,
    PARTICLES,
    PLACE_STARTS,
    SPEECH_VERBS,
    WILL_VERBS,
)
from onrecord.text.wordclasses import DETERMINERS, IRREGULAR_PASTS

# Longer runs are lists of tags; a title or an office beside it makes a long name one.
_MOST_WORDS = 3
_MOST_TITLED = 5
_HUMAN = frozenset("who whose whom himself herself aged".split())
_SAYING = frozenset("said says replied wrote".split())
_INITIALS = re.compile(r"(?:[A-Z]\.)+")
_WHOSE = frozenset("his her their my our".split())
_KIN = frozenset(
    "brother sister mother father wife husband son daughter uncle aunt cousin nephew niece widow "
    "grandfather grandmother".split()
)
_KIN_MODIFIERS = frozenset(
    "elder eldest older oldest younger youngest late first second third former twin half widowed "
    "ailing teenage baby own only".split()
)
_ENDS_ASIDE = frozenset('. ; : ( “ ” "'.split())
_NO_LABEL = re.compile(
    r"(?i)news$|times$|^(?:q|a|question|answer|reporter|interviewer|host|moderator|note|update|"
    r"image|photo|source|sources|file|video|related|topics?|tags?|contact|example|audience)$"
)
_OF_PARTIES = frozenset({"Republican", "Democrat"})
_BETWEEN = frozenset({(",",), ("and",), (",", "and"), ("or",), (",", "or"), ("&",)})
_PARTISANS = frozenset("republican democrat conservative tory labour liberal".split())
_SEAT = re.compile(r"[RDI]-[A-Z][A-Za-z]{1,3}|[RDI]")
_SEAT_OF = re.compile(r"[RDI]-[A-Z]")  # "R-South Carolina"
_OF_LIFE = frozenset(
    "born elected re-elected reelected appointed sworn nominated sentenced jailed imprisoned "
    "educated assassinated married knighted convicted buried".split()
)
_CANDIDACIES = {
    ("ran", "for"), ("ran", "as"), ("ran", "against"), ("stood", "for"), ("stood", "as"),
    ("served", "as"), ("served", "in"), ("retired", "as"), ("retired", "from"),
}  # fmt: skip
_DASHES = frozenset("— – -- -".split())
_ASIDE = 12  # tokens of ", a painter from Oslo," between a name and its verb


def could_be_person(run: Run, *, office: bool = False) -> bool:
    """Return whether the words have the shape of a personal name, titled or not."""
    words = [
        word
        for word in run.words
        if word.lower() not in PARTICLES
        and len(word.rstrip(".")) > 1
        and not _INITIALS.fullmatch(word)
    ]
    most = _MOST_TITLED if run.title or office else _MOST_WORDS
    if not words or len(words) > most or run.of_state is not None:
        return False
    given = run.words[0] in load_lexicon().given_names and len(words) > 1
    if run.words[-1] in NOT_A_PERSON and not given:
        return False
    if len(run.words) > 1 and run.words[-1] in _OF_PARTIES:
        return False  # "Ada Holm, a Lisk Democrat,"
    if any(word in ORGANISATION_WORDS for word in run.words) or run.words[0] == "Team":
        return False
    if any(word.isupper() and word not in NUMERALS for word in words):
        return False
    if _SEAT_OF.match(words[0]):
        return False
    if run.title:
        return True
    return words[0].rstrip(".") not in PLACE_STARTS and all(word[0].isalpha() for word in words)


# "the news agency Oru Press": only what stands before tells that it is a medium.
_NEWS_KINDS = frozenset("agency service site website portal outlet channel wire programme".split())


def descriptor_before(view: View, run: Run) -> str | None:
    """Return the common noun right before the run that says it is a body: "rights group"."""
    if run.start == 0:
        return None
    word = view.tokens[run.start - 1]
    noun = word.lower if view.starts_sentence(run.start - 1) else word.text
    if noun in _NEWS_KINDS and view.lower(run.start - 2) == "news" and not word.possessive:
        return "newspaper"
    return noun if noun in DESCRIPTORS and not word.possessive else None


def medium_behind(view: View, run: Run) -> str | None:
    """Return the noun behind the run that says it is a medium: "the Oru Press news agency"."""
    news = view.lower(run.last) == "news"
    noun = view.lower(run.last + news)
    named = view.lower(run.start - 1) in DETERMINERS and not view.tokens[run.last - 1].possessive
    if not named or noun not in (_NEWS_KINDS if news else {"agency", "newspaper", "broadcaster"}):
        return None
    return "newspaper" if news else noun


def speaks(view: View, run: Run) -> bool:
    """Return whether the run is the subject of a verb of speech: "X said", "said X"."""
    if view.tokens[run.last - 1].possessive:
        return False
    after = _skip_adverbs(view, run.last)
    if len(run.words) > 1 and view.lower(after) in {"has", "had"}:
        after = _skip_adverbs(view, after + 1)
    # "Peaceful protests began": of two verbs in a row the first is a noun.
    noun = len(run.words) == 1 and view.lower(after).endswith("s") and _is_past(view, after + 1)
    speech = view.lower(after) in SPEECH_VERBS and view.lower(after) not in {"state", "report"}
    if speech and not noun:
        return True
    if view.setting != "normal" and view.lower(run.last) == ":":
        return True
    if view.lower(run.start - 1) == "to" and view.lower(run.start - 2) == "according":
        return True
    closed = view.lower(run.last) in {"", ",", ".", ";", "”", '"', "“", "—", "–"}
    return view.lower(run.start - 1) in _SAYING and closed


def _is_past(view: View, at: int) -> bool:
    return view.lower(at) in IRREGULAR_PASTS or view.lower(at).endswith("ed")


def signs_post(view: View, run: Run) -> bool:
    """Return whether the run signs a post: "— Ida Berg (@idaberg) May 3, 2023"."""
    handle = view.lower(run.last) == "(" and view.lower(run.last + 1).startswith("@")
    return handle and view.lower(run.start - 1) in _DASHES


def acts_like_person(view: View, run: Run) -> bool:
    """Return whether the words around the run are those around a person's name."""
    if speaks(view, run) or signs_post(view, run) or is_kin(view, run) or _lives(view, run):
        return True
    if view.tokens[run.last - 1].possessive:
        return False
    after = view.lower(run.last)
    if after == ",":
        second = view.lower(run.last + 1)
        if second in _HUMAN or (second.isdigit() and 10 <= int(second[:4]) <= 110):
            return True
        if second in {"a", "an"} and view.lower(run.last + 2).endswith("-year-old"):
            return True
        if second in {"a", "an", "the"} and len(run.words) > 1 and _speaks_after_aside(view, run):
            return True
    if after == "(" and view.lower(run.last + 1)[:1].isdigit():
        return False
    if view.lower(run.start - 1) in {"the", "a", "an"}:
        return False
    if after in _HUMAN or view.lower(run.start - 1).endswith("-year-old"):
        return True
    if view.lower(run.start - 1) in LOCATIVE:
        return False
    return view.lower(_skip_adverbs(view, run.last)) in WILL_VERBS - ALSO_OF_THINGS


def is_aged(view: View, run: Run) -> bool:
    """Return whether an age stands between commas behind the name: "Berg, 61, resigned"."""
    age = view.lower(run.last + 1)
    aged = len(age) == 2 and age.isdigit() and age >= "14"
    return view.lower(run.last) == "," and aged and view.lower(run.last + 2) == ","


def _lives(view: View, run: Run) -> bool:
    """Return whether a full name has a birth, a party or a candidacy beside it."""
    if len(run.words) == 1 or view.setting != "normal":
        return False
    if view.lower(run.start - 1) in _PARTISANS and view.lower(run.start - 2) != "the":
        return True
    word, after = view.lower(run.last), view.lower(run.last + 1)
    if word == "(":
        return after == "born" or _is_party(view, run.last + 1) or _is_lifetime(view, run.last)
    if word in {"was", "is"}:
        return after in _OF_LIFE
    return (word, after) in _CANDIDACIES


def _is_party(view: View, index: int) -> bool:
    """Return whether brackets hold a party as legislators have it: "(D-OH)", "(Labour)"."""
    known = view.known.get(index)
    if known is not None:
        return known.entry.sector == "PTY" and view.lower(known.last) in {")", ","}
    return index < view.size and _SEAT.fullmatch(view.tokens[index].text) is not None


def _is_lifetime(view: View, index: int) -> bool:
    """Return whether brackets hold the years of a long life: "(1926-2011)"."""
    first, dash, last, end = (view.lower(index + k) for k in range(1, 5))
    if not (first.isdecimal() and last.isdecimal() and dash in {"-", "–"} and end == ")"):
        return False
    return len(first) == len(last) == 4 and 25 <= int(last) - int(first) <= 100


def _speaks_after_aside(view: View, run: Run) -> bool:
    """Return whether a verb of speech follows the aside behind a name: "X, a painter, said"."""
    for at in range(run.last + 2, min(run.last + _ASIDE, view.size)):
        if view.lower(at) == ",":
            return view.lower(at + 1) in SPEECH_VERBS - {"state", "report"}
        if view.lower(at) in _ENDS_ASIDE:
            return False
    return False


def find_listed(
    view: View, runs: Sequence[Run], people: Collection[tuple[str, ...]]
) -> Iterator[Run]:
    """Yield the runs of two or three words in a list with one of `people`: "X, Y and Z".

    A list has an "and" or three members; what stands in one is of one kind.
    """
    if view.setting != "normal":
        return
    members: list[Run] = []
    joined = False
    for run in (*runs, None):
        if run is not None and members and members[-1].last < run.start:
            between = view.words[members[-1].last : run.start]
            if between in _BETWEEN and not view.tokens[members[-1].last - 1].possessive:
                joined |= between != (",",)
                members.append(run)
                continue
        if (joined or len(members) > 2) and any(one.words in people for one in members):
            yield from (one for one in members if len(one.words) > 1 and could_be_person(one))
        members = [run] if run is not None else []
        joined = False


def is_kin(view: View, run: Run) -> bool:
    """Return whether the run is a relative: "his brother, X", "Y's late uncle X", "X, his uncle".

    So is the one behind "his wife of 38 years,".
    """
    before = run.start - 1 - (view.lower(run.start - 1) == ",")
    if view.lower(before) == "years" and view.lower(before - 2) == "of":
        before -= 3
    whose = before - 1 - (view.lower(before - 1) in _KIN_MODIFIERS)
    owned = view.lower(whose) in _WHOSE or (whose >= 0 and view.tokens[whose].possessive)
    if owned and view.lower(before) in _KIN:
        return True
    behind = view.lower(run.last) == "," and view.lower(run.last + 1) in _WHOSE
    return behind and view.lower(run.last + 2) in _KIN


def is_relative(view: View, run: Run) -> bool:
    """Return whether the run is somebody's relative, or the wife of a head of state."""
    before = run.start - (view.lower(run.start - 1) == ",")
    lady = view.lower(before - 2) == "first" and view.lower(before - 1) == "lady"
    past = view.lower(before - 3) in {"former", "then"}
    return (lady and not past) or is_kin(view, run)


def has_kin(view: View, run: Run) -> bool:
    """Return whether the run has a relative: "X's father", "X's late brother"."""
    kin = run.last + (view.lower(run.last) in _KIN_MODIFIERS)
    return view.tokens[run.last - 1].possessive and view.lower(kin) in _KIN


def is_partisan(view: View, run: Run) -> bool:
    """Return whether a legislator is called by home and party: "the South Lisk Democrat"."""
    if len(run.words) == 1 or run.words[-1] not in _OF_PARTIES:
        return False
    start = run.start - (view.lower(run.start - 1) in {"new", "north", "south", "west"})
    return view.lower(start - 1) == "the" and view.setting == "normal"


def labels_turn(view: View, run: Run) -> bool:
    """Return whether the run and a colon open the sentence, as a speaker's name does a turn."""
    if run.start != 0 or view.lower(run.last) != ":":
        return False
    return not any(_NO_LABEL.search(word) for word in run.words)


def has_given_name(view: View, run: Run) -> bool:
    """Return whether the run starts with a common given name, and no article stands before it."""
    if view.lower(run.start - 1) in {"the", "a", "an"}:
        return False
    return run.words[0] in load_lexicon().given_names


def _skip_adverbs(view: View, index: int) -> int:
    for _ in range(2):
        word = view.lower(index)
        adverb = word in BEFORE_VERB and word not in WILL_VERBS
        if adverb or (word.endswith("ly") and len(word) > 4):
            index += 1
        else:
            break
    return index
