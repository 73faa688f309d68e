"""Somebody told us: one by one, or a whole list; nothing of the rest is lost for a row that is wrong."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

from conftest import NOW
from toonbank.conversations.models import Conversation, Message
from toonbank.conversations.told import event_of, read_list, take_down
from toonbank.core.errors import BadInput, NotAllowed
from toonbank.relations.consenting import Who, keep_contact
from toonbank.relations.models import Contact, Identity

LIST = b"""wanneer;wie;hoe;wat;sterren
20-11-2026 14:30;Mevrouw De Wit;telefoon;Mijn jas is er nog niet.;
2026-11-19;Rob;review;Fijne winkel, bedankt!;5
gisteren;Anke;balie;Hallo;
21-11-2026 09:00;;kassa;Zet de maten erbij.;
19-11-2026;Kees;per postduif;Hoi;
19-11-2026;Kees;review;;7
"""


def test_what_was_told_at_the_till_stands_on_the_counter_with_a_clock(noor, jas_shop):
    said = {"what": "De rits van mijn jas is kapot.", "who": "Mevrouw De Wit", "how": "told"}
    take_down(noor, [event_of(said, jas_shop.clock, now=NOW)], now=NOW)
    talk = Conversation.objects.get()
    assert (talk.name, talk.sort, talk.is_public) == ("Mevrouw De Wit", "told", False)
    assert talk.due_at == NOW + timedelta(hours=4)


def test_the_same_again_is_the_same(noor, jas_shop):
    said = {"what": "Hallo", "when": "20-11-2026 10:00"}
    for _time in range(2):
        take_down(noor, [event_of(said, jas_shop.clock, now=NOW)], now=NOW)
    assert Message.objects.count() == 1
    assert Message.objects.get().at == datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def test_bad_rows_are_named_and_the_rest_is_kept(noor, jas_shop):
    listed = read_list(LIST, jas_shop.clock, now=NOW)
    assert [row.number for row in listed.bad] == [4, 6, 7]
    assert all(row.why for row in listed.bad)
    assert take_down(noor, listed.good, now=NOW) == 3
    assert set(Message.objects.values_list("identity__name", flat=True)) == {"Mevrouw De Wit", "Rob", None}


@pytest.mark.parametrize("who", ["Jan", "Jan de Boer", "Mevrouw De Wit"])
def test_two_people_of_the_same_name_stay_two(noor, jas_shop, who):
    for words, called in (("Hallo", who), ("Dag", who.lower())):
        take_down(noor, [event_of({"what": words, "who": called}, jas_shop.clock, now=NOW)], now=NOW)
    assert set(Contact.objects.values_list("name", flat=True)) == {who, who.lower()}
    assert Conversation.objects.order_by().values("contact").distinct().count() == 2


def test_rows_of_a_list_with_the_same_name_are_not_one_person(noor, jas_shop):
    rows = b"wie;wat\nMevrouw De Wit;Mijn jas knelt.\nMevrouw De Wit;Fijne winkel.\n"
    take_down(noor, read_list(rows, jas_shop.clock, now=NOW).good, now=NOW)
    assert Contact.objects.filter(name="Mevrouw De Wit").count() == 2


@pytest.fixture
def de_wit(jas_shop, noor):
    return keep_contact(jas_shop, noor, Who("Mevrouw De Wit", ""), now=NOW)


TOLD_BY_HER = {"what": "De rits is kapot.", "who": "mevrouw de wit", "how": "told"}


def test_of_a_known_name_we_ask_who_it_is_before_anything_is_kept(noor, de_wit, door_of):
    page = door_of(noor).post("/s/jas/counter/told/", TOLD_BY_HER)
    assert [one.pk for one in page.context["known"]] == [de_wit.pk]
    assert "De rits is kapot." in page.content.decode()
    assert not Message.objects.exists()


def test_who_a_colleague_points_out_is_that_person_and_keeps_their_name(noor, de_wit, door_of):
    for words in ("De rits is kapot.", "En nu de knoop."):
        said = TOLD_BY_HER | {"what": words, "person": str(de_wit.pk)}
        assert door_of(noor).post("/s/jas/counter/told/", said).status_code == 302
    assert set(Conversation.objects.values_list("contact", "name")) == {(de_wit.pk, "Mevrouw De Wit")}
    assert list(Contact.objects.values_list("name", flat=True)) == ["Mevrouw De Wit"]


def test_somebody_else_of_that_name_is_a_new_person(noor, de_wit, door_of):
    assert door_of(noor).post("/s/jas/counter/told/", TOLD_BY_HER | {"person": "new"}).status_code == 302
    assert Conversation.objects.get().contact_id != de_wit.pk
    assert Contact.objects.count() == 2


def test_a_choice_of_somebody_with_another_name_is_asked_again(noor, de_wit, door_of):
    said = TOLD_BY_HER | {"who": "Jan de Boer", "person": str(de_wit.pk)}
    door_of(noor).post("/s/jas/counter/told/", said)
    assert Conversation.objects.get().name == "Jan de Boer"
    page = door_of(noor).post("/s/jas/counter/told/", said | {"what": "Dag"})
    assert [one.name for one in page.context["known"]] == ["Jan de Boer"]


def test_how_somebody_was_heard_is_said_in_words(noor, jas_shop):
    take_down(noor, [event_of(TOLD_BY_HER, jas_shop.clock, now=NOW)], now=NOW)
    with translation.override("nl"):
        assert Identity.objects.get().network == "aan de winkel verteld"


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"a;b\n1;2\n", b"wat\n" + b"x\n" * 2001])
def test_a_list_that_is_none_says_why(jas_shop, content):
    with pytest.raises(BadInput, match=r"\w+"):
        read_list(content, jas_shop.clock, now=NOW)


@pytest.mark.parametrize(
    "wrong",
    [
        {"when": "31-02-2026"},
        {"when": "2031-01-01"},
        {"when": "0001-01-01"},
        {"stars": "6"},
        {"how": "gebarentaal"},
        {"address": "javascript:alert(1)"},
        {"what": " "},
        {"what": "x" * 5001},
        {"who": "x" * 121},
    ],
)
def test_what_cannot_be_is_refused_in_words(jas_shop, wrong):
    with pytest.raises(BadInput):
        event_of({"what": "Hallo"} | wrong, jas_shop.clock, now=NOW)


def test_who_only_looks_writes_nothing_down(hire, jas_shop):
    with pytest.raises(NotAllowed):
        take_down(hire(jas_shop, "Kim", "viewer"), [], now=NOW)


def test_the_form_keeps_what_was_typed_when_something_is_wrong(noor, door_of):
    page = door_of(noor).post("/s/jas/counter/told/", {"what": "Hallo daar", "when": "ooit", "how": "told"})
    assert page.status_code == 422
    assert "Hallo daar" in page.content.decode()
    assert not Message.objects.exists()


def test_a_list_is_shown_first_and_kept_when_somebody_says_so(noor, door_of):
    browser = door_of(noor)
    page = browser.post("/s/jas/counter/told/list/", {"list": SimpleUploadedFile("lijst.csv", LIST)})
    assert page.status_code == 200
    assert not Message.objects.exists()
    kept = browser.post("/s/jas/counter/told/list/", {"content": page.context["content"], "do": "keep"})
    assert kept.status_code == 302
    assert Message.objects.count() == 3


@pytest.mark.parametrize("when", ["05-01-0001", "1800-11-20", "01-01-2016 10:00", "0001-01-01"])
def test_a_day_of_long_ago_is_a_slip_of_the_pen(noor, door_of, when):
    answer = door_of(noor).post("/s/jas/counter/told/", {"when": when, "what": "Hallo", "how": "told"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "langer dan tien jaar geleden" in page or "Schrijf de dag als" in page
    assert "Hallo" in page
    assert not Message.objects.exists()
