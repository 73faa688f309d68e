"""Who takes a consent back is gone: nothing new goes out that moment, and each live post becomes a task."""

from datetime import UTC, datetime, timedelta

import pytest

from conftest import NOW
from conversations.cast import de_wit, rob, waiting
from conversations.people.cast import published
from posts.sending import Fence, Watch, only_delivery, say_yes
from toonbank.conversations.people import takedowns
from toonbank.conversations.replying import ReplyWords, reply
from toonbank.conversations.takedown import TakeDown
from toonbank.core.errors import BadInput, NotAllowed, Overtaken
from toonbank.evidence.dossier import Quote
from toonbank.ledger.models import Entry
from toonbank.posts.delivering import deliver
from toonbank.posts.ledgerwords import hash_of
from toonbank.posts.models import Delivery, Picture, Post
from toonbank.posts.replies import Unanswered
from toonbank.relations.consenting import Yes, give_consent, withdraw_by_link, withdraw_consent

DAY = timedelta(days=1)
SAID = "zei het aan de toonbank"


@pytest.fixture
def agreed(jas_shop, noor):
    return give_consent(
        de_wit(jas_shop), noor, Yes(SAID, name=True, quote=True, photo=True, tag=True), now=NOW - DAY
    )


def clock():
    return NOW + DAY


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Met dank aan Mevrouw De Wit voor het idee.", ["name"]),
        ("Mevr. De Wit kreeg haar jas terug.", ["name"]),
        ("De Wits jas is weer heel.", ["name"]),
        ("Kijk eens bij @dewit!", ["tag"]),
        ("Een klant zei: ‘zo goed gemaakt, ik kom terug’.", ["quote"]),
        ("De jas is er weer in het wit.", []),
        ("Een klant kreeg haar jas terug.", []),
    ],
)
def test_every_live_post_with_that_person_is_a_task(jas_shop, noor, square, agreed, text, how):
    Quote.objects.create(
        shop=jas_shop, text="Zo goed gemaakt, ik kom terug", source="mail", author="Mevrouw De Wit",
        agreed="ja", recorded_by=noor, recorded_at=NOW,
    )  # fmt: skip
    published(jas_shop, noor, square, text)
    withdraw_consent(agreed, noor, now=NOW)
    assert [task.found for task in TakeDown.objects.all()] == ([how] if how else [])


def test_a_picture_with_them_is_one_and_what_is_not_public_is_none(jas_shop, noor, square, agreed):
    live = published(jas_shop, noor, square, "Kijk hoe mooi.")
    picture = Picture.objects.create(
        shop=jas_shop,
        post=live.post,
        file="x.jpg",
        media_type="image/jpeg",
        sha256="0" * 64,
        width=1,
        height=1,
    )
    picture.persons.add(de_wit(jas_shop))
    gone = published(jas_shop, noor, square, "Met Mevrouw De Wit.")
    gone.state = "withdrawn"
    gone.save()
    withdraw_by_link(agreed, now=NOW)
    (task,) = TakeDown.objects.all()
    assert (task.delivery, task.found) == (live, ["photo"])


def test_the_term_is_three_working_days_on_the_clock_of_the_shop(jas_shop, noor, square, agreed):
    published(jas_shop, noor, square, "Met Mevrouw De Wit.")
    withdraw_consent(agreed, noor, now=NOW)  # a Saturday
    assert TakeDown.objects.get().due_at == datetime(2026, 11, 25, 22, 59, 59, tzinfo=UTC)


def test_nothing_is_asked_twice_and_a_new_yes_does_not_reopen_what_was_settled(
    jas_shop, noor, square, agreed
):
    published(jas_shop, noor, square, "Met Mevrouw De Wit.")
    assert withdraw_by_link(agreed, now=NOW)
    assert not withdraw_by_link(agreed, now=NOW + DAY)
    task = TakeDown.objects.get()
    takedowns.keep_up(task, noor, "Zij vroeg het te laten staan.", clock)
    give_consent(de_wit(jas_shop), noor, Yes(SAID, name=True), now=NOW + DAY)
    assert list(takedowns.to_do()) == []
    assert TakeDown.objects.get().state == "kept"


def test_the_ledger_tells_of_it_without_a_name(jas_shop, noor, square, agreed):
    published(jas_shop, noor, square, "Met Mevrouw De Wit.")
    withdraw_consent(agreed, noor, now=NOW)
    takedowns.done_by_hand(TakeDown.objects.get(), noor, clock)
    lines = Entry.objects.filter(
        kind__in=["consent_given", "consent_withdrawn", "take_down_asked", "take_down_settled"]
    )
    assert [line.kind for line in lines] == [
        "consent_given", "consent_withdrawn", "take_down_asked", "take_down_settled",
    ]  # fmt: skip
    assert "Wit" not in str([line.payload for line in lines])
    assert SAID not in str([line.payload for line in lines])


def test_a_reason_to_keep_it_stands_in_the_ledger_as_a_hash(jas_shop, noor, square, agreed):
    published(jas_shop, noor, square, "Met Mevrouw De Wit.")
    withdraw_consent(agreed, noor, now=NOW)
    why = "Mevrouw De Wit vond het bij nader inzien goed"
    takedowns.keep_up(TakeDown.objects.get(), noor, why, clock)
    payload = Entry.objects.get(kind="take_down_settled").payload
    assert (payload["reason_hash"], "Wit" in str(payload)) == (hash_of(why), False)


