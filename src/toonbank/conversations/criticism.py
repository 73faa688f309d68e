"""What they criticised, in their own words: the gravest thing they said, not the thanks that came after."""

from collections.abc import Iterable

from toonbank.conversations.models import Conversation, Message
from toonbank.conversations.standing import excerpt_of
from toonbank.conversations.working_out import as_said
from toonbank.triage.labels import KINDS

NO_CRITICISM = ("", "compliment", "chat", "spam-abuse")


def criticism_in(conversations: Iterable[Conversation]) -> dict[int, str]:
    """The first words of each, with personal data masked, in one query; of a conversation without criticism its excerpt."""
    found = {one.pk: one.excerpt for one in conversations}
    said = Message.objects.filter(conversation__in=found, is_ours=False, deleted_at=None)
    told: dict[int, Message] = {}
    for one in (
        said.exclude(label__in=NO_CRITICISM)
        .exclude(text="")
        .order_by("-at", "-pk")
        .select_related("identity")
    ):
        known = told.get(one.conversation_id)
        if known is None or KINDS.index(one.label) <= KINDS.index(known.label):
            told[one.conversation_id] = one
    return found | {pk: excerpt_of(as_said(one)) for pk, one in told.items()}
