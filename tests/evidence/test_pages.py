"""The pages of the evidence, in a browser without JavaScript."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from conftest import NOW
from evidence.lists import HEAD, coats, stock_list, till
from toonbank.evidence.attesting import attest
from toonbank.evidence.importing import run_import
from toonbank.evidence.models import Attestation, FactSource, ImportRun, Product, ProductName, Promotion
from toonbank.evidence.observing import observe
from toonbank.evidence.promoting import Offer, make_promotion
from toonbank.sources.seen import SeenProduct

DAY = timedelta(days=1)
E = "/s/jas/evidence/"


@pytest.fixture
def door(noor, door_of):
    return door_of(noor)


@pytest.fixture
def home(settings, tmp_path):
    settings.HOME = tmp_path
    return tmp_path


def fill(shop, count, *, at=None, stock=3):
    seen = [
        SeenProduct(f"J-{n:04}", f"Jas Nummer{n:04}", stock=stock, price_cents=12900) for n in range(count)
    ]
    observe(shop, seen, seen_at=at or timezone.now(), source="kassa")


def page(door, path=""):
    answer = door.get(E + path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def titles(html):
    return re.findall(r'who"><a href="[^"]+">([^<]+)', html)


def link(html, words):
    found = re.search(rf'href="(\?[^"]*)">{words}<', html)
    return found and found[1].replace("&amp;", "&")


def test_an_empty_catalogue_says_what_to_do(door):
    assert f'href="{E}sources/new/"' in page(door)


def test_the_catalogue_is_read_page_by_page_and_from_its_end(jas_shop, door):
    fill(jas_shop, 75)
    first = page(door)
    assert len(titles(first)) == 30
    second = page(door, link(first, "Volgende"))
    third = page(door, link(second, "Volgende"))
    seen = titles(first) + titles(second) + titles(third)
    assert seen == [f"Jas Nummer{n:04}" for n in range(75)]
    assert link(third, "Volgende") is None
    assert titles(page(door, link(third, "Vorige"))) == titles(second)
    end = page(door, link(first, "Naar het einde"))
    assert titles(end) == titles(page(door, "?at=end")) == seen[-30:]
    assert titles(page(door, link(end, "Vorige"))) == seen[-60:-30]


def test_a_product_is_found_by_any_of_its_words(jas_shop, door):
    fill(jas_shop, 3)
    observe(
        jas_shop,
        [SeenProduct("M-9", "Muts Crème", brand="IJsselwol")],
        seen_at=timezone.now(),
        source="kassa",
    )
    for words in ("creme", "MUTS", "m-9", "ijssel muts"):
        assert titles(page(door, f"?words={words}")) == ["Muts Crème"]
    assert "Geen product" in page(door, "?words=handschoen")


def test_while_typing_only_the_lines_come_back(jas_shop, door):
    fill(jas_shop, 2)
    part = door.get(E + "?words=jas", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert len(titles(part)) == 2


def test_the_catalogue_is_sifted(jas_shop, door):
    now = timezone.now()
    fill(jas_shop, 2, at=now - 10 * DAY, stock=40)
    observe(jas_shop, [SeenProduct("L", "Laatste", stock=2)], seen_at=now, source="kassa")
    assert titles(page(door, "?show=low")) == ["Laatste"]
    assert titles(page(door, "?show=changed")) == ["Laatste"]
    assert len(titles(page(door, "?show=unseen"))) == 2


@pytest.mark.parametrize(
    "path", ["?after=x", "?after=99999999999999999999", "?before=7", "?show=weg", "?at=end"]
)
def test_odd_addresses_show_the_catalogue(jas_shop, door, path):
    fill(jas_shop, 2)
    assert len(titles(page(door, path))) == 2


def test_the_product_page_says_what_is_known_since_when_and_by_whom(jas_shop, door):
    now = timezone.now()
    for days, stock, cents in ((80, 14, 2495), (50, 0, 2495), (47, 60, 2495), (20, 44, 2295), (10, 41, 2495)):
        observe(
            jas_shop, [SeenProduct("M", "Muts Kleine Beer", stock=stock, price_cents=cents)],
            seen_at=now - days * DAY, source="winkelfeed",
        )  # fmt: skip
    html = page(door, f"products/{Product.objects.get().pk}/")
    assert "winkelfeed" in html
    assert "Een keer aangevuld; 3 dagen uitverkocht." in html
    assert "‘was’-prijs mag nu hoogstens 22,95 zijn" in html
    assert 'role="img" aria-label="Voorraad van ' in html
    assert re.findall(r'<td class="number">(\d+)</td>', html) == ["41", "44", "60", "0", "14"]


def test_a_feed_without_numbers_is_said_to_prove_no_number(jas_shop, door):
    observe(
        jas_shop, [SeenProduct("M", "Muts", availability="in_stock")], seen_at=timezone.now(), source="feed"
    )
    html = page(door, f"products/{Product.objects.get().pk}/")
    assert "nooit hoeveel" in html


def test_noor_counts_by_hand(door, noor, hats):
    address = f"{E}products/{hats.pk}/"
    assert "Bas" not in page(door, f"products/{hats.pk}/")
    assert door.post(address + "count/", {"value": "7", "words": ""}).status_code == 302
    counted = Attestation.objects.get()
    assert (counted.value, counted.member) == (7, noor)
    assert 'big">7<' in page(door, f"products/{hats.pk}/")
    assert "Muts Kleine Beer" in page(door, "counted/")


def test_a_count_that_is_none_keeps_what_was_typed(door, hats):
    answer = door.post(f"{E}products/{hats.pk}/count/", {"value": "zeven", "words": "op de plank"})
    assert answer.status_code == 400
    assert "op de plank" in answer.content.decode()
    assert not Attestation.objects.exists()


def test_a_name_is_given_and_taken_away(door, hats):
    door.post(f"{E}products/{hats.pk}/names/", {"words": "Berenmuts"})
    name = ProductName.objects.get(key="berenmut")
    assert name.is_given
    door.post(f"{E}names/{name.pk}/remove/")
    assert not ProductName.objects.filter(key="berenmut").exists()
    assert door.post(f"{E}products/{hats.pk}/names/", {"words": "!"}).status_code == 400


def test_a_promotion_is_kept_put_off_and_withdrawn(door, hats):
    starts = timezone.localtime().replace(microsecond=0) + DAY
    said = {
        "name": "Herfst",
        "percent": "10",
        "starts_at": f"{starts:%Y-%m-%dT%H:%M}",
        "conditions": "",
        "search": "M-001",
    }
    bad = door.post(E + "promotions/new/", said | {"ends_at": f"{starts - DAY:%Y-%m-%dT%H:%M}"})
    assert bad.status_code == 400
    assert 'value="Herfst"' in bad.content.decode()
    unknown = door.post(E + "promotions/new/", said | {"ends_at": "", "search": "M-001, X-1"})
    assert "X-1" in unknown.content.decode()
    door.post(E + "promotions/new/", said | {"ends_at": f"{starts + 2 * DAY:%Y-%m-%dT%H:%M}"})
    autumn = Promotion.objects.get()
    assert [product.ref for product in autumn.products.all()] == ["M-001"]
    address = f"promotions/{autumn.pk}/"
    assert "Herfst" in page(door, address)
    assert "Herfst" in page(door, "promotions/")
    assert door.post(E + address + "extend/", {"ends_at": f"{starts:%Y-%m-%dT%H:%M}"}).status_code == 400
    assert (
        door.post(E + address + "extend/", {"ends_at": f"{starts + 4 * DAY:%Y-%m-%dT%H:%M}"}).status_code
        == 302
    )
    assert "een keer verlengd" in page(door, address)
    door.post(E + address + "withdraw/")
    assert "ingetrokken" in page(door, address)


def test_numbers_of_customers_and_reviews_are_noted(door):
    assert "kan een bericht" in page(door, "numbers/")
    door.post(E + "numbers/customers/", {"what": "orders", "value": "12400", "source": "de kassa"})
    reviews = {
        "name": "Kiyoh",
        "count": "214",
        "average": "9,1",
        "scale": "10",
        "address": "",
        "how_checked": "",
    }
    assert door.post(E + "numbers/reviews/", reviews).status_code == 302
    html = page(door, "numbers/")
    assert "de kassa, Noor" in html
    assert "niet gecontroleerd" in html
    assert door.post(E + "numbers/reviews/", reviews | {"average": "11"}).status_code == 400


def test_a_list_is_uploaded_its_columns_pointed_out_and_read(home, door):
    file = SimpleUploadedFile("kassa.csv", (HEAD + "J-1;Jas Wad;3;129,00\nJ-2;Jas Mos;veel;9,00\n").encode())
    answer = door.post(E + "sources/new/", {"name": "kassa", "address": "", "file": file})
    kassa = FactSource.objects.get()
    assert answer["Location"] == f"{E}sources/{kassa.pk}/columns/"
    html = page(door, f"sources/{kassa.pk}/columns/")
    assert "Jas Wad" in html
    assert '<option value="voorraad" selected>' in html
    columns = {"ref": "artikelnummer", "title": "naam", "stock": "voorraad", "price": "prijs"}
    assert door.post(f"{E}sources/{kassa.pk}/columns/", columns | {"ref": ""}).status_code == 400
    assert door.post(f"{E}sources/{kassa.pk}/columns/", columns).status_code == 302
    assert Product.objects.get().price_cents == 12900
    run = ImportRun.objects.get()
    assert (run.state, run.skipped) == ("done", 1)
    html = page(door, f"runs/{run.pk}/")
    assert "J-2" in html
    assert ">3</td>" in html
    assert "1 rij overgeslagen" in page(door, "sources/")
    newer = SimpleUploadedFile("kassa.csv", (HEAD + "J-1;Jas Wad;2;129,00\n").encode())
    door.post(f"{E}sources/{kassa.pk}/list/", {"file": newer})
    assert Product.objects.get().stock == 2


def test_what_is_no_list_is_named(home, door):
    file = SimpleUploadedFile("feed.xml", b"<!doctype html><title>Inloggen</title>")
    answer = door.post(E + "sources/new/", {"name": "feed", "address": "", "file": file}, follow=True)
    assert "webpagina" in answer.content.decode()


@pytest.mark.parametrize(
    "said",
    [
        {"address": ""},
        {"address": "ftp://jas.example/feed"},
        {"address": "https://jas.example/feed", "name": ""},
    ],
)
def test_a_source_is_an_address_or_a_file(door, said):
    answer = door.post(E + "sources/new/", {"name": "feed"} | said)
    assert answer.status_code == 400
    assert not FactSource.objects.exists()


def test_a_file_that_is_no_list_by_its_size_is_refused(home, door, monkeypatch):
    monkeypatch.setattr("toonbank.evidence.forms.BIGGEST_LIST", 10)
    file = SimpleUploadedFile("kassa.csv", HEAD.encode())
    answer = door.post(E + "sources/new/", {"name": "kassa", "address": "", "file": file})
    assert answer.status_code == 400
    assert "groter dan 500 MB" in answer.content.decode()


def test_a_name_is_used_for_one_source(jas_shop, door):
    till(jas_shop)
    answer = door.post(E + "sources/new/", {"name": "kassa", "address": "https://jas.example/feed"})
    assert answer.status_code == 400


def test_an_address_waits_for_the_clock_and_tells_so(home, door):
    door.post(E + "sources/new/", {"name": "webwinkel", "address": "https://jas.example/feed.xml"})
    source = FactSource.objects.get()
    html = page(door, f"sources/{source.pk}/")
    assert 'hx-trigger="every 2s"' in html
    assert "https://jas.example/feed.xml" not in html  # an address may hold a key
    ImportRun.objects.create(
        shop=source.shop,
        source=source,
        began_at=timezone.now(),
        beat_at=timezone.now(),
        bytes_read=5,
        bytes_total=10,
    )
    part = door.get(f"{E}sources/{source.pk}/", headers={"HX-Request": "true"}).content.decode()
    assert '<progress id="how-far" max="10" value="5">' in part
    assert "<html" not in part


def test_a_person_answers_whether_a_list_was_whole(jas_shop, door, tmp_path):
    kassa = till(jas_shop, is_complete=True)
    for hour, count in ((0, 10), (1, 5)):
        run = run_import(kassa, stock_list(tmp_path / "a.csv", coats(count)), now=NOW + hour * DAY)
    assert "Was de lijst wel volledig?" in page(door, f"runs/{run.pk}/")
    door.post(f"{E}runs/{run.pk}/confirm/")
    assert Product.objects.filter(is_discontinued=True).count() == 5


def test_who_may_not_keep_evidence_sees_it_without_the_buttons(jas_shop, hire, door_of, hats):
    door = door_of(hire(jas_shop, "Kijker", "viewer"))
    till(jas_shop)
    for path in (
        "",
        f"products/{hats.pk}/",
        "promotions/",
        "numbers/",
        "counted/",
        "sources/",
        f"sources/{FactSource.objects.get().pk}/",
    ):
        assert '<form method="post"' not in page(door, path).split("<main", 1)[1]
    assert door.get(E + "sources/new/").status_code == 403
    assert door.post(f"{E}products/{hats.pk}/count/", {"value": "1"}).status_code == 403


def test_every_page_asks_the_same_number_of_questions_for_one_row_and_for_thirty(
    jas_shop, noor, door, tmp_path
):
    fill(jas_shop, 1)
    one = Product.objects.get()

    def add(number):
        attest(jas_shop, noor, claim="scarcity", product=one, value=number, words="", now=timezone.now())
        offer = Offer(f"Actie {number}", timezone.now(), timezone.now() + DAY, product_ids=(one.pk,))
        make_promotion(jas_shop, noor, offer, now=timezone.now())
        source = FactSource.objects.create(shop=jas_shop, name=f"kassa {number}", kind="upload")
        run_import(
            source,
            stock_list(tmp_path / "a.csv", [("J-0000", "Jas", 3, "x")] * (number + 1)),
            now=timezone.now(),
        )

    add(0)
    source, run = FactSource.objects.get(), ImportRun.objects.get()
    pages = [
        "",
        "?words=jas",
        "?show=low",
        f"products/{one.pk}/",
        "promotions/",
        "numbers/",
        "counted/",
        "sources/",
    ]
    pages += [
        f"sources/{source.pk}/",
        f"runs/{run.pk}/",
        f"promotions/{Promotion.objects.get().pk}/",
        "promotions/new/",
    ]

    def questions(path):
        with CaptureQueriesContext(connection) as asked:
            page(door, path)
        return len(asked)

    before = {path: questions(path) for path in pages}
    fill(jas_shop, 40)
    for number in range(1, 30):
        add(number)
    assert {path: questions(path) for path in pages} == before
    assert max(before.values()) <= 10
