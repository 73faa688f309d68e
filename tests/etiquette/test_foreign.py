"""German and French are heard at the level of phrases: told, held against the stock, and never mended in Dutch."""

import re

import pytest

from toonbank.etiquette import Draft, Facts, check
from toonbank.language.phrases import phrases

KINDS = {
    "scarcity": "scarcity",
    "urgency": "urgency",
    "price": "price_reduction",
    "free": "free",
    "social-proof": "social_proof",
    "superlative": "superlative",
    "endorsement": "endorsement",
    "green": "green",
    "giveaway": "giveaway",
}
WORDS = {"n": "7", "p": "49,95", "pct": "30%"}
FRAMES = {"de": "Das ist für uns: {}.", "fr": "Pour vous, dans notre magasin : {}."}
STOCK = {
    "now": "2026-11-22T10:00:00+01:00",
    "products": [{"ref": "n", "names": ["Nova"], "stock": 58, "stock_at": "2026-11-22T09:00:00+01:00"}],
}


def kinds_in(text: str) -> set[str]:
    return {claim.kind for claim in check(Draft(text)).claims}


@pytest.mark.parametrize("lang", ["de", "fr"])
def test_the_phrases_of_the_inventory_are_noticed(lang):
    missed = [
        phrase
        for kind, claim in KINDS.items()
        for phrase in phrases(kind, lang).noticed
        if claim
        not in kinds_in(FRAMES[lang].format(re.sub(r"\{(\w+)\}", lambda slot: WORDS[slot[1]], phrase)))
    ]
    assert missed == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Nur noch 3 Stück!", "scarcity"),
        ("Nur noch wenige Exemplare im Laden.", "scarcity"),
        ("Derniers exemplaires en magasin.", "scarcity"),
        ("Il ne reste que 4 places", "scarcity"),
        ("Nur noch 2 Stunden!", "urgency"),
        ("Dernière chance !", "urgency"),
        ("Statt 79,95 nur 59,95", "price_reduction"),
        ("Livraison gratuite", "free"),
        ("Über 2.000 zufriedene Kunden", "social_proof"),
    ],
)
def test_a_claim_needs_no_words_around_it(text, kind):
    assert kind in kinds_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Wir backen Brot mit Roggen, heute nur bis 17 Uhr geöffnet.",
        "Nous faisons du pain le matin, ouvert jusqu'à minuit.",
        "Das ist nicht kostenlos, aber gut.",
        "Gibt es das nur heute?",
        "Concours hippique in Zutphen, tot zo!",
        "A durable coat by Soldes & Sons.",
        "Een offerte is zo gemaakt.",
        "He offert his seat.",
    ],
)
def test_other_words_and_other_languages_are_left_alone(text):
    assert kinds_in(text) == set()


def test_a_count_is_held_against_the_stock():
    false = check(Draft("Nur noch 3 Stück Nova!"), Facts.from_json(STOCK))
    (finding,) = [one for one in false.findings if one.rule.startswith("scarcity")]
    assert (finding.rule, finding.severity.name) == ("scarcity-false", "BLOCK")
    assert finding.mends == ()


def test_what_nobody_can_look_up_is_told_and_stops_nothing():
    checkup = check(Draft("Dernière chance, dépêchez-vous !"))
    assert [(one.rule, one.severity.name) for one in checkup.findings] == [("urgency-unproven", "ADVISE")]


def test_the_finding_speaks_the_language_of_the_other_sentences():
    assert check(Draft("Nur noch 3 Stück! We have the kettle on.")).lang == "en"
    assert check(Draft("Plus que 2 en stock. De koffie staat klaar.")).lang == "nl"
    assert check(Draft("Nur noch 3 Stück!")).lang == "nl"
