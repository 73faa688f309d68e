"""What stands beside the talk, each part by its own module."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from toonbank.conversations.casepanel import case_panel_of
from toonbank.conversations.composing import composer_of
from toonbank.conversations.handlingpanel import handling_of
from toonbank.conversations.talking import Talk
from toonbank.shops.models import Member


def beside_of(
    talk: Talk, papers: Mapping[str, Any], member: Member, now: datetime, *, is_newest: bool
) -> dict[str, Any]:
    """The parts of the page that have modules of their own, by the names that their templates use.

    `papers` brings what was read before: who has the pen, and who works here.
    """
    hold, colleagues = papers["hold"], papers["colleagues"]
    conversation = talk.conversation
    read = (talk.rows, hold.mine) if is_newest else None
    return {
        "composer": composer_of(conversation, member, now, read=read),
        "handling": handling_of(conversation, member, colleagues, now),
        "case_panel": case_panel_of(conversation),
    }
