"""Orders that stand beside more than one customer: a mistyped number, or a household that orders together. Which it is, we do not know."""

from collections.abc import Collection
from datetime import datetime

from toonbank.conversations.orders.folding import forget_numbers
from toonbank.conversations.orders.linking import linked_to
from toonbank.conversations.orders.models import Order, plain_number
from toonbank.conversations.orders.reading import mark_of_mail
from toonbank.relations.models import Contact

FEW = 3


def of_these_alone(people: Collection[Contact]) -> tuple[list[Order], list[Order]]:
    """The orders beside these people and nobody else, and those that another one is linked to as well."""
    orders = list(linked_to(people).only("shop", "number", "customer", "mail_mark"))
    beside: set[str] = set()
    if orders:
        for other in _others(people):
            beside |= _marks(other)
    alone: list[Order] = []
    shared: list[Order] = []
    for one in orders:
        marks = {f"told {one.number}", f"customer {one.customer}", f"mail {one.mail_mark}"}
        (shared if marks & beside else alone).append(one)
    return alone, shared


def forget_orders(people: Collection[Contact], now: datetime) -> None:
    """What we copied of their orders goes, and does not come back; the shop system has its own books.

    What stands beside somebody else as well stays there: it may be theirs alone.
    """
    alone, _shared = of_these_alone(people)
    forget_numbers([(one.shop_id, one.number) for one in alone], now)
    Order.objects.filter(pk__in=[one.pk for one in alone]).delete()


def who_else(contact: Contact, ground: str, number: str) -> list[Contact]:
    """Others beside whom an order stands that this ground and number would show beside this person."""
    trial = Contact(pk=contact.pk, shop_id=contact.shop_id, known_ground=ground, known_as=number)
    wanted: set[str] = set()
    for one in linked_to([trial]).only("number", "customer", "mail_mark"):
        wanted |= {f"told {one.number}", f"customer {one.customer}", f"mail {one.mail_mark}"}
    return [other for other in _others([contact]) if _marks(other) & wanted][:FEW] if wanted else []


def _others(people: Collection[Contact]) -> list[Contact]:
    linked = Contact.objects.present().exclude(known_ground="").exclude(known_as="")
    few = linked.only("shop", "name", "handle", "known_ground", "known_as")
    return list(few.exclude(pk__in=[one.pk for one in people]).order_by("name", "pk"))


def _marks(contact: Contact) -> set[str]:
    """By what this person's own orders are known."""
    number = plain_number(contact.known_as)
    if not number:
        return set()
    if contact.known_ground == Contact.Ground.TOLD:
        return {f"told {number}"}
    if "@" in contact.known_as:
        return {f"mail {mark_of_mail(contact.shop_id, contact.known_as)}"}
    return {f"customer {number}"}
