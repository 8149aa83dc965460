import pytest

from onrecord.articles.captions import is_caption
from onrecord.articles.drafts import Line
from onrecord.articles.furniture import (
    describe_furniture,
    mark_capitals,
    mark_links,
    name_furniture,
)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Share this article", "share prompt"),
        ("Facebook | X | WhatsApp", "share prompt"),
        ("Follow us on Telegram for more", "share prompt"),
        ("See also  Harbour board meets in Arden", "see also"),
        ("READ MORE: Why the ferries stopped", "see also"),
        ("SEE MORE: Why the ferries stopped", "see also"),
        ("CLICK HERE TO READ MORE FROM THE KESH JOURNAL", "see also"),
        ("Most Popular", "see also"),
        ("Lire aussi : Le port ferme", "see also"),
        ("More:Ferries tied up for a second day", "see also"),
        ("More coverage of the ferry strike:", "see also"),
        ("Ferries tied up for a second day in Arden Read more", "see also"),
        ("Play Video 0:52 Ferries collide off Arden – video", "recording"),
        ("Ferries collide off Arden Listen · 3:56 3:56", "recording"),
        (
            "JUST WATCHED Ferries collide Replay More Videos ... MUST WATCH Ferries 01:42",
            "recording",
        ),
        ("Tags Harbour Council Arden Ferries", "tag list"),
        ("Filed under: ferries, harbour, strikes", "tag list"),
        ("Leave a Reply", "comment prompt"),
        ("12 comments", "comment prompt"),
        ("Join the conversation", "comment prompt"),
        ("The Tide has closed its comment section, write to us instead.", "comment prompt"),
        ("Sign up for our daily newsletter", "newsletter prompt"),
        ("© 2031 The Tide Ltd. All rights reserved.", "copyright"),
        ("ADVERTISEMENT", "advertisement"),
        ("Also on The Tide: Why the ferries left the islands", "see also"),
        ("You are here: News / Islands", "breadcrumb"),
        ("News | Islands | Letters | Weather", "navigation"),
        ("We and our partners use cookies on your device. Accept all", "cookie notice"),
        ("Five stories from Arden before breakfast. Subscribe", "newsletter prompt"),
        ("Have your say: 8 readers discuss this story", "comment prompt"),
        ("You are receiving this email because you signed up for Tide News.", "newsletter prompt"),
        ("Unsubscribe from this list", "newsletter prompt"),
        ("View this email in your browser", "newsletter prompt"),
        ("To continue reading this article, subscribe now.", "subscription prompt"),
        ("Subscribe to read the full story", "subscription prompt"),
        ("This article is for subscribers only", "subscription prompt"),
        ("You’ve reached your limit of free articles.", "subscription prompt"),
        ("From 1 euro a month. Cancel any time.", "subscription prompt"),
        ("The post Ferries stop in Arden appeared first on The Tide.", "footer"),
        ("LENGTH: 412 words", "archive label"),
        ("Load-Date: January 4, 2031", "archive label"),
        ("SUBJECT: FERRIES (90%); STRIKES (85%)", "archive label"),
        ("Document TIDEAR0020310104en7900015", "archive label"),
        ("The Tide is a member of the Arden Press Council", "footer"),
        (
            "Your donation lets us keep reporting. We rely on readers, and there is no paywall.",
            "donation appeal",
        ),
    ],
)
def test_well_known_furniture_is_named(line: str, reason: str) -> None:
    assert name_furniture(line) == reason


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell in Arden after the vote.",
        "See also how the council voted in March, the mayor told reporters.",
        "Read more widely and you will find the figures, the minister said.",
        "MORE: The ferries are tied up — Ida Berg (@idaberg) May 3, 2031",
        "More: the minister called the strike “theft”, the union said.",
        "Tell the ferries to wait, he said, and read more.",
        "Tags were found on the nets, the coast guard said.",
        "Topics discussed included ferries and tariffs.",
        "Comments by the minister angered the union.",
        "Video shown by the union contradicts the harbour board.",
        "Subscribe is what the ministry would not do, she said of the loan.",
        "“No,” the mayor said.",
        "Also in Arden: two ferries collided on Monday.",
        "Have your say, the mayor told voters.",
        "Subscribe to the plan or leave, the minister told the islands.",
        "This message was sent to the harbour board on Monday.",
        "This article is for sale, the dealer said.",
        "“You can cancel any time,” he said.",
        "The post of harbour master first appeared on a list in May.",
        "Section 3: what the law says of ferries",
        "Document 14 names the owners of the ferry.",
        "The minister is a member of the Press Council, she said.",
        "The union made a donation to the families.",
        "",
    ],
)
def test_sentences_with_the_same_words_stay(line: str) -> None:
    assert name_furniture(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "A ferry leaves Arden on Monday (Mara Lind/AP)",
        "Soldiers on the quay (Ministry of Ports via Reuters)",
        "The minister in Arden. [File: Tom Ash/Reuters]",
        "PHOTO: The old harbour",
        "Mara Lind/AFP via Getty Images",
        "© AFP",
        "The quay at night (Mara Lind/Tide Pictures)",
        "The quay at night. Photo: Mara Lind",
        "The quay at night, courtesy of the Tide Museum",
        "The quay at night, via AFP",
        "The quay at night | Reuters",
        "The quay is seen at night, May 3, 2031. REUTERS/Mara Lind",
        "CLOSE Ferries collided off Arden. Video provided by the Tide",
    ],
)
def test_picture_credit_makes_a_caption(line: str) -> None:
    assert is_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "ARDEN (AP) – The ferries stopped on Monday.",
        "“We will not sign,” the minister said, via Reuters.",
        "The talks failed, according to a note seen by Reuters.",
        "He praised the treaty (signed in 1994).",
        "She sent the board a Photo of the quay at night.",
        "",
    ],
)
def test_named_agency_alone_is_no_caption(line: str) -> None:
    assert not is_caption(line)


