"""Answers under complaints: the same words weigh differently by what they answer, and by what was said before."""

import pytest

from etiquette.test_phrases import filled
from toonbank.etiquette import Draft, Facts, check
from toonbank.language.phrases import phrases

ANSWERING = {
    "flippant-to-complaint",
    "defensive-reply",
    "blame-the-customer",
    "no-solution",
    "hidden-resolution",
    "sales-in-complaint-reply",
}


def thread(label: str | None = None, *messages: str, public: bool = True) -> dict[str, object]:
    said = [{"from": "customer", "text": text} for text in messages]
    return {"thread": {"public": public, "messages": said} | ({"label": label} if label else {})}


def found(text: str, facts: dict[str, object] | None = None, lang: str = "nl") -> dict[str, str]:
    known = Facts.from_json(facts) if facts else None
    return {one.rule: one.severity.word for one in check(Draft(text, "reply", lang=lang), known).findings}


@pytest.mark.parametrize(
    ("label", "severity"),
    [
        ("complaint-implicit", "warn"),
        ("complaint-disapproval", "block"),
        ("complaint-accusation", "block"),
        ("complaint-blame", "block"),
        ("danger", "block"),
        ("legal-press", "block"),
        ("criticism", None),
        ("doubt", None),
        ("question", None),
        ("compliment", None),
        ("chat", None),
    ],
)
def test_a_joke_weighs_as_heavy_as_the_complaint_it_answers(label, severity):
    for text, lang in (
        ("Haha, ik stuur vandaag een nieuwe.", "nl"),
        ("Lol, a new one goes out today.", "en"),
    ):
        assert found(text, thread(label), lang).get("flippant-to-complaint") == severity


def test_without_a_label_only_strong_words_of_the_customer_make_a_complaint():
    reply = "Haha, geweldig 😂"
    assert "flippant-to-complaint" in found(
        reply, thread(None, "Wat een oplichters, ik wil mijn geld terug.")
    )
    assert "flippant-to-complaint" not in found(reply, thread(None, "Schandalig lekker die koek!"))
    assert "flippant-to-complaint" not in found(reply, thread(None, "Kijk eens wat mijn kat doet."))


def test_a_cheerful_answer_to_nobody_knows_what_is_left_alone():
    for text in (
        "Haha, die kat van jullie 😂",
        "Gefeliciteerd met je dochter 🎉",
        "Oeps, ik typte de verkeerde dag: het is woensdag.",
    ):
        assert "flippant-to-complaint" not in found(text)


def test_nothing_but_a_laugh_is_only_asked_about():
    assert found("Hihi") == {"flippant-to-complaint": "advise"}


def test_a_joke_stands_before_the_missing_step():
    for label in ("complaint-implicit", "complaint-blame"):
        facts = Facts.from_json(thread(label))
        shown = [one.rule for one in check(Draft("Dat was me wat, zeg. Haha!", "reply"), facts).findings]
        ours = [slug for slug in shown if slug in ANSWERING]
        assert ours == ["flippant-to-complaint", "no-solution"]


def test_cutting_the_laugh_mends_it():
    facts = Facts.from_json(thread("complaint-blame"))
    text = "Ik stuur vandaag een nieuwe 😂"
    (finding,) = [
        one for one in check(Draft(text, "reply"), facts).findings if one.rule == "flippant-to-complaint"
    ]
    (mend,) = finding.mends
    assert text[: mend.start] + mend.text + text[mend.end :] == "Ik stuur vandaag een nieuwe"


def test_recognition_before_an_explanation_makes_it_one():
    facts = thread("complaint-disapproval")
    assert "defensive-reply" in found("De leverancier was te laat.", facts)
    assert "defensive-reply" not in found("Wat vervelend, twee weken. De leverancier was te laat.", facts)
    assert "defensive-reply" in found("De leverancier was te laat. Vervelend voor je.", facts)


def test_sorry_but_is_no_recognition():
    facts = thread("complaint-disapproval")
    assert "defensive-reply" in found("Sorry, maar dat staat duidelijk in onze voorwaarden.", facts)
    assert "defensive-reply" in found("Sorry, but it clearly says so in our terms.", facts, "en")


