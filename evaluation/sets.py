"""Sets that may be measured on and not shipped: where they lie, or what to do without."""

import sys
from pathlib import Path


def need(path: Path) -> Path:
    """Return the place of a set; where nothing is there, end the run and say so."""
    if not path.exists():
        sys.exit(f"{path} is not here: it may be measured on and not shipped; name its place")
    return path
