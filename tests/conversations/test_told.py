"""Somebody told us: one by one, or a whole list; nothing of the rest is lost for a row that is wrong."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from conftest import NOW
from toonbank.conversations.models import Conversation, Message
from toonbank.conversations.told import event_of, read_list, take_down
from toonbank.core.errors import BadInput, NotAllowed
from toonbank.relations.models import Contact

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


def test_two_people_who_are_both_called_jan_stay_two(noor, jas_shop):
    for words in ("Hallo", "Dag"):
        take_down(noor, [event_of({"what": words, "who": "Jan"}, jas_shop.clock, now=NOW)], now=NOW)
        take_down(noor, [event_of({"what": words, "who": "Jan Bos"}, jas_shop.clock, now=NOW)], now=NOW)
    assert sorted(Contact.objects.values_list("name", flat=True)) == ["Jan", "Jan", "Jan Bos"]


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
