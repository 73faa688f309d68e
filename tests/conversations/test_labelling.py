"""A person corrects a label; the queue follows, and the shop's own model learns."""

from datetime import timedelta

import pytest

from conftest import NOW
from toonbank.channels.base import Incoming
from toonbank.conversations.intake import keep, take_in_waiting
from toonbank.conversations.labelling import learn_where_corrected, relabel
from toonbank.conversations.models import Conversation, Message, Turn
from toonbank.conversations.own_model import learn_own, model_path, scale_of
from toonbank.core.errors import BadInput, NotAllowed
from toonbank.triage import triage
from toonbank.triage.weighing import scale

WORDS = "De Wadloper doet het weer."


@pytest.fixture
def heard(jas_shop, square):
    def say(text, remote_id="1", **more):
        event = Incoming(remote_id, "dewit", text, NOW, author_name="Mevrouw De Wit", sort="mention", **more)
        keep(jas_shop, square, [event], now=NOW)
        take_in_waiting(now=NOW)
        return Message.objects.get(remote_id=remote_id)

    return say


def test_the_place_in_the_queue_and_the_clock_follow_the_label(heard, noor):
    message = heard("Wat een fijne winkel, bedankt!")
    relabel(message, noor, "complaint-blame", 4, now=NOW)
    talk = Conversation.objects.get()
    assert (talk.label, talk.severity, talk.band) == ("complaint-blame", 4, 0)
    assert talk.due_at == NOW + timedelta(hours=1)
    assert Message.objects.get().suggested == "compliment"
    assert Turn.objects.get(event="relabel").member == noor


def test_giving_back_the_label_of_triage_undoes_it(heard, noor):
    message = heard("Wat een fijne winkel, bedankt!")
    before = Conversation.objects.values("label", "severity", "band", "due_at").get()
    relabel(message, noor, "complaint-blame", 4, now=NOW)
    relabel(message, noor, "compliment", 0, now=NOW)
    assert Conversation.objects.values("label", "severity", "band", "due_at").get() == before
    assert Message.objects.get().labelled_by is None


def test_a_persons_label_stays_when_the_message_is_edited(heard, noor):
    message = heard("Wat een fijne winkel, bedankt!")
    relabel(message, noor, "question", 0, now=NOW)
    heard("Tot morgen.", event="edited", changed_at=NOW + timedelta(hours=1))
    message.refresh_from_db()
    assert (message.label, message.suggested) == ("question", "chat")


def test_a_persons_label_is_not_of_words_that_are_graver_than_those_they_read(heard, noor):
    message = heard("Wat een fijne winkel, bedankt!")
    relabel(message, noor, "chat", 0, now=NOW)
    heard("Jullie lichten mensen op.", event="edited", changed_at=NOW + timedelta(hours=1))
    message.refresh_from_db()
    assert (message.label, message.labelled_by) == ("complaint-blame", None)


def test_who_only_looks_changes_no_label(heard, hire, jas_shop):
    with pytest.raises(NotAllowed):
        relabel(heard(WORDS), hire(jas_shop, "Kim", "viewer"), "chat", 0, now=NOW)


def test_a_label_that_is_none_is_refused(heard, noor):
    with pytest.raises(BadInput):
        relabel(heard(WORDS), noor, "boos", 0, now=NOW)


def test_what_was_corrected_is_heard_so_from_then_on(heard, noor, jas_shop):
    for number in range(4):
        relabel(heard(f"{WORDS} {number}", f"m{number}"), noor, "danger", 0, now=NOW)
    assert triage(WORDS).kind != "danger"
    assert learn_own(jas_shop) == 4
    assert triage(WORDS, by=scale_of(jas_shop)).kind == "danger"
    assert heard(WORDS, "new").label == "danger"
    assert model_path(jas_shop).stat().st_mode & 0o077 == 0


def test_the_clock_lets_a_shop_learn_only_after_a_correction(heard, noor, jas_shop):
    model_path(jas_shop).unlink(missing_ok=True)
    message = heard(WORDS)
    assert learn_where_corrected(NOW) == 0
    relabel(message, noor, "danger", 0, now=NOW)
    assert learn_where_corrected(NOW) == 1
    assert learn_where_corrected(NOW) == 0


def test_without_corrections_there_is_no_own_model(heard, noor, jas_shop):
    relabel(heard(WORDS), noor, "danger", 0, now=NOW)
    learn_own(jas_shop)
    relabel(Message.objects.get(), noor, Message.objects.get().suggested, 0, now=NOW)
    assert learn_own(jas_shop) == 0
    assert scale_of(jas_shop) is scale()


def test_a_model_that_cannot_be_read_does_not_close_the_counter(heard, jas_shop):
    model_path(jas_shop).parent.mkdir(parents=True, exist_ok=True)
    model_path(jas_shop).write_bytes(b"no model")
    assert heard(WORDS).label
