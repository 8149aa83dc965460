"""The errors that On Record raises. Catch `OnRecordError` to catch them all.

    OnRecordError
    ├── InputError         an input cannot be opened or is not what it says
    ├── PageError          a page could not be turned into an article
    ├── ModelError         a model file is missing or does not fit this version
    ├── LedgerError        the ledger cannot be opened, read or written
    ├── FilterError        a condition of a question means nothing
    └── MissingExtraError  a library that is not always installed is needed

A message says where, what, and what to do.
"""


class OnRecordError(Exception):
    """Base of the errors below."""


class InputError(OnRecordError):
    """An input cannot be opened, or is not what it says it is."""

    def __init__(self, reason: str, *, origin: str) -> None:
        super().__init__(f"{origin}: {reason}")
        self.origin = origin
        self.reason = reason


class PageError(OnRecordError):
    """A page could not be turned into an article."""

    def __init__(self, reason: str, *, origin: str) -> None:
        super().__init__(f"{origin}: {reason}")
        self.origin = origin
        self.reason = reason


class ModelError(OnRecordError):
    """A model file is missing, damaged, or made for another version."""


class LedgerError(OnRecordError):
    """The ledger cannot be opened, read or written."""


class FilterError(OnRecordError):
    """A question narrows by something that there is not, or by a value that means nothing."""


class MissingExtraError(OnRecordError):
    """A library that On Record does not always bring along is needed; the message names it."""

    def __init__(self, library: str, *, extra: str) -> None:
        super().__init__(
            f"{library} is not installed; add it with: pip install 'onrecord[{extra}]'"
        )
        self.library = library
        self.extra = extra
