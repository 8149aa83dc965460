from typing import Any, get_args

from onrecord.records import ActType, SpeechAct
from onrecord.web.meanings import ACT_TYPE_MEANINGS, SPEECH_ACT_MEANINGS

Browser = Any  # of conftest.py, which cannot be imported


def test_each_act_has_a_meaning_in_the_order_of_the_records() -> None:
    assert tuple(ACT_TYPE_MEANINGS) == get_args(ActType)
    assert tuple(SPEECH_ACT_MEANINGS) == get_args(SpeechAct)


def test_an_act_in_a_list_says_what_it_means(browser: Browser, story: str) -> None:
    page = browser.page(f"/story/{story}/acts")
    assert page.xpath("//span[@class='does'][.='COERCE']/@title")[0].startswith("seizes, bans")


def test_about_page_says_what_each_act_means(browser: Browser) -> None:
    text = browser.text("/about")
    for meaning in (*ACT_TYPE_MEANINGS.values(), *SPEECH_ACT_MEANINGS.values()):
        assert meaning in text
