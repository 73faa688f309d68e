"""Posts of Jas in every state."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.cache import cache

from conftest import NOW
from toonbank.posts.approving import approve
from toonbank.posts.drafting import Words, start_post, submit

CALM = "Muts Kleine Beer wassen? Op 30 graden in een kussensloop, dan vilt hij niet."
FALSE = "Nog maar 3 mutsen Kleine Beer op de plank. Gebreid in Twente."
AT_NOON = NOW + timedelta(days=2, hours=3)


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """Posts of two tests bear the same numbers."""
    cache.clear()


@pytest.fixture
def write(jas_shop, square) -> Callable:
    """Somebody writes a draft for the practice square: `write(bas)`, `write(noor, FALSE)`."""

    def begin(member, text=CALM, **more):
        words = {"plan_at": AT_NOON, "reader_gets": "hoe je wol wast", "variants": {square.pk: ""}} | more
        return start_post(jas_shop, member, Words(text=text, **words), now=NOW)

    return begin


@pytest.fixture
def offered(write, bas):
    """Bas wrote it and offered it."""
    return submit(write(bas), bas, now=NOW)


@pytest.fixture
def approved(offered, noor):
    """Noor said yes; it is planned for Monday at noon."""
    approve(offered, noor, version=offered.version, now=NOW)
    return offered


@pytest.fixture
def words_of() -> Callable:
    """What a form says when nothing of a post was changed but this: `words_of(post, text="...")`."""

    def say(post, **changes):
        said = {
            "text": post.text,
            "lang": post.lang,
            "reader_gets": post.reader_gets,
            "plan_at": post.plan_at,
            "variants": dict(post.variants.values_list("account_id", "text")),
            "product_ids": tuple(post.products.values_list("pk", flat=True)),
        }
        return Words(**(said | changes))

    return say
