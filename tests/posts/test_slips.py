"""Evidence on the screen: what one source saw at one moment stands together, in the reader's language."""

from datetime import date

import pytest
from django.utils import timezone
from django.utils.translation import override

from conftest import NOW
from posts.conftest import FALSE
from toonbank.etiquette import ClaimState, Evidence, Facts
from toonbank.evidence.models import Product
from toonbank.posts.slips import Known, claim_in_words, slips_of


@pytest.mark.parametrize(
    ("dutch", "label", "value"),
    [
        ("41 in voorraad", "in voorraad", "41"),
        ("50 in bestelling, 4 december", "in bestelling", "50, 4 december"),
        ("in bestelling, 4 december", "in bestelling", "4 december"),
        ("zelf geteld: 0", "zelf geteld", "0"),
        ("laagste prijs in 30 dagen: 129, sinds 2 november", "laagste prijs in 30 dagen", "129, sinds 2 november"),
        ("op voorraad, hoeveel staat er niet bij", "bekend", "op voorraad, hoeveel staat er niet bij"),
        ("24,95 euro", "bekend", "24,95 euro"),
    ],
)  # fmt: skip
def test_a_fact_is_shown_with_its_name(dutch, label, value):
    with override("nl"):
        assert Known.of({"nl": dutch, "en": "x"}) == Known(label, value)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("3", "3"),
        ("1250", "1.250"),
        ("19.95", "19,95"),
        ("10 %", "10 %"),
        ("2026-11-22T23:59:59+01:00", "‘tot zondag’"),
        (None, "‘tot zondag’"),
    ],
)
def test_a_claim_is_shown_as_people_write_it(value, shown):
    with override("nl"):
        assert claim_in_words(value, "tot zondag") == shown


def test_two_facts_of_one_source_and_moment_are_one_slip():
    stock, order = (
        Evidence(ClaimState.CONTRADICTED, {"en": shown}, "catalogue", NOW)
        for shown in ("41 in stock", "50 on order, 4 December")
    )
    price = Evidence(ClaimState.CONTRADICTED, {"en": "24.95 euro"}, "till", NOW)

    with override("en"):
        slips = slips_of([stock, order, price, stock], Facts())

    assert [[known.label for known in slip.facts] for slip in slips] == [["in stock", "on order"], ["known"]]
    assert slips[0].seen.source == "catalogue"


def test_the_card_says_everything_once_and_in_dutch(write, hats, bas, door_of):
    on_order = {"restock_on": date(2026, 12, 4), "restock_amount": 50}
    Product.objects.filter(pk=hats.pk).update(stock_seen_at=timezone.now(), **on_order)

    post = write(bas, f"{FALSE} Voor 24,95.", plan_at=None)
    page = door_of(bas).get(f"/s/jas/posts/{post.pk}/edit/").content.decode()

    assert page.count("Er liggen er meer</h3>") == 1
    assert page.count("Er liggen er meer") == 2, "once more as the link to its house rule"
    assert page.count("Hele geschiedenis") == 1
    assert "<dt>in voorraad</dt>" in page
    assert "<dt>in bestelling</dt><dd>50, 4 december</dd>" in page
    assert "till" not in page.partition("Dit klopt")[2].partition("</dl>")[0]
