"""What the ledger holds, what could not be read, and how to read what the pages say."""

from itertools import islice

from starlette.requests import Request
from starlette.responses import Response

from onrecord.ledger import Ledger
from onrecord.views.positions import HARDNESS
from onrecord.web.accuracy import read_accuracy
from onrecord.web.desk import Desk
from onrecord.web.meanings import ACT_TYPE_MEANINGS, SPEECH_ACT_MEANINGS

PROBLEMS = 200


def show_about(desk: Desk, request: Request, ledger: Ledger) -> Response:
    """Show counts, versions, problems and the meaning of words."""
    return desk.show(
        "about.html",
        counts=desk.remembered.ask(ledger, "counts", ledger.counts),
        problems=tuple(islice(ledger.problems(), PROBLEMS)),
        folder=ledger.path,
        revision=ledger.revision(),
        accuracy=read_accuracy(),
        hardness=_list_hardness(),
        speech_acts=SPEECH_ACT_MEANINGS,
        act_types=ACT_TYPE_MEANINGS,
    )


def _list_hardness() -> list[list[str]]:
    """Return speech acts from the softest to the hardest; those of one height together."""
    return [
        [act.replace("_", " ") for act, own in HARDNESS.items() if own == height]
        for height in sorted(set(HARDNESS.values()))
    ]
