"""The list of posts: by standing, by words, a page at a time, the last as fast as the first."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Exists, OuterRef, Q
from django.utils.dateparse import parse_datetime

from toonbank.etiquette import Severity
from toonbank.evidence.models import Product
from toonbank.posts.foreseeing import foreseen
from toonbank.posts.going import accounts_of, deliveries_of
from toonbank.posts.models import Delivery, Post, PostSet
from toonbank.posts.telling import Standing, accounts_in_words, draft_standing, post_standing
from toonbank.shops.models import Shop

A_PAGE = 25
FILTERS = ("all", "draft", "submitted", "planned", "waiting", "public", "discarded")


@dataclass(frozen=True)
class Line:
    """A post as one line."""

    post: Post
    standing: Standing
    accounts: str
    at: datetime


@dataclass(frozen=True)
class Page:
    """A page of lines, and where the next one begins ("" on the last)."""

    lines: list[Line]
    next: str


def page_of(shop: Shop, standing: str, words: str, before: str, *, now: datetime) -> Page:
    """The posts with this standing and these words, changed before `before` (a mark of an earlier page)."""
    chosen = _standing(Post.objects.for_lines(), standing)
    for word in words.split()[:6]:
        chosen = chosen.filter(text__icontains=word)
    chosen = _after(chosen, before).order_by("-changed_at", "-pk")
    found = list(chosen[: A_PAGE + 1])
    gravest = foreseen(shop, found[:A_PAGE], now)
    lines = [_with_gravest(line, gravest.get(line.post.pk)) for line in lines_of(found[:A_PAGE])]
    mark = f"{found[A_PAGE - 1].changed_at.isoformat()}_{found[A_PAGE - 1].pk}" if len(found) > A_PAGE else ""
    return Page(lines, mark)


def _with_gravest(line: Line, severity: Severity | None) -> Line:
    return line if severity is None else replace(line, standing=draft_standing(severity))


def about(product: Product, most: int = 5) -> list[Line]:
    """The newest posts that were linked to this product, or that say its title."""
    said = Q(products=product) | Q(text__icontains=product.title)
    found = Post.objects.for_lines().exclude(state="discarded").filter(said).distinct()
    return lines_of(found.order_by("-changed_at", "-pk")[:most])


def _standing(posts: PostSet, standing: str) -> PostSet:
    def with_delivery(*states: str) -> Exists:
        return Exists(Delivery.objects.filter(post=OuterRef("pk"), state__in=states))

    if standing in {"draft", "submitted", "discarded"}:
        return posts.filter(state=standing)
    if standing == "planned":
        return posts.filter(with_delivery("planned", "sending"), state="approved")
    if standing == "waiting":
        return posts.filter(with_delivery("held", "refused", "uncertain")).exclude(state="discarded")
    if standing == "public":
        return posts.filter(with_delivery("sent"))
    return posts.exclude(state="discarded")


def _after(posts: PostSet, before: str) -> PostSet:
    at, _bar, pk = before.rpartition("_")
    moment = parse_datetime(at) if at else None
    if moment is None or moment.tzinfo is None or not pk.isdecimal():
        return posts
    return posts.filter(Q(changed_at__lt=moment) | Q(changed_at=moment, pk__lt=int(pk)))


def lines_of(posts: Iterable[Post]) -> list[Line]:
    """These posts as lines; in two queries, however many there are."""
    shown = list(posts)
    ids = [post.pk for post in shown]
    accounts, deliveries = accounts_of(ids), deliveries_of(ids)
    return [_line(post, accounts[post.pk].values(), deliveries[post.pk]) for post in shown]


def _line(post: Post, accounts: Iterable[str], deliveries: list[Delivery]) -> Line:
    dues = [delivery.due_at for delivery in deliveries if delivery.state != "cancelled"]
    at = min(dues) if dues else post.plan_at or post.changed_at
    return Line(post, post_standing(post, deliveries), accounts_in_words(list(accounts)), at)
