"""Every channel passes the list of `hearing_behaviours.py`."""

from .hearing_behaviours import *  # noqa: F403 the list is the test
