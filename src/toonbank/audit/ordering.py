"""All that was said in the order of time, however many: sorted in pieces on disk, and merged."""

import heapq
import json
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import IO

from toonbank.sources.archives import Said

PIECE = 20_000  # held in memory at once
BATCH = 100  # read from each piece at once


class Ordered:
    """Takes things in any order and gives them back by time. What is there twice comes once. Close it when done."""

    def __init__(self) -> None:
        self._held: list[Said] = []
        self._file: IO[bytes] | None = None
        self._begins: list[tuple[int, int]] = []
        self.count = 0

    def add(self, said: Said) -> None:
        """One more."""
        self._held.append(said)
        self.count += 1
        if len(self._held) >= PIECE:
            self._put_away()

    def _put_away(self) -> None:
        if self._file is None:
            self._file = tempfile.TemporaryFile()  # noqa: SIM115 - see close
        self._held.sort()
        begin = self._file.tell()
        for first in range(0, len(self._held), BATCH):
            rows = [(one.at.timestamp(), *one[1:]) for one in self._held[first : first + BATCH]]
            self._file.write(json.dumps(rows, ensure_ascii=True).encode("ascii") + b"\n")
        self._begins.append((begin, self._file.tell()))
        self._held = []

    def __iter__(self) -> Iterator[Said]:
        if self._file is None:
            self._held.sort()
            yield from _once(iter(self._held))
            return
        if self._held:
            self._put_away()
        pieces = [_piece(self._file, begin, end) for begin, end in self._begins]
        yield from _once(heapq.merge(*pieces))

    def close(self) -> None:
        """Lets go of the disk."""
        if self._file is not None:
            self._file.close()


def _piece(file: IO[bytes], begin: int, end: int) -> Iterator[Said]:
    while begin < end:
        file.seek(begin)
        line = file.readline()
        begin = file.tell()
        for moment, *rest in json.loads(line):
            yield Said(datetime.fromtimestamp(moment, UTC), *rest)


def _once(ordered: Iterator[Said]) -> Iterator[Said]:
    """Exports overlap: the same post may stand in two parts of one."""
    before: Said | None = None
    for said in ordered:
        if said != before:
            yield said
        before = said
