"""What lies in the home folder is its owner's alone: keys, rows and what SQLite keeps beside them."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from toonbank.web.keys import field_keys, signing_key
from toonbank.web.private import private_folder
from toonbank.web.storage import database_from

WRITE_A_ROW = """
import django
django.setup()
from django.conf import settings
from django.core.management import call_command
from django.db import connection
call_command("migrate", "sessions", verbosity=0)
for path in sorted(settings.HOME.rglob("*")):
    print(path.relative_to(settings.HOME))
    assert path.stat().st_mode & 0o077 == 0, (path, oct(path.stat().st_mode))
connection.close()
"""


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def careless():
    """A machine on which everybody may read and write what is made."""
    before = os.umask(0o000)
    yield
    os.umask(before)


def test_a_new_home_with_its_keys_and_rows_is_closed_to_others(tmp_path):
    home = tmp_path / "new" / "home"
    said = subprocess.run(
        ["/bin/sh", "-c", 'umask 000; exec "$0" -c "$1"', sys.executable, WRITE_A_ROW],
        env={
            **os.environ,
            "TOONBANK_HOME": str(home),
            "TOONBANK_DATABASE": "",
            "DJANGO_SETTINGS_MODULE": "toonbank.web.settings",
        },
        text=True,
        capture_output=True,
        check=True,
    ).stdout.split()
    assert mode(home) == 0o700
    assert {"toonbank.sqlite3", "toonbank.sqlite3-wal", "keys/field.keys", "keys/signing.key"} <= set(said)


@pytest.mark.parametrize("first", ["keys", "rows"])
def test_whichever_is_made_first_the_home_is_closed(tmp_path, careless, first):
    home = tmp_path / "home"
    if first == "keys":
        signing_key(home, None)
    else:
        database_from(None, home)
    assert mode(home) == 0o700


def test_a_home_that_stood_open_is_closed(tmp_path, careless):
    home = tmp_path / "home"
    (home / "keys").mkdir(parents=True)
    for name in ("toonbank.sqlite3", "toonbank.sqlite3-wal", "keys/signing.key"):
        (home / name).write_text("x")
    assert signing_key(home, None) == "x"
    database_from(None, home)
    assert mode(home) == mode(home / "keys") == 0o700
    assert {mode(path) for path in home.rglob("*") if path.is_file()} == {0o600}


def test_a_folder_that_is_everybodys_stays_so(tmp_path):
    tmp_path.chmod(0o1777)
    private_folder(tmp_path)
    assert mode(tmp_path) == 0o1777


def test_a_key_is_made_once_and_leaves_nothing_beside_it(tmp_path):
    assert field_keys(tmp_path, None) == field_keys(tmp_path, None)
    assert [path.name for path in (tmp_path / "keys").iterdir()] == ["field.keys"]
