"""Calm talk is heard as calm: danger and law need words of danger and law, or very much else that speaks for them."""

import tomllib
from collections.abc import Iterator
from importlib.resources import files

import pytest

from toonbank.triage import triage

SERIOUS = ("danger", "legal-press")
CALM = (
    "question",
    "mention",
    "answer",
    "thanks",
    "compliment",
    "checkin",
    "relieved",
    "understood",
    "consent_yes",
)


def square(kinds: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The language and words of what the simulated customers of the practice square say."""
    for language in ("nl", "en"):
        voices = tomllib.loads((files("toonbank.channels.customers") / f"{language}.toml").read_text("utf-8"))
        for kind in kinds:
            for line in voices[kind]:
                yield language, line.replace("{number}", "12").replace("{name}", "Vos")


@pytest.mark.parametrize(
    "said",
    [
        "Wat mijn moeder altijd deed: een nacht laten hangen en dan pas kiezen.",
        "What my mother always did: leave it overnight and choose in the morning.",
        "Mijn kinderen kiezen altijd de blauwe, en de hond ook.",
        "Here with my mother. She tries on, I carry.",
        "My daughter sleeps with it every night, she loves the little coat.",
        "Vraag het mijn zus, die weet zoiets altijd.",
        "Onze baby draagt hem al de hele week.",
    ],
)
def test_talk_of_mothers_children_and_nights_is_no_danger(said: str):
    assert triage(said).kind not in SERIOUS


@pytest.mark.parametrize(
    "said",
    [
        "Mijn dochter heeft zich aan dat speeltje gesneden.",
        "The bottle burst in my hand.",
        "De lader begon te roken.",
        "My son had a reaction to the cream.",
        "Er zat een stuk glas in de appelmoes van onze baby.",
    ],
)
def test_but_who_is_hurt_rings_the_bell(said: str):
    assert triage(said).kind == "danger"


def test_nearly_nobody_on_the_practice_square_who_talks_calmly_is_taken_for_danger_or_law():
    calm = list(square(CALM))
    wrong = [line for language, line in calm if triage(line, language).kind in SERIOUS]
    assert len(wrong) <= len(calm) // 100, wrong


def test_most_of_the_square_is_heard_as_a_person_would_hear_it():
    meant = {
        "question": ("question", "doubt"), "mention": ("question", "doubt"), "thanks": ("compliment", "chat"),
        "compliment": ("compliment", "chat"), "relieved": ("compliment", "chat"), "checkin": ("chat", "compliment"),
        "understood": ("compliment", "chat"), "answer": ("chat", "compliment"),
    }  # fmt: skip
    heard = [
        triage(line, language).kind in kinds
        for name, kinds in meant.items()
        for language, line in square((name,))
    ]
    assert sum(heard) >= 0.8 * len(heard)
