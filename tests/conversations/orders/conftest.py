"""The door by which a shop system tells of orders."""

import pytest

from conversations.orders.cast import opened


@pytest.fixture
def webshop(noor):
    """The web shop's door."""
    return opened(noor)
