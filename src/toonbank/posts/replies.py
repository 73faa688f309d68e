"""A reply: one person's words in answer to another, as a post of its own kind, so that it goes out as carefully as a post."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from toonbank.core.errors import BadInput, Blocked, NotAllowed
from toonbank.posts.approving import say_yes_to
from toonbank.posts.checking import Judged, words_of
from toonbank.posts.models import Approval, Confirmation, Kind, Post, Variant
from toonbank.posts.moves import move_post
from toonbank.shops.models import Account, Member


@dataclass(frozen=True)
class ReplyText:
    """What is said to whom, by the names of the network; `reasons` says by (rule, words) why what is warned about may stay."""

    text: str
    lang: str
    account: Account
    answers_remote_id: str
    answers_root: str
    answers_handle: str = ""
    is_private: bool = False
    reasons: Mapping[tuple[str, str], str] = field(default_factory=dict)


class Unanswered(Blocked):
    """Something was found that nobody has answered; `judged` tells what."""

    def __init__(self, judged: Judged) -> None:
        super().__init__(_("Something stands in this answer that has to change, or needs a reason."))
        self.judged = judged


def send_reply(said: ReplyText, member: Member, judged: Judged, *, now: datetime) -> Approval:
    """Write the reply down, with the yes of the person who pressed "send" to exactly these words, and plan it for now.

    `judged` is the judgement of these words. NotAllowed without the role, Unanswered when something in it stands. Only
    `conversations/replying.py` calls this, for a person who asks for it.
    """
    if not member.may("answer"):
        raise NotAllowed(_("You may read here, not answer. Ask the owner of the shop."))
    if judged.text != said.text:
        raise BadInput("other words were judged than are to be sent")
    if not judged.may_go_out:
        raise Unanswered(judged)
    with transaction.atomic():
        post = _written(said, member, now)
        variant = Variant.objects.create(shop_id=post.shop_id, post=post, account=said.account)
        _keep_reasons(post, member, said, judged, now=now)
        move_post(post, "submit", at=now, submitted_by=member)
        move_post(post, "approve", at=now)
        return say_yes_to(post, variant, member, judged, now=now)


def _written(said: ReplyText, member: Member, now: datetime) -> Post:
    return Post.objects.create(
        shop_id=member.shop_id,
        kind=Kind.REPLY,
        author=member,
        edited_by=member,
        text=said.text,
        lang=said.lang,
        answers_remote_id=said.answers_remote_id,
        answers_root=said.answers_root or said.answers_remote_id,
        answers_handle=said.answers_handle,
        is_private=said.is_private,
        made_at=now,
        changed_at=now,
    )


def _keep_reasons(post: Post, member: Member, said: ReplyText, judged: Judged, *, now: datetime) -> None:
    """Only those that something was found for: a reason for nothing would be kept for ever."""
    warned = {(finding.rule, words_of(finding, said.text)) for finding in judged.checkup.findings}
    kept = [
        Confirmation(
            shop_id=post.shop_id,
            post=post,
            rule=rule,
            words=words,
            reason=why.strip()[:500],
            member=member,
            at=now,
        )
        for (rule, words), why in said.reasons.items()
        if (rule, words) in warned and why.strip()
    ]
    Confirmation.objects.bulk_create(kept)
