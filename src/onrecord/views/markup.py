"""Templates whose every value is escaped and made harmless."""

import re
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from onrecord.views import words
from onrecord.views.answers import show_review
from onrecord.views.days import show_day, show_days
from onrecord.views.pairs import show_reason
from onrecord.views.plain import one_line, shorten, shorten_words

TEMPLATES = Path(__file__).parent / "templates"
LONGEST = 10_000  # characters of one value, unless it is `Whole`

# Controls, and the marks that embed or override a direction and could reach beyond their text.
# Joiners and soft hyphens are part of the words and stay.
_HARMFUL = {
    **{code: "�" for code in (*range(0x20), *range(0x7F, 0xA0)) if code not in (9, 10, 13)},
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), "�"),
    **dict.fromkeys(range(0xD800, 0xE000), "�"),
}
_ANY_HARMFUL = re.compile(f"[{re.escape(''.join(map(chr, _HARMFUL)))}]")


def harmless(text: str) -> str:
    """Return `text` with each control, direction override and lone surrogate as "�".

    One character stands for one, so that offsets hold.
    """
    return text.translate(_HARMFUL) if _ANY_HARMFUL.search(text) else text


def make_environment(*folders: Path) -> Environment:
    """Return the templates of `folders` and of this package.

    Every value is made harmless and escaped, names and very long values are cut, and a value that
    is missing is an error.
    """
    environment = Environment(
        loader=FileSystemLoader([*folders, TEMPLATES]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        is_scant=words.is_scant,
        show_act=words.show_act,
        show_deed=words.show_deed,
        show_chain=_short(words.show_chain),
        show_counts=words.show_counts,
        show_day=show_day,
        name_source=words.name_source,
        show_days=show_days,
        show_figure_subject=_short(words.show_figure_subject),
        show_measure=lambda row: tuple(map(shorten, words.show_measure(row))),
        show_own_day=words.show_own_day,
        show_parties=_short(words.show_parties),
        show_place=_short(words.show_place),
        show_published=words.show_published,
        show_publisher=_short(words.show_publisher),
        show_reason=show_reason,
        show_report=_short(words.show_report),
        show_review=_short(show_review),
        show_said=words.show_said,
        show_support=words.show_support,
        show_teller=_short(words.show_teller),
        show_value=_short(words.show_value),
        show_who=_short(words.show_who),
        show_words=words.show_words,
    )
    environment.filters["one_line"] = one_line
    environment.filters["short"] = shorten
    environment.filters["truncate"] = shorten_words
    environment.filters["whole"] = Whole
    return environment


class Whole(str):
    """Text that is shown to its end, however long it is."""

    __slots__ = ()


def _short(show: Callable[..., str]) -> Callable[..., str]:
    """Return `show` with names of any length cut to what a line of a page can hold."""

    @wraps(show)
    def show_short(*arguments: Any, **options: Any) -> str:
        return shorten(show(*arguments, **options))

    return show_short


def _finalize(value: object) -> object:
    if isinstance(value, str) and not isinstance(value, Markup):
        return harmless(value if isinstance(value, Whole) else shorten(value, LONGEST))
    return value
