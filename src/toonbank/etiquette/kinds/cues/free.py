"""Free, gratis, on the house, a present: what would cost nothing."""

CUES = (
    ("free", r"(?:gratis|kosteloos|kosteloze|gratuit)"),
    ("free", r"(?:voor niks|voor nop|voor niets|voor noppes)"),
    ("free", r"kost(?:en)?(?: je| jou| u)? (?:niks|niets|helemaal niets|nul euro|geen cent)"),
    ("free", r"(?:betaal|betaalt|betalen)(?: je| u| jij)?(?: er| daar)? (?:niks|niets|geen cent)"),
    ("free", r"(?:zonder kosten|zonder (?:extra |verdere )?kosten|zonder te betalen)"),
    ("free", r"(?:van het huis|op kosten van de zaak|op onze kosten)"),
    ("free", r"(?:0|nul|zero) euro"),
    ("free", r"0[.,]00"),
    ("free", r"(?:€ ?0(?:,-)?)"),
    ("gift", r"(?:cadeau|cadeautje|cadeautjes|presentje|presentjes|weggevertje|weggevertjes|traktatie)"),
    ("gift", r"(?:trakteren|trakteert|trakteer) (?:wij|we|ik|op|je|jullie|alle|iedereen|onze|op een)"),
    ("gift", r"(?:we|wij|ik) (?:geven|geef|give) (?:[\w'’]+ ){0,4}(?:weg|away)"),
    (
        "gift",
        r"(?:krijg|krijgt|krijgen|ontvang|ontvangt)(?: je| u| jij| iedereen| elke \w+| van ons){0,2} (?:[\w'’]+ ){1,4}(?:erbij|toe)",
    ),
    ("free", r"erbij van (?:ons|mij|de zaak)"),
    ("free", r"zonder dat je er (?:iets|wat|een cent) voor (?:betaalt|betaal|kwijt bent)"),
    ("free", r"(?:geen|zonder) (?:verzend|bezorg|portokosten|reserverings)kosten"),
    (
        "free",
        r"betaal(?:t|en)? (?:je |jij |u )?geen (?:verzending|verzendkosten|bezorging|bezorgkosten|entree|toegang)",
    ),
    ("free", r"(?:won['’]t|will not|doesn['’]t|does not) cost (?:you )?(?:a thing|a penny|a cent|anything)"),
    ("free", r"(?:don['’]t|do not|won['’]t|never) charge (?:you )?(?:for (?:them|it|that)|a penny|anything)"),
    ("free", r"no (?:delivery|shipping|booking|postage|extra) (?:charges?|fees?|costs?)"),
    ("free", r"(?:pay|costs?|betaal|betaalt) (?:zero|nul|nada)"),
    ("gift", r"(?:my|our) treat"),
    ("ours", r"op ons"),
    ("ours", r"on us"),
    (
        "free",
        r"(?:for free|free of charge|for nothing|at no (?:extra )?(?:cost|charge)|no charge|without charge|free)",
    ),
    ("free", r"(?:complimentary|on the house|gratis|freebies?)"),
    ("free", r"(?:costs?|charge|charges|pay)(?: you| us)? nothing"),
    (
        "gift",
        r"(?:a (?:little |small )?(?:present|gift)|giveaway item|gift with purchase|gift with (?:any|every|each) (?:order|purchase))",
    ),
)
