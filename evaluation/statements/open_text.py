"""Score the whole reading on open text: python -m evaluation.statements.open_text

The texts are 28 Wikinews pages that GUM keeps, the statements those of own_set/settled.jsonl. A
page goes through every step (`pipeline.read_page`), so that errors of earlier steps count as well.
Statements are linked one to one by the overlap of their contents, at least half (Jaccard), as in
PolNeAR's scores. Only words said count, save for the line "stance". The end half is for deliveries:
nothing but its scores is shown.
"""

import argparse
import hashlib
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from evaluation.sets import need
from evaluation.statements.own_set.compare import is_turn, read_labels
from evaluation.statements.own_set.compile import DEFAULT_TEXTS, HERE
from evaluation.statements.scores import Attribution, Spans, Tally, link, shares
from evaluation.statements.wikinews import read_document
from onrecord.models import load_models
from onrecord.pipeline import read_page
from onrecord.records import Actor, Page, Reading, Span, Statement

LABELS = HERE / "settled.jsonl"
SHOWN = (
    "missed", "extra", "source", "speaker", "addressee", "relay", "within", "act", "polarity",
    "condition",
)  # fmt: skip

Key = TypeVar("Key", int, str)
Label = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold statement and the found one that is linked to it."""

    gold: int
    found: int


@dataclass(frozen=True, slots=True)
class Document:
    """The words said on one page, as marked by hand and as found, and who is linked to whom."""

    text: str
    gold: list[Label]
    found: list[Statement]
    pairs: list[Pair]
    gold_within: list[int | None]  # indices in `gold`: the nearest statement of words around it
    found_within: list[int | None]
    actors: Mapping[str, Actor]


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=("development", "end"), default="development")
    parser.add_argument("--data", type=Path, default=DEFAULT_TEXTS, help="GUM's folder dep")
    parser.add_argument("--show", choices=SHOWN, help="list these, a line each")
    options = parser.parse_args(arguments)
    if options.show and options.split == "end":
        sys.exit("the end half stays unread: only its scores are shown; leave out --show")
    need(options.data)  # GUM's folder of .conllu files
    models = load_models()
    tally = Tally()
    for record in read_labels(LABELS):
        if record["split"] != options.split:
            continue
        name = record["document"]
        text = read_document(options.data, name)
        if hashlib.sha256(text.encode()).hexdigest() != record["sha256"]:
            sys.exit(f"{name}: not the text that was marked; take the GUM version of the README")
        reading = read_page(Page(id=name, origin=name, kind="exact", content=text), models)
        for line in score_document(tally, record["statements"], text, reading, options.show):
            print(f"{name}: {line}")
    report(tally)


def score_document(
    tally: Tally, labels: list[Label], text: str, reading: Reading, show: str | None = None
) -> list[str]:
    """Add the counts of one page; return what is asked for with `show`, a line each."""
    if reading.article is None or reading.article.text != text:
        raise ValueError("the reading is not of the text that was marked")
    count_stances(tally, labels, reading.statements)
    document = keep_words_said(labels, text, reading)
    count_found(tally, document)
    lines = count_fields(tally, document, show)
    linked = {pair.gold for pair in document.pairs}, {pair.found for pair in document.pairs}
    if show == "missed":
        gold = enumerate(document.gold)
        lines += [describe_label(text, each) for i, each in gold if i not in linked[0]]
    if show == "extra":
        found = enumerate(document.found)
        lines += [describe_statement(text, each) for j, each in found if j not in linked[1]]
    return lines


def keep_words_said(labels: list[Label], text: str, reading: Reading) -> Document:
    """Link the statements of stance "said"; nesting skips over those of any other stance."""
    said = [i for i, each in enumerate(labels) if each["stance"] == "said"]
    found = [each for each in reading.statements if each.stance == "said"]
    links = link(
        [spans_of_label(labels[i]) for i in said], [spans_of_statement(each) for each in found]
    )
    parents = {i: each["within"] for i, each in enumerate(labels)}
    outer = {each.id: each.within for each in reading.statements}
    gold_places = {i: place for place, i in enumerate(said)}
    found_places = {each.id: place for place, each in enumerate(found)}
    return Document(
        text=text,
        gold=[labels[i] for i in said],
        found=found,
        pairs=[Pair(i, j) for j, (i, _) in sorted(links.items())],
        gold_within=[climb(i, parents, gold_places) for i in said],
        found_within=[climb(each.id, outer, found_places) for each in found],
        actors={actor.id: actor for actor in reading.actors},
    )


def climb(start: Key, parents: Mapping[Key, Key | None], places: Mapping[Key, int]) -> int | None:
    """Return the place of the nearest statement around `start` that has one."""
    parent = parents.get(start)
    while parent is not None and parent not in places:
        parent = parents.get(parent)
    return None if parent is None else places[parent]


def count_stances(tally: Tally, labels: list[Label], statements: Sequence[Statement]) -> None:
    links = link(
        [spans_of_label(each) for each in labels], [spans_of_statement(each) for each in statements]
    )
    for j, (i, _) in links.items():
        tally.add("stance", int(labels[i]["stance"] == statements[j].stance), 1, 1)


def count_found(tally: Tally, document: Document) -> None:
    """Count statements found, all and in parts; a linked one belongs to the part of its gold."""
    gold, found = document.gold, document.found
    twin = {pair.found: gold[pair.gold] for pair in document.pairs}
    parts: dict[str, tuple[Callable[[Label], bool], Callable[[Statement], bool]]] = {
        "statements": (lambda _: True, lambda _: True),
        "direct": (lambda a: a["kind"] == "direct", lambda b: b.kind == "direct"),
        "direct, without turns": (
            lambda a: a["kind"] == "direct" and not is_turn(a),
            lambda b: b.kind == "direct" and not (b.cue is None and b.source),
        ),
        "indirect and mixed": (lambda a: a["kind"] != "direct", lambda b: b.kind != "direct"),
    }
    for name, (in_gold, in_found) in parts.items():
        given = [in_gold(twin[j]) if j in twin else in_found(each) for j, each in enumerate(found)]
        right = sum(given[j] for j in twin)
        tally.add(name, right, sum(given), sum(in_gold(each) for each in gold))
    pairs = document.pairs
    total = len(found), len(gold)
    tally.add("statement + source", sum(same_source(document, each) for each in pairs), *total)
    tally.add("statement + speaker", sum(same_speaker(document, each) for each in pairs), *total)


def count_fields(tally: Tally, document: Document, show: str | None) -> list[str]:
    """Count fields over linked statements; return the differences in the field of `show`."""
    lines: list[str] = []
    twins = {pair.found: pair.gold for pair in document.pairs}
    for pair in document.pairs:
        a, b = document.gold[pair.gold], document.found[pair.found]
        different = set()
        for name, (right, given, wanted) in compare_fields(document, pair, twins).items():
            if is_open(name, a):
                continue
            hit = right and given and wanted
            tally.add(name, int(hit), int(given), int(wanted))
            if not hit and (given or wanted):
                different.add(name)
        if is_named(document.text, a["speaker"]):
            good = int(names(document, b.speaker, a["speaker"]))
            tally.add("speaker who has a proper name", good, 1, 1)
        same_act = a["act"] == b.act
        tally.add("act", int(same_act), 1, 1)
        if not is_turn(a):
            tally.add("act, without turns", int(same_act), 1, 1)
        if not same_act:
            different.add("act")
        same_polarity = a["polarity"] == b.polarity
        tally.add("polarity", int(same_polarity), 1, 1)
        if not same_polarity:
            different.add("polarity")
        if show in different:
            lines.append(difference(document, pair, show))
    return lines


def compare_fields(
    document: Document, pair: Pair, twins: Mapping[int, int]
) -> dict[str, tuple[bool, bool, bool]]:
    """Return for each field whether it is right, whether the reading has one, and the gold."""
    a, b = document.gold[pair.gold], document.found[pair.found]
    inner, outer = document.gold_within[pair.gold], document.found_within[pair.found]
    rights = {
        "source": (same_source(document, pair), b.source, a["source"]),
        "speaker": (names(document, b.speaker, a["speaker"]), b.speaker, a["speaker"]),
        "addressee": (names(document, b.addressee, a["addressee"]), b.addressee, a["addressee"]),
        "relay": (
            any(names(document, each, a["relay"]) for each in b.relayed_by),
            b.relayed_by or None,
            a["relay"],
        ),
        "within": (outer is not None and twins.get(outer) == inner, outer, inner),
        "condition": (
            b.condition is not None and overlaps(a["condition"], b.condition),
            b.condition,
            a["condition"],
        ),
    }
    return {
        name: (right, given is not None, wanted is not None)
        for name, (right, given, wanted) in rights.items()
    }


def is_open(field: str, label: Label) -> bool:
    """Whether the marks do not say: they leave out who is asked, and most "if"s of a quotation."""
    if field == "addressee":
        return is_turn(label)
    return field == "condition" and label["kind"] == "direct" and label["condition"] is None


def same_source(document: Document, pair: Pair) -> bool:
    """Whether both have no source, or theirs share a character."""
    a, b = document.gold[pair.gold]["source"], document.found[pair.found].source
    return a is None if b is None else overlaps(a, b)


def same_speaker(document: Document, pair: Pair) -> bool:
    """Whether both name no speaker, or the same one."""
    a, b = document.gold[pair.gold]["speaker"], document.found[pair.found].speaker
    return a is None if b is None else names(document, b, a)


def names(document: Document, actor_id: str | None, place: list[int] | None) -> bool:
    """Whether the actor is the one at `place`.

    True where the names are equal or end in the same word, or where the place is a mention of
    the actor (an abbreviation, a pronoun).
    """
    actor = document.actors.get(actor_id or "")
    if actor is None or place is None:
        return False
    words = document.text[place[0] : place[1]]
    if words.casefold() == actor.name.casefold() or last_word(words) == last_word(actor.name):
        return True
    return any(overlaps(place, mention) for mention in actor.mentions)


def is_named(text: str, place: list[int] | None) -> bool:
    """Whether the words at `place` are a proper name: their last word is capitalised."""
    return place is not None and text[place[0] : place[1]].split()[-1].strip("(")[:1].isupper()


def last_word(words: str) -> str:
    return words.casefold().replace("’", "'").removesuffix("'s").split()[-1].strip(".,'\"()")


def overlaps(place: Sequence[int] | None, span: Span) -> bool:
    return place is not None and shares(((place[0], place[1]),), (span,))


def spans_of_label(each: Label) -> Attribution:
    content: Spans = tuple((start, end) for start, end in each["content"])
    return Attribution((), (), content, each["kind"])


def spans_of_statement(each: Statement) -> Attribution:
    return Attribution((), (), tuple(each.content), each.kind)


def difference(document: Document, pair: Pair, name: str) -> str:
    a, b = document.gold[pair.gold], document.found[pair.found]
    expected = a[name] if name in {"act", "polarity", "within"} else cut(document.text, a[name])
    got = getattr(b, "relayed_by" if name == "relay" else name)
    if isinstance(got, Span):
        got = cut(document.text, got)
    elif name in {"speaker", "addressee"} and got in document.actors:
        got = document.actors[got].name
    return f"{expected} != {got}: {describe_statement(document.text, b)}"


def describe_label(text: str, each: Label) -> str:
    content = " … ".join(cut(text, piece) for piece in each["content"])
    head = f"[{cut(text, each['source'])} | {cut(text, each['cue'])}]"
    return f"{head} {each['kind']}/{each['act']}: {content}"


def describe_statement(text: str, each: Statement) -> str:
    content = " … ".join(cut(text, piece) for piece in each.content)
    return f"[{cut(text, each.source)} | {cut(text, each.cue)}] {each.kind}/{each.act}: {content}"


def cut(text: str, place: Sequence[int] | None) -> str:
    return "-" if place is None else text[place[0] : place[1]].replace("\n", "¶")


def report(tally: Tally) -> None:
    accuracies = {
        "act", "act, without turns", "polarity", "stance", "speaker who has a proper name",
    }  # fmt: skip
    for name in dict.fromkeys(name for name, _ in tally.counts):
        rate = tally.rate(name)
        if name in accuracies:
            print(f"{name:30} {rate.recall:6.1%}  ({rate.right} of {rate.gold})")
        else:
            print(f"{name:30} {rate}")


if __name__ == "__main__":
    main()
