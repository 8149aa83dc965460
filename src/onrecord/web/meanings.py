"""What the words that name acts mean, in one line each; docs/codebook.md has examples."""

from onrecord.ledger import ActRow, Row, StatementRow
from onrecord.records import ActType, SpeechAct

SPEECH_ACT_MEANINGS: dict[SpeechAct, str] = {
    "claim": "says that something is so",
    "confirm": "says that what was said or asked is so",
    "deny": "says that what one is charged with is not so",
    "dispute": "says that what others say is not so",
    "warn_of": "warns of a danger that comes from somebody else",
    "warn_against": "tells somebody not to do something",
    "threaten": "announces harm",
    "demand": "tells somebody what to do",
    "appeal": "asks somebody to do something",
    "offer": "says what one is ready to do, or proposes it",
    "commit": "says what one will do",
    "accept": "says yes to what was asked or offered",
    "refuse": "says no to what was asked or offered",
    "accuse": "says that somebody has done wrong",
    "criticise": "calls something bad",
    "praise": "calls something good",
}
ACT_TYPE_MEANINGS: dict[ActType, str] = {
    "AGREE": "says yes, offers or promises",
    "CONSULT": "meets, visits, calls, negotiates",
    "SUPPORT": "praises, endorses, recognises, signs",
    "CONCEDE": "gives way in words: eases, pardons, apologises",
    "COOPERATE": "does something together with another",
    "AID": "gives what helps the other",
    "RETREAT": "gives way in deeds: withdraws, releases, disarms, resigns",
    "REQUEST": "asks, demands, orders, appeals",
    "ACCUSE": "blames, condemns, sues, investigates",
    "REJECT": "refuses, denies, vetoes, defies",
    "THREATEN": "announces harm under a condition",
    "PROTEST": "demonstrates, strikes, riots",
    "SANCTION": "cuts relations: expels, suspends, penalises",
    "MOBILIZE": "moves forces short of using them",
    "COERCE": "seizes, bans, arrests, blockades",
    "ASSAULT": "uses force",
    "STATE": "only says something",
    "UNSPECIFIED": "responds in a way that is not said",
}


def show_meaning(row: Row) -> str:
    """Return what a row's act means: "seizes, bans, arrests, blockades" of COERCE."""
    if isinstance(row, ActRow):
        return ACT_TYPE_MEANINGS[row.record.type]
    return SPEECH_ACT_MEANINGS[row.record.act] if isinstance(row, StatementRow) else ""
