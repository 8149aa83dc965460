"""Two words of one act are one row: "stepped up its airstrikes", "an air campaign"."""

import pytest
from tests.acts.test_acts import mention, read_by
from tests.acts.test_acts_in_news import seen

from onrecord.records import ActType


@pytest.mark.parametrize(
    ("text", "words", "root", "kept"),
    [
        ("Kenya stepped up its airstrikes on Peru.", ["stepped up", "airstrikes"],
         "ASSAULT", ["airstrikes"]),
        ("Kenya expressed its support for Peru.", ["expressed", "support"], "SUPPORT", ["support"]),
        ("Kenya began an air campaign on Peru.", ["air", "campaign"], "ASSAULT", ["campaign"]),
        ("Kenya avenged the airstrikes on Peru.", ["avenged", "airstrikes"], "ASSAULT",
         ["avenged", "airstrikes"]),
        ("Kenya began to expel men and raided Peru.", ["began", "raided"], "ASSAULT",
         ["began", "raided"]),
        ("Kenya condemned the attack Peru told of.", ["condemned"], "ACCUSE", ["condemned"]),
    ],
)  # fmt: skip
def test_what_carries_a_noun_is_no_row(
    text: str, words: list[str], root: ActType, kept: list[str]
) -> None:
    first = seen(text, words[0], root, actor="Kenya", recipient="Peru")
    others = [
        mention(text, word, root, actors=first.actors, recipients=first.recipients)
        for word in words[1:]
    ]
    found = [
        text[each.trigger.start : each.trigger.end]
        for each in read_by(text, first, *others)
        if each.type == root
    ]
    assert found == kept
