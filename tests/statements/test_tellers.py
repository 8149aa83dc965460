"""Who goes on in marks behind a sentence that ends with who tells it."""

from tests.statements.reading import attribute, place, read


def test_a_quotation_that_goes_on_is_who_told_the_sentence_before() -> None:
    told = "Mr Berg and Mr Lund were “harsh” at the hearing"
    text = f"{told}, counsel Ode Dahl wrote. “Their words hurt us all.”"
    *_, last = read(text, attribute(text, "wrote", "counsel Ode Dahl", told))
    assert last.content == (place(text, "Their words hurt us all."),)
    assert last.source == place(text, "counsel Ode Dahl")
