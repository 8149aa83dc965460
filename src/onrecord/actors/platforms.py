"""Tell a platform that acts or is acted on from one where somebody only posts."""

from onrecord.actors.views import Known, View
from onrecord.text.wordclasses import PLATFORMS

# What is said there acts only as the company that it is: "wrote on Twitter".
_WHERE = frozenset("on via to through over across".split())
_BURDENS = frozenset(
    "attack attacks ban bans crackdown curbs fine fines inquiry limits penalty pressure probe raid "
    "raids restrictions sanctions tax taxes".split()
)
_POSTED = frozenset(
    "account accounts attack attacks feed feeds feud message messages page pages post posting "
    "postings posts profile rant rants storm thread threads tirade tirades user users video".split()
)


def is_where_posted(view: View, known: Known, behind: str) -> bool:
    """Return whether a body is a platform on which somebody only posts: "wrote on | Twitter |".

    `behind` is the word after it. A fine, a raid or a tax on it is on the company.
    """
    if known.entry.name not in PLATFORMS:
        return False
    burdened = view.lower(known.first - 2) in _BURDENS
    return behind in _POSTED or (view.lower(known.first - 1) in _WHERE and not burdened)
