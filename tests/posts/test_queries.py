"""Pages ask the database as often for thirty rows as for one, and seldom."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conftest import NOW
from posts.conftest import FALSE
from posts.sending import say_why_once_more
from toonbank.posts.approving import approve
from toonbank.posts.drafting import submit
from toonbank.relations.consenting import Who, Yes, give_consent, keep_contact


@pytest.fixture
def many(write, noor, bas, hats):
    """Fills the shop with more posts of each state."""

    def fill(count):
        for number in range(count):
            write(bas, FALSE)
            submit(write(bas), bas, now=NOW)
            post = submit(write(bas, plan_at=NOW + timedelta(days=number)), bas, now=NOW)
            say_why_once_more(post, bas, now=NOW)
            approve(post, noor, version=post.version, now=NOW)

    return fill


def asked(client, address):
    client.get(address)  # the first request of a process also asks what the database can do
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address)
    assert answer.status_code == 200
    return len(queries)


@pytest.mark.parametrize("name", ["posts:today", "posts:list", "posts:calendar", "posts:compose"])
def test_a_list_asks_as_often_for_thirty_as_for_one(name, many, noor, door_of):
    client, address = door_of(noor), reverse(name, args=["jas"])
    many(1)
    once = asked(client, address)
    many(29)

    assert asked(client, address) == once <= 10


def test_a_post_with_a_long_life_asks_no_more_than_a_new_one(many, approved, noor, door_of, square):
    client, address = door_of(noor), reverse("posts:read", args=["jas", approved.pk])
    many(3)

    assert asked(client, address) <= 10


@pytest.mark.parametrize("name", ["posts:edit", "posts:read"])
def test_a_page_that_judges_asks_as_often_for_many_posts_as_for_few(
    name, many, write, hats, bas, noor, door_of
):
    client, address = door_of(noor), reverse(name, args=["jas", write(bas, FALSE).pk])
    once = asked(client, address)
    many(5)

    assert asked(client, address) == once <= 10


def test_a_post_that_names_somebody_asks_no_more_than_ten(write, noor, bas, door_of):
    de_wit = keep_contact(noor.shop, noor, Who("Mevrouw De Wit"), now=NOW)
    give_consent(de_wit, noor, Yes("zei het aan de toonbank", name=True), now=NOW)
    post = submit(write(bas, "Mevrouw De Wit liet haar jas bij ons maken."), bas, now=NOW)
    client = door_of(noor)

    assert asked(client, reverse("posts:read", args=["jas", post.pk])) <= 10


def test_the_check_while_typing_asks_little(write, hats, bas, door_of, square):
    client, address = door_of(bas), reverse("posts:check", args=["jas"])
    typed = {"text": FALSE, "lang": "nl", "post": write(bas).pk, "accounts": square.pk}
    client.post(address, typed)
    with CaptureQueriesContext(connection) as queries:
        assert client.post(address, typed).status_code == 200

    assert len(queries) <= 10
