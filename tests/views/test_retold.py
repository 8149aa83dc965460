from onrecord.ledger import ActRow, Party, Row, StatementRow
from onrecord.records import Act, Span, Statement
from onrecord.views.retold import drop_retold

HEADLINE = "Kenya rejects Peru demand on the strait"
TEXT = "Kenya on Wednesday rejected the demand of Peru to open the strait."


def party(name: str) -> Party:
    return Party(id=name, name=name, kind="state")


def act(id_: str, sentence: str, *, to: str = "Peru", account: str | None = None) -> ActRow:
    return ActRow(
        id=id_,
        kind="act",
        article="p1",
        headline=HEADLINE,
        sentence=sentence,
        who=(party("Kenya"),),
        to=(party(to),),
        act="REJECT",
        account=account,
        record=Act(id=id_, trigger=Span(0, 1), type="REJECT"),
    )


def statement(id_: str, sentence: str, words: str, *, who: str = "Kenya") -> StatementRow:
    return StatementRow(
        id=id_,
        kind="statement",
        article="p1",
        headline=HEADLINE,
        sentence=sentence,
        who=(party(who),),
        act="refuse",
        words=(words,),
        record=Statement(id=id_, kind="indirect", content=(Span(0, 1),)),
    )


def ids(rows: list[Row]) -> list[str]:
    return [row.id for row in drop_retold(rows)]


def test_what_the_text_tells_again_is_not_told_by_the_headline() -> None:
    assert ids([act("e1", HEADLINE), act("e2", TEXT)]) == ["e2"]
    one = statement("s1", HEADLINE, "Peru demand on the strait")
    assert ids([one, statement("s2", TEXT, "the demand of Peru to open the strait")]) == ["s2"]


def test_a_headline_that_tells_something_else_stays() -> None:
    assert ids([act("e1", HEADLINE), act("e2", TEXT, to="Norland")]) == ["e1", "e2"]
    one = statement("s1", HEADLINE, "Peru demand on the strait")
    assert ids([one, statement("s2", TEXT, "any further talks")]) == ["s1", "s2"]
    assert ids([one, statement("s2", TEXT, one.words[0], who="Peru")]) == ["s1", "s2"]
    assert ids([one, act("e2", TEXT)]) == ["s1", "e2"]


def test_a_headline_in_an_account_stays() -> None:
    assert ids([act("e1", HEADLINE, account="ac1"), act("e2", TEXT)]) == ["e1", "e2"]
