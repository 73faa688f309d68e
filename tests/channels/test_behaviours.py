"""Every channel passes the lists of `behaviours.py` and `answering_behaviours.py`."""

from .answering_behaviours import *  # noqa: F403 the list is the test
from .behaviours import *  # noqa: F403 the list is the test
