"""What the counter tells the clock, without knowing who keeps it."""

from django.dispatch import Signal

arrived = Signal()
"""Sent after commit when events were stored; answer with `intake.take_in_waiting`."""
