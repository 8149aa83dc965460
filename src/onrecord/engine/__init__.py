"""Where readings run. Each engine is one file with one function of the same shape:

    read_all(pages, ...) -> readings, one for each page, in the order of the pages

`local` uses this machine's cores. An engine for a cluster is one more file beside it.
"""

from onrecord.engine.local import default_jobs, read_all

__all__ = ["default_jobs", "read_all"]
