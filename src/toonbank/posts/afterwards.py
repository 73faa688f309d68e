"""What a person does about a delivery that went out, or may have: take it down, say that it arrived, send it again."""

import logging
from collections.abc import Callable
from datetime import datetime
from urllib.parse import urlsplit

from django.db import transaction
from django.utils.translation import gettext as _

from toonbank.channels.base import Channel, Receipt
from toonbank.core.errors import BadInput, ChannelTrouble, NotAllowed
from toonbank.ledger.writing import record
from toonbank.posts.approving import approve_again
from toonbank.posts.models import Delivery
from toonbank.posts.moves import move_delivery
from toonbank.posts.outgoing import find_own, to_look_for
from toonbank.posts.receipts import note_published
from toonbank.shops.models import Account, Member
from toonbank.shops.opening import open_account

log = logging.getLogger(__name__)

Clock = Callable[[], datetime]
Opener = Callable[[Account], Channel]


def withdraw(delivery: Delivery, member: Member, clock: Clock, *, opener: Opener = open_account) -> Delivery:
    """Take it down at the network. A ChannelTrouble leaves everything as it was; taking down twice is no error."""
    if not member.may("write"):
        raise NotAllowed(_("You may read here, not take a post down. Ask the owner of the shop."))
    if delivery.state != "sent":
        raise BadInput(_("This post is not public on this account."))
    channel = opener(delivery.account)
    if not channel.limits.can_withdraw:
        raise BadInput(_("This network cannot take a post down for us. Do it there, by hand."))
    remote_id = _own_id(delivery, channel)
    channel.withdraw(remote_id)
    now = clock()
    line = {"post": delivery.post_id, "remote_id": remote_id, "by": member.pk}
    with transaction.atomic():
        move_delivery(delivery, "withdraw", at=now, member=member)
        record(delivery.shop, "withdrawn", f"delivery:{delivery.pk}", line, at=now)
    return delivery


def _own_id(delivery: Delivery, channel: Channel) -> str:
    """The network's own id. All we have may be the address that a person pasted; a network knows nothing by that name."""
    if delivery.remote_id != delivery.remote_url:
        return delivery.remote_id
    receipt = find_own(delivery, channel, to_look_for(delivery))
    if receipt is None:
        raise BadInput(_("The network does not let us find this post. Take it down there, by hand."))
    return receipt.remote_id


def say_it_arrived(
    delivery: Delivery, member: Member, url: str, clock: Clock, *, opener: Opener = open_account
) -> Delivery:
    """A person saw it at the network, at `url`. The network is asked once more, for its own id of the post."""
    if not member.may("write"):
        raise NotAllowed(_("You may read here, not change a post. Ask the owner of the shop."))
    if delivery.state != "held" or delivery.began_at is None:
        raise BadInput(_("We never tried to send this, so it cannot be there."))
    address = urlsplit(url.strip())
    if address.scheme not in {"https", "http"} or not address.hostname:
        raise BadInput(_("Paste the address of the post as your browser shows it, with https:// in front."))
    receipt = _ask_once_more(delivery, opener) or Receipt(url.strip(), url.strip())
    note_published(delivery, receipt, clock(), event="found", member=member)
    return delivery


def _ask_once_more(delivery: Delivery, opener: Opener) -> Receipt | None:
    try:
        return find_own(delivery, opener(delivery.account), to_look_for(delivery))
    except ChannelTrouble as trouble:
        log.info("could not look", extra={"delivery": delivery.pk, "trouble": type(trouble).__name__})
        return None


def send_again(delivery: Delivery, member: Member, clock: Clock, *, version: int) -> Delivery:
    """Say yes once more to the words of `version`, and plan it. Before anything is sent, the network is looked through again.

    NotAllowed, Blocked and Overtaken as with every approval.
    """
    if delivery.state not in {"held", "refused"}:
        raise BadInput(_("This delivery is not waiting for anybody."))
    approve_again(delivery.post, delivery.account_id, member, version=version, now=clock())
    delivery.refresh_from_db()
    return delivery
