"""From an account row to a channel."""

from conftest import NOW
from toonbank.channels.base import Outgoing
from toonbank.shops.models import Shop
from toonbank.shops.opening import open_account, read_limits, square_of


def test_an_account_of_the_square_can_speak(square):
    square_of(square.shop).open_account("jas")

    receipt = open_account(square).send(Outgoing("key-1", "De winkel is open.", "nl", NOW))

    assert receipt.url.endswith(f"/s/jas/shop/square/#post-{receipt.remote_id}")


def test_each_shop_practises_on_its_own_square(square):
    other = Shop.objects.create(name="Spaak", slug="spaak")
    square_of(square.shop).open_account("jas")
    open_account(square).send(Outgoing("key-2", "Alleen voor ons.", "nl", NOW))

    assert square_of(other).posts(now=NOW.replace(year=2099)) == []


def test_the_limits_of_the_network_are_kept(square):
    read_limits(square, now=NOW)

    square.refresh_from_db()
    assert square.limits["characters"] == 500
    assert square.limits_at == NOW
