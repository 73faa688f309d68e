"""What people said about the findings of a post: why a warning may stay, and what they think is not right."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import CharField, F, IntegerField, Value

from toonbank.posts.models import Confirmation, Dispute

Key = tuple[str, str]
"""The rule and the words that it is about ("" = the whole text)."""


@dataclass(frozen=True)
class Disputed:
    """That somebody thinks a finding is not right, and what the shop did with it ("" = nothing yet)."""

    pk: int
    reason: str
    member_id: int
    settled_as: str = ""

    @property
    def settled_in_words(self) -> Any:  # a text that is translated when it is shown
        """What the shop did with it."""
        return Dispute.Settled(self.settled_as).label if self.settled_as else ""


@dataclass(frozen=True)
class Said:
    """Both of them, by what they are about."""

    reasons: Mapping[Key, str] = field(default_factory=dict)
    disputes: Mapping[Key, Disputed] = field(default_factory=dict)


def said_of(post_id: int | None) -> Said:
    """What was said about a post, in one question; nothing about one that was never saved."""
    if post_id is None:
        return Said()
    nobody, nothing = Value(0, IntegerField()), Value("", CharField())
    columns = ("its", "rule", "what", "why", "who", "settled")
    kept = Confirmation.objects.filter(post_id=post_id).annotate(
        its=nobody, what=F("words"), why=F("reason"), who=nobody, settled=nothing
    )
    disputed = Dispute.objects.filter(post_id=post_id, taken_back_at=None).annotate(
        its=F("pk"), what=F("words"), why=F("reason"), who=F("member_id"), settled=F("settled_as")
    )
    rows = kept.values_list(*columns).union(disputed.values_list(*columns), all=True)
    return Said(
        {(rule, words): reason for its, rule, words, reason, _who, _settled in rows if not its},
        {
            (rule, words): Disputed(its, reason, who, settled)
            for its, rule, words, reason, who, settled in rows
            if its
        },
    )
