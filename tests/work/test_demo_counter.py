"""The counter of the demo shop: what waits there, what was answered, and that all of it went by the rules."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction
from django.test import override_settings
from django_scopes import scope

from toonbank.conversations.arrivals import Inlet
from toonbank.conversations.casebook import Case, Improvement
from toonbank.conversations.casework import judge_case
from toonbank.conversations.lessons import running
from toonbank.conversations.models import Arrival, Conversation, Message
from toonbank.conversations.noting import asked_of
from toonbank.conversations.papers import SavedReply
from toonbank.conversations.people import person_panel_of
from toonbank.core.errors import NotAllowed
from toonbank.ledger.verifying import verify
from toonbank.posts.checking import judge_post
from toonbank.posts.models import Confirmation, Delivery, Kind, Post
from toonbank.relations.models import Consent
from toonbank.relations.papers import ConsentRequest, Kindred
from toonbank.shops.models import Account, Member
from toonbank.shops.opening import square_of
from toonbank.work.demo.answers import answer_on_the_square
from toonbank.work.demo.counter import BEGINS, read_lines
from toonbank.work.demo.making import make_demo

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

MORNING = datetime(2026, 11, 21, 9, 40, tzinfo=UTC)
DAY = timedelta(days=1)
FIRST: list[object] = []
"""How the counter stood when the shop was made the first time."""


@pytest.fixture(scope="module")
def jas(django_db_setup, django_db_blocker, tmp_path_factory):
    """The demo shop on a Saturday morning, made a second time after the first was undone; its scope is open."""
    with django_db_blocker.unblock():
        with override_settings(HOME=tmp_path_factory.mktemp("first")), transaction.atomic():
            with scope(shop=make_demo(now=MORNING)):
                FIRST[:] = as_it_stands()
            transaction.set_rollback(True)
        with override_settings(HOME=tmp_path_factory.mktemp("second")), transaction.atomic():
            shop = make_demo(now=MORNING)
            with scope(shop=shop):
                yield shop
            transaction.set_rollback(True)


def as_it_stands() -> list[object]:
    """Everything on the counter that a person sees, without the numbers of rows."""
    talks = Conversation.objects.order_by("began_at", "name").values_list(
        "name", "state", "label", "severity", "band", "due_at", "snoozed_until", "excerpt", "last_at"
    )
    said = Message.objects.order_by("at", "text").values_list("at", "text", "is_ours", "label", "deleted_at")
    cases = Case.objects.order_by("opened_at").values_list("state", "verdict", "kernel", "closing_line")
    return [*talks, *said, *cases]


def waiting():
    """Who waits now, the serious first."""
    rows = Conversation.objects.waiting().awake(MORNING)
    return [*rows.in_turn(), *rows.undue()]


def test_seven_people_wait_each_with_something_else(jas):
    assert [(one.name, one.label, one.sort) for one in waiting()] == [
        ("Mevrouw De Wit", "complaint-blame", "mention"),
        ("Rob", "doubt", "comment"),
        ("Tom Hughes", "question", "mention"),
        ("Sanne", "criticism", "comment"),
        ("Henk", "compliment", "mention"),
        ("Anouk", "chat", "checkin"),
        ("Vlugge Volgers", "spam-abuse", "mention"),
    ]
    assert {one.account.handle for one in waiting() if one.account} == {"jas", "jas-buiten"}


def test_nobody_waits_longer_than_was_promised(jas):
    assert all(one.due_at is None or one.due_at > MORNING for one in waiting())


def test_mevrouw_de_wit_comes_back_for_the_third_time_within_one_conversation(jas):
    talk = Conversation.objects.get(name="Mevrouw De Wit")
    assert [message.is_ours for message in talk.messages.all()] == [False, True, False, True, False]
    assert (talk.severity, talk.case.state, talk.case.verdict) == (4, "acknowledged", "")
    assert talk.due_at - MORNING < timedelta(minutes=10)


def test_the_question_in_english_is_with_samira(jas):
    talk = Conversation.objects.get(excerpt__startswith="I bought a raincoat")
    assert (str(talk.assignee), talk.language) == ("Samira", "en")


def test_bas_asks_noor_something_beside_the_complaint(jas):
    noor = Member.objects.get(person__name="Noor")
    (note,) = asked_of(noor, MORNING)
    assert (str(note.member), note.conversation.name) == ("Bas", "Mevrouw De Wit")


def test_one_is_snoozed_until_tomorrow(jas):
    talk = Conversation.objects.get(snoozed_until__gt=MORNING)
    assert (talk.name, talk.snoozed_until.date() - MORNING.date()) == ("Yusuf Demir", DAY)


def test_most_of_what_came_was_answered_by_the_three_of_them(jas):
    answers = Message.objects.filter(is_ours=True)
    assert Counter(str(one.member) for one in answers.select_related("member__person")).keys() == {
        "Noor",
        "Bas",
        "Samira",
    }
    states = Counter(Conversation.objects.values_list("state", flat=True))
    assert states["settled"] + states["theirs"] > 1.5 * (states["new"] + states["ours"])


def test_no_two_answers_are_the_same_and_each_bears_the_name_of_who_gave_it(jas):
    texts = list(Post.objects.filter(kind=Kind.REPLY).values_list("text", flat=True))
    assert len(set(texts)) == len(texts) == sum(line.do in {"answer", "ask"} for line in read_lines())
    for post in Post.objects.filter(kind=Kind.REPLY).select_related("author__person"):
        assert post.text.endswith(f" {post.author}")


def test_nothing_is_found_in_any_answer_and_no_reason_was_needed(jas):
    for post in Post.objects.filter(kind=Kind.REPLY):
        found = [judged.checkup.findings for _account, judged in judge_post(post, now=post.made_at)]
        assert not any(found), post.text
    assert not Confirmation.objects.filter(post__kind=Kind.REPLY).exists()


def test_every_answer_arrived_and_stands_on_the_square_with_the_yes_of_its_writer(jas):
    deliveries = Delivery.objects.filter(kind=Kind.REPLY).select_related("approval", "post")
    assert {one.state for one in deliveries} == {"sent"}
    assert all(one.approval.member_id == one.post.author_id for one in deliveries)
    assert not Message.objects.filter(remote_id__startswith="delivery:").exists()


def test_one_complaint_went_the_whole_path_last_week(jas):
    case = Case.objects.get(verdict="partly")
    assert (case.state, case.solution, case.cause) == ("closed", "repair", "service")
    assert case.kernel
    assert case.closing_message.is_public
    assert case.closing_line.startswith("Opgelost, meneer Vos")
    assert DAY < MORNING - case.closed_at < 9 * DAY


def test_a_lesson_runs_with_its_owner_and_its_day(jas):
    lesson = Improvement.objects.get()
    assert list(running()) == [lesson]
    assert str(lesson.owner) == "Bas"
    assert lesson.due_on > MORNING.date()
    assert [case.verdict for case in lesson.cases.all()] == ["partly"]


def test_a_consent_was_asked_and_given_in_a_talk(jas):
    asked = ConsentRequest.objects.get()
    assert (asked.contact.name, asked.answer) == ("Fatima", "yes")
    consent = Consent.objects.get(contact=asked.contact)
    assert "Jazeker, doe maar." in consent.proof
    assert Message.objects.filter(text=asked.text, is_ours=True).exists()


def test_there_are_saved_replies_in_both_languages_and_a_kindred_account(jas):
    assert set(SavedReply.objects.values_list("lang", flat=True)) == {"nl", "en"}
    assert Kindred.objects.get().name == "Breierij Haverkamp"


def test_the_counter_hears_nothing_from_before_it_began(jas):
    assert Message.objects.order_by("at")[0].at > MORNING - (BEGINS + 1) * DAY
    assert set(Arrival.objects.values_list("state", flat=True)) == {"done"}


def test_the_ledger_closes_over_all_of_it(jas):
    assert verify(jas).closes


def test_made_twice_on_the_same_morning_the_counter_is_the_same(jas):
    assert as_it_stands() == FIRST
    assert len(FIRST) > 60


def test_the_story_answers_nowhere_but_on_its_own_square(jas):
    talk = Conversation.objects.get(name="Rob", excerpt__startswith="Was 129")
    noor = Member.objects.get(person__name="Noor")
    talk.account = Account(shop=jas, kind="mastodon", name="Elders", handle="jas@elders.example")
    with pytest.raises(NotAllowed):
        answer_on_the_square(talk, noor, "De bon ligt er. Noor", is_private=False, at=MORNING)


def test_whoever_tries_the_desk_gets_an_answer_back_from_mevrouw_de_wit(jas):
    talk = Conversation.objects.get(name="Mevrouw De Wit")
    noor = Member.objects.get(person__name="Noor")
    kernel = "Vierde kapotte rits uit de levering van september."
    with transaction.atomic():
        judge_case(talk.case, noor, verdict="right", kernel=kernel, now=MORNING)
        words = "U heeft gelijk, mevrouw De Wit. Bas vervangt de jas vandaag nog en brengt hem langs. Noor"
        answer_on_the_square(talk, noor, words, is_private=False, at=MORNING)
        transaction.set_rollback(True)
    hers = square_of(jas).talks("jas", now=MORNING + timedelta(hours=1))
    (said,) = (one.said for one in hers if one.said[0].author_name == "Mevrouw De Wit")
    assert said[-1].author_name == "Mevrouw De Wit"
    assert said[-1].extra["kind"] == "relieved"


def test_the_order_whose_number_she_gave_stands_beside_who_is_right(jas):
    talk = Conversation.objects.get(name="Mevrouw De Wit")
    purchases = person_panel_of(talk, MORNING).purchases
    (line,) = purchases.lines
    assert (purchases.ground, line.number, line.what) == ("told", "10417", "1 × Kinderjas Wadloper, maat 128")
    assert (line.step, line.source) == ("delivered", "Webwinkel")


def test_the_door_of_the_webshop_says_that_it_was_used(jas):
    assert Inlet.objects.get(name="Webwinkel").last_at is not None
