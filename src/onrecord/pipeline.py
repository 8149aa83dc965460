"""The steps of a reading, in order: what one page reports is a pure function of page and models."""

import logging
from dataclasses import replace

from onrecord import __version__
from onrecord.actors import find_actors
from onrecord.acts import find_acts
from onrecord.articles import cover_furniture, read_article
from onrecord.dates import find_timexes, join_stretches, solve_published
from onrecord.errors import OnRecordError
from onrecord.figures import find_figures
from onrecord.models import Models
from onrecord.records import Page, Problem, Reading
from onrecord.stances import words_said
from onrecord.statements import find_statements
from onrecord.text import outline_text

_log = logging.getLogger(__name__)


def read_page(page: Page, models: Models) -> Reading:
    """Return all that `page` reports; raise `PageError` where it holds no article.

    To add a step, give it the article, the outline and the rows that it rests on, and put it
    below the last of them (docs/adding-a-step.md).
    """
    article = read_article(page, models)
    printed = replace(article, published=solve_published(article, page.captured))
    article = cover_furniture(printed) if page.kind == "exact" else printed
    outline = outline_text(article.text)
    timexes = tuple(find_timexes(article, outline))
    dates = tuple(join_stretches(article.text, timexes))
    found = models.reader.read(article.text, outline)
    actors = tuple(find_actors(article, outline, parties=tuple(found.parties())))
    statements = tuple(
        find_statements(
            article,
            outline,
            actors=actors,
            timexes=dates,
            attributions=found.attributions,
            pronouns=found.pronouns,
        )
    )
    said = words_said(statements)
    acts = tuple(
        find_acts(
            article,
            outline,
            actors=actors,
            statements=said,
            timexes=dates,
            mentions=found.acts,
            pronouns=found.pronouns,
        )
    )
    figures = tuple(find_figures(article, outline, actors=actors, statements=said, timexes=dates))
    return Reading(
        version=reading_version(models),
        origin=page.origin,
        article=printed,
        timexes=timexes,
        actors=actors,
        statements=statements,
        acts=acts,
        figures=figures,
    )


def read_or_explain(page: Page, models: Models) -> Reading:
    """Return the reading of `page`, or one without rows whose problem says why there is none.

    A fault of ours on one page must neither stop a run of thousands nor pass unseen: it becomes
    a problem too, and its traceback goes to the log.
    """
    try:
        return read_page(page, models)
    except OnRecordError as error:
        problem = Problem(kind="article", message=str(error))
    except Exception as error:
        _log.debug("%s: unexpected error", page.origin, exc_info=True)
        reason = f"{type(error).__name__}: {error}"[:200]
        problem = Problem(
            kind="page",
            message=f"{page.origin}: could not be read ({reason}); run with --debug and report it",
        )
    return Reading(version=reading_version(models), origin=page.origin, problem=problem)


def reading_version(models: Models) -> str:
    """Return the version of rules and models that every row of a reading carries."""
    return f"{__version__}+{models.version}"
