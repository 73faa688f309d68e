"""What needs a person now, and what happens today."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import OuterRef, Q, QuerySet

from toonbank.evidence.gathering import listed
from toonbank.posts.awarding import owed
from toonbank.posts.giveaway import Giveaway
from toonbank.posts.listing import Line, lines_of
from toonbank.posts.models import Delivery, Post
from toonbank.posts.notices import asked_along, told_by
from toonbank.posts.telling import (
    Standing,
    Waiting,
    accounts_in_words,
    is_doubtful,
    post_standing,
    waits_for,
)
from toonbank.shops.kept import KeptQuestion
from toonbank.shops.models import Account, Member, Shop

MOST = 30
"""Of each kind; who has more than this waiting works from the list of posts."""


@dataclass(frozen=True)
class Stuck:
    """Deliveries of one post that wait for the same reason."""

    post: Post
    deliveries: list[Delivery]
    waiting: Waiting

    @property
    def accounts(self) -> str:
        """Where it was to go."""
        return accounts_in_words([delivery.account.name for delivery in self.deliveries])

    @property
    def due_at(self) -> datetime:
        """When it was to go out."""
        return min(delivery.due_at for delivery in self.deliveries)


@dataclass(frozen=True)
class Today:
    """One post of today, for the side of the page, however many accounts it goes to."""

    post: Post
    at: datetime
    standing: Standing


class Attention:
    """All that the page Today shows."""

    def __init__(self, shop: Shop, member: Member, now: datetime) -> None:
        self.shop, self.member, self.now = shop, member, now
        self.signed_out = list(Account.objects.filter(state=Account.State.SIGNED_OUT).defer("secret"))
        approvers, self.owed = self._of_the_shop()
        self.to_approve, self.with_others, self.sent_back = self._posts(approvers)
        waiting = list(_waiting())
        self.has_more_waiting = len(waiting) > MOST
        del waiting[MOST:]
        self.doubtful = _grouped(one for one in waiting if is_doubtful(one))
        self.refused = _grouped(one for one in waiting if one.state == "refused")
        self.held = _grouped(one for one in waiting if _is_held(one))
        self.today = _by_post(self._of_today())

    def _of_the_shop(self) -> tuple[set[int], list[Giveaway]]:
        """Who may approve, which prizes are owed, and what others tell: one question, with the shop as its row."""
        (row,) = _OF_THE_SHOP.rows(self.shop, now=self.now)
        self.notices = told_by(self.shop, self.member, row)
        rows = sorted(row["owed"] or (), key=lambda one: (one["draw_on"], one["pk"]))
        return {one["pk"] for one in row["approvers"] or ()}, [_giveaway(one) for one in rows]

    def _posts(self, approvers: set[int]) -> tuple[list[Line], list[Line], list[Line]]:
        """Submitted ones that this member may approve, those for others, and those sent back to this member."""
        planned_first = Post.objects.posts().order_by("plan_at", "pk")
        offered = planned_first.filter(state="submitted")
        back = planned_first.filter(state="draft", edited_by=self.member).exclude(sent_back_why="")
        chosen = Post.objects.for_lines().filter(_among_first(offered) | _among_first(back))
        there = list(chosen.order_by("plan_at", "pk")[: MOST + 1])
        self.has_more_offered = len(there) > MOST
        is_alone = approvers == {self.member.pk}
        to_approve: list[Line] = []
        others: list[Line] = []
        sent_back: list[Line] = []
        for line in lines_of(there[:MOST]):
            post = line.post
            may = self.member.pk in approvers and (is_alone or post.edited_by_id != self.member.pk)
            (sent_back if post.state == "draft" else to_approve if may else others).append(line)
        return to_approve, others, sent_back

    def _of_today(self) -> Iterable[Delivery]:
        begin = datetime.combine(self.now.astimezone(self.shop.clock).date(), time(0), self.shop.clock)
        end = datetime.combine(begin.date() + timedelta(days=1), time(0), self.shop.clock)
        there = (
            Delivery.objects.of_posts().filter(due_at__gte=begin, due_at__lt=end).exclude(state="cancelled")
        )
        return (
            there.select_related("post", "account").defer("account__secret").order_by("due_at", "pk")[:MOST]
        )

    @property
    def refused_count(self) -> int:
        """How many were refused."""
        return len(self.refused)

    @property
    def count(self) -> int:
        """How many things wait for this member."""
        lists = (
            self.notices,
            self.to_approve,
            self.doubtful,
            self.refused,
            self.held,
            self.sent_back,
            self.signed_out,
            self.owed,
        )
        return sum(len(one) for one in lists)


def _asked_of_the_shop(blanks: Mapping[str, Any]) -> QuerySet[Any, Any]:
    shop, now, its = blanks["shop"], blanks["now"], OuterRef("pk")
    games = Giveaway.objects.filter(
        shop=its, pk__in=owed(now.astimezone(shop.clock).date()).values("pk")[:MOST]
    )
    asked = asked_along(shop, now) | {
        "approvers": listed(Member.objects.filter(shop=its).approvers(), "shop", "pk"),
        "owed": listed(games, "shop", "pk", "prize", "draw_on", "told_at"),
    }
    return Shop.objects.filter(pk=shop.pk).annotate(**asked).values(*asked)


_OF_THE_SHOP = KeptQuestion(_asked_of_the_shop, moments=["now"])


def _giveaway(row: dict[str, Any]) -> Giveaway:
    """As a line shows it, out of a gathered row."""
    return Giveaway(**row | {"draw_on": date.fromisoformat(row["draw_on"])})


def _is_held(delivery: Delivery) -> bool:
    """Held, and nobody did anything about it: mended words that wait for a yes are in that list already."""
    return delivery.state == "held" and not is_doubtful(delivery) and delivery.post.state != "submitted"


def _by_post(deliveries: Iterable[Delivery]) -> list[Today]:
    groups: dict[tuple[datetime, int], list[Delivery]] = {}
    for delivery in deliveries:
        groups.setdefault((delivery.due_at, delivery.post_id), []).append(delivery)
    return [
        Today(group[0].post, at, post_standing(group[0].post, group)) for (at, _), group in groups.items()
    ]


def _waiting() -> Iterable[Delivery]:
    there = Delivery.objects.of_posts().exclude(post__state="discarded").order_by("due_at", "pk")
    held, refused, uncertain = (
        _among_first(there.filter(state=state)) for state in ("held", "refused", "uncertain")
    )
    chosen = Delivery.objects.filter(held | refused | uncertain).order_by("due_at", "pk")
    return chosen.select_related("post", "account").defer("account__secret")[: MOST + 1]


def _among_first(rows: QuerySet[Any, Any]) -> Q:
    """Among the first of these, in their order. Each state is asked for by itself, so that its index gives that order; a choice
    of states would be sorted, all of it."""
    return Q(pk__in=rows.values("pk")[: MOST + 1])


def _grouped(deliveries: Iterable[Delivery]) -> list[Stuck]:
    """One line a post and reason."""
    groups: dict[tuple[int, str], list[Delivery]] = {}
    for delivery in deliveries:
        groups.setdefault((delivery.post_id, str(delivery.held_why)), []).append(delivery)
    return [Stuck(group[0].post, group, waits_for(group[0].held_why)) for group in groups.values()]
