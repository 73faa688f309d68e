"""Doubts of somebody who wished the desk ill: each is something that may not slip out between a yes and a sending."""

from datetime import timedelta

import pytest

from conftest import NOW
from posts.sending import CALM, Fence, Watch, only_delivery, say_yes
from toonbank.channels.signin import AccountSettings
from toonbank.core.errors import BadInput, Overtaken
from toonbank.evidence.models import Product
from toonbank.posts.afterwards import say_it_arrived, send_again, withdraw
from toonbank.posts.approving import approve
from toonbank.posts.checking import judge_post, words_of
from toonbank.posts.delivering import deliver
from toonbank.posts.drafting import (
    Words,
    add_picture_to,
    ask_again,
    edit_post,
    keep_with_reason,
    send_back,
    start_post,
    submit,
)
from toonbank.posts.models import Confirmation, Delivery
from toonbank.posts.pictures import PictureWords
from toonbank.shops.connecting import AnotherAccount, close_account, keep_account
from toonbank.shops.models import Account

VALUE = "hoe je wol wast"
BEG = "Muts Kleine Beer is er weer. Like en deel dit bericht!"
ONLY_THREE = "Nog maar 3 op de plank. Kom passen als je twijfelt."


@pytest.fixture(autouse=True)
def own_home(settings, tmp_path):
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


def signed_in_as(remote_id: str, handle: str = "jas") -> AccountSettings:
    return AccountSettings("", handle, remote_id, {})


def test_an_account_opened_anew_does_not_inherit_what_was_planned(
    approved, jas_shop, noor, square, watch, fence
):
    close_account(square, by=noor, now=NOW)
    anew = keep_account(jas_shop, "square", signed_in_as("jas-nieuw", "jas-nieuw"), by=noor, now=NOW)
    assert anew.pk != square.pk
    deliver(only_delivery(approved).pk, clock=watch, opener=fence.opened_by)
    assert only_delivery(approved).held_why == {"why": "signed_out"}
    assert fence.posts == []


@pytest.mark.parametrize("is_again", [True, False])
def test_a_handle_that_passed_to_somebody_else_does_not_inherit_what_was_planned(jas_shop, noor, is_again):
    kept = keep_account(jas_shop, "square", signed_in_as("did:jas"), by=noor, now=NOW)
    with pytest.raises(AnotherAccount):
        keep_account(
            jas_shop, "square", signed_in_as("did:other"), by=noor, now=NOW, again=kept if is_again else None
        )
    assert keep_account(jas_shop, "square", signed_in_as("did:jas", "jas2"), by=noor, now=NOW, again=kept).pk


def test_an_account_closed_between_the_check_and_the_start_gets_nothing(approved, noor, square, watch, fence):
    def open_while_noor_closes(account):
        close_account(square, by=noor, now=NOW)
        return fence

    deliver(only_delivery(approved).pk, clock=watch, opener=open_while_noor_closes)
    assert fence.posts == []
    deliver(only_delivery(approved).pk, clock=watch, opener=fence.opened_by)
    assert (only_delivery(approved).state, fence.posts) == ("held", [])


def test_sending_again_is_a_yes_to_the_words_that_were_read(approved, bas, noor, square, watch, fence):
    read = approved.version
    fence.moods = ["refuse"]
    deliver(only_delivery(approved).pk, clock=watch, opener=fence.opened_by)
    words = Words(text=f"{CALM} Nu ook op zondag.", reader_gets=VALUE, variants={square.pk: ""})
    edited = edit_post(approved, bas, words, version=read, now=NOW)
    fence.moods = ["refuse"]
    approve(submit(edited, bas, now=NOW), noor, version=edited.version, now=NOW)
    watch.ahead(minutes=1)
    deliver(only_delivery(approved).pk, clock=watch, opener=fence.opened_by)
    assert only_delivery(approved).state == "refused"

    with pytest.raises(Overtaken):
        send_again(only_delivery(approved), noor, watch, version=read)
    assert only_delivery(approved).state == "refused"
    assert send_again(only_delivery(approved), noor, watch, version=edited.version).state == "planned"


def test_pictures_in_another_order_are_another_publication(jas_shop, bas, noor, square, fence, watch):
    post = start_post(jas_shop, bas, Words(text=CALM, reader_gets=VALUE, variants={square.pk: ""}), now=NOW)
    for colour in ("red", "blue"):
        add_picture_to(post, bas, picture_of(colour), now=NOW, alt=f"Een jas, {colour}.", people="none")
    post.refresh_from_db()
    approve(submit(post, bas, now=NOW), noor, version=post.version, now=NOW)
    stay = {one.pk: PictureWords(one.alt, one.people) for one in reversed(post.pictures.all())}
    words = Words(text=CALM, reader_gets=VALUE, variants={square.pk: ""}, pictures=stay)
    edit_post(post, bas, words, version=post.version, now=NOW)

    assert only_delivery(post).held_why == {"why": "text_changed"}
    deliver(only_delivery(post).pk, clock=watch, opener=fence.opened_by)
    assert fence.posts == []


def picture_of(colour: str) -> bytes:
    from io import BytesIO

    from PIL import Image

    file = BytesIO()
    Image.new("RGB", (40, 40), colour).save(file, "PNG")
    return file.getvalue()


