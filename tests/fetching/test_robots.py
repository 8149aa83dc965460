import time

import pytest

from onrecord.fetching.robots import read_robots


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("", "/a", True),
        ("Disallow: /", "/a", False),
        ("Disallow:", "/a", True),
        ("Disallow: /a", "/ab", False),
        ("Disallow: /a", "/b", True),
        ("Disallow: /a/\nAllow: /a/b", "/a/b/c", True),
        ("Allow: /a/b\nDisallow: /a/", "/a/c", False),
        ("Allow: /a\nDisallow: /a", "/a", True),
        ("Disallow: /*.pdf$", "/x/y.pdf", False),
        ("Disallow: /*.pdf$", "/x/y.pdf?z", True),
        ("Disallow: /a$", "/a", False),
        ("Disallow: /a$", "/ab", True),
        ("Disallow: /*/print", "/2031/04/print", False),
        ("Disallow: /*?", "/a?b", False),
        ("Disallow: /a*b*c", "/axxbyyc", False),
        ("Disallow: /a*b*c", "/axxcyyb", True),
        ("Disallow: /a*a$", "/a", True),
        ("Disallow: /%7Eana", "/~ana/x", False),
        ("Disallow: /ö", "/%C3%B6", False),
        ("disallow : /a  # why", "/a", False),
    ],
)
def test_rules_are_read_as_the_standard_says(rules: str, path: str, allowed: bool) -> None:
    assert read_robots(f"User-agent: *\n{rules}").allow(path) == allowed


def test_own_group_counts_before_that_of_all() -> None:
    text = "User-agent: *\nDisallow: /\n\nUser-agent: OnRecord/1.0\nDisallow: /x\nCrawl-delay: 7"
    robots = read_robots(text)
    assert robots.allow("/a")
    assert not robots.allow("/x")
    assert robots.delay == 7


def test_several_agents_share_a_group_and_groups_of_one_agent_add_up() -> None:
    text = (
        "User-agent: other\nUser-agent: onrecord\nDisallow: /a\n\n"
        "User-agent: third\nDisallow: /b\n\nUser-agent: onrecord\nDisallow: /c"
    )
    robots = read_robots(text)
    assert [robots.allow(path) for path in ("/a", "/b", "/c")] == [False, True, False]


def test_delay_has_an_end() -> None:
    assert read_robots("User-agent: *\nCrawl-delay: 99999").delay == 60
    assert read_robots("User-agent: *\nCrawl-delay: soon").delay == 0


def test_rule_of_many_wildcards_takes_no_time() -> None:
    robots = read_robots("User-agent: *\nDisallow: /" + "*a" * 400 + "$")
    started = time.process_time()
    assert robots.allow("/" + "a" * 2000 + "b")
    assert time.process_time() - started < 0.5


def test_what_is_no_robots_file_allows_all() -> None:
    assert read_robots("<!doctype html><p>Disallow: /</p>\x00\xff").allow("/a")
