"""Does the chain still close? Reads every line once, in constant memory."""

from dataclasses import dataclass

from django_scopes import scope

from toonbank.ledger.chain import START, line_hash
from toonbank.ledger.models import Entry, Head
from toonbank.shops.models import Shop


@dataclass(frozen=True)
class Verdict:
    """How many lines were read, and the first one that is wrong (None when all close).

    `trouble` is "missing", "changed", "unlinked" or "cut off", "" when there is none.
    """

    lines: int
    broken_at: int | None = None
    trouble: str = ""

    @property
    def closes(self) -> bool:
        """Whether nothing was changed, left out or taken away."""
        return self.broken_at is None


def verify(shop: Shop) -> Verdict:
    """Walk the shop's ledger from its first line and stop at the first that is broken."""
    with scope(shop=shop):
        head = Head.objects.filter(shop=shop).first()
        lines, previous = 0, START
        for entry in Entry.objects.filter(shop=shop).order_by("number").iterator(chunk_size=2000):
            trouble = _trouble(entry, shop, expected=lines + 1, previous=previous)
            if trouble:
                return Verdict(lines, lines + 1, trouble)
            lines, previous = lines + 1, entry.hash
    if (head.number if head else 0) != lines or (head is not None and lines and head.hash != previous):
        return Verdict(lines, lines + 1, "cut off")
    return Verdict(lines)


def _trouble(entry: Entry, shop: Shop, *, expected: int, previous: str) -> str:
    if entry.number != expected:
        return "missing"
    if entry.previous_hash != previous:
        return "unlinked"
    digest = line_hash(
        shop=shop.slug,
        number=entry.number,
        at=entry.at,
        kind=entry.kind,
        subject=entry.subject,
        payload=entry.payload,
        previous_hash=entry.previous_hash,
    )
    return "" if digest == entry.hash else "changed"
