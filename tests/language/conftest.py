"""The moment at which the stories of these tests are told."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest


@pytest.fixture(scope="session")
def saturday() -> datetime:
    """Saturday 21 November 2026, ten in the morning in Zutphen."""
    return datetime(2026, 11, 21, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
