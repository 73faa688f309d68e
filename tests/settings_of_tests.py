"""The desk's own settings, with a home folder that each test process has to itself and nobody keeps."""

import os
import tempfile

# Gone with the process.
_home = tempfile.TemporaryDirectory(prefix="toonbank-tests-", ignore_cleanup_errors=True)
os.environ["TOONBANK_HOME"] = _home.name
os.environ.setdefault("TOONBANK_LOG_LEVEL", "ERROR")

from toonbank.web.settings import *  # noqa: E402, F403 - the home must be known before the settings are read

# The commands that tests start are the desk itself, with its own settings.
os.environ["DJANGO_SETTINGS_MODULE"] = "toonbank.web.settings"

# A file, not memory: every request of a live server then has a connection of its own, as in the desk itself. In memory
# they would share one, and with it one transaction.
_database = DATABASES["default"]  # noqa: F405 - it comes with the star above
if _database["ENGINE"].endswith("sqlite3"):
    _database["TEST"] = {"NAME": os.path.join(_home.name, "tests.sqlite3")}
