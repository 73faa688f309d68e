"""A finding that asks for a paper leads to the form for it, and back to the post."""

import html
import re

import pytest
from django.urls import reverse

from toonbank.evidence.dossier import Proof, Quote
from toonbank.posts.models import Post

QUOTED = "Een klant schreef: ‘Na drie winters nog steeds de fijnste jas.’ Dat komt door de borstel."
BIGGEST = "Wij zijn de goedkoopste jassenwinkel van Nederland. Borstel je jas elke zondag."


def said(text, square, **more):
    words = {
        "text": text,
        "lang": "nl",
        "reader_gets": "een jas die lang mooi blijft",
        "accounts": [square.pk],
    }
    return words | {"day": "", "time": ""} | more


def button(page, register):
    found = re.search(rf'name="file" value="({register}\|[^"]*)"', page)
    return found and html.unescape(found[1])


def findings(client, square, text):
    return client.post(reverse("posts:check", args=["jas"]), said(text, square)).content.decode()


def test_words_of_a_customer_are_put_on_file_and_the_post_is_right(square, noor, door_of):
    client = door_of(noor)
    pressed = button(findings(client, square, QUOTED), "quotes")
    assert pressed == "quotes|Na drie winters nog steeds de fijnste jas."

    to_form = client.post(reverse("posts:compose", args=["jas"]), said(QUOTED, square, file=pressed))
    post = Post.objects.get()
    back = reverse("posts:edit", args=["jas", post.pk])
    form = client.get(to_form["Location"]).content.decode()
    assert "Na drie winters nog steeds de fijnste jas." in form
    assert f'name="next" value="{back}"' in form

    words = {"text": "Na drie winters nog steeds de fijnste jas.", "source": "het plein", "next": back}
    kept = client.post(reverse("evidence:new-paper", args=["jas", "quotes"]), words)
    assert kept["Location"] == back
    assert Quote.objects.get().recorded_by == noor
    assert not button(client.get(back).content.decode(), "quotes")


def test_a_superlative_is_settled_with_a_proof_from_the_page_of_the_post(write, square, noor, door_of):
    client, post = door_of(noor), write(noor, BIGGEST)
    page = client.get(reverse("posts:read", args=["jas", post.pk])).content.decode()
    way = html.unescape(re.search(r'href="([^"]*/file/proofs/new/[^"]*)"', page)[1])
    assert "goedkoopste" in client.get(way).content.decode()

    claim = {
        "claim": "de goedkoopste jassenwinkel van Nederland",
        "basis": "prijsvergelijking, november 2026",
    }
    back = reverse("posts:read", args=["jas", post.pk])
    assert client.post(way, claim | {"next": back})["Location"] == back
    assert Proof.objects.count() == 1
    assert "/file/proofs/new/" not in client.get(back).content.decode()


def test_who_may_not_keep_evidence_is_not_led_there(square, jas_shop, hire, door_of):
    samira = hire(jas_shop, "Samira", "webcare")
    assert button(findings(door_of(samira), square, QUOTED), "quotes") is None


@pytest.mark.parametrize("asked", ["nowhere|woorden", "", "numbers|3", "quotes"])
def test_a_button_of_our_own_is_the_only_way_there(asked, square, noor, door_of):
    answer = door_of(noor).post(reverse("posts:compose", args=["jas"]), said(QUOTED, square, file=asked))
    is_ours = asked == "quotes"
    assert ("/file/" in answer["Location"]) is is_ours


@pytest.mark.parametrize(
    "next_page", ["https://elders.example/", "//elders.example/s/jas/", "/s/hoed/posts/1/"]
)
def test_the_way_back_leads_to_this_shop_only(next_page, noor, door_of):
    words = {"name": "Keurmerk", "next": next_page}
    answer = door_of(noor).post(reverse("evidence:new-paper", args=["jas", "marks"]), words)
    assert answer["Location"].startswith("/s/jas/evidence/file/marks/")
