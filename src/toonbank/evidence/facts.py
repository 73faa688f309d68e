"""Facts out of the shop's own rows: only what one text could be about, in a fixed small number of queries."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta, tzinfo
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Length

from toonbank.core.money import PriceSeen as PriceAsked
from toonbank.etiquette import facts
from toonbank.evidence.gathering import listed, moment_in
from toonbank.evidence.grouping import Piece, together
from toonbank.evidence.models import (
    Attestation,
    CountSeen,
    PriceSeen,
    Product,
    ProductName,
    Promotion,
    ReviewsSeen,
)
from toonbank.evidence.naming import LONGEST_NAME
from toonbank.evidence.onfile import papers_asked, papers_in, quotes_in
from toonbank.language.names import name_key
from toonbank.shops.house import house_of
from toonbank.shops.kept import KeptQuestion
from toonbank.shops.models import MAY, Member, Shop
from toonbank.shops.opening_hours import hours_of
from toonbank.shops.promised import as_promised

MOST_PRODUCTS = MOST_OFFERS = MOST_COUNTED = 20
MOST_SIZES = 200
PRICES_SINCE = timedelta(days=150)  # three months of progressive steps, the 30 days before them, and room
COUNTED_LATELY = timedelta(days=2)
ENDED_LATELY = timedelta(days=30)  # what restarts too soon is no offer
Row = dict[str, Any]  # of a question kept as SQL: its columns by name
_FIELDS = (
    "pk", "ref", "title", "group_ref", "size", "stock", "stock_seen_at", "stock_source", "availability",
    "restock_on", "restock_amount", "is_discontinued", "is_last_batch", "price_cents", "price_seen_at",
    "price_source", "first_offered_at", "is_perishable",
)  # fmt: skip


def facts_for(
    shop: Shop,
    text: str,
    *,
    now: datetime,
    publish_at: datetime | None = None,
    product_ids: Iterable[int] = (),
    reader_gets: str | None = None,
) -> facts.Facts:
    """All that is known about what `text` speaks of: products named or linked, offers, reviews, counts, attestations."""
    clock = shop.clock
    products = _products(shop, text, list(product_ids), now)
    books, house = _books(shop, products, now), house_of(shop)
    return facts.Facts(
        now=now.astimezone(clock),
        publish_at=(publish_at or now).astimezone(clock),
        shop=facts.Shop(
            name=shop.name,
            country=shop.country,
            zone=shop.zone,
            aliases=(shop.name,),
            contacts=tuple(shop.contacts),
            authors=books["authors"],
            interests=tuple(shop.interests),
            hold_back=tuple(shop.hold_back),
            rivals=tuple(shop.rivals),
        ),
        products=together([_piece(product, clock) for product in products], text, name_keys_in(text)),
        campaigns=tuple(_campaign(row) for row in _newest(books["offers"], "starts_at")),
        attestations=tuple(_attestation(row) for row in _newest(books["counted"], "at")),
        reviews=_reviews(
            books["reviews"], quotes_in(books["quotes"], (publish_at or now).astimezone(clock).date())
        ),
        counts=_counts(books["numbers"]),
        reader_gets=reader_gets,
        thresholds=as_promised(house.thresholds, shop),
        severities=house.severities or None,
        hours=hours_of(shop),
        **papers_in(books, clock, text),
    )


def name_keys_in(text: str) -> set[str]:
    """Every run of one to six words in the text, as the key under which a product's name is stored."""
    words = name_key(text).split()
    return {
        " ".join(words[start : start + count])
        for start in range(len(words))
        for count in range(1, min(LONGEST_NAME, len(words) - start) + 1)
    }


def _products(shop: Shop, text: str, linked: list[int], now: datetime) -> list[Row]:
    """Those whose names the text holds; those linked by a person when it names none."""
    keys = name_keys_in(text)
    named = _ids_named(shop, keys)
    since = now - PRICES_SINCE
    if named:
        found = _THESE.rows(shop, named=named, since=since)
        # Asked only where there are groups: where most products have none, the database walks all of them to find that out.
        if any(product["group_ref"] for product in found):
            found = _WITH_SIZES.rows(shop, named=named, since=since)
        if len(found) == MOST_SIZES:  # part of a group would be counted as the whole
            found = [product for product in found if product["pk"] in named]
        return _as_linked(found, keys, set(linked))
    return _THESE.rows(shop, named=linked[:MOST_PRODUCTS], since=since) if linked else []


