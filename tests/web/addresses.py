"""All addresses of the desk, read from the URL configuration, and a row in a shop for each of their parameters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.urls import URLPattern, URLResolver, get_resolver
from django_scopes import scope

from conftest import NOW
from toonbank.conversations.takedown import TakeDown
from toonbank.evidence.dossier import Mark
from toonbank.evidence.models import FactSource, ImportRun, Product, ProductName, Promotion
from toonbank.posts.giveaway import Giveaway
from toonbank.posts.models import Approval, Delivery, Dispute, Picture, Post, Variant
from toonbank.relations.models import Consent, Contact
from toonbank.shops.models import Account, HouseVersion, Member, Shop
from web.counter_rows import furnish_counter

# Parameters that are no rows.
PLAIN = {
    "year": 2026,
    "month": 11,
    "kind": "square",
    "token": "no-such-token",
    "register": "marks",
    "slug": "scarcity-false",
    "deed": "judge",
}
PARAMETER = re.compile(r"<(?:(?P<kind>\w+):)?(?P<name>\w+)>")


@dataclass(frozen=True)
class Address:
    """One address: its route with its parameters still open."""

    route: str

    @property
    def is_in_a_shop(self) -> bool:
        """Whether it lies below `/s/<shop>/`."""
        return self.route.startswith("s/<slug:shop>/")

    @property
    def has_row(self) -> bool:
        """Whether a row of a shop stands in it."""
        return "<int:pk>" in self.route

    @property
    def row_kind(self) -> str:
        """What stands before the row's number: "posts" in `posts/<int:pk>/edit/`."""
        found = re.search(r"(\w[\w-]*)/<int:pk>", self.route)
        return found[1] if found else ""

    def filled(self, slug: str, rows: dict[str, int]) -> str:
        """The address in one shop, about its rows; KeyError when nobody said how to fill it."""
        values = (
            PLAIN
            | {"shop": slug, "conversation": rows.get("counter", 0)}
            | ({"pk": rows[self.row_kind]} if self.has_row else {})
        )
        return "/" + PARAMETER.sub(lambda found: str(values[found["name"]]), self.route)


def all_addresses() -> list[Address]:
    """Every address that the desk answers."""
    return [Address(route) for route in _routes(get_resolver(), "")]


def _routes(resolver: URLResolver, before: str) -> Iterator[str]:
    for one in resolver.url_patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLPattern):
            yield route
        else:
            yield from _routes(one, route)


def furnish(shop: Shop, member: Member) -> dict[str, int]:
    """One row of each kind in this shop, by the word that stands before its number in addresses."""
    with scope(shop=shop):
        account = Account.objects.create(
            shop=shop, kind="square", name="Oefenplein", handle=f"{shop.slug}-square"
        )
        product = Product.objects.create(
            shop=shop, ref="W-1", title="Muts", first_offered_at=NOW, last_seen_at=NOW
        )
        name = ProductName.objects.create(shop=shop, product=product, key="muts")
        promotion = Promotion.objects.create(
            shop=shop, name="Winteractie", starts_at=NOW, ends_at=NOW + timedelta(days=3), made_by=member
        )
        source = FactSource.objects.create(shop=shop, name="kassa", kind="upload")
        run = ImportRun.objects.create(shop=shop, source=source, began_at=NOW)
        mark = Mark.objects.create(shop=shop, name="Keurmerk", recorded_by=member, recorded_at=NOW)
        contact = Contact.objects.create(shop=shop, name="Mevrouw De Wit")
        consent = Consent.objects.create(
            shop=shop,
            contact=contact,
            to_name=True,
            given_at=NOW,
            proof="zei ja bij het passen",
            recorded_by=member,
        )
        rows = {
            "people": contact.pk,
            "consents": consent.pk,
            "members": member.pk,
            "accounts": account.pk,
            "products": product.pk,
            "names": name.pk,
            "promotions": promotion.pk,
            "sources": source.pk,
            "runs": run.pk,
            "papers": mark.pk,
        }
        rows |= _a_post(shop, member, account) | furnish_counter(shop, member, account, contact)
        task = TakeDown.objects.create(
            shop=shop,
            consent=consent,
            contact=contact,
            delivery_id=rows["deliveries"],
            made_at=NOW,
            due_at=NOW + timedelta(days=3),
        )
        return rows | {"take-downs": task.pk}


def _a_post(shop: Shop, member: Member, account: Account) -> dict[str, int]:
    version = HouseVersion.objects.create(shop=shop, number=1, content={}, member=member, at=NOW)
    post = Post.objects.create(shop=shop, author=member, edited_by=member, text="De winkel is open.")
    Variant.objects.create(shop=shop, post=post, account=account)
    picture = Picture.objects.create(
        shop=shop, post=post, file="none.jpg", media_type="image/jpeg", sha256="0" * 64, width=1, height=1
    )
    giveaway = Giveaway.objects.create(shop=shop, post=post, prize="een muts")
    approval = Approval.objects.create(
        shop=shop,
        post=post,
        account=account,
        fingerprint="0" * 64,
        member=member,
        at=NOW,
        expires_at=NOW + timedelta(days=1),
        checkup={"claims": [], "findings": []},
    )
    delivery = Delivery.objects.create(
        shop=shop,
        post=post,
        account=account,
        approval=approval,
        due_at=NOW + timedelta(days=400),
        try_at=NOW + timedelta(days=400),
        key=f"walls-{shop.slug}",
    )
    dispute = Dispute.objects.create(
        shop=shop,
        post=post,
        rule="shouting",
        severity="advise",
        lang="nl",
        reason="Nee.",
        member=member,
        at=NOW,
    )
    return {
        "posts": post.pk,
        "pictures": picture.pk,
        "giveaways": giveaway.pk,
        "deliveries": delivery.pk,
        "disputes": dispute.pk,
        "versions": version.pk,
    }
