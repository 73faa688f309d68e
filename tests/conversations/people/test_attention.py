"""Who deserves a minute today is a handful of people, each for a plain reason; who came back stands in the order of when."""

from datetime import timedelta

import pytest

from conftest import NOW
from conversations.cast import ANGRY, THANKS, answered, de_wit, met, rob, said
from conversations.people.cast import published
from toonbank.conversations.people.attention import AT_MOST, who_deserves_a_minute
from toonbank.conversations.people.returning import first_fans, regulars
from toonbank.conversations.people.ties import visible_ties
from toonbank.core.errors import BadInput, NotAllowed
from toonbank.relations.befriending import befriend, part
from toonbank.relations.models import Identity
from toonbank.relations.papers import Kindred
from toonbank.relations.remembering import link_customer, note, notice, unlink_customer

DAY = timedelta(days=1)


def reasons(now=NOW):
    return [(one.contact.name, one.reason) for one in who_deserves_a_minute(now)]


def came_back(contact, first, last):
    Identity.objects.filter(contact=contact).update(first_at=first, last_at=last)


def test_nobody_is_named_in_an_empty_shop(jas_shop):
    assert reasons() == []


def test_each_reason_is_plain(jas_shop, square, noor):
    said(jas_shop, square, ANGRY, at=NOW - 2 * DAY, contact=met(jas_shop, "Wacht"))
    old = met(jas_shop, "Dankt", at=NOW - 300 * DAY)
    answered(
        said(jas_shop, square, THANKS, at=NOW - 300 * DAY, contact=old).conversation,
        noor,
        "Graag!",
        at=NOW - 299 * DAY,
    )
    said(jas_shop, square, THANKS, at=NOW - timedelta(hours=1), contact=old)
    said(
        jas_shop,
        square,
        "Even neuzen bij jullie",
        at=NOW - timedelta(hours=2),
        contact=met(jas_shop, "Nieuw"),
    )
    silent = met(jas_shop, "Stil", at=NOW - 400 * DAY)
    answered(
        said(jas_shop, square, THANKS, at=NOW - 200 * DAY, contact=silent).conversation,
        noor,
        "Fijn!",
        at=NOW - 199 * DAY,
    )
    came_back(silent, NOW - 400 * DAY, NOW - 200 * DAY)
    assert dict(reasons()) == {"Wacht": "waiting", "Nieuw": "first", "Dankt": "thanked", "Stil": "long_ago"}


def test_a_check_in_that_nobody_noticed_is_one_until_it_is_noticed(jas_shop, square, noor):
    contact = de_wit(jas_shop)
    answered(
        said(jas_shop, square, THANKS, at=NOW - 30 * DAY).conversation, noor, "Graag!", at=NOW - 29 * DAY
    )
    said(
        jas_shop,
        square,
        "Ingecheckt",
        at=NOW - timedelta(hours=1),
        sort="checkin",
        label="chat",
        contact=contact,
    )
    assert reasons() == [("Mevrouw De Wit", "came_by")]
    notice(contact, noor, now=NOW)
    assert reasons() == []
    said(jas_shop, square, "Weer ingecheckt", at=NOW + DAY, sort="checkin", label="chat", contact=contact)
    assert reasons(NOW + DAY + timedelta(hours=1)) == [("Mevrouw De Wit", "came_by")]


def test_it_is_never_more_than_a_handful_and_of_each_reason_one_first(jas_shop, square):
    for number in range(20):
        said(
            jas_shop,
            square,
            THANKS,
            at=NOW - timedelta(hours=number),
            contact=met(jas_shop, f"Klant {number}"),
        )
    said(jas_shop, square, ANGRY, at=NOW - 5 * DAY, contact=rob(jas_shop))
    found = reasons()
    assert len(found) == AT_MOST
    assert found[0] == ("Rob H.", "waiting")
    assert len({name for name, _reason in found}) == AT_MOST


def test_spam_deserves_none(jas_shop, square):
    said(jas_shop, square, "KOOP NU", at=NOW - DAY, label="spam-abuse")
    assert reasons() == []


