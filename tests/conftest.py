"""The cast of all tests: Jas (a coat shop in Zutphen), Noor (owner), Bas (weekend help), Mevrouw De Wit (a customer who is right)."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django_scopes import scope
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from toonbank.evidence.models import Product
    from toonbank.shops.models import Account, Member, Shop

# How long an example takes says how busy the machine is, not whether it is right. The examples are the same in each run, so that
# one who changed nothing meets no failure; `--hypothesis-profile=explore` looks for new ones.
_untimed = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("same", _untimed, derandomize=True)
settings.register_profile("explore", _untimed)
settings.load_profile("same")

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
"""Saturday, ten o'clock on the shop's clock."""


@pytest.fixture
def jas_shop(db: None) -> Iterator["Shop"]:
    """Jas, with its scope open."""
    from toonbank.shops.models import Shop

    shop = Shop.objects.create(name="Jas", slug="jas", tagline="jassen, Zutphen", contacts=["0575-555010"])
    with scope(shop=shop):
        yield shop


@pytest.fixture
def hire(db: None) -> Callable[..., "Member"]:
    """Let somebody join a shop: `hire(shop, "Noor", "owner")`."""
    from toonbank.shops.models import Member, Person

    def join(shop: "Shop", name: str, role: str) -> "Member":
        person = Person.objects.create_user(
            f"{name.lower()}@{shop.slug}.example", None, name=name, language="nl"
        )
        with scope(shop=shop):
            return Member.objects.create(shop=shop, person=person, role=role)

    return join


@pytest.fixture
def noor(jas_shop: "Shop", hire: Callable[..., "Member"]) -> "Member":
    """The owner."""
    return hire(jas_shop, "Noor", "owner")


@pytest.fixture
def bas(jas_shop: "Shop", hire: Callable[..., "Member"]) -> "Member":
    """Weekend help, with the role of editor: he writes, and may approve what Noor wrote."""
    return hire(jas_shop, "Bas", "editor")


@pytest.fixture
def square(jas_shop: "Shop") -> "Account":
    """Jas on the practice square."""
    from toonbank.shops.models import Account

    return Account.objects.create(
        shop=jas_shop, kind="square", name="Oefenplein", handle="jas", next_send_at=NOW
    )


@pytest.fixture
def hats(jas_shop: "Shop") -> "Product":
    """The hat Kleine Beer: 41 in stock, 24.95, for a hundred days."""
    from toonbank.evidence.models import PriceSeen, Product, ProductName, StockSeen
    from toonbank.language.names import name_key

    seen_at, began = NOW - timedelta(minutes=48), NOW - timedelta(days=100)
    product = Product.objects.create(
        shop=jas_shop,
        ref="M-001",
        title="Muts Kleine Beer",
        availability="in_stock",
        stock=41,
        stock_seen_at=seen_at,
        stock_source="winkelfeed",
        price_cents=2495,
        price_seen_at=seen_at,
        price_source="winkelfeed",
        first_offered_at=began,
        last_seen_at=seen_at,
    )
    ProductName.objects.create(shop=jas_shop, product=product, key=name_key("Muts Kleine Beer"))
    StockSeen.objects.create(
        shop=jas_shop,
        product=product,
        amount=41,
        availability="in_stock",
        seen_at=began,
        last_seen_at=seen_at,
        source="winkelfeed",
    )
    PriceSeen.objects.create(
        shop=jas_shop,
        product=product,
        price_cents=2495,
        seen_at=began,
        last_seen_at=seen_at,
        source="winkelfeed",
    )
    return product


@pytest.fixture
def door_of() -> Callable[["Member"], Client]:
    """A browser without JavaScript in which this member is signed in."""

    def enter(member: "Member") -> Client:
        client = Client()
        client.force_login(member.person, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return enter
