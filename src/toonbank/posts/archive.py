"""What the shop's accounts said of late and will say soon, as the checker asks for it: one kept question, bounded."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from toonbank.etiquette.facts import Facts, GiveawaySeen, Published
from toonbank.evidence.gathering import listed, moment_in
from toonbank.posts.awarding import held
from toonbank.posts.giveaway import Giveaway
from toonbank.posts.giving import LARGE_CENTS
from toonbank.posts.models import Delivery, Variant
from toonbank.shops.kept import KeptQuestion
from toonbank.shops.models import Member, Shop

LOOKS_BACK = timedelta(days=60)
MOST_POSTS = 200
MOST_GAMES = 50
_GAME = ("draw_on", "told_at", "delivered_at", "total_cents", "decision")
STANDING = ("planned", "sending", "uncertain", "sent")
Row = dict[str, Any]


@dataclass(frozen=True)
class Told:
    """One post on one account, public or planned."""

    post: int
    account: int
    handle: str
    network: str
    text: str
    at: datetime
    is_public: bool

    def as_published(self) -> Published:
        """As the checker reads it."""
        return Published(text=self.text, at=self.at, network=self.network, account=self.handle)


@dataclass(frozen=True)
class Around:
    """Everything that stands beside a post: the other posts, newest first, and the names of who works in the shop."""

    told: tuple[Told, ...] = ()
    staff: tuple[str, ...] | None = None
    giveaways: tuple[GiveawaySeen, ...] = ()
    large_this_year: int = 0

    def on(self, network: str | None, accounts: Collection[int] = ()) -> tuple[Told, ...]:
        """What was told on these accounts of a network, each post once; on all of its accounts when none are named."""
        here = [one for one in self.told if network is None or one.network == network]
        if accounts:
            here = [one for one in here if one.account in accounts]
        return tuple({one.post: one for one in here}.values())

    def beside(self, facts: Facts, network: str | None, accounts: Collection[int]) -> Facts:
        """The facts, as they are for a post on this network."""
        return replace(facts, archive=tuple(one.as_published() for one in self.on(network, accounts)))


def around(shop: Shop, now: datetime, *, without: int | None = None) -> Around:
    """What the accounts of this shop tell, besides the post `without`."""
    own = [] if without is None else [without]
    (row,) = _AROUND.rows(shop, since=now - LOOKS_BACK, own=own)
    told = sorted((_told(one) for one in row["told"] or ()), key=lambda one: one.at, reverse=True)
    games = row["held"] or ()
    this_year = now.astimezone(shop.clock).year
    return Around(
        told=tuple(told),
        staff=tuple(one["name"] for one in row["staff"] or ()),
        giveaways=tuple(seen_in(one) for one in games),
        large_this_year=sum(_is_large(one) and _year_of(one) == this_year for one in games),
    )


def _asked(blanks: Mapping[str, Any]) -> QuerySet[Shop, Any]:  # its row is made of annotations
    its = OuterRef("pk")
    lately = Delivery.objects.of_posts().filter(state__in=STANDING, due_at__gte=blanks["since"])
    newest = lately.exclude(post__in=blanks["own"]).order_by("-due_at", "-pk").values("pk")
    own = Variant.objects.filter(post=OuterRef("post"), account=OuterRef("account")).values("text")[:1]
    told = listed(
        Delivery.objects.filter(shop=its, pk__in=newest[:MOST_POSTS]),
        "shop",
        *("post_id", "account_id", "sent_text", "state"),
        at=Coalesce("sent_at", "due_at"),
        own=Subquery(own),
        text="post__text",
        handle="account__handle",
        network="account__kind",
    )
    present = Member.objects.present().filter(shop=its)
    staff = listed(present, "shop", name="person__name")
    games = held().exclude(post__in=blanks["own"])
    ids = games.order_by("-draw_on", "-pk").values("pk")[:MOST_GAMES]
    of_shop = listed(Giveaway.objects.filter(shop=its, pk__in=ids), "shop", *_GAME)
    asked = {"told": told, "staff": staff, "held": of_shop}
    return Shop.objects.filter(pk=blanks["shop"].pk).annotate(**asked).values(*asked)


def _told(row: Row) -> Told:
    return Told(
        post=row["post_id"],
        account=row["account_id"],
        handle=row["handle"],
        network=row["network"],
        text=row["sent_text"] or row["own"] or row["text"],
        at=moment_in(row["at"]),
        is_public=row["state"] in ("sent", "uncertain"),
    )


def seen_in(row: Row) -> GiveawaySeen:
    """A giveaway out of a gathered row."""
    return GiveawaySeen(
        draw_on=date.fromisoformat(row["draw_on"]) if row["draw_on"] else None,
        winners_told=row["told_at"] is not None,
        delivered_at=moment_in(row["delivered_at"]) if row["delivered_at"] else None,
    )


def _is_large(row: Row) -> bool:
    return row["decision"] == Giveaway.Decision.CHANCE and (row["total_cents"] or 0) > LARGE_CENTS


def _year_of(row: Row) -> int:
    return date.fromisoformat(row["draw_on"]).year if row["draw_on"] else 0


_AROUND = KeptQuestion(_asked, moments=["since"], ids=["own"])
