-- The tables of `ledger.sqlite`.
--
-- Ids are the public ones; `number` columns are inner row numbers that nothing outside the file
-- sees, and that differ from one ledger to another of the same content. Days are ISO text, so that
-- they compare as text. An interval that misses its start has '' there, one that misses its end
-- '~', and one about which nothing is known runs from '~' to '': it meets no day.
--
-- Tables of wide rows have row numbers of SQLite's, which nothing refers to: without them a page
-- of the tree would hold four such rows or fewer, and a look-up read a page for each of many
-- levels.
--
-- A `day` puts things in order: the first of an interval's days; behind a '~', and so behind all
-- that have a date, where it is none (codec.to_day).

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- A file in raw/. `done` is the version in which all its pages were read, '' where the adder
-- did not say which, NULL where some are missing.
CREATE TABLE originals (
    sha256 TEXT PRIMARY KEY,
    bytes INTEGER NOT NULL,
    done TEXT
) WITHOUT ROWID;

CREATE TABLE origins (
    original TEXT NOT NULL REFERENCES originals (sha256),
    origin TEXT NOT NULL,
    added TEXT NOT NULL,
    PRIMARY KEY (original, origin)
) WITHOUT ROWID;
CREATE INDEX origins_by_origin ON origins (origin, added, original);

-- Which page stands where in which original, also for pages that were removed. `part` follows
-- the original's origin in the page's: '' or, in a container, '#3'.
CREATE TABLE sources (
    article TEXT NOT NULL,
    original TEXT NOT NULL REFERENCES originals (sha256),
    part TEXT NOT NULL,
    PRIMARY KEY (article, original, part)
) WITHOUT ROWID;
CREATE INDEX sources_by_original ON sources (original);

CREATE TABLE removed (
    article TEXT PRIMARY KEY
) WITHOUT ROWID;

-- Pages that are to be read again, because people have restored them or stated their date.
-- `neighbours` as in the table `articles`; NULL where that is not why.
CREATE TABLE owed (
    article TEXT PRIMARY KEY,
    neighbours TEXT
) WITHOUT ROWID;

-- `input` is the origin of a whole input, and `part` what follows it in the page's, as above.
CREATE TABLE problems (
    input TEXT NOT NULL,
    part TEXT NOT NULL,
    original TEXT REFERENCES originals (sha256),
    kind TEXT NOT NULL,
    message TEXT NOT NULL,
    PRIMARY KEY (input, part)
) WITHOUT ROWID;
CREATE INDEX problems_by_original ON problems (original, part);

-- `reading` is the reading without its article's text: MessagePack, deflated.
-- `pinned` is the published date that a person stated, as "earliest/latest". `captured` is when
-- the page was saved: of the same page saved twice, the first counts ('~' where nobody knows).
-- `neighbours` is what other articles of the episode said of the date of an undated one: its own
-- words, and the days as "earliest/latest" behind a tab.
CREATE TABLE articles (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    version TEXT NOT NULL,
    pinned TEXT NOT NULL,
    neighbours TEXT NOT NULL,
    captured TEXT NOT NULL,
    origin TEXT NOT NULL,
    headline TEXT,
    outlet TEXT COLLATE NOCASE,
    agency TEXT COLLATE NOCASE,
    byline TEXT,
    url TEXT,
    language TEXT,
    earliest TEXT NOT NULL,
    latest TEXT NOT NULL,
    day TEXT NOT NULL,
    date_certainty TEXT NOT NULL,
    statements INTEGER NOT NULL,
    acts INTEGER NOT NULL,
    figures INTEGER NOT NULL,
    episode TEXT REFERENCES stories (id) DEFERRABLE INITIALLY DEFERRED,
    saga TEXT REFERENCES stories (id) DEFERRABLE INITIALLY DEFERRED,
    lineage TEXT,
    text TEXT NOT NULL,
    reading BLOB NOT NULL
);
CREATE INDEX articles_by_day ON articles (day, id);
CREATE INDEX articles_by_outlet ON articles (outlet);
CREATE INDEX articles_by_agency ON articles (agency);
CREATE INDEX articles_by_episode ON articles (episode);
CREATE INDEX articles_by_saga ON articles (saga);
CREATE INDEX articles_by_version ON articles (version);

-- What people decided about an article: a ledger.overlays.Overlay as JSON. `effect` is a digest of
-- what in it changes rows, names or accounts.
CREATE TABLE overlays (
    article TEXT PRIMARY KEY REFERENCES articles (id),
    effect TEXT NOT NULL,
    overlay TEXT NOT NULL
) WITHOUT ROWID;

