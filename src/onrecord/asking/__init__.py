"""Answer questions with rows, or say that these articles do not say.

    answer = ask(ledger, "Who boarded the Amaranth?")
    answer.short, answer.line, answer.rows

Nothing is worded anew: an answer is a name, a day or a figure of a row, with the row's own sentence
as its article prints it. What no row says is not answered.
"""

from onrecord.asking.answers import Answer, ask

__all__ = ["Answer", "ask"]
