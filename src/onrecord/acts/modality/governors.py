"""How an act is meant by the word that governs it: "plans to", "fears of", "refused to"."""

from dataclasses import dataclass

from onrecord.acts.grammar.words import (
    ACQUITTED,
    ATTEMPTED_TO,
    CAPABLE_TO,
    DEMANDED_OF,
    DEMANDED_TO,
    DENIED_OF,
    DONE_TO,
    HYPOTHETICAL_OF,
    OFFERED_OF,
    OFFERED_TO,
    ONGOING_TO,
    PLANNED_OF,
    PLANNED_TO,
    PREVENTED,
    REFUSED_TO,
    SEEMED_TO,
    THREATENED_OF,
    THREATENED_TO,
)
from onrecord.records import Modality, Polarity, Span

# What is said to follow upon something done: "arrested for shelling".
_BLAMING = (
    "accus", "apolog", "arrest", "blam", "charg", "condemn", "convict", "criticis", "criticiz",
    "detain", "fine", "guilty", "jail", "known", "prais", "punish", "respons", "sanction",
    "sentenc", "suspect", "thank",
)  # fmt: skip

# What is or was done, and not only told of; whether it was not done stands in the polarity.
REAL: frozenset[Modality] = frozenset({"happened", "ongoing"})
# What somebody means to do.
INTENDED: frozenset[Modality] = frozenset({"planned", "offered", "threatened"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """How one mention of an act is meant.

    `sure` says that the words show it; `denied` that a verb of denial governs the mention;
    `governor` is the item of the word before "to" or "of", `subject` an actor that an urging
    verb hands the act to ("urged Kenya to withdraw"), `elsewhere` that it hands it to somebody who
    is not known ("urged the crews to").
    """

    modality: Modality
    polarity: Polarity = "positive"
    condition: Span | None = None
    sure: bool = True
    denied: bool = False
    governor: int | None = None
    subject: int | None = None
    elsewhere: bool = False

    @property
    def real(self) -> bool:
        """Whether the words tell of what is or was done, or of what was not done."""
        return self.modality in REAL


def meant_to(word: str) -> Meant:
    """Return how an infinitive is meant that `word` stands before: "plans to", "refused to"."""
    if word in REFUSED_TO:
        return Meant(modality="happened", polarity="negative")
    if word in THREATENED_TO:
        return Meant(modality="threatened")
    if word in OFFERED_TO:
        return Meant(modality="offered")
    if word in DEMANDED_TO:
        return Meant(modality="demanded")
    if word in PLANNED_TO:
        return Meant(modality="planned")
    if word in ONGOING_TO:
        return Meant(modality="ongoing")
    if word in DONE_TO:
        return Meant(modality="happened")
    if word in SEEMED_TO | ATTEMPTED_TO | CAPABLE_TO:
        return Meant(modality="hypothetical")
    return Meant(modality="hypothetical", sure=False)


def governed(word: str) -> Meant | None:
    """Return how something is meant that a verb or noun like "plan", "fear" or "deny" governs."""
    if word in DENIED_OF:
        return Meant(modality="hypothetical", denied=True)
    if word in THREATENED_OF:
        return Meant(modality="threatened")
    if word in OFFERED_OF:
        return Meant(modality="offered")
    if word in DEMANDED_OF:
        return Meant(modality="demanded")
    if word in PREVENTED:
        return Meant(modality="hypothetical")
    if word in PLANNED_OF:
        return Meant(modality="planned")
    if word in HYPOTHETICAL_OF | ACQUITTED:
        return Meant(modality="hypothetical")
    return None


def gerund_behind(governor: str, preposition: str, at: int) -> Meant:
    """Return how "-ing" is meant behind a word and a preposition: "guilty of", "committed to"."""
    if preposition in {"of", "for"} and governor.startswith(_BLAMING):
        return Meant(modality="happened", sure=False, governor=at)
    if preposition in {"to", "on"} and (governor in PLANNED_TO or governor == "forward"):
        return Meant(modality="planned", governor=at)
    return Meant(modality="hypothetical", sure=False, governor=at)
