"""kill -9 while the desk listens and takes in: nothing is lost, nothing is there twice."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent.parent
KILLS = 4


def scene(home, deed, **more):
    surroundings = os.environ | {
        "TOONBANK_HOME": str(home),
        "PYTHONPATH": str(TESTS),
        "TOONBANK_LOG_LEVEL": "ERROR",
    }
    surroundings.pop("TOONBANK_DATABASE", None)
    words = [sys.executable, "-m", "conversations.intake_scene", deed]
    return subprocess.Popen(words, env=surroundings, stdout=subprocess.PIPE, text=True, **more)


def finished(home, deed):
    process = scene(home, deed)
    said, _ = process.communicate(timeout=500)
    assert process.returncode == 0
    return said


@pytest.mark.slow
def test_a_desk_that_is_killed_while_it_listens_loses_and_doubles_nothing(tmp_path):
    calm, rough = tmp_path / "calm", tmp_path / "rough"
    finished(calm, "prepare")
    began = time.monotonic()
    finished(calm, "work")
    took = time.monotonic() - began
    finished(rough, "prepare")
    killed = _kill_now_and_then(rough, took)
    finished(rough, "work")
    assert killed >= 2
    assert json.loads(finished(rough, "report")) == json.loads(finished(calm, "report"))


def _kill_now_and_then(home, took):
    """Somewhere in the middle of its work; how often it was really killed."""
    dice, killed = random.Random(4), 0
    for _ in range(KILLS):
        process = scene(home, "work")
        assert process.stdout.readline() == "working\n"
        time.sleep(dice.uniform(0.02, 0.12) * took)
        killed += process.poll() is None
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        process.stdout.close()
    return killed
