"""On Record as a component of a spaCy pipeline: `nlp.add_pipe("onrecord")`.

    pip install 'onrecord[spacy]'

It reads `doc.text`, unchanged, and adds to each `Doc`:

- `doc._.onrecord`: the `ReadPage`, with `statements`, `acts` and `figures`, whose spans count the
  characters of `doc.text`; `None` before the component has run;
- `doc._.statements`, `doc._.acts`, `doc._.figures`: the same rows;
- `doc.spans["statements"]`, `["acts"]`, `["figures"]`: their words as spans of whole tokens, a
  statement one for each of its pieces; `span.id_` is the row's id.

Set `doc._.published` ("2031-03-05") before the component runs, for relative dates to be resolved.
"""

from datetime import date

from onrecord.errors import PageError
from onrecord.library import PageReader, ReadPage, load
from onrecord.views.frames import load_extra

load_extra("spacy", "spacy")

from spacy.language import Language  # noqa: E402 (after the check above)
from spacy.tokens import Doc, SpanGroup  # noqa: E402

_NOUNS = ("statements", "acts", "figures")


@Language.factory("onrecord", default_config={})
def make_component(nlp: Language, name: str) -> "RowFinder":
    """Return the component; spaCy calls this for `nlp.add_pipe("onrecord")`."""
    return RowFinder(load())


class RowFinder:
    """Finds the rows of a document; a document without text has none."""

    def __init__(self, reader: PageReader) -> None:
        self._reader = reader
        if not Doc.has_extension("onrecord"):
            Doc.set_extension("onrecord", default=None)
            Doc.set_extension("published", default=None)
            for noun in _NOUNS:
                Doc.set_extension(noun, getter=_getter(noun))

    def __call__(self, doc: Doc) -> Doc:
        """Read `doc` and return it."""
        page = self._read(doc)
        doc._.onrecord = page
        for noun in _NOUNS:
            spans = [
                doc.char_span(start, end, label=row.kind, span_id=row.id, alignment_mode="expand")
                for row in (getattr(page, noun) if page else ())
                for start, end in row.spans
            ]
            found = [span for span in spans if span is not None]
            doc.spans[noun] = SpanGroup(doc, name=noun, spans=found)
        return doc

    def _read(self, doc: Doc) -> ReadPage | None:
        published = doc._.published
        if not isinstance(published, str | date | None):
            raise TypeError(f"doc._.published is {published!r}; give a day as text or a date")
        try:
            return self._reader.read(doc.text, kind="exact", published=published)
        except PageError:
            return None


def _getter(noun: str) -> object:
    return lambda doc: getattr(doc._.onrecord, noun) if doc._.onrecord else ()
