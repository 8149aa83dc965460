import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import click
import msgspec
import pytest
from tests.cli.conftest import PAGES, run_command

from onrecord.cli.main import cli, main
from onrecord.records import Reading

Ask = Callable[..., CompletedProcess[str]]
PAGE = """Ferry stops after strike

The ferry between Ostra and Lund stopped on Monday, the harbour master said.

“We had no crew,” Ines Falk, the harbour master, told reporters. More than 400 passengers waited.
"""


def rows_of(done: CompletedProcess[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_read_prints_the_contract(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE)
    done = run_command("read", "page.txt", "--format", "jsonl", cwd=tmp_path)
    assert done.returncode == 0
    [reading] = [msgspec.json.decode(line, type=Reading) for line in done.stdout.splitlines()]
    assert reading.article is not None
    assert reading.article.headline == "Ferry stops after strike"
    text = reading.article.text
    assert "We had no crew," in {
        text[span.start : span.end] for s in reading.statements for span in s.content
    }


def test_read_takes_standard_input(tmp_path: Path) -> None:
    record = json.dumps({"text": "The minister said it would rain.", "date": "2031-04-02"})
    done = run_command("read", "-", cwd=tmp_path, stdin=record + "\n")
    [reading] = rows_of(done)
    article = reading["article"]
    assert isinstance(article, dict)
    assert article["text"] == "The minister said it would rain."
    assert article["published"]["earliest"] == "2031-04-02"


def test_a_page_that_cannot_be_read_is_named_and_the_rest_is_kept(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE)
    (tmp_path / "empty.html").write_text("")
    done = run_command("read", "empty.html", "page.txt", cwd=tmp_path)
    assert done.returncode == 1
    empty, page = rows_of(done)
    problem = empty["problem"]
    assert isinstance(problem, dict)
    assert "empty.html" in problem["message"]
    assert page["problem"] is None


@pytest.mark.parametrize(
    "args",
    [
        ("read",),
        ("stories", "--format", "nonsense"),
        ("nonsense",),
        ("statements", "--since", "yesterday"),
    ],
)
def test_wrong_usage_ends_with_2(args: tuple[str, ...], tmp_path: Path) -> None:
    done = run_command(*args, cwd=tmp_path)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_without_a_ledger_the_error_says_how_to_make_one(tmp_path: Path) -> None:
    done = run_command("stories", cwd=tmp_path)
    assert done.returncode == 1
    assert "onrecord add" in done.stderr


def test_adding_twice_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE)
    run_command("add", "page.txt", cwd=tmp_path)
    before = run_command("statements", cwd=tmp_path).stdout
    again = run_command("add", "page.txt", cwd=tmp_path)
    assert "1 known before" in again.stderr
    assert run_command("statements", cwd=tmp_path).stdout == before


def test_a_removed_article_is_gone_and_stays_gone_in_a_rebuild(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE)
    run_command("add", "page.txt", cwd=tmp_path)
    [article] = rows_of(run_command("articles", cwd=tmp_path))
    id_ = str(article["id"])[:8]
    done = run_command("rm", id_, "--yes", "--who", "ana", "--why", "a test", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    told = run_command("decisions", "--format", "csv", cwd=tmp_path).stdout
    [decision] = csv.DictReader(io.StringIO(told))
    assert (decision["by"], decision["why"]) == ("ana", "a test")
    assert rows_of(run_command("articles", cwd=tmp_path)) == []
    assert run_command("rebuild", cwd=tmp_path).returncode == 0
    assert rows_of(run_command("articles", cwd=tmp_path)) == []


@pytest.mark.parametrize("noun", ["statements", "acts", "figures", "articles", "stories"])
def test_lists_come_as_json_lines_in_a_pipe_and_as_csv(noun: str, ask: Ask) -> None:
    piped = rows_of(ask(noun))
    table = list(csv.DictReader(io.StringIO(ask(noun, "--format", "csv").stdout)))
    assert [row["id"] for row in piped] == [row["id"] for row in table]
    assert piped
    nothing = ask(noun, "--about", "zeppelin", "--format", "csv").stdout.splitlines()
    assert [line.split(",") for line in nothing] == [list(table[0])]


@pytest.mark.parametrize("noun", ["statements", "acts", "figures", "articles", "stories"])
def test_tables_keep_to_the_width(noun: str, ask: Ask) -> None:
    lines = ask(noun, "--format", "table").stdout.splitlines()
    assert len(lines) > 1
    assert max(map(len, lines)) <= 170


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("statements", "--kind", "figure"), "“figure” is no kind here"),
        (("stories", "--kind", "direct"), "there are episode, saga"),
        (("brief", "-o", "brief.pdf"), "no .pdf can be written"),
        (("acts", "-o", "acts.xlsx"), "no .xlsx can be written"),
    ],
)
def test_what_would_mean_nothing_is_wrong_usage(args: tuple[str, ...], said: str, ask: Ask) -> None:
    done = ask(*args)
    assert done.returncode == 2
    assert said in done.stderr


