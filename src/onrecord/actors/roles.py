"""Find role phrases: "Russian deputy foreign minister", "troops", "spokesman for the ministry"."""

from dataclasses import dataclass, replace

from onrecord.actors.body_names import is_inside_name
from onrecord.actors.lexicon import Entry, Lexicon, Role, load_lexicon
from onrecord.actors.portfolios import JOINTS, is_portfolio, tells_portfolio
from onrecord.actors.views import View, is_common, is_name_word, role_at
from onrecord.actors.words import ORGANISATION_WORDS, STATE_KINDS
from onrecord.records import Sector

_LONGEST = 9  # tokens of modifiers and heads
_LONGEST_TAIL = 8
_LONGEST_KIND = 3  # tokens: "Democratic People's | Republic |"
_FORMER = frozenset("former ex late ousted deposed".split())
_ONCE = ("ex-", "then-", "former-")
# "The ambassador in Lima" is not Peru's.
_ENVOYS = frozenset("ambassador envoy consul".split())
_HONOURS = frozenset("sheikh prince princess".split())
# Surnames and first names among the role nouns: "Major", "Bishop", "King".
_ALSO_NAMES = frozenset(
    "king queen major bishop pope marshal judge prince head sheriff cardinal speaker justice mayor "
    "chancellor price general captain chief page dean baron author writer host leader".split()
)
# Of these one stands between a town and who has the office: "New Lisk | Mayor | Ida Berg".
_OF_TOWNS = frozenset("mayor sheriff judge speaker leader chief captain".split())
# What somebody is to another person, without an office of one's own.
RELATIONS = frozenset("rival colleague ally counterpart predecessor successor".split())
# A few offices name their state by themselves, in English usage.
_OWN_STATE: dict[str, tuple[str, str | None]] = {
    "secretary of state": ("USA", "State Department"),
    "us secretary of state": ("USA", "State Department"),
    "secretary of defense": ("USA", "Pentagon"),
    "defense secretary": ("USA", "Pentagon"),
    "treasury secretary": ("USA", "Treasury Department"),
    "chancellor of the exchequer": ("GBR", "Treasury"),
    "taoiseach": ("IRL", None),
    "senate majority leader": ("USA", "US Senate"),
    "senate minority leader": ("USA", "US Senate"),
    "house majority leader": ("USA", "House of Representatives"),
    "house minority leader": ("USA", "House of Representatives"),
    "house speaker": ("USA", "House of Representatives"),
    "pope": ("VAT", "Vatican"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state as a role phrase names it: known by its code, or only by its name on the page."""

    name: str
    code: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RolePhrase:
    """A role with whose it is; tokens `first` up to but not including `last`.

    `chain` is where the role's own words start, behind the state or body. `owner` is the token
    behind a person's name or pronoun that the role belongs to ("Mr Lund's deputy"), or the "for"
    before that name.
    """

    first: int
    chain: int
    last: int
    role: Role
    words: str  # as printed, without the state or body: "deputy foreign minister"
    head: str
    sector: Sector | None
    states: tuple[State, ...] = ()
    body: Entry | None = None
    body_words: str | None = None  # an organisation that no table has
    backed: bool = False  # "Moscow-backed separatists"
    former: bool = False
    definite: bool = False
    owner: int | None = None


# Who heads a department of the United States is a secretary: "Homeland Security Minister" is not.
_NOT_AMERICAN = frozenset({"minister", "ministers"})


def find_roles(text: str, view: View, lexicon: Lexicon) -> list[RolePhrase]:
    """Return the role phrases of a sentence, in order, none inside another."""
    found: list[RolePhrase] = []
    index = 0
    while index < len(view.tokens):
        phrase = _phrase_at(text, view, index, lexicon)
        if phrase is None:
            index += 1
            continue
        if found and found[-1].last == phrase.first and not phrase.states:
            phrase = _with_owner(view, phrase, found[-1])
        found.append(phrase)
        index = phrase.last
    return found


def _with_owner(view: View, phrase: RolePhrase, owner: RolePhrase) -> RolePhrase:
    """Return the adviser of "the Kenyan president's adviser" with the state of the president."""
    if not owner.states or not view.tokens[owner.last - 1].possessive:
        return phrase
    sector = phrase.sector or owner.sector
    return replace(phrase, states=owner.states, sector=sector, owner=None)


def _phrase_at(text: str, view: View, index: int, lexicon: Lexicon) -> RolePhrase | None:
    """Return the role phrase whose modifiers and heads start at `index`."""
    if index in view.known or _is_inside_body(view, index):
        return None
    chain = _chain(view, index, lexicon)
    if chain is None or _is_name(view, index, chain[1]) or _names_body(view, chain[1]):
        return None
    heads, last = chain
    if is_inside_name(view, index, last, heads[-1][0].kind):
        return None
    role, head_at = heads[-1]
    if role.word in _HONOURS and len(heads) > 1 and heads[-2][0].kind == "person":
        role, head_at = heads[-2]  # "Energy Minister Sheikh Faisal"
    sector = _chain_sector(view, index, head_at, role, lexicon)
    end, tail, tail_state = _tail(view, last, role, lexicon)
    first, states, body, backed = _front(view, index)
    owner = _owner(view, first, named=bool(states or body))
    if owner is None and tail is None and role.kind == "person":
        owner = _named_behind(view, end)
    body_words = None
    if role.kind == "person" and len(heads) > 1 and _is_body(heads[-2][0]):
        body_words = _text(text, view, index, head_at)
    words = _text(text, view, index, end)
    if tail is not None and body is None and tail.kind == "body":
        body = tail
    if not states and tail_state is not None and role.word not in _ENVOYS:
        states = (tail_state,)
    own = _OWN_STATE.get(" ".join(words.lower().split()))
    if own and not states:
        states = (State(name=lexicon.state_names[own[0]], code=own[0]),)
        body_words = own[1]
    if body is not None and not states:
        if not (body.state == "USA" and role.word in _NOT_AMERICAN):
            states = (State(name=body.name, code=body.state),)
        sector = sector if role.sector and role.word not in {"deputy", "head"} else body.sector
    return RolePhrase(
        first=first,
        chain=index,
        last=end,
        role=role,
        words=words,
        head=role.word,
        sector=sector or ("GOV" if role.sector is None and states else role.sector),
        states=states,
        body=body,
        body_words=body_words,
        backed=backed,
        former=any(_is_past(view, k) for k in range(max(0, first - 2), head_at))
        or view.lower(index).startswith(_ONCE),
        definite=view.lower(first - 1) in {"the", "its", "their"},
        owner=owner,
    )


def _is_past(view: View, at: int) -> bool:
    """Return whether a word tells that somebody held the office once: "the | then | premier"."""
    then = view.lower(at) == "then" and view.lower(at - 1) in {"the", "its", "his", "her"}
    return then or view.lower(at) in _FORMER


def _is_body(role: Role) -> bool:
    """Return whether somebody may speak for those of the role: "police spokeswoman"."""
    return role.kind == "organisation" or role.word == "police"


def _names_body(view: View, last: int) -> bool:
    """Return whether those before token `last` give a body its name: "the Miners' | Union"."""
    if last >= view.size or view.tokens[last].text not in ORGANISATION_WORDS:
        return False
    return view.tokens[last - 1].possessive and view.tokens[last - 1].capital


def _is_inside_body(view: View, index: int) -> bool:
    """Return whether the token is a later one of a body that is known: "White | House |"."""
    return index in view.taken and any(
        known.first < index < known.last and known.entry.kind == "body"
        for known in view.known.values()
    )


def _owner(view: View, first: int, *, named: bool) -> int | None:
    """Return the "his" or "Mr Lund's" before a role; `named` that a state or body stands there."""
    if first > 0 and view.lower(first - 1) in {"his", "her", "their"}:
        return first - 1
    owned = first > 0 and view.tokens[first - 1].possessive
    return first - 1 if owned and not named else None


def _chain(view: View, index: int, lexicon: Lexicon) -> tuple[list[tuple[Role, int]], int] | None:
    """Return the heads (with their places) of the modifiers and heads from `index`, and the end."""
    heads: list[tuple[Role, int]] = []
    at = end = index
    while at < min(len(view.tokens), index + _LONGEST) and (at == index or at not in view.known):
        found = role_at(view, at, lexicon)
        if found is not None:
            heads.append((found[0], at))
            at = end = found[1]
            if view.tokens[end - 1].possessive:
                break
        elif _modifies(view, at, lexicon) and (at > index or view.lower(at) not in JOINTS):
            at += 1
        else:
            break
        if heads and heads[-1][0].kind == "group" and role_at(view, at, lexicon) is None:
            break
    if not heads:
        return None
    return heads, end


def _modifies(view: View, at: int, lexicon: Lexicon) -> bool:
    """Return whether the token is a modifier, or the "and" before one."""
    if view.lower(at) in JOINTS:
        at += 1
    if view.lower(at) not in lexicon.modifiers:
        return tells_portfolio(view, at)
    return not view.tokens[at].possessive or view.lower(at) in {"women", "children"}


def _is_name(view: View, first: int, last: int) -> bool:
    """Return whether the word is a name here: "Stephen King", "John Major"."""
    token = view.tokens[first]
    if last - first != 1 or not token.capital or first == 0:
        return False
    before = view.tokens[first - 1]
    if token.lower not in _ALSO_NAMES:
        return _is_surname(view, first)
    if first - 1 in view.taken:
        return False
    if token.lower in _OF_TOWNS and _is_named(view, last) and _is_named(view, last + 1):
        return False  # "New Lisk Mayor | Ida Berg |"
    return before.capital and not view.starts_sentence(first - 1) and before.text.isalpha()


def _is_surname(view: View, index: int) -> bool:
    """Return whether the role noun is a surname: "Paul | Singer | left"."""
    before = view.tokens[index - 1]
    return (
        view.setting == "normal"
        and before.text in load_lexicon().given_names
        and not before.possessive
        and not is_common(before)
        and index - 1 not in view.taken
        and not _is_named(view, index + 1)
    )


def _chain_sector(
    view: View, first: int, head_at: int, role: Role, lexicon: Lexicon
) -> Sector | None:
    """Return the sector of the last modifier that says one, else the head's own."""
    if view.lower(first) == "shadow":
        return "OPP"
    told = [lexicon.modifiers.get(view.lower(k)) for k in range(first, head_at)]
    sectors = [sector for sector in told if sector is not None]
    strong = [sector for sector in sectors if sector != "GOV"]
    if role.sector is None:
        return strong[-1] if strong else (sectors[-1] if sectors else None)
    if role.word in {"forces", "officials", "leaders", "minister", "commanders", "guards"}:
        return strong[-1] if strong and role.word != "minister" else role.sector
    return role.sector


def _tail(
    view: View, last: int, role: Role, lexicon: Lexicon
) -> tuple[int, Entry | None, State | None]:
    """Return where "of state", "for foreign affairs", "of the European Council" ends, and whose."""
    link = view.lower(last)
    if link == "in" and role.word in _ENVOYS:
        link = "to"
    if view.tokens[last - 1].possessive or link not in {"of", "for", "to", "at", "from"}:
        return last, None, None
    if link == "from" and role.word not in RELATIONS:
        return last, None, None
    if role.kind == "group":
        return last, None, None
    at = last + 1
    if role.kind == "organisation" and link != "of":
        return last, None, None
    while at - last < _LONGEST_TAIL and is_portfolio(view, at, role.word):
        at += 1
    if role_at(view, at, lexicon) is not None:
        return last, None, None  # "spokesman for Foreign Minister Ada Lund"
    named = at
    while named > last + 1 and view.lower(named - 1) in {"the", "and"}:
        named -= 1
    if last + 1 < named < at:
        return named, None, None  # "the Ministry of Health and the Red Cross"
    end = at if named > last + 1 else last
    if end != last and view.lower(end) not in {"of", "to"}:
        return end, None, None
    if end != last:
        at = end + 1
        at += view.lower(at) == "the"
    known = view.known.get(at) or view.known.get(_behind_kind(view, at))
    if known is not None and known.entry.kind in {"state", "body", "seat"}:
        state = State(name=known.entry.name, code=known.entry.state)
        if view.tokens[known.last - 1].possessive:
            # "a judge of Kenya's high court" is of a body that is found by itself.
            return end, None, state if known.entry.kind != "body" else None
        return known.last, known.entry, state if known.entry.kind != "body" else None
    if role.word in _ENVOYS and at < view.size and view.tokens[at].capital:
        return (at + 1, None, None) if view.lower(at + 1) == "," else (end, None, None)
    return end, None, None


def _behind_kind(view: View, at: int) -> int:
    """Return where a state's name stands behind what it is: "the Federal Republic of | Xia |"."""
    for kind in range(at, min(at + _LONGEST_KIND, view.size - 1)):
        if view.tokens[kind].text in STATE_KINDS:
            return kind + 2 if view.lower(kind + 1) == "of" else at
        if not view.tokens[kind].capital:
            break
    return at


def _is_named(view: View, at: int) -> bool:
    return at < view.size and is_name_word(view.tokens[at])


def _named_behind(view: View, end: int) -> int | None:
    """Return the "for" of "spokesman for Ms Lund", whose bearer then has the role's owner."""
    if view.lower(end) not in {"for", "to"} or end + 1 >= view.size:
        return None
    after = view.tokens[end + 1]
    return end if after.capital or view.lower(end + 1) == "the" else None


def _front(view: View, index: int) -> tuple[int, tuple[State, ...], Entry | None, bool]:
    """Return where the state or body before a role starts, and what it is."""
    backed = view.tokens[index - 1].linked if index else False
    at = index - 1 if backed else index
    first, state, body = _owner_at(view, at)
    if state is None and body is None:
        return index, (), None, False
    states = [state] if state is not None else []
    while state is not None and view.lower(first - 1) in {"and", ",", "&"}:
        more, state, _ = _owner_at(view, first - 1)
        if state is None or not _could_describe(view, more):
            break
        states.insert(0, state)
        first = more
    return first, tuple(states), body, backed


def _could_describe(view: View, index: int) -> bool:
    """Return whether the state's form at `index` is an adjective: not in "Kenya and Peru's army".

    A name that is its own adjective may be one: "US and Kenyan troops".
    """
    entry = view.known[index].entry
    own = entry.written.isupper() or entry.written.startswith("United ")
    return entry.kind == "adjective" or own


def _owner_at(view: View, last: int) -> tuple[int, State | None, Entry | None]:
    """Return the state or body named right before token `last`."""
    known = view.ending_at(last)
    if known is not None:
        if known.entry.kind == "body":
            return known.first, None, known.entry
        return known.first, State(name=known.entry.name, code=known.entry.state), None
    return last, None, None


def _text(text: str, view: View, first: int, last: int) -> str:
    return text[view.tokens[first].start : view.tokens[last - 1].end]
