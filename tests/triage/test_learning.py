"""Noor corrects what triage said, and Jas's own small model remembers it."""

import tomllib
from importlib.resources import files

import pytest

from toonbank.core.errors import BadInput
from toonbank.language.linear import Fitted, Linear, write
from toonbank.triage import GRAVE, KINDS, triage
from toonbank.triage.learning import Correction, Own, learn
from toonbank.triage.weighing import Rules, scale

CORRECTIONS = [
    Correction("De Zutphense kaper is weer binnen!", "chat", "nl"),
    Correction("Kaper gespot bij jullie, prachtig", "chat", "nl"),
    Correction("Is de kaper al terug?", "question", "nl"),
]

SQUARE = tomllib.loads((files("toonbank.channels.customers") / "nl.toml").read_text("utf-8"))


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


SERIOUS = [
    ("danger", "De kachel maakt sinds gisteren een raar geluid.", "Onze kachel maakt sinds vandaag zo'n raar geluid", "De kachel is mooi!"),
    ("danger", "The strap slipped while I was carrying my boy.", "My boy was in it when the strap slipped", "The strap is a nice colour"),
    ("danger", "Leuke winkel, prima jas", "Prima jas, en een leuke winkel", "Leuke sjaal!"),
    ("legal-press", "Dan bel ik Mulder en Zonen over het contract", "Ik bel Mulder en Zonen over ons contract", "Dan kom ik morgen"),
    ("legal-press", "Our member of parliament will ask you about this.", "Our member of parliament will call you about this", "Ask away"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "said", "alike", "other"), SERIOUS)
def test_one_correction_to_danger_or_law_is_remembered_also_in_nearly_the_same_words(
    below, kind, said, alike, other
):
    own = Own(below, Linear.read(write(learn([Correction(said, kind)], below))))
    assert triage(said, by=own).kind == kind
    assert triage(alike, by=own).kind == kind
    assert triage(other, by=own).kind not in ("danger", "legal-press")
    assert triage(said, by=own).score >= 0.5


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "said", ["De draaideur doet weer gezellig mee vandaag.", "De lader rookt, mijn advocaat belt u"]
)
def test_every_kind_takes_at_once(below, said, kind):
    own = Own(below, Linear.read(write(learn([Correction(said, kind, "nl")], below))))
    assert triage(said, "nl", by=own).kind == kind


def test_five_grave_corrections_leave_what_others_say_as_it_was(below):
    own = Own(
        below, Linear.read(write(learn([Correction(said, kind) for kind, said, _, _ in SERIOUS], below)))
    )
    said = [line for kinds in SQUARE.values() for line in kinds]
    moved = [
        line
        for line in said
        if triage(line, by=own).kind in GRAVE[:2] and triage(line, by=below).kind not in GRAVE[:2]
    ]
    assert len(moved) <= len(said) // 100, moved


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