def _asked(blanks: Mapping[str, Any]) -> QuerySet[Product, Row]:
    """What the facts need of a product, with its names and its prices of late."""
    names = ProductName.objects.filter(product=OuterRef("pk"))
    prices = PriceSeen.objects.filter(product=OuterRef("pk"), last_seen_at__gte=blanks["since"])
    return (
        Product.objects.order_by("pk")
        .annotate(
            its_names=listed(names, "product", "key"),
            its_prices=listed(prices, "product", "price_cents", "seen_at"),
        )
        .values(*_FIELDS, "its_names", "its_prices")
    )


def _with_their_sizes(blanks: Mapping[str, Any]) -> QuerySet[Product, Row]:
    """What was named, and the other sizes of it, so that a count of the coat counts all of them."""
    groups = Product.objects.filter(pk__in=blanks["named"]).exclude(group_ref="").values("group_ref")
    meant = Q(pk__in=blanks["named"]) | Q(group_ref__in=groups)
    return _asked(blanks).filter(meant)[:MOST_SIZES]


def _ids_named(shop: Shop, keys: set[str]) -> list[int]:
    """The longest names first. A question of its own: joined to the products it would walk the whole catalogue."""
    found = _NAMED.rows(shop, keys=keys)
    return list(dict.fromkeys(name["product_id"] for name in found))[:MOST_PRODUCTS]


def _by_name(blanks: Mapping[str, Any]) -> QuerySet[ProductName, Any]:
    found = ProductName.objects.filter(shop=blanks["shop"], key__in=blanks["keys"])
    return found.order_by(Length("key").desc(), "pk").values("product_id")[: 4 * MOST_PRODUCTS]


def _as_linked(named: Sequence[Row], keys: set[str], linked: set[int]) -> list[Row]:
    """Where several products share a name (a coat in five sizes), those that a person linked are meant."""
    said = {product["pk"]: set(_names(product)) & keys for product in named}
    meant = {key for product in named if product["pk"] in linked for key in said[product["pk"]]}
    return [product for product in named if product["pk"] in linked or said[product["pk"]] - meant]


def _piece(product: Row, clock: tzinfo) -> Piece:
    """A size of a group, or a product by itself."""
    return Piece(_product(product, clock), product["group_ref"], product["size"])


def _names(product: Row) -> list[str]:
    return sorted(row["key"] for row in product["its_names"] or ())


def _product(product: Row, clock: tzinfo) -> facts.Product:
    """A product that came from `_products`, its moments on the shop's clock."""
    prices = [
        PriceSeen(price_cents=row["price_cents"], seen_at=moment_in(row["seen_at"]))
        for row in product["its_prices"] or ()
    ]
    stock_at, price_at = product["stock_seen_at"], product["price_seen_at"]
    return facts.Product(
        ref=product["ref"],
        names=tuple(dict.fromkeys((product["title"], *_names(product)))),
        stock=product["stock"],
        stock_at=stock_at.astimezone(clock) if stock_at else None,
        stock_source=product["stock_source"] or None,
        availability=product["availability"] or None,
        restock_on=product["restock_on"],
        restock=product["restock_amount"],
        discontinued=product["is_discontinued"] or product["is_last_batch"],
        price_cents=product["price_cents"],
        price_at=price_at.astimezone(clock) if price_at else None,
        price_source=product["price_source"] or None,
        price_history=asked_prices(sorted(prices, key=lambda price: price.seen_at)),
        first_offered=product["first_offered_at"],
        perishable=product["is_perishable"],
    )


def asked_prices(rows: Sequence[PriceSeen]) -> tuple[PriceAsked, ...]:
    """A price holds until another one was seen."""
    ends = [*(row.seen_at for row in rows[1:]), None]
    return tuple(PriceAsked(row.price_cents, row.seen_at, end) for row, end in zip(rows, ends, strict=False))


def _books(shop: Shop, products: list[Row], now: datetime) -> dict[str, Any]:  # lists of rows, and one count
    """Offers, counts by people, reviews, numbers and papers that may matter now: one question, with the shop as its row."""
    ids = [product["pk"] for product in products]
    (row,) = _BOOKS.rows(
        shop, products=ids, now=now, ended_since=now - ENDED_LATELY, counted_since=now - COUNTED_LATELY
    )
    return {name: rows or [] for name, rows in row.items()} | {"authors": row["authors"]}


