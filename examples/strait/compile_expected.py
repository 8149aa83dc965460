"""Compile the hand-made reading of the example pages, `expected/*.toml`, to `expected.jsonl`.

    python examples/strait/compile_expected.py

The reading names words and never positions. A passage is copied from the article with the parts
that matter in braces, `“{k:We shall sail},” {c:said} {s:the captain}`; braces may nest, and
`[..]` stands for any words between. The passage must occur exactly once in the article's text
(`expected/<page>.body.txt`): where it occurs never or twice, compiling stops and says so. So the
result rests on nothing but the text, the reading, and how Python finds a string.
"""

import re
import sys
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
from passages import ReadingError, find_marks, find_passage, read_days, read_interval

from onrecord.ids import hash_id, row_id
from onrecord.records import (
    Act,
    Actor,
    Article,
    Dateline,
    Figure,
    Published,
    Reading,
    Removed,
    Span,
    Statement,
    Timex,
    Witness,
)

HERE = Path(__file__).parent
Row = dict[str, Any]
VERSION = "by hand"


class PageCompiler:
    """Turns the reading of one page into a `Reading`; names of rows and actors become ids."""

    def __init__(self, name: str, cast: dict[str, Row]) -> None:
        self.name = name
        self.reading: Row = tomllib.loads((HERE / f"expected/{name}.toml").read_text("utf-8"))
        self.text = (HERE / f"expected/{name}.body.txt").read_text("utf-8").removesuffix("\n")
        self.article_id = hash_id("p", name)
        self.cast = cast | self.reading.get("actors", {})
        self.used: set[str] = set()
        self.rows: dict[str, str] = {}  # names of rows in the reading -> ids

    def compile(self) -> Reading:
        """Return the whole reading of the page."""
        try:
            for kind, letter, prefix in (
                ("statement", "k", "s"),
                ("act", "t", "e"),
                ("figure", "f", "f"),
            ):
                self._name_rows(kind, letter, prefix)
            article = self._article()
            statements = tuple(self._statement(row) for row in self._listed("statement"))
            acts = tuple(self._act(row) for row in self._listed("act"))
            figures = tuple(self._figure(row) for row in self._listed("figure"))
            timexes = tuple(self._timex(*row) for row in self.reading.get("timexes", ()))
            return Reading(
                version=VERSION,
                origin=self.reading["page"],
                article=article,
                timexes=tuple(sorted(timexes, key=lambda timex: timex.span)),
                actors=tuple(self._actors()),
                statements=tuple(sorted(statements, key=lambda row: row.content[0])),
                acts=tuple(sorted(acts, key=lambda row: row.trigger)),
                figures=tuple(sorted(figures, key=lambda row: row.span)),
            )
        except (ReadingError, KeyError, TypeError, ValueError) as error:
            raise ReadingError(f"{self.name}: {error}") from error

    def _listed(self, kind: str) -> list[Row]:
        rows: list[Row] = self.reading.get(kind, [])
        return rows

    def _name_rows(self, kind: str, letter: str, prefix: str) -> None:
        """Give every row its id from its place, before rows refer to each other."""
        for row in self._listed(kind):
            spans = find_marks(self.text, row["at"]).parts[letter]
            row["_id"] = row_id(prefix, self.article_id, *spans)
            if "id" in row:
                if row["id"] in self.rows:
                    raise ReadingError(f"two rows are named {row['id']!r}")
                self.rows[row["id"]] = row["_id"]

    def _actor(self, key: str | None) -> str | None:
        if not key:
            return None
        if key not in self.cast:
            raise ReadingError(f"no actor {key!r}")
        self.used.add(key)
        return hash_id("a", self.article_id, key)

    def _actor_ids(self, keys: list[str]) -> tuple[str, ...]:
        return tuple(id_ for key in keys if (id_ := self._actor(key)) is not None)

    def _article(self) -> Article:
        head = self.reading["article"]
        opening = [part for part in (head["headline"], head.get("standfirst")) if part]
        if not self.text.startswith("\n\n".join(opening) + "\n\n"):
            raise ReadingError("the text does not begin with headline and standfirst")
        dateline = None
        if "dateline" in head:
            words = find_passage(self.text, head["dateline"]).one("k")
            assert words is not None
            dateline = Dateline(place=head["place"], span=words)
        published = self.reading["published"]
        when = read_days(published.get("day"))
        return Article(
            id=self.article_id,
            text=self.text,
            body=Span(len("\n\n".join(opening)) + 2, len(self.text)),
            headline=head["headline"],
            standfirst=head.get("standfirst"),
            outlet=head.get("outlet"),
            agency=head.get("agency"),
            byline=head.get("byline"),
            dateline=dateline,
            url=head.get("url"),
            language="en",
            published=Published(
                earliest=when.earliest,
                latest=when.latest,
                certainty=when.certainty,
                witnesses=tuple(self._witness(*row) for row in published.get("witnesses", ())),
                conflicts=tuple(published.get("conflicts", ())),
            ),
            removed=tuple(
                Removed(reason=reason, words=words)
                for reason, words in self.reading.get("removed", ())
            ),
        )

    def _witness(self, kind: str, words: str, day: str | None = None) -> Witness:
        when = read_days(day)
        return msgspec.convert(
            {"kind": kind, "words": words, "earliest": when.earliest, "latest": when.latest},
            Witness,
        )

    def _actors(self) -> list[Actor]:
        """Return the actors that rows refer to or that the text names, with all their mentions.

        Role and body are kept where the page itself has the words.
        """
        actors = []
        lowered = self.text.casefold()
        extra = self.reading.get("mentions", {})
        for key, row in self.cast.items():
            mentions = self._mentions(row.get("names", []))
            for passage in extra.get(key, []):
                mentions.extend(find_passage(self.text, passage).parts["k"])
            if not mentions:
                if key in self.used:
                    raise ReadingError(f"actor {key!r} is referred to but not in the text")
                continue
            first = min(mentions)
            names = [name for name in row.get("names", []) if name in self.text]
            said = [self.text[first.start : first.end]]
            role, body = row.get("role"), row.get("body")
            actors.append(
                msgspec.convert(
                    {
                        "id": hash_id("a", self.article_id, key),
                        "name": row.get("name") or max(names or said, key=len),
                        "kind": row["kind"],
                        "state": row.get("state"),
                        "sector": row.get("sector"),
                        "body": body if body and body.casefold() in lowered else None,
                        "role": role if role and role.casefold() in lowered else None,
                        "mentions": sorted(set(mentions)),
                    },
                    Actor,
                )
            )
        return sorted(actors, key=lambda actor: actor.mentions[0])

    def _mentions(self, names: list[str]) -> list[Span]:
        if not names:
            return []
        longest = sorted(names, key=len, reverse=True)
        words = "|".join(r"\s".join(map(re.escape, name.split(" "))) for name in longest)
        return [
            Span(*match.span()) for match in re.finditer(rf"(?<!\w)(?:{words})(?!\w)", self.text)
        ]

    def _timex(self, at: str, type_: str, value: str, days: str | None = None) -> Timex:
        span = find_passage(self.text, at).one("k")
        assert span is not None
        if days is None and re.fullmatch(r"\d{4}(-\d\d){0,2}(T[\w:]+)?", value):
            days = value.partition("T")[0]
        when = read_days(days)
        return msgspec.convert(
            {
                "span": span,
                "words": self.text[span.start : span.end],
                "type": type_,
                "value": value,
                "earliest": when.earliest,
                "latest": when.latest,
                "certainty": when.certainty,
            },
            Timex,
        )

    def _statement(self, row: Row) -> Statement:
        marks = find_marks(self.text, row["at"])
        return msgspec.convert(
            {
                "id": row["_id"],
                "kind": row["kind"],
                "content": marks.parts["k"],
                "cue": marks.one("c"),
                "source": marks.one("s"),
                "speaker": self._actor(row.get("by")),
                "addressee": self._actor(row.get("to")),
                "relayed_by": self._actor_ids(row.get("via", [])),
                "within": self.rows[row["within"]] if "within" in row else None,
                "answers": self.rows[row["answers"]] if "answers" in row else None,
                "act": row.get("act", "claim"),
                "polarity": row.get("polarity", "positive"),
                "condition": marks.one("x"),
                "when": read_days(row.get("day")),
                "certainty": "clear",
            },
            Statement,
        )

    def _act(self, row: Row) -> Act:
        marks = find_marks(self.text, row["at"])
        return msgspec.convert(
            {
                "id": row["_id"],
                "trigger": marks.one("t"),
                "type": row["type"],
                "speech_act": row.get("speech"),
                "actors": self._actor_ids(row.get("by", [])),
                "recipients": self._actor_ids(row.get("to", [])),
                "modality": row.get("mode", "happened"),
                "polarity": row.get("polarity", "positive"),
                "condition": marks.one("x"),
                "when": read_days(row.get("day")),
                "place": row.get("place"),
                "background": row.get("background", False),
                "asserted_by": self._actor(row.get("said_by")),
                "denied_by": self._actor_ids(row.get("denied_by", [])),
                "content": self.rows[row["content"]] if "content" in row else None,
                "hedge": marks.one("h"),
                "certainty": "clear",
            },
            Act,
        )

    def _figure(self, row: Row) -> Figure:
        marks = find_marks(self.text, row["at"])
        span, bound = marks.one("f"), marks.one("b")
        assert span is not None
        figure: Figure = msgspec.convert(
            {
                "id": row["_id"],
                "span": span,
                "words": self.text[span.start : span.end],
                "bound": self.text[bound.start : bound.end] if bound else None,
                "change": row.get("change"),
                "unit": row.get("unit"),
                "counted": row.get("of"),
                "giver": self._actor(row.get("by")),
                "whose": row.get("whose"),
                "place": row.get("place"),
                "as_of": read_days(row.get("day")),
                "hedge": row.get("hedge"),
                "denied_by": self._actor_ids(row.get("denied_by", [])),
            },
            Figure,
        )
        return replace(figure, **read_interval(row["is"]))


def compile_all() -> list[Reading]:
    """Return the readings of all pages in the order of their names."""
    cast = tomllib.loads((HERE / "expected/cast.toml").read_text("utf-8"))
    names = sorted(path.stem for path in (HERE / "pages").iterdir())
    return [PageCompiler(name, cast).compile() for name in names]


def encode_all() -> bytes:
    """Return `expected.jsonl`: one reading a line."""
    encoder = msgspec.json.Encoder()
    return b"".join(encoder.encode(reading) + b"\n" for reading in compile_all())


if __name__ == "__main__":
    try:
        (HERE / "expected.jsonl").write_bytes(encode_all())
    except ReadingError as error:
        sys.exit(str(error))
