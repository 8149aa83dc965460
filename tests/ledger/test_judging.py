"""Decisions about rows, names and accounts: what they change, and that they survive."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from onrecord.errors import LedgerError
from onrecord.ledger import Answer, Days, Filter, Ledger, Named, Value
from onrecord.pages import Unreadable
from onrecord.records import Page, Reading, Span

Change = Callable[[Reading], Reading]
ORR = Answer(who=(Named(name="Port Orr"),))


def first_statement(ledger: Ledger) -> str:
    return next(ledger.statements()).id


def shared(ledger: Ledger, kind: str = "figure") -> tuple[str, str]:
    """Two rows of one account, of two articles."""
    saga = next(ledger.stories(Filter(kind="saga"))).id
    for account in ledger.accounts(saga):
        articles = {ref.article: ref.row for ref in account.rows}
        if account.kind == kind and len(articles) > 1:
            first, second, *_ = articles.values()
            return first, second
    raise AssertionError(kind)


def rebuilt(ledger: Ledger, reader: ModuleType, change: Change = lambda reading: reading) -> None:
    def read(pages: Iterable[Page | Unreadable]) -> Iterator[Reading]:
        return (change(reading) for reading in reader.read(pages))

    ledger.rebuild(read=read)


def test_a_corrected_speaker_shows_and_what_was_read_stays_visible(full: Ledger) -> None:
    id_ = first_statement(full)
    before = full.row(id_)
    full.judge(id_, "correct", ORR, who="ana", why="see the photo")
    row = full.row(id_)
    assert [party.name for party in row.who] == ["Port Orr"]
    assert row.review == "corrected"
    assert isinstance(row.read_as.who, tuple)
    assert [named.name for named in row.read_as.who] == [before.who[0].name]
    assert row.words == before.words
    assert id_ in {each.id for each in full.statements(Filter(who="port orr"))}
    assert id_ not in {each.id for each in full.statements(Filter(who=before.who[0].name))}
    assert full.article(row.article, as_read=True) != full.article(row.article)


def test_a_statement_may_be_corrected_to_several_speakers(full: Ledger) -> None:
    id_ = first_statement(full)
    full.judge(id_, "correct", Answer(who=(Named(name="Port Orr"), Named(name="Oru"))), who="ana")
    row = full.row(id_)
    assert [party.name for party in row.who] == ["Port Orr", "Oru"]
    for name in ("port orr", "oru"):
        assert id_ in {each.id for each in full.statements(Filter(who=name))}
    full.judge(id_, "correct", ORR, who="ana")
    assert [party.name for party in full.row(id_).who] == ["Port Orr"]


def test_a_correction_survives_a_rebuild_and_a_newer_model(
    full: Ledger, reader: ModuleType
) -> None:
    id_ = first_statement(full)
    full.judge(id_, "correct", ORR, who="ana")
    expected = list(full.dump())
    rebuilt(full, reader)
    assert list(full.dump()) == expected

    def newer(reading: Reading) -> Reading:
        statements = tuple(
            replace(each, speaker=reading.actors[-1].id, act="deny") for each in reading.statements
        )
        return replace(reading, version="plain+2", statements=statements)

    rebuilt(full, reader, newer)
    row = full.row(id_)
    assert [party.name for party in row.who] == ["Port Orr"]
    assert row.act == "deny"  # of which nothing was said


def test_what_was_accepted_stays_when_a_newer_model_reads_otherwise(
    full: Ledger, reader: ModuleType
) -> None:
    id_ = first_statement(full)
    before = full.row(id_)
    full.judge(id_, "accept", who="ana")
    assert (full.row(id_).review, full.row(id_).read_as) == ("accepted", Answer())

    def newer(reading: Reading) -> Reading:
        statements = tuple(replace(each, act="deny") for each in reading.statements)
        return replace(reading, statements=statements)

    rebuilt(full, reader, newer)
    row = full.row(id_)
    assert (row.act, row.review, row.read_as) == (before.act, "accepted", Answer(act="deny"))


def test_accepting_changes_nothing_but_the_state(full: Ledger, reader: ModuleType) -> None:
    id_ = first_statement(full)
    before = [each for each in full.rows() if each.id != id_]
    full.judge(id_, "accept", who="ana")
    assert [each for each in full.rows() if each.id != id_] == before
    assert [each.id for each in full.rows(Filter(review="accepted"))] == [id_]
    assert full.judged()["accepted"] == 1
    expected = list(full.dump())
    rebuilt(full, reader)
    assert list(full.dump()) == expected


def test_a_rejected_row_is_in_no_list_count_or_account(full: Ledger, reader: ModuleType) -> None:
    id_, other = shared(full)
    before = full.counts()
    account = full.account(full.row(id_).account or "")
    full.judge(id_, "reject", who="ana")
    assert full.row(id_).review == "rejected"
    assert [each.id for each in full.rejected()] == [id_]
    assert id_ not in {each.id for each in full.rows()}
    assert full.counts().figures == before.figures - 1
    left = full.row(other).account
    rows = {ref.row for ref in full.account(left).rows} if left else set()
    assert id_ not in rows
    assert full.row(other).counts != account.counts
    article = full.article(full.row(id_).article)
    assert id_ not in {each.id for each in article.figures}
    [listed] = full.articles(Filter(article=full.row(id_).article))
    assert listed.figures == len(article.figures)
    expected = list(full.dump())
    rebuilt(full, reader)
    assert list(full.dump()) == expected


def test_every_verdict_can_be_undone(full: Ledger) -> None:
    before = without_decisions(full)
    id_ = first_statement(full)
    undone = [
        full.judge(id_, "accept", who="ana"),
        full.judge(id_, "correct", ORR, who="bea"),
        full.judge(id_, "reject", who="cy"),
    ]
    for decision in reversed(undone):
        full.undo(decision, who="ana")
    assert without_decisions(full) == before
    assert [(each.decision.kind, each.state) for each in full.decided()] == [
        ("undo", "holds"), ("undo", "holds"), ("undo", "holds"),
        ("reject", "undone"), ("correct", "undone"), ("accept", "undone"),
    ]  # fmt: skip


def test_an_undoing_can_be_undone(full: Ledger) -> None:
    id_ = first_statement(full)
    decision = full.judge(id_, "correct", ORR, who="ana")
    undo = full.undo(decision, who="ana")
    assert full.row(id_).review is None
    with pytest.raises(LedgerError, match="undone already"):
        full.undo(decision, who="ana")
    full.undo(undo, who="ana")
    assert full.row(id_).review == "corrected"


def test_corrections_of_one_row_add_up(full: Ledger) -> None:
    id_ = first_statement(full)
    full.judge(id_, "correct", ORR, who="ana")
    full.judge(id_, "correct", Answer(act="deny", kind="indirect"), who="bea")
    days = Days(earliest=date(2031, 3, 1), latest=date(2031, 3, 4))
    full.judge(id_, "correct", Answer(when=days), who="cy")
    row = full.row(id_)
    assert ([p.name for p in row.who], row.act) == (["Port Orr"], "deny")
    assert (row.when.earliest, row.when.latest) == (days.earliest, days.latest)
    assert (row.when.certainty, row.when.anchor) == ("bounded", "pinned")
    assert [each.decision.who for each in full.history(id_)] == ["cy", "bea", "ana"]
    assert full.decision(next(full.history(id_)).decision.id).decision.after == Answer(when=days)


def test_a_figure_gets_another_value(full: Ledger) -> None:
    id_, _ = shared(full)
    value = Value(low=900.0, low_open=True, bound="more than")
    full.judge(id_, "correct", Answer(value=value, who=()), who="ana")
    row = full.row(id_)
    record = row.record  # type: ignore[attr-defined]
    assert (record.low, record.high, record.low_open, row.who) == (900.0, None, True, ())
    assert row.words


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Answer(value=Value(low=1.0)), "has no 'value'"),
        (Answer(act="ASSAULT"), "is no act of a statement"),
        (Answer(to=(Named(name="A"), Named(name="B"))), "too many"),
        (Answer(who=(Named(name=" "),)), "1 to 200 characters"),
        (Answer(when=Days(earliest=date(2031, 2, 2), latest=date(2031, 2, 1))), "is after"),
        (Answer(kind="direct"), "says already"),
        (Answer(), "says already"),
    ],
)
def test_what_no_row_can_say_is_not_written_down(full: Ledger, answer: Answer, reason: str) -> None:
    with pytest.raises(LedgerError, match=reason):
        full.judge(first_statement(full), "correct", answer, who="ana")
    assert full.decisions() == ()


def test_a_decision_whose_words_are_gone_is_kept_and_shown_and_never_moved(
    full: Ledger, reader: ModuleType
) -> None:
    id_ = first_statement(full)
    decision = full.judge(id_, "correct", ORR, who="ana")
    assert list(full.decided(lost=True)) == []

    def shorter(reading: Reading) -> Reading:
        statements = tuple(
            replace(each, id=each.id + "x", content=(Span(s.start, s.end - 1),))
            for each in reading.statements
            for s in each.content
        )
        return replace(reading, statements=statements)

    rebuilt(full, reader, shorter)
    assert not list(full.rows(Filter(review="corrected")))
    [lost] = full.decided(lost=True)
    assert (lost.decision.id, lost.state, lost.row) == (decision, "holds", None)
    assert lost.lost
    assert "no longer read" in lost.lost
    rebuilt(full, reader)
    assert full.row(id_).review == "corrected"


def test_a_decision_follows_its_exact_words_when_the_text_moves(
    full: Ledger, reader: ModuleType
) -> None:
    row = full.row(first_statement(full))
    full.judge(row.id, "correct", ORR, who="ana")

    def moved(reading: Reading) -> Reading:
        """The text begins with five more characters, and so all ids are others."""
        article = reading.article
        assert article is not None
        return replace(
            reading,
            article=replace(article, text="More " + article.text),
            actors=tuple(
                replace(each, mentions=tuple(Span(s + 5, e + 5) for s, e in each.mentions))
                for each in reading.actors
            ),
            statements=tuple(
                replace(
                    each,
                    id=f"{each.id}m",
                    content=tuple(Span(s + 5, e + 5) for s, e in each.content),
                )
                for each in reading.statements
            ),
            acts=(),
            figures=(),
        )

    rebuilt(full, reader, moved)
    [found] = full.rows(Filter(review="corrected"))
    assert (found.id, found.words, found.article) == (f"{row.id}m", row.words, row.article)


def test_two_rows_can_be_parted_and_stay_parted(full: Ledger, reader: ModuleType) -> None:
    first, second = shared(full)
    before = without_decisions(full)
    decision = full.tie_rows(first, second, same=False, who="ana")
    accounts = {full.row(first).account, full.row(second).account}
    assert len(accounts) == 2 or accounts == {None}
    expected = list(full.dump())
    rebuilt(full, reader)
    assert list(full.dump()) == expected
    full.undo(decision, who="ana")
    assert without_decisions(full) == before


def test_two_rows_can_be_tied_and_that_taken_back(full: Ledger, reader: ModuleType) -> None:
    first, second = shared(full)
    full.tie_rows(first, second, same=False, who="ana")
    full.tie_rows(second, first, same=True, who="bea")
    assert full.row(first).account == full.row(second).account is not None
    assert [each.state for each in full.decided()] == ["holds", "replaced"]


def test_rows_of_two_kinds_or_stories_cannot_be_tied(
    full: Ledger, reader: ModuleType, tmp_path: Path
) -> None:
    page = tmp_path / "alone.txt"
    page.write_text("Zoe Quist at Hut Lower on owls\n\nDate: 2035-01-01\n\n9 owls flew.\n")
    full.add([str(page)], read=reader.read)
    figure, _ = shared(full)
    with pytest.raises(LedgerError, match="not compared"):
        full.tie_rows(figure, first_statement(full), same=True, who="ana")
    other = next(row for row in full.figures() if row.saga != full.row(figure).saga)
    with pytest.raises(LedgerError, match="two stories"):
        full.tie_rows(figure, other.id, same=True, who="ana")
    with pytest.raises(LedgerError, match="one row"):
        full.tie_rows(figure, figure, same=True, who="ana")


def speakers(ledger: Ledger) -> dict[str, tuple[str, str]]:
    """Who speaks: (article, actor) by name, the first of each."""
    found: dict[str, tuple[str, str]] = {}
    for row in ledger.statements():
        found.setdefault(row.who[0].name, (row.article, row.who[0].id))
    return found


def test_two_names_can_be_one_person_everywhere(full: Ledger, reader: ModuleType) -> None:
    (one, first), (two, second), *_ = speakers(full).items()
    rows = {each.id for each in full.statements() if each.who[0].name in (one, two)}
    before = without_decisions(full)
    decision = full.tie_people(first, second, same=True, name=one, who="ana")
    shown = {each.id: each for each in full.statements() if each.who[0].name == one}
    assert shown.keys() == rows
    assert {each.who[0].named for each in shown.values()} == {None, two}
    assert {each.id for each in full.statements(Filter(who=one))} == rows
    renamed = {each.id for each in shown.values() if each.who[0].named == two}
    assert {each.id for each in full.statements(Filter(who=two))} == renamed
    assert full.actor(two).name == one
    expected = list(full.dump())
    rebuilt(full, reader)
    assert list(full.dump()) == expected
    full.undo(decision, who="bea")
    assert without_decisions(full) == before
    rebuilt(full, reader)
    assert without_decisions(full) == before


def test_one_name_can_be_two_persons(full: Ledger, reader: ModuleType) -> None:
    rows = [each for each in full.statements() if each.who[0].name == "Ada Venn"]
    first, second = rows[0], rows[1]
    assert first.article != second.article
    full.tie_people(
        (first.article, first.who[0].id), (second.article, second.who[0].id), same=False, who="ana"
    )
    identities = {
        row.id: next(a.identity for a in full.article(row.article).actors if a.id == row.who[0].id)
        for row in rows
    }
    assert identities[first.id] != identities[second.id]
    assert {identities[row.id] for row in rows[2:]} == {identities[first.id]}
    assert full.row(second.id).who[0].name == "Ada Venn"
    expected = list(full.dump())
    rebuilt(full, reader)
    assert list(full.dump()) == expected


def test_a_merge_that_contradicts_is_refused(full: Ledger) -> None:
    (_, first), (_, second), (_, third) = speakers(full).items()
    full.tie_people(first, second, same=True, who="ana")
    full.tie_people(second, third, same=True, who="ana")
    with pytest.raises(LedgerError, match="contradicts"):
        full.tie_people(first, third, same=False, who="ana")
    assert len(full.decisions()) == 2


def test_a_merge_that_was_wrong_stays_undone_when_pages_come_in(
    full: Ledger, reader: ModuleType, tmp_path: Path
) -> None:
    (one, first), (two, second), *_ = speakers(full).items()
    full.tie_people(first, second, same=True, name=one, who="ana")
    full.tie_people(first, second, same=False, who="bea")
    reader.write_pages(tmp_path / "more", 18)
    full.add([str(tmp_path / "more")], read=reader.read)
    names = {each.who[0].name for each in full.statements()}
    assert {one, two} <= names


def test_pages_that_come_in_later_take_the_decisions_on(
    full: Ledger, reader: ModuleType, tmp_path: Path
) -> None:
    (one, first), (two, second), *_ = speakers(full).items()
    full.tie_people(first, second, same=True, name=one, who="ana")
    reader.write_pages(tmp_path / "more", 18)
    full.add([str(tmp_path / "more")], read=reader.read)
    assert two not in {each.who[0].name for each in full.statements()}


def test_a_name_of_one_word_is_meant_in_its_article_alone(full: Ledger, reader: ModuleType) -> None:
    def shorten(reading: Reading) -> Reading:
        actors = tuple(
            replace(each, name=each.name.split()[0]) if each.name == "Ada Venn" else each
            for each in reading.actors
        )
        return replace(reading, actors=actors)

    rebuilt(full, reader, shorten)
    named = speakers(full)
    full.tie_people(named["Ada"], named["Bram Oke"], same=True, who="ana")
    shown = [each for each in full.statements() if each.who[0].named == "Ada"]
    assert {each.article for each in shown} == {named["Ada"][0]}
    assert "Ada" in {each.who[0].name for each in full.statements()}


def without_decisions(ledger: Ledger) -> list[str]:
    """The tables, without what tells only that something was decided."""
    return [line for line in ledger.dump() if not line.startswith('["decided"')]


def test_who_is_only_mentioned_is_the_same_after_a_rebuild(
    full: Ledger, reader: ModuleType, tmp_path: Path
) -> None:
    page = tmp_path / "mention.txt"
    page.write_text("Ada Venn at Port Orr on owls\n\nDate: 2031-01-01\n\nBram Oke slept.\n")
    full.add([str(page)], read=reader.read)
    named = speakers(full)
    full.tie_people(named["Ada Venn"], named["Bram Oke"], same=True, who="ana")
    expected = list(full.dump())
    rebuilt(full, reader)
    assert list(full.dump()) == expected
