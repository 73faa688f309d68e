"""The customers of the practice square: the same post gets the same answers, in its own language, from people."""

import re
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toonbank.channels.customers import CAST, _voices, react


def kinds(text, lang="nl", seed="jas"):
    return [reaction.kind for reaction in react(text, lang, seed=seed)]


@pytest.mark.parametrize(
    ("text", "lang", "first"),
    [
        ("De regenjas kost 49,95.", "nl", "question"),
        ("Now £40 in every size.", "en", "question"),
        ("Al 1.200 klanten gingen u voor.", "nl", "doubt_number"),
        ("Loved by 1,200 customers.", "en", "doubt_number"),
        ("Welke kleur past bij november?", "nl", "answer"),
        ("Which colour suits November?", "en", "answer"),
    ],
)
def test_a_post_stirs_what_it_would_stir_in_people(text, lang, first):
    assert kinds(text, lang)[0] == first


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Nog maar zeven in maat M!", "nl"),
        ("De laatste jassen, op=op", "nl"),
        ("Only three left", "en"),
        ("Almost gone: our wool coats", "en"),
    ],
)
def test_scarcity_is_met_with_doubt_or_a_complaint(text, lang):
    met = {kind for seed in "abcdefgh" for kind in kinds(text, lang, seed)}
    assert met == {"doubt_scarcity", "complaint"}


@pytest.mark.parametrize(
    "text",
    ["Morgen open van 9 tot 5 uur.", "Op 12 december zijn we dicht.", "Al 40 jaar in de Lange Hofstraat."],
)
def test_hours_dates_and_years_are_no_numbers_to_doubt(text):
    assert "doubt_number" not in {kind for seed in "abcdefgh" for kind in kinds(text, "nl", seed)}


def test_a_post_that_gives_something_gets_thanks_or_silence():
    met = [tuple(kinds("Wol was je koud en kort.", seed=str(seed))) for seed in range(40)]
    assert set(met) == {(), ("thanks",)}
    assert met.count(("thanks",)) > met.count(())


@given(st.text(max_size=120), st.sampled_from(["nl", "en", "de"]), st.text(max_size=5))
def test_reactions_depend_on_the_post_and_the_seed_alone_and_come_in_order(text, lang, seed):
    reactions = react(text, lang, seed=seed)
    assert reactions == react(text, lang, seed=seed)
    assert len(reactions) <= 4
    assert len({reaction.author for reaction in reactions}) == len(reactions)
    waits = [reaction.after for reaction in reactions]
    assert waits == sorted(waits)
    assert all(timedelta(minutes=2) <= wait < timedelta(hours=3) for wait in waits)
    assert all(reaction.text and "{" not in reaction.text for reaction in reactions if "{" not in text)


def test_a_number_is_taken_up_as_the_post_wrote_it():
    said = {react("Nog maar zeven over.", "nl", seed=str(seed))[0].text for seed in range(80)}
    assert any(line.startswith("Zeven? ") for line in said)


def test_the_same_price_posts_do_not_all_get_the_same_question():
    said = {react(f"Jas {number}: nu 49,95", "nl", seed="jas")[0].text for number in range(60)}
    assert len(said) >= 10


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_there_are_enough_voices_and_no_two_say_the_same(lang):
    voices = _voices(lang)
    assert set(voices) == set(CAST)
    lines = [line for kind in voices.values() for line in kind]
    assert all(len(kind) >= 12 for kind in voices.values())
    assert len(set(lines)) == len(lines)
    assert all(len(line) <= 200 and re.search(r"[.?!]$", line) for line in lines)


def test_the_cast_is_eight_people():
    assert len({author for authors in CAST.values() for author in authors}) == 8
    assert CAST["complaint"] == ("Mevrouw De Wit",)
