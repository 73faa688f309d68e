"""Words on file and pictures are of a person too: they go along when somebody is erased, and stand in their export."""

import io
import zipfile

import pytest

from conftest import NOW
from conversations.cast import de_wit, said
from conversations.people.cast import published
from conversations.people.test_privacy import everything_in_the_database
from toonbank.conversations.people.erasing import erase, preview_of
from toonbank.conversations.people.exporting import everything_of, export
from toonbank.evidence.dossier import Quote
from toonbank.evidence.filing import put_on_file
from toonbank.posts.models import Picture


@pytest.fixture
def known(jas_shop, square):
    contact = de_wit(jas_shop)
    said(jas_shop, square, "Is de Wad er nog?", at=NOW, contact=contact)
    return contact


def filed(shop, noor, author, text="Warm, en de rits houdt."):
    words = Quote(text=text, source="de balie", author=author, agreed=f"{author} zei ja")
    return put_on_file(shop, noor, words, now=NOW)


@pytest.mark.parametrize("author", ["Mevrouw De Wit", "mevrouw de wit", "dewit"])
def test_who_is_erased_is_not_on_file_as_a_quotation_either(known, noor, jas_shop, author):
    filed(jas_shop, noor, author)
    filed(jas_shop, noor, "Rob H.", "Fijne jas.")
    assert preview_of(known).quotes == 1

    erase(known, noor, now=NOW)
    assert [one.author for one in Quote.objects.all()] == ["Rob H."]
    assert [one for one in everything_in_the_database() if "rits houdt" in one or "Wit" in one] == []


def test_the_export_holds_quotations_and_pictures(known, noor, jas_shop, square):
    filed(jas_shop, noor, "Mevrouw De Wit")
    filed(jas_shop, noor, "Rob H.", "Fijne jas.")
    post = published(jas_shop, noor, square, "Zo staat hij.").post
    shown = Picture.objects.create(
        shop=jas_shop, post=post, file="a.jpg", media_type="image/jpeg", sha256="0" * 64, width=9, height=9,
        alt="Een vrouw in een groene jas",
    )  # fmt: skip
    shown.persons.add(known)
    book = everything_of(known, NOW)
    assert [one["text"] for one in book["quotes"]] == ["Warm, en de rits houdt."]
    assert [one["words"] for one in book["pictures"]] == ["Een vrouw in een groene jas"]
    with zipfile.ZipFile(io.BytesIO(export(known, noor, now=NOW))) as packed:
        page = packed.read("gegevens.html").decode()
    assert "Warm, en de rits houdt." in page
    assert "Een vrouw in een groene jas" in page
