"""A small ledger of a strike, its pages in a test client, and one in which all is hostile."""

import re
import shutil
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from httpx import Response
from lxml import html  # type: ignore[import-untyped]

from onrecord.ids import hash_id, row_id
from onrecord.ledger import Filter, Ledger
from onrecord.pages import Unreadable
from onrecord.records import (
    Act,
    Actor,
    Article,
    Figure,
    Page,
    Published,
    Reading,
    Removed,
    Span,
    Statement,
    When,
    Witness,
)
from onrecord.web import make_app

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # the client would rather have a newer httpx
    from starlette.testclient import TestClient

PORT = 8765
WIRE = (
    "PORT ORREL (Delta Wire) – Keepers shut the Great Lock of Port Orrel on Tuesday and refused to"
    " let the grain convoy of the Inland League pass.\n\n“The lock stays shut until the wages of"
    " last winter are paid,” said Mara Tolling, who leads the keepers.\n\nMore than 300 barges were"
    " waiting below the lock by Tuesday evening, the harbour office said.\n\nThe Inland League"
    " blocked the tow path in return. “If they shut the river, we shall shut the road,” said Joss"
    " Harrow, its president."
)
OWN = (
    "Mara Tolling sat on the gate of the Great Lock on Tuesday with a thermos and a key.\n\n“The"
    " lock stays shut until the wages of last winter are paid,” said Mara Tolling, and the keepers"
    " at Port Orrel cheered.\n\nFewer than 200 barges were waiting below the lock by Tuesday"
    " evening, by our count.\n\nThe Inland League, whose grain convoy has to pass, called the"
    " strike a robbery."
)
PAGES = {
    "gull": ("Gull Post", "Keepers shut the Great Lock", WIRE),
    "reed": ("Reed Gazette", "Great Lock shut, barges wait", WIRE.rsplit("\n\n", 1)[0]),
    "canal": ("Canal Times", "A key, a thermos and a closed lock", OWN),
}
DAY = date(2031, 4, 1)
PEOPLE = {"Mara Tolling": "leader of the keepers", "Joss Harrow": "president"}
_QUOTATION = re.compile(r"“([^”]+)”")
_BARGES = re.compile(r"(More|Fewer) than (\d+) barges")

Change = Callable[[Reading], Reading]


def read_page(page: Page, outlet: str, headline: str) -> Reading:
    """Return the reading of a page by the plainest of rules."""
    text = f"{headline}\n\n{page.content}"
    actors = tuple(
        Actor(id=hash_id("a", page.id, name), name=name, kind="person", role=role)
        for name, role in PEOPLE.items()
    )
    wire = "Delta Wire" in text
    on = When(earliest=DAY, latest=DAY, certainty="exact", anchor="published")
    return Reading(
        version="1+plain",
        origin=page.origin,
        article=Article(
            id=page.id,
            text=text,
            body=Span(len(headline) + 2, len(text)),
            headline=headline,
            outlet=outlet,
            agency="Delta Wire" if wire else None,
            url=f"https://{outlet.split()[0].lower()}.example/lock",
            language="en",
            published=Published(
                earliest=DAY,
                latest=DAY,
                certainty="exact",
                witnesses=(Witness(kind="meta", words="2031-04-01", earliest=DAY, latest=DAY),),
                conflicts=("The stamp says Wednesday, and the text Tuesday.",),
            ),
            removed=(Removed(words="Share this story", reason="share prompt"),),
        ),
        actors=actors,
        statements=tuple(_find_statements(page.id, text, actors, on)),
        acts=tuple(_find_acts(page.id, text, actors, on)),
        figures=tuple(_find_figures(page.id, text, on)),
    )


def _find_statements(
    article: str, text: str, actors: tuple[Actor, ...], on: When
) -> Iterator[Statement]:
    for match in _QUOTATION.finditer(text):
        span = Span(*match.span(1))
        condition = text.find("If they shut the river", *span)
        yield Statement(
            id=row_id("s", article, span),
            kind="direct",
            content=(span,),
            speaker=actors[0 if "lock stays" in match[1] else 1].id,
            act="demand" if "until" in match[1] else "threaten",
            condition=Span(condition, condition + 22) if condition >= 0 else None,
            when=on,
            certainty="clear",
        )


def _find_acts(article: str, text: str, actors: tuple[Actor, ...], on: When) -> Iterator[Act]:
    for match in re.finditer("shut the Great Lock|blocked", text):
        span = Span(*match.span())
        yield Act(
            id=row_id("e", article, span),
            trigger=span,
            type="COERCE",
            actors=(actors[0].id,),
            recipients=(actors[1].id,),
            when=on,
            certainty="likely",
        )


def _find_figures(article: str, text: str, on: When) -> Iterator[Figure]:
    for match in _BARGES.finditer(text):
        span, value, more = Span(*match.span()), float(match[2]), match[1] == "More"
        yield Figure(
            id=row_id("f", article, span),
            span=span,
            words=match[0],
            low=value if more else None,
            high=None if more else value,
            low_open=more,
            high_open=not more,
            bound=f"{match[1]} than",
            unit="barges",
            counted="barges waiting",
            place="Port Orrel",
            as_of=on,
        )


def reader_of(
    pages: Mapping[str, tuple[str, str, str]], change: Change = lambda reading: reading
) -> Callable[[Iterable[Page | Unreadable]], Iterator[Reading]]:
    def read(found: Iterable[Page | Unreadable]) -> Iterator[Reading]:
        for page in found:
            assert isinstance(page, Page)
            outlet, headline, _ = pages[Path(page.origin).stem]
            reading = read_page(page, outlet, headline)
            if page.published:  # as people have stated it
                first, _, last = page.published.partition("/")
                days = date.fromisoformat(first), date.fromisoformat(last or first)
                assert reading.article is not None
                published = Published(earliest=days[0], latest=days[1], certainty="bounded")
                reading = replace(reading, article=replace(reading.article, published=published))
            yield change(reading)

    return read


