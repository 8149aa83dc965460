import re
from pathlib import Path

import pytest

from onrecord.web.accuracy import Measured, read_accuracy

MEASURES = Path(__file__).parents[2] / "docs/measures.md"


@pytest.mark.parametrize("measured", read_accuracy(), ids=lambda measured: measured.what)
def test_score_on_the_page_is_the_one_in_the_measures(measured: Measured) -> None:
    text = MEASURES.read_text(encoding="utf-8")
    for number in re.findall(r"\.?\d[\d.]*", measured.score):
        assert number in text, "measure it again, and change docs/measures.md and accuracy.csv"
    assert measured.command in " ".join(text.split())
