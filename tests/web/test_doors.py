"""The first run, signing in, and one-time links."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from toonbank.shops.entry import make_link
from toonbank.shops.models import EntryLink, Member, Person, Shop
from toonbank.web.welcome import setup_address, setup_code

FIRST = {
    "name": "Jas",
    "tagline": "jassen, Zutphen",
    "country": "NL",
    "language": "nl",
    "zone": "Europe/Amsterdam",
    "you-name": "Noor",
    "you-email": "noor@jas.example",
    "you-password": "lamp fiets brood zee",
    "you-again": "lamp fiets brood zee",
}


@pytest.fixture
def noor_with_password(noor):
    noor.person.set_password("lamp fiets brood zee")
    noor.person.save()
    return noor


def _sign_in(browser, password, **more):
    return browser.post("/sign-in/", {"username": "Noor@jas.example", "password": password, **more})


def test_a_new_desk_leads_to_setting_up_the_shop(client, db):
    assert client.get("/")["Location"] == "/welcome/"
    page = client.get("/welcome/")

    assert page.status_code == 200
    assert "Hoe heet de winkel?" in page.content.decode()


def test_the_first_owner_is_inside_at_once(client, db):
    answer = client.post("/welcome/", FIRST)

    shop = Shop.objects.get()
    assert answer["Location"] == f"/s/{shop.slug}/shop/first/"
    assert client.get(answer["Location"]).status_code == 200
    assert (shop.name, Person.objects.get().name) == ("Jas", "Noor")
    assert Person.objects.get().check_password("lamp fiets brood zee")
    assert Person.objects.get().password.startswith("argon2")


def test_the_first_run_is_over_once_there_is_a_shop(client, jas_shop):
    assert client.get("/welcome/").status_code == 404
    assert client.post("/welcome/", FIRST).status_code == 404
    assert Person.objects.count() == 0


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"you-password": "kort", "you-again": "kort"}, "te kort"),
        ({"you-again": "lamp fiets brood zout"}, "verschillen"),
        ({"you-email": "geen adres"}, "geldig e-mailadres"),
    ],
)
def test_a_first_run_with_a_mistake_keeps_what_was_typed(client, db, typed, said):
    page = client.post("/welcome/", FIRST | typed)

    assert page.status_code == 400
    assert said in page.content.decode()
    assert 'value="jassen, Zutphen"' in page.content.decode()
    assert not Shop.objects.exists()


def test_the_first_run_from_elsewhere_asks_for_the_code(client, db, settings):
    settings.ADDRESS = "http://192.168.1.20:8321"
    elsewhere = Client(REMOTE_ADDR="192.168.1.50")

    assert elsewhere.get("/welcome/").status_code == 403
    assert elsewhere.get("/welcome/?code=guess").status_code == 403
    assert setup_address().endswith(f"/welcome/?code={setup_code()}")
    assert elsewhere.post(f"/welcome/?code={setup_code()}", FIRST).status_code == 302
    assert not (settings.HOME / "keys" / "setup.code").exists()


def test_a_proxy_on_this_machine_does_not_open_the_first_run(db):
    assert Client(HTTP_X_FORWARDED_FOR="203.0.113.9").get("/welcome/").status_code == 403


def test_signing_in_leads_to_the_shop(client, noor_with_password):
    answer = _sign_in(client, "lamp fiets brood zee")

    assert answer["Location"] == "/"
    assert client.get("/sign-in/").status_code == 302


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_signing_in_never_leads_to_another_site(client, noor_with_password, elsewhere):
    answer = _sign_in(client, "lamp fiets brood zee", next=elsewhere)

    assert answer["Location"] == "/"


def test_signing_in_leads_back_to_the_page_that_was_asked_for(client, noor_with_password):
    asked = client.get("/s/jas/shop/more/")

    assert asked["Location"] == "/sign-in/?next=/s/jas/shop/more/"
    answer = _sign_in(client, "lamp fiets brood zee", next="/s/jas/shop/more/")
    assert answer["Location"] == "/s/jas/shop/more/"


def test_a_wrong_password_says_how_many_tries_are_left(client, noor_with_password):
    page = _sign_in(client, "verkeerd")

    assert page.status_code == 400
    assert "Nog 4 pogingen" in page.content.decode()
    assert "Noor@jas.example" in page.content.decode()
    assert "verkeerd" not in page.content.decode()


def test_five_wrong_passwords_close_the_door_and_say_when_to_come_back(client, noor_with_password):
    for _ in range(4):
        _sign_in(client, "verkeerd")
    page = _sign_in(client, "verkeerd")

    assert page.status_code == 429
    assert "Kom over 15 minuten terug" in page.content.decode()
    assert int(page["Retry-After"]) <= 15 * 60
    assert _sign_in(client, "lamp fiets brood zee").status_code == 429


def test_a_stranger_and_a_wrong_password_are_told_the_same(client, noor_with_password):
    known = _sign_in(client, "verkeerd").content.decode()
    unknown = client.post("/sign-in/", {"username": "niemand@jas.example", "password": "verkeerd"})

    assert "hoort niet bij dit adres" in known
    assert "hoort niet bij dit adres" in unknown.content.decode()


def test_signing_out_needs_the_button(noor, door_of):
    browser = door_of(noor)

    assert browser.get("/sign-out/").status_code == 405
    browser.post("/sign-out/")
    assert browser.get("/me/").status_code == 302


def test_looking_at_a_one_time_link_does_not_use_it(client, noor):
    token = make_link(noor.person, now=timezone.now(), valid_for=timedelta(hours=1))

    for _ in range(3):
        assert "Dag Noor" in client.get(f"/enter/{token}/").content.decode()
    assert client.get("/me/").status_code == 302
    assert client.post(f"/enter/{token}/")["Location"] == "/me/password/"
    assert client.get("/me/").status_code == 200


def test_a_one_time_link_works_once(client, noor):
    token = make_link(noor.person, now=timezone.now(), valid_for=timedelta(hours=1))
    client.post(f"/enter/{token}/")

    again = Client().post(f"/enter/{token}/")
    assert again.status_code == 410
    assert "werkt niet meer" in again.content.decode()


def test_an_old_link_and_a_replaced_one_do_not_work(client, noor):
    long_ago = timezone.now() - timedelta(hours=2)
    old = make_link(noor.person, now=long_ago, valid_for=timedelta(hours=1))
    assert client.post(f"/enter/{old}/").status_code == 410

    first = make_link(noor.person, now=timezone.now(), valid_for=timedelta(hours=1))
    make_link(noor.person, now=timezone.now(), valid_for=timedelta(hours=1))
    assert client.post(f"/enter/{first}/").status_code == 410


def test_the_token_of_a_link_is_not_in_the_database(noor):
    token = make_link(noor.person, now=timezone.now(), valid_for=timedelta(hours=1))

    assert token not in str(EntryLink.objects.values())


def test_who_came_by_a_link_chooses_a_password_without_the_old_one_once(client, noor):
    token = make_link(noor.person, now=timezone.now(), valid_for=timedelta(hours=1))
    client.post(f"/enter/{token}/")

    chosen = {"password": "regen dijk appel kar", "again": "regen dijk appel kar"}
    assert client.post("/me/password/", chosen)["Location"] == "/"
    assert client.get("/me/").status_code == 200
    assert client.post("/me/password/", chosen).status_code == 400
    noor.person.refresh_from_db()
    assert noor.person.check_password("regen dijk appel kar")


def test_a_new_password_ends_the_sessions_elsewhere(noor_with_password):
    here, elsewhere = Client(), Client()
    _sign_in(here, "lamp fiets brood zee")
    _sign_in(elsewhere, "lamp fiets brood zee")

    changed = {
        "current": "lamp fiets brood zee",
        "password": "regen dijk appel kar",
        "again": "regen dijk appel kar",
    }
    assert here.post("/me/password/", changed).status_code == 302
    assert here.get("/me/").status_code == 200
    assert elsewhere.get("/me/").status_code == 302


def test_your_own_page_keeps_name_and_language(noor, door_of):
    browser = door_of(noor)

    browser.post("/me/", {"name": "Noor van Jas", "language": "en"})

    noor.person.refresh_from_db()
    assert (noor.person.name, noor.person.language) == ("Noor van Jas", "en")
    assert 'lang="en"' in browser.get("/me/").content.decode()


def test_who_left_the_shop_is_told_so(noor, door_of):
    Member.objects.filter(pk=noor.pk).update(left_at=timezone.now())

    page = door_of(noor).get("/").content.decode()
    assert "Je werkt nu niet in een winkel" in page
