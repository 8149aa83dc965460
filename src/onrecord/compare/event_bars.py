"""What kinds of acts may be one event, and how near and like they have to be."""

BLOCK_LIMIT = 60  # acts of one side and kind, in one article, whose pairs are looked at
SAME_DAYS = 1  # outlets in other time zones put an event a day apart
CONFLICT_DAYS = 7  # ... and by mistake further; then the rest must be as alike as this
CONFLICT_ALIKE = 0.5
# What is offered, asked or refused makes a verbal act: its words must be alike too.
VERBAL_ALIKE = 0.25
# ... and more so where neither the verb nor to whom it was said is known to be the same, or the
# kinds are two: who protests and refuses on one day does two things.
OTHER_ALIKE = 0.4
# The four quadrants of PLOVER, as in its own event modes.
QUADS = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1,
    "COOPERATE": 2, "AID": 2, "RETREAT": 2,
    "REQUEST": 3, "ACCUSE": 3, "REJECT": 3, "THREATEN": 3,
    "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
MUTUAL = frozenset({"CONSULT", "AGREE"})  # "A met B" is "B met A"
DONE = frozenset({"happened", "ongoing"})
AHEAD = frozenset({"planned", "offered", "threatened"})  # what may become a deed
