"""The ledger as JSON lines, which anybody can verify with `chain.line_hash`."""

import json
from collections.abc import Iterator

from django_scopes import scope

from toonbank.ledger.models import Entry
from toonbank.shops.models import Shop


def json_lines(shop: Shop) -> Iterator[str]:
    """One JSON object a line, in order, each ending in a newline."""
    with scope(shop=shop):
        for entry in Entry.objects.filter(shop=shop).order_by("number").iterator(chunk_size=2000):
            line = {
                "shop": shop.slug,
                "number": entry.number,
                "at": entry.at.isoformat(timespec="microseconds"),
                "kind": entry.kind,
                "subject": entry.subject,
                "payload": entry.payload,
                "previous_hash": entry.previous_hash,
                "hash": entry.hash,
            }
            yield json.dumps(line, ensure_ascii=False) + "\n"
