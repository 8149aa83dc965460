"""The head of a note: what clipping tools write above a saved text (Obsidian, MarkDownload)."""

import re

from onrecord.pages.making import NO_HINTS, Hints
from onrecord.pages.record_fields import read_hints

_FRONT_MATTER = re.compile(
    r"\ufeff?---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL
)
_FIELD = re.compile(r"(?P<name>[A-Za-z][\w -]{0,40}):(?:[ \t]+(?P<value>.*))?")
_ITEM = re.compile(r"\s{0,8}-\s+(?P<value>.+)")
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]]*)\]\]")


def split_front_matter(content: str) -> tuple[Hints, str]:
    """Return what the YAML head of a text says of it, and the text below.

    Only simple fields and lists of one level are read, which these tools write; a text whose head
    holds anything else of a document, or no field that is known, is left as it is.
    """
    match = _FRONT_MATTER.match(content)
    if match is None:
        return NO_HINTS, content
    fields: dict[str, str | list[str]] = {}
    name = ""
    for line in match[1].split("\n"):
        item = _ITEM.fullmatch(line)
        field = _FIELD.fullmatch(line.rstrip())
        if item is not None and name:
            known = fields.setdefault(name, [])
            if isinstance(known, list):
                known.append(_clean(item["value"]))
        elif field is not None:
            name = field["name"]
            if value := _clean(field["value"] or ""):
                fields[name] = value
        elif line.strip() and not line.startswith((" ", "\t", "#")):
            return NO_HINTS, content
    hints = read_hints(fields)
    return (NO_HINTS, content) if hints == NO_HINTS else (hints, content[match.end() :])


def _clean(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1].replace('\\"', '"')
    return _WIKI_LINK.sub(r"\1", value).strip()
