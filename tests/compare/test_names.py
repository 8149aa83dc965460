from onrecord.compare.names import find_names


def test_names_are_large_inside_sentences_and_nowhere_small() -> None:
    text = "Flood Hits Velbrook\n\nThe flood hit the town of Velbrook, Reyes said. A dam broke."
    assert find_names(text, 6) == {"velbro", "reye"}


def test_the_first_word_of_a_sentence_is_no_name() -> None:
    assert find_names("Water rose. Nobody slept. Walls fell.", 6) == frozenset()
