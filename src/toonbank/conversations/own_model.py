"""The shop's own model of triage: learned from what its people corrected, kept beside the desk's data, never sent anywhere."""

import logging
import os
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import cast

from django.conf import settings

from toonbank.conversations.models import Message
from toonbank.language.linear import Linear, write
from toonbank.language.reading import Language
from toonbank.shops.models import Shop
from toonbank.triage import Kind
from toonbank.triage.learning import Correction, Own, learn
from toonbank.triage.weighing import Scale, scale

MOST_CORRECTIONS = 1_000
"""The newest count; what was said years ago teaches little."""

log = logging.getLogger(__name__)


def scale_of(shop: Shop) -> Scale:
    """What weighs the messages of this shop: its own model when it has one, else that of the package."""
    path = model_path(shop)
    try:
        changed = path.stat().st_mtime_ns
    except OSError:
        return scale()
    return _own(str(path), changed)


def model_path(shop: Shop) -> Path:
    """Where the model of this shop is kept."""
    return Path(settings.HOME) / "triage" / f"{shop.pk}.bin"


def learned_at(shop: Shop) -> datetime | None:
    """When the own model of this shop was made; None when it has none."""
    try:
        return datetime.fromtimestamp(model_path(shop).stat().st_mtime, UTC)
    except OSError:
        return None


def learn_own(shop: Shop) -> int:
    """Learn from the corrections of this shop's people, and use it from now on; how many there were.

    Without corrections there is no own model. Run it inside the shop's scope.
    """
    corrections = [
        Correction(text, cast(Kind, kind), cast(Language, language) if language in ("nl", "en") else None)
        for text, kind, language in Message.objects.filter(
            shop=shop, labelled_by__isnull=False, deleted_at=None
        )
        .exclude(text="")
        .order_by("-pk")
        .values_list("text", "label", "language")[:MOST_CORRECTIONS]
    ]
    path = model_path(shop)
    if not corrections:
        path.unlink(missing_ok=True)
        return 0
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path.with_suffix(f".{os.getpid()}.new")
    with os.fdopen(os.open(fresh, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "wb") as file:
        file.write(write(learn(corrections, scale())))
    fresh.replace(path)  # whoever reads meanwhile has the old one, whole
    log.info("own triage learned", extra={"shop": shop.pk, "corrections": len(corrections)})
    return len(corrections)


@lru_cache(maxsize=64)
def _own(path: str, changed: int) -> Scale:
    """Kept until the file changes. A file that cannot be read does not stop the counter."""
    try:
        return Own(scale(), Linear.read(Path(path).read_bytes()))
    except Exception:
        log.exception("own triage not read")
        return scale()
