"""What belongs to a post, gathered in the row itself: its pictures, linked products and reasons cost no query of their own."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Aggregate, JSONField, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from toonbank.evidence.models import Product
from toonbank.posts.models import Confirmation, Picture, Post

PICTURE = ("position", "media_type", "sha256", "width", "height", "alt", "people")
PRODUCT = ("title", "ref", "stock")


class JsonList(Aggregate):
    """The rows of a subquery as one JSON array."""

    function = "JSON_GROUP_ARRAY"
    output_field = JSONField()

    def as_postgresql(self, *args: Any, **kwargs: Any) -> Any:
        """The same under its name there."""
        return super().as_sql(*args, function="JSONB_AGG", **kwargs)


@dataclass(frozen=True)
class Belongings:
    """The pictures in their order, the linked products by name, and why warnings may stand."""

    pictures: list[Picture]
    linked: list[Product]
    reasons: dict[tuple[str, str], str]


def gathered(posts: QuerySet[Post]) -> QuerySet[Post]:
    """These posts with what `belongings_of` needs."""
    return posts.annotate(
        its_pictures=_listed(Picture.objects.filter(post=OuterRef("pk")), "post", PICTURE),
        its_products=_listed(Product.objects.filter(posts=OuterRef("pk")), "posts", PRODUCT),
        its_reasons=_listed(
            Confirmation.objects.filter(post=OuterRef("pk")), "post", ("rule", "words", "reason")
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


def _listed(rows: QuerySet[Any, Any], by: str, fields: tuple[str, ...]) -> Subquery:
    one = JSONObject(pk="pk", **{name: name for name in fields})
    return Subquery(rows.order_by().values(by).annotate(all_of_it=JsonList(one)).values("all_of_it"))
