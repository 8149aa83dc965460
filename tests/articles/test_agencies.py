import pytest

from onrecord.articles.agencies import find_agency, find_dateline, mark_credits, read_credit
from onrecord.records import Span


@pytest.mark.parametrize(
    ("lead", "place", "agency"),
    [
        ("ARDEN (AFP) – The ferries stopped.", "ARDEN", "AFP"),
        ("ARDEN, Jan 19 (Reuters) - The ferries stopped.", "ARDEN", "Reuters"),
        ("Arden, 3. Januar (dpa) - Die Fähren stehen still.", "Arden", "dpa"),
        ("PORT ARDEN, Norland (AP) — The ferries stopped.", "PORT ARDEN, Norland", "AP"),
        ("ARDEN (NORPRESS) – The ferries stopped.", "ARDEN", "NORPRESS"),
        ("ARDEN — The ferries stopped.", "ARDEN", None),
        ("ARDEN, Jan. 3 (Xinhua) -- The ferries stopped.", "ARDEN", "Xinhua"),
    ],
)
def test_dateline_gives_place_and_agency(lead: str, place: str, agency: str | None) -> None:
    dateline, named = find_dateline(lead, Span(0, len(lead)))
    assert dateline is not None
    assert (dateline.place, named) == (place, agency)
    assert lead[dateline.span.start : dateline.span.end] in lead
    assert dateline.span.start == 0


@pytest.mark.parametrize(
    "lead",
    [
        "The council (which met on Monday) – as expected – refused.",
        "Arden is a port.",
        "NATO said the talks were over.",
        "Mara Lind (34) - a sailor - was first.",
    ],
)
def test_other_openings_are_no_datelines(lead: str) -> None:
    assert find_dateline(lead, Span(0, len(lead))) == (None, None)


@pytest.mark.parametrize(
    ("byline", "closing", "paragraphs", "agency"),
    [
        ("Associated Press", "", (), "AP"),
        ("Mara Lind, Reuters", "", (), "Reuters"),
        ("Reuters in Arden", "", (), "Reuters"),
        ("Mara Lind in Arden", "", (), None),
        (None, "(ANI)", (), "ANI"),
        (None, "The ferries stopped. (PTI)", (), "PTI"),
        (None, "– Reuters", (), "Reuters"),
        ("Mara Lind", "The ferries stopped.", ("A told Reuters so.",), None),
        (
            None,
            "",
            ("The board met, Reuters reported.", "“No,” she said, via Reuters.",
             "It is over, according to Reuters."),
            "Reuters",
        ),
    ],
)  # fmt: skip
def test_agency_is_found_where_it_is_credited(
    byline: str | None, closing: str, paragraphs: tuple[str, ...], agency: str | None
) -> None:
    assert find_agency(byline, [closing] if closing else [], paragraphs) == agency


def test_credit_line_at_the_end_leaves_the_body_as_a_credit() -> None:
    texts = ["The quay at night (Mara Lind/QRS)", "The ferries stopped.", "QRS"]
    reasons: list[str | None] = ["caption", None, None]
    in_body = [False, True, True]
    mark_credits(texts, reasons, in_body)
    assert (in_body[2], reasons[2]) == (False, "agency credit")


def test_name_in_capitals_alone_is_no_known_credit() -> None:
    assert read_credit("With material from QRS") == "QRS"
    assert read_credit("(AP)") == "AP"
    assert read_credit("QRS") is None
