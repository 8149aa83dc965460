from onrecord.articles.outlets import find_outlet


def find(*furniture: str, title: str | None = None, url: str | None = None) -> str | None:
    return find_outlet(None, (), title, "Ferries stop in Arden", furniture, url)


def test_name_before_or_after_the_headline_in_the_title_is_the_outlet() -> None:
    assert find(title="The Tide – Ferries stop in Arden") == "The Tide"
    assert find(title="Tide: Ferries stop in Arden") == "Tide"
    assert find(title="Ferries stop in Arden | Islands | The Tide") == "The Tide"


def test_label_or_cut_end_of_a_title_is_no_outlet() -> None:
    assert find(title="Print view: Ferries stop in Arden") is None
    assert find(title="Ferries stop in Arden | The Ti…") is None


def test_copyright_line_names_the_outlet_before_or_after_the_year() -> None:
    assert find("© 2031 Arden Tide. All rights reserved.") == "Arden Tide"
    assert find("Copyright 2031. Arden Tide.") == "Arden Tide"
    assert find("© Arden Tide 2031. Powered by Anchor") == "Arden Tide"


def test_masthead_in_capitals_is_spelt_as_the_foot_spells_it() -> None:
    assert find("ARDEN TIDE", "News", "Sport", "Arden Tide Media. Contact") == "Arden Tide"
    assert find("ARDEN TIDE", "© 2031 Arden Tide Media") == "Arden Tide"


def test_line_is_no_masthead_for_standing_in_a_short_page() -> None:
    assert find("View in browser", "By Mara Lind", "You are receiving this", "Unsubscribe") is None


def test_domain_is_the_last_resort() -> None:
    assert find(url="https://www.tide.example/a") == "tide.example"
