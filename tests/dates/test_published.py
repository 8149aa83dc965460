from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from onrecord.dates import solve_alone, solve_published
from onrecord.records import Article, Published, Span, Witness, WitnessKind

PLAIN = "The council rejected the plan. The mayor was not surprised."


def solve(
    text: str, *witnesses: tuple[WitnessKind, str], captured: datetime | None = None
) -> Published:
    listed = tuple(Witness(kind=kind, words=words) for kind, words in witnesses)
    published = Published(witnesses=listed)
    article = Article(id="p1", text=text, body=Span(0, len(text)), published=published)
    return solve_published(article, captured)


def day(published: Published) -> date | None:
    """Return the one day that is told, if one is."""
    return published.earliest if published.earliest == published.latest else None


def test_without_witnesses_the_date_is_unknown() -> None:
    published = solve(PLAIN)
    assert (published.earliest, published.latest) == (None, None)
    assert published.certainty == "unknown"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("given", "2021-06-16"),
        ("given", "2021-06-16T09:30:00+02:00"),
        ("given", "16 June 2021"),
        ("given", "Wed, 16 Jun 2021 09:30:00 GMT"),
        ("pinned", "June 16, 2021"),
    ],
)
def test_a_given_day_is_exact(kind: WitnessKind, words: str) -> None:
    published = solve(PLAIN, (kind, words))
    assert (day(published), published.certainty) == (date(2021, 6, 16), "exact")


def test_a_given_month_is_an_interval() -> None:
    published = solve(PLAIN, ("given", "June 2021"))
    assert (published.earliest, published.latest) == (date(2021, 6, 1), date(2021, 6, 30))
    assert published.certainty == "bounded"


def test_two_kinds_of_witness_make_a_day_exact() -> None:
    published = solve(
        PLAIN, ("json-ld", "datePublished 2021-06-16T09:00:00+02:00"), ("url", "/2021/06/16/")
    )
    assert (day(published), published.certainty) == (date(2021, 6, 16), "exact")
    assert published.conflicts == ()


@pytest.mark.parametrize(
    ("kind", "words", "certainty"),
    [
        ("stamp", "16 June 2021", "exact"),
        ("url", "/2021/06/16/", "exact"),
        ("json-ld", "datePublished 2021-06-16", "exact"),
        ("meta", "article:published_time 2021-06-16", "exact"),
        ("meta", "date 2021-06-16", "bounded"),
        ("meta", "article:published_time 2021-06-16T23:40:00Z", "bounded"),
        ("htmldate", "2021-06-16", "bounded"),
    ],
)
def test_one_witness_is_exact_where_it_names_the_publication(
    kind: WitnessKind, words: str, certainty: str
) -> None:
    published = solve(PLAIN, (kind, words))
    assert (day(published), published.certainty) == (date(2021, 6, 16), certainty)


def test_htmldate_supports_nothing() -> None:
    published = solve(PLAIN, ("meta", "date 2021-06-16"), ("htmldate", "2021-06-16"))
    assert published.certainty == "bounded"


def test_two_stamps_of_different_days_are_not_exact() -> None:
    published = solve(PLAIN, ("stamp", "16 June 2021"), ("stamp", "2 May 2021"))
    assert published.certainty == "bounded"


def test_json_ld_that_says_when_the_page_was_changed_is_exact_alone() -> None:
    published = solve(
        PLAIN, ("json-ld", "datePublished 2021-06-16"), ("json-ld", "dateModified 2021-06-17")
    )
    assert published.certainty == "exact"


def test_a_page_changed_long_after_is_not_exact() -> None:
    published = solve(
        PLAIN,
        ("json-ld", "datePublished 2021-06-16"),
        ("json-ld", "dateModified 2022-01-03"),
        ("meta", "article:published_time 2021-06-16"),
    )
    assert (day(published), published.certainty) == (date(2021, 6, 16), "bounded")


def test_updated_words_bound_the_date_from_above_only() -> None:
    published = solve(PLAIN, ("stamp", "Updated 17 June 2021"))
    assert (published.earliest, published.latest) == (None, date(2021, 6, 17))
    assert published.certainty == "unknown"


def test_a_footer_bounds_the_date_by_the_end_of_its_last_year() -> None:
    published = solve(PLAIN, ("footer", "© 2016-2021"))
    assert (published.earliest, published.latest) == (None, date(2021, 12, 31))


def test_a_capture_bounds_the_date_from_above() -> None:
    published = solve(PLAIN, captured=datetime(2021, 6, 20, tzinfo=UTC))
    assert (published.earliest, published.latest) == (None, date(2021, 6, 20))


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("server", "Last-Modified: Sun, 20 Jun 2021 08:00:00 GMT"),
        ("feed", "updated: 2021-06-20T08:00:00Z"),
    ],
)
def test_a_change_bounds_the_date_from_above(kind: WitnessKind, words: str) -> None:
    published = solve(PLAIN, (kind, words))
    assert (published.earliest, published.latest) == (None, date(2021, 6, 20))


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("json-ld", "datePublished 0001-01-01T00:00:00"),
        ("json-ld", "datePublished 1970-01-01T00:00:00Z"),
        ("json-ld", "datePublished 9999-12-31"),
        ("meta", "pubdate 1969-12-31T19:00:00-05:00"),
    ],
)
def test_what_machines_write_for_no_day_is_no_date(kind: WitnessKind, words: str) -> None:
    published = solve(PLAIN, (kind, words), ("stamp", "16 June 2021"))
    assert (day(published), published.certainty) == (date(2021, 6, 16), "exact")
    assert published.conflicts == ()
    assert solve(PLAIN, (kind, words)).latest is None


