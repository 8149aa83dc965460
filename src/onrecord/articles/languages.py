"""Tell the language of a text."""

import re

from onrecord.text import list_tokens

_CODE = re.compile(r"\s*([a-zA-Z]{2})(?:[-_].*)?\s*")
_SHORTEST = 40  # characters from which the words decide before the markup does
_TRUSTED_RANK = 1200
_READ = 4000  # characters that are looked at
# Of the words of English news, at least as many are among these as `_ENGLISH_SHARE`; of no page in
# another language among 217 of three sets.
_ENGLISH_WORDS = frozenset(
    (
        "the of to and in a that is was for on with as his he it at by be from are have has had "
        "but not they said which their this were an or who will would been more about after when "
        "there"
    ).split()
)
_ENGLISH_SHARE = 0.2
_FEWEST_WORDS = 8


def tell_language(text: str, declared: str | None) -> str | None:
    """Return the ISO 639-1 code of `text`'s language, or `None` where nothing tells.

    The words decide where there are enough of them: the common ones of English, which hold for
    short texts and for capitals too, then resiliparse's character profiles. `declared`
    (`<html lang>`) decides for short texts.
    """
    code = _CODE.fullmatch(declared or "")
    if len(text) >= _SHORTEST:
        from resiliparse.parse.lang import detect_fast

        head = text[:_READ]
        if _is_english(head):
            return "en"
        # The profiles are of small letters: text in capitals is Chinese to them.
        language, rank = detect_fast(head.lower() if head.isupper() else head)
        if language != "unknown" and rank <= _TRUSTED_RANK and len(language) == 2:
            return str(language)
    return code[1].lower() if code else None


def _is_english(text: str) -> bool:
    words = [token for token in list_tokens(text) if token.isalpha()]
    common = sum(map(_ENGLISH_WORDS.__contains__, words))
    return len(words) >= _FEWEST_WORDS and common >= _ENGLISH_SHARE * len(words)
