"""A person answers: exactly these words, to this message, once, and back on the counter when they do not arrive."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from conftest import NOW
from conversations.cast import ANGRY, ASKS, answered, waiting
from posts.sending import Fence, Killed, Watch
from toonbank.channels.base import Answering
from toonbank.conversations import replying
from toonbank.conversations.casebook import Case
from toonbank.conversations.models import Conversation, Message
from toonbank.conversations.moves import move_conversation
from toonbank.conversations.papers import Writing
from toonbank.conversations.replying import AnsweredAlready, LookAgain, ReplyWords, SaidAlready, reply
from toonbank.core.errors import BadInput, NotAllowed, Overtaken
from toonbank.ledger.models import Entry
from toonbank.posts.afterwards import send_again
from toonbank.posts.delivering import deliver
from toonbank.posts.ledgerwords import hash_of
from toonbank.posts.models import Approval, Delivery, Post
from toonbank.posts.replies import Unanswered

pytestmark = pytest.mark.usefixtures("own_home")

CALM = "De Merel valt klein. Neem 40; zit hij niet goed, dan ruil je hem hier. Groet, Noor"
HELP = "Dat had niet mogen gebeuren. Ik leg vandaag een nieuwe jas voor u klaar, of u krijgt uw geld terug. Wat heeft u liever? Noor"


@pytest.fixture
def fence():
    return Fence()


def send(conversation, member, text=CALM, **more) -> Post:
    newest = conversation.messages.order_by("-pk").first()
    return reply(conversation, member, ReplyWords(text, seen=newest.pk, **more), now=NOW)


def delivery_of(post: Post) -> Delivery:
    return Delivery.objects.select_related("account", "post", "approval", "shop").get(post=post)


def bring(post: Post, fence: Fence, watch: Watch | None = None) -> Delivery:
    deliver(delivery_of(post).pk, clock=watch or Watch(NOW), opener=fence.opened_by)
    return delivery_of(post)


def test_who_presses_send_writes_and_approves_exactly_these_words(talk, noor):
    post = send(talk, noor)
    approval = Approval.objects.get(post=post)
    assert (post.kind, post.author, approval.member, approval.post.text) == ("reply", noor, noor, CALM)
    assert delivery_of(post).state == "planned"
    assert Entry.objects.get(kind="approved").payload["text_hash"] == hash_of(CALM)


@pytest.mark.parametrize("is_there", [False, True], ids=["on its way", "arrived"])
def test_the_back_button_sends_the_same_answer_no_second_time(talk, noor, fence, is_there):
    first = send(talk, noor)
    if is_there:
        bring(first, fence)
    with pytest.raises(SaidAlready):
        send(talk, noor, f" {CALM}\n")
    assert Post.objects.filter(kind="reply").count() == 1


def test_the_page_keeps_the_words_and_says_that_they_were_sent(talk, noor, door_of):
    door, page = door_of(noor), f"/s/jas/counter/{talk.pk}/reply/"
    for _press in range(2):
        newest = talk.messages.order_by("-pk").first()
        shown = door.post(page, {"do": "send", "text": CALM, "seen": newest.pk, "to": "public"}, follow=True)
    assert "Dit antwoord gaf je al, woord voor woord" in shown.content.decode()
    assert CALM in shown.content.decode()
    assert Post.objects.filter(kind="reply").count() == 1


def test_other_words_may_follow_an_answer(talk, noor):
    send(talk, noor)
    send(talk, noor, "En anders bellen we je even. Groet, Noor")
    send(talk, noor)
    assert Post.objects.filter(kind="reply").count() == 3


def test_the_same_words_may_be_sent_again_when_they_did_not_arrive(talk, noor, fence):
    first = send(talk, noor)
    Delivery.objects.filter(post=first).update(state="refused")
    send(talk, noor)
    assert Post.objects.filter(kind="reply").count() == 2


def test_the_network_is_told_which_message_is_answered(talk, noor, fence):
    asked = talk.messages.get()
    bring(send(talk, noor), fence)
    to = fence.sent[0].answer_to
    assert (to.remote_id, to.root, to.handle, to.is_private) == (asked.remote_id, talk.thread, "dewit", False)


def test_our_words_stand_in_the_talk_at_once_and_get_the_networks_name_later(talk, noor, fence):
    post = send(talk, noor)
    ours = Message.objects.get(post=post)
    assert ours.remote_id == replying.placeholder(delivery_of(post).key)
    assert (ours.is_ours, ours.member, ours.text) == (True, noor, CALM)
    bring(post, fence)
    ours.refresh_from_db()
    assert (ours.remote_id, ours.url) == ("1", "https://fence.example/1")


def test_an_echo_that_came_in_first_is_the_same_message(talk, noor, square, fence, jas_shop):
    post = send(talk, noor)
    echo = {"remote_id": "1", "is_ours": True, "text": CALM, "at": NOW, "is_public": True}
    fence.meanwhile = lambda: Message.objects.create(shop=jas_shop, conversation=talk, account=square, **echo)
    bring(post, fence)
    assert [one.remote_id for one in talk.messages.filter(is_ours=True)] == ["1"]
    assert talk.messages.get(is_ours=True).member == noor


def test_the_conversation_is_theirs_now(talk, noor):
    send(talk, noor)
    talk.refresh_from_db()
    assert (talk.state, talk.due_at, talk.answered_at) == ("theirs", None, NOW)
    assert talk.turns.get().event == "reply"


def test_webcare_may_answer_and_a_viewer_may_not(talk, jas_shop, hire):
    with pytest.raises(NotAllowed):
        send(talk, hire(jas_shop, "Kees", "viewer"))
    assert send(talk, hire(jas_shop, "Samira", "webcare")).state == "approved"


def test_a_block_stops_it_and_tells_what_stands(talk, noor):
    with pytest.raises(Unanswered) as trouble:
        send(talk, noor, "Mevrouw De Wit, we sturen hem naar Beukerstraat 12, 7201 LC Zutphen. Noor")
    assert "pii-in-public-reply" in {one.rule for one in trouble.value.judged.unanswered}
    assert not Post.objects.exists()


def test_a_warning_goes_with_a_reason_that_is_kept(jas_shop, square, noor):
    talk = waiting(jas_shop, square, ANGRY, at=NOW - timedelta(hours=1))
    words = "Dat staat gewoon in onze voorwaarden. Ik bel u vanmiddag. Noor"
    with pytest.raises(Unanswered) as trouble:
        send(talk, noor, words)
    reasons = {
        (one.rule, words[one.start : one.end] if one.start is not None else ""): "Ze vroeg ernaar."
        for one in trouble.value.judged.unanswered
    }
    post = send(talk, noor, words, reasons=reasons)
    assert set(post.confirmations.values_list("rule", flat=True)) == {rule for rule, _words in reasons}


def test_a_colleague_who_was_first_is_shown_beside_ones_own_words(talk, noor, bas):
    seen = talk.messages.get().pk
    theirs = answered(talk, bas, "Neem 40. Bas", at=NOW)
    with pytest.raises(AnsweredAlready) as trouble:
        reply(talk, noor, ReplyWords(CALM, seen=seen), now=NOW)
    assert trouble.value.theirs == (theirs,)


def test_two_who_press_send_at_once_give_one_answer(talk, noor, bas):
    as_bas_sees_it = Conversation.objects.get(pk=talk.pk)
    send(talk, noor)
    with pytest.raises(Overtaken):
        reply(as_bas_sees_it, bas, ReplyWords("Neem 40, zou ik doen. Bas", seen=10**9), now=NOW)
    assert Post.objects.filter(kind="reply").count() == 1


def test_an_angry_message_of_minutes_ago_asks_for_a_second_look(jas_shop, square, noor):
    talk = waiting(jas_shop, square, ANGRY, at=NOW - timedelta(minutes=2))
    with pytest.raises(LookAgain):
        send(talk, noor, HELP)
    assert send(talk, noor, HELP, looked_twice=True).state == "approved"


def test_a_danger_is_never_kept_waiting(jas_shop, square, noor):
    talk = waiting(jas_shop, square, "Mijn kind kreeg een schok van jullie lamp!", label="danger", severity=4)
    assert not replying.asks_for_a_second_look(list(talk.messages.all()), NOW)


def test_what_is_too_long_for_the_network_is_not_taken(talk, noor):
    with pytest.raises(BadInput, match=r"too long|te lang"):
        send(talk, noor, "Wij zoeken het uit. " * 40)


def test_a_private_word_is_refused_where_the_network_does_not_allow_it(talk, noor, square):
    talk.account.limits = {"answering": Answering(privately_to="nobody")}
    with pytest.raises(BadInput, match=r"privately|privé"):
        send(talk, noor, is_private=True)


def test_who_wrote_too_long_ago_is_not_answered_where_the_network_forbids_it(talk, noor):
    talk.account.limits = {"answering": Answering(within_hours=0.5)}
    with pytest.raises(BadInput, match=r"that time is over|die tijd is voorbij"):
        send(talk, noor)


@pytest.mark.parametrize("mood", ["refuse", "signed_out"])
def test_what_did_not_arrive_is_ours_again_with_the_words_kept(talk, noor, fence, mood):
    fence.moods = [mood]
    bring(send(talk, noor), fence)
    talk.refresh_from_db()
    assert (talk.state, talk.turns.last().event) == ("ours", "not_arrived")
    assert Writing.objects.get(conversation=talk, member=noor).text == CALM
    assert len(replying.held_replies(talk)) == 1


def test_another_answer_takes_the_place_of_the_one_that_was_refused(talk, noor, fence):
    fence.moods = ["refuse"]
    first = send(talk, noor)
    bring(first, fence)
    talk.refresh_from_db()
    second = send(talk, noor, "Neem 40, die past bijna iedereen die twijfelt. Groet, Noor")
    assert (delivery_of(first).state, bring(second, fence, Watch(NOW + timedelta(seconds=2))).state) == (
        "cancelled",
        "sent",
    )
    assert fence.posts == [second.text]


def test_while_nobody_knows_whether_it_arrived_no_second_answer_goes(talk, noor, fence, settings):
    fence.moods = ["hang_up_before"]
    watch = Watch(NOW)
    post = send(talk, noor)
    bring(post, fence, watch)
    watch.ahead(minutes=1)
    bring(post, fence, watch)
    assert delivery_of(post).held_why["why"] == "not_found"
    talk.refresh_from_db()
    with pytest.raises(BadInput, match=r"Nobody knows|Niemand weet"):
        send(talk, noor, "Neem maat 40. Noor")


@pytest.mark.parametrize(("mood", "ends_as"), [("killed_before", "held"), ("killed_after", "sent")])
def test_a_worker_killed_in_the_middle_doubles_no_answer(talk, noor, fence, settings, mood, ends_as):
    fence.moods = [mood]
    watch, post = Watch(NOW), send(talk, noor)
    with pytest.raises(Killed):
        bring(post, fence, watch)
    watch.at = NOW + settings.SEND_LEASE
    assert bring(post, fence, watch).state == ends_as
    assert len(fence.sent) == 1


def test_an_edit_of_a_reply_voids_its_yes(talk, noor, fence):
    post = send(talk, noor)
    Post.objects.filter(pk=post.pk).update(text="Iets anders. Noor")
    assert (bring(post, fence).state, fence.sent) == ("held", [])


@pytest.mark.parametrize("field", ["answers_remote_id", "answers_root", "answers_handle"])
def test_a_yes_to_one_person_is_no_yes_to_another(talk, noor, fence, field):
    post = send(talk, noor)
    Post.objects.filter(pk=post.pk).update(**{field: "somebody-else"})
    assert (bring(post, fence).state, fence.sent) == ("held", [])


def test_a_reply_is_judged_with_its_case_once_more_when_it_is_sent(jas_shop, square, noor, fence):
    talk = waiting(jas_shop, square, ANGRY, at=NOW - timedelta(hours=1))
    known = {"verdict": "right", "kernel": "De rits gaat stuk.", "opened_at": NOW - timedelta(minutes=30)}
    case = Case.objects.create(shop=jas_shop, conversation=talk, **known)
    post = send(talk, noor, f"Dat is helemaal onze fout. {HELP}")
    Case.objects.filter(pk=case.pk).update(verdict="")
    delivery = bring(post, fence)
    assert (delivery.state, fence.sent) == ("held", [])
    assert delivery.held_why["findings"][0]["rule"] == "facts-not-checked"


def test_a_case_that_was_opened_after_the_answer_holds_nothing_up(jas_shop, square, noor, fence):
    talk = waiting(jas_shop, square, ANGRY, at=NOW - timedelta(hours=1))
    post = send(talk, noor, f"Dat is helemaal onze fout. {HELP}")
    Case.objects.create(shop=jas_shop, conversation=talk, opened_at=NOW + timedelta(seconds=1))
    assert bring(post, fence).state == "sent"


def test_nothing_can_be_planned_without_a_persons_yes(talk, noor, square):
    post = send(talk, noor)
    with pytest.raises(IntegrityError), transaction.atomic():
        Delivery.objects.create(
            shop=post.shop, post=post, account=square, approval=None, due_at=NOW, try_at=NOW, key="nobody"
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        Approval.objects.filter(post=post).update(member=None)


def test_a_reply_answers_somebody_and_a_post_nobody(jas_shop, noor):
    for fields in ({"kind": "reply"}, {"kind": "post", "answers_remote_id": "m-1", "answers_root": "m-1"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Post.objects.create(shop=jas_shop, author=noor, edited_by=noor, text="Hoi", **fields)


def test_a_public_answer_its_private_part_and_the_closing_line_stay_together(talk, noor, fence):
    talk.account.limits = {"answering": Answering(privately_to="anybody")}
    watch = Watch(NOW)
    said_then = [
        (CALM, False),
        ("Ik leg maat 40 voor u klaar bij Beukerstraat 12, 7201 LC Zutphen, klopt dat adres? Noor", True),
        ("We spraken elkaar net; de jas ligt klaar. Noor", False),
    ]
    for text, is_private in said_then:
        bring(send(talk, noor, text, is_private=is_private), fence, watch)
        watch.ahead(seconds=5)
        talk.refresh_from_db()
    ours = talk.messages.filter(is_ours=True).order_by("pk")
    assert [(one.text, not one.is_public) for one in ours] == said_then
    assert [post.answer_to.is_private for post in fence.sent] == [False, True, False]
    assert talk.state == "theirs"


def test_what_the_network_says_of_a_reply_is_heard_even_when_the_counter_has_trouble_with_it(
    talk, noor, fence
):
    post = send(talk, noor)
    Message.objects.filter(post=post).update(remote_id="ours")
    clash = {
        "account": talk.account,
        "remote_id": "1",
        "text": "van iemand anders",
        "at": NOW,
        "is_public": True,
    }
    Message.objects.create(shop=talk.shop, conversation=talk, **clash)  # no two messages may have one name
    assert bring(post, fence).state == "sent"
    assert Entry.objects.filter(kind="sent").count() == 1


def test_while_the_network_is_silent_the_conversation_is_ours_and_once_it_is_found_theirs(talk, noor, fence):
    fence.moods = ["hang_up_after"]
    watch, post = Watch(NOW), send(talk, noor)
    assert bring(post, fence, watch).state == "uncertain"
    talk.refresh_from_db()
    assert talk.state == "ours"
    watch.ahead(minutes=1)
    assert bring(post, fence, watch).state == "sent"
    talk.refresh_from_db()
    assert (talk.state, talk.messages.get(is_ours=True).remote_id) == ("theirs", "1")


def test_a_reply_that_arrived_after_all_is_an_answer(talk, noor, fence):
    fence.moods = ["refuse"]
    post = send(talk, noor)
    delivery = bring(post, fence)
    talk.refresh_from_db()
    assert talk.state == "ours"
    send_again(delivery, noor, Watch(NOW), version=post.version)
    talk.refresh_from_db()
    assert (talk.state, Message.objects.get(post=post).deleted_at) == ("theirs", None)
    assert bring(post, fence, Watch(NOW + timedelta(seconds=3))).state == "sent"


def test_a_conversation_that_was_settled_comes_back_when_the_last_word_did_not_arrive(talk, noor, fence):
    post = send(talk, noor)
    talk.refresh_from_db()
    move_conversation(talk, "settle", at=NOW, member=noor)
    fence.moods = ["refuse"]
    bring(post, fence)
    talk.refresh_from_db()
    assert talk.state == "ours"


PRIVATE = "Dag mevrouw De Wit, we sturen hem naar Beukerstraat 12, 7201 LC Zutphen. Hij kost 49,95, zoals u zei. Noor"


@pytest.mark.parametrize("mood", ["fine", "refuse_you"])
def test_the_ledger_keeps_nothing_that_says_whom_we_answered_or_what(jas_shop, square, noor, fence, mood):
    talk = waiting(jas_shop, square, ASKS, at=NOW - timedelta(hours=1), sort="direct")
    fence.moods = [mood]
    bring(send(talk, noor, PRIVATE, is_private=True), fence)
    said = str([entry.payload for entry in Entry.objects.all()])
    assert [word for word in ("Wit", "dewit", "Beukerstraat", "7201", "49,95") if word in said] == []


def test_words_that_may_be_there_do_not_lie_ready_to_be_sent_once_more(talk, noor, fence):
    fence.moods = ["hang_up_before"]
    watch, post = Watch(NOW), send(talk, noor)
    bring(post, fence, watch)
    watch.ahead(minutes=1)
    bring(post, fence, watch)
    assert delivery_of(post).held_why["why"] == "not_found"
    assert not Writing.objects.exists()
