"""What a headline tells and the text below it tells again."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from onrecord.ledger import ActRow, FigureRow, Row
from onrecord.text.words import list_tokens

_TELLING = 4  # letters of a word that says what is told
_SHARE = 0.5  # of the telling words of a headline that the text must have


def drop_retold(rows: Iterable[Row]) -> list[Row]:
    """Return the rows without those of headlines that nothing is tied to and the text tells again.

    "US rejects demand" is told below as "the United States on Wednesday rejected the demand".
    """
    rows = list(rows)
    texts: Mapping[str, list[Row]] = defaultdict(list)
    for row in rows:
        if not _is_headline(row):
            texts[row.article].append(row)
    return [
        row
        for row in rows
        if row.account is not None
        or not _is_headline(row)
        or not any(_tells_again(other, row) for other in texts[row.article])
    ]


def _is_headline(row: Row) -> bool:
    return bool(row.headline) and row.sentence.strip() in (row.headline or "")


def _tells_again(row: Row, headline: Row) -> bool:
    """Return whether a row of the text tells what the row of the headline does."""
    if isinstance(headline, FigureRow) or type(row) is not type(headline):
        return False
    who = {party.id for party in row.who}
    if row.act != headline.act or who.isdisjoint(party.id for party in headline.who):
        return False
    if isinstance(row, ActRow) and isinstance(headline, ActRow):
        to, told = ({party.id for party in each.to} for each in (row, headline))
        meant = row.record.modality == headline.record.modality
        return meant and (not told or not to.isdisjoint(told))
    wanted = _list_telling(headline.words)
    return len(wanted & _list_telling(row.words)) >= _SHARE * len(wanted)


def _list_telling(words: Sequence[str]) -> set[str]:
    return {word for each in words for word in list_tokens(each) if len(word) >= _TELLING}
