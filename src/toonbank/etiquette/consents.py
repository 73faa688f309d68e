"""Whether somebody may be named, tagged, quoted or shown: by what they allowed, where and until when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from toonbank.etiquette.background import Consent, Person

Use = Literal["name", "tag", "photo", "quote"]


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


def quote_refusal(
    yes: bool | None, authors: Sequence[Person], network: str | None, at: datetime | None
) -> str:
    """Why words may not be used: a reason of `refusal`, no_consent, minor or namesakes; "" when they may.

    `yes` is what the record of the words says of that; `authors` are those on file who may have said them. A yes of the
    record is enough, until its author takes back what they allowed.
    """
    customers = [one for one in authors if not needs_no_yes(one)]
    if not customers:
        return "no_consent" if yes is False else ""
    refused = [why for one in customers if (why := _words_refused(one, yes, network, at))]
    if refused and len(refused) < len(customers):
        return "namesakes"
    return refused[0] if refused else ""


def _words_refused(author: Person, yes: bool | None, network: str | None, at: datetime | None) -> str:
    consent = author.consent
    if consent is None:
        why = "" if yes else "no_consent"
    elif yes and not consent.quote and consent.withdrawn_at is None:
        why = ""  # what they allowed besides is about their name or face
    else:
        why = refusal(consent, "quote", network, at)
    return why or ("minor" if author.minor and not author.guardian else "")


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
