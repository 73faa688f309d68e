"""`toonbank import` in the words of who runs it."""

import pytest

from evidence.lists import coats, stock_list
from toonbank.cli.import_ import run
from toonbank.evidence.models import FactSource, Product


@pytest.fixture
def file(tmp_path):
    return stock_list(tmp_path / "kassa.csv", coats(3))


def test_a_list_is_read_and_counted(jas_shop, file, capsys):
    assert run([str(file)]) == 0
    assert capsys.readouterr().out == "3 products read: 3 new, 0 changed, 0 rows skipped.\n"
    assert FactSource.objects.get().name == "kassa"


def test_skipped_rows_are_named_by_line_and_reason(jas_shop, tmp_path, capsys):
    file = stock_list(tmp_path / "kassa.csv", [*coats(2), ("J-7", "Jas Wad", "veel", "129,00")])
    assert run([str(file)]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "2 products read: 2 new, 0 changed, 1 rows skipped."
    assert said[1].startswith("  line 4 (J-7): ")


def test_a_column_can_be_pointed_out_and_is_remembered(jas_shop, tmp_path):
    file = stock_list(tmp_path / "a.csv", [("J-1", "Jas", 3, "9,00")], head="artikelnummer;naam;vrij;prijs\n")
    assert run([str(file), "--map", "vrij=stock", "--name", "kassa"]) == 0
    assert Product.objects.get().stock == 3
    assert FactSource.objects.get(name="kassa").mapping["columns"]["stock"] == "vrij"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["weg.csv"], "There is no file weg.csv"),
        (["{file}", "--map", "vrij"], "write COLUMN=FIELD"),
        (["{file}", "--map", "naam=smaak"], "unknown field 'smaak'"),
        (["{file}", "--shop", "pet"], "There is no shop called 'pet'"),
    ],
)
def test_what_cannot_be_read_gets_one_clear_line(jas_shop, file, capsys, words, said):
    assert run([word.replace("{file}", str(file)) for word in words]) == 2
    heard = capsys.readouterr().err
    assert said in heard
    assert heard.count("\n") == 1


def test_a_web_page_is_no_list(jas_shop, tmp_path, capsys):
    page = tmp_path / "feed.xml"
    page.write_text("<!doctype html><title>Inloggen</title>")
    assert run([str(page)]) == 2
    assert "web page" in capsys.readouterr().err


def test_a_complete_list_takes_off_sale_what_is_missing(jas_shop, tmp_path, capsys):
    file = tmp_path / "kassa.csv"
    run([str(stock_list(file, coats(10))), "--complete"])
    run([str(stock_list(file, coats(9)))])
    assert "1 products are no longer in this list" in capsys.readouterr().out
    assert Product.objects.get(is_discontinued=True).ref == "J-9"
