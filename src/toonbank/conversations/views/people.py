"""Pages about people with what they said: one person, who deserves a minute, who comes back."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from toonbank.conversations.people import book
from toonbank.relations.models import Contact
from toonbank.shops.desk import DeskRequest, go


@require_safe
def contact(request: DeskRequest, pk: int) -> HttpResponse:
    """Everything that the shop knows of one person."""
    person: Contact = get_object_or_404(Contact.objects, pk=pk)
    if person.merged_into_id:
        return go(request, "conversations:contact", person.merged_into_id)
    context = {
        "contact": person,
        "book": book.book_of(person, timezone.now()),
        "may_write": request.member.may("write"),
        "may_run": request.member.may("run_shop"),
    }
    return render(request, "conversations/contact.html", context)
