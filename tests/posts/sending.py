"""What tests of sending need: a post that was approved, and a network that behaves exactly as badly as it is told."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from toonbank.channels.base import Limits, Outgoing, Receipt
from toonbank.core.errors import Refused, SignInAgain, TryLater, Uncertain
from toonbank.posts.approving import approve
from toonbank.posts.checking import judge_post, words_of
from toonbank.posts.drafting import Words, keep_with_reason, start_post, submit
from toonbank.posts.fingerprint import text_for
from toonbank.posts.models import Delivery, Post
from toonbank.shops.models import Account, Member, Shop

CALM = "De wollen jassen hangen weer in de etalage. Kom gerust passen, ook als je nog twijfelt."


def say_yes(
    shop: Shop,
    writer: Member,
    approver: Member,
    accounts: Sequence[Account],
    *,
    now: datetime,
    text: str = CALM,
    plan_at: datetime | None = None,
) -> Post:
    """A post by `writer`, approved by `approver`, planned on these accounts."""
    words = Words(
        text=text,
        reader_gets="je weet wat er in de winkel hangt",
        plan_at=plan_at,
        variants={account.pk: "" for account in accounts},
    )
    post = submit(start_post(shop, writer, words, now=now), writer, now=now)
    say_why_once_more(post, writer, now=now)
    approve(post, approver, version=post.version, now=now)
    return post


def say_why_once_more(post: Post, writer: Member, *, now: datetime) -> None:
    """Posts of a test come thick and fast, and say the same: the writer says why they may."""
    for variant, judged in judge_post(post, now=now):
        for finding in judged.unanswered:
            if finding.rule in {"duplicate-content", "spam-frequency"}:
                words = words_of(finding, text_for(post, variant))
                keep_with_reason(post, writer, finding.rule, words, reason="Het is een proef.", now=now)


def only_delivery(post: Post) -> Delivery:
    """The one delivery of a post, as the database has it."""
    return Delivery.objects.select_related("account", "post", "approval", "shop").get(post=post)


class Killed(BaseException):
    """The worker is gone in the middle of its work; nothing that it would have done next happens."""


@dataclass
class Fence:
    """A network without idempotency: whoever sends twice is there twice. `moods` says how it meets each send."""

    moods: list[str] = field(default_factory=list)
    posts: list[str] = field(default_factory=list)
    sent: list[Outgoing] = field(default_factory=list)
    can_look: bool = True
    meanwhile: Callable[[], Any] = lambda: None
    kind: str = "fence"
    limits: Limits = field(default_factory=lambda: Limits(characters=500, pictures=4, alt_characters=1500))

    def length(self, text: str) -> int:
        return len(text)

    def send(self, post: Outgoing) -> Receipt:
        self.sent.append(post)
        mood = self.moods.pop(0) if self.moods else "fine"
        before = {
            "refuse": Refused("Dit bericht willen we niet."),
            "refuse_you": Refused("'dewit@klant.test' is no address that can be written to."),
            "too_fast": TryLater("Rustig aan.", after=30.0),
            "signed_out": SignInAgain("Wie ben je?"),
            "hang_up_before": Uncertain("The line broke."),
            "break": RuntimeError("our own mistake"),
            "killed_before": Killed(),
        }.get(mood)
        if before:
            raise before
        self.posts.append(post.text)
        self.meanwhile()
        if mood == "killed_after":
            raise Killed
        if mood == "hang_up_after":
            raise Uncertain("The line broke after we sent.")
        return self._receipt(len(self.posts))

    def find(self, post: Outgoing) -> Receipt | None:
        if not self.can_look:
            raise TryLater("Nobody answers.", after=60.0)
        places = [number for number, text in enumerate(self.posts, start=1) if text == post.text]
        return self._receipt(places[-1]) if places else None

    def withdraw(self, remote_id: str) -> None:
        self.posts[int(remote_id) - 1] = ""

    def incoming(self, since: str) -> Any:
        return iter(())

    def opened_by(self, account: Account) -> "Fence":
        """What `deliver` takes as its opener."""
        return self

    def _receipt(self, number: int) -> Receipt:
        return Receipt(str(number), f"https://fence.example/{number}")


@dataclass
class Watch:
    """A clock that stands still until it is moved."""

    at: datetime

    def __call__(self) -> datetime:
        return self.at

    def ahead(self, **how: float) -> datetime:
        self.at += timedelta(**how)
        return self.at
