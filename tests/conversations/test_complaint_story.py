"""A whole story: a complaint on the practice square, from its arrival to what the shop learned and told.

Pages look at the real clock, so the complaint came in eight hours ago, and what follows on a page happens later than now.
"""

from datetime import timedelta

import pytest
from django.utils import timezone

from posts.sending import Fence, Watch
from toonbank.channels.base import Incoming
from toonbank.conversations.casebook import Case, Improvement
from toonbank.conversations.intake import keep, take_in
from toonbank.conversations.lessonboard import board_of
from toonbank.conversations.models import Conversation, Message
from toonbank.conversations.moves import move_conversation
from toonbank.conversations.replying import ReplyWords, reply
from toonbank.core.errors import BadInput
from toonbank.evidence.paging import Place
from toonbank.ledger.models import Entry
from toonbank.posts.delivering import deliver
from toonbank.posts.models import Delivery

pytestmark = pytest.mark.usefixtures("own_home")

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
COMPLAINT = "Jullie hebben een jas met een kapotte rits gestuurd. Derde keer dat ik dit meld."
FIRST = "Een kapotte rits na drie meldingen: dat is niet goed. Ik zoek het nu uit en kom voor vijven bij u terug. Noor"
LAST = "Opgelost: u hebt een nieuwe jas met een goede rits. Fijn dat we elkaar spraken. Noor"
HAPPY = "Dank u wel, hij zit als gegoten!"


@pytest.fixture
def counter(jas_shop, square, noor, door_of):
    """Jas's counter with Noor behind it, and a network that takes what she says."""
    return Counter(jas_shop, square, noor, door_of(noor))


class Counter:
    """What happens at the counter, step by step."""

    def __init__(self, shop, account, noor, door):
        self.shop, self.account, self.noor, self.door = shop, account, noor, door
        self.fence, self.number = Fence(), 0
        self.began = timezone.now() - 8 * HOUR

    @property
    def talk(self) -> Conversation:
        """The conversation, as it stands now."""
        return Conversation.objects.get()

    @property
    def case(self) -> Case:
        """Its case, as it stands now."""
        return Case.objects.get()

    def hears(self, text, after):
        """Mevrouw De Wit says this on the square, so long after the beginning."""
        self.number += 1
        at = self.began + after
        event = Incoming(
            remote_id=f"r{self.number}",
            author="dewit",
            author_id="dewit",
            author_name="Mevrouw De Wit",
            text=text,
            at=at,
            thread="r1",
            answers="r1" if self.number > 1 else "",
        )
        keep(self.shop, self.account, [event], now=at + MINUTE)
        take_in(self.shop, now=at + MINUTE)

    def says(self, text, after) -> Message:
        """Noor answers in public, and it arrives."""
        at, newest = self.began + after, self.talk.messages.order_by("-pk").first()
        post = reply(self.talk, self.noor, ReplyWords(text, seen=newest.pk), now=at)
        deliver(Delivery.objects.get(post=post).pk, clock=Watch(at), opener=self.fence.opened_by)
        return Message.objects.get(post=post)

    def does(self, deed, **said) -> int:
        """Noor fills in this step of the case; how the page answered."""
        fields = {f"{deed}-{name}": value for name, value in said.items()}
        return self.door.post(f"/s/jas/counter/{self.talk.pk}/case/{deed}/", fields).status_code


def test_a_complaint_from_its_arrival_to_its_lesson(counter):
    counter.hears(COMPLAINT, 0 * HOUR)
    assert counter.case.state == "new"  # within the minute, and nobody was sent a word
    assert counter.fence.sent == []

    counter.says(FIRST, 20 * MINUTE)
    assert (counter.case.state, counter.talk.state) == ("acknowledged", "theirs")

    assert counter.does("fact", what="order", found="gekocht op 5 november", source="kassa") == 400
    counter.does("fact", what="order", found="gekocht op 5 november", source="kassa", ground="gave")
    assert counter.does("judge", verdict="not", kernel="") == 400
    counter.does("judge", verdict="right", kernel="Ritsen uit de levering van september gaan stuk.")
    counter.does("solve", solution="replace", outcome="Nieuwe jas gebracht.")
    assert counter.case.state == "solving"

    last = counter.says(LAST, 5 * HOUR)
    counter.does("say", message=last.pk, line=LAST)
    assert counter.case.closing_message == last

    counter.hears(HAPPY, 6 * HOUR)
    assert counter.case.state == "answered"  # a thank-you reopens nothing
    counter.does("confirm", how="Schreef: hij zit als gegoten.")
    counter.does("close", cause="quality")
    assert (counter.case.state, counter.talk.state) == ("closed", "settled")

    said = {"from": counter.talk.pk, "what": "Ritsen nakijken.", "cause": "quality"}
    said |= {"owner": counter.noor.pk, "due_on": "2199-01-01"}
    counter.door.post("/s/jas/counter/lessons/new/", said)
    lesson = Improvement.objects.get()
    assert counter.case.improvement == lesson

    counter.door.post(f"/s/jas/counter/lessons/{lesson.pk}/done/")
    Improvement.objects.update(done_at=counter.began + 9 * HOUR)
    told = f"/s/jas/counter/lessons/{lesson.pk}/told/{counter.talk.pk}/"
    counter.door.post(told)
    assert (
        len(board_of(counter.began.date(), counter.began + 2 * DAY, Place()).telling) == 1
    )  # nobody wrote to her yet
    counter.hears("Ik hoorde van een vriendin dat de ritsen nu goed zijn.", 2 * DAY)
    counter.says("U zei het, en we kijken nu elke rits na. Dank voor de tip. Noor", 2 * DAY + HOUR)
    counter.door.post(told)
    assert board_of(counter.began.date(), counter.began + 2 * DAY, Place()).telling == []

    kinds = list(Entry.objects.order_by("number").values_list("kind", flat=True))
    for kind in ("case_judged", "case_closed", "improvement_made", "improvement_done", "adviser_told"):
        assert kind in kinds
    assert "De Wit" not in str([entry.payload for entry in Entry.objects.filter(kind__startswith="case")])


def test_she_complains_again_and_it_begins_where_it_was(counter):
    counter.hears(COMPLAINT, 0 * HOUR)
    counter.does("judge", verdict="right", kernel="De rits is stuk.")
    counter.does("give-up", why="Ze kwam langs en nam een andere jas mee.", cause="quality")
    assert counter.talk.state == "settled"
    counter.hears("Ook deze rits is kapot. Jullie leveren rommel.", DAY)
    assert (counter.case.state, counter.case.reopened, counter.case.kernel) == (
        "checking",
        1,
        "De rits is stuk.",
    )
    assert counter.talk.state == "ours"


def test_the_same_complaint_heard_twice_or_late_is_one_case(counter):
    counter.hears(COMPLAINT, 0 * HOUR)
    counter.number = 0
    counter.hears(COMPLAINT, 0 * HOUR)
    assert Case.objects.count() == 1


def test_a_second_complaint_of_the_same_hour_does_not_judge_her(counter):
    counter.hears(COMPLAINT, 0 * HOUR)
    counter.hears("En niemand antwoordt. Belachelijk.", HOUR)
    assert counter.case.verdict == ""
    with pytest.raises(BadInput):
        move_conversation(counter.talk, "settle", at=counter.began + HOUR, member=counter.noor)
