"""The pages of what is on file, in a browser without JavaScript."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from toonbank.evidence.dossier import Endorsement, Mark, Proof, Quote
from toonbank.evidence.filing import put_on_file, take_out
from toonbank.evidence.registers import REGISTERS

F = "/s/jas/evidence/file/"
SAID = {
    "endorsements": {"who": "Chef Ruben", "quote": "Best handig", "is_gift": "on", "agreed": "per mail"},
    "quotes": {"text": "Na drie winters nog geen pluisje.", "source": "het plein", "author": "Anouk"},
    "proofs": {"claim": "de meeste kleuren garen", "basis": "voorraadlijst van november"},
    "tests": {"name": "Wandelblad nummer 9", "result": "8,1"},
    "marks": {"name": "Webwinkelwaarborg", "number": "1234"},
}


@pytest.fixture
def door(noor, door_of):
    return door_of(noor)


def page(door, path="", status=200):
    answer = door.get(F + path)
    assert answer.status_code == status, path
    return answer.content.decode()


def asked(door, path):
    door.get(F + path)
    with CaptureQueriesContext(connection) as queries:
        page(door, path)
    return len(queries)


def test_an_empty_file_explains_every_register_with_an_example(door):
    told = page(door)
    assert told.count("Bijvoorbeeld") == len(REGISTERS)
    for register in REGISTERS:
        assert f'href="{F}{register.slug}/new/"' in told
        assert "Er staat nog niets op dossier" in page(door, f"{register.slug}/")


@pytest.mark.parametrize("register", SAID)
def test_a_paper_is_put_on_file_read_changed_and_taken_out(register, door):
    way = door.post(f"{F}{register}/new/", SAID[register])["Location"]
    read = door.get(way).content.decode()
    main = next(iter(SAID[register].values()))
    assert main in read
    assert "Noor" in read

    changed = SAID[register] | {"link": "https://papier.example/1", "revision": "1"}
    assert door.post(f"{way}change/", changed)["Location"] == way
    assert "https://papier.example/1" in door.get(way).content.decode()
    assert main in page(door, f"{register}/")

    assert door.post(f"{way}end/")["Location"] == way
    assert main not in page(door, f"{register}/")
    assert main in page(door, f"{register}/?show=over")
    assert door.post(f"{way}end/", follow=True).status_code == 200
    assert door.get(f"{way}change/")["Location"] == way


def test_what_was_typed_stays_when_something_is_missing(door):
    answer = door.post(f"{F}proofs/new/", {"claim": "de grootste winkel", "basis": ""})
    assert answer.status_code == 400
    assert "de grootste winkel" in answer.content.decode()
    assert "Vul dit in." in answer.content.decode()
    assert not Proof.objects.exists()


def test_who_changes_second_sees_that_and_loses_no_words(door):
    way = door.post(f"{F}marks/new/", SAID["marks"])["Location"]
    door.post(f"{way}change/", {"name": "Keurmerk A", "revision": "1"})
    answer = door.post(f"{way}change/", {"name": "Keurmerk B", "revision": "1"})
    assert answer.status_code == 400
    assert "Keurmerk B" in answer.content.decode()
    assert Mark.objects.get().name == "Keurmerk A"


def test_what_ends_within_thirty_days_stands_first_and_what_is_over_is_counted(door, jas_shop, noor):
    now = timezone.now()
    today = now.astimezone(jas_shop.clock).date()
    for name, days in (("Net voorbij", 0), ("Bijna", 30), ("Nog lang", 31)):
        put_on_file(jas_shop, noor, Mark(name=name, until_on=today + timedelta(days=days)), now=now)
    Mark.objects.filter(name="Net voorbij").update(until_on=today - timedelta(days=1))
    told = page(door)
    assert "Bijna" in told
    assert "Nog lang" not in told
    assert "Net voorbij" not in told
    assert "1 voorbij" in told
    assert "Net voorbij" in page(door, "marks/?show=over")


def test_a_page_asks_as_often_for_thirty_papers_as_for_one(door, jas_shop, noor):
    def fill(count):
        now = timezone.now()
        for number in range(count):
            until = now.astimezone(jas_shop.clock).date() + timedelta(days=number)
            put_on_file(jas_shop, noor, Quote(text=f"Fijn {number}", source="plein", until_on=until), now=now)
            put_on_file(jas_shop, noor, Endorsement(who=f"Chef {number}", until_on=until), now=now)

    fill(1)
    paths = ("", "quotes/", "endorsements/", f"quotes/papers/{Quote.objects.get().pk}/")
    once = [asked(door, path) for path in paths]
    fill(40)
    assert [asked(door, path) for path in paths] == once
    assert max(once) <= 10


def test_a_long_register_goes_on_where_the_page_ended(door, jas_shop, noor):
    now = timezone.now()
    for number in range(35):
        put_on_file(jas_shop, noor, Mark(name=f"Keurmerk {number:02}"), now=now - timedelta(days=number))
    first = page(door, "marks/")
    assert "Keurmerk 29" in first
    assert "Keurmerk 30" not in first
    last = Mark.objects.get(name="Keurmerk 29")
    assert "Keurmerk 30" in page(door, f"marks/?after={last.pk}")


def test_there_is_no_other_register(door):
    page(door, "secrets/", 404)
    page(door, "secrets/new/", 404)


def test_only_who_keeps_evidence_sees_the_way_to_add(jas_shop, noor, hire, door_of):
    paper = put_on_file(jas_shop, noor, Mark(name="Keurmerk"), now=timezone.now())
    viewer = door_of(hire(jas_shop, "Kijker", "viewer"))
    assert "/new/" not in page(viewer)
    read = page(viewer, f"marks/papers/{paper.pk}/")
    assert "/change/" not in read
    assert viewer.get(f"{F}marks/new/").status_code == 403


def test_the_name_shown_leads_to_what_that_customer_allowed(door, jas_shop, noor):
    words = Quote(text="Fijn.", source="plein", author="Anouk")
    paper = put_on_file(jas_shop, noor, words, now=timezone.now())
    assert 'href="/s/jas/people/?words=Anouk"' in page(door, f"quotes/papers/{paper.pk}/")
    take_out(paper, noor, now=timezone.now())
    assert "eruit gehaald" in page(door, f"quotes/papers/{paper.pk}/")
