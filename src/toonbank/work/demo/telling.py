"""The life of one post of the story, each step at its own moment."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from toonbank.channels.board import Drill
from toonbank.evidence.models import Product
from toonbank.posts.approving import approve
from toonbank.posts.drafting import Words, discard, send_back, start_post, submit
from toonbank.posts.models import Post
from toonbank.shops.models import Member
from toonbank.shops.opening import square_of
from toonbank.work.demo.moments import deliver_then
from toonbank.work.demo.opening import Cast
from toonbank.work.demo.script import Entry
from toonbank.work.demo.timeline import Event

GOOD_HOURS = (time(9), time(12, 30), time(16), time(19, 30))


@dataclass
class Telling:
    """One entry of the script on its way. `place` is its number in the script."""

    cast: Cast
    entry: Entry
    place: int
    now: datetime
    post: Post | None = None

    def events(self) -> Iterator[Event]:
        """What happens to it until now."""
        written = self._moment(self.entry.written_on(self.place), time(15, 40 + self.place % 20))
        yield Event(written, self._write)
        if self.entry.until == "discarded":
            yield Event(written + timedelta(minutes=9), self._throw_away)
        if self.entry.until in ("offered", "sent_back", "approved"):
            yield Event(written + timedelta(minutes=4), self._offer)
        if self.entry.until == "sent_back":
            yield Event(written + timedelta(minutes=50), self._send_back)
        if self.entry.until == "approved":
            yield Event(
                self._moment(self.entry.written_on(self.place) + 1, time(10, self.place)), self._say_yes
            )
            if (due := self._due()) and due < self.now:
                yield Event(due, self._send)

    def _write(self, at: datetime) -> None:
        accounts = {account.handle: account.pk for account in (self.cast.street, self.cast.outdoors)}
        own = dict(self.entry.own)
        words = Words(
            text=self.entry.text,
            lang=self.entry.lang,
            reader_gets=self.entry.gets,
            plan_at=self._due(),
            variants={accounts[handle]: own.get(handle, "") for handle in self.entry.to},
            product_ids=self._products(),
        )
        self.post = start_post(self.cast.shop, self._member(self.entry.by), words, now=at)

    def _offer(self, at: datetime) -> None:
        submit(self._told, self._member(self.entry.by), now=at)

    def _send_back(self, at: datetime) -> None:
        send_back(self._told, self.cast.noor, self.entry.why, now=at)

    def _throw_away(self, at: datetime) -> None:
        discard(self._told, self.cast.noor, now=at)

    def _say_yes(self, at: datetime) -> None:
        approve(self._told, self._member(self.entry.yes), version=self._told.version, now=at)

    def _send(self, at: datetime) -> None:
        """As the clock of the desk would, coming back as often as it is asked to."""
        if self.entry.drill:
            board = square_of(self.cast.shop)
            for handle in self.entry.to:
                board.misbehave(handle, Drill(self.entry.drill))
        for delivery in self._told.deliveries.filter(state="planned"):
            deliver_then(self.cast.shop, delivery.pk, at)

    @property
    def _told(self) -> Post:
        """The post as it stands; the script has it written first."""
        if self.post is None:
            raise LookupError(self.entry.text)
        self.post.refresh_from_db()
        return self.post

    def _member(self, name: str) -> Member:
        return {"noor": self.cast.noor, "bas": self.cast.bas, "samira": self.cast.samira}[name]

    def _products(self) -> tuple[int, ...]:
        found = Product.objects.none()
        for title in self.entry.products:
            found |= Product.objects.filter(title__startswith=title)
        return tuple(found.values_list("pk", flat=True))

    def _due(self) -> datetime | None:
        if self.entry.soon:
            hours = (self._moment(day, hour) for day in (0, 1) for hour in GOOD_HOURS)
            return next(moment for moment in hours if moment > self.now + timedelta(hours=1))
        if self.entry.on is None:
            return None
        return self._moment(self.entry.on, time.fromisoformat(self.entry.at))

    def _moment(self, day: int, at: time) -> datetime:
        clock = self.cast.shop.clock
        return datetime.combine(self.now.astimezone(clock).date() + timedelta(days=day), at, clock)
