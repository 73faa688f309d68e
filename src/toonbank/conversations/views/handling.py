"""What the handles do: each calls one verb, says how it went with a way to undo it, and goes back to where one was."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core import signing
from django.db import transaction
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from toonbank.conversations import handling
from toonbank.conversations.casework import take_up_again
from toonbank.conversations.models import Conversation
from toonbank.conversations.snoozing import NAMES, moment_of, moment_written
from toonbank.conversations.views.talk import number
from toonbank.core.errors import ToonbankError
from toonbank.posts.troubles import in_words
from toonbank.shops.desk import DeskRequest, at, back_to, go, may
from toonbank.shops.models import Member
from toonbank.shops.opening_hours import hours_of

SEAL = "handled"
KEPT_FOR = 24 * 60 * 60
Was = dict[str, Any]
Done = tuple[str, Was]
"""What to say, and how it was, for who wants it back."""
Deed = Callable[[DeskRequest, Conversation, datetime], Done]


def _deed(do: Deed) -> Callable[..., HttpResponse]:
    """Do it to this conversation, and go back."""

    @require_POST
    @may("answer")
    @wraps(do)
    def view(request: DeskRequest, pk: int) -> HttpResponse:
        rows = Conversation.objects.select_related("shop", "assignee__person", "case")
        conversation: Conversation = get_object_or_404(rows, pk=pk)
        try:
            words, was = do(request, conversation, timezone.now())
        except handling.NotJudged as trouble:
            messages.error(request, in_words(trouble))
            return go(request, "conversations:read", pk)
        except ToonbankError as trouble:
            messages.error(request, in_words(trouble))
        else:
            _say(request, words, was, [conversation])
        return redirect(back_to(request, at(request.shop, "conversations:queue")))

    return view


@_deed
def assign(request: DeskRequest, conversation: Conversation, now: datetime) -> Done:
    """Give it to a colleague, or back to everybody."""
    was = {"do": "assign", "to": conversation.assignee_id}
    to = _member(request.POST.get("to", ""))
    handling.assign(conversation, to, by=request.member, now=now)
    if to is None:
        return _("It is everybody’s again."), was
    if to.pk == request.member.pk:
        return _("It is yours."), was
    return _("It is with %(name)s now.") % {"name": to}, was


@_deed
def snooze(request: DeskRequest, conversation: Conversation, now: datetime) -> Done:
    """Let it come back later."""
    was = {"do": "snooze", "until": _written(conversation.snoozed_until)}
    asked, hours = request.POST.get("until", ""), hours_of(request.shop)
    until = moment_of(asked, hours, now) if asked in NAMES else moment_written(asked, hours)
    handling.snooze(conversation, request.member, until=until, now=now)
    told = {
        "name": conversation.name or _("Somebody"),
        "when": date_format(timezone.localtime(until), "D " + _("j M, H:i")),
    }
    if conversation.due_at is not None and until > conversation.due_at:
        return _("%(name)s comes back %(when)s. That is later than the promised answer.") % told, was
    return _("%(name)s comes back %(when)s, or as soon as they write.") % told, was


@_deed
def wake(request: DeskRequest, conversation: Conversation, now: datetime) -> Done:
    """Put it back in the row."""
    was = {"do": "snooze", "until": _written(conversation.snoozed_until)}
    handling.wake(conversation, request.member, now=now)
    return _("%(name)s is back in the row.") % {"name": conversation.name or _("Somebody")}, was


@_deed
def set_aside(request: DeskRequest, conversation: Conversation, now: datetime) -> Done:
    """Lay spam aside."""
    handling.set_aside(conversation, request.member, now=now)
    return _("Laid aside as spam. Nobody was told."), {"do": "reopen"}


@_deed
def settle(request: DeskRequest, conversation: Conversation, now: datetime) -> Done:
    """Nothing more is to be done."""
    handling.settle(conversation, request.member, now=now)
    return _("Settled: %(name)s.") % {"name": conversation.name or _("Somebody")}, {"do": "reopen"}


@_deed
def reopen(request: DeskRequest, conversation: Conversation, now: datetime) -> Done:
    """Take it up again."""
    take_up_again(conversation, request.member, now=now)
    return _("%(name)s is taken up again.") % {"name": conversation.name or _("Somebody")}, {}


@require_POST
@may("answer")
def spam_aside(request: DeskRequest) -> HttpResponse:
    """Lay all that is ticked aside as spam: the only deed for many at once."""
    ticked = [number(one) for one in request.POST.getlist("conversation")[: handling.MOST_AT_ONCE]]
    rows = Conversation.objects.select_related("case").filter(pk__in=ticked)
    done = handling.set_many_aside(rows.order_by("pk"), request.member, now=timezone.now())
    if done:
        told = ngettext(
            "%(n)d laid aside as spam. Nobody was told.",
            "%(n)d laid aside as spam. Nobody was told.",
            len(done),
        )
        _say(request, told % {"n": len(done)}, {"do": "reopen"}, done)
    else:
        messages.warning(request, _("Nothing was ticked that could be laid aside."))
    return redirect(back_to(request, at(request.shop, "conversations:queue")))


@require_POST
@may("answer")
def undo(request: DeskRequest) -> HttpResponse:
    """Put it back as it was; what somebody moved meanwhile stays as they left it."""
    try:
        was = signing.loads(request.GET.get("was", ""), salt=SEAL, max_age=KEPT_FOR)
    except signing.BadSignature:
        messages.error(request, _("This is too long ago to undo."))
        return redirect(back_to(request, at(request.shop, "conversations:queue")))
    back = sum(_is_put_back(int(pk), left, request.member, was) for pk, left in was["of"].items())
    if back == len(was["of"]):
        messages.success(request, _("It is as it was."))
    elif back:
        told = ngettext(
            "%(n)d is as it was. What somebody moved meanwhile stays as it is now.",
            "%(n)d are as they were. What somebody moved meanwhile stays as it is now.",
            back,
        )
        messages.warning(request, told % {"n": back})
    else:
        messages.warning(request, _("Somebody moved it meanwhile, so it stays as it is now."))
    return redirect(back_to(request, at(request.shop, "conversations:queue")))


def _is_put_back(pk: int, left: object, member: Member, was: Was) -> bool:
    """Whether it could be: only what stands as the deed left it is undone, not what a colleague did after it."""
    rows = Conversation.objects.select_related("shop", "assignee__person", "case")
    try:
        with transaction.atomic():
            conversation = rows.select_for_update(of=("self",)).filter(pk=pk).first()
            if conversation is None or _standing(conversation, was["do"]) != left:
                return False
            _put_back(conversation, member, was, timezone.now())
    except ToonbankError:
        return False
    return True


def _standing(conversation: Conversation, do: str) -> object:
    """What this sort of deed changes, as it stands now."""
    standing = {
        "assign": conversation.assignee_id,
        "snooze": _written(conversation.snoozed_until),
        "reopen": conversation.version,
    }
    return standing[do]


def _put_back(conversation: Conversation, member: Member, was: Was, now: datetime) -> None:
    if was["do"] == "reopen":
        handling.reopen(conversation, member, now=now)
    elif was["do"] == "assign":
        handling.assign(conversation, _member(str(was["to"] or "")), by=member, now=now)
    elif was["until"] > _written(now):
        handling.snooze(conversation, member, until=parse_datetime(was["until"]) or now, now=now)
    else:
        handling.wake(conversation, member, now=now)


def _say(request: DeskRequest, words: str, was: Was, of: Iterable[Conversation]) -> None:
    """Tell what was done; the note carries the address that undoes it (see _notes.html)."""
    if "do" not in was:
        messages.success(request, words)
        return
    sealed, left = QueryDict(mutable=True), {one.pk: _standing(one, was["do"]) for one in of}
    sealed["was"] = signing.dumps(was | {"of": left}, salt=SEAL)
    address = f"{at(request.shop, 'conversations:undo-handling')}?{sealed.urlencode()}"
    messages.success(request, words, extra_tags=address)


def _member(written: str) -> Member | None:
    pk = number(written)
    return get_object_or_404(Member.objects.present().select_related("person"), pk=pk) if pk else None


def _written(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""
