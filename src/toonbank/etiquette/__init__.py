"""Judges what the shop says: claims against evidence, manners, law. Pure: text and facts in, a checkup out.

from toonbank.etiquette import Draft, Facts, check

checkup = check(Draft("Nog maar 3 mutsen op de plank!"), Facts.from_json({"products": [{"names": ["muts"], "stock": 41}]}))
"""

from toonbank.etiquette.checking import check
from toonbank.etiquette.checkup import Checkup
from toonbank.etiquette.claim import Claim
from toonbank.etiquette.draft import Draft
from toonbank.etiquette.evidence import ClaimState, Evidence
from toonbank.etiquette.facts import Facts
from toonbank.etiquette.finding import Finding, Mend, Severity

__all__ = [
    "Checkup",
    "Claim",
    "ClaimState",
    "Draft",
    "Evidence",
    "Facts",
    "Finding",
    "Mend",
    "Severity",
    "check",
]
