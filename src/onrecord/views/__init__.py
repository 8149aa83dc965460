"""Ways to look at rows: cells of a table, file formats, a story's brief, charts.

Nothing here decides anything: views show what the ledger answers, in its words.
"""
