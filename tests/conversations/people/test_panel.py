"""Beside a conversation stands who speaks: what was said before, what is allowed, what is still open."""

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from conftest import NOW
from conversations.cast import answered, de_wit, rob, said, waiting
from toonbank.conversations.casebook import Case
from toonbank.conversations.people import person_panel_of
from toonbank.relations.consenting import Yes, give_consent, withdraw_consent
from toonbank.relations.papers import PersonNote

DAY = timedelta(days=1)


def test_who_speaks_for_the_first_time_has_no_history(jas_shop, square):
    panel = person_panel_of(waiting(jas_shop, square), NOW)
    assert (panel.contact.name, panel.is_first, panel.earlier, panel.uses) == ("Mevrouw De Wit", True, (), ())


def test_nobody_is_made_up_when_nobody_is_known(jas_shop, square):
    talk = waiting(jas_shop, square)
    talk.contact = None
    assert person_panel_of(talk, NOW) is None


def test_earlier_conversations_come_newest_first_with_the_complaint_that_is_open(jas_shop, square, noor):
    old = said(jas_shop, square, "Dank voor het inkorten!", at=NOW - 300 * DAY).conversation
    answered(old, noor, "Graag gedaan. Noor", at=NOW - 299 * DAY)
    recent = said(jas_shop, square, "De rits loopt stroef.", at=NOW - 9 * DAY).conversation
    Case.objects.create(shop=jas_shop, conversation=recent, opened_at=NOW - 9 * DAY)
    said(jas_shop, square, "Heel iemand anders", contact=rob(jas_shop))
    panel = person_panel_of(waiting(jas_shop, square), NOW)
    assert [one.pk for one in panel.earlier] == [recent.pk, old.pk]
    assert [one.pk for one in panel.open_cases] == [recent.pk]
    assert not panel.is_first


def test_what_is_allowed_is_what_holds_now(jas_shop, square, noor):
    contact = de_wit(jas_shop)
    give_consent(contact, noor, Yes("zei het", name=True), now=NOW - DAY)
    gone = give_consent(contact, noor, Yes("zei het", photo=True), now=NOW - DAY)
    withdraw_consent(gone, noor, now=NOW)
    give_consent(contact, noor, Yes("zei het", tag=True, until_at=NOW - DAY / 2), now=NOW - DAY)
    panel = person_panel_of(waiting(jas_shop, square), NOW)
    assert (panel.uses, panel.refused) == (("name",), ("quote", "photo", "tag"))


def test_it_is_one_question_however_much_there_is(jas_shop, square, noor):
    contact = de_wit(jas_shop)
    for days in range(30):
        said(jas_shop, square, f"Bericht {days}", at=NOW - days * DAY, contact=contact)
        PersonNote.objects.create(shop=jas_shop, contact=contact, text=f"nr {days}", member=noor, at=NOW)
    talk = waiting(jas_shop, square)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        panel = person_panel_of(talk, NOW)
    assert len(asked) == 1
    assert (len(panel.earlier), len(panel.notes)) == (5, 5)
