"""A list is read to its end, whatever comes in between."""

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta

import pytest

from conftest import NOW
from evidence.lists import coats, stock_list, till
from toonbank.core.errors import NotAllowed, Overtaken
from toonbank.evidence.importing import run_import
from toonbank.evidence.models import ImportRun, Product, SkippedRow
from toonbank.evidence.observing import observe
from toonbank.evidence.vanishing import confirm_vanished
from toonbank.ledger.models import Entry
from toonbank.sources.seen import SeenProduct

HOUR = timedelta(hours=1)


def on_sale():
    return set(Product.objects.filter(is_discontinued=False).values_list("ref", flat=True))


def test_a_list_is_read_and_its_columns_are_remembered(jas_shop, tmp_path):
    kassa = till(jas_shop)
    run = run_import(kassa, stock_list(tmp_path / "a.csv", coats(3)), now=NOW)
    assert (run.state, run.rows, run.added, run.changed, run.skipped) == ("done", 3, 3, 0, 0)
    assert run.bytes_read == run.bytes_total > 0
    kassa.refresh_from_db()
    assert kassa.mapping["columns"]["stock"] == "voorraad"
    assert {jas.stock_source for jas in Product.objects.all()} == {"kassa"}


def test_every_bad_row_is_named_and_nothing_else_is_lost(jas_shop, tmp_path):
    rows = [
        *coats(2),
        ("J-7", "Jas Wad", "veel", "129,00"),
        ("", "Jas Mos", 3, "9,00"),
        ("J-8", "Jas Lam", 4, "89,00"),
    ]
    run = run_import(till(jas_shop), stock_list(tmp_path / "a.csv", rows), now=NOW)
    assert (run.state, run.rows, run.skipped) == ("done", 3, 2)
    assert [(row.line, row.ref) for row in run.skipped_rows.all()] == [(4, "J-7"), (5, "")]
    assert all(row.reason["nl"] and row.reason["en"] for row in run.skipped_rows.all())
    assert on_sale() == {"J-0", "J-1", "J-8"}


def test_a_thousand_bad_rows_are_kept_and_all_are_counted(jas_shop, tmp_path):
    bad = [(f"J-{number}", "Jas", "veel", "1,00") for number in range(1500)]
    run = run_import(till(jas_shop), stock_list(tmp_path / "a.csv", [*bad, *coats(1)]), now=NOW)
    assert (run.skipped, SkippedRow.objects.count(), run.rows) == (1500, 1000, 1)


def test_reading_it_again_changes_what_changed(jas_shop, tmp_path):
    kassa = till(jas_shop)
    run_import(kassa, stock_list(tmp_path / "a.csv", coats(3)), now=NOW)
    again = run_import(
        kassa,
        stock_list(tmp_path / "a.csv", [*coats(2), ("J-2", "Jas Nummer2", 1, "129,00")]),
        now=NOW + HOUR,
    )
    assert (again.rows, again.added, again.changed) == (3, 0, 1)
    assert Product.objects.get(ref="J-2").stock == 1


def test_what_is_no_list_stops_the_run_in_plain_words(jas_shop, tmp_path):
    page = tmp_path / "feed.xml"
    page.write_text("<!doctype html><title>Inloggen</title>")
    run = run_import(till(jas_shop), page, now=NOW)
    assert run.state == "stopped"
    assert "webpagina" in run.trouble["nl"]
    assert "web page" in run.trouble["en"]


