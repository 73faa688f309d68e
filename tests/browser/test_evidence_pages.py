"""The evidence in a real browser: usable for all, found while typing, and a reading that tells how far it is."""

from datetime import timedelta

import pytest
from django.utils import timezone

from browser.looking import in_the_other_language
from evidence.lists import coats, stock_list
from toonbank.evidence.attesting import ReviewPlace, attest, keep_review_source, note_count, note_reviews
from toonbank.evidence.importing import run_import
from toonbank.evidence.models import FactSource, ImportRun, Product
from toonbank.evidence.observing import observe
from toonbank.evidence.promoting import Offer, make_promotion
from toonbank.evidence.refreshing import keep_list
from toonbank.relations.consenting import Who, Yes, give_consent, keep_contact, withdraw_consent
from toonbank.sources.seen import SeenProduct

DAY = timedelta(days=1)
WROTE = {"naam", "prijs", "aan de toonbank"}
"""Words of the shop's own, in its list and in a proof: they stay as they were written."""


@pytest.fixture
def books(jas_shop, noor, settings, tmp_path):
    """A shop with a past: the addresses of its pages, by name."""
    settings.HOME = tmp_path
    now = timezone.now()
    for days, stock, cents in (
        (95, 14, 2495),
        (60, 0, 2495),
        (55, 60, 2495),
        (20, 44, 2295),
        (12, 41, 2495),
        (0, 38, 2295),
    ):
        seen = SeenProduct("M-1", "Muts Kleine Beer", stock=stock, price_cents=cents, brand="IJsselwol")
        observe(jas_shop, [seen], seen_at=now - days * DAY, source="winkelfeed")
    some = [SeenProduct(f"J-{n}", f"Jas Nummer{n}", availability="in_stock") for n in range(40)]
    observe(jas_shop, some, seen_at=now, source="winkelfeed")
    hat = Product.objects.get(ref="M-1")
    attest(jas_shop, noor, claim="scarcity", product=hat, value=37, words="op de plank", now=now)
    autumn = make_promotion(
        jas_shop, noor, Offer("Herfst", now, now + DAY, 10, product_ids=(hat.pk,)), now=now
    )
    note_count(jas_shop, noor, what="orders", value=12_400, source="de kassa", now=now)
    note_reviews(
        keep_review_source(jas_shop, noor, ReviewPlace("Kiyoh"), now=now),
        noor,
        count=9,
        average=None,
        now=now,
    )
    rows = [*coats(3), ("J-9", "Jas", "veel", "1,00")]
    file = stock_list(tmp_path / "a.csv", rows)
    till = FactSource.objects.create(
        shop=jas_shop, name="kassa", kind="upload", file=keep_list(jas_shop, [file.read_bytes()])
    )
    run = run_import(till, file, now=now)
    mirjam = keep_contact(jas_shop, noor, Who("Mirjam", "@mirjam"), now=now)
    give_consent(mirjam, noor, Yes("aan de toonbank", name=True, kinds=("square",)), now=now)
    withdraw_consent(give_consent(mirjam, noor, Yes("per mail", photo=True), now=now), noor, now=now)
    e = "/s/jas/evidence/"
    return {
        "catalogue": e,
        "low": f"{e}?show=low",
        "product": f"{e}products/{hat.pk}/",
        "product without numbers": f"{e}products/{Product.objects.get(ref='J-30').pk}/",
        "promotions": f"{e}promotions/",
        "new promotion": f"{e}promotions/new/",
        "promotion": f"{e}promotions/{autumn.pk}/",
        "numbers": f"{e}numbers/",
        "counted": f"{e}counted/",
        "sources": f"{e}sources/",
        "new source": f"{e}sources/new/",
        "source": f"{e}sources/{till.pk}/",
        "columns": f"{e}sources/{till.pk}/columns/",
        "run": f"{e}runs/{run.pk}/",
        "people": "/s/jas/people/",
        "new consent": "/s/jas/people/new/",
        "person": f"/s/jas/people/{mirjam.pk}/",
    }


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("width", "light"), [(1280, "light"), (390, "dark"), (320, "light")])
def test_every_page_of_the_evidence_is_usable_for_all(books, noor, window_of, faults_of, width, light):
    page = window_of(noor, width=width)
    page.emulate_media(color_scheme=light)
    faults = {}
    for name, address in books.items():
        page.goto(address)
        page.eval_on_selector_all("details", "all => all.forEach(one => { one.open = true })")
        faults[name] = faults_of(page)
    assert {name: found for name, found in faults.items() if found} == {}


@pytest.mark.django_db(transaction=True)
def test_every_page_of_the_evidence_speaks_english_too(books, noor, window_of, faults_of):
    noor.person.language = "en"
    noor.person.save()
    page = window_of(noor, width=320)
    faults = {}
    for name, address in books.items():
        page.goto(address)
        page.eval_on_selector_all("details", "all => all.forEach(one => { one.open = true })")
        dutch = set(in_the_other_language(page, "en")) - WROTE
        faults[name] = faults_of(page) + sorted(dutch)
    assert {name: found for name, found in faults.items() if found} == {}


@pytest.mark.django_db(transaction=True)
def test_mistakes_on_a_form_are_usable_for_all(books, noor, browser, live_server, door_of, faults_of):
    # A window of our own: the browser itself notes every refused form as an error.
    context = browser.new_context(base_url=live_server.url, locale="nl-NL")
    cookie = door_of(noor).cookies["toonbank"].value
    context.add_cookies([{"name": "toonbank", "value": cookie, "url": live_server.url}])
    page = context.new_page()
    for name in ("new promotion", "new source", "new consent", "numbers"):
        page.goto(books[name])
        page.locator("main form button").last.click()
        page.locator(".problem, [role=alert]").first.wait_for()
        assert faults_of(page) == [], name
    context.close()


@pytest.mark.django_db(transaction=True)
def test_a_product_is_found_while_typing(books, noor, window_of):
    page = window_of(noor)
    page.goto(books["catalogue"])
    page.get_by_label("Naam, artikelnummer, merk of streepjescode").press_sequentially("kleine b")
    page.get_by_text("Jas Nummer0").wait_for(state="hidden")
    assert page.locator("#lines .who").all_inner_texts() == ["Muts Kleine Beer"]


@pytest.mark.django_db(transaction=True)
def test_a_reading_tells_how_far_it_is_until_it_is_done(books, jas_shop, noor, window_of):
    now = timezone.now()
    feed = FactSource.objects.create(
        shop=jas_shop, name="webwinkel", kind="address", address="https://jas.example/"
    )
    run = ImportRun.objects.create(
        shop=jas_shop, source=feed, began_at=now, beat_at=now, rows=500, bytes_read=5, bytes_total=10
    )
    page = window_of(noor)
    page.goto(f"/s/jas/evidence/sources/{feed.pk}/")
    assert page.get_by_label("Hoe ver het lezen is").get_attribute("value") == "5"
    ImportRun.objects.filter(pk=run.pk).update(state="done", rows=1000, ended_at=now)
    page.get_by_text("klaar").wait_for()
    assert page.locator("progress").count() == 0
