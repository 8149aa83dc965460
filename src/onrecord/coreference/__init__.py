"""Who a pronoun means, for every step that asks: the names near it, rated.

Steps do not import each other; this package belongs to none of them and rests on records and text.
"""

from onrecord.coreference.mentions import Mention, MentionIndex
from onrecord.coreference.people import GENDERS, Gender, People, Rating

__all__ = ["GENDERS", "Gender", "Mention", "MentionIndex", "People", "Rating"]
