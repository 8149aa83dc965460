"""Find who did, would do, or did not do what to whom (PLOVER), and how it is meant.

Words of action come from a table, actors and recipients from a clause grammar, and each act has
its modality, polarity, source and time: docs/codebook.md says what they mean.
"""

from onrecord.acts.find import find_acts

__all__ = ["find_acts"]
