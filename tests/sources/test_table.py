"""Stock lists in CSV: how they are written is found out, what their columns mean is guessed or saved, bad rows are named."""

import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.files import read, read_one, read_until_trouble
from toonbank.core.errors import BadInput, SourceTrouble
from toonbank.sources.mapping import Mapping, guess_columns
from toonbank.sources.opening import Kind, open_source
from toonbank.sources.seen import BadRow, Row

LIST = """Artikelnummer;Naam;Voorraad;Verkoopprijs;Actieprijs;EAN;Merk
JZ-1;Regenjas Zutphen;7;149,95;119,95;8710000000017;Jas & Zonen
JZ-2;Muts "Beer";0;€ 24,-;;;
JZ-3;Wollen mantel;-2;1.250;;;
"""


def test_a_dutch_stock_list_is_read_without_a_word_of_explanation():
    coat, hat, mantle = read(LIST.encode())
    assert (coat.product.ref, coat.product.title, coat.product.stock) == ("JZ-1", "Regenjas Zutphen", 7)
    assert (coat.product.price_cents, coat.product.sale_price_cents) == (14995, 11995)
    assert (coat.product.gtin, coat.product.brand) == ("8710000000017", "Jas & Zonen")
    assert (hat.product.title, hat.product.stock, hat.product.price_cents) == ('Muts "Beer"', 0, 2400)
    assert mantle.product.price_cents == 125_000


def test_stock_below_zero_is_read_as_none_left_with_a_note():
    mantle = read(LIST.encode())[2]
    assert mantle.product.stock == 0
    assert "-2" in mantle.notes[0]["nl"]


def test_an_english_list_with_points_before_the_cents_is_read_as_well():
    row = read_one(b"SKU,Name,Qty,Price,Sale price\nJZ-1,Raincoat,7,1250.5,999.00\n")
    assert (row.product.stock, row.product.price_cents, row.product.sale_price_cents) == (7, 125_050, 99_900)


def test_a_price_without_vat_is_not_taken_for_the_price():
    assert "price" not in guess_columns(["sku", "Prijs excl. BTW", "Inkoopprijs", "Adviesprijs"])
    assert guess_columns(["sku", "Prijs (excl. btw)", "Prijs (incl. btw)"])["price"] == "Prijs (incl. btw)"


def test_a_list_that_knows_only_barcodes_is_numbered_by_them():
    assert read_one(b"EAN;Aantal\n8710000000017;3\n").product.ref == "8710000000017"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_a_list_of_excel_is_read_in_every_encoding_it_writes(encoding):
    row = read_one("Artikelnr;Naam;Prijs\n1;Crème jas voor één;€ 49,-\n".encode(encoding))
    assert (row.product.title, row.product.price_cents) == ("Crème jas voor één", 4900)


def test_half_a_list_in_windows_letters_loses_nothing_of_the_other_half():
    both = b"Artikelnr;Naam\n" + "1;Één jas\n".encode() + "2;Één jas\n".encode("cp1252")
    assert [row.product.title for row in read(both)] == ["Één jas", "Één jas"]


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_separator_is_found_out(delimiter):
    lines = [["sku", "naam", "voorraad"], ["1", "jas", "7"], ["2", "muts", "8"]]
    rows = read("\n".join(delimiter.join(line) for line in lines).encode())
    assert [row.product.stock for row in rows] == [7, 8]


def test_the_line_on_which_excel_names_its_separator_is_no_heading():
    row = read_one(b"sep=,\r\nsku,naam,voorraad\r\n1,jas;muts;das,7\r\n")
    assert (row.line, row.product.title, row.product.stock) == (3, "jas;muts;das", 7)


def test_a_newline_between_quotation_marks_keeps_the_line_numbers_right():
    rows = read(b'sku;naam;prijs\n1;"jas\nmet das";9,95\n2;muts;gratis\n')
    assert (rows[0].line, rows[0].product.title) == (2, "jas met das")
    assert isinstance(rows[1], BadRow)
    assert (rows[1].line, rows[1].ref) == (4, "2")


def test_a_quotation_mark_that_is_never_closed_costs_one_row():
    rows = read(b'sku;naam;voorraad\n1;"19 inch;7\n2;muts;8\n3;das;9\n')
    assert [type(row) for row in rows] == [BadRow, Row, Row]
    assert (rows[0].line, rows[0].ref) == (2, "1")
    assert [row.product.stock for row in rows[1:]] == [8, 9]


def test_two_stray_quotation_marks_do_not_swallow_the_rows_between_them():
    rows = read(b'sku;naam;voorraad\n1;"19 inch;7\n2;muts;8\n3;"t Hoekje;9\n4;das;1\n')
    assert [type(row) for row in rows] == [BadRow, Row, BadRow, Row]
    assert [row.line for row in rows] == [2, 3, 4, 5]


def test_a_title_with_a_word_between_quotation_marks_is_read():
    assert read_one(b'sku;naam;voorraad\n1;"Beer" de muts;7\n').product.title == "Beer de muts"


def test_a_file_full_of_stray_quotation_marks_is_still_read_in_good_time():
    began = time.process_time()
    rows = read(b"sku;naam;voorraad\n" + b'"x,"y;"\n' * 20_000)
    assert len(rows) == 20_000
    assert time.process_time() - began < 10


def test_a_row_with_a_cell_too_many_is_not_read_under_the_wrong_headings():
    rows = read(b"sku,prijs,voorraad\n1,49,95,7\n2,49.95,7\n")
    assert [type(row) for row in rows] == [BadRow, Row]
    assert "4 cells" in rows[0].reason["en"]


def test_a_line_of_a_million_letters_costs_one_row():
    rows = read(b"sku;naam\n1;" + b"x" * 1_000_000 + b"\n2;muts\n")
    assert [type(row) for row in rows] == [BadRow, Row]
    assert rows[1].line == 3


