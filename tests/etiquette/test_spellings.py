"""A product is known also small, joined, split, or with one slip of the pen; and is not seen where it is not meant."""

import pytest

from toonbank.etiquette import Draft, Facts, check

NOW = "2026-11-21T10:00:00+01:00"
STOCK = [("theepot Saar", 41), ("regenjas Berkel", 3), ("wol deken Heide", 12), ("muts Kleine Beer", 5)]
KNOWN = {
    "now": NOW,
    "products": [
        {"ref": name, "names": [name], "stock": count, "stock_at": "2026-11-21T09:12:00+01:00"}
        for name, count in STOCK
    ],
}

FACTS = Facts.from_json(KNOWN)


def product_of(text: str) -> set[str]:
    """The products that the claims of a text are about."""
    return {claim.product for claim in check(Draft(text), FACTS).claims if claim.product}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nog maar 3 theepotjes Saar op de plank!", "theepot Saar"),
        ("Van de Saar theepotten staan er nog maar 3.", "theepot Saar"),
        ("Nog maar 3 regen jassen op voorraad!", "regenjas Berkel"),
        ("Er liggen nog maar 12 woldekens op de plank.", "wol deken Heide"),
        ("Nog maar 3 regemjassen op voorraad!", "regenjas Berkel"),
        ("Nog maar 3 van de Berkal op voorraad.", "regenjas Berkel"),
    ],
)
def test_jas_knows_its_own_things_in_other_forms(text: str, name: str):
    assert product_of(text) == {name}


@pytest.mark.parametrize(
    "text",
    [
        "Nog maar 3 theedoeken op voorraad!",
        "Nog maar 3 regendruppels op voorraad!",
        "Nog maar 3 plekken vrij bij de winkel.",
        "Nog maar 3 stoelen op voorraad!",
    ],
)
def test_another_thing_is_not_taken_for_one_of_jas(text: str):
    assert product_of(text) == set()
