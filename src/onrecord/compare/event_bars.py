"""What kinds of acts may be one event, and what days lie how far apart."""

SAME_DAYS = 1  # outlets in other time zones put an event a day apart
FAR_DAYS = 7  # ... and by mistake further, but hardly more
# The kinds of acts that are compared: neither states nor what is of no kind.
EVENT_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
MUTUAL = frozenset({"CONSULT", "AGREE"})  # "A met B" is "B met A"
DONE = frozenset({"happened", "ongoing"})
AHEAD = frozenset({"planned", "offered", "threatened"})  # what may become a deed
MOST_ACTS = 250  # of an article that are compared, the first ones: bounds what a page costs
