"""What a watch told, for people and for programs: text, and lines of JSON."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

import msgspec

from onrecord.views.plain import one_line, shorten
from onrecord.watches.contents import Seen
from onrecord.watches.matching import Change
from onrecord.watches.memory import Firing
from onrecord.watches.saved import Watch

_LONGEST = 300  # characters of one part of a line


def report_text(watch: Watch, firings: list[Firing]) -> str:
    """Return what a watch told as plain text of a few lines for each row."""
    lines = [f"{one_line(watch.name)}: {count_news(firings)}", f"({show_filter(watch.fields)})"]
    for firing in firings:
        lines += ["", f"{show_moment(firing.when)} UTC"]
        for seen in firing.news.new:
            lines += ["", f"NEW  {show_row(seen)}"]
            lines += [f"     {line}" for line in (*show_sentence(seen), _show_where(seen))]
        for change in firing.news.changed:
            lines += ["", f"CHANGED  {show_row(change.after)}"]
            lines += [f"     {line}" for line in show_changes(change)]
            lines += [f"     {line}" for line in show_sentence(change.after)]
            lines += [f"     {_show_where(change.after)} ({change.why})"]
        for gone in firing.news.withdrawn:
            lines += ["", f"WITHDRAWN  {show_row(gone.before)}"]
            lines += [f"     {show_place(gone.before)} ({gone.why})"]
    return "\n".join(lines) + "\n"


def report_lines(watch: Watch, firings: list[Firing]) -> Iterator[bytes]:
    """Yield what a watch told as JSON: an object for each row, with its `news` and its content."""
    for firing in firings:
        head = {"watch": watch.name, "id": watch.id, "when": firing.when}
        for seen in firing.news.new:
            yield msgspec.json.encode({**head, "news": "new", "row": seen})
        for change in firing.news.changed:
            yield msgspec.json.encode(
                {
                    **head,
                    "news": "changed",
                    "row": change.after,
                    "before": change.before,
                    "fields": change.fields,
                    "why": change.why,
                }
            )
        for gone in firing.news.withdrawn:
            yield msgspec.json.encode(
                {**head, "news": "withdrawn", "row": gone.before, "why": gone.why}
            )


def count_news(firings: list[Firing]) -> str:
    """Return how much was told: "2 new, 1 withdrawn"."""
    counts = {
        "new": sum(len(firing.news.new) for firing in firings),
        "changed": sum(len(firing.news.changed) for firing in firings),
        "withdrawn": sum(len(firing.news.withdrawn) for firing in firings),
    }
    told = [f"{count:,} {name}" for name, count in counts.items() if count]
    return ", ".join(told) or "nothing new"


def show_filter(fields: Mapping[str, str]) -> str:
    """Return a filter in words: "who lund, act threaten"; "all rows" without any."""
    return ", ".join(f"{name} {one_line(text)}" for name, text in fields.items()) or "all rows"


def show_moment(when: datetime) -> str:
    """Return a moment in UTC: "1 Apr 2031, 12:05"."""
    when = when.astimezone(UTC)
    return f"{when.day} {when:%b %Y, %H:%M}"


def show_row(seen: Seen) -> str:
    """Return a row on one line: who does what to whom, and the words."""
    content = seen.content
    if seen.kind == "figure":
        parts = [content.get("value"), content.get("of")]
        giver = f"given by {content['given by']}" if "given by" in content else None
        said = ", ".join(_cut(part) for part in (*parts, giver) if part)
    else:
        who = content.get("who") or ("unknown" if seen.kind == "statement" else "someone not named")
        to = f"to {content['to']}" if "to" in content else None
        said = " ".join(_cut(part) for part in (who, content.get("does"), to) if part)
    condition = f" [condition: {_cut(content['if'])}]" if "if" in content else ""
    return f"{said}{condition}: {_cut(content.get('words', ''))}"


def show_sentence(seen: Seen) -> Iterator[str]:
    """Yield the sentence around an act or a figure, whose own words say little."""
    if seen.kind != "statement":
        yield f"In the article: {_cut(seen.sentence)}"


def show_place(seen: Seen) -> str:
    """Return where a row stands: publisher, headline, day, address."""
    headline = _cut(seen.headline) if seen.headline else "no headline"
    return ", ".join(
        (_cut(seen.publisher), headline, seen.published, one_line(seen.url or seen.origin))
    )


def show_changes(change: Change) -> Iterator[str]:
    """Yield each part of a row's content that differs, as it was and as it is."""
    for name in change.fields:
        before = change.before.content.get(name, "—")
        after = change.after.content.get(name, "—")
        yield f"{name}: {_cut(before)} → {_cut(after)}"


def _show_where(seen: Seen) -> str:
    """Return where a row stands, with the start of its id, by which `onrecord show` finds it."""
    return f"{show_place(seen)} [{seen.row[:10]}]"


def _cut(text: str) -> str:
    return shorten(one_line(text), _LONGEST)
