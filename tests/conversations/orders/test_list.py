"""Orders as a list: the columns are pointed out, bad rows are named, and nothing is kept before somebody says so."""

from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from conftest import NOW
from conversations.orders.cast import DELIVERED, NEW, SENT, told
from toonbank.conversations.orders.bringing import bring_orders
from toonbank.conversations.orders.listing import UnclearColumns, guess_columns, read_orders
from toonbank.conversations.orders.models import Order, Step
from toonbank.conversations.orders.wording import current_step, line_of
from toonbank.core.errors import BadInput, NotAllowed

PAGE = "/s/jas/counter/orders/"
LIST = """Bestelnummer;Naam;Status;Besteldatum;Artikel;Aantal;Totaal;Klantnummer;E-mailadres
1007;Mevrouw De Wit;Verzonden;03-11-2026;Wadloper, maat 98;1;89,95;K-77;dewit@post.example
1007;Mevrouw De Wit;Verzonden;03-11-2026;Muts Kleine Beer;2;89,95;K-77;dewit@post.example
1008;Rob H.;zoekgeraakt;04-11-2026;Sjaal;1;24,95;K-12;
1009;Rob H.;betaald;31-02-2026;Sjaal;1;24,95;K-12;
;Anke;nieuw;05-11-2026;Sjaal;1;24,95;;
1010;Anke;nieuw;05-11-2026;Sjaal;een paar;24,95;;
1011;Anke;nieuw;05-11-2026;Sjaal;1;gratis;;
1012;Anke;;06-11-2026;Sjaal;;€ 1.024,95;;
1013;Anke;nieuw;06-12-2031;Sjaal;;24,95;;
""".encode()
# As a large shop system writes it: the order on the first of its rows, and one row for each article.
ONE_ROW_EACH = b"""Order Number,Fulfillment Status,Created at,Lineitem quantity,Lineitem name
#2001,fulfilled,2026-11-10 10:00,1,Wadloper
#2001,,,2,Muts
#2002,,2026-11-11 10:00,1,Sjaal
"""


def read(content, jas_shop, **more):
    return read_orders(content, jas_shop.pk, jas_shop.clock, now=NOW, **more)


def test_an_order_of_a_list_stands_as_a_shop_system_would_tell_it(noor, jas_shop):
    bring_orders(noor, read(LIST, jas_shop).orders, now=NOW)
    order = Order.objects.get(number="1007")
    line = line_of(order)
    assert (line.what, order.customer) == ("1 × Wadloper, maat 98, 2 × Muts Kleine Beer", "K-77")
    assert "€\N{NO-BREAK SPACE}89,95" in line.details
    assert line.details[0] == "besteld op 3 november 2026"


def test_a_list_that_only_knows_the_day_of_the_order_claims_no_day_of_its_sending(noor, jas_shop):
    bring_orders(noor, read(LIST, jas_shop).orders, now=NOW)
    order = Order.objects.get(number="1007")
    assert current_step(order) == (Step.SENT, None)
    assert line_of(order).stands == "verzonden"


def test_since_when_is_said_where_the_list_or_the_shop_system_knows(noor, jas_shop):
    dated = b"bestelnummer;status;status sinds;besteldatum\n1;verzonden;05-11-2026 14:00;03-11-2026\n"
    columns = {
        "order": "bestelnummer",
        "state": "status",
        "when": "status sinds",
        "ordered_on": "besteldatum",
    }
    bring_orders(noor, read(dated, jas_shop, columns=columns).orders, now=NOW)
    assert current_step(Order.objects.get()) == (Step.SENT, datetime(2026, 11, 5, 13, 0, tzinfo=UTC))
    bring_orders(noor, read(LIST, jas_shop).orders, now=NOW)
    told(jas_shop, SENT)
    assert line_of(Order.objects.get(number="1007")).stands == "verzonden op 4 november 2026"


@pytest.mark.parametrize(
    ("state", "heard", "stands"),
    [("bezorgd", NEW, "delivered"), ("verzonden", DELIVERED, "delivered"), ("betaald", NEW, "paid")],
)
def test_a_step_without_a_day_holds_where_it_is_further(noor, jas_shop, state, heard, stands):
    listed = read(f"bestelnummer;status;besteldatum\n1007;{state};03-11-2026\n".encode(), jas_shop).orders
    for turn in ((0, 1), (1, 0)):
        Order.objects.all().delete()
        for which in turn:
            if which:
                told(jas_shop, heard)
            else:
                bring_orders(noor, listed, now=NOW)
        assert current_step(Order.objects.get())[0] == stands