def test_an_id_of_something_else_is_no_article(ask: Ask) -> None:
    row = rows_of(ask("acts", "--limit", "1"))[0]["id"]
    done = ask("statements", "--article", str(row))
    assert done.returncode == 2
    assert "is no article but an act" in done.stderr


def test_nothing_is_removed_without_a_yes(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE)
    run_command("add", "page.txt", cwd=tmp_path)
    [article] = rows_of(run_command("articles", cwd=tmp_path))
    done = run_command("rm", str(article["id"]), cwd=tmp_path, stdin="n\n")
    assert done.returncode == 1
    assert "Remove 1 article with all rows?" in done.stdout
    assert done.stderr.strip() == "Nothing was removed."
    assert rows_of(run_command("articles", cwd=tmp_path))


def test_a_page_in_another_language_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(
        "Fähre steht still\n\nDie Fähre zwischen Ostra und Lund steht seit Montag still, wie der "
        "Hafenmeister sagte. Mehr als vierhundert Reisende warteten am Ufer auf eine Überfahrt.\n"
    )
    assert "1 of them not in English" in run_command("add", "page.txt", cwd=tmp_path).stderr
    [article] = rows_of(run_command("articles", cwd=tmp_path))
    shown = run_command("show", str(article["id"]), cwd=tmp_path).stdout
    assert "de (rows are read in English)" in shown


def test_filters_narrow_a_list(ask: Ask) -> None:
    rows = rows_of(ask("statements", "--who", "renko", "--kind", "direct"))
    assert rows
    for row in rows:
        names = [party["name"] for party in row["who"]]  # type: ignore[attr-defined]
        assert "Renko" in " ".join(names)


def test_show_gives_a_row_with_its_sentence_and_counts(ask: Ask) -> None:
    row = rows_of(ask("statements", "--kind", "direct", "--limit", "1"))[0]
    shown = ask("show", str(row["id"])[:10]).stdout
    assert str(row["sentence"]).split()[0] in shown
    assert "report" in shown


def test_search_finds_rows_before_articles(ask: Ask) -> None:
    found = [line.split()[0] for line in ask("search", "grain", "-f", "md").stdout.splitlines()]
    assert found
    kinds = ["article" in line for line in ask("search", "grain", "-f", "md").stdout.splitlines()]
    assert kinds == sorted(kinds)


def test_the_brief_cites_every_line(ask: Ask) -> None:
    brief = ask("brief").stdout
    lines = [line for line in brief.splitlines() if line.startswith(("- **", "  - "))]
    cited = [line for line in lines if not line.endswith("**")]
    assert cited
    assert all("[" in line for line in cited)


def test_a_story_is_named_by_words_of_its_rows(ask: Ask) -> None:
    assert ask("brief", "toll gate").stdout == ask("brief").stdout
    done = ask("brief", "zeppelin")
    assert done.returncode == 1
    assert "no story has the id, name or words 'zeppelin'" in done.stderr


def test_the_brief_of_the_largest_says_that_there_are_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE)
    (tmp_path / "b.txt").write_text("Owl found\n\nAn owl was found in Berg, Tor Lund said.\n")
    run_command("add", "a.txt", "b.txt", cwd=tmp_path)
    assert "the largest of 2 stories" in run_command("brief", cwd=tmp_path).stderr