def test_reason_by_place_tells_short_lines_from_long_ones() -> None:
    assert describe_furniture("World") == "navigation"
    assert describe_furniture("one two three four five six seven eight") == "furniture"


_STORY = ["The ferries stopped on Monday.", "The union wants more pay.", "Talks go on."]


def test_titles_in_capitals_inside_a_story_are_links_to_others() -> None:
    shouted = ["TALKS AGAIN", "“WE WILL NOT BE MOVED BY THEM.”"]
    texts = [
        "FERRIES STOP",
        _STORY[0],
        "UNION OF SAILORS SUES BOARD",
        *_STORY,
        *shouted,
        *_STORY * 2,
    ]
    reasons: list[str | None] = [None] * len(texts)
    in_body = [True] * len(texts)
    mark_capitals(texts, reasons, in_body, 1)
    assert [index for index, body in enumerate(in_body) if not body] == [2]
    assert reasons[2] == "related story"


def test_a_story_in_capitals_keeps_its_lines() -> None:
    texts = [_STORY[0], "THE FERRIES STOPPED ON MONDAY AND", "THE UNION WANTS MORE PAY NOW"]
    in_body = [True] * 3
    mark_capitals(texts, [None] * 3, in_body, 1)
    assert in_body == [True] * 3


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        (Line(text="Kesh shells three towns in Baru", tag="p", linked=True), False),
        (Line(text="Kesh shells three towns in Baru", tag="p"), True),
        (Line(text="Kesh shells three towns in Baru", tag="h2", linked=True), True),
        (Line(text="Kesh shelled three towns in Baru.", tag="p", linked=True), True),
        (Line(text="Shells on Baru", tag="p", linked=True), True),
    ],
)
def test_a_title_that_is_all_a_link_is_another_story(line: Line, stays: bool) -> None:
    lines = [Line(text=_STORY[0]), line, Line(text=_STORY[1])]
    in_body = [True] * 3
    mark_links(lines, [None] * 3, in_body, 1)
    assert in_body == [True, stays, True]
