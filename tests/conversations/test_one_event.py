"""A single event that comes in costs little: it asks only what can be known, and never reads the whole counter."""

from datetime import timedelta
from itertools import count

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conftest import NOW
from toonbank.channels.base import Incoming
from toonbank.conversations.intake import keep, take_in
from toonbank.conversations.models import Conversation

_numbers = count(1)


def comes_in(shop, account, text, *, who="", **more):
    """One event is stored and taken in; what was asked of the database meanwhile."""
    number = next(_numbers)
    name = who or f"klant{number}"
    event = Incoming(f"m-{number}", name, text, NOW, author_id=name, author_name=name.capitalize(), **more)
    with CaptureQueriesContext(connection) as asked:
        keep(shop, account, [event], now=NOW + timedelta(minutes=1))
        assert take_in(shop, now=NOW) == 1
    verbs = ("SELECT", "INSERT", "UPDATE", "DELETE")
    return [one["sql"] for one in asked if one["sql"].startswith(verbs)]


@pytest.mark.parametrize(
    ("text", "most"),
    [("Valt de Merel groot?", 13), ("De rits van de Wad is na een week kapot, wat een troep.", 17)],
)
def test_a_strangers_first_word_costs_a_handful_of_questions(jas_shop, square, text, most):
    asked = comes_in(jas_shop, square, text)
    assert len(asked) <= most
    assert Conversation.objects.get().excerpt == text


def test_it_costs_the_same_with_a_counter_full_of_people(jas_shop, square):
    before = len(comes_in(jas_shop, square, "Valt de Merel groot?"))
    for _ in range(30):
        comes_in(jas_shop, square, "Hebben jullie de Wad in het groen?")
    assert len(comes_in(jas_shop, square, "Valt de Merel groot?")) == before


def test_who_was_here_before_is_known_again(jas_shop, square):
    comes_in(jas_shop, square, "De rits van de Wad is na een week kapot.", who="dewit")
    comes_in(jas_shop, square, "Tot hoe laat zijn jullie open?", who="dewit")
    complaint, question = Conversation.objects.order_by("pk")
    assert complaint.contact == question.contact
