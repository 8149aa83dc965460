"""Read an article's sentences once: tokens, known phrases, roles, names and what ties them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.actors.lexicon import Entry, Lexicon, extend_lexicon, load_lexicon
from onrecord.actors.links import link_roles
from onrecord.actors.namesakes import tell_namesakes
from onrecord.actors.roles import RolePhrase, find_roles
from onrecord.actors.runs import JUNIOR, Run, find_runs
from onrecord.actors.tokens import phrase_words
from onrecord.actors.unknown_states import find_unknown_states
from onrecord.actors.views import View, view_sentence
from onrecord.actors.words import ORGANISATION_WORDS
from onrecord.records import Article, Span
from onrecord.text import Outline

# "TARVOS, Jan 3 (Agency) —": a place and an agency that say where the report is from.
_DATELINE = re.compile(
    r"[A-Z][A-Z .,'’/-]{2,40}(?:, ?\w{3,9}\.? \d{1,2})? ?(?:\([^()\n]{1,40}\))? ?[—–-]{1,2}\s"
)
# What stands for a state where the article names all of these: "the North".
_HALVES = {
    "the North": ("PRK", ("North Korea",)),
    "the South": ("KOR", ("North Korea", "South Korea")),
}
_TRADE = re.compile(r"(?:\s(?:Online|News|Media)|\.\w{2,4})+$")
_DATELINES_WITHIN = 8  # paragraphs


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence with its roles and runs; `linked` has the role of a run by its first token."""

    view: View
    roles: list[RolePhrase]
    runs: list[Run]
    linked: dict[int, RolePhrase]

    def unlinked(self) -> Iterator[RolePhrase]:
        """Yield the roles that stand beside no name."""
        used = {phrase.first for phrase in self.linked.values()}
        return (phrase for phrase in self.roles if phrase.first not in used)


def read_sentences(article: Article, outline: Outline) -> list[Sentence]:
    """Return the sentences of `article` without its datelines, in order.

    They are read a second time where the page tells of states that no table has, or of somebody
    who is called as a state is.
    """
    lexicon = extend_lexicon(load_lexicon(), (*_outlets(article), *_halves(article.text)))
    views = _view_all(article, outline, lexicon)
    told = tell_namesakes(article.text, views, lexicon)
    if told is not lexicon:
        lexicon = told
        views = _view_all(article, outline, lexicon)
    unknown = find_unknown_states(views, lexicon)
    if unknown.names:
        lexicon = extend_lexicon(lexicon, unknown.entries())
        views = _view_all(article, outline, lexicon)
    sentences = []
    for view in views:
        roles = find_roles(article.text, view, lexicon)
        for phrase in roles:
            view.taken.update(range(phrase.first, phrase.last))
            view.in_role.update(range(phrase.first, phrase.last))
        runs = find_runs(view)
        linked = link_roles(view, roles, runs)
        sentences.append(Sentence(view=view, roles=roles, runs=runs, linked=linked))
    _merge_juniors(sentences)
    return sentences


def _merge_juniors(sentences: Sequence[Sentence]) -> None:
    """Take the "Jr." from the names of those whose fathers the article does not name in full."""
    plain = {
        (run.words[0], run.words[-1])
        for sentence in sentences
        for run in sentence.runs
        if len(run.words) > 1
    }
    for sentence in sentences:
        for number, run in enumerate(sentence.runs):
            name = run.words[:-1]
            junior = len(name) > 1 and run.words[-1].rstrip(".") in JUNIOR
            if junior and (name[0], name[-1]) not in plain:
                sentence.runs[number] = replace(run, words=name)


def _view_all(article: Article, outline: Outline, lexicon: Lexicon) -> list[View]:
    names = {
        entry.written
        for entries in lexicon.entries.values()
        for entry in entries
        if len(entry.words) == 1 and entry.kind != "people"
    }
    datelines = {span.start: span.end for span in _datelines(article, outline)}
    views = []
    for span in outline.sentences:
        start = min(datelines.get(span.start, span.start), span.end)
        view = view_sentence(article.text, Span(start, span.end), lexicon, names)
        if view.tokens:
            views.append(view)
    return views


def _datelines(article: Article, outline: Outline) -> Iterator[Span]:
    """Yield the datelines from the start of their paragraph on."""
    for paragraph in outline.paragraphs[:_DATELINES_WITHIN]:
        match = _DATELINE.match(article.text, paragraph.start, paragraph.end)
        if match is not None:
            yield Span(match.start(), match.end())
    if article.dateline is not None:
        place = article.dateline.span
        for paragraph in outline.paragraphs:
            if paragraph.start <= place.start < paragraph.end:
                yield Span(paragraph.start, place.end)


def _halves(text: str) -> Iterator[Entry]:
    """Yield the states that are named by their points of the compass alone."""
    for written, (state, names) in _HALVES.items():
        if all(name in text for name in names):
            yield Entry(
                kind="state",
                name=load_lexicon().state_names[state],
                state=state,
                sector="GOV",
                words=phrase_words(written),
                written=written,
            )


def _outlets(article: Article) -> Iterator[Entry]:
    """Yield the page's own outlet and agency as bodies, where the tables lack them."""
    for name in (article.outlet, article.agency):
        forms = {name or "", _TRADE.sub("", name or "")}
        last = (name or "").split()[-1:]  # "told the Courier", of the Ostrel Courier
        forms |= {word for word in last if ORGANISATION_WORDS.get(word) == "MED"}
        for words, form in sorted((phrase_words(form), form) for form in forms if form):
            yield Entry(
                kind="body",
                name=name or form,
                state=None,
                sector="MED",
                actor_kind="organisation",
                words=words,
                written=form,
            )
