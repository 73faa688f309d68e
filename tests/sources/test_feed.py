"""Google Merchant feeds in XML: what the shop says is seen, what is wrong is named, nothing else is lost."""

import io
import tracemalloc
from datetime import UTC, date, datetime
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.files import RSS, RSS_END, read, read_one, read_until_trouble, rss
from toonbank.core.errors import SourceTrouble
from toonbank.sources.opening import Kind, open_source
from toonbank.sources.seen import BadRow, Row, SeenProduct

COAT = """
<g:id>JZ-1</g:id><title>Regenjas Zutphen marineblauw M</title><link>https://jas.example/p/1</link>
<description>Met capuchon.</description><g:image_link>https://jas.example/1.jpg</g:image_link>
<g:availability>in stock</g:availability><g:price>149.95 EUR</g:price><g:sale_price>119.95 EUR</g:sale_price>
<g:sale_price_effective_date>2026-11-20T09:00+0100/2026-11-30T23:59+0100</g:sale_price_effective_date>
<g:gtin>8710000000017</g:gtin><g:brand>Jas &amp; Zonen</g:brand><g:item_group_id>G1</g:item_group_id>
<g:size>M</g:size><g:color>marineblauw</g:color><g:product_type>Kleding &gt; Jassen</g:product_type>
"""


def test_everything_that_the_feed_says_of_a_coat_is_seen():
    coat = read_one(rss(COAT)).product
    assert (coat.ref, coat.title, coat.brand) == ("JZ-1", "Regenjas Zutphen marineblauw M", "Jas & Zonen")
    assert (coat.link, coat.image_link) == ("https://jas.example/p/1", "https://jas.example/1.jpg")
    assert (coat.price_cents, coat.sale_price_cents, coat.currency) == (14995, 11995, "EUR")
    assert coat.sale_starts == datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
    assert coat.sale_ends == datetime(2026, 11, 30, 22, 59, tzinfo=UTC)
    assert (coat.gtin, coat.group_ref, coat.size, coat.color) == ("8710000000017", "G1", "M", "marineblauw")
    assert (coat.category, coat.availability) == ("Kleding > Jassen", "in_stock")


def test_a_feed_without_counts_never_tells_how_many_are_left():
    assert read_one(rss(COAT)).product.stock is None


def test_a_local_inventory_feed_tells_how_many_are_left():
    assert read_one(rss("<g:id>JZ-1</g:id><g:quantity>7</g:quantity>")).product.stock == 7
    assert (
        read_one(
            rss("<g:id>JZ-1</g:id><g:sell_on_google_quantity>0</g:sell_on_google_quantity>")
        ).product.stock
        == 0
    )


def test_a_post_may_call_a_coat_by_its_name_without_colour_and_size():
    assert read_one(rss(COAT)).product.names == ("Regenjas Zutphen",)


def test_the_price_of_sending_is_not_the_price_of_the_coat():
    item = "<g:id>1</g:id><g:shipping><g:price>4.95 EUR</g:price></g:shipping><g:price>99.00 EUR</g:price>"
    assert read_one(rss(item)).product.price_cents == 9900
    item = "<g:id>1</g:id><g:price>99.00 EUR</g:price><g:shipping><g:price>4.95 EUR</g:price></g:shipping>"
    assert read_one(rss(item)).product.price_cents == 9900


def test_a_bad_row_is_named_with_its_line_and_reason_and_the_others_are_kept():
    rows = read(
        rss(
            "<g:id>1</g:id><g:price>9.95 EUR</g:price>",
            "<g:id>2</g:id><g:price>9.95 USD</g:price>",
            "<title>zonder nummer</title>",
            "<g:id>4</g:id><g:price>9.95 EUR</g:price>",
        )
    )
    assert [type(row) for row in rows] == [Row, BadRow, BadRow, Row]
    assert (rows[1].line, rows[1].ref) == (4, "2")
    assert "USD" in rows[1].reason["nl"]
    assert rows[2].reason == {"nl": "er is geen artikelnummer", "en": "there is no article number"}


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("in_stock", "in_stock"),
        ("in stock", "in_stock"),
        ("Op voorraad", "in_stock"),
        ("https://schema.org/InStock", "in_stock"),
        ("out of stock", "out_of_stock"),
        ("Uitverkocht!", "out_of_stock"),
        ("niet op voorraad", "out_of_stock"),
        ("pre-order", "preorder"),
        ("Back_Order", "backorder"),
    ],
)
def test_availability_is_understood_in_many_spellings(said, meant):
    row = read_one(rss(f"<g:id>1</g:id><g:availability>{said}</g:availability>"))
    assert row.product.availability == meant
    assert row.notes == ()


