"""Today says who waits, the serious first; who only looks is asked nothing."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from conftest import NOW
from conversations.cast import ANGRY, ASKS, met, waiting
from toonbank.conversations.waitingtoday import asks, tells
from toonbank.shops.models import Shop


def told_to(member):
    columns = asks(member.shop, NOW)
    row = Shop.objects.filter(pk=member.shop_id).annotate(**columns).values(*columns).get()
    return tells(member.shop, member, row)


def test_today_tells_who_waits_the_serious_first(jas_shop, square, noor):
    waiting(jas_shop, square, ASKS, contact=met(jas_shop, "Yusuf"))
    angry = waiting(jas_shop, square, ANGRY)
    told = told_to(noor)
    assert [one.title.split(":")[0] for one in told] == ["Mevrouw De Wit", "Yusuf"]
    assert [one.is_pressing for one in told] == [True, False]
    assert told[0].address == f"/s/jas/counter/{angry.pk}/"


def test_more_than_three_are_in_the_row(jas_shop, square, noor):
    for _ in range(5):
        waiting(jas_shop, square, ASKS)
    told = told_to(noor)
    assert len(told) == 4
    assert told[-1].address == "/s/jas/counter/"


def test_who_only_looks_is_asked_nothing(jas_shop, square, noor, hire):
    waiting(jas_shop, square, ANGRY)
    assert told_to(hire(jas_shop, "Samira", "viewer")) == []


def test_today_costs_as_much_for_thirty_as_for_one(jas_shop, square, noor, door_of):
    client, now = door_of(noor), timezone.now()

    def asked():
        client.get("/s/jas/")
        with CaptureQueriesContext(connection) as queries:
            shown = client.get("/s/jas/").content.decode()
        assert "Mevrouw De Wit" in shown
        return len(queries)

    waiting(jas_shop, square, ANGRY, at=now)
    once = asked()
    for _ in range(29):
        waiting(jas_shop, square, ASKS, at=now)
    assert asked() == once <= 10
