"""Tell what is only going round: "rumours that", "everyone is talking about", "reports that"."""

from onrecord.statements.drafts import Draft
from onrecord.statements.grammar.cue_words import BE, words_of
from onrecord.text.wordclasses import AUXILIARIES, is_adverb

_HEARSAY = frozenset(
    "rumour rumours rumor rumors rumoured rumored report reports talk speculation gossip".split()
)
# "persistent media reports", "it was widely rumoured"
_AROUND = (
    BE
    | AUXILIARIES
    | frozenset(
        "there it amid after despite following on of about the these those such some any many "
        "several various recent earlier new unconfirmed conflicting persistent false media news "
        "press local".split()
    )
)
_ANYBODY = frozenset({"everyone", "everybody", "people", "there", "it", "all", "many", "some"})
_TALKING = frozenset({"talking", "talks", "talk"})


def is_hearsay(text: str, draft: Draft, words: list[str]) -> bool:
    """Return whether nobody in particular says it, by the source and the cue's `words`.

    A paper's or an officer's report is theirs: "its reports that".
    """
    who = "" if draft.source is None else text[slice(*draft.source)].lower()
    if draft.kind == "direct" or (who and who not in _ANYBODY):
        return False
    if who not in {"", "there", "it"}:
        about = "about" in [*words[-1:], *words_of(text, draft.content[0])[:1]]
        return about and bool(_TALKING & set(words))
    if not _HEARSAY & set(words):
        return False
    return all(word in _HEARSAY | _AROUND or is_adverb(word) for word in words)
