"""A fresh home for each test: the practice squares are files in it."""

import pytest


@pytest.fixture(autouse=True)
def _own_home(settings, tmp_path):
    settings.HOME = tmp_path
