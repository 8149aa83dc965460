from onrecord.ledger import ActRow, Row, StatementRow
from onrecord.records import Act, Span, Statement
from onrecord.web.near_rows import MOST, find_near

SENTENCE = Span(0, 40)


def make_statement(
    id_: str, *, within: str | None = None, answers: str | None = None, sentence: Span = SENTENCE
) -> StatementRow:
    record = Statement(id=id_, kind="direct", content=(Span(0, 4),), within=within, answers=answers)
    return StatementRow(
        id=id_, kind="statement", article="p1", sentence_span=sentence, record=record
    )


def make_act(id_: str, *, content: str | None = None) -> ActRow:
    record = Act(id=id_, trigger=Span(0, 4), type="REJECT", content=content)
    return ActRow(id=id_, kind="act", article="p1", sentence_span=SENTENCE, record=record)


def name(row: Row, rows: list[Row]) -> list[tuple[str, str]]:
    return [(near.row.id, near.how) for near in find_near(row, rows)]


def test_inner_and_outer_statement_know_each_other() -> None:
    outer, inner = make_statement("s1"), make_statement("s2", within="s1")
    assert name(inner, [outer, inner]) == [("s1", "it stands within what is said here")]
    assert name(outer, [outer, inner]) == [("s2", "it holds this inner statement")]


def test_question_and_answer_know_each_other_across_sentences() -> None:
    asked = make_statement("s1", sentence=Span(50, 60))
    answer = make_statement("s2", answers="s1")
    assert name(answer, [asked, answer]) == [("s1", "it answers this question")]
    assert name(asked, [asked, answer]) == [("s2", "it is answered here")]


def test_act_knows_what_it_is_about() -> None:
    warned, blocked = make_act("e1", content="e2"), make_act("e2")
    assert name(warned, [warned, blocked]) == [("e2", "it is about this act")]
    assert name(blocked, [warned, blocked]) == [("e1", "it is what this act is about")]


def test_others_of_the_sentence_come_after_the_ties_and_not_all_of_them() -> None:
    crowd: list[Row] = [make_act(f"e{number}") for number in range(40)]
    row = make_statement("s1", within="s0")
    found = name(row, [*crowd, make_statement("s0"), row])
    assert found[0] == ("s0", "it stands within what is said here")
    assert {how for _, how in found[1:]} == {"in the same sentence"}
    assert len(found) == MOST
