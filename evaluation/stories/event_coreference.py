"""Score which acts of many articles are one event, on ECB+: whole corpus, own mentions.

    python -m evaluation.stories.event_coreference [DATA] [--show]

DATA is the folder that holds ecbplus (default `../shared/data`); its topics for development are
read as one pile, in which nothing says which articles are of one topic. Articles are grouped into
stories and their acts into accounts as in a ledger. Mentions are the words of acts in the
sentences whose annotation was checked; one that overlaps a mention of the key is that mention.
Singletons count on neither side. Beside it stand what the same mentions give where the same word
is the same event, and what the mentions of the key give so. `--show` prints the accounts that mix
events of the key, and the events of which acts are read but not tied.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from evaluation.stories.coreference_scores import drop_singletons, score_conll
from evaluation.stories.ecb import Document, read_topics
from onrecord.asking.terms import stem_word
from onrecord.compare import find_accounts
from onrecord.models import load_models
from onrecord.pipeline import read_page
from onrecord.records import Reading, RowRef, Span
from onrecord.spans import overlaps
from onrecord.stories import group_stories, link_pair, sketch_reading

Place = tuple[str, int, int]  # document, first character, and one behind the last


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path, nargs="?", default=Path("../shared/data"))
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    documents = {d.page.id: d for d in read_topics(options.data / "ecbplus")}
    models = load_models()
    readings = [read_page(document.page, models) for document in documents.values()]
    key = {
        (name, *mention.span): mention.chain
        for name, document in documents.items()
        for mention in document.mentions
    }
    texts = {name: document.page.content for name, document in documents.items()}
    own = dict(find_mentions(readings, documents))
    matched = sum(place in key for place in own.values())
    print(
        f"{len(documents)} articles, {len(key)} mentions of the key, {len(own)} acts in the same"
        f" sentences, {matched} of them mentions of the key"
    )
    accounts = tie_acts(readings)
    ours = {place: accounts.get(row, row) for row, place in own.items()}
    by_word = {place: find_word(texts[place[0]], place) for place in own.values()}
    show("the key's mentions, same word", {p: find_word(texts[p[0]], p) for p in key}, key)
    show("own mentions, same word", by_word, key)
    show("own mentions, accounts", ours, key)
    if options.show:
        show_mixed(ours, key, texts)


def find_mentions(
    readings: Sequence[Reading], documents: Mapping[str, Document]
) -> Iterable[tuple[RowRef, Place]]:
    """Yield the acts in checked sentences, each with its place, that of the key where it is one."""
    for reading in readings:
        document = documents[reading.origin]
        taken: set[Span] = set()
        for act in reading.acts:
            if not any(s.start <= act.trigger.start < s.end for s in document.sentences):
                continue
            gold = (m.span for m in document.mentions if overlaps(m.span, act.trigger))
            span = next(gold, act.trigger)
            if span not in taken and reading.article is not None:
                taken.add(span)
                yield RowRef(reading.article.id, act.id), (reading.origin, *span)


def find_word(text: str, place: Place) -> str:
    """Return the stem of the first word of a mention, which is its verb or its noun."""
    return stem_word(text[place[1] : place[2]].split()[0].lower())


def tie_acts(readings: Sequence[Reading]) -> dict[RowRef, str]:
    """Return the account of each act that is in one, as in a ledger of `readings`."""
    sketches = {r.article.id: sketch_reading(r) for r in readings if r.article is not None}
    pairs = (link_pair(a, b) for a, b in combinations(sketches.values(), 2))
    stories = group_stories(sketches, [link for link in pairs if link is not None])
    return {
        row: account.id
        for saga in stories
        if saga.kind == "saga"
        for account in find_accounts(saga, [s for s in stories if s.parent == saga.id], readings)
        if account.kind == "act"
        for row in account.rows
    }


def show(name: str, response: Mapping[Place, Hashable], key: Mapping[Place, str]) -> None:
    score = score_conll(drop_singletons(response), drop_singletons(key))
    parts = "  ".join(
        f"{part} {100 * each.precision:.1f} / {100 * each.recall:.1f} / {100 * each.f1:.1f}"
        for part, each in (("MUC", score.muc), ("B3", score.bcubed), ("CEAFe", score.ceafe))
    )
    print(f"{name:<30} CoNLL F1 {100 * score.conll:.1f}   {parts}")


def show_mixed(
    ours: Mapping[Place, Hashable], key: Mapping[Place, str], texts: Mapping[str, str]
) -> None:
    def words(place: Place) -> str:
        name, start, end = place
        text = texts[name]
        around = text[max(0, start - 50) : start], text[start:end], text[end : end + 50]
        return f"{name}: {' '.join(around[0].split())} [{around[1]}] {' '.join(around[2].split())}"

    members, chains = defaultdict(list), defaultdict(list)
    for place, account in ours.items():
        members[account].append(place)
        if place in key:
            chains[key[place]].append(place)
    for account, places in members.items():
        if len(places) > 1 and len(Counter(key.get(place, place) for place in places)) > 1:
            print(f"\nmixed {account}")
            for place in places:
                print(f"    {key.get(place, '-')}  {words(place)}")
    for chain, places in chains.items():
        if len({ours[place] for place in places}) > 1:
            print(f"\nnot tied {chain}")
            for place in places:
                print(f"    {ours[place]}  {words(place)}")


if __name__ == "__main__":
    main()
