"""Tell captions from sentences of the story by the picture credit they carry."""

import re

_PICTURE_AGENCIES = (
    r"AP|AFP|Reuters|REUTERS|Getty(?: Images)?|EPA(?:-EFE)?|EFE|PA|PA Wire|PA Images|dpa|DPA|ANSA|"
    r"Xinhua|TASS|Sputnik|Kyodo|Yonhap|UPI|Bloomberg|Anadolu|AA|Shutterstock|Alamy|iStock|"
    r"SOPA Images|Zuma|ZUMA Press|NurPhoto|Sipa|Abaca|Imago|imago images|Press Association|"
    r"Associated Press|Agence France-Presse|picture[ -]alliance|Keystone|ANP|Belga|TT|NTB|Ritzau|"
    r"Lehtikuva|MTI|PAP|CTK|ČTK|Tanjug|Pool|Handout|Unsplash|Wikimedia(?: Commons)?|Flickr|"
    r"Canadian Press|AAP|PTI|ANI|Rex|REX|WireImage|FilmMagic|USA Today Sports"
)
_KNOWN = rf"(?:{_PICTURE_AGENCIES})(?: (?:Photos?|Images|Pictures|File|Archives?|Wire|Newswire))?"
# "(Mara Lind/AP)", "(Ministry of Ports via AP)", "[File: Mara Lind/Reuters]", "(AP Photo/Lind)"
_CREDIT_IN_BRACKETS = re.compile(
    rf"[(\[][^()\[\]]{{0,120}}?(?:(?:[/|,:–—-] ?| via |\bby )(?:{_KNOWN})"
    rf"|(?:{_KNOWN}) ?[/|] ?[^()\[\]]{{2,60}}"
    r"|\b(?:Photo|Image|Picture|Foto|File photo|Courtesy|Credit)\b[^()\[\]]{0,80})"
    r"[^()\[\]]{0,40}[)\]]\W*$"
)
# "(Mara Lind/Tide Press)": a person's name, a slash, and whoever else
_PERSON_AND_OWNER = re.compile(
    r"[(\[](?:[A-ZÀ-Þ][\w.’'-]*\.? ){1,3}[A-ZÀ-Þ][\w’'-]+ ?/ ?[A-ZÀ-Þ][^()\[\]/.]{1,40}[)\]]\s*$"
)
_PICTURE_AT_END = re.compile(
    r"(?:©|Photo(?:graph)?(?: by| credit)?:?|Image(?: credit| source)?:?|Picture:|Credit:|"
    r"Foto:|Bild:|Photo :|Crédit(?: photo)? ?:|Foto di|AP Photo/|courtesy of) ?[^.!?]{0,80}"
    r"[^\w.!?”\"]*$"
)
_AGENCY_AT_END = re.compile(
    r"(?:[.\])]|\d{4}) (?:REUTERS|AFP|EPA|AP Photo|Getty Images)/[A-Z][\w .’'-]{2,40}$|"
    rf"(?:[\w.’'-] ?(?:/ ?| via | \| )(?:{_KNOWN})(?:/[\w ]{{2,30}})?|\bvia (?:{_KNOWN}))"
    r"[^\w.!?”\"]*$"
)
_CREDIT_LINE = re.compile(
    rf"(?:©|\(c\)|by|photo:?|image:?|credit:?|via|source:?|picture:?|foto:?)?\s*(?:{_KNOWN})"
    rf"(?:\s*[/|,]\s*(?:{_KNOWN}))*(?:\s*(?:via|/|\|)\s*[\w .’'-]{{2,40}})?\W*",
    re.IGNORECASE,
)
_FIRST_WORD = re.compile(r"\W*(\w+)")
_CREDIT_FIRST_WORDS = frozenset(
    re.findall(r"(?:^|\|)([a-zč]+)", _PICTURE_AGENCIES.lower())
) | frozenset("c by photo image credit via source picture foto".split())
_CAPTION_OPENING = re.compile(
    r"(?:PHOTO|FILE|File photo|FILE PHOTO|Photo|Image|Picture|Caption|Foto|Bild)\s{0,2}[:–—-]"
    r"|Image (?:source|caption)\b|(?:File|Representational?|Illustrative) (?:photo|image|picture)\b"
    r"|CLOSE (?=[A-Z])"  # the button over a video, and what it shows
    r"|(?:Pictured|Above|Left|Right)(?: (?:left|right|above|below|centre|center))?:"
)
_COPYRIGHTED_PICTURE = re.compile(
    rf".{{0,120}},? ?© ?(?!\d{{4}})[^.!?]{{0,80}}(?:{_KNOWN}).{{0,40}}"
)
_MARK_OF_CREDIT = re.compile(
    r"©|Photo|Image|Picture:|Credit:|Foto|Bild:|Crédit|courtesy of|/|\||via "
)
_LONGEST = 700


def is_caption(line: str) -> bool:
    """Return whether `line` carries a picture credit or opens as captions do.

    A dateline ("ARDEN (AP) – …") stands at the start and is no credit; an agency named in a
    sentence ("… told Reuters.") is none either: the credit needs brackets, a slash or a sign.
    """
    if len(line) > _LONGEST:
        return False
    tail = line[-240:]
    bracketed = ")" in tail[-4:] or "]" in tail[-4:]
    return (
        _CAPTION_OPENING.match(line) is not None
        or (bracketed and _CREDIT_IN_BRACKETS.search(tail) is not None)
        or (bracketed and _PERSON_AND_OWNER.search(tail) is not None)
        or (len(line) < 300 and _ends_in_credit(tail[-120:]))
        or (len(line) < 120 and _is_credit_line(line))
        or ("©" in line and len(line) < 300 and _COPYRIGHTED_PICTURE.fullmatch(line) is not None)
    )


def _is_credit_line(line: str) -> bool:
    """Return whether the whole line is a credit; its first word is asked first, being cheap."""
    first = _FIRST_WORD.match(line)
    return (
        first is not None
        and first[1].lower() in _CREDIT_FIRST_WORDS
        and _CREDIT_LINE.fullmatch(line) is not None
    )


def _ends_in_credit(tail: str) -> bool:
    """Return whether a line's end is a credit; what each credit has is asked first."""
    if tail.endswith((".", "!", "?")) or _MARK_OF_CREDIT.search(tail) is None:
        return False
    return _PICTURE_AT_END.search(tail) is not None or _AGENCY_AT_END.search(tail) is not None
