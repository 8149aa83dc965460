import json
from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles import read_article
from onrecord.errors import PageError
from onrecord.models import Models
from onrecord.records import Article, Page, PageKind, Witness

LEAD = "The ferries between Arden and the islands stopped on Monday after the harbour board’s vote."
QUOTE = "“We will not sign,”\u00a0the chair of the board told reporters on the quay in the evening."
END = "Nobody expects the ships to sail before the weekend, according to the union of sailors."
STORY = f"{LEAD}\n\n{QUOTE}\n\n{END}"


def page(content: str, kind: PageKind = "text") -> Page:
    return Page(id="p1", origin="test", kind=kind, content=content)


def reasons(article: Article) -> dict[str, str]:
    return {item.words: item.reason for item in article.removed}


def test_text_page_is_sorted(models: Models) -> None:
    content = (
        "Europe\n\nFerries between Arden and islands stop\n\nBoard refuses to sign agreement\n\n"
        f"By Mara Lind\n\nUpdated: 2 March 2031 00:05\n\nShare this article\n\n{LEAD}\n\n"
        "A ferry on its last day at the quay in Arden (Mara Lind/AP)\n\n"
        f"{QUOTE}\n\nSee also  Minister to visit the islands\n\n{END}\n\nTags Arden Ferries\n\n"
        "© 2031 The Tide"
    )
    article = read_article(page(content), models)
    assert article.headline == "Ferries between Arden and islands stop"
    assert article.standfirst == "Board refuses to sign agreement"
    assert article.byline == "Mara Lind"
    assert article.outlet == "The Tide"
    assert article.text[slice(*article.body)] == STORY
    assert article.text.startswith(f"{article.headline}\n\n{article.standfirst}\n\n")
    assert reasons(article) == {
        "Europe": "section label",
        "By Mara Lind": "byline",
        "Updated: 2 March 2031 00:05": "date stamp",
        "Share this article": "share prompt",
        "A ferry on its last day at the quay in Arden (Mara Lind/AP)": "caption",
        "See also  Minister to visit the islands": "see also",
        "Tags Arden Ferries": "tag list",
        "© 2031 The Tide": "copyright",
    }
    assert [(w.kind, w.words) for w in article.published.witnesses] == [
        ("stamp", "Updated: 2 March 2031 00:05"),
        ("footer", "© 2031"),
    ]


def test_appeal_for_support_is_removed_as_a_whole(models: Models) -> None:
    appeal = (
        "Your support helps us to tell the story\n\n"
        "From the harbour to the hills, The Tide sends people wherever the news of the day "
        "happens.\n\n"
        "Your donation lets us keep sending reporters to every island, in summer and in winter.\n\n"
    )
    article = read_article(page(f"Ferries stop in Arden\n\n{appeal}{STORY}"), models)
    assert article.text[slice(*article.body)] == STORY
    assert set(reasons(article).values()) == {"donation appeal"}


def test_typographic_characters_of_the_page_stay(models: Models) -> None:
    assert QUOTE in read_article(page(STORY), models).text


def test_exact_text_is_left_unchanged(models: Models) -> None:
    content = f"  By Mara Lind \n\n{STORY}\n\nShare this article  "
    given_page = replace(page(content, "exact"), title="Ferries stop", published="2031-01-03")
    article = read_article(given_page, models)
    assert article.text == content
    assert (article.body.start, article.body.end) == (0, len(content))
    assert (article.headline, article.byline, article.removed) == ("Ferries stop", "Mara Lind", ())
    assert [(w.kind, w.words) for w in article.published.witnesses] == [("given", "2031-01-03")]


def test_dateline_stands_where_its_span_says(models: Models) -> None:
    article = read_article(page(f"Ferries stop in Arden\n\nARDEN (AFP) – {STORY}"), models)
    assert article.agency == "AFP"
    assert article.dateline is not None
    assert article.dateline.place == "ARDEN"
    assert article.text[slice(*article.dateline.span)] == "ARDEN (AFP) –"


HTML = f"""<html lang="en"><head><title>Ferries stop in Arden | The Tide</title>
<meta property="og:site_name" content="The Tide">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Ferries stop in Arden",
"datePublished": "2031-01-03T10:00:00Z", "author": {{"name": "Mara Lind"}}}}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Ferries stop in Arden</h1><p>{LEAD}</p>
<figure><img src="a.jpg"><figcaption>The last of the ferries leaves the quay of Arden on Monday
evening</figcaption></figure><p>{QUOTE.replace("Arden", "<b>Arden</b>")}</p><p>{END}</p></article>
</body></html>"""


