"""Private data, portraits and work of others: where the line runs, seen from both sides."""

from typing import Any

import pytest

from toonbank.etiquette import Draft, Facts, Finding, check

NOW = "2026-11-21T10:00:00+01:00"


def found(rule: str, text: str, facts: dict[str, Any] | None = None, **draft: Any) -> list[Finding]:
    checkup = check(Draft(text, **draft), Facts.from_json(facts) if facts else None)
    return [one for one in checkup.findings if one.rule == rule]


def portraits(facts: dict[str, Any], network: str | None = None) -> list[Finding]:
    return found("portrait-consent", "Zo staat hij.", {"now": NOW, **facts}, network=network)


def picture_of(name: str, **person: Any) -> dict[str, Any]:
    return {
        "people": [{"name": name, **person}],
        "media": [{"people": "recognisable", "person_refs": [name], "rights": "own"}],
    }


def test_an_address_in_a_private_answer_is_nobody_elses_business():
    text = "Je jas gaat naar Lindelaan 14."
    assert found("pii-in-public-reply", text, {"thread": {"public": True}}, kind="reply")
    assert not found("pii-in-public-reply", text, {"thread": {"public": False}}, kind="reply")
    assert found("pii-in-public-reply", text, kind="reply"), "unknown is not private"


def test_the_finding_stands_at_the_data_itself():
    text = "Je pakket 3STEST0012345 ging naar Lindelaan 14."
    places = [text[one.start : one.end] for one in found("pii-in-public-reply", text, kind="reply")]
    assert places == ["3STEST0012345", "Lindelaan 14"]


def test_the_place_is_right_after_letters_that_were_put_together():
    text = "Cafe\u0301 De Wit: je pakket ging naar Lindelaan 14."
    (one,) = found("pii-in-public-reply", text, kind="reply")
    assert text[one.start : one.end] == "Lindelaan 14"


@pytest.mark.parametrize(
    ("own", "text"),
    [
        ("030-5550100", "Ons nummer blijft 030 555 01 00, ook in de kerstweek."),
        ("030-5550100", "Zoek je Noor? +31 30 5550100."),
        ("noor@jas.example", "Vragen over maten: noor@jas.example."),
        ("Kade 3, 7201 AB Zutphen", "Tot zaterdag op Kade 3!"),
    ],
)
def test_the_shops_own_data_may_be_said(own, text):
    assert not found("pii-in-public-reply", text, {"shop": {"name": "Jas", "contacts": [own]}}, kind="reply")


def test_another_number_beside_the_shops_own_is_still_private():
    facts = {"shop": {"name": "Jas", "contacts": ["030-5550100"]}}
    text = "Bel ons op 030-5550100, of wij bellen jou op 06-12345678."
    (one,) = found("pii-in-public-reply", text, facts, kind="reply")
    assert text[one.start : one.end] == "06-12345678"


def test_the_question_moves_to_a_private_message():
    text = "Dag Kim! Zet hier even je bestelnummer neer."
    (one,) = found("pii-in-public-reply", text, kind="reply")
    (mend,) = one.mends
    assert (
        text[: mend.start] + mend.text + text[mend.end :]
        == "Dag Kim! Stuur me je bestelnummer in een privébericht."
    )


def test_what_the_customer_told_everybody_is_no_secret_any_more():
    text = "Vanwege je notenallergie maken we hem zonder."
    said = {
        "thread": {
            "public": True,
            "messages": [{"from": "customer", "text": "Kan het zonder? Ik heb een notenallergie."}],
        }
    }
    asked = {"thread": {"public": True, "messages": [{"from": "customer", "text": "Kan het zonder?"}]}}
    assert found("pii-in-public-reply", text, asked, kind="reply")
    assert not found("pii-in-public-reply", text, said, kind="reply")


def test_an_evening_elsewhere_has_an_address_that_may_be_told():
    assert not found("pii-in-public-reply", "Donderdag breien we in de bieb, Kerkplein 3, met thee.")
    assert found("pii-in-public-reply", "Het pakket voor Kerkplein 3 kwam terug naar ons.")


def test_a_picture_without_people_needs_no_consent():
    assert not portraits({"media": [{"people": "none"}]})
    assert not portraits({"media": [{"people": "unrecognisable"}]})
    assert not portraits({"media": []})


def test_a_picture_of_which_nobody_knows_who_is_on_it_waits():
    assert portraits({"media": [{"people": "unknown"}]})
    assert portraits({"media": [{"people": "recognisable"}]})


def test_consent_holds_through_its_last_day_and_no_longer():
    def until(day: str) -> dict[str, Any]:
        return picture_of("Mevrouw De Wit", consent={"photo": True, "until": day})

    assert not portraits(until("2026-11-21"))
    assert portraits(until("2026-11-20"))


def test_consent_for_a_name_is_none_for_a_picture():
    assert portraits(picture_of("Mevrouw De Wit", consent={"name": True}))


