"""Sources are read again when they are due: fetched first, read afterwards, never a network call inside a transaction."""

import logging
import os
import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django_scopes import scope, scopes_disabled

from toonbank.core.errors import Overtaken, SourceTrouble
from toonbank.evidence.importing import Listener, run_import
from toonbank.evidence.models import FactSource, ImportRun
from toonbank.evidence.signals import import_wanted
from toonbank.shops.models import Shop
from toonbank.sources.fetching import Edition, Fetched, fetch

log = logging.getLogger(__name__)

CLAIM_HOLDS_FOR = timedelta(minutes=10)
"""A process that died gives its source back after this; another one then goes on where it stopped."""


def refresh_due_sources(now: datetime) -> int:
    """Read every source of every shop that is due; returns how many. Safe to call from several processes at once."""
    with scopes_disabled():
        due = list(FactSource.objects.filter(due_at__lte=now).select_related("shop").order_by("due_at")[:20])
    return sum(1 for source in due if _claim(source, now) and _refresh_quietly(source, now))


def want_import(source: FactSource, *, now: datetime) -> None:
    """Have it read as soon as the clock can."""
    FactSource.objects.filter(pk=source.pk).update(due_at=now)
    transaction.on_commit(lambda: import_wanted.send(FactSource, source=source))


def refresh(source: FactSource, *, now: datetime, on_progress: Listener | None = None) -> ImportRun:
    """Fetch and read an address, or read the uploaded list. A run that could not begin is `stopped`."""
    with scope(shop=source.shop):
        try:
            if source.kind == FactSource.Kind.ADDRESS:
                return _refresh_address(source, now, on_progress)
            return _refresh_list(source, now, on_progress)
        except SourceTrouble as trouble:
            return _stopped(source, trouble.shown, now)
        except (FileNotFoundError, IsADirectoryError):
            return _stopped(source, LOST, now)
        finally:
            FactSource.objects.filter(pk=source.pk).update(due_at=_next(source, now))


def keep_list(shop: Shop, blocks: Iterable[bytes]) -> str:
    """Store an uploaded list where only we can read it; returns its path below `lists_folder()`."""
    name = f"{shop.slug}/{uuid.uuid4().hex}"
    path = lists_folder() / name
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
        file.writelines(blocks)
    return name


def lists_folder() -> Path:
    """Where uploaded and fetched lists lie until they are read."""
    folder = Path(settings.HOME) / "lists"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def copy_of(source: FactSource) -> Path:
    """The file as it was last fetched or uploaded; an uploaded list is gone once it was read."""
    if source.kind == FactSource.Kind.ADDRESS:
        return lists_folder() / source.shop.slug / f"source-{source.pk}"
    return lists_folder() / (source.file or "nothing")


def _claim(source: FactSource, now: datetime) -> bool:
    with scope(shop=source.shop):
        claimed = FactSource.objects.filter(pk=source.pk, due_at=source.due_at)
        return bool(claimed.update(due_at=now + CLAIM_HOLDS_FOR))


def _refresh_quietly(source: FactSource, now: datetime) -> bool:
    try:
        run = refresh(source, now=now)
    except Overtaken:
        return False
    except Exception:  # one source that cannot be read keeps no other one waiting
        log.exception("source not read", extra={"source": source.pk})
        return False
    log.info("source read", extra={"source": source.pk, "state": run.state, "rows": run.rows})
    return True


def _refresh_address(source: FactSource, now: datetime, on_progress: Listener | None) -> ImportRun:
    """A feed that did not change is read again from our copy: what it says holds now, and a sale may have begun since."""
    copy = copy_of(source)
    known = Edition(source.etag, source.last_modified) if copy.exists() else None
    copy.parent.mkdir(mode=0o700, exist_ok=True)
    answer = fetch(
        source.address, folder=copy.parent, known=known, allow_private=settings.ALLOW_PRIVATE_ADDRESSES
    )
    if not isinstance(answer, Fetched):
        return run_import(source, copy, now=now, on_progress=on_progress)
    try:
        run = run_import(source, answer.path, now=now, on_progress=on_progress)
    finally:
        answer.path.replace(copy)  # kept for a look at its columns when it could not be read
    is_done = run.state == ImportRun.State.DONE
    _remember_edition(source, answer.edition if is_done else Edition())
    return run


def _refresh_list(source: FactSource, now: datetime, on_progress: Listener | None) -> ImportRun:
    """A list is read once: next week it no longer says what the shop has."""
    path = copy_of(source)
    run = run_import(source, path, now=now, on_progress=on_progress)
    if run.state == ImportRun.State.DONE:
        path.unlink(missing_ok=True)
    return run


def _remember_edition(source: FactSource, edition: Edition) -> None:
    etag = edition.etag if len(edition.etag) <= 300 else ""
    FactSource.objects.filter(pk=source.pk).update(etag=etag, last_modified=edition.last_modified)


def _stopped(source: FactSource, why: dict[str, str], now: datetime) -> ImportRun:
    return ImportRun.objects.create(
        shop=source.shop,
        source=source,
        began_at=now,
        ended_at=now,
        state=ImportRun.State.STOPPED,
        trouble=why,
    )


def _next(source: FactSource, now: datetime) -> datetime | None:
    is_address = source.kind == FactSource.Kind.ADDRESS and source.every_minutes
    return now + timedelta(minutes=source.every_minutes) if is_address else None


LOST = {
    "nl": "Het bestand is er niet meer. Bied het opnieuw aan; wat eruit gelezen was, is bewaard.",
    "en": "The file is gone. Give it again; what was read from it is kept.",
}
