"""Claims by their frame and by their sound: new wording is found, its innocent neighbours are not, and places hold."""

import pytest

from toonbank.etiquette import Draft, Facts, check, claimlike, likely
from toonbank.etiquette.frames import expression, fitting
from toonbank.etiquette.frames.tags import Tagged
from toonbank.language.reading import read

NOW = "2026-11-21T10:00:00+01:00"


def kinds(text: str, facts: Facts | None = None) -> set[str]:
    return {claim.kind for claim in check(Draft(text), facts).claims}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("scarcity", "De stapel kinderlaarsjes slinkt met het uur."),
        ("scarcity", "We are almost out of cinnamon buns!"),
        ("urgency", "De kortingscode werkt tot middernacht en geen minuut langer."),
        ("urgency", "In 48 hours the price goes up, so this discount ends."),
        ("social_proof", "Half Gent loopt al rond met deze tas."),
        ("social_proof", "Over eighty percent pick the version with the lid."),
        ("price_reduction", "We doen er een tientje af."),
        ("price_reduction", "It used to cost 30, now you put down 22."),
        ("other_pressure", "Nee bedankt, ik betaal liever te veel."),
        ("other_pressure", "No thanks, I like paying too much."),
    ],
)
def test_structure_finds_wording_that_no_phrase_holds(kind, text, monkeypatch):
    # Without the weights the rules work on structure alone.
    monkeypatch.setattr(likely, "claimlike", lambda: None)
    assert kind in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Geen haast, van deze hebben we er genoeg.",
        "No, it is not sold out; it was at the back of the storeroom.",
        "Een klant vroeg: is de groene bijna op?",
        "Laat het deeg twee uur rijzen op een warme plek.",
        "Last summer the sandals had gone within a week; this time we bought plenty.",
        "We vragen een vaste prijs, ook volgende week.",
        "Nog maar 2 van de 10 dagen te gaan.",
        "Most people wash wool too warm.",
    ],
)
def test_what_only_looks_like_a_claim_stays_silent(text):
    assert kinds(text) <= {"price", "stock"}


def test_a_call_to_hurry_beside_little_stock_is_part_of_that_one_claim():
    assert kinds("Hurry! Only 3 left.") == {"scarcity"}
    assert kinds("Hurry! Offer ends tonight.") == {"urgency"}


def test_other_pressure_stops_nothing_by_itself_but_is_a_lever():
    assert check(Draft("No thanks, I like paying too much.", lang="en")).findings == ()
    stacked = check(Draft("Only 2 hats left! No thanks, I like paying too much.", lang="en"))
    assert "pressure-stacking" in {finding.rule for finding in stacked.findings}


def test_what_a_pattern_saw_and_structure_refused_is_not_brought_back_by_its_sound():
    assert "scarcity" not in kinds("De muts is niet bijna op.")


def test_the_only_product_of_the_facts_is_meant_by_a_price_that_names_nothing_else():
    facts = Facts.from_json({"now": NOW, "products": [{"names": ["mok Saar"], "price": 12.95}]})
    posts = {
        "Nieuw binnen. Nu voor 9,95.": "contradicted",
        "Mok Saar is er. Een theedoek kost 5,95.": "unknown",
    }
    for text, state in posts.items():
        assert [str(one.state) for one in check(Draft(text), facts).claims if one.kind == "price"] == [state]


def test_a_frame_fits_only_within_a_clause_unless_it_says_so():
    sentence = read("Nog een paar, kommen en borden.").sentences[0]
    tagged = Tagged(sentence.text)
    assert expression("LITTLE ~2 GOODS").search(tagged.written) is None
    assert expression("LITTLE ~~2 GOODS").search(tagged.written) is not None


def test_every_place_that_a_frame_points_at_cuts_whole_words():
    text = "De stapel laarsjes slinkt met het uur, en na zaterdag betaal je weer de volle prijs."
    for sentence in read(text).sentences:
        for _, cue in fitting(sentence):
            assert sentence.text[cue.start : cue.end].strip() == sentence.text[cue.start : cue.end] != ""


def test_the_model_names_the_words_that_it_goes_by():
    model = claimlike.claimlike()
    assert model is not None, "script/train makes the weights; the package ships them"
    text = "The crate of strawberries is nearly empty and no more will come."
    for guess in model.guesses(text):
        assert 0 <= guess.start < guess.end <= len(text)
        assert model.scores(text[: guess.start] + text[guess.end :]) != model.scores(text)


def test_the_quick_sum_is_that_of_all_features():
    model = claimlike.claimlike()
    assert model is not None
    text = "Nog 3 mutsen, en zondag is de actie voorbij!"
    assert model.scores(text) == model.model.scores(claimlike.claim_features(text))
