"""The database refuses to change or remove a line; what gets past it is noticed."""

import json
from datetime import datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import Error, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import NOW
from toonbank.ledger.chain import line_hash
from toonbank.ledger.exporting import json_lines
from toonbank.ledger.guarding import guard, unguard
from toonbank.ledger.models import Entry, Head
from toonbank.ledger.verifying import verify
from toonbank.ledger.writing import record
from toonbank.shops.models import Shop

REFUSED = "append-only"
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**60), 2**60)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", max_size=3), inner, max_size=3)
    ),
    max_leaves=6,
)
PAYLOADS = st.lists(st.dictionaries(st.text("abcdef", min_size=1, max_size=4), JSON, max_size=3), max_size=6)
SLOWLY = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def five_lines(jas_shop):
    for number in range(1, 6):
        record(
            jas_shop,
            "sent",
            f"delivery:{number}",
            {"text": f"Bericht {number}"},
            at=NOW + timedelta(hours=number),
        )
    return jas_shop


def _run(statement, *values):
    with connection.cursor() as rows:
        rows.execute(statement, values)


def _past_the_guard(statement, *values):
    unguard(connection)
    _run(statement, *values)
    guard(connection)


def test_a_line_cannot_be_changed_by_the_desk(five_lines):
    with pytest.raises(Error, match=REFUSED), transaction.atomic():
        Entry.objects.filter(number=2).update(kind="approved")
    line = Entry.objects.get(number=2)
    line.payload = {"text": "Iets anders"}
    with pytest.raises(Error, match=REFUSED), transaction.atomic():
        line.save()

    assert verify(five_lines).closes


def test_a_line_cannot_be_removed_by_the_desk(five_lines):
    with pytest.raises(Error, match=REFUSED), transaction.atomic():
        Entry.objects.get(number=2).delete()
    with pytest.raises(Error, match=REFUSED), transaction.atomic():
        Entry.objects.all().delete()

    assert Entry.objects.count() == 5


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger_entry SET payload = '{}' WHERE number = 3",
        "UPDATE ledger_entry SET kind = kind",
        "DELETE FROM ledger_entry WHERE number = 3",
        "DELETE FROM ledger_entry",
    ],
)
def test_plain_sql_cannot_either(five_lines, statement):
    with pytest.raises(Error, match=REFUSED), transaction.atomic():
        _run(statement)

    assert verify(five_lines).closes


@pytest.mark.skipif("connection.vendor != 'postgresql'")
def test_the_table_cannot_be_emptied_at_once(five_lines):
    _run("SET CONSTRAINTS ALL IMMEDIATE")
    with pytest.raises(Error, match=REFUSED), transaction.atomic():
        _run("TRUNCATE ledger_entry")


@pytest.mark.django_db(transaction=True)
def test_wiping_the_whole_database_still_works_and_leaves_the_guard(five_lines):
    call_command("flush", interactive=False, verbosity=0)

    record(Shop.objects.create(name="Jas", slug="jas"), "sent", "delivery:1", {}, at=NOW)
    with pytest.raises(Error, match=REFUSED), transaction.atomic():
        _run("DELETE FROM ledger_entry")


@pytest.mark.parametrize(
    ("statement", "broken_at", "trouble"),
    [
        ('UPDATE ledger_entry SET payload = \'{"text": "Nog 7"}\' WHERE number = 3', 3, "changed"),
        ("UPDATE ledger_entry SET kind = 'approved' WHERE number = 1", 1, "changed"),
        ("UPDATE ledger_entry SET at = '2026-01-01 00:00:00' WHERE number = 5", 5, "changed"),
        ("UPDATE ledger_entry SET subject = 'delivery:9' WHERE number = 2", 2, "changed"),
        ("UPDATE ledger_entry SET previous_hash = hash WHERE number = 4", 4, "unlinked"),
        ("DELETE FROM ledger_entry WHERE number = 2", 2, "missing"),
        ("DELETE FROM ledger_entry WHERE number = 5", 5, "cut off"),
        ("DELETE FROM ledger_entry WHERE number > 3", 4, "cut off"),
        ("DELETE FROM ledger_entry", 1, "cut off"),
    ],
)
def test_who_reaches_past_the_guard_is_found_at_the_first_broken_line(
    five_lines, statement, broken_at, trouble
):
    _past_the_guard(statement)

    verdict = verify(five_lines)
    assert (verdict.closes, verdict.broken_at, verdict.trouble) == (False, broken_at, trouble)


def test_a_line_that_was_sealed_anew_breaks_the_one_after_it(five_lines):
    forged = Entry.objects.get(number=3)
    told = {
        "shop": "jas",
        "number": 3,
        "at": forged.at,
        "kind": "sent",
        "subject": forged.subject,
        "payload": {"text": "Wij zeiden iets heel anders"},
        "previous_hash": forged.previous_hash,
    }
    _past_the_guard(
        "UPDATE ledger_entry SET payload = %s, hash = %s WHERE number = 3",
        json.dumps(told["payload"]),
        line_hash(**told),
    )

    assert verify(five_lines).broken_at == 4


@given(payloads=PAYLOADS)
@SLOWLY
def test_whatever_is_written_closes_and_is_exported_as_it_was_sealed(jas_shop, payloads):
    with transaction.atomic():
        for payload in payloads:
            record(jas_shop, "sent", "delivery:1", payload, at=NOW)
        assert verify(jas_shop).closes
        lines = [json.loads(line) for line in json_lines(jas_shop)]
        for line in lines:
            seal = line.pop("hash")
            assert line_hash(**line | {"at": datetime.fromisoformat(line["at"])}) == seal
        transaction.set_rollback(True)


@given(count=st.integers(1, 6), data=st.data())
@SLOWLY
def test_any_change_to_any_line_is_named(jas_shop, count, data):
    with transaction.atomic():
        for number in range(count):
            record(jas_shop, "sent", f"delivery:{number}", {"n": number}, at=NOW)
        broken = data.draw(st.integers(1, count))
        column, value = data.draw(
            st.sampled_from(
                [
                    ("kind", "x"),
                    ("subject", "x"),
                    ("hash", "0" * 64),
                    ("previous_hash", "f" * 64),
                    ("payload", "[]"),
                ]
            )
        )
        _past_the_guard(f"UPDATE ledger_entry SET {column} = %s WHERE number = %s", value, broken)
        assert verify(jas_shop).broken_at == broken
        transaction.set_rollback(True)


def test_two_shops_have_their_own_chains(jas_shop):
    other = Shop.objects.create(name="Spaak", slug="spaak")
    record(jas_shop, "sent", "delivery:1", {}, at=NOW)
    record(other, "sent", "delivery:2", {}, at=NOW)

    assert verify(jas_shop).lines == verify(other).lines == 1
    assert Head.objects.get(shop=jas_shop).number == 1
