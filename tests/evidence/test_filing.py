"""What is on file: put there, changed, taken out, and all of it in the ledger."""

import hashlib
from datetime import date, timedelta

import pytest

from conftest import NOW
from toonbank.core.errors import BadInput, NotAllowed, Overtaken
from toonbank.evidence.dossier import Comparison, Endorsement, Mark, Proof, Quote
from toonbank.evidence.filing import change_paper, put_on_file, take_out
from toonbank.ledger.models import Entry
from toonbank.ledger.telling import in_plain_words

WORDS = "Na drie winters nog geen pluisje."
TODAY = date(2026, 11, 21)


@pytest.fixture
def praise(jas_shop, noor):
    return put_on_file(jas_shop, noor, Quote(text=WORDS, source="het plein", author="Anouk"), now=NOW)


@pytest.mark.parametrize(
    "paper",
    [
        Endorsement(who="Chef Ruben", is_paid=True),
        Comparison(name="Wandelblad nummer 9", result="8,1"),
        Mark(name="Webwinkelwaarborg"),
        Proof(claim="de grootste jassenwinkel van Zutphen", basis="telling van de gemeente, 2026"),
        Quote(text=WORDS, source="Klantwoord"),
    ],
    ids=lambda paper: type(paper).__name__,
)
def test_every_kind_of_paper_is_kept_with_who_and_when_and_told_in_the_ledger(jas_shop, noor, paper):
    kept = put_on_file(jas_shop, noor, paper, now=NOW)
    assert (kept.recorded_by, kept.recorded_at) == (noor, NOW)
    (line,) = in_plain_words(list(Entry.objects.filter(kind="filed")))
    assert "Noor" in line.says
    assert (kept.source if isinstance(kept, Quote) else str(kept)) in line.says


def test_a_change_keeps_what_stood_there_in_the_ledger(jas_shop, noor):
    mark = put_on_file(jas_shop, noor, Mark(name="Keurmerk", number="12"), now=NOW)
    change_paper(mark, noor, {"number": "13"}, revision=1, now=NOW + timedelta(days=1))
    entries = Entry.objects.filter(subject=f"mark:{mark.pk}")
    assert [entry.payload["number"] for entry in entries] == ["12", "13"]


def test_the_ledger_can_prove_the_words_of_a_customer_and_does_not_tell_them(praise, noor):
    change_paper(praise, noor, {"author": "Anouk K."}, revision=1, now=NOW + timedelta(days=1))
    first, then = (entry.payload for entry in Entry.objects.filter(subject=f"quote:{praise.pk}"))
    assert first["text_hash"] == then["text_hash"] == hashlib.sha256(WORDS.encode()).hexdigest()
    assert first["author_hash"] != then["author_hash"]
    assert not {"Anouk", "Anouk K.", WORDS} & set(map(str, (*first.values(), *then.values())))


def test_who_changes_second_is_told_and_changes_nothing(praise, noor, bas):
    change_paper(praise, noor, {"author": "A."}, revision=1, now=NOW)
    with pytest.raises(Overtaken):
        change_paper(praise, bas, {"author": "B."}, revision=1, now=NOW)
    praise.refresh_from_db()
    assert praise.author == "A."


def test_what_is_taken_out_stays_readable_and_cannot_be_taken_out_twice(praise, noor, bas):
    take_out(praise, noor, now=NOW)
    assert (praise.ended_by, praise.ended_at) == (noor, NOW)
    with pytest.raises(Overtaken):
        take_out(praise, bas, now=NOW)
    with pytest.raises(Overtaken):
        change_paper(praise, bas, {"author": "B."}, revision=1, now=NOW)


@pytest.mark.parametrize(
    "paper", [Quote(text="  ", source="het plein"), Proof(claim="de grootste", basis="")]
)
def test_a_paper_that_shows_nothing_is_not_kept(jas_shop, noor, paper):
    with pytest.raises(BadInput):
        put_on_file(jas_shop, noor, paper, now=NOW)


def test_a_mark_that_ran_out_yesterday_is_not_put_on_file_and_one_of_today_is(jas_shop, noor):
    with pytest.raises(BadInput):
        put_on_file(jas_shop, noor, Mark(name="Keurmerk", until_on=TODAY - timedelta(days=1)), now=NOW)
    assert put_on_file(jas_shop, noor, Mark(name="Keurmerk", until_on=TODAY), now=NOW).pk


def test_webcare_may_read_the_file_and_not_add_to_it(jas_shop, hire):
    with pytest.raises(NotAllowed):
        put_on_file(jas_shop, hire(jas_shop, "Samira", "webcare"), Mark(name="Keurmerk"), now=NOW)
