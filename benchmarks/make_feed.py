"""Write a product feed as a large Dutch shop would export it: the same seed gives the same feed.

    python benchmarks/make_feed.py --products 100000 --out feed.xml
    python benchmarks/make_feed.py --products 100000 --changed 0.05 --out feed-tomorrow.xml
    python benchmarks/make_feed.py --products 100000 --quantity --format tsv --out stock.tsv

`--changed 0.05` is a later edition of the same shop: of one product in twenty the price, the sale or the stock has moved.
"""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import TextIO
from xml.sax.saxutils import escape

COLUMNS = (
    "id", "title", "description", "link", "image_link", "availability", "availability_date", "price", "sale_price",
    "sale_price_effective_date", "gtin", "brand", "item_group_id", "size", "color", "product_type", "condition",
)  # fmt: skip

CLOTHES_SIZES = ("XS", "S", "M", "L", "XL", "XXL")
COLORS = ("marineblauw", "zwart", "olijfgroen", "camel", "crème", "bordeaux", "antraciet", "okergeel")


@dataclass(frozen=True)
class Line:
    """One kind of goods in the shop."""

    nouns: tuple[str, ...]
    names: tuple[str, ...]
    brands: tuple[str, ...]
    category: str
    sizes: tuple[str, ...]
    colors: tuple[str, ...]
    cheapest: int
    dearest: int
    story: str


LINES = (
    Line(
        ("Winterjas", "Regenjas", "Wollen mantel", "Parka", "Bodywarmer", "Softshell"),
        ("Zutphen", "Veluwe", "IJssel", "Deventer", "Terschelling", "Achterhoek", "Hanze"),
        ("Jas & Zonen", "Noorderwind", "De Weversplaats"),
        "Kleding > Jassen",
        CLOTHES_SIZES,
        COLORS,
        5995,
        34995,
        "Gevoerd, met twee binnenzakken en een capuchon die af kan. Wasbaar op 30 °C; wij zetten losse knopen gratis vast.",
    ),
    Line(
        ("Hanglamp", "Vloerlamp", "Leeslamp", "Wandlamp", "Tafellamp"),
        ("Maan", "Karnemelk", "Sluis", "Bakelite", "Vuurtoren"),
        ("Lichtwerk", "Peer & Fitting"),
        "Wonen > Verlichting",
        ("Ø 20 cm", "Ø 35 cm", "Ø 50 cm"),
        ("messing", "zwart", "melkglas"),
        2450,
        28900,
        "Geleverd met snoer van 180 cm en een stekker; de lichtbron (E27, max. 12 W) is te vervangen.",
    ),
    Line(
        ("Earl Grey", "Rooibos", "Sencha", "Muntthee", "Assam", "Kruidenthee"),
        ("biologisch", "van de plantage", "huismelange", "met bergamot", "voor 's avonds"),
        ("Theekoopman", "Het Blikje"),
        "Eten & drinken > Thee",
        ("50 g", "100 g", "250 g"),
        ("",),
        425,
        2495,
        "Losse thee in een hersluitbare zak. Zet op 95 °C en laat drie minuten trekken.",
    ),
    Line(
        ("Wandelgids", "Kookboek", "Roman", "Prentenboek", "Atlas"),
        ("langs de IJssel", "voor doordeweeks", "in drie delen", "van Gelderland", "over de zee"),
        ("Uitgeverij De Kade", "Boekhuis Noord"),
        "Boeken",
        ("",),
        ("",),
        995,
        5995,
        "Gebonden, met leeslint. Ook in te zien in de winkel.",
    ),
)


@dataclass(frozen=True)
class Goods:
    """One product of the made-up shop; money in cents."""

    number: int
    line: Line
    noun: str
    name: str
    brand: str
    group: str
    size: str
    color: str
    price: int
    sale: int | None
    stock: int


def goods(count: int, seed: int) -> Iterator[Goods]:
    """`count` products, the sizes and colours of one article after each other."""
    chance = Random(seed)
    number = group = 0
    while True:
        group += 1
        line = chance.choice(LINES)
        noun, name, brand = chance.choice(line.nouns), chance.choice(line.names), chance.choice(line.brands)
        price = chance.randrange(line.cheapest, line.dearest, 5)
        sale = round(price * chance.choice((0.9, 0.8, 0.75, 0.5))) if chance.random() < 0.15 else None
        for color in chance.sample(line.colors, chance.randint(1, min(3, len(line.colors)))):
            for size in line.sizes:
                if number == count:
                    return
                number += 1
                stock = 0 if chance.random() < 0.12 else min(int(chance.expovariate(1 / 14)) + 1, 400)
                yield Goods(
                    number, line, noun, name, brand, f"G{group:06}", size, color, price, sale, stock
                )  # fmt: skip