def test_what_came_before_the_break_is_kept(jas_shop, tmp_path):
    import gzip

    whole = gzip.compress((stock_list(tmp_path / "a.csv", coats(5000))).read_bytes(), mtime=0)
    broken = tmp_path / "a.csv.gz"
    broken.write_bytes(whole[: len(whole) // 2])
    run = run_import(till(jas_shop, is_complete=True), broken, now=NOW)
    assert run.state == "stopped"
    assert 0 < run.rows == Product.objects.count() < 5000
    assert "breekt af" in run.trouble["nl"]


def test_ctrl_c_leaves_a_run_that_goes_on_where_it_was(jas_shop, tmp_path):
    kassa, file = till(jas_shop), stock_list(tmp_path / "a.csv", coats(3500))

    def interrupt(progress):
        if progress.rows == 2000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_import(kassa, file, now=NOW, on_progress=interrupt)
    assert ImportRun.objects.get().state == "stopped"
    reports = []
    run = run_import(kassa, file, now=NOW + HOUR, on_progress=reports.append)
    assert (run.state, run.rows, run.added, run.position) == ("done", 3500, 3500, 3500)
    assert reports[0].rows == 3000
    assert ImportRun.objects.count() == 1


def test_a_run_that_broke_off_yesterday_begins_anew(jas_shop, tmp_path):
    kassa, file = till(jas_shop), stock_list(tmp_path / "a.csv", coats(5))
    old = run_import(kassa, file, now=NOW)
    ImportRun.objects.update(state="running", position=3)
    run = run_import(kassa, file, now=NOW + timedelta(hours=25))
    assert (run.rows, run.position) == (5, 5)
    old.refresh_from_db()
    assert old.state == "stopped"


def test_another_meaning_of_the_columns_begins_anew(jas_shop, tmp_path):
    kassa, file = till(jas_shop), stock_list(tmp_path / "a.csv", coats(5))
    run_import(kassa, file, now=NOW)
    ImportRun.objects.update(state="stopped", position=3)
    kassa.mapping["columns"].pop("stock")
    kassa.save()
    assert run_import(kassa, file, now=NOW + HOUR).rows == 5


def test_of_two_processes_that_go_on_with_one_run_the_second_stops(jas_shop, tmp_path):
    kassa, file = till(jas_shop), stock_list(tmp_path / "a.csv", coats(2500))

    def another_goes_on(progress):
        ImportRun.objects.update(position=2500)

    with pytest.raises(Overtaken):
        run_import(kassa, file, now=NOW, on_progress=another_goes_on)
    assert Product.objects.count() == 1000


def test_what_vanished_from_a_complete_list_is_sold_out_and_no_longer_sold(jas_shop, tmp_path):
    kassa = till(jas_shop, is_complete=True)
    run_import(kassa, stock_list(tmp_path / "a.csv", coats(10)), now=NOW)
    run = run_import(kassa, stock_list(tmp_path / "a.csv", coats(8)), now=NOW + HOUR)
    assert run.vanished == 2
    gone = Product.objects.get(ref="J-9")
    assert (gone.is_discontinued, gone.stock, gone.availability) == (True, 0, "out_of_stock")
    assert [row.amount for row in gone.stock_seen.all()] == [3, 0]
    assert len(on_sale()) == 8


def test_what_comes_back_is_sold_again(jas_shop, tmp_path):
    kassa = till(jas_shop, is_complete=True)
    for hour, count in enumerate((10, 8, 10)):
        run_import(kassa, stock_list(tmp_path / "a.csv", coats(count)), now=NOW + hour * HOUR)
    back = Product.objects.get(ref="J-9")
    assert (back.is_discontinued, back.stock) == (False, 3)
    assert [row.amount for row in back.stock_seen.all()] == [3, 0, 3]


def test_a_list_that_is_not_complete_takes_nothing_away(jas_shop, tmp_path):
    kassa = till(jas_shop)
    run_import(kassa, stock_list(tmp_path / "a.csv", coats(10)), now=NOW)
    run_import(kassa, stock_list(tmp_path / "a.csv", coats(8)), now=NOW + HOUR)
    assert len(on_sale()) == 10


def test_a_product_in_an_unreadable_row_has_not_vanished(jas_shop, tmp_path):
    kassa = till(jas_shop, is_complete=True)
    run_import(kassa, stock_list(tmp_path / "a.csv", coats(10)), now=NOW)
    rows = [*coats(9), ("J-9", "Jas Nummer9", "veel", "129,00")]
    run = run_import(kassa, stock_list(tmp_path / "a.csv", rows), now=NOW + HOUR)
    assert (run.vanished, len(on_sale())) == (0, 10)


def test_what_another_source_sells_has_not_vanished(jas_shop, tmp_path):
    observe(jas_shop, [SeenProduct("W-1", "Wanten Lam", stock=4)], seen_at=NOW - HOUR, source="webwinkel")
    kassa = till(jas_shop, is_complete=True)
    run_import(kassa, stock_list(tmp_path / "a.csv", coats(10)), now=NOW)
    assert "W-1" in on_sale()


def test_when_too_much_vanished_a_person_is_asked_first(jas_shop, noor, tmp_path):
    kassa = till(jas_shop, is_complete=True)
    run_import(kassa, stock_list(tmp_path / "a.csv", coats(10)), now=NOW)
    run = run_import(kassa, stock_list(tmp_path / "a.csv", coats(6)), now=NOW + HOUR)
    assert (run.state, run.vanished, len(on_sale())) == ("done", 0, 10)
    assert (run.trouble["asks"], run.trouble["count"]) == ("vanished", 4)
    confirm_vanished(run, noor, now=NOW + 2 * HOUR)
    assert (run.vanished, run.trouble, len(on_sale())) == (4, {}, 6)
    assert Entry.objects.get(kind="taken_off_sale").payload["by"] == noor.pk


def test_who_may_only_read_cannot_take_anything_off_sale(jas_shop, hire, tmp_path):
    kassa = till(jas_shop, is_complete=True)
    for count in (10, 2):
        run = run_import(kassa, stock_list(tmp_path / "a.csv", coats(count)), now=NOW + HOUR * (10 - count))
    with pytest.raises(NotAllowed):
        confirm_vanished(run, hire(jas_shop, "Samira", "webcare"), now=NOW)


def test_an_empty_list_takes_nothing_off_sale(jas_shop, tmp_path):
    kassa = till(jas_shop, is_complete=True)
    run_import(kassa, stock_list(tmp_path / "a.csv", coats(10)), now=NOW)
    run_import(kassa, stock_list(tmp_path / "a.csv", []), now=NOW + HOUR)
    assert len(on_sale()) == 10


READ_AND_SAY = """
import sys, django
django.setup()
from datetime import datetime, UTC
from pathlib import Path
from django_scopes import scopes_disabled, scope
from toonbank.evidence.importing import run_import
from toonbank.evidence.models import FactSource
with scopes_disabled():
    kassa = FactSource.objects.select_related("shop").get()
tell = lambda progress: print(progress.rows, flush=True)
run = run_import(kassa, Path(sys.argv[1]), now=datetime.now(UTC), on_progress=tell)
print("end", run.rows, run.added, flush=True)
"""


@pytest.mark.slow
def test_a_run_that_was_killed_goes_on_where_it_was(tmp_path):
    home = tmp_path / "home"
    surroundings = {
        **os.environ,
        "TOONBANK_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "toonbank.web.settings",
    }
    surroundings.pop("TOONBANK_DATABASE", None)

    def python(*words, **how):
        return subprocess.Popen(
            [sys.executable, "-c", *words], env=surroundings, stdout=subprocess.PIPE, text=True, **how
        )

    prepare = (
        "import django; django.setup()\n"
        "from django.core.management import call_command; call_command('migrate', verbosity=0)\n"
        "from toonbank.shops.models import Shop; from toonbank.evidence.models import FactSource\n"
        "from django_scopes import scopes_disabled\n"
        "with scopes_disabled():\n"
        "    FactSource.objects.create(shop=Shop.objects.create(name='Jas', slug='jas'), name='kassa', kind='upload')\n"
    )
    assert python(prepare).wait(60) == 0
    file = stock_list(tmp_path / "a.csv", coats(12_000))
    reading = python(READ_AND_SAY, str(file))
    heard = [int(reading.stdout.readline()) for _ in range(3)]
    reading.send_signal(signal.SIGKILL)
    reading.wait(10)
    time.sleep(0.1)
    said, _ = python(READ_AND_SAY, str(file)).communicate(timeout=120)
    lines = said.splitlines()
    assert int(lines[0]) > heard[-1]
    assert lines[-1] == "end 12000 12000"
