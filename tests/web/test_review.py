"""The review in the browser: forms without script, what they change, and how to take it back."""

import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html  # type: ignore[import-untyped]
from tests.ledger import plain_reader

from onrecord.ledger import Filter, Ledger, Row

Browser = Any  # of conftest.py, which cannot be imported


def first(desk: Browser, kind: str = "statement") -> Row:
    with Ledger(desk.ledger) as ledger:
        return next(ledger.rows(Filter(kind=kind)))


def load(desk: Browser, row: Row) -> Row:
    with Ledger(desk.ledger) as ledger:
        return ledger.row(row.id)


def form_of(what: str) -> str:
    return f"//form[.//*[@name='do'][@value='{what}']]"


@pytest.mark.parametrize(("what", "state"), [("accept", "accepted"), ("reject", "rejected")])
def test_a_row_is_judged_and_that_undone(desk: Browser, what: str, state: str) -> None:
    row = first(desk)
    done = desk.submit(f"/row/{row.id}", form=form_of(what))
    assert done.status_code == 303
    page = desk.text(done.headers["location"])
    assert f"{state.capitalize()} by" in page
    assert load(desk, row).review == state
    desk.submit(done.headers["location"], form=form_of("undo"))
    assert load(desk, row) == row


def test_a_published_date_is_stated_and_that_undone(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("Ada Venn speaks\n\nDate: 2031-01-01\n\n“The lock opens”\n")
    with Ledger(tmp_path / "ledger", create=True) as ledger:
        ledger.add([str(tmp_path / "page.txt")], read=plain_reader.read)
    desk = type(browser)(tmp_path / "ledger", read=plain_reader.read)
    address = f"/article/{first(desk).article}"
    assert "1 Jan 2031 exact" in desk.text(address)
    done = desk.submit(address, form=form_of("pin"), earliest="2031-02-02", latest="")
    assert done.status_code == 303
    page = desk.text(done.headers["location"])
    assert "2 Feb 2031 exact" in page
    assert "published date stated: 2 Feb 2031" in page
    desk.submit(done.headers["location"], form=form_of("undo"))
    page = desk.text(address)
    assert "1 Jan 2031 exact" in page
    assert "published date stated: 2 Feb 2031, undone" in page


def test_a_corrected_speaker_shows_in_every_view(desk: Browser, story: str) -> None:
    row = first(desk)
    assert row.who[0].name == "Mara Tolling"
    done = desk.submit(
        f"/row/{row.id}", form=form_of("correct"), who="Joss Harrow", why="ask the photographer"
    )
    assert done.status_code == 303
    page = desk.text(f"/row/{row.id}")
    assert "speaker read as Mara Tolling" in page
    assert "ask the photographer" in page
    assert "Joss Harrow" in page.split("Is this right?")[0]
    listed = desk.get(f"/story/{story}/statements.csv").text
    assert "speaker: Mara Tolling" in listed
    assert "corrected" in desk.text(f"/story/{story}/statements")
    assert row.words[0] in desk.get(f"/story/{story}/statements.csv?who=harrow").text


def test_a_correction_survives_a_rebuild(desk: Browser) -> None:
    row = first(desk)
    desk.submit(f"/row/{row.id}", form=form_of("correct"), who="Joss Harrow")
    expected = load(desk, row)
    with Ledger(desk.ledger) as ledger:
        ledger.rebuild(read=type(desk).read)
    assert load(desk, row) == expected


def test_all_fields_of_a_row_can_be_corrected(desk: Browser) -> None:
    row = first(desk, "figure")
    desk.submit(
        f"/row/{row.id}",
        form=form_of("correct"),
        bound="between",
        low="1,200",
        high="1,500",
        unit="boats",
        counted="boats waiting",
        earliest="2031-03-30",
        latest="2031-03-31",
        who="Ida Berg",
        named_kind="person",
    )
    record = load(desk, row).record  # type: ignore[attr-defined]
    assert (record.low, record.high, record.low_open) == (1200, 1500, False)
    assert (record.unit, record.counted) == ("boats", "boats waiting")
    assert load(desk, row).who[0].name == "Ida Berg"
    assert str(record.as_of.latest) == "2031-03-31"


def test_leaving_a_form_as_it_is_corrects_nothing(desk: Browser) -> None:
    for kind in ("statement", "act", "figure"):
        row = first(desk, kind)
        done = desk.submit(f"/row/{row.id}", form=form_of("correct"))
        assert done.status_code == 422, kind
        assert "says already" in done.text
        assert load(desk, row) == row


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"low": "many"}, 422),
        ({"low": ""}, 422),
        ({"earliest": "yesterday"}, 422),
        ({"earliest": "2031-04-02", "latest": "2031-04-01"}, 422),
        ({"bound": "roughly"}, 400),
        ({"named_kind": "ghost"}, 400),
        ({"do": "burn"}, 400),
        ({"row": "f0"}, 404),
        ({"seen": "d0"}, 409),
    ],
)
def test_forms_that_mean_nothing_change_nothing(
    desk: Browser, fields: dict[str, str], status: int
) -> None:
    row = first(desk, "figure")
    done = desk.submit(f"/row/{row.id}", form=form_of("correct"), **fields)
    assert done.status_code == status
    assert load(desk, row) == row


