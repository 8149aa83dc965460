"""Who and what is called as a state is: "Rep. Jim Jordan", whom the page then calls Jordan."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from onrecord.actors.lexicon import Entry, Lexicon, extend_lexicon, without_names
from onrecord.actors.views import View
from onrecord.actors.words import LOCATIVE

# Georgia of the United States and that of the Caucasus are told apart by what else is named.
_AMERICAN = re.compile(
    r"\b(?:Atlanta|Savannah|Ga\.|Republicans?|Democrats?|Alabama|Florida|Tennessee|Texas|Ohio"
    r"|(?:North|South) Carolina)\b|\bGa\."
)
_CAUCASIAN = re.compile(
    r"\b(?:Georgian|Tbilisi|Abkhaz\w*|Ossetia\w*|Caucas\w+|Armenia\w*|Azerbaijan\w*|Kremlin|Moscow)\b"
)


_GEORGIA = Entry(
    kind="body",
    name="Georgia",
    state="USA",
    sector="GOV",
    actor_kind="organisation",
    words=("georgia",),
    written="Georgia",
)


def tell_namesakes(text: str, views: Sequence[View], lexicon: Lexicon) -> Lexicon:
    """Return `lexicon` without the states and capitals whose names mean something else here.

    Somebody is named in full with it as the last word, and nothing says that the state is meant
    elsewhere: no "in Jordan", no other name or adjective of the state. Or it is the American
    Georgia.
    """
    surnames = _find_surnames(views, lexicon)
    if "Georgia" in text and _AMERICAN.search(text) and not _CAUCASIAN.search(text):
        lexicon = extend_lexicon(without_names(lexicon, {"Georgia"}), [_GEORGIA])
    return without_names(lexicon, surnames) if surnames else lexicon


def _find_surnames(views: Sequence[View], lexicon: Lexicon) -> set[str]:
    found = {word for view in views for word in _last_words(view, lexicon)}
    if not found:
        return found
    states = {
        word: {entry.state for entry in lexicon.entries[word.lower()] if entry.written == word}
        for word in found
    }
    return found.difference(_meant(views, states))


def _last_words(view: View, lexicon: Lexicon) -> Iterator[str]:
    """Yield the last words of full names that a state or capital is called by alone."""
    for index in range(1, view.size):
        token = view.tokens[index]
        before = view.tokens[index - 1].text
        if index in view.taken or index - 1 in view.taken or before not in lexicon.given_names:
            continue
        if token.capital and any(
            entry.written == token.text and entry.kind in {"state", "seat"}
            for entry in lexicon.entries.get(token.lower, ())
        ):
            yield token.text


def _meant(views: Sequence[View], states: Mapping[str, Collection[str | None]]) -> Iterator[str]:
    """Yield the words of `states` whose state the page speaks of."""
    for view in views:
        for index, known in view.known.items():
            name = view.tokens[index].text
            if name not in states:
                yield from (word for word, codes in states.items() if known.entry.state in codes)
            elif view.lower(index - 1) in LOCATIVE:
                yield name
