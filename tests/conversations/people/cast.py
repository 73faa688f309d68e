"""Posts that are public already, as delivering leaves them."""

from datetime import datetime, timedelta

from conftest import NOW
from toonbank.posts.models import Approval, Delivery, Post
from toonbank.shops.models import Account, Member, Shop


def published(shop: Shop, member: Member, account: Account, text: str, *, at: datetime = NOW) -> Delivery:
    """This text stands on this account since `at`."""
    post = Post.objects.create(shop=shop, author=member, edited_by=member, text=text, state="approved")
    approval = Approval.objects.create(
        shop=shop,
        post=post,
        account=account,
        fingerprint="0" * 64,
        member=member,
        at=at,
        expires_at=at + timedelta(days=1),
        checkup={"claims": [], "findings": []},
    )
    return Delivery.objects.create(
        shop=shop,
        post=post,
        account=account,
        approval=approval,
        due_at=at,
        try_at=at,
        state="sent",
        key=f"k-{post.pk}",
        sent_text=text,
        sent_at=at,
        remote_id=f"r-{post.pk}",
    )
