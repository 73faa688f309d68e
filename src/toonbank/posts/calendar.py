"""A month of posts, as a calendar on the shop's wall: weeks begin on Monday, days are those of the shop's clock."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta, tzinfo

from django.db.models import Q

from toonbank.core.lifecycle import POST
from toonbank.posts.foreseeing import foreseen
from toonbank.posts.going import accounts_of, deliveries_of
from toonbank.posts.models import ENDED, Delivery, Post
from toonbank.posts.telling import Standing, draft_standing, post_standing
from toonbank.shops.models import Shop

MOST = 500
A_DAY = 6
A_LINE = 60
TROUBLE = {"block", "warn"}
ON_THE_WALL = [state for state in POST.states if state != "discarded"]
"""Named one by one, so that the plan of posts in each of these states is read from an index."""


@dataclass(frozen=True)
class Appointment:
    """One post at one moment, on as many accounts as it goes to then."""

    post: Post
    at: datetime  # on the shop's clock
    standing: Standing
    accounts: list[str]
    may_move: bool

    @property
    def time(self) -> str:
        """The hour on the wall."""
        return f"{self.at:%H:%M}"

    @property
    def words(self) -> str:
        """As much of the text as fits on the wall."""
        text = self.post.text
        return text if len(text) <= A_LINE else text[: A_LINE - 1].rstrip() + "…"

    @property
    def is_trouble(self) -> bool:
        """Whether somebody must look at it."""
        return self.standing.tone in TROUBLE


@dataclass
class Day:
    """One day on the wall."""

    on: date
    is_other_month: bool
    appointments: list[Appointment] = field(default_factory=list)

    @property
    def tone(self) -> str:
        """The gravest tone among what is there."""
        tones = {appointment.standing.tone for appointment in self.appointments}
        return next((tone for tone in ("block", "warn") if tone in tones), "")

    @property
    def shown(self) -> list[Appointment]:
        """As many as a day on the wall has room for; the page of the day has them all."""
        return self.appointments[:A_DAY]

    @property
    def hidden(self) -> int:
        """How many there are besides."""
        return max(len(self.appointments) - A_DAY, 0)

    @property
    def dots(self) -> str:
        """A dot for every post, a diamond for trouble; at most four, as a telephone has room for."""
        return "".join("◆" if one.is_trouble else "•" for one in self.appointments[:4])


@dataclass(frozen=True)
class Month:
    """A month with its weeks, and what surrounds it."""

    first: date
    weeks: list[list[Day]]
    before: date
    after: date

    @property
    def days(self) -> Iterator[Day]:
        """All days that are shown."""
        return (day for week in self.weeks for day in week)

    @property
    def own(self) -> list[Appointment]:
        """What stands in the month itself."""
        return [one for day in self.days if not day.is_other_month for one in day.appointments]

    @property
    def troubled(self) -> int:
        """How many of them ask for a look."""
        return sum(one.is_trouble for one in self.own)


def month_of(shop: Shop, first: date, now: datetime) -> Month:
    """The month that begins on `first`, in three queries, and four more where drafts are still to go out."""
    begin = first - timedelta(days=first.weekday())
    after = (first + timedelta(days=32)).replace(day=1)
    count = -(-(after - begin).days // 7) * 7
    days = [begin + timedelta(days=number) for number in range(count)]
    there = _appointments(shop, days[0], days[-1] + timedelta(days=1))
    _look_ahead(shop, there, now)
    made = [Day(day, (day.year, day.month) != (first.year, first.month), there[day]) for day in days]
    weeks = [made[start : start + 7] for start in range(0, count, 7)]
    return Month(first, weeks, (first - timedelta(days=1)).replace(day=1), after)


def midnight(shop: Shop, day: date) -> datetime:
    """When this day begins on the shop's clock."""
    return datetime.combine(day, time(0), shop.clock)


def _appointments(shop: Shop, begin: date, end: date) -> defaultdict[date, list[Appointment]]:
    span = midnight(shop, begin), midnight(shop, end)
    planned = Post.objects.posts().filter(plan_at__gte=span[0], plan_at__lt=span[1], state__in=ON_THE_WALL)
    due = Delivery.objects.of_posts().filter(due_at__gte=span[0], due_at__lt=span[1])
    either = Q(pk__in=planned.values("pk")) | Q(pk__in=due.values("post"))
    chosen = Post.objects.for_calendar().filter(either, state__in=ON_THE_WALL)
    by_id = {post.pk: post for post in chosen[:MOST]}
    going, names = deliveries_of(by_id, Delivery.objects.exclude(state__in=ENDED)), accounts_of(by_id)
    found: defaultdict[date, list[Appointment]] = defaultdict(list)
    for post in by_id.values():
        for one in _of(post, going[post.pk], names[post.pk], shop.clock):
            if span[0] <= one.at < span[1]:
                found[one.at.date()].append(one)
    for appointments in found.values():
        appointments.sort(key=lambda one: (one.at, one.post.pk))
    return found


def _look_ahead(shop: Shop, there: Mapping[date, list[Appointment]], now: datetime) -> None:
    """Mark the drafts that cannot go out as they are, the first ones to come."""
    coming = [one.post for day in sorted(there) for one in there[day] if one.at >= now]
    gravest = foreseen(shop, coming, now)
    for appointments in there.values():
        for place, one in enumerate(appointments):
            if severity := gravest.get(one.post.pk):
                appointments[place] = replace(one, standing=draft_standing(severity))


def _of(
    post: Post, going: Iterable[Delivery], names: Mapping[int, str], clock: tzinfo
) -> Iterable[Appointment]:
    """Where a post stands: once for every moment at which deliveries go out, else at its plan."""
    groups = defaultdict(list)
    for delivery in going:
        groups[delivery.due_at].append(delivery)
    for at, deliveries in groups.items():
        accounts = [names.get(delivery.account_id, "") for delivery in deliveries]
        may_move = all(delivery.state == "planned" for delivery in deliveries)
        yield Appointment(post, at.astimezone(clock), post_standing(post, deliveries), accounts, may_move)
    if not groups and post.plan_at:
        standing = post_standing(post, ())
        yield Appointment(post, post.plan_at.astimezone(clock), standing, list(names.values()), may_move=True)
