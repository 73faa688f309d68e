"""Which orders may stand beside a customer: the one whose number they gave, or those of a customer who said yes. No other.

A number that was given to get help opens that order and nothing else; a customer number or an e-mail address opens orders
only with consent. Nothing is looked for by name, and a number that is both an order's and a customer's opens no other one's.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from toonbank.conversations.casebook import Case
from toonbank.conversations.orders.models import Order, plain_number
from toonbank.conversations.orders.reading import mark_of_mail
from toonbank.conversations.orders.wording import OrderLine, line_of
from toonbank.core.errors import BadInput
from toonbank.relations import remembering
from toonbank.relations.models import Contact
from toonbank.shops.models import Member

FEW = 5


@dataclass(frozen=True)
class Purchases:
    """What may be shown. `why_none` tells apart: no number was written down, it is not known, or nobody brings orders here."""

    ground: str
    number: str
    lines: tuple[OrderLine, ...] = ()
    has_more: bool = False
    why_none: str = ""


def purchases_of(contact: Contact | None, most: int = FEW) -> Purchases | None:
    """The orders beside this person, the newest first; None, and no question asked, when there is no link."""
    if contact is None or not contact.known_ground:
        return None
    ground, number = contact.known_ground, contact.known_as
    if not plain_number(number):
        return Purchases(ground, "", why_none="no number")
    found = list(_shown(linked_to([contact]))[: most + 1])
    if not found:
        brings = Order.objects.filter(shop_id=contact.shop_id).exists()
        return Purchases(ground, number, why_none="not known" if brings else "nobody brings")
    return Purchases(ground, number, tuple(line_of(one) for one in found[:most]), has_more=len(found) > most)


def linked_to(people: Collection[Contact]) -> QuerySet[Order]:
    """The orders that lawfully belong to these people."""
    theirs = [one for contact in people if (one := _of(contact))]
    return Order.objects.filter(reduce(or_, theirs)) if theirs else Order.objects.none()


def _of(contact: Contact) -> Q:
    """The orders of one person on the ground that there is; nothing without one."""
    number = plain_number(contact.known_as)
    if number and contact.known_ground == Contact.Ground.TOLD:
        return Q(shop=contact.shop_id, number=number)
    if number and contact.known_ground == Contact.Ground.CONSENT:
        return Q(shop=contact.shop_id) & _of_customer(contact, number)
    return Q()


def link(contact: Contact, member: Member, *, ground: str, why: str, number: str, now: datetime) -> None:
    """Link this person to their orders on a ground; what was shown on an earlier one goes."""
    if ground == Contact.Ground.TOLD and not plain_number(number):
        raise BadInput(_("Write down the number that they gave. Without it no order can be shown."))
    remembering.link_customer(contact, member, ground=ground, why=why, number=number, now=now)


def _of_customer(contact: Contact, number: str) -> Q:
    if "@" in contact.known_as:
        return Q(mail_mark=mark_of_mail(contact.shop_id, contact.known_as))
    return Q(customer=number)


def _shown(orders: QuerySet[Order]) -> QuerySet[Order]:
    return orders.select_related("inlet").defer("inlet__secret").order_by("-last_at", "-pk")


def take_off_the_sheets(*, contact: Contact, **_more: object) -> None:
    """The link was taken back, or became another: what was read from an order leaves the fact sheets of complaints."""
    for case in Case.objects.filter(conversation__contact=contact).exclude(facts=[]):
        left = [line for line in case.facts if "order" not in line]
        if left != case.facts:
            Case.objects.filter(pk=case.pk).update(facts=left)
