"""Taking, snoozing, laying aside, settling, taking up again: colleagues among themselves, never a word to a customer."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from conftest import NOW
from conversations.cast import ANGRY, ASKS, answered, met, waiting
from toonbank.conversations import handling
from toonbank.conversations.cases import open_case
from toonbank.conversations.casework import give_up_case
from toonbank.conversations.models import Conversation, Message, Turn
from toonbank.conversations.snoozing import choices, moment_of, moment_written
from toonbank.core.errors import BadInput, LifecycleError, NotAllowed, Overtaken
from toonbank.core.hours import OpeningHours, same_every_day
from toonbank.posts.models import Delivery, Post
from toonbank.shops.opening_hours import hours_of

COUNTER = "/s/jas/counter/"


@pytest.fixture
def asks(jas_shop, square):
    return waiting(jas_shop, square, ASKS, contact=met(jas_shop, "Yusuf"))


@pytest.fixture
def ads(jas_shop, square):
    return [
        waiting(jas_shop, square, f"Win een iPhone {n}", label="spam-abuse", clock="never") for n in range(3)
    ]


def events(conversation):
    return list(Turn.objects.filter(conversation=conversation).values_list("event", flat=True))


def test_bas_takes_it_and_gives_it_back(asks, bas):
    handling.assign(asks, bas, by=bas, now=NOW)
    asks.refresh_from_db()
    assert asks.assignee == bas
    handling.assign(asks, None, by=bas, now=NOW)
    asks.refresh_from_db()
    assert asks.assignee is None
    assert events(asks) == ["assign", "unassign"]


def test_what_is_yours_already_is_not_told_twice(asks, bas):
    handling.assign(asks, bas, by=bas, now=NOW)
    handling.assign(asks, bas, by=bas, now=NOW)
    assert events(asks) == ["assign"]


@pytest.mark.parametrize("role", ["viewer"])
def test_who_may_not_answer_gets_nothing_to_do(role, asks, jas_shop, noor, hire):
    with pytest.raises(BadInput, match="Samira"):
        handling.assign(asks, hire(jas_shop, "Samira", role), by=noor, now=NOW)


def test_who_left_gets_nothing_to_do(asks, noor, bas):
    bas.left_at = NOW
    bas.save()
    with pytest.raises(BadInput):
        handling.assign(asks, bas, by=noor, now=NOW)


def test_who_only_looks_handles_nothing(asks, jas_shop, noor, hire):
    samira = hire(jas_shop, "Samira", "viewer")
    for deed in (handling.wake, handling.set_aside, handling.settle, handling.reopen):
        with pytest.raises(NotAllowed):
            deed(asks, samira, now=NOW)
    with pytest.raises(NotAllowed):
        handling.set_many_aside([asks], samira, now=NOW)
    with pytest.raises(NotAllowed):
        handling.snooze(asks, samira, until=NOW + timedelta(hours=1), now=NOW)
    assert events(asks) == []


def test_what_is_snoozed_keeps_its_promise(asks, noor):
    due = asks.due_at
    handling.snooze(asks, noor, until=NOW + timedelta(hours=2), now=NOW)
    asks.refresh_from_db()
    assert (asks.state, asks.due_at, asks.snoozed_until) == ("new", due, NOW + timedelta(hours=2))
    handling.wake(asks, noor, now=NOW)
    asks.refresh_from_db()
    assert asks.snoozed_until is None
    assert events(asks) == ["snooze", "wake"]


@pytest.mark.parametrize("days", [-1, 0, 400])
def test_one_snoozes_until_a_moment_that_comes(days, asks, noor):
    with pytest.raises(BadInput):
        handling.snooze(asks, noor, until=NOW + timedelta(days=days), now=NOW)


def test_what_is_answered_cannot_be_snoozed(asks, noor):
    answered(asks, noor, "Maat 40, denk ik. Noor")
    with pytest.raises(BadInput):
        handling.snooze(asks, noor, until=NOW + timedelta(hours=1), now=NOW)


def test_a_question_is_settled_and_taken_up_again_where_it_stood(asks, noor):
    before = (asks.band, asks.label)
    handling.settle(asks, noor, now=NOW + timedelta(minutes=5))
    assert asks.state == "settled"
    handling.reopen(asks, noor, now=NOW + timedelta(minutes=6))
    assert (asks.state, asks.band, asks.label) == ("ours", *before)
    assert asks.due_at is not None
    assert asks.heard_at == NOW


def test_a_complaint_is_not_settled_before_it_is_judged(jas_shop, square, noor):
    angry = waiting(jas_shop, square, ANGRY)
    with pytest.raises(handling.NotJudged):
        handling.settle(angry, noor, now=NOW)
    case = open_case(angry, now=NOW)
    with pytest.raises(handling.NotJudged):
        handling.settle(angry, noor, now=NOW)
    give_up_case(case, noor, reason="Zij belde: het was een andere winkel.", now=NOW)
    angry.refresh_from_db()
    assert angry.state == "settled"


def test_a_complaint_is_not_laid_aside_as_spam(jas_shop, square, noor):
    angry = waiting(jas_shop, square, ANGRY)
    with pytest.raises(BadInput):
        handling.set_aside(angry, noor, now=NOW)
    assert handling.set_many_aside([angry], noor, now=NOW) == []
    angry.refresh_from_db()
    assert angry.state == "new"


def test_many_are_laid_aside_each_with_its_own_line(ads, noor):
    assert handling.set_many_aside(ads, noor, now=NOW) == ads
    assert [(one.state, events(one)) for one in ads] == [("aside", ["set_aside"])] * 3


def test_only_spam_is_laid_aside_by_the_many(asks, ads, noor):
    assert handling.set_many_aside([asks, *ads], noor, now=NOW) == ads


def test_what_somebody_moved_meanwhile_stays(ads, noor, bas):
    older = Conversation.objects.get(pk=ads[0].pk)
    handling.settle(ads[0], bas, now=NOW)
    assert handling.set_many_aside([older, *ads[1:]], noor, now=NOW) == ads[1:]
    with pytest.raises(Overtaken):
        handling.assign(older, noor, by=noor, now=NOW)


def test_what_is_settled_is_not_settled_again(asks, noor):
    handling.settle(asks, noor, now=NOW)
    with pytest.raises(LifecycleError):
        handling.settle(asks, noor, now=NOW)


def test_no_handle_says_a_word_to_anybody(asks, ads, jas_shop, square, noor, bas):
    before = (Message.objects.count(), Post.objects.count(), Delivery.objects.count())
    handling.assign(asks, bas, by=noor, now=NOW)
    handling.snooze(asks, noor, until=NOW + timedelta(hours=1), now=NOW)
    handling.settle(asks, noor, now=NOW)
    handling.reopen(asks, noor, now=NOW)
    handling.set_many_aside(ads, noor, now=NOW)
    assert (Message.objects.count(), Post.objects.count(), Delivery.objects.count()) == before


def test_the_moments_to_choose_follow_the_shops_hours(jas_shop):
    hours = hours_of(jas_shop)  # Monday to Saturday, nine to six; NOW is Saturday, ten o'clock
    told = [
        (one.name, timezone.localtime(one.until, jas_shop.clock).strftime("%a %H:%M"))
        for one in choices(hours, NOW)
    ]
    assert told == [("hours", "Sat 12:00"), ("tomorrow", "Mon 09:00")]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("nl", ["morgenochtend (di 09:00)", "volgende week maandag (ma 30 nov, 09:00)"]),
        ("en", ["tomorrow morning (Tue 09:00)", "next Monday (Mon 30 Nov, 09:00)"]),
    ],
)
def test_on_a_monday_the_next_monday_has_its_date(jas_shop, lang, words):
    monday = NOW + timedelta(days=2)
    with translation.override(lang):
        assert [one.word for one in choices(hours_of(jas_shop), monday)][1:] == words
        sunday = [one.word for one in choices(hours_of(jas_shop), NOW)]
    assert not any("nov" in word.lower() for word in sunday)


def test_just_before_closing_two_hours_end_on_the_next_day(jas_shop):
    at_five = NOW.replace(hour=16)
    until = moment_of("hours", hours_of(jas_shop), at_five)
    assert timezone.localtime(until, jas_shop.clock).strftime("%a %H:%M") == "Mon 10:00"


def test_a_shop_that_never_opens_has_mornings_too(jas_shop):
    never = OpeningHours(week=((),) * 7, zone=jas_shop.clock)
    assert moment_of("hours", never, NOW) == NOW + timedelta(hours=2)
    assert (
        timezone.localtime(moment_of("tomorrow", never, NOW), jas_shop.clock).strftime("%a %H:%M")
        == "Sun 09:00"
    )


@pytest.mark.parametrize(
    "written", ["0001-01-01T00:00", "0001-01-01T00:20", "9999-12-31T23:59", "0900-05-01T10:00"]
)
def test_a_moment_at_the_end_of_the_calendar_is_no_moment_to_snooze_until(written, asks, noor, door_of):
    page = f"{COUNTER}{asks.pk}/"
    answer = door_of(noor).post(f"{page}snooze/", {"until": written, "next": page}, follow=True)
    assert answer.status_code == 200
    asks.refresh_from_db()
    assert asks.snoozed_until is None


@pytest.mark.parametrize("written", ["", "morgen", "2026-13-01T10:00", "2026-11-23T10:00+01:00", "\x00"])
def test_a_moment_that_is_none_is_asked_again(written, jas_shop):
    with pytest.raises(BadInput):
        moment_written(written, hours_of(jas_shop))


def test_a_moment_is_read_on_the_shops_clock(jas_shop):
    hours = same_every_day(*_nine_to_six(), days=7, zone=jas_shop.clock)
    assert moment_written("2026-11-23T10:00", hours).isoformat() == "2026-11-23T09:00:00+00:00"


def _nine_to_six():
    from datetime import time

    return time(9), time(18)


@pytest.mark.parametrize(
    ("deed", "form", "told"),
    [
        ("settle", {}, "Afgerond: Yusuf."),
        ("assign", {"to": "me"}, "Het is van jou."),
        ("snooze", {"until": "tomorrow"}, "Yusuf komt terug op"),
        ("set-aside", {}, "Opzijgelegd als spam"),
    ],
)
def test_each_handle_tells_what_it_did_and_undoes_it(deed, form, told, asks, noor, door_of):
    client = door_of(noor)
    fields = ("state", "assignee_id", "snoozed_until", "band", "label")
    before = Conversation.objects.values_list(*fields).get(pk=asks.pk)
    filled = {name: noor.pk if value == "me" else value for name, value in form.items()}

    shown = client.post(f"{COUNTER}{asks.pk}/{deed}/", filled, follow=True).content.decode()

    assert told in shown
    address = _undo_in(shown)
    assert Conversation.objects.values_list(*fields).get(pk=asks.pk) != before
    assert "Het is weer zoals het was." in client.post(address, follow=True).content.decode()
    after = Conversation.objects.values_list(*fields).get(pk=asks.pk)
    assert after[1:] == before[1:]
    assert after[0] in {"new", "ours"}


def test_spam_is_laid_aside_together_and_comes_back_together(ads, asks, noor, door_of):
    client = door_of(noor)
    ticked = {"conversation": [one.pk for one in ads]}
    shown = client.post(f"{COUNTER}spam-aside/", ticked, follow=True).content.decode()
    assert "3 opzijgelegd als spam" in shown
    assert Conversation.objects.filter(state="aside").count() == 3
    client.post(_undo_in(shown), follow=True)
    assert Conversation.objects.filter(state="aside").count() == 0


def test_an_undo_that_is_not_ours_does_nothing(asks, noor, door_of):
    client = door_of(noor)
    for was in ("", "x", "e30:forged"):
        shown = client.post(f"{COUNTER}undo-handling/?was={was}", follow=True).content.decode()
        assert "te lang geleden" in shown


def test_what_somebody_moved_after_it_is_not_undone(asks, noor, bas, door_of):
    client = door_of(noor)
    shown = client.post(f"{COUNTER}{asks.pk}/settle/", follow=True).content.decode()
    handling.reopen(Conversation.objects.get(pk=asks.pk), bas, now=NOW)
    assert (
        "Iemand heeft er intussen iets mee gedaan"
        in client.post(_undo_in(shown), follow=True).content.decode()
    )


def test_what_a_colleague_took_or_snoozed_after_it_stays_theirs(asks, noor, bas, door_of):
    client, page = door_of(noor), f"{COUNTER}{asks.pk}/"
    taken = client.post(f"{page}assign/", {"to": noor.pk}, follow=True).content.decode()
    handling.assign(Conversation.objects.get(pk=asks.pk), bas, by=bas, now=NOW)
    assert "Iemand heeft er intussen" in client.post(_undo_in(taken), follow=True).content.decode()
    assert Conversation.objects.get(pk=asks.pk).assignee == bas

    snoozed = client.post(f"{page}snooze/", {"until": "tomorrow"}, follow=True).content.decode()
    later = timezone.now() + timedelta(days=5)
    handling.snooze(Conversation.objects.get(pk=asks.pk), bas, until=later, now=timezone.now())
    assert "Iemand heeft er intussen" in client.post(_undo_in(snoozed), follow=True).content.decode()
    assert Conversation.objects.get(pk=asks.pk).snoozed_until == later


def test_what_a_colleague_settled_once_more_stays_settled(asks, noor, bas, door_of):
    client = door_of(noor)
    shown = client.post(f"{COUNTER}{asks.pk}/settle/", follow=True).content.decode()
    again = Conversation.objects.get(pk=asks.pk)
    handling.settle(handling.reopen(again, bas, now=NOW), bas, now=NOW)
    client.post(_undo_in(shown), follow=True)
    assert Conversation.objects.get(pk=asks.pk).state == "settled"


@pytest.mark.parametrize(
    ("moved", "told"), [(1, "2 zijn weer zoals ze waren."), (2, "1 is weer zoals het was.")]
)
def test_of_many_it_tells_how_many_came_back(moved, told, ads, noor, bas, door_of):
    client = door_of(noor)
    ticked = {"conversation": [one.pk for one in ads]}
    shown = client.post(f"{COUNTER}spam-aside/", ticked, follow=True).content.decode()
    for one in ads[:moved]:
        handling.reopen(Conversation.objects.get(pk=one.pk), bas, now=NOW)
    after = client.post(_undo_in(shown), follow=True).content.decode()
    assert f"{told} Wat iemand intussen verplaatste, blijft zoals het nu is." in after
    assert not Conversation.objects.filter(state="aside").exists()


def test_settling_a_complaint_leads_to_its_conversation(jas_shop, square, noor, door_of):
    angry = waiting(jas_shop, square, ANGRY)
    answer = door_of(noor).post(f"{COUNTER}{angry.pk}/settle/")
    assert answer["Location"] == f"{COUNTER}{angry.pk}/"


def test_one_goes_back_to_where_one_was(asks, noor, door_of):
    client, here = door_of(noor), f"{COUNTER}?whose=mine"
    assert client.post(f"{COUNTER}{asks.pk}/wake/", {"next": here})["Location"] == here
    assert client.post(f"{COUNTER}{asks.pk}/wake/", {"next": "https://evil.example/"})["Location"] == COUNTER


def test_handles_are_not_for_who_only_looks(asks, jas_shop, noor, hire, door_of):
    client = door_of(hire(jas_shop, "Samira", "viewer"))
    for deed in ("settle", "assign", "snooze", "wake", "set-aside", "reopen"):
        assert client.post(f"{COUNTER}{asks.pk}/{deed}/").status_code == 403
    assert client.post(f"{COUNTER}spam-aside/").status_code == 403
    assert client.get(f"{COUNTER}{asks.pk}/settle/").status_code == 405


def test_another_shops_conversation_is_not_there(asks, noor, door_of, hire):
    from django_scopes import scope

    from toonbank.shops.models import Shop

    other = Shop.objects.create(name="Muts", slug="muts")
    with scope(shop=other):
        theirs = waiting(other, None, ASKS, contact=met(other, "Piet"))
    client = door_of(noor)
    for deed in ("settle", "assign", "snooze", "set-aside", "reopen"):
        assert client.post(f"{COUNTER}{theirs.pk}/{deed}/").status_code == 404
    client.post(f"{COUNTER}spam-aside/", {"conversation": [theirs.pk]})
    with scope(shop=other):
        assert Conversation.objects.get(pk=theirs.pk).state == "new"
        stranger = hire(other, "Piet", "owner")
    assert client.post(f"{COUNTER}{asks.pk}/assign/", {"to": stranger.pk}).status_code == 404


def _undo_in(shown):
    import html
    import re

    found = re.search(r'action="(/s/jas/counter/undo-handling/[^"]*)"', shown)
    assert found, "no undo on the page"
    return html.unescape(found.group(1))
