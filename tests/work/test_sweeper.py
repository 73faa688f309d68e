"""The sweeper: what is due according to the rows and forgotten by the engine, is started."""

import threading
from datetime import timedelta

import pytest
from django_scopes import scope

from conftest import NOW
from posts.sending import only_delivery, say_yes
from toonbank.posts.models import Delivery
from toonbank.shops.models import Account, Shop
from toonbank.work.dispatcher import Standing
from toonbank.work.sweeper import Rounds, sweep


class Notebook:
    """A dispatcher that writes down what it is asked, and says of each plan what it is told to say."""

    def __init__(self, standing: Standing = Standing.NONE) -> None:
        self.standing = standing
        self.scheduled: list[tuple[int, int]] = []

    def schedule(self, delivery_id, revision, due_at):
        self.scheduled.append((delivery_id, revision))

    def cancel(self, delivery_id, revision):
        self.scheduled.remove((delivery_id, revision))

    def status(self, plans):
        return dict.fromkeys(plans, self.standing)


@pytest.fixture
def planned(jas_shop, bas, noor, square):
    return only_delivery(say_yes(jas_shop, bas, noor, [square], now=NOW))


LATER = NOW + timedelta(minutes=1)


def test_what_is_due_and_forgotten_is_started(planned):
    notebook = Notebook()
    assert sweep(notebook, LATER) == 1
    assert notebook.scheduled == [(planned.pk, planned.revision)]


def test_what_is_not_due_is_left_alone(planned):
    assert sweep(Notebook(), NOW - timedelta(minutes=1)) == 0


def test_what_waits_for_its_turn_is_left_alone(planned):
    assert sweep(Notebook(Standing.WAITING), LATER + timedelta(hours=1)) == 0


def test_what_runs_is_left_alone_until_it_runs_too_long_to_be_alive(planned, settings):
    notebook = Notebook(Standing.RUNNING)
    assert sweep(notebook, LATER) == 0
    assert sweep(notebook, LATER + settings.SEND_LEASE) == 1


def test_a_sending_whose_lease_is_over_is_looked_at(planned):
    lease_until = NOW + timedelta(minutes=2)
    Delivery.objects.filter(pk=planned.pk).update(state="sending", lease_until=lease_until)
    notebook = Notebook(Standing.RUNNING)
    assert sweep(notebook, lease_until) == 0
    assert sweep(notebook, lease_until + timedelta(seconds=10)) == 1


def test_an_unknown_outcome_is_looked_at_when_its_time_has_come(planned):
    Delivery.objects.filter(pk=planned.pk).update(state="uncertain", try_at=NOW + timedelta(minutes=5))
    assert sweep(Notebook(), LATER) == 0
    assert sweep(Notebook(), NOW + timedelta(minutes=6)) == 1


@pytest.mark.parametrize("state", ["held", "refused", "cancelled"])
def test_what_waits_for_a_person_or_nobody_is_never_started(planned, state):
    Delivery.objects.filter(pk=planned.pk).update(state=state)
    assert sweep(Notebook(), LATER + timedelta(days=1)) == 0


def test_the_sweeper_works_for_every_shop(planned, hire):
    hats = Shop.objects.create(name="Hoed", slug="hoed")
    with scope(shop=hats):
        noor = hire(hats, "Els", "owner")
        account = Account.objects.create(
            shop=hats, kind="square", name="Plein", handle="hoed", next_send_at=NOW
        )
        theirs = only_delivery(say_yes(hats, noor, noor, [account], now=NOW))
    notebook = Notebook()
    sweep(notebook, LATER)
    assert {pk for pk, _ in notebook.scheduled} == {planned.pk, theirs.pk}


def test_a_sweep_asks_the_rows_once_however_many_are_due(
    jas_shop, bas, noor, square, django_assert_num_queries
):
    for number in range(12):
        say_yes(jas_shop, bas, noor, [square], now=NOW, text=f"Nieuwe jassen, rek {number}.")
    with django_assert_num_queries(1):
        assert sweep(Notebook(), LATER) == 12


def test_a_round_that_breaks_off_is_followed_by_the_next(db):
    visits, is_enough = [], threading.Event()

    def visit(now):
        visits.append(now)
        if len(visits) == 3:
            is_enough.set()
        raise RuntimeError("our own mistake")

    rounds = Rounds("test", visit, seconds=0.01)
    rounds.start()
    assert is_enough.wait(5)
    rounds.stop()


def test_a_round_comes_when_it_is_called(db):
    visited = threading.Semaphore(0)
    rounds = Rounds("test", lambda now: visited.release(), seconds=600)
    rounds.start()
    assert visited.acquire(timeout=5)
    rounds.call()
    assert visited.acquire(timeout=5)
    rounds.stop()
