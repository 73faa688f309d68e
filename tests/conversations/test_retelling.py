"""What was told by hand and written down wrong: it is mended in its place, or taken back and counts nowhere."""

from datetime import timedelta

import pytest

from conftest import NOW
from conversations.cast import said
from toonbank.conversations.casebook import Case
from toonbank.conversations.casework import judge_case
from toonbank.conversations.models import Conversation, Message
from toonbank.conversations.people.named import people_named
from toonbank.conversations.retelling import mend, take_back, told_by_hand
from toonbank.conversations.told import event_of, take_down
from toonbank.core.errors import BadInput, NotAllowed, Overtaken
from toonbank.ledger.models import Entry
from toonbank.relations.consenting import Who, keep_contact
from toonbank.relations.models import Contact

BROKEN = {"what": "De rits van mijn jas is na een week stuk. Wat een troep!", "who": "Mevrouw Jansen"}
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def tell(jas_shop, noor):
    def tell(**more):
        event = event_of(BROKEN | more, jas_shop.clock, now=NOW)
        take_down(noor, [event], now=NOW)
        return told_by_hand().get(remote_id=event.remote_id)

    return tell


@pytest.fixture
def say_instead(jas_shop, noor):
    def say(message, person=None, **more):
        event = event_of(BROKEN | more, jas_shop.clock, now=LATER)
        mend(message, noor, event, person, now=LATER)
        return told_by_hand().get(pk=message.pk)

    return say


def test_a_wrong_name_and_a_wrong_day_are_mended_and_the_wrong_name_does_not_stay(tell, say_instead):
    message = say_instead(tell(), who="Mevrouw De Wit", when="20-11-2026 14:30")
    talk = Conversation.objects.get()
    assert (talk.name, talk.began_at, talk.last_at) == ("Mevrouw De Wit", message.at, message.at)
    assert message.at < NOW - timedelta(hours=15)
    assert list(Contact.objects.values_list("name", flat=True)) == ["Mevrouw De Wit"]


def test_who_it_was_may_be_somebody_we_know(jas_shop, noor, tell, say_instead):
    known = keep_contact(jas_shop, noor, Who("Mevrouw De Wit", ""), now=NOW)
    say_instead(tell(), known, who="Mevrouw De Wit")
    assert Conversation.objects.get().contact_id == known.pk
    assert list(Contact.objects.all()) == [known]


def test_other_words_are_judged_anew_and_the_case_follows(tell, say_instead):
    message = tell()
    assert Case.objects.get().state == "new"
    message = say_instead(message, what="Wat een fijne winkel, dank jullie wel!")
    assert (message.label, Case.objects.get().state) == ("compliment", "no_complaint")
    assert message.wordings.get().text == BROKEN["what"]


def test_what_was_taken_back_counts_nowhere(tell, noor):
    take_back(tell(), noor, now=LATER)
    talk = Conversation.objects.get()
    assert (talk.state, talk.contact, talk.name, talk.excerpt) == ("aside", None, "", "")
    assert (talk.label, talk.severity, talk.due_at) == ("", 0, None)
    assert not Conversation.objects.waiting().exists()
    assert Case.objects.get().state == "no_complaint"
    assert not Contact.objects.exists()
    assert people_named("Jansen") == []
    assert not Message.objects.exclude(text="").exists()


def test_the_ledger_knows_who_took_it_back_without_a_word_of_it(tell, noor):
    take_back(tell(), noor, now=LATER)
    line = Entry.objects.get(kind="told_taken_back")
    assert line.payload["by"] == noor.pk
    assert "Jansen" not in str(line.payload)


def test_the_very_same_may_be_told_again_after_that(tell, noor):
    take_back(tell(), noor, now=LATER)
    assert tell().conversation.name == "Mevrouw Jansen"


def test_a_person_we_know_stays_when_what_they_said_is_taken_back(jas_shop, noor, tell, say_instead):
    known = keep_contact(jas_shop, noor, Who("Mevrouw De Wit", ""), now=NOW)
    message = say_instead(tell(), known, who="Mevrouw De Wit")
    take_back(message, noor, now=LATER)
    assert list(Contact.objects.all()) == [known]


def test_a_complaint_that_somebody_judged_is_not_taken_back(tell, noor):
    message = tell()
    judge_case(Case.objects.get(), noor, verdict="right", kernel="De rits is stuk.", now=LATER)
    with pytest.raises(BadInput):
        take_back(message, noor, now=LATER)
    assert told_by_hand().exists()


def test_it_is_taken_back_once_and_by_who_may_write(tell, noor, hire, jas_shop):
    message = tell()
    with pytest.raises(NotAllowed):
        take_back(message, hire(jas_shop, "Kijker", "viewer"), now=LATER)
    take_back(message, noor, now=LATER)
    with pytest.raises(Overtaken):
        take_back(message, noor, now=LATER)


def test_after_saving_and_in_the_talk_a_link_leads_to_mending(noor, door_of):
    door = door_of(noor)
    page = door.post("/s/jas/counter/told/", BROKEN | {"how": "told"}, follow=True).content.decode()
    message = told_by_hand().get()
    address = f"/s/jas/counter/told/{message.pk}/"
    assert address in page
    assert address in door.get(f"/s/jas/counter/{message.conversation_id}/").content.decode()
    assert BROKEN["what"] in door.get(address).content.decode()
    assert door.post(address, BROKEN | {"how": "told", "who": "Mevrouw De Wit"}).status_code == 302
    assert Conversation.objects.get().name == "Mevrouw De Wit"
    assert door.post(address, {"do": "take back"}).status_code == 302
    assert "Hier teruggenomen" in door.get(f"/s/jas/counter/{message.conversation_id}/").content.decode()
    assert door.get(address).status_code == 404


def test_a_message_of_a_network_is_not_mended(jas_shop, square, noor, door_of):
    heard = said(jas_shop, square, "Valt de Merel groot?")
    assert door_of(noor).get(f"/s/jas/counter/told/{heard.pk}/").status_code == 404
