"""What is only a place in an act: where somebody is brought, or where it is published."""

import pytest
from tests.acts.reading import PUBLISHED, act, parties, span_of

from onrecord.acts import find_acts
from onrecord.records import Actor, ActorKind, Article, Span
from onrecord.text import outline_text


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Norland deported Lund to Kenya.", "deported", ["Lund"]),
        ("Norland extradited Lund on Monday to Peru.", "extradited", ["Lund"]),
        ("Norland sought Lund’s deportation to Peru.", "deportation", ["Lund"]),
    ],
)
def test_where_somebody_is_brought_has_nothing_done_to_it(
    text: str, trigger: str, recipients: list[str]
) -> None:
    assert parties(act(text, trigger))[1] == recipients


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Kenya thanked Lund on Twitter.", ["Lund"]),
        ("Kenya attacked Lund on Twitter.", ["Lund"]),
        ("Kenya thanked Twitter.", ["Twitter"]),
        ("Kenya imposed sanctions on Twitter.", ["Twitter"]),
    ],
)
def test_where_something_is_published_neither(text: str, recipients: list[str]) -> None:
    kinds: dict[str, ActorKind] = {
        "Kenya": "state", "Lund": "person", "Twitter": "organisation",
    }  # fmt: skip
    cast = [
        Actor(id=name, name=name, kind=kind, mentions=(span_of(text, name),))
        for name, kind in kinds.items()
        if name in text
    ]
    article = Article(id="x", text=text, body=Span(0, len(text)), published=PUBLISHED)
    found = find_acts(article, outline_text(text), actors=cast, statements=(), timexes=())
    assert {each.recipients for each in found} == {tuple(recipients)}
