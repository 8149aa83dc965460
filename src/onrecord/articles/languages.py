"""Tell the language of a text."""

import re

_CODE = re.compile(r"\s*([a-zA-Z]{2})(?:[-_].*)?\s*")
_SHORTEST = 40  # characters from which the words decide before the markup does
_TRUSTED_RANK = 1200


def tell_language(text: str, declared: str | None) -> str | None:
    """Return the ISO 639-1 code of `text`'s language, or `None` where nothing tells.

    The words decide (resiliparse's character profiles) where there are enough of them; `declared`
    (`<html lang>`) decides for short texts.
    """
    code = _CODE.fullmatch(declared or "")
    if len(text) >= _SHORTEST:
        from resiliparse.parse.lang import detect_fast

        language, rank = detect_fast(text[:4000])
        if language != "unknown" and rank <= _TRUSTED_RANK and len(language) == 2:
            return str(language)
    return code[1].lower() if code else None
