"""Pages in: bytes of any kind to `Page` records, streaming, with a reason for all that fails.

What an input is, its content tells, never its name. Any of these may be gzip-compressed:

- HTML, also as saved by a browser ("saved from url=" and SingleFile's notes give the address);
- plain text and Markdown, also with the head that clipping tools write (`front_matter`);
- MHTML and Safari's web archives: their main HTML part;
- mail and mailboxes: the HTML of a mail, else its text;
- WARC: the HTML and text of its responses, resources and conversions;
- JSON Lines, JSON arrays and single objects: `text` (taken unchanged) or `html`, with `url`,
  `title`, `date`, `outlet`, or the names that other tools give these (`record_fields`);
- tables (CSV, TSV) whose first line names such fields;
- RSS and Atom: the entries that hold their article (`feeds`).

The copy of a page in a web archive is that page at its time. Directories are read recursively
without the folders of saved pages' parts ("ferries_files" beside "ferries.html"), patterns may
hold `**`, and "-" is standard input. Addresses are not fetched here (`onrecord.fetching` does).
The n-th record of a container has the origin "name#n".
"""

from onrecord.pages.limits import Limits
from onrecord.pages.reading import STANDARD_INPUT, read_bytes, read_file, read_inputs
from onrecord.pages.unreadable import Unreadable

__all__ = ["STANDARD_INPUT", "Limits", "Unreadable", "read_bytes", "read_file", "read_inputs"]
