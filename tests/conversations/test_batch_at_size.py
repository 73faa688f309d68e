"""What comes in is held against what was said before along indices, however much that is."""

import re

import pytest
from django.db import connection

from conversations.streams import Life
from toonbank.conversations.intake import keep, take_in
from toonbank.shops.statistics import renew_statistics

BEFORE, NEW = 4_000, 100
ALL_OF_A_SHOP = re.compile(
    r"(SCAN|USING .*INDEX \w+ \(shop_id=\?\)|USING .*INDEX \w+ \(shop_id=\? AND (label|state)=\?\))"
)


@pytest.mark.slow
def test_a_batch_reads_the_rows_it_is_about_and_not_the_whole_shop(jas_shop, square):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL counts its rows by itself")
    events = Life(3, posts=200, people=3_000).events(BEFORE + NEW)
    hear(jas_shop, square, events[:BEFORE])
    renew_statistics()
    asked = []

    def listen(execute, sql, params, many, context):
        asked.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen):
        hear(jas_shop, square, events[BEFORE:])
    steps = [
        step for sql, params in asked if sql.startswith("SELECT") for step in how_it_is_read(sql, params)
    ]
    assert len(steps) > 10
    assert [step for step in steps if ALL_OF_A_SHOP.search(step)] == []


def hear(shop, account, events):
    for start in range(0, len(events), 500):
        now = max(one.changed_at or one.at for one in events[start : start + 500])
        keep(shop, account, events[start : start + 500], now=now)
        while take_in(shop, now=now):
            pass


def how_it_is_read(sql, params):
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN QUERY PLAN " + sql, params)
        about = [line[3] for line in cursor.fetchall()]
    # What waits to be taken in has an index of nothing else.
    rows = [line for line in about if "conversations_" in line or "relations_" in line]
    return [line for line in rows if "arrival_waiting_in_shop" not in line]
