"""Where an order is seen: beside the conversation, on the page of the person, on that of the complaint."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from conftest import NOW
from conversations.cast import ANGRY, waiting
from conversations.orders.cast import NEW, STORY, told
from toonbank.conversations.casebook import Case
from toonbank.conversations.cases import follow
from toonbank.conversations.orders.linking import link
from toonbank.ledger.models import Entry
from toonbank.relations.consenting import Yes, give_consent
from toonbank.relations.links import person_link
from toonbank.relations.models import Consent, Contact


@pytest.fixture
def talk(jas_shop, square):
    """Mevrouw De Wit complains; her order is known."""
    told(jas_shop, *STORY)
    conversation = waiting(jas_shop, square, ANGRY)
    follow([conversation], now=NOW)
    return conversation


def panel_of(talk, browser):
    return browser.get(f"/s/jas/counter/{talk.pk}/person/").content.decode()


def gives(talk, browser, number="1007"):
    """The colleague writes the number down that stands in her message."""
    return browser.post(
        f"/s/jas/counter/people/{talk.contact_id}/known/",
        {
            "ground": "told",
            "number": number,
            "conversation": talk.pk,
            "next": f"/s/jas/counter/{talk.pk}/",
        },
    )


def test_the_number_is_written_down_beside_the_talk_and_the_order_stands_there(talk, noor, door_of):
    browser = door_of(noor)
    assert "Wadloper, maat 98" not in panel_of(talk, browser)
    assert gives(talk, browser).url == f"/s/jas/counter/{talk.pk}/"
    text = panel_of(talk, browser)
    for part in ("1007", "bezorgd op 6 november 2026", "1 × Wadloper, maat 98", "Ze gaven het nummer 1007"):
        assert part in text
    assert Contact.objects.get().known_why == "in het gesprek van 21 november 2026"


def test_it_is_taken_back_beside_the_talk(talk, noor, door_of):
    browser = door_of(noor)
    gives(talk, browser)
    browser.post(f"/s/jas/counter/people/{talk.contact_id}/known/", {"unlink": "yes"})
    assert "Wadloper, maat 98" not in panel_of(talk, browser)


def test_a_number_that_nobody_knows_says_what_to_do(talk, noor, door_of):
    browser = door_of(noor)
    gives(talk, browser, "1070")
    assert "Kijk het nummer na, of vraag het." in panel_of(talk, browser)


def test_a_number_needs_a_talk_with_that_person_or_a_reason(talk, noor, door_of):
    browser = door_of(noor)
    somebody = Contact.objects.create(shop=talk.shop, name="Iemand anders")
    address = f"/s/jas/counter/people/{somebody.pk}/known/"
    browser.post(address, {"ground": "told", "number": "1007", "conversation": talk.pk})
    somebody.refresh_from_db()
    assert somebody.known_ground == ""


def test_in_english_it_reads_as_well(talk, noor, door_of):
    noor.person.language = "en"
    noor.person.save()
    browser = door_of(noor)
    gives(talk, browser)
    text = panel_of(talk, browser)
    for part in ("delivered on 6 November 2026", "ordered on 3 November 2026", "€\N{NO-BREAK SPACE}89.95"):
        assert part in text


def test_who_only_looks_sees_the_order_and_no_button(talk, noor, hire, jas_shop, door_of):
    gives(talk, door_of(noor))
    text = panel_of(talk, door_of(hire(jas_shop, "Kim", "viewer")))
    assert "Wadloper, maat 98" in text
    assert "unlink" not in text


def test_the_page_of_the_complaint_lays_the_order_beside_the_facts(talk, noor, door_of):
    browser = door_of(noor)
    page = f"/s/jas/counter/{talk.pk}/case/"
    assert "Wadloper, maat 98" not in browser.get(page).content.decode()
    gives(talk, browser)
    assert "bezorgd op 6 november 2026" in browser.get(page).content.decode()
    browser.post(f"{page}order/", {"number": "1007"})
    assert Case.objects.get().facts[0]["order"] == "1007"
    browser.post(f"/s/jas/counter/people/{talk.contact_id}/known/", {"unlink": "yes"})
    assert "bezorgd op 6 november 2026" not in browser.get(page).content.decode()


def test_the_page_of_the_person_shows_orders_with_ground_and_proof(talk, noor, door_of):
    link(talk.contact, noor, ground="consent", why="zei ja aan de kassa", number="K-77", now=NOW)
    text = door_of(noor).get(f"/s/jas/counter/people/{talk.contact_id}/").content.decode()
    for part in ("bezorgd op 6 november 2026", "zei ja aan de kassa", "K-77"):
        assert part in text


def test_the_page_of_a_talk_asks_no_more_because_of_orders(talk, noor, jas_shop, door_of):
    browser = door_of(noor)
    page = f"/s/jas/counter/{talk.pk}/"
    browser.get(page)
    with CaptureQueriesContext(connection) as before:
        browser.get(page)
    gives(talk, browser)
    told(jas_shop, *[NEW | {"order": str(number)} for number in range(30)])
    browser.get(page)
    with CaptureQueriesContext(connection) as after:
        browser.get(page)
    assert len(after) == len(before) <= 8


@pytest.mark.parametrize(
    "page", ["counter/{talk}/person/", "counter/people/{person}/", "counter/{talk}/case/"]
)
def test_thirty_orders_cost_a_page_as_much_as_one(talk, noor, jas_shop, door_of, page):
    link(talk.contact, noor, ground="consent", why="zei ja", number="K-77", now=NOW)
    browser, counts = door_of(noor), []
    address = "/s/jas/" + page.format(talk=talk.pk, person=talk.contact_id)
    for many in (1, 30):
        told(jas_shop, *[NEW | {"order": f"n{number}"} for number in range(many)])
        browser.get(address)
        with CaptureQueriesContext(connection) as asked:
            browser.get(address)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 10


def own_page(contact, settings):
    return person_link(contact).removeprefix(settings.ADDRESS)


def test_the_person_sees_the_link_on_their_own_page_and_takes_it_back_without_an_account(
    talk, noor, door_of, settings
):
    gives(talk, door_of(noor))
    door_of(noor).post(f"/s/jas/counter/{talk.pk}/case/order/", {"number": "1007"})
    visitor, page = Client(), own_page(talk.contact, settings)
    assert "Jas ziet die bestelling als je de winkel schrijft." in visitor.get(page).content.decode()
    for _twice in range(2):
        assert visitor.post(page).status_code == 302
    assert Contact.objects.get().known_ground == ""
    assert Case.objects.get().facts == []
    assert Entry.objects.filter(kind="customer_unlinked").count() == 1
    assert "Wadloper, maat 98" not in panel_of(talk, door_of(noor))


def test_taking_back_the_link_leaves_a_consent_and_the_other_way_round(talk, noor, settings):
    link(talk.contact, noor, ground="consent", why="zei ja", number="K-77", now=NOW)
    for name in ("name", "photo"):
        give_consent(talk.contact, noor, Yes("zei het", **{name: True}), now=timezone.now())
    visitor, page = Client(), own_page(talk.contact, settings)
    assert "Jas mag je bestellingen zien" in visitor.get(page).content.decode()
    first, second = Consent.objects.order_by("pk")
    visitor.post(page, {"consent": first.pk})
    assert Contact.objects.get().known_ground == "consent"
    visitor.post(page, {"purchases": "yes"})
    assert Contact.objects.get().known_ground == ""
    assert list(Consent.objects.filter(withdrawn_at=None)) == [second]


def test_a_link_alone_has_a_page_of_the_person_too(talk, noor, door_of):
    browser = door_of(noor)
    gives(talk, browser)
    assert person_link(talk.contact) in browser.get(f"/s/jas/people/{talk.contact_id}/").content.decode()
