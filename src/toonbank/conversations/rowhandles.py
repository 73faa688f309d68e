"""The handles of a line, drawn once for all lines that have the same ones: a page of twenty-five would draw them twenty-five times."""

from collections.abc import Sequence

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from toonbank.conversations.models import WAITING, Conversation
from toonbank.conversations.moves import DONE_WITH
from toonbank.conversations.snoozing import Choice
from toonbank.shops.models import Member

NOBODY = 987654321987654321
"""Stands where the id of the conversation comes; no database gets this far."""


class Handles:
    """What can be done with each line, for this member."""

    def __init__(self, request: HttpRequest, member: Member, snoozes: Sequence[Choice]) -> None:
        self.request, self.member, self.snoozes = request, member, snoozes
        self.drawn: dict[tuple[bool, bool, bool, bool], str] = {}

    def of(self, one: Conversation) -> SafeString:
        """The handles of this conversation; nothing for who only looks."""
        if not self.member.may("answer"):
            return SafeString("")
        waits, is_done = one.state in WAITING, one.state in DONE_WITH
        kind = (waits, is_done, one.assignee_id == self.member.pk, waits and one.snoozed_until is not None)
        if kind not in self.drawn:
            self.drawn[kind] = self._draw(*kind)
        return mark_safe(self.drawn[kind].replace(str(NOBODY), str(one.pk)))  # noqa: S308 - our own template, and a number

    def _draw(self, waits: bool, is_done: bool, is_mine: bool, is_asleep: bool) -> str:
        context = {
            "pk": NOBODY,
            "me": self.member.pk,
            "snoozes": self.snoozes if waits else (),
            "is_done": is_done,
            "is_mine": is_mine,
            "is_asleep": is_asleep,
        }
        return render_to_string("conversations/_handles.html", context, self.request)
