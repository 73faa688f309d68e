"""Somebody told us: one by one, or a whole list; nothing of the rest is lost for a row that is wrong."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone, translation

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


ZOE = "wie;wat;sterren\nZoë Müller;Eén café-jas, € 5 duurder dan vorig jaar.;3\n"


def brought(browser, content):
    """Look at a list as a browser brings it, and keep what is shown; the notes afterwards."""
    page = browser.post("/s/jas/counter/told/list/", {"list": SimpleUploadedFile("lijst.csv", content)})
    assert page.status_code == 200
    shown = page.context["content"].replace("\n", "\r\n")
    kept = browser.post("/s/jas/counter/told/list/", {"content": shown, "do": "keep"}, follow=True)
    return [str(note) for note in kept.context["messages"]]


@pytest.mark.parametrize("alphabet", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_what_is_kept_is_what_was_shown_in_whatever_alphabet_a_spreadsheet_writes(noor, door_of, alphabet):
    brought(door_of(noor), ZOE.encode(alphabet))
    message = Message.objects.get()
    assert (message.identity.name, message.text) == (
        "Zoë Müller",
        "Eén café-jas, € 5 duurder dan vorig jaar.",
    )


def test_the_same_list_without_days_is_the_same_list_tomorrow_and_says_so(noor, door_of, monkeypatch):
    browser = door_of(noor)
    assert brought(browser, ZOE.encode()) == ["1 regel ligt op de toonbank."]
    tomorrow = timezone.now() + timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: tomorrow)
    more = ZOE + "Bram;Fijne winkel.;5\n"
    assert brought(browser, more.encode()) == [
        "1 regel ligt op de toonbank. 1 regel bleef erbuiten: die lag er al, of wie het zei is gewist."
    ]
    assert Message.objects.count() == 2
    assert set(Message.objects.values_list("identity__name", flat=True)) == {"Zoë Müller", "Bram"}


def test_a_row_that_was_mended_stays_mended_when_the_list_comes_again(noor, jas_shop):
    for words in ("Fijne winkel.", "Fijne winkel in Zutphen."):
        listed = read_list(b"wie;wat\nRob;Fijne winkel.\n", jas_shop.clock, now=NOW)
        take_down(noor, listed.good, now=NOW + timedelta(hours=1))
        Message.objects.update(text=words)
    later = read_list(b"wie;wat\nRob;Fijne winkel.\n", jas_shop.clock, now=NOW + timedelta(days=2))
    assert take_down(noor, later.good, now=NOW + timedelta(days=2)) == 0
    assert Message.objects.get().text == "Fijne winkel in Zutphen."


def test_the_same_words_told_on_another_day_are_told_again(noor, jas_shop):
    for day in (0, 1):
        at = NOW + timedelta(days=day)
        assert take_down(noor, [event_of({"what": "Mooie winkel!"}, jas_shop.clock, now=at)], now=at) == 1
    assert Message.objects.count() == 2


@pytest.mark.parametrize("how", ["list", "content"])
def test_a_list_that_is_too_large_says_so_and_how_large_it_may_be(noor, door_of, how):
    content = b"wat\n" + b"x" * 500_000
    given = SimpleUploadedFile("lijst.csv", content) if how == "list" else content.decode()
    page = door_of(noor).post("/s/jas/counter/told/list/", {how: given})
    assert page.status_code == 422
    assert "meer dan 500000 bytes" in page.content.decode()


def test_a_list_that_just_fits_is_kept_in_every_alphabet(noor, door_of):
    content = ("wat\n" + "é" * 4_000 + "\n").encode("cp1252").ljust(500_000, b"\n")
    assert brought(door_of(noor), content) == ["1 regel ligt op de toonbank."]


@pytest.mark.parametrize("when", ["05-01-0001", "1800-11-20", "01-01-2016 10:00", "0001-01-01"])
def test_a_day_of_long_ago_is_a_slip_of_the_pen(noor, door_of, when):
    answer = door_of(noor).post("/s/jas/counter/told/", {"when": when, "what": "Hallo", "how": "told"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "langer dan tien jaar geleden" in page or "Schrijf de dag als" in page
    assert "Hallo" in page
    assert not Message.objects.exists()
