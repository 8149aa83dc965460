"""Safari's web archives: a page with all its parts in one property list."""

from onrecord.pages.decoding import decode_page
from onrecord.pages.limits import Limits, show_size
from onrecord.pages.making import Hints, make_page
from onrecord.pages.markup import sniff_markup
from onrecord.pages.streams import CHUNK, Stream
from onrecord.pages.unreadable import Unreadable, explain
from onrecord.records import Page

BINARY_MAGIC = b"bplist00"
XML_MARK = b"<key>WebMainResource</key>"
_ADVICE = "save the page as HTML"


def read_webarchive(stream: Stream, *, origin: str, limits: Limits) -> Page | Unreadable:
    """Return the main page of a web archive; the parts beside it and its frames are not read.

    Raises `InputError` where its gzip data is damaged.
    """
    data = stream.read(limits.max_record_bytes + 1)
    if len(data) > limits.max_record_bytes:
        size = show_size(limits.max_record_bytes)
        return explain(origin, f"is a web archive of more than {size}; {_ADVICE}")
    try:
        root = _load(data)
    except ValueError:
        return explain(origin, f"is a damaged property list or web archive; {_ADVICE}")
    main = root.get("WebMainResource") if isinstance(root, dict) else None
    body = main.get("WebResourceData") if isinstance(main, dict) else None
    if not isinstance(main, dict) or not isinstance(body, bytes):
        return explain(origin, f"is a property list, and no web archive with a page; {_ADVICE}")
    charset, url = main.get("WebResourceTextEncodingName"), main.get("WebResourceURL")
    content = decode_page(body, declared=charset if isinstance(charset, str) else None)
    kind = sniff_markup(content[:CHUNK].encode())
    hints = Hints(url=url if isinstance(url, str) else None)
    return make_page(content, kind, origin=origin, limits=limits, hints=hints)


def _load(data: bytes) -> object:
    """Return the value of a property list; raise `ValueError` where there is none."""
    import plistlib  # which loads much else
    from xml.parsers.expat import ExpatError

    try:
        return plistlib.loads(data)
    except (
        ExpatError, TypeError, LookupError, AttributeError, OverflowError, RecursionError,
        MemoryError,
    ) as error:  # fmt: skip
        # All of them on data that is damaged or made to harm.
        raise ValueError(str(error)) from error
