"""The desk's own settings, with a home folder that each test process has to itself and nobody keeps."""

import os
import tempfile

os.environ["TOONBANK_HOME"] = tempfile.mkdtemp(prefix="toonbank-tests-")
os.environ.setdefault("TOONBANK_LOG_LEVEL", "ERROR")

from toonbank.web.settings import *  # noqa: F403 - the home must be known before the settings are read

# The commands that tests start are the desk itself, with its own settings.
os.environ["DJANGO_SETTINGS_MODULE"] = "toonbank.web.settings"