def test_seconds_since_1970_are_a_day() -> None:
    for words in ("datePublished 1623834000", "datePublished 1623834000000"):
        assert day(solve(PLAIN, ("json-ld", words))) == date(2021, 6, 16)


def test_a_day_after_the_capture_is_a_conflict_and_not_the_date() -> None:
    captured = datetime(2021, 6, 18, tzinfo=UTC)
    late: tuple[WitnessKind, str] = ("json-ld", "datePublished 2091-06-16")
    published = solve(PLAIN, late, ("stamp", "16 June 2021"), captured=captured)
    assert (day(published), published.certainty) == (date(2021, 6, 16), "exact")
    alone = solve(PLAIN, late, captured=captured)
    assert (alone.earliest, alone.latest) == (None, date(2021, 6, 18))
    assert published.conflicts == alone.conflicts == (
        "The structured data says “datePublished 2091-06-16”, but the page is from 2021-06-18"
        " or before.",
    )  # fmt: skip


def test_a_time_in_utc_is_weighed_against_weekdays_as_the_day_at_the_outlet() -> None:
    published = solve(
        "The council met on Tuesday.",
        ("json-ld", "datePublished 2021-06-14T22:30:00Z"),
        ("stamp", "15 June 2021"),
    )
    assert (day(published), published.conflicts) == (date(2021, 6, 15), ())


def test_the_latest_past_year_bounds_the_date_from_below() -> None:
    text = "The dam was built in 1998. It has leaked since 2014. By 2030 it will be gone."
    published = solve(text, ("footer", "© 2021"))
    assert (published.earliest, published.latest) == (date(2014, 1, 1), date(2021, 12, 31))


def test_planned_years_are_no_lower_bound() -> None:
    published = solve("The dam is expected to open in 2031, the ministry said.")
    assert published.certainty == "unknown"


def test_a_calendar_equation_with_one_solution_is_exact() -> None:
    text = "The council voted on Friday (March 19) to close the port. It was built in 2016."
    published = solve(text)
    assert (day(published), published.certainty) == (date(2021, 3, 19), "exact")


def test_an_equation_with_two_solutions_is_bounded_by_them() -> None:
    text = "The council voted on Friday (March 19) to close the port. It was built in 2008."
    published = solve(text)
    assert (published.earliest, published.latest) == (date(2010, 3, 19), date(2021, 3, 19))
    assert published.certainty == "bounded"


def test_an_upper_bound_leaves_an_equation_one_solution() -> None:
    text = "The council voted on Friday (March 19) to close the port. It was built in 2008."
    published = solve(text, ("footer", "© 2012"))
    assert (day(published), published.certainty) == (date(2010, 3, 19), "exact")


def test_an_equation_without_a_lower_bound_says_nothing() -> None:
    published = solve("The council voted on Friday (March 19) to close the port.")
    assert published.certainty == "unknown"


def test_a_dateline_with_its_year_is_exact() -> None:
    published = solve("PORT ALDA, June 16, 2021 – The council voted to close the port.")
    assert (day(published), published.certainty) == (date(2021, 6, 16), "exact")


def test_a_date_after_a_preposition_is_no_dateline() -> None:
    assert day(solve("On June 16, 2021, the council voted to close the port.")) is None


def test_a_stamp_days_after_every_weekday_in_the_text_is_no_published_day() -> None:
    text = "The mayor resigned on Sunday. On Friday, she had lost a vote. It was her second term."
    published = solve(text, ("stamp", "Wednesday 16 June 2021"))
    assert (published.earliest, published.latest) == (None, date(2021, 6, 16))
    [conflict] = published.conflicts
    assert "“Sunday”" in conflict
    assert "3 days before" in conflict


def test_a_text_that_says_today_makes_no_stamp_stale() -> None:
    text = "The mayor resigned on Sunday. She leaves office today."
    assert day(solve(text, ("stamp", "Wednesday 16 June 2021"))) == date(2021, 6, 16)


def test_disagreeing_witnesses_are_a_sentence_and_never_exact() -> None:
    published = solve(
        PLAIN,
        ("json-ld", "datePublished 2021-06-16"),
        ("json-ld", "dateModified 2021-06-16"),
        ("url", "/2021/05/02/"),
    )
    assert (day(published), published.certainty) == (date(2021, 6, 16), "bounded")
    [conflict] = published.conflicts
    assert conflict == (
        "The structured data says “datePublished 2021-06-16”, but the address says “/2021/05/02/”."
    )


