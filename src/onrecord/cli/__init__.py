"""The `onrecord` command: each sub-command is one file, imported only when it is called."""

from onrecord.cli.main import main

__all__ = ["main"]
