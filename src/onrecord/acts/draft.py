"""An act as one sentence tells it, before its place in statements is known."""

from dataclasses import dataclass, field

from onrecord.acts.grammar.groups import Group
from onrecord.acts.grammar.items import Item
from onrecord.acts.lexicon import Trigger
from onrecord.acts.modality.governors import Meant
from onrecord.records import ActMention, Span, Timex


@dataclass(slots=True, kw_only=True)
class Draft:
    """An act before its place in statements is known.

    `pronoun` stands for actors still to be found, `receiving` for recipients; `at` is the
    trigger's first item.
    """

    trigger: Trigger
    span: Span
    at: int
    last: int
    meant: Meant
    group: Group | None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    pronoun: Item | None = None
    receiving: Item | None = None
    relative: bool = False
    unclear: bool = False  # the pronoun or, to the reader, the type could be another
    passive: bool = False
    moves_own: bool = False  # only what is moved stands behind the verb: "massed troops"
    on_pronoun: bool = False  # whom it is done to is only called "him" or "them"
    understood: bool = False  # one side is told elsewhere in the article
    retold: Timex | None = None  # when it was, as told elsewhere in the article
    lies_back: bool = False  # it stands in a passage that an old date opens
    denied_by: list[str] = field(default_factory=list)
    mention: ActMention | None = None  # what the trained reader says of it
