"""The form of an answer: what one may do here is said first, what is wrong stands at the words, nothing typed is lost."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from conversations.cast import ASKS, answered, de_wit, rob, said, waiting
from posts.sending import Fence
from toonbank.conversations.composing import composer_of
from toonbank.conversations.models import Message
from toonbank.conversations.papers import Writing
from toonbank.conversations.replying import ReplyWords, reply
from toonbank.conversations.writing import begin
from toonbank.posts.delivering import deliver
from toonbank.posts.models import Post
from toonbank.shops.models import Account

pytestmark = pytest.mark.usefixtures("own_home")

CALM = "De Merel valt klein. Neem 40; zit hij niet goed, dan ruil je hem hier. Groet, Noor"
PRIVATE_IN_PUBLIC = "We sturen hem vandaag naar Beukerstraat 12, 7201 LC Zutphen. Groet, Noor"


@pytest.fixture
def talk(jas_shop, square):
    """A question in public, an hour old."""
    return waiting(jas_shop, square, ASKS, at=timezone.now() - timedelta(hours=1))


@pytest.fixture
def desk(door_of, noor):
    """Noor at her desk."""
    return door_of(noor)


def address(conversation, page="") -> str:
    return f"/s/jas/counter/{conversation.pk}/{page}"


def press(desk, conversation, text, do="send", **more):
    seen = max(conversation.messages.values_list("pk", flat=True))
    form = {"text": text, "to": "public", "seen": seen, "do": do} | more
    return desk.post(address(conversation, "reply/"), form)


def test_the_page_says_who_reads_along_and_how_much_room_there_is_before_a_word_is_typed(desk, talk):
    page = desk.get(address(talk)).content.decode()
    assert "Iedereen kan dit antwoord lezen" in page or "Everybody can read this answer" in page
    assert "0 van 500" in page or "0 of 500" in page


def test_pressing_answer_sends_it_and_goes_back_to_the_talk(desk, talk):
    response = press(desk, talk, CALM)
    assert (response.status_code, response["Location"]) == (302, address(talk))
    assert Post.objects.get(kind="reply").text == CALM
    assert not Writing.objects.exists()


def test_a_block_keeps_the_words_and_stands_beside_them(desk, talk):
    page = press(desk, talk, PRIVATE_IN_PUBLIC).content.decode()
    assert PRIVATE_IN_PUBLIC in page
    assert 'data-severity="block"' in page
    assert Writing.objects.get().text == PRIVATE_IN_PUBLIC
    assert not Post.objects.exists()


def test_a_mend_button_works_without_javascript(desk, talk):
    page = desk.get(address(talk))
    page = press(desk, talk, PRIVATE_IN_PUBLIC, do="check")
    way = page.context["composer"].look.cards[0].ways[0]
    mended = desk.post(
        address(talk, "reply/"), {"text": PRIVATE_IN_PUBLIC, "to": "public", "mend": str(way.step)}
    )
    assert mended.context["composer"].words.text != PRIVATE_IN_PUBLIC
    assert not Post.objects.exists()


def test_a_warning_is_kept_with_a_reason_and_then_goes(desk, jas_shop, square):
    talk = waiting(
        jas_shop,
        square,
        "Wat een slechte service.",
        at=timezone.now() - timedelta(hours=1),
        label="complaint-disapproval",
    )
    words = "Dat staat gewoon in onze voorwaarden. Ik bel u vanmiddag. Noor"
    page = press(desk, talk, words)
    cards = [card for card in page.context["composer"].look.cards if card.can_keep]
    about = {"about": [card.keeps for card in cards]} | {
        f"reason-{card.number}": "Ze vroeg ernaar." for card in cards
    }
    kept = press(desk, talk, words, do="check", **about)
    assert "Ze vroeg ernaar." in kept.content.decode()
    again = {
        "kept": [
            f"{one.finding.rule}|{one.kept}|{one.words}"
            for one in kept.context["composer"].look.cards
            if one.kept
        ]
    }
    assert press(desk, talk, words, **again).status_code == 302


def test_the_check_while_typing_answers_with_the_panel_alone(desk, talk):
    response = desk.post(address(talk, "reply/check/"), {"text": PRIVATE_IN_PUBLIC, "to": "public"})
    page = response.content.decode()
    assert "<html" not in page
    assert 'id="finding-1"' in page
    assert 'hx-swap-oob="true"' in page
    mark = response.context["composer"].mark
    again = desk.post(
        address(talk, "reply/check/"), {"text": PRIVATE_IN_PUBLIC, "to": "public", "panel": mark}
    )
    assert again["HX-Reswap"] == "none"


def test_the_same_words_may_go_privately(jas_shop, square, desk):
    talk = waiting(jas_shop, square, ASKS, sort="direct", at=timezone.now() - timedelta(hours=1))
    assert press(desk, talk, PRIVATE_IN_PUBLIC, to="private").status_code == 302
    assert Post.objects.get().is_private


def test_a_private_answer_names_who_gets_it_also_when_another_began(jas_shop, square, noor):
    first = said(jas_shop, square, ASKS, sort="direct", contact=de_wit(jas_shop))
    more = {"sort": "direct", "conversation": first.conversation}
    said(jas_shop, square, "Ik wil het ook weten.", contact=rob(jas_shop), **more)
    composer = composer_of(first.conversation, noor, timezone.now())
    assert "Rob H." in composer.readers
    assert "Wit" not in composer.readers


def test_who_has_the_pen_is_named_when_one_presses_send(desk, talk, bas):
    begin(talk, bas, timezone.now())
    page = press(desk, talk, CALM).content.decode()
    assert "Bas schrijft hier een antwoord" in page or "Bas is writing an answer here" in page
    assert not Post.objects.exists()


def test_both_answers_are_shown_when_a_colleague_was_first(desk, talk, bas):
    seen = talk.messages.get().pk
    answered(talk, bas, "Neem 40. Bas", at=timezone.now())
    page = press(desk, talk, CALM, seen=seen).content.decode()
    assert "Neem 40. Bas" in page
    assert CALM in page
    assert not Post.objects.exists()


def test_what_was_typed_before_comes_back(desk, talk, jas_shop, noor):
    now = timezone.now()
    Writing.objects.create(
        shop=jas_shop, conversation=talk, member=noor, text="Ik zoek het", at=now, until_at=now
    )
    assert "Ik zoek het" in desk.get(address(talk)).content.decode()


def test_what_was_told_at_the_till_is_answered_there(jas_shop, noor, desk):
    talk = said(jas_shop, None, ASKS, sort="told", contact=de_wit(jas_shop)).conversation
    page = desk.get(address(talk)).content.decode()
    assert "toonbank of" in page or "At the counter" in page or "at the counter" in page
    assert f'action="{address(talk)}reply/"' not in page
    assert f'action="{address(talk)}answered/"' in page


def test_an_account_that_is_signed_out_is_said_before_writing(desk, talk, square):
    Account.objects.filter(pk=square.pk).update(state="signed_out")
    page = desk.get(address(talk)).content.decode()
    assert 'id="drafting"' not in page


def test_a_viewer_reads_and_cannot_answer(talk, jas_shop, hire, door_of):
    door = door_of(hire(jas_shop, "Kees", "viewer"))
    assert 'id="drafting"' not in door.get(address(talk)).content.decode()
    assert press(door, talk, CALM).status_code == 403


def test_a_reply_is_no_post_on_any_page_of_posts(desk, talk):
    press(desk, talk, CALM)
    post = Post.objects.get()
    for page in ("", "posts/", "calendar/", f"posts/accounts/{talk.account_id}/"):
        assert CALM[:20] not in desk.get(f"/s/jas/{page}").content.decode(), page
    assert desk.get(f"/s/jas/posts/{post.pk}/")["Location"] == address(talk)
    for page in ("edit/", "versions/"):
        assert desk.get(f"/s/jas/posts/{post.pk}/{page}").status_code == 404
    for page in (
        "submit/",
        "approve/",
        "discard/",
        "replan/",
        "write-again/",
        "send-back/",
        "keep/",
        "ask-again/",
    ):
        assert desk.post(f"/s/jas/posts/{post.pk}/{page}").status_code == 404, page


@pytest.mark.parametrize("typed", ["", CALM])
def test_the_form_asks_as_much_of_thirty_messages_as_of_one(jas_shop, square, noor, talk, typed):
    def cost() -> int:
        fresh = type(talk).objects.select_related("account", "case", "shop").get(pk=talk.pk)
        with CaptureQueriesContext(
            connection,
        ) as seen:
            composer = composer_of(fresh, noor, timezone.now())
            assert composer.look is not None
            assert composer.room is not None
        return len(seen)

    if typed:
        now = timezone.now()
        Writing.objects.create(
            shop=jas_shop, conversation=talk, member=noor, text=typed, at=now, until_at=now
        )
    alone = cost()
    for number in range(15):
        said(jas_shop, square, f"{ASKS} {number}", conversation=talk)
        answered(talk, noor, f"Neem 40. {number}")
    assert Message.objects.count() > 30
    assert cost() == alone <= (8 if typed else 2)


@pytest.fixture
def refused(talk, noor):
    """What Noor answered, and the network did not want."""
    seen = talk.messages.get().pk
    post = reply(talk, noor, ReplyWords(CALM, seen=seen), now=timezone.now())
    fence = Fence(moods=["refuse"])
    deliver(
        post.deliveries.get().pk, clock=lambda: timezone.now() + timedelta(seconds=2), opener=fence.opened_by
    )
    return post


def test_what_was_refused_is_said_with_the_words_ready_to_be_changed(desk, talk, refused):
    page = desk.get(address(talk))
    assert "Dit bericht willen we niet." in page.content.decode()
    assert page.context["composer"].words.text == CALM
    assert not page.context["composer"].look.cards, (
        "one's own words to the same person are no answer from a drawer"
    )


def test_what_was_refused_may_go_again_as_it_is(desk, talk, refused):
    delivery = refused.deliveries.get()
    form = {"version": refused.version, "next": address(talk)}
    assert desk.post(f"/s/jas/deliveries/{delivery.pk}/send-again/", form)["Location"] == address(talk)
    delivery.refresh_from_db()
    talk.refresh_from_db()
    assert (delivery.state, talk.state) == ("planned", "theirs")


def test_what_was_refused_may_be_left_unsent(desk, talk, refused):
    delivery = refused.deliveries.get()
    desk.post(f"/s/jas/deliveries/{delivery.pk}/cancel/", {"next": address(talk)})
    talk.refresh_from_db()
    assert (talk.state, Message.objects.get(post=refused).deleted_at is None) == ("ours", False)


def test_webcare_may_send_again_what_they_answered(jas_shop, talk, refused, hire, door_of):
    door = door_of(hire(jas_shop, "Samira", "webcare"))
    delivery = refused.deliveries.get()
    door.post(f"/s/jas/deliveries/{delivery.pk}/send-again/", {"version": refused.version})
    delivery.refresh_from_db()
    assert delivery.state == "planned"