def test_html_page_is_read(models: Models) -> None:
    article = read_article(page(HTML, "html"), models)
    assert article.text == f"Ferries stop in Arden\n\n{STORY}"
    assert (article.outlet, article.byline, article.language) == ("The Tide", "Mara Lind", "en")
    assert reasons(article) == {
        "Home": "navigation",
        "World": "navigation",
        "The last of the ferries leaves the quay of Arden on Monday evening": "caption",
    }
    assert [(w.kind, w.words) for w in article.published.witnesses] == [
        ("json-ld", "datePublished 2031-01-03T10:00:00Z")
    ]


TOOLBAR = """<div id="wm-ipp-base"><div id="wm-ipp-inside">About this capture
<div>3 captures</div><div>09 Jan 2031 - 02 Mar 2033</div></div></div>"""


def test_the_bar_of_a_web_archive_is_no_part_of_the_page(models: Models) -> None:
    undated = HTML.replace('"datePublished": "2031-01-03T10:00:00Z", ', "")
    article = read_article(page(undated.replace("<body>", f"<body>{TOOLBAR}"), "html"), models)
    assert article.text == f"Ferries stop in Arden\n\n{STORY}"
    assert reasons(article)["09 Jan 2031 - 02 Mar 2033"] == "archive toolbar"
    assert article.published.witnesses == ()


def test_date_of_another_story_is_no_witness(models: Models) -> None:
    undated = HTML.replace('"datePublished": "2031-01-03T10:00:00Z", ', "")
    other = "<div><h4><a href='/f'>Fares rise</a></h4><time>1 January 2031</time></div></body>"
    article = read_article(page(undated.replace("</body>", other), "html"), models)
    assert article.published.witnesses == ()


@pytest.mark.parametrize(
    "title",
    [
        "404 Not Found", "Page not found | The Tide", "Just a moment...", "Access Denied",
        "503 Service Temporarily Unavailable", "Sorry, this page isn’t available",
        "Attention Required! | Cloudflare", "Oops! That page can’t be found.", "Log in | The Tide",
        "451: Unavailable due to legal reasons", "Error 404",
    ],
)  # fmt: skip
def test_error_page_is_no_article(models: Models, title: str) -> None:
    html = f"<title>{title}</title><h1>{title}</h1><p>We looked for it on every quay of Arden.</p>"
    with pytest.raises(PageError, match="is an error or login page"):
        read_article(page(html, "html"), models)


@pytest.mark.parametrize("headline", ["Forbidden waters", "Access denied to ferries, board says"])
def test_story_about_what_is_denied_is_an_article(models: Models, headline: str) -> None:
    html = f"<title>{headline}</title><h1>{headline}</h1><p>{LEAD}</p>"
    assert read_article(page(html, "html"), models).headline == headline


def test_story_that_only_json_ld_holds_is_read(models: Models) -> None:
    data = {"@type": "NewsArticle", "headline": "Ferries stop", "articleBody": STORY}
    html = f'<script type="application/ld+json">{json.dumps(data)}</script><div id="app"></div>'
    article = read_article(page(html, "html"), models)
    assert article.headline == "Ferries stop"
    assert QUOTE in article.text


@pytest.mark.parametrize(
    ("content", "kind", "message"),
    [
        ("<html><body><script>draw()</script></body></html>", "html", "if scripts draw its story"),
        ("word " * 20_000, "text", "its longest line has 99,999 characters"),
        ("body { color: red; }\np { margin: 0; }", "text", "a program or a style sheet"),
    ],
)
def test_refusal_says_what_is_wrong(
    models: Models, content: str, kind: PageKind, message: str
) -> None:
    with pytest.raises(PageError, match=message):
        read_article(page(content, kind), models)


def test_heading_that_opens_the_story_is_the_headline(models: Models) -> None:
    heading = "Ferries stop in Arden and on the islands around it"
    html = f"<table><tr><td><h1>{heading}</h1><p>{LEAD}</p><p>{END}</p></td></tr></table>"
    article = read_article(page(html, "html"), models)
    assert (article.headline, article.text) == (heading, f"{heading}\n\n{LEAD}\n\n{END}")


