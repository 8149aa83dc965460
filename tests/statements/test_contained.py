"""Contents that hold, or leave, what another statement of the sentence says."""

from tests.statements.reading import attribute, quote, read


def test_a_paraphrase_holds_all_that_is_told_in_it() -> None:
    text = "Ode Baru said the mayor had left and warned him not to “follow”."
    outer = attribute(text, "said", "Ode Baru", "the mayor had left and warned him")
    inner = attribute(text, "warned", "the mayor", "not to “follow”")
    found = read(text, outer, inner)
    assert quote(text, found[0]) == ["the mayor had left and warned him not to “follow”"]
    assert (found[0].kind, found[1].within) == ("mixed", found[0].id)


def test_what_a_relative_clause_asks_for_is_no_part_of_the_claim_before() -> None:
    text = "Ten were hurt, according to the mayor’s office, which called on the guild to “stop”."
    claim = attribute(text, "according to", "the mayor’s office", "Ten were hurt", "to “stop”")
    call = attribute(text, "called on", "which", "to “stop”")
    first, second = read(text, claim, call)
    assert (quote(text, first), first.kind) == (["Ten were hurt"], "indirect")
    assert quote(text, second) == ["to “stop”"]
    assert second.source == first.source
