"""Verbs by whose subject a deed is judged, asked for or looked into, and not done."""

from onrecord.text import forms_of

JUDGING = frozenset(
    forms_of(
        "condemn deplore denounce decry slam blast criticise criticize protest lament mourn regret "
        "praise hail welcome applaud back urge demand order probe investigate fear"
    )
)
"""What stands before another's deed: "nuns | condemn | murder of priest"."""