def test_consent_holds_on_its_networks_only():
    facts = picture_of("Mevrouw De Wit", consent={"photo": True, "networks": ["mastodon"]})
    assert not portraits(facts, "mastodon")
    assert portraits(facts, "facebook")


def test_consent_that_was_taken_back_is_over_from_that_moment():
    def taken_back(at: str) -> dict[str, Any]:
        return picture_of("Mevrouw De Wit", consent={"photo": True, "withdrawn": at})

    assert portraits(taken_back("2026-11-20T09:00:00+01:00"))
    assert not portraits(taken_back("2026-11-22T09:00:00+01:00"))


def test_a_child_needs_a_parent_too():
    assert portraits(picture_of("Saar", minor=True, consent={"photo": True}))
    assert portraits(picture_of("Saar", minor=True, guardian=False, consent={"photo": True}))
    assert not portraits(picture_of("Saar", minor=True, guardian=True, consent={"photo": True}))


def test_everybody_in_the_picture_must_have_agreed():
    facts = {
        "people": [
            {"name": "Bas", "role": "staff", "consent": {"photo": True}},
            {"name": "Sem", "role": "staff"},
        ],
        "media": [{"people": "recognisable", "person_refs": ["Bas", "Sem"]}],
    }
    (one,) = portraits(facts)
    assert "Sem" in one.message
    facts["people"][1]["consent"] = {"photo": True}
    assert not portraits(facts)


def test_the_yes_of_another_jan_shows_nobody():
    facts = {
        "now": NOW,
        "people": [
            {"name": "Jan Bakker", "consent": {"photo": True}},
            {"name": "Els de Vries", "consent": {"photo": True}},
            {"name": "Noor", "role": "staff", "consent": {"photo": True}},
        ],
        "media": [{"people": "recognisable", "rights": "own"}],
    }
    assert found("portrait-consent", "Jan de Vries met zijn nieuwe jas.", facts)
    assert not found("portrait-consent", "Jan Bakker met zijn nieuwe jas.", facts)
    assert not found("portrait-consent", "Onze Noor past de jas.", facts)
    assert not found("portrait-consent", "Jan in his new coat.", facts)


def test_somebody_in_the_picture_who_is_not_on_file_did_not_agree():
    facts = picture_of("Bas", role="staff", consent={"photo": True})
    facts["media"][0]["person_refs"].append("een onbekende")
    assert portraits(facts)


@pytest.mark.parametrize(
    ("rights", "is_found"),
    [("own", False), ("licensed", False), ("credited", False), ("third-party", True), ("unknown", True)],
)
def test_rights_decide_and_what_is_not_told_is_left_alone(rights, is_found):
    facts = {"media": [{"people": "none", "rights": rights}]}
    assert bool(found("third-party-content", "De etalage is klaar.", facts)) is is_found
    assert not found("third-party-content", "De etalage is klaar.", {"media": [{"people": "none"}]})


def test_a_licence_clears_what_the_text_admits():
    text = "Mooie foto van internet geplukt."
    assert found("third-party-content", text)
    assert not found("third-party-content", text, {"media": [{"people": "none", "rights": "licensed"}]})


@pytest.mark.parametrize(
    "text",
    [
        "Kunt u ons bellen op 06-12345678?",
        "U kunt ons morgen mailen via noor@post.example.",
        "Mail klantenservice@jas.example, dan kijken we mee.",
        "Bel 06-12345678 en vraag naar Noor.",
        "Give us a ring on 030-5550199.",
        "Please write to returns@jas.example about it.",
        "Call 030-5550199 and ask for Noor.",
    ],
)
def test_where_to_reach_the_shop_is_no_secret_also_when_it_is_not_listed(text):
    assert not found("pii-in-public-reply", text, kind="reply")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dat kan via 06-12345678, de hele week.", "contacten van de winkel"),
        ("The number is 030-5550199, all week.", "the shop's contacts"),
        ("Schrijven kan aan jan.bakker@post.example.", "contacten van de winkel"),
    ],
)
def test_a_number_of_which_nobody_knows_whose_it_is_is_asked_about(text, words):
    (one,) = found("pii-in-public-reply", text, kind="reply")
    assert words in one.message
    assert not one.mends


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("We hebben u gebeld op 06-12345678. ^JD", "We hebben u gebeld op uw nummer. ^JD"),
        ("Wij bellen jou op 06-12345678. ^JD", "Wij bellen jou op je nummer. ^JD"),
        ("We mailed you at jan@post.example. ^JD", "We mailed you at your e-mail. ^JD"),
        ("Uw jas ging naar Lindelaan 14. ^JD", "Uw jas ging naar uw adres. ^JD"),
    ],
)
def test_a_customers_own_stays_out_in_the_form_of_address_of_the_answer(text, mended):
    (one,) = found("pii-in-public-reply", text, kind="reply")
    assert [text[: mend.start] + mend.text + text[mend.end :] for mend in one.mends] == [mended]
    assert not found("pii-in-public-reply", mended, kind="reply")