def test_that_nobody_else_complains_hurts_whatever_was_said_before():
    facts = thread("complaint-accusation")
    assert "defensive-reply" in found("Sorry voor het gedoe. U bent wel de eerste die erover klaagt.", facts)


def test_defence_is_no_matter_under_a_question():
    assert "defensive-reply" not in found(
        "Dat staat in onze voorwaarden, onder kopje drie.", thread("question")
    )


def test_blame_is_found_under_anything_and_an_insult_blocks():
    for facts in (None, thread("question"), thread("complaint-blame")):
        assert found("Had je de maattabel maar moeten lezen.", facts)["blame-the-customer"] == "warn"
        assert found("Wat ben je toch een zeurkous.", facts)["blame-the-customer"] == "block"


@pytest.mark.parametrize(
    "text",
    [
        "Je had dit nooit moeten meemaken. Ik stuur vandaag een nieuwe.",
        "Je had gisteren een mail moeten krijgen; ik kijk waar die bleef.",
        "Wij hebben het verkeerd ingevuld, dat is onze fout. Ik pas het vandaag aan.",
        "Niet jouw schuld. Ik stuur vandaag een nieuwe.",
        "Heb je hem met de hand gewassen? Dan weet ik wat er gebeurde.",
        "De verkeerde maat besteld? Geen punt, je ruilt hem gratis.",
    ],
)
def test_what_befell_the_customer_or_went_wrong_with_us_is_no_blame(text):
    assert "blame-the-customer" not in found(text, thread("complaint-accusation"))


@pytest.mark.parametrize(
    "text",
    [
        "You should never have had to wait this long. A new one leaves today.",
        "You should have received an email; I am checking where it went.",
        "We ordered the wrong size, our mistake. The right one leaves today.",
        "Not your fault at all. I am sending a new one.",
        "Your choice: refund or replacement.",
        "You must have been so disappointed. I am calling you now.",
    ],
)
def test_sympathy_in_english_is_no_blame(text):
    assert "blame-the-customer" not in found(text, thread("complaint-accusation"), "en")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_commitment_of_the_inventory_is_a_step_and_no_empty_promise_is(lang):
    facts = thread("complaint-disapproval")
    known = phrases("commitment", lang)
    assert [one for one in known.noticed if "no-solution" in found(filled(one, lang), facts, lang)] == []
    assert [one for one in known.negatives if "no-solution" not in found(one, facts, lang)] == []


def test_a_discount_on_a_later_purchase_and_a_bare_place_are_no_step():
    facts = thread("complaint-accusation")
    for text in (
        "Vervelend! Je krijgt 10% korting op je volgende bestelling.",
        "Je pakket ligt in het sorteercentrum in Zwolle.",
        "We komen zo snel mogelijk bij je terug.",
        "We hebben het doorgezet naar de juiste afdeling.",
    ):
        assert "no-solution" in found(text, facts), text
    assert "no-solution" not in found("Stuur me een DM met je ordernummer.", facts)


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("complaint-implicit", True),
        ("danger", True),
        ("criticism", False),
        ("question", False),
        ("compliment", False),
    ],
)
def test_only_a_complaint_asks_for_a_step(label, expected):
    assert ("no-solution" in found("Dank je wel voor je bericht.", thread(label))) is expected


def test_a_solved_case_needs_no_further_step():
    facts = thread("complaint-accusation") | {
        "case": {"verdict": "right", "solved": True, "public_closed": True}
    }
    assert "no-solution" not in found("Fijn dat het nu klopt, Kim.", facts)


def test_a_verdict_or_a_kernel_clears_the_reply():
    text = "Dat klopt niet, wij hebben het verstuurd."
    assert "facts-not-checked" not in found(text)
    assert "facts-not-checked" in found(text, {"case": {"verdict": None}})
    assert "facts-not-checked" not in found(text, {"case": {"verdict": "right"}})
    assert "facts-not-checked" in found(text, {"case": {"verdict": "not right", "kernel": ""}})
    assert "facts-not-checked" not in found(
        text, {"case": {"verdict": "not right", "kernel": "de mail was onduidelijk"}}
    )


def test_blaming_the_customer_counts_as_denying():
    assert "facts-not-checked" in found("Je hebt hem zelf verkeerd gewassen.", {"case": {"verdict": None}})
    assert "facts-not-checked" not in found("Ik zoek het nu op.", {"case": {"verdict": None}})


