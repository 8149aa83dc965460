"""Where contents of the trained reader start and end."""

from dataclasses import replace

import pytest
from tests.statements.reading import attribute, place, quote, read

from onrecord.records import Actor, Span


@pytest.mark.parametrize(
    ("text", "source", "contents"),
    [
        ("Deputy Mayor Ode Baru said the guild wanted peace, but warned against a new shaft.",
         "Deputy", ["the guild wanted peace", "a new shaft"]),
        ("Deputy Mayor Ode Baru said the guild wanted peace and warned against a new shaft.",
         "Deputy Mayor Ode Baru", ["the guild wanted peace", "a new shaft"]),
        ("Deputy Mayor Ode Baru said the guild wanted peace, but warned against a new shaft.",
         None, ["the guild wanted peace", "a new shaft"]),
    ],
)  # fmt: skip
def test_two_verbs_of_one_speaker_have_a_content_each(
    text: str, source: str | None, contents: list[str]
) -> None:
    whole = text[text.index("the guild") : -1]
    outer = attribute(text, "said", "Deputy Mayor Ode Baru", whole)
    inner = attribute(text, "warned against", source, "a new shaft")
    found = read(text, outer, inner)
    assert [quote(text, each) for each in found] == [[content] for content in contents]
    assert {each.source for each in found} == {place(text, "Deputy Mayor Ode Baru")}
    assert all(each.within is None for each in found)


def test_a_second_verb_has_the_tense_of_its_first() -> None:
    text = "The letter shows that Ode Baru declined to pay, and rejected an offer of crews."
    shows = attribute(text, "shows", "The letter", "that Ode Baru declined to pay")
    declined = attribute(text, "declined", "Ode Baru", "to pay")
    rejected = attribute(text, "rejected", None, "an offer of crews")
    assert read(text, shows, declined, rejected)[-1].source == place(text, "Ode Baru")


def test_a_verb_of_another_speaker_stays_inside() -> None:
    text = "Ode Baru said the guild had met and warned against a new shaft."
    outer = attribute(text, "said", "Ode Baru", "the guild had met and warned against a new shaft")
    inner = attribute(text, "warned against", "the guild", "a new shaft")
    first, second = read(text, outer, inner)
    assert (second.within, quote(text, first)[0][-5:]) == (first.id, "shaft")


def test_the_next_speakers_clause_is_no_part_of_what_was_said() -> None:
    text = "Ode Baru said the guild was late, but Oslo Mayor Ida Lind called it “a scandal”."
    said = attribute(text, "said", "Ode Baru", "the guild was late, but Oslo")
    for source in ("Oslo Mayor Ida Lind", "Mayor Ida Lind"):
        called = attribute(text, "called", source, "it “a scandal”")
        first, _ = read(text, said, called)
        assert quote(text, first) == ["the guild was late"]


@pytest.mark.parametrize(
    ("text", "cut", "whole"),
    [
        ("Ode Baru said it was the result of a storm, which passed.", "it was the result of",
         "it was the result of a storm"),
        ("Ode Baru said the guild is not as strong as it once was.",
         "the guild is not as strong as it once was", "the guild is not as strong as it once was"),
        ("Ode Baru said the guild left the U.S. in May.", "the guild left the U",
         "the guild left the U.S."),
        ("Ode Baru said the guild met Amb. Lind in Oru.", "the guild met Amb.",
         "the guild met Amb. Lind in Oru"),
        ("It was an answer to the, Ode Baru said.", "It was an answer to the", "It was an answer"),
        ("Ode Baru said it was “a storm” after the shaft fell, and left.", "it was “a storm” after",
         "it was “a storm” after the shaft fell"),
    ],
)  # fmt: skip
def test_contents_end_with_their_phrase(text: str, cut: str, whole: str) -> None:
    [statement] = read(text, attribute(text, "said", "Ode Baru", cut))
    assert quote(text, statement) == [whole]


