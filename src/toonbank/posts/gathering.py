"""What belongs to a post, gathered in the row itself: its pictures, linked products and reasons cost no query of their own."""

from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, QuerySet

from toonbank.evidence.gathering import listed
from toonbank.evidence.models import Product
from toonbank.posts.models import Confirmation, Picture, Post

PICTURE = ("position", "media_type", "sha256", "width", "height", "alt", "people")
PRODUCT = ("title", "ref", "stock")


@dataclass(frozen=True)
class Belongings:
    """The pictures in their order, the linked products by name, and why warnings may stand."""

    pictures: list[Picture]
    linked: list[Product]
    reasons: dict[tuple[str, str], str]


def gathered(posts: QuerySet[Post]) -> QuerySet[Post]:
    """These posts with what `belongings_of` needs."""
    return posts.annotate(
        its_pictures=listed(Picture.objects.filter(post=OuterRef("pk")), "post", "pk", *PICTURE),
        its_products=listed(Product.objects.filter(posts=OuterRef("pk")), "posts", "pk", *PRODUCT),
        its_reasons=listed(
            Confirmation.objects.filter(post=OuterRef("pk")), "post", "rule", "words", "reason"
        ),
    )


def belongings_of(post: Any) -> Belongings:
    """What belongs to a post that came from `gathered`."""
    pictures = [Picture(shop_id=post.shop_id, post_id=post.pk, **row) for row in post.its_pictures or ()]
    linked = [Product(shop_id=post.shop_id, **row) for row in post.its_products or ()]
    return Belongings(
        sorted(pictures, key=lambda picture: (picture.position, picture.pk)),
        sorted(linked, key=lambda product: (product.title, product.pk)),
        {(row["rule"], row["words"]): row["reason"] for row in post.its_reasons or ()},
    )
