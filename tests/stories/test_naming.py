from onrecord.stories.naming import name_saga
from onrecord.stories.sketch import Sketch
from onrecord.stories.terms import Vector, fold_word

HEADLINES = ("Twelve dead in Port Kesh fire", "Port Kesh depot burns", "Depot in Port Kesh shut")


def sketch(article: str, headline: str) -> Sketch:
    words = ("kesh", "port", "depot", "dead", "burns", "shut")
    body = Vector(terms=tuple(map(fold_word, words)), weights=(600, 500, 400, 300, 200, 100))
    return Sketch(article=article, headline=headline, body=body)


def test_words_of_one_name_stay_together() -> None:
    sketches = {f"p{n}": sketch(f"p{n}", line) for n, line in enumerate(HEADLINES)}
    assert name_saga(list(sketches), sketches).startswith("Port Kesh, ")


def test_words_that_stand_apart_are_parted() -> None:
    lines = ("Kesh shuts its port", "A port in Kesh burns")
    sketches = {f"p{n}": sketch(f"p{n}", line) for n, line in enumerate(lines)}
    assert name_saga(list(sketches), sketches) == "Kesh, port"
