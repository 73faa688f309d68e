"""The door for other systems: signed, stored before it is acknowledged, and calm under whatever is thrown at it."""

import json
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone, translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import NOW
from conversations.doors import REVIEW, knocked
from toonbank.conversations.arrivals import Arrival, Inlet, Knock
from toonbank.conversations.inlet import LARGEST, receive, sign
from toonbank.conversations.inlets import close_inlet, open_inlet
from toonbank.conversations.intake import take_in_waiting
from toonbank.conversations.models import Conversation, Message
from toonbank.core.errors import BadInput, NotAllowed


def test_a_review_stands_on_the_counter(kiyoh):
    assert knocked(kiyoh, REVIEW).status == 202
    take_in_waiting(now=NOW)
    talk = Conversation.objects.get()
    assert (talk.name, talk.label, talk.sort, talk.account) == (
        "Mevrouw De Wit",
        "complaint-accusation",
        "review",
        None,
    )
    assert Message.objects.get().rating == 2


@pytest.mark.parametrize("ahead", [timedelta(hours=2), timedelta(hours=20)])
@pytest.mark.parametrize(
    "text", ["De jas vloog in brand, ik ben gewond!", "The coat caught fire, I am hurt!"]
)
def test_a_clock_that_runs_ahead_gives_us_no_more_time(kiyoh, ahead, text):
    said = {"id": "d-1", "author": "rob", "text": text, "at": (NOW + ahead).isoformat()}
    assert knocked(kiyoh, said).status == 202
    take_in_waiting(now=NOW)
    talk = Conversation.objects.get()
    assert (talk.label, talk.heard_at, talk.due_at) == ("danger", NOW, NOW + timedelta(minutes=30))


def test_it_is_stored_before_we_answer(kiyoh):
    knocked(kiyoh, REVIEW)
    assert Arrival.objects.get().state == "waiting"
    assert Inlet.objects.get().last_at == NOW


def test_one_wrong_event_keeps_no_other_out_and_is_named(kiyoh):
    answer = knocked(kiyoh, {"events": [REVIEW, REVIEW | {"id": "r-2", "rating": 9}, REVIEW | {"id": "r-3"}]})
    assert answer.status == 202
    assert answer.said == {
        "stored": 2,
        "refused": [
            {"index": 1, "field": "rating", "why": "rating moet een heel getal van 1 tot en met 5 zijn."}
        ],
    }
    assert Arrival.objects.count() == 2


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"id": ""}, "id"),
        ({"id": 7}, "id"),
        ({"id": "x" * 401}, "id"),
        ({"at": "yesterday"}, "at"),
        ({"at": "2026-11-21T08:30:00"}, "at"),
        ({"at": None}, "at"),
        ({"at": "2031-01-01T00:00:00Z"}, "at"),
        ({"at": "0001-01-01T00:00:00Z"}, "at"),
        ({"at": "1989-12-31T23:59:59Z"}, "at"),
        ({"event": "edited", "changed_at": "0001-01-01T12:00:00+00:00"}, "changed_at"),
        ({"thread": "x" * 401}, "thread"),
        ({"answers": "x" * 401}, "answers"),
        ({"text": ["a"]}, "text"),
        ({"text": "", "rating": None}, "text"),
        ({"sort": "shout"}, "sort"),
        ({"sort": {"a": 1}}, "sort"),
        ({"event": "edited"}, "changed_at"),
        ({"event": "burnt"}, "event"),
        ({"is_public": "yes"}, "is_public"),
        ({"rating": 4.5}, "rating"),
        ({"rating": True}, "rating"),
        ({"txt": "?"}, "txt"),
    ],
)
def test_the_field_that_is_wrong_is_named(kiyoh, change, field):
    answer = knocked(kiyoh, REVIEW | change)
    assert answer.status == 422
    assert answer.said["refused"][0]["field"] == field
    assert not Arrival.objects.exists()


@pytest.mark.parametrize(
    ("language", "why"), [("nl", "id heeft meer dan 400 tekens"), ("en", "id has more than 400")]
)
def test_what_is_wrong_is_told_by_the_name_that_the_sender_gave(kiyoh, language, why):
    with translation.override(language):
        refused = knocked(kiyoh, REVIEW | {"id": "x" * 401}).said["refused"][0]
    assert (refused["field"], why in refused["why"]) == ("id", True)


