"""Whether somebody may be named, tagged or shown: by what they allowed, where and until when."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from toonbank.etiquette.background import Consent, Person

Use = Literal["name", "tag", "photo"]


def refusal(consent: Consent, use: Use, network: str | None, at: datetime | None) -> str:
    """Why this yes does not cover a use: withdrawn, expired, other_use or other_network; "" when it does.

    Without a moment nothing is expired.
    """
    if consent.withdrawn_at is not None and (at is None or consent.withdrawn_at <= at):
        return "withdrawn"
    if consent.until_at is not None and at is not None and consent.until_at < at:
        return "expired"
    if not getattr(consent, use):
        return "other_use"
    if consent.networks and network is not None and network not in consent.networks:
        return "other_network"
    return ""


def portrait_refusal(person: Person, network: str | None, at: datetime | None) -> str:
    """Why this person may not be pictured: no_consent, withdrawn, expired, other_network or minor; "" when they may.

    A child needs a guardian's yes; that yes stands in for the child's own.
    """
    if person.minor and not person.guardian:
        return "minor"
    if person.consent is None:
        return "" if person.minor and person.guardian else "no_consent"
    why = refusal(person.consent, "photo", network, at)
    return "no_consent" if why == "other_use" else why


def needs_no_yes(person: Person) -> bool:
    """Public figures in their role, suppliers, and staff who agreed."""
    if person.role in ("public", "supplier"):
        return True
    return person.role == "staff" and (
        person.consent is None or (person.consent.name and person.consent.withdrawn_at is None)
    )
