"""What every page of one story shares: the story, its sizes, its episodes, its filter bar."""

from dataclasses import dataclass, replace
from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response

from onrecord.ledger import ArticleRow, Filter, Ledger, StoryRow
from onrecord.ledger.grammar import ACT_TYPES, SPEECH_ACTS
from onrecord.records import Lineage, Story
from onrecord.web.desk import Desk, look_up, show_json
from onrecord.web.questions import Question

TABS = {
    "": "Timeline",
    "statements": "Statements",
    "acts": "Acts",
    "figures": "Figures",
    "differences": "Differences",
    "compare": "Compare",
    "articles": "Articles",
}
# The choices of "act" that make sense on a tab; None takes the field away.
ACTS_OF = {
    "": (("Statements", SPEECH_ACTS), ("Acts", ACT_TYPES)),
    "statements": (("Statements", SPEECH_ACTS),),
    "acts": (("Acts", ACT_TYPES),),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryHead:
    """One story; `episodes` are a saga's parts, and `saga` is what an episode is part of."""

    story: Story
    row: StoryRow
    episodes: tuple[StoryRow, ...]
    saga: StoryRow | None
    articles: dict[str, ArticleRow]
    since: datetime  # the end of the last visit

    @property
    def fresh(self) -> frozenset[str]:
        """The articles that came in since."""
        return frozenset(id_ for id_, row in self.articles.items() if _is_fresh(row, self.since))

    @property
    def marked(self) -> frozenset[str]:
        """The articles whose rows are marked as new: where all are, a mark would tell nothing."""
        fresh = self.fresh
        return fresh if len(fresh) < len(self.articles) else frozenset()

    @property
    def outlets(self) -> list[str]:
        """Outlets and agencies of the articles, by name."""
        names = {name for row in self.articles.values() for name in (row.outlet, row.agency)}
        return sorted(name for name in names if name)

    @property
    def lineage_of(self) -> dict[str, Lineage]:
        """The lineage of each article, by the article's id."""
        return {id_: lineage for lineage in self.story.lineages for id_ in lineage.articles}


def _is_fresh(article: ArticleRow, since: datetime) -> bool:
    """Return whether an article first came in after `since`."""
    return article.added is not None and article.added > since


def open_story(desk: Desk, request: Request, ledger: Ledger) -> StoryHead:
    """Return the story that the address names; raise a 404 where there is none."""
    story = look_up(ledger.story, request.path_params["id"])
    row, *episodes = ledger.stories(Filter(story=story.id))
    saga = None
    if story.parent is not None:
        saga = next(iter(ledger.stories(Filter(story=story.parent))), None)
    articles = {article.id: article for article in ledger.articles(Filter(story=story.id))}
    return StoryHead(
        story=story,
        row=row,
        episodes=tuple(episodes),
        saga=saga,
        articles=articles,
        since=desk.visit(request).since,
    )


def within(question: Question, head: StoryHead) -> Filter:
    """Return the question's filter, of this story alone."""
    return replace(question.filter, story=head.story.id)


def show_story_json(desk: Desk, request: Request, ledger: Ledger) -> Response:
    """Return the story's record as JSON."""
    return show_json(look_up(ledger.story, request.path_params["id"]))