def test_the_brief_is_one_html_file(ask: Ask, tmp_path: Path) -> None:
    done = ask("brief", "-o", tmp_path / "brief.html")
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "brief.html").read_text()
    assert "<html" in page
    assert "<script" not in page


def test_comparisons_give_reasons(ask: Ask) -> None:
    compared = ask("compare", "--format", "md").stdout
    assert "- **" in compared
    differ = ask("compare", "--relation", "differ", "--format", "md").stdout
    assert "- **differ**" in differ
    assert "- **compatible**" not in differ
    assert "- Of the other pairs of reports: " in differ
    wrong = ask("compare", "--relation", "no-such")
    assert wrong.returncode == 2
    assert "'differ', 'changed', 'not comparable', 'compatible', 'agree'" in wrong.stderr


def test_a_comparison_on_the_screen_tells_both_sides(ask: Ask) -> None:
    screen = ask("compare", "--relation", "differ", "--format", "table").stdout
    sides = (
        "20 Mar 2024) / 17 Tarvian vessels (Jorun Velde, 21 Mar 2024; The Ostrel Courier, 22 Mar"
    )
    assert sides in " ".join(screen.split())
    assert "2 differ, 1 changed" in screen


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("accept", "s81c2"), "Did you mean 'decide accept'?"),
        (("stores",), "Did you mean 'stories'?"),
        (("stories", "--kind", "sagas"), "“sagas” is no kind here; there are episode, saga"),
    ],
)
def test_wrong_usage_says_what_there_is(args: tuple[str, ...], said: str, tmp_path: Path) -> None:
    assert said in run_command(*args, cwd=tmp_path).stderr


def test_export_writes_tables_that_join(ask: Ask, tmp_path: Path) -> None:
    done = ask("export", tmp_path / "tables")
    assert done.returncode == 0, done.stderr
    read = {
        path.stem: list(csv.DictReader(io.StringIO(path.read_text())))
        for path in (tmp_path / "tables").iterdir()
    }
    articles = {row["id"] for row in read["articles"]}
    assert {row["article"] for row in read["statements"]} <= articles
    accounts = {row["id"] for row in read["accounts"]}
    assert {row["account"] for row in read["comparisons"]} <= accounts


def test_doctor_finds_the_example_in_order(ask: Ask) -> None:
    done = ask("doctor")
    assert done.returncode == 0, done.stdout
    assert "16 articles" in done.stdout


def test_three_months_of_one_crisis_are_one_story(tmp_path: Path) -> None:
    done = run_command("demo", PAGES, "--ledger", "demo", cwd=tmp_path)
    assert "16 articles, 6 outlets, 12 independent tellings" in done.stdout


def test_the_demonstration_ends_with_what_to_do_next(tmp_path: Path) -> None:
    done = run_command("demo", PAGES, "--ledger", "demo", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    last = done.stdout.splitlines()[-3:]
    assert "serve" in last[0]
    assert "add" in last[1]
    assert str(tmp_path / "demo") in last[2]


def test_words_of_a_page_cannot_drive_the_terminal(tmp_path: Path) -> None:
    hostile = PAGE.replace("no crew", "\x1b[31mno\x1b]0;x\x07 \u202ecrew")
    (tmp_path / "page.txt").write_text(hostile)
    run_command("add", "page.txt", cwd=tmp_path)
    shown = run_command("statements", "--format", "table", cwd=tmp_path).stdout
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_who_names_no_ledger_is_told_of_those_that_are_here(example: Path) -> None:
    told = run_command("stories", "--ledger", "demo", cwd=example).stderr
    assert "name another one (--ledger onrecord), or make one with" in told


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--debug", "add", "pages"], "Stopped. What was read is kept; run the same command"),
        (["review", "--ledger", "demo"], "Stopped.\n"),
    ],
)
def test_only_where_pages_were_read_a_stopped_command_goes_on(
    arguments: list[str],
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def stop(*args: object, **options: object) -> None:
        raise click.exceptions.Abort

    monkeypatch.setattr(cli, "main", stop)
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 130
    assert capsys.readouterr().err.startswith(said)
