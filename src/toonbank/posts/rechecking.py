"""The last look before sending: is this still what somebody said yes to, and is it still true?"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from toonbank.channels.base import Picture as OutgoingPicture
from toonbank.etiquette import Finding
from toonbank.posts.checking import Judged, judge_variant, words_of
from toonbank.posts.findings import claim_of
from toonbank.posts.fingerprint import fingerprint
from toonbank.posts.models import Approval, Delivery, Variant
from toonbank.posts.outgoing import PictureGone, approved_pictures
from toonbank.shops.models import Account

TOO_LATE = timedelta(hours=2)
"""What should have gone out longer ago waits for a person: the day has moved on, or the desk comes from a backup."""


@dataclass(frozen=True)
class LastLook:
    """`why` is {} when it may go out; `claims` is what it claims, with the evidence of this moment."""

    why: dict[str, Any] = field(default_factory=dict)
    claims: list[dict[str, Any]] = field(default_factory=list)
    pictures: tuple[OutgoingPicture, ...] = ()


def look_once_more(delivery: Delivery, now: datetime) -> LastLook:
    """Everything that an approval promised, held against this moment; nothing is changed."""
    variant = variant_of(delivery)
    if variant is None or variant.post.state != "approved":
        return LastLook({"why": "not_approved"})
    if why := why_approval_fails(delivery.approval, variant, now):
        return LastLook({"why": why})
    if delivery.account.state != Account.State.OPEN:
        return LastLook({"why": "signed_out"})
    if now - delivery.try_at > TOO_LATE:
        return LastLook({"why": "late", "planned_for": delivery.due_at.isoformat()})
    judged = judge_variant(variant.post, variant, now=now, publish_at=now, kept_by=delivery.approval.at)
    if why_not := _what_changed(judged, delivery.approval.checkup):
        return LastLook(why_not)
    try:
        pictures = approved_pictures(variant.post)
    except PictureGone:
        return LastLook({"why": "picture_gone"})
    return LastLook(claims=[claim.as_json() for claim in judged.checkup.claims], pictures=pictures)


def variant_of(delivery: Delivery) -> Variant | None:
    """The words for this delivery's account as they stand now, with their pictures; None when it was left out."""
    found = Variant.objects.select_related("post__shop", "account").prefetch_related(
        "post__pictures__persons"
    )
    return found.filter(post=delivery.post_id, account=delivery.account_id).first()


def why_approval_fails(approval: Approval, variant: Variant, now: datetime) -> str:
    """Why this yes does not hold for these words at this moment, "" when it does."""
    if approval.voided_at or fingerprint(variant.post, variant) != approval.fingerprint:
        return "text_changed"
    return "approval_expired" if approval.expires_at <= now else ""


def _what_changed(judged: Judged, approved: dict[str, Any]) -> dict[str, Any]:
    """New findings, or a claim that was proven when the yes was given and no longer is, or is so of another product."""
    if not judged.may_go_out:
        return {
            "why": "finding",
            "findings": [_with_grounds(finding, judged) for finding in judged.unanswered],
        }
    before = {
        (claim["kind"], claim["start"]): claim.get("product")
        for claim in approved["claims"]
        if claim["state"] == "proven"
    }
    weaker = [
        claim.as_json()
        for claim in judged.checkup.claims
        if (claim.kind, claim.start) in before
        and (str(claim.state), claim.product) != ("proven", before[claim.kind, claim.start])
    ]
    return {"why": "older_evidence", "claims": weaker} if weaker else {}


def _with_grounds(finding: Finding, judged: Judged) -> dict[str, Any]:  # JSON is loose
    """The finding, with the number that is claimed and the first fact that is known of it."""
    claim = claim_of(finding, judged)
    known = finding.evidence or (claim.evidence if claim else ())
    if claim is None or not claim.value or not known:
        return finding.as_json()
    grounds = {"claimed": claim.value, "words": words_of(finding, judged.text), "shown": known[0].shown}
    return finding.as_json() | grounds
