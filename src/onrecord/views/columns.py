"""What the columns of tables mean: of `onrecord export`, which writes them beside the tables, and
of pandas, polars and Arrow."""

import re
from collections.abc import Iterable, Iterator, Mapping

# Of statements, acts and figures alike.
SHARED: Mapping[str, str] = {
    "published by": "outlet, with the agency in brackets, or “outlet unknown”",
    "r·o·l·o": "the four counts in one cell",
    "id": "the row; a hash of its content, the same on any machine",
    "sentence": "the sentence or sentences that the words stand in",
    "start": "where the words begin, in characters of the article's text",
    "end": "where they end; of words in several pieces, the end of the last",
    "earliest": "the first day on which it may have been; empty where that is open or unknown",
    "latest": "the last such day",
    "date certainty": "exact, bounded (on one of these days) or unknown",
    "date anchor": "what the days are counted from: explicit (nothing), calendar, published,"
    " speech (the time of the statement around it), previous (date in the text), story (other"
    " articles), pinned (by a person)",
    "outlet": "who published the page; empty where it does not say",
    "agency": "whose report it is, where the page credits one",
    "headline": "of the article",
    "published earliest": "the first day on which the article may have been published",
    "published latest": "the last such day",
    "article": "the id of the article, in `articles`",
    "url": "the page's address, where it is known",
    "origin": "the file or address that it was read from",
    "episode": "the id of the story of days, in `stories`",
    "saga": "the id of the story of weeks or months, in `stories`",
    "account": "the id of what several rows report alike, in `accounts`; empty for a row alone",
    "reports": "how many articles tell of the same, whatever value they give: of the account,"
    " not of the row, so that a sum over rows counts twice",
    "outlets": "how many outlets publish these at least: one that is not known may be one of the"
    " others, and adds none",
    "lineages": "how many independent tellings they are",
    "origins": "how many first said or saw it",
    "review": "accepted or corrected by people; empty where nobody has judged it",
    "read as": "what the page was read as, in the fields that people have corrected",
}

