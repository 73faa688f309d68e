"""Writing: a post is made, changed, offered for approval, sent back, thrown away and taken back out."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from toonbank.core.errors import BadInput, NotAllowed, Overtaken
from toonbank.posts.fingerprint import fingerprint
from toonbank.posts.models import Confirmation, Delivery, Post, Variant, Version
from toonbank.posts.moves import move_delivery, move_post
from toonbank.posts.planning import cancel_delivery
from toonbank.shops.models import Account, Member, Shop

PUBLIC_STATES = {"sending", "uncertain", "sent"}


@dataclass(frozen=True)
class Words:
    """What a form of the desk says about a post. `variants` maps an account's id to its own text ("" = the post's)."""

    text: str
    lang: str = "nl"
    reader_gets: str = ""
    plan_at: datetime | None = None
    variants: dict[int, str] = field(default_factory=dict)
    product_ids: tuple[int, ...] = ()


def _must_write(member: Member) -> None:
    if not member.may("write"):
        raise NotAllowed("This member may read, not write.")


def start_post(shop: Shop, member: Member, words: Words, *, now: datetime) -> Post:
    """A new draft."""
    _must_write(member)
    with transaction.atomic():
        post = Post.objects.create(
            shop=shop,
            author=member,
            edited_by=member,
            text=words.text,
            lang=words.lang,
            reader_gets=words.reader_gets,
            plan_at=words.plan_at,
            made_at=now,
            changed_at=now,
        )
        _set_targets(post, words.variants)
        post.products.set(words.product_ids)
        _keep_version(post, member, words, now=now)
    return post


def edit_post(post: Post, member: Member, words: Words, *, version: int, now: datetime) -> Post:
    """Save new words. Whatever was approved and no longer the same loses its approval, and waits.

    Overtaken when somebody saved after `version`: the words are kept as a Version of their own.
    """
    _must_write(member)
    try:
        with transaction.atomic():
            _must_be_private(post)
            _save_words(post, member, words, version=version, now=now)
            _void_what_changed(post, now=now)
            return post
    except Overtaken:
        _keep_version(post, member, words, now=now, came_second=True)
        raise


def _must_be_private(post: Post) -> None:
    if post.deliveries.filter(state__in=PUBLIC_STATES).exists():
        raise BadInput("This post is public already; write a correction instead.")


def _save_words(post: Post, member: Member, words: Words, *, version: int, now: datetime) -> None:
    changes = {
        "text": words.text,
        "lang": words.lang,
        "reader_gets": words.reader_gets,
        "plan_at": words.plan_at,
        "version": version + 1,
        "edited_by": member,
        "changed_at": now,
    }
    saved = Post.objects.filter(pk=post.pk, version=version).exclude(state="discarded").update(**changes)
    if not saved:
        raise Overtaken(f"post {post.pk} was saved by somebody else")
    post.refresh_from_db()
    _set_targets(post, words.variants)
    post.products.set(words.product_ids)
    _keep_version(post, member, words, now=now)


def _set_targets(post: Post, variants: dict[int, str]) -> None:
    own = set(
        Account.objects.filter(pk__in=variants, shop_id=post.shop_id)
        .exclude(state="closed")
        .values_list("pk", flat=True)
    )
    for gone in post.variants.exclude(account_id__in=own):
        for delivery in post.deliveries.filter(
            account_id=gone.account_id, state__in=["planned", "held", "refused"]
        ):
            cancel_delivery(delivery, at=post.changed_at, why="account_left_out")
        gone.delete()
    for account_id in own:
        Variant.objects.update_or_create(
            post=post, account_id=account_id, defaults={"shop_id": post.shop_id, "text": variants[account_id]}
        )


def _void_what_changed(post: Post, *, now: datetime) -> None:
    """An approval holds for one fingerprint only; its delivery waits for a new yes."""
    now_said = {
        variant.account_id: fingerprint(post, variant) for variant in post.variants.select_related("account")
    }
    voided = [
        approval
        for approval in post.approvals.filter(voided_at=None)
        if now_said.get(approval.account_id) != approval.fingerprint
    ]
    for approval in voided:
        post.approvals.filter(pk=approval.pk, voided_at=None).update(voided_at=now, voided_why="text_changed")
        for delivery in post.deliveries.filter(account_id=approval.account_id, state="planned"):
            move_delivery(
                delivery, "hold", at=now, details={"why": "text_changed"}, held_why={"why": "text_changed"}
            )
    is_incomplete = set(now_said) != set(
        post.approvals.filter(voided_at=None).values_list("account_id", flat=True)
    )
    if post.state == "submitted" or (post.state == "approved" and (voided or is_incomplete)):
        move_post(post, "edit", at=now)


def _keep_version(
    post: Post, member: Member, words: Words, *, now: datetime, came_second: bool = False
) -> None:
    number = post.versions.count() + 1
    Version.objects.create(
        shop_id=post.shop_id,
        post=post,
        number=number,
        text=words.text,
        reader_gets=words.reader_gets,
        variants={str(account): text for account, text in words.variants.items()},
        member=member,
        at=now,
        came_second=came_second,
    )


def submit(post: Post, member: Member, *, now: datetime) -> Post:
    """Offer the post for approval. BadInput when it says nothing or goes nowhere."""
    _must_write(member)
    if not post.text.strip():
        raise BadInput("There is no text yet.")
    if not post.variants.exists():
        raise BadInput("Choose at least one account first.")
    return move_post(post, "submit", at=now, submitted_by=member, sent_back_why="")


def send_back(post: Post, member: Member, why: str, *, now: datetime) -> Post:
    """Return the post to its writer, with a reason; what was planned waits."""
    if not member.may("approve"):
        raise NotAllowed("Only who may approve can send a post back.")
    with transaction.atomic():
        hold_planned(post, at=now, why="sent_back", member=member)
        post.approvals.filter(voided_at=None).update(voided_at=now, voided_why="sent_back")
        return move_post(post, "send_back", at=now, sent_back_why=why)


def hold_planned(post: Post, *, at: datetime, why: str, member: Member) -> None:
    """Hold every planned delivery of the post."""
    for delivery in post.deliveries.filter(state="planned"):
        move_delivery(delivery, "hold", at=at, member=member, details={"why": why}, held_why={"why": why})


def discard(post: Post, member: Member, *, now: datetime) -> Post:
    """Throw the post away; it can be restored. What was planned is cancelled, what is public stays."""
    _must_write(member)
    if post.deliveries.filter(state__in=PUBLIC_STATES).exists():
        raise BadInput("This post is public; take it down on its page instead.")
    with transaction.atomic():
        for delivery in Delivery.objects.filter(post=post, state__in=["planned", "held", "refused"]):
            cancel_delivery(delivery, at=now, member=member, why="discarded")
        post.approvals.filter(voided_at=None).update(voided_at=now, voided_why="discarded")
        return move_post(post, "discard", at=now)


def restore(post: Post, member: Member, *, now: datetime) -> Post:
    """Take a discarded post back out, as a draft."""
    _must_write(member)
    return move_post(post, "restore", at=now)


def keep_with_reason(
    post: Post, member: Member, rule: str, words: str, reason: str, *, now: datetime
) -> Confirmation:
    """Keep words that a rule warned about. The reason goes into the ledger when the post is approved."""
    _must_write(member)
    if not reason.strip():
        raise BadInput("Say why it may stay; the reason is kept.")
    kept, _ = Confirmation.objects.update_or_create(
        post=post,
        rule=rule,
        words=words,
        defaults={"shop_id": post.shop_id, "reason": reason.strip(), "member": member, "at": now},
    )
    return kept