def test_what_somebody_else_decided_meanwhile_is_noticed(desk: Browser) -> None:
    row = first(desk)
    form = desk.page(f"/row/{row.id}").xpath(form_of("accept"))[0]
    stale = dict(form.form_values())
    desk.submit(f"/row/{row.id}", form=form_of("reject"))
    done = desk.post("/decide", stale)
    assert done.status_code == 409
    assert load(desk, row).review == "rejected"


def test_reports_can_be_parted_and_tied_again(desk: Browser) -> None:
    row = first(desk)
    assert row.account
    with Ledger(desk.ledger) as ledger:
        reports = len(ledger.account(row.account).rows)
    desk.submit(f"/row/{row.id}", form=form_of("not same event"))
    parted = load(desk, row)
    assert parted.account is None or parted.counts != row.counts
    with Ledger(desk.ledger) as ledger:
        [decision] = ledger.decided()
        other = decision.other if decision.row == row.id else decision.row
    done = desk.submit(
        f"/row/{row.id}", form=form_of("same event"), other=f"http://127.0.0.1:8765/row/{other}"
    )
    assert done.status_code == 303
    tied = load(desk, row)
    with Ledger(desk.ledger) as ledger:
        assert tied.account
        assert len(ledger.account(tied.account).rows) == reports


def test_two_names_are_merged_after_a_look_at_both_and_parted_again(desk: Browser) -> None:
    row = first(desk)
    page = desk.page(f"/row/{row.id}")
    [link] = page.xpath("//a[starts-with(@href, '/people?')][contains(., 'Mara Tolling')]/@href")
    [choice] = desk.page(f"{link}&q=harrow").xpath("//a[contains(., 'Joss Harrow')]/@href")
    both = desk.text(choice)
    assert both.count("“The lock stays shut until the wages") == 1  # and not once a copy
    assert "Mara Tolling" in both
    assert "Joss Harrow" in both
    assert "row" in both
    done = desk.submit(choice, form="//form[@action='/decide']", do="same person",
                       name="Joss Harrow")  # fmt: skip
    assert done.status_code == 303
    merged = load(desk, row)
    assert (merged.who[0].name, merged.who[0].named) == ("Joss Harrow", "Mara Tolling")
    page = desk.text(f"/row/{row.id}")
    assert "here named Mara Tolling" in page
    desk.submit(done.headers["location"], form=form_of("undo"))
    assert load(desk, row) == row
    with Ledger(desk.ledger) as ledger:
        ledger.rebuild(read=type(desk).read)
    assert load(desk, row).who == row.who


def test_the_queue_goes_on_to_the_next_row(desk: Browser) -> None:
    with Ledger(desk.ledger) as ledger:
        due = [each.row for each in ledger.due()]
    page = desk.page("/review")
    assert page.xpath("//form//input[@name='row']/@value")[0] == due[0]
    [after] = page.xpath("//a[@rel='next']/@href")
    assert desk.page(after).xpath("//form//input[@name='row']/@value")[0] == due[1]
    done = desk.submit("/review", form=form_of("accept"))
    again = desk.page(done.headers["location"])
    assert again.xpath("//form[not(.//*[@value='undo'])]//input[@name='row']/@value")[0] == due[1]
    assert again.xpath(form_of("undo"))


def test_every_row_can_be_judged_to_the_end(desk: Browser) -> None:
    for _ in range(20):
        if not desk.page("/review?kind=act").xpath(form_of("accept")):
            break
        desk.submit("/review?kind=act", form=form_of("accept"))
    assert "Nothing that fits is waiting" in desk.text("/review?kind=act")


def test_a_sample_says_how_right_it_is(desk: Browser) -> None:
    path = "/review/sample?kind=statement&size=25&seed=one"
    assert "95 % interval" not in desk.text(path)
    desk.submit(path, form=form_of("accept"))
    desk.submit(path, form=form_of("reject"))
    text = desk.text(path)
    assert "50.0 % right, 95 % interval 9.5–90.5 %" in text
    assert "Of 2 statements drawn at random (seed one)" in text