def test_a_private_message_with_recognition_or_in_private_hides_nothing():
    facts = thread("complaint-accusation")
    assert "hidden-resolution" in found("Stuur ons even een DM.", facts)
    assert "hidden-resolution" not in found("Dat had niet mogen gebeuren. Stuur ons even een DM.", facts)
    assert "hidden-resolution" not in found(
        "Stuur ons even een DM.", thread("complaint-accusation", public=False)
    )
    assert "hidden-resolution" not in found("Stuur ons even een DM.", thread("question"))


def test_a_solved_case_wants_one_public_line():
    facts = thread("complaint-accusation") | {"case": {"solved": True, "public_closed": False}}
    assert "hidden-resolution" in found("", facts)
    assert "hidden-resolution" not in found("Opgelost met Kim: er ligt een nieuwe.", facts)
    assert "hidden-resolution" not in found("", thread("complaint-accusation") | {"case": {"solved": True}})


def test_selling_is_fine_once_it_is_solved():
    text = "Op je volgende bestelling krijg je 10% korting."
    facts = thread("complaint-accusation")
    assert "sales-in-complaint-reply" in found(text, facts)
    assert "sales-in-complaint-reply" in found(text, {"case": {"solved": False}})
    assert "sales-in-complaint-reply" not in found(
        text, facts | {"case": {"solved": True, "public_closed": True}}
    )
    assert "sales-in-complaint-reply" not in found(text, thread("compliment"))


def moderated(text: str, facts: dict[str, object] | None = None) -> list[str]:
    known = Facts.from_json(facts) if facts else None
    return [one.rule for one in check(Draft(text, "moderation", lang="nl"), known).findings]


def test_a_ground_makes_the_difference_when_words_are_taken_away():
    complaint = thread("complaint-blame", "Wat een waardeloze winkel.")
    assert moderated("Reactie verbergen.", complaint | {"action": {"type": "hide", "ground": None}})
    for ground in ("insult", "threat", "private-data", "spam"):
        assert (
            moderated("Reactie verbergen.", complaint | {"action": {"type": "hide", "ground": ground}}) == []
        )
    assert moderated("Reactie verbergen.", complaint | {"action": {"type": "hide", "ground": "negative"}})
    assert (
        moderated("Reactie verbergen.", thread("spam-abuse") | {"action": {"type": "hide", "ground": None}})
        == []
    )


def test_a_name_signs_an_answer_and_a_team_does_not():
    three, one = {"shop": {"name": "Jas", "authors": 3}}, {"shop": {"name": "Jas", "authors": 1}}
    assert "unsigned-reply" in found("Ja hoor, hij ligt klaar.", three)
    assert "unsigned-reply" in found("Ja hoor, hij ligt klaar. Groet, team Jas", three)
    assert "unsigned-reply" not in found("Wij zoeken het uit.", one)
    for signed in ("^NB", "Noor", "Groetjes, Noor", "– Noor", "Groet van Noor"):
        assert "unsigned-reply" not in found(f"Ja hoor, hij ligt klaar. {signed}", three), signed


def test_the_initials_or_the_first_name_of_the_author_are_put_below():
    facts = {"shop": {"authors": 2}, "author": {"name": "Noor Bakker", "initials": "NB"}}
    (finding,) = check(Draft("Hij ligt klaar.", "reply"), Facts.from_json(facts)).findings
    assert finding.fix == "Zet ^NB eronder."
    assert [mend.text for mend in finding.mends] == [" ^NB", " Noor"]
    assert found("Hij ligt klaar. ^NB", facts) == found("Hij ligt klaar. Noor", facts) == {}


def test_a_cheerful_post_waits_while_somebody_is_in_danger():
    queue = {"threads": [{"label": "danger", "received": "2026-11-21T09:00:00+01:00", "answered": None}]}
    slugs = [one.rule for one in check(Draft("Feest in de winkel! 🎉"), Facts.from_json(queue)).findings]
    assert "flippant-to-complaint" in slugs
    calm = [one.rule for one in check(Draft("Zondag zijn we dicht."), Facts.from_json(queue)).findings]
    assert "flippant-to-complaint" not in calm
