"""The page of the row: who waits, since when, for whom; kind when nobody does, and the same queries for one as for thirty."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from conversations.cast import ANGRY, ASKS, THANKS, met, said, waiting
from toonbank.conversations.models import Conversation

COUNTER = "/s/jas/counter/"


def page(client, **query):
    answer = client.get(COUNTER, query)
    assert answer.status_code == 200
    return answer.content.decode()


def asked(client, **query):
    client.get(COUNTER, query)
    with CaptureQueriesContext(connection) as queries:
        client.get(COUNTER, query)
    return len(queries)


@pytest.fixture
def now():
    return timezone.now()


def test_nobody_waits_and_the_page_is_kind_about_it(noor, door_of):
    shown = page(door_of(noor))
    assert "Niemand wacht op antwoord." in shown
    assert "Niemand wacht" in shown


@pytest.mark.parametrize("place", ["snoozed", "theirs", "settled", "aside", "all"])
def test_every_empty_place_says_what_belongs_there(place, noor, door_of):
    assert '<div class="sheet state">' in page(door_of(noor), place=place)


def test_who_is_angry_stands_on_top_under_her_own_heading(jas_shop, square, noor, door_of, now):
    waiting(jas_shop, square, ASKS, at=now, contact=met(jas_shop, "Yusuf"))
    waiting(jas_shop, square, ANGRY, at=now)
    shown = page(door_of(noor))
    assert (
        shown.index(">Ernstig</h2>")
        < shown.index("Mevrouw De Wit")
        < shown.index(">Wil antwoord</h2>")
        < shown.index("Yusuf")
    )
    assert "Een klant wacht op een serieus antwoord." in shown
    assert "Oefenplein, reactie, openbaar" in shown


def test_who_waited_too_long_is_shown_as_late(jas_shop, square, noor, door_of, now):
    talk = waiting(jas_shop, square, ASKS, at=now)
    Conversation.objects.filter(pk=talk.pk).update(due_at=now - timedelta(minutes=18))
    assert "18\u00a0min te\u00a0laat" in page(door_of(noor))


def test_personal_data_does_not_stand_in_the_row(jas_shop, square, noor, door_of, now):
    waiting(jas_shop, square, "Bel me op 06-12345678 over de jas.", at=now)
    shown = page(door_of(noor))
    assert "12345678" not in shown
    assert "12345678" not in page(door_of(noor), words="jas")


def test_the_menu_says_how_many_wait(jas_shop, square, noor, door_of, now):
    client = door_of(noor)
    assert 'class="count"' not in client.get("/s/jas/shop/more/").content.decode()
    waiting(jas_shop, square, ANGRY, at=now)
    waiting(jas_shop, square, THANKS, at=now)
    shown = client.get("/s/jas/shop/more/").content.decode()
    assert '<span class="count">2<span' in shown


@pytest.mark.parametrize(
    "query", [{}, {"place": "settled"}, {"words": "jas"}, {"whose": "mine", "label": "question"}]
)
def test_thirty_cost_as_many_queries_as_one(query, jas_shop, square, noor, bas, door_of, now):
    client = door_of(noor)
    talk = waiting(jas_shop, square, "Hoe warm is die jas?", at=now)
    Conversation.objects.filter(pk=talk.pk).update(assignee=bas)
    once = asked(client, **query)
    for number in range(29):
        talk = waiting(jas_shop, square, f"Jas {number}?", at=now, contact=met(jas_shop, f"Klant {number}"))
        Conversation.objects.filter(pk=talk.pk).update(assignee=noor if number % 2 else bas)

    assert asked(client, **query) == once <= 10


def test_filters_survive_going_on(jas_shop, square, noor, door_of, now):
    for number in range(30):
        waiting(jas_shop, square, f"Vraag {number}?", label="question", at=now, clock="4 h")
    shown = page(door_of(noor), label="question", whose="nobody")
    assert "whose=nobody&amp;label=question&amp;mark=" in shown


def test_a_search_shows_the_words_in_what_was_said(jas_shop, square, noor, door_of, now):
    talk = waiting(jas_shop, square, ANGRY, at=now)
    said(jas_shop, square, "De <i>rits</i> hapert", conversation=talk, at=now)
    shown = page(door_of(noor), words="rits")
    assert "De &lt;i&gt;<mark>rits</mark>&lt;/i&gt; hapert" in shown


@pytest.mark.parametrize("words", ["<script>", "'\"", "*", "AND OR NEAR(", "\x00", "🧥", "x" * 500])
def test_odd_words_find_nothing_kindly(words, noor, door_of):
    assert '<div class="sheet state">' in page(door_of(noor), words=words)


@pytest.mark.parametrize(
    "query",
    [
        {"band": "9"},
        {"label": "x"},
        {"account": "a"},
        {"mark": "é"},
        {"place": "x"},
        {"account": "9" * 40},
        {"mark": "9" * 400},
    ],
)
def test_an_address_that_makes_no_sense_shows_the_row(query, jas_shop, square, noor, door_of, now):
    waiting(jas_shop, square, ANGRY, at=now)
    assert "Mevrouw De Wit" in page(door_of(noor), **query)


def test_who_only_looks_sees_no_handles(jas_shop, square, noor, hire, door_of, now):
    waiting(jas_shop, square, ANGRY, at=now)
    viewer = page(door_of(hire(jas_shop, "Samira", "viewer")))
    assert "Mevrouw De Wit" in viewer
    assert "Afronden" not in viewer
    assert "formaction" not in viewer
