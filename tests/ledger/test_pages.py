"""Reading the ledger, verifying it, taking it along."""

import ast
import json
import re
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conftest import NOW
from toonbank.ledger.guarding import guard, unguard
from toonbank.ledger.kinds import KINDS, SENTENCES, WHY_HELD
from toonbank.ledger.writing import record

SOURCE = Path(__file__).resolve().parents[2] / "src" / "toonbank"


@pytest.fixture
def write(jas_shop, noor, square):
    def lines(count):
        for number in range(count):
            payload = {"account": square.pk, "by": noor.pk, "text": f"Bericht {number}", "post": 1}
            record(jas_shop, "approved", f"post:{number}", payload, at=NOW)

    return lines


def test_a_line_is_told_in_plain_words(write, noor, door_of):
    write(1)

    page = door_of(noor).get("/s/jas/ledger/").content.decode()
    assert "Noor gaf akkoord op een bericht voor jas (Oefenplein)" in page
    assert "Bericht 0" in page
    assert ">10:00<" in page


def test_the_page_asks_as_much_of_the_database_for_one_line_as_for_a_full_page(write, noor, door_of):
    counts = []
    for more in (1, 49):
        write(more)
        browser = door_of(noor)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            browser.get("/s/jas/ledger/")
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 10


def test_older_lines_are_one_click_further_and_none_is_skipped(write, noor, door_of):
    write(120)
    browser, seen, address = door_of(noor), [], "/s/jas/ledger/"
    while address:
        page = browser.get(address).content.decode()
        seen += [int(number) for number in re.findall(r'id="line-(\d+)"', page)]
        older = re.search(r"before=(\d+)\">", page.split("<footer")[0])
        address = f"/s/jas/ledger/?before={older[1]}" if older else ""
    assert seen == list(range(120, 0, -1))


def test_lines_can_be_chosen_by_kind_and_by_what_they_are_about(write, jas_shop, noor, door_of):
    write(3)
    record(jas_shop, "held", "delivery:7", {"why": "text_changed"}, at=NOW)

    held = door_of(noor).get("/s/jas/ledger/?kind=held").content.decode()
    about = door_of(noor).get("/s/jas/ledger/?subject=post:2").content.decode()
    none = door_of(noor).get("/s/jas/ledger/?kind=sent").content.decode()

    assert "de tekst was veranderd na het akkoord" in held
    assert "Bericht" not in held.split("<main")[1].split('class="sheet ruled"')[1].split("</ol>")[0]
    assert "Bericht 2" in about
    assert "Bericht 1" not in about
    assert "Geen regels van dien aard" in none


def test_verifying_says_how_many_lines_close(write, noor, door_of):
    write(3)

    assert "3 regels gelezen" in door_of(noor).get("/s/jas/ledger/verify/").content.decode()


def test_verifying_names_the_first_broken_line(write, noor, door_of):
    write(3)
    unguard(connection)
    with connection.cursor() as rows:
        rows.execute("UPDATE ledger_entry SET kind = 'sent' WHERE number = 2")
    guard(connection)

    page = door_of(noor).get("/s/jas/ledger/verify/").content.decode()
    assert "regel 2 is niet zoals hij geschreven is" in page


def test_the_ledger_can_be_taken_along_as_json_lines(write, noor, door_of):
    write(3)

    answer = door_of(noor).get("/s/jas/ledger/export/")
    lines = [json.loads(line) for line in b"".join(answer.streaming_content).splitlines()]
    assert [line["number"] for line in lines] == [1, 2, 3]
    assert answer["Content-Disposition"] == 'attachment; filename="ledger-jas.jsonl"'


def test_a_line_of_an_unknown_kind_is_still_shown(jas_shop, noor, door_of):
    record(jas_shop, "something_new", "thing:1", {"by": "nobody", "account": None}, at=NOW)

    assert "something new" in door_of(noor).get("/s/jas/ledger/").content.decode()


def test_inviting_and_leaving_are_written_down(jas_shop, noor, bas, door_of):
    browser = door_of(noor)
    browser.post("/s/jas/shop/members/", {"name": "Samira", "email": "samira@jas.example", "role": "webcare"})
    browser.post(f"/s/jas/shop/members/{bas.pk}/role/", {"role": "viewer"})
    browser.post(f"/s/jas/shop/members/{bas.pk}/leave/")

    page = browser.get("/s/jas/ledger/").content.decode()
    assert "Samira kwam hier werken als webcare" in page
    assert "Noor maakte Bas kijker" in page
    assert "Bas werkt hier niet meer" in page


def _kinds_in_the_code():
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = getattr(getattr(node, "func", None), "id", "") if isinstance(node, ast.Call) else ""
            if (
                name in {"record", "_record", "tell"}
                and len(node.args) >= 3
                and isinstance(node.args[1], ast.Constant)
            ):
                yield node.args[1].value


def test_every_kind_that_is_written_has_its_sentence():
    kinds = set(_kinds_in_the_code())

    assert {"approved", "sent", "member_joined"} <= kinds
    assert kinds - set(SENTENCES) == set()
    assert set(SENTENCES) == set(KINDS)


def test_every_reason_to_hold_has_its_words():
    reasons = set()
    for path in (SOURCE / "posts").glob("*.py"):
        reasons |= set(re.findall(r'"why": "(\w+)"', path.read_text(encoding="utf-8")))

    assert "signed_out" in reasons
    assert reasons - set(WHY_HELD) == set()
