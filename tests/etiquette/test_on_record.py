"""Who is on record is found by name wherever it stands, and a yes proves nobody's name but that person's own."""

from typing import Any

import pytest

from toonbank.etiquette import ClaimState, Draft, Facts, Severity, check

YES = {"name": True}
TAKEN_BACK = {"name": True, "withdrawn": "2026-11-01"}
ELS = {"name": "Els Visser", "consent": TAKEN_BACK}
JAN = {"name": "Jan de Vries", "handle": "@jan_de_w"}
KIM = {"name": "Kim", "consent": {"name": False}}
SAAR = {"name": "Saar Kuiper", "minor": True, "guardian": False, "consent": YES}


def people(*persons: dict[str, Any]) -> Facts:
    return Facts.from_json({"now": "2026-11-21T10:00:00+01:00", "people": list(persons)})


def named(text: str, facts: Facts | None, **draft: Any) -> list[str]:
    found = check(Draft(text, **draft), facts).findings
    return [
        text[one.start : one.end]
        for one in found
        if one.rule == "consent-missing" and one.severity is Severity.BLOCK
    ]


def mended(text: str, facts: Facts | None = None) -> list[str]:
    found = [one for one in check(Draft(text), facts).findings if one.rule == "consent-missing"]
    return [text[: mend.start] + mend.text + text[mend.end :] for one in found for mend in one.mends]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Els Visser vertelde ons over haar scheiding.", "Els Visser"),
        ("Gisteren zat Jan de Vries hier aan de koffie.", "Jan de Vries"),
        ("We zagen mevrouw Visser nog lopen met haar hond.", "mevrouw Visser"),
        ("De tas van E. Visser staat klaar.", "E. Visser"),
        ("Piet en Els Visser zijn verhuisd.", "Els Visser"),
        ("els visser was er ook weer", "els visser"),
        ("Els Vissers fiets staat klaar.", "Els Visser"),
        ("ELS VISSER IS GESLAAGD!", "ELS VISSER"),
        ("Het was weer gezellig. #ElsVisser", "ElsVisser"),
        ("Zo zag jan_de_w het ook.", "jan_de_w"),
        ("Kim vertelde dat ze geen baan meer heeft.", "Kim"),
        ("Gisteren vroeg Kim hoe dat moest.", "Kim"),
        ("Saar Kuiper leest voor in de winkel.", "Saar Kuiper"),
        ("Jan de Vries has been seeing a doctor since May.", "Jan de Vries"),
        ("We had tea with Els Visser, who is getting divorced.", "Els Visser"),
        ("This one went home with Mrs Visser yesterday.", "Mrs Visser"),
        ("Els’s shelves: built by Els Visser herself.", "Els Visser"),
        ("We knitted this for Kim, who lost her job.", "Kim"),
    ],
)
def test_who_did_not_say_yes_is_found_without_any_cue(text, words):
    assert words in named(text, people(ELS, JAN, KIM, SAAR))


@pytest.mark.parametrize(
    "text",
    [
        "De roos is terug, in kim en wit.",
        "Roos staat mooi bij wit, en Kim is de kleur van dit jaar.",
        "De visser vertelde over de zee.",
        "Jan, Piet en de rest van de buurt zijn welkom.",
        "In de Vissersstraat wonen meer mensen.",
        "Els, een visser is iemand die vist.",
        "Mail naar jan_de_w@post.example of els.visser.nl",
        "The kim in this weave is a kind of blue.",
        "Anna Visser from the bakery next door says hello.",
    ],
)
def test_a_word_that_is_a_name_too_names_nobody(text):
    assert named(text, people(ELS, JAN, KIM, SAAR)) == []


def test_who_said_yes_is_told_as_proven():
    checkup = check(Draft("Els Visser breide deze das."), people(ELS | {"consent": YES}))
    assert [(one.kind, one.state) for one in checkup.claims] == [("person", ClaimState.PROVEN)]
    assert not checkup.findings


@pytest.mark.parametrize("role", ["staff", "supplier", "public"])
def test_who_needs_no_yes_is_left_in_peace(role):
    assert named("Els Visser vertelt zaterdag over wol.", people({"name": "Els Visser", "role": role})) == []


