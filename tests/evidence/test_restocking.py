"""What the shop itself knows of what is to come; no feed takes it away."""

from datetime import date, timedelta

import pytest

from conftest import NOW
from toonbank.core.errors import BadInput, NotAllowed
from toonbank.etiquette import Draft, check
from toonbank.evidence.facts import facts_for
from toonbank.evidence.observing import observe
from toonbank.evidence.restocking import note_last_batch, note_order
from toonbank.ledger.models import Entry
from toonbank.sources.seen import SeenProduct

DAY = timedelta(days=1)
FOURTH = date(2026, 12, 4)


def see_again(shop, hats, at=NOW + DAY, **said):
    observe(shop, [SeenProduct(hats.ref, stock=40, **said)], seen_at=at, source="kassa")
    hats.refresh_from_db()


def test_an_order_is_kept_through_what_the_feed_sees(jas_shop, noor, hats):
    note_order(hats, noor, amount=50, on=FOURTH, now=NOW)
    see_again(jas_shop, hats)

    assert (hats.stock, hats.restock_amount, hats.restock_on) == (40, 50, FOURTH)
    assert Entry.objects.get(kind="order_noted").payload["amount"] == 50


def test_after_its_day_the_feed_knows_better(jas_shop, noor, hats):
    note_order(hats, noor, amount=50, on=FOURTH, now=NOW)
    see_again(jas_shop, hats, at=NOW + 30 * DAY)

    assert (hats.restock_amount, hats.restock_on) == (None, None)


def test_a_feed_that_names_a_day_is_believed(jas_shop, noor, hats):
    note_order(hats, noor, amount=50, on=FOURTH, now=NOW)
    see_again(jas_shop, hats, restock_on=date(2026, 12, 11))

    assert hats.restock_on == date(2026, 12, 11)


def test_what_does_not_come_back_may_be_called_the_last(jas_shop, noor, hats):
    note_last_batch(hats, noor, is_last=True, now=NOW)
    see_again(jas_shop, hats)
    facts = facts_for(jas_shop, "Muts Kleine Beer komt niet terug.", now=NOW + DAY)

    assert hats.is_last_batch
    assert facts.products[0].discontinued
    assert not [found.rule for found in check(Draft("Muts Kleine Beer komt niet terug."), facts).findings]


def test_what_is_ordered_comes_back(noor, hats):
    note_last_batch(hats, noor, is_last=True, now=NOW)
    note_order(hats, noor, amount=None, on=FOURTH, now=NOW)

    hats.refresh_from_db()
    assert (hats.is_last_batch, hats.restock_on) == (False, FOURTH)


@pytest.mark.parametrize(
    ("amount", "on"), [(50, None), (None, NOW.date() - DAY), (0, FOURTH)], ids=["no day", "past", "none"]
)
def test_an_order_without_sense_is_refused(noor, hats, amount, on):
    with pytest.raises(BadInput):
        note_order(hats, noor, amount=amount, on=on, now=NOW)


def test_who_may_not_keep_evidence_notes_no_order(jas_shop, hire, hats):
    samira = hire(jas_shop, "Samira", "webcare")

    with pytest.raises(NotAllowed):
        note_last_batch(hats, samira, is_last=True, now=NOW)


def test_noor_notes_it_on_the_page_and_takes_it_back(noor, hats, door_of):
    door = door_of(noor)
    address = f"/s/jas/evidence/products/{hats.pk}/"

    page = door.post(f"{address}order/", {"amount": "50", "on": "2099-12-04"}, follow=True).content.decode()
    assert "verwacht 4 december" in page
    assert door.post(f"{address}order/", {"amount": "50", "on": ""}).status_code == 400
    page = door.post(f"{address}order/", {"amount": "", "on": ""}, follow=True).content.decode()
    assert "verwacht 4 december" not in page
    page = door.post(f"{address}last/", {"is_last": "yes"}, follow=True).content.decode()
    assert "Het komt niet terug." in page
    page = door.post(f"{address}last/", {"is_last": "no"}, follow=True).content.decode()
    assert "Het komt niet terug." not in page
    ledger = door.get("/s/jas/ledger/").content.decode()
    assert "Noor noteerde dat Muts Kleine Beer niet terugkomt" in ledger
    assert "verwacht op 4 december 2099" in ledger
