"""Why something waits, in words that name the claim and the fact."""

from django.urls import reverse
from django.utils.translation import override

from conftest import NOW
from posts.conftest import CALM
from toonbank.posts.approving import approve
from toonbank.posts.drafting import submit
from toonbank.posts.models import Delivery
from toonbank.posts.moves import move_delivery
from toonbank.posts.telling import delivery_standing, waits_for
from toonbank.shops.models import Account

SAID = "The square does not want this post."
THREE = {"claimed": "3", "words": "nog 3", "shown": {"nl": "0 in voorraad", "en": "0 in stock"}}


def held_for(**grounds):
    return {
        "why": "finding",
        "findings": [{"rule": "discount-mismatch", "message": "Het zijn er 0."} | grounds],
    }


def test_a_held_line_names_the_claim_and_the_fact():
    with override("nl"):
        assert waits_for(held_for(**THREE)).words == "het bericht zegt 3; in voorraad: 0."
    with override("en"):
        assert waits_for(held_for(**THREE)).words == "the post says 3; in stock: 0."


def test_without_a_fact_the_finding_speaks_for_itself():
    assert waits_for(held_for()).words == "Het zijn er 0."


def test_the_networks_own_words_stand_apart_from_ours():
    with override("nl"):
        waiting = waits_for({"why": "refused", "said": SAID})

    assert waiting.words == "het netwerk weigerde het, in zijn eigen woorden:"
    assert waiting.quote == SAID


def test_what_was_looked_for_and_not_found_is_uncertain_not_held():
    with override("nl"):
        assert delivery_standing(Delivery(state="held", held_why={"why": "not_found"})).word == "onzeker"
        assert delivery_standing(Delivery(state="held", held_why={"why": "late"})).word == "tegengehouden"


def test_two_accounts_held_for_one_reason_are_told_once(jas_shop, square, write, bas, noor, door_of):
    outdoors = Account.objects.create(
        shop=jas_shop, kind="square", name="Oefenplein, buiten", handle="jas-buiten"
    )
    post = submit(write(bas, CALM, variants={square.pk: "", outdoors.pk: ""}), bas, now=NOW)
    approve(post, noor, version=post.version, now=NOW)
    for delivery in post.deliveries.all():
        move_delivery(delivery, "hold", at=NOW, held_why=held_for(**THREE), details=held_for(**THREE))

    page = door_of(noor).get(reverse("posts:read", args=["jas", post.pk])).content.decode()

    assert page.count("Zo ging het op") == 1
    assert "Zo ging het op Oefenplein en Oefenplein, buiten" in page
    assert page.count("Het bericht zegt 3; in voorraad: 0.") == 1
    assert page.count("/cancel/") == 2
