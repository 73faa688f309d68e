"""`toonbank orders` in the words of who runs it, and the page that tells how a shop system does it."""

import json
import re
from pathlib import Path

import pytest

from conftest import NOW
from conversations.orders.test_list import LIST
from toonbank.cli.orders import run
from toonbank.conversations.orders.models import Order
from toonbank.conversations.orders.reading import DELETED, FIELDS, read_deleted, read_order

PAGE = Path(__file__).parents[3] / "docs/using/webhook.md"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "orders.csv"
    path.write_bytes(LIST)
    return path


def test_a_list_is_read_and_what_is_wrong_is_named(jas_shop, file, capsys):
    assert run([str(file)]) == 1
    said = capsys.readouterr()
    assert said.out.splitlines()[0] == "2 orders are known now, 6 rows cannot be used."
    assert said.err.splitlines()[0].startswith("  line 4 (1008): “zoekgeraakt” is no state")
    assert Order.objects.count() == 2


def test_a_trial_keeps_nothing(jas_shop, file, capsys):
    assert run([str(file), "--dry-run"]) == 1
    assert "2 orders can be kept" in capsys.readouterr().out
    assert not Order.objects.exists()


def test_a_column_can_be_pointed_out(jas_shop, tmp_path):
    file = tmp_path / "a.csv"
    file.write_text("kenmerk;datum\nA-1;20-11-2026\n")
    assert run([str(file)]) == 2
    assert run([str(file), "--map", "kenmerk=order"]) == 0
    assert Order.objects.get().number == "A-1"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["weg.csv"], "There is no file weg.csv"),
        (["{file}", "--map", "kenmerk"], "write COLUMN=FIELD"),
        (["{file}", "--map", "kenmerk=shoe"], "nothing that we know of an order"),
        (["{file}", "--shop", "hoedje"], "There is no shop called 'hoedje'"),
    ],
)
def test_what_cannot_be_done_is_one_clear_line(jas_shop, file, capsys, words, said):
    assert run([word.format(file=file) for word in words]) == 2
    assert said in capsys.readouterr().err


def test_the_orders_in_the_documentation_are_ones_that_we_take(jas_shop):
    example, gone = re.findall(r"^```json\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    told = read_order(json.loads(example), jas_shop.pk, now=NOW)
    assert (told.number, told.step) == ("1007", "sent")
    assert set(told.details) == {"ordered_on", "lines", "total", "track", "customer"}
    assert json.loads(gone)["event"] == DELETED
    assert read_deleted(json.loads(gone)) == "1007"


def test_every_field_of_an_order_is_documented():
    rows = re.findall(r"^\| (`.*?`) \|", PAGE.read_text("utf-8").partition("## An order")[2], re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert named >= FIELDS
