import runpy
from pathlib import Path

import click
import pytest

from onrecord.cli.main import COMMANDS, cli

ROOT = Path(__file__).parents[2]


def test_references_are_what_the_code_says() -> None:
    make_all = runpy.run_path(str(ROOT / "docs" / "make_reference.py"))["make_all"]
    for path, text in make_all().items():
        assert path.read_text() == text, "run: python docs/make_reference.py"


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_has_the_help_of_each(name: str) -> None:
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    assert command.help is not None
    assert command.help.splitlines()[0] == COMMANDS[name]
    assert "Example:" in command.help
