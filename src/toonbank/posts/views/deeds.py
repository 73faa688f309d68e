"""What the buttons on a post's page do: each calls one verb and goes back to a page that shows the result."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from toonbank.core.errors import BadInput, ToonbankError
from toonbank.posts import afterwards, approving, disputing, drafting, planning
from toonbank.posts.forms import MomentForm
from toonbank.posts.models import Delivery, Post
from toonbank.posts.shopclock import same_hour_on
from toonbank.posts.troubles import in_words
from toonbank.posts.views.answering import disputed_in_words
from toonbank.shops.desk import DeskRequest, at, go, may

Deed = Callable[..., str]


def _deed(on: type[Post] | type[Delivery]) -> Callable[[Deed], Callable[..., HttpResponse]]:
    """Do it to this post or delivery, say how it went, and go back to the post (or where the form came from)."""

    def make(do: Deed) -> Callable[..., HttpResponse]:
        @require_POST
        @wraps(do)
        def view(request: DeskRequest, pk: int) -> HttpResponse:
            rows = (
                Post.objects.with_people()
                if on is Post
                else Delivery.objects.with_post().select_related("shop")
            )
            row: Any = get_object_or_404(rows, pk=pk)
            post_id = row.pk if on is Post else row.post_id
            try:
                messages.success(request, do(request, row))
            except ToonbankError as trouble:
                messages.error(request, in_words(trouble))
            return redirect(came_from(request, at(request.shop, "posts:read", post_id)))

        return view

    return make


def came_from(request: DeskRequest, otherwise: str) -> str:
    """The page of this shop that the form names as its own, else another."""
    asked = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(asked, allowed_hosts=None) and asked.startswith(
        f"/s/{request.shop.slug}/"
    )
    return asked if is_ours else otherwise


@_deed(Post)
def submit(request: DeskRequest, post: Post) -> str:
    """Offer it for approval."""
    drafting.submit(post, request.member, now=timezone.now())
    return _("Offered for approval.")


@_deed(Post)
def approve(request: DeskRequest, post: Post) -> str:
    """Say yes to the version that was read."""
    version = request.POST.get("version", "")
    given = approving.approve(
        post, request.member, version=int(version) if version.isdecimal() else 0, now=timezone.now()
    )
    if post.plan_at and post.plan_at > given[0].at:
        return _("Approved. It goes out at its moment, after one more look at the evidence.")
    return _("Approved. It goes out now, after one more look at the evidence.")


@_deed(Post)
def send_back(request: DeskRequest, post: Post) -> str:
    """Return it to its writer."""
    drafting.send_back(post, request.member, request.POST.get("why", ""), now=timezone.now())
    return _("Sent back to %(name)s, with your reason.") % {"name": post.edited_by}


@_deed(Post)
def keep(request: DeskRequest, post: Post) -> str:
    """Let words stand that a rule warned about, with a reason."""
    said = request.POST
    words = said.get("words", "").replace("\r\n", "\n")
    drafting.keep_with_reason(
        post,
        request.member,
        said.get("rule", "")[:60],
        words,
        reason=said.get("reason", ""),
        now=timezone.now(),
    )
    return _("Kept, with your reason. It goes into the ledger with the approval.")


@_deed(Post)
def dispute(request: DeskRequest, post: Post) -> str:
    """Say that a finding is not right."""
    said = request.POST
    words = said.get("words", "").replace("\r\n", "\n")
    disputing.dispute(
        post,
        request.member,
        said.get("rule", ""),
        words,
        reason=said.get("reason", ""),
        now=timezone.now(),
    )
    return disputed_in_words()


@_deed(Post)
def ask_again(request: DeskRequest, post: Post) -> str:
    """Offer an approved post once more."""
    drafting.ask_again(post, request.member, now=timezone.now())
    return _("Offered for approval once more. What was planned waits.")


@_deed(Post)
def replan(request: DeskRequest, post: Post) -> str:
    """Another day or time. From the calendar comes only a day: the hour stays."""
    now = timezone.now()
    day = parse_date(request.POST.get("day", "")) if request.POST.get("same_hour") else None
    if day and post.plan_at:
        moment = same_hour_on(post.plan_at, day, request.shop.clock)
    else:
        form = MomentForm(request.POST, shop=request.shop, is_needed=True)
        if not form.is_valid():
            raise BadInput(" ".join(str(error) for errors in form.errors.values() for error in errors))
        moment = form.cleaned_data["moment"]
    planning.replan(post, request.member, moment, now=now)
    local = moment.astimezone(request.shop.clock)
    return _("Planned for %(day)s at %(time)s.") % {"day": f"{local:%d-%m-%Y}", "time": f"{local:%H:%M}"}


@_deed(Post)
def discard(request: DeskRequest, post: Post) -> str:
    """Throw it away."""
    drafting.discard(post, request.member, now=timezone.now())
    return _("Thrown away. You can take it back out.")


@_deed(Post)
def restore(request: DeskRequest, post: Post) -> str:
    """Take it back out."""
    drafting.restore(post, request.member, now=timezone.now())
    return _("Taken back out, as a draft.")


@require_POST
@may("write")
def write_again(request: DeskRequest, pk: int) -> HttpResponse:
    """A new draft with the same words."""
    post = get_object_or_404(Post.objects.with_people(), pk=pk)
    draft = drafting.write_again(post, request.member, now=timezone.now())
    messages.success(request, _("A new draft with the same words. The old post stays as it is."))
    return go(request, "posts:edit", draft.pk)


@_deed(Delivery)
def cancel(request: DeskRequest, delivery: Delivery) -> str:
    """Do not send it after all."""
    if not request.member.may("write"):
        raise BadInput(_("You may read here, not plan. Ask the owner of the shop."))
    planning.cancel_delivery(delivery, at=timezone.now(), member=request.member)
    return _("Cancelled. It does not go to %(account)s.") % {"account": delivery.account}


@_deed(Delivery)
def take_down(request: DeskRequest, delivery: Delivery) -> str:
    """Take it down at the network."""
    afterwards.withdraw(delivery, request.member, timezone.now)
    return _("Taken down from %(account)s.") % {"account": delivery.account}


@_deed(Delivery)
def arrived(request: DeskRequest, delivery: Delivery) -> str:
    """A person saw it at the network."""
    afterwards.say_it_arrived(delivery, request.member, request.POST.get("url", ""), timezone.now)
    return _("Written down: it is on %(account)s. It is not sent again.") % {"account": delivery.account}


@_deed(Delivery)
def send_again(request: DeskRequest, delivery: Delivery) -> str:
    """Send it after all, under a new yes."""
    version = request.POST.get("version", "")
    afterwards.send_again(
        delivery, request.member, timezone.now, version=int(version) if version.isdecimal() else 0
    )
    return _("It goes to %(account)s now, after one more look at the evidence.") % {
        "account": delivery.account
    }
