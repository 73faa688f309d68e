"""The adapter to the task engine: names, addresses, and the real engine in a process of its own."""

import json
import os
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from toonbank.web.storage import database_from
from toonbank.work.engine import system_address, workflow_id

TESTS = Path(__file__).parent.parent
NINE = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)


def test_the_same_step_has_the_same_name():
    assert workflow_id(7, 2, NINE) == workflow_id(7, 2, NINE)
    assert workflow_id(7, 2, NINE).startswith("delivery-7-2-")


def test_another_plan_or_another_moment_has_another_name():
    names = {workflow_id(7, 2, NINE), workflow_id(7, 3, NINE), workflow_id(7, 2, NINE + timedelta(seconds=1))}
    assert len(names) == 3


def test_the_engine_keeps_its_file_beside_the_desks_own(tmp_path):
    assert system_address(database_from(None, tmp_path), tmp_path) == f"sqlite:///{tmp_path}/work.sqlite3"


def test_on_postgresql_the_engine_lives_in_the_same_database():
    address = "postgresql://noor:pa%40ss%2Fword@db.example:5433/toonbank"
    assert system_address(database_from(address, Path()), Path()) == address


def test_a_password_is_not_needed():
    address = "postgresql://noor@127.0.0.1:5433/toonbank"
    assert system_address(database_from(address, Path()), Path()) == address


@pytest.mark.slow
def test_the_real_engine_plans_once_cancels_runs_and_forgets(tmp_path):
    command = [sys.executable, "-m", "work.engine_scene"]
    environment = {
        **os.environ,
        "PYTHONPATH": str(TESTS),
        "TOONBANK_HOME": str(tmp_path),
        "TOONBANK_DATABASE": "",
        "TOONBANK_LOG_LEVEL": "WARNING",
    }
    told = json.loads(
        subprocess.run(command, env=environment, check=True, capture_output=True, timeout=60).stdout
    )
    assert told == {
        "planned twice": 1,
        "before": {"7-1": "waiting", "8-1": "none"},
        "after": {"7-1": "none"},
        "result": None,
        "kept today": 2,
        "kept after three days": 0,
    }
    mode = sqlite3.connect(tmp_path / "work.sqlite3").execute("PRAGMA journal_mode").fetchone()
    assert mode == ("wal",)
