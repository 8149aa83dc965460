"""Put the parts of a page together into an article."""

from collections.abc import Sequence

from onrecord.articles.agencies import find_agency, find_dateline, read_credit
from onrecord.articles.bylines import choose_byline
from onrecord.articles.drafts import Draft
from onrecord.articles.headlines import drop_site_name
from onrecord.articles.languages import tell_language
from onrecord.articles.outlets import find_outlet
from onrecord.articles.sorting import LONGEST_LINE
from onrecord.articles.structured_data import SelfDescription
from onrecord.articles.witnesses import gather_witnesses
from onrecord.errors import PageError
from onrecord.records import Article, Page, Published, Removed, Span, Witness

_DATELINE_PARAGRAPHS = 2  # a dateline stands in the first one, or under a lead-in
_CREDIT_LINES = 4
_PLACED = ("navigation", "furniture")  # reasons by place, which a wording corrects
_BYLINE_REST = 60  # characters besides the names in a byline's line


def assemble_article(page: Page, draft: Draft, description: SelfDescription) -> Article:
    """Return the article made of `draft`; raise `PageError` where it has no body."""
    if not draft.paragraphs:
        raise PageError(_explain_nothing(draft), origin=page.origin)
    head = [part for part in (draft.headline, draft.standfirst) if part is not None]
    text = "\n\n".join([*head, *draft.paragraphs])
    body = Span(sum(len(part) + 2 for part in head), len(text))
    witnesses = gather_witnesses(page, draft, description)
    return complete_article(page, draft, description, witnesses, text, body)


def _explain_nothing(draft: Draft) -> str:
    """Return why a page gives no article."""
    longest = max((len(item.words) for item in draft.removed), default=0)
    if longest > LONGEST_LINE:
        return (
            f"its longest line has {longest:,} characters, and no paragraph of a story more than "
            f"{LONGEST_LINE:,}; break it into paragraphs"
        )
    if longest == 0:
        return "no text in it; if scripts draw its story, save it from a browser once it is shown"
    lines = len(draft.removed)
    return (
        f"no story found among its {lines} line{'' if lines == 1 else 's'}; is it a list or a form?"
    )


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
    url = description.url or page.url
    outlet = find_outlet(
        page.outlet,
        description.site_names,
        description.titles[-1] if description.titles else None,
        draft.headline or hint,
        (item.words for item in draft.removed),
        page.url or description.url,
    )
    headline = draft.headline or (drop_site_name(hint, outlet) if hint else None)
    paragraphs = draft.paragraphs
    dateline, named = None, None
    start = body.start
    for paragraph in paragraphs[:_DATELINE_PARAGRAPHS]:
        start = text.index(paragraph, start)
        dateline, named = find_dateline(text, Span(start, start + len(paragraph)))
        if dateline is not None or named is not None:
            break
        start += len(paragraph)
    byline = choose_byline(draft.byline, page.byline, description.authors, outlet)
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
        outlet=outlet,
        agency=named
        or _find_marked(draft.removed)
        or find_agency(byline, credit_lines[-_CREDIT_LINES:], paragraphs),
        byline=byline,
        dateline=dateline,
        url=url,
        language=tell_language(text[body.start : body.end], description.language),
        published=Published(witnesses=witnesses),
        removed=tuple(_name_byline(item, byline) for item in draft.removed),
    )


def _find_marked(removed: Sequence[Removed]) -> str | None:
    """Return the agency of the first line that was removed as an agency's credit."""
    lines = (item.words for item in removed if item.reason == "agency credit")
    return next((named for line in lines if (named := read_credit(line, marked=True))), None)


def _name_byline(item: Removed, byline: str | None) -> Removed:
    """Return `item` with the reason "byline" where its line opens with the authors' names."""
    if byline is None or item.reason not in _PLACED or len(item.words) > len(byline) + _BYLINE_REST:
        return item
    opens = item.words.removeprefix("By ").startswith(byline)
    return Removed(words=item.words, reason="byline") if opens else item
