"""Where posts go, for a page with many: the accounts that each is for, and how far each delivery got."""

from collections import defaultdict
from collections.abc import Iterable

from toonbank.posts.models import Delivery, DeliverySet, Variant

# Gathered here and not by `prefetch_related`, which makes a queryset for every post and takes several times as long.


def accounts_of(posts: Iterable[int]) -> defaultdict[int, dict[int, str]]:
    """The accounts that each of these posts is for: id and name."""
    accounts: defaultdict[int, dict[int, str]] = defaultdict(dict)
    rows = Variant.objects.filter(post__in=posts)
    for post, account, name in rows.values_list("post_id", "account_id", "account__name"):
        accounts[post][account] = name
    return accounts


def deliveries_of(posts: Iterable[int], among: DeliverySet | None = None) -> defaultdict[int, list[Delivery]]:
    """The deliveries of each of these posts, what is due first in front; all of them, or those `among` some."""
    going: defaultdict[int, list[Delivery]] = defaultdict(list)
    rows = Delivery.objects.all() if among is None else among
    for delivery in rows.filter(post__in=posts).for_lines():
        going[delivery.post_id].append(delivery)
    return going
