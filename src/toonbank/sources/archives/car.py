"""CAR files: blocks one after another, each with the address of what it holds. Read as a stream, a block at a time."""

from collections.abc import Iterator
from typing import BinaryIO

from toonbank.sources.archives.cbor import BadCbor, Cid, decode

LARGEST_BLOCK = 4_000_000  # the protocol allows one million
_SHA_256 = b"\x01\x71\x12\x20"  # version 1, DAG-CBOR, SHA-256 of 32 bytes: all that a repository uses


class BadCar(Exception):
    """This is no CAR file, or it breaks off; `count` blocks were whole."""

    def __init__(self, why: str, count: int = 0) -> None:
        super().__init__(why)
        self.count = count


def car_blocks(stream: BinaryIO) -> Iterator[tuple[Cid, bytes]]:
    """The blocks in their order. BadCar when the heading is none, or after the last block that was whole."""
    _heading(stream)
    count = 0
    while (size := _length(stream, count)) is not None:
        if not 0 < size <= LARGEST_BLOCK:
            raise BadCar("a block is larger than any record", count)
        block = stream.read(size)
        if len(block) < size:
            raise BadCar("the file breaks off", count)
        split = _end_of_cid(block)
        count += 1
        yield Cid(block[:split]), block[split:]


def _heading(stream: BinaryIO) -> None:
    size = _length(stream, 0)
    if size is None or not 0 < size <= 100_000:
        raise BadCar("there is no heading")
    try:
        heading = decode(stream.read(size))
    except BadCbor as trouble:
        raise BadCar("the heading cannot be read") from trouble
    if not isinstance(heading, dict) or heading.get("version") != 1:
        raise BadCar("it is of another version")


def _length(stream: BinaryIO, count: int) -> int | None:
    """An unsigned LEB128 number, None at the end of the file."""
    number = 0
    for shift in range(0, 63, 7):
        byte = stream.read(1)
        if not byte:
            if shift:
                raise BadCar("the file breaks off", count)
            return None
        number |= (byte[0] & 127) << shift
        if byte[0] < 128:
            return number
    raise BadCar("a length without an end", count)


def _end_of_cid(block: bytes) -> int:
    if block[:4] == _SHA_256:
        return 36
    if block[:2] == b"\x12\x20":  # version 0
        return 34
    at = _past_number(block, _past_number(block, 0))  # version and codec
    at = _past_number(block, at)  # the hash's name; its length follows
    size = block[at] if at < len(block) else 0
    return at + 1 + size


def _past_number(block: bytes, at: int) -> int:
    while at < len(block) and block[at] >= 128:
        at += 1
    return at + 1
