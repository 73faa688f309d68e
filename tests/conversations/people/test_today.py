"""Today tells what waits with people: what must go, what ends, whom to look at again."""

from datetime import timedelta

from conftest import NOW
from conversations.cast import de_wit
from conversations.people.cast import published
from toonbank.conversations.people.today import TELLER
from toonbank.relations.befriending import befriend, still_kindred
from toonbank.relations.consenting import Yes, give_consent, withdraw_consent
from toonbank.relations.papers import Kindred
from toonbank.shops.models import Shop

DAY = timedelta(days=1)


def notices(shop, member, now=NOW):
    asked = TELLER.asks(shop, now)
    (row,) = Shop.objects.filter(pk=shop.pk).annotate(**asked).values(*asked)
    return TELLER.tells(shop, member, row)


def told(shop, member, now=NOW):
    return [one.address.split("/")[-2] for one in notices(shop, member, now)]


def test_nothing_waits_when_nothing_is_asked(jas_shop, noor):
    assert told(jas_shop, noor) == []


def test_what_must_go_and_what_ends_is_told(jas_shop, noor, square, hire):
    published(jas_shop, noor, square, "Met Mevrouw De Wit.")
    gone = give_consent(de_wit(jas_shop), noor, Yes("zei het", name=True), now=NOW - DAY)
    withdraw_consent(gone, noor, now=NOW)
    give_consent(de_wit(jas_shop), noor, Yes("zei het", tag=True, until_at=NOW + 20 * DAY), now=NOW)
    assert told(jas_shop, noor) == ["take-downs", "consents"]
    assert [one.tone for one in notices(jas_shop, noor, NOW + 9 * DAY)] == ["block", "warn"]
    assert told(jas_shop, hire(jas_shop, "Kijker", "viewer")) == []


def test_a_kindred_account_comes_back_twice_a_year(jas_shop, noor):
    befriend(jas_shop, noor, name="Naald", kind="square", handle="naald", why="maakt heel", now=NOW)
    assert told(jas_shop, noor, NOW + 180 * DAY) == []
    assert told(jas_shop, noor, NOW + 183 * DAY) == ["kindred"]
    still_kindred(Kindred.objects.get(), noor, now=NOW + 183 * DAY)
    assert told(jas_shop, noor, NOW + 184 * DAY) == []


def test_it_stands_on_today(jas_shop, noor, square, door_of):
    published(jas_shop, noor, square, "Met Mevrouw De Wit.")
    gone = give_consent(de_wit(jas_shop), noor, Yes("zei het", name=True), now=NOW - DAY)
    withdraw_consent(gone, noor, now=NOW)
    page = door_of(noor).get("/s/jas/").content.decode()
    assert "/s/jas/counter/people/take-downs/" in page
