"""Which column of a shop's list says what: saved once per list, or guessed from its Dutch or English headings."""

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

from toonbank.core.errors import BadInput
from toonbank.sources.products import FIELDS

_NAMES = {
    "ref": "artikelnummer|artikelnr|art nr|artnr|art nummer|artikel nummer|artikel nr|artikelcode|artikel code"
    "|productnummer|productcode|product code|product nummer|sku|variant sku|article number|article no"
    "|item number|item no|item code|product number|artikelid|artikel id|product id|productid|article|artikel"
    "|referentie|reference|ref|id|nummer|code|handle",
    "title": "naam|productnaam|product naam|artikelnaam|titel|producttitel|title|name|product name|item name"
    "|product|artikelomschrijving|omschrijving|korte omschrijving|description|short description|benaming",
    "stock": "voorraad|voorraad aantal|voorraadaantal|actuele voorraad|beschikbare voorraad|vrije voorraad"
    "|technische voorraad|winkelvoorraad|aantal op voorraad|op voorraad aantal|aantal|stock|stock level"
    "|stocklevel|stock quantity|in stock quantity|quantity in stock|available quantity|on hand|quantity|qty"
    "|stock qty|variant inventory qty|inventory|inventory quantity|saldo|stuks",
    "availability": "beschikbaarheid|availability|leverbaarheid|voorraadstatus|stock status|status voorraad"
    "|op voorraad|in stock|is in stock",
    "price": "prijs|verkoopprijs|prijs incl btw|verkoopprijs incl btw|prijs inclusief btw|prijs incl"
    "|verkoopprijs incl|verkoopprijs inclusief btw|winkelprijs|normale prijs|consumentenprijs|vanprijs|van prijs"
    "|price|regular price|selling price|retail price|unit price|price incl|price incl vat|price incl tax"
    "|variant price|stuksprijs",
    "sale_price": "actieprijs|aanbiedingsprijs|aanbieding|actie prijs|actieprijs incl btw|voorprijs|voor prijs"
    "|afgeprijsd|uitverkoopprijs|sale price|special price|offer price|discounted price|promo price|sale",
    "sale_period": "actieperiode|sale price effective date",
    "sale_starts": "actie van|actie vanaf|actie start|begin actie|start actie|actie begin|startdatum actie"
    "|sale starts|sale start|date sale price starts|special price from date|sale from",
    "sale_ends": "actie tot|actie t m|actie einde|einde actie|actie eind|einddatum actie"
    "|sale ends|sale end|date sale price ends|special price to date|sale until|sale to",
    "gtin": "ean|ean code|eancode|ean13|ean 13|gtin|barcode|streepjescode|variant barcode|upc|isbn|ean nummer",
    "brand": "merk|merknaam|brand|brand name|manufacturer|fabrikant|vendor|uitgever",
    "group_ref": "hoofdartikel|groepsnummer|model|modelnummer|stijlnummer|parent|parent sku|item group id"
    "|group id|style|style number|hoofdartikelnummer",
    "size": "maat|size|afmeting|formaat",
    "color": "kleur|color|colour",
    "category": "categorie|categorieen|artikelgroep|productgroep|groep|rubriek|category|categories"
    "|product type|product category|type",
    "link": "link|url|product url|producturl|webadres|permalink|productlink|product link",
    "image_link": "afbeelding|afbeeldingen|foto|image|images|image link|image url|image src|afbeelding url"
    "|picture",
    "restock_on": "verwacht op|leverdatum|verwachte leverdatum|weer op voorraad|availability date|restock date"
    "|expected on|verwacht",
}
_ORDERED = {name: tuple(headings.split("|")) for name, headings in _NAMES.items()}
_SIGNS = re.compile(r"[\s_\-./:?*()€]+")


@dataclass(frozen=True)
class Mapping:
    """Our field -> the heading of its column, and how the list is written where that was set by hand.

    "" for `delimiter` and `decimal` means: look at the list itself.
    """

    columns: dict[str, str] = field(default_factory=dict)
    delimiter: str = ""
    decimal: str = ""

    def __post_init__(self) -> None:
        unknown = sorted(set(self.columns) - set(FIELDS))
        if unknown:
            raise BadInput(
                f"unknown field {unknown[0]!r} in the column mapping; known are {', '.join(FIELDS)}"
            )
        if "ref" not in self.columns:
            raise BadInput("the column mapping does not say which column is the article number ('ref')")
        if self.decimal not in ("", ",", ".") or self.delimiter not in ("", ";", ",", "\t", "|"):
            raise BadInput("the column mapping has a decimal mark or a separator that no list uses")

    def to_json(self) -> str:
        """As `from_json` reads it back."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> "Mapping":
        """The mapping that `to_json` wrote; BadInput for anything else."""
        try:
            given = json.loads(text)
        except ValueError as trouble:
            raise BadInput("the column mapping is not valid JSON") from trouble
        columns = given.get("columns") if isinstance(given, dict) else None
        if not isinstance(columns, dict) or not all(isinstance(heading, str) for heading in columns.values()):
            raise BadInput('the column mapping must be an object with "columns": {field: heading}')
        return cls(columns, str(given.get("delimiter", "")), str(given.get("decimal", "")))


def guess_columns(header: Sequence[str]) -> dict[str, str]:
    """Our fields and the headings that mean them; each column is used once, except that a barcode may be the number too."""
    found: dict[str, str] = {}
    plain = {plain_heading(heading): heading for heading in reversed(header) if heading.strip()}
    for name, headings in _ORDERED.items():
        heading = next((plain[known] for known in headings if known in plain), None)
        if heading is not None and heading not in found.values():
            found[name] = heading
    if "ref" not in found and "gtin" in found:
        found["ref"] = found["gtin"]
    return found


def plain_heading(heading: str) -> str:
    """ "Prijs (incl. BTW)" -> "prijs incl btw"; a price without VAT keeps its "excl" and so is never taken for the price."""
    text = _SIGNS.sub(" ", heading.replace("\ufeff", "")).strip().lower()
    return text.replace("ë", "e").removeprefix("g ")
