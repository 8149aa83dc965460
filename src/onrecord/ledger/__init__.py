"""The ledger: one folder that keeps what was read, where it came from, and what people decided.

    DIR/ledger.sqlite      every article, row, link, story and account, and the full-text index
    DIR/raw/ab/ab12...     the originals by SHA-256, as they came in; beside each `ab12....json`
                           says under which origins it came, in their order, and when
    DIR/decisions.jsonl    what people decided, one JSON object a line, only ever appended to

The folder names nothing outside itself and can be moved. `ledger.sqlite` can be deleted: the
same rows are made again from `raw/` and `decisions.jsonl` (`rebuild`).

Open, add, remove
-----------------
    with Ledger.open("onrecord", create=True) as ledger:
        report = ledger.add(["saved/"], read=read)      # -> AddReport

`Ledger.open(path, *, create=False)` raises `LedgerError` where there is no ledger, and with
`create` makes one in a new or empty folder. Any number of processes may read while one writes;
a second writer gets a `LedgerError` at once. One `Ledger` serves one thread at a time; opening
takes about a millisecond, so that a server opens one for each request.

- `add(inputs, *, read, version=None, limits=None, progress=None) -> AddReport`: copies each
  input into `raw/`, reads the pages that the ledger does not have, and links them. `read` goes
  from pages to readings in the same order (`partial(engine.read_all, jobs=2)`). Pages known in
  another `version` of rules and models are read again; without `version`, any will do.
  `progress(Progress)` is called after each transaction: what it counts is kept, come what may.
  A page that cannot be read becomes a problem row, until its origin is added successfully.
- `remove(article_id, *, who, why="")`: takes the article and its rows out. It stays out, even
  if it is added again. `restore(article_id, *, read, who, why="")` brings it back.
- `pin(article_id, earliest, latest, *, read, who, why="")`: states the published date, a single
  day; the page is read again, and all that hangs on the date follows.
- `rebuild(*, read, ...)`: makes `ledger.sqlite` again; `rebuild_ledger(path, read=...)` does so
  where the file is missing or damaged and the ledger cannot be opened.

`read` may be called twice in one `add`: once for what decisions call for, once for the inputs.

Ask
---
`Filter` is what a question may narrow: who, to, act, kind, outlet, story, article, account,
about, since, until, modality, state, certainty, limit, offset. All that are set must hold.
Lists are iterators in a fixed order: rows by day, then article, then place in the text.

- `statements(filter)`, `acts(filter)`, `figures(filter)` -> `StatementRow`, `ActRow`,
  `FigureRow`; `rows(filter)` -> all three, as one timeline. A row carries all that a view
  needs: who, to whom, the exact words and the sentence around them with its span, days, outlet,
  agency, headline, story, account and its four counts; `row.record` is the record as it was read.
- `places(filter)` -> `RowPlace`: of the same rows only id, kind, account and days, which is many
  times faster.
- `row(id)` -> one row; `article(id)` -> the whole `Reading`; `story(id)` -> the whole `Story`.
- `actor(name)` -> `ActorRow`: who is named so, with all other forms of the name; `rows_of(actor,
  part, kind)` -> the rows in which they are "who", "to", "relay" or "denier".
- `articles(filter)` -> `ArticleRow`, by published day; `stories(filter)` -> `StoryRow`, largest
  first; `Filter(kind="saga")` or `"episode"` takes one sort, `Filter(story=...)` the story itself
  and, of a saga, its episodes.
- `accounts(story_id, kind=None)` -> `AccountRow`s of a saga (or of an episode's saga, as far as
  the episode's articles are in them), most reported first; `account(id)` -> one;
  `comparisons(story_id)` and `account_comparisons(account_id)` -> `Comparison` as in
  `onrecord.records`; with `relation` and `limit` those of one relation, and no more than that.
  `contested(account_ids)` -> in which of them rows differ or changed.
- `search(words, filter=Filter())` -> `SearchResult`: rows first, then articles, each with the
  places in the article's text that match. Words are words: nothing in them is an operator, but
  "words between quotation marks" have to stand together.
- `find(prefix)` -> `Found(kind, id)` for an abbreviated id of at least four characters.
- `problems()` -> `ProblemRow`s; `decisions()` -> decisions, oldest first; `counts()` ->
  `LedgerCounts`; `check()` -> faults of the folder, a sentence each; `revision()` -> a word that
  changes whenever the content does (an ETag); `dump()` -> every row of every table as lines of
  JSON in a canonical order.

Ids that are not there raise `LedgerError`; so does everything that is wrong with the folder:
it says where, what, and what to do.
"""

from onrecord.ledger.filters import Filter
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.rebuild import rebuild_ledger
from onrecord.ledger.rows import (
    AccountRow,
    ActorForm,
    ActorPart,
    ActorRow,
    ActRow,
    AddReport,
    ArticleHit,
    ArticleRow,
    FigureRow,
    Found,
    LedgerCounts,
    Party,
    ProblemRow,
    Progress,
    Row,
    RowHit,
    RowPlace,
    SearchResult,
    StatementRow,
    StoryRow,
)

__all__ = [
    "AccountRow",
    "ActRow",
    "ActorForm",
    "ActorPart",
    "ActorRow",
    "AddReport",
    "ArticleHit",
    "ArticleRow",
    "FigureRow",
    "Filter",
    "Found",
    "Ledger",
    "LedgerCounts",
    "Party",
    "ProblemRow",
    "Progress",
    "Row",
    "RowHit",
    "RowPlace",
    "SearchResult",
    "StatementRow",
    "StoryRow",
    "rebuild_ledger",
]
