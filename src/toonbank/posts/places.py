"""The accounts of a shop as one post uses them."""

from dataclasses import dataclass

from django.db.models import F, FilteredRelation, Q

from toonbank.channels.networks import NETWORKS
from toonbank.shops.models import Account, Shop


@dataclass(frozen=True)
class Place:
    """An account, whether this post goes there, and the account's own text ("" = the text of the post)."""

    account: Account
    is_chosen: bool
    own_text: str = ""


def places_for(shop: Shop, post_id: int | None = None) -> list[Place]:
    """The shop's accounts as this post uses them; a new post goes to all that are open."""
    there = Account.objects.filter(shop=shop).exclude(state=Account.State.CLOSED).defer("secret")
    there = there.exclude(kind__in=[kind for kind, one in NETWORKS.items() if not one.usual.can_post])
    if post_id is None:
        return [Place(account, account.state == Account.State.OPEN) for account in there]
    chosen = FilteredRelation("variants", condition=Q(variants__post_id=post_id))
    found = there.annotate(here=chosen, own_text=F("here__text"), chosen_id=F("here__pk"))
    return [Place(account, account.chosen_id is not None, account.own_text or "") for account in found]


def own_field(account_id: int) -> str:
    """The name of the field with an account's own text."""
    return f"own-{account_id}"
