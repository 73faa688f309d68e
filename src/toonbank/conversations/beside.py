"""What stands beside the talk, each part by its own module."""

from datetime import datetime
from typing import Any

from toonbank.conversations.composing import composer_of
from toonbank.conversations.models import Conversation
from toonbank.shops.models import Member


def beside_of(conversation: Conversation, member: Member, now: datetime) -> dict[str, Any]:
    """The parts of the page that have modules of their own, by the names that their templates use."""
    return {"composer": composer_of(conversation, member, now)}
