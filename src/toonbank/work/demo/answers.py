"""The answers of the story. Besides the page with its button, this is the only place that gives one, and it has two bolts.

It answers on the practice square only, where nobody outside the shop reads along, and only what is written in `counter.toml`, in the
name of the member who is written beside it. What is true of every answer is true of these: the rules read them first.
"""

from datetime import datetime

from toonbank.conversations.models import Conversation
from toonbank.conversations.replying import ReplyWords, reply
from toonbank.core.errors import NotAllowed
from toonbank.posts.models import Delivery
from toonbank.shops.models import Member
from toonbank.work.demo.moments import deliver_then
from toonbank.work.demo.opening import OWNER


def answer_on_the_square(
    conversation: Conversation, member: Member, text: str, *, is_private: bool, at: datetime
) -> None:
    """Say it in the demo shop, on its practice square; NotAllowed in any other shop or place."""
    account = conversation.account
    is_demo = conversation.shop.members.filter(person__email=OWNER).exists()
    if account is None or account.kind != "square" or not is_demo:
        raise NotAllowed("A story only answers on the practice square of the demo shop.")
    newest = conversation.messages.order_by("-pk").values_list("pk", flat=True)[0]
    words = ReplyWords(text, is_private=is_private, seen=newest)
    post = reply(conversation, member, words, now=at)
    deliver_then(conversation.shop, Delivery.objects.get(post=post).pk, at)
