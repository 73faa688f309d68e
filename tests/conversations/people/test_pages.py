"""The pages about people open, stay quick with many rows, and do nothing to many people at once."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver

from conftest import NOW
from conversations.cast import THANKS, answered, met, said
from conversations.people.cast import published
from toonbank.conversations.models import Conversation
from toonbank.conversations.takedown import TakeDown
from toonbank.relations.asking import ask_consent
from toonbank.relations.befriending import befriend
from toonbank.relations.consenting import Yes, give_consent, withdraw_consent
from toonbank.relations.models import Contact, Identity
from toonbank.relations.questions import Question
from toonbank.relations.remembering import note

DAY = timedelta(days=1)
P, C = "/s/jas/people/", "/s/jas/counter/"


def furnish(shop, member, account, rows, *, begin=0):
    """So many people, each with a talk, a note, a consent, a question and a live post; some came back, some left."""
    for number in range(begin, begin + rows):
        contact = met(shop, f"Klant {number:02}", handle=f"klant{number}", at=NOW - 40 * DAY)
        Identity.objects.filter(contact=contact).update(last_at=NOW - DAY)
        first = said(shop, account, THANKS, contact=contact, at=NOW - 40 * DAY).conversation
        answered(first, member, "Graag gedaan. Noor", at=NOW - 39 * DAY)
        said(shop, account, THANKS, contact=contact, at=NOW - DAY)
        note(contact, member, "Houdt van groen.", now=NOW)
        published(shop, member, account, f"Met dank aan @klant{number} voor de foto.")
        gone = give_consent(contact, member, Yes("zei het", tag=True), now=NOW - 2 * DAY)
        withdraw_consent(gone, member, now=NOW - DAY)
        give_consent(contact, member, Yes("zei het", name=True, until_at=NOW + 900 * DAY), now=NOW)
        ask_consent(contact, member, Question("een bericht", ("quote",)), now=NOW)
        befriend(
            shop, member, name=f"Maker {number}", kind="square", handle=f"maker{number}", why="maakt", now=NOW
        )


@pytest.fixture
def addresses(jas_shop, noor, square):
    """Every page of people, about the first of them."""
    furnish(jas_shop, noor, square, 1)
    contact = Contact.objects.get(name="Klant 00")
    asked = contact.requests.get()
    return [
        P, P + "?words=klant", P + "consents/", P + "kindred/", P + "keeping/", P + f"{contact.pk}/",
        P + f"{contact.pk}/ask/", P + f"questions/{asked.pk}/", C + "people/", C + "people/returning/",
        C + "people/ties/", C + "people/take-downs/", C + f"people/{contact.pk}/", C + f"people/{contact.pk}/same/",
        C + f"people/{contact.pk}/forget/", C + f"questions/{asked.pk}/ask/", C + f"questions/{asked.pk}/proof/",
    ]  # fmt: skip


def test_every_page_opens_in_both_languages(addresses, noor, door_of):
    for language in ("nl", "en"):
        noor.person.language = language
        noor.person.save()
        for address in addresses:
            assert door_of(noor).get(address).status_code == 200, address


def test_no_page_asks_more_than_ten_questions_nor_more_with_many_rows(
    addresses, jas_shop, noor, square, door_of
):
    client = door_of(noor)
    counted = {}
    for rows in (0, 30):
        if rows:
            furnish(jas_shop, noor, square, 29, begin=1)
        for address in addresses:
            client.get(address)
            with CaptureQueriesContext(connection) as asked:
                assert client.get(address).status_code == 200
            counted.setdefault(address, []).append(len(asked))
    assert {address: numbers for address, numbers in counted.items() if max(numbers) > 10} == {}
    assert {address: numbers for address, numbers in counted.items() if numbers[0] != numbers[1]} == {}


def test_the_list_goes_on_where_it_stopped(jas_shop, noor, door_of):
    Contact.objects.bulk_create(Contact(shop=jas_shop, name=f"Klant {n:03}") for n in range(120))
    client, seen, address = door_of(noor), [], P
    for _page in range(3):
        page = client.get(address)
        seen += [line.contact.name for line in page.context["page"].lines]
        address = P + "?" + f"after={page.context['page'].next}" if page.context["page"].next else ""
    assert seen == [f"Klant {n:03}" for n in range(120)]
    assert address == ""


def routes(resolver, before=""):
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from routes(one, before + str(one.pattern))
        elif isinstance(one, URLPattern):
            yield before + str(one.pattern), one.name or ""


def test_there_is_no_deed_for_many_people_at_once():
    about_people = [
        (route, name)
        for route, name in routes(get_resolver())
        if "people" in route or "question" in route or "consent" in route
    ]
    assert len(about_people) > 20
    words = ("all", "bulk", "many", "everybody", "selected", "broadcast", "mailing", "score", "rank")
    assert [
        name
        for route, name in about_people
        if any(f"/{word}/" in route or word in name.split("-") for word in words)
    ] == []
    deeds = ("note", "noticed", "known", "same", "take-out", "forget", "ask", "settle", "proof", "apart")
    for route, name in about_people:
        if name.split("-", 1)[-1] in deeds:
            assert route.count("<int:pk>") == 1, f"{route} is not about exactly one"


def test_no_column_holds_a_mark_for_a_person():
    for model in (Contact, Identity):
        names = {field.name for field in model._meta.get_fields()}
        assert not any(
            word in name for name in names for word in ("score", "rank", "value", "points", "rating")
        )


def test_another_shop_sees_nobody(addresses, jas_shop, hire, door_of):
    from django_scopes import scopes_disabled

    from toonbank.shops.models import Shop

    with scopes_disabled():
        other = Shop.objects.create(name="Klomp", slug="klomp")
        stranger = hire(other, "Piet", "owner")
    client = door_of(stranger)
    assert {client.get(address).status_code for address in addresses} == {404}
    for address in addresses:
        theirs = client.get(address.replace("/s/jas/", "/s/klomp/"))
        assert theirs.status_code == 404 or "Klant 00" not in theirs.content.decode(), address


def test_a_viewer_reads_and_does_nothing(addresses, jas_shop, hire, door_of):
    kijker = hire(jas_shop, "Kijker", "viewer")
    contact = Contact.objects.get(name="Klant 00")
    client = door_of(kijker)
    assert client.get(C + f"people/{contact.pk}/").status_code == 200
    for deed in ("note", "noticed", "known", "same", "take-out", "forget"):
        assert client.post(C + f"people/{contact.pk}/{deed}/", {"text": "x"}).status_code == 403, deed
    assert contact.notes.count() == 1


def test_erasing_is_for_the_owner_alone(addresses, bas, door_of):
    contact = Contact.objects.get(name="Klant 00")
    assert door_of(bas).get(C + f"people/{contact.pk}/forget/").status_code == 403
    assert door_of(bas).post(C + f"people/{contact.pk}/take-out/").status_code == 403


def test_the_tasks_of_a_withdrawal_stand_on_their_page(addresses, noor, door_of):
    page = door_of(noor).get(C + "people/take-downs/")
    assert "Met dank aan @klant0" in page.content.decode()
    assert TakeDown.objects.get().found == ["tag"]
    assert Conversation.objects.count() == 2


@pytest.mark.parametrize(("spoken", "chosen"), [("en", "en"), ("nl", "nl"), ("", "nl")])
def test_a_question_begins_in_the_language_in_which_they_wrote(
    jas_shop, square, noor, door_of, spoken, chosen
):
    tom = met(jas_shop, "Tom Hughes")
    talk = said(jas_shop, square, "Does the Merel run small?", contact=tom, at=NOW - DAY).conversation
    Conversation.objects.filter(pk=talk.pk).update(language=spoken)
    door = door_of(noor)
    page = door.get(f"{C}people/{tom.pk}/").content.decode()
    way = page.split(f'href="{P}{tom.pk}/ask/')[1].split('"')[0]
    asked = door.get(f"{P}{tom.pk}/ask/{way}").content.decode()
    assert f'<option value="{chosen}" selected>' in asked
