"""The pages of posts answer in every state, also when there is nothing."""

from datetime import timedelta

import pytest
from django.urls import reverse

from conftest import NOW
from posts.conftest import AT_NOON, FALSE
from toonbank.posts.drafting import submit


def page(client, name, *args, **query):
    return client.get(reverse(name, args=["jas", *args]), query)


def test_a_new_shop_sees_kind_empty_pages(noor, door_of):
    client = door_of(noor)

    assert "Niets wacht op jou" in page(client, "posts:today").content.decode()
    assert "Er is nog niets geschreven" in page(client, "posts:list").content.decode()
    assert page(client, "posts:calendar").status_code == 200
    assert "Er is nog geen kanaal" in page(client, "posts:compose").content.decode()


def test_what_bas_offers_waits_for_noor_on_today(offered, noor, bas, door_of):
    assert "Wacht op je akkoord" in page(door_of(noor), "posts:today").content.decode()
    assert "Bij een collega" in page(door_of(bas), "posts:today").content.decode()


def test_today_says_so_when_more_waits_than_it_shows(offered, write, noor, bas, door_of):
    assert "En er zijn er meer" not in page(door_of(noor), "posts:today").content.decode()

    for _ in range(30):
        submit(write(bas), bas, now=NOW)

    today = page(door_of(noor), "posts:today").content.decode()
    assert "En er zijn er meer" in today
    assert f"{reverse('posts:list', args=['jas'])}?standing=submitted" in today


def test_the_page_of_a_post_shows_words_stamp_and_story(approved, noor, door_of):
    shown = page(door_of(noor), "posts:read", approved.pk).content.decode()

    assert approved.text in shown
    assert "Akkoord: Noor" in shown
    assert "Noor heeft het gepland" in shown


@pytest.mark.django_db
def test_the_calendar_shows_the_post_at_the_hour_of_the_shops_clock(approved, noor, door_of):
    shown = page(door_of(noor), "posts:month", 2026, 11, day="2026-11-23").content.decode()

    assert AT_NOON.hour == 12
    assert ">13:00</time>" in shown


def test_the_list_finds_by_words_and_standing(write, approved, noor, door_of):
    write(noor, "Ruilen zonder bon, tot en met 10 december.")
    client = door_of(noor)

    assert "zonder bon" in page(client, "posts:list", words="bon ruilen").content.decode()
    assert "zonder bon" not in page(client, "posts:list", standing="planned").content.decode()
    assert "kussensloop" in page(client, "posts:list", standing="planned").content.decode()


def test_a_stranger_meets_a_page_that_is_not_there(approved, hire, door_of, db):
    from django_scopes import scopes_disabled

    from toonbank.shops.models import Shop

    with scopes_disabled():
        other = hire(Shop.objects.create(name="Hoed", slug="hoed"), "Samira", "owner")
    client = door_of(other)

    assert page(client, "posts:read", approved.pk).status_code == 404
    assert client.get(reverse("posts:read", args=["hoed", approved.pk])).status_code == 404


def test_a_blocked_draft_says_what_to_do_first(write, hats, bas, door_of):
    post = write(bas, FALSE)
    shown = page(door_of(bas), "posts:edit", post.pk).content.decode()

    assert "Herstel eerst de blokkade" in shown
    assert 'data-severity="block" data-no="1"' in shown


def test_a_full_day_on_the_wall_shows_the_first_and_leads_to_the_others(write, bas, door_of):
    for number in range(8):
        write(bas, f"Bericht nummer {number}.", plan_at=NOW + timedelta(minutes=number))
    address = reverse("posts:month", args=["jas", 2026, 11])
    wall = door_of(bas).get(f"{address}?day=2026-11-02").content.decode()

    assert "Bericht nummer 5." in wall
    assert "Bericht nummer 6." not in wall
    assert "en nog 2" in wall
    assert "Bericht nummer 7." in door_of(bas).get(f"{address}?day=2026-11-21").content.decode()
