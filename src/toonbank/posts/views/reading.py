"""One post: its words, how it is judged, who said yes, and how each delivery went."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from toonbank.posts.answers import page_of_reply
from toonbank.posts.forms import MomentForm
from toonbank.posts.gathering import gathered, with_its_people
from toonbank.posts.models import Kind, Post, Version
from toonbank.posts.reading import PostPage
from toonbank.shops.desk import DeskRequest


def read(request: DeskRequest, pk: int) -> HttpResponse:
    """The page of one post; a reply is read in its conversation."""
    post = with_its_people(gathered(Post.objects.with_people())).filter(pk=pk).first()
    if post is None:
        return redirect(page_of_reply(get_object_or_404(Post.objects.filter(kind=Kind.REPLY), pk=pk)))
    page = PostPage(post, request.member, timezone.now())
    is_open = post.state in {"draft", "submitted"}
    look = page.look() if is_open and not page.is_public else None
    moment = MomentForm(shop=request.shop, initial=MomentForm.shown(post.plan_at, request.shop))
    context = {
        "page": page,
        "post": post,
        "look": look,
        "moment": moment,
        "may_write": request.member.may("write"),
    }
    return render(request, "posts/read.html", context)


def versions(request: DeskRequest, pk: int) -> HttpResponse:
    """Everything that was ever saved of a post, newest first; also what came second and was kept."""
    post = get_object_or_404(Post.objects.with_people(), pk=pk)
    kept = Version.objects.filter(post=post).select_related("member__person")[:50]
    return render(request, "posts/versions.html", {"post": post, "versions": kept})
