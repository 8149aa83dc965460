import re
from pathlib import Path

import pytest

from onrecord.web.accuracy import Measured, read_accuracy

MEASURES = Path(__file__).parents[2] / "docs/measures.md"


@pytest.mark.parametrize("measured", read_accuracy(), ids=lambda measured: measured.what)
def test_score_on_the_page_is_the_one_in_the_measures(measured: Measured) -> None:
    sections = re.split(r"^#+ ", MEASURES.read_text(encoding="utf-8"), flags=re.MULTILINE)
    told = [text for text in sections if measured.command in " ".join(text.split())]
    assert told
    for number in re.findall(r"\.?\d[\d.]*", measured.score):
        found = [text for text in told if re.search(rf"(?<![\d.]){re.escape(number)}(?!\d)", text)]
        assert found, "measure it again, and change docs/measures.md and accuracy.csv"
