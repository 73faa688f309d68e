"""In a list it shows which drafts cannot go out as they are."""

import pytest
from django.urls import reverse
from django.utils import timezone

from posts.conftest import CALM, FALSE
from toonbank.etiquette import Severity
from toonbank.evidence.models import Product
from toonbank.posts.checking import judge_post
from toonbank.posts.drafting import edit_post
from toonbank.posts.foreseeing import foreseen
from toonbank.posts.models import Post

LINKED = "Nog maar 3 op de plank."


@pytest.fixture
def now(hats):
    """This moment, with hats that were counted just now."""
    Product.objects.filter(pk=hats.pk).update(stock_seen_at=timezone.now())
    return timezone.now()


def test_each_draft_is_judged_by_its_own_words_and_products(jas_shop, write, bas, hats, now):
    false, calm = write(bas, FALSE, plan_at=None), write(bas, CALM, plan_at=None)
    linked = write(bas, LINKED, plan_at=None, product_ids=(hats.pk,))
    begging = write(bas, "Like en deel dit bericht!", plan_at=None)

    found = foreseen(jas_shop, Post.objects.order_by("pk"), now)

    assert found == {false.pk: Severity.BLOCK, linked.pk: Severity.BLOCK, begging.pk: Severity.WARN}
    for post in (false, calm, linked, begging):  # the same as when each is looked at by itself
        judged = judge_post(post, now=now)[0][1]
        assert found.get(post.pk) == max((one.severity for one in judged.unanswered), default=None)


def test_the_list_and_the_calendar_tell(write, bas, door_of, now):
    write(bas, FALSE, plan_at=now.replace(hour=23, minute=59))
    door = door_of(bas)

    assert "concept, met een blokkade" in door.get(reverse("posts:list", args=["jas"])).content.decode()
    assert "concept, met een blokkade" in door.get(reverse("posts:calendar", args=["jas"])).content.decode()


def test_what_was_mended_is_seen_at_once(jas_shop, write, bas, words_of, now):
    post = write(bas, FALSE, plan_at=None)
    assert foreseen(jas_shop, [post], now) == {post.pk: Severity.BLOCK}

    post = edit_post(post, bas, words_of(post, text=CALM), version=post.version, now=now)

    assert foreseen(jas_shop, [post], now) == {}


def test_who_is_named_is_not_judged_here_for_the_consents_are_not_at_hand(jas_shop, write, bas, now):
    post = write(bas, "Mevrouw De Wit liet haar jas bij ons maken.", plan_at=None)

    assert foreseen(jas_shop, [post], now) == {}
