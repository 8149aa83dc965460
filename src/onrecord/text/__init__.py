"""Paragraphs, sentences, quotation marks and words of a text: what every step reads by."""

from onrecord.text.archived import ArchivedCopy, read_archived
from onrecord.text.history import find_history, is_only_in
from onrecord.text.inflection import FormKind, forms_of, inflect, pluralise
from onrecord.text.outline import Outline, outline_text, span_at
from onrecord.text.quotations import Quotation, find_quotations
from onrecord.text.sentences import find_paragraphs, find_sentences
from onrecord.text.words import Word, cut_words, find_words, list_tokens

__all__ = [
    "ArchivedCopy",
    "FormKind",
    "Outline",
    "Quotation",
    "Word",
    "cut_words",
    "find_history",
    "find_paragraphs",
    "find_quotations",
    "find_sentences",
    "find_words",
    "forms_of",
    "inflect",
    "is_only_in",
    "list_tokens",
    "outline_text",
    "pluralise",
    "read_archived",
    "span_at",
]
