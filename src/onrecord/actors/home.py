"""Tell whose "the Foreign Ministry" is, where the article makes it one state's."""

from collections.abc import Iterator, Sequence

from onrecord.actors.book import Book, Draft
from onrecord.actors.lexicon import Entry, load_lexicon
from onrecord.actors.reading import Sentence
from onrecord.actors.tokens import phrase_words
from onrecord.records import Article

# What a state has one of; a town or province has none.
_NATIONAL = frozenset(
    "government|federal government|cabinet|parliament|senate|national assembly|legislature|army|"
    "navy|air force|military|armed forces|coastguard|coast guard|presidency|supreme court|"
    "central bank".split("|")
)
# ... and what is told of without its state in a report from there.
_TOLD_FROM_HOME = frozenset("parliament|senate|national assembly".split("|"))
_MINISTRIES = ("ministry", "minister")
_NO_STATES = frozenset({"IGO", "NGO", "MNC", "WST", "EUR", "SUN"})
_HOSTS = frozenset({"BEL"})  # a report from Brussels is of the European Union


def tell_home(article: Article, sentences: Sequence[Sentence], book: Book) -> None:
    """Give the bodies and offices that are named without a state the one that is meant.

    That is the only state of which the article tells anything: "Kenya raised the tax. The Finance
    Ministry said ...". A ministry, its minister or the parliament is the one of the state from
    whose capital the report is: "NAIROBI – Peru, the Foreign Ministry said, ...".
    """
    from_capital = _find_capital(article)
    only = _find_only(sentences, from_capital)
    for key, draft in book.drafts.items():
        if len(key) != 3 or key[1] or draft.state is not None:
            continue
        if only is not None and _is_national(draft, key[2]):
            draft.state = only
        elif from_capital is not None and _is_told_from_home(draft, key[2]):
            draft.state = from_capital


def _find_capital(article: Article) -> str | None:
    """Return the state in whose capital the report was filed: "KYIV, Ukraine (Agency) –"."""
    words = phrase_words(article.dateline.place) if article.dateline is not None else ()
    if not words:
        return None
    seats = (
        entry.state
        for entry in load_lexicon().entries.get(words[0], ())
        if entry.kind == "seat" and words[: len(entry.words)] == entry.words
    )
    return next((state for state in seats if state not in _HOSTS), None)


def _find_only(sentences: Sequence[Sentence], from_capital: str | None) -> str | None:
    """Return the only state that the article tells of: by its name, its capital or a body that it
    governs by. "A Canadian engineer" does not make the government Canada's.
    """
    entries = list(_list_entries(sentences))
    states = {entry.state for entry in entries} | ({from_capital} if from_capital else set())
    told = from_capital is not None or any(map(_tells_of_state, entries))
    return next(iter(states)) if told and len(states) == 1 else None


def _list_entries(sentences: Sequence[Sentence]) -> Iterator[Entry]:
    """Yield what the article names of states, those without a code too."""
    for sentence in sentences:
        for known in sentence.view.known.values():
            entry = known.entry
            if entry.state not in _NO_STATES and (entry.kind != "body" or entry.state is not None):
                yield entry


def _tells_of_state(entry: Entry) -> bool:
    governs = entry.kind == "body" and entry.sector in {"GOV", "LEG", "MIL"}
    return entry.kind in {"state", "seat"} or governs


def _is_national(draft: Draft, words: str) -> bool:
    if draft.kind == "person":
        return words.endswith(_MINISTRIES)
    return draft.kind == "organisation" and (words in _NATIONAL or words.endswith(_MINISTRIES))


def _is_told_from_home(draft: Draft, words: str) -> bool:
    return words.endswith(_MINISTRIES) or (
        draft.kind == "organisation" and words in _TOLD_FROM_HOME
    )