def test_keeping_it_needs_a_reason_and_a_role(jas_shop, noor, square, agreed, hire):
    published(jas_shop, noor, square, "Met Mevrouw De Wit.")
    withdraw_consent(agreed, noor, now=NOW)
    task = TakeDown.objects.get()
    with pytest.raises(BadInput):
        takedowns.keep_up(task, noor, "  ", clock)
    with pytest.raises(NotAllowed):
        takedowns.done_by_hand(task, hire(jas_shop, "Kijker", "viewer"), clock)
    takedowns.done_by_hand(task, noor, clock)
    with pytest.raises(Overtaken):
        takedowns.take_down(task, noor, clock)


def test_somebody_else_is_left_alone(jas_shop, noor, square, agreed):
    published(jas_shop, noor, square, "Met dank aan Rob H.")
    give_consent(rob(jas_shop), noor, Yes(SAID, name=True), now=NOW)
    withdraw_consent(agreed, noor, now=NOW)
    assert not TakeDown.objects.exists()


NAMED = "Met dank aan Mevrouw De Wit, die ons dit knopje leerde aanzetten. Kom het gerust vragen."


@pytest.fixture
def leaving(jas_shop, bas, noor, square, agreed):
    """A post with her name, approved while her yes stood, due now."""
    return only_delivery(say_yes(jas_shop, bas, noor, [square], now=NOW, text=NAMED))


def test_nothing_new_goes_out_from_that_moment(leaving, agreed):
    fence = Fence()
    withdraw_by_link(agreed, now=NOW)
    deliver(leaving.pk, clock=Watch(NOW), opener=fence.opened_by)
    leaving.refresh_from_db()
    assert (leaving.state, leaving.held_why["why"]) == ("held", "finding")
    assert {one["rule"] for one in leaving.held_why["findings"]} == {"consent-missing"}
    assert fence.sent == []


def test_not_even_when_it_is_taken_back_between_the_last_look_and_the_send(leaving, agreed):
    fence, watch = Fence(), Watch(NOW)

    def opened_late(account):
        """While we knock at the network she takes it back."""
        withdraw_by_link(agreed, now=NOW)
        return fence.opened_by(account)

    assert deliver(leaving.pk, clock=watch, opener=opened_late) is not None
    assert fence.sent == []
    deliver(leaving.pk, clock=watch, opener=fence.opened_by)
    leaving.refresh_from_db()
    assert (leaving.state, fence.sent) == ("held", [])


def test_what_was_just_leaving_becomes_a_task(leaving, agreed):
    fence = Fence(meanwhile=lambda: withdraw_by_link(agreed, now=NOW))
    deliver(leaving.pk, clock=Watch(NOW), opener=fence.opened_by)
    leaving.refresh_from_db()
    assert leaving.state == "sent"
    assert [task.delivery for task in TakeDown.objects.all()] == [leaving]


def test_taking_down_goes_by_the_network_and_settles_the_task(leaving, agreed, noor):
    fence = Fence()
    deliver(leaving.pk, clock=Watch(NOW), opener=fence.opened_by)
    withdraw_by_link(agreed, now=NOW)
    takedowns.take_down(TakeDown.objects.get(), noor, clock, opener=fence.opened_by)
    leaving.refresh_from_db()
    assert (leaving.state, TakeDown.objects.get().state, fence.posts) == ("withdrawn", "taken down", [""])


NAMING = "Goed idee, Rob. Mevrouw De Wit vroeg hetzelfde; kom gerust langs, dan laten we het zien. Noor"


def a_live_answer(talk, member, fence, **more):
    """This member answered it while her yes stood, and it is there."""
    newest = talk.messages.order_by("-pk").first()
    post = reply(talk, member, ReplyWords(NAMING, seen=newest.pk, **more), now=NOW)
    deliver(Delivery.objects.get(post=post).pk, clock=Watch(NOW), opener=fence.opened_by)
    return Delivery.objects.get(post=post)


@pytest.mark.usefixtures("own_home")
def test_an_answer_to_somebody_else_that_names_them_must_go_too(jas_shop, noor, square, agreed):
    fence, asking = Fence(), waiting(jas_shop, square, "Valt de Merel groot?", contact=rob(jas_shop))
    live = a_live_answer(asking, noor, fence)
    assert live.state == "sent"
    withdraw_consent(agreed, noor, now=NOW)
    (task,) = TakeDown.objects.all()
    assert (task.delivery, task.found) == (live, ["name"])
    takedowns.take_down(task, noor, clock, opener=fence.opened_by)
    assert Delivery.objects.get(pk=live.pk).state == "withdrawn"


@pytest.mark.usefixtures("own_home")
@pytest.mark.parametrize("who", [de_wit, rob])
def test_an_answer_to_themselves_or_in_private_is_none(jas_shop, noor, square, agreed, who):
    asking = waiting(jas_shop, square, "Valt de Merel groot?", contact=who(jas_shop))
    live = a_live_answer(asking, noor, Fence())
    Post.objects.filter(pk=live.post_id).update(is_private=who is rob)
    withdraw_consent(agreed, noor, now=NOW)
    assert (live.state, TakeDown.objects.exists()) == ("sent", False)


@pytest.mark.usefixtures("own_home")
def test_a_new_answer_that_names_them_is_stopped_as_well(jas_shop, noor, square, agreed):
    asking = waiting(jas_shop, square, "Valt de Merel groot?", contact=rob(jas_shop))
    withdraw_consent(agreed, noor, now=NOW)
    with pytest.raises(Unanswered) as stopped:
        a_live_answer(asking, noor, Fence())
    assert "consent-missing" in {one.rule for one in stopped.value.judged.checkup.findings}
