from collections.abc import Callable

from onrecord.records import Article, Reading
from onrecord.stories.passages import find_passages

Build = Callable[..., Reading]

OWN = (
    "The gates of the dam were opened shortly after midnight, and water ran through the lower town."
)
THEIRS = "Twelve streets were flooded within an hour, and the fire brigade closed the old bridge."
QUOTED = "“We heard the water before we saw it, and then it was everywhere around us,” she said."


def article(build: Build, name: str, *paragraphs: str) -> Article:
    found = build(name, "\n\n".join(("A headline", *paragraphs))).article
    assert found is not None
    return found


def words(found: Article, start: int, end: int) -> str:
    return found.text[start:end]


def test_the_paragraphs_that_stand_in_both_are_named(build: Build) -> None:
    wire = article(build, "wire", OWN, THEIRS)
    mixed = article(
        build, "mixed", "Nothing of this is from the agency at all, not one word.", THEIRS
    )
    [passage] = find_passages(mixed, wire)
    assert words(mixed, *passage.a) == words(wire, *passage.b) == THEIRS
    assert passage.share == 1.0


def test_a_paragraph_with_a_few_other_words_is_still_named(build: Build) -> None:
    edited = THEIRS.replace("Twelve", "Some twelve").replace("closed", "shut")
    [passage] = find_passages(article(build, "a", edited), article(build, "b", OWN, THEIRS))
    assert 0.5 <= passage.share < 1.0


def test_shared_quotations_are_no_passage(build: Build) -> None:
    assert find_passages(article(build, "a", QUOTED), article(build, "b", QUOTED)) == ()


def test_an_empty_article_has_none(build: Build) -> None:
    assert find_passages(article(build, "a", OWN), article(build, "b")) == ()
