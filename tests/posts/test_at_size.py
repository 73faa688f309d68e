"""In a shop with thousands of posts, Today and the calendar read what they show and not all there is."""

from datetime import date, timedelta

import pytest
from django.db import connection

from conftest import NOW
from posts.conftest import CALM
from toonbank.posts.attention import MOST, Attention
from toonbank.posts.calendar import month_of
from toonbank.posts.models import Approval, Delivery, Post
from toonbank.shops.statistics import renew_statistics

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def years(jas_shop, square, noor, bas):
    """Two posts a day for a year and a half, every fifth of them offered, the others planned or public; the newest first."""
    posts = Post.objects.bulk_create(
        Post(
            shop=jas_shop,
            author=bas,
            edited_by=bas,
            text=CALM,
            state="submitted" if number % 5 == 0 else "approved",
            plan_at=NOW + DAY - 12 * HOUR * number,
        )
        for number in range(1000)
    )
    posts = [post for post in posts if post.state == "approved"]
    said = {"shop": jas_shop, "account": square}
    approvals = Approval.objects.bulk_create(
        Approval(**said, post=post, fingerprint="0", member=noor, at=NOW, expires_at=NOW, checkup={})
        for post in posts
    )
    Delivery.objects.bulk_create(
        Delivery(
            **said,
            post=post,
            approval=approval,
            state="sent",
            due_at=post.plan_at,
            try_at=NOW,
            key=f"k{post.pk}",
            remote_id="r",
        )
        for post, approval in zip(posts, approvals, strict=True)
    )
    renew_statistics()
    return posts


def read_by(ask):
    """How SQLite reads the tables of posts and deliveries for what `ask` asks."""
    asked_for, steps = [], []

    def listen(execute, sql, params, many, context):
        asked_for.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen):
        ask()
    with connection.cursor() as cursor:
        for sql, params in asked_for:
            cursor.execute("EXPLAIN QUERY PLAN " + sql, params)
            steps += [line[3] for line in cursor.fetchall()]
    return steps


def test_today_and_the_calendar_find_posts_by_state_and_plan(years, jas_shop, noor):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL chooses by the size of the table")
    today = read_by(lambda: Attention(jas_shop, noor, NOW))
    assert any("post_by_kind_and_plan (shop_id=? AND kind=? AND state=?)" in step for step in today), today
    assert any("delivery_by_kind_and_state (shop_id=? AND kind=? AND state=?)" in step for step in today)
    month = read_by(lambda: month_of(jas_shop, date(2026, 11, 1), NOW))
    assert any("post_by_kind_and_plan" in step and "plan_at<?" in step for step in month), month
    assert not [step for step in today + month if "SCAN U0" in step or "SCAN posts" in step]


def test_what_is_planned_first_stands_on_today_however_it_waits(years, jas_shop, noor):
    back = years[-1]
    Post.objects.filter(pk=back.pk).update(
        state="draft", sent_back_why="Welke maat?", edited_by=noor, plan_at=NOW - 900 * DAY
    )
    wait = Attention(jas_shop, noor, NOW)
    assert [line.post.pk for line in wait.sent_back] == [back.pk]
    assert len(wait.to_approve) == MOST - 1
    plans = [line.post.plan_at for line in wait.to_approve]
    assert plans == sorted(plans)
    assert wait.has_more_offered
    assert {line.accounts for line in wait.to_approve} == {""}


def test_what_is_due_first_stands_on_today_however_it_is_stuck(years, jas_shop, noor):
    due = [one.pk for one in Delivery.objects.order_by("due_at", "pk")[: MOST + 5]]
    for place, pk in enumerate(due):
        Delivery.objects.filter(pk=pk).update(state=("held", "refused", "uncertain")[place % 3])
    wait = Attention(jas_shop, noor, NOW)
    shown = [one.pk for stuck in wait.held + wait.refused + wait.doubtful for one in stuck.deliveries]
    assert sorted(shown) == sorted(due[:MOST])
    assert wait.has_more_waiting


def test_a_post_stands_on_the_day_it_went_out_also_when_it_was_planned_for_another_month(years, jas_shop):
    moved = years[0]
    Delivery.objects.filter(post=moved).update(due_at=NOW - 60 * DAY)
    month = month_of(jas_shop, date(2026, 9, 1), NOW)
    assert moved.pk in {one.post.pk for one in month.own}
    assert moved.pk not in {one.post.pk for one in month_of(jas_shop, date(2026, 11, 1), NOW).own}
