import pytest

from onrecord.records import Article, Span
from onrecord.stories.credits import (
    count_outlets,
    find_credits,
    fold_outlet,
    is_named,
    list_credits,
    list_helpers,
    name_agency,
    says_outlet,
)


def credit(body: str) -> tuple[str, ...]:
    return list_credits(find_credits(Article(id="a", text=body, body=Span(0, len(body)))))


@pytest.mark.parametrize(
    "body",
    [
        "The dam will close, Reuters reported.",
        "The dam will close, the Reuters news agency reported.",
        "The dam will close, according to Reuters.",
        "“We close it,” she said, via Reuters.",
        "The mayor told Reuters that the dam will close.",
    ],
)
def test_a_report_rests_on_whom_its_lead_credits(body: str) -> None:
    assert credit(body) == ("Reuters",)


def test_one_credit_further_down_covers_a_detail() -> None:
    body = "The dam will close. " * 40 + "The mayor told Reuters so."
    assert credit(body) == ()


def test_what_people_told_an_agency_is_not_the_report() -> None:
    told = "The mayor told Reuters so. A guard told Reuters that he had seen nothing."
    body = "The dam will close. " * 20 + told
    assert credit(body) == ()
    assert credit(body.replace("told Reuters so", "agreed, Reuters reported")) == ("Reuters",)


def test_a_credit_line_counts_wherever_it_stands() -> None:
    body = "The dam will close. " * 40 + "\n\nWith material from AFP"
    assert credit(body) == ("AFP",)


def test_credits_of_pictures_are_none() -> None:
    assert credit("A view of the dam (Ana Reyes via AP)\n\nThe dam will close.") == ()


def test_an_agency_has_one_name() -> None:
    assert name_agency("The Associated Press") == name_agency("AP") == "AP"
    assert fold_outlet("The Lantern") == fold_outlet("lantern")


def test_outlets_are_told_from_other_names() -> None:
    assert says_outlet("Coast Tribune")
    assert says_outlet("AFP")
    assert not says_outlet("Ana Reyes")


@pytest.mark.parametrize(
    "body",
    [
        "The Harbour Post report reveals that the dam was never inspected.",
        "In an interview on the Harbour Post the mayor said that he would go.",
        "Harbour Post has the scoop: the dam was never inspected.",
        "The Harbour Post writes that the dam was never inspected.",
        "The dam was never inspected, reports the Harbour Post.",
        "A clerk tells the Harbour Post that the dam was never inspected.",
        "The mayor, speaking to the Harbour Post, said that he would go.",
        "The dam was never inspected. More from the Harbour Post: it leaks.",
    ],
)
def test_an_outlet_is_credited_in_many_ways(body: str) -> None:
    assert credit(body) == ("Harbour Post",)


def test_words_that_have_other_objects_credit_nobody_else() -> None:
    assert credit("The mayor, speaking to Ana Reyes, told of reports Velbrook had denied.") == ()


def test_an_agency_may_have_lent_a_hand() -> None:
    def helpers(body: str) -> tuple[str, ...]:
        article = Article(id="a", text=body, body=Span(0, len(body)))
        return list_helpers(article, find_credits(article))

    body = f"The dam will close. {'Nobody knows when. ' * 40}"
    assert helpers(f"{body}\n\nThe Associated Press contributed to this report.") == ("AP",)
    assert helpers(f"{body}\n\nContributing: The Associated Press") == ("AP",)
    assert helpers(f"{body} The mayor told Reuters that he would go.") == ("Reuters",)
    assert helpers(body) == ()


def test_an_outlet_is_named_by_the_words_that_tell_it() -> None:
    assert is_named("Fox News", "Fox News Online")
    assert is_named("The Wall Street Journal", "Wall Street Journal")
    assert is_named("National Public Radio", "NPR")
    assert not is_named("Times", "Times of Velbrook")
    assert not is_named("Harbour Post", "Harbour News")


def test_an_agency_is_named_by_its_first_letters() -> None:
    assert is_named("Pan-Lakes News Agency", "PLNA")
    assert is_named("PLNA", "Pan-Lakes News Agency")
    assert not is_named("Pan-Lakes News Agency", "PNA")
    assert not is_named("Kesh National Airline", "KNA")


@pytest.mark.parametrize(
    ("outlets", "count"),
    [
        ([], 0),
        ([None], 1),
        ([None, None], 1),
        (["The Reed", "reed", None], 1),
        (["Reed", "Kesh Post"], 2),
    ],
)
def test_outlets_are_counted_as_at_least_so_many(outlets: list[str | None], count: int) -> None:
    assert count_outlets(outlets) == count
