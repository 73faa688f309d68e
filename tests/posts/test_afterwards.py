"""What a person does afterwards: take it down, say that it arrived, send it again."""

import pytest

from conftest import NOW
from posts.sending import CALM, Fence, Watch, only_delivery, say_yes
from toonbank.core.errors import BadInput, NotAllowed
from toonbank.ledger.models import Entry
from toonbank.posts.afterwards import say_it_arrived, send_again, withdraw
from toonbank.posts.delivering import deliver


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


def test_a_person_may_send_again_what_was_not_found(approved, noor, watch, fence):
    fence.moods = ["hang_up_before"]
    delivery = only_delivery(approved)
    watch.at = deliver(delivery.pk, clock=watch, opener=fence.opened_by)
    deliver(delivery.pk, clock=watch, opener=fence.opened_by)

    again = send_again(only_delivery(approved), noor, watch, version=1)
    assert again.approval_id != delivery.approval_id
    deliver(delivery.pk, clock=watch, opener=fence.opened_by)
    assert fence.posts == [CALM]
    assert only_delivery(approved).state == "sent"


def test_sending_again_looks_before_it_sends(approved, noor, watch, fence):
    fence.moods = ["hang_up_after"]
    delivery = only_delivery(approved)
    watch.at = deliver(delivery.pk, clock=watch, opener=fence.opened_by)
    hidden, fence.posts = fence.posts, []
    deliver(delivery.pk, clock=watch, opener=fence.opened_by)
    fence.posts = hidden  # the network was slow to show it
    send_again(only_delivery(approved), noor, watch, version=1)

    deliver(delivery.pk, clock=watch, opener=fence.opened_by)

    assert only_delivery(approved).state == "sent"
    assert fence.posts == [CALM]
    assert len(fence.sent) == 1


def test_who_wrote_it_may_not_send_it_again(approved, bas, watch, fence):
    fence.moods = ["refuse"]
    deliver(only_delivery(approved).pk, clock=watch, opener=fence.opened_by)
    with pytest.raises(NotAllowed):
        send_again(only_delivery(approved), bas, watch, version=1)


def test_a_post_can_be_taken_down(approved, jas_shop, noor, watch, fence):
    deliver(only_delivery(approved).pk, clock=watch, opener=fence.opened_by)
    withdraw(only_delivery(approved), noor, watch, opener=fence.opened_by)
    assert fence.posts == [""]
    assert only_delivery(approved).state == "withdrawn"
    assert Entry.objects.get(kind="withdrawn").payload["by"] == noor.pk


def test_taking_down_what_is_not_public_is_refused(approved, noor, watch, fence):
    with pytest.raises(BadInput):
        withdraw(only_delivery(approved), noor, watch, opener=fence.opened_by)


def test_who_may_only_read_takes_nothing_down(approved, jas_shop, hire, watch, fence):
    deliver(only_delivery(approved).pk, clock=watch, opener=fence.opened_by)
    with pytest.raises(NotAllowed):
        withdraw(only_delivery(approved), hire(jas_shop, "Kim", "viewer"), watch, opener=fence.opened_by)
    assert fence.posts == [CALM]


def test_a_person_who_saw_it_says_where(approved, noor, watch, fence):
    fence.moods = ["hang_up_before"]
    watch.at = deliver(only_delivery(approved).pk, clock=watch, opener=fence.opened_by)
    deliver(only_delivery(approved).pk, clock=watch, opener=fence.opened_by)
    seen_at = "https://fence.example/jas/17"
    said = say_it_arrived(only_delivery(approved), noor, seen_at, watch, opener=fence.opened_by)
    assert (said.state, said.remote_url) == ("sent", seen_at)
    assert Entry.objects.get(kind="sent").payload["seen_by"] == noor.pk


def test_an_address_that_is_none_is_refused_kindly(approved, noor, watch, fence):
    fence.moods = ["hang_up_before"]
    watch.at = deliver(only_delivery(approved).pk, clock=watch, opener=fence.opened_by)
    deliver(only_delivery(approved).pk, clock=watch, opener=fence.opened_by)
    with pytest.raises(BadInput):
        say_it_arrived(only_delivery(approved), noor, "javascript:alert(1)", watch, opener=fence.opened_by)


def test_nobody_can_have_seen_what_was_never_sent(approved, noor, watch, fence):
    delivery = only_delivery(approved)
    with pytest.raises(BadInput):
        say_it_arrived(delivery, noor, "https://fence.example/1", watch, opener=fence.opened_by)
