"""Somebody told us: a form for one, a list for many, looked at before anything is kept."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from toonbank.conversations.acquaintances import NEW, known_as, spoken_by
from toonbank.conversations.models import Message
from toonbank.conversations.retelling import as_typed, mend, name_of, take_back, told_by_hand
from toonbank.conversations.told import event_of, read_list, take_down
from toonbank.conversations.views.talk import number
from toonbank.core.errors import BadInput, ToonbankError
from toonbank.posts.troubles import in_words
from toonbank.shops.desk import DeskRequest, at, go, may
from toonbank.sources.encodings import text_of

FIELDS = ("when", "who", "how", "what", "stars", "address")
LARGEST = 500_000
SHOWN = 100
STOOD = gettext_lazy("This stood there already, or whoever said it was erased.")


@require_http_methods(["GET", "HEAD", "POST"])
@may("write")
def one(request: DeskRequest) -> HttpResponse:
    """The form for one thing that was told."""
    said = {name: request.POST.get(name, "") for name in FIELDS}
    if request.method != "POST":
        return _page(request, said, noted=number(request.GET.get("noted", "")))
    now, choice = timezone.now(), request.POST.get("person", "")
    try:
        event = event_of(said, request.shop.clock, now=now)
        known = known_as(event.author_name)
        person = next((one for one in known if str(one.pk) == choice), None)
        if known and person is None and choice != NEW:
            return _page(request, said, known=known)
        event = spoken_by(event, person) if person else event
        count = take_down(request.member, [event], now=now)
    except ToonbankError as trouble:
        return _page(request, said, problem=in_words(trouble))
    messages.success(request, _("Noted. It stands on the counter.") if count else STOOD)
    told = Message.objects.filter(account=None, remote_id=event.remote_id).values_list("pk", flat=True)
    return redirect(f"{at(request.shop, 'conversations:told')}?noted={told.first() or ''}")


@require_http_methods(["GET", "HEAD", "POST"])
@may("write")
def again(request: DeskRequest, pk: int) -> HttpResponse:
    """Mend what was written down, or take it back."""
    message: Message = get_object_or_404(told_by_hand(), pk=pk)
    said = as_typed(message, request.shop.clock)
    if request.method != "POST":
        return _again(request, message, said)
    now, choice = timezone.now(), request.POST.get("person", "")
    try:
        if request.POST.get("do") == "take back":
            take_back(message, request.member, now=now)
            messages.success(request, _("Taken back. It counts nowhere."))
            return go(request, "conversations:queue")
        said = {name: request.POST.get(name, "") for name in FIELDS}
        event = event_of(said, request.shop.clock, now=now)
        is_same = event.author_name == name_of(message)
        known = [] if is_same else known_as(event.author_name)
        person = next((one for one in known if str(one.pk) == choice), None)
        if known and person is None and choice != NEW:
            return _again(request, message, said, known=known)
        mend(message, request.member, event, person, now=now)
    except ToonbankError as trouble:
        return _again(request, message, said, problem=in_words(trouble))
    messages.success(request, _("Mended."))
    return go(request, "conversations:read", message.conversation_id)


def _again(request: DeskRequest, message: Message, said: dict[str, str], **more: Any) -> HttpResponse:
    context = {"message": message, "said": said, **more}
    status = 422 if "problem" in more else 200
    return render(request, "conversations/told_again.html", context, status=status)


@require_POST
@may("write")
def many(request: DeskRequest) -> HttpResponse:
    """A list: first what we make of it, then, when somebody says so, all that can be used is kept."""
    now = timezone.now()
    try:
        content = _content(request)
        listed = read_list(content, request.shop.clock, now=now)
        if request.POST.get("do") != "keep":
            shown = {
                "listed": listed,
                "rows": listed.good[:SHOWN],
                "content": text_of(content),
            }
            return _page(request, {}, **shown)
        count = take_down(request.member, listed.good, now=now)
    except ToonbankError as trouble:
        return _page(request, {}, list_problem=in_words(trouble))
    text = ngettext("%(n)d row stands on the counter.", "%(n)d rows stand on the counter.", count)
    messages.success(request, f"{text % {'n': count}} {_kept_out(len(listed.good) - count)}".strip())
    return go(request, "conversations:told")


def _kept_out(count: int) -> str:
    text = ngettext(
        "%(n)d row was kept out: it stood there already, or whoever said it was erased.",
        "%(n)d rows were kept out: they stood there already, or whoever said them was erased.",
        count,
    )
    return text % {"n": count} if count else ""


def _content(request: DeskRequest) -> bytes:
    """The list as a file, or as it was shown: a browser gives that back as text, with line ends of its own."""
    file = request.FILES.get("list")
    given = file.read(LARGEST + 1) if file else request.POST.get("content", "").replace("\r\n", "\n")
    if len(given) > LARGEST:
        raise BadInput(_("This list has more than %(most)d bytes. Bring it in parts.") % {"most": LARGEST})
    return given if isinstance(given, bytes) else given.encode()


def _page(request: DeskRequest, said: dict[str, str], **more: Any) -> HttpResponse:
    is_wrong = "problem" in more or "list_problem" in more
    return render(request, "conversations/told.html", {"said": said, **more}, status=422 if is_wrong else 200)
