"""The command group: names, one-line helps, and where each command's code is."""

import importlib
import logging
import sys
from collections.abc import Sequence

import click

from onrecord import __version__

# The order is that of `--help`; the help line of each command is its docstring's first line,
# repeated here so that `--help` need not import them all (a test compares the two).
SECTIONS = {
    "Read pages": {
        "demo": "Read PAGES into a fresh ledger and print the brief of its largest story.",
        "read": "Print what PAGES report as JSON Lines, without a ledger.",
        "add": "Read PAGES into the ledger; what is there already stays as it is.",
        "watch": "Visit feeds and pages on the network, and add what is new.",
        "rm": "Remove articles and their rows from the ledger.",
        "rebuild": "Make the ledger again from its originals and decisions.",
    },
    "See what they report": {
        "stories": "List the stories: articles about one matter.",
        "articles": "List the articles.",
        "statements": "List who said what, to whom, and when.",
        "acts": "List who did what to whom.",
        "figures": "List the reported numbers with their bounds.",
        "show": "Show one row or article with its exact words.",
        "search": "Search rows, then articles, by words and by meaning.",
        "ask": "Answer a question with rows, or say that these articles do not say.",
        "compare": "Compare what the outlets of a story report.",
        "brief": "Write a story's brief, every line with its source.",
        "serve": "Show the ledger in a browser, on this machine only.",
    },
    "Judge and correct": {
        "review": "Judge rows in the terminal: the doubtful ones first, or a random sample.",
        "decide": "Decide about a row, two rows, two names or an article.",
        "decisions": "List what people decided, and what of it no longer applies.",
    },
    "Keep up, pass on, look after": {
        "watches": "Save filters, and report rows that are new, changed or withdrawn.",
        "export": "Write the ledger's rows to files.",
        "doctor": "Check the installation, the models and the ledger.",
    },
}
COMMANDS = {name: told for section in SECTIONS.values() for name, told in section.items()}


# What is looked for among the commands although it is one of `onrecord decide`.
_DECISIONS = frozenset("accept correct pin reject same-event same-person undo".split())

# Commands that read pages, and go on from where they were stopped.
_READING = frozenset({"demo", "add", "watch", "rebuild"})


class LazyGroup(click.Group):
    """A group that imports a command's module when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of COMMANDS."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command `cmd_name`, or `None` where there is none."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"onrecord.cli.{cmd_name}")
        command = getattr(module, f"{cmd_name}_command")
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands with their one-line helps, without importing them."""
        widest = max(map(len, COMMANDS))
        for title, commands in SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl([(name.ljust(widest), told) for name, told in commands.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Name the nearest command where there is none of that name."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from difflib import get_close_matches

            decision = [f"decide {args[0]}"] if args[0] in _DECISIONS else []
            near = decision or get_close_matches(args[0], COMMANDS, n=1)
            if not near:
                raise
            hint = f"{error.message} Did you mean '{near[0]}'?"
            raise click.UsageError(hint, ctx) from error


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with: onrecord add PAGES... and then: onrecord stories",
)
@click.version_option(__version__, prog_name="onrecord")
@click.option("--debug", is_flag=True, help="Show tracebacks and log messages on stderr.")
def cli(debug: bool) -> None:
    """Turn news pages into one ledger: who said what, who did what, which figures were given."""
    logging.basicConfig(level=logging.ERROR, format="%(levelname)s %(name)s: %(message)s")
    logging.getLogger("onrecord").setLevel(logging.DEBUG if debug else logging.ERROR)


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line; errors of ours become one line on stderr, not a traceback.

    Exit status: 0 done, 1 some inputs failed or the ledger is at fault, 2 wrong usage,
    130 stopped from the keyboard.
    """
    from onrecord.errors import OnRecordError

    arguments = list(sys.argv[1:] if args is None else args)
    try:
        code = cli.main(arguments, prog_name="onrecord", standalone_mode=False)
    except click.exceptions.Abort:
        command = next((each for each in arguments if not each.startswith("-")), "")
        kept = " What was read is kept; run the same command to go on."
        click.echo(f"Stopped.{kept if command in _READING else ''}", err=True)
        code = 130
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone, as in `onrecord ... | head`
        code = 0
    except OnRecordError as error:
        if "--debug" in arguments:
            raise
        click.echo(f"Error: {error}", err=True)
        code = 1
    sys.exit(code if isinstance(code, int) else 0)
