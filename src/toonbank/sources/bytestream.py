"""The bytes of a file as a reader wants them: counted for the progress bar, unpacked when packed, never without end."""

import gzip
import io
import zlib
from typing import TYPE_CHECKING, BinaryIO

from toonbank.core.errors import SourceTrouble

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MOST_BYTES = 2_000_000_000
# Real feeds pack to a tenth, at the very best to a fiftieth; a bomb packs to a thousandth.
HIGHEST_RATIO = 150
RATIO_COUNTS_FROM = 20_000_000
BLOCK = 65_536

_GZIP = b"\x1f\x8b"


class BrokenFile(Exception):
    """The file could not be read to its end."""


class _Content(io.RawIOBase):
    """Bytes that come once; the first ones can be looked at without being lost."""

    def __init__(self) -> None:
        self._seen = b""
        self._trouble: BrokenFile | SourceTrouble | None = None

    def _pull(self, size: int) -> bytes:
        """At most `size` bytes, b"" at the end; BrokenFile when the end was not meant to be there."""
        raise NotImplementedError

    def head(self, size: int) -> bytes:
        """The first `size` bytes, fewer when there are no more; they will be read again, and a trouble after them too."""
        try:
            while len(self._seen) < size and (block := self._pull(size - len(self._seen))):
                self._seen += block
        except (BrokenFile, SourceTrouble) as trouble:
            if not self._seen:
                raise
            self._trouble = trouble
        return self._seen

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        place = memoryview(buffer).cast("B")
        if self._trouble is not None and not self._seen:
            raise self._trouble
        block = self._seen[: len(place)] or self._pull(len(place))
        self._seen = self._seen[len(block) :]
        place[: len(block)] = block
        return len(block)


class CountedFile(_Content):
    """A file that knows how many of its bytes were taken."""

    def __init__(self, source: BinaryIO) -> None:
        super().__init__()
        self._source = source
        self.position = 0

    def _pull(self, size: int) -> bytes:
        try:
            block = self._source.read(size)
        except (OSError, ValueError) as trouble:
            raise BrokenFile(str(trouble)) from trouble
        self.position += len(block)
        return block


class UnpackedFile(_Content):
    """What is in a gzip file; SourceTrouble as soon as there is more in it than any feed has."""

    def __init__(
        self, packed: "CountedFile | UnpackedFile", counted: CountedFile, *, most_bytes: int
    ) -> None:
        super().__init__()
        self._gzip = gzip.GzipFile(fileobj=io.BufferedReader(packed, BLOCK), mode="rb")
        self._counted = counted
        self._most_bytes = most_bytes
        self._unpacked = 0

    def _pull(self, size: int) -> bytes:
        try:
            block = self._gzip.read1(size)
        except (EOFError, zlib.error, OSError) as trouble:
            raise BrokenFile(str(trouble)) from trouble
        self._unpacked += len(block)
        is_bomb = self._unpacked > max(RATIO_COUNTS_FROM, HIGHEST_RATIO * self._counted.position)
        if is_bomb or self._unpacked > self._most_bytes:
            raise _too_much()
        return block


def unpack(counted: CountedFile, *, most_bytes: int) -> tuple[bytes, io.BufferedReader]:
    """The first bytes of the content and the content from its beginning, out of the gzip that it may be in.

    A feed that is packed by the shop system and once more by its web server is packed twice.
    """
    content: CountedFile | UnpackedFile = counted
    for _ in range(2):
        if not content.head(len(_GZIP)).startswith(_GZIP):
            break
        content = UnpackedFile(content, counted, most_bytes=most_bytes)
    return content.head(BLOCK), io.BufferedReader(content, BLOCK)


def _too_much() -> SourceTrouble:
    return SourceTrouble(
        "This packed file is far bigger inside than a product list can be; nothing more was read.",
        nl="Dit ingepakte bestand is vanbinnen veel groter dan een productlijst kan zijn; er is niets meer gelezen.",
    )
