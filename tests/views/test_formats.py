from io import BytesIO

from onrecord.views.cells import Cells
from onrecord.views.formats import markdown_text, write_rows

COLUMNS = ("when", "who", "to", "value", "words", "reports", "id")
ROWS: list[Cells] = [
    {
        "when": "5 Mar 2031",
        "who": "Prime Minister Mira Lund",
        "to": "Kenya",
        "value": None,
        "words": "that the lock would stay shut for as long as the talks went on",
        "reports": 1,
        "id": "s4bc6453240000",
    },
    {
        "when": "",
        "who": "Berg",
        "to": None,
        "value": "15",
        "words": "no",
        "reports": 12,
        "id": "s1",
    },
]


def tell(width: int) -> list[str]:
    stream = BytesIO()
    count = write_rows(
        ROWS,
        _same,
        stream,
        format_="table",
        columns=COLUMNS,
        blank=ROWS[0],
        width=width,
    )
    assert count == len(ROWS)
    return stream.getvalue().decode().splitlines()


def _same(row: Cells) -> Cells:
    return row


def test_a_table_that_fits_has_a_line_a_row() -> None:
    head, first, second = tell(120)
    assert head.split() == list(COLUMNS)
    assert first.endswith("s4bc645324")
    assert second.endswith("s1")


def test_on_a_narrow_screen_the_sentence_stands_below() -> None:
    assert tell(64) == [
        "id          when · who · → to · value · reports",
        "    words",
        "s4bc645324  5 Mar 2031 · Prime Minister Mira Lund · → Kenya ·",
        "            1 report",
        "    that the lock would stay shut for as long as the talks went",
        "    on",
        "s1          Berg · 15 · 12 reports",
        "    no",
    ]


def test_in_markdown_only_what_could_open_a_tag_is_escaped() -> None:
    assert markdown_text("< 5 h") == "< 5 h"
    assert markdown_text("<b>5</b> <") == "&lt;b>5&lt;/b> &lt;"
