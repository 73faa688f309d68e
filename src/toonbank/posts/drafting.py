"""Writing: a post is made, changed, offered for approval, sent back, thrown away and taken back out."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from toonbank.core.errors import BadInput, NotAllowed, Overtaken
from toonbank.evidence.models import Product
from toonbank.posts.fingerprint import fingerprint
from toonbank.posts.giving import GiveawayWords, set_giveaway
from toonbank.posts.models import Confirmation, Delivery, Picture, Post, Variant, Version
from toonbank.posts.moves import move_delivery, move_post
from toonbank.posts.pictures import PictureWords, add_picture, set_pictures
from toonbank.posts.planning import cancel_delivery, move_planned
from toonbank.shops.models import Account, Member, Shop

PUBLIC_STATES = {"sending", "uncertain", "sent"}


@dataclass(frozen=True)
class Words:
    """What a form of the desk says about a post.

    `variants` maps an account's id to its own text ("" = the post's). `pictures` are the pictures that stay, in their
    order, by id; None leaves them as they are, and so it does with the terms of a giveaway.
    """

    text: str
    lang: str = "nl"
    reader_gets: str = ""
    plan_at: datetime | None = None
    variants: dict[int, str] = field(default_factory=dict)
    product_ids: tuple[int, ...] = ()
    pictures: dict[int, PictureWords] | None = None
    giveaway: GiveawayWords | None = None


def _must_write(member: Member) -> None:
    if not member.may("write"):
        raise NotAllowed(_("You may read here, not write. Ask the owner of the shop."))


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
        _set_products(post, words.product_ids)
        if words.giveaway is not None:
            set_giveaway(post, words.giveaway)
        _keep_version(post, member, words, now=now)
    return post


def edit_post(post: Post, member: Member, words: Words, *, version: int, now: datetime) -> Post:
    """Save new words. Whatever was approved and no longer the same loses its approval, and waits.

    Overtaken when somebody saved after `version`: the words are kept as a Version of their own. BadInput when the post
    is public or thrown away. Another moment moves what is planned; taking the moment away leaves it where it is.
    """
    _must_write(member)
    try:
        with transaction.atomic():
            _must_be_private(post)
            before = post.plan_at
            _save_words(post, member, words, version=version, now=now)
            void_what_changed(post, now=now)
            if words.plan_at and words.plan_at != before:
                move_planned(post, member, words.plan_at, now=now)
            return post
    except Overtaken:
        _keep_version(post, member, words, now=now, came_second=True)
        raise


def _must_be_private(post: Post) -> None:
    if post.state == "discarded":
        raise BadInput(_("This post was thrown away. Take it back out first, then change it."))
    if post.deliveries.filter(state__in=PUBLIC_STATES).exists():
        raise BadInput(_("This post is public already, or may be. Write a correction instead."))
    if post.deliveries.filter(state="held", held_why__why="could_not_look").exists():
        raise BadInput(_("Nobody could look whether this post is public. Say so on its page first."))


def _save_words(post: Post, member: Member, words: Words, *, version: int, now: datetime) -> None:
    """Save what a form says. Who changes nothing that readers see did not write it, and may still approve it."""
    before = _public_words(post)
    changes = {
        "text": words.text,
        "lang": words.lang,
        "reader_gets": words.reader_gets,
        "plan_at": words.plan_at,
        "version": version + 1,
        "changed_at": now,
    }
    saved = Post.objects.filter(pk=post.pk, version=version).exclude(state="discarded").update(**changes)
    if not saved:
        raise Overtaken(f"post {post.pk} was saved by somebody else")
    post.refresh_from_db()
    _set_targets(post, words.variants)
    _set_products(post, words.product_ids)
    if words.pictures is not None:
        set_pictures(post, words.pictures)
    if words.giveaway is not None:
        set_giveaway(post, words.giveaway)
    _keep_version(post, member, words, now=now)
    if _public_words(post) != before:
        _note_new_words(post, member, now=now)


def _public_words(post: Post) -> dict[int, str]:
    """What readers would see, as one fingerprint for each account."""
    return {variant.account_id: fingerprint(post, variant) for variant in post.variants.all()} | {
        0: fingerprint(post, Variant(account_id=0))
    }


def _note_new_words(post: Post, member: Member, *, now: datetime) -> None:
    """Who wrote last may not approve; an offer of other words is no offer of these."""
    Post.objects.filter(pk=post.pk).update(edited_by=member)
    post.edited_by = member
    if post.state == "submitted":
        move_post(post, "edit", at=now)


def add_picture_to(
    post: Post, member: Member, content: bytes, *, now: datetime, alt: str = "", people: str = "unknown"
) -> Picture:
    """Add one more picture. It is another publication now: what was approved waits for a new yes.

    BadInput when it is no picture, when there are four already, or when the post is public.
    """
    _must_write(member)
    with transaction.atomic():
        _must_be_private(post)
        picture = add_picture(post, content, alt=alt, people=people)
        saved = Post.objects.filter(pk=post.pk, version=post.version).update(
            version=post.version + 1, changed_at=now
        )
        if not saved:
            raise Overtaken(f"post {post.pk} was saved by somebody else")
        post.refresh_from_db()
        _note_new_words(post, member, now=now)
        void_what_changed(post, now=now)
    return picture


def _set_products(post: Post, product_ids: Iterable[int]) -> None:
    """Link these products, as far as they are this shop's own."""
    post.products.set(Product.objects.filter(shop_id=post.shop_id, pk__in=list(product_ids)))


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


