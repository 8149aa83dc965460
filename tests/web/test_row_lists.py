from dataclasses import replace
from datetime import date
from typing import Any

from onrecord.ledger import ActRow, FigureRow, Party, StatementRow
from onrecord.records import UNKNOWN_WHEN, Act, Figure, Span, Statement, When
from onrecord.web.row_lists import fold_copies, group_by_day

Browser = Any  # of conftest.py, which cannot be imported

LUND = Party(id="a1", name="Mira Lund", kind="person")
BERG = Party(id="a2", name="Tor Berg", kind="person")
SAID = StatementRow(
    id="s1",
    kind="statement",
    article="p1",
    account="acc1",
    who=(LUND,),
    words=("the bridge is safe",),
    sentence="Lund said the bridge is safe.",
    record=Statement(id="s1", kind="indirect", content=(Span(10, 28),)),
)
ACT = ActRow(
    id="e1",
    kind="act",
    article="p1",
    account="acc2",
    who=(LUND,),
    words=("closed",),
    sentence="Lund closed the bridge.",
    record=Act(id="e1", trigger=Span(5, 11), type="COERCE"),
)


def make_figure(id_: str, value: float, sentence: str) -> FigureRow:
    return FigureRow(
        id=id_,
        kind="figure",
        article=id_,
        account="acc3",
        sentence=sentence,
        record=Figure(id=id_, span=Span(0, 1), words="so many", low=value, high=value),
    )


def list_ids(*rows: StatementRow | ActRow | FigureRow) -> list[list[str]]:
    return [[each.row.id, *(row.id for row in each.also)] for each in fold_copies(rows)]


def test_what_another_paper_prints_in_the_same_words_stands_under_the_first() -> None:
    copy = replace(SAID, id="s2", article="p2", words=("The bridge is safe",))
    assert list_ids(SAID, ACT, copy) == [["s1", "s2"], ["e1"]]


def test_other_words_other_speakers_and_other_accounts_keep_their_place() -> None:
    rows = (
        SAID,
        replace(SAID, id="s2", words=("the bridge is shut",)),
        replace(SAID, id="s3", who=(BERG,)),
        replace(SAID, id="s4", account="acc9"),
        replace(SAID, id="s5", account=None),
        replace(SAID, id="s6", account=None),
        replace(SAID, id="s7", review="corrected"),
    )
    assert list_ids(*rows) == [[row.id] for row in rows]


def test_an_act_is_a_copy_by_its_sentence() -> None:
    copy = replace(ACT, id="e2", article="p2")
    other = replace(ACT, id="e3", article="p3", sentence="Mira Lund closed both bridges.")
    assert list_ids(ACT, other, copy) == [["e1", "e2"], ["e3"]]


def test_a_figure_is_a_copy_by_its_value() -> None:
    figures = [make_figure("f1", 40, "40 died."), make_figure("f2", 40, "Forty are dead.")]
    assert list_ids(*figures, make_figure("f3", 48, "48 died.")) == [["f1", "f2"], ["f3"]]


def test_copies_of_another_day_are_not_folded() -> None:
    day = When(earliest=date(2031, 4, 2), latest=date(2031, 4, 2), certainty="exact")
    rows = (replace(SAID, when=UNKNOWN_WHEN), replace(SAID, id="s2", article="p2", when=day))
    assert [[each.row.id for each in group.told] for group in group_by_day(rows)] == [
        ["s1"],
        ["s2"],
    ]


def test_list_says_where_else_it_stands(browser: Browser, story: str) -> None:
    page = browser.page(f"/story/{story}/statements")
    [row] = [r for r in page.find_class("row") if "lock stays" in r.text_content()]
    links = row.xpath(".//p[starts-with(., 'Also in')]/a[starts-with(@href, '/row/s')]")
    assert len(links) == 2
    assert {" ".join(link.text_content().split()) for link in links} < {
        "Gull Post (Delta Wire), 1 Apr 2031",
        "Reed Gazette (Delta Wire), 1 Apr 2031",
        "Canal Times, 1 Apr 2031",
    }
