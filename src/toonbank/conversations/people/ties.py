"""With whom the shop is seen: accounts it calls kindred, and accounts that its posts of the last year tag."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from toonbank.posts.models import Delivery
from toonbank.relations.befriending import rather_not
from toonbank.relations.naming import handles_in
from toonbank.relations.papers import Kindred
from toonbank.shops.models import Shop

A_YEAR = timedelta(days=365)
MOST = 2000
SHOWN = 5


@dataclass
class Tie:
    """One account: as whom it is kindred, in which posts it is tagged, and whether we would rather not be seen with it."""

    handle: str
    kindred: Kindred | None = None
    posts: list[int] = field(default_factory=list)
    last_at: datetime | None = None
    is_held_back: bool = False

    @property
    def some_posts(self) -> list[int]:
        """The latest of them."""
        return self.posts[:SHOWN]


def visible_ties(shop: Shop, now: datetime) -> list[Tie]:
    """Everyone by name; two questions."""
    ties = {one.handle: Tie(one.handle, one) for one in Kindred.objects.filter(ended_at=None)[:MOST]}
    sent = Delivery.objects.filter(state="sent", sent_at__gte=now - A_YEAR, sent_text__contains="@")
    for delivery in sent.order_by("-sent_at").only("sent_text", "sent_at", "post_id")[:MOST]:
        for handle in handles_in(delivery.sent_text):
            tie = ties.setdefault(handle, Tie(handle))
            tie.last_at = tie.last_at or delivery.sent_at
            if delivery.post_id not in tie.posts:
                tie.posts.append(delivery.post_id)
    for tie in ties.values():
        tie.is_held_back = rather_not(shop, tie.kindred.name if tie.kindred else "", tie.handle)
    return sorted(ties.values(), key=lambda tie: (not tie.is_held_back, tie.handle))
