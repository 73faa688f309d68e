"""What the stories of the counter have in common."""

from datetime import timedelta

import pytest

from conftest import NOW
from conversations.cast import ANGRY, ASKS, CLOSING, KERNEL, OUTCOME, answered, waiting
from toonbank.conversations.arrivals import Inlet
from toonbank.conversations.casebook import Case
from toonbank.conversations.cases import follow
from toonbank.conversations.casework import judge_case, say_outcome, solve_case
from toonbank.conversations.inlets import open_inlet
from toonbank.conversations.models import Conversation


@pytest.fixture
def own_home(settings, tmp_path):
    """A practice square of its own: ask for it with `usefixtures` where answers are sent."""
    settings.HOME = tmp_path


@pytest.fixture
def kiyoh(noor) -> Inlet:
    """The door of a review site."""
    inlet, _secret = open_inlet(noor, "Kiyoh", now=NOW)
    found: Inlet = Inlet.objects.select_related("shop").get(pk=inlet.pk)
    return found


@pytest.fixture
def talk(jas_shop, square):
    """Somebody asks in public whether the coat runs large, an hour ago."""
    return waiting(jas_shop, square, ASKS, at=NOW - timedelta(hours=1))


@pytest.fixture
def complaint(jas_shop, square) -> Conversation:
    """Mevrouw De Wit is angry, and right."""
    conversation = waiting(jas_shop, square, ANGRY)
    follow([conversation], now=NOW)
    conversation.refresh_from_db()
    return conversation


@pytest.fixture
def case(complaint) -> Case:
    """Her case, as it lies on the counter."""
    return Case.objects.select_related("conversation", "shop").get(conversation=complaint)


@pytest.fixture
def solved(case, noor) -> Case:
    """Noor gave her right, and a new coat was brought; it is not said in public yet."""
    judge_case(case, noor, verdict="right", kernel=KERNEL, now=NOW)
    return solve_case(case, noor, solution="replace", outcome=OUTCOME, now=NOW)


@pytest.fixture
def told(solved, noor) -> Case:
    """It is said below the complaint too."""
    message = answered(solved.conversation, noor, CLOSING, at=NOW + timedelta(hours=1))
    return say_outcome(solved, noor, message=message, now=NOW + timedelta(hours=1))
