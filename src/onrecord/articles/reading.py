"""Read the article on a page, whatever kind of page it is."""

from onrecord.articles.assembly import assemble_article, complete_article
from onrecord.articles.bylines import find_byline
from onrecord.articles.drafts import Draft, Line
from onrecord.articles.plain_text import list_lines
from onrecord.articles.refusals import refuse_code
from onrecord.articles.sorting import sort_lines
from onrecord.articles.stamps import find_stamps
from onrecord.articles.structured_data import SelfDescription
from onrecord.articles.witnesses import gather_witnesses
from onrecord.errors import PageError
from onrecord.models import Models
from onrecord.records import Article, Page, Span
from onrecord.text import find_paragraphs

_MOST_LINES = 20_000
# Probability from which a line counts as body: below the even .5, since the loss of a story's line
# is worse than a line of furniture, most of which is named by its wording besides
# (training/lines/README.md has the scores).
_BODY_FROM = 0.25
# A text so short was given by hand: if no line reaches that, the likeliest is the story, unless it
# is hardly a sentence (menus of so few lines stay below).
_FEW_LINES, _HARDLY = 4, 0.1
_HEAD_LINES = 6  # of an exact text, where a byline or a stamp can stand


def read_article(page: Page, models: Models) -> Article:
    """Return the article on `page`; raise `PageError` where there is none.

    An HTML page is parsed, a text page is sorted line by line, an exact text stays as it is. The
    published date is left open: its witnesses are gathered for `onrecord.dates`.
    """
    if not page.content.strip():
        raise PageError("the page is empty", origin=page.origin)
    match page.kind:
        case "html":
            from onrecord.articles.html_pages import read_html

            return read_html(page, models)
        case "text":
            return _read_text(page, models)
        case "exact":
            return _read_exact(page)


def _read_text(page: Page, models: Models) -> Article:
    refuse_code(page.content, origin=page.origin)
    lines = [Line(text=text) for text in list_lines(page.content)]
    if len(lines) > _MOST_LINES:
        raise PageError(
            f"more than {_MOST_LINES:,} lines; a page of news has hundreds", origin=page.origin
        )
    probabilities = models.lines.predict([line.text for line in lines])
    hints = [page.title] if page.title else []
    body_from = _BODY_FROM
    if 0 < len(lines) <= _FEW_LINES:
        body_from = max(_HARDLY, min(body_from, float(probabilities.max())))
    draft = sort_lines(lines, probabilities, hints, body_from=body_from)
    return assemble_article(page, draft, SelfDescription())


def _read_exact(page: Page) -> Article:
    """Return the article whose text is the content itself: nothing removed, offsets hold."""
    text = page.content
    paragraphs = tuple(text[span.start : span.end] for span in find_paragraphs(text))
    head = [words for words in paragraphs[:_HEAD_LINES] if len(words) < 200]
    draft = Draft(
        headline=page.title,
        standfirst=None,
        byline=next((names for words in head if (names := find_byline(words))), None),
        paragraphs=paragraphs,
        stamps=tuple(stamp for words in head if (stamp := find_stamps(words))),
        removed=(),
    )
    nothing = SelfDescription()
    witnesses = gather_witnesses(page, draft, nothing)
    return complete_article(page, draft, nothing, witnesses, text, Span(0, len(text)))
