"""A Bluesky repository: the CAR file that the account's own server gives, or its records as JSON."""

import sqlite3
from collections.abc import Iterator
from contextlib import suppress

from toonbank.core.errors import SourceTrouble
from toonbank.sources.archives.car import BadCar, car_blocks
from toonbank.sources.archives.cbor import BadCbor, Cid, decode
from toonbank.sources.archives.jsonlines import json_lines
from toonbank.sources.archives.reading import (
    BREAKS_OFF,
    Found,
    Object,
    Reader,
    Source,
    dicts,
    each,
    inside,
    paths,
)
from toonbank.sources.archives.said import Said, Skipped, Unusable, moment_in
from toonbank.sources.archives.texts import text_of

NETWORK = "bluesky"
POST, REPOST = "app.bsky.feed.post", "app.bsky.feed.repost"
TOLD = (POST.encode(), REPOST.encode())
FILES = paths(
    r"[^/]+\.car", r"[^/]*(?:bluesky|bsky|records|repo)[^/]*\.jsonl", r"app\.bsky\.feed\.post/[^/]+\.json"
)


def read_record(record: Object, address: str) -> Said | None:
    """What a record says; None for a like, a follow, a profile. `address` is its at:// address, "" when not known."""
    kind = record.get("$type")
    if kind not in (POST, REPOST):
        return None
    at = moment_in(record.get("createdAt"))
    owner, number = _owner_and_number(address)
    url = f"https://bsky.app/profile/{owner}/post/{number}" if owner and number else ""
    if kind == REPOST:
        return Said(
            at, "", NETWORK, "repost", "", address, text_of(inside(record, "subject", "uri")), author=owner
        )
    to = text_of(inside(record, "reply", "parent", "uri"))
    is_own_thread = bool(owner) and to.startswith(f"at://{owner}/")
    text = text_of(record.get("text")).strip()
    return Said(
        at, text, NETWORK, "reply" if to and not is_own_thread else "post", url, address, to, author=owner
    )


def _owner_and_number(address: str) -> tuple[str, str]:
    parts = address.removeprefix("at://").split("/")
    return (parts[0], parts[-1]) if len(parts) == 3 else ("", "")


def _read(source: Source) -> Found:
    for name in source.names:
        if name.lower().endswith(".car") or _is_car(source, name):
            yield from _car(source, name)
        elif name.lower().endswith(".json"):
            yield from each(source, name, _listed, ("records",))
        else:
            yield from json_lines(source, name, _listed)


def _is_car(source: Source, name: str) -> bool:
    with source.box.open(name) as stream:
        return _looks_like_car(stream.read(64))


def _looks_like_car(head: bytes) -> bool:
    return b"eroots" in head and b"gversion" in head


def _listed(item: Object) -> Said | None:
    """A record by itself, or as `listRecords` gives it, with its address."""
    value = item.get("value")
    if isinstance(value, dict):
        return read_record(value, text_of(item.get("uri")))
    return read_record(item, text_of(item.get("uri")))


def _car(source: Source, name: str) -> Found:
    """Twice through the file: once for the names of the records, which stand in the tree, once for the records.

    Of a file that breaks off all whole blocks are read, and its end is told.
    """
    number = 0
    try:
        with _Names() as names:
            with suppress(BadCar):
                for cid, block in _blocks(source, name):
                    names.learn(cid, block)
            for number, (cid, block) in enumerate(_blocks(source, name), start=1):
                if any(one in block for one in TOLD):
                    yield from _record(block, names.address(cid), f"{name}, block {number}")
    except BadCar as trouble:
        if not trouble.count:
            raise SourceTrouble(
                f"{name} is no CAR file that we can read: {trouble}. Download the repository again.",
                nl=f"{name} is geen CAR-bestand dat wij kunnen lezen. Download de repository opnieuw.",
            ) from trouble
        yield Skipped(f"{name}, block {number + 1}", BREAKS_OFF)


def _blocks(source: Source, name: str) -> Iterator[tuple[Cid, bytes]]:
    with source.box.open(name) as stream:
        yield from car_blocks(stream)


def _record(block: bytes, address: str, place: str) -> Found:
    try:
        record = decode(block)
        said = read_record(record, address) if isinstance(record, dict) else None
    except BadCbor:
        yield Skipped(place, {"nl": "dit blok is onleesbaar", "en": "this block cannot be read"})
    except Unusable as trouble:
        yield Skipped(place, trouble.words)
    else:
        if said is not None:
            yield said


class _Names:
    """Which record has which name, on disk while we need it: a repository may have a million."""

    def __init__(self) -> None:
        self._rows = sqlite3.connect("", isolation_level=None)
        self._rows.execute("CREATE TABLE names (cid BLOB PRIMARY KEY, path TEXT) WITHOUT ROWID")
        self._rows.execute("BEGIN")
        self._owner = ""

    def __enter__(self) -> "_Names":
        return self

    def __exit__(self, *trouble: object) -> None:
        self._rows.close()

    def learn(self, cid: Cid, block: bytes) -> None:
        """Takes the names out of a node of the tree, and the owner out of the commit."""
        if any(one in block[:2000] for one in TOLD) and b"$type" in block:
            return  # a record
        try:
            content = decode(block)
        except BadCbor:
            return
        if not isinstance(content, dict):
            return
        if "e" in content and "l" in content:
            self._rows.executemany("INSERT OR IGNORE INTO names VALUES (?, ?)", _entries(content))
        elif "did" in content and "sig" in content:
            self._owner = text_of(content["did"])

    def address(self, cid: Cid) -> str:
        """The at:// address of the record, "" when no node names it."""
        row = self._rows.execute("SELECT path FROM names WHERE cid = ?", (cid.raw,)).fetchone()
        return f"at://{self._owner}/{row[0]}" if row and self._owner else ""


def _entries(node: Object) -> Iterator[tuple[bytes, str]]:
    """The names of posts and reposts in one node: each shares its beginning with the one before."""
    path = b""
    for entry in dicts(node.get("e")):
        shared, rest, value = entry.get("p"), entry.get("k"), entry.get("v")
        if not isinstance(shared, int) or not isinstance(rest, bytes) or not isinstance(value, Cid):
            return
        path = path[:shared] + rest
        if path.startswith(TOLD):
            yield value.raw, path.decode("ascii", "replace")


def _knows(name: str, head: bytes) -> bool:
    return _looks_like_car(head) or POST.encode() in head


READER = Reader(NETWORK, FILES, _knows, _read)