@pytest.mark.parametrize(
    ("content", "cut"),
    [
        ("it limits the mayor’s power in Oru", "it limits the mayor’s"),
        (
            "it broke the Oru pact, a national effort to end strikes",
            "it broke the Oru pact, a national",
        ),
        ("it came from Baru, who has left the port", "it came from Baru, who has"),
        ("it was an error that may have hurt them", "it was an error that"),
        ("it was worse than any winter before", "it was worse than"),
    ],
)
def test_a_clause_that_is_cut_off_goes_on_to_its_end(content: str, cut: str) -> None:
    text = f"The guild said {content}."
    [statement] = read(text, attribute(text, "said", "The guild", cut))
    assert quote(text, statement) == [content]


def test_a_clause_that_ends_in_a_verb_is_whole() -> None:
    text = "The guild said it paid more than he has, and left."
    [statement] = read(text, attribute(text, "said", "The guild", "it paid more than he has"))
    assert quote(text, statement) == ["it paid more than he has"]


@pytest.mark.parametrize("lead", ["But", "For", "Meanwhile"])
def test_a_word_that_leads_over_is_no_content(lead: str) -> None:
    text = f"{lead}, the guild said, it was late."
    [statement] = read(text, attribute(text, "said", "the guild", lead, "it was late"))
    assert quote(text, statement) == ["it was late"]


def test_a_piece_of_another_sentence_is_no_content() -> None:
    text = "The guild then learnt of the storm. It was late, the guild said."
    found = attribute(text, "said", "the guild", "The guild", "It was late")
    [statement] = read(text, found)
    assert quote(text, statement) == ["It was late"]
    text = "The port was shut. It was late, the guild said."
    found = attribute(text, "said", "the guild", "The port was shut", "It was late")
    [statement] = read(text, found)
    assert quote(text, statement) == ["The port was shut", "It was late"]


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("The port was shut, ", "The port was shut, the road was open"),
        ("But as a result of it, ", "as a result of it, the road was open"),
        ("Crews laughed: ", "the road was open"),
    ],
)
def test_a_sentence_that_ends_with_its_source_is_told_from_its_start(
    before: str, told: str
) -> None:
    text = f"{before}the road was open, Ode Baru said."
    [statement] = read(text, attribute(text, "said", "Ode Baru", "the road was open"))
    assert quote(text, statement) == [told]


def test_what_another_says_before_is_not_told_too() -> None:
    text = "Kenya denied it, the road was open, Ode Baru said."
    denied = attribute(text, "denied", "Kenya", "it")
    said = attribute(text, "said", "Ode Baru", "the road was open")
    assert quote(text, read(text, denied, said)[-1]) == ["the road was open"]


@pytest.mark.parametrize(
    ("text", "content", "whole"),
    [
        ("The guild refused the offer early on Friday, and left.", "the offer early on",
         "the offer"),
        ("The guild praised the crews’ work in May.", "the crews’ work in", "the crews’ work"),
        ("The guild said that the mine was shut in 2019.", "that the mine was shut in",
         "that the mine was shut in 2019"),
        ("The guild said that the mine was shut last Friday morning, again.",
         "that the mine was shut last", "that the mine was shut last Friday morning"),
        ("The guild praised the crews on board.", "the crews on", "the crews on board"),
        ("The guild feared the mayor’s power grab.", "the mayor’s power", "the mayor’s power grab"),
        ("The guild praised the crews today.", "the crews", "the crews"),
    ],
)  # fmt: skip
def test_no_content_ends_in_the_middle_of_a_time(text: str, content: str, whole: str) -> None:
    cue = text.split()[2]
    [statement] = read(text, attribute(text, cue, "The guild", content))
    assert quote(text, statement) == [whole]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Oslo’s promise that rents would fall won votes.", "that rents would fall"),
        ("Oslo’s promise that rents would fall if he won came late.",
         "that rents would fall if he won"),
        ("Oslo’s promise that a tax-funded aid would come if he won.",
         "that a tax-funded aid would come if he won"),
        ("Oslo’s promise that rents would fall was kept.", "that rents would fall"),
        ("Ode Baru kept Oslo’s promise that rents would fall and wages rose.",
         "that rents would fall and wages rose"),
    ],
)  # fmt: skip
def test_what_the_sentence_tells_of_a_promise_is_not_promised(text: str, whole: str) -> None:
    content = text[text.index("that") : -1] if "kept." not in text else whole
    [statement] = read(text, attribute(text, "promise", "Oslo’s", content))
    assert quote(text, statement) == [whole]


