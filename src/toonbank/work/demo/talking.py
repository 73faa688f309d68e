"""The deeds at the counter: what customers say, what colleagues answer, note, settle and learn, by the verbs of the desk."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from toonbank.channels.square_talk import Said
from toonbank.conversations.cases import is_complaint
from toonbank.conversations.handling import assign, settle, snooze
from toonbank.conversations.labelling import relabel
from toonbank.conversations.models import Conversation, Message
from toonbank.conversations.moves import DONE_WITH
from toonbank.conversations.noting import write_note
from toonbank.conversations.orders.linking import link
from toonbank.conversations.people.proving import possible_answers, take_as_yes
from toonbank.conversations.saved import keep_reply
from toonbank.conversations.told import event_of, take_down
from toonbank.relations.asking import ask_consent
from toonbank.relations.befriending import befriend
from toonbank.relations.merging import merge
from toonbank.relations.models import Contact
from toonbank.relations.papers import ConsentRequest
from toonbank.relations.questions import Question
from toonbank.shops.models import Member
from toonbank.shops.opening import square_of
from toonbank.work.demo.answers import answer_on_the_square
from toonbank.work.demo.complaint import CASE_DEEDS
from toonbank.work.demo.opening import Cast
from toonbank.work.demo.orders import tell_orders

QUIET = "story"
"""A kind that the square's customers do not know: who speaks by our script says nothing of their own in return."""


@dataclass(frozen=True)
class Told:
    """What a line tells about its deed. `to` is how the words begin that it is about; `who` is a customer, `by` a colleague.

    `kind` is what their words are to the square's customers: it decides how they take an answer of whoever tries the desk.
    """

    to: str = ""
    by: str = "noor"
    who: str = ""
    text: str = ""
    name: str = ""
    below: str = ""
    lang: str = "nl"
    account: str = "jas"
    private: bool = False
    kind: str = QUIET
    more: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Talking:
    """Who stands at the counter, and what was said by name."""

    cast: Cast
    spoken: dict[str, str] = field(default_factory=dict)

    def do(self, deed: str, told: Told, at: datetime) -> None:
        """Carry this deed out, at that moment."""
        if deed in CASE_DEEDS:
            CASE_DEEDS[deed](self.talk(told), self.member(told), told.more, at)
        else:
            DEEDS[deed](self, told, at)

    def member(self, told: Told) -> Member:
        """The colleague who does it."""
        return self.named(told.by)

    def named(self, name: str) -> Member:
        """A colleague by first name, in small letters."""
        return {"noor": self.cast.noor, "bas": self.cast.bas, "samira": self.cast.samira}[name]

    def message(self, told: Told) -> Message:
        """The newest thing a customer said that begins like this."""
        found = Message.objects.filter(is_ours=False, text__startswith=told.to).order_by("-at", "-pk")
        message = found.select_related("conversation__account", "conversation__shop").first()
        if message is None:
            raise LookupError(told.to)
        return message

    def talk(self, told: Told) -> Conversation:
        """The conversation in which that was said."""
        return self.message(told).conversation


def _say(here: Talking, told: Told, at: datetime) -> None:
    board = square_of(here.cast.shop)
    answers = here.spoken.get(told.to, "")
    if told.below:
        posts = board.posts(told.account, now=at, limit=50)
        answers = next(post.remote_id for post in posts if post.text.startswith(told.below))
    said = Said(told.who, told.text, told.lang, answers, told.kind, is_private=told.private)
    here.spoken[told.name or told.text] = board.let_say(told.account, said, at=at)


def _answer(here: Talking, told: Told, at: datetime) -> None:
    answer_on_the_square(here.talk(told), here.member(told), told.text, is_private=told.private, at=at)


def _told(here: Talking, told: Told, at: datetime) -> None:
    said = {"who": told.who, "how": told.more["how"], "what": told.text}
    take_down(here.member(told), [event_of(said, here.cast.shop.clock, now=at)], now=at)


