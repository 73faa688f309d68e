"""What a maker advises to ask, named beside the shop's own price."""

_MAKER = r"(?:fabrikant|maker|merk|leverancier|importeur|uitgever|uitgeverij|producent|manufacturer|brand|supplier|publisher|importer)"

CUES = (
    ("label", r"(?:\w*adviesprijs|adviesprijzen|adviesverkoopprijs|catalogusprijs|richtprijs)"),
    ("label", r"(?:rrp|msrp|srp|list prices?|retail price)"),
    ("label", r"(?:recommended|suggested|advised) (?:\w+ )?(?:price|prices|retail)"),
    ("label", rf"(?:winkelprijs|verkoopprijs|prijs) van (?:het|de) {_MAKER}"),
    ("label", rf"{_MAKER}['’]?s (?:own )?(?:shop |store |web ?shop |list )?price"),
    ("maker", rf"{_MAKER} (?:\w+ )?(?:adviseert|wil er|vraagt er|vraagt|hanteert|raadt)"),
    ("maker", rf"{_MAKER} (?:\w+ )?(?:advises?|suggests?|recommends?|asks|charges|wants)"),
    ("worth", r"(?:worth|t\.w\.v\.|twv|ter waarde van|winkelwaarde|retail value)(?: van| of)?:? {p}"),
)
