"""Find who did, would do, or did not do what to whom (PLOVER), and how it is meant.

Words of action come from a table, actors and recipients from a clause grammar, and each act has
its modality, polarity, source and time: docs/codebook.md says what they mean. `find` goes through
the steps. Each folder rests on those before it: `grammar` reads a sentence; `triggers`, `modality`
and `parties` say which of its words tell an act, how it is meant and who takes part; `drafting`
puts them together; `mentions` adds what the trained reader found; `rows` says when and where it
was, which drafts are kept, and makes the acts; `discourse` asks other sentences and statements.
"""

from onrecord.acts.find import find_acts

__all__ = ["find_acts"]
