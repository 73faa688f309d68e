"""Every channel passes the list of `behaviours.py`."""

from .behaviours import *  # noqa: F403 the list is the test
