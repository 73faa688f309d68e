"""The page of the row: who waits, since when, for whom; kind when nobody does, and the same queries for one as for thirty."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_scopes import scope

from conversations.cast import ANGRY, ASKS, THANKS, met, said, waiting
from toonbank.conversations.models import Conversation
from toonbank.conversations.people.erasing import erase
from toonbank.relations.merging import merge
from toonbank.shops.models import Shop

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


@pytest.mark.parametrize("words", ["*", "%", "🧥", "?!"])
def test_signs_alone_show_no_row_as_if_it_was_found(words, jas_shop, square, noor, door_of, now):
    waiting(jas_shop, square, ANGRY, at=now)
    shown = page(door_of(noor), words=words)
    assert "Tekens alleen" in shown
    assert "Derde keer" not in shown


@pytest.mark.parametrize("words", ["Tom Hughes", "hughes", "tom", "Tom H", "mr hughes", "@tomh", "hugh"])
def test_a_customer_is_found_by_name(words, jas_shop, square, noor, door_of, now):
    tom = met(jas_shop, "Tom Hughes", handle="tomhughes")
    for number in range(3):
        talk = waiting(jas_shop, square, ASKS, at=now + timedelta(minutes=number), contact=tom)
    waiting(jas_shop, square, ASKS, at=now, contact=met(jas_shop, "Ko Bos"))
    people = door_of(noor).get(COUNTER, {"words": words}).context["people"]
    assert [(one.person, one.talks, one.talk) for one in people] == [(tom.pk, 3, talk.pk)]


@pytest.mark.parametrize("words", ["Ko Bos", "Ko", "Prins", "xx", "Anna Bos", "bo"])
def test_only_who_has_that_name_is_found(words, jas_shop, square, noor, door_of):
    met(jas_shop, "Ko Bos")
    met(jas_shop, "Prins")
    met(jas_shop, "Anna Maria Bos")
    people = door_of(noor).get(COUNTER, {"words": words}).context["people"]
    known = {"Ko Bos": ["Ko Bos"], "Ko": ["Ko Bos"], "Prins": ["Prins"], "Anna Bos": ["Anna Maria Bos"]}
    assert [one.name for one in people] == known.get(words, [])


def test_who_was_taken_for_another_is_found_by_the_other_name_too(jas_shop, noor, door_of, now):
    kept, gone = met(jas_shop, "Mevrouw De Wit"), met(jas_shop, "Anke Bakker")
    merge(kept, gone, noor, why="zei het", now=now)
    (found,) = door_of(noor).get(COUNTER, {"words": "anke"}).context["people"]
    assert (found.person, found.name) == (kept.pk, "Anke Bakker")


def test_who_was_erased_and_who_is_of_another_shop_is_not_found(jas_shop, noor, door_of, now):
    with scope(shop=Shop.objects.create(name="Muts", slug="muts")):
        met(Shop.objects.get(slug="muts"), "Tom Hughes")
    erase(met(jas_shop, "Tom Hughes"), noor, now=now)
    assert door_of(noor).get(COUNTER, {"words": "tom hughes"}).context["people"] == []


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