def test_an_unknown_word_for_availability_is_reported_and_proves_nothing():
    row = read_one(rss("<g:id>1</g:id><g:availability>misschien</g:availability>"))
    assert row.product.availability is None
    assert "misschien" in row.notes[0]["en"]


def test_one_bad_half_of_a_sale_period_is_reported_and_the_other_half_counts():
    row = read_one(
        rss(
            "<g:id>1</g:id><g:price>20 EUR</g:price><g:sale_price>10 EUR</g:sale_price>"
            "<g:sale_price_effective_date>2026-11-20/ooit</g:sale_price_effective_date>"
        )
    )
    # Midnight on the shop's clock, an hour ahead of UTC.
    assert row.product.sale_starts == datetime(2026, 11, 19, 23, 0, tzinfo=UTC)
    assert row.product.sale_ends is None
    assert "ooit" in row.notes[0]["nl"]


def test_a_sale_until_a_day_lasts_until_that_day_is_over():
    row = read_one(
        rss(
            "<g:id>1</g:id><g:price>20 EUR</g:price><g:sale_price>10 EUR</g:sale_price>"
            "<g:sale_price_effective_date>2026-11-20/2026-11-30</g:sale_price_effective_date>"
        )
    )
    assert row.product.sale_ends == datetime(2026, 11, 30, 23, 0, tzinfo=UTC)


def test_a_sale_price_above_the_price_is_reported_and_is_no_sale():
    row = read_one(rss("<g:id>1</g:id><g:price>20 EUR</g:price><g:sale_price>25 EUR</g:sale_price>"))
    assert (row.product.price_cents, row.product.sale_price_cents) == (2000, None)
    assert len(row.notes) == 1


def test_the_day_of_the_next_delivery_is_seen():
    item = "<g:id>1</g:id><g:availability_date>2026-12-01T09:00+0100</g:availability_date>"
    assert read_one(rss(item)).product.restock_on == date(2026, 12, 1)


def test_a_barcode_that_a_spreadsheet_rounded_is_left_out():
    row = read_one(rss("<g:id>1</g:id><g:gtin>8,71E+12</g:gtin>"))
    assert row.product.gtin == ""
    assert len(row.notes) == 1


def test_an_address_that_runs_a_script_is_left_out():
    row = read_one(rss("<g:id>1</g:id><link>javascript:alert(1)</link>"))
    assert row.product.link == ""


def test_an_atom_feed_is_read_by_googles_names_first():
    feed = b"""<feed xmlns="http://www.w3.org/2005/Atom" xmlns:x="http://base.google.com/ns/1.0">
    <entry><id>tag:jas.example,2026:1</id><link rel="self" href="https://jas.example/feed"/>
    <link href="https://jas.example/p/1"/><x:id>JZ-1</x:id><title>Regenjas</title><x:price>49.95 EUR</x:price></entry></feed>"""
    product = read_one(feed).product
    assert (product.ref, product.title, product.price_cents) == ("JZ-1", "Regenjas", 4995)
    assert product.link == "https://jas.example/p/1"


def test_a_feed_that_forgot_to_declare_its_prefix_is_read_all_the_same():
    assert read_one(b"<rss><channel><item><g:id>1</g:id></item></channel></rss>").product.ref == "1"


@pytest.mark.parametrize(
    ("declared", "written"),
    [
        ("UTF-8", "utf-8"),
        ("UTF-8", "utf-8-sig"),
        ("windows-1252", "cp1252"),
        ("ISO-8859-1", "cp1252"),
        ("UTF-16", "utf-16"),
        ("UTF-8", "cp1252"),
        ("utf-16", "utf-8"),
    ],
)
def test_the_euro_sign_survives_every_encoding_also_a_wrongly_declared_one(declared, written):
    feed = f'<?xml version="1.0" encoding="{declared}"?><rss><item><id>1</id><title>Crème à € 5</title></item></rss>'
    assert read_one(feed.encode(written)).product.title == "Crème à € 5"


@pytest.mark.parametrize(
    "declared", ["hex", "rot13", "idna", "unicode_escape", "undefined", "cp037", "klingon"]
)
def test_an_encoding_that_no_feed_is_written_in_is_refused(declared):
    feed = f'<?xml version="1.0" encoding="{declared}"?><rss><item><id>1</id></item></rss>'
    rows, trouble = read_until_trouble(feed.encode())
    assert rows == []
    assert "UTF-8" in trouble.shown["nl"]


def test_a_stray_control_character_does_not_break_off_the_feed():
    assert read_one(rss("<g:id>1</g:id><title>Jas\x0b met \x02das</title>")).product.title == "Jas met das"


