"""The words of a cue, its verb in base form, and the words of cues that the table of cues lacks."""

import re

from onrecord.records import Span
from onrecord.statements.grammar.freestanding import WORD
from onrecord.statements.grammar.lexicon import CUES, NOMINAL_CUES, Cue
from onrecord.text.wordclasses import PREPOSITIONS, is_adverb

BE = frozenset("is are was were be been being am get gets got getting".split())
_WORD = re.compile(r"[\w’'-]+")
# With these verbs only somebody or something else is met, or given something.
MEETING = frozenset("address greet meet visit contact face approach brief".split())
GIVING = frozenset(
    "provide supply give grant deliver send hand award donate ship allocate distribute "
    "collect".split()
)
# "criticism that he drew": who gets it does not say it.
RECEIVING = frozenset(
    "draw drew drawn receive win won earn attract garner face spark prompt provoke trigger invite "
    "meet met get got".split()
)
NAMING = frozenset("name nickname title entitle codename style".split())
# What somebody "draws", or another voices.
JUDGEMENTS = frozenset(
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
# What announces something has one of these.
ANNOUNCING = CUES.keys() | NOMINAL_CUES.keys() | JUDGEMENTS | _JUDGING
_IRREGULAR = {
    "gave": "give", "given": "give", "sent": "send", "met": "meet", "drew": "draw",
    "drawn": "draw", "won": "win", "got": "get",
}  # fmt: skip


def words_of(text: str, span: Span) -> list[str]:
    """Return the words of `span` in small letters, without marks."""
    return [word.lower() for word in WORD.findall(text[span.start : span.end])]


def lemma_of(text: str, cue: Span) -> str:
    """Return the verb of the cue in its base form: its last word but for particles and nouns."""
    words = [word for word in words_of(text, cue) if word not in PREPOSITIONS and word != "that"]
    words = [word for word in words if not is_adverb(word)]
    return base_of(words[-1]) if words else ""


def base_of(word: str) -> str:
    """Return the verb that `word` is a form of; a word that none of the lists has as it is."""
    if word in CUES:
        return CUES[word][0][1].lemma
    return _IRREGULAR.get(word) or _stem(word)


def _stem(word: str) -> str:
    """Return a regular verb without its ending, by the verbs that are asked for here."""
    for ending, put in (("ies", "y"), ("ied", "y"), ("es", ""), ("ed", ""), ("ing", ""), ("s", "")):
        if word.endswith(ending):
            stem = word[: -len(ending)] + put
            known = MEETING | GIVING | NAMING | RECEIVING
            return stem if stem in known or stem + "e" not in known else stem + "e"
    return word


def entry_of(text: str, cue: Span) -> Cue | None:
    """Return the lexicon's reading of the cue's last word that it has."""
    words = [word.lower() for word in _WORD.findall(text[cue.start : cue.end])]
    for at in range(len(words) - 1, -1, -1):
        for _, entry in CUES.get(words[at], ()):
            if tuple(words[at + 1 : at + 1 + len(entry.tail)]) == entry.tail:
                return entry
    return None
