"""The training gives the same file twice. It needs the data beside the repository, and takes a while."""

import sys
from pathlib import Path

import pytest

TRAINING = Path(__file__).parents[2] / "training"
DATA = TRAINING.parents[1] / "shared" / "data"


@pytest.mark.slow
@pytest.mark.skipif(
    not DATA.is_dir(), reason="the data to train on (../shared/data) are absent: nothing to train"
)
def test_training_twice_gives_the_file_of_the_package_to_the_byte(monkeypatch: pytest.MonkeyPatch):
    pytest.importorskip("sklearn", reason="scikit-learn is not installed: nothing to train with")
    monkeypatch.setattr(sys, "path", [str(TRAINING), *sys.path])
    from fit import Recipe, Sample, fit
    from messages import own

    from toonbank.language.linear import write
    from toonbank.triage.weighing import features_of

    def once() -> bytes:
        samples = [Sample(features_of(one.text, one.language), (one.kind,)) for one in own()]
        return write(fit(samples, ("danger", "legal-press"), "each", Recipe()))

    assert once() == once()


@pytest.mark.slow
@pytest.mark.skipif(
    not DATA.is_dir(), reason="the data to train on (../shared/data) are absent: nothing to train"
)
def test_the_file_in_the_package_is_what_script_train_makes():
    pytest.importorskip("sklearn", reason="scikit-learn is not installed: nothing to train with")
    import subprocess

    made = "import sys; sys.path.insert(0, sys.argv[1]); import triage; from toonbank.language.linear import write; "
    made += "sys.stdout.buffer.write(write(triage.train(triage.everything())))"
    done = subprocess.run(
        [sys.executable, "-c", made, str(TRAINING)], check=True, capture_output=True, timeout=900
    )
    assert done.stdout == (TRAINING.parent / "src/toonbank/triage/weights/triage.bin").read_bytes()
