"""What others are made to say of the shop: quoted, asked for, bought, borrowed, blown up, and what clears it."""

from typing import Any

import pytest

from etiquette.test_phrases import filled
from toonbank.etiquette import Draft, Facts, check
from toonbank.etiquette.finding import Severity
from toonbank.etiquette.kinds.labels import labels, tells_of_own_people
from toonbank.language.phrases import phrases

NOW = "2026-11-21T10:00:00+01:00"


def found(text, *, kind="post", **facts):
    known = Facts.from_json({"now": NOW, **facts})
    return {one.rule: one for one in check(Draft(text, kind), known).findings}


def record(text):
    return {"quotes": [{"id": "7", "text": text, "author": "M. de Wit", "consent": True}]}


# Quotations


@pytest.mark.parametrize(
    ("quoted", "written"),
    [
        ('"Fijne jas, mooie kleur" – M. de Wit', "Fijne jas, mooie kleur."),
        ('"fijne jas MOOIE kleur" – M. de Wit', "Fijne jas, mooie kleur!"),
        ('"Fijne jas […] mooie kleur" – M. de Wit', "Fijne jas, snel bezorgd, mooie kleur."),
        ('"Fijne jas [...]" – M. de Wit', "Fijne jas, snel bezorgd, mooie kleur."),
    ],
)
def test_a_quotation_that_is_what_was_written_is_fine(quoted, written):
    assert "review-quote-unverified" not in found(quoted, reviews=record(written))


@pytest.mark.parametrize(
    ("quoted", "written", "why"),
    [
        ('"Fijne jas" – M. de Wit', "Fijne jas, snel bezorgd.", "weggelaten"),
        ('"Fijne jas […]" – M. de Wit', "Fijne jas, maar de rits klemt.", "verandert"),
        ('"Deze jas is […] warm" – M. de Wit', "Deze jas is niet warm.", "verandert"),
        ('"Een heel fijne jas van mooie wol" – M. de Wit', "Een fijne jas van wol.", "anders"),
        ('"Geweldige winkel" – M. de Wit', "De rits klemt.", "vastgelegd"),
    ],
)
def test_a_quotation_that_was_changed_says_what_is_wrong(quoted, written, why):
    assert why in found(quoted, reviews=record(written))["review-quote-unverified"].message


def test_a_changed_quotation_is_mended_with_what_she_wrote():
    text, written = '"Fijne jas" – M. de Wit', "Fijne jas, maar de rits klemt."
    (mend,) = found(text, reviews=record(written))["review-quote-unverified"].mends
    mended = text[: mend.start] + mend.text + text[mend.end :]
    assert written in mended
    assert "review-quote-unverified" not in found(mended, reviews=record(written))


def test_titles_questions_and_own_products_are_no_reviews():
    for text in (
        'We lezen het boek "De mooie zomer".',
        'Een klant vroeg: "Is deze jas mooi warm?"',
        'Nieuw in het rek: de "Fijne Berkel".',
    ):
        assert "review-quote-unverified" not in found(text, products=[{"names": ["Fijne Berkel"]}])


# Labels


def gift(**more):
    return {"endorsements": [{"who": "@femke_w", "gift": True, **more}]}


@pytest.mark.parametrize(
    "text",
    [
        "#ad @femke_w in haar nieuwe jas",
        "@femke_w in haar nieuwe jas #reclame #jas #zutphen",
        "@femke_w in haar nieuwe jas #jas #zutphen #reclame",
        "@femke_w kreeg deze jas van ons.",
        "Advertentie: @femke_w in haar nieuwe jas.",
    ],
)
def test_a_label_in_sight_clears_a_gift(text):
    assert "endorsement-undisclosed" not in found(text, **gift())


