"""`toonbank demo`: a whole shop in one command, made once."""

from toonbank.cli.demo import run
from toonbank.shops.models import Shop


def test_a_second_run_leaves_the_shop_as_it_is(transactional_db, capsys):
    assert run([]) == 0
    first = capsys.readouterr().out
    assert first.count("/enter/") == 2
    assert run([]) == 0
    assert "there already" in capsys.readouterr().out
    assert Shop.objects.count() == 1