def test_a_product_of_that_name_is_no_person_and_a_colour_hides_nobody():
    jumper = {"products": [{"ref": "w", "names": ["trui Wit", "jas de Luxe", "stoel Els Visser"]}]}
    facts = Facts.from_json({**jumper, "people": [ELS]})
    assert named("De stoel Els Visser is terug.", facts) == []
    assert named("Mevrouw De Wit kocht hem vandaag.", facts) == ["Mevrouw De Wit"]


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Gefeliciteerd Jan de Vries!", {"name": "Jan Bakker", "consent": YES}),
        ("Mevrouw Bakker uit Vorden kocht hem.", {"name": "Jan Bakker", "consent": YES}),
        ("Gefeliciteerd Bas Jansen!", {"name": "Bas Kuiper", "role": "staff"}),
        ("Gefeliciteerd Anouk Bakker!", {"name": "Anouk de Boer", "consent": YES}),
        ("Met dank aan Mirjam Bos.", {"name": "Mirjam", "consent": YES}),
        ("Congratulations Tom Baker!", {"name": "Tom Field", "consent": YES}),
        ("Mrs Baker from Otley bought it.", {"name": "George Baker", "consent": YES}),
        ("Bezorgd bij de familie De Vries.", {"name": "Jan de Vries", "consent": YES}),
    ],
)
def test_the_yes_of_another_proves_nothing(text, known):
    assert len(named(text, people(known))) == 1


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Gefeliciteerd Jan de Vries!", "Jan De Vries"),
        ("Mevrouw de Wit kwam langs.", "Mevrouw De Wit"),
        ("Mevrouw Bakker uit Vorden kocht hem.", "Mirjam Bakker"),
        ("Met dank aan Mirjam.", "Mirjam Bos"),
        ("Congratulations Tom!", "Tom Field"),
        ("Mrs Baker from Otley bought it.", "Emily Baker"),
    ],
)
def test_the_own_yes_proves_it(text, known):
    assert named(text, people({"name": known, "consent": YES})) == []


def test_of_two_who_bear_a_first_name_both_must_have_said_yes():
    one, other = {"name": "Anouk Bakker", "consent": YES}, {"name": "Anouk de Boer"}
    assert named("Gefeliciteerd Anouk!", people(one, other)) == ["Anouk"]
    assert named("Gefeliciteerd Anouk!", people(one, other | {"consent": YES})) == []
    assert named("Gefeliciteerd Anouk Bakker!", people(one, other)) == []


def test_a_first_name_is_a_colleagues_before_it_is_a_customers():
    facts = people({"name": "Bas Kuiper", "role": "staff"}, {"name": "Bas Jansen"})
    assert named("Bas kwam met een idee.", facts) == []
    assert named("Bas Jansen kwam met een idee.", facts) == ["Bas Jansen"]


def test_a_reply_says_no_more_of_a_name_than_its_owner_did():
    def facts(name, handle=""):
        said = {"from": "customer", "name": name, "handle": handle, "text": "Kan dat?"}
        thread = {"public": True, "messages": [said]}
        return Facts.from_json({"people": [JAN], "thread": thread})

    text = "Dag Jan de Vries, dat kan."
    assert named(text, facts("Jan de Vries"), kind="reply") == []
    assert named(text, facts("", "@jan_de_vries"), kind="reply") == []
    assert named(text, facts("Jan"), kind="reply") == ["Jan de Vries"]


@pytest.mark.parametrize(
    "text",
    [
        "Al onze eieren komen van boer Van Dijk uit Laren.",
        "Deze das is geweven door weefster Mia uit Twente.",
        "De sla komt vers van tuinder Kees de Wit uit Venlo.",
        "Onze melk komt van familie Jansen uit Epe.",
        "Our honey comes from beekeeper Tom Field from Otley.",
        "We get our eggs from the Miller family.",
        "These mugs are thrown by Ann Potts from Leeds.",
    ],
)
def test_who_makes_the_goods_is_at_most_asked_about(text):
    found = [one for one in check(Draft(text)).findings if one.rule == "consent-missing"]
    assert [one.severity for one in found] == [Severity.ADVISE]
    assert not any(one.mends for one in found)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Deze fiets verkochten we aan boer Jansen uit Epe.", "Jansen uit Epe"),
        ("Pakketje voor familie Jansen uit Epe ligt klaar.", "familie Jansen uit Epe"),
        ("This one goes to farmer Tom Field from Otley.", "Tom Field from Otley"),
    ],
)
def test_who_gets_the_goods_is_no_maker(text, words):
    assert named(text, None) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Met dank aan Fietsersbond Zutphen.",
        "Thanks to Otley Library for the chairs.",
        "Jam from Mrs Tiller is back.",
    ],
)
def test_a_club_and_a_jam_are_no_customers(text):
    assert named(text, None) == []


