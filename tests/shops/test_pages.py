"""Members, accounts, settings and the practice square, as the owner meets them."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from conftest import NOW
from toonbank.channels.base import Outgoing
from toonbank.ledger.models import Entry
from toonbank.shops.models import Account, Member, Person, Shop
from toonbank.shops.opening import open_account, square_of


@pytest.fixture
def owner(noor, door_of):
    return door_of(noor)


def invite(browser, **more):
    asked = {"name": "Samira", "email": "samira@jas.example", "role": "webcare"} | more
    return browser.post("/s/jas/shop/members/", asked)


def link_in(answer):
    return re.search(r'value="http://testserver(/enter/[^"]+)"', answer.content.decode())[1]


def test_inviting_somebody_shows_a_link_that_lets_them_in(owner):
    link = link_in(invite(owner))

    samira = Client()
    assert "Dag Samira" in samira.get(link).content.decode()
    samira.post(link)
    assert samira.get("/s/jas/").status_code == 200
    assert link not in owner.get("/s/jas/shop/members/").content.decode()


def test_inviting_somebody_twice_says_so_and_keeps_what_was_typed(owner):
    invite(owner)

    again = invite(owner)
    assert again.status_code == 400
    assert "Samira werkt hier al" in again.content.decode()
    assert 'value="samira@jas.example"' in again.content.decode()


def test_somebody_of_another_shop_gets_no_link_that_would_open_that_shop(owner, hire):
    other = Shop.objects.create(name="Spaak", slug="spaak")
    yusuf = hire(other, "Yusuf", "owner")

    answer = invite(owner, name="Yusuf", email=yusuf.person.email, role="viewer")
    assert answer.status_code == 302
    member = Member.objects.get(person=yusuf.person)
    refused = owner.post(f"/s/jas/shop/members/{member.pk}/link/", follow=True).content.decode()
    assert "/enter/" not in refused
    assert "werkt hier ook voor een andere winkel" in refused


def test_who_left_can_come_back(owner, bas):
    owner.post(f"/s/jas/shop/members/{bas.pk}/leave/")
    invite(owner, name="Bas", email=bas.person.email, role="viewer")

    bas.refresh_from_db()
    assert (bas.left_at, bas.role) == (None, "viewer")


def test_the_last_owner_can_neither_leave_nor_become_something_else(owner, noor):
    said = owner.post(f"/s/jas/shop/members/{noor.pk}/leave/", follow=True).content.decode()
    assert "Noor is de enige eigenaar" in said
    owner.post(f"/s/jas/shop/members/{noor.pk}/role/", {"role": "viewer"})

    noor.refresh_from_db()
    assert (noor.role, noor.left_at) == ("owner", None)


def test_with_a_second_owner_the_first_may_step_back(owner, noor, bas):
    owner.post(f"/s/jas/shop/members/{bas.pk}/role/", {"role": "owner"})
    owner.post(f"/s/jas/shop/members/{noor.pk}/role/", {"role": "viewer"})

    noor.refresh_from_db()
    assert noor.role == "viewer"


def test_a_new_link_for_a_forgotten_password_is_written_down(owner, bas):
    link = link_in(owner.post(f"/s/jas/shop/members/{bas.pk}/link/"))
    Client().post(link)

    assert list(Entry.objects.values_list("kind", flat=True)) == ["entry_link_made", "entry_link_used"]


@pytest.mark.parametrize("page", ["members/", "", "accounts/new/bluesky/", "first/"])
def test_who_does_not_run_the_shop_is_told_who_does(bas, noor, door_of, page):
    answer = door_of(bas).get(f"/s/jas/shop/{page}")

    assert answer.status_code == 403
    assert "In deze winkel: Noor." in " ".join(answer.content.decode().split())


def test_the_list_of_members_asks_as_much_for_one_as_for_thirty(owner, jas_shop, hire):
    counts = []
    for number in (0, 30):
        for one in range(number):
            hire(jas_shop, f"Hulp{one}", "viewer")
        with CaptureQueriesContext(connection) as asked:
            owner.get("/s/jas/shop/members/")
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 10


def test_the_practice_square_opens_with_one_click(owner, jas_shop):
    answer = owner.post("/s/jas/shop/accounts/new/square/", {"handle": "jas"}, follow=True)

    assert "jas op Oefenplein is open" in answer.content.decode()
    account = Account.objects.get()
    assert (account.state, account.limits["characters"]) == ("open", 500)
    assert open_account(account).send(Outgoing("k", "Goedemorgen.", "nl", NOW)).remote_id


def test_the_same_account_is_not_opened_twice(owner):
    for _ in range(2):
        owner.post("/s/jas/shop/accounts/new/square/", {"handle": "jas"})

    assert Account.objects.count() == 1


def test_a_second_account_on_a_network_bears_its_handle(owner):
    for handle in ("jas", "jas-buiten"):
        owner.post("/s/jas/shop/accounts/new/square/", {"handle": handle})

    assert list(Account.objects.values_list("name", flat=True)) == ["Oefenplein", "Oefenplein, jas-buiten"]


def test_noor_gives_an_account_a_name_of_its_own(owner, square):
    page = owner.post(f"/s/jas/shop/accounts/{square.pk}/rename/", {"name": " Het  plein "}, follow=True)

    assert "jas heet hier Het plein." in page.content.decode()
    assert Entry.objects.get(kind="account_renamed").payload["old"] == "Oefenplein"
    ledger = owner.get("/s/jas/ledger/").content.decode()
    assert "Noor hernoemde Oefenplein tot Het plein" in ledger


@pytest.mark.parametrize("name", ["", "x" * 61, "oefenplein"])
def test_a_name_that_tells_nothing_apart_is_kept_typed_and_explained(owner, square, name):
    owner.post("/s/jas/shop/accounts/new/square/", {"handle": "jas-buiten"})
    second = Account.objects.get(handle="jas-buiten")

    answer = owner.post(f"/s/jas/shop/accounts/{second.pk}/rename/", {"name": name})

    assert answer.status_code == 400
    assert f'value="{name}" maxlength="60" aria-invalid="true"' in answer.content.decode()
    second.refresh_from_db()
    assert second.name == "Oefenplein, jas-buiten"


def test_a_closed_account_has_no_keys_and_says_what_happens_to_what_was_planned(owner, square):
    Account.objects.filter(pk=square.pk).update(secret="{}")
    asked = owner.get(f"/s/jas/shop/accounts/{square.pk}/disconnect/").content.decode()
    assert "wordt tegengehouden" in asked

    owner.post(f"/s/jas/shop/accounts/{square.pk}/disconnect/")
    square.refresh_from_db()
    assert (square.state, square.secret) == ("closed", "")
    assert Entry.objects.get().kind == "account_closed"


@pytest.mark.parametrize(
    ("kind", "typed", "said"),
    [
        (
            "bluesky",
            {"handle": "jas.example", "app_password": "x", "server": "http://x"},
            "geen adres van een server",
        ),
        (
            "bluesky",
            {"handle": "jas.example", "app_password": "", "server": "https://b.example"},
            "Vul dit in",
        ),
        ("mastodon", {"server": "https://mastodon.nl/@jas"}, "geen adres van een server"),
        ("mastodon", {"server": "127.0.0.1:9"}, "Er is niets veranderd"),
        ("square", {"handle": "x" * 50}, "hoogstens 40 tekens"),
    ],
)
def test_a_sign_in_that_fails_says_why_and_keeps_what_was_typed(owner, kind, typed, said):
    answer = owner.post(f"/s/jas/shop/accounts/new/{kind}/", typed)

    page = answer.content.decode()
    assert answer.status_code == 400
    assert said in page
    assert all(
        f'value="{value}"' in page for name, value in typed.items() if value and name != "app_password"
    )
    assert not Account.objects.exists()


def test_an_app_password_is_never_shown_again(owner):
    typed = {"handle": "jas.example", "app_password": "abcd-efgh-ijkl-mnop", "server": "http://x"}

    assert "abcd-efgh" not in owner.post("/s/jas/shop/accounts/new/bluesky/", typed).content.decode()


def test_coming_back_without_a_sign_in_under_way_is_told(owner):
    answer = owner.get("/s/jas/shop/accounts/back/?code=x&state=y", follow=True)

    assert "al klaar of afgebroken" in answer.content.decode()


def test_an_unknown_network_is_not_there(owner):
    assert owner.get("/s/jas/shop/accounts/new/myspace/").status_code == 404


def test_the_settings_of_the_shop_are_kept_and_written_down(owner, jas_shop):
    typed = {
        "name": "Jas & Zonen",
        "tagline": "jassen, Zutphen",
        "language": "nl",
        "country": "BE",
        "zone": "Europe/Brussels",
        "contacts": "0575-555010\n\n  info@jas.example ",
    }
    owner.post("/s/jas/shop/", typed)

    jas_shop.refresh_from_db()
    assert jas_shop.contacts == ["0575-555010", "info@jas.example"]
    assert (jas_shop.name, jas_shop.slug, jas_shop.zone) == ("Jas & Zonen", "jas", "Europe/Brussels")
    assert "country" in Entry.objects.get().payload["changed"]


def test_a_shop_without_a_name_keeps_its_sign_and_what_was_typed(owner):
    answer = owner.post("/s/jas/shop/", {"name": "", "tagline": "hoeden", "zone": "Europe/Nowhere"})

    page = answer.content.decode()
    assert answer.status_code == 400
    assert "<b>Jas</b>" in page
    assert 'value="hoeden"' in page


def test_the_square_shows_what_was_said_and_how_customers_took_it(owner, square):
    board = square_of(square.shop)
    board.open_account("jas")
    long_ago = timezone.now() - timedelta(days=30)
    text = "Nog maar 3 mutsen Kleine Beer op de plank."
    board.store("jas", Outgoing("k1", text, "nl", long_ago), long_ago)

    page = owner.get("/s/jas/shop/square/").content.decode()
    assert text in page
    assert 'class="utterance"' in page


def test_older_posts_on_the_square_are_one_click_further(owner, square):
    board = square_of(square.shop)
    board.open_account("jas")
    then = timezone.now() - timedelta(days=30)
    for number in range(12):
        board.store("jas", Outgoing(f"k{number}", f"Bericht nummer {number}.", "nl", then), then)

    first = owner.get("/s/jas/shop/square/").content.decode()
    older = re.search(r'href="(/s/jas/shop/square/\?before=\d+)"', first)[1]
    rest = owner.get(older).content.decode()
    assert "nummer 2." in first
    assert "nummer 1." in rest
    assert "nummer 2." not in rest


def test_a_quiet_square_says_what_to_do(owner):
    assert "Een plek op het plein nemen" in owner.get("/s/jas/shop/square/").content.decode()


def test_everybody_is_one_person_whatever_the_capitals(owner):
    invite(owner, email="Samira@Jas.Example")

    assert Person.objects.filter(email="samira@jas.example").count() == 1
