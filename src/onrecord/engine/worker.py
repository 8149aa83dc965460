"""What runs in a worker process: read page after page."""

import logging
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

import msgspec

from onrecord.engine.local import READY
from onrecord.records import Page

if TYPE_CHECKING:
    from onrecord.models import Models

ReadPage = Callable[[Page, "Models"], Any]

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Page)


def serve(connection: Connection, read: ReadPage | None, log_level: int) -> None:
    """Answer each page that comes through `connection` with its reading, until it is closed.

    The parent alone answers an interrupt from the keyboard: it stops sending pages. It imports
    this module too, so what only a worker needs is imported here.
    """
    from onrecord.engine.freeing import free_memory
    from onrecord.engine.loaded import loaded_models
    from onrecord.pipeline import read_or_explain

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.basicConfig(level=logging.ERROR)
    logging.getLogger("onrecord").setLevel(log_level)
    models = loaded_models()
    read = read or read_or_explain
    connection.send_bytes(READY)
    while True:
        try:
            page = _decoder.decode(connection.recv_bytes())
            connection.send_bytes(_encoder.encode(read(page, models)))
            free_memory()  # after each page: it takes 3 ms, a page a few hundred
        except (EOFError, OSError):  # the parent has closed its end, or is gone
            return
