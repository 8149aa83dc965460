"""What a question may narrow: one record for the command line, the web and Python alike."""

from dataclasses import dataclass
from datetime import date, datetime

from onrecord.records import Modality, RowCertainty


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Conditions that all have to hold; those left out do not count.

    - `who`, `to`: words of the name of the one who speaks, acts or gives the figure, and of the
      one spoken or done to; or a state's code: "Blinken", "state department", "RUS".
    - `act`: a speech act or a PLOVER type, in either case: "warn_of", "ASSAULT".
    - `kind`: of statements "direct", "indirect" or "mixed"; of rows and of what a search finds
      "statement", "act" or "figure"; of stories "episode" or "saga".
    - `outlet`: the outlet, or the agency whose report it is, in either case.
    - `story`: an episode's or saga's id; `article`, `account`: their ids.
    - `about`: words that stand in the row's sentence or in its names; in an article's text.
    - `since`, `until`: days that the row's own time meets, and where that is not known, or open to
      a side on which the filter is not, the article's published date. What has no date at all
      meets none.
    - `added`: in articles that first came into the ledger after this moment.
    - `lineages`: told by at least so many lineages, which is independently.
    - `state`: the code of a state to which someone in the row belongs: who, to, relay or denier.
    - `review`: what people have said of the row: "open" (nothing), "accepted" or "corrected".
    - `limit`, `offset`: how many, after how many.
    """

    who: str | None = None
    to: str | None = None
    act: str | None = None
    kind: str | None = None
    outlet: str | None = None
    story: str | None = None
    article: str | None = None
    account: str | None = None
    about: str | None = None
    since: date | None = None
    until: date | None = None
    added: datetime | None = None
    modality: Modality | None = None
    state: str | None = None
    certainty: RowCertainty | None = None
    lineages: int | None = None
    review: str | None = None
    limit: int | None = None
    offset: int = 0


EVERYTHING = Filter()
