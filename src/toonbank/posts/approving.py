"""Saying yes: a named person, to exactly these words, these pictures, this account."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from toonbank.core.errors import Blocked, NotAllowed, Overtaken
from toonbank.ledger.writing import record
from toonbank.posts.checking import Judged, judge_post
from toonbank.posts.fingerprint import fingerprint
from toonbank.posts.ledgerwords import as_written_down
from toonbank.posts.models import Approval, Kind, Post, Variant
from toonbank.posts.moves import move_post
from toonbank.posts.planning import plan
from toonbank.shops.models import Member

HOLDS_FOR = timedelta(days=14)
"""An older yes no longer counts. Source: rule approval-missing."""


def may_approve(post: Post, member: Member) -> bool:
    """Whether this member may say yes: never to one's own words when a colleague could.

    A reply is one person's words to another: whoever may answer says yes to their own.
    """
    if post.kind == Kind.REPLY:
        return member.may("answer")
    if not member.may("approve"):
        return False
    is_alone = Member.objects.filter(shop_id=post.shop_id).approvers().count() < 2
    return is_alone or post.edited_by_id != member.pk


def approvers_for(post: Post) -> list[Member]:
    """Who may say yes to this post, by name."""
    there = (
        Member.objects.filter(shop_id=post.shop_id)
        .approvers()
        .select_related("person")
        .order_by("person__name")
    )
    return others_than_the_writer(post, list(there))


def others_than_the_writer(post: Post, approvers: list[Member]) -> list[Member]:
    """Of all who may approve in the shop, those who may say yes to these words."""
    return [member for member in approvers if len(approvers) == 1 or member.pk != post.edited_by_id]


def approve(post: Post, member: Member, *, version: int, now: datetime) -> list[Approval]:
    """Say yes to every variant of `version`, and plan its deliveries.

    NotAllowed for one's own post or without the role; Overtaken when the words changed since they were read;
    Blocked when a block stands or a warning has no reason yet.
    """
    if not may_approve(post, member):
        raise NotAllowed(_("These are your own words. A colleague has to read them first."))
    if post.version != version:
        raise Overtaken(f"post {post.pk} was changed after it was read")
    judged = judge_post(post, now=now)
    if not judged or any(not verdict.may_go_out for _variant, verdict in judged):
        raise Blocked(_("A finding stands that nobody has answered. Mend it first, or say why it may stay."))
    with transaction.atomic():
        move_post(post, "approve", at=now)
        return [say_yes_to(post, variant, member, verdict, now=now) for variant, verdict in judged]


def approve_again(post: Post, account_id: int, member: Member, *, version: int, now: datetime) -> Approval:
    """Say yes once more to the words of `version`, for one account whose delivery waits, and plan it.

    The same errors as `approve`; Overtaken when the post is no longer approved or leaves this account out.
    """
    if not may_approve(post, member):
        raise NotAllowed(_("These are your own words. A colleague has to read them first."))
    judged = [pair for pair in judge_post(post, now=now) if pair[0].account_id == account_id]
    if post.state != "approved" or post.version != version or not judged:
        raise Overtaken(f"post {post.pk} was changed after it was read")
    variant, verdict = judged[0]
    if not verdict.may_go_out:
        raise Blocked(_("A finding stands that nobody has answered. Mend it first, or say why it may stay."))
    with transaction.atomic():
        # Who edits now waits for us and voids this yes; who edited before us made it one to other words.
        standing = Post.objects.filter(pk=post.pk, state="approved", version=version)
        if not standing.update(version=version):
            raise Overtaken(f"post {post.pk} was changed after it was read")
        return say_yes_to(post, variant, member, verdict, now=now)


def say_yes_to(post: Post, variant: Variant, member: Member, judged: Judged, *, now: datetime) -> Approval:
    """Write down this member's yes to these very words on this account, and plan the delivery.

    Whether the member may, and whether the words may go out as `judged`, the caller has seen to.
    """
    mark = fingerprint(post, variant)
    post.approvals.filter(account=variant.account, voided_at=None).update(
        voided_at=now, voided_why="approved_again"
    )
    approval = Approval.objects.create(
        shop_id=post.shop_id,
        post=post,
        account=variant.account,
        fingerprint=mark,
        member=member,
        at=now,
        expires_at=now + HOLDS_FOR,
        checkup=judged.checkup.as_json(),
    )
    record(
        post.shop,
        "approved",
        f"post:{post.pk}",
        _approval_line(post, variant, member, judged, mark=mark),
        at=now,
    )
    plan(approval, member, due_at=max(post.plan_at or now, now), now=now)
    return approval


def _approval_line(
    post: Post, variant: Variant, member: Member, judged: Judged, *, mark: str
) -> dict[str, Any]:
    kept = post.confirmations.select_related("member__person")
    line = {
        "account": variant.account_id,
        "network": variant.account.kind,
        "text": judged.text,
        "fingerprint": mark,
        "by": member.pk,
        "claims": [claim.as_json() for claim in judged.checkup.claims],
        "kept": [
            {"rule": one.rule, "words": one.words, "reason": one.reason, "by": one.member_id} for one in kept
        ],
    }
    return as_written_down(post.kind, line)
