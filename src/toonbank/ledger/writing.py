"""Adding a line to the ledger, inside the transaction of the deed that it records."""

import json
from datetime import datetime
from typing import Any

from django.db import transaction
from django_scopes import scope

from toonbank.core.errors import Overtaken
from toonbank.ledger.chain import START, line_hash
from toonbank.ledger.models import Entry, Head
from toonbank.shops.models import Shop

_TRIES = 20


def record(shop: Shop, kind: str, subject: str, payload: dict[str, Any], *, at: datetime) -> Entry:
    """Append one line and return it. `payload` must be JSON; `subject` names a row, such as "post:12".

    The head moves by a conditional update, so two writers never take the same number.
    """
    plain = _as_kept(json.loads(json.dumps(payload, allow_nan=False)))
    with scope(shop=shop), transaction.atomic():
        for _ in range(_TRIES):
            head, _made = Head.objects.get_or_create(shop=shop)
            number, previous = head.number + 1, head.hash if head.number else START
            digest = line_hash(
                shop=shop.slug,
                number=number,
                at=at,
                kind=kind,
                subject=subject,
                payload=plain,
                previous_hash=previous,
            )
            if Head.objects.filter(pk=head.pk, number=head.number).update(number=number, hash=digest):
                return Entry.objects.create(
                    shop=shop,
                    number=number,
                    at=at,
                    kind=kind,
                    subject=subject,
                    payload=plain,
                    previous_hash=previous,
                    hash=digest,
                )
    raise Overtaken("The ledger was too busy; nothing was written.")


def _as_kept(value: Any) -> Any:
    """The value as every database gives it back: PostgreSQL turns 1e16 into a whole number, so we do it first."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, list):
        return [_as_kept(one) for one in value]
    if isinstance(value, dict):
        return {name: _as_kept(one) for name, one in value.items()}
    return value
