"""The log tells what broke in the desk, and where; never what visitors mistype, what people write, or what is secret."""

import io
import logging

import pytest
from django.test import Client

from conftest import NOW
from posts.sending import CALM, Watch, only_delivery, say_yes
from toonbank.posts.delivering import deliver
from toonbank.shops.entry import RESET_FOR, make_link
from toonbank.web.logs import LineFormatter

SECRET = "zeer-geheime-sleutel"


@pytest.fixture
def told():
    """All that the desk's own handler writes meanwhile."""
    root, written = logging.getLogger(), io.StringIO()
    own = next(one for one in root.handlers if isinstance(one.formatter, LineFormatter))
    handler = logging.StreamHandler(written)
    handler.setFormatter(own.formatter)
    for one in own.filters:
        handler.addFilter(one)
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield written.getvalue
    root.removeHandler(handler)
    root.setLevel(level)


@pytest.fixture
def broken_desk(monkeypatch):
    """Every request for who may come in breaks, with a secret in what it says."""

    def breaks(*_):
        raise ValueError(f"cannot read {SECRET}")

    monkeypatch.setattr("toonbank.web.doors.person_of", breaks)
    return Client(raise_request_exception=False)


def lines_of(told, *levels) -> list[str]:
    return [line for line in told().splitlines() if any(f" {level} " in line for level in levels)]


@pytest.mark.parametrize(
    "visit",
    [
        lambda client: client.get("/nergens/"),
        lambda client: client.get("/s/jas/posts/999/"),
        lambda client: client.get("/enter/geen-echte/"),
        lambda client: client.get("/", headers={"host": "elders.example"}),
        lambda client: client.get("/sign-out/"),
        lambda client: Client(enforce_csrf_checks=True).post("/sign-in/", {}),
    ],
)
def test_what_a_visitor_can_cause_is_no_news(noor, door_of, told, visit):
    assert visit(door_of(noor)).status_code in {400, 403, 404, 405, 410}
    assert lines_of(told, "WARNING", "ERROR") == []
    assert "Traceback" not in told()


def test_who_may_not_do_something_is_no_news(jas_shop, hire, door_of, told):
    assert door_of(hire(jas_shop, "Kim", "viewer")).get("/s/jas/posts/new/").status_code == 403
    assert lines_of(told, "WARNING", "ERROR") == []


def test_what_broke_is_told_with_its_place_and_without_link_or_words(noor, broken_desk, told):
    token = make_link(noor.person, now=NOW, valid_for=RESET_FOR)
    assert broken_desk.get(f"/enter/{token}/").status_code == 500
    assert "ERROR django.request Internal Server Error: enter/<str:token>/" in told()
    assert "doors.py" in told()
    assert "ValueError" in told()
    assert token not in told()
    assert SECRET not in told()


def test_a_send_that_fails_tells_neither_the_words_nor_the_key(jas_shop, bas, noor, square, told):
    post = say_yes(jas_shop, bas, noor, [square], now=NOW)

    def stumble(account):
        try:
            return {}[SECRET]
        except KeyError as first:
            raise RuntimeError(f"{CALM} {SECRET}") from first

    deliver(only_delivery(post).pk, clock=Watch(NOW), opener=stumble)
    assert "delivery stumbled" in told()
    assert "in stumble" in told()
    assert "RuntimeError" in told()
    assert CALM not in told()
    assert SECRET not in told()
