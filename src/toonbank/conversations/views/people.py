"""Pages about people with what they said: one person, who deserves a minute, who comes back, with whom we are seen."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from toonbank.conversations.models import Conversation
from toonbank.conversations.orders.linking import link, purchases_of
from toonbank.conversations.orders.sharing import who_else
from toonbank.conversations.people.attention import who_deserves_a_minute
from toonbank.conversations.people.book import book_of, with_book
from toonbank.conversations.people.returning import first_fans, regulars
from toonbank.conversations.people.takedowns import done_by_hand, keep_up, take_down, to_do
from toonbank.conversations.people.ties import visible_ties
from toonbank.conversations.takedown import TakeDown
from toonbank.conversations.views.talk import number
from toonbank.core.errors import ToonbankError
from toonbank.posts.troubles import in_words
from toonbank.relations import remembering
from toonbank.relations.listing import page_of
from toonbank.relations.merging import maybe_the_same, merge, undo_merge
from toonbank.relations.models import Contact
from toonbank.relations.papers import Merge, PersonNote
from toonbank.shops.desk import DeskRequest, at, back_to, go, may

MOST_TASKS = 50
MOST_ORDERS = 30
SETTLED_SHOWN = 10


@require_safe
def minute(request: DeskRequest) -> HttpResponse:
    """Who deserves a minute today, and why."""
    context = {
        "minutes": who_deserves_a_minute(timezone.now()),
        "may_write": request.member.may("write"),
        "tab": "minute",
    }
    return render(request, "conversations/people.html", context)


@require_safe
def returning(request: DeskRequest) -> HttpResponse:
    """Who talks with the shop again."""
    after = request.GET.get("after", "")[:80]
    lines, following = regulars(after)
    fans = [] if after else first_fans(timezone.now())
    named = {one.contact.pk for one in fans}
    lines = [one for one in lines if one.contact.pk not in named]
    context = {"fans": fans, "lines": lines, "next": following, "is_first": not after, "tab": "returning"}
    return render(request, "conversations/people_returning.html", context)


@require_safe
def ties(request: DeskRequest) -> HttpResponse:
    """With whom the shop is seen."""
    context = {"ties": visible_ties(request.shop, timezone.now()), "tab": "kindred"}
    return render(request, "conversations/people_ties.html", context)


@require_safe
def take_downs(request: DeskRequest) -> HttpResponse:
    """Live posts of people who took a consent back."""
    settled = TakeDown.objects.exclude(state=TakeDown.State.OPEN).order_by("-settled_at", "-pk")
    rows = settled.select_related("contact", "delivery__account", "settled_by__person")
    context = {
        "tasks": list(to_do()[:MOST_TASKS]),
        "settled": list(rows.defer("delivery__account__secret")[:SETTLED_SHOWN]),
        "now": timezone.now(),
        "may_write": request.member.may("write"),
        "tab": "take-downs",
    }
    return render(request, "conversations/people_take_downs.html", context)


@require_POST
@may("write")
def settle(request: DeskRequest, pk: int) -> HttpResponse:
    """Taken down, done by hand, or kept for a reason."""
    rows = TakeDown.objects.select_related("shop", "delivery__account", "delivery__shop")
    task: TakeDown = get_object_or_404(rows, pk=pk)
    deed = request.POST.get("as", "")
    try:
        if deed == "kept":
            keep_up(task, request.member, request.POST.get("why", ""), timezone.now)
            messages.success(request, _("It stays. Your reason is written down."))
        elif deed == "by hand":
            done_by_hand(task, request.member, timezone.now)
            messages.success(request, _("Written down: done by hand."))
        else:
            take_down(task, request.member, timezone.now)
            messages.success(request, _("Taken down."))
    except ToonbankError as trouble:
        messages.error(request, in_words(trouble))
    return go(request, "conversations:people-take-downs")


@require_safe
def contact(request: DeskRequest, pk: int) -> HttpResponse:
    """Everything that the shop knows of one person."""
    person: Contact = get_object_or_404(with_book(), pk=pk)
    if person.merged_into_id:
        return go(request, "conversations:contact", person.merged_into_id)
    context = {
        "contact": person,
        "book": book_of(person, timezone.now()),
        "alike": maybe_the_same(person) if not person.erased_at else [],
        "purchases": purchases_of(person, MOST_ORDERS),
        "grounds": [choice for choice in Contact.Ground.choices if choice[0]],
        "may_write": request.member.may("write") and not person.erased_at,
        "may_run": request.member.may("run_shop"),
    }
    return render(request, "conversations/contact.html", context)


@require_POST
@may("write")
def note(request: DeskRequest, pk: int) -> HttpResponse:
    """Keep a note, or throw one away."""
    person = _present(pk)
    away = number(request.POST.get("throw-away", ""))
    try:
        if away:
            one: PersonNote = get_object_or_404(PersonNote.objects, pk=away, contact=person)
            remembering.throw_note_away(one, request.member)
        else:
            remembering.note(person, request.member, request.POST.get("text", ""), now=timezone.now())
    except ToonbankError as trouble:
        messages.error(request, in_words(trouble))
    return go(request, "conversations:contact", pk)


@require_POST
@may("write")
def noticed(request: DeskRequest, pk: int) -> HttpResponse:
    """Somebody gave this person a minute."""
    person = _present(pk)
    remembering.notice(person, request.member, now=timezone.now())
    messages.success(request, _("Written down: you gave %(name)s a minute.") % {"name": person.name})
    return redirect(back_to(request, at(request.shop, "conversations:people")))


@require_POST
@may("write")
def known(request: DeskRequest, pk: int) -> HttpResponse:
    """Say that this is a customer, and on which ground; or take that away."""
    person, said = _present(pk), request.POST
    back = back_to(request, at(request.shop, "conversations:contact", pk))
    try:
        if "unlink" in said:
            remembering.unlink_customer(person, request.member, now=timezone.now())
            messages.success(request, _("The link is gone, and the orders with it."))
        else:
            ground, given = said.get("ground", ""), said.get("number", "")
            others = who_else(person, ground, given) if "sure" not in said else []
            if others:
                context = {"contact": person, "others": others, "said": said, "back": back}
                return render(request, "conversations/contact_shared.html", context)
            why = said.get("why", "") or _given_in(person, said.get("conversation", ""))
            link(person, request.member, ground=ground, why=why, number=given, now=timezone.now())
    except ToonbankError as trouble:
        messages.error(request, in_words(trouble))
    return redirect(back)


def _given_in(person: Contact, conversation: str) -> str:
    """How a number was given that is taken from a talk with this person; "" for any other talk."""
    talk = Conversation.objects.filter(pk=number(conversation), contact=person).first()
    if talk is None:
        return ""
    day = date_format(timezone.localtime(talk.last_at), "j F Y")
    return _("in the conversation of %(day)s") % {"day": day}


@require_http_methods(["GET", "HEAD", "POST"])
@may("write")
def same(request: DeskRequest, pk: int) -> HttpResponse:
    """Look for who is the same person, and put the two together."""
    person = _present(pk)
    if request.method == "POST":
        gone = get_object_or_404(Contact.objects.present(), pk=number(request.POST.get("gone", "")))
        try:
            merge(person, gone, request.member, why=request.POST.get("why", ""), now=timezone.now())
        except ToonbankError as trouble:
            messages.error(request, in_words(trouble))
        else:
            messages.success(request, _("Put together. You can take them apart again below."))
        return go(request, "conversations:contact", pk)
    words = " ".join(request.GET.get("words", "").split())[:120]
    found = page_of(words, "", timezone.now()).lines if words else []
    context = {
        "contact": person,
        "words": words,
        "found": [line.contact for line in found if line.contact.pk != person.pk],
        "alike": maybe_the_same(person),
    }
    return render(request, "conversations/contact_same.html", context)


@require_POST
@may("write")
def apart(request: DeskRequest, pk: int) -> HttpResponse:
    """Undo that two were put together."""
    done: Merge = get_object_or_404(Merge.objects.select_related("shop", "gone"), pk=pk)
    try:
        undo_merge(done, request.member, now=timezone.now())
    except ToonbankError as trouble:
        messages.error(request, in_words(trouble))
    else:
        messages.success(request, _("Two people again. Each has what it had."))
    return go(request, "conversations:contact", done.kept_id)


def _present(pk: int) -> Contact:
    found: Contact = get_object_or_404(Contact.objects.present().select_related("shop"), pk=pk)
    return found
