from dataclasses import replace
from datetime import date, timedelta

from onrecord.ledger import StatementRow
from onrecord.records import RowCertainty, Span, SpeechAct, Statement, When
from onrecord.views.positions import Matter, find_positions

FIRST = date(2031, 4, 1)


def make_row(
    number: int,
    words: str,
    *,
    act: SpeechAct = "claim",
    day: int | None = None,
    account: str | None = None,
    certainty: RowCertainty = "clear",
) -> StatementRow:
    on = FIRST + timedelta(days=number if day is None else day)
    return StatementRow(
        id=f"s{number}",
        kind="statement",
        article=f"p{number}",
        act=act,
        words=(words,),
        spans=(Span(0, len(words)),),
        when=When(earliest=on, latest=on, certainty="exact"),
        certainty=certainty,
        account=account,
        record=Statement(
            id=f"s{number}", kind="direct", content=(Span(0, 9),), act=act, certainty=certainty
        ),
    )


def steps(matter: Matter) -> list[str | None]:
    return [position.step for position in matter.positions]


def test_statements_that_share_a_word_are_one_matter() -> None:
    matters = find_positions(
        [
            make_row(1, "the blockade stays"),
            make_row(2, "no blockade will end by force"),
            make_row(3, "grapes are sour"),
        ]
    )
    assert [(matter.word, len(matter.positions)) for matter in matters] == [
        ("blockade", 2),
        ("", 1),
    ]


def test_names_and_words_of_every_day_are_no_matter() -> None:
    rows = [make_row(n, f"Orrel people said it was {n} times") for n in range(4)]
    assert [matter.word for matter in find_positions(rows, ["Orrel"])] == [""]


def test_of_two_reports_that_of_the_known_day_is_the_first() -> None:
    late, exact = (make_row(n, "the blockade stays", day=1, account="ac1") for n in (1, 2))
    week = replace(late.when, latest=FIRST + timedelta(days=5), certainty="bounded")
    [matter] = find_positions([replace(late, when=week), exact])
    [position] = matter.positions
    assert (position.row.id, position.again) == ("s2", ())


def test_step_follows_the_hardness_of_the_speech_act() -> None:
    acts: list[SpeechAct] = ["appeal", "demand", "threaten", "claim", "offer"]
    rows = [make_row(n, f"the blockade number {n}", act=act) for n, act in enumerate(acts)]
    rows += [make_row(n + 10, "weather", day=n) for n in range(9)]
    assert steps(find_positions(rows)[0]) == ["first", "harder", "harder", "again", "softer"]


def test_unsure_act_neither_hardens_nor_counts_as_a_stand() -> None:
    rows = [
        make_row(1, "the blockade", act="appeal"),
        make_row(2, "that blockade", act="threaten", certainty="unsure"),
        make_row(3, "any blockade", act="appeal"),
        *(make_row(n + 10, "weather", day=n) for n in range(9)),
    ]
    assert steps(find_positions(rows)[0]) == ["first", "again", "again"]


def test_reports_of_one_statement_are_one_position_with_the_later_days() -> None:
    rows = [make_row(n, "the blockade stays", account="k1") for n in (1, 3, 5)]
    [matter] = find_positions(rows)
    [position] = matter.positions
    assert position.reports == 3
    assert [day.day for day in position.again] == [4, 6]


def test_silence_is_told_after_a_week_and_three_other_statements() -> None:
    said = [make_row(1, "the blockade stays"), make_row(2, "a blockade is law")]
    after = [make_row(n, f"{n}th weather", day=n) for n in range(20, 23)]
    matter = find_positions([*said, *after])[0]
    assert (matter.silent_since, matter.later) == (FIRST + timedelta(days=2), 3)
    assert find_positions([*said, *after[:2]])[0].silent_since is None


def test_order_of_input_does_not_matter() -> None:
    rows = [
        make_row(n, f"the blockade of {n} grapes", day=n % 4, account=f"k{n % 5}")
        for n in range(12)
    ]
    assert find_positions(rows) == find_positions(rows[::-1])


def test_day_of_a_page_that_has_none_is_not_made_up() -> None:
    undated = replace(
        make_row(1, "the blockade stays", account="ac1"),
        when=When(),
        published=When(earliest=date(2009, 1, 1)),
    )
    dated = make_row(2, "the blockade stays", account="ac1")
    later = make_row(3, "no blockade will end by force")
    alone = replace(undated, id="s4", account=None)
    words = ["grapes are sour", "plums ripen", "apples rot", "pears keep", "figs dry"]
    others = [make_row(10 + n, said) for n, said in enumerate(words)]
    matter, _ = find_positions([undated, alone, dated, later, *others])
    assert matter.word == "blockade"
    assert [position.row.id for position in matter.positions] == ["s2", "s3", "s4"]
    assert steps(matter) == ["first", "again", None]
    assert matter.positions[0].again == ()