def _open_books(blanks: Mapping[str, Any]) -> QuerySet[Shop, Any]:  # its row is made of annotations
    about = Q(products__in=blanks["products"]) | Q(products=None)
    lately = Q(ends_at=None) | Q(ends_at__gte=blanks["ended_since"])
    offers = Promotion.objects.filter(about, lately, withdrawn_at=None).order_by("-starts_at").values("pk")
    counted = Attestation.objects.filter(
        Q(product__in=blanks["products"]) | Q(product=None),
        at__gte=blanks["counted_since"],
        at__lte=blanks["now"],
    )
    reviews = ReviewsSeen.objects.order_by("-at").values("pk")[:1]
    numbers = CountSeen.objects.order_by("-at").values("pk")[:20]
    refs = listed(Product.objects.filter(promotions=OuterRef("pk")), "promotions", "ref", "group_ref")
    its = OuterRef("pk")
    answering = Member.objects.present().filter(shop=its, role__in=MAY["write"]).order_by().values("shop")
    papers = papers_asked()
    found = Shop.objects.filter(pk=blanks["shop"].pk).annotate(
        offers=listed(
            Promotion.objects.filter(shop=its, pk__in=offers[:MOST_OFFERS]),
            "shop",
            *("pk", "name", "percent", "starts_at", "ends_at", "times_extended", "first_step_at"),
            *("conditions", "costs_cents"),
            refs=refs,
        ),
        counted=listed(
            Attestation.objects.filter(shop=its, pk__in=counted.order_by("-at").values("pk")[:MOST_COUNTED]),
            "shop",
            *("claim", "value", "at"),
            ref="product__ref",
            who="member__person__name",
        ),
        reviews=listed(
            ReviewsSeen.objects.filter(shop=its, pk__in=reviews),
            "shop",
            *("count", "average", "at"),
            name="source__name",
            scale="source__scale",
            how="source__how_checked",
        ),
        numbers=listed(CountSeen.objects.filter(shop=its, pk__in=numbers), "shop", "what", "value", "at"),
        authors=Subquery(answering.annotate(n=Count("pk")).values("n")),
        **papers,
    )
    return found.values("offers", "counted", "reviews", "numbers", "authors", *papers)


def _newest(rows: list[Row], moment: str) -> list[Row]:
    return sorted(rows, key=lambda row: moment_in(row[moment]), reverse=True)


def _campaign(row: Row) -> facts.Campaign:
    moments: dict[str, Any] = {
        name: moment_in(row[name]) if row[name] else None
        for name in ("starts_at", "ends_at", "first_step_at")
    }
    return facts.Campaign(
        ref=str(row["pk"]),
        offer=row["name"],
        percent=row["percent"],
        extended=row["times_extended"],
        conditions=row["conditions"],
        costs_cents=row["costs_cents"],
        products=_refs(row["refs"] or ()),
        **moments,
    )


def _refs(products: Sequence[Row]) -> tuple[str, ...]:
    """Of each product its own, and that of the group under which its sizes are counted together."""
    both = (product[name] for product in products for name in ("ref", "group_ref"))
    return tuple(dict.fromkeys(filter(None, both)))


def _attestation(row: Row) -> facts.Attestation:
    return facts.Attestation(
        claim=row["claim"], product=row["ref"], value=row["value"], who=row["who"], at=moment_in(row["at"])
    )


def _reviews(rows: list[Row], quotes: tuple[facts.Quote, ...]) -> facts.Reviews:
    """The newest look at the reviews, if there was one, and the words of customers that are on file."""
    for row in rows:
        return facts.Reviews(
            quotes=quotes,
            source=row["name"],
            count=row["count"],
            average=float(row["average"]) if row["average"] is not None else None,
            scale=row["scale"],
            at=moment_in(row["at"]),
            verified=bool(row["how"]),
        )
    return facts.Reviews(quotes=quotes)


def _counts(rows: list[Row]) -> facts.Counts | None:
    """The newest number of each kind; they are as old as the oldest of them."""
    newest: dict[str, Row] = {}
    for row in _newest(rows, "at"):
        newest.setdefault(row["what"], row)
    if not newest:
        return None
    at = min(moment_in(row["at"]) for row in newest.values())
    return facts.Counts(at=at, **{what: row["value"] for what, row in newest.items()})


_NAMED = KeptQuestion(_by_name, words=["keys"])
_WITH_SIZES = KeptQuestion(_with_their_sizes, moments=["since"], ids=["named"])
_THESE = KeptQuestion(
    lambda blanks: _asked(blanks).filter(pk__in=blanks["named"]),
    moments=["since"],
    ids=["named"],
)
_BOOKS = KeptQuestion(_open_books, moments=["now", "ended_since", "counted_since"], ids=["products"])