def later(product: Goods, seed: int, share: float) -> Goods:
    """The product in a later edition of the feed, moved with a chance of `share`."""
    chance = Random(seed * 1_000_003 + product.number)
    if chance.random() >= share:
        return product
    if chance.random() < 0.7:
        moved = 0 if product.stock and chance.random() < 0.4 else product.stock + chance.randint(1, 20)
        return replace(product, stock=moved)
    return replace(product, price=product.price + chance.choice((-500, 250, 500, 1000)) + 600)


def as_fields(product: Goods, *, with_quantity: bool) -> dict[str, str]:
    """The product under Google's names; empty fields are left out."""
    title = " ".join(part for part in (product.noun, product.name, product.color, product.size) if part)
    slug = f"{product.noun}-{product.number}".lower().replace(" ", "-")
    fields = {
        "id": f"JZ-{product.number:06}",
        "title": title,
        "description": f"{title} van {product.brand}. {product.line.story}",
        "link": f"https://jas.example/p/{slug}?maat={product.size[:1]}&kleur={product.color[:3]}",
        "image_link": f"https://jas.example/media/{product.number % 977}/{slug}.jpg",
        "availability": "in_stock"
        if product.stock
        else ("preorder" if product.number % 50 == 0 else "out_of_stock"),
        "availability_date": "" if product.stock or product.number % 50 else "2027-02-01T09:00+01:00",
        "price": f"{product.price / 100:.2f} EUR",
        "sale_price": f"{product.sale / 100:.2f} EUR"
        if product.sale and product.sale < product.price
        else "",
        "sale_price_effective_date": "2026-11-20T00:00+0100/2026-11-30T23:59+0100" if product.sale else "",
        "gtin": gtin(product.number),
        "brand": product.brand,
        "item_group_id": product.group,
        "size": product.size,
        "color": product.color,
        "product_type": f"{product.line.category} > {product.noun}",
        "condition": "new",
    }
    if with_quantity:
        fields["quantity"] = str(product.stock)
    return fields


def gtin(number: int) -> str:
    """A barcode of thirteen digits whose check digit is right."""
    digits = f"871{number:09}"
    total = sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(digits))
    return f"{digits}{-total % 10}"


def write_xml(products: Iterator[dict[str, str]], out: TextIO) -> None:
    """RSS 2.0 with the g: names."""
    out.write(
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0">\n'
    )
    out.write("<channel>\n<title>Jas &amp; Zonen</title>\n<link>https://jas.example/</link>\n")
    for fields in products:
        lines = [f"  <g:{name}>{escape(value)}</g:{name}>\n" for name, value in fields.items() if value]
        out.write(f"<item>\n{''.join(lines)}</item>\n")
    out.write("</channel>\n</rss>\n")


def write_tsv(products: Iterator[dict[str, str]], out: TextIO, *, with_quantity: bool) -> None:
    """Tab-separated, the names in the first row."""
    columns = (*COLUMNS, "quantity") if with_quantity else COLUMNS
    out.write("\t".join(columns) + "\n")
    out.writelines("\t".join(fields[name] for name in columns) + "\n" for fields in products)


def read_arguments() -> argparse.Namespace:
    """What was asked on the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--products", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--format", choices=("xml", "tsv"), default="xml")
    parser.add_argument("--quantity", action="store_true", help="with counts, as in a local-inventory feed")
    parser.add_argument(
        "--changed", type=float, default=0.0, metavar="SHARE", help="a later edition: 0.05 is 5 %%"
    )
    parser.add_argument("--out", type=Path, help="the file to write; standard output when left out")
    return parser.parse_args()


def write_feed(asked: argparse.Namespace, out: TextIO) -> None:
    """The whole feed as asked."""
    products = (
        as_fields(later(product, asked.seed, asked.changed), with_quantity=asked.quantity)
        for product in goods(asked.products, asked.seed)
    )
    if asked.format == "xml":
        write_xml(products, out)
    else:
        write_tsv(products, out, with_quantity=asked.quantity)


def main() -> None:
    """Write the feed to the file or to standard output."""
    asked = read_arguments()
    if asked.out is None:
        write_feed(asked, sys.stdout)
        return
    with asked.out.open("w", encoding="utf-8", newline="\n") as out:
        write_feed(asked, out)


if __name__ == "__main__":
    main()
