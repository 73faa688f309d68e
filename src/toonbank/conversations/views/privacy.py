"""A question for consent in a conversation, and what a person may ask of the shop: all that is kept, and that it goes."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from toonbank.conversations.models import Conversation, Message
from toonbank.conversations.people.erasing import erase, preview_of
from toonbank.conversations.people.exporting import export
from toonbank.conversations.people.proving import possible_answers, put_in_answer, take_as_yes, where_to_ask
from toonbank.conversations.views.talk import number
from toonbank.core.errors import Overtaken, ToonbankError
from toonbank.posts.troubles import in_words
from toonbank.relations.models import Contact
from toonbank.relations.papers import ConsentRequest
from toonbank.shops.desk import DeskRequest, go, may

FEW = 20


@require_http_methods(["GET", "HEAD", "POST"])
@may("write")
def ask(request: DeskRequest, pk: int) -> HttpResponse:
    """Choose the conversation in whose answer the words of the question go."""
    asked = _question(pk)
    if request.method == "POST":
        mine = Conversation.objects.filter(contact=asked.contact_id)
        talk: Conversation = get_object_or_404(mine, pk=number(request.POST.get("conversation", "")))
        try:
            put_in_answer(asked, talk, request.member, now=timezone.now())
        except ToonbankError as trouble:
            messages.error(request, in_words(trouble))
            return go(request, "relations:question", pk)
        messages.info(request, _("The words stand in your answer. Nothing is sent until you send it."))
        return go(request, "conversations:read", talk.pk)
    return render(request, "conversations/contact_ask.html", {"asked": asked, "talks": where_to_ask(asked)})


@require_http_methods(["GET", "HEAD", "POST"])
@may("write")
def proof(request: DeskRequest, pk: int) -> HttpResponse:
    """Point out the message that says yes."""
    asked = _question(pk)
    if request.method == "POST":
        rows = Message.objects.select_related("account")
        message: Message = get_object_or_404(rows, pk=number(request.POST.get("message", "")))
        guardian = request.POST.get("guardian", "")
        try:
            take_as_yes(asked, message, request.member, guardian=guardian, now=timezone.now())
        except Overtaken:
            messages.info(request, _("It was answered already."))
        except ToonbankError as trouble:
            messages.error(request, in_words(trouble))
            return go(request, "conversations:contact-proof", pk)
        else:
            messages.success(request, _("Written down, with their words as proof."))
        return go(request, "relations:question", pk)
    answers = possible_answers(asked).select_related("account").defer("account__secret")[:FEW]
    return render(request, "conversations/contact_proof.html", {"asked": asked, "answers": answers})


def _question(pk: int) -> ConsentRequest:
    rows = ConsentRequest.objects.select_related("contact__shop", "shop", "asked_by__person")
    found: ConsentRequest = get_object_or_404(rows, pk=pk)
    return found


@require_POST
@may("run_shop")
def take_out(request: DeskRequest, pk: int) -> HttpResponse:
    """All that is kept of somebody, in one file."""
    person: Contact = get_object_or_404(Contact.objects.present().select_related("shop"), pk=pk)
    packed = export(person, request.member, now=timezone.now())
    answer = HttpResponse(packed, content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="gegevens-{person.pk}.zip"'
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@may("run_shop")
def forget(request: DeskRequest, pk: int) -> HttpResponse:
    """First what would go and what must stay; then, with the name typed over, for good."""
    person: Contact = get_object_or_404(Contact.objects.present().select_related("shop"), pk=pk)
    trouble = ""
    if request.method == "POST":
        if request.POST.get("name", "").strip().casefold() != person.name.casefold():
            trouble = _("Type the name as it stands here. Nothing was erased.")
        else:
            try:
                erase(person, request.member, now=timezone.now())
            except ToonbankError as found:
                trouble = in_words(found)
            else:
                messages.success(request, _("Erased. What must stay is kept without the name."))
                return go(request, "relations:list")
    context = {"contact": person, "preview": preview_of(person), "trouble": trouble}
    return render(request, "conversations/contact_forget.html", context, status=400 if trouble else 200)
