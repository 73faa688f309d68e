"""By which name somebody is known, when some of what they say comes without one."""

from datetime import timedelta
from itertools import permutations

import pytest

from conftest import NOW
from toonbank.channels.base import Incoming
from toonbank.conversations.intake import keep, take_in
from toonbank.conversations.models import Conversation
from toonbank.relations.models import Contact

MINUTE = timedelta(minutes=1)


def said(number, name):
    at = NOW + number * MINUTE
    return Incoming(
        f"m{number}", "zeurpiet", "Zijn jullie open?", at, author_name=name, thread="p", answers="p"
    )


TOLD = [said(0, "Piet Zeur"), said(1, "Zeur Piet"), said(2, ""), said(3, "")]


@pytest.mark.parametrize("order", list(permutations(range(4))))
@pytest.mark.parametrize("together", [True, False])
def test_what_comes_without_a_name_takes_none_away(jas_shop, square, order, together):
    events = [TOLD[place] for place in order]
    for heap in [events] if together else [[one] for one in events]:
        keep(jas_shop, square, heap, now=NOW + 9 * MINUTE)
        take_in(jas_shop, now=NOW + 9 * MINUTE)
    assert Contact.objects.get().name == "Zeur Piet"
    assert Conversation.objects.get().name == "Zeur Piet"


def test_who_never_told_a_name_goes_by_the_handle_until_they_do(jas_shop, square):
    keep(jas_shop, square, TOLD[3:], now=NOW + 9 * MINUTE)
    take_in(jas_shop, now=NOW + 9 * MINUTE)
    assert Contact.objects.get().name == "zeurpiet"
    keep(jas_shop, square, TOLD[:1], now=NOW + 9 * MINUTE)
    take_in(jas_shop, now=NOW + 9 * MINUTE)
    assert Contact.objects.get().name == "Piet Zeur"
