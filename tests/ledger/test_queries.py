import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest

from onrecord.errors import LedgerError
from onrecord.ledger import ActRow, Answer, FigureRow, Filter, Ledger, StatementRow
from onrecord.ledger.answers import Days
from onrecord.ledger.codec import to_day
from onrecord.ledger.filters import EVERYTHING
from onrecord.records import Relation, RowKind


def test_a_row_quotes_its_article_exactly(standing: Ledger) -> None:
    for row in standing.rows():
        article = standing.article(row.article).article
        assert article is not None
        text = article.text
        assert row.sentence == text[row.sentence_span.start : row.sentence_span.end]
        assert row.words == tuple(text[span.start : span.end] for span in row.spans)


def test_a_row_carries_what_a_view_needs(standing: Ledger) -> None:
    row = next(standing.statements(Filter(outlet="gull 1")))
    assert (row.outlet, row.kind, row.act, row.record.kind) == (
        "Gull 1",
        "statement",
        "claim",
        "direct",
    )
    assert row.who[0].name in row.headline if row.headline else False
    assert row.published.earliest is not None
    assert row.origin.endswith(".txt")
    assert row.saga is not None
    assert row.episode is not None


def test_rows_come_by_day(standing: Ledger) -> None:
    days = [row.when.earliest or row.published.earliest or date.max for row in standing.rows()]
    assert days == sorted(days)


def test_every_kind_comes_as_its_own_class(standing: Ledger) -> None:
    assert all(isinstance(row, StatementRow) for row in standing.statements())
    assert all(isinstance(row, ActRow) for row in standing.acts())
    assert all(isinstance(row, FigureRow) for row in standing.figures())
    counts = standing.counts()
    assert len(list(standing.rows())) == counts.statements + counts.acts + counts.figures


@pytest.mark.parametrize(
    ("filter_", "holds"),
    [
        (Filter(who="venn"), lambda row: row.who[0].name == "Ada Venn"),
        (Filter(who="ada venn", kind="figure"), lambda row: row.kind == "figure"),
        (Filter(who="ADA"), lambda row: row.who[0].state == "ADA"),
        (Filter(to="Lake Vanna"), lambda row: row.to[0].name == "Lake Vanna"),
        (Filter(state="bra"), lambda row: "Bram Oke" in [party.name for party in row.who]),
        (Filter(act="assault"), lambda row: row.act == "ASSAULT"),
        (Filter(act="claim"), lambda row: row.act == "claim"),
        (Filter(certainty="likely"), lambda row: row.certainty == "likely"),
        (Filter(modality="happened"), lambda row: row.kind == "act"),
        (Filter(outlet="GULL 2"), lambda row: row.outlet == "Gull 2"),
        (Filter(about='"will go on"'), lambda row: "will go on" in row.sentence),
        (Filter(since=date(2031, 3, 1)), lambda row: True),
        (Filter(until=date(2031, 1, 2)), lambda row: row.published.earliest <= date(2031, 1, 2)),
        (
            Filter(since=date(2031, 4, 2), until=date(2031, 4, 2)),
            lambda row: row.when.earliest == date(2031, 4, 1),
        ),
    ],
)
def test_a_filter_holds_for_each_row(
    standing: Ledger, filter_: Filter, holds: Callable[[object], bool]
) -> None:
    rows = list(standing.rows(filter_))
    assert rows
    assert all(holds(row) for row in rows)


def test_a_filter_leaves_out_no_row_for_which_it_holds(standing: Ledger) -> None:
    every = list(standing.rows())
    for who in ("Ada Venn", "Bram Oke", "Cleo Marsh"):
        expected = {row.id for row in every if who in [party.name for party in row.who]}
        assert {row.id for row in standing.rows(Filter(who=who))} == expected


def test_conditions_that_exclude_each_other_find_nothing(standing: Ledger) -> None:
    assert not list(standing.rows(Filter(who="venn", state="BRA")))
    assert not list(standing.statements(Filter(act="ASSAULT")))


def test_statements_are_chosen_by_their_kind(standing: Ledger) -> None:
    assert list(standing.statements(Filter(kind="direct")))
    assert not list(standing.statements(Filter(kind="indirect")))


def test_undated_rows_meet_no_day(ledger: Ledger, tmp_path: Path, reader: ModuleType) -> None:
    page = tmp_path / "undated.txt"
    page.write_text("Ada Venn spoke\n\nAda Venn said “the dam is safe” at Lake Vanna.\n")
    ledger.add([str(page)], read=reader.read)
    assert len(list(ledger.rows())) == 1
    assert not list(ledger.rows(Filter(since=date(1900, 1, 1))))
    assert not list(ledger.rows(Filter(until=date(2900, 1, 1))))
    assert not list(ledger.articles(Filter(until=date(2900, 1, 1))))


