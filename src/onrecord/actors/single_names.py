"""Who is never named in full, and has neither a title nor an office: "Berg denied it"."""

from collections import Counter
from collections.abc import Sequence

from onrecord.actors.parties import Parties
from onrecord.actors.reading import Sentence
from onrecord.actors.runs import Run, run_span
from onrecord.actors.views import View
from onrecord.text.wordclasses import is_verb_form


def find_names_acting(sentences: Sequence[Sentence], parties: Parties) -> set[str]:
    """Return the single names of those who act, and mostly take part where named: "Berg denied".

    Inside some sentence the capital is the name's own; "WikiLeaks" is nobody's name, and before
    "the Lantern" an article stands. What is named more often otherwise is a thing or a place.
    """
    told: Counter[str] = Counter()
    part: Counter[str] = Counter()
    inside: set[str] = set()
    acting: set[str] = set()
    for sentence in sentences:
        view = sentence.view
        for run in sentence.runs if view.setting == "normal" else ():
            word = run.words[0]
            if len(run.words) > 1 or not word[1:].islower() or view.lower(run.start - 1) == "the":
                continue
            told[word] += 1
            if not view.starts_sentence(run.first):
                inside.add(word)
            if parties.is_whole(run_span(view, run)):
                part[word] += 1
                acting |= {word} if _acts(view, run) else set()
    return {word for word in acting & inside if part[word] > 1 and 2 * part[word] > told[word]}


def _acts(view: View, run: Run) -> bool:
    """Return whether a finite verb follows the name: "Berg | denied |", "Berg | has | left"."""
    return not view.tokens[run.last - 1].possessive and is_verb_form(view.lower(run.last))
