import time
from dataclasses import replace
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Article, Published, Reading, Span
from onrecord.stories import Sketch, link_pair, sketch_reading
from onrecord.stories.link import count_gap

DAY = date(2031, 5, 4)
WIRE = """Dam at Velbrook closes after crack is found

Engineers closed the Velbrook dam on Sunday after divers found a crack four metres long below the
waterline, and told two thousand people in the valley to leave their homes by nightfall.

The regional water board lowered the level of the reservoir and opened both spillways. Its
director, Ana Reyes, promised a first report on the cause within a week.

The dam was built in 1954 and supplies three cities with drinking water. An inspection last autumn
had found nothing unusual, according to the board's own records.

Farmers downstream moved their cattle to higher ground while soldiers filled sandbags along the
river through the night. Schools in the valley stay shut until further notice.
"""
OTHER = """Grain prices rise as ports stay frozen

Wheat rose to its highest price in a year on Tuesday as ice kept eleven ports on the northern
coast shut. Traders expect no ship to sail before the end of the month.
"""
words = st.text(alphabet="abcde \n“”.", max_size=300)


def make(name: str, text: str, day: date | None = DAY, *, url: str | None = None) -> Sketch:
    published = Published(earliest=day, latest=day)
    article = Article(
        id=name,
        text=text,
        body=Span(0, len(text)),
        headline=text.partition("\n")[0] or None,
        published=published,
        url=url,
    )
    return sketch_reading(Reading(version="test", origin=name, article=article))


@given(words, words, st.integers(0, 90))
def test_a_link_has_no_direction(a: str, b: str, gap: int) -> None:
    first = make("a", WIRE[:400] + a)
    second = make("b", WIRE[200:600] + b, date.fromordinal(DAY.toordinal() + gap))
    assert link_pair(first, second) == link_pair(second, first)


def test_unrelated_articles_have_no_link() -> None:
    assert link_pair(make("a", WIRE), make("b", OTHER)) is None


def test_a_reprint_is_a_whole_copy_and_of_one_episode() -> None:
    link = link_pair(make("a", WIRE), make("b", "From our wires\n\n" + WIRE))
    assert link is not None
    assert link.copy is not None
    assert link.copy.kind == "whole"
    assert link.episode == 1.0


def test_a_trimmed_reprint_is_a_copy() -> None:
    trimmed = "Valley told to leave\n\n" + "\n\n".join(WIRE.split("\n\n")[1:3])
    link = link_pair(make("a", WIRE), make("b", trimmed))
    assert link is not None
    assert link.copy is not None
    assert link.copy.kind == "trimmed"
    assert link.copy.containment > 0.9


SPEECH = (
    "“We have looked at every stone of this wall and we will tell you all that we know. Nobody who "
    "lived below it will pay for a mistake that others made, and nobody will have to ask twice. I "
    "give you my word that we will come back here every month until the last family is home.”"
)


def test_two_reports_that_quote_one_speech_are_no_copies() -> None:
    first = f"Reyes speaks to valley\n\nAna Reyes addressed a crowd on the square.\n\n{SPEECH}"
    second = f"Water board gives its word\n\nThe director faced angry farmers.\n\n{SPEECH}"
    link = link_pair(make("a", first), make("b", second))
    assert link is not None
    assert link.copy is not None
    assert link.copy.kind == "issued text"
    assert link.copy.containment == 0.0


def test_versions_of_one_page_are_of_one_episode() -> None:
    url = "https://lantern.example/dam"
    link = link_pair(make("a", WIRE, url=url), make("b", OTHER, url=url + "?utm_source=x"))
    assert link is not None
    assert link.same_page
    assert link.episode == 1.0


def test_articles_a_month_apart_are_not_of_one_episode() -> None:
    later = "Crack in Velbrook dam was known\n\n" + WIRE[60:400] + " An inquiry began."
    link = link_pair(make("a", WIRE[:500]), make("b", later, date(2031, 6, 10)))
    assert link is not None
    assert link.saga > 0.5
    assert link.copy is not None or link.episode == 0.0


@pytest.mark.parametrize(
    ("days", "gap"),
    [
        (((1, 1), (3, 3)), 2),
        (((1, 4), (3, 3)), 0),
        (((1, None), (3, 3)), None),
        (((None, 1), (20, 20)), 19),
        (((1, 20), (3, 3)), None),
        (((1, 20), (30, 30)), 10),
    ],
)
def test_the_gap_of_days_is_known_or_not(
    days: tuple[tuple[int | None, int | None], ...], gap: int | None
) -> None:
    sketches = [
        Sketch(
            article=str(index),
            earliest=date(2031, 1, first) if first else None,
            latest=date(2031, 1, last) if last else None,
        )
        for index, (first, last) in enumerate(days)
    ]
    assert count_gap(*sketches) == count_gap(*reversed(sketches)) == gap


def test_related_articles_share_a_key_whatever_their_dates() -> None:
    dated, undated = make("a", WIRE), make("b", WIRE[:700], None)
    assert set(dated.keys) & set(undated.keys)


def test_a_sketch_survives_its_encoding() -> None:
    sketch = make("a", WIRE, url="https://lantern.example/dam")
    assert msgspec.json.decode(msgspec.json.encode(sketch), type=Sketch) == sketch
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(sketch), type=Sketch) == sketch


@pytest.mark.parametrize(
    "text",
    ["", "“" * 100_000, "told the " * 12_000, "A " * 50_000, "(" * 100_000, "\n" * 100_000,
     "Q: " * 30_000, "word:\n\n" * 15_000, "\ud800 " * 100],
)  # fmt: skip
def test_hostile_text_is_sketched_in_time(text: str) -> None:
    start = time.process_time()
    sketch = make("a", text)
    assert time.process_time() - start < 2.0
    assert len(msgspec.msgpack.encode(replace(sketch, headline=""))) < 9000


def test_a_reading_without_an_article_has_an_empty_sketch() -> None:
    assert sketch_reading(Reading(version="test", origin="x")) == Sketch(article="")
