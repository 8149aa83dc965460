"""Which state of the US stands behind a name: "(R-Fla.)", ", D-VT,", "of Ohio"."""

import re
from collections.abc import Sequence

_STATES = """
alabama=ala,al arizona=ariz,az arkansas=ark,ar california=calif,ca colorado=colo,co
connecticut=conn,ct delaware=del,de florida=fla,fl georgia=ga illinois=ill,il indiana=ind,in
kansas=kan,ks kentucky=ky louisiana=la maryland=md massachusetts=mass,ma michigan=mich,mi
minnesota=minn,mn mississippi=miss,ms missouri=mo montana=mont,mt nebraska=neb,ne nevada=nev,nv
oklahoma=okla,ok oregon=ore,or pennsylvania=pa tennessee=tenn,tn texas=tex,tx vermont=vt
virginia=va washington=wash,wa wisconsin=wis,wi wyoming=wyo,wy alaska=ak hawaii=hi idaho=id
iowa=ia maine=me ohio=oh utah=ut
"""
_NAMES = {
    form: name
    for name, _, forms in (entry.partition("=") for entry in _STATES.split())
    for form in (name, *forms.split(","))
}
_TAG = re.compile(r",? \(?[RDI]-(?P<tag>[A-Z][A-Za-z]+)\b|,? of (?P<of>[A-Z][a-z]+)\b")


def state_behind(after: str) -> str | None:
    """Return the state, in small letters, by which the words `after` a name place it."""
    match = _TAG.match(after)
    if match is None:
        return None
    name = _NAMES.get((match["tag"] or match["of"]).lower())
    return name if match["tag"] or name == match["of"].lower() else None


_SEAT = re.compile(r"(?P<party>[RDI])(?:-(?P<state>[A-Z][A-Za-z]{1,4}))?")
_PARTIES = {"R": "republican", "D": "democrat", "I": "independent"}


def read_seat(tag: str) -> tuple[str, str | None] | None:
    """Return the party and state, in small letters, of "R-Fla" or "D"."""
    match = _SEAT.fullmatch(tag)
    if match is None:
        return None
    state = None if match["state"] is None else _NAMES.get(match["state"].lower())
    return _PARTIES[match["party"]], state


def read_home(name: str) -> tuple[None, str] | None:
    """Return no party and the state of "Ida Berg of | Utah |", if it is one of a single word."""
    return (None, name.lower()) if name[:1].isupper() and is_state(name.lower()) else None


def name_seat(words: Sequence[str]) -> tuple[str, str | None]:
    """Return the party and state of a phrase for somebody: "Ohio Republican"."""
    *home, party = (word.lower() for word in words)
    return party, home[-1] if home and is_state(home[-1]) else None


def is_state(words: str) -> bool:
    """Return whether the words, in small letters, are a state of one word, or its second one."""
    return words in _NAMES.values()
