"""Give quotations without attribution to the speaker that the text around them shows."""

import re
from dataclasses import replace

from onrecord.records import Span
from onrecord.spans import trim
from onrecord.statements.drafts import Draft
from onrecord.statements.grammar.freestanding import WORD, is_title
from onrecord.statements.grammar.shapes import is_name
from onrecord.statements.grammar.subjects import main_subject
from onrecord.statements.grammar.tokens import Unit
from onrecord.text.wordclasses import (
    DETERMINERS,
    SUBJECT_PRONOUNS,
    is_capital,
    is_person_noun,
)

_OWNERS = frozenset("his her their".split())
_OF_ANOTHER = re.compile(r"(?:She|He|They)\b")
_NEAR = 8  # drafts before a quotation, of which those of one sentence are looked for
_LONGEST_HEADING = 8  # words
_REACH = 2  # paragraphs without a quotation after which a speaker is no longer carried over


class Thread:
    """The run of direct speech while an article is read: what the last speaker said, and where."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.drafts: list[Draft] = []
        self._last: int | None = None  # index in `drafts` of the last quotation
        self._last_unit: Unit | None = None
        self._leading: Draft | None = None  # "Baru went on:", before the quoted paragraph
        self._previous_unit: Unit | None = None
        self._since: Span | None = None  # who acts in a later paragraph than the last quotation

    def add(self, drafts: list[Draft]) -> None:
        """Take the drafts of the unit being read, in reading order."""
        for draft in sorted(drafts, key=lambda draft: draft.start):
            self.drafts.append(draft)
            if draft.kind == "direct":
                self._last = len(self.drafts) - 1
                self._last_unit = draft.unit
                self._since = None

    def lead(self, draft: Draft | None) -> None:
        """Remember an attribution that ends its paragraph with a colon."""
        self._leading = draft

    def close(self, unit: Unit) -> None:
        """End the reading of `unit`."""
        self._previous_unit = unit
        if self._last_unit is not None and unit.paragraph > self._last_unit.paragraph:
            subject = main_subject(unit.tokens, len(unit.tokens))
            if subject is not None and _is_named(unit, subject):
                self._since = unit.cover(*subject)

    def place(self, unit: Unit, at: int) -> None:
        """Give the quotation at token `at` of `unit` to the last speaker, if it is theirs."""
        token = unit.tokens[at]
        quotation = token.quotation
        assert quotation is not None
        content = trim(self._text, quotation.inner)
        if self._is_heading(content, unit):
            return
        if self._leading is not None and self._leading.unit.paragraph == unit.paragraph - 1:
            self._append_new(replace(self._leading, content=(content,), unit=unit))
            self._leading = None
        elif any(token.is_word for token in unit.tokens):
            return  # built into a sentence of the writer's that claims it for nobody
        elif self._goes_on(unit):
            self._extend(content, unit)
        else:
            draft = self._from_sentence_before(content, unit) or self._carry(content, unit)
            if draft is not None:
                self._append_new(draft)

    def _is_heading(self, content: Span, unit: Unit) -> bool:
        """Return whether words in marks are a title, or alone in their line without a stop."""
        words = WORD.findall(self._text[content.start : content.end][:200])
        line = self._text[unit.span.end : unit.span.end + 1] in {"", "\n"}
        line = line and self._text[unit.span.start - 1 : unit.span.start] in {"", "\n"}
        open_ended = self._text[content.end - 1].isalnum() and len(words) <= _LONGEST_HEADING
        return is_title(words) or (line and open_ended)

    def _goes_on(self, unit: Unit) -> bool:
        """Return whether a quotation that is all of `unit` continues the last one.

        It does right behind it in its paragraph, and in the next one where it was left open.
        """
        if self._last is None or self._last_unit is None:
            return False
        if self._last_unit.paragraph == unit.paragraph:
            return self._last_unit is self._previous_unit
        near = unit.paragraph - self._last_unit.paragraph == 1
        return near and self._is_open(self.drafts[self._last])

    def _from_sentence_before(self, content: Span, unit: Unit) -> Draft | None:
        """Return the draft by who tells the sentence before it, or the person that it is about.

        That of the paragraph before has to tell what they said: "Berg said it was late.\n\n“Go.”".
        In "The port was shut, Berg said. “Go.”" it is not the port.
        """
        previous = self._previous_unit
        if previous is None or unit.paragraph - previous.paragraph > 1:
            return None
        told = self._from_paraphrase(previous, content, unit)
        if told is not None or previous.paragraph != unit.paragraph:
            return told
        subject = main_subject(previous.tokens, len(previous.tokens))
        if subject is None or not _is_person(previous, subject):
            return None
        owner = previous.tokens[subject[0]].lower
        if owner in _OWNERS and _OF_ANOTHER.match(self._text, *content):
            return None  # "Her daughter is away. “She works too much.”"
        source = previous.cover(*subject)
        return Draft(kind="direct", content=(content,), unit=unit, source=source, carried=True)

    def _from_paraphrase(self, previous: Unit, content: Span, unit: Unit) -> Draft | None:
        """Return the draft by the only one whose words the sentence before paraphrases."""
        told = [draft for draft in reversed(self.drafts[-_NEAR:]) if draft.unit is previous]
        sources = {draft.source for draft in told}
        if len(sources) != 1 or None in sources or any(d.kind != "indirect" for d in told):
            return None
        return Draft(
            kind="direct", content=(content,), unit=unit, source=told[0].source, carried=True
        )

    def _carry(self, content: Span, unit: Unit) -> Draft | None:
        """Return the draft by the speaker of the last quotation, if that is near."""
        if self._last is None or self._last_unit is None:
            return None
        distance = unit.paragraph - self._last_unit.paragraph
        if distance > _REACH:
            return None
        # A question after an answer is the other side's, whoever that is.
        asks = self._text[content.end - 1] == "?" or self._is_of_another()
        return Draft(
            kind="direct",
            content=(content,),
            unit=unit,
            source=None if asks else self.drafts[self._last].source,
            carried=True,
            certain=distance == 1,
        )

    def _is_of_another(self) -> bool:
        """Return whether somebody else is told of by name since the last quotation.

        In "“It is late,” Berg said.\n\nPastor Lund held his service.\n\n“God is near.”" it is
        not Berg who prays.
        """
        assert self._last is not None
        if self.drafts[self._last].source is None or self._since is None:
            return False
        sources = (draft.source for draft in reversed(self.drafts[: self._last + 1]))
        names = (self._names(source) for source in sources if source is not None)
        before = next(filter(None, names), set())  # "he" is who was named before
        return bool(before) and before.isdisjoint(self._names(self._since))

    def _names(self, span: Span) -> set[str]:
        """Return the words of a source that begin with a capital, but for "He"."""
        words = {word for word in WORD.findall(self._text, *span) if word[0].isupper()}
        return {word for word in words if word.lower() not in SUBJECT_PRONOUNS}

    def _append_new(self, draft: Draft) -> None:
        self.drafts.append(draft)
        self._last = len(self.drafts) - 1
        self._last_unit = draft.unit
        self._since = None

    def _extend(self, content: Span, unit: Unit) -> None:
        assert self._last is not None
        last = self.drafts[self._last]
        self.drafts[self._last] = replace(last, content=(*last.content, content))
        self._last_unit = unit

    def _is_open(self, draft: Draft) -> bool:
        """Return whether the draft's last quotation was not closed: it goes on after the break."""
        end = draft.content[-1].end
        return self._text[end : end + 1] not in {"”", '"', "“", "»", "’", "'"}


def _is_named(unit: Unit, subject: tuple[int, int]) -> bool:
    """Return whether the subject is a name: "Pastor Ode Baru", not "the Lisk Democrat".

    What is told of it behind a comma does not matter: "Sen. Ode Baru, R-Oru,".
    """
    words = unit.tokens[slice(*subject)]
    words = words[: next((at for at, word in enumerate(words) if word.text == ","), len(words))]
    names = [word for word in words if is_capital(word.text)]
    plain = (
        bool(words) and all(word.is_word for word in words) and words[0].lower not in DETERMINERS
    )
    return len(names) > 1 and plain and is_name(words[-1])


def _is_person(unit: Unit, subject: tuple[int, int]) -> bool:
    start, end = subject
    if end - start == 1 and unit.tokens[start].lower in SUBJECT_PRONOUNS - {"it", "who", "you"}:
        return True
    return any(
        (at > 0 and is_capital(unit.tokens[at].text)) or is_person_noun(unit.tokens[at].lower)
        for at in range(start, end)
    )