def build_ledger(
    folder: Path,
    pages: Mapping[str, tuple[str, str, str]] = PAGES,
    change: Change = lambda reading: reading,
) -> Path:
    """Write `pages` as files, read them into a new ledger, and return its folder."""
    saved = folder / "saved"
    saved.mkdir(parents=True)
    for name, (_, _, text) in pages.items():
        (saved / f"{name}.txt").write_text(text, encoding="utf-8")

    with Ledger(folder / "ledger", create=True) as ledger:
        ledger.add([str(saved)], read=reader_of(pages, change))
    return folder / "ledger"


class Browser:
    """Asks for pages and parses them."""

    read = staticmethod(reader_of(PAGES))

    def __init__(self, ledger: Path, **options: Any) -> None:
        self.ledger = ledger
        self.client = TestClient(
            make_app(ledger, port=PORT, **options),
            base_url=f"http://127.0.0.1:{PORT}",
            raise_server_exceptions=False,
            follow_redirects=False,
        )

    def get(self, path: str, **headers: str) -> Response:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        response: Response = self.client.get(path, headers=named)
        return response

    def post(self, path: str, fields: Mapping[str, str], **headers: str) -> Response:
        """Send a form of a page of ours; what it needs beside is put in where it is missing."""
        found = self.page("/review/history").xpath("//input[@name='token']/@value")[0]
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        response: Response = self.client.post(
            path,
            data={"token": found, **fields},
            headers={"origin": f"http://127.0.0.1:{PORT}", **named},
        )
        return response

    def submit(self, path: str, *, form: str, **fields: str) -> Response:
        """Send the first form of a page that the path `form` finds, as a person fills it in."""
        element = self.page(path).xpath(form)[0]
        values = dict(element.form_values())
        response: Response = self.client.post(
            element.action,
            data={**values, **fields},
            headers={"origin": f"http://127.0.0.1:{PORT}"},
        )
        return response

    def send(self, path: str, **given: Any) -> Response:
        """Send what a page of the server itself sends, with any body."""
        headers = {"origin": f"http://127.0.0.1:{PORT}", "sec-fetch-site": "same-origin"}
        headers |= given.pop("headers", {})
        response: Response = self.client.post(path, headers=headers, **given)
        return response

    def page(self, path: str) -> html.HtmlElement:
        response = self.get(path)
        assert response.status_code == 200, (path, response.text[:500])
        return html.document_fromstring(response.content)

    def text(self, path: str) -> str:
        return " ".join(" ".join(self.page(path).xpath("//body//text()")).split())

    def crawl(self, start: str = "/") -> dict[str, Response]:
        """Return every page that links lead to, by its path."""
        found: dict[str, Response] = {}
        waiting = [start]
        while waiting:
            path = waiting.pop()
            if path in found:
                continue
            response = found[path] = self.get(path)
            if response.headers["content-type"].startswith("text/html"):
                page = html.document_fromstring(response.content)
                addresses = page.xpath("//@href | //@src | //form[@method='get']/@action")
                waiting += [a.split("#")[0] for a in addresses if a.startswith("/")]
        return found


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Browser:
    return Browser(build_ledger(tmp_path_factory.mktemp("strike")))


@pytest.fixture
def desk(browser: Browser, tmp_path: Path) -> Browser:
    """The same ledger, to decide about."""
    shutil.copytree(browser.ledger, tmp_path / "ledger")
    return Browser(tmp_path / "ledger", read=reader_of(PAGES))


@pytest.fixture(scope="session")
def story(browser: Browser) -> str:
    with Ledger(browser.ledger) as ledger:
        return next(iter(ledger.stories(Filter(kind="saga")))).id


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Browser:
    folder = tmp_path_factory.mktemp("empty") / "ledger"
    Ledger(folder, create=True).close()
    return Browser(folder)


SCRIPT = "<script>alert(1)</script>"
HOSTILE = f"\"'><img src=x onerror=alert(1)>{SCRIPT}\u202egnp.exe\u2066\x1b[31m{{{{ 7*7 }}}}"


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Browser:
    """The same ledger, in which every name, id, address and quotation attacks the page."""

    def attack(reading: Reading) -> Reading:
        article = reading.article
        assert article is not None
        return replace(
            reading,
            article=replace(
                article,
                outlet=f"{article.outlet} {HOSTILE}",
                agency=HOSTILE,
                byline=HOSTILE,
                language='en" onload="alert(1)',
                url=f"javascript:alert('{article.id}')//{HOSTILE}",
                published=replace(article.published, conflicts=(HOSTILE,)),
                removed=(Removed(words=HOSTILE, reason=HOSTILE),),
            ),
            actors=tuple(
                replace(actor, name=f"{actor.name} {HOSTILE}", role=HOSTILE, state=HOSTILE)
                for actor in reading.actors
            ),
            statements=tuple(
                replace(statement, id=f'{statement.id}"><img src=x onerror=alert(1)>')
                for statement in reading.statements
            ),
            figures=tuple(
                replace(figure, counted=HOSTILE, bound=HOSTILE, unit=HOSTILE, hedge=HOSTILE)
                for figure in reading.figures
            ),
        )

    pages = {
        name: (outlet, f"{headline} {HOSTILE}", text.replace("winter", f"winter {HOSTILE}"))
        for name, (outlet, headline, text) in PAGES.items()
    }
    return Browser(build_ledger(tmp_path_factory.mktemp("hostile"), pages, attack))
