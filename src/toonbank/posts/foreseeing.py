"""What stands in the way of drafts in a list, for a few of them on one look at the shop's facts."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.core.cache import cache

from toonbank.etiquette import Draft, Facts, Severity, check
from toonbank.evidence.facts import facts_for, name_keys_in
from toonbank.language.names import name_key
from toonbank.posts.checking import words_of
from toonbank.posts.gathering import Belongings, belongings_of, gathered
from toonbank.posts.models import Post
from toonbank.shops.models import Shop

FOR_SECONDS = 60
NOT_HERE = {"consent-missing", "off-promise-topic"}
"""Rules that would need the people and the accounts too, queries more."""
MOST = 6
"""So many drafts of a page are looked at; their products fit in one look at the catalogue."""


def foreseen(shop: Shop, posts: Iterable[Post], now: datetime) -> dict[int, Severity]:
    """The gravest open finding of each draft that has a block or a warning, by id; in four queries at most.

    A hint for a list, of the text for all accounts, remembered for a minute, without the people in it: the page of the
    post judges every text afresh, with their consents.
    """
    drafts = [post for post in posts if post.state == "draft"][:MOST]
    if not drafts:
        return {}
    words = ",".join(f"{post.pk}@{post.changed_at.isoformat()}" for post in drafts)
    words += repr(shop.house_rules)
    mark = f"foreseen-{shop.pk}-{sha256(words.encode()).hexdigest()}"
    known: dict[int, Severity] | None = cache.get(mark)
    if known is None:
        known = _look([post.pk for post in drafts], shop, now)
        cache.set(mark, known, FOR_SECONDS)
    return known


def _look(ids: list[int], shop: Shop, now: datetime) -> dict[int, Severity]:
    its = {post: belongings_of(post) for post in gathered(Post.objects.filter(pk__in=ids))}
    linked = [product.title for one in its.values() for product in one.linked]
    facts = facts_for(shop, "\n\n".join([*(post.text for post in its), *linked]), now=now)
    gravest = {post.pk: _gravest(post, one, facts) for post, one in its.items()}
    return {pk: severity for pk, severity in gravest.items() if severity is not None}


def _gravest(post: Post, its: Belongings, facts: Facts) -> Severity | None:
    language: Any = post.lang  # the choices of the form are the Literal of Draft
    moment = facts.now and max(post.plan_at or facts.now, facts.now)
    own = replace(
        facts, products=_named(post, its, facts), publish_at=moment, reader_gets=post.reader_gets or None
    )
    found = check(Draft(post.text, kind="post", lang=language), own).findings
    open_ones = [
        one.severity
        for one in found
        if one.severity is not Severity.ADVISE
        and one.rule not in NOT_HERE
        and (one.rule, words_of(one, post.text)) not in its.said.reasons
    ]
    return max(open_ones, default=None)


def _named(post: Post, its: Belongings, facts: Facts) -> tuple[Any, ...]:
    """The products that this text names, else those that were linked to it."""
    keys, products = name_keys_in(post.text), facts.products or ()
    named = tuple(
        one for one in products if any(name in keys or name_key(name) in keys for name in one.names)
    )
    refs = {product.ref for product in its.linked}
    return named or tuple(one for one in products if one.ref in refs)
