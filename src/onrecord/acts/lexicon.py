"""The words that tell of an act, with every form they take (see data/README.md)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast, get_args

from onrecord.data import read_table
from onrecord.records import ActType, SpeechAct
from onrecord.text import FormKind, inflect, pluralise

# What is denied is words: only whose they are can be the recipient.
WORDS_ONLY = frozenset({"deny", "dispute"})
# What is done to somebody against his will. One side is enough: an attack on Kenya is an act.
HARMFUL: frozenset[ActType] = frozenset({"ASSAULT", "COERCE", "SANCTION"})
# In what each side takes part: "Kenya met Peru".
TOGETHER: frozenset[ActType] = frozenset({"CONSULT", "COOPERATE"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A verb or noun (of one or several words) that tells of an act of one type.

    `needs_recipient` marks a common verb that tells of one only where its object is an actor,
    `prepositions` one that needs an actor behind one of these ("speak to", "ask for").
    """

    words: str
    verb: bool
    type: ActType
    speech_act: SpeechAct | None
    needs_recipient: bool = False
    prepositions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One form of a trigger: its words in small letters."""

    words: tuple[str, ...]
    kind: FormKind
    trigger: Trigger


@cache
def load_triggers() -> Mapping[str, tuple[Form, ...]]:
    """Return all forms by their first word, the longest first; the table is read once."""
    forms: dict[str, list[Form]] = {}
    for row in read_table("act_triggers.csv"):
        for form in _forms(row):
            forms.setdefault(form.words[0], []).append(form)
    return {
        word: tuple(sorted(found, key=lambda form: -len(form.words)))
        for word, found in forms.items()
    }


def _forms(row: Mapping[str, str]) -> Iterator[Form]:
    act_type, speech_act = row["type"], row["speech_act"] or None
    if act_type not in get_args(ActType) or speech_act not in {None, *get_args(SpeechAct)}:
        raise ValueError(f"no such act: {row}")
    trigger = Trigger(
        words=row["words"],
        verb=row["pos"] == "verb",
        type=cast(ActType, act_type),
        speech_act=cast("SpeechAct | None", speech_act),
        needs_recipient=row["needs"] == "recipient",
        prepositions=frozenset(row["needs"].split("|")) - {"recipient", ""},
    )
    head, *rest = row["words"].split()
    if not trigger.verb:
        yield Form(words=(head, *rest), kind="noun", trigger=trigger)
        if not head.endswith("s"):
            yield Form(words=(pluralise(head), *rest), kind="noun", trigger=trigger)
        return
    for form, kind in inflect(head, row["past"]):
        yield Form(words=(form, *rest), kind=kind, trigger=trigger)
