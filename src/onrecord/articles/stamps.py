"""Recognise date stamps: lines that hold a date and nothing of the story."""

import re

from onrecord.text import list_tokens

_MONTH_WORDS = frozenset(
    (
        "jan january januar janvier feb february februar févr fevr février fevrier mar march mars "
        "marzo março märz apr april avr avril abr abril may mai maio mayo maggio jun june juni "
        "juin junio junho giugno jul july juli juillet julio julho luglio aug august août aout "
        "agosto sep sept september septembre septiembre setembro settembre oct october octobre "
        "octubre okt oktober outubro ottobre nov november novembre noviembre novembro dec december "
        "decembre dez dezember dezembro déc décembre dic diciembre dicembre gennaio febbraio enero "
        "febrero janeiro fevereiro aprile"
    ).split()
)
_MONTHS = "|".join(sorted(_MONTH_WORDS))
_WEEKDAYS = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|montag|dienstag|mittwoch|"
    r"donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|"
    r"martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo|luned[ìi]|marted[ìi]|mercoled[ìi]|"
    r"gioved[ìi]|venerd[ìi]|sabato|domenica"
)
_WORDS = (
    r"(?:first |last |originally )?(?:updated|published|posted|modified|created|release[d]?|date|"
    r"issued|added|edited)(?: (?:on|at|date|time))?|on|at|of|the|um|uhr|am|le|à|el|il|de|der|den|"
    r"vom|stand|aktualisiert|veröffentlicht|publié|mis à jour|publicado|actualizado|pubblicato|"
    r"aggiornato|"
    r"a\.?m\.?|p\.?m\.?|noon|midnight|gmt|utc|[ecmp][ds]?t|bst|ist|cest|sgt|hkt|aest|jst|eat|wat|z|"
    r"today|yesterday|now|last|update|time|local time|st|nd|rd|th|h|hrs?|hours?|min(?:ute)?s?|"
    r"days?|weeks?|months?|years?|ago|about|and|print|read|reading time|edition"
)
_PIECE = re.compile(
    r"(?:[\s,.:;/|·•()–—+-]+|\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?|\d{1,4}(?:st|nd|rd|th)?\b|\d{1,2}[h:.]\d\d(?:[ap]m)?|"
    rf"(?:{_MONTHS}|{_WEEKDAYS}|{_WORDS})\b\.?)",
    re.IGNORECASE,
)
# A year is looked for by its first digit, and a day in numbers by its first mark: what opens with
# a set of characters is found several times as fast.
_YEAR = re.compile(r"[12./-](?:(?:(?<=\b1)9|(?<=\b2)0)\d\d\b|(?<=\d[./-])\d{1,2}[./-]\d\d)")
_DAY = re.compile(
    rf"(?<!\d)\d{{1,2}}(?:st|nd|rd|th|er|\.|º)?\s+(?:(?:de|of)\s+)?(?:{_MONTHS})\b\.?,?\s+(?:de\s+)?"
    rf"(?:19|20)\d\d(?!\d)|\b(?:{_MONTHS})\b\.?\s+\d{{1,2}}(?:st|nd|rd|th|\.)?,?\s+(?:19|20)\d\d(?!\d)"
    r"|(?<![\d.])\d{1,2}\.\s?\d{1,2}\.\s?(?:19|20)?\d\d(?![\d.])|(?<!\d)\d{1,2}([/-])\d{1,2}\1(?:19|20)\d\d"
    r"(?!\d)|(?<!\d)(?:19|20)\d\d([-/.])\d{1,2}\2\d{1,2}(?!\d)",
    re.IGNORECASE,
)
_AGO = re.compile(r"\b\d{1,2} (?:minutes?|mins?|hours?|hrs?|days?|weeks?) ago\b", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_LONGEST = 140


def is_stamp(line: str) -> bool:
    """Return whether `line` is made only of the parts of a date and of words around one."""
    if len(line) > _LONGEST or _DIGIT.search(line) is None or not _is_dated(line):
        return False
    return _is_in_pieces(line)


def _is_in_pieces(line: str) -> bool:
    """Return whether `line` falls into the parts of a date and words around one."""
    at = 0
    while at < len(line):
        piece = _PIECE.match(line, at)
        if piece is None:
            return False
        at = piece.end()
    return True


def _is_dated(line: str) -> bool:
    return (
        _YEAR.search(line) is not None
        or not _MONTH_WORDS.isdisjoint(tokens := list_tokens(line))
        or ("ago" in tokens and _AGO.search(line) is not None)
    )


def find_stamps(line: str) -> str | None:
    """Return the words of `line` that are a stamp: all of it, or the part after a byline's bar."""
    if len(line) > _LONGEST + 80 or _DIGIT.search(line) is None or not _is_dated(line):
        return None
    if len(line) <= _LONGEST and _is_in_pieces(line):
        return line
    for separator in ("|", "·", "•", " – ", " - ", "Updated", "Published"):
        before, found, after = line.partition(separator)
        if found and len(before) < 80:
            words = (found + after if found[0] in "UP" else after).strip()
            if is_stamp(words):
                return words
    return None


def find_day(line: str) -> str | None:
    """Return the words of the first day with month and year in `line`, or `None`."""
    match = _DAY.search(line) if _DIGIT.search(line) is not None else None
    return None if match is None else match[0]
