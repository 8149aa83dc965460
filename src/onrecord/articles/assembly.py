"""Put the parts of a page together into an article."""

from onrecord.articles.agencies import find_agency, find_dateline
from onrecord.articles.drafts import Draft
from onrecord.articles.languages import tell_language
from onrecord.articles.outlets import find_outlet
from onrecord.articles.structured_data import SelfDescription
from onrecord.articles.witnesses import gather_witnesses
from onrecord.errors import PageError
from onrecord.records import Article, Page, Published, Span

_DATELINE_PARAGRAPHS = 2  # a dateline stands in the first one, or under a lead-in
_CREDIT_LINES = 4


def assemble_article(
    page: Page, draft: Draft, description: SelfDescription, times: tuple[str, ...] = ()
) -> Article:
    """Return the article made of `draft`; raise `PageError` where it has no body."""
    if not draft.paragraphs:
        raise PageError(
            f"no story found among its {len(draft.removed)} lines; is it a list or a form?",
            origin=page.origin,
        )
    head = [part for part in (draft.headline, draft.standfirst) if part is not None]
    text = "\n\n".join([*head, *draft.paragraphs])
    body = Span(sum(len(part) + 2 for part in head), len(text))
    headline = draft.headline or page.title or next(iter(description.titles), None)
    return complete_article(page, draft, description, times, text, body, headline)


def complete_article(
    page: Page,
    draft: Draft,
    description: SelfDescription,
    times: tuple[str, ...],
    text: str,
    body: Span,
    headline: str | None,
) -> Article:
    """Return the article of `text` with its outlet, agency, byline, dateline and witnesses."""
    paragraphs = draft.paragraphs
    dateline, named = None, None
    start = body.start
    for paragraph in paragraphs[:_DATELINE_PARAGRAPHS]:
        start = text.index(paragraph, start)
        dateline, named = find_dateline(text, Span(start, start + len(paragraph)))
        if dateline is not None or named is not None:
            break
        start += len(paragraph)
    byline = draft.byline or next(iter(description.authors), None)
    url = description.url or page.url
    credits = [*paragraphs[-1:], *(item.words for item in draft.removed if item.reason == "byline")]
    return Article(
        id=page.id,
        text=text,
        body=body,
        headline=headline,
        standfirst=draft.standfirst,
        outlet=find_outlet(
            page.outlet,
            description.site_names,
            description.titles[-1] if description.titles else None,
            headline,
            (item.words for item in draft.removed),
            page.url or description.url,
        ),
        agency=named or find_agency(byline, credits[-_CREDIT_LINES:], paragraphs),
        byline=byline,
        dateline=dateline,
        url=url,
        language=tell_language(text[body.start : body.end], description.language),
        published=Published(witnesses=gather_witnesses(page, draft, description, times)),
        removed=draft.removed,
    )
