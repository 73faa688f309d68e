"""Opening a file of which nobody said what it is: a product feed or a stock list, packed or not, found out by its content."""

import io
from collections.abc import Iterator
from datetime import tzinfo
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from toonbank.core.errors import SourceTrouble
from toonbank.sources.bytestream import MOST_BYTES, BrokenFile, CountedFile, unpack
from toonbank.sources.feed import xml_items
from toonbank.sources.mapping import Mapping
from toonbank.sources.products import DUTCH_CLOCK, Habits, read_product
from toonbank.sources.records import records
from toonbank.sources.seen import BadRow, Item, Row
from toonbank.sources.strangers import looks_like_xml, refuse_stranger
from toonbank.sources.table import (
    Layout,
    Preview,
    decimal_of,
    google_columns,
    mapping_for,
    preview,
    read_layout,
    table_items,
)


class Kind(StrEnum):
    """What a file turned out to be."""

    XML_FEED = "xml_feed"
    TEXT_FEED = "text_feed"
    TABLE = "table"


class Opened:
    """An open feed or list. `rows` can be asked for once; `position` of `total` bytes says how far it is.

    `total` is None when the stream cannot tell its length. `count` is the number of items passed so far,
    rows and bad rows alike: given to `rows` of the same file as `after_count`, it goes on exactly where it was.
    """

    def __init__(self, source: BinaryIO, *, mapping: Mapping | None, zone: tzinfo, most_bytes: int) -> None:
        self.total = _size(source)
        self.count = 0
        self.line = 0
        self._source = source
        self._given_mapping = mapping
        self._zone = zone
        self._counted = CountedFile(source)
        try:
            self._head, self._content = unpack(self._counted, most_bytes=most_bytes)
        except BrokenFile as trouble:
            raise self._broken_off() from trouble
        refuse_stranger(self._head)
        self._layout, self.kind = self._look()

    def _look(self) -> tuple[Layout | None, Kind]:
        if looks_like_xml(self._head):
            return None, Kind.XML_FEED
        layout = read_layout(
            self._head, delimiter=self._given_mapping.delimiter if self._given_mapping else ""
        )
        is_feed = self._given_mapping is None and google_columns(layout) is not None
        return layout, Kind.TEXT_FEED if is_feed else Kind.TABLE

    @property
    def position(self) -> int:
        """Bytes read of the file as it lies there, packed or not."""
        return self._counted.position

    @property
    def mapping(self) -> Mapping | None:
        """What the columns mean, worth saving for the next time; None for an XML feed. May raise SourceTrouble."""
        if self._layout is None:
            return None
        google = google_columns(self._layout) if self.kind is Kind.TEXT_FEED else None
        if google is not None:
            return Mapping(google, self._layout.delimiter)
        return mapping_for(self._layout, self._given_mapping)

    def preview(self, rows: int = 10) -> Preview | None:
        """The headings and the first rows with a guess of their meaning; None for an XML feed."""
        return preview(self._layout, rows) if self._layout is not None else None

    def rows(self, *, after_count: int = 0, after_line: int = 0) -> Iterator[Row | BadRow]:
        """Every item as a Row or a BadRow, and one SourceTrouble at the end when the file breaks off.

        Goes on after `after_count` items, or after the item of line `after_line`. An XML feed may hold many items on one
        line, so there the items of that line come again; `after_count` is exact for every kind.
        """
        mapping = self.mapping
        habits = Habits(self._zone, decimal_of(mapping) if mapping else None)
        from_line = after_line + (self.kind is not Kind.XML_FEED)
        try:
            for item in self._items(mapping):
                self.count += 1
                self.line = item.line
                if self.count > after_count and item.line >= from_line:
                    yield read_product(item, habits)
        except BrokenFile as trouble:
            raise self._broken_off() from trouble

    def _items(self, mapping: Mapping | None) -> Iterator[Item]:
        if self._layout is None or mapping is None:
            return xml_items(self._content, self._head)
        found = records(self._content, self._layout.encoding, self._layout.delimiter)
        return table_items(found, mapping.columns)

    def _broken_off(self) -> SourceTrouble:
        return SourceTrouble(
            f"The file breaks off after line {self.line}; what came before it was read. Fetch or make it again.",
            nl=f"Het bestand breekt af na regel {self.line}; wat ervoor stond is gelezen. Haal of maak het opnieuw.",
            line=self.line,
        )

    def close(self) -> None:
        """Close the file beneath."""
        self._source.close()

    def __enter__(self) -> "Opened":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, trouble: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_source(
    source: Path | str | BinaryIO,
    mapping: Mapping | None = None,
    *,
    zone: tzinfo = DUTCH_CLOCK,
    most_bytes: int = MOST_BYTES,
) -> Opened:
    """Open a feed or a list by its content; `zone` is the shop's clock, for times that do not say theirs.

    `most_bytes` bounds what comes out of a packed file. Raises SourceTrouble when it is neither a feed nor a list.
    """
    if not isinstance(source, (str, Path)):
        return Opened(source, mapping=mapping, zone=zone, most_bytes=most_bytes)
    try:
        file = io.FileIO(source)
    except (OSError, ValueError) as trouble:
        raise _cannot_open(str(source)) from trouble
    try:
        return Opened(file, mapping=mapping, zone=zone, most_bytes=most_bytes)
    except BaseException:
        file.close()
        raise


def _size(source: BinaryIO) -> int | None:
    try:
        here = source.tell()
        end = source.seek(0, io.SEEK_END)
        source.seek(here)
    except (OSError, ValueError, AttributeError):
        return None
    return end - here


def _cannot_open(name: str) -> SourceTrouble:
    return SourceTrouble(
        f"The file {name} cannot be opened; is the name right, and may it be read?",
        nl=f"Het bestand {name} kan niet worden geopend; klopt de naam, en mag het worden gelezen?",
    )
