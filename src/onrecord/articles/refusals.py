"""Recognise what a server says instead of a story, and files that are no text at all."""

import re
from collections.abc import Iterable

from onrecord.articles.drafts import Draft
from onrecord.articles.headlines import drop_site_name, fold
from onrecord.errors import PageError

# Whole titles and headings, folded: error pages, and walls that ask for a human or for scripts.
_ERROR_TITLE = re.compile(
    r"(?:http )?(?:error )?(?:code )?(?:4(?:0[0-9]|10|29|51)|50[0-4]|52[0-7])"
    r"(?: (?:error|not found|page not found|forbidden|unauthorized|gone|too many requests|"
    r"internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time ?out|"
    r"access denied|this page could not be found|client error|server error|that s an error|"
    r"unavailable(?: (?:due to|for) legal reasons)?))*"
    r"|(?:error |oops |sorry )*(?:(?:this|the|your|that) )?(?:requested )?"
    r"(?:page|article|story|file|url|content|site)?"
    r" ?(?:you (?:requested|are looking for) )?(?:was |is |has |could |can |cannot |can t )?"
    r"(?:not (?:be )?found|no longer (?:available|exists?)|not available|be found|been (?:removed|"
    r"moved|deleted)|isn t available|doesn t exist|does not exist)"
    r"|access (?:to this page (?:has been|is) )?denied|(?:403 )?forbidden|bad gateway"
    r"|internal server error|(?:service|site|temporarily) (?:temporarily )?unavailable"
    r"|too many requests|gateway time ?out|something went wrong|just a moment"
    r"|attention required(?: cloudflare)?|security check|human verification|one more step"
    r"|(?:please )?(?:verify|confirm) (?:that )?you are (?:a )?human"
    r"|are you (?:a )?(?:human|robot)(?: or a (?:robot|human))?|robot check|pardon our interruption"
    r"|log ?in|sign (?:in|up)|(?:log ?in|sign in) (?:to (?:continue|read|your account)|required)"
    r"|checking your browser(?: before accessing.{0,80})?"
    r"|checking if the site connection is secure|(?:please )?enable (?:javascript|cookies).{0,60}"
)
_LONGEST_ERROR = 800  # characters of what such a page says; a story has more
_LONGEST_TITLE = 100
_BRACKETS = re.compile("[{};]")
_CHARACTERS_PER_BRACKET = 50  # programs and style sheets have more of these than one in as many


def refuse_error_page(draft: Draft, titles: Iterable[str], *, origin: str) -> None:
    """Raise `PageError` where the page is what a server says instead of a story.

    Its title or its heading says so, and it says little else.
    """
    if sum(map(len, draft.paragraphs)) > _LONGEST_ERROR:
        return
    headings = (*([draft.headline] if draft.headline else []), *draft.paragraphs[:1])
    for title in (*headings, *titles):
        said = title[:_LONGEST_TITLE]
        if any(map(_ERROR_TITLE.fullmatch, (fold(said), fold(drop_site_name(said))))):
            said = " ".join("".join(filter(str.isprintable, said)).split())
            raise PageError(
                f"is an error or login page (“{said}”) and no story; fetch or save the page again",
                origin=origin,
            )


def refuse_code(content: str, *, origin: str) -> None:
    """Raise `PageError` where a text is a program or a style sheet."""
    if "{" not in content or "}" not in content:
        return
    if len(_BRACKETS.findall(content)) * _CHARACTERS_PER_BRACKET >= len(content):
        raise PageError("is a program or a style sheet and no text; leave it out", origin=origin)
