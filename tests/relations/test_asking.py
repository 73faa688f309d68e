"""Asking for consent: words that can be changed, an answer as proof, and a page for people without an account."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client

from conftest import NOW
from toonbank.core.errors import BadInput, NotAllowed, Overtaken
from toonbank.ledger.models import Entry
from toonbank.relations.asking import (
    Told,
    answer_on_page,
    ask_consent,
    proposed_words,
    take_question_back,
)
from toonbank.relations.consenting import Who, Yes, ending_soon, give_consent, keep_contact
from toonbank.relations.facts import people_for
from toonbank.relations.links import person_link, question_link
from toonbank.relations.models import Consent
from toonbank.relations.papers import ConsentRequest
from toonbank.relations.questions import Question, amended
from toonbank.shops.models import Shop

DAY = timedelta(days=1)
FOR = Question(
    "een bericht over gerepareerde jassen", ("name", "photo"), kinds=("square",), until_at=NOW + 400 * DAY
)


@pytest.fixture(autouse=True)
def nobody_knocked_yet():
    cache.clear()


@pytest.fixture
def de_wit(jas_shop, noor):
    return keep_contact(jas_shop, noor, Who("Mevrouw De Wit", "@De_Wit"), now=NOW)


@pytest.fixture
def asked(de_wit, noor):
    return ask_consent(de_wit, noor, FOR, now=NOW)


def path_of(link, settings):
    return link.removeprefix(settings.ADDRESS)


def may_be_shown(shop, at=NOW):
    (person,) = people_for(shop, "Mevrouw De Wit", at).everybody
    return bool(person.consent and person.consent.photo and person.consent.withdrawn_at is None)


@pytest.mark.parametrize(("lang", "words"), [("nl", "je bij naam noemen"), ("en", "call you by name")])
def test_the_proposed_words_say_everything_in_their_language(jas_shop, de_wit, noor, lang, words):
    question = Question("een bericht over jassen", ("name", "photo"), ("mastodon",), NOW + 400 * DAY, lang)
    said = proposed_words(de_wit, noor, question)
    for part in ("Mevrouw De Wit", words, "een bericht over jassen", "Mastodon", "2027", "Noor", "Jas"):
        assert part in said


def test_own_words_are_kept_as_they_were_asked_when_they_say_all(de_wit, noor):
    words = "Zouden we je woorden citeren mogen, in een bericht? Overal, totdat je het intrekt."
    asked = ask_consent(de_wit, noor, Question("een bericht", ("quote",), text=words), now=NOW)
    assert asked.text == words


YES_TO_ALL = Question("een bericht over jassen", ("name", "photo"), ("square",), NOW + 400 * DAY)


@pytest.mark.parametrize(
    ("said", "question"),
    [
        (replace(YES_TO_ALL, uses=("name",)), YES_TO_ALL),
        (replace(YES_TO_ALL, uses=("name", "photo", "tag")), YES_TO_ALL),
        (replace(YES_TO_ALL, purpose="een kaartje aan de muur"), YES_TO_ALL),
        (replace(YES_TO_ALL, until_at=NOW + 30 * DAY), YES_TO_ALL),
        (YES_TO_ALL, replace(YES_TO_ALL, until_at=None)),
        (replace(YES_TO_ALL, kinds=("mastodon",)), YES_TO_ALL),
        (YES_TO_ALL, replace(YES_TO_ALL, kinds=())),
    ],
)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_words_of_another_question_are_refused_and_can_be_brought_up_to_date(
    de_wit, noor, lang, said, question
):
    question = replace(question, lang=lang)
    words = proposed_words(de_wit, noor, replace(said, lang=lang))
    with pytest.raises(BadInput):
        ask_consent(de_wit, noor, replace(question, text=words), now=NOW)
    assert amended(de_wit, question, words) == proposed_words(de_wit, noor, question)


def test_for_a_child_the_words_say_who_answers(de_wit, noor):
    words = proposed_words(de_wit, noor, YES_TO_ALL)
    of_a_child = replace(YES_TO_ALL, is_minor=True, text=words)
    with pytest.raises(BadInput):
        ask_consent(de_wit, noor, of_a_child, now=NOW)
    assert "ouder of voogd" in amended(de_wit, of_a_child, words)


def test_who_ticks_more_after_the_words_were_shown_reads_them_once_more(de_wit, noor, door_of):
    door, address = door_of(noor), f"/s/jas/people/{de_wit.pk}/ask/"
    asking = {"purpose": "een bericht over jassen", "uses": ["name"], "lang": "nl"}
    words = door.post(address, asking).context["form"]["text"].value()
    more = asking | {"uses": ["name", "photo"], "text": words, "ask": "yes"}
    answer = door.post(address, more)
    assert (answer.status_code, ConsentRequest.objects.count()) == (400, 0)
    completed = answer.context["form"]["text"].value()
    assert "je op een foto laten zien" in completed
    assert door.post(address, more | {"text": completed}).status_code == 302
    asked = ConsentRequest.objects.get()
    assert (asked.uses, asked.text) == (("name", "photo"), completed)


def test_own_words_that_ask_for_more_than_is_ticked_are_not_kept(de_wit, noor, door_of):
    door, address = door_of(noor), f"/s/jas/people/{de_wit.pk}/ask/"
    asking = {"purpose": "een bericht", "uses": ["name"], "lang": "nl", "ask": "yes"}
    words = "We willen je bij naam noemen en je op een foto laten zien in een bericht. Overal, totdat je het intrekt."
    answer = door.post(address, asking | {"text": words})
    assert answer.status_code == 400
    assert "je op een foto laten zien" in str(answer.context["form"].errors["text"])
    assert not ConsentRequest.objects.exists()


@pytest.mark.parametrize(
    "question",
    [
        Question("", ("name",)),
        Question("een bericht", ()),
        Question("een bericht", ("name",), until_at=NOW - DAY),
    ],
)
def test_a_question_without_purpose_use_or_time_is_none(de_wit, noor, question):
    with pytest.raises(BadInput):
        ask_consent(de_wit, noor, question, now=NOW)


def test_asking_is_no_yes(jas_shop, asked):
    assert not Consent.objects.exists()
    assert not may_be_shown(jas_shop)


def test_a_yes_on_the_page_is_a_consent_with_its_proof(jas_shop, asked):
    consent = answer_on_page(asked, Told(is_yes=True, name="A. de Wit", is_old_enough=True), now=NOW)
    assert (consent.uses, consent.kinds, consent.request) == (("name", "photo"), ["square"], asked)
    assert "A. de Wit" in consent.proof
    assert may_be_shown(jas_shop)


def test_a_no_is_a_no_and_is_given_once(jas_shop, asked):
    assert answer_on_page(asked, Told(is_yes=False), now=NOW) is None
    with pytest.raises(Overtaken):
        answer_on_page(asked, Told(is_yes=True, name="A. de Wit", is_old_enough=True), now=NOW)
    assert not may_be_shown(jas_shop)


@pytest.mark.parametrize("told", [Told(is_yes=True, is_old_enough=True), Told(is_yes=True, name="A. de Wit")])
def test_a_yes_without_a_name_or_without_being_sixteen_is_none(asked, told):
    with pytest.raises(BadInput):
        answer_on_page(asked, told, now=NOW)


def test_for_a_child_a_guardian_says_yes(jas_shop, de_wit, noor):
    asked = ask_consent(de_wit, noor, Question("een foto", ("photo",), is_minor=True), now=NOW)
    with pytest.raises(BadInput):
        answer_on_page(asked, Told(is_yes=True, name="Saar", is_old_enough=True), now=NOW)
    answer_on_page(asked, Told(is_yes=True, name="Saar", guardian="A. de Wit"), now=NOW)
    (person,) = people_for(jas_shop, "Mevrouw De Wit", NOW).everybody
    assert (person.minor, person.guardian) == (True, True)


def test_of_a_child_no_yes_is_written_down_without_a_guardian(de_wit, noor):
    give_consent(de_wit, noor, Yes("zei het", photo=True, guardian="haar moeder"), now=NOW)
    with pytest.raises(BadInput):
        give_consent(de_wit, noor, Yes("zei het", name=True), now=NOW)


def test_a_question_that_was_taken_back_cannot_be_answered(asked, noor, jas_shop, hire):
    with pytest.raises(NotAllowed):
        take_question_back(asked, hire(jas_shop, "Kijker", "viewer"), now=NOW)
    take_question_back(asked, noor, now=NOW)
    with pytest.raises(Overtaken):
        answer_on_page(asked, Told(is_yes=True, name="A. de Wit", is_old_enough=True), now=NOW)


def test_what_ends_within_thirty_days_is_told_unless_it_was_asked_again(de_wit, noor):
    ending = give_consent(de_wit, noor, Yes("zei het", name=True, until_at=NOW + 20 * DAY), now=NOW - DAY)
    assert ending_soon(NOW) == [ending]
    assert ending_soon(NOW - 15 * DAY) == []
    give_consent(de_wit, noor, Yes("zei het", name=True), now=NOW)
    assert ending_soon(NOW) == []


def test_the_ledger_never_holds_the_name(asked):
    answer_on_page(asked, Told(is_yes=True, name="A. de Wit", is_old_enough=True), now=NOW)
    assert [entry.kind for entry in Entry.objects.all()] == ["consent_asked", "consent_given"]
    assert "Wit" not in str([entry.payload for entry in Entry.objects.all()])


def test_the_page_says_all_and_needs_no_account(asked, settings):
    page = Client().get(path_of(question_link(asked), settings))
    for part in ("een bericht over gerepareerde jassen", "Oefenplein", "Noor", "Je mag nee zeggen"):
        assert part in page.content.decode()
    assert page.cookies.keys() <= {"csrftoken", "toonbank-csrf"}


def test_a_visitor_says_yes_and_takes_it_back_later(jas_shop, asked, settings):
    visitor, address = Client(), path_of(question_link(asked), settings)
    assert visitor.post(address, {"yes": "yes", "name": ""}).status_code == 400
    assert not Consent.objects.exists()
    assert (
        visitor.post(address, {"yes": "yes", "name": "A. de Wit", "is_old_enough": "on"}).status_code == 302
    )
    assert may_be_shown(jas_shop, NOW)
    own = path_of(person_link(asked.contact), settings)
    assert own in visitor.get(address).content.decode()
    for _twice in range(2):
        assert visitor.post(own).status_code == 302
    assert not may_be_shown(jas_shop, NOW)
    assert Consent.objects.get().withdrawn_by_link
    assert Entry.objects.filter(kind="consent_withdrawn").count() == 1


def test_the_button_no_keeps_a_no(asked, settings):
    visitor, address = Client(), path_of(question_link(asked), settings)
    visitor.post(address, {"no": "no"})
    asked.refresh_from_db()
    assert asked.answer == "no"
    visitor.post(address, {"yes": "yes", "name": "A. de Wit", "is_old_enough": "on"})
    assert not Consent.objects.exists()


def test_a_link_of_another_person_or_kind_opens_nothing(asked, settings):
    token = path_of(question_link(asked), settings).split("/")[2]
    visitor = Client()
    for wrong in (f"/consent/{token}/", f"/yes/{asked.pk}.x/", f"/yes/9{token}/", "/yes/nothing/"):
        assert visitor.get(wrong).status_code == 404


def test_who_guesses_or_answers_too_often_waits(asked, settings):
    visitor, address = Client(), path_of(question_link(asked), settings)
    statuses = [visitor.post(address, {"yes": "yes"}).status_code for _ in range(22)]
    assert statuses[-1] == 429
    assert [visitor.get("/yes/guess/").status_code for _ in range(32)][-1] == 429


def test_the_page_speaks_the_language_of_the_question(de_wit, noor, settings):
    asked = ask_consent(de_wit, noor, Question("a post about coats", ("name",), lang="en"), now=NOW)
    page = Client(headers={"accept-language": "nl"}).get(path_of(question_link(asked), settings))
    assert "You may say no" in page.content.decode()
    assert page["Content-Language"] == "en"


def test_a_yes_to_something_else_does_not_keep_an_end_from_being_told(de_wit, noor):
    photo = give_consent(de_wit, noor, Yes("zei het", photo=True, until_at=NOW + 20 * DAY), now=NOW - DAY)
    give_consent(de_wit, noor, Yes("zei het", name=True), now=NOW)
    assert ending_soon(NOW) == [photo]


def test_a_good_link_opens_whatever_others_guess_from_the_same_address(asked, settings):
    visitor, address = Client(), path_of(question_link(asked), settings)
    for _ in range(40):
        visitor.get("/yes/guess/")
    assert visitor.get(address).status_code == 200
    own = path_of(person_link(asked.contact), settings)
    assert visitor.post(own).status_code == 302


def test_a_number_that_is_none_takes_nothing_back_and_breaks_nothing(asked, de_wit, noor, settings):
    consent = give_consent(de_wit, noor, Yes("zei het", name=True), now=NOW)
    own = path_of(person_link(de_wit), settings)
    for wrong in ("9" * 5000, "geen getal", "-1"):
        assert Client().post(own, {"consent": wrong}).status_code == 302
    consent.refresh_from_db()
    assert consent.withdrawn_at is None


@pytest.mark.parametrize("role", ["viewer", "webcare", "owner"])
def test_nobody_of_the_shop_says_yes_or_no_for_the_customer(jas_shop, asked, settings, hire, door_of, role):
    address = path_of(question_link(asked), settings)
    door = door_of(hire(jas_shop, "Priya", role))
    assert 'name="yes"' not in door.get(address).content.decode()
    for answer in ({"yes": "yes", "name": "A. de Wit", "is_old_enough": "on"}, {"no": "no"}):
        assert door.post(address, answer).status_code == 403
    asked.refresh_from_db()
    assert asked.answer == ""
    assert not Consent.objects.exists()


def test_nobody_of_the_shop_takes_back_on_the_page_of_the_customer(asked, de_wit, noor, settings, door_of):
    consent = give_consent(de_wit, noor, Yes("zei het", name=True), now=NOW)
    own = path_of(person_link(de_wit), settings)
    assert "Terugnemen" not in door_of(noor).get(own).content.decode()
    assert door_of(noor).post(own).status_code == 403
    consent.refresh_from_db()
    assert consent.withdrawn_at is None


def test_who_works_at_another_shop_answers_for_themselves(jas_shop, asked, settings, hire, door_of):
    other = Shop.objects.create(name="Anders", slug="anders")
    door = door_of(hire(other, "Fatima", "owner"))
    told = {"yes": "yes", "name": "A. de Wit", "is_old_enough": "on"}
    assert door.post(path_of(question_link(asked), settings), told).status_code == 302
    assert may_be_shown(jas_shop)


def test_who_only_looks_sees_no_link_to_hand_out(jas_shop, asked, de_wit, noor, hire, door_of):
    give_consent(de_wit, noor, Yes("zei het", name=True), now=NOW)
    viewer, writer = door_of(hire(jas_shop, "Kijker", "viewer")), door_of(noor)
    for page, link in (
        (f"/s/jas/people/questions/{asked.pk}/", question_link(asked)),
        (f"/s/jas/people/{de_wit.pk}/", person_link(de_wit)),
    ):
        assert link in writer.get(page).content.decode()
        told = viewer.get(page)
        assert (told.status_code, link in told.content.decode()) == (200, False)


def test_the_page_to_take_a_yes_back_speaks_the_language_of_the_last_question(de_wit, noor, settings):
    own = path_of(person_link(de_wit), settings)
    assert Client().get(own)["Content-Language"] == "nl"
    asked = ask_consent(de_wit, noor, Question("a post about coats", ("name",), lang="en"), now=NOW)
    answer_on_page(asked, Told(is_yes=True, name="A. de Wit", is_old_enough=True), now=NOW)
    visitor = Client(headers={"accept-language": "nl"})
    page = visitor.get(own)
    assert (page["Content-Language"], '<html lang="en"' in page.content.decode()) == ("en", True)
    assert visitor.post(own, follow=True)["Content-Language"] == "en"


@pytest.mark.parametrize(
    ("lang", "label", "needless"),
    [
        ("nl", "Je naam, als ouder of voogd", "Alleen als het om iemand onder de zestien gaat"),
        ("en", "Your name, as parent or guardian", "Only when it is about somebody under sixteen"),
    ],
)
def test_a_question_about_a_child_asks_the_parent_alone(de_wit, noor, settings, lang, label, needless):
    asked = ask_consent(de_wit, noor, replace(FOR, is_minor=True, lang=lang), now=NOW)
    visitor, address = Client(), path_of(question_link(asked), settings)
    page = visitor.get(address).content.decode()
    assert label in page
    assert needless not in page
    assert 'name="name"' not in page
    assert visitor.post(address, {"yes": "yes", "guardian": " "}).status_code == 400
    assert visitor.post(address, {"yes": "yes", "guardian": "Petra"}).status_code == 302
    consent = Consent.objects.get()
    assert (consent.guardian, "Petra" in consent.proof) == ("Petra", True)


def test_a_question_about_a_grown_up_asks_who_answers(asked, settings):
    page = Client().get(path_of(question_link(asked), settings)).content.decode()
    assert 'name="name"' in page
    assert "Alleen als het om iemand onder de zestien gaat" in page
