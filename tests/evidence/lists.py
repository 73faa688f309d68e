"""Stock lists as Noor would export them from the till."""

from collections.abc import Iterable
from pathlib import Path

from toonbank.evidence.models import FactSource

HEAD = "artikelnummer;naam;voorraad;prijs\n"


def stock_list(path: Path, rows: Iterable[tuple[str, str, object, str]], *, head: str = HEAD) -> Path:
    """Write the list at `path` and return it."""
    path.write_text(head + "".join(";".join(map(str, row)) + "\n" for row in rows), "utf-8")
    return path


def coats(count: int, *, stock: object = 3, price: str = "129,00") -> list[tuple[str, str, object, str]]:
    """So many coats, each with its own number and name."""
    return [(f"J-{number}", f"Jas Nummer{number}", stock, price) for number in range(count)]


def till(shop, **fields) -> FactSource:
    """The list out of the till, as a source."""
    return FactSource.objects.create(shop=shop, name="kassa", kind="upload", **fields)
