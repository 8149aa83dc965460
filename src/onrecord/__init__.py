"""On Record: who said what, who did what, and which figures were given, with the exact words.

`onrecord.load()` reads pages, `onrecord.Ledger(folder)` opens a ledger (docs/python.md). Both are
imported when they are first used, so that `import onrecord` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from onrecord.errors import OnRecordError as OnRecordError
    from onrecord.ledger import Filter as Filter
    from onrecord.ledger import Ledger as Ledger
    from onrecord.library import PageReader as PageReader
    from onrecord.library import ReadPage as ReadPage
    from onrecord.library import load as load

_PLACES = {
    "Filter": "onrecord.ledger",
    "Ledger": "onrecord.ledger",
    "OnRecordError": "onrecord.errors",
    "PageReader": "onrecord.library",
    "ReadPage": "onrecord.library",
    "load": "onrecord.library",
}
__all__ = ["Filter", "Ledger", "OnRecordError", "PageReader", "ReadPage", "__version__", "load"]


def __getattr__(name: str) -> object:
    if name in _PLACES:
        return getattr(import_module(_PLACES[name]), name)
    raise AttributeError(f"module 'onrecord' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *_PLACES})
