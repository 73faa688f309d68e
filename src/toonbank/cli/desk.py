"""What the commands of the desk share: waking Django with one clear line when that is not possible."""

import logging
import os
import sys
from io import StringIO
from pathlib import Path

from toonbank.core.errors import BadInput, ToonbankError


def wake() -> None:
    """Make models and settings usable. BadInput with what to do, when the desk's packages or settings are wrong."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "toonbank.web.settings")
    try:
        import django
    except ImportError:
        raise BadInput("This needs the desk: pip install 'toonbank[desk]'") from None
    from django.apps import apps

    if apps.ready:
        return
    try:
        django.setup()
    except (ValueError, OSError) as trouble:
        raise BadInput(f"The settings are not right: {trouble}") from None
    # Every step of the engine would otherwise tell of its own queries.
    logging.getLogger("dbos").setLevel(logging.WARNING)


def make_ready() -> None:
    """Check the settings and bring the tables up to date. BadInput when either cannot be."""
    wake()
    from django.conf import settings
    from django.core.management import call_command
    from django.core.management.base import SystemCheckError
    from django.db import connections
    from django.db.utils import OperationalError

    try:
        call_command("check", stdout=StringIO())  # warnings still go to stderr
        call_command("migrate", interactive=False, verbosity=0)
        Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    except SystemCheckError as trouble:
        raise BadInput(f"The settings are not right: {trouble}") from None
    except OperationalError as trouble:
        raise BadInput(f"The database cannot be used: {str(trouble).strip().splitlines()[0]}") from None
    finally:
        connections.close_all()  # a fork must not inherit a line


def complain(trouble: ToonbankError) -> int:
    """One clear line; returns the exit status for unusable input."""
    print(f"toonbank: {trouble}", file=sys.stderr)
    return 2
