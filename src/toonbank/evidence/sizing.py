"""The sizes of one article in the order of a rail: XS S M L XL, 36 38 40, 9 10 11."""

import re
from collections.abc import Iterable
from itertools import groupby

from toonbank.evidence.models import Product

_LETTERS = re.compile(r"(?P<times>\d?)(?P<more>x*)(?P<size>[sml])(?:/.*)?")
_MIDDLE = {"s": -1, "m": 0, "l": 1}
_NUMBERS = re.compile(r"\d+(?:[.,]\d+)?")

SizeKey = tuple[int, float, str]


def size_key(size: str) -> SizeKey:
    """Where a size hangs: by letters, then by numbers, then by name; what has no size comes first."""
    said = size.strip().lower()
    if not said:
        return (0, 0, "")
    if found := _LETTERS.fullmatch(said.replace("-", "").replace(" ", "")):
        steps = int(found["times"] or 0) or len(found["more"])
        middle = _MIDDLE[found["size"]]
        return (1, middle * (1 + steps) if middle else 0, said)
    if found := _NUMBERS.search(said):
        return (2, float(found[0].replace(",", ".")), said)
    return (3, 0, said)


def by_size(products: Iterable[Product]) -> list[Product]:
    """The same products; those side by side that are one article in colours and sizes, in that order."""
    runs = groupby(products, key=lambda product: product.group_ref or product.pk)
    return [product for _, run in runs for product in sorted(run, key=_place)]


def _place(product: Product) -> tuple[str, SizeKey, int]:
    return (product.color, size_key(product.size), product.pk)
