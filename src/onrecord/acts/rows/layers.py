"""Join what tells one act: a draft, the statement whose cue it is, and the act it leads to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.acts.draft import Draft
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import SAYINGS
from onrecord.acts.rows.speech import ROOTS, Layers, tells_act
from onrecord.acts.triggers.formulas import is_silence
from onrecord.ids import row_id
from onrecord.records import Span, Statement
from onrecord.text import forms_of

_WILLING = frozenset("open ready willing prepared happy".split())
_ASKING = frozenset(forms_of("ask"))
_SILENCE = 50  # characters behind the cue of a statement to what its speaker will not do


@dataclass(slots=True, kw_only=True)
class Row:
    """What is known of one trigger: a draft, a statement whose cue it is, or both."""

    span: Span
    sentence: Sentence | None = None
    draft: Draft | None = None
    statement: Statement | None = None


def make_rows(
    text: str, drafts: Sequence[tuple[Sentence, Draft]], statements: Sequence[Statement]
) -> list[Row]:
    """Return one row a trigger; a statement's act joins the draft that its cue is.

    Where the cue tells no act ("said"), the speech act is the statement's alone, but for a threat.
    """
    rows = {
        draft.span: Row(span=draft.span, sentence=sentence, draft=draft)
        for sentence, draft in drafts
    }
    starts = {span.start: row for span, row in rows.items()}
    for statement in statements:
        cue = statement.cue or statement.content[0]
        row = starts.get(cue.start)
        if row is None and statement.cue is not None:
            row = next((starts[k] for k in range(cue.start, cue.end) if k in starts), None)
        if row is not None and row.statement is None and statement.cue is not None:
            row.statement = statement
        elif (
            row is None
            and tells_act(statement)
            and (statement.act == "threaten" or not only_says(text[cue.start : cue.end]))
            and not _is_silent(text, cue)
        ):
            rows[cue] = Row(span=cue, statement=statement)
    return [rows[span] for span in sorted(rows) if not _only_replies(rows[span])]


def _only_replies(row: Row) -> bool:
    """Return whether the row is but the cue of a claim or question: "responded", "asked".

    Who only claims something makes no threat by it: "impressed the risks upon Peru".
    """
    if row.statement is None or row.draft is None or tells_act(row.statement):
        return False
    trigger = row.draft.trigger
    claims = ROOTS[row.statement.act] == "STATE"
    bare = trigger.type == "THREATEN" or trigger.words in _ASKING
    return trigger.type == "UNSPECIFIED" or (claims and bare)


def _is_silent(text: str, cue: Span) -> bool:
    """Return whether a statement is but that somebody will not speak: "| declined | to comment"."""
    words = text[cue.start : cue.end + _SILENCE].lower().split()
    return is_silence(" ".join(words).removeprefix("has ").removeprefix("also "))


def only_says(words: str) -> bool:
    """Return whether a cue or trigger tells no more than that something was said."""
    return not any(map(str.isalpha, words)) or any(
        word in SAYINGS for word in words.lower().split()
    )


def drop_told(rows: Sequence[Row], contents: Mapping[Span, str]) -> list[Row]:
    """Return the rows without plain sayings whose threat is an act that their words tell."""
    return [
        row
        for row in rows
        if row.draft is not None
        or row.statement is None
        or row.statement.act != "threaten"
        or row.span not in contents
    ]


def drop_repeated(rows: Sequence[Row], layers: Layers) -> list[Row]:
    """Return the rows without an offer that is made by saying so: "signalled he is | open | to"."""
    return [row for row in rows if not _repeats(row, layers)]


def _repeats(row: Row, layers: Layers) -> bool:
    if row.draft is None or row.statement is not None:
        return False
    if row.draft.trigger.type != "AGREE" or row.draft.trigger.words not in _WILLING:
        return False
    around = layers.at(row.span)
    return around is not None and around.act == "offer" and around.speaker in row.draft.actors


def find_contents(article_id: str, rows: Sequence[Row], layers: Layers) -> dict[Span, str]:
    """Return for each statement's own trigger the id of the first act that it tells of."""
    first: dict[str, str] = {}
    for row in rows:
        inner = layers.at(row.span, outside=row.statement.id if row.statement else None)
        if inner is not None:
            first.setdefault(inner.id, row_id("e", article_id, row.span))
    return {
        row.span: first[row.statement.id]
        for row in rows
        if row.statement is not None and row.statement.id in first
    }


def tie_governed(article_id: str, rows: Sequence[Row], contents: dict[Span, str]) -> None:
    """Tie an act to the one whose word governs it: "agreed to withdraw" outside statements."""
    at = {
        (id(row.sentence), row.draft.at): row
        for row in rows
        if row.draft is not None and row.sentence is not None
    }
    for row in rows:
        if row.draft is None or row.draft.meant.governor is None:
            continue
        governor = at.get((id(row.sentence), row.draft.meant.governor))
        if governor is not None and governor is not row:
            contents.setdefault(governor.span, row_id("e", article_id, row.span))
