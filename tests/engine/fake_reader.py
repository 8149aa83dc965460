"""Ways of reading a page that try the engine's patience; imported by worker processes."""

import os
import time
from dataclasses import dataclass

from onrecord.models import Models
from onrecord.records import Page, Reading


def read_as_told(page: Page, models: Models) -> Reading:
    """Do what the page's content says: "sleep 9", "compute 9", "die", or nothing."""
    command, _, amount = page.content.partition(" ")
    if command == "compute":
        while time.process_time() < float(amount):
            pass
    elif command == "sleep":
        time.sleep(float(amount))
    elif command == "die":
        os._exit(7)
    return Reading(version="test", origin=page.origin)


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """Another answer than a reading."""

    characters: int


def measure_page(page: Page, models: Models) -> Length:
    return Length(characters=len(page.content))
