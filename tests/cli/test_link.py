"""`toonbank link`: who forgot the password comes in once, and the shop can see that somebody made a link."""

import pytest
from django.test import Client
from django_scopes import scope

from toonbank.cli.link import run
from toonbank.ledger.models import Entry
from toonbank.ledger.telling import in_plain_words
from toonbank.shops.models import Member, Person, Shop


def made(capsys) -> str:
    """The path of the link that was printed."""
    (link,) = (word for word in capsys.readouterr().out.split() if "/enter/" in word)
    return "/enter/" + link.partition("/enter/")[2]


def test_the_link_lets_noor_in_once(noor, capsys):
    assert run(["Noor@jas.example"]) == 0
    path = made(capsys)
    assert Client().post(path)["Location"] == "/me/password/"
    assert Client().post(path).status_code == 410


def test_the_ledger_of_every_shop_of_that_person_tells_of_it(noor, capsys):
    other = Shop.objects.create(name="Hoed", slug="hoed")
    with scope(shop=other):
        Member.objects.create(shop=other, person=noor.person, role="owner")
    run([noor.person.email])
    assert Entry.objects.get().kind == "entry_link_made"
    assert in_plain_words(list(Entry.objects.all()))[0].says == (
        "Wie deze toonbank beheert maakte een eenmalige link voor Noor"
    )
    with scope(shop=other):
        assert Entry.objects.get().kind == "entry_link_made"


def nobody(noor: Member) -> str:
    return "gerda@jas.example"


def somebody_who_left(noor: Member) -> str:
    Member.objects.filter(pk=noor.pk).update(left_at=noor.joined_at)
    return noor.person.email


def somebody_who_may_not_sign_in(noor: Member) -> str:
    Person.objects.update(is_active=False)
    return noor.person.email


@pytest.mark.parametrize(
    ("whom", "said"),
    [
        (nobody, "Nobody at this desk"),
        (somebody_who_left, "works in no shop any more"),
        (somebody_who_may_not_sign_in, "may not sign in any more"),
    ],
)
def test_for_who_cannot_come_in_there_is_one_clear_line_and_no_link(noor, whom, said, capsys):
    assert run([whom(noor)]) == 2
    spoken = capsys.readouterr()
    assert said in spoken.err
    assert len(spoken.err.splitlines()) == 1
    assert spoken.out == ""
    assert not Entry.objects.exists()
