"""Noor corrects what triage said, and Jas's own small model remembers it."""

import pytest

from toonbank.core.errors import BadInput
from toonbank.language.linear import Fitted, Linear, write
from toonbank.triage import triage
from toonbank.triage.learning import Correction, Own, learn
from toonbank.triage.weighing import Rules, scale

CORRECTIONS = [
    Correction("De Zutphense kaper is weer binnen!", "chat", "nl"),
    Correction("Kaper gespot bij jullie, prachtig", "chat", "nl"),
    Correction("Is de kaper al terug?", "question", "nl"),
]


@pytest.fixture(params=["model", "rules"])
def below(request):
    return scale() if request.param == "model" else Rules()


def test_a_correction_is_remembered(below):
    said = "Wanneer snapt iemand de grap van de draaideur?"
    wanted = "criticism"
    own = Own(below, Linear.read(write(learn([Correction(said, wanted, "nl")] * 3, below))))
    assert triage(said, "nl", by=below).kind != wanted
    assert triage(said, "nl", by=own).kind == wanted


def test_a_correction_that_calls_something_grave_raises_its_score(below):
    said = "De draaideur doet weer gezellig mee vandaag."
    own = Own(below, Linear.read(write(learn([Correction(said, "complaint-disapproval", "nl")], below))))
    assert triage(said, "nl", by=own).score > triage(said, "nl", by=below).score


def test_what_the_corrections_are_not_about_stays_as_it_was(below):
    own = Own(below, Linear.read(write(learn(CORRECTIONS, below))))
    for said in ("Jullie hebben de verkeerde maat gestuurd.", "Great help today, thank you so much!"):
        assert triage(said, by=own).kind == triage(said, by=below).kind


def test_the_same_corrections_are_the_same_bytes_in_any_order(below):
    assert write(learn(CORRECTIONS, below)) == write(learn(list(reversed(CORRECTIONS)), below))


def test_the_words_of_customers_do_not_stand_in_the_file():
    content = write(learn(CORRECTIONS, Rules()))
    assert b"kaper" not in content
    assert len(Linear.read(content)) > 0


def test_a_file_that_holds_something_else_is_refused():
    other = Linear.read(write(Fitted(("a",), {}, (1.0,), (0.0,))))
    with pytest.raises(BadInput, match="triage learn"):
        Own(Rules(), other)