def test_a_feed_that_breaks_off_gives_what_came_before_and_says_where():
    whole = rss("<g:id>1</g:id>", "<g:id>2</g:id>", "<g:id>3</g:id>")
    rows, trouble = read_until_trouble(whole[: whole.index(b"<g:id>3") + 4])
    assert [row.product.ref for row in rows] == ["1", "2"]
    assert trouble.line == 5
    assert "regel 5" in trouble.shown["nl"]
    assert "line 5" in trouble.shown["en"]


def test_a_stray_sign_in_the_middle_names_its_line():
    rows, trouble = read_until_trouble(rss("<g:id>1</g:id>", "<title>Jas & das</title>", "<g:id>3</g:id>"))
    assert len(rows) == 1
    assert trouble.line == 4


def test_a_billion_laughs_are_refused_with_a_clear_message():
    laughs = b"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>
    <rss><item><id>&b;</id></item></rss>"""
    rows, trouble = read_until_trouble(laughs)
    assert rows == []
    assert "DTD" in trouble.shown["nl"]


def test_a_file_of_the_computer_is_never_read_through_an_entity():
    feed = b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><item><id>&x;</id></item></rss>'
    assert read_until_trouble(feed)[0] == []


@pytest.mark.parametrize(
    "endless",
    [b'<rss a="' + b"a" * 3_000_000, b"<rss><!--" + b"a" * 3_000_000, b"<rss>" + b"<a>" * 100_000],
    ids=["attribute", "comment", "depth"],
)
def test_what_never_ends_is_stopped(endless):
    rows, trouble = read_until_trouble(endless)
    assert rows == []
    assert trouble.line == 1


def test_xml_that_is_no_product_feed_says_what_to_ask_for():
    with pytest.raises(SourceTrouble, match="Google Merchant"):
        list(open_source(io.BytesIO(b"<catalog><product/></catalog>")).rows())


def test_a_description_of_megabytes_costs_only_itself():
    row = read_one(rss(f"<g:id>1</g:id><title>{'jas ' * 500_000}</title>"))
    assert len(row.product.title) <= 500
    assert len(row.notes) == 1


def test_a_minified_feed_is_read_item_by_item():
    feed = (RSS + "".join(f"<item><g:id>{number}</g:id></item>" for number in range(1000)) + RSS_END).encode()
    opened = open_source(io.BytesIO(feed))
    assert opened.kind is Kind.XML_FEED
    assert [row.product.ref for row in opened.rows()] == [str(number) for number in range(1000)]


def printed(product):
    """The item that a shop system would write for this product."""
    said = {
        "id": product.ref,
        "title": product.title,
        "brand": product.brand,
        "availability": product.availability or "",
        "price": f"{product.price_cents / 100:.2f} EUR",
        "quantity": "" if product.stock is None else str(product.stock),
        "availability_date": product.restock_on.isoformat() if product.restock_on else "",
    }
    return "".join(f"<g:{name}>{escape(value)}</g:{name}>" for name, value in said.items())


words = st.text(
    st.characters(blacklist_categories=["Cc", "Cs", "Cn", "Co", "Zs", "Zl", "Zp"]), min_size=1, max_size=15
)
products = st.builds(
    SeenProduct,
    ref=words,
    title=words,
    brand=words.map("merk ".__add__),
    availability=st.sampled_from([None, "in_stock", "out_of_stock", "preorder", "backorder"]),
    stock=st.none() | st.integers(0, 10_000),
    price_cents=st.integers(0, 10_000_000),
    restock_on=st.none() | st.dates(),
)


@given(st.lists(products, max_size=8))
def test_reading_what_is_printed_gives_back_every_product(seen):
    rows = read(rss(*(printed(product) for product in seen)))
    assert [row.product for row in rows] == seen
    assert [row.line for row in rows] == list(range(3, 3 + len(seen)))


def measured_peak(items):
    """Bytes that reading so many items takes at the most."""

    def blocks():
        yield RSS.encode()
        yield from (
            f"<item><g:id>{number}</g:id><title>Regenjas</title></item>\n".encode() for number in range(items)
        )
        yield RSS_END.encode()

    class Endless(io.RawIOBase):
        def __init__(self):
            self.left = blocks()

        def read(self, _size=-1):
            return next(self.left, b"")

    tracemalloc.start()
    try:
        assert sum(1 for _ in open_source(Endless()).rows()) == items
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.slow
def test_a_feed_ten_times_as_long_takes_no_more_memory():
    short, long = measured_peak(3_000), measured_peak(30_000)
    assert long < short + 500_000
