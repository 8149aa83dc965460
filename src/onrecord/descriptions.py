"""Tell a name from an office that stands for whoever holds it: "Ostra's foreign minister"."""

from collections.abc import Iterable

# Words of a name that have no capital.
_PARTICLES = frozenset(
    "al el bin bint ibn abu ben van von der den ter ten zu af av de del della delle di da das do "
    "dos du la le las los lo i y e of the and".split()
)
# A name does not end in one of these, whatever its letters: "Ostran Foreign Minister".
_OFFICES = frozenset(
    "minister president premier chancellor ambassador spokesman spokeswoman spokesperson "
    "secretary secretary-general envoy governor mayor leader chief director commander".split()
)


def is_description(name: str) -> bool:
    """Return whether a person is called by an office: "Ostra's foreign minister", "the Ostran
    ambassador in Oru"; not so Ida Berg and Ole van Dam."""
    words = name.split()
    if not words:
        return False
    if words[-1].casefold() in _OFFICES:
        return True
    return any(word[0].islower() and _is_common(word) for word in words)


def find_fullest(names: Iterable[str]) -> str:
    """Return the name to show of those that one actor has: the longest, a name before an office."""
    return max(names, key=lambda name: (not is_description(name), len(name), name))


def _is_common(word: str) -> bool:
    return word not in _PARTICLES and not any(mark in word for mark in "-'’")
