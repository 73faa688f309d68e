"""The page for the shopkeeper tells the truth: every row on it is refused or noted in just those words."""

import re
from pathlib import Path

import pytest

from sources.files import read, read_one, rss
from toonbank.sources.seen import BadRow, Row

PAGE = (Path(__file__).parents[2] / "docs" / "using" / "importing.md").read_text()
HEADINGS = "Artikelnummer;Naam;Voorraad;Prijs;Actieprijs"


def rows_under(heading):
    """The pairs of the table that has this heading: the row of a list, and what is said of it."""
    _, _, after = PAGE.partition(f"| the row | {heading} |\n|---|---|\n")
    table, _, _ = after.partition("\n\n")
    return re.findall(r"^\| `(.+)` \| (.+) \|$", table, re.MULTILINE)


def read_with_neighbours(row):
    """What is made of a row that stands between two good ones."""
    before, *found, after = read(f"{HEADINGS}\n1;muts;1;9,95;\n{row}\n2;das;2;19,95;\n".encode())
    assert isinstance(before, Row)
    assert isinstance(after, Row)
    return found


@pytest.mark.parametrize(("row", "said"), rows_under("what you are told"))
def test_each_refusal_on_the_page_is_what_the_shopkeeper_is_told(row, said):
    (bad,) = read_with_neighbours(row)
    assert isinstance(bad, BadRow)
    assert (bad.line, bad.reason["en"]) == (3, said)


@pytest.mark.parametrize(("row", "said"), rows_under("the note"))
def test_each_note_on_the_page_is_what_the_shopkeeper_sees(row, said):
    (noted,) = read_with_neighbours(row)
    assert [note["en"] for note in noted.notes] == [said]


def test_the_tables_of_the_page_are_found():
    assert len(rows_under("what you are told")) == 8
    assert len(rows_under("the note")) == 2


def test_the_examples_of_the_page_can_be_read():
    item, stock_list = re.findall(r"```(?:xml)?\n((?:<item>|Artikelnummer).*?)```", PAGE, re.DOTALL)
    feed = read_one(rss(item.removeprefix("<item>").strip().removesuffix("</item>"))).product
    assert (feed.ref, feed.sale_price_cents, feed.names) == ("JZ-1", 11995, ("Regenjas Zutphen",))
    assert [row.product.price_cents for row in read(stock_list.encode())] == [14995, 2400, 125_000]
