"""Read ECB+ (Cybulska and Vossen 2014): documents as pages, and their events with chains."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from evaluation.sets import need
from onrecord.records import Page, Span

DEVELOPMENT = ("2", "5", "12", "18", "21", "23", "34", "35")
"""The topics that the field's split keeps for development."""
_EVENTS = ("ACTION_", "NEG_ACTION_")
_NO_SPACE_BEFORE = re.compile(r"[.,;:!?%)\]}’]|''|'\w{0,2}$|n't$")
_NO_SPACE_BEHIND = re.compile(r"(?:[(\[{$#“‘]|``)$")
_SENTENCE_END = (".", "!", "?", "”", '"')
_QUOTES = {"``": "“", "''": "”"}


class Mention(NamedTuple):
    """Where an event is told, in the text of its document, and the chain it is of."""

    span: Span
    chain: str


class Document(NamedTuple):
    """A document as a page, the sentences whose annotation was checked, and the mentions there.

    Mentions are whole stretches of text: one whose words stand apart reaches from the first to
    the last.
    """

    page: Page
    sentences: tuple[Span, ...]
    mentions: tuple[Mention, ...]


def read_topics(folder: Path, topics: tuple[str, ...] = DEVELOPMENT) -> Iterator[Document]:
    """Yield the documents of `topics` in `folder`, which holds ECB+ as it was published."""
    checked: dict[str, set[int]] = {}
    with need(folder / "ECBplus_coreference_sentences.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            name = f"{row['Topic']}_{row['File']}"
            checked.setdefault(name, set()).add(int(row["Sentence Number"]))
    for topic in topics:
        for path in sorted((folder / topic).glob("*.xml")):
            yield _read_document(path, checked.get(path.stem, set()))


def _read_document(path: Path, checked: set[int]) -> Document:
    root = ElementTree.parse(path).getroot()
    tokens: dict[int, list[tuple[str, str]]] = {}
    for token in root.iter("token"):
        number = int(token.get("sentence", ""))
        tokens.setdefault(number, []).append((token.get("t_id", ""), token.text or ""))
    url = None
    if (first := tokens.get(0)) and first[0][1].startswith("http"):
        url = "".join(word for _, word in tokens.pop(0))
    text, places, sentences = _write(tokens)
    page = Page(id=path.stem, origin=path.stem, kind="exact", content=text, url=url)
    spans = tuple(span for number, span in sentences.items() if number in checked)
    mentions = tuple(
        mention
        for mention in _list_mentions(root, path.stem, places)
        if any(span.start <= mention.span.start < span.end for span in spans)
    )
    return Document(page, spans, mentions)


def _write(
    tokens: dict[int, list[tuple[str, str]]],
) -> tuple[str, dict[str, Span], dict[int, Span]]:
    """Return the text of the sentences, where each token stands, and where each sentence.

    A sentence that no mark ends is a line of its own, such as a headline or a date.
    """
    text, places, sentences = "", {}, {}
    for number, words in tokens.items():
        if text:
            text += " " if text.endswith(_SENTENCE_END) else "\n\n"
        begin, before, inside = len(text), "", False
        for token, written in words:
            word = _QUOTES.get(written, written)
            behind = _NO_SPACE_BEHIND.search(before) is not None
            tight = behind or _NO_SPACE_BEFORE.match(written) is not None
            if written == '"':
                tight, inside = inside or behind, not inside
            if len(text) > begin and not tight and not (before == '"' and inside):
                text += " "
            places[token] = Span(len(text), len(text) + len(word))
            text += word
            before = written
        sentences[number] = Span(begin, len(text))
    return text, places, sentences


def _list_mentions(
    root: ElementTree.Element, document: str, places: dict[str, Span]
) -> Iterator[Mention]:
    """Yield the events of a document; one in no chain is a chain of its own."""
    chains: dict[str, str] = {}
    for relation in root.iter("CROSS_DOC_COREF"):
        for source in relation.iter("source"):
            chains[source.get("m_id", "")] = relation.get("note", "")
    for relation in root.iter("INTRA_DOC_COREF"):
        for source in relation.iter("source"):
            chains.setdefault(source.get("m_id", ""), f"{document} {relation.get('r_id')}")
    for markable in root.find("Markables") or ():
        anchors = [places.get(a.get("t_id", "")) for a in markable.iter("token_anchor")]
        found = [place for place in anchors if place is not None]
        if found and markable.tag.startswith(_EVENTS):
            name = markable.get("m_id", "")
            span = Span(min(p.start for p in found), max(p.end for p in found))
            yield Mention(span, chains.get(name, f"{document} alone {name}"))
