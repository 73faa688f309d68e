"""Writes DAG-CBOR and CAR files, so that what is read can be compared with what was written."""

import struct
from hashlib import sha256

from toonbank.sources.archives.cbor import Cid


def encode(value: object) -> bytes:
    """One value as DAG-CBOR: keys by length, then by letters."""
    if value is None or isinstance(value, bool):
        return {None: b"\xf6", True: b"\xf5", False: b"\xf4"}[value]
    if isinstance(value, int):
        return _head(0, value) if value >= 0 else _head(1, -1 - value)
    if isinstance(value, float):
        return b"\xfb" + struct.pack(">d", value)
    if isinstance(value, Cid):
        return _head(6, 42) + encode(b"\0" + value.raw)
    if isinstance(value, bytes):
        return _head(2, len(value)) + value
    if isinstance(value, str):
        content = value.encode()
        return _head(3, len(content)) + content
    if isinstance(value, list):
        return _head(4, len(value)) + b"".join(map(encode, value))
    keys = sorted(value, key=lambda key: (len(key.encode()), key.encode()))
    return _head(5, len(value)) + b"".join(encode(key) + encode(value[key]) for key in keys)


def _head(major: int, number: int) -> bytes:
    if number < 24:
        return bytes([major << 5 | number])
    for minor, size in ((24, 1), (25, 2), (26, 4), (27, 8)):
        if number < 1 << 8 * size:
            return bytes([major << 5 | minor]) + number.to_bytes(size, "big")
    raise ValueError(number)


def cid_of(block: bytes) -> Cid:
    """The address of a block."""
    return Cid(b"\x01\x71\x12\x20" + sha256(block).digest())


def car(blocks: list[bytes]) -> bytes:
    """A CAR file of these blocks; the first is the root."""
    heading = encode({"roots": [cid_of(blocks[0])], "version": 1})
    parts = [_length(len(heading)) + heading]
    for block in blocks:
        whole = cid_of(block).raw + block
        parts.append(_length(len(whole)) + whole)
    return b"".join(parts)


def _length(number: int) -> bytes:
    found = bytearray()
    while True:
        number, low = number >> 7, number & 127
        found.append(low | (128 if number else 0))
        if not number:
            return bytes(found)


def repository(did: str, records: dict[str, dict]) -> list[bytes]:
    """The blocks of a repository: the commit, one node of the tree, and the records by their path."""
    blocks = {path: encode(record) for path, record in sorted(records.items())}
    entries, before = [], b""
    for path, block in blocks.items():
        key = path.encode()
        shared = next(
            (n for n, (a, b) in enumerate(zip(before, key, strict=False)) if a != b),
            min(len(before), len(key)),
        )
        entries.append({"p": shared, "k": key[shared:], "v": cid_of(block), "t": None})
        before = key
    node = encode({"l": None, "e": entries})
    commit = encode(
        {"did": did, "version": 3, "data": cid_of(node), "rev": "3m", "prev": None, "sig": b"\1" * 64}
    )
    return [commit, node, *blocks.values()]
