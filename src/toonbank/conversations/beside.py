"""What stands beside the talk, each part by its own module."""

from datetime import datetime
from typing import Any

from toonbank.conversations.casepanel import case_panel_of
from toonbank.conversations.composing import composer_of
from toonbank.conversations.people import person_panel_of
from toonbank.conversations.talking import Talk
from toonbank.conversations.writing import Hold
from toonbank.shops.models import Member


def beside_of(talk: Talk, hold: Hold, member: Member, now: datetime, *, is_newest: bool) -> dict[str, Any]:
    """The parts of the page that have modules of their own, by the names that their templates use."""
    conversation = talk.conversation
    read = (talk.rows, hold.mine) if is_newest else None
    return {
        "composer": composer_of(conversation, member, now, read=read),
        "case_panel": case_panel_of(conversation),
        "panel": person_panel_of(conversation, now),
        "has_person": True,
    }
