"""How sure it is that something was said, and by whom."""

from onrecord.records import RowCertainty
from onrecord.statements.drafts import Draft
from onrecord.statements.speakers.sources import Found

# The reader's scores of cue, content and source, of which the lowest counts. From them and from how
# the speaker was found come the three certainties; their measured precision is in
# docs/model-card.md (python -m evaluation.statements.expected, evaluation.statements.open_text).
_LEAST = 0.6
_LEAST_SOURCE = 0.5
_LIKELY = 0.7
_CLEAR = 0.93


def certainty_of(draft: Draft, found: Found) -> RowCertainty:
    """Return how sure it is that this was said, and by whom.

    Clear: a source that names its speaker stands with the cue. Likely: the cue is explicit, and
    the speaker is known by a role, by a pronoun without rival, by an earlier verb's subject, or is
    left unnamed by the text. Unsure: anything guessed. What the trained reader is not sure of is
    never clear.
    """
    by_words = _by_words(draft, found)
    score = _reader_score(draft)
    if score is None or by_words == "unsure":
        return by_words
    if score < _LIKELY:
        return "unsure"
    if score < _CLEAR or found.how == "unknown":
        return "likely"
    return "clear" if found.how == "name" else "likely"


def is_credible(draft: Draft) -> bool:
    """Return whether a draft of the reader's is worth a row."""
    read = draft.read
    if read is None:
        return True
    source_is_likely = read.source is None or read.source_sure >= _LEAST_SOURCE
    return read.sure >= _LEAST and source_is_likely


def _reader_score(draft: Draft) -> float | None:
    """Return the reader's lowest score of the draft's spans, `None` where rules alone found it."""
    read = draft.read
    if read is None:
        return None
    return read.sure if read.source is None else min(read.sure, read.source_sure)


def _by_words(draft: Draft, found: Found) -> RowCertainty:
    if found.how == "guess" or draft.source is None:
        return "unsure"
    if draft.carried:
        return "likely" if draft.certain and found.how in {"name", "role", "pronoun"} else "unsure"
    if found.how == "name" and not draft.shared and draft.cue is not None:
        return "clear"
    if found.how == "unknown" and draft.source.end - draft.source.start <= len("they"):
        return "unsure"  # a pronoun that stands for nobody we know
    return "likely"
