"""Hiding what somebody said: only on a ground that is none of criticism, written down, and undone as easily.

No network lets this desk take away another's words, so hiding is hiding from our own view; what was removed at the network by
hand is written down here as well.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from toonbank.channels.networks import NETWORKS
from toonbank.conversations.casebook import Hiding
from toonbank.conversations.cases import is_complaint
from toonbank.conversations.models import Conversation, Message
from toonbank.conversations.moves import note_turn
from toonbank.core.errors import BadInput, Blocked, NotAllowed, Overtaken
from toonbank.etiquette import Draft, Facts, Severity, check
from toonbank.etiquette.draft import Language
from toonbank.etiquette.facts import Action, Thread
from toonbank.ledger.writing import record
from toonbank.shops.models import Member

DEEDS = ("hide", "delete")
Ground = Hiding.Ground


@dataclass(frozen=True)
class Wish:
    """What somebody wants to do with a message: "hide" it here, or write down that it was removed there ("delete")."""

    deed: str
    ground: str
    why: str = ""


def hide(message: Message, member: Member, wish: Wish, *, now: datetime) -> Hiding:
    """Hide it, on this ground. Blocked when it is criticism without a ground; BadInput when the ground does not fit the words."""
    _must_answer(member)
    if message.is_ours or wish.deed not in DEEDS:
        raise BadInput(_("Only what others said can be hidden."))
    _must_not_remove_criticism(message, wish)
    _must_fit(message, wish)
    try:
        with transaction.atomic():
            row = Hiding.objects.create(
                shop_id=message.shop_id,
                message=message,
                deed=wish.deed,
                ground=wish.ground,
                why=wish.why.strip()[:500],
                member=member,
                at=now,
            )
            _tell(row, "message_hidden", member, now)
    except IntegrityError as taken:
        raise Overtaken(f"message {message.pk} was hidden already") from taken
    return row


def show_again(hiding: Hiding, member: Member, *, now: datetime) -> Hiding:
    """It stands in our view again; that it was hidden stays on file."""
    _must_answer(member)
    with transaction.atomic():
        if not Hiding.objects.filter(pk=hiding.pk, undone_at=None).update(undone_at=now):
            raise Overtaken(f"hiding {hiding.pk} was undone already")
        hiding.undone_at = now
        _tell(hiding, "message_shown_again", member, now)
    return hiding


def _must_not_remove_criticism(message: Message, wish: Wish) -> None:
    conversation = message.conversation
    ground = wish.ground.replace(" ", "-") if wish.ground in Ground.values else None
    facts = Facts(
        thread=Thread(public=message.is_public, label=message.label or conversation.label or None),
        action=Action(wish.deed, ground),
    )
    language: Language = "nl" if get_language() == "nl" else "en"
    for finding in check(Draft("", kind="moderation", lang=language), facts).findings:
        if finding.severity is Severity.BLOCK:
            raise Blocked(" ".join(filter(None, (finding.message, finding.fix))))
    if wish.ground not in Ground.values:
        raise BadInput(_("This is no ground to hide anything. Choose another one, or let the words stand."))


def _must_fit(message: Message, wish: Wish) -> None:
    if wish.ground == Ground.SPAM and is_complaint(message.label):
        raise BadInput(_("The label says that this is a complaint. If it is spam, give it that label first."))
    is_seen = {
        Ground.PRIVATE_DATA: bool(message.private),
        Ground.SPAM: message.label == "spam-abuse",
    }.get(Ground(wish.ground), False)
    if not is_seen and not wish.why.strip():
        raise BadInput(_("Write down which words it is about, so that a colleague can see why."))


def _tell(hiding: Hiding, event: str, member: Member, now: datetime) -> None:
    message = hiding.message
    payload = {
        "by": member.pk,
        "deed": hiding.deed,
        "ground": hiding.ground,
        "message": message.pk,
        "conversation": message.conversation_id,
    }
    record(message.shop, event, f"message:{message.pk}", payload, at=now)
    conversation = message.conversation
    turn = "hide" if event == "message_hidden" else "show_again"
    why = str(hiding.get_ground_display())
    note_turn(conversation, turn, conversation.state, at=now, member=member, why=why)


def moderated() -> QuerySet[Hiding]:
    """All that was ever hidden, with who did it; for the list."""
    return Hiding.objects.select_related("member__person", "message__conversation__account").defer(
        "message__conversation__account__secret"
    )


def reach_of(conversation: Conversation) -> str:
    """What hiding really does, said before anybody presses: as far as the network lets us."""
    account = conversation.account
    if account is None:
        return _("This stood only here. Hidden, it is folded away; who needs it can unfold it.")
    names = NETWORKS[account.kind].name if account.kind in NETWORKS else {"en": account.name}
    name = names.get(get_language() or "en", names["en"])
    return _(
        "This desk cannot take away other people's words on %(network)s: there it stays as it is. Hidden, it is folded away "
        "here. Must it go there too? Do that there by hand, and write it down here as removed."
    ) % {"network": name}


def _must_answer(member: Member) -> None:
    if not member.may("answer"):
        raise NotAllowed(_("You may read here, not answer. Ask the owner of the shop."))
