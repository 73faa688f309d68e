"""The builders that all tests of the counter begin with."""

from conversations.cast import ANGRY, answered, de_wit, said, waiting
from toonbank.conversations.models import Band


def test_who_is_angry_waits_among_the_serious(jas_shop, square):
    talk = waiting(jas_shop, square, ANGRY)
    assert (talk.band, talk.state, talk.contact) == (Band.GRAVE, "new", de_wit(jas_shop))


def test_personal_data_does_not_stand_in_the_excerpt(jas_shop, square):
    talk = waiting(jas_shop, square, "Bel me op 06-12345678 over de jas.")
    assert talk.excerpt == "Bel me op … over de jas."


def test_an_answer_gives_the_turn_to_the_customer(jas_shop, square, bas):
    talk = said(jas_shop, square, ANGRY).conversation
    answered(talk, bas, "Wat vervelend. Ik kijk ernaar. Bas")
    talk.refresh_from_db()
    assert talk.state == "theirs"
    assert [one.is_ours for one in talk.messages.all()] == [False, True]
