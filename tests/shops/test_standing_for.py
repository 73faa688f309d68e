"""What the shop stands for: written down by the owner, read by all, and held against every post."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conftest import NOW
from toonbank.ledger.models import Entry
from toonbank.posts.checking import judge_post, judge_variant
from toonbank.posts.drafting import Words, start_post
from toonbank.shops.models import Account, Shop

ADDRESS = "/s/jas/shop/stands-for/"
SOUP = "Soep van pompoen: snij de pompoen, fruit een ui en laat de soep een half uur pruttelen."


@pytest.fixture
def outdoors(jas_shop):
    return Account.objects.create(shop=jas_shop, kind="mastodon", name="Buiten", handle="@jas@plein")


def said(square, **more):
    return {"interests": "", "hold_back": "", "rivals": "", f"promise-{square.pk}": ""} | more


def rules(shop, member, text, *accounts):
    words = Words(text=text, reader_gets="x", variants={one.pk: "" for one in accounts})
    post = start_post(shop, member, words, now=NOW)
    return [
        {finding.rule for finding in judged.checkup.findings}
        for _variant, judged in judge_post(post, now=NOW)
    ]


def test_the_owner_writes_it_down_a_word_a_line_and_the_ledger_keeps_it(noor, square, door_of):
    words = said(square, interests="de rivier\n\n breien \nbreien", rivals="@jassenhuis")
    words[f"promise-{square.pk}"] = "jassen\nonderhoud"
    assert door_of(noor).post(ADDRESS, words)["Location"] == ADDRESS
    shop, account = Shop.objects.get(), Account.objects.get()
    assert (shop.interests, shop.rivals) == (["de rivier", "breien"], ["@jassenhuis"])
    assert account.promise == ["jassen", "onderhoud"]
    kept = Entry.objects.get(kind="stands_for").payload
    assert kept["promises"] == {str(square.pk): ["jassen", "onderhoud"]}
    assert "jassen\nonderhoud" in door_of(noor).get(ADDRESS).content.decode()


def test_what_was_typed_stays_when_a_line_is_a_whole_story(noor, square, door_of):
    answer = door_of(noor).post(ADDRESS, said(square, interests="woorden " * 30))
    assert answer.status_code == 400
    assert "woorden woorden" in answer.content.decode()
    assert not Entry.objects.exists()


def test_a_colleague_reads_it_and_cannot_change_it(bas, noor, square, door_of):
    door_of(noor).post(ADDRESS, said(square, interests="breien"))
    page = door_of(bas).get(ADDRESS).content.decode()
    assert "breien" in page
    assert "<textarea" not in page
    assert door_of(bas).post(ADDRESS, said(square)).status_code == 403


def test_a_post_off_the_promise_of_its_account_warns_and_on_it_does_not(
    noor, bas, jas_shop, square, outdoors, door_of
):
    words = said(square) | {f"promise-{square.pk}": "jassen", f"promise-{outdoors.pk}": "koken\nsoep"}
    door_of(noor).post(ADDRESS, words)
    jas_shop.refresh_from_db()
    on_square, on_plein = rules(jas_shop, bas, SOUP, square, outdoors)
    assert "off-promise-topic" in on_square
    assert "off-promise-topic" not in on_plein


def test_the_promise_counts_at_the_moment_of_sending_too(noor, bas, jas_shop, square, door_of):
    door_of(noor).post(ADDRESS, said(square) | {f"promise-{square.pk}": "koken\nsoep"})
    words = Words(text=SOUP, reader_gets="x", variants={square.pk: ""})
    post = start_post(jas_shop, bas, words, now=NOW)
    variant = post.variants.select_related("account").get()
    judged = judge_variant(post, variant, now=NOW, publish_at=NOW, kept_by=NOW)
    assert judged.checkup.findings == ()


def test_the_page_of_a_post_knows_the_promise(noor, bas, jas_shop, square, door_of):
    words = Words(text=SOUP, reader_gets="x", variants={square.pk: ""})
    post = start_post(jas_shop, bas, words, now=NOW)
    door_of(noor).post(ADDRESS, said(square) | {f"promise-{square.pk}": "jassen"})
    address = f"/s/jas/posts/{post.pk}/"
    assert "volgers kregen iets anders beloofd: jassen" in door_of(bas).get(address).content.decode()
    door_of(noor).post(ADDRESS, said(square) | {f"promise-{square.pk}": "koken\nsoep"})
    assert "volgers kregen" not in door_of(bas).get(address).content.decode()


def test_somebody_on_the_list_is_not_tagged_unseen(noor, bas, jas_shop, square, door_of):
    door_of(noor).post(ADDRESS, said(square, hold_back="@leverancier_y"))
    jas_shop.refresh_from_db()
    (found,) = rules(jas_shop, bas, "Deze jassen zijn van @leverancier_y uit Twente.", square)
    assert "association-risk" in found


def test_the_page_asks_little(noor, square, outdoors, door_of):
    client = door_of(noor)
    client.get(ADDRESS)
    with CaptureQueriesContext(connection) as queries:
        client.get(ADDRESS)
    assert len(queries) <= 6
