"""Disputing a finding, taking that back, and settling what the shop does with it. A disputed finding stands all the same."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from toonbank.core.errors import BadInput, NotAllowed
from toonbank.etiquette.index import index
from toonbank.posts.models import Dispute, Post
from toonbank.shops.house import house_of
from toonbank.shops.models import Member

LONGEST_REASON = 500
AROUND = 80  # characters on both sides


def dispute(post: Post, member: Member, rule: str, words: str, *, reason: str, now: datetime) -> Dispute:
    """Say that a finding on these words ("" = the whole text) is not right.

    BadInput without a reason, when the words are no longer in the post, and when somebody disputed it already.
    """
    if not member.may("write"):
        raise NotAllowed(_("You may read here, not write. Ask the owner of the shop."))
    if rule not in index().rules:
        raise BadInput(_("This button is from an older page. Look again."))
    if not reason.strip():
        raise BadInput(_("Say in a few words what is not right; others read it."))
    with transaction.atomic():
        around = _around(post, words)
        if Dispute.objects.filter(post=post, rule=rule, words=words, taken_back_at=None).exists():
            raise BadInput(_already())
        try:
            with transaction.atomic():
                return Dispute.objects.create(
                    shop_id=post.shop_id,
                    post=post,
                    rule=rule,
                    severity=house_of(post.shop).level_of(rule),
                    lang=post.lang,
                    words=words,
                    around=around,
                    reason=reason.strip()[:LONGEST_REASON],
                    member=member,
                    at=now,
                )
        except IntegrityError:
            raise BadInput(_already()) from None


def _already() -> str:
    return _("Somebody said so already. It stands under Disagreements.")


def _around(post: Post, words: str) -> str:
    """The words with what stands around them in the post, or in the own text of an account."""
    for text in (post.text, *post.variants.values_list("text", flat=True)):
        place = text.find(words)
        if place >= 0:
            begin, end = max(0, place - AROUND), min(len(text), place + len(words) + AROUND)
            return "…" * (begin > 0) + text[begin:end] + "…" * (end < len(text))
    raise BadInput(_("These words are not in the post any more. Look again."))


def take_back(one: Dispute, member: Member, *, now: datetime) -> None:
    """The dispute was a mistake after all. BadInput when it was settled already; NotAllowed for anybody else."""
    if one.member_id != member.pk or not member.may("write"):
        raise NotAllowed(_("Only who said it takes it back."))
    gone = Dispute.objects.filter(pk=one.pk, taken_back_at=None, settled_as="").update(taken_back_at=now)
    if not gone:
        raise BadInput(_("It was settled or taken back already."))


def settle(one: Dispute, member: Member, how: str, *, now: datetime) -> None:
    """Say what the shop did with it. BadInput when that is not one of the ways, or when it was taken back."""
    if not member.may("run_shop"):
        raise NotAllowed(_("The owner of the shop settles this."))
    if how not in Dispute.Settled.values:
        raise BadInput(_("Choose what was done with it."))
    done = Dispute.objects.filter(pk=one.pk, taken_back_at=None, settled_as="").update(
        settled_as=how, settled_by=member, settled_at=now
    )
    if not done:
        raise BadInput(_("It was settled or taken back already."))
