"""Contents that hold, or leave, what another statement of the sentence says."""

from dataclasses import replace

from tests.statements.reading import attribute, place, quote, read


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


def test_pieces_with_nothing_but_their_joint_between_them_are_one() -> None:
    text = "Ode Baru said the plan was late and the guild could not accept half of it."
    said = attribute(text, "said", "Ode Baru", "the plan was late", "half of it")
    [found] = read(text, said)
    assert quote(text, found) == ["the plan was late and the guild could not accept half of it"]


def test_who_tells_of_a_promise_in_a_clause_does_not_only_pass_it_on() -> None:
    text = "According to two clerks, the dock shut soon after the guild promised to pay for it."
    told = attribute(
        text,
        "According to",
        "two clerks",
        "the dock shut soon after the guild promised to pay for it",
    )
    promised = attribute(text, "promised", "the guild", "to pay for it")
    outer, inner = read(text, told, promised)
    assert quote(text, outer) == ["the dock shut soon after the guild promised to pay for it"]
    assert inner.within == outer.id


def test_a_paraphrase_may_break_off_inside_what_is_told_in_it() -> None:
    text = "Ode Baru said the mayor had left and warned him not to follow."
    outer = attribute(text, "said", "Ode Baru", "the mayor had left and warned him not")
    inner = attribute(text, "warned", "the mayor", "not to follow")
    found = read(text, outer, inner)
    assert quote(text, found[0]) == ["the mayor had left and warned him not to follow"]


def test_who_tells_of_a_question_tells_of_the_answer() -> None:
    text = "Ode Baru said the envoy asked if a boat was there, and the crew replied it was not."
    told = attribute(text, "said", "Ode Baru", "the envoy asked if a boat was there")
    asked = attribute(text, "asked", "the envoy", "if a boat was there")
    replied = attribute(text, "replied", "the crew", "it was not")
    first, *inner = read(text, told, asked, replied)
    assert quote(text, first) == [
        "the envoy asked if a boat was there, and the crew replied it was not"
    ]
    assert [each.within for each in inner] == [first.id, first.id]


def test_who_is_reported_to_have_said_something_is_its_source() -> None:
    text = "Ode Baru was reported in May to have privately called the envoy a “thief”."
    told = attribute(
        text, "was reported", None, "Ode Baru", "to have privately called the envoy a “thief”"
    )
    called = attribute(text, "have privately called", None, "the envoy a “thief”")
    first, second = read(text, told, called)
    assert (first.source, second.source) == (None, place(text, "Ode Baru"))


def test_a_paraphrase_may_break_off_before_who_is_told() -> None:
    text = "Ode Baru said it ended after he told President Ole Lund to leave the port."
    outer = attribute(text, "said", "Ode Baru", "it ended after he told President")
    inner = attribute(text, "told", "he", "to leave the port")
    inner = replace(inner, addressee=place(text, "President Ole Lund"))
    found = read(text, outer, inner)
    assert quote(text, found[0]) == ["it ended after he told President Ole Lund to leave the port"]
