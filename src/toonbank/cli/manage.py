"""`toonbank manage`: Django's own commands, on the desk's settings."""

import os
from collections.abc import Sequence

from toonbank.cli.desk import complain
from toonbank.core.errors import BadInput


def run(arguments: Sequence[str]) -> int:
    """Hand everything to Django; returns the exit status."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "toonbank.web.settings")
    try:
        from django.core.management import execute_from_command_line
    except ImportError:
        return complain(BadInput("This needs the desk: pip install 'toonbank[desk]'"))
    execute_from_command_line(["toonbank manage", *arguments])
    return 0
