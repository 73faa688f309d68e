"""A shop system tells of an order: whatever order the tellings come in, the order stands as it is."""

import json
import threading
from datetime import timedelta
from itertools import permutations

import pytest
from django.db import connection, connections
from django_scopes import scope
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import NOW
from conversations.doors import REVIEW, knocked
from conversations.orders.cast import DELIVERED, NEW, PAID, SENT, STORY, opened, told
from toonbank.conversations.arrivals import Arrival
from toonbank.conversations.inlets import close_inlet
from toonbank.conversations.orders.models import Order, Step
from toonbank.conversations.orders.reading import FIELDS
from toonbank.conversations.orders.wording import current_step, line_of
from toonbank.shops.models import Shop


def content(order):
    return order.told, order.steps, order.customer, order.mail_mark, order.last_at


def test_an_order_that_is_told_of_is_known(webshop):
    answer = knocked(webshop, NEW)
    assert (answer.status, answer.said) == (202, {"stored": 1, "refused": []})
    line = line_of(Order.objects.get())
    assert (line.number, line.step, line.what, line.source) == (
        "1007",
        Step.NEW,
        "1 × Wadloper, maat 98",
        "Webwinkel",
    )


def test_in_whatever_order_and_however_often_it_is_told_the_order_is_the_same(jas_shop):
    told(jas_shop, *STORY)
    straight = content(Order.objects.get())
    for turn in permutations(STORY):
        Order.objects.all().delete()
        for one in (*turn, turn[0], turn[0]):
            told(jas_shop, one)
        assert content(Order.objects.get()) == straight
    assert current_step(Order.objects.get())[0] == Step.DELIVERED


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_tellings_of_one_moment_that_contradict_each_other_end_alike(jas_shop, data):
    moments = st.sampled_from(["2026-11-03T09:00:00Z", "2026-11-03T09:00:00.5Z", "2026-11-03T10:00:00+01:00"])
    telling = st.fixed_dictionaries(
        {"event": st.just("order"), "order": st.sampled_from(["1", "2"]), "state": st.sampled_from(Step.values), "at": moments},
        optional={"track": st.sampled_from(["a", "b"]), "customer": st.sampled_from(["x", "y"]), "total": st.sampled_from(["1", "2"])},
    )  # fmt: skip
    tellings = data.draw(st.lists(telling, min_size=1, max_size=6))
    results = []
    for turn in (tellings, data.draw(st.permutations(tellings))):
        Order.objects.all().delete()
        for one in turn:
            told(jas_shop, one)
        results.append([content(one) for one in Order.objects.order_by("number")])
    assert results[0] == results[1]


def test_what_is_told_later_of_the_same_thing_holds(jas_shop):
    told(jas_shop, NEW, SENT | {"lines": [{"what": "Wadloper, maat 104"}]})
    told(jas_shop, PAID | {"lines": [{"what": "Wadloper, maat 92"}]})
    assert line_of(Order.objects.get()).what == "1 × Wadloper, maat 104"


def test_nothing_that_came_before_is_told_as_new(jas_shop):
    told(jas_shop, *STORY)
    told(jas_shop, *STORY, now=NOW + timedelta(days=1))
    assert Order.objects.get().seen_at == NOW


def test_no_name_and_no_readable_address_reaches_the_database(webshop):
    knocked(webshop, NEW | {"email": " DeWit@Post.example "})
    with connection.cursor() as rows:
        rows.execute("SELECT * FROM conversations_order")
        stored = str(rows.fetchall())
        rows.execute("SELECT * FROM conversations_arrival")
        stored += str(rows.fetchall())
    assert "example" not in stored.lower()
    mark = Order.objects.get().mail_mark
    Order.objects.all().delete()
    knocked(webshop, NEW | {"order": "1008"}, now=NOW + timedelta(seconds=1))
    assert (Order.objects.get().mail_mark, len(mark)) == (mark, 64)


