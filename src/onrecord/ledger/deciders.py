"""What people can decide over an open ledger: each call writes one decision down."""

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.ledger.answers import NOTHING, Answer
from onrecord.ledger.readers import Read
from onrecord.ledger.rows import RowVerdict

if TYPE_CHECKING:
    from onrecord.ledger.decisions import Draft


class Decisions(ABC):
    """The decisions that a ledger takes; each call returns the decision's id.

    See `onrecord.ledger` for what each call promises.
    """

    path: Path
    clock: Callable[[], datetime]

    @abstractmethod
    def _writing(self) -> AbstractContextManager[sqlite3.Connection]:
        """Give a connection to write with, to one at a time."""

    def judge(
        self, row: str, verdict: RowVerdict, answer: Answer = NOTHING, *, who: str, why: str = ""
    ) -> str:
        """Accept, correct or reject a row; `answer` is what a correction states."""
        from onrecord.ledger.judging import draft_verdict

        return self._decide(
            lambda connection: draft_verdict(connection, row, verdict, answer, who=who, why=why)
        )

    def tie_rows(self, row: str, other: str, *, same: bool, who: str, why: str = "") -> str:
        """State that two rows report one thing, or two."""
        from onrecord.ledger.judging import draft_tie

        return self._decide(
            lambda connection: draft_tie(connection, row, other, same=same, who=who, why=why)
        )

    def tie_people(
        self,
        person: tuple[str, str],
        other: tuple[str, str],
        *,
        same: bool,
        name: str | None = None,
        who: str,
        why: str = "",
    ) -> str:
        """State that two actors, each (article id, actor id), are one, called `name`, or two."""
        from onrecord.ledger.judging import draft_people

        return self._decide(
            lambda connection: draft_people(
                connection, person, other, same=same, name=name, who=who, why=why
            )
        )

    def undo(self, decision: str, *, who: str, why: str = "", read: Read | None = None) -> str:
        """Take a decision back; to undo that makes it hold again.

        Pages that are to be read again for it are read with `read`; without, with the next `add`.
        """
        return self._decide_now(read, kind="undo", undoes=decision, who=who, why=why)

    def remove(self, article: str, *, who: str, why: str = "", read: Read | None = None) -> str:
        """Take `article` and its rows out, for good: adding its page again does not add it.

        Undated articles that it dated are read again with `read`; without, with the next `add`.
        """
        return self._decide_now(read, kind="remove", article=article, who=who, why=why)

    def restore(self, article: str, *, who: str, why: str = "", read: Read | None = None) -> str:
        """Read the page of a removed article again with `read` and put it back; without `read`,
        with the next `add`."""
        return self._decide_now(read, kind="restore", article=article, who=who, why=why)

    def pin(
        self,
        article: str,
        earliest: date,
        latest: date,
        *,
        who: str,
        why: str = "",
        read: Read | None = None,
    ) -> str:
        """State the days on one of which `article` was published, and read its page again so with
        `read`; without, with the next `add`.
        """
        return self._decide_now(
            read, kind="pin", article=article, earliest=earliest, latest=latest, who=who, why=why
        )

    def _decide_now(self, read: Read | None, **fields: object) -> str:
        from onrecord.ledger.decisions import Draft

        draft = Draft(**fields)  # type: ignore[arg-type]
        return self._decide(lambda _: draft, read=read)

    def _decide(
        self, draft: "Callable[[sqlite3.Connection], Draft]", *, read: Read | None = None
    ) -> str:
        from onrecord.ledger.deciding import apply_decisions, decide

        with self._writing() as connection:
            apply_decisions(connection, self.path)  # a draft is made of what holds now
            return decide(connection, self.path, draft(connection), clock=self.clock, read=read)
