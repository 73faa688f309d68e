"""What the page of one conversation shows of the talk: who said what, what told, what is hidden, how our answers stand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from typing import Any

from django.db.models import CharField, F, Q, QuerySet
from django.db.models.expressions import RawSQL
from django.utils.translation import gettext as _

from toonbank.conversations.answering import MOST_MESSAGES
from toonbank.conversations.casebook import Hiding
from toonbank.conversations.events import BY_HAND, TAKEN_BACK
from toonbank.conversations.models import Conversation, Message, Wording
from toonbank.conversations.noting import Jotting, notes_of
from toonbank.conversations.wording import PRIVATE, moment_in_words
from toonbank.language.personal import personal_data
from toonbank.posts.models import Delivery
from toonbank.posts.telling import waits_for
from toonbank.shops.models import Member

PAGE = 30
Spans = Iterable[Sequence[Any]]


@dataclass(frozen=True)
class Run:
    """Some words of a message. `hides` names the personal data that stands there instead of the words; `shows` when it is open."""

    words: str
    is_because: bool = False
    hides: str = ""
    shows: str = ""


FEWEST_LETTERS = 3
"""A shorter word told the machine something, and tells a person nothing: "because it says ‘de’"."""


def runs_of(text: str, because: Spans, private: Spans, *, is_open: bool) -> list[Run]:
    """Cut a text where words that told, or personal data, begin or end. Unless `is_open` personal data stays out of it."""
    told = [(start, end) for start, end, *_weight in because if end - start >= FEWEST_LETTERS]
    hidden = [(start, end, str(PRIVATE.get(kind, kind))) for start, end, kind in private]
    cuts = {0, len(text)} | {cut for start, end, *_more in [*told, *hidden] for cut in (start, end)}
    runs: list[Run] = []
    for start, end in pairwise(sorted(cut for cut in cuts if cut <= len(text))):
        is_because = any(first <= start and end <= last for first, last in told)
        kind = next((kind for first, last, kind in hidden if first <= start and end <= last), "")
        if kind and not is_open:
            if not (runs and runs[-1].hides == kind):
                runs.append(Run("", hides=kind))
        else:
            runs.append(Run(text[start:end], is_because, shows=kind))
    return runs


@dataclass(frozen=True)
class Standing:
    """How an answer of ours stands, in plain words; `advice` says what to do where a person must."""

    words: str
    icon: str
    tone: str = ""
    advice: str = ""
    url: str = ""


@dataclass(frozen=True)
class Former:
    """What a message said before it was edited."""

    when: str
    runs: list[Run]


@dataclass(frozen=True)
class Utterance:
    """A message as the page shows it."""

    message: Message
    who: str
    when: str
    runs: list[Run]
    former: list[Former] = field(default_factory=list)
    standing: Standing | None = None
    is_open: bool = False

    @property
    def hides(self) -> bool:
        """Whether there is something in it that a private look would show."""
        return any(run.hides for run in [*self.runs, *(run for one in self.former for run in one.runs)])

    @property
    def hidden_on(self) -> str:
        """The ground on which somebody folded it away here, in a word; "" when nobody did."""
        ground = getattr(self.message, "hidden_on", None)
        return str(Hiding.Ground(ground).label) if ground else ""

    @property
    def is_gone(self) -> bool:
        """Whether it was taken away at the network. What of ours never arrived there was not."""
        arrived = getattr(self.message, "course", None) in {None, "sent", "withdrawn"}
        return self.message.deleted_at is not None and arrived

    @property
    def is_by_hand(self) -> bool:
        """Whether a colleague wrote it down, and it stands: then it can be mended or taken back."""
        one = self.message
        is_told = one.account_id is None and one.remote_id.startswith(BY_HAND)
        return is_told and not one.is_ours and one.deleted_at is None

    @property
    def is_taken_back(self) -> bool:
        """Whether a colleague took it back: it was never said so."""
        return self.message.account_id is None and self.message.remote_id.startswith(TAKEN_BACK)

    @property
    def at(self) -> datetime:
        """Its place in the talk."""
        return self.message.at


@dataclass(frozen=True)
class Talk:
    """The talk, oldest first, with the notes in their places. `rows` are the last messages, as many as an answer is judged by."""

    conversation: Conversation
    said: list[Utterance]
    notes: list[Jotting]
    has_older: bool
    rows: list[Message] = field(default_factory=list)

    @property
    def in_order(self) -> list[Utterance | Jotting]:
        """Messages and notes together, by the clock."""
        return sorted([*self.said, *self.notes], key=lambda one: one.at)

    @property
    def oldest(self) -> int:
        """Where the older ones end; 0 when nothing was said."""
        return self.said[0].message.pk if self.said else 0

    @property
    def newest(self) -> int:
        """The last message that the page shows; 0 when nothing was said."""
        return self.said[-1].message.pk if self.said else 0

    @property
    def judged(self) -> Message | None:
        """The message that the label of the conversation comes from: the gravest that still waits, else the last of theirs."""
        theirs = [one.message for one in self.said if not one.message.is_ours and not one.message.deleted_at]
        alike = [one for one in theirs if one.label == self.conversation.label]
        if alike:
            return max(alike, key=lambda one: (one.severity, one.at))
        return theirs[-1] if theirs else None


def for_talk() -> QuerySet[Conversation]:
    """Conversations with all that their page shows beside the talk, in one query; who has them is known to `papers_of`."""
    rows = Conversation.objects.select_related("account", "contact", "case").defer("account__secret")
    return rows.annotate(about_text=F("about__text"))


def talk_of(
    conversation: Conversation,
    member: Member,
    now: datetime,
    *,
    before: int = 0,
    opened: int = 0,
    most: int = PAGE,
) -> Talk:
    """The last messages (those before message `before` when given); message `opened` shows its personal data."""
    found = _with_courses(list(_messages(conversation, before)[: max(most + 1, MOST_MESSAGES)]))
    has_older, shown = len(found) > most, found[:most][::-1]
    former = _wordings(shown)
    said = [
        _utterance(one, former.get(one.pk, []), conversation, now, is_open=one.pk == opened) for one in shown
    ]
    since = shown[0].at if has_older else None
    until = _at_of(conversation, before) if before else None
    notes = notes_of(conversation, member, now, since=since, until=until)
    return Talk(conversation, said, notes, has_older, found[:MOST_MESSAGES][::-1])


def utterance_of(conversation: Conversation, message: int, now: datetime, *, is_open: bool) -> Utterance:
    """One message of it alone, by its number."""
    found = _with_courses(list(_messages(conversation, 0).filter(pk=message)))
    former = _wordings(found)
    return _utterance(found[0], former.get(message, []), conversation, now, is_open=is_open)


def _messages(conversation: Conversation, before: int) -> QuerySet[Message]:
    rows = conversation.messages.select_related("identity", "member__person")
    rows = rows.annotate(hidden_on=RawSQL(_HIDDEN_ON, [], output_field=CharField()))  # noqa: S611 - a constant
    if before:
        at = _at_of(conversation, before)
        rows = rows.filter(Q(at__lt=at) | Q(at=at, pk__lt=before))
    return rows.order_by("-at", "-pk")


# Written out, for every page of a conversation asks it: Django takes as long to write this as the rest of the question.
_HIDDEN_ON = "SELECT ground FROM conversations_hiding WHERE message_id = conversations_message.id AND undone_at IS NULL LIMIT 1"


def _with_courses(rows: list[Message]) -> list[Message]:
    """The same, ours with how far they got: one question, and none where nothing was sent from here."""
    sent = [one.post_id for one in rows if one.post_id]
    deliveries = Delivery.objects.filter(post__in=sent).select_related("post").order_by("pk") if sent else ()
    newest = {one.post_id: one for one in deliveries}
    for one in rows:
        delivery = newest.get(one.post_id or 0)
        if delivery:
            one.post = delivery.post
        course: Any = one  # these stand on the row as a query would put them there
        course.course_id = delivery.pk if delivery else None
        course.course = delivery.state if delivery else None
        course.course_url = delivery.remote_url if delivery else ""
        course.course_why = delivery.held_why if delivery else {}
    return rows


def _at_of(conversation: Conversation, message: int) -> datetime:
    found = conversation.messages.filter(pk=message).values_list("at", flat=True).first()
    return found or conversation.last_at


def _wordings(shown: list[Message]) -> dict[int, list[Wording]]:
    """What the edited ones said before; asked only when there are any."""
    edited = [one.pk for one in shown if one.changed_at]
    found: dict[int, list[Wording]] = {}
    for one in Wording.objects.filter(message__in=edited) if edited else ():
        found.setdefault(one.message_id, []).append(one)
    return found


def _utterance(
    message: Message, former: list[Wording], conversation: Conversation, now: datetime, *, is_open: bool
) -> Utterance:
    shows = is_open or not message.is_public
    return Utterance(
        message,
        _speaker(message, conversation),
        moment_in_words(message.at, now),
        runs_of(message.text, message.because, message.private, is_open=shows),
        [Former(moment_in_words(one.until_at, now), _plain_runs(one.text, is_open=shows)) for one in former],
        standing_of(message) if message.is_ours else None,
        is_open=is_open,
    )


def _plain_runs(text: str, *, is_open: bool) -> list[Run]:
    private = [(one.start, one.end, one.kind) for one in personal_data(text)]
    return runs_of(text, (), private, is_open=is_open)


def _speaker(message: Message, conversation: Conversation) -> str:
    if message.is_ours:
        return str(message.member) if message.member else _("The shop")
    return (str(message.identity) if message.identity else "") or conversation.name or _("Somebody")


def standing_of(message: Message) -> Standing:
    """How our answer stands: given elsewhere, on its way, there, held, refused. The message comes from `talk_of`."""
    state, url = getattr(message, "course", None), getattr(message, "course_url", None) or message.url
    if state is None:
        if message.post_id is not None:
            return Standing(_("Waits to be sent."), "clock", url=url)
        if message.member_id is not None:
            return Standing(_("Given where it was said, written down here."), "pencil-square", url=url)
        return Standing(_("Given in the network's own app."), "device-phone-mobile", url=url)
    if state in {"held", "refused"}:
        why = waits_for(message.course_why or {}, message.language)  # type: ignore[attr-defined]  # annotated
        words = _("Held: %(why)s") if state == "held" else _("Refused: %(why)s")
        return Standing(words % {"why": why.words}, why.icon, why.tone, str(why.advice))
    there = _("Public.") if message.is_public else _("Arrived, for them alone.")
    return {
        "planned": Standing(_("Goes out now."), "paper-airplane"),
        "sending": Standing(_("Is being sent."), "paper-airplane"),
        "uncertain": Standing(
            _("No answer from the network: it may be there, or not. We look before anything else."),
            "signal-slash",
            "warn",
        ),
        "sent": Standing(there, "check", "right", url=url),
        "withdrawn": Standing(_("Taken down."), "arrow-uturn-left"),
        "cancelled": Standing(_("Not sent."), "x-mark"),
    }[state]
