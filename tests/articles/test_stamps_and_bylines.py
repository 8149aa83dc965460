import pytest

from onrecord.articles.bylines import find_byline, is_bare_name, is_name_line, join_authors
from onrecord.articles.stamps import find_stamps, is_stamp


@pytest.mark.parametrize(
    "line",
    [
        "Wednesday 02 March 2031 00:05 GMT",
        "Updated: 2 March 2031 00:05",
        "Published January 19, 2031, 10:57 AM",
        "2031-03-02T10:00",
        "3 hours ago",
        "Posted on the 9th of July, 2031",
        "Freitag, 3. Januar 2031, 10:15 Uhr",
        "Publié le 3 janvier 2031 à 10h15",
        "02.03.2031",
    ],
)
def test_line_of_date_words_is_a_stamp(line: str) -> None:
    assert is_stamp(line)


@pytest.mark.parametrize(
    "line",
    ["The talks began on 3 January 2031.", "Home", "12", "Boeing 737", "March", "1,200 people", ""],
)
def test_other_lines_are_no_stamps(line: str) -> None:
    assert not is_stamp(line)


def test_stamp_after_a_byline_is_found() -> None:
    assert find_stamps("By Mara Lind | 3 January 2031") == "3 January 2031"
    assert find_stamps("Mara Lind Published 3 January 2031") == "Published 3 January 2031"
    assert find_stamps("Ferries stop | The Tide") is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Mara Lind", "Mara Lind"),
        ("BY MARA LIND AND TOM ASH", "MARA LIND AND TOM ASH"),
        ("By Mara Lind and Tom Ash", "Mara Lind and Tom Ash"),
        ("By Associated Press Reporters", "Associated Press Reporters"),
        ("Von Mara Lind, Arden", "Mara Lind"),
        ("By Mara Lind | 3 January 2031", "Mara Lind"),
    ],
)
def test_byline_gives_the_names(line: str, names: str) -> None:
    assert find_byline(line) == names


@pytest.mark.parametrize(
    "line", ["By now the ferries had stopped.", "The Tide", "Bystanders saw it", "By", ""]
)
def test_other_lines_are_no_bylines(line: str) -> None:
    assert find_byline(line) is None


def test_bare_names_have_two_to_four_capitalised_words() -> None:
    assert is_bare_name("Mara van der Lind")
    assert not is_bare_name("Arden")
    assert not is_bare_name("The ferries stopped")


def test_town_or_office_after_the_last_comma_is_no_author() -> None:
    assert find_byline("By Mara Lind, Port Arden") == "Mara Lind"
    assert find_byline("By Mara Lind, Tom Ash") == "Mara Lind, Tom Ash"
    assert find_byline("By Mara Lind, AP") == "Mara Lind, AP"


def test_name_alone_is_told_from_the_labels_of_a_site() -> None:
    assert is_name_line("M. Lind")
    assert is_name_line("From our own correspondent in Arden")
    assert not is_name_line("Latest News")
    assert not is_name_line("Port Arden")


def test_authors_are_joined_without_the_outlet() -> None:
    assert join_authors(("Mara Lind", "Tom Ash"), "The Tide") == "Mara Lind and Tom Ash"
    assert join_authors(("Tide",), "The Tide") is None