@pytest.mark.parametrize(
    "text",
    [
        "@femke_w in haar nieuwe jas",
        "@femke_w in haar nieuwe jas #jas #reclame #zutphen",
        "@femke_w in haar nieuwe jas. "
        + "Wat een weer was het, en wat een wandeling langs de Berkel. " * 3
        + "#ad hoor.",
        "@femke_w in haar nieuwe jas #adventure",
        "@femke_w in haar nieuwe jas, collab",
    ],
)
def test_no_label_or_one_out_of_sight_does_not(text):
    finding = found(text, **gift())["endorsement-undisclosed"]
    (mend,) = finding.mends
    mended = text[: mend.start] + mend.text + text[mend.end :]
    assert "endorsement-undisclosed" not in found(mended, **gift())


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_label_of_the_inventory_is_one_and_its_neighbours_are_not(lang):
    def is_label(words):
        text = filled(words, lang).lower()
        shown = labels(text, country="NL", is_gift_only=False)
        return any(one.is_in_sight for one in shown) or tells_of_own_people(text) is not None

    inventory = phrases("disclosure", lang)
    assert [words for words in inventory.noticed if not is_label(words)] == []
    assert [words for words in inventory.negatives if is_label(words)] == []


def test_belgium_knows_other_labels():
    belgian = {"shop": {"country": "BE"}}
    assert "endorsement-undisclosed" in found("#ad @femke_w in haar jas", **gift(), **belgian)
    assert "endorsement-undisclosed" not in found("#reclame @femke_w in haar jas", **gift(), **belgian)
    assert "endorsement-undisclosed" not in found("#gesponsord @femke_w in haar jas", **gift(), **belgian)
    assert "endorsement-undisclosed" in found(
        "#gesponsord @femke_w in haar jas", **gift(paid=True), **belgian
    )


def test_a_customer_who_got_nothing_needs_no_label():
    assert "endorsement-undisclosed" not in found("@femke_w is blij", endorsements=[{"who": "@femke_w"}])


# Borrowed authority


@pytest.mark.parametrize(
    ("until", "is_found"), [("2026-11-20", True), ("2026-11-21", False), ("2027-03-31", False)]
)
def test_a_mark_counts_up_to_and_including_its_last_day(until, is_found):
    marks = [{"name": "Webwinkelkeur", "valid_until": until}]
    assert ("endorsement-unproven" in found("Wij hebben het Webwinkelkeur.", marks=marks)) is is_found


def test_praise_on_file_without_permission_is_not_enough():
    text = "Gedragen door Anna de Boer."
    asked = [{"who": "Anna de Boer", "permission": False}]
    assert "toestemming" in found(text, endorsements=asked)["endorsement-unproven"].message
    assert "endorsement-unproven" not in found(
        text, endorsements=[{"who": "Anna de Boer", "permission": True}]
    )


def test_staff_may_wear_the_coat():
    assert "endorsement-unproven" not in found(
        "Ook Bas draagt hem.", people=[{"name": "Bas", "role": "staff"}]
    )


# Made more of


@pytest.mark.parametrize(("uses", "is_found"), [(3, False), (4, True)])
def test_the_same_praise_may_be_used_three_times_in_four_weeks(uses, is_found):
    known = [{"who": "Ruben", "quote": "Fijne pan", "uses_28d": uses}]
    assert ("endorsement-exaggerated" in found("Ruben bakt vis.", endorsements=known)) is is_found


def test_a_shop_may_set_that_number_itself():
    known = [{"who": "Ruben", "quote": "Fijne pan", "uses_28d": 3}]
    assert "endorsement-exaggerated" in found(
        "Ruben bakt vis.", endorsements=known, thresholds={"endorsement_uses": 2}
    )


@pytest.mark.parametrize(("day", "is_found"), [("2026-10-24", True), ("2026-10-20", False)])
def test_earlier_posts_in_the_archive_count_for_four_weeks(day, is_found):
    old = [{"text": "Ruben bakt vis.", "at": at} for at in ("2026-11-20", "2026-11-10", day)]
    known = [{"who": "Ruben", "quote": "Fijne pan"}]
    assert (
        "endorsement-exaggerated" in found("Ruben bakt vis.", endorsements=known, archive=old)
    ) is is_found


