"""Whom one may answer, where and how long: said before anybody begins to write, and held to when it is sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from toonbank.channels import networks
from toonbank.channels.base import Answering
from toonbank.conversations.answering import to_answer
from toonbank.conversations.models import Conversation, Message
from toonbank.shops.models import Account


@dataclass(frozen=True)
class Way:
    """One way to answer: in public or privately. `why_not` is "" when the network allows it now."""

    is_private: bool
    why_not: str = ""

    @property
    def is_open(self) -> bool:
        """Whether one may go it."""
        return not self.why_not


@dataclass(frozen=True)
class Allowed:
    """What the network allows here. `shut` is why nothing can be sent from here at all, "" when something can.

    `is_elsewhere`: it is answered where it was said, and nobody but us tells the desk so.
    """

    shut: str = ""
    ways: tuple[Way, ...] = ()
    until: datetime | None = None
    remark: str = ""
    is_elsewhere: bool = False

    def way(self, *, is_private: bool) -> Way:
        """How it stands with answering like this."""
        shut = Way(is_private, self.shut or _("This conversation cannot be answered like that."))
        return next((one for one in self.ways if one.is_private == is_private), shut)

    @property
    def first(self) -> Way | None:
        """The way to begin with: in public when that is possible."""
        return next((one for one in self.ways if one.is_open), None)


def allowed(conversation: Conversation, messages: Sequence[Message], now: datetime) -> Allowed:
    """What may be answered to these messages (oldest first), as far as the network's limits tell."""
    account = conversation.account
    theirs = to_answer(messages)
    if account is None:
        told = _("This was told to you or read elsewhere. Answer there, then write down here what you said.")
        return Allowed(told, is_elsewhere=True)
    if shut := _shut(account, theirs):
        return Allowed(shut, is_elsewhere=_is_never_heard_of(account))
    answering = networks.limits_known(account.kind, account.limits).answering
    until = _until(answering, messages)
    over = (
        _("This network lets a shop answer for %(hours)g hours; that time is over. Answer in its own app.")
        % {"hours": answering.within_hours}
        if until is not None and until <= now
        else ""
    )
    public = Way(False, over or _why_not_public(answering))
    private = Way(True, over or _why_not_private(answering, messages))
    ways = (public, private) if conversation.is_public else (private,)
    remark = answering.remark.get(get_language() or "nl", answering.remark.get("en", ""))
    return Allowed("", ways, until if not over else None, remark)


def _shut(account: Account, theirs: Sequence[Message]) -> str:
    if account.kind not in networks.NETWORKS:
        return _(
            "Answers to this cannot be sent from here. Answer where it was said, then write down here what you said."
        )
    if account.state == Account.State.SIGNED_OUT:
        return _("%(account)s is signed out. Sign in again first; what you type is kept.") % {
            "account": account
        }
    if account.state == Account.State.CLOSED:
        return _("The account that this came in on is closed.")
    return "" if theirs else _("There is no message of theirs to answer any more.")


def _is_never_heard_of(account: Account) -> bool:
    """Whether what we answer in its own place does not come in by itself."""
    return account.kind not in networks.NETWORKS or account.state == Account.State.CLOSED


def _until(answering: Answering, messages: Sequence[Message]) -> datetime | None:
    if answering.within_hours is None:
        return None
    last = max(one.at for one in messages if not one.is_ours)
    return last + timedelta(hours=answering.within_hours)


def _why_not_public(answering: Answering) -> str:
    return "" if answering.publicly else _("This network does not let a shop answer in public.")


def _why_not_private(answering: Answering, messages: Sequence[Message]) -> str:
    theirs = [one for one in messages if not one.is_ours]
    if any(not one.is_public for one in theirs) or answering.privately_to == "anybody":
        return "" if _handle(theirs) else _("We do not know how this person is reached privately.")
    if answering.privately_to == "wrote":
        return _("On this network only who wrote to you privately can be answered privately. Ask them to.")
    return _("On this network a shop cannot answer this privately.")


def _handle(theirs: Sequence[Message]) -> str:
    return handle_of(theirs[-1])


def handle_of(message: Message) -> str:
    """How the network calls who wrote this, "" when we do not know."""
    who = message.identity
    return (who.handle or who.key) if who else ""
