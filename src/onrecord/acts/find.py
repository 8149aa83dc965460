"""Find the acts of one article: what its words tell, and what its statements are."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from onrecord.acts.discourse.answering import note_answers
from onrecord.acts.discourse.denials import note_denials
from onrecord.acts.discourse.looking_back import note_looking_back
from onrecord.acts.discourse.pronouns import Resolver
from onrecord.acts.discourse.retelling import note_retold
from onrecord.acts.draft import Draft
from onrecord.acts.drafting.drafts import draft_acts
from onrecord.acts.grammar.items import find_items, mark_text
from onrecord.acts.grammar.places import find_adjectives
from onrecord.acts.grammar.sentences import Sentence, make_sentence
from onrecord.acts.grammar.sides import find_both
from onrecord.acts.lexicon import load_triggers
from onrecord.acts.mentions.blaming import note_whose, part_charges
from onrecord.acts.mentions.joining import join_mentions
from onrecord.acts.mentions.noting import note_mention
from onrecord.acts.parties.belongings import note_owning_state
from onrecord.acts.parties.relatives import part_relatives
from onrecord.acts.parties.sharing import part_infinitive, part_objects, share_objects
from onrecord.acts.parties.wielding import note_wielder
from onrecord.acts.rows.assembling import assemble
from onrecord.acts.rows.keeping import (
    drop_audience,
    drop_companions,
    drop_fugitives,
    drop_means,
    drop_topic,
    keeps,
)
from onrecord.acts.rows.speech import Layers, Named
from onrecord.acts.rows.whereabouts import drop_destination, drop_media
from onrecord.acts.triggers.complements import note_breach, note_complement, note_strike
from onrecord.records import (
    Act,
    ActMention,
    Actor,
    Article,
    PronounScorer,
    Span,
    Statement,
    Timex,
)
from onrecord.text import Outline

_QUOTATION_MARKS = "’'”\""
_TOLD = 6  # acts back to what "the offer" may point to


def find_acts(
    article: Article,
    outline: Outline,
    *,
    actors: Sequence[Actor],
    statements: Sequence[Statement],
    timexes: Sequence[Timex],
    mentions: Sequence[ActMention] | None = None,
    pronouns: PronounScorer | None = None,
) -> Iterator[Act]:
    """Yield the acts of `article` in the order of their triggers.

    `mentions` are what the trained reader found; without them the table of triggers is all.
    `pronouns` is what it says of "he" and "she"; without it their places decide alone.

    Two layers: a statement whose cue tells what it does is an act itself, and `content`
    leads to the act that it tells of. `asserted_by` is the speaker of the statement around the
    trigger, `None` the article's own voice. An act without any actor or recipient is left out.

    Method: PLOVER's roots (manual 1.3) by a table of our own; clauses by closed word classes and
    mentions, without a parser; modality, polarity and denial after docs/codebook.md.
    """
    layers = Layers(statements)
    resolver = Resolver(article.text, actors, statements, outline.quotations, pronouns)
    known = {actor.id: actor for actor in actors}
    drafts: list[tuple[Sentence, Draft]] = []
    starts = [mention.trigger.start for mention in mentions or ()]
    before: list[Draft] = []
    told: list[Draft] = []
    sentences = list(_sentences(article, outline, actors, timexes))
    for sentence in sentences:
        found = list(draft_acts(sentence, load_triggers()))
        if mentions is not None:
            inside = mentions[
                bisect_left(starts, sentence.span.start) : bisect_left(starts, sentence.span.end)
            ]
            found = join_mentions(sentence, found, inside)
        for draft in found:
            note_complement(sentence, draft)
            note_mention(sentence, draft)
            note_whose(sentence, draft)
            note_wielder(sentence, draft)
            note_owning_state(sentence, draft, known)
            part_infinitive(sentence, draft)
            resolver.resolve(sentence, draft, layers.at(draft.span))
            note_strike(draft, known)
            note_breach(sentence, draft)
            drop_means(sentence, draft, known)
            drop_audience(draft, known)
            drop_fugitives(draft, known)
            drop_topic(sentence, draft)
            drop_companions(sentence, draft)
            drop_destination(sentence, draft)
            drop_media(sentence, draft, known)
        share_objects(sentence, found)
        part_objects(sentence, found)
        part_relatives(sentence, found)
        part_charges(sentence, found)
        resolver.follow(sentence, found)
        note_answers(sentence, found, told)
        note_denials(sentence, found, before)
        before, told = found, [*told, *found][-_TOLD:]
        drafts += [
            (sentence, draft)
            for draft in found
            if keeps(sentence, draft, layers.at(draft.span), confirmed=mentions is None)
        ]
    note_looking_back(sentences, drafts, layers, article.published)
    note_retold(drafts, layers, known)
    yield from assemble(article, drafts, statements, layers, Named(article.text, actors))


def _sentences(
    article: Article, outline: Outline, actors: Sequence[Actor], timexes: Sequence[Timex]
) -> Iterator[Sentence]:
    """Yield the sentences of `article` as items, in order."""
    text = article.text
    marked = mark_text(actors, timexes, find_both(text), find_adjectives(text, actors))
    starts = [mark.span.start for mark in marked]
    for span in outline.sentences:
        inside = marked[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        items = tuple(find_items(article.text, span, inside))
        if items:
            headline = span.end <= article.body.start or _is_title(article.text, span)
            yield make_sentence(span, items, headline=headline)


def _is_title(text: str, span: Span) -> bool:
    """Return whether the span is the first line and ends without a mark, as headlines do."""
    ends = text[span.end :].startswith("\n") or not text[span.end :].strip()
    alone = ends and not text[: span.start].strip()
    words = text[span.start : span.end].rstrip().rstrip(_QUOTATION_MARKS)
    return alone and words[-1:].isalnum()
