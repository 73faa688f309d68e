"""The fact sheet of a case: what is so, where that was found, and on what ground the shop may look at it."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from toonbank.conversations.casebook import Case
from toonbank.conversations.casework import must_answer
from toonbank.conversations.moves import move_case
from toonbank.conversations.orders.linking import linked_to
from toonbank.conversations.orders.wording import line_of
from toonbank.core.errors import BadInput, Overtaken
from toonbank.relations.models import Contact
from toonbank.shops.models import Member


@dataclass(frozen=True)
class FactLine:
    """A line of the fact sheet: what, what is so, and where that was found. An order says why we may look at it.

    `order` is the number of the order that it was read from: such a line goes when the link to the customer is taken back.
    """

    what: str
    found: str
    source: str
    ground: str = ""
    order: str = ""


GROUNDS = ("gave", "consent", "own")
"""Why the shop may lay something beside this complaint: the customer gave it here, allowed the link, or it is about no person."""
ABOUT_A_PERSON = ("order", "delivery", "earlier")
KINDS_OF_FACT = (*ABOUT_A_PERSON, "promise", "policy", "goods", "other")


def add_fact(case: Case, member: Member, line: FactLine, *, now: datetime) -> Case:
    """Put a line on the fact sheet. What is about a person's own purchase needs the ground on which we may look at it."""
    must_answer(member)
    if case.state == "closed":
        raise BadInput(_("This case is closed. Take it up again to change its facts."))
    _must_be_whole(line)
    entry = {"what": line.what, "is": line.found.strip()[:500], "source": line.source.strip()[:200]}
    entry |= {name: value for name in ("ground", "order") if (value := getattr(line, name))}
    with transaction.atomic():
        if case.state in ("new", "acknowledged"):
            move_case(case, "check", at=now, member=member)
        others = [one for one in case.facts if not line.order or one.get("order") != line.order]
        return _keep_facts(case, [*others, entry])


def add_order(case: Case, member: Member, number: str, *, now: datetime) -> Case:
    """Put an order that is lawfully linked on the sheet, as the shop system told of it; a newer telling takes its place."""
    contact = case.conversation.contact
    order = linked_to([contact] if contact else []).select_related("inlet").filter(number=number).first()
    if contact is None or order is None:
        raise BadInput(_("This order is not linked to this customer any more. Nothing was written down."))
    ground = "consent" if contact.known_ground == Contact.Ground.CONSENT else "gave"
    with timezone.override(member.shop.clock):
        line = line_of(order)
        seen_at = date_format(localtime(line.seen_at), _("j F Y, H:i"))
    source = _("%(source)s, on %(moment)s") % {"source": line.source, "moment": seen_at}
    return add_fact(case, member, FactLine("order", line.told, source, ground, order.number), now=now)


def _must_be_whole(line: FactLine) -> None:
    if line.what not in KINDS_OF_FACT:
        raise BadInput(_("Choose what the line is about."))
    if not line.found.strip() or not line.source.strip():
        raise BadInput(_("Write down what is so and where you found it."))
    if line.what in ABOUT_A_PERSON and line.ground not in ("gave", "consent"):
        raise BadInput(
            _(
                "An order, a delivery or an earlier conversation is about a person. Say why we may lay it beside this complaint."
            )
        )


def strike_fact(case: Case, member: Member, *, number: int, found: str) -> Case:
    """Take line `number` (from 0) off the sheet; `found` is what it said, so that nobody strikes another line."""
    must_answer(member)
    if not (0 <= number < len(case.facts)) or case.facts[number]["is"] != found:
        raise Overtaken(f"the facts of case {case.pk} were changed")
    return _keep_facts(case, [*case.facts[:number], *case.facts[number + 1 :]])


def _keep_facts(case: Case, lines: list[dict[str, str]]) -> Case:
    if not Case.objects.filter(pk=case.pk, facts=case.facts).update(facts=lines):
        raise Overtaken(f"the facts of case {case.pk} were changed")
    case.facts = lines
    return case
