"""Give quotations without attribution to the speaker that the text around them shows."""

from dataclasses import replace

from onrecord.records import Span
from onrecord.spans import trim
from onrecord.statements.drafts import Draft
from onrecord.statements.freestanding import WORD, is_title
from onrecord.statements.subjects import main_subject
from onrecord.statements.tokens import Unit
from onrecord.statements.wordclasses import SUBJECT_PRONOUNS, is_capital, is_person_noun

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

    def add(self, drafts: list[Draft]) -> None:
        """Take the drafts of the unit being read, in reading order."""
        for draft in sorted(drafts, key=lambda draft: draft.start):
            self.drafts.append(draft)
            if draft.kind == "direct":
                self._last = len(self.drafts) - 1
                self._last_unit = draft.unit

    def lead(self, draft: Draft | None) -> None:
        """Remember an attribution that ends its paragraph with a colon."""
        self._leading = draft

    def close(self, unit: Unit) -> None:
        """End the reading of `unit`."""
        self._previous_unit = unit

    def place(self, unit: Unit, at: int) -> None:
        """Give the quotation at token `at` of `unit` to the last speaker, if it is theirs."""
        token = unit.tokens[at]
        quotation = token.quotation
        assert quotation is not None
        content = trim(self._text, quotation.inner)
        if is_title(WORD.findall(self._text[content.start : content.end][:200])):
            return  # a heading set in marks
        if self._leading is not None and self._leading.unit.paragraph == unit.paragraph - 1:
            self._append_new(replace(self._leading, content=(content,), unit=unit))
            self._leading = None
            return
        alone = all(not each.is_word for each in unit.tokens)
        previous = self._previous_unit
        same_paragraph = previous is not None and previous.paragraph == unit.paragraph
        if self._last is not None and self._last_unit is not None:
            last = self.drafts[self._last]
            distance = unit.paragraph - self._last_unit.paragraph
            if alone and same_paragraph and self._last_unit is previous:
                self._extend(content, unit)
                return
            if alone and distance == 1 and self._is_open(last) and not same_paragraph:
                self._extend(content, unit)
                return
        if alone and same_paragraph and previous is not None:
            subject = main_subject(previous.tokens, len(previous.tokens))
            if subject is not None and _is_person(previous, subject):
                self._append_new(
                    Draft(
                        kind="direct",
                        content=(content,),
                        unit=unit,
                        source=previous.cover(*subject),
                        carried=True,
                    )
                )
                return
        if not alone or self._last is None or self._last_unit is None:
            return
        if unit.paragraph - self._last_unit.paragraph <= _REACH:
            last = self.drafts[self._last]
            self._append_new(
                Draft(
                    kind="direct",
                    content=(content,),
                    unit=unit,
                    source=last.source,
                    carried=True,
                    certain=unit.paragraph - self._last_unit.paragraph == 1,
                )
            )

    def _append_new(self, draft: Draft) -> None:
        self.drafts.append(draft)
        self._last = len(self.drafts) - 1
        self._last_unit = draft.unit

    def _extend(self, content: Span, unit: Unit) -> None:
        assert self._last is not None
        last = self.drafts[self._last]
        self.drafts[self._last] = replace(last, content=(*last.content, content))
        self._last_unit = unit

    def _is_open(self, draft: Draft) -> bool:
        """Return whether the draft's last quotation was not closed: it goes on after the break."""
        end = draft.content[-1].end
        return self._text[end : end + 1] not in {"”", '"', "“", "»", "’", "'"}


def _is_person(unit: Unit, subject: tuple[int, int]) -> bool:
    start, end = subject
    if end - start == 1 and unit.tokens[start].lower in SUBJECT_PRONOUNS - {"it", "who", "you"}:
        return True
    return any(
        (at > 0 and is_capital(unit.tokens[at].text)) or is_person_noun(unit.tokens[at].lower)
        for at in range(start, end)
    )
