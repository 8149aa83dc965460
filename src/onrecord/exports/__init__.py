"""The ledger in the forms of others: each function yields the files that it has written.

| form | is |
|---|---|
| csv, jsonl, parquet | a table for each kind of row, joined by ids |
| plover | events as JSON Lines, in the fields of PLOVER's manual |
| dyads | the same events as CSV: one line for each pair of who and to whom |
| web-annotation | W3C Web Annotations as JSON Lines: each row at its words |
| html | a brief of each saga, one file that needs no other |
| vega-lite | a chart of each figure that several reports give |
"""

from onrecord.exports.events import count_left_out
from onrecord.exports.writing import EXPORTS, Export, write_export

__all__ = ["EXPORTS", "Export", "count_left_out", "write_export"]
