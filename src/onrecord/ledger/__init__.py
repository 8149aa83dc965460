"""The ledger: one folder that keeps what was read, where it came from, and what people decided.

    DIR/ledger.sqlite      every article, row, link, story and account, the full-text index,
                           and what each sentence is about
    DIR/raw/ab/ab12...     the originals by SHA-256, as they came in; beside each `ab12....json`
                           says under which origins it came, in their order, and when
    DIR/decisions.jsonl    what people decided, one JSON object a line, only ever appended to

The folder names nothing outside itself and can be moved. `ledger.sqlite` can be deleted: the
same rows are made again from `raw/` and `decisions.jsonl` (`rebuild`).

Open, add, remove
-----------------
    with Ledger("onrecord", create=True) as ledger:
        report = ledger.add(["saved/"])      # -> AddReport

`Ledger(path, *, create=False)` raises `LedgerError` where there is no ledger, and with
`create` makes one in a new or empty folder. Any number of processes may read while one writes; a
second writer gets a `LedgerBusyError` at once. One `Ledger` serves one thread at a time; opening
takes about a millisecond, so that a server opens one for each request.

- `add(inputs, *, read=None, version=None, limits=None, progress=None) -> AddReport`: copies each
  input (what a user types, or a `Brought` file that came under another name) into `raw/`, reads
  the pages that the ledger does not have, or has in another version of rules and models, and
  links them. All cores read, unless `read` does, which goes from pages to readings in the same
  order (`partial(preparing.read_prepared, jobs=2)`; `engine.read_all` does as well, but leaves
  more to linking), in its `version`; without that any will do. `progress(Progress)` is called after
  each transaction: what it counts is kept, come what may. A page that cannot be read becomes a
  problem row, until its origin is added successfully; `drop_problems(origins)` drops those of
  inputs that never came in.
- `remove(article_id, *, who, why="")`: takes the article and its rows out. It stays out, even
  if it is added again. `restore(article_id, *, who, why="")` brings it back.
- `pin(article_id, earliest, latest, *, who, why="")`: states the days on one of which the
  page was published; it is read again, and all that hangs on the date follows.
- `judge(row_id, verdict, answer=Answer(), *, who, why="")`: accepts, corrects or rejects a row.
  `Answer(who=(Named(name="Ida Berg"),), act="deny")` states what a correction says; what is not
  in it stays as it was read. What people said holds whatever a newer version reads, and
  `row.read_as` shows what that is. A rejected row is in no list, count or account any more.
- `tie_rows(row_id, other_id, *, same, who, why="")`: two rows report one thing, or two.
- `tie_people((article_id, actor_id), (article_id, actor_id), *, same, name=None, who, why="")`:
  two actors are one person, then called `name`, or two. Names of several words are meant in
  every article, one word alone ("Smith") in its own only.
- `undo(decision_id, *, who, why="")`: takes any decision back, an undoing too.
- `rebuild(...)`: makes `ledger.sqlite` again; `rebuild_ledger(path, ...)` does so where the file
  is missing or damaged and the ledger cannot be opened. They take what `add` takes.

Pages that a decision calls to be read again are read at once where its `read` is given, otherwise
with the next `add`, `ledger.add([])` too: there `read` may be called twice.

Ask
---
`Filter` is what a question may narrow: who, to, act, kind, outlet, story, article, account,
about, since, until, added, modality, state, certainty, lineages, limit, offset. All that are set
must hold; `grammar.read_filter` makes one of text. Lists are in a fixed order: rows by day, then
article, then place in the text; what has no day, or only more than a month, comes after.

- `statements`, `acts`, `figures`, `articles`, `stories` are `Selection`s: called with a filter
  they give an iterator; `where(who="Lund", since="2031-04")` narrows them, and `to_pandas()`,
  `to_polars()` and `to_arrow()` make tables.
- `statements(filter)`, `acts(filter)`, `figures(filter)` -> `StatementRow`, `ActRow`,
  `FigureRow`; `rows(filter)` -> all three, as one timeline. A row carries all that a view
  needs: who, to whom, the exact words and the sentence around them with its span, days, outlet,
  agency, headline, story, account and its four counts; `row.record` is the record as it was read.
- `places(filter)` -> `RowTime`: of the same rows only id, kind, account and days, which is many
  times faster.
- `account_rows(accounts, filter, each=3)` -> the first rows of each of several accounts;
  `most_told(story, kind, limit=30)` -> the accounts that most lineages tell; `related(story,
  "differ")` -> comparisons of one relation, those of the most reported accounts first.
- `row(id)` -> one row; `rows_by_id(ids)` -> several at once, in that order; `article(id)` -> the
  whole `Reading`, `page(id)` -> the page as it came in; `story(id)` -> the whole `Story`.
- `actor(name)` -> `ActorRow`: who is named so, with all other forms of the name; `rows_of(actor,
  part, kind)` -> the rows in which they are "who", "to", "relay" or "denier".
- `articles(filter)` -> `ArticleRow`, by published day; `count_by_saga(filter)` -> how many of them
  each saga has; `stories(filter)` -> `StoryRow`, largest
  first; `Filter(kind="saga")` or `"episode"` takes one sort, `Filter(story=...)` the story itself
  and, of a saga, its episodes.
- `accounts(story_id, kind=None)` -> `AccountRow`s of a saga (or of an episode's saga, as far as
  the episode's articles are in them), most reported first; `account(id)` -> one;
  `comparisons(story_id)` and `account_comparisons(account_id)` -> `Comparison` as in
  `onrecord.records`; with `relation`, `article` and `limit` those of one relation or with a row of
  one article, and no more than that. `account_pairs(account_id, relation, limit=)` -> of each of
  them only the two rows and the reason, which is faster.
  `contested(account_ids)` -> in which of them rows differ or changed.
  `accounts_with(filter)` -> the ids of those in which it chooses a row; `hosts(row_id)` -> those
  that list a row although its own is another.
- `search(words, filter=Filter(), by="both")` -> `SearchResult`: rows first, then articles, found
  by their words, their meaning, or both, each marked by which, with the places in the article's
  text that match. Words are words: nothing in them is an operator, but "words between quotation
  marks" have to stand together. `onrecord.asking.ask` answers questions.
- `find(prefix)` -> `Found(kind, id)` for an abbreviated id of at least four characters.
- `due(filter)` -> what nobody has judged, doubtful rows that reach far first; `sample(kind, size=,
  seed=)` -> a random sample with the share that is right; `judged()` -> how many rows are in each
  state; `rejected()` -> the rejected rows.
- `decided(lost=False)` -> `DecisionRow`s, newest first: each decision, whether it holds, and why
  one that holds does not apply any more; `history(row_id)` -> those of one row; `decision(id)`.
- `problems()` -> `ProblemRow`s; `decisions()` -> decisions, oldest first; `counts()` ->
  `LedgerCounts`; `check()` -> faults of the folder, a sentence each; `revision()` -> a word that
  changes whenever the content does (an ETag); `dump()` -> every row of every table as lines of
  JSON in a canonical order.

Ids that are not there raise `LedgerError`; so does everything that is wrong with the folder:
it says where, what, and what to do.
"""

from onrecord.ledger.answers import Answer, Days, Named, Value
from onrecord.ledger.filters import Filter
from onrecord.ledger.history import DecisionRow
from onrecord.ledger.inputs import Brought
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.locking import LedgerBusyError
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
    RowTime,
    SearchResult,
    StatementRow,
    StoryRow,
)
from onrecord.ledger.selection import Selection

__all__ = [
    "AccountRow",
    "ActRow",
    "ActorForm",
    "ActorPart",
    "ActorRow",
    "AddReport",
    "Answer",
    "ArticleHit",
    "ArticleRow",
    "Brought",
    "Days",
    "DecisionRow",
    "FigureRow",
    "Filter",
    "Found",
    "Ledger",
    "LedgerBusyError",
    "LedgerCounts",
    "Named",
    "Party",
    "ProblemRow",
    "Progress",
    "Row",
    "RowHit",
    "RowTime",
    "SearchResult",
    "Selection",
    "StatementRow",
    "StoryRow",
    "Value",
    "rebuild_ledger",
]