def test_names_as_long_as_the_manual_allows_stand_on_the_counter(kiyoh):
    long = {name: name[0] * 400 for name in ("id", "thread", "answers")}
    own = {
        "id": "o" * 400,
        "thread": long["thread"],
        "answers": long["id"],
        "is_own": True,
        "text": "Dank je.",
    }
    assert knocked(kiyoh, [REVIEW | own, REVIEW | long]).status == 202
    take_in_waiting(now=NOW)
    assert not Arrival.objects.filter(state="refused").exists()
    assert Conversation.objects.get().messages.count() == 2


def test_what_was_said_in_1990_stands_on_the_counter(kiyoh):
    knocked(kiyoh, REVIEW | {"at": "1990-01-01T00:00:00Z"})
    take_in_waiting(now=NOW)
    assert Conversation.objects.get().label == "complaint-accusation"


@pytest.mark.parametrize(
    "body", [b"", b"{", b"\xff\xfe", b"NaN", b"[" * 200_000, b'{"events": 3}', b"1" * 5000]
)
def test_what_is_no_list_of_events_is_refused_whole(kiyoh, body):
    assert knocked(kiyoh, body).status in {400, 422}
    assert not Arrival.objects.exists()


def test_more_events_than_we_take_at_once_are_refused_with_the_number(kiyoh):
    answer = knocked(kiyoh, [REVIEW] * 501)
    assert (answer.status, "501" in answer.said["error"]) == (422, True)


def test_halves_of_characters_and_nul_are_mended_not_lost(kiyoh):
    raw = json.dumps(REVIEW | {"text": "kapot \ud83d jas\0!"}).encode()
    assert knocked(kiyoh, raw).status == 202
    take_in_waiting(now=NOW)
    assert Message.objects.get().text == "kapot \ufffd jas!"


def test_a_wrong_secret_is_turned_away(kiyoh):
    assert knocked(kiyoh, REVIEW, secret="another").status == 401
    assert not Arrival.objects.exists()


def test_a_delivery_from_another_hour_is_turned_away(kiyoh):
    for minutes in (-6, 6):
        stamp = str(int((NOW + timedelta(minutes=minutes)).timestamp()))
        assert knocked(kiyoh, REVIEW, stamp=stamp).status == 401
    assert knocked(kiyoh, REVIEW, stamp="999999999999").status == 401


def test_the_same_delivery_again_is_refused_and_changes_nothing(kiyoh):
    knocked(kiyoh, REVIEW)
    assert knocked(kiyoh, REVIEW, now=NOW).status == 409
    assert Arrival.objects.count() == 1


def test_the_same_event_signed_anew_is_taken_once(kiyoh):
    for seconds in range(3):
        assert knocked(kiyoh, REVIEW, now=NOW + timedelta(seconds=seconds)).status == 202
    take_in_waiting(now=NOW)
    assert (Arrival.objects.count(), Message.objects.count()) == (1, 1)


def test_old_signatures_are_forgotten(kiyoh):
    knocked(kiyoh, REVIEW)
    knocked(kiyoh, REVIEW, now=NOW + timedelta(minutes=11))
    assert Knock.objects.count() == 1


def test_two_doors_may_use_the_same_names(kiyoh, noor):
    other = open_inlet(noor, "Trustpilot", now=NOW)[0]
    knocked(kiyoh, REVIEW)
    knocked(Inlet.objects.select_related("shop").get(pk=other.pk), REVIEW)
    take_in_waiting(now=NOW)
    assert Conversation.objects.count() == 2


def test_an_edit_and_a_deletion_are_shown_as_such(kiyoh):
    later = {"changed_at": "2026-11-21T08:45:00Z"}
    deletion = {"id": "r-1", "event": "deleted", "changed_at": "2026-11-21T08:50:00Z"}
    knocked(kiyoh, [deletion, REVIEW | later | {"event": "edited", "text": "Toch goed."}, REVIEW])
    take_in_waiting(now=NOW)
    message = Message.objects.get()
    assert (message.text, message.wordings.get().text) == ("Toch goed.", REVIEW["text"])
    assert message.deleted_at == datetime.fromisoformat("2026-11-21T08:50:00Z")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    body=st.recursive(
        st.none()
        | st.booleans()
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.integers()
        | st.text(),
        lambda inner: (
            st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from([*REVIEW, "x"]), inner, max_size=5)
        ),
        max_leaves=20,
    )
)
def test_whatever_json_is_brought_ends_in_a_clear_answer(kiyoh, body):
    before = Arrival.objects.count()
    answer = knocked(kiyoh, body, now=NOW)
    assert answer.status in {202, 409, 422}
    if answer.status == 422:
        assert Arrival.objects.count() == before


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(stamp=st.text(max_size=20), signature=st.text(max_size=90), body=st.binary(max_size=200))
def test_whoever_does_not_know_the_secret_is_turned_away(kiyoh, stamp, signature, body):
    headers = {"Toonbank-Timestamp": stamp, "Toonbank-Signature": signature}
    assert receive(kiyoh, headers, body, now=NOW).status == 401
    assert not Arrival.objects.exists()


