"""Builders of small readings with rows, and of the saga that they are in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

import pytest

from onrecord.compare import compare_account, find_accounts
from onrecord.ids import row_id
from onrecord.records import (
    Account,
    Act,
    Actor,
    ActorKind,
    ActType,
    Article,
    Comparison,
    Figure,
    Lineage,
    Modality,
    Polarity,
    Published,
    Reading,
    RowCertainty,
    Span,
    SpeechAct,
    Statement,
    StatementKind,
    Story,
    When,
)

DAY = date(2031, 5, 4)


def on(day: date | None) -> When:
    return When(earliest=day, latest=day, certainty="exact", anchor="explicit") if day else When()


@dataclass
class Draft:
    """A reading in the making: its rows are found in the text by their words."""

    name: str
    text: str
    day: date | None = DAY
    outlet: str | None = None
    agency: str | None = None
    url: str | None = None
    actors: list[Actor] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)

    def find(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words))

    def actor(
        self,
        name: str,
        kind: ActorKind = "person",
        state: str | None = None,
        body: str | None = None,
    ) -> str:
        actor = Actor(id=f"{self.name}-{name}", name=name, kind=kind, state=state, body=body)
        self.actors.append(actor)
        return actor.id

    def say(
        self,
        speaker: str | None,
        words: str,
        *,
        kind: StatementKind = "direct",
        act: SpeechAct = "claim",
        polarity: Polarity = "positive",
        certainty: RowCertainty = "clear",
        within: str | None = None,
        joint: tuple[str, ...] = (),
    ) -> str:
        span = self.find(words)
        statement = Statement(
            id=row_id("s", self.name, span),
            kind=kind,
            content=(span,),
            speaker=speaker,
            joint=joint,
            within=within,
            act=act,
            polarity=polarity,
            certainty=certainty,
        )
        self.statements.append(statement)
        return statement.id

    def do(
        self,
        words: str,
        type_: ActType,
        actors: Sequence[str],
        recipients: Sequence[str] = (),
        *,
        day: date | None = None,
        place: str | None = None,
        modality: Modality = "happened",
        polarity: Polarity = "positive",
        asserted_by: str | None = None,
        denied_by: Sequence[str] = (),
    ) -> None:
        span = self.find(words)
        self.acts.append(
            Act(
                id=row_id("e", self.name, span),
                trigger=span,
                type=type_,
                actors=tuple(actors),
                recipients=tuple(recipients),
                modality=modality,
                polarity=polarity,
                asserted_by=asserted_by,
                denied_by=tuple(denied_by),
                when=on(day),
                place=place,
            )
        )

    def count(
        self,
        words: str,
        low: float | None,
        high: float | None,
        *,
        unit: str = "people",
        counted: str | None = "killed",
        bound: str | None = None,
        low_open: bool = False,
        giver: str | None = None,
        place: str | None = None,
        day: date | None = None,
    ) -> None:
        span = self.find(words)
        self.figures.append(
            Figure(
                id=row_id("f", self.name, span),
                span=span,
                words=words,
                low=low,
                high=high,
                low_open=low_open,
                bound=bound,
                unit=unit,
                counted=counted,
                giver=giver,
                place=place,
                as_of=on(day),
            )
        )

    def reading(self) -> Reading:
        article = Article(
            id=self.name,
            text=self.text,
            body=Span(0, len(self.text)),
            outlet=self.outlet,
            agency=self.agency,
            url=self.url,
            published=Published(earliest=self.day, latest=self.day),
        )
        return Reading(
            version="test",
            origin=self.name,
            article=article,
            actors=tuple(self.actors),
            statements=tuple(self.statements),
            acts=tuple(self.acts),
            figures=tuple(self.figures),
        )


def make_saga(*drafts: Draft, lineages: Sequence[Sequence[str]] | None = None) -> Story:
    groups = lineages or [[draft.name] for draft in drafts]
    return Story(
        id="sg1",
        kind="saga",
        name="Velbrook dam",
        articles=tuple(sorted(draft.name for draft in drafts)),
        lineages=tuple(
            Lineage(id=f"ln{index}", articles=tuple(group)) for index, group in enumerate(groups)
        ),
    )


def compare_drafts(*drafts: Draft) -> tuple[tuple[Account, ...], tuple[Comparison, ...]]:
    readings = [draft.reading() for draft in drafts]
    accounts = find_accounts(make_saga(*drafts), [], readings)
    found = tuple(c for account in accounts for c in compare_account(account, readings))
    return accounts, found


@pytest.fixture(scope="session")
def draft() -> type[Draft]:
    return Draft


@pytest.fixture(scope="session")
def compare() -> Callable[..., tuple[tuple[Account, ...], tuple[Comparison, ...]]]:
    return compare_drafts


@pytest.fixture(scope="session")
def saga() -> Callable[..., Story]:
    return make_saga
