"""The page of somebody's data goes to a customer: it speaks as people do."""

import io
import json
import re
import zipfile
from datetime import timedelta

import pytest
from django.utils import translation

from conftest import NOW
from conversations.cast import answered, de_wit, said
from toonbank.conversations.casebook import Case
from toonbank.conversations.orders.models import Order
from toonbank.conversations.people.exporting import export
from toonbank.relations.consenting import Yes, give_consent
from toonbank.relations.models import Contact
from toonbank.relations.remembering import link_customer


@pytest.fixture
def her(jas_shop, noor, square) -> Contact:
    contact = de_wit(jas_shop)
    talk = said(
        jas_shop, square, "De rits is stuk.", at=NOW - timedelta(days=1), contact=contact
    ).conversation
    answered(talk, noor, "Beste mevrouw De Wit, u heeft gelijk. Noor", at=NOW)
    Case.objects.create(
        shop=jas_shop, conversation=talk, opened_at=NOW, cause="quality", verdict="right", kernel="De rits"
    )
    give_consent(contact, noor, Yes("zei het", name=True, quote=True), now=NOW)
    link_customer(contact, noor, ground="told", why="gaf haar nummer", number="1007", now=NOW)
    Order.objects.create(
        shop=jas_shop, number="1007", steps={"sent": NOW.isoformat()}, last_at=NOW, seen_at=NOW
    )
    contact.identities.update(kind="in:0f3c")
    return Contact.objects.get(pk=contact.pk)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "nl",
            (
                "21 november 2026, 10:00",
                "bij naam noemen, citeren, overal",
                "kwaliteit",
                "gelijk: ja",
                "verzonden (",
            ),
        ),
        (
            "en",
            ("21 November 2026, 10:00", "call by name, quote, everywhere", "quality", "right: yes", "sent ("),
        ),
    ],
)
def test_the_page_of_somebodys_data_speaks_as_people_do(her, noor, language, words):
    with translation.override(language), zipfile.ZipFile(io.BytesIO(export(her, noor, now=NOW))) as packed:
        page, book = packed.read("gegevens.html").decode(), json.loads(packed.read("gegevens.json"))
    assert [word for word in words if word not in page] == []
    assert not re.search(r"\d{4}-\d\d-\d\dT|: name|in:0f3c|None", page)
    assert book["made_at"] == NOW.isoformat()