def void_what_changed(post: Post, *, now: datetime) -> None:
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
    if post.state == "approved" and (voided or is_incomplete):
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
        raise BadInput(_("There is no text yet. Write something first."))
    if not post.variants.exists():
        raise BadInput(_("This post goes nowhere yet. Choose at least one account."))
    return move_post(post, "submit", at=now, submitted_by=member, sent_back_why="")


def send_back(post: Post, member: Member, why: str, *, now: datetime) -> Post:
    """Return the post to its writer, with a reason; what was planned waits. BadInput without a reason."""
    if not member.may("approve"):
        raise NotAllowed(_("Only who may approve can send a post back."))
    if not why.strip():
        raise BadInput(_("Say what should change; the writer reads your reason."))
    with transaction.atomic():
        _must_be_private(post)
        hold_planned(post, at=now, why="sent_back", member=member)
        post.approvals.filter(voided_at=None).update(voided_at=now, voided_why="sent_back")
        return move_post(post, "send_back", at=now, sent_back_why=why.strip()[:500])


def hold_planned(post: Post, *, at: datetime, why: str, member: Member) -> None:
    """Hold every planned delivery of the post."""
    for delivery in post.deliveries.filter(state="planned"):
        move_delivery(delivery, "hold", at=at, member=member, details={"why": why}, held_why={"why": why})


def discard(post: Post, member: Member, *, now: datetime) -> Post:
    """Throw the post away; it can be restored. What was planned is cancelled, what is public stays."""
    _must_write(member)
    if post.deliveries.filter(state__in=PUBLIC_STATES).exists():
        raise BadInput(_("This post is public, or may be. Take it down first."))
    with transaction.atomic():
        for delivery in Delivery.objects.filter(post=post, state__in=["planned", "held", "refused"]):
            cancel_delivery(delivery, at=now, member=member, why="discarded")
        post.approvals.filter(voided_at=None).update(voided_at=now, voided_why="discarded")
        return move_post(post, "discard", at=now)


def ask_again(post: Post, member: Member, *, now: datetime) -> Post:
    """Offer an approved post once more, because its approval ran out or its evidence weakened. What is planned waits."""
    _must_write(member)
    with transaction.atomic():
        _must_be_private(post)
        hold_planned(post, at=now, why="not_approved", member=member)
        post.approvals.filter(voided_at=None).update(voided_at=now, voided_why="asked_again")
        move_post(post, "edit", at=now)
        return submit(post, member, now=now)


def write_again(post: Post, member: Member, *, now: datetime) -> Post:
    """A new draft with the same words: a correction of a public post, or the same message another day."""
    words = Words(
        text=post.text,
        lang=post.lang,
        reader_gets=post.reader_gets,
        variants=dict(post.variants.exclude(account__state="closed").values_list("account_id", "text")),
        product_ids=tuple(post.products.values_list("pk", flat=True)),
    )
    return start_post(post.shop, member, words, now=now)


def restore(post: Post, member: Member, *, now: datetime) -> Post:
    """Take a discarded post back out, as a draft."""
    _must_write(member)
    return move_post(post, "restore", at=now)


def keep_with_reason(
    post: Post, member: Member, rule: str, words: str, *, reason: str, now: datetime
) -> Confirmation:
    """Keep words that a rule warned about. The reason goes into the ledger when the post is approved.

    BadInput without a reason, and when the post was approved: nobody who said yes would have read the reason.
    """
    _must_write(member)
    if post.state not in {"draft", "submitted"}:
        raise BadInput(
            _("This post is approved or thrown away. Offer it again first, then give your reason.")
        )
    if not reason.strip():
        raise BadInput(_("Say why it may stay; the reason is kept in the ledger."))
    kept, _made = Confirmation.objects.update_or_create(
        post=post,
        rule=rule,
        words=words,
        defaults={"shop_id": post.shop_id, "reason": reason.strip()[:500], "member": member, "at": now},
    )
    return kept
