"""Write src/onrecord/data/states.csv: the names by which a text may speak of a state.

    python -m training.lexica.make_states ../shared/data/lexica/country-codes.csv

Codes, names and capitals come from the country-codes table (datasets/country-codes, Public
Domain Dedication and License); adjectives, peoples, further names and seats of government come
from our own demonyms.csv beside the result. The columns that hold several forms part them with
"|"; the first name is the one shown to people.
"""

import csv
import re
import sys
from collections.abc import Iterable
from pathlib import Path

DATA = Path(__file__).parents[2] / "src" / "onrecord" / "data"
COLUMNS = ("code", "names", "seats", "adjectives", "people")
NAME_COLUMNS = ("CLDR display name", "UNTERM English Short", "official_name_en")
# Seats of government that are also common words or names of persons; a text that means the
# government says so otherwise.
NO_SEAT = {"Male", "Victoria", "Kingston", "Georgetown", "Santiago", "Singapore", "Monaco"}
NO_SEAT |= {"San Marino", "Djibouti", "Luxembourg", "Hong Kong", "Amsterdam", "Nassau", "Brussels"}
NO_SEAT |= {"Hamilton", "Stanley", "San Juan", "Gibraltar", "Macao"}
# Names the table spells in a way that no newspaper does.
SHOWN = {"COG": "Congo-Brazzaville", "COD": "DR Congo", "HKG": "Hong Kong", "USA": "United States"}
# Not states, and yet spoken of as one: they stand in demonyms.csv alone.
EXTRA = ("XKX", "SUN", "YUG", "EUR", "WST")
TERRITORIES = {"TWN", "HKG", "PSE", "GRL", "ESH", "VAT"}
TERRITORIES |= {"PRI", "GUM", "GIB", "FLK", "BMU", "MAC"}


def main(source: str) -> None:
    own = {row["code"]: row for row in _read(DATA / "demonyms.csv")}
    rows = []
    for row in _read(Path(source)):
        code = row["ISO3166-1-Alpha-3"]
        if row["is_independent"] == "Yes" or code in TERRITORIES:
            rows.append(_state(code, row, own.get(code, {})))
    rows += [_state(code, {}, own[code]) for code in EXTRA]
    with (DATA / "states.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(rows, key=lambda row: row["code"]))


def _state(code: str, row: dict[str, str], own: dict[str, str]) -> dict[str, str]:
    names = [SHOWN.get(code, "")]
    names += [_clean(row.get(column, "")) for column in NAME_COLUMNS]
    names += own.get("aliases", "").split("|")
    formal = _clean(row.get("UNTERM English Formal", ""))
    if " of " in formal:
        names.append(formal)
    seats = [row.get("Capital", ""), *own.get("seats", "").split("|")]
    adjectives = [form for form in own.get("adjectives", "").split("|") if form]
    people = [form for form in own.get("people", "").split("|") if form]
    people = people or [_people(form) for form in adjectives]
    return {
        "code": code,
        "names": _join(names),
        "seats": _join(seat for seat in seats if seat not in NO_SEAT),
        "adjectives": _join(adjectives),
        "people": _join(people),
    }


def _people(adjective: str) -> str:
    """Return what the people are called: the Chinese, the French, the Kenyans."""
    return adjective if re.search(r"(?:ese|sh|ch|ss)$", adjective) else adjective + "s"


def _clean(name: str) -> str:
    """Return `name` without the table's article, bracket and asterisk."""
    name = re.sub(r"\s*[(*].*$", "", name).replace(" & ", " and ")
    return "" if " - " in name or "," in name else re.sub(r"^the ", "", name)


def _join(forms: Iterable[str]) -> str:
    return "|".join(dict.fromkeys(form for form in forms if form))


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    main(sys.argv[1])
