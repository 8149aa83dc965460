"""Put the parts of a page together into an article."""

from collections.abc import Sequence

from onrecord.articles.agencies import find_agency, find_dateline
from onrecord.articles.drafts import Draft
from onrecord.articles.headlines import drop_site_name
from onrecord.articles.languages import tell_language
from onrecord.articles.outlets import find_outlet
from onrecord.articles.structured_data import SelfDescription
from onrecord.articles.witnesses import gather_witnesses
from onrecord.errors import PageError
from onrecord.records import Article, Page, Published, Span, Witness

_DATELINE_PARAGRAPHS = 2  # a dateline stands in the first one, or under a lead-in
_CREDIT_LINES = 4


def assemble_article(
    page: Page,
    draft: Draft,
    description: SelfDescription,
    times: Sequence[str] = (),
) -> Article:
    """Return the article made of `draft`; raise `PageError` where it has no body.

    `times` are the dates of an HTML page's time elements.
    """
    if not draft.paragraphs:
        raise PageError(
            f"no story found among its {len(draft.removed)} lines; is it a list or a form?",
            origin=page.origin,
        )
    head = [part for part in (draft.headline, draft.standfirst) if part is not None]
    text = "\n\n".join([*head, *draft.paragraphs])
    body = Span(sum(len(part) + 2 for part in head), len(text))
    witnesses = gather_witnesses(page, draft, description, times)
    return complete_article(page, draft, description, witnesses, text, body)


def complete_article(
    page: Page,
    draft: Draft,
    description: SelfDescription,
    witnesses: tuple[Witness, ...],
    text: str,
    body: Span,
) -> Article:
    """Return the article of `text` with its headline, outlet, agency, byline and dateline."""
    hint = page.title or next(iter(description.titles), None)
    headline = draft.headline or (drop_site_name(hint) if hint else None)
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
    credit_lines = [
        *paragraphs[-1:],
        *(item.words for item in draft.removed if item.reason == "byline"),
    ]
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
        agency=named or find_agency(byline, credit_lines[-_CREDIT_LINES:], paragraphs),
        byline=byline,
        dateline=dateline,
        url=url,
        language=tell_language(text[body.start : body.end], description.language),
        published=Published(witnesses=witnesses),
        removed=draft.removed,
    )
