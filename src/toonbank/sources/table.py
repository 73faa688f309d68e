"""CSV and tab-separated lists: how they are written, what their columns mean, and the items in them."""

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import cast

from toonbank.core.errors import SourceTrouble
from toonbank.sources.bytestream import BLOCK
from toonbank.sources.encodings import errors_for, text_encoding
from toonbank.sources.feed import GOOGLE_NAMES
from toonbank.sources.mapping import Mapping, guess_columns, plain_heading
from toonbank.sources.prices import DecimalMark
from toonbank.sources.records import Record, records
from toonbank.sources.seen import Item, Words

DELIMITERS = (";", "\t", ",", "|")

_SEPARATOR_LINE = re.compile(r"""\ufeff?"?sep=([;,|\t])"?\s*""", re.IGNORECASE)
_COMMA_CENTS = re.compile(r"\d,\d{1,2}(?!\d)")
_POINT_CENTS = re.compile(r"\d\.\d{1,2}(?!\d)")
_COUNT = re.compile(r"-?\d{1,6}", re.ASCII)
_MONEY = ("price", "sale_price", "stock")


@dataclass(frozen=True)
class Layout:
    """How a text file is written, as its beginning shows."""

    encoding: str
    delimiter: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def guessed_columns(self) -> dict[str, str]:
        """What the columns seem to mean, by their headings and, for "op voorraad", by whether numbers stand below it."""
        columns = guess_columns(self.header)
        place = self.header.index(columns["availability"]) if "availability" in columns else None
        if place is not None and "stock" not in columns:
            written = {row[place].strip() for row in self.rows if place < len(row)} - {""}
            if written - {"0", "1"} and all(_COUNT.fullmatch(text) for text in written):
                columns["stock"] = columns.pop("availability")
        return columns

    def decimal_for(self, columns: dict[str, str]) -> DecimalMark | None:
        """The mark before the cents, by the amounts in the first rows; by the separator when they do not tell."""
        places = [self.header.index(columns[name]) for name in _MONEY if columns.get(name) in self.header]
        written = [row[place] for row in self.rows for place in places if place < len(row)]
        commas = sum(1 for amount in written if _COMMA_CENTS.search(amount))
        points = sum(1 for amount in written if _POINT_CENTS.search(amount))
        if commas != points:
            return "," if commas > points else "."
        # A spreadsheet separates by semicolons exactly where the comma stands before the cents.
        return "," if self.delimiter == ";" else None