@pytest.mark.parametrize(
    ("text", "cue", "content", "left"),
    [
        (
            "Baru denied the charges and would appeal.",
            "denied",
            "the charges and would appeal",
            "the charges",
        ),
        (
            "Baru told Norland to leave by May and signed a pact.",
            "told",
            "to leave by May and signed a pact",
            "to leave by May",
        ),
        (
            "Baru urged them to free jailed and wounded crews.",
            "urged",
            "to free jailed and wounded crews",
            "to free jailed and wounded crews",
        ),
        (
            "Baru denied that he lied and would stay.",
            "denied",
            "that he lied and would stay",
            "that he lied and would stay",
        ),
        (
            "Baru said the port was shut and would stay so.",
            "said",
            "the port was shut and would stay so",
            "the port was shut and would stay so",
        ),
    ],
)
def test_what_the_subject_does_besides_is_not_said(
    text: str, cue: str, content: str, left: str
) -> None:
    [statement] = read(text, attribute(text, cue, "Baru", content))
    assert quote(text, statement) == [left]


def test_a_deadline_goes_with_what_is_due() -> None:
    text = "Kenya has demanded that Peru withdraw 12 envoys by Friday, Norwire reported."
    found = attribute(text, "has demanded", "Kenya", "that Peru withdraw 12 envoys by")
    [statement] = read(text, found)
    assert quote(text, statement) == ["that Peru withdraw 12 envoys by Friday"]


def test_what_is_said_of_a_noun_leaves_its_time_to_the_verb() -> None:
    text = "Kenya accepted the offer late on Friday, Norwire reported."
    found = attribute(text, "accepted", "Kenya", "the offer late on")
    [statement] = read(text, found)
    assert quote(text, statement) == ["the offer"]


@pytest.mark.parametrize(
    ("behind", "pieces"),
    [
        ("and that the ships had left", 2),
        ("and that made Oru angry", 1),
        ("and the ships had left", 1),
    ],
)
def test_a_second_that_goes_on_behind_who_passes_it_on(behind: str, pieces: int) -> None:
    text = f"Berg said that the port was shut, Lund told Norwire, {behind}."
    said = attribute(text, "said", "Berg", "that the port was shut")
    told = replace(attribute(text, "told", "Lund", "Berg said that the port was shut"), relay=True)
    found = next(row for row in read(text, said, told) if row.source == place(text, "Berg"))
    assert len(found.content) == pieces


@pytest.mark.parametrize(
    ("text", "cue", "source", "contents", "whole"),
    [
        ("Kenya was blamed, an insult Peru dismissed as baseless.", "dismissed as", "Peru",
         ("an", "baseless"), ["an insult", "baseless"]),
        ("Lund saw the head that Ms Berg said was a fake.", "said", "Ms Berg",
         ("the", "that", "was a fake"), ["the head", "was a fake"]),
        ("The talks, Ms Berg said, were late.", "said", "Ms Berg",
         ("The talks", "were late"), ["The talks", "were late"]),
    ],
)  # fmt: skip
def test_an_article_has_its_noun(
    text: str, cue: str, source: str, contents: tuple[str, ...], whole: list[str]
) -> None:
    found = attribute(text, cue, source, contents[-1])
    first = text.index(f" {contents[0]} ") + 1 if f" {contents[0]} " in text else 0
    places = [Span(first, first + len(contents[0])), *(place(text, each) for each in contents[1:])]
    [statement] = read(text, replace(found, content=tuple(places)))
    assert quote(text, statement) == whole


def test_a_clause_that_a_noun_tells_ends_before_the_verb_behind_it() -> None:
    text = "Ida Berg’s claim that the mine will stay may please the guild."
    [statement] = read(text, attribute(text, "claim", "Ida Berg’s", "that the mine will stay may"))
    assert quote(text, statement) == ["that the mine will stay"]


