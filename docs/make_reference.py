"""Write the references that are made from the code: docs/cli.md, the fields of the
contract, the operations of the API, and the columns of exports.

python docs/make_reference.py            # write them
python docs/make_reference.py --check    # fail where they are out of date (a test does)
"""

import dataclasses
import inspect
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from onrecord import records
from onrecord.cli.main import COMMANDS, cli
from onrecord.views.columns import COLUMNS, SHARED
from onrecord.web.api.operations import OPERATIONS, ROOT, Operation

DOCS = Path(__file__).parent
OPERATIONS_HEAD = "\n## Operations\n\n"
COLUMNS_HEAD = "\n### statements, acts and figures alike\n\n"
CONTRACT = (
    records.Reading, records.Problem, records.Article, records.Published, records.Witness,
    records.Dateline, records.Removed, records.Timex, records.Actor, records.Statement, records.Act,
    records.Figure, records.When, records.Span,
)  # fmt: skip


def main() -> None:
    """Write the files, or with --check only tell which are out of date."""
    stale = [path for path, text in make_all().items() if path.read_text() != text]
    if "--check" in sys.argv:
        if stale:
            sys.exit(f"out of date: {', '.join(map(str, stale))}; run docs/make_reference.py")
        return
    for path, text in make_all().items():
        path.write_text(text)


def make_all() -> dict[Path, str]:
    """Return the text of each file that is made from the code."""
    contract = DOCS / "json-contract.md"
    head = contract.read_text().partition("\n## Fields\n")[0]
    api = DOCS / "api.md"
    exports = DOCS / "exports.md"
    return {
        DOCS / "cli.md": make_cli_reference(),
        api: f"{api.read_text().partition(OPERATIONS_HEAD)[0]}{OPERATIONS_HEAD}{make_operations()}",
        contract: f"{head}\n## Fields\n\n{make_fields()}",
        exports: f"{exports.read_text().partition(COLUMNS_HEAD)[0]}{COLUMNS_HEAD}{make_columns()}",
    }


def make_cli_reference() -> str:
    """Return each command's help as `--help` prints it at 96 characters."""
    parts = ["# Commands\n", "Made from the code by `docs/make_reference.py`.\n"]
    group = click.Context(cli, info_name="onrecord", max_content_width=96, terminal_width=96)
    for name in COMMANDS:
        command = cli.get_command(group, name)
        assert command is not None
        parts.extend(_describe(command, name, group, "##"))
    return "\n".join(parts)


def _describe(
    command: click.Command, name: str, parent: click.Context, level: str
) -> Iterator[str]:
    """Yield the help of a command, and under it of its sub-commands."""
    context = click.Context(command, info_name=name, parent=parent, terminal_width=96)
    help_text = re.sub(r"[ \t]+$", "", command.get_help(context), flags=re.MULTILINE)
    yield f"{level} {context.command_path}\n\n```text\n{help_text}\n```\n"
    if isinstance(command, click.Group):
        for each in command.list_commands(context):
            found = command.get_command(context, each)
            assert found is not None
            yield from _describe(found, each, context, f"{level}#")


def make_operations() -> str:
    """Return a table of the operations of the API, and one of their parameters."""
    rows = [
        f"| `{each.method}` | `{ROOT}{each.path}` | {_sum_up(each)} | {_show_gives(each)} |"
        for each in OPERATIONS
    ]
    used = {each.name: each for operation in OPERATIONS for each in operation.parameters}
    parameters = [f"| `{each.name}` | {each.about} |" for each in used.values()]
    return "\n".join(
        (
            "| | address | | gives |",
            "|---|---|---|---|",
            *rows,
            "",
            "| parameter | |",
            "|---|---|",
            *parameters,
            "",
        )
    )


def _sum_up(operation: Operation) -> str:
    return (inspect.getdoc(operation.answer) or "").split("\n")[0].rstrip(".")


def _show_gives(operation: Operation) -> str:
    names = " or ".join(type_.__name__ for type_ in operation.gives)
    return f"list of {names}" if operation.listed else names


def make_columns() -> str:
    """Return a table of the columns of each file that `onrecord export` writes as a table."""
    parts = [_list_columns(SHARED)]
    parts.extend(f"### {name}\n\n{_list_columns(own)}" for name, own in COLUMNS.items())
    return "\n".join(parts)


def _list_columns(meanings: Mapping[str, str]) -> str:
    rows = (f"| `{name}` | {meaning} |" for name, meaning in meanings.items())
    return "\n".join(("| column | |", "|---|---|", *rows, ""))


def make_fields() -> str:
    """Return a table of fields for each record of the contract, with the comments beside them."""
    parts = []
    for record in CONTRACT:
        parts.append(f"### {record.__name__}\n\n{inspect.getdoc(record)}\n")
        if not dataclasses.is_dataclass(record):
            continue
        comments = read_comments(record)
        rows = (
            f"| `{field.name}` | {show_type(field.type)} | {comments.get(field.name, '')} |"
            for field in dataclasses.fields(record)
        )
        parts.append("\n".join(("| field | type | |", "|---|---|---|", *rows)) + "\n")
    return "\n".join(parts)


def read_comments(record: type) -> dict[str, str]:
    """Return the comment behind each field in the source of `record`."""
    pattern = re.compile(r"^    (\w+): [^#\n]*# (.+)$", re.MULTILINE)
    return {match[1]: match[2] for match in pattern.finditer(inspect.getsource(record))}


def show_type(annotation: object) -> str:
    """Return a type as JSON has it: `tuple[Span, ...]` is "list of Span"."""
    text = annotation.__name__ if isinstance(annotation, type) else str(annotation)
    if not isinstance(annotation, type) or hasattr(annotation, "__args__"):
        text = str(annotation)
    text = re.sub(r"(?:onrecord\.records|datetime|typing)\.", "", text)
    text = re.sub(r"tuple\[(\w+), \.\.\.\]", r"list of \1", text)
    text = re.sub(r"Literal\[([^]]*)\]", lambda m: " ".join(m[1].replace("'", "`").split()), text)
    text = re.sub(r"Optional\[(.*)\]", r"\1 or null", text)
    return text.replace("None", "null").replace(" | ", " or ")


if __name__ == "__main__":
    main()
