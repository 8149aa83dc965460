"""Score who the sources are on GUM's attribution units: python -m evaluation.statements.gum

A unit is an elementary discourse unit with the relation attribution-positive or -negative; its
source is the subject of the unit's verb, or who stands behind "according to". Scored are the
sources whose coreference chain has a name. The resolver gets the text, the actors that we find in
it, what the trained reader says of pronouns (`--rules`: not that), and the gold source. Right: an
actor whose name matches a name of the chain: a proper noun in it, its Wikipedia title, or the
speaker who says "I". Nobody named is not right, but less bad than
a wrong name. The page's title opens the text, and turns (a speech is one) start with their
speaker's name and a colon, as a page shows them; `--unlabelled` leaves these names out.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.sets import need
from onrecord.actors import find_actors
from onrecord.models import Reader, load_models
from onrecord.records import Actor, Article, Span
from onrecord.statements.drafting import draft_statements
from onrecord.statements.speakers.cast import cast_sources
from onrecord.text import outline_text

DEFAULT_DATA = Path(__file__).parents[3] / "shared" / "data" / "gum"
GENRES = ("news", "interview", "speech")
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
_EMPTY = frozenset("the of and mr mrs ms dr sir".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word; `head` and `id` are numbers in its sentence, `at` is its number in the text."""

    id: int
    at: int
    span: Span
    tag: str
    head: int
    relation: str
    subjects_of: tuple[int, ...]  # enhanced: the verbs it is the subject of
    sentence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Chained:
    """A mention: its words, the number of its head word, and its chain."""

    span: Span
    head: int
    chain: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text with the gold sources that have names: where they stand, and the names."""

    name: str
    text: str
    sources: tuple[tuple[Span, tuple[str, ...]], ...]


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--unlabelled", action="store_true", help="turns without their names")
    parser.add_argument("--genres", nargs="+", default=GENRES)
    parser.add_argument("--rules", action="store_true", help="without the trained reader")
    parser.add_argument("--show", choices=("wrong", "unknown"))
    options = parser.parse_args(arguments)
    need(options.data / "dep")
    reader = None if options.rules else load_models().reader
    counts: Counter[tuple[str, str]] = Counter()
    for genre in options.genres:
        for path in sorted((options.data / "dep").glob(f"GUM_{genre}_*.conllu")):
            document = read_document(path, labelled=not options.unlabelled)
            for kind, result, shown in score_document(document, reader):
                for group in (genre, kind, "all"):
                    counts[group, result] += 1
                if options.show == result:
                    print(f"{result} {document.name}: {shown}")
    for group in (*options.genres, "name", "he or she", "I or we", "other", "all"):
        right, wrong, unknown = (counts[group, each] for each in ("right", "wrong", "unknown"))
        total = max(right + wrong + unknown, 1)
        print(
            f"{group:10} right {right / total:6.1%}  wrong {wrong / total:6.1%}  "
            f"unknown {unknown / total:6.1%}  ({total} sources)"
        )


def score_document(document: Document, reader: Reader | None) -> Iterator[tuple[str, str, str]]:
    """Yield for each gold source its kind, whether it is named rightly, and a line about it."""
    text = document.text
    outline = outline_text(text)
    pronouns = None if reader is None else reader.read(text, outline).pronouns
    actors = list(find_actors(Article(id="x", text=text, body=Span(0, len(text))), outline))
    drafts, subjects = draft_statements(text, outline, actors, frozenset({0}))
    gold = {source for source, _ in document.sources}
    cast = cast_sources(text, drafts, {*subjects, *gold}, actors, pronouns)
    for source, names in document.sources:
        found = cast.who(source)
        result = (
            "unknown"
            if found.actor is None
            else "right"
            if matches(text, found.actor, names)
            else "wrong"
        )
        around = text[max(0, source.start - 150) : source.start].replace("\n", "¶")
        after = text[source.end : source.end + 60].replace("\n", "¶")
        mine = found.actor.name if found.actor else None
        shown = (
            f"{mine} ({found.how}) not {sorted(set(names))[:4]}: "
            f"{around}[[{text[slice(*source)]}]]{after}"
        )
        yield kind_of(text[slice(*source)]), result, shown


def kind_of(words: str) -> str:
    lower = words.lower()
    if lower in {"he", "she"}:
        return "he or she"
    if lower in {"i", "we", "you"}:
        return "I or we"
    return "name" if any(word[:1].isupper() for word in words.split()) else "other"


def matches(text: str, actor: Actor, names: Sequence[str]) -> bool:
    """Return whether the words of the actor's name are all in one of `names`, or the reverse.

    A state or a body may be called otherwise at each of its mentions ("Norway", "Oslo").
    """
    forms = {actor.name}
    if actor.kind != "person":
        forms |= {text[start:end] for start, end in actor.mentions}
    for form in forms:
        own = _words(form)
        for name in names:
            words = _words(name)
            if own and words and (own <= words or words <= own):
                return True
    return False


def _words(name: str) -> set[str]:
    return {word.casefold() for word in re.findall(r"[^\W_]+", name)} - _EMPTY


def read_document(path: Path, *, labelled: bool) -> Document:
    """Return the text of a CoNLL-U file with its gold sources."""
    text, space, speaker, sentence, glued_to = "", "", "", 0, 0
    after_glued = ""
    tokens: list[Token] = []
    units: list[tuple[int, str]] = []  # the first token of each discourse unit, its relation
    opened: list[tuple[str, int]] = []
    mentions: list[tuple[str, int, int]] = []
    names: dict[str, set[str]] = {}  # by chain: what is no proper noun of the text
    said: dict[int, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# meta::title = "):
            text, space = line[16:], "\n\n"
        elif line.startswith("# newpar") and not line.startswith("# newpar_"):
            space = "\n\n"
        elif line.startswith("# sent_id"):
            sentence += 1
        elif line.startswith("# speaker = "):
            name = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", line[12:])
            if name != speaker and labelled:
                text, space = f"{text}\n\n{name}: ", ""
            speaker = name
        cells = line.split("\t")
        if len(cells) < 10 or "." in cells[0]:
            continue
        after = "" if "SpaceAfter=No" in cells[9] else " "
        if "-" in cells[0]:  # "Oslo's" of two tokens
            glued_to, after_glued = int(cells[0].split("-")[1]), after
            continue
        if int(cells[0]) == glued_to:
            after = after_glued
        elif int(cells[0]) < glued_to:
            after = ""
        start = len(text) + len(space)
        text, space = text + space + cells[1], after
        at = len(tokens)
        tokens.append(_read_token(cells, at, Span(start, len(text)), sentence))
        glued_to = 0 if int(cells[0]) == glued_to else glued_to
        misc = dict(part.split("=", 1) for part in cells[9].split("|") if "=" in part)
        if "Discourse" in misc:
            units.append((at, misc["Discourse"]))
        if cells[1] == "I":
            said[at] = speaker
        for part in re.findall(r"\([^()]+\)?|[^()]+\)", misc.get("Entity", "")):
            fields = part.strip("()").split("-", 6)
            if part.startswith("("):
                opened.append((fields[0], at))
                if len(fields) == 7 and "-" in fields[6]:
                    names.setdefault(fields[0], set()).add(fields[6].split("-", 1)[1])
            if part.endswith(")"):
                where = max(k for k, each in enumerate(opened) if each[0] == fields[0])
                mentions.append((fields[0], opened.pop(where)[1], at + 1))
    for chain, first, last in mentions:
        if last == first + 1 and said.get(first):
            names.setdefault(chain, set()).add(said[first])
    chained = [_mention(tokens, mention) for mention in mentions]
    sources = tuple(_find_sources(text, tokens, units, chained, names))
    return Document(name=path.stem, text=text, sources=sources)


def _read_token(cells: Sequence[str], at: int, span: Span, sentence: int) -> Token:
    deps = [dep.split(":", 1) for dep in cells[8].split("|") if dep[:1].isdigit()]
    return Token(
        id=int(cells[0]),
        at=at,
        span=span,
        tag=cells[4],
        head=int(cells[6]),
        relation=cells[7],
        subjects_of=tuple(
            int(head) for head, relation in deps if relation in _SUBJECTS and head.isdigit()
        ),
        sentence=sentence,
    )


def _mention(tokens: Sequence[Token], entity: tuple[str, int, int]) -> Chained:
    chain, first, last = entity
    inside = {token.id for token in tokens[first:last]}
    head = next(token.at for token in tokens[first:last] if token.head not in inside)
    return Chained(
        span=Span(tokens[first].span.start, tokens[last - 1].span.end), head=head, chain=chain
    )


def _find_sources(
    text: str,
    tokens: Sequence[Token],
    units: Sequence[tuple[int, str]],
    mentions: Sequence[Chained],
    other_names: Mapping[str, set[str]],
) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Yield the sources of the attribution units whose chains have names, with the names."""
    by_head: dict[int, Chained] = {}
    names: dict[str, set[str]] = {}
    for mention in mentions:
        longest = by_head.get(mention.head)
        if longest is None or len(range(*mention.span)) > len(range(*longest.span)):
            by_head[mention.head] = mention
        if tokens[mention.head].tag in {"NNP", "NNPS"}:
            name = _proper(tokens, mention.head)
            names.setdefault(mention.chain, set()).add(text[slice(*name)])
            for token in tokens[mention.head : mention.head + 20]:  # "Ida Berg and Ole Lind"
                tied = token.relation in {"conj", "appos"} and token.head == tokens[mention.head].id
                named = token.tag.startswith("NNP") and token.span.end <= mention.span.end
                if tied and named and token.sentence == tokens[mention.head].sentence:
                    names[mention.chain].add(text[slice(*_proper(tokens, token.at))])
    ends = [at for at, _ in units[1:]] + [len(tokens)]
    for (first, relation), last in zip(units, ends, strict=True):
        if not relation.startswith("attribution"):
            continue
        head = _source_head(text, tokens, first, last)
        source = None if head is None else by_head.get(head)
        if source is not None and source.chain in names:
            known = names[source.chain] | other_names.get(source.chain, set())
            yield source.span, tuple(sorted(known))


def _proper(tokens: Sequence[Token], head: int) -> Span:
    """Return the run of proper nouns around a word."""
    first = last = head
    same = tokens[head].sentence
    while first and tokens[first - 1].tag.startswith("NNP") and tokens[first - 1].sentence == same:
        first -= 1
    while (
        last + 1 < len(tokens)
        and tokens[last + 1].tag.startswith("NNP")
        and tokens[last + 1].sentence == same
    ):
        last += 1
    return Span(tokens[first].span.start, tokens[last].span.end)


def _source_head(text: str, tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Return the head word of the source of the discourse unit `[first, last)`."""
    unit = [token for token in tokens[first:last] if token.sentence == tokens[first].sentence]
    inside = {token.id for token in unit}
    for token in unit:
        if text[slice(*token.span)].lower() == "according":
            to = [other for other in unit if other.relation.startswith(("nmod", "obl"))]
            return to[0].at if to else None
    roots = [token for token in unit if token.head not in inside and token.relation != "punct"]
    for root in roots:
        for token in tokens:
            if token.sentence == root.sentence and root.id in token.subjects_of:
                return token.at
        for token in unit:
            if token.head == root.id and token.relation in _SUBJECTS:
                return token.at
    return None


if __name__ == "__main__":
    main()