@dataclass(frozen=True)
class Preview:
    """What the shopkeeper sees before saving a mapping: the headings, the first rows, and our guess."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    columns: dict[str, str]
    delimiter: str
    decimal: DecimalMark | None


def read_layout(head: bytes, *, delimiter: str = "") -> Layout:
    """The layout by the first bytes (at most `BLOCK`) of the file; SourceTrouble when there is no heading in it."""
    encoding = text_encoding(head)
    first_line = head[:40].decode(encoding, errors_for(encoding)).splitlines()[:1]
    announced = _SEPARATOR_LINE.fullmatch(first_line[0]) if first_line else None
    delimiter = delimiter or (announced[1] if announced else "") or _best_delimiter(head, encoding)
    rows = [record for record in _sample(head, encoding, delimiter) if not _is_separator_line(record)]
    if not rows:
        raise _no_heading()
    header = tuple(heading.strip() for heading in rows[0].cells)
    return Layout(encoding, delimiter, header, tuple(tuple(record.cells) for record in rows[1:]))


def preview(layout: Layout, rows: int = 10) -> Preview:
    """The first rows with a guess of what the columns mean."""
    columns = layout.guessed_columns()
    return Preview(layout.header, layout.rows[:rows], columns, layout.delimiter, layout.decimal_for(columns))


def google_columns(layout: Layout) -> dict[str, str] | None:
    """The columns of a tab-separated Google feed; None when the list is something else."""
    if layout.delimiter != "\t":
        return None
    columns: dict[str, str] = {}
    for heading in layout.header:
        name = GOOGLE_NAMES.get(plain_heading(heading).replace(" ", "_"))
        if name is not None:
            columns.setdefault(name, heading)
    known = columns.keys() & {"title", "link", "price", "availability", "stock"}
    return columns if "ref" in columns and known else None


def mapping_for(layout: Layout, mapping: Mapping | None) -> Mapping:
    """The saved mapping, or a guess; what the mapping leaves open is filled in from the list itself."""
    if mapping is None:
        columns = layout.guessed_columns()
        if "ref" not in columns:
            raise _no_number_column(layout)
        mapping = Mapping(columns)
    for heading in mapping.columns.values():
        if heading not in layout.header:
            raise _lost_column(heading, layout)
    decimal = mapping.decimal or layout.decimal_for(mapping.columns) or ""
    return replace(mapping, delimiter=layout.delimiter, decimal=decimal)


def table_items(found: Iterator[Record], columns: dict[str, str]) -> Iterator[Item]:
    """The items under the heading, with our names for the columns."""
    header: list[str] = []
    places: list[tuple[str, int]] = []
    for record in found:
        if not header:
            if record.broken is None and not _is_separator_line(record):
                header = [heading.strip() for heading in record.cells]
                places = [
                    (name, header.index(heading)) for name, heading in columns.items() if heading in header
                ]
            continue
        broken = record.broken or _wrong_width(record, len(header), places)
        cells = record.cells
        yield Item(record.line, {name: cells[at] for name, at in places if at < len(cells)}, broken)


def decimal_of(mapping: Mapping) -> DecimalMark | None:
    """The mark of a mapping, None when it leaves it open."""
    return cast("DecimalMark", mapping.decimal) if mapping.decimal else None


def _wrong_width(record: Record, width: int, places: list[tuple[str, int]]) -> Words | None:
    """A row with cells too many or too few has its values under the wrong headings."""
    cells = len(record.cells)
    is_short = cells < width and any(at >= cells for _, at in places)
    if not is_short and not any(record.cells[width:]):
        return None
    return {
        "nl": f"de regel heeft {cells} vakken en de kopregel {width}; een scheidingsteken te veel of te weinig?",
        "en": f"the row has {cells} cells and the heading {width}; one separator too many or too few?",
    }


def _is_separator_line(record: Record) -> bool:
    return record.line == 1 and record.cells[0].lower().startswith("sep=") and len(record.cells) <= 2


def _best_delimiter(head: bytes, encoding: str) -> str:
    """The one that cuts the most rows into the same number of cells, more than one."""
    best, best_score = DELIMITERS[0], 0.0
    for delimiter in DELIMITERS:
        widths = Counter(len(record.cells) for record in _sample(head, encoding, delimiter))
        width, times = max(widths.items(), key=lambda pair: (pair[0] > 1, pair[1]), default=(0, 0))
        score = times / sum(widths.values()) * min(width, 12) if width > 1 else 0.0
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _sample(head: bytes, encoding: str, delimiter: str) -> list[Record]:
    """The first good records; the last one may have been cut by the end of the head, and is left out when others remain."""
    good = [record for record in records(io.BytesIO(head), encoding, delimiter) if record.broken is None]
    return good[:-1] if len(head) >= BLOCK and len(good) > 1 else good


def _no_heading() -> SourceTrouble:
    return SourceTrouble(
        "There is no row with headings in this list; the first row must say what the columns are.",
        nl="In deze lijst staat geen kopregel; de eerste regel moet zeggen wat de kolommen zijn.",
        line=1,
    )


def _no_number_column(layout: Layout) -> SourceTrouble:
    headings = ", ".join(heading[:30] for heading in layout.header[:8])
    return SourceTrouble(
        f"No column of this list looks like the article number; its headings are: {headings}. "
        "Say once which column is which; we remember it.",
        nl=f"Geen kolom van deze lijst lijkt op het artikelnummer; de koppen zijn: {headings}. "
        "Wijs eenmaal aan welke kolom wat is; wij onthouden het.",
        line=1,
    )


def _lost_column(heading: str, layout: Layout) -> SourceTrouble:
    headings = ", ".join(name[:30] for name in layout.header[:8])
    return SourceTrouble(
        f"The column '{heading[:60]}' is no longer in this list; its headings are: {headings}. "
        "Point out the columns again, or make the list as before.",
        nl=f"De kolom '{heading[:60]}' staat niet meer in deze lijst; de koppen zijn: {headings}. "
        "Wijs de kolommen opnieuw aan, of maak de lijst zoals eerst.",
        line=1,
    )
