"""Workers that die, sleep or come late, and backups that know less than the network: still once, still not lost."""

import pytest

from conftest import NOW
from posts.sending import CALM, Fence, Killed, Watch, only_delivery, say_yes
from toonbank.ledger.models import Entry
from toonbank.ledger.verifying import verify
from toonbank.posts.afterwards import send_again
from toonbank.posts.delivering import deliver
from toonbank.posts.models import Delivery
from toonbank.posts.planning import cancel_delivery


@pytest.fixture(autouse=True)
def own_home(settings, tmp_path):
    """Each test has a practice square and pictures of its own."""
    settings.HOME = tmp_path
    settings.MEDIA_ROOT = tmp_path / "pictures"


@pytest.fixture
def watch():
    return Watch(NOW)


@pytest.fixture
def fence():
    return Fence()


@pytest.fixture
def approved(jas_shop, bas, noor, square):
    """Bas wrote it, Noor said yes; due now."""
    return say_yes(jas_shop, bas, noor, [square], now=NOW)


def story(delivery: Delivery) -> list[str]:
    return [move.event for move in delivery.moves.all()]


@pytest.mark.parametrize(("mood", "ends_as"), [("killed_before", "held"), ("killed_after", "sent")])
def test_a_killed_worker_leaves_a_lease_and_the_next_one_looks(
    approved, watch, fence, settings, mood, ends_as
):
    fence.moods = [mood]
    delivery = only_delivery(approved)
    with pytest.raises(Killed):
        deliver(delivery.pk, clock=watch, opener=fence.opened_by)

    assert deliver(delivery.pk, clock=watch, opener=fence.opened_by) == NOW + settings.SEND_LEASE
    watch.at = NOW + settings.SEND_LEASE
    deliver(delivery.pk, clock=watch, opener=fence.opened_by)
    assert only_delivery(approved).state == ends_as
    assert len(fence.sent) == 1


def test_a_second_worker_keeps_its_hands_off_while_the_first_is_sending(approved, watch, fence, settings):
    delivery, answers = only_delivery(approved), []
    fence.meanwhile = lambda: answers.append(deliver(delivery.pk, clock=watch, opener=fence.opened_by))
    deliver(delivery.pk, clock=watch, opener=fence.opened_by)
    assert answers == [NOW + settings.SEND_LEASE]
    assert fence.posts == [CALM]


def test_a_receipt_that_comes_late_still_counts(approved, jas_shop, watch, fence, settings):
    delivery = only_delivery(approved)

    def give_up_on_it():
        watch.at += settings.SEND_LEASE
        deliver(delivery.pk, clock=watch, opener=Fence().opened_by)
        assert only_delivery(approved).state == "held"

    fence.meanwhile = give_up_on_it
    deliver(delivery.pk, clock=watch, opener=fence.opened_by)
    assert only_delivery(approved).state == "sent"
    assert story(delivery) == ["plan", "start", "silence", "not_found", "found"]
    assert Entry.objects.filter(kind="sent").count() == 1
    assert verify(jas_shop).closes


def test_a_receipt_that_comes_after_a_new_yes_stops_the_second_sending(
    approved, noor, watch, fence, settings
):
    delivery = only_delivery(approved)

    def give_up_and_say_yes_again():
        watch.at += settings.SEND_LEASE
        deliver(delivery.pk, clock=watch, opener=Fence().opened_by)
        send_again(only_delivery(approved), noor, watch, version=1)

    fence.meanwhile = give_up_and_say_yes_again
    deliver(delivery.pk, clock=watch, opener=fence.opened_by)
    deliver(delivery.pk, clock=watch, opener=fence.opened_by)
    assert only_delivery(approved).state == "sent"
    assert fence.posts == [CALM]


def test_a_receipt_for_what_was_cancelled_meanwhile_is_written_down(approved, noor, watch, fence, settings):
    delivery = only_delivery(approved)

    def give_up_and_cancel():
        watch.at += settings.SEND_LEASE
        deliver(delivery.pk, clock=watch, opener=Fence().opened_by)
        cancel_delivery(only_delivery(approved), at=watch(), member=noor)

    fence.meanwhile = give_up_and_cancel
    deliver(delivery.pk, clock=watch, opener=fence.opened_by)
    assert only_delivery(approved).state == "cancelled"
    assert story(delivery)[-1] == "late_receipt"
    assert Entry.objects.get(kind="sent").payload["remote_id"] == "1"


def test_a_worker_that_slept_through_its_lease_does_not_send(approved, fence, settings):
    ticks = iter([NOW, NOW + settings.SEND_LEASE])
    delivery = only_delivery(approved)
    deliver(delivery.pk, clock=lambda: next(ticks), opener=fence.opened_by)
    assert fence.sent == []
    assert only_delivery(approved).state == "sending"


def test_a_post_of_hours_ago_waits_for_a_person(approved, watch, fence):
    watch.ahead(hours=3)
    deliver(only_delivery(approved).pk, clock=watch, opener=fence.opened_by)
    delivery = only_delivery(approved)
    assert (delivery.state, delivery.held_why["why"]) == ("held", "late")
    assert fence.posts == []


def test_a_restored_backup_does_not_send_what_is_public_already(approved, watch, fence):
    fence.posts = [CALM]  # sent after the backup was made, which therefore knows nothing of it
    watch.ahead(minutes=40)
    deliver(only_delivery(approved).pk, clock=watch, opener=fence.opened_by)
    assert only_delivery(approved).state == "sent"
    assert fence.sent == []
