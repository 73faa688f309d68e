"""What the buttons of the compose page do once the words are saved; each says which page comes next."""

from collections.abc import Callable
from datetime import datetime

from django.contrib import messages
from django.http import QueryDict
from django.utils.translation import gettext as _

from toonbank.core.errors import BadInput
from toonbank.evidence.attesting import attest
from toonbank.evidence.models import Product
from toonbank.posts.approving import approvers_for
from toonbank.posts.disputing import dispute, take_back
from toonbank.posts.drafting import keep_with_reason, submit
from toonbank.posts.models import Post
from toonbank.posts.telling import joined
from toonbank.shops.desk import DeskRequest

Deed = Callable[[DeskRequest, Post, datetime], str]


def deed_of(pressed: QueryDict) -> Deed:
    """The deed of the pressed button; just saving when there is none."""
    if pressed.get("do") == "submit":
        return _offer
    if "keep" in pressed:
        return _keep
    if "dispute" in pressed:
        return _dispute
    if "undispute" in pressed:
        return _take_back
    if "count" in pressed:
        return _count
    return _saved


def _saved(request: DeskRequest, post: Post, now: datetime) -> str:
    messages.success(request, _("Saved."))
    return "posts:edit"


def _offer(request: DeskRequest, post: Post, now: datetime) -> str:
    if post.state == "approved":  # nothing changed that anybody said yes to
        messages.success(request, _("Saved. The approval still holds."))
        return "posts:read"
    if post.state == "submitted":
        messages.success(request, _("Saved. It still waits for approval."))
        return "posts:read"
    submit(post, request.member, now=now)
    names = joined([str(member) for member in approvers_for(post)])
    messages.success(request, _("Offered for approval to %(names)s.") % {"names": names})
    return "posts:read"


def _keep(request: DeskRequest, post: Post, now: datetime) -> str:
    """The button carries the rule and the words; the reason stands in a field beside it."""
    number, _bar, rest = request.POST["keep"].partition("|")
    rule, _bar, words = rest.partition("|")
    reason = request.POST.get(f"reason-{number}", "")
    keep_with_reason(post, request.member, rule, words.replace("\r\n", "\n"), reason=reason, now=now)
    messages.success(request, _("Kept, with your reason. It goes into the ledger with the approval."))
    return "posts:edit"


def _dispute(request: DeskRequest, post: Post, now: datetime) -> str:
    """The button carries the rule and the words; the reason stands in a field beside it."""
    number, _bar, rest = request.POST["dispute"].partition("|")
    rule, _bar, words = rest.partition("|")
    reason = request.POST.get(f"dispute-{number}", "")
    dispute(post, request.member, rule, words.replace("\r\n", "\n"), reason=reason, now=now)
    messages.success(request, disputed_in_words())
    return "posts:edit"


def disputed_in_words() -> str:
    """What it means that a finding was disputed."""
    return _(
        "Written down under Disagreements, with your reason. The finding stands until the rule or the words change."
    )


def _take_back(request: DeskRequest, post: Post, now: datetime) -> str:
    pk = request.POST["undispute"]
    one = post.disputes.filter(pk=int(pk) if pk.isdecimal() and len(pk) < 18 else 0).first()
    if one is None:
        raise BadInput(_("This button is from an older page. Look again."))
    take_back(one, request.member, now=now)
    messages.success(request, _("Taken back."))
    return "posts:edit"


def _count(request: DeskRequest, post: Post, now: datetime) -> str:
    """The button carries the product and the words; the number stands in a field beside it."""
    number, ref, words = (request.POST["count"].split("|", 2) + [""] * 2)[:3]
    counted = request.POST.get(f"counted-{number}", "").strip()
    if not counted.isdecimal() or len(counted) > 7:
        raise BadInput(_("Fill in how many you counted, as a number."))
    product = Product.objects.filter(ref=ref).first() if ref else None
    attest(
        request.shop,
        request.member,
        claim="scarcity",
        product=product,
        value=int(counted),
        words=words[:300],
        now=now,
    )
    messages.success(
        request, _("Counted: %(number)s, by you, just now. It is kept as evidence.") % {"number": counted}
    )
    return "posts:edit"
