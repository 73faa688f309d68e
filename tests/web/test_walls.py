"""Nothing of one shop is visible to, or changed by, a member of another: every address of the desk is tried."""

import pytest
from django.apps import apps
from django.core import serializers
from django.test import Client
from django.utils import timezone
from django_scopes import scopes_disabled

from toonbank.shops.models import Shop
from web.addresses import PLAIN, all_addresses, furnish

IN_A_SHOP = [address for address in all_addresses() if address.is_in_a_shop]
WITH_A_ROW = [address for address in IN_A_SHOP if address.has_row]
AT_THE_DOOR = {
    "",
    "welcome/",
    "sign-in/",
    "sign-out/",
    "enter/<str:token>/",
    "me/",
    "me/password/",
    "language/",
    "in/<slug:slug>/",  # other systems, by their signature
    "yes/<str:token>/",  # whom the shop asks something, by their link
    "consent/<str:token>/",
}


def name_of(address):
    return address.route.removeprefix("s/<slug:shop>/") or "today"


@pytest.fixture
def spaak(db, hire):
    """Fietsenwinkel Spaak, next door, with a row of everything."""
    shop = Shop.objects.create(name="Spaak", slug="spaak")
    owner = hire(shop, "Spaak", "owner")
    return shop, furnish(shop, owner)


def everything_of(shop):
    with scopes_disabled():
        rows = [
            row
            for model in apps.get_models()
            if model.__module__.startswith("toonbank.") and any(f.name == "shop" for f in model._meta.fields)
            for row in model._base_manager.filter(shop=shop).order_by("pk")
        ]
        return serializers.serialize("json", rows)


@pytest.mark.parametrize("address", IN_A_SHOP, ids=name_of)
def test_another_shop_is_not_there(address, noor, spaak, door_of):
    shop, rows = spaak
    browser, before = door_of(noor), everything_of(shop)

    for ask in (browser.get, browser.post):
        answer = ask(address.filled("spaak", rows))
        assert answer.status_code == 404
        assert "Spaak" not in answer.content.decode()
    assert everything_of(shop) == before


@pytest.mark.parametrize("address", WITH_A_ROW, ids=name_of)
def test_a_row_of_another_shop_is_not_in_ours(address, noor, spaak, door_of):
    shop, rows = spaak
    browser, before = door_of(noor), everything_of(shop)

    # 405: this address takes only the other method, and says so before it looks at any row.
    answers = {ask(address.filled("jas", rows)).status_code for ask in (browser.get, browser.post)}
    assert answers <= {404, 405}
    assert 404 in answers
    assert everything_of(shop) == before


@pytest.mark.parametrize("address", IN_A_SHOP, ids=name_of)
def test_who_is_not_signed_in_comes_to_the_door(address, noor, jas_shop):
    own = furnish(jas_shop, noor)

    for ask in (Client().get, Client().post):
        answer = ask(address.filled("jas", own))
        assert answer.status_code == 302
        assert answer["Location"].startswith("/sign-in/?next=/s/jas/")


@pytest.mark.parametrize("address", IN_A_SHOP, ids=name_of)
def test_who_left_the_shop_is_a_stranger(address, noor, bas, jas_shop, door_of):
    own = furnish(jas_shop, noor)
    type(bas).objects.filter(pk=bas.pk).update(left_at=timezone.now())

    assert door_of(bas).get(address.filled("jas", own)).status_code == 404


@pytest.mark.parametrize("address", IN_A_SHOP, ids=name_of)
def test_who_only_looks_changes_nothing(address, noor, jas_shop, hire, door_of):
    own, viewer = furnish(jas_shop, noor), hire(jas_shop, "Kijker", "viewer")
    before = everything_of(jas_shop)

    answer = door_of(viewer).post(address.filled("jas", own))

    assert answer.status_code in {403, 405}
    assert everything_of(jas_shop) == before


@pytest.mark.parametrize("address", IN_A_SHOP, ids=name_of)
def test_looking_changes_nothing(address, noor, jas_shop, door_of):
    own = furnish(jas_shop, noor)
    before = everything_of(jas_shop)

    answer = door_of(noor).get(address.filled("jas", own))

    assert answer.status_code in {200, 302, 404, 405}
    assert everything_of(jas_shop) == before


def test_every_address_outside_a_shop_is_known_here():
    assert {address.route for address in all_addresses() if not address.is_in_a_shop} == AT_THE_DOOR


def test_every_parameter_has_a_row_or_a_plain_value(spaak):
    _shop, rows = spaak

    for address in IN_A_SHOP:
        assert address.filled("spaak", rows), "say in web/addresses.py how to fill this address"
    assert {address.row_kind for address in WITH_A_ROW} <= set(rows)
    assert set(PLAIN) == {"year", "month", "kind", "token", "register", "slug", "deed"}
