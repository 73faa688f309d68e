"""How soon an answer is due."""

import pytest

from toonbank.triage import KINDS
from toonbank.triage.clock import CLOCKS, STEPS, clock


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_clock(kind):
    assert clock(kind) in {*STEPS, "never"}


def test_a_modifier_raises_the_clock_one_step_and_no_more():
    assert clock("complaint-implicit", ("repeat",)) == "2 h"
    assert clock("complaint-implicit", ("repeat", "open-case")) == "2 h"
    assert clock("danger", ("repeat",)) == "30 min"


def test_spam_gets_no_answer_however_often_it_comes():
    assert clock("spam-abuse", ("repeat",)) == CLOCKS["spam-abuse"] == "never"