def test_a_row_with_half_a_date_stands_on_the_day_of_its_article(full: Ledger) -> None:
    row = next(row for row in full.rows() if row.published.earliest == row.published.latest)
    published = row.published.latest
    assert published is not None
    full.judge(row.id, "correct", Answer(when=Days(latest=published)), who="ana")

    def finds(since: date | None, until: date | None) -> bool:
        return row.id in {each.id for each in full.rows(Filter(since=since, until=until))}

    assert finds(published, published)
    assert finds(None, published)
    assert finds(published, None)
    before = published - timedelta(days=9)
    assert not finds(before, before)
    assert not finds(None, before)


def test_limit_and_offset_walk_through_all_rows(standing: Ledger) -> None:
    every = [row.id for row in standing.rows()]
    walked = []
    for offset in range(0, len(every), 7):
        walked += [row.id for row in standing.rows(Filter(limit=7, offset=offset))]
    assert walked == every


OPEN = Days(earliest=date(2009, 1, 1))
WIDE = Days(earliest=date(2010, 1, 1), latest=date(2010, 2, 2))
MONTH = Days(earliest=date(2011, 1, 1), latest=date(2011, 2, 1))


def test_what_has_no_date_comes_after_what_has_one(full: Ledger) -> None:
    ids = [row.id for row in full.rows()]
    kept = ids.copy()
    for id_, days in zip(ids[:3], (OPEN, WIDE, MONTH), strict=True):
        full.judge(id_, "correct", Answer(when=days), who="ana")
        kept.remove(id_)
    expected = [ids[2], *kept, ids[0], ids[1]]
    assert [row.id for row in full.rows()] == expected
    assert [place.id for place in full.places()] == expected
    walked = []
    rows, last = full.rows_from(EVERYTHING, None, None, 5)
    while last is not None:
        walked += rows
        rows, last = full.rows_from(EVERYTHING, None, last, 5)
    assert [row.id for row in (*walked, *rows)] == expected


def test_the_first_rows_of_several_accounts_are_asked_at_once(standing: Ledger) -> None:
    story = max(standing.stories(Filter(kind="saga")), key=lambda story: story.articles).id
    accounts = [account.id for account in standing.accounts(story)][::-1]
    episode = next(standing.stories(Filter(kind="episode"))).id
    assert len(accounts) > 1
    for filter_ in (EVERYTHING, Filter(story=episode)):
        one_by_one = [
            row
            for account in accounts
            for row in standing.rows(replace(filter_, account=account, limit=2))
        ]
        assert list(standing.account_rows(accounts, filter_, each=2)) == one_by_one
    assert list(standing.account_rows([], each=2)) == []


@pytest.mark.parametrize(
    ("earliest", "latest", "day"),
    [
        (date(2031, 1, 1), date(2031, 1, 1), "2031-01-01"),
        (date(2031, 1, 1), date(2031, 2, 1), "2031-01-01"),
        (date(2031, 1, 1), date(2031, 2, 2), "~2031-01-01"),
        (date(2031, 1, 1), None, "~2031-01-01"),
        (None, date(2031, 1, 1), "~"),
        (None, None, "~~"),
    ],
)
def test_days_that_are_no_date_are_behind_all(
    earliest: date | None, latest: date | None, day: str
) -> None:
    assert to_day(earliest, latest) == day


@pytest.mark.parametrize("kind", ["saga", "episode"])
def test_a_story_is_told_by_its_accounts_and_what_they_relate(standing: Ledger, kind: str) -> None:
    for story in standing.stories(Filter(kind=kind)):
        accounts = list(standing.accounts(story.id))
        articles = set(standing.story(story.id).articles)
        for row_kind in get_args(RowKind):
            told = [each for each in accounts if each.kind == row_kind]
            told.sort(key=lambda each: (-each.counts.lineages, -each.counts.reports, each.id))
            found = standing.most_told(story.id, row_kind, limit=2)
            assert found == [each.id for each in told[:2]]
        for relation in get_args(Relation):
            assert list(standing.related(story.id, relation)) == [
                comparison
                for account in accounts
                for comparison in standing.account_comparisons(account.id, relation=relation)
                if {comparison.a.article, comparison.b.article} <= articles
            ]


def test_articles_are_listed_with_what_they_hold(standing: Ledger) -> None:
    articles = list(standing.articles())
    assert len(articles) == 12
    assert [a.published.earliest for a in articles] == sorted(
        a.published.earliest for a in articles if a.published.earliest
    )
    assert all(a.statements == 1 and a.figures == 1 and len(a.originals) == 1 for a in articles)
    assert articles[0].added == datetime.fromisoformat("2031-01-01T00:00:00+00:00")


def test_articles_can_be_chosen_by_their_rows(standing: Ledger) -> None:
    chosen = {article.id for article in standing.articles(Filter(who="Bram Oke"))}
    assert chosen == {row.article for row in standing.rows(Filter(who="Bram Oke"))}


