"""The clock reads what is due; the feed server here is a real one, on loopback."""

import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.db import connections
from django_scopes import scope

from conftest import NOW
from evidence.lists import HEAD, coats, till
from toonbank.evidence.models import FactSource, Product
from toonbank.evidence.refreshing import keep_list, lists_folder, refresh, refresh_due_sources, want_import
from toonbank.evidence.signals import import_wanted
from toonbank.shops.models import Shop

HOUR = timedelta(hours=1)


class FeedServer(ThreadingHTTPServer):
    """A web shop that gives its list with an ETag, and remembers what it was asked."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Answer)
        self.body, self.etag, self.status, self.asked = HEAD.encode(), '"one"', 200, []

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_port}/feed.csv"


class Answer(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append(self.headers.get("If-None-Match"))
        is_known = self.headers.get("If-None-Match") == self.server.etag
        self.send_response(304 if is_known else self.server.status)
        self.send_header("ETag", self.server.etag)
        self.send_header("Content-Length", "0" if is_known else str(len(self.server.body)))
        self.end_headers()
        if not is_known:
            self.wfile.write(self.server.body)

    def log_message(self, *words):
        pass


@pytest.fixture
def feed(settings, tmp_path):
    settings.ALLOW_PRIVATE_ADDRESSES, settings.HOME = True, tmp_path
    with FeedServer() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def web_shop(jas_shop, feed):
    feed.body = stock_list_bytes(3)
    return FactSource.objects.create(
        shop=jas_shop, name="webwinkel", kind="address", address=feed.address, every_minutes=30, due_at=NOW
    )


def stock_list_bytes(count, **said):
    return (HEAD + "".join(";".join(map(str, row)) + "\n" for row in coats(count, **said))).encode()


def test_an_address_that_is_due_is_fetched_read_and_planned_again(jas_shop, web_shop):
    assert refresh_due_sources(NOW - HOUR) == 0
    assert refresh_due_sources(NOW) == 1
    web_shop.refresh_from_db()
    assert (web_shop.etag, web_shop.due_at) == ('"one"', NOW + timedelta(minutes=30))
    assert Product.objects.count() == 3
    assert refresh_due_sources(NOW) == 0


def test_a_feed_that_did_not_change_was_seen_once_more(web_shop, feed):
    refresh(web_shop, now=NOW)
    web_shop.refresh_from_db()
    run = refresh(web_shop, now=NOW + HOUR)
    assert feed.asked == [None, '"one"']
    assert (run.state, run.rows, run.changed) == ("done", 3, 0)
    assert {product.stock_seen_at for product in Product.objects.all()} == {NOW + HOUR}


def test_a_feed_that_changed_is_fetched_again(web_shop, feed):
    refresh(web_shop, now=NOW)
    web_shop.refresh_from_db()
    feed.body, feed.etag = stock_list_bytes(3, stock=1), '"two"'
    assert refresh(web_shop, now=NOW + HOUR).changed == 3


def test_what_was_not_read_to_its_end_is_fetched_again_in_full(web_shop, feed):
    feed.body = b"<!doctype html>"
    assert refresh(web_shop, now=NOW).state == "stopped"
    web_shop.refresh_from_db()
    assert web_shop.etag == ""
    feed.body = stock_list_bytes(3)
    assert refresh(web_shop, now=NOW + HOUR).state == "done"
    assert feed.asked == [None, None]


def test_a_server_that_refuses_leaves_a_stopped_run_and_a_next_time(web_shop, feed):
    feed.status = 403
    run = refresh(web_shop, now=NOW)
    assert run.state == "stopped"
    assert run.trouble["nl"]
    web_shop.refresh_from_db()
    assert web_shop.due_at == NOW + timedelta(minutes=30)


def test_a_private_address_is_not_called(web_shop, settings, feed):
    settings.ALLOW_PRIVATE_ADDRESSES = False
    assert refresh(web_shop, now=NOW).state == "stopped"
    assert feed.asked == []


def test_an_uploaded_list_is_read_once_and_then_removed(jas_shop, feed):
    name = keep_list(jas_shop, [stock_list_bytes(4)])
    kassa = till(jas_shop, file=name, due_at=NOW)
    assert refresh_due_sources(NOW) == 1
    kassa.refresh_from_db()
    assert (kassa.due_at, Product.objects.count()) == (None, 4)
    assert not (lists_folder() / name).exists()
    assert (lists_folder().stat().st_mode & 0o077) == 0


def test_a_list_that_got_lost_says_so(jas_shop, feed):
    run = refresh(till(jas_shop, file="jas/weg"), now=NOW)
    assert (run.state, run.trouble["nl"][:9]) == ("stopped", "Het besta")


def test_a_source_that_another_process_took_comes_back_when_that_one_died(web_shop):
    FactSource.objects.update(due_at=NOW + timedelta(minutes=10))  # taken, and then silence
    assert refresh_due_sources(NOW + timedelta(minutes=9)) == 0
    assert refresh_due_sources(NOW + timedelta(minutes=10)) == 1


def test_a_source_that_breaks_keeps_no_other_one_waiting(jas_shop, web_shop, feed):
    till(jas_shop, file="jas/kassa", due_at=NOW - HOUR, mapping={"columns": "not what we keep there"})
    (lists_folder() / "jas").mkdir()
    (lists_folder() / "jas/kassa").write_bytes(stock_list_bytes(1))
    assert refresh_due_sources(NOW) == 1
    assert Product.objects.count() == 3


def test_the_clock_is_told_when_a_person_wants_it_now(web_shop, django_capture_on_commit_callbacks):
    heard = []

    def hear(sender, source, **_):
        heard.append(source)

    import_wanted.connect(hear)
    with django_capture_on_commit_callbacks(execute=True):
        want_import(web_shop, now=NOW - HOUR)
    assert heard == [web_shop]
    assert refresh_due_sources(NOW - HOUR) == 1


class Watching(list):
    """Notes, each time the server is asked, whether this process keeps a transaction open meanwhile."""

    def __init__(self, ours):
        super().__init__()
        self.ours, self.open = ours, []

    def append(self, asked):
        self.open.append(self.ours.in_atomic_block)
        super().append(asked)


@pytest.mark.django_db(transaction=True)
def test_no_transaction_is_open_while_we_wait_for_the_network(feed):
    shop = Shop.objects.create(name="Jas", slug="jas")
    feed.body, feed.asked = stock_list_bytes(3), Watching(connections["default"])
    with scope(shop=shop):
        FactSource.objects.create(
            shop=shop, name="webwinkel", kind="address", address=feed.address, due_at=NOW
        )
    assert refresh_due_sources(NOW) == 1
    assert feed.asked.open == [False]
