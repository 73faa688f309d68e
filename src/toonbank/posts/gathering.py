"""What belongs to a post, gathered in the row itself, so that it costs no query of its own."""

import json
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from toonbank.evidence.gathering import listed
from toonbank.evidence.models import Product
from toonbank.posts.models import Confirmation, Delivery, Dispute, Picture, Post, Variant
from toonbank.posts.said import Disputed, Said
from toonbank.relations.models import Contact
from toonbank.shops.models import Account, Member, Person

PICTURE = ("position", "media_type", "sha256", "width", "height", "alt", "people", "rights", "making")
PRODUCT = ("title", "ref", "stock")


@dataclass(frozen=True)
class Belongings:
    """The pictures in their order, the linked products by name, and what was said about findings."""

    pictures: list[Picture]
    linked: list[Product]
    said: Said


def gathered(posts: QuerySet[Post]) -> QuerySet[Post]:
    """These posts with what `belongings_of` needs."""
    return posts.annotate(
        its_pictures=listed(
            Picture.objects.filter(post=OuterRef("pk")),
            "post",
            "pk",
            *PICTURE,
            persons=listed(Contact.objects.filter(pictures=OuterRef("pk")), "pictures", "pk"),
        ),
        its_products=listed(Product.objects.filter(posts=OuterRef("pk")), "posts", "pk", *PRODUCT),
        its_reasons=listed(
            Confirmation.objects.filter(post=OuterRef("pk")), "post", "rule", "words", "reason"
        ),
        its_disputes=listed(
            Dispute.objects.filter(post=OuterRef("pk"), taken_back_at=None),
            "post",
            *("pk", "rule", "words", "reason", "member_id", "settled_as"),
        ),
    )


def with_its_people(posts: QuerySet[Post]) -> QuerySet[Post]:
    """These posts with what `variants_of` and `approvers_of` need, and whether there are deliveries to ask for."""
    variants, approvers = Variant.objects.filter(post=OuterRef("pk")), Member.objects.approvers()
    return posts.annotate(
        its_variants=listed(
            variants,
            "post",
            "pk",
            "text",
            "account_id",
            name="account__name",
            kind="account__kind",
            promise="account__promise",
        ),
        its_approvers=listed(
            approvers.filter(shop=OuterRef("shop_id")), "shop", "pk", "role", name="person__name"
        ),
        has_deliveries=Exists(Delivery.objects.filter(post=OuterRef("pk"))),
    )


def variants_of(post: Any) -> list[Variant]:
    """The variants of a post that came from `with_its_people`, each with the name and kind of its account."""
    rows = sorted(post.its_variants or (), key=lambda row: row["account_id"])
    return [
        Variant(
            shop_id=post.shop_id,
            post_id=post.pk,
            pk=row["pk"],
            text=row["text"],
            account=Account(
                pk=row["account_id"],
                shop_id=post.shop_id,
                name=row["name"],
                kind=row["kind"],
                promise=_as_list(row["promise"]),
            ),
        )
        for row in rows
    ]


def approvers_of(post: Any) -> list[Member]:
    """Who may say yes to posts of this shop, by name, for a post that came from `with_its_people`."""
    rows = sorted(post.its_approvers or (), key=lambda row: row["name"])
    return [
        Member(pk=row["pk"], shop_id=post.shop_id, role=row["role"], person=Person(name=row["name"]))
        for row in rows
    ]


def has_deliveries(post: Any) -> bool:
    """Whether anything was ever planned of a post that came from `with_its_people`."""
    return bool(post.has_deliveries)


def belongings_of(post: Any) -> Belongings:
    """What belongs to a post that came from `gathered`."""
    pictures = [_picture(post, dict(row)) for row in post.its_pictures or ()]
    linked = [Product(shop_id=post.shop_id, **row) for row in post.its_products or ()]
    return Belongings(
        sorted(pictures, key=lambda picture: (picture.position, picture.pk)),
        sorted(linked, key=lambda product: (product.title, product.pk)),
        Said(
            {(row["rule"], row["words"]): row["reason"] for row in post.its_reasons or ()},
            {
                (row.pop("rule"), row.pop("words")): Disputed(**row)
                for row in [dict(row) for row in post.its_disputes or ()]
            },
        ),
    )


def _as_list(value: Any) -> list[str]:
    """A list inside a gathered row: SQLite writes it as text in the text."""
    return list(json.loads(value)) if isinstance(value, str) else list(value or ())


def _picture(post: Any, row: dict[str, Any]) -> Picture:
    """The picture, knowing who can be seen on it without asking again."""
    persons = row.pop("persons") or ()
    picture = Picture(shop_id=post.shop_id, post_id=post.pk, **row)
    picture.person_ids = sorted(person["pk"] for person in persons)  # type: ignore[attr-defined]  # see PictureWords.of
    return picture
