from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tests.cli.conftest import PAGES, run_command

from onrecord.cli.watch import watch_command
from onrecord.ledger import Ledger
from onrecord.ledger.locking import hold_lock

Site = Any  # of conftest.py


def put_feed(site: Site, *names: str) -> str:
    for name in names:
        site.put(f"/{name}", (PAGES / name).read_bytes())
    items = "".join(f"<item><link>{site.url}/{name}</link></item>" for name in names)
    return str(site.put("/feed", f"<rss><channel>{items}</channel></rss>"))


def test_command_visits_what_it_is_given_and_then_what_it_knows(site: Site, tmp_path: Path) -> None:
    feed = put_feed(site, "harbour-post-1.html")
    watch = ("watch", "--allow-private", "--delay", "0")
    done = run_command(*watch, feed, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "1 source, 0 unchanged; 1 new page named, 1 fetched." in done.stderr
    assert "1 read in" in done.stderr
    statements = run_command("statements", "--format", "csv", cwd=tmp_path).stdout
    assert f"{site.url}/harbour-post-1.html" in statements
    put_feed(site, "harbour-post-1.html", "harbour-post-2.html")
    done = run_command(*watch, "--quiet", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(run_command("articles", cwd=tmp_path).stdout.splitlines()) == 2


def test_command_lists_what_fails_and_ends_with_1(site: Site, tmp_path: Path) -> None:
    feed = put_feed(site, "harbour-post-1.html")
    done = run_command("watch", "--delay", "0", feed, cwd=tmp_path)
    assert done.returncode == 1
    assert f"Not read: {feed}: 127.0.0.1 is an address that is not" in done.stderr
    assert site.asked == []
    listed = run_command("watch", "--list", cwd=tmp_path)
    assert feed in listed.stdout
    assert run_command("watch", "--forget", feed, cwd=tmp_path).returncode == 0
    assert run_command("watch", "--list", cwd=tmp_path).stdout == ""
    assert run_command("watch", "--forget", feed, cwd=tmp_path).returncode == 1


def test_command_that_visits_again_outlives_a_busy_ledger(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed = put_feed(site, "harbour-post-1.html")
    Ledger(tmp_path / "ledger", create=True).close()
    waits: list[float] = []

    def wait(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr("onrecord.cli.watch.time.sleep", wait)
    arguments = ["--allow-private", "--delay", "0", "--every", "30", "--limit", "1", feed]
    with hold_lock(tmp_path / "ledger"):
        done = CliRunner().invoke(watch_command, [*arguments, "--ledger", str(tmp_path / "ledger")])
    assert waits == [1800, 1800]
    assert done.output.count("what was fetched waits for the next visit") == 2
    assert site.paths().count("/harbour-post-1.html") == 1
