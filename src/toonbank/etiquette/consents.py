"""Whether a picture of somebody may be shown: by whom they are, what they allowed, where and until when."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toonbank.etiquette.background import Person


def portrait_refusal(person: Person, network: str | None, at: datetime | None) -> str:
    """Why this person may not be pictured: no_consent, withdrawn, expired, other_network or minor; "" when they may.

    A child needs a guardian's yes; that yes stands in for the child's own. Without a moment nothing is expired.
    """
    if person.minor and not person.guardian:
        return "minor"
    consent = person.consent
    if consent is None:
        return "" if person.minor and person.guardian else "no_consent"
    if consent.withdrawn_at is not None and (at is None or consent.withdrawn_at <= at):
        return "withdrawn"
    if consent.until_at is not None and at is not None and consent.until_at < at:
        return "expired"
    if not consent.photo:
        return "no_consent"
    if consent.networks and network is not None and network not in consent.networks:
        return "other_network"
    return ""
