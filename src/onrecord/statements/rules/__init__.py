"""What rules read without the trained reader: quotations, headlines, turns, reported clauses."""
