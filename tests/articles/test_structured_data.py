import json
from datetime import UTC, datetime

import pytest

from onrecord.articles.html_tree import parse_html
from onrecord.articles.structured_data import SelfDescription, describe_page


def describe(head: str, attributes: str = "", body: str = "<p>x</p>") -> SelfDescription:
    html = f"<html {attributes}><head>{head}</head><body>{body}</body></html>"
    return describe_page(parse_html(html, origin="test"))


def json_ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def test_json_ld_article_is_read() -> None:
    found = describe(
        json_ld(
            {
                "@graph": [
                    {"@type": "Organization", "name": "Not it"},
                    {
                        "@type": "NewsArticle",
                        "headline": "Ferries stop",
                        "datePublished": "2031-01-03T10:00:00Z",
                        "dateModified": "2031-01-04",
                        "author": [{"name": "Mara Lind"}, "Tom Ash"],
                        "publisher": {"name": "The Tide"},
                    },
                ]
            }
        )
    )
    assert found.titles == ("Ferries stop",)
    assert found.authors == ("Mara Lind", "Tom Ash")
    assert found.site_names == ("The Tide",)
    assert found.dates == (
        ("json-ld", "datePublished 2031-01-03T10:00:00Z"),
        ("json-ld", "dateModified 2031-01-04"),
    )


def test_meta_elements_are_read_with_their_field_names() -> None:
    found = describe(
        '<title>Ferries stop | The Tide</title><meta property="og:title" content="Ferries stop">'
        '<meta property="og:site_name" content="The Tide"><meta name="author" content="Mara Lind">'
        '<meta property="article:published_time" content="2031-01-03">'
        '<link rel="canonical" href="https://tide.example/ferries">',
        'lang="en-GB"',
    )
    assert found.titles == ("Ferries stop", "Ferries stop | The Tide")
    assert found.dates == (("meta", "article:published_time 2031-01-03"),)
    assert (found.url, found.language) == ("https://tide.example/ferries", "en-GB")


def test_broken_json_ld_is_passed_over() -> None:
    assert describe('<script type="application/ld+json">{"@type": </script>') == SelfDescription()
    deep = "[" * 100_000
    assert describe(f'<script type="application/ld+json">{deep}</script>') == SelfDescription()


def test_json_ld_values_of_other_types_are_passed_over() -> None:
    found = describe(
        json_ld(
            {"@type": ["NewsArticle"], "headline": 3, "author": {"name": [1]}, "datePublished": 5}
        )
    )
    assert found == SelfDescription()


def times(body: str) -> tuple[str, ...]:
    return describe_page(parse_html(f"<html><body>{body}</body></html>", origin="test")).times


def test_a_time_marked_as_modified_says_so() -> None:
    assert times(
        '<div><time itemprop="dateModified">2031-01-04</time>'
        '<time class="entry-date published updated" datetime="2031-01-03">3 January</time></div>'
    ) == ("dateModified 2031-01-04", "2031-01-03")


def test_elements_marked_as_the_date_are_read() -> None:
    marked = '<span itemprop="datePublished" content="2031-01-03T10:00">Friday</span>'
    changed = '<span itemprop="dateModified">4 January 2031</span>'
    found = describe("", body=f"<main><h1>Ferries stop</h1>{marked}{changed}</main>")
    assert found.times == ("datePublished 2031-01-03T10:00", "dateModified 4 January 2031")


def test_seconds_in_json_ld_are_read() -> None:
    found = describe(json_ld({"@type": "NewsArticle", "datePublished": 1925200800}))
    assert found.dates == (("json-ld", "datePublished 1925200800"),)


OTHER = "<h3><a href='/fares'>Fares rise</a></h3><time>1 January 2031</time>"


@pytest.mark.parametrize(
    "others",
    [
        f"<div class='card'>{OTHER}</div>",
        "<div class='related-stories'><p>Fares rise</p><time>1 January 2031</time></div>",
        "<article><h1>Fares rise</h1><time>1 January 2031</time><p>They rise.</p></article>",
    ],
)
def test_times_of_other_stories_are_passed_over(others: str) -> None:
    own = "<article><h1>Ferries stop</h1><time>3 January 2031</time><p>They stop.</p></article>"
    found = describe("", body=f"<div>{own}{others}</div>")
    assert found.times == ("3 January 2031",)
    assert found.other_times == frozenset({"1 January 2031"})


def test_address_of_an_archived_copy_is_that_of_the_page() -> None:
    copy = "https://archive.ph/2031.01.04-101500/https://tide.example/ferries"
    found = describe(
        f'<link rel="canonical" href="{copy}"><meta property="og:site_name" content="archive.ph">'
    )
    assert (found.url, found.site_names) == ("https://tide.example/ferries", ())
    assert found.archived == datetime(2031, 1, 4, 10, 15, tzinfo=UTC)


def test_times_of_comments_are_passed_over() -> None:
    comment = '<div class="comment-box"><p><time datetime="2031-01-05">5 January</time></p></div>'
    assert times(f'<time datetime="2031-01-03">3 January</time>{comment}') == ("2031-01-03",)


def test_links_to_the_author_count_where_json_ld_names_none() -> None:
    link = '<a rel="author">Tom Ash</a><ul><li><a rel="author">Ada Roe</a></li></ul>'
    meta = '<meta name="author" content="The desk">'
    named = json_ld({"@type": "NewsArticle", "author": "Mara Lind"})
    assert describe(meta, body=link).authors == ("Tom Ash",)
    assert describe(meta + named, body=link).authors == ("Mara Lind",)
