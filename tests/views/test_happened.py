from dataclasses import replace

import pytest

from onrecord.ledger import ActRow, Party, StatementRow
from onrecord.records import Act, ActType, Counts, Lineage, Modality, Span, SpeechAct, Statement
from onrecord.views.happened import count_told, find_charges, has_happened

KENYA = Party(id="a1", name="Kenya", kind="state")
LUND = Party(id="a2", name="Mira Lund", kind="person")


def make_act(
    type_: ActType = "ASSAULT",
    *,
    article: str = "p1",
    outlet: str | None = "Gull Post",
    modality: Modality = "happened",
    background: bool = False,
    condition: Span | None = None,
    speech_act: SpeechAct | None = None,
    asserted_by: Party | None = None,
) -> ActRow:
    record = Act(
        id="e1",
        trigger=Span(20, 27),
        type=type_,
        modality=modality,
        background=background,
        condition=condition,
        speech_act=speech_act,
    )
    return ActRow(
        id=f"e-{article}",
        kind="act",
        article=article,
        outlet=outlet,
        who=(KENYA,),
        words=("shelled",),
        asserted_by=asserted_by,
        record=record,
    )


def test_what_somebody_did_has_happened() -> None:
    assert has_happened(make_act(), {})
    assert has_happened(make_act(modality="ongoing"), {})


@pytest.mark.parametrize(
    "row",
    [
        make_act(modality="planned"),
        make_act(modality="hypothetical"),
        make_act(background=True),
        make_act(condition=Span(30, 40)),
        make_act("STATE"),
        replace(make_act(), denied_by=(KENYA,)),
    ],
)
def test_what_only_may_be_or_is_denied_has_not(row: ActRow) -> None:
    assert not has_happened(row, {})


def test_a_threat_was_made_whatever_it_depends_on() -> None:
    threat = make_act("THREATEN", condition=Span(30, 40), speech_act="threaten")
    assert has_happened(threat, {})


def make_accusation(content: Span) -> StatementRow:
    said = Statement(id="s1", kind="indirect", content=(content,), act="accuse")
    return StatementRow(id="s1", kind="statement", article="p1", spans=(content,), record=said)


def test_what_somebody_is_accused_of_is_no_report_of_it() -> None:
    # "Lund accused Kenya of shelling a farm": the accusation was made at "accused".
    charges = find_charges([make_accusation(Span(14, 40))])
    assert not has_happened(make_act(), charges)
    assert has_happened(make_act(article="p2"), charges)
    before = find_charges([make_accusation(Span(28, 40))])
    assert has_happened(make_act("ACCUSE", speech_act="accuse"), before)


def test_what_is_told_is_counted_as_accounts_are() -> None:
    wire = Lineage(id="l1", articles=("p1", "p2"), agency="Delta Wire")
    rows = [make_act(), make_act(article="p2", outlet="Reed"), make_act(article="p3", outlet=None)]
    assert count_told(rows, [wire], {}) == Counts(reports=3, outlets=2, lineages=2, origins=2)
    told = [make_act(asserted_by=LUND), make_act(article="p3", asserted_by=LUND)]
    assert count_told(told, [wire], {}) == Counts(reports=2, outlets=1, lineages=2, origins=1)


def test_versions_of_a_page_are_one_report() -> None:
    url = "https://gull.example/lock"
    rows = [replace(make_act(article=id_), url=url) for id_ in ("p1", "p2")]
    assert count_told(rows, [], {}).reports == 1


def test_a_lead_that_names_nobody_adds_no_origin_to_who_is_cited_below() -> None:
    rows = [make_act(), make_act(asserted_by=LUND)]
    assert count_told(rows, [], {}).origins == 1
    paper = Party(id="a3", name="Reed Gazette", kind="organisation", sector="MED")
    assert count_told([*rows, make_act(article="p2", asserted_by=paper)], [], {}).origins == 2