def test_bad_rows_are_named_by_line_and_reason_and_the_rest_is_kept(jas_shop):
    found = read(LIST, jas_shop)
    assert [(row.line, row.order) for row in found.bad] == [
        (4, "1008"),
        (5, "1009"),
        (6, ""),
        (7, "1010"),
        (8, "1011"),
        (10, "1013"),
    ]
    assert all(row.why for row in found.bad)
    assert [one.number for one in found.orders] == ["1007", "1012"]


def test_columns_with_names_of_people_are_never_guessed(jas_shop):
    assert "Naam" not in read(LIST, jas_shop).columns.values()
    assert guess_columns(["Name", "Naam", "Adres", "Billing Name", "Phone"]) == {}


def test_a_row_for_each_article_is_one_order(jas_shop, noor):
    bring_orders(noor, read(ONE_ROW_EACH, jas_shop).orders, now=NOW)
    assert [line_of(one).what for one in Order.objects.order_by("number")] == [
        "1 × Wadloper, 2 × Muts",
        "1 × Sjaal",
    ]


def test_the_same_list_again_changes_nothing(noor, jas_shop):
    orders = read(LIST, jas_shop).orders
    assert bring_orders(noor, orders, now=NOW) == 2
    before = list(Order.objects.order_by("pk").values())
    bring_orders(noor, orders, now=NOW.replace(hour=12))
    assert list(Order.objects.order_by("pk").values()) == before


@pytest.mark.parametrize("content", [b"", b"  \n ", b"\0\0\0\0"])
def test_what_is_no_list_says_why(jas_shop, content):
    with pytest.raises(BadInput, match=r"\w+"):
        read(content, jas_shop)


@pytest.mark.parametrize(
    "columns",
    [{}, {"order": "nr"}, {"order": "weg", "when": "op"}, {"order": "nr", "when": "op", "shoe": "nr"}],
)
def test_columns_that_do_not_tell_enough_are_asked_for(jas_shop, columns):
    with pytest.raises(UnclearColumns) as trouble:
        read(b"nr;op\n1;21-11-2026\n", jas_shop, columns=columns)
    assert trouble.value.header == ("nr", "op")


def test_who_only_looks_brings_nothing(hire, jas_shop):
    with pytest.raises(NotAllowed):
        bring_orders(hire(jas_shop, "Kim", "viewer"), read(LIST, jas_shop).orders, now=NOW)


def sent(browser, content, **more):
    return browser.post(PAGE, {"list": SimpleUploadedFile("orders.csv", content), **more})


def test_the_page_shows_first_and_keeps_when_somebody_says_so(noor, door_of):
    browser = door_of(noor)
    page = sent(browser, LIST)
    text = page.content.decode()
    assert page.status_code == 200
    assert "Mevrouw De Wit" not in text.replace(page.context["content"].replace("'", "&#x27;"), "")
    assert not Order.objects.exists()
    chosen = {f"column-{name}": heading for name, heading in page.context["found"].columns.items()}
    kept = browser.post(PAGE, {"content": page.context["content"], "do": "keep", **chosen})
    assert kept.status_code == 302
    assert Order.objects.count() == 2


def test_columns_nobody_could_guess_are_pointed_out_on_the_page(noor, door_of):
    browser = door_of(noor)
    content = "kenmerk;op;hoe\nA-1;20-11-2026;bezorgd\n"
    page = sent(browser, content.encode())
    assert "Zeg in welke kolom het bestelnummer staat." in page.content.decode()
    assert "<option>kenmerk</option>" in page.content.decode()
    chosen = {"column-order": "kenmerk", "column-when": "op", "column-state": "hoe"}
    browser.post(PAGE, {"content": content, "do": "keep", **chosen})
    assert current_step(Order.objects.get(number="A-1"))[0] == Step.DELIVERED


def test_a_list_in_the_letters_of_a_spreadsheet_is_read(noor, door_of):
    content = "Bestelnummer;Datum;Artikel\n1;20-11-2026;Café-jas\n".encode("cp1252")
    page = sent(door_of(noor), content)
    assert page.context["lines"][0].what == "1 × Café-jas"
    assert "Café" in page.context["content"]


def test_a_list_too_large_for_the_browser_says_where_it_may_go(noor, door_of):
    page = sent(door_of(noor), b"a" * 500_001)
    assert page.status_code == 422
    assert "toonbank orders" in page.content.decode()
    assert not Order.objects.exists()


def test_who_may_not_write_sees_no_page(hire, jas_shop, door_of):
    assert door_of(hire(jas_shop, "Kim", "viewer")).get(PAGE).status_code == 403
