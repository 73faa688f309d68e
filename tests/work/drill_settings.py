"""The desk as in a shop, but a lease of seconds: the drill cannot wait two minutes for each worker that it kills."""

from datetime import timedelta

from toonbank.web.settings import *  # noqa: F403 - the whole of it, with one change

SEND_LEASE = timedelta(seconds=6)
