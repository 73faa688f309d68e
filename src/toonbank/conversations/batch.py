"""A batch of events applied to what we know: which messages, conversations and people there are afterwards.

The same events give the same rows, in whatever order and however often they come. Nothing is written before `save`.
"""

from datetime import datetime

from toonbank.channels.base import Incoming
from toonbank.conversations.arrivals import Early
from toonbank.conversations.hearing import JUDGED, RAISED, judge, lay_low, note_rise
from toonbank.conversations.known import Heard, Known, Place
from toonbank.conversations.models import Conversation, Message, Wording
from toonbank.conversations.rewriting import rewrite
from toonbank.posts.models import Kind
from toonbank.relations.models import Identity
from toonbank.triage.weighing import Scale

CHANGED = ("text", "rating", "changed_at", "deleted_at", "at", "url", *JUDGED, *RAISED)


class Batch:
    """What changes because of some events that are taken in at this moment."""

    def __init__(self, known: Known, taken_at: datetime) -> None:
        self._known, self._taken_at = known, taken_at
        self._new: list[Message] = []
        self._changed: dict[Place, Message] = {}
        self._to_judge: dict[Place, Message] = {}
        self._heard_anew: dict[int, datetime] = {}
        self._unasked: set[Place] = set()
        self._named: list[Message] = []
        self._parked: list[tuple[str, Heard]] = []
        self._placed: list[int] = []
        self.touched: dict[int, Conversation] = {}
        self.woken: set[int] = set()

    def apply(self, heard: Heard) -> None:
        """Let this event change what we know, and whatever waited for it."""
        to_do = [heard]
        while to_do:
            one = to_do.pop()
            if self._apply_one(one) and one.early is not None:
                self._placed.append(one.early)
            if one.place in self._known.messages:
                to_do += reversed(self._known.early.pop(one.place, []))

    def _apply_one(self, heard: Heard) -> bool:
        """Whether this event is dealt with; otherwise it waits for another one."""
        if self._is_of_the_forgotten(heard):
            return True
        message = self._known.messages.get(heard.place)
        if heard.event.event == "deleted":
            return self._delete(message, heard) if message else self._is_our_post(heard) or self._park(heard)
        if message is not None:
            self._say_again(message, heard)
            return True
        if not heard.is_ours_in_public:
            self._begin(heard, self._conversation_of(heard))
            return True
        answered = self._known.messages.get((heard.account, heard.event.answers))
        if answered is not None:
            self._begin(heard, self._conversation(answered))
            return True
        # Our own post, or something we said to nobody: no conversation.
        return self._is_our_post(heard) or not heard.event.answers or self._park(heard)

    def _is_of_the_forgotten(self, heard: Heard) -> bool:
        """Whether it tells again what was erased, or is our answer to that."""
        answered = (heard.account, heard.event.answers)
        forgotten = self._known.forgotten
        return heard.place in forgotten or (heard.is_ours_in_public and answered in forgotten)

    def _is_our_post(self, heard: Heard) -> bool:
        sent = self._known.sent.get(heard.place)
        return sent is not None and sent.kind != Kind.REPLY

    def _park(self, heard: Heard) -> bool:
        """Keep it until what it awaits is heard."""
        awaits = heard.event.remote_id if heard.event.event == "deleted" else heard.event.answers
        self._known.early.setdefault((heard.account, awaits), []).append(heard)
        if heard.early is None:
            self._parked.append((awaits, heard))
        return False

    def _delete(self, message: Message, heard: Heard) -> bool:
        moment = heard.event.changed_at or heard.event.at
        if message.deleted_at is None or moment < message.deleted_at:
            message.deleted_at = moment
            self._mark(message)
        return True

    def _say_again(self, message: Message, heard: Heard) -> None:
        """The same again, an edit, or words that stood there before."""
        event = heard.event
        self._name(message, self._meet(heard))
        if message.post_id is not None and event.event == "said":
            return  # the network tells what we sent; our own words stand
        moment = _moment_of(heard)
        was = (message.at, message.url)
        message.at, message.url = min(message.at, event.at), message.url or event.url
        if self._known.versions.add(message, event.text, moment, rating=event.rating):
            self._to_judge[heard.place] = message
            self._heard_anew[id(message)] = self._read_from(heard)
        if id(message) in self._known.versions.reworded or (message.at, message.url) != was:
            self._mark(message)
        self._be_born(self._conversation(message), heard)

    def _begin(self, heard: Heard, conversation: Conversation) -> None:
        event, sent = heard.event, self._known.sent.get(heard.place)
        message = Message(
            shop_id=self._known.shop_id,
            conversation=conversation,
            account_id=heard.account,
            remote_id=event.remote_id,
            answers=event.answers,
            url=event.url,
            is_ours=event.is_own,
            post_id=sent.post if sent and event.is_own else None,
            text=event.text,
            rating=event.rating,
            at=event.at,
            heard_at=self._read_from(heard),
            is_public=event.is_public,
            changed_at=_moment_of(heard) if _was_changed(heard) else None,
        )
        message.identity = self._meet(heard)
        self._known.messages[heard.place] = message
        self._new.append(message)
        self._to_judge[heard.place] = message
        if event.extra.get("nobody_waits"):
            self._unasked.add(heard.place)
        self._touch(conversation, wakes=not event.is_own)

    def _name(self, message: Message, person: Identity | None) -> None:
        """Who said it may be told later than what was said."""
        if person is None or message.is_ours or message.identity_id or message.identity:
            return
        message.identity = person
        if message.pk is not None:
            self._named.append(message)
        self._touch(self._conversation(message))

    def _read_from(self, heard: Heard) -> datetime:
        """Before that nobody could read it."""
        return max(heard.came_at, self._taken_at)

    def _meet(self, heard: Heard) -> Identity | None:
        return None if heard.event.is_own else self._known.people.meet(heard.kind, heard.event)

    def _conversation_of(self, heard: Heard) -> Conversation:
        conversation = self._known.threads.get(heard.thread)
        if conversation is None:
            account, thread, speaker = heard.thread
            conversation = Conversation(
                shop_id=self._known.shop_id,
                account_id=account,
                thread=thread,
                speaker=speaker,
                sort=heard.event.sort,
                is_public=heard.event.is_public,
                about_id=self._post_below(account, thread),
                began_at=heard.event.at,
                last_at=heard.event.at,
            )
            self._known.threads[heard.thread] = conversation
        self._be_born(conversation, heard)
        return conversation

    def _be_born(self, conversation: Conversation, heard: Heard) -> None:
        """How it began is told by its first message, in whatever order they come."""
        event = heard.event
        if not heard.is_ours_in_public and (event.at, event.sort) < (
            conversation.began_at,
            conversation.sort,
        ):
            conversation.began_at, conversation.sort = event.at, event.sort
            self._touch(conversation)
        if conversation.about_id is None:
            conversation.about_id = self._post_below(heard.account, conversation.thread)

    def _post_below(self, account: int | None, thread: str) -> int | None:
        sent = self._known.sent.get((account, thread))
        return sent.post if sent else None

    def _conversation(self, message: Message) -> Conversation:
        return self._known.by_pk[message.conversation_id] if message.conversation_id else message.conversation

    def _touch(self, conversation: Conversation, *, wakes: bool = False) -> None:
        self.touched[id(conversation)] = conversation
        if wakes:
            self.woken.add(id(conversation))

    def _mark(self, message: Message) -> None:
        if message.pk is not None:
            self._changed[message.account_id, message.remote_id] = message
        self._touch(self._conversation(message))

    def judge(self, by: Scale) -> None:
        """Triage what they said that is new or changed, and whether the change made it graver."""
        for place, message in self._to_judge.items():
            if not message.is_ours:
                judge(message, by)
                if place in self._unasked:
                    lay_low(message)
        for message in self._known.versions.reworded.values():
            if not message.is_ours:
                before, heard_at = self._known.versions.before(message), self._heard_anew.get(id(message))
                note_rise(message, before, by, heard_at)

    def begin_saving(self) -> None:
        """Write people and what changed of messages that are rows: with these it is worked out how conversations stand."""
        self._known.people.save()
        for one in self._new:
            one.identity = one.identity  # takes over the key that it has by now, without asking the database
        for one in self._named:
            one.identity = one.identity  # as above
        rewrite(self._named, ("identity",))
        rewrite(list(self._changed.values()), CHANGED)

    def new_by_conversation(self) -> dict[int, list[Message]]:
        """The messages that are no rows yet, by the `id()` of their conversation."""
        found: dict[int, list[Message]] = {}
        for one in self._new:
            found.setdefault(id(one.conversation), []).append(one)
        return found

    def renamed_people(self) -> list[int]:
        """Identities that go by another name than before."""
        return list(self._known.people.renamed)

    def finish_saving(self) -> None:
        """Write the rest; the conversations are rows by now."""
        for one in self._new:
            one.conversation = one.conversation  # as above
        Message.objects.bulk_create(self._new)
        Wording.objects.bulk_create(self._known.versions.finished())
        rewrite(list(self._known.versions.changed.values()), ("until_at",))
        if self._placed:
            Early.objects.filter(pk__in=self._placed).delete()
        waiting = {id(one) for parked in self._known.early.values() for one in parked}
        Early.objects.bulk_create(
            _early(self._known.shop_id, awaits, one) for awaits, one in self._parked if id(one) in waiting
        )


def _was_changed(heard: Heard) -> bool:
    return heard.event.changed_at is not None or heard.event.event == "edited"


def _moment_of(heard: Heard) -> datetime:
    """Since when these words stand there; a network that does not say when it was edited told us at once."""
    event: Incoming = heard.event
    if event.changed_at is not None:
        return event.changed_at
    return heard.came_at if event.event == "edited" else event.at


def _early(shop_id: int, awaits: str, heard: Heard) -> Early:
    return Early(
        shop_id=shop_id, account_id=heard.account, awaits=awaits, body=heard.body, came_at=heard.came_at
    )
