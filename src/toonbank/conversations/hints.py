"""What a grave message asks for beside an answer: help first, goods off the shelf, a breach reported. Pure: texts in, kinds out."""

import re

OTHERS_DATA = re.compile(
    r"\b(?:gegevens|naam|adres|factuur|facturen|bestelling|pakket|pakketje|pakbon|mail|e-mail|brief|telefoonnummer)\b"
    r".{0,25}\bvan (?:een |een heel )?(?:ander\w*|iemand anders|vreemde|onbekende)"
    r"|\b(?:andermans|iemand anders z'?n) \w+"
    r"|\b(?:(?:someone|somebody) else|another (?:customer|person|buyer))['’]?s? "
    r"(?:data|details|name|invoice|order|address|parcel|package|receipt|e-?mail|letter|phone number)"
    r"|\b(?:details|invoice|order|address|parcel|name|receipt) of (?:another|a different) (?:customer|person|buyer)",
    re.IGNORECASE,
)


def hints_for(label: str, text: str) -> tuple[str, ...]:
    """Kinds of hints, the most pressing first: "danger", "recall", "breach"."""
    found = ["danger", "recall"] if label == "danger" else []
    if OTHERS_DATA.search(text):
        found.append("breach")
    return tuple(found)
