"""What the desk tells the clock, without knowing who keeps it."""

from django.dispatch import Signal

delivery_planned = Signal()
"""Sent after commit with `delivery`, a Delivery in the state planned."""

reply_moved = Signal()
"""Sent inside the transaction that moves the delivery of a reply, with `delivery_id` and `event`."""
