"""One post as its page shows it, in a small fixed number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, prefetch_related_objects

from toonbank.posts.approving import others_than_the_writer
from toonbank.posts.composing import Scene
from toonbank.posts.drafting import PUBLIC_STATES, Words
from toonbank.posts.findings import Look
from toonbank.posts.fingerprint import fingerprint
from toonbank.posts.gathering import approvers_of, belongings_of, has_deliveries, variants_of
from toonbank.posts.giving import GiveawayWords
from toonbank.posts.models import Approval, Delivery, Move, Post
from toonbank.posts.pictures import PictureWords
from toonbank.posts.telling import (
    Standing,
    Told,
    Waiting,
    delivery_standing,
    is_doubtful,
    joined,
    post_standing,
    story_of,
    waits_for,
)
from toonbank.shops.models import Member


@dataclass(frozen=True)
class Course:
    """One delivery with its story, how it stands, and what it waits for."""

    delivery: Delivery
    standing: Standing
    story: list[Told]
    waiting: Waiting | None

    @property
    def asks_whether_it_is_there(self) -> bool:
        """Whether a person must look at the network."""
        return self.delivery.state == "held" and is_doubtful(self.delivery)

    @property
    def can_go_again(self) -> bool:
        """Whether it may be sent again under a new yes to the same words."""
        return self.delivery.state in {"held", "refused"} and self.delivery.post.state == "approved"


@dataclass(frozen=True)
class Courses:
    """Deliveries that went the same way, told once; what is asked about is asked for each account."""

    all: list[Course]

    @property
    def first(self) -> Course:
        """The one whose story is told."""
        return self.all[0]

    @property
    def accounts(self) -> str:
        """Where they were to go."""
        return joined([course.delivery.account.name for course in self.all])


@dataclass(frozen=True)
class Said:
    """One text of the post and the accounts that get it."""

    text: str
    accounts: list[str]


class PostPage:
    """Everything on the page of one post, which comes from `gathered` and `with_its_people`."""

    def __init__(self, post: Post, member: Member, now: datetime) -> None:
        self.post, self.member, self.now = post, member, now
        self.variants = variants_of(post)
        self.its = belongings_of(post)
        self.pictures = self.its.pictures
        self.deliveries = list(_deliveries(post)) if has_deliveries(post) else []
        self.courses = [_course(delivery, post) for delivery in self.deliveries]
        self.standing: Standing = post_standing(post, self.deliveries)
        self.is_public = any(delivery.state in PUBLIC_STATES for delivery in self.deliveries)
        self.approval = self._approval()
        is_asked = post.state in {"submitted", "approved"}
        self.approvers = others_than_the_writer(post, approvers_of(post)) if is_asked else []

    @property
    def told(self) -> list[Courses]:
        """The stories; accounts held for one reason, after the same story, are told together."""
        groups: dict[object, list[Course]] = {}
        for course in self.courses:
            is_alike = course.waiting and not course.asks_whether_it_is_there
            story = tuple(
                (told.words, told.detail, told.at.replace(second=0, microsecond=0)) for told in course.story
            )
            alike = (course.delivery.state, str(course.delivery.held_why), story)
            groups.setdefault(alike if is_alike else course.delivery.pk, []).append(course)
        return [Courses(group) for group in groups.values()]

    @property
    def said(self) -> list[Said]:
        """The texts, each with its accounts."""
        texts: dict[str, list[str]] = {}
        for variant in self.variants:
            texts.setdefault(variant.text or self.post.text, []).append(variant.account.name)
        return [Said(text, names) for text, names in texts.items()] or [Said(self.post.text, [])]

    def _approval(self) -> Approval | None:
        """The newest yes that still holds for the words as they stand."""
        if self.post.state != "approved":
            return None
        prefetch_related_objects([self.post], "pictures")
        marks = {variant.account_id: fingerprint(self.post, variant) for variant in self.variants}
        given = self.post.approvals.filter(voided_at=None, expires_at__gt=self.now).select_related(
            "member__person"
        )
        return next((one for one in given if marks.get(one.account_id) == one.fingerprint), None)

    @property
    def may_approve(self) -> bool:
        """Whether this member may say yes."""
        return self.member in self.approvers

    @property
    def approver_names(self) -> str:
        """Who may say yes, in words."""
        return joined([str(member) for member in self.approvers])

    @property
    def may_ask_again(self) -> bool:
        """Whether an approval that no longer holds can be asked for anew."""
        waits = any(course.waiting for course in self.courses)
        return self.post.state == "approved" and not self.is_public and (waits or self.approval is None)

    @property
    def may_say_yes_now(self) -> bool:
        """Whether a yes is asked, and this member may give it."""
        return self.post.state == "submitted" and self.may_approve

    @property
    def may_send_back(self) -> bool:
        """Whether this member may return it to its writer."""
        return (
            self.post.state in {"submitted", "approved"} and not self.is_public and self.member.may("approve")
        )

    @property
    def may_edit(self) -> bool:
        """Whether its words may still change."""
        return not self.is_public and self.post.state != "discarded" and self.member.may("write")

    @property
    def may_answer(self) -> bool:
        """Whether this member may keep words that a rule warned about, with a reason."""
        return self.post.state in {"draft", "submitted"} and self.may_edit

    def look(self) -> Look:
        """How the words as saved are judged now."""
        post = self.post
        pictures = tuple(PictureWords.of(picture) for picture in self.pictures)
        scene = Scene(
            post.shop,
            [variant.account for variant in self.variants],
            self.now,
            self.its.said,
            pictures,
            post.pk,
        )
        words = Words(
            text=post.text,
            lang=post.lang,
            reader_gets=post.reader_gets,
            plan_at=post.plan_at,
            variants={variant.account_id: variant.text for variant in self.variants},
            product_ids=tuple(product.pk for product in self.its.linked),
            giveaway=GiveawayWords.of(post),
        )
        return scene.look(words)


def _deliveries(post: Post) -> Iterable[Delivery]:
    moves = Move.objects.select_related("member__person")
    there = Delivery.objects.filter(post=post).select_related("account", "approval__member__person")
    return there.defer("account__secret").prefetch_related(Prefetch("moves", moves)).order_by("pk")


def _course(delivery: Delivery, post: Post) -> Course:
    delivery.post = post
    for move in delivery.moves.all():
        move.delivery = delivery
    needs_somebody = delivery.state in {"held", "refused"}
    waiting = waits_for(delivery.held_why) if needs_somebody else None
    return Course(delivery, delivery_standing(delivery), story_of(delivery), waiting)
