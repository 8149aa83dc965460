"""A story's brief as one HTML file that needs nothing beside it: no script, no other file."""

from functools import cache

from jinja2 import Environment

from onrecord.views.brief import Brief
from onrecord.views.markup import make_environment


def brief_html(brief: Brief) -> str:
    """Return `brief` as a page of its own; every line ends in links to its numbered sources."""
    return _environment().get_template("brief.html").render(brief=brief)


@cache
def _environment() -> Environment:
    return make_environment()
