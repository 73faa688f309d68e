"""The till's list, day after day: most days one look, every Monday the whole list as an import that also takes lines off."""

import csv
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from django_scopes import scope

from toonbank.evidence.importing import run_import
from toonbank.evidence.models import FactSource, Product
from toonbank.evidence.observing import observe
from toonbank.evidence.restocking import note_last_batch, note_order
from toonbank.shops.models import Member, Shop
from toonbank.sources.seen import SeenProduct
from toonbank.work.demo.assortment import Line, read_assortment
from toonbank.work.demo.season import DAYS, stock_story

SOURCE = "kassa"
CLOSING = time(18, 10)
HEADINGS = (
    "Artikelnummer", "Naam", "Merk", "EAN", "Hoofdartikel", "Maat", "Kleur", "Categorie", "Voorraad", "Prijs", "Verwacht op",
)  # fmt: skip


@dataclass(frozen=True)
class Shelves:
    """What the shop sells and how much of it there was on each day, up to `today`."""

    shop: Shop
    today: date
    lines: list[Line]
    stories: dict[str, list[int]]
    list_path: Path

    def on(self, day: date) -> list[SeenProduct]:
        """The list as the till gives it at closing time."""
        ago = (self.today - day).days
        return [self._seen(line, ago) for line in self.lines if line.is_sold(ago)]

    def _seen(self, line: Line, ago: int) -> SeenProduct:
        stock = self.stories[line.ref][DAYS - ago]
        return SeenProduct(
            ref=line.ref,
            title=line.title,
            brand=line.brand,
            gtin=line.gtin,
            group_ref=line.group_ref,
            size=line.size,
            color=line.color,
            category=line.category,
            availability="in_stock" if stock else "out_of_stock",
            stock=stock,
            price_cents=line.price_cents(ago),
            restock_on=self.today + timedelta(days=line.ordered[0]) if line.ordered else None,
        )

    def closing_time(self, day: date) -> datetime:
        """When the till makes its list, on the shop's clock."""
        return datetime.combine(day, CLOSING, self.shop.clock)


def stock_up(shop: Shop, today: date, list_path: Path) -> Shelves:
    """Fill the shelves with what the catalogue says."""
    lines = read_assortment()
    return Shelves(shop, today, lines, {line.ref: stock_story(line, today) for line in lines}, list_path)


def look(shelves: Shelves, day: date, at: datetime) -> None:
    """The till's list of `day`, seen at that moment."""
    observe(shelves.shop, shelves.on(day), seen_at=at, source=SOURCE)


def import_list(shelves: Shelves, day: date, at: datetime) -> None:
    """The same as a file that is imported; whatever is no longer in it is taken off sale."""
    shelves.list_path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with shelves.list_path.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file, delimiter=";")
        rows.writerow(HEADINGS)
        rows.writerows(_row(seen) for seen in shelves.on(day))
    with scope(shop=shelves.shop):
        source, _made = FactSource.objects.get_or_create(
            shop=shelves.shop,
            name=SOURCE,
            defaults={"kind": FactSource.Kind.UPLOAD, "is_complete": True, "made_at": at},
        )
        run_import(source, shelves.list_path, now=at)


def note_what_is_on_order(shelves: Shelves, member: Member, at: datetime) -> None:
    """How many are on order, and for when: no list has a column for that."""
    with scope(shop=shelves.shop):
        for line in shelves.lines:
            if line.ordered:
                day = shelves.today + timedelta(days=line.ordered[0])
                note_order(_product(line), member, amount=line.ordered[1], on=day, now=at)


def note_last_ones(shelves: Shelves, member: Member, at: datetime) -> None:
    """What does not come back, for its maker stopped: posts will say so."""
    with scope(shop=shelves.shop):
        for line in shelves.lines:
            if line.is_last:
                note_last_batch(_product(line), member, is_last=True, now=at)


def _product(line: Line) -> Product:
    return Product.objects.select_related("shop").get(ref=line.ref)


def _row(seen: SeenProduct) -> tuple[str, ...]:
    price = f"{seen.price_cents or 0:03d}"
    return (
        seen.ref, seen.title, seen.brand, seen.gtin, seen.group_ref, seen.size, seen.color, seen.category,
        str(seen.stock), f"{price[:-2]},{price[-2:]}", f"{seen.restock_on or ''}",
    )  # fmt: skip
