"""DAG-CBOR, the strict dialect in which Bluesky keeps its records: one value out of bytes, with a limit on depth and size."""

import struct
from typing import NamedTuple, TypeAlias

DEEPEST = 64
CID_TAG = 42
_FLOAT = struct.Struct(">d")
_SIMPLE = {20: False, 21: True, 22: None}

# A map's keys are texts; a link is a Cid.
Value: TypeAlias = "bool | int | float | str | bytes | Cid | list[Value] | dict[str, Value] | None"


class BadCbor(Exception):
    """These bytes are no DAG-CBOR."""


class Cid(NamedTuple):
    """The address of a block: what it holds, hashed."""

    raw: bytes


def decode(content: bytes) -> Value:
    """The one value that the bytes hold; BadCbor when they hold less, more or something else."""
    try:
        value, end = _value(content, 0, DEEPEST)
    except (IndexError, struct.error):
        raise BadCbor("it ends too soon") from None
    if end != len(content):
        raise BadCbor("something comes after it")
    return value


def _value(content: bytes, at: int, depth: int) -> tuple[Value, int]:
    first = content[at]
    major, minor = first >> 5, first & 31
    if major == 7:
        return _simple(content, at, minor)
    number, at = _number(content, at + 1, minor)
    if major == 0:
        return number, at
    if major == 1:
        return -1 - number, at
    if depth == 0:
        raise BadCbor("it is nested too deep")
    if major in (2, 3):
        return _piece(content, at, number, is_text=major == 3)
    if major != 6 and number > len(content) - at:  # every item takes a byte at least
        raise BadCbor("it promises more than there is")
    if major == 4:
        return _list(content, at, number, depth)
    if major == 5:
        return _map(content, at, number, depth)
    return _link(content, at, number, depth)


def _number(content: bytes, at: int, minor: int) -> tuple[int, int]:
    if minor < 24:
        return minor, at
    if minor > 27:
        raise BadCbor("a length without an end")
    size = 1 << (minor - 24)
    if at + size > len(content):
        raise IndexError
    return int.from_bytes(content[at : at + size], "big"), at + size


def _simple(content: bytes, at: int, minor: int) -> tuple[Value, int]:
    if minor == 27:
        return _FLOAT.unpack_from(content, at + 1)[0], at + 9
    if minor not in _SIMPLE:
        raise BadCbor("a value that this dialect does not know")
    return _SIMPLE[minor], at + 1


def _piece(content: bytes, at: int, size: int, *, is_text: bool) -> tuple[Value, int]:
    end = at + size
    if end > len(content):
        raise IndexError
    piece = content[at:end]
    if not is_text:
        return piece, end
    try:
        return piece.decode(), end
    except UnicodeDecodeError:
        raise BadCbor("a text that is no UTF-8") from None


def _list(content: bytes, at: int, count: int, depth: int) -> tuple[Value, int]:
    found: list[Value] = []
    for _ in range(count):
        value, at = _value(content, at, depth - 1)
        found.append(value)
    return found, at


def _map(content: bytes, at: int, count: int, depth: int) -> tuple[Value, int]:
    found: dict[str, Value] = {}
    for _ in range(count):
        key, at = _value(content, at, depth - 1)
        if not isinstance(key, str):
            raise BadCbor("a key that is no text")
        found[key], at = _value(content, at, depth - 1)
    return found, at


def _link(content: bytes, at: int, tag: int, depth: int) -> tuple[Value, int]:
    value, at = _value(content, at, depth - 1)
    if tag != CID_TAG or not isinstance(value, bytes) or value[:1] != b"\0":
        raise BadCbor("a tag that this dialect does not know")
    return Cid(value[1:]), at
