"""Hiding what somebody said, and the list of all that was ever hidden."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from toonbank.conversations.casebook import Hiding
from toonbank.conversations.hiding import Wish, hide, moderated, reach_of, show_again
from toonbank.conversations.models import Message
from toonbank.core.errors import ToonbankError
from toonbank.evidence.paging import Place, page_of, row_id
from toonbank.posts.troubles import in_words
from toonbank.shops.desk import DeskRequest, at, back_to, go, may
from toonbank.shops.forms import DeskForm


class HideForm(DeskForm):
    """What is done, and on what ground. Without a ground the rule itself answers."""

    deed = forms.ChoiceField(
        label=gettext_lazy("What do you do?"),
        choices=[
            ("hide", gettext_lazy("Fold it away here")),
            ("delete", gettext_lazy("Write down that I removed it there by hand")),
        ],
        widget=forms.RadioSelect,
        initial="hide",
    )
    ground = forms.ChoiceField(
        label=gettext_lazy("On what ground?"),
        choices=[
            *Hiding.Ground.choices,
            ("criticism", gettext_lazy("it is criticism, or it is not true")),
        ],
        widget=forms.RadioSelect,
    )
    why = forms.CharField(
        label=gettext_lazy("Which words is it about?"),
        required=False,
        max_length=500,
        help_text=gettext_lazy("Not needed where the desk saw personal data or spam itself."),
    )

    @property
    def wish(self) -> Wish:
        """What was filled in."""
        said = self.cleaned_data
        return Wish(said["deed"], said["ground"], said["why"])


@require_safe
def listed(request: DeskRequest) -> HttpResponse:
    """The newest first."""
    after = row_id(request.GET.get("after"))
    page = page_of(moderated(), "-pk", Place(after=after))
    return render(request, "conversations/moderation.html", {"page": page, "is_first": after is None})


@require_http_methods(["GET", "HEAD", "POST"])
@may("answer")
def hide_one(request: DeskRequest, pk: int) -> HttpResponse:
    """One message: what hiding does, and the ground."""
    found = Message.objects.select_related("shop", "conversation__account").defer(
        "conversation__account__secret"
    )
    message: Message = get_object_or_404(found.filter(is_ours=False), pk=pk)
    form = HideForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            hide(message, request.member, form.wish, now=timezone.now())
        except ToonbankError as trouble:
            form.add_error(None, in_words(trouble))
        else:
            messages.success(
                request, _("Hidden. It stands in the list of what was hidden; there you can undo it.")
            )
            return go(request, "conversations:read", message.conversation_id)
    context = {
        "message": message,
        "form": form,
        "reach": reach_of(message.conversation),
        "masked": _masked(message),
    }
    return render(request, "conversations/hide.html", context, status=400 if form.errors else 200)


def _masked(message: Message) -> str:
    """Its words with what is personal left out: this page is no place to read an address."""
    text = message.text
    for start, end, *_kind in sorted(message.private, reverse=True):
        text = f"{text[:start]}…{text[end:]}"
    return text


@require_POST
@may("answer")
def show(request: DeskRequest, pk: int) -> HttpResponse:
    """Undone."""
    hiding: Hiding = get_object_or_404(
        Hiding.objects.select_related("message__shop", "message__conversation"), pk=pk
    )
    try:
        show_again(hiding, request.member, now=timezone.now())
    except ToonbankError as trouble:
        messages.error(request, in_words(trouble))
    else:
        messages.success(request, _("It stands in our view again."))
    return redirect(back_to(request, at(request.shop, "conversations:moderation")))