def test_the_literal_words_are_put_in_the_place_of_the_exaggeration():
    known = [{"who": "Ruben", "quote": "Fijne pan", "permission": True}]
    (mend,) = found("Ruben kan niet meer zonder.", endorsements=known)["endorsement-exaggerated"].mends
    assert mend.text == "Ruben: “Fijne pan”."


# Above all others, and green


def test_play_is_only_a_hint_and_an_opinion_with_an_owner_nothing():
    assert (
        found("De lekkerste taart van het hele universum!")["superlative-unproven"].severity
        is Severity.ADVISE
    )
    assert found("De goedkoopste jas van Zutphen.")["superlative-unproven"].severity is Severity.WARN
    assert "superlative-unproven" not in found("Dit is voor mij de fijnste jas van Zutphen.")


@pytest.mark.parametrize(("until", "is_found"), [("2026-11-20", True), ("2026-11-21", False), ("", False)])
def test_a_proof_clears_a_superlative_while_it_holds(until, is_found):
    proofs = [{"claim": "oudste jassenwinkel van Zutphen", "basis": "akte 1931", "valid_until": until}]
    assert ("superlative-unproven" in found("De oudste jassenwinkel van Zutphen.", proofs=proofs)) is is_found


def test_a_proof_of_something_else_proves_nothing():
    proofs = [{"claim": "1.140 kleuren garen", "basis": "voorraadlijst"}]
    assert "superlative-unproven" in found("De oudste jassenwinkel van Zutphen.", proofs=proofs)


def test_a_share_or_a_scheme_in_the_same_post_makes_green_precise():
    assert "green-claim-generic" in found("Een duurzame jas.")
    assert "green-claim-generic" not in found("Een duurzame jas. De stof is 80% gerecycled polyester.")
    assert "green-claim-generic" not in found("Een duurzame jas, met GOTS-certificaat.")
    assert "green-claim-generic" in found("Een 100% duurzame jas.")


def test_neutral_by_offsetting_is_not_cleared_by_any_paper():
    proofs = [{"claim": "CO2-neutraal bezorgd", "basis": "gecompenseerd, Gold Standard"}]
    assert "compensatie" in found("Wij bezorgen CO2-neutraal.", proofs=proofs)["green-claim-generic"].message


@pytest.mark.parametrize(
    ("text", "rule", "evidence"),
    [
        ("De oudste jassenwinkel van Zutphen.", "superlative-unproven", {"proofs": [{"claim": "oudste jassenwinkel van Zutphen"}]}),
        ("Onze tassen zijn eco!", "green-claim-generic", {"proofs": [{"claim": "tassen eco", "basis": "EU Ecolabel"}]}),
        ("Wij hebben het Webwinkelkeur.", "endorsement-unproven", {"marks": [{"name": "Webwinkelkeur"}]}),
        ('"Fijne jas!" zei een klant.', "review-quote-unverified", {"reviews": record("Fijne jas!")}),
    ],
)  # fmt: skip
def test_evidence_for_a_claim_takes_its_finding_away(text, rule, evidence):
    assert rule in found(text)
    assert rule not in found(text, **evidence)


# Bought and posed


def test_who_is_on_the_staff_list_cannot_be_a_customer():
    people = [{"name": "Bas", "role": "staff"}, {"name": "Mevrouw De Wit", "role": "customer"}]
    text = "Als klant vind ik dit een fijne winkel."
    assert "fake-engagement" in found(text, people=people, author={"name": "Bas"})
    assert "fake-engagement" not in found(text, people=people, author={"name": "Mevrouw De Wit"})


def test_a_bought_goal_is_fake_before_it_is_vain():
    shown = list(found("Doel: 2.000 volgers inkopen.", kind="goal"))
    assert shown == ["fake-engagement", "vanity-goal"]


