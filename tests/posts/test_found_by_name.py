"""Every event that comes in asks whether it is about something that went out from here."""

import pytest
from django.db import connection

from toonbank.posts.models import Delivery


@pytest.mark.parametrize("names", [["r1"], [f"r{number}" for number in range(300)]])
def test_what_went_out_is_found_by_its_name_at_the_network_through_an_index(names, jas_shop, square):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL chooses by the size of the table")
    there = Delivery.objects.filter(account__in=[square.pk], remote_id__in=names).order_by()
    sql, params = there.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}", params)
        plan = [line[3] for line in cursor.fetchall()]
    assert "delivery_by_remote_name (shop_id=? AND remote_id=?)" in plan[0], plan