@pytest.mark.parametrize("text", ["3STEST0012345. ^JD", "06-12345678 ^JD", "Lindelaan 14. ^JD"])
def test_a_mend_never_leaves_a_mere_signature(text):
    assert not any(one.mends for one in found("pii-in-public-reply", text, kind="reply"))


def test_a_question_that_moves_keeps_the_greeting_and_the_signature():
    text = "Hoi Kim, zet hier even je bestelnummer neer ^JD"
    (one,) = found("pii-in-public-reply", text, kind="reply")
    (mend,) = one.mends
    assert (
        text[: mend.start] + mend.text + text[mend.end :]
        == "Hoi Kim, stuur me je bestelnummer in een privébericht. ^JD"
    )


@pytest.mark.parametrize(
    "text",
    [
        "We answered your e-mail yesterday.",
        "We hebben uw adres aangepast.",
        "We hebben je nummer al, dank je.",
    ],
)
def test_speaking_of_it_is_not_asking_for_it(text):
    assert not found("pii-in-public-reply", text, kind="reply")


KEEPS = {"shop": {"name": "Jas", "contacts": ["030-5550100", "noor@jas.example"]}}


@pytest.mark.parametrize(
    "text",
    [
        "Mail naar kim@voorbeeld.nl is teruggekomen.",
        "Je mail kim@voorbeeld.nl werkt niet.",
        "Bel 06-12345678 was in gesprek, Kim.",
        "Uw telefoon 06-12345678 stond uit.",
        "Email kim@example.com bounced, Kim.",
        "Call 06-12345678 for Kim.",
        "Our workshop will call you on 06-12345678.",
        "We are sorry, your parcel went to 14 Linden Lane.",
    ],
)
def test_what_the_customer_gave_is_not_the_shops_for_a_word_before_it(text):
    assert found("pii-in-public-reply", text, kind="reply")
    assert found("pii-in-public-reply", text, KEEPS, kind="reply")


@pytest.mark.parametrize(
    "text",
    [
        "Bel gerust 030-5550100 voor een afspraak.",
        "Mail noor@jas.example, dan kijken we mee.",
        "Onze werkplaats is te bereiken op 030-5550100.",
        "Call 030-5550100 and ask for Noor.",
        "Text us on 030-5550100 any day.",
    ],
)
def test_readers_are_asked_to_call_with_the_shops_contacts_and_where_none_are_known(text):
    assert not found("pii-in-public-reply", text, KEEPS, kind="reply")
    assert not found("pii-in-public-reply", text, kind="reply")


@pytest.mark.parametrize(
    "text",
    [
        "Ons KvK-nummer is 12345678.",
        "Jas, btw-nummer NL001234567B01, Handelsregister 12345678.",
        "Onze IBAN is NL91 ABNA 0417 1643 00.",
        "We zijn open aan de Kerkstraat 12.",
        "De deuren zijn weer open aan de Kerkstraat 12.",
        "Our VAT number is NL001234567B01.",
        "Our Chamber of Commerce number is 12345678.",
        "Our IBAN is NL91 ABNA 0417 1643 00.",
        "Product code 3SABC1234567890 is the green one.",
    ],
)
def test_numbers_that_a_company_must_show_are_no_secret(text):
    assert not found("pii-in-public-reply", text)


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Je kenteken 12-ABC-3 staat erbij.", "Je kenteken staat erbij."),
        ("Je nummer 06-12345678 klopt niet.", "Je nummer klopt niet."),
        ("Your phone number 06-12345678 does not work.", "Your phone number does not work."),
        ("Je pakket ging naar Lindelaan 14.", "Je pakket ging naar je adres."),
    ],
)
def test_the_word_for_it_is_said_once(text, mended):
    for kind in ("post", "reply"):
        (one,) = found("pii-in-public-reply", text, kind=kind)
        (mend,) = one.mends
        assert text[: mend.start] + mend.text + text[mend.end :] == mended


def test_nothing_is_offered_where_the_sentence_tells_only_that():
    (one,) = found("pii-in-public-reply", "Je bestelnummer is 3STEST0012345.", kind="reply")
    assert one.mends == ()


@pytest.mark.parametrize(
    "text",
    [
        "Je kaart 4111 1111 1111 1111 is belast.",
        "Je BSN 123456782 staat op de bon.",
        "Je betaling van 89 euro is mislukt wegens te laag saldo.",
        "Je diabetes is geen probleem, Kim.",
        "We charged your card 4111 1111 1111 1111.",
        "Your payment of 89 euro failed, so we kept the coat.",
        "Your diabetes is no problem, Kim.",
    ],
)
def test_cards_numbers_of_citizens_money_and_health_are_private(text):
    assert len(found("pii-in-public-reply", text, kind="reply")) == 1
    assert not found("pii-in-public-reply", text, {"thread": {"public": False}}, kind="reply")


@pytest.mark.parametrize(
    "text",
    [
        "Je betaling van 89 euro is binnen, dank je wel.",
        "Your payment of 89 euro came in, thank you.",
    ],
)
def test_a_payment_that_came_in_is_no_secret(text):
    assert not found("pii-in-public-reply", text, kind="reply")