@pytest.mark.parametrize("count", ["20+", "veel", "1,5", "99999999999"])
def test_a_stock_that_is_no_count_is_refused(count):
    (row,) = read(f"sku;voorraad\n1;{count}\n".encode())
    assert isinstance(row, BadRow)
    assert count in row.reason["nl"]


def test_seven_with_three_decimals_is_never_read_as_seven_thousand():
    assert read_one(b"sku;voorraad;prijs\n1;7,000;9,95\n").product.stock == 7
    assert read_one(b"sku,voorraad,prijs\n1,7.000,9.95\n").product.stock == 7
    (unclear,) = read(b"sku\tvoorraad\tkleur\n1\t7.000\trood\n")
    assert isinstance(unclear, BadRow)


def test_a_column_op_voorraad_with_numbers_in_it_is_a_count():
    row = read_one(b"Artikelnr;Naam;Op voorraad\n1;jas;7\n")
    assert (row.product.stock, row.product.availability) == (7, None)
    row = read_one(b"Artikelnr;Naam;Op voorraad\n1;jas;ja\n")
    assert (row.product.stock, row.product.availability) == (None, "in_stock")


def test_a_saved_mapping_is_followed():
    mapping = Mapping({"ref": "Kassacode", "stock": "Schap 3"}, decimal=",")
    row = read_one(b"Kassacode;Omschrijving;Schap 3\n12;jas;4\n", mapping)
    assert (row.product.ref, row.product.stock, row.product.title) == ("12", 4, "")


def test_a_mapping_survives_being_written_down():
    mapping = Mapping({"ref": "Nr", "title": "Naam ‘nieuw’"}, delimiter=";", decimal=",")
    assert Mapping.from_json(mapping.to_json()) == mapping


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"columns": 3}',
        '{"columns": {"ref": 1}}',
        '{"columns": {"titel": "x"}}',
        '{"columns": {"title": "x"}}',
        '{"columns": {"ref": "x"}, "decimal": "7"}',
        '{"columns": {"ref": "x"}, "delimiter": "ab"}',
    ],
)
def test_a_mapping_that_makes_no_sense_is_refused(text):
    with pytest.raises(BadInput):
        Mapping.from_json(text)


def test_a_column_that_left_the_list_is_missed_at_once():
    rows, trouble = read_until_trouble(b"sku;naam\n1;jas\n", Mapping({"ref": "sku", "stock": "Voorraad"}))
    assert rows == []
    assert "Voorraad" in trouble.shown["nl"]


def test_a_list_without_a_number_column_shows_its_headings():
    _, trouble = read_until_trouble(b"kleur;vorm\nrood;rond\n")
    assert "kleur, vorm" in trouble.shown["nl"]


def test_the_first_rows_are_shown_before_anything_is_read():
    opened = open_source(io.BytesIO(LIST.encode()))
    shown = opened.preview(2)
    assert shown.header[:3] == ("Artikelnummer", "Naam", "Voorraad")
    assert len(shown.rows) == 2
    assert (shown.columns["stock"], shown.delimiter, shown.decimal) == ("Voorraad", ";", ",")
    assert len(list(opened.rows())) == 3


def test_a_guessed_mapping_can_be_saved_and_reads_the_same():
    opened = open_source(io.BytesIO(LIST.encode()))
    assert read(LIST.encode(), opened.mapping) == list(opened.rows())


def test_a_tab_separated_google_feed_is_known_by_its_headings():
    feed = "id\ttitle\tprice\tavailability\tquantity\nJZ-1\tRegenjas\t49.95 EUR\tin_stock\t7\n"
    opened = open_source(io.BytesIO(feed.encode()))
    (row,) = opened.rows()
    assert opened.kind is Kind.TEXT_FEED
    assert (row.product.ref, row.product.price_cents, row.product.stock) == ("JZ-1", 4995, 7)


def test_googles_own_spelling_of_headings_with_spaces_is_known():
    feed = b"ID\tTitle\tPrice\tSale price\tItem group ID\nJZ-1\tRegenjas\t49.95 EUR\t39.95 EUR\tG1\n"
    product = read_one(feed).product
    assert (product.sale_price_cents, product.group_ref) == (3995, "G1")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"PK\x03\x04" + b"[Content_Types].xml" + b"\x00" * 100, "Opslaan als"),
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 100, "Opslaan als"),
        (b"PK\x03\x04" + b"lijst.csv" + b"\x00" * 100, "pak het eerst uit"),
        (b"<!DOCTYPE html><html><body>Log in</body></html>", "webpagina"),
        (b"", "leeg"),
        (b"  \n ", "leeg"),
        (b'{"products": []}', "JSON"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 20, "geen tekst"),
    ],
)
def test_what_is_no_list_is_named_with_the_way_to_the_right_one(content, says):
    with pytest.raises(SourceTrouble) as trouble:
        open_source(io.BytesIO(content))
    assert says in trouble.value.shown["nl"]


cells = st.text(st.characters(blacklist_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]), min_size=1, max_size=20)


@given(st.lists(st.tuples(cells, cells, st.integers(0, 9999), st.integers(0, 10**7)), max_size=12))
def test_reading_what_is_printed_gives_back_every_product(products):
    def quoted(cell):
        return '"' + cell.replace('"', '""') + '"'

    lines = [
        f"{quoted(ref)};{quoted(title)};{stock};{cents // 100},{cents % 100:02}"
        for ref, title, stock, cents in products
    ]
    rows = read("\r\n".join(["sku;naam;voorraad;prijs", *lines]).encode())
    assert [
        (row.product.ref, row.product.title, row.product.stock, row.product.price_cents) for row in rows
    ] == products