@pytest.mark.parametrize(
    ("content", "whole"),
    [
        ("that left 26 dead and 20", "that left 26 dead and 20 wounded"),
        ("to drop the ban, which", "to drop the ban"),
        ("it had failed the crews, thus", "it had failed the crews"),
    ],
)
def test_a_content_ends_before_what_leads_on(content: str, whole: str) -> None:
    rest = {"20": " wounded.", "which": " she said would fail.", "thus": " adding to it."}
    text = f"The guild said {content}{rest[content.split()[-1]]}"
    [found] = read(text, attribute(text, "said", "The guild", content))
    assert quote(text, found) == [whole]


def test_a_second_verb_is_that_of_the_name_before_an_apposition() -> None:
    text = "Ida Berg, Lund’s former aide, threatened the guild and warned the crews of theft."
    threatened = attribute(text, "threatened", "Ida Berg, Lund’s former aide,", "the guild")
    warned = attribute(text, "warned", "Lund’s former aide,", "of theft")
    first, second = read(text, threatened, warned)
    assert first.source == second.source == place(text, "Ida Berg, Lund’s former aide,")


def test_a_second_verb_may_stand_behind_where_it_was_said() -> None:
    text = "Ode Baru called it “a lie,” and in two long interviews accused the guild of theft."
    called = attribute(text, "called", "Ode Baru", "it “a lie,”")
    accused = attribute(text, "accused", None, "the guild of theft")
    assert read(text, called, accused)[-1].source == place(text, "Ode Baru")


def test_a_content_ends_before_the_next_participle() -> None:
    text = "The guild blamed “the lapdogs of the town,” referring to the crews."
    blamed = attribute(text, "blamed", "The guild", "“the lapdogs of the town,” referring")
    [found] = read(text, blamed)
    assert quote(text, found) == ["“the lapdogs of the town,”"]


def test_in_what_somebody_denies_it_is_not_denied() -> None:
    text = "Ode Baru denied the charges in a letter to the paper."
    denied = attribute(text, "denied", "Ode Baru", "the charges in a letter to the paper")
    [found] = read(text, denied)
    assert quote(text, found) == ["the charges"]


def test_no_mark_closes_a_content_that_none_opens() -> None:
    text = "It “calls upon crews to leave the port of Oru” at once."
    calls = attribute(text, "calls upon", "It", "to leave the port of Oru”")
    [found] = read(text, calls)
    assert quote(text, found) == ["to leave the port of Oru"]


@pytest.mark.parametrize(("stop", "source"), [("", "Baru"), (".", None)])
def test_a_headline_goes_on_behind_a_comma(stop: str, source: str | None) -> None:
    text = f"Baru denies the theft, calls the report a lie{stop}\n\nThe mayor left."
    denies = attribute(text, "denies", "Baru", "the theft")
    calls = attribute(text, "calls", None, "the report a lie")
    found = read(text, denies, calls)[-1].source
    assert found == (None if source is None else place(text, source))


def test_a_content_may_stand_behind_a_break() -> None:
    text = "Ode Baru said that\n\nthe port was shut. It rained."
    [found] = read(text, attribute(text, "said", "Ode Baru", "that"))
    assert quote(text, found) == ["the port was shut"]


def test_what_somebody_does_meanwhile_is_not_said() -> None:
    text = "Ode Baru admitted that he was tired, even as he defended the deal."
    admitted = attribute(text, "admitted", "Ode Baru", text[text.index("that") : -1])
    [found] = read(text, admitted)
    assert quote(text, found) == ["that he was tired"]


def test_who_disputes_what_another_said_goes_on() -> None:
    text = "Crews say it leaks, though the port, a town, disputes that and says it holds."
    disputes = replace(attribute(text, "disputes", "the port, a town,", "that"), act="dispute")
    says = attribute(text, "says", None, "it holds")
    crews = attribute(text, "say", "Crews", "it leaks")
    *_, last = read(text, crews, disputes, says)
    assert last.source == place(text, "the port, a town,")


def test_a_content_does_not_end_inside_a_name() -> None:
    text = "The clerk said the vote fell to Ode Baru, who was ill."
    baru = Actor(id="a1", name="Ode Baru", kind="person", mentions=(place(text, "Ode Baru"),))
    cut = attribute(text, "said", "The clerk", "the vote fell to Ode")
    [found] = read(text, cut, actors=(baru,))
    assert quote(text, found) == ["the vote fell to Ode Baru"]