def test_of_a_couple_both_names_go():
    assert mended("Mr. and Mrs. Baker bought a tandem.") == ["A couple bought a tandem."]
    assert mended("Meneer en mevrouw De Boer kochten een tandem.") == []


@pytest.mark.parametrize(
    "name",
    [
        "Ingrid van der Meulen",
        "Ahmed El Amrani",
        "Jan-Willem Smit",
        "Sinéad O'Brien",
        "Jörg Müller",
        "Anne Marie Bos",
        "Lotte Jansen-de Boer",
        "Pieter 't Hart",
        "Mevrouw De Wit",
        "Dhr. P. Jansen",
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        "Het huis van {} staat te koop.",
        "{} is weer thuis.",
        "Say hello to {}, will you?",
        "A bag like {}’s: who would not?",
    ],
)
def test_names_of_every_shape_are_found(text, name):
    assert named(text.format(name), people({"name": name}))


def test_an_initial_on_record_is_not_everybody_it_begins():
    known = people({"name": "P. Jansen", "consent": YES})
    assert named("Gefeliciteerd Paula Jansen!", known)
    assert not named("Gefeliciteerd P. Jansen!", known)


def test_a_farmer_who_buys_is_a_customer():
    assert named("Boer Van Dijk uit Laren kocht een fiets.", None) == ["Boer Van Dijk uit Laren"]
    assert mended("Boer Van Dijk uit Laren kocht een fiets.") == ["Een klant kocht een fiets."]


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("Mirjam Bos kocht haar vierde fiets.", "Een klant kocht haar vierde fiets."),
        ("Fenna de Wit kwam langs voor een bel.", "Een klant kwam langs voor een bel."),
        ("Sara van den Berg picked up her new bike.", "A customer picked up her new bike."),
        ("Thanks to Piet Jansen, who bought two.", "Thanks to a customer, who bought two."),
        ("Met dank aan Piet Jansen, die er twee kocht.", "Met dank aan een klant, die er twee kocht."),
        ("Gefeliciteerd, Jan de Vries uit Vorden, met je fiets!", "Gefeliciteerd, met je fiets!"),
        ("Congratulations Tom Baker, enjoy the ride!", "Congratulations, enjoy the ride!"),
        ("Bezorgd bij de familie De Vries.", "Bezorgd bij een gezin."),
        ("Delivered to the Miller family.", "Delivered to a family."),
        ("Onze trouwe klant Piet Jansen kocht er twee.", "Een klant kocht er twee."),
        ("De winnaar is Piet de Boer.", "De winnaar is een klant."),
        ("Omdat Jan kwam, was het feest.", "Omdat een klant kwam, was het feest."),
    ],
)
def test_the_whole_name_goes_and_the_sentence_stands(text, without):
    assert mended(text) == [without]
    assert named(without, None) == []


def test_a_mend_is_only_offered_where_the_words_still_stand():
    assert mended("Els Vissers fiets staat klaar.", people(ELS)) == []
    assert mended("Els Visser’s bike is ready for the weekend.", people(ELS)) == [
        "A customer’s bike is ready for the weekend."
    ]


@pytest.mark.parametrize("text", ["Op de foto: de nieuwe fietstas Nova.", "In the photo: our new rack."])
def test_a_picture_of_goods_shows_nobody(text):
    assert not check(Draft(text)).claims


@pytest.mark.parametrize("text", ["Op de foto zie je haar met de tas.", "In the photo: a happy customer."])
def test_a_picture_of_somebody_does(text):
    assert "person" in [one.kind for one in check(Draft(text)).claims]
