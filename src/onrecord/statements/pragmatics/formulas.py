"""Formulas that open a statement and tell nothing: "“Let me be clear,” Berg said. “...”"."""

import re
from collections.abc import Sequence

from onrecord.records import Span

_FORMULA = re.compile(
    r"[\W_]*(?:(?:but|and|so|now|look|well),? )?(?:"
    r"(?:let (?:me|us)|let[’']s|I (?:want|have|need) to|I(?: will|[’']ll)) be "
    r"(?:\w+ly |very |quite )?"
    r"(?:clear|honest|frank|plain|blunt)(?: (?:about|on) (?:this|that))?|"
    r"let me (?:say|tell you|add) (?:this|something|one thing)(?: \w+ly)?|make no mistake|"
    r"look|listen|well)[\W_]*",
    re.IGNORECASE,
)


def without_formula(text: str, content: Sequence[Span]) -> Sequence[Span]:
    """Return the pieces that tell something: "| Let me be clear |, Berg said. | We did not pay"."""
    first, *rest = content
    return rest if rest and _FORMULA.fullmatch(text, *first) else content