def test_another_language_is_another_publication(approved, bas, square):
    words = Words(text=CALM, lang="en", reader_gets=VALUE, variants={square.pk: ""})
    edit_post(approved, bas, words, version=approved.version, now=NOW)
    assert only_delivery(approved).held_why == {"why": "text_changed"}


def test_a_claim_that_was_proven_of_one_product_is_not_sent_for_another(
    jas_shop, bas, noor, square, hats, watch, fence
):
    Product.objects.update(stock=3)
    coat = Product.objects.create(
        shop=jas_shop,
        ref="J-1",
        title="Jas Merel",
        stock=3,
        stock_seen_at=NOW,
        availability="in_stock",
        last_seen_at=NOW,
        first_offered_at=NOW,
    )
    words = Words(text=ONLY_THREE, variants={square.pk: ""}, product_ids=(hats.pk,), reader_gets="weten")
    post = submit(start_post(jas_shop, bas, words, now=NOW), bas, now=NOW)
    approve(post, noor, version=post.version, now=NOW)
    other = Words(text=ONLY_THREE, variants={square.pk: ""}, product_ids=(coat.pk,), reader_gets="weten")
    edit_post(post, bas, other, version=post.version, now=NOW)

    deliver(only_delivery(post).pk, clock=watch, opener=fence.opened_by)
    assert (only_delivery(post).state, fence.posts) == ("held", [])
    assert only_delivery(post).held_why["why"] == "older_evidence"


@pytest.mark.parametrize(("given", "ends_as"), [(NOW, "sent"), (NOW + timedelta(seconds=1), "held")])
def test_a_reason_given_after_the_yes_does_not_count(
    jas_shop, bas, noor, square, watch, fence, given, ends_as
):
    post = start_post(jas_shop, bas, Words(text=BEG, variants={square.pk: ""}, reader_gets="x"), now=NOW)
    ((_variant, judged),) = judge_post(post, now=NOW)
    for finding in judged.unanswered:
        keep_with_reason(post, bas, finding.rule, words_of(finding, BEG), reason="Een grap.", now=NOW)
    approve(submit(post, bas, now=NOW), noor, version=post.version, now=NOW)
    Confirmation.objects.update(at=given)  # as somebody who gives it by a back door has it
    watch.ahead(minutes=1)
    deliver(only_delivery(post).pk, clock=watch, opener=fence.opened_by)
    delivery = only_delivery(post)
    assert (delivery.state, delivery.held_why.get("why", "")) == (
        ends_as,
        "finding" if ends_as == "held" else "",
    )


@pytest.mark.parametrize("deed", [send_back, ask_again])
@pytest.mark.parametrize("state", ["sending", "uncertain", "sent"])
def test_what_is_public_or_may_be_is_not_taken_back_into_the_shop(approved, noor, deed, state):
    Delivery.objects.filter(post=approved).update(state=state, remote_id="1", lease_until=NOW)
    with pytest.raises(BadInput):
        deed(approved, noor, "Toch niet.", now=NOW) if deed is send_back else deed(approved, noor, now=NOW)
    approved.refresh_from_db()
    assert approved.state == "approved"


def test_words_that_may_be_public_are_not_edited_into_others(approved, bas, square, watch, fence):
    fence.moods, fence.can_look = ["hang_up_after"], False
    deliver(only_delivery(approved).pk, clock=watch, opener=fence.opened_by)
    watch.ahead(hours=25)
    deliver(only_delivery(approved).pk, clock=watch, opener=fence.opened_by)
    assert only_delivery(approved).held_why == {"why": "could_not_look"}
    words = Words(text="Iets anders.", variants={square.pk: ""})
    with pytest.raises(BadInput):
        edit_post(approved, bas, words, version=approved.version, now=watch())


@pytest.mark.parametrize("can_be_found", [True, False])
def test_an_address_that_a_person_pasted_is_no_name_to_take_down_by(approved, noor, watch, can_be_found):
    asked: list[str] = []

    class Picky(Fence):
        """Whoever asks for what it does not know hears that it is gone, as with a real network."""

        def withdraw(self, remote_id: str) -> None:
            asked.append(remote_id)

    fence = Picky(moods=["hang_up_after"])
    delivery = only_delivery(approved)
    hidden = fence.posts
    watch.at = deliver(delivery.pk, clock=watch, opener=fence.opened_by)
    hidden, fence.posts = fence.posts, []
    deliver(delivery.pk, clock=watch, opener=fence.opened_by)
    url = "https://fence.example/by-hand"
    say_it_arrived(only_delivery(approved), noor, url, watch, opener=fence.opened_by)
    fence.posts = hidden if can_be_found else []
    if can_be_found:
        withdraw(only_delivery(approved), noor, watch, opener=fence.opened_by)
    else:
        with pytest.raises(BadInput):
            withdraw(only_delivery(approved), noor, watch, opener=fence.opened_by)
    assert (asked, only_delivery(approved).state) == ((["1"], "withdrawn") if can_be_found else ([], "sent"))


def test_an_account_has_one_row_while_it_is_open(jas_shop, noor):
    first = keep_account(jas_shop, "square", signed_in_as("did:jas"), by=noor, now=NOW)
    second = keep_account(jas_shop, "square", signed_in_as("did:jas", "JAS"), by=noor, now=NOW)
    assert (first.pk, Account.objects.count()) == (second.pk, 1)
