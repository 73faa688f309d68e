"""Files of Jas's shop for the tests: a feed around some items, and what a reader makes of any bytes."""

import io

from toonbank.core.errors import SourceTrouble
from toonbank.sources.mapping import Mapping
from toonbank.sources.opening import open_source
from toonbank.sources.seen import BadRow, Row

RSS = '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel>\n'
RSS_END = "</channel></rss>\n"


def rss(*items: str) -> bytes:
    """A feed with each item on a line of its own, from line 3."""
    lines = "".join(f"<item>{item}</item>\n" for item in items)
    return f"{RSS}{lines}{RSS_END}".encode()


def read_until_trouble(
    content: bytes, mapping: Mapping | None = None
) -> tuple[list[Row | BadRow], SourceTrouble | None]:
    """The rows, and the trouble at the end if there was one."""
    rows: list[Row | BadRow] = []
    try:
        for row in open_source(io.BytesIO(content), mapping).rows():
            rows.append(row)  # noqa: PERF402  what came before the trouble must be kept
    except SourceTrouble as trouble:
        return rows, trouble
    return rows, None


def read(content: bytes, mapping: Mapping | None = None) -> list[Row | BadRow]:
    """All rows of a file that is read to its end."""
    rows, trouble = read_until_trouble(content, mapping)
    assert trouble is None, trouble
    return rows


def read_one(content: bytes, mapping: Mapping | None = None) -> Row:
    """The only row of a file."""
    (row,) = read(content, mapping)
    assert isinstance(row, Row), row
    return row
