"""What the demo shop sells, read from `catalogue.toml`: one line for every size or colour."""

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from itertools import count
from typing import Any

RESTRICTED = "29"  # GTINs that begin so are for use inside one company: nobody else's article has them


@dataclass(frozen=True)
class Line:
    """One article in one size or colour, with how well it sells and what happens to it.

    `prices` are (days ago, cents), the oldest first; `left` is the stock of the last days, () when chance
    decides; `gone` is how many days ago it was taken off sale; `ordered` is (in days, how many); `is_last` says that
    nothing comes any more.
    """

    ref: str
    group_ref: str
    title: str
    brand: str
    gtin: str
    category: str
    size: str
    color: str
    prices: tuple[tuple[int, int], ...]
    sold_a_week: float
    full: int
    left: tuple[int, ...] = ()
    gone: int | None = None
    ordered: tuple[int, int] | None = None
    is_last: bool = False

    def price_cents(self, days_ago: int) -> int:
        """What a customer paid then."""
        return next(cents for since, cents in reversed(self.prices) if days_ago <= since)

    def is_sold(self, days_ago: int) -> bool:
        """Whether it still stood in the list then."""
        return self.gone is None or days_ago > self.gone


def read_assortment() -> list[Line]:
    """Every line of the catalogue, in its order."""
    told = tomllib.loads((files(__package__) / "catalogue.toml").read_text("utf-8"))
    numbers = count(1)
    return [
        line
        for group in told["group"]
        for article in group["articles"]
        for line in _lines(group | article, numbers)
    ]


def gtin_of(number: int) -> str:
    """A GTIN of thirteen digits, the last of which proves the others."""
    digits = f"{RESTRICTED}{number:010d}"
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return f"{digits}{-total % 10}"


def _lines(said: dict[str, Any], numbers: "count[int]") -> list[Line]:  # whatever the file says
    group_ref = f"{said['code']}-{next(numbers):03d}"
    kinds = [(size, "") for size in said.get("sizes", [])] + [("", color) for color in said.get("colors", [])]
    return [
        _line(said, group_ref, place, size=size, color=color)
        for place, (size, color) in enumerate(kinds or [("", "")], 1)
    ]


def _line(said: dict[str, Any], group_ref: str, place: int, *, size: str, color: str) -> Line:
    is_alone = not size and not color
    extra = color or (size if "maat" in size or "jaar" in size else f"maat {size}")
    return Line(
        ref=group_ref if is_alone else f"{group_ref}-{place}",
        group_ref="" if is_alone else group_ref,
        title=said["name"] if is_alone else f"{said['name']}, {extra}",
        brand=said["brand"],
        gtin=gtin_of(int(group_ref[2:]) * 100 + place),
        category=said["category"],
        size=size,
        color=color,
        prices=(
            (10**6, _cents(said["price"])),
            *((ago, _cents(price)) for ago, price in said.get("prices", [])),
        ),
        sold_a_week=said["sold"],
        full=said["full"],
        left=tuple(said.get("left", ())),
        gone=said.get("gone"),
        ordered=tuple(said["ordered"]) if "ordered" in said else None,
        is_last=said.get("last", False),
    )


def _cents(euros: float) -> int:
    return round(euros * 100)
