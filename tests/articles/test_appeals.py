from onrecord.articles.appeals import is_appeal, mark_appeals

ASK = "If you can spare the price of a coffee, your gift keeps our reporters at sea."


def test_lines_beside_an_appeal_that_address_the_reader_belong_to_it() -> None:
    texts = ["The ferries stopped.", "The Tide has no owner but you", ASK,
             "Every gift, however small, helps.", "The board met."]  # fmt: skip
    reasons: list[str | None] = [None, None, "donation appeal", None, None]
    in_body = [True, True, False, True, True]
    mark_appeals(texts, reasons, in_body)
    assert in_body == [True, False, False, False, True]


def test_reported_words_about_gifts_are_no_appeal() -> None:
    assert is_appeal(ASK)
    assert not is_appeal("We depend on every gift, said the head of the shelter in Arden.")
    assert not is_appeal("“If you can give, every gift helps us,” the mayor told the sailors.")
