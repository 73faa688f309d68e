"""Facts out of the shop's own rows: only what one text could be about, in a fixed small number of queries."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from django.db.models import Prefetch, Q
from django.db.models.functions import Length

from toonbank.core.money import PriceSeen as PriceAsked
from toonbank.etiquette import facts
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
from toonbank.language.names import name_key
from toonbank.shops.models import Shop

MOST_PRODUCTS = 20
PRICES_SINCE = timedelta(days=150)  # three months of progressive steps, the 30 days before them, and room
COUNTED_LATELY = timedelta(days=2)


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
    return facts.Facts(
        now=now.astimezone(clock),
        publish_at=(publish_at or now).astimezone(clock),
        shop=facts.Shop(
            name=shop.name,
            country=shop.country,
            zone=shop.zone,
            aliases=(shop.name,),
            contacts=tuple(shop.contacts),
        ),
        products=tuple(_product(product) for product in products),
        campaigns=tuple(_campaign(promotion) for promotion in _promotions(shop, products, now)),
        attestations=tuple(_attestation(counted) for counted in _attestations(shop, products, now)),
        reviews=_reviews(shop),
        counts=_counts(shop),
        reader_gets=reader_gets,
    )


def name_keys_in(text: str) -> set[str]:
    """Every run of one to six words in the text, as the key under which a product's name is stored."""
    words = name_key(text).split()
    return {
        " ".join(words[start : start + count])
        for start in range(len(words))
        for count in range(1, min(LONGEST_NAME, len(words) - start) + 1)
    }


def _products(shop: Shop, text: str, linked: list[int], now: datetime) -> list[Product]:
    """Those whose names the text holds; those linked by a person when it names none."""
    prices = PriceSeen.objects.filter(last_seen_at__gte=now - PRICES_SINCE).order_by("seen_at")
    chosen = Product.objects.order_by("pk").prefetch_related("names", Prefetch("price_seen", prices))
    keys = name_keys_in(text)
    named = _ids_named(shop, keys)
    if named:
        return _as_linked(list(chosen.filter(pk__in=named)), keys, set(linked))
    return list(chosen.filter(pk__in=linked)[:MOST_PRODUCTS]) if linked else []


def _ids_named(shop: Shop, keys: set[str]) -> list[int]:
    """The longest names first. A question of its own: joined to the products it would walk the whole catalogue."""
    found = ProductName.objects.filter(shop=shop, key__in=keys).order_by(Length("key").desc(), "pk")
    ids = found.values_list("product_id", flat=True)[: 4 * MOST_PRODUCTS]
    return list(dict.fromkeys(ids))[:MOST_PRODUCTS]


def _as_linked(named: list[Product], keys: set[str], linked: set[int]) -> list[Product]:
    """Where several products share a name (a coat in five sizes), those that a person linked are meant."""
    said = {product.pk: {name.key for name in product.names.all()} & keys for product in named}
    meant = {key for product in named if product.pk in linked for key in said[product.pk]}
    return [product for product in named if product.pk in linked or said[product.pk] - meant]


def _product(product: Product) -> facts.Product:
    names = (product.title, *(name.key for name in product.names.all()))
    return facts.Product(
        ref=product.ref,
        names=tuple(dict.fromkeys(names)),
        stock=product.stock,
        stock_at=product.stock_seen_at,
        stock_source=product.stock_source or None,
        availability=product.availability or None,
        restock_on=product.restock_on,
        restock=product.restock_amount,
        discontinued=product.is_discontinued,
        price_cents=product.price_cents,
        price_history=asked_prices(list(product.price_seen.all())),
        first_offered=product.first_offered_at,
        perishable=product.is_perishable,
    )


def asked_prices(rows: Sequence[PriceSeen]) -> tuple[PriceAsked, ...]:
    """A price holds until another one was seen."""
    ends = [*(row.seen_at for row in rows[1:]), None]
    return tuple(PriceAsked(row.price_cents, row.seen_at, end) for row, end in zip(rows, ends, strict=False))


def _promotions(shop: Shop, products: list[Product], now: datetime) -> Iterable[Promotion]:
    """Offers of these products or of the whole shop, from 30 days ago on: an offer that restarts too soon is no offer."""
    about = Q(products__in=products) | Q(products=None)
    lately = Q(ends_at=None) | Q(ends_at__gte=now - timedelta(days=30))
    found = Promotion.objects.filter(about, lately, shop=shop, withdrawn_at=None).distinct()
    return found.prefetch_related("products")[:20]


def _campaign(promotion: Promotion) -> facts.Campaign:
    return facts.Campaign(
        ref=str(promotion.pk),
        offer=promotion.name,
        percent=promotion.percent,
        starts_at=promotion.starts_at,
        ends_at=promotion.ends_at,
        extended=promotion.times_extended,
        first_step_at=promotion.first_step_at,
        conditions=promotion.conditions,
        costs_cents=promotion.costs_cents,
        products=tuple(product.ref for product in promotion.products.all()),
    )


def _attestations(shop: Shop, products: list[Product], now: datetime) -> Iterable[Attestation]:
    about = Q(product__in=products) | Q(product=None)
    found = Attestation.objects.filter(about, shop=shop, at__gte=now - COUNTED_LATELY, at__lte=now)
    return found.select_related("product", "member__person")[:20]


def _attestation(counted: Attestation) -> facts.Attestation:
    return facts.Attestation(
        claim=counted.claim,
        product=counted.product.ref if counted.product else None,
        value=counted.value,
        who=counted.member.person.name,
        at=counted.at,
    )


def _reviews(shop: Shop) -> facts.Reviews | None:
    seen = ReviewsSeen.objects.filter(shop=shop).select_related("source").order_by("-at").first()
    if seen is None:
        return None
    return facts.Reviews(
        source=seen.source.name,
        count=seen.count,
        average=float(seen.average) if seen.average is not None else None,
        scale=seen.source.scale,
        at=seen.at,
        verified=bool(seen.source.how_checked),
    )


def _counts(shop: Shop) -> facts.Counts | None:
    """The newest number of each kind; they are as old as the oldest of them."""
    newest: dict[str, CountSeen] = {}
    for seen in CountSeen.objects.filter(shop=shop).order_by("-at")[:20]:
        newest.setdefault(seen.what, seen)
    if not newest:
        return None
    return facts.Counts(
        at=min(seen.at for seen in newest.values()), **{what: seen.value for what, seen in newest.items()}
    )
