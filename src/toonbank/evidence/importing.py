"""Reading a feed or list into the catalogue, a batch at a time, so that whatever breaks off goes on where it was."""

import hashlib
import json
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path

from django.db import transaction
from django.db.models import QuerySet
from django_scopes import scope

from toonbank.core.errors import Overtaken, SourceTrouble
from toonbank.evidence.models import FactSource, ImportRun, SkippedRow
from toonbank.evidence.observing import observe
from toonbank.evidence.vanishing import take_off_sale
from toonbank.shops.statistics import renew_statistics
from toonbank.sources.mapping import Mapping
from toonbank.sources.opening import Opened, open_source
from toonbank.sources.seen import BadRow, Row

BATCH = 1000
MOST_SKIPPED_KEPT = 1000
MAY_GO_ON_FOR = timedelta(hours=24)
"""A run that broke off longer ago begins anew: what it had read is no longer what the shop has."""


@dataclass(frozen=True)
class Progress:
    """How far a run is; `bytes_total` is 0 when the file does not tell."""

    bytes_read: int
    bytes_total: int
    rows: int
    skipped: int


Listener = Callable[[Progress], None]


def run_import(
    source: FactSource, file: Path, *, now: datetime, on_progress: Listener | None = None
) -> ImportRun:
    """Read `file` as the newest edition of `source`, and return the run that tells how it went.

    A run of the same file that broke off within a day goes on where it was. A file that cannot be read gives a run
    that is `stopped` with its trouble in both languages. Overtaken when another process reads the same file now.
    """
    with scope(shop=source.shop):
        run = _take_up(source, _fingerprint(file, source.mapping), now)
        reader = _Reader(run, on_progress or (lambda progress: None), now)
        try:
            with open_source(file, mapping_of(source), zone=source.shop.clock) as opened:
                reader.read(opened)
                _remember_columns(source, opened)
        except SourceTrouble as trouble:
            return reader.stop(trouble.shown)
        except Overtaken:
            raise
        except BaseException:
            reader.stop(INTERRUPTED)
            raise
        return reader.finish()


def mapping_of(source: FactSource) -> Mapping | None:
    """Which column is what, as a person pointed it out or an earlier reading guessed it."""
    return Mapping.from_json(json.dumps(source.mapping)) if source.mapping else None


def _take_up(source: FactSource, fingerprint: str, now: datetime) -> ImportRun:
    broken_off = source.runs.exclude(state=ImportRun.State.DONE)
    begun = broken_off.filter(fingerprint=fingerprint, began_at__gt=now - MAY_GO_ON_FOR).first()
    if begun is not None:
        broken_off.filter(pk=begun.pk).update(state=ImportRun.State.RUNNING, trouble={}, beat_at=now)
        begun.refresh_from_db()
        return begun
    broken_off.filter(state=ImportRun.State.RUNNING).update(
        state=ImportRun.State.STOPPED, ended_at=now, trouble=INTERRUPTED
    )
    return ImportRun.objects.create(
        shop=source.shop, source=source, began_at=now, beat_at=now, fingerprint=fingerprint
    )


class _Reader:
    """One reading. What a batch brings and how far it came are written together or not at all."""

    def __init__(self, run: ImportRun, tell: Listener, now: datetime) -> None:
        self._source = run.source
        self._run = run
        self._tell = tell
        self._began = now, time.monotonic()

    def read(self, opened: Opened) -> None:
        for items in _in_batches(opened.rows(after_count=self._run.position), BATCH):
            with transaction.atomic():
                self._keep(items)
                self._move_on(len(items), opened)
            run = self._run
            self._tell(Progress(run.bytes_read, run.bytes_total, run.rows, run.skipped))

    def _keep(self, items: list[Row | BadRow]) -> None:
        run, shop = self._run, self._source.shop
        rows = [item.product for item in items if isinstance(item, Row)]
        bad = [item for item in items if isinstance(item, BadRow)]
        counted = observe(shop, rows, seen_at=run.began_at, source=self._source.name)
        SkippedRow.objects.bulk_create(
            SkippedRow(shop=shop, run=run, line=row.line, ref=row.ref[:200], reason=row.reason)
            for row in bad[: max(0, MOST_SKIPPED_KEPT - run.skipped)]
        )
        run.rows += len(rows)
        run.added += counted.new
        run.changed += counted.changed
        run.skipped += len(bad)

    def _move_on(self, count: int, opened: Opened) -> None:
        """Only one process moves a run on: who finds it elsewhere than it left it, stops."""
        run, was_at = self._run, self._run.position
        run.position += count
        run.bytes_read, run.bytes_total = opened.position, opened.total or 0
        moved = (
            self._still_running()
            .filter(position=was_at)
            .update(
                position=run.position,
                bytes_read=run.bytes_read,
                bytes_total=run.bytes_total,
                rows=run.rows,
                added=run.added,
                changed=run.changed,
                skipped=run.skipped,
                beat_at=self._now(),
            )
        )
        if not moved:
            raise Overtaken(f"another process goes on with run {run.pk}")

    def stop(self, why: dict[str, str]) -> ImportRun:
        self._still_running().update(state=ImportRun.State.STOPPED, ended_at=self._now(), trouble=why)
        self._run.refresh_from_db()
        return self._run

    def finish(self) -> ImportRun:
        with transaction.atomic():
            if self._source.is_complete:
                take_off_sale(self._run)
            now = self._now()
            self._still_running().update(state=ImportRun.State.DONE, ended_at=now, beat_at=now)
        renew_statistics()
        self._run.refresh_from_db()
        return self._run

    def _still_running(self) -> QuerySet[ImportRun]:
        return ImportRun.objects.filter(pk=self._run.pk, state=ImportRun.State.RUNNING)

    def _now(self) -> datetime:
        """The caller's clock, run on."""
        now, then = self._began
        return now + timedelta(seconds=time.monotonic() - then)


def _in_batches(items: Iterable[Row | BadRow], size: int) -> Iterator[list[Row | BadRow]]:
    """What came before a trouble is handed on before the trouble itself."""
    waiting = iter(items)
    while True:
        batch: list[Row | BadRow] = []
        try:
            batch.extend(islice(waiting, size))
        except SourceTrouble:
            if batch:
                yield batch
            raise
        if not batch:
            return
        yield batch


def _remember_columns(source: FactSource, opened: Opened) -> None:
    mapping = opened.mapping
    if mapping is not None and not source.mapping:
        source.mapping = json.loads(mapping.to_json())
        FactSource.objects.filter(pk=source.pk).update(mapping=source.mapping)


def _fingerprint(file: Path, mapping: dict[str, object]) -> str:
    """Of the file and of how its columns are read: another meaning of the columns is another reading."""
    with file.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256")
    digest.update(json.dumps(mapping, sort_keys=True).encode())
    return digest.hexdigest()


INTERRUPTED = {
    "nl": "Het lezen is onderbroken. Wat gelezen was is bewaard; opnieuw beginnen gaat verder waar het bleef.",
    "en": "The reading was interrupted. What was read is kept; starting again goes on where it stopped.",
}