def test_the_whole_reading_comes_back(standing: Ledger, reader: ModuleType, template: Path) -> None:
    from onrecord.pages import read_file

    path = str(template / "saved" / "0003.txt")
    [page] = read_file(path)
    assert standing.article(page.id) == reader.read_one(page)  # type: ignore[union-attr]


def test_stories_are_listed_largest_first(standing: Ledger) -> None:
    sagas = list(standing.stories(Filter(kind="saga")))
    assert sum(saga.articles for saga in sagas) == 12
    assert [saga.articles for saga in sagas] == sorted((s.articles for s in sagas), reverse=True)
    story = standing.story(sagas[0].id)
    assert len(story.articles) == sagas[0].articles


def test_a_saga_is_listed_with_its_episodes(standing: Ledger) -> None:
    saga = next(standing.stories(Filter(kind="saga")))
    first, *episodes = standing.stories(Filter(story=saga.id))
    assert first == saga
    assert sum(episode.articles for episode in episodes) == saga.articles
    assert {episode.parent for episode in episodes} == {saga.id}


def test_episodes_are_listed_behind_their_saga(standing: Ledger) -> None:
    listed = list(standing.stories())
    sagas = [row.id for row in listed if row.parent is None]
    assert sagas == [saga.id for saga in standing.stories(Filter(kind="saga"))]
    homes = [row.parent or row.id for row in listed]
    assert homes == sorted(homes, key=sagas.index)
    assert all(listed[homes.index(saga)].id == saga for saga in sagas)


def test_rows_of_a_story_are_those_of_its_articles(standing: Ledger) -> None:
    for story in standing.stories():
        articles = set(standing.story(story.id).articles)
        assert {row.article for row in standing.rows(Filter(story=story.id))} == articles


def test_an_abbreviated_id_is_found(standing: Ledger) -> None:
    for row in standing.rows(Filter(limit=5)):
        assert standing.find(row.id[:9]).id == row.id
        assert standing.find(row.id).kind == row.kind
    article = next(standing.articles())
    assert standing.find(article.id[:9]).kind == "article"


def test_an_ambiguous_id_is_listed(full: Ledger) -> None:
    connection = full._connection
    assert connection is not None
    for end in "12":
        connection.execute(
            "INSERT INTO stories SELECT 'sgzzzz' || ?, kind, name, parent, earliest, latest,"
            " articles, outlets, lineages, statements, acts, figures, differences, anchor, NULL, 0,"
            " record"
            " FROM stories LIMIT 1",
            (end,),
        )
    with pytest.raises(LedgerError, match=r"several ids: story sgzzzz1, story sgzzzz2"):
        full.find("sgzz")


@pytest.mark.parametrize("prefix", ["", "p", "p12", "zzzzzz", "p'; --", "s%%%", "é" * 9])
def test_what_is_no_id_is_said_to_be_none(standing: Ledger, prefix: str) -> None:
    with pytest.raises(LedgerError, match="id"):
        standing.find(prefix)


def test_what_is_not_there_is_said_not_to_be(standing: Ledger) -> None:
    for ask in (standing.row, standing.article, standing.story, standing.account):
        with pytest.raises(LedgerError, match="there is no"):
            ask("p0000")
        with pytest.raises(LedgerError, match="is no text"):
            ask("p\udcff00")


def test_accounts_and_comparisons_are_those_of_a_story(standing: Ledger) -> None:
    found = 0
    for saga in standing.stories(Filter(kind="saga")):
        for account in standing.accounts(saga.id):
            comparisons = list(standing.account_comparisons(account.id))
            assert sum(account.relations.values()) == len(comparisons)
            for ref in account.rows:
                row = standing.row(ref.row)
                assert row.account is not None
                assert row.article == ref.article
            found += 1
    assert found == standing.counts().accounts


def test_an_accounts_rows_can_be_listed(standing: Ledger) -> None:
    for saga in standing.stories(Filter(kind="saga")):
        for account in standing.accounts(saga.id):
            listed = {row.id for row in standing.rows(Filter(account=account.id))}
            assert listed <= {ref.row for ref in account.rows}


def test_counts_are_those_of_the_lists(standing: Ledger) -> None:
    counts = standing.counts()
    assert counts.articles == 12
    assert counts.outlets == 4
    assert counts.statements == len(list(standing.statements()))
    assert counts.problems == 0


def test_the_dump_is_lines_of_json(standing: Ledger) -> None:
    for line in standing.dump():
        assert isinstance(json.loads(line), list)


def test_asking_changes_nothing(standing: Ledger) -> None:
    before = (standing.revision(), list(standing.dump()))
    list(standing.rows())
    standing.search("harbour")
    list(standing.stories())
    assert (standing.revision(), list(standing.dump())) == before
