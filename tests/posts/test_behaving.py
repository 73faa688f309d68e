"""How an account behaves, on the whole of what it told and will tell."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from posts.sending import say_yes
from toonbank.posts.behaving import behaviour_of
from toonbank.posts.models import Delivery

DAY = timedelta(days=1)
THINGS = ("wol", "leer", "zijde", "linnen", "katoen", "vilt", "dons", "bont", "fleece", "tricot")


@pytest.fixture
def told(jas_shop, bas, noor, square):
    """Posts that went out: `told(text, days_ago)`."""

    def tell(text, days_ago):
        now = timezone.now()
        post = say_yes(jas_shop, bas, noor, [square], now=now, plan_at=now + DAY)
        at = now - days_ago * DAY
        Delivery.objects.filter(post=post).update(
            state="sent", due_at=at, sent_at=at, sent_text=text, remote_id=str(post.pk)
        )
        return post

    return tell


def remarks(account):
    return {one.finding.rule for one in behaviour_of(account, now=timezone.now()).remarks}


def test_an_account_that_gives_more_than_it_asks_is_left_in_peace(told, square):
    for number, thing in enumerate(THINGS):
        told(f"Zo houd je {thing} schoon: {number + 2} minuten luchten, en nooit in de zon.", number + 1)
    behaviour = behaviour_of(square, now=timezone.now())
    assert behaviour.remarks == []
    assert (behaviour.count, behaviour.lately["give"]) == (10, 10)


def test_an_account_that_only_asks_is_told_so_with_a_way_out(told, square, noor, door_of):
    for number, thing in enumerate(THINGS):
        told(f"Bestel nu je jas van {thing}, aanbieding nummer {number}.", number + 1)
    assert "give-ask-balance" in remarks(square)
    page = door_of(noor).get(f"/s/jas/posts/accounts/{square.pk}/").content.decode()
    assert "Schrijf iets waar een lezer wat aan heeft" in page


def test_an_empty_account_says_what_will_stand_there(square, noor, door_of):
    page = door_of(noor).get(f"/s/jas/posts/accounts/{square.pk}/").content.decode()
    assert "Dit kanaal heeft nog niets verteld" in page


def test_the_page_asks_as_often_for_thirty_posts_as_for_one(told, square, noor, door_of):
    client, address = door_of(noor), f"/s/jas/posts/accounts/{square.pk}/"

    def asked():
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    told("Zo houd je wol schoon.", 1)
    once = asked()
    for number, thing in enumerate(THINGS * 3):
        told(f"{thing} {number}: zo houd je het schoon.", number % 28 + 1)
    assert asked() == once <= 10


def test_it_is_reached_from_the_accounts(square, noor, door_of):
    assert (
        f"/s/jas/posts/accounts/{square.pk}/" in door_of(noor).get("/s/jas/shop/accounts/").content.decode()
    )
