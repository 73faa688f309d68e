"""`toonbank ledger`: does the chain close, and all of it as JSON lines that anybody can verify."""

import json
from datetime import datetime

import pytest
from django.db import connection

from conftest import NOW
from posts.sending import Fence, Watch, only_delivery, say_yes
from toonbank.cli.ledger import run
from toonbank.ledger.chain import line_hash
from toonbank.ledger.guarding import unguard
from toonbank.ledger.models import Entry
from toonbank.posts.delivering import deliver


@pytest.fixture
def sent(jas_shop, bas, noor, square):
    """A post that went all the way."""
    post = say_yes(jas_shop, bas, noor, [square], now=NOW)
    deliver(only_delivery(post).pk, clock=Watch(NOW), opener=Fence().opened_by)


def test_a_whole_ledger_closes(sent, capsys):
    assert run(["verify"]) == 0
    assert capsys.readouterr().out == "jas: 2 lines, the chain closes.\n"


def test_a_changed_line_is_named(sent, capsys):
    unguard(connection)  # as somebody with the database in hand could
    Entry.objects.filter(number=2).update(payload={"text": "iets anders"})
    assert run(["verify", "--shop", "jas"]) == 1
    assert "line 2 (changed)" in capsys.readouterr().out


def test_an_export_can_be_verified_by_anybody(sent, capsys):
    assert run(["export", "--shop", "jas"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["kind"] for line in lines] == ["approved", "sent"]
    for line in lines:
        said = line.pop("hash")
        assert line_hash(**line | {"at": datetime.fromisoformat(line["at"])}) == said


def test_a_shop_that_is_not_there_is_told_in_one_line(jas_shop, capsys):
    assert run(["verify", "--shop", "hoed"]) == 2
    assert capsys.readouterr().err == "toonbank: There is no shop called 'hoed'.\n"
