"""What the desk tells the clock, without knowing who keeps it."""

from django.dispatch import Signal

import_wanted = Signal()
"""Sent after commit with `source`, a FactSource that is due now; answer with `refreshing.refresh_due_sources`."""