def _note(here: Talking, told: Told, at: datetime) -> None:
    asked = [here.named(told.more["asks"])] if "asks" in told.more else []
    write_note(here.talk(told), here.member(told), told.text, asked, now=at)


def _assign(here: Talking, told: Told, at: datetime) -> None:
    assign(here.talk(told), here.named(told.more["to"]), by=here.member(told), now=at)


def _snooze(here: Talking, told: Told, at: datetime) -> None:
    """Until the morning of a day, counted from the day of the deed."""
    clock = here.cast.shop.clock
    day = at.astimezone(clock).date() + timedelta(days=int(told.more["days"]))
    until = datetime.combine(day, time(10), clock)
    snooze(here.talk(told), here.member(told), until=until, now=at)


def _label(here: Talking, told: Told, at: datetime) -> None:
    """A colleague corrects what was heard as something else; what was heard well stays. The shop's own ear learns from it."""
    message = here.message(told)
    if message.label != told.more["label"]:
        relabel(message, here.member(told), told.more["label"], 0, now=at)


def _settle(here: Talking, told: Told, at: datetime) -> None:
    """Nothing more is to be done: they thanked or chatted. Where a paper was closed, that is so already."""
    message, member = here.message(told), here.member(told)
    if is_complaint(message.label):
        relabel(message, member, "chat", 0, now=at)
        CASE_DEEDS["no_complaint"](message.conversation, member, {"reason": "Geen klacht, maar dank."}, at)
    talk = here.talk(told)
    if talk.state not in DONE_WITH:
        settle(talk, member, now=at)


def _same(here: Talking, told: Told, at: datetime) -> None:
    """The shop knew this person before they were heard on the square."""
    known = Contact.objects.present().exclude(identities__isnull=False).get(name=told.who)
    heard = here.talk(told).contact
    if heard is None:
        raise LookupError(told.who)
    merge(known, heard, here.member(told), why=told.text, now=at)


def _ask(here: Talking, told: Told, at: datetime) -> None:
    """The question is put on file, and asked in the words of the answer."""
    contact = here.talk(told).contact
    if contact is None:
        raise LookupError(told.to)
    question = Question(told.more["purpose"], ("name", "quote"), lang=told.lang, text=told.text)
    ask_consent(contact, here.member(told), question, now=at)
    _answer(here, told, at)


def _yes(here: Talking, told: Told, at: datetime) -> None:
    asked = ConsentRequest.objects.get(contact=here.talk(told).contact, answer="")
    take_as_yes(asked, possible_answers(asked)[0], here.member(told), guardian="", now=at)


def _known(here: Talking, told: Told, at: datetime) -> None:
    """A customer gave an order number to get help with it."""
    contact = here.talk(told).contact
    if contact is None:
        raise LookupError(told.to)
    link(contact, here.member(told), ground="told", why=told.text, number=told.more["number"], now=at)


def _orders(here: Talking, _told: Told, at: datetime) -> None:
    tell_orders(here.cast, now=at)


def _keep(here: Talking, told: Told, at: datetime) -> None:
    words = {"title": told.name, "text": told.text, "lang": told.lang}
    keep_reply(here.cast.shop, here.member(told), words, now=at)


def _befriend(here: Talking, told: Told, at: datetime) -> None:
    kindred = told.more
    befriend(
        here.cast.shop,
        here.member(told),
        name=told.who,
        kind=kindred["kind"],
        handle=kindred["handle"],
        why=told.text,
        now=at,
    )


DEEDS: Mapping[str, Callable[[Talking, Told, datetime], None]] = {
    "say": _say,
    "answer": _answer,
    "told": _told,
    "note": _note,
    "assign": _assign,
    "label": _label,
    "snooze": _snooze,
    "settle": _settle,
    "same": _same,
    "ask": _ask,
    "yes": _yes,
    "keep": _keep,
    "known": _known,
    "orders": _orders,
    "befriend": _befriend,
}