def test_a_time_in_utc_gives_way_to_the_day_of_the_address() -> None:
    published = solve(
        PLAIN, ("json-ld", "datePublished 2021-06-17T02:10:00Z"), ("url", "/2021/06/16/")
    )
    assert (day(published), published.certainty) == (date(2021, 6, 16), "exact")
    assert published.conflicts == ()


def test_a_stamp_goes_before_a_field_that_does_not_say_which_date_it_holds() -> None:
    stamp: tuple[WitnessKind, str] = ("stamp", "16 June 2021")
    vague = solve(PLAIN, ("meta", "date 2021-06-18"), stamp)
    assert (day(vague), vague.certainty) == (date(2021, 6, 16), "bounded")
    assert day(solve(PLAIN, ("meta", "publishdate 2021-06-18"), stamp)) == date(2021, 6, 18)


def test_weekdays_that_are_not_told_as_past_make_no_stamp_stale() -> None:
    text = "Open from Sunday to Monday. A new place for coffee and cake in the old port."
    assert day(solve(text, ("stamp", "Thursday 17 June 2021"))) == date(2021, 6, 17)


def test_a_weekday_in_a_text_of_another_language_makes_no_stamp_stale() -> None:
    text = "Die Serie Sunday war ein Erfolg. Der Stadtrat lehnte den Plan am Abend ab."
    listed = (Witness(kind="stamp", words="Wednesday 16 June 2021"),)
    article = Article(
        id="p1",
        text=text,
        body=Span(0, len(text)),
        published=Published(witnesses=listed),
        language="de",
    )
    assert day(solve_published(article, None)) == date(2021, 6, 16)


def test_day_and_month_that_cannot_be_told_apart_are_an_interval() -> None:
    published = solve(PLAIN, ("stamp", "2/3/2021"))
    assert (published.earliest, published.latest) == (date(2021, 2, 3), date(2021, 3, 2))


@pytest.mark.parametrize(
    "words",
    [
        "16. Juni 2021",
        "16 juin 2021",
        "16 de junio de 2021",
        "16.06.2021",
        "16 giugno 2021",
        "16. Jun. 2021",
        "Juni 16, 2021",
        "June 16, 2021Mara Lind",
        "Hafen, 16.06.21",
    ],
)
def test_stamps_in_other_languages_are_read(words: str) -> None:
    assert day(solve(PLAIN, ("stamp", words))) == date(2021, 6, 16)


def test_every_witness_keeps_its_words_and_gets_its_days() -> None:
    published = solve("It has leaked since 2014.", ("stamp", "Updated 16 June 2021"), ("meta", "?"))
    told = [(one.kind, one.words, one.earliest, one.latest) for one in published.witnesses]
    assert told == [
        ("stamp", "Updated 16 June 2021", None, date(2021, 6, 16)),
        ("meta", "?", None, None),
        ("text", "2014", date(2014, 1, 1), None),
    ]


def test_solving_a_solved_article_changes_nothing() -> None:
    text = "The council voted on Friday (March 19) to close the port. It was built in 2016."
    stamp = Witness(kind="meta", words="article:published_time 2021-03-18T23:00:00Z")
    article = Article(
        id="p1", text=text, body=Span(0, len(text)), published=Published(witnesses=(stamp,))
    )
    once = solve_published(article, None)
    assert solve_published(replace(article, published=once), None) == once


STORY = Witness(
    kind="story", words="Wednesday", earliest=date(2024, 3, 6), latest=date(2024, 3, 12)
)


def solve_beside_story(*witnesses: tuple[WitnessKind, str]) -> Article:
    listed = tuple(Witness(kind=kind, words=words) for kind, words in witnesses)
    published = Published(witnesses=(*listed, STORY))
    article = Article(id="p1", text=PLAIN, body=Span(0, len(PLAIN)), published=published)
    return replace(article, published=solve_published(article, None))


def test_the_story_bounds_an_undated_article() -> None:
    published = solve_beside_story().published
    assert (published.earliest, published.latest) == (STORY.earliest, STORY.latest)
    assert (published.certainty, published.conflicts) == ("bounded", ())


def test_the_story_only_narrows_what_the_page_says() -> None:
    published = solve_beside_story(("capture", "2024-03-08")).published
    assert (published.earliest, published.latest) == (STORY.earliest, date(2024, 3, 8))
    dated = solve_beside_story(("given", "2024-03-20")).published
    assert day(dated) == date(2024, 3, 20)


def test_a_story_that_does_not_fit_is_a_conflict() -> None:
    published = solve_beside_story(("capture", "2024-02-01")).published
    assert (published.earliest, published.latest) == (None, date(2024, 2, 1))
    [conflict] = published.conflicts
    assert "“Wednesday”" in conflict
    assert "not after 2024-02-01" in conflict


def test_what_the_page_says_alone_can_be_solved_again() -> None:
    article = solve_beside_story(("capture", "2024-03-08"))
    alone = solve_alone(article)
    assert (alone.earliest, alone.latest) == (None, date(2024, 3, 8))
    assert STORY not in alone.witnesses
    again = replace(article, published=alone)
    assert solve_alone(again) == alone
