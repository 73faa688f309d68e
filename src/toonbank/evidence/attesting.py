""" "I counted them myself": a member's word, and numbers about customers and reviews with where they come from."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from toonbank.core.errors import BadInput, NotAllowed
from toonbank.evidence.models import Attestation, CountSeen, Product, ReviewSource, ReviewsSeen
from toonbank.evidence.observing import observe
from toonbank.ledger.writing import record
from toonbank.shops.models import Member, Shop
from toonbank.sources.seen import SeenProduct

HIGHEST = 2_000_000_000


def attest(
    shop: Shop,
    member: Member,
    *,
    claim: str,
    product: Product | None,
    value: int | None,
    words: str,
    now: datetime,
) -> Attestation:
    """A member vouches for something today. A count of a product is an observation of its stock too."""
    if not member.may("write"):
        raise NotAllowed(_("This member may read, not vouch for anything."))
    if value is None and not words.strip():
        raise BadInput(_("Say what you counted or saw."))
    if value is not None and not 0 <= value <= HIGHEST:
        raise BadInput(_("That is no number of things."))
    with transaction.atomic():
        attestation = Attestation.objects.create(
            shop=shop,
            claim=claim,
            product=product,
            value=value,
            words=words.strip()[:300],
            member=member,
            at=now,
        )
        if product is not None and value is not None and claim == "scarcity":
            counted = SeenProduct(product.ref, stock=value)
            observe(shop, [counted], seen_at=now, source=_who_counted(member, shop))
        _attested(attestation)
    return attestation


def _who_counted(member: Member, shop: Shop) -> str:
    """The source of a count, in the language of the shop, for it stays as it was written."""
    return f"{member.person.name} {'telde zelf' if shop.language == 'nl' else 'counted'}"


def _attested(said: Attestation) -> None:
    payload = {
        "claim": said.claim,
        "product": said.product.ref if said.product else None,
        "value": said.value,
        "words": said.words,
        "by": said.member_id,
    }
    record(said.shop, "attested", f"attestation:{said.pk}", payload, at=said.at)


def note_count(shop: Shop, member: Member, *, what: str, value: int, source: str, now: datetime) -> CountSeen:
    """How many customers or orders there are, and who says so."""
    _must_keep_evidence(member)
    if what not in CountSeen.What.values or not 0 <= value <= HIGHEST or not source.strip():
        raise BadInput(_("Say what was counted, how many, and where that number comes from."))
    with transaction.atomic():
        seen = CountSeen.objects.create(
            shop=shop, what=what, value=value, source=source.strip()[:120], member=member, at=now
        )
        payload = {"what": what, "value": value, "source": seen.source, "by": member.pk}
        record(shop, "counted", f"count:{seen.pk}", payload, at=now)
    return seen


@dataclass(frozen=True)
class ReviewPlace:
    """Where customers review the shop, and how that place makes sure that they are customers."""

    name: str
    address: str = ""
    scale: int = 10
    how_checked: str = ""


def keep_review_source(shop: Shop, member: Member, place: ReviewPlace, *, now: datetime) -> ReviewSource:
    """Add a place, or say anew what is known of it."""
    _must_keep_evidence(member)
    if not place.name.strip() or not 2 <= place.scale <= 100:
        raise BadInput(_("Give the place a name, and say out of how many points it scores."))
    with transaction.atomic():
        kept, _made = ReviewSource.objects.update_or_create(
            shop=shop,
            name=place.name.strip()[:120],
            defaults={
                "address": place.address[:500],
                "scale": place.scale,
                "how_checked": place.how_checked.strip()[:300],
            },
        )
        payload = {
            "name": kept.name,
            "address": kept.address,
            "how_checked": kept.how_checked,
            "by": member.pk,
        }
        record(shop, "review_source", f"review-source:{kept.pk}", payload, at=now)
    return kept


def note_reviews(
    source: ReviewSource, member: Member, *, count: int, average: Decimal | None, now: datetime
) -> ReviewsSeen:
    """What the place shows today."""
    _must_keep_evidence(member)
    if not 0 <= count <= HIGHEST or (average is not None and not 0 <= average <= source.scale):
        raise BadInput(_("The average lies between 0 and %(scale)s.") % {"scale": source.scale})
    with transaction.atomic():
        seen = ReviewsSeen.objects.create(
            shop=source.shop, source=source, count=count, average=average, member=member, at=now
        )
        payload = {
            "source": source.name,
            "count": count,
            "average": str(average) if average is not None else None,
            "by": member.pk,
        }
        record(source.shop, "reviews_seen", f"review-source:{source.pk}", payload, at=now)
    return seen


def _must_keep_evidence(member: Member) -> None:
    if not member.may("keep_evidence"):
        raise NotAllowed(_("This member may not keep evidence."))
