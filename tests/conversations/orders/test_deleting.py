"""A shop system deletes an order: it goes from the desk for good, whether it is told before, between or after the rest."""

import threading
from datetime import timedelta
from itertools import permutations

import pytest
from django.db import connections
from django_scopes import scope

from conftest import NOW
from conversations.cast import ANGRY, de_wit, waiting
from conversations.doors import REVIEW, knocked
from conversations.orders.cast import NEW, SENT, STORY, opened, told
from toonbank.conversations.arrivals import Arrival
from toonbank.conversations.casebook import Case
from toonbank.conversations.cases import follow
from toonbank.conversations.casesheet import FactLine, add_fact, add_order
from toonbank.conversations.inlets import close_inlet
from toonbank.conversations.orders.deleting import delete_orders
from toonbank.conversations.orders.linking import link, purchases_of
from toonbank.conversations.orders.models import Order

GONE = {"event": "order_deleted", "order": "1007"}
OTHER = NEW | {"order": "1008"}


def known() -> list[str]:
    return list(Order.objects.order_by("number").values_list("number", flat=True))


def test_an_order_that_was_deleted_there_is_gone_here_and_others_stay(webshop):
    knocked(webshop, [*STORY, OTHER])
    answer = knocked(webshop, GONE)
    assert (answer.status, answer.said) == (202, {"stored": 1, "refused": []})
    assert known() == ["1008"]


def test_it_is_gone_whenever_the_deletion_comes_and_however_often(webshop):
    """In each turn the number is another one, and between deliveries passes a second: each is signed anew."""
    moment = NOW
    for number, turn in enumerate(permutations((NEW, SENT, GONE))):
        for one in (*turn, turn[0], turn[1], SENT):
            moment += timedelta(seconds=1)
            assert knocked(webshop, one | {"order": f"A{number}"}, now=moment).status == 202
        assert known() == []


@pytest.mark.parametrize("turn", [(GONE, NEW), (NEW, GONE)], ids=["before", "after"])
def test_one_delivery_may_hold_an_order_and_its_deletion_in_any_turn(webshop, turn):
    answer = knocked(webshop, [*turn, OTHER, REVIEW])
    assert (answer.said["stored"], known(), Arrival.objects.count()) == (4, ["1008"], 1)


def test_a_number_is_known_however_it_is_written(webshop):
    knocked(webshop, NEW | {"order": "k 1007"})
    knocked(webshop, GONE | {"order": "#K1007 "})
    assert known() == []


def test_no_list_brings_it_back(jas_shop, webshop):
    knocked(webshop, GONE)
    told(jas_shop, *STORY)
    assert known() == []


def test_an_order_of_another_open_door_is_left_alone(webshop, noor):
    knocked(webshop, NEW)
    till = opened(noor, "Kassa")
    answer = knocked(till, [GONE, GONE | {"order": "till-1"}])
    assert (answer.status, answer.said["stored"]) == (202, 1)
    assert [(one["index"], one["field"]) for one in answer.said["refused"]] == [(0, "order")]
    assert known() == ["1007"]
    close_inlet(webshop, noor, now=NOW)
    assert knocked(till, GONE, now=NOW + timedelta(seconds=1)).status == 202
    assert known() == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"order": None}, "order"),
        ({"order": " # "}, "order"),
        ({"order": 1007}, "order"),
        ({"order": "9" * 61}, "order"),
        ({"email": "dewit@post.example"}, "email"),
        ({"why": "klant verwijderd"}, "why"),
        ({"event": "order_erased"}, "order"),
    ],
)
def test_what_is_not_understood_deletes_nothing_and_is_named(webshop, change, field):
    knocked(webshop, NEW)
    answer = knocked(webshop, GONE | change, now=NOW + timedelta(seconds=1))
    assert answer.status == 422
    assert answer.said["refused"][0]["field"] == field
    assert known() == ["1007"]


def test_it_leaves_the_customer_and_the_facts_of_their_complaint(jas_shop, square, noor, webshop):
    knocked(webshop, list(STORY))
    talk = waiting(jas_shop, square, ANGRY)
    follow([talk], now=NOW)
    case, customer = Case.objects.select_related("conversation__contact").get(), de_wit(jas_shop)
    link(customer, noor, ground="told", why="gaf het in haar bericht", number="1007", now=NOW)
    case.conversation.contact.refresh_from_db()
    add_order(case, noor, "1007", now=NOW)
    add_fact(case, noor, FactLine("goods", "De rits is kapot", "foto", "own"), now=NOW)
    knocked(webshop, GONE)
    case.refresh_from_db()
    customer.refresh_from_db()
    assert [line["is"] for line in case.facts] == ["De rits is kapot"]
    assert purchases_of(customer).lines == ()


def test_five_hundred_deletions_cost_as_many_questions_as_two(webshop, django_assert_max_num_queries):
    with django_assert_max_num_queries(20):
        knocked(webshop, [GONE | {"order": str(number)} for number in range(500)])
    assert known() == []


def test_who_looks_where_orders_come_from_reads_how_one_is_deleted(noor, door_of):
    for page in ("heard/", "orders/"):
        assert "order_deleted" in door_of(noor).get(f"/s/jas/counter/{page}").content.decode()


@pytest.mark.django_db(transaction=True)
def test_a_telling_at_the_moment_of_the_deletion_does_not_bring_it_back(jas_shop, webshop):
    numbers = [str(number) for number in range(20)]
    troubles = []

    def at_once(deed):
        try:
            with scope(shop=jas_shop):
                deed()
        except Exception as trouble:
            troubles.append(trouble)
        finally:
            connections.close_all()

    deeds = [
        lambda: told(jas_shop, *[NEW | {"order": number} for number in numbers], inlet=webshop),
        lambda: delete_orders(jas_shop, numbers[::-1], now=NOW, inlet=webshop),
    ]
    both = [threading.Thread(target=at_once, args=(deed,)) for deed in deeds]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert troubles == []
    assert known() == []
