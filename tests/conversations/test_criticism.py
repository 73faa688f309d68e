"""What they criticised is quoted as they said it, also after they thanked us."""

from datetime import timedelta

from conftest import NOW
from conversations.cast import ANGRY, ASKS, THANKS, answered, met, said, waiting
from toonbank.conversations.cases import follow
from toonbank.conversations.criticism import criticism_in
from toonbank.conversations.lessonboard import board_of
from toonbank.conversations.lessons import Plan, finish, make_improvement
from toonbank.evidence.paging import Place

HAPPY = "Ja, opgelost. Dank u wel."


def angry_then_thankful(shop, account, noor):
    """She complained with her number in it, asked again, had an answer, and is content."""
    first = said(shop, account, f"{ANGRY} Bel 06-12345678.", at=NOW)
    talk = first.conversation
    follow([talk], now=NOW)
    said(shop, account, ANGRY, conversation=talk, at=NOW + timedelta(hours=1))
    answered(talk, noor, "Opgelost. Noor", at=NOW + timedelta(hours=2))
    said(shop, account, HAPPY, conversation=talk, at=NOW + timedelta(hours=3), label="compliment")
    talk.excerpt = HAPPY
    talk.save(update_fields=["excerpt"])
    return talk


def test_the_complaint_is_quoted_and_not_the_thanks_without_personal_data(jas_shop, square, noor):
    talk = angry_then_thankful(jas_shop, square, noor)
    assert criticism_in([talk]) == {talk.pk: f"{ANGRY} Bel …."}


def test_without_criticism_the_excerpt_is_quoted(jas_shop, square):
    thanks = waiting(jas_shop, square, THANKS, contact=met(jas_shop, "Lies"))
    asks = waiting(jas_shop, square, ASKS, contact=met(jas_shop, "Yusuf"))
    assert criticism_in([thanks, asks]) == {thanks.pk: THANKS, asks.pk: ASKS}


def test_many_are_read_in_one_query(jas_shop, square, django_assert_num_queries):
    talks = [waiting(jas_shop, square, ANGRY, contact=met(jas_shop, name)) for name in ("Rob", "Lies", "Jo")]
    with django_assert_num_queries(1):
        assert set(criticism_in(talks).values()) == {ANGRY}


def test_who_must_be_told_is_quoted_on_the_board_with_what_they_suggested(jas_shop, square, noor):
    talk = angry_then_thankful(jas_shop, square, noor)
    plan = Plan("Ritsen nakijken.", "quality", noor, NOW.date())
    finish(make_improvement(jas_shop, noor, plan, sources=[talk], now=NOW), noor, now=NOW)
    (line,) = board_of(NOW.date(), NOW, Place()).telling
    assert [one.said for one in line.to_tell] == [f"{ANGRY} Bel …."]
    assert line.to_tell[0].conversation == talk


def test_the_case_and_the_new_lesson_quote_the_complaint(jas_shop, square, noor, door_of):
    talk = angry_then_thankful(jas_shop, square, noor)
    for address in (f"{talk.pk}/case/", f"lessons/new/?from={talk.pk}"):
        page = door_of(noor).get(f"/s/jas/counter/{address}").content.decode()
        assert f"‘{ANGRY}" in page
        assert HAPPY not in page