def test_capture_time_is_a_witness(models: Models) -> None:
    captured = replace(page(STORY), captured=datetime(2031, 1, 4, tzinfo=UTC))
    kinds = [w.kind for w in read_article(captured, models).published.witnesses]
    assert kinds == ["capture"]


def test_a_date_beside_the_content_is_a_witness(models: Models) -> None:
    changed = Witness(kind="server", words="Last-Modified: Sat, 04 Jan 2031 10:00:00 GMT")
    article = read_article(replace(page(STORY), witnesses=(changed,)), models)
    assert article.published.witnesses == (changed,)


@pytest.mark.parametrize("kind", ["html", "text", "exact"])
@pytest.mark.parametrize("content", ["", " \n\t ", "\0\0"])
def test_empty_page_is_a_page_error(models: Models, kind: PageKind, content: str) -> None:
    if kind == "exact" and content.strip():
        return
    with pytest.raises(PageError):
        read_article(page(content, kind), models)


def test_one_unlikely_sentence_is_a_story_only_where_it_stands_alone(models: Models) -> None:
    values = np.array([[-4.0, -1.2]], dtype=np.float32)
    first, second = (
        replace(trees, values=values) for trees in (models.lines.trees, models.lines.second)
    )
    unsure = replace(models, lines=replace(models.lines, trees=first, second=second))
    assert read_article(page(LEAD), unsure).text == LEAD
    with pytest.raises(PageError, match="no story found"):
        read_article(page("Home\nWorld\nSport\nWeather\n" + LEAD), unsure)


def test_page_without_a_story_is_a_page_error(models: Models) -> None:
    with pytest.raises(PageError, match="no story found"):
        read_article(page("Home\nWorld\nSport"), models)


PARAGRAPHS = "".join(f"<p>{line}</p>" for line in (LEAD, QUOTE, END))


@pytest.mark.parametrize(
    "content",
    [
        "<div>" * 100_000 + PARAGRAPHS,
        "<b>" * 100_000 + PARAGRAPHS,
        "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">" + PARAGRAPHS,
        "<p>" + "word and " * 200_000,
        "<!--" * 30_000,
        "<script>" * 30_000,
    ],
    ids=["nested", "nested inline", "attributes", "one line", "comments", "scripts"],
)
def test_hostile_html_is_read_or_refused(models: Models, content: str) -> None:
    try:
        article = read_article(page(content, "html"), models)
    except PageError:
        return
    assert article.body.end == len(article.text)


@pytest.mark.parametrize(
    ("opened", "closed"),
    [
        ("<div>", "</div>"),
        ("<b>", "</b>"),
        ("<ul><li>", "</li></ul>"),
        ("<table><tr><td class=x>", "</td></tr></table>"),
        ("<font>", ""),
        ("<b><li><p>", ""),
    ],
)
def test_what_is_nested_deeper_than_parsers_read_is_kept(
    models: Models, opened: str, closed: str
) -> None:
    content = opened * 10_000 + PARAGRAPHS + closed * 10_000
    plain = read_article(page(PARAGRAPHS, "html"), models)
    assert read_article(page(content, "html"), models).text == plain.text


def test_a_page_that_cannot_be_made_flat_is_refused_with_what_to_do(
    models: Models, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.articles.html_tree._DEEPEST_READ", 5_000)
    with pytest.raises(PageError, match=r"nested so deep.*save the page as text"):
        read_article(page("<div>" * 10_000 + PARAGRAPHS, "html"), models)


@pytest.mark.parametrize("piece", ["See also ", "(AP ", "[a", "**a", "By Aa ", "12 March ", "“"])
def test_hostile_text_is_read_or_refused(models: Models, piece: str) -> None:
    try:
        read_article(page(piece * (60_000 // len(piece))), models)
    except PageError:
        return


@given(st.text(alphabet=st.sampled_from("aA. \n“”|©#*-:0"), max_size=400))
def test_every_word_of_a_text_page_is_kept_or_removed(models: Models, content: str) -> None:
    try:
        article = read_article(page(f"{content}\n{STORY}"), models)
    except PageError:
        return
    assert 0 <= article.body.start <= article.body.end == len(article.text)
    whole = article.text + "\n".join(item.words for item in article.removed)
    for letters in (line for line in STORY.split("\n\n")):
        assert letters in whole