def test_history_shows_who_when_before_and_after(desk: Browser) -> None:
    desk.post("/sign", {"who": "Ana  Óvári", "then": "/review/history"})
    row = first(desk)
    desk.submit(f"/row/{row.id}", form=form_of("correct"), who="Joss Harrow")
    entry = desk.page("/review/history").xpath("//ol[contains(@class, 'history')]/li")[0]
    text = " ".join(entry.text_content().split())
    assert "Corrected by Ana Óvári" in text
    assert "UTC" in text
    assert "speaker: Mara Tolling Joss Harrow" in text
    assert "Ana Óvári" in desk.get("/review/history.csv").text


def test_what_no_longer_applies_is_shown(desk: Browser) -> None:
    row = first(desk)
    desk.submit(f"/row/{row.id}", form=form_of("accept"))
    assert "Every decision applies" in desk.text("/review/history?lost=1")
    with Ledger(desk.ledger) as ledger:
        ledger.remove(row.article, who="ana")
    text = desk.text("/review/history?lost=1")
    assert "Does not apply any more" in text
    assert row.words[0] in text


def test_a_published_date_is_pinned(desk: Browser) -> None:
    row = first(desk)
    fields = {
        "do": "pin", "article": row.article, "earliest": "2031-03-01", "latest": "2031-03-03",
        "then": f"/article/{row.article}",
    }  # fmt: skip
    done = desk.post("/decide", fields)
    assert done.status_code == 303
    published = load(desk, row).published
    assert (str(published.earliest), str(published.latest)) == ("2031-03-01", "2031-03-03")


def test_only_addresses_of_ours_are_gone_back_to(desk: Browser) -> None:
    for then in ("//evil.example", "https://evil.example", "/\\evil.example", ""):
        done = desk.post("/sign", {"who": "ana", "then": then})
        assert done.headers["location"] == "/review", then


def test_rejected_rows_can_be_found_and_taken_back(desk: Browser) -> None:
    row = first(desk)
    desk.submit(f"/row/{row.id}", form=form_of("reject"))
    [rejected] = desk.page("/review/rejected").xpath("//main//a[starts-with(@href, '/row/')]")
    link = rejected.get("href")
    assert link == f"/row/{row.id}"
    desk.submit(link, form=form_of("undo"))
    assert "No row has been rejected" in desk.text("/review/rejected")


def test_a_rejected_act_is_shown_in_its_sentence(desk: Browser) -> None:
    with Ledger(desk.ledger) as ledger:
        act = next(row for row in ledger.acts() if row.words == ("shut the Great Lock",))
    desk.submit(f"/row/{act.id}", form=form_of("reject"))
    for path in ("/review/rejected", "/review/history"):
        [link] = desk.page(path).xpath(f"//main//a[@href='/row/{act.id}']")
        assert link.text_content() == "Keepers shut the Great Lock"


def test_pages_of_another_reviewer_are_not_taken_from_memory(desk: Browser) -> None:
    before = desk.get("/review").headers["etag"]
    desk.post("/sign", {"who": "bea", "then": "/review"})
    assert desk.get("/review", if_none_match=before).status_code == 200


def test_hostile_words_stay_words_in_forms(hostile: Browser) -> None:
    with Ledger(hostile.ledger) as ledger:
        row = next(ledger.figures())
    page = html.document_fromstring(hostile.get("/review?kind=figure").content)
    assert not page.xpath("//img | //*[@onerror] | //*[@onload]")
    assert not html.document_fromstring(hostile.get(f"/row/{row.id}").content).xpath("//img")


def test_decisions_wait_for_their_turn(desk: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    from onrecord.ledger.locking import hold_lock
    from onrecord.web import posting

    monkeypatch.setattr(posting, "PATIENCE", 0.2)
    row = first(desk)
    with hold_lock(Path(desk.ledger)):
        done = desk.submit(f"/row/{row.id}", form=form_of("accept"))
    assert done.status_code == 409
    assert load(desk, row).review is None


def test_what_comes_next_says_who_does_what(browser: Browser) -> None:
    due = [
        " ".join(each.text_content().split())
        for each in browser.page("/review").xpath("//ol[@class='due']/li/a")
    ]
    assert any("Mara Tolling COERCE: Keepers shut the Great Lock" in each for each in due)


def test_history_names_the_article_that_was_removed(desk: Browser) -> None:
    article = first(desk).article
    with Ledger(desk.ledger) as ledger:
        ledger.remove(article, who="ana")
    page = desk.page("/review/history")
    assert article in page.find_class("history")[0].text_content()
    assert re.search(r"by ana \d+ \w{3} \d{4}, \d\d:\d\d UTC", desk.text("/review/history"))
