"""What is no longer in a source that names all it sells is taken off sale, unless that would be too much to believe."""

from datetime import datetime
from itertools import islice

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from toonbank.core.errors import BadInput, NotAllowed
from toonbank.evidence.models import Availability, ImportRun, Product, ProductSet, StockSeen
from toonbank.ledger.writing import record
from toonbank.shops.models import Member

BELIEVABLE_PART = 0.3
BATCH = 1000


def take_off_sale(run: ImportRun) -> None:
    """Mark what vanished, or leave a question on the run when more than 30 % of what the source sold is gone."""
    missing = _missing(run)
    count, known = missing.count(), _of_source(run).count()
    if not count:
        return
    if count > BELIEVABLE_PART * known or run.skipped > run.skipped_rows.count():
        ImportRun.objects.filter(pk=run.pk).update(trouble=_question(count, known))
        return
    _mark(run, missing)


def confirm_vanished(run: ImportRun, member: Member, *, now: datetime) -> ImportRun:
    """A person says that the list was whole: what is not in it is taken off sale after all. The ledger keeps who said so."""
    if not member.may("keep_evidence"):
        raise NotAllowed(_("This member may not change what the shop sells."))
    if run.trouble.get("asks") != "vanished":
        raise BadInput(_("This reading asks nothing."))
    with transaction.atomic():
        count = _mark(run, _missing(run))
        ImportRun.objects.filter(pk=run.pk).update(trouble={})
        record(
            run.shop,
            "taken_off_sale",
            f"source:{run.source_id}",
            {"run": run.pk, "products": count, "by": member.pk},
            at=now,
        )
    run.refresh_from_db()
    return run


def _of_source(run: ImportRun) -> ProductSet:
    """What this source told us of last; what another one also sells is that one's matter."""
    name = run.source.name
    mine = Q(stock_source=name) | Q(price_source=name)
    return Product.objects.filter(mine, is_discontinued=False)


def _missing(run: ImportRun) -> ProductSet:
    """A row that could not be read still says that the product is sold."""
    unreadable = run.skipped_rows.exclude(ref="").values("ref")
    return _of_source(run).filter(last_seen_at__lt=run.began_at).exclude(ref__in=unreadable)


def _mark(run: ImportRun, missing: ProductSet) -> int:
    """All of it; returns how many. Who had a count is counted as none."""
    gone = iter(list(missing.order_by("pk").values_list("pk", "stock", "availability")))
    count = 0
    while some := list(islice(gone, BATCH)):
        count += len(some)
        _mark_some(run, some)
    ImportRun.objects.filter(pk=run.pk).update(vanished=count)
    return count


def _mark_some(run: ImportRun, some: list[tuple[int, int | None, str]]) -> None:
    at, out = run.began_at, Availability.OUT_OF_STOCK
    counted = [pk for pk, stock, *_rest in some if stock is not None]
    products = Product.objects.filter(pk__in=[pk for pk, *_rest in some])
    products.update(
        is_discontinued=True, availability=out, stock_seen_at=at, stock_source=run.source.name, changed_at=at
    )
    Product.objects.filter(pk__in=counted).update(stock=0)
    StockSeen.objects.bulk_create(
        [
            StockSeen(
                shop_id=run.shop_id,
                product_id=pk,
                amount=None if stock is None else 0,
                availability=out,
                seen_at=at,
                last_seen_at=at,
                source=run.source.name,
            )
            for pk, stock, availability in some
            if (stock or 0) > 0 or availability != out
        ],
        ignore_conflicts=True,
    )


def _question(count: int, known: int) -> dict[str, object]:
    return {
        "asks": "vanished",
        "count": count,
        "nl": f"{count} van de {known} producten staan niet meer in deze lijst. Dat is zoveel dat er niets uit de "
        "verkoop is gehaald. Was de lijst wel volledig?",
        "en": f"{count} of the {known} products are no longer in this list. That is so many that nothing was taken "
        "off sale. Was the list complete?",
    }