def test_only_the_owner_opens_and_closes_doors(kiyoh, bas, noor):
    with pytest.raises(NotAllowed):
        open_inlet(bas, "Trustpilot", now=NOW)
    with pytest.raises(NotAllowed):
        close_inlet(kiyoh, bas, now=NOW)
    with pytest.raises(BadInput):
        open_inlet(noor, "  ", now=NOW)


def posted(inlet, body, **headers):
    """Over the front door of the desk, as from outside."""
    stamp = str(int(timezone.now().timestamp()))
    signed = {"Toonbank-Timestamp": stamp, "Toonbank-Signature": f"v1={sign(inlet.secret, stamp, body)}"}
    client = Client(enforce_csrf_checks=True)
    return client.post(f"/in/{inlet.slug}/", body, content_type="application/json", headers=signed | headers)


def test_the_address_takes_a_signed_delivery_without_signing_in(kiyoh):
    response = posted(kiyoh, json.dumps(REVIEW).encode())
    assert (response.status_code, response.json()) == (202, {"stored": 1, "refused": []})


def test_ten_megabytes_are_refused_without_being_read(kiyoh):
    response = posted(kiyoh, b" " * 10_000_000)
    assert response.status_code == 413
    assert str(LARGEST) in response.json()["error"]


def test_an_address_that_would_run_something_makes_no_link(kiyoh):
    for number, address in enumerate(
        ("javascript:alert(1)", " https://x", "HTTPS-of-sorts", "https://kiyoh.example/1")
    ):
        knocked(kiyoh, REVIEW | {"id": f"link-{number}", "url": address})
    take_in_waiting(now=NOW)
    urls = Message.objects.filter(remote_id__contains=":link-").order_by("pk").values_list("url", flat=True)
    assert list(urls) == ["", "", "", "https://kiyoh.example/1"]


def test_a_length_that_nobody_can_count_is_refused(kiyoh):
    for size in ("9" * 5_000, "minus one"):
        knock = Client().post(f"/in/{kiyoh.slug}/", b"{}", "application/json", CONTENT_LENGTH=size)
        assert knock.status_code in {411, 413}


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ({}, "Wie iets zegt, heeft een tekst nodig of een waardering."),
        ({"Accept-Language": "nl-BE"}, "Wie iets zegt, heeft een tekst nodig of een waardering."),
        ({"Accept-Language": "en-GB,en;q=0.8"}, "Somebody who says something needs a text, or a rating."),
    ],
)
def test_what_is_wrong_is_told_in_the_language_that_is_asked_for(kiyoh, asked, why):
    response = posted(kiyoh, json.dumps(REVIEW | {"text": "", "rating": None}).encode(), **asked)
    assert response.json()["refused"] == [{"index": 0, "field": "text", "why": why}]


def test_who_asks_for_nothing_is_answered_in_the_language_of_the_shop(kiyoh, jas_shop):
    jas_shop.language = "en"
    jas_shop.save()
    response = posted(kiyoh, b"{", **{"Toonbank-Signature": "v1=" + "0" * 64})
    assert "does not fit" in response.json()["error"]


def test_a_closed_door_and_one_that_never_was_say_the_same(kiyoh, noor):
    secret = kiyoh.secret
    close_inlet(kiyoh, noor, now=NOW)
    assert Inlet.objects.get().secret == ""
    kiyoh.secret = secret
    assert posted(kiyoh, b"{}").status_code == 404
    kiyoh.slug = "nowhere"
    assert posted(kiyoh, b"{}").status_code == 404


def test_it_is_no_page(kiyoh):
    assert Client().get(f"/in/{kiyoh.slug}/").status_code == 405