def test_asking_everybody_is_fine_whatever_the_answer():
    for text in (
        "Wat vond je van je jas? Goed of slecht, zet het op Google.",
        "Beoordeel ons gerust op Google, tevreden of niet.",
        "Thanks for your review, the zip has been fixed.",
    ):
        assert "review-gating" not in found(text)


MARK = [{"name": "Thuiswinkel Waarborg", "valid_until": "2027-03-31"}]


@pytest.mark.parametrize(
    "text",
    [
        "Wij hebben het Webshop Keurmerk.",
        "Beter Leven keurmerk: 3 sterren",
        "Onze wol heeft het FSC-keurmerk.",
        "We hold the Green Shop Trustmark.",
        "Our wool has the Better Wool quality mark.",
    ],
)
def test_another_mark_than_the_one_on_file_is_not_proven_by_it(text):
    assert "endorsement-unproven" in found(text, marks=MARK)


@pytest.mark.parametrize(
    "text",
    [
        "Wij hebben het Thuiswinkel Waarborg keurmerk.",
        "Wij hebben het keurmerk.",
        "We hold the Thuiswinkel Waarborg trustmark.",
    ],
)
def test_the_mark_on_file_may_be_named(text):
    assert "endorsement-unproven" not in found(text, marks=MARK)


@pytest.mark.parametrize(
    "text",
    [
        "De Consumentengids gaf deze tas een {}.",
        "Onze tas kreeg een {} in de Consumentengids.",
        "In de test van de Consumentengids scoort de tas een {}.",
    ],
)
def test_a_mark_out_of_ten_is_held_against_the_test_on_file(text):
    tests = [{"name": "Consumentengids", "result": "8,1", "licence_until": "2027-06-30"}]
    assert "endorsement-unproven" in found(text.format("9"), tests=tests)
    assert "endorsement-unproven" not in found(text.format("8,1"), tests=tests)


@pytest.mark.parametrize(
    "text",
    [
        "Je krijgt je geld terug, ook als je review blijft staan.",
        "Laat je review gerust staan, we storten het geld vandaag terug.",
        "Je review mag gewoon blijven staan en je geld komt vandaag terug.",
        "We refund you today, and your review can stay.",
        "You'll get the refund even if your review stays as it is.",
    ],
)
def test_a_refund_that_leaves_the_review_alone_is_no_reward(text):
    assert "review-gating" not in found(text, kind="reply")


@pytest.mark.parametrize(
    "text",
    [
        "Je krijgt je geld terug als je review blijft staan op vijf sterren.",
        "Laat gerust een review achter, dan krijg je een bon.",
        "You get a voucher if your five-star review stays up.",
    ],
)
def test_a_refund_that_hangs_on_the_review_is_one(text):
    assert "review-gating" in found(text, kind="reply")


def crowd(text: str, **counts: Any) -> tuple[set[str], list[str]]:
    facts = Facts.from_json({"now": "2026-11-21T10:00:00+01:00", "counts": {"at": "2026-11-20", **counts}})
    checkup = check(Draft(text), facts)
    mended = [
        text[: mend.start] + mend.text + text[mend.end :] for one in checkup.findings for mend in one.mends
    ]
    return {one.state.value for one in checkup.claims}, mended


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Duizenden klanten gingen je voor.", "proven"),
        ("Honderden blije klanten.", "proven"),
        ("Tienduizenden klanten gingen je voor.", "contradicted"),
        ("Thousands of happy customers.", "proven"),
        ("Tens of thousands of happy customers.", "contradicted"),
    ],
)
def test_a_round_word_for_many_is_held_against_the_count(text: str, state: str):
    assert crowd(text, customers=4000)[0] == {state}
    assert crowd(text)[0] == {"unknown"}


def test_too_large_a_word_becomes_the_number():
    assert (
        crowd("Tienduizenden klanten gingen je voor.", customers=4000)[1][0]
        == "4.000 klanten gingen je voor."
    )
    assert crowd("Tens of thousands of happy customers.", customers=4000)[1][0] == "4,000 happy customers."
