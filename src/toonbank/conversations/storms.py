"""Storms: noticed after complaints came in, shown with what is planned, settled by a person."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from toonbank.conversations.casebook import Storm
from toonbank.conversations.cases import COMPLAINTS
from toonbank.conversations.models import Conversation
from toonbank.conversations.storming import (
    BROAD_ANYWHERE,
    LEAST,
    USUAL,
    WINDOW,
    WORD,
    Gathering,
    Heard,
    find_storms,
    one_form,
    telling_words,
)
from toonbank.core.errors import BadInput, NotAllowed, Overtaken
from toonbank.etiquette.balance import purpose_of
from toonbank.evidence.facts import name_keys_in
from toonbank.evidence.models import Product, Promotion
from toonbank.language.names import name_key
from toonbank.ledger.writing import record
from toonbank.posts.drafting import hold_planned
from toonbank.posts.models import Delivery, Post
from toonbank.shops.models import Member, Shop

MOST_RECENT, MOST_EARLIER = 500, 5000
"""Of more than these the newest count: a storm of a thousand shows in five hundred."""
MOST_GOODS, MOST_TALK = 2000, 1000
"""The newest of the catalogue and of the talk tell what is broad."""
COMMON = 0.02
"""A word in so large a part of the talk, or of the catalogue, is no cause by itself."""
QUIET = timedelta(hours=24)
"""What was settled is not noticed again for a day, unless it grew to twice its size."""
AHEAD = timedelta(days=7)
MOST_PLANNED = 50
SELLS = frozenset({"price", "price_reduction", "scarcity", "urgency", "giveaway", "other_pressure"})
"""Claims of who wants to sell, as they were heard when the post was approved."""
PAUSED, NOT_NEEDED = "paused", "not needed"


def watch(shop: Shop, *, now: datetime) -> list[Storm]:
    """Look whether what came in of late is a storm, and keep what is; call it when new cases were begun."""
    recent = _heard(shop, now - WINDOW, now + WINDOW, MOST_RECENT)  # a network's clock may run ahead
    if len(recent) < LEAST or not find_storms(recent, []):
        return []  # on most days there is no need to look further back
    earlier = _heard(shop, now - WINDOW - USUAL, now - WINDOW, MOST_EARLIER)
    if not find_storms(recent, earlier):
        return []  # nor, in a shop that is used to it, at what else is said
    found = find_storms(recent, earlier, _broad(shop, now))
    return [row for one in found if (row := _keep(shop, one, now)) is not None]


def _broad(shop: Shop, now: datetime) -> frozenset[str]:
    """What everybody talks of in this shop: the goods in its catalogue, and the words of those who do not complain."""
    goods = Product.objects.filter(shop=shop).order_by("-pk").values_list("title", flat=True)[:MOST_GOODS]
    titles = [one_form(WORD.findall(one)) for one in goods]
    there = Conversation.objects.filter(shop=shop, began_at__lt=now - WINDOW, last_at__gte=now - USUAL)
    calm = there.exclude(label__in=COMPLAINTS).order_by("-last_at", "-pk")
    talk = [telling_words(one) for one in calm.values_list("excerpt", flat=True)[:MOST_TALK]]
    return BROAD_ANYWHERE | _common(titles, 1) | _common(talk, LEAST)


def _common(texts: Sequence[Collection[str]], least: int) -> frozenset[str]:
    counts = Counter(word for words in texts for word in words)
    return frozenset(word for word, count in counts.items() if count >= max(least, COMMON * len(texts)))


def _heard(shop: Shop, since: datetime, until: datetime, most: int) -> list[Heard]:
    rows = (
        Conversation.objects.filter(shop=shop, label__in=COMPLAINTS, last_at__gte=since)
        .filter(began_at__gte=since, began_at__lt=until)
        .order_by("-last_at", "-pk")
        .values_list("began_at", "contact_id", "name", "excerpt", "about_id", "pk")[:most]
    )
    return [
        Heard(
            at,
            f"contact:{contact}" if contact else name or f"conversation:{pk}",
            telling_words(excerpt),
            post,
        )
        for at, contact, name, excerpt, post, pk in rows
    ]


def _keep(shop: Shop, found: Gathering, now: datetime) -> Storm | None:
    known = Storm.objects.filter(shop=shop, last_at__gte=now - QUIET - WINDOW).order_by("-pk")[:50]
    same = next((row for row in known if is_same(row.about, found.about)), None)
    if same is not None and same.settled_at is None:
        Storm.objects.filter(pk=same.pk, settled_at=None).update(
            count=max(same.count, len(found.heard)),
            began_at=min(same.began_at, found.began_at),
            last_at=max(same.last_at, found.last_at),
        )
        return None
    if same is not None and _is_quiet(same, found, now):
        return None
    try:
        with transaction.atomic():
            return Storm.objects.create(
                shop=shop,
                about=found.about,
                count=len(found.heard),
                began_at=found.began_at,
                last_at=found.last_at,
            )
    except IntegrityError:  # somebody else noticed it at the same moment
        return None


def _is_quiet(storm: Storm, found: Gathering, now: datetime) -> bool:
    """Whether somebody settled it a short while ago, and it did not grow much since."""
    settled_at = storm.settled_at
    return settled_at is not None and now - settled_at < QUIET and len(found.heard) < 2 * storm.count


def is_same(one: str, other: str) -> bool:
    """Whether two storms are about the same: the same post, or a word of each other."""
    return bool(set(one.split()) & set(other.split()))


def about_in_words(about: str) -> str:
    """What a storm is about, on the screen."""
    return _("a post of ours") if about.startswith("post:") else "‘" + "’, ‘".join(about.split()) + "’"


@dataclass(frozen=True)
class Planned:
    """A post that is to go out soon. What asks something of readers, or sells, is proposed to wait; a person chooses."""

    post: Post
    deliveries: Sequence[Delivery]
    is_proposed: bool

    @property
    def due_at(self) -> datetime:
        """When the first of it goes out."""
        return min(one.due_at for one in self.deliveries)


def planned_posts(now: datetime) -> list[Planned]:
    """What is planned for the coming week, what asks something first; two queries."""
    rows = (
        Delivery.objects.of_posts()
        .filter(state="planned", due_at__gte=now, due_at__lt=now + AHEAD)
        .select_related("post", "account", "approval")
        .defer("account__secret")
        .order_by("due_at", "pk")[: MOST_PLANNED * 4]
    )
    by_post: dict[int, list[Delivery]] = {}
    for row in rows:
        by_post.setdefault(row.post_id, []).append(row)
    offers = _names_of_offers(now) if by_post else frozenset()
    found = [Planned(group[0].post, group, _asks(group[0], offers)) for group in by_post.values()]
    return sorted(found, key=lambda one: not one.is_proposed)[:MOST_PLANNED]


def _asks(delivery: Delivery, offers: Collection[str]) -> bool:
    """Whether it wants something of its readers: by its words, by what was heard in them, or as part of an offer on file."""
    text, claims = delivery.post.text, delivery.approval.checkup.get("claims", ())
    is_heard = any(claim.get("kind") in SELLS for claim in claims)
    return is_heard or purpose_of(text) == "ask" or not name_keys_in(text).isdisjoint(offers)


def _names_of_offers(now: datetime) -> frozenset[str]:
    """What the offers that run, or are to come, are called: in full, and up to their colon."""
    there = Promotion.objects.filter(Q(ends_at=None) | Q(ends_at__gte=now), withdrawn_at=None)
    names = there.values_list("name", flat=True)[:MOST_GOODS]
    return frozenset(key for name in names for one in (name, name.split(":")[0]) if (key := name_key(one)))


def complaints_of(storm: Storm) -> list[Conversation]:
    """The complaints that make it, the newest first; one query."""
    wanted = set(storm.about.split())
    rows = (
        Conversation.objects.filter(
            label__in=COMPLAINTS, last_at__gte=storm.began_at, began_at__gte=storm.began_at
        )
        .select_related("account")
        .defer("account__secret")
        .order_by("-last_at", "-pk")[:MOST_RECENT]
    )
    return [one for one in rows if wanted & (telling_words(one.excerpt) | {f"post:{one.about_id}"})]


def settle(storm: Storm, member: Member, *, pause: Iterable[int], now: datetime) -> list[Post]:
    """A person has looked: hold these posts (none is an answer too), and let the notice go.

    Only what is still planned is held; it goes out when a person sends it. Returns the posts that were held.
    """
    if not member.may("write"):
        raise NotAllowed(_("You may read here, not plan. Ask the owner of the shop."))
    chosen = {one.post.pk: one.post for one in planned_posts(now)}
    wanted = set(pause)
    if wanted - set(chosen):
        raise BadInput(
            _("Something of what you chose is not planned any more. Look at the list below once more.")
        )
    posts = [chosen[pk] for pk in sorted(wanted)]
    settled_as = PAUSED if posts else NOT_NEEDED
    with transaction.atomic():
        open_ = Storm.objects.filter(pk=storm.pk, settled_at=None)
        if not open_.update(settled_at=now, settled_by=member, settled_as=settled_as):
            raise Overtaken(f"storm {storm.pk} was settled already")
        for post in posts:
            hold_planned(post, at=now, why="paused", member=member)
        payload = {"by": member.pk, "count": len(posts), "posts": [post.pk for post in posts]}
        record(storm.shop, "storm_settled", f"storm:{storm.pk}", payload, at=now)
    storm.refresh_from_db()
    return posts
