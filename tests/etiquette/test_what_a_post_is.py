"""What a post is for, what it is about, and whom it sees: asked of one text, and of whole archives."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toonbank.etiquette.address import form_of_address
from toonbank.etiquette.balance import purpose, purpose_of
from toonbank.etiquette.regard import is_about_itself, regard_of
from toonbank.etiquette.topics import strays_from, topics_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bestel voor vijf uur, dan is hij morgen in huis.", "ask"),
        ("De regenjas Berkel, nu 59 euro.", "ask"),
        ("20% korting op alle mutsen.", "ask"),
        ("Volg ons voor meer.", "ask"),
        ("Pre-order yours today.", "ask"),
        ("The Berkel coat, now £59.", "ask"),
        ("Zo haal je kaarsvet uit linnen: strijken tussen keukenpapier.", "give"),
        ("Zondag zijn we open van twaalf tot vijf.", "give"),
        ("Tip: leg de wol een nacht in de vriezer.", "give"),
        ("How to oil a chain in five steps.", "give"),
        ("Put a towel in the drum and the wool comes out dry.", "give"),
        ("Gisteren kwam een man binnen met de jas van zijn vader.", "talk"),
        ("Welke kleur zullen we bijbestellen?", "talk"),
        ("Yesterday a man came in with his father's coat.", "talk"),
        ("", "talk"),
    ],
)
def test_the_words_tell_what_a_post_is_for(text, expected):
    assert purpose_of(text) == expected


def test_a_tip_that_ends_at_the_till_asks():
    assert purpose_of("Tip: zet de pan een nacht in de week. Koop de borstel bij ons.") == "ask"


def test_what_was_noted_goes_before_what_the_words_tell():
    assert purpose("Bestel nu", "give") == "give"
    assert purpose("Bestel nu", None) == "ask"
    assert purpose("Bestel nu", "iets anders") == "ask"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Recept voor stamppot.", "recipe"),
        ("Our view on the striker.", "sport"),
        ("Nieuw telefoonabonnement.", "telecom"),
        ("Zo span je een fietsketting.", None),
        ("Een dag waarop niets gebeurde.", None),
        ("Onze mening over de parkeergarage.", "opinion"),
    ],
)
def test_what_strays_from_a_promise_of_bicycles(text, subject):
    assert strays_from(text, ("fietsen", "onderhoud")) == subject


def test_a_recipe_is_near_to_those_who_sell_food_or_drink():
    assert strays_from("Recept voor stamppot.", ("kaas",)) is None
    assert strays_from("Recept voor ijsthee met munt en soep toe.", ("thee",)) is None
    assert strays_from("Recept voor stamppot.", ()) is None


def test_one_word_of_another_trade_is_no_other_trade():
    assert strays_from("Een boek op de bagagedrager.", ("fietsen",)) is None
    assert strays_from("De nieuwe roman van de schrijver, een dik boek.", ("fietsen",)) == "books"


def test_subjects_are_known_in_both_languages():
    assert "bikes" in topics_of("fietsketting") & topics_of("inner tube")


def test_clauses_are_counted_with_those_who_speak():
    regard = regard_of("Wij bakken zelf, de oven is van ons, en Els proeft.")
    assert (regard.clauses, regard.ours, regard.sees_reader) == (3, 2, False)
    assert regard.sees_others
    assert not regard_of("Jas bakt zelf, bij Jas.", ["Jas"]).sees_others


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wij bakken zelf, wij bouwen zelf.", True),
        ("Our team builds, our team bakes.", True),
        ("Wij bakken zelf, jij proeft.", False),
        ("Buurvrouw Els leerde ons deze steek.", False),
        ("Kaarsvet gaat uit linnen met een strijkijzer.", False),
    ],
)
def test_who_speaks_only_of_itself(text, expected):
    assert is_about_itself(text) is expected


def test_the_form_of_address_needs_a_clear_majority():
    formal, friendly = "Neemt u uw bon mee.", "Neem je bon mee."
    assert form_of_address([formal]) == "formal"
    assert form_of_address([friendly, friendly, friendly, formal]) == "informal"
    assert form_of_address([friendly, formal]) is None
    assert form_of_address(["Regen."]) is None


@given(st.text(max_size=200))
def test_any_text_has_a_purpose_and_a_regard(text):
    assert purpose_of(text) in ("give", "ask", "talk")
    assert 0 <= regard_of(text).share <= 1
    strays_from(text, ("fietsen",))


@pytest.mark.slow
def test_a_very_long_text_takes_linear_time():
    for piece in ("a", "wij ", "open tot ", "boek", "Aa ", "'", ", en "):
        took = []
        for count in (50_000, 200_000):
            before = time.process_time()
            text = piece * (count // len(piece))
            purpose_of(text), regard_of(text), strays_from(text, ("fietsen",)), form_of_address([text])
            took.append(time.process_time() - before)
        assert took[1] < 12 * max(took[0], 0.02), piece
