"""A page's text as it came, furniture and all: for people who want to see what was left out."""

from onrecord.articles.html_blocks import list_blocks
from onrecord.articles.html_tree import parse_html
from onrecord.articles.plain_text import list_lines
from onrecord.records import Page


def list_printed(page: Page) -> list[str]:
    """Return the text of `page`, block by block and line by line, in its order.

    Raises `PageError` where there is no page in it. What no browser shows is left out.
    """
    match page.kind:
        case "html":
            return [
                block.text for block in list_blocks(parse_html(page.content, origin=page.origin))
            ]
        case "text":
            return list_lines(page.content)
        case "exact":
            return [line for line in page.content.splitlines() if line.strip()]