def test_who_talks_on_another_day_comes_back_the_latest_first(jas_shop, square, noor):
    for days, name in ((3, "Laatst"), (9, "Eerder")):
        contact = met(jas_shop, name, at=NOW - 90 * DAY)
        talk = said(jas_shop, square, THANKS, at=NOW - 90 * DAY, contact=contact).conversation
        answered(talk, noor, "Graag!", at=NOW - 89 * DAY)
        said(jas_shop, square, THANKS, at=NOW - days * DAY, contact=contact)
        came_back(contact, NOW - (90 + days) * DAY, NOW - days * DAY)
    said(jas_shop, square, THANKS, contact=met(jas_shop, "Eenmaal"))
    lines, following = regulars()
    assert [(one.contact.name, one.talks, one.answered_at) for one in lines] == [
        ("Laatst", 2, NOW - 89 * DAY),
        ("Eerder", 2, NOW - 89 * DAY),
    ]
    assert following == ""
    assert [one.contact.name for one in first_fans(NOW)] == ["Eerder", "Laatst"]


def test_last_answered_is_the_last_answer_and_not_the_first_of_a_talk(jas_shop, square, noor):
    contact = met(jas_shop, "Mevrouw De Wit", at=NOW - 90 * DAY)
    talk = said(jas_shop, square, THANKS, at=NOW - 90 * DAY, contact=contact).conversation
    for days in (89, 20, 9):
        answered(talk, noor, "Graag!", at=NOW - days * DAY)
    answered(talk, noor, "Weer weggehaald.", at=NOW - DAY, deleted_at=NOW)
    came_back(contact, NOW - 90 * DAY, NOW - 10 * DAY)
    ((line,), _following) = regulars()
    assert (line.talks, line.answered_at) == (1, NOW - 9 * DAY)


def test_the_list_of_who_comes_back_goes_on(jas_shop):
    for number in range(70):
        came_back(met(jas_shop, f"Klant {number:02}"), NOW - 90 * DAY, NOW - timedelta(hours=number))
    names, place = [], ""
    for _page in range(3):
        lines, place = regulars(place)
        names += [one.contact.name for one in lines]
    assert names == [f"Klant {number:02}" for number in range(70)]
    assert place == ""


def test_our_ties_are_whom_we_call_kindred_and_whom_we_tag(jas_shop, noor, square):
    jas_shop.hold_back = ["@gokhuis"]
    befriend(jas_shop, noor, name="Naald", kind="square", handle="@Naald", why="maakt heel", now=NOW)
    published(jas_shop, noor, square, "Met @naald en @gokhuis op de markt.", at=NOW - DAY)
    published(jas_shop, noor, square, "Lang geleden met @vroeger.", at=NOW - 400 * DAY)
    ties = visible_ties(jas_shop, NOW)
    assert [(tie.handle, bool(tie.kindred), len(tie.posts), tie.is_held_back) for tie in ties] == [
        ("gokhuis", False, 1, True),
        ("naald", True, 1, False),
    ]


def test_who_is_held_back_is_not_kindred_and_nobody_is_so_twice(jas_shop, noor, hire):
    jas_shop.hold_back = ["@gokhuis"]
    with pytest.raises(BadInput):
        befriend(jas_shop, noor, name="Gok", kind="square", handle="gokhuis", why="x", now=NOW)
    befriend(jas_shop, noor, name="Naald", kind="square", handle="naald", why="maakt heel", now=NOW)
    with pytest.raises(BadInput):
        befriend(jas_shop, noor, name="Naald", kind="square", handle="@naald", why="maakt heel", now=NOW)
    part(Kindred.objects.get(), noor, now=NOW)
    befriend(jas_shop, noor, name="Naald", kind="square", handle="naald", why="weer", now=NOW)
    with pytest.raises(NotAllowed):
        part(Kindred.objects.first(), hire(jas_shop, "Kijker", "viewer"), now=NOW)


def test_a_customer_is_linked_on_a_ground_or_not_at_all(jas_shop, noor):
    contact = de_wit(jas_shop)
    for ground, why in (("", "zei het"), ("marketing", "zei het"), ("told", "  ")):
        with pytest.raises(BadInput):
            link_customer(contact, noor, ground=ground, why=why, number="K-1", now=NOW)
    link_customer(contact, noor, ground="told", why="gaf haar bonnummer", number="K-1", now=NOW)
    contact.refresh_from_db()
    assert (contact.known_as, contact.known_by) == ("K-1", noor)
    unlink_customer(contact, noor, now=NOW)
    contact.refresh_from_db()
    assert (contact.known_as, contact.known_ground, contact.known_by) == ("", "", None)


def test_an_empty_note_is_none(jas_shop, noor):
    with pytest.raises(BadInput):
        note(de_wit(jas_shop), noor, "  ", now=NOW)
