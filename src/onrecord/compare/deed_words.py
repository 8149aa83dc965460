"""Words that outlets use for one deed: "killed", "murder"; "resigned", "stepped down"."""

from collections.abc import Iterable
from functools import lru_cache

DEED_LETTERS = 4  # by which a deed is known, as verb and as noun: "seize", "seizure"

# Each line is a family; a word may be of several. Fewer than 64, so that a set of them is a number.
_FAMILIES = """
kill murder death die dead slay slain assassinate execute behead lynch gunned massacre slaughter poison fatal
shoot shot fire gunfire open
attack assault raid strike struck hit bomb blast airstrike shell explode explosion
seize storm occupy overrun enter capture retake take took
burn torch arson blaze
pay paid finance fund bankroll bribe
order rule direct instruct
resign step quit leave left departure
oust fire sack dismiss remove push replace
arrest detain apprehend capture custody seize nab held hold jail
meet met talk summit speak spoke discuss conversation call huddle visit trip travel
criticise blast slam condemn denounce rebuke swipe attack lash mock bash insult
deny denial reject dispute dismiss rebut
reject refuse decline spurn
agree deal accord pact
promise vow pledge commit
demand urge ask call order request insist appeal
sanction ban restrict bar embargo blacklist penalty
charge indict accuse prosecute
pass approve vote back support endorse hail praise thank applaud
protest march rally demonstrate
reverse undo rescind repeal roll lift reinstate restore
war fight battle conflict
investigate probe inquiry
hand return release free swap
"""  # noqa: E501
_BITS: dict[str, int] = {}
for _bit, _line in enumerate(_FAMILIES.split("\n")):
    for _word in _line.split():
        _BITS[_word[:DEED_LETTERS]] = _BITS.get(_word[:DEED_LETTERS], 0) | 1 << _bit


@lru_cache(maxsize=8192)
def find_families(stems: Iterable[str]) -> int:
    """Return a bit for each family that one of the `stems` (of DEED_LETTERS letters) is of."""
    families = 0
    for stem in stems:
        families |= _BITS.get(stem, 0)
    return families
