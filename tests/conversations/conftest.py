"""What the stories of the counter have in common."""

from datetime import timedelta

import pytest

from conftest import NOW
from conversations.cast import ASKS, waiting


@pytest.fixture
def own_home(settings, tmp_path):
    """A practice square of its own: ask for it with `usefixtures` where answers are sent."""
    settings.HOME = tmp_path


@pytest.fixture
def talk(jas_shop, square):
    """Somebody asks in public whether the coat runs large, an hour ago."""
    return waiting(jas_shop, square, ASKS, at=NOW - timedelta(hours=1))