def test_one_address_has_another_mark_in_another_shop(jas_shop):
    told(jas_shop, NEW)
    other = Shop.objects.create(name="Hoedje", slug="hoedje")
    with scope(shop=other):
        told(other, NEW)
        theirs = Order.objects.get().mail_mark
    assert Order.objects.get().mail_mark != theirs


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"order": ""}, "order"),
        ({"order": " # "}, "order"),
        ({"order": 1007}, "order"),
        ({"order": "9" * 61}, "order"),
        ({"state": "shipped"}, "state"),
        ({"state": None}, "state"),
        ({"state": ["new"]}, "state"),
        ({"at": None}, "at"),
        ({"at": "2026-11-03"}, "at"),
        ({"at": "2026-11-03T09:00:00"}, "at"),
        ({"at": "2031-01-01T00:00:00Z"}, "at"),
        ({"at": 1795255200}, "at"),
        ({"ordered_on": "3 november"}, "ordered_on"),
        ({"ordered_on": "2026-02-31"}, "ordered_on"),
        ({"ordered_on": "2031-01-01"}, "ordered_on"),
        ({"ordered_on": 20261103}, "ordered_on"),
        ({"lines": "1 x jas"}, "lines"),
        ({"lines": [{"what": "jas"}] * 51}, "lines"),
        ({"lines": ["jas"]}, "lines"),
        ({"lines": [{"what": ""}]}, "lines"),
        ({"lines": [{"what": "j" * 201}]}, "lines"),
        ({"lines": [{"what": "jas", "count": 0}]}, "lines"),
        ({"lines": [{"what": "jas", "count": True}]}, "lines"),
        ({"lines": [{"what": "jas", "count": 1.5}]}, "lines"),
        ({"lines": [{"what": "jas", "price": "1"}]}, "lines"),
        ({"total": 89.95}, "total"),
        ({"total": "89,95"}, "total"),
        ({"total": "-1"}, "total"),
        ({"total": "1e5"}, "total"),
        ({"currency": "euro"}, "currency"),
        ({"currency": 1}, "currency"),
        ({"track": {"code": "3S"}}, "track"),
        ({"track": "3" * 201}, "track"),
        ({"customer": 77}, "customer"),
        ({"email": ["a@b.example"]}, "email"),
        ({"name": "Mevrouw De Wit"}, "name"),
        ({"address": "Beukerstraat 12"}, "address"),
        ({"id": "r-1"}, "id"),
    ],
)
def test_the_field_that_is_wrong_is_named(webshop, change, field):
    answer = knocked(webshop, NEW | change)
    assert answer.status == 422
    assert answer.said["refused"][0]["field"] == field
    assert answer.said["refused"][0]["why"]
    assert not Order.objects.exists()


def test_orders_and_words_come_by_one_door_and_what_is_wrong_keeps_no_other_out(webshop):
    bad = NEW | {"order": "1009", "state": "lost"}
    answer = knocked(webshop, [REVIEW, bad, NEW, REVIEW | {"id": "r-2", "rating": 9}])
    assert (answer.status, answer.said["stored"]) == (202, 2)
    assert [(one["index"], one["field"]) for one in answer.said["refused"]] == [(1, "state"), (3, "rating")]
    assert (Order.objects.get().number, Arrival.objects.count()) == ("1007", 1)


def test_an_order_of_another_open_door_is_not_overwritten(webshop, noor):
    knocked(webshop, NEW)
    till = opened(noor, "Kassa")
    theirs = NEW | {"lines": [{"what": "Iets van een ander"}], "at": "2026-11-05T09:00:00Z"}
    answer = knocked(till, [theirs, NEW | {"order": "till-1"}])
    assert (answer.status, answer.said["stored"]) == (202, 1)
    assert [(one["index"], one["field"]) for one in answer.said["refused"]] == [(0, "order")]
    assert line_of(Order.objects.get(number="1007")).what == "1 × Wadloper, maat 98"


def test_a_new_door_goes_on_where_a_closed_one_ended(webshop, noor):
    knocked(webshop, NEW)
    close_inlet(webshop, noor, now=NOW)
    assert knocked(opened(noor, "Webwinkel nieuw"), SENT).status == 202
    assert current_step(Order.objects.get())[0] == Step.SENT


def test_the_same_delivery_again_is_refused(webshop):
    knocked(webshop, NEW)
    assert knocked(webshop, NEW).status == 409


def test_five_hundred_orders_cost_as_many_questions_as_two(webshop, django_assert_max_num_queries):
    with django_assert_max_num_queries(20):
        knocked(webshop, [NEW | {"order": str(number)} for number in range(500)])
    assert Order.objects.count() == 500


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    event=st.dictionaries(
        st.sampled_from(sorted(FIELDS)),
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.text(max_size=12)
        | st.sampled_from(["1007", "new", "sent", "2026-11-03T09:12:00Z", "2026-11-03", "EUR", "89.95"])
        | st.lists(st.dictionaries(st.sampled_from(["what", "count"]), st.text(max_size=4) | st.integers()), max_size=3),
        max_size=9,
    )
)  # fmt: skip
def test_whatever_order_is_brought_ends_in_a_clear_answer(webshop, event):
    before = Order.objects.count()
    answer = knocked(webshop, event | {"event": "order"})
    assert answer.status in {202, 409, 422}
    if answer.status == 422:
        assert all(one["field"] and one["why"] for one in answer.said["refused"])
        assert Order.objects.count() == before
    for one in Order.objects.all():
        assert json.dumps(line_of(one).told)


@pytest.mark.django_db(transaction=True)
def test_two_deliveries_at_one_moment_lose_nothing(jas_shop):
    """Each thread tells of the same orders in the opposite turn."""
    numbers = [str(number) for number in range(20)]
    troubles = []

    def tell(step, turn):
        try:
            with scope(shop=jas_shop):
                told(jas_shop, *[step | {"order": number} for number in turn])
        except Exception as trouble:
            troubles.append(trouble)
        finally:
            connections.close_all()

    both = [
        threading.Thread(target=tell, args=(SENT, numbers)),
        threading.Thread(target=tell, args=(DELIVERED, numbers[::-1])),
    ]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert troubles == []
    assert [len(one.steps) for one in Order.objects.all()] == [2] * 20
