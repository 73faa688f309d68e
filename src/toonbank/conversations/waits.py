"""How long people waited on an account, as the rules on whole accounts ask for it."""

from datetime import datetime, timedelta

from django.db.models import Q

from toonbank.conversations.models import WAITING, Conversation
from toonbank.etiquette.facts import ThreadSeen
from toonbank.shops.models import Account

COUNTS_FOR = timedelta(days=7)
"""The rule on slow answers looks at what was answered in the last seven days."""
LOOKS_BACK = timedelta(days=60)
MOST = 2000


def threads_on(account: Account, now: datetime) -> tuple[ThreadSeen, ...]:
    """What waits there now, since when, and what was answered in the last seven days; one query.

    Spam needs no answer and is left out. A conversation that waits again after an answer is one that waits.
    """
    waits = Q(state__in=WAITING)
    answered = ~Q(state__in=WAITING) & Q(answered_at__gte=now - COUNTS_FOR)
    rows = (
        Conversation.objects.filter(waits | answered, account=account, last_at__gte=now - LOOKS_BACK)
        .exclude(label="spam-abuse")
        .order_by("-last_at", "-pk")
        .values_list("label", "state", "heard_at", "began_at", "answered_at")[:MOST]
    )
    return tuple(
        ThreadSeen(label, heard_at or began_at, None)
        if state in WAITING
        else ThreadSeen(label, began_at, answered_at)
        for label, state, heard_at, began_at, answered_at in rows
    )