COLUMNS: Mapping[str, Mapping[str, str]] = {
    "statements": {
        "when": "when it was said, for people; “published ...” where only that is known",
        "who": "who says it, in the fullest name; several with commas; where no name is known the"
        " page's words for them, as in `source`; “unknown” where there are none or only a pronoun",
        "does": "act and polarity for people: “refuse, saying”",
        "to": "who is spoken to",
        "words": "the exact words; only a direct quotation stands in quotation marks, and “ … ” is"
        " between pieces",
        "kind": "direct, indirect (a paraphrase) or mixed (one with quoted parts)",
        "act": "the speech act: claim, confirm, deny ... ([codebook](codebook.md))",
        "polarity": "negative where what is said is negated, denied, refused or warned against",
        "cue": "the words that announce it: “said”",
        "source": "the words that name who says it: “the minister”",
        "relayed by": "who passes it on, the nearest first: “via Berg”",
        "within": "the id of the statement that this one is part of",
        "condition": "the words of the condition under which it is said",
        "certainty": "clear, likely or unsure ([how often each is right](measures.md))",
    },
    "acts": {
        "when": "when it was, for people; “published ...” where only that is known",
        "who": "who does it; empty where nobody is named",
        "does": "type, modality and polarity for people: “CONSULT, not, planned”",
        "to": "whom it is done to",
        "words": "the sentence",
        "trigger": "the exact words that tell the act; `start` and `end` are theirs",
        "type": "the PLOVER type, STATE or UNSPECIFIED ([codebook](codebook.md))",
        "speech act": "the speech act by which it is done: deny, threaten ...",
        "modality": "happened, ongoing, planned, offered, demanded, threatened, conditional or"
        " hypothetical: count “happened” and “ongoing” alone as what came about",
        "polarity": "negative where it was not done",
        "background": "true for history that the article recalls",
        "asserted by": "who says that it is so; empty for the article's own voice",
        "denied by": "who denies it",
        "content": "the trigger of the act that this one threatens, demands, offers ...",
        "condition": "the words of its condition",
        "hedge": "words that make it less sure: “reportedly”",
        "certainty": "clear, likely or unsure ([how often each is right](measures.md))",
    },
    "figures": {
        "as of": "the time that the number is of, for people",
        "value": "bound, number and unit for people: “> 13,000 people”",
        "of": "what is counted, and where",
        "given by": "who gives the number; empty for the article's own voice",
        "words": "the sentence",
        "figure": "the exact words of the number; `start` and `end` are theirs",
        "low": "the least value that the words allow, in single units (“90 thousand” is 90000);"
        " empty where they leave it open",
        "high": "the greatest such value; the same as `low` for a bare or an approximate number",
        "low open": "true where `low` itself is excluded: “more than”",
        "high open": "true where `high` itself is excluded: “fewer than”",
        "bound": "the words of the bound: “more than”, “some”",
        "change": "up or down, where it is told as a change",
        "unit": "people, ships, USD, %, h, t ...",
        "counted": "what is counted: “killed”, “warships”",
        "whose": "whose they are, where this is told",
        "place": "where they are, where this is told",
        "hedge": "words that make it less sure",
        "denied by": "who denies it",
    },
    "articles": {
        "published": "the day of publication for people",
        "headline": "as the page prints it",
        "published by": "outlet, with the agency in brackets",
        "rows": "how many statements, acts and figures it has",
        "id": "the article",
        "outlet": "who published it; empty where the page does not say",
        "agency": "whose report it is, where the page credits one",
        "byline": "who wrote it",
        "earliest": "the first day on which it may have been published",
        "latest": "the last such day",
        "date certainty": "exact, bounded or unknown",
        "date anchor": "story where other articles bound it, pinned where a person did",
        "language": "ISO 639-1; rows are read from English",
        "url": "the page's address",
        "origin": "the file or address that it was read from",
        "episode": "its story of days, in `stories`",
        "saga": "its story of weeks or months, in `stories`",
        "lineage": "articles with the same one are one telling: a report and its copies",
        "statements": "how many it has",
        "acts": "how many it has",
        "figures": "how many it has",
    },
    "stories": {
        "days": "from the first to the last, for people",
        "story": "its name, from its headlines",
        "kind": "episode (days) or saga (weeks to months; holds episodes)",
        "articles": "how many it has",
        "outlets": "how many outlets publish them at least, those that are not known left out",
        "lineages": "how many independent tellings they are",
        "differences": "how many pairs of their rows differ",
        "id": "the story",
        "saga": "of an episode, the saga that it is part of",
        "earliest": "its first day",
        "latest": "its last day",
        "statements": "how many its articles have",
        "acts": "how many they have",
        "figures": "how many they have",
    },
    "accounts": {
        "id": "the account: one statement, event or quantity",
        "kind": "statement, act or figure",
        "story": "its saga",
        "title": "what it is about, in the rows' own words",
        "rows": "the ids of its rows, with spaces between",
        "reports": "articles that tell of it",
        "outlets": "outlets that publish these at least, those that are not known left out",
        "lineages": "independent tellings",
        "origins": "who first said or saw it",
    },
    "comparisons": {
        "account": "what both rows tell of",
        "relation": "agree, compatible, differ, changed (from a to the later b) or not comparable",
        "reason": "why, in words",
        "tags": "what is to be known beside it, parted by semicolons: different givers, denial,"
        " new version, paraphrase ...",
        "a": "the id of the one row",
        "a article": "its article",
        "a start": "where the words that were compared begin",
        "a end": "where they end",
        "b": "the id of the other row",
        "b article": "its article",
        "b start": "where the words that were compared begin",
        "b end": "where they end",
    },
    "dyads": {
        "date": "the first day of the event, or of publication where it has none of its own",
        "enddate": "the last day, where it may have been on several",
        "source": "the state of who did it, ISO 3166 alpha-3, or IGO, NGO, MNC, WST",
        "source sector": "GOV, MIL, REB ... as PLOVER has them",
        "source name": "the name in the article",
        "recipient": "the same of whom it was done to; empty where that is nobody with a code",
        "recipient sector": "their sector",
        "recipient name": "their name",
        "event": "the type, with what came of it put in, as above",
        "quad": "1 verbal cooperation, 2 material cooperation, 3 verbal conflict,"
        " 4 material conflict",
        "scale": "PLOVER's scale, from −9.3 (ASSAULT) to 7.6 (RETREAT)",
        "reports": "articles that tell of it",
        "outlets": "outlets that publish these",
        "lineages": "independent tellings",
        "origins": "who first said or saw it",
        "id": "the act, in `acts`",
        "account": "its account, in `accounts`",
        "article": "its article, in `articles`",
    },
}
_LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")


def tell_columns(table: str, columns: Iterable[str]) -> Iterator[dict[str, str]]:
    """Yield each column of a table with what it means, without the links to other pages."""
    own = COLUMNS[table]
    for column in columns:
        meaning = own.get(column) or SHARED[column]
        yield {"table": table, "column": column, "meaning": _LINK.sub(r"\1", meaning)}