-- The lines of decisions.jsonl. `moment` orders them as text.
CREATE TABLE decisions (
    id TEXT PRIMARY KEY,
    moment TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    article TEXT,
    record TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX decisions_by_moment ON decisions (moment, id);

-- Which row a decision has found; NULL where the article has no row with these words any more.
-- `part` is 0 for its `row`, 1 for its `other`.
CREATE TABLE decided (
    decision TEXT NOT NULL,
    part INTEGER NOT NULL,
    article TEXT NOT NULL REFERENCES articles (id),
    row TEXT,
    PRIMARY KEY (decision, part)
) WITHOUT ROWID;
CREATE INDEX decided_by_row ON decided (row);
CREATE INDEX decided_by_article ON decided (article);

-- Rows that people tied to others, or parted from them: the two rows of a decision.
CREATE TABLE decided_ties (
    decision TEXT NOT NULL,
    row TEXT NOT NULL,
    article TEXT NOT NULL REFERENCES articles (id),
    same INTEGER NOT NULL,
    PRIMARY KEY (decision, row)
) WITHOUT ROWID;
CREATE INDEX decided_ties_by_article ON decided_ties (article);
CREATE INDEX decided_ties_by_row ON decided_ties (row);

-- Rows that people rejected: they are in no list, no count and no account.
CREATE TABLE rejected (
    id TEXT PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles (id),
    kind TEXT NOT NULL,
    start INTEGER NOT NULL,
    sentence TEXT NOT NULL,
    record TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX rejected_by_article ON rejected (article);

-- `form` is a statement's kind. `review` is what people have said of the row, if anything.
-- `record` is a ledger.rows.Row as JSON, without what stands in the columns of this table and of
-- its article. `names` are those of everyone in the row.
CREATE TABLE rows (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article TEXT NOT NULL REFERENCES articles (id),
    kind TEXT NOT NULL,
    form TEXT,
    start INTEGER NOT NULL,
    act TEXT,
    modality TEXT,
    certainty TEXT,
    earliest TEXT NOT NULL,
    latest TEXT NOT NULL,
    day TEXT NOT NULL,
    account TEXT REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    review TEXT,
    sentence TEXT NOT NULL,
    names TEXT NOT NULL,
    record TEXT NOT NULL
);
CREATE INDEX rows_by_article ON rows (article, start, id);
CREATE INDEX rows_by_day ON rows (day, article, start, id);
CREATE INDEX rows_by_kind ON rows (kind, day, article, start, id);
CREATE INDEX rows_by_act ON rows (act, day, article, start, id);
CREATE INDEX rows_by_account ON rows (account, day, article, start, id) WHERE account IS NOT NULL;
CREATE INDEX rows_by_review ON rows (review, day) WHERE review IS NOT NULL;
CREATE INDEX rows_alone_and_open ON rows (certainty, article, start, id)
    WHERE review IS NULL AND account IS NULL;

-- `title` is the body and the role: "State Department, Secretary of State".
CREATE TABLE names (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    state TEXT NOT NULL,
    UNIQUE (name, title, state)
);
CREATE INDEX names_by_state ON names (state);

-- `part` is "who", "to", "relay" or "denier".
CREATE TABLE row_names (
    name INTEGER NOT NULL REFERENCES names (number),
    part TEXT NOT NULL,
    row INTEGER NOT NULL REFERENCES rows (number) ON DELETE CASCADE,
    PRIMARY KEY (name, part, row)
) WITHOUT ROWID;
CREATE INDEX row_names_by_row ON row_names (row);

CREATE VIRTUAL TABLE rows_index USING fts5 (
    sentence, names, content='rows', content_rowid='number',
    tokenize='porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE articles_index USING fts5 (
    headline, text, content='articles', content_rowid='number',
    tokenize='porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE names_index USING fts5 (
    name, title, content='names', content_rowid='number',
    tokenize='unicode61 remove_diacritics 2'
);

-- What is written is about (onrecord.models.meaning, in its `version`): `vectors` has one for the
-- title and one for each sentence that has rows; `rows` are pairs of a row's number and the place
-- of its sentence's vector.
CREATE TABLE meanings (
    article INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
    version TEXT NOT NULL,
    rows BLOB NOT NULL,
    vectors BLOB NOT NULL
);

-- Linking: what of each article is compared, by which keys it finds others, and what it is
-- linked to (`a` before `b`). A digest has of the sketch what decides whether there is hope of a
-- link; it stands apart, for of each new article some two hundred are read. `sentences` are where
-- an article's sentences start and end. `near` counts the keys under which two articles stand near
-- each other; `episode` and `saga` are probabilities in millionths, and `ties` says that the link
-- makes one lineage of the two.
CREATE TABLE sketches (
    article TEXT PRIMARY KEY REFERENCES articles (id),
    day TEXT NOT NULL,
    sentences BLOB NOT NULL,
    sketch BLOB NOT NULL
);
CREATE TABLE digests (
    article TEXT PRIMARY KEY REFERENCES sketches (article) ON DELETE CASCADE,
    digest BLOB NOT NULL
);
-- The keys of an article also stand in its sketch; an index by article would double this table.
CREATE TABLE keys (
    key TEXT NOT NULL,
    day TEXT NOT NULL,
    article TEXT NOT NULL,
    PRIMARY KEY (key, day, article)
) WITHOUT ROWID;
CREATE TABLE links (
    a TEXT NOT NULL REFERENCES sketches (article),
    b TEXT NOT NULL REFERENCES sketches (article),
    near INTEGER NOT NULL,
    episode INTEGER NOT NULL,
    saga INTEGER NOT NULL,
    ties INTEGER NOT NULL,
    link BLOB NOT NULL
);
CREATE UNIQUE INDEX links_by_a ON links (a, b, episode, saga, ties);
CREATE INDEX links_by_b ON links (b, a, episode, saga, ties);
-- Versions of a page for which a later one stands: they are in its episode.
CREATE TABLE versions (
    article TEXT PRIMARY KEY REFERENCES articles (id),
    standing TEXT NOT NULL REFERENCES articles (id)
) WITHOUT ROWID;
CREATE INDEX versions_by_standing ON versions (standing);

-- How well an episode continues each other one, by their first articles: ledger.episode_means.
CREATE TABLE episode_means (
    first TEXT PRIMARY KEY,
    means BLOB NOT NULL
);

-- What of an article's rows is compared with those of others.
CREATE TABLE traits (
    article TEXT PRIMARY KEY REFERENCES articles (id),
    traits BLOB NOT NULL
);

-- How sure it is that rows of two articles (`a` before `b`, or one and the same) report the same:
-- ledger.tie_store has what is in `ties`.
CREATE TABLE ties (
    a TEXT NOT NULL,
    b TEXT NOT NULL,
    ties BLOB NOT NULL,
    PRIMARY KEY (a, b)
);
CREATE INDEX ties_by_b ON ties (b, a);

-- Rows that were grouped as reporting the same, by the first of them. Of these groups those that
-- compare articles are accounts.
CREATE TABLE kin (
    row TEXT PRIMARY KEY,
    first TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX kin_by_first ON kin (first);

-- What waits to be drawn again: articles for their stories, rows for their accounts.
CREATE TABLE stale (
    article TEXT PRIMARY KEY
) WITHOUT ROWID;
CREATE TABLE stale_rows (
    row TEXT PRIMARY KEY
) WITHOUT ROWID;

-- `anchor` is the day and the id of the article that the story's id rests on. Of the articles that
-- stand for their pages in an episode, `first` is the first by id, and `standing` is how many they
-- are; a saga has none.
CREATE TABLE stories (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    parent TEXT,
    earliest TEXT NOT NULL,
    latest TEXT NOT NULL,
    articles INTEGER NOT NULL,
    outlets INTEGER NOT NULL,
    lineages INTEGER NOT NULL,
    statements INTEGER NOT NULL,
    acts INTEGER NOT NULL,
    figures INTEGER NOT NULL,
    differences INTEGER NOT NULL DEFAULT 0,
    anchor TEXT NOT NULL,
    first TEXT,
    standing INTEGER NOT NULL,
    record TEXT NOT NULL
);
CREATE UNIQUE INDEX stories_by_first ON stories (first) WHERE first IS NOT NULL;
CREATE INDEX stories_by_size ON stories (kind, articles DESC, id);
CREATE INDEX stories_by_parent ON stories (parent, earliest);

-- `record` leaves the story out, whose id changes when an earlier article comes in.
CREATE TABLE accounts (
    id TEXT PRIMARY KEY,
    story TEXT NOT NULL REFERENCES stories (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    reports INTEGER NOT NULL,
    record TEXT NOT NULL,
    lineages INTEGER AS (json_extract(record, '$.counts.lineages')) STORED
);
CREATE INDEX accounts_by_story ON accounts (story, reports DESC, id);
CREATE INDEX accounts_by_reach ON accounts (reports DESC, id);
CREATE INDEX accounts_by_lineages ON accounts (lineages, id);

-- Rows that an account lists although their own is another: they tell more than it.
CREATE TABLE guests (
    account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    row TEXT NOT NULL,
    PRIMARY KEY (account, row)
) WITHOUT ROWID;
CREATE INDEX guests_by_row ON guests (row);

-- `first` and `second` are the articles of the two rows.
CREATE TABLE comparisons (
    number INTEGER PRIMARY KEY,
    account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    relation TEXT NOT NULL,
    first TEXT NOT NULL,
    second TEXT NOT NULL,
    record TEXT NOT NULL
);
CREATE INDEX comparisons_by_account ON comparisons (account, relation);
